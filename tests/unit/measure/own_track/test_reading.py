"""Files of readers become tracks, or a sentence says what is wrong and what to do."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from geo.errors import TrackError
from geo.measure.own_track import limits
from geo.measure.own_track.reading import read_track
from tests.pace import within

POINTS = [(33.1, 69.5), (30.25, 71.0), (-5.5, 72.0)]
TIMES = ["2026-07-01T00:00:00Z", "2026-07-01T03:00:00Z", "2026-07-02T00:00:00Z"]


def geojson(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def gpx(inner: str, version: str = "1.1") -> bytes:
    space = f"http://www.topografix.com/GPX/{version.replace('.', '/')}"
    return f'<?xml version="1.0"?><gpx version="{version}" xmlns="{space}">{inner}</gpx>'.encode()


def gpx_points(tag: str, points: Sequence[Any] = POINTS, times: Sequence[str] = TIMES) -> str:
    return "".join(
        f'<{tag} lat="{lat}" lon="{lon}"><ele>0</ele><time>{time}</time></{tag}>'
        for (lon, lat), time in zip(points, times, strict=True)
    )


def kml(inner: str) -> bytes:
    spaces = 'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'
    return f'<?xml version="1.0"?><kml {spaces}><Document>{inner}</Document></kml>'.encode()


def kml_placemarks() -> bytes:
    return kml(
        "".join(
            f"<Placemark><TimeStamp><when>{time}</when></TimeStamp>"
            f"<Point><coordinates>{lon},{lat},0</coordinates></Point></Placemark>"
            for (lon, lat), time in zip(POINTS, TIMES, strict=True)
        )
    )


def table(header: str, rows: Sequence[Sequence[Any]], divider: str = ",") -> bytes:
    lines = [divider.join(map(str, row)) for row in rows]
    return "\n".join([header, *lines]).encode()


TIMED = [(time, lon, lat) for (lon, lat), time in zip(POINTS, TIMES, strict=True)]
LINE = " ".join(f"{lon},{lat},0" for lon, lat in POINTS)
SAME = {
    "line.geojson": json.dumps({"type": "LineString", "coordinates": POINTS}).encode(),
    "feature.geojson": geojson(feature("LineString", POINTS, coordTimes=TIMES)),
    "deep.json": geojson(feature("LineString", [[*p, 5.0] for p in POINTS])),
    "lines.geojson": geojson(feature("MultiLineString", [POINTS[:2], [], POINTS[2:]])),
    "points.geojson": geojson(
        *(feature("Point", p, time=t) for p, t in zip(POINTS, TIMES, strict=True))
    ),
    "two.geojson": geojson(feature("LineString", POINTS[:2]), feature("LineString", POINTS[1:])),
    "track.gpx": gpx(f"<trk><trkseg>{gpx_points('trkpt')}</trkseg></trk>"),
    "old.gpx": gpx(f"<trk><trkseg>{gpx_points('trkpt')}</trkseg></trk>", "1.0"),
    "route.gpx": gpx(f"<rte>{gpx_points('rtept')}</rte>"),
    "waypoints.gpx": gpx(gpx_points("wpt")),
    "prefixed.gpx": b'<g:gpx xmlns:g="x"><g:trk><g:trkseg>'
    + gpx_points("g:trkpt").encode()
    + b"</g:trkseg></g:trk></g:gpx>",
    "wrongly-named.csv": gpx(gpx_points("wpt")),
    "line.kml": kml(f"<Placemark><LineString><coordinates>\n{LINE}\n</coordinates></LineString>"
                    "</Placemark>"),
    "track.kml": kml("<gx:Track>" + "".join(f"<when>{t}</when>" for t in TIMES)
                     + "".join(f"<gx:coord>{a} {b} 0</gx:coord>" for a, b in POINTS)
                     + "</gx:Track>"),
    "multi.kml": kml(f"<MultiGeometry><LineString><coordinates>{LINE}</coordinates></LineString>"
                     "</MultiGeometry>"),
    "points.kml": kml_placemarks(),
    "plain.csv": table("name,lon,lat", [("a", *p) for p in POINTS]),
    "lat-first.csv": table("lat,lon", [(b, a) for a, b in POINTS]),
    "times.csv": table("Timestamp,Longitude,Latitude", TIMED),
    "ais.csv": table("MMSI,BaseDateTime,LAT,LON", [(1, t, b, a) for t, a, b in TIMED]),
    "tab.txt": table("x\ty\tname", [(*p, "a") for p in POINTS], "\t"),
    "comma.csv": b"lat;lon\n69,5;33,1\n71,0;30,25\n72,0;-5,5\n",
    "turn.csv": table("lng,latitude", [(a % 360, b) for a, b in POINTS]),
    "excel.csv": "\ufefflon,lat\r\n33.1,69.5\r\n\r\n30.25,71\r\n-5.5,72\r\n".encode(),
    "utf16.csv": "lon,lat\n33.1,69.5\n30.25,71\n-5.5,72".encode("utf-16"),
    "utf16.gpx": gpx(gpx_points("wpt")).decode().replace("?>", ' encoding="UTF-16"?>', 1)
    .encode("utf-16"),
    "epoch.csv": table("time,lon,lat", [(np.datetime64(t[:-1], "s").astype(int), *rest)
                                        for t, *rest in TIMED]),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_each_format_gives_the_same_track(name: str) -> None:
    track = read_track(SAME[name], name)
    assert track.positions == POINTS
    assert track.skipped == ()
    assert track.name == name
    if track.times is not None:
        assert track.duration == timedelta(days=1)
        assert track.gaps == 1
        assert track.times[1] == np.datetime64("2026-07-01T03:00:00")


@pytest.mark.parametrize("name", [
    "times.csv", "ais.csv", "epoch.csv", "feature.geojson", "points.geojson", "track.gpx",
    "track.kml", "points.kml",
])  # fmt: skip
def test_times_are_read_where_there_are_some(name: str) -> None:
    assert read_track(SAME[name], name).times is not None


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "a.csv is empty. Choose a file"),
        ("a.csv", b"lon,lat\n", "holds no line and no points"),
        ("a.csv", b"lon,height\n1,2\n", r"lacks the column\(s\) lat. The first line must name"),
        ("a.csv", b"lon,lat\n1,70\n", r"only one place, 1.0000, 70.0000; a track needs two"),
        ("a.csv", b"lon,lat\n1,70\n1,70\n361,70", "only one place"),
        ("a.csv", b"lon,lat\n1,70\n2,912", "needs two. Line 3: latitude 912. .* Add another point"),
        ("a.csv", b"lon,lat\n80,912\n", "not one point can be used. Line 2: latitude 912"),
        ("a.csv", b"lon,lat\n500000,7000000\n", "metres of a map projection"),
        ("a.csv", b"mmsi,lon,lat\n1,2,3\n2,3,4\n", r"2 ships \(column mmsi\)"),
        ("a.csv", b"\0\1\2" * 99, "a.csv is not a text"),
        ("a.csv", b'lon,lat\n"' + b"1" * 200_000 + b'",2\n', "field larger than field limit"),
        ("a.gpx", b"<gpx><trk>", "not a readable GPX file: line 1: no element found. Export"),
        ("a.gpx", b"<gpx></gpx>", "holds no line and no points"),
        ("a.gpx", b'<?xml version="1.0" encoding="no-such"?><gpx/>', "a.gpx is not a readable"),
        ("a.gpx", b"<gpx>" * 100, "nested more than 64 levels deep"),
        ("a.tcx", b"<TrainingCenterDatabase/>", "its XML begins with .* Save the track as"),
        ("a.gpx", b"<!DOCTYPE html><html/>", "it is a web page"),
        ("a.kmz", b"PK\x03\x04...", "compressed file .as .kmz is.. Unpack it"),
        ("a.fit", b"\x0e\x10.FIT", "it is a FIT file"),
        ("a.json", b"[NaN]", "NaN is no number of JSON"),
        ("a.json", b'{"type":"LineString","coordinates":[[Infinity,1]]}', "Infinity is no number"),
        ("a.json", b"[" * 200_000, "nested more than 64 levels deep"),
        ("a.json", b'{"a": 1}', "its JSON is not GeoJSON"),
        ("a.json", b"{", "not a readable GeoJSON file"),
        ("a.json", b"9" * 5000, "not a readable GeoJSON file"),
        ("a.json", b'{"type":"Polygon","coordinates":[]}', "holds no line .* 1 shape is not"),
        ("a.json", b'{"type":"FeatureCollection","features":7}', "holds no line"),
        ("a.kml", kml("<NetworkLink><Link><href>http://x/</href></Link></NetworkLink>"), "no line"),
        ("\u202ea\n.csv", b"", "^a .csv is empty"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_a_way_out(name: str, data: bytes, said: str) -> None:
    with pytest.raises(TrackError, match=said) as caught:
        read_track(data, name)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("declared", [
    '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE gpx SYSTEM "http://example.org/gpx.dtd">',
])  # fmt: skip
def test_entities_and_document_types_are_refused(declared: str) -> None:
    text = f'<?xml version="1.0"?>{declared}<gpx><wpt lat="1" lon="2"><name>&x;</name></wpt></gpx>'
    with pytest.raises(TrackError, match="declares a document type"):
        read_track(text.encode(), "bomb.gpx")


def test_an_entity_that_is_not_declared_is_damage() -> None:
    with pytest.raises(TrackError, match="undefined entity"):
        read_track(b'<gpx><wpt lat="1" lon="2"><name>&x;</name></wpt></gpx>', "a.gpx")


def test_bad_rows_are_named_by_line_and_the_others_taken() -> None:
    data = b"lon,lat\n1,70\n2,912\n3,71\n4,x\n5,72,9\n400,1\n6,73\n"
    track = read_track(data, "a.csv")
    assert track.lon.tolist() == [1.0, 3.0, 6.0]
    (sentence,) = track.skipped
    assert sentence.startswith(
        "4 points are left out: line 3 (latitude 912), line 5 (latitude “x”), line 6 (more cells "
        "than columns), line 7 (longitude 400)."
    )


def test_one_bad_row_is_a_sentence_of_its_own() -> None:
    (sentence,) = read_track(b"lon,lat\n1,70\n100,912\n3,71\n", "a.csv").skipped
    assert sentence.startswith("Line 3: latitude 912. Longitudes must be between")


def test_a_half_empty_file_is_read_across_its_gaps() -> None:
    rows = [("a", 1, 70), ("b", "", ""), ("c", 2, 71), ("d", "", "")]
    track = read_track(table("name,lon,lat", rows), "a.csv")
    assert track.n_points == 2
    (sentence,) = track.skipped
    assert sentence.startswith("Without a position: 2 of 4 points (the first is line 3).")


def test_positions_of_any_kind_in_json_do_no_harm() -> None:
    odd: list[Any] = [
        [1, 2],
        None,
        [3],
        "ab",
        [True, 1],
        [{}, []],
        [10**400, 1],
        ["4", "5"],
        [9, 9],
    ]
    data = json.dumps({"type": "LineString", "coordinates": odd}).encode()
    track = read_track(data, "a.json")
    assert track.positions == [(1.0, 2.0), (4.0, 5.0), (9.0, 9.0)]
    assert len(track.skipped) == 2


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    with within(0.5), pytest.raises(TrackError, match=r"10\.5 MB; at most 10 MB"):
        read_track(b"x" * 11_000_000, "a.csv")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"a\n" * (limits.POINTS + 2)),
        ("a.json", b"[" + b"[]," * 1_200_000 + b"[]]"),
        ("a.json", b"[" + b"{}," * 1_200_000 + b"{}]"),
    ],
)
def test_too_many_points_are_refused_with_a_way_out(name: str, data: bytes) -> None:
    with within(2), pytest.raises(TrackError, match=r"1,000,000 can be read\. Keep every tenth"):
        read_track(data, name)


@pytest.mark.parametrize("filling", [b" " * 5_000_000, b" , " * 1_500_000, b"1,2 " * 1_200_000])
def test_coordinates_of_nothing_but_dividers_take_no_time(filling: bytes) -> None:
    start, end = b"<kml><LineString><coordinates>", b"</coordinates></LineString></kml>"
    with within(2), pytest.raises(TrackError):
        read_track(start + filling + end, "a.kml")


def test_names_of_namespaces_do_not_multiply() -> None:
    data = b"<gpx xmlns:a='" + b"x" * 4_000_000 + b"'>" + b"<a:b/>" * 400_000 + b"</gpx>"
    with within(4), pytest.raises(TrackError, match="holds no line"):
        read_track(data, "a.gpx")


def test_too_many_points_in_xml_are_counted_while_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "POINTS", 2)
    for name in ("track.gpx", "line.kml", "points.kml", "line.geojson"):
        with pytest.raises(TrackError, match=r"more than 2 points|has 3 points"):
            read_track(SAME[name], name)


def test_repeats_lines_and_times_are_told() -> None:
    rows = [("2026-01-02", 1, 70), ("2026-01-01", 1, 70), ("soon", 2, 70)]
    notes = " ".join(read_track(table("time,lon,lat", rows), "a.csv").notes)
    assert "1 repeat of the same position" in notes
    assert "1 of 3 times cannot be read, such as “soon”" in notes
    assert "backwards at 1 point" in notes
    joined = read_track(SAME["two.geojson"], "two.geojson").notes
    assert joined == ("2 lines were joined in the order of the file.",)


def test_an_anchorage_is_no_gap() -> None:
    rows = [(f"2026-01-01T{hour:02}:00", 1, 70) for hour in range(20)]
    track = read_track(table("time,lon,lat", [*rows, ("2026-01-01T20:00", 2, 70)]), "a.csv")
    assert (track.n_points, track.gaps, track.duration) == (2, 0, timedelta(hours=20))

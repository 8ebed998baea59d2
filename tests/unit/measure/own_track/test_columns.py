"""Tables as other people write them: names of columns, degrees, times and encodings."""

from datetime import timedelta

import numpy as np
import pytest

from geo.errors import TrackError
from geo.measure.columns import find_degrees, find_ship, find_times
from geo.measure.own_track.degrees import read_axis
from geo.measure.own_track.reading import read_track
from tests.pace import within

KML = (
    "<Placemark><LineString><coordinates>33.5,69.5 -30.25,70</coordinates></LineString></Placemark>"
)
PLACES = [(33.5, 69.5), (-30.25, 70.0)]


@pytest.mark.parametrize("header", [
    "Zeit;Breite;Länge", "geogr. Breite;geogr. Länge", "широта;долгота", "Широта, град.;Долгота",
    "breddegrad;lengdegrad", "Breddegrad;Længdegrad", "bredde;længde", "Latitud;Longitud",
    "latitude;longitude", "leveysaste;pituusaste", "Breddgrad;Längdgrad", "纬度;经度", "緯度;経度",
    "LAT (deg);LON (deg)", "Lat [°N];Lon [°E]", "Latitude_N;Longitude_E", "y;x",
    "POINT_Y;POINT_X", "decimalLatitude;decimalLongitude", "latitude (degrees_north);LONDD",
    "GPS_Latitude;GPS_Longitude", '"lat";"lng"', "#lat;lon",
])  # fmt: skip
def test_columns_are_found_in_many_languages(header: str) -> None:
    titles = header.split(";")
    rows = [{"lat": "69,5", "lon": "33,5"}, {"lat": "70", "lon": "-30,25"}]
    lon, _ = find_degrees([title.strip('"') for title in titles])
    lines = [
        ";".join(row["lon" if at == lon else "lat"] for at in range(len(titles))) for row in rows
    ]
    if len(titles) == 3:
        lines = [f";{row['lat']};{row['lon']}" for row in rows]
    assert read_track("\n".join([header, *lines]).encode(), "a.csv").positions == PLACES


def test_the_surest_columns_are_taken() -> None:
    assert find_degrees(["x", "y", "LON", "LAT"]) == (2, 3)
    assert find_degrees(["Länge", "Breite", "Longitude", "Latitude"]) == (2, 3)
    assert find_degrees(["length", "width"]) == (-1, -1)
    assert find_ship(["Ship", "IMO number"]) == 1


@pytest.mark.parametrize(("titles", "found"), [
    (["# Timestamp", "MMSI"], (0,)), (["BaseDateTime"], (0,)), (["Date/Time"], (0,)),
    (["Datum", "Zeit"], (0, 1)), (["Time (UTC)"], (0,)), (["lat", "UTC"], (1,)),
    (["время"], (0,)), (["dt_pos_utc"], ()), (["speed"], ()), (["timezone"], ()),
])  # fmt: skip
def test_columns_of_times_are_found(titles: list[str], found: tuple[int, ...]) -> None:
    assert find_times(titles) == found


@pytest.mark.parametrize(("written", "axis", "degrees"), [
    ("69°30.5'N", "lat", 69 + 30.5 / 60), ("69 30.5 N", "lat", 69 + 30.5 / 60),
    ("69.5N", "lat", 69.5), ("N69 30", "lat", 69.5), ("69-30,0S", "lat", -69.5),
    ("69° 30′ 18″ N", "lat", 69.505), ("33:06:00w", "lon", -33.1), ("-33°30'", "lon", -33.5),
    ("33,5° з", "lon", -33.5), ("69°30''N", "lat", np.nan), ("69 30", "lat", np.nan),
    ("69.5E", "lat", np.nan), ("-69.5S", "lat", np.nan), ("69°75'N", "lat", np.nan),
    ("69.5°30'N", "lat", np.nan), ("N69.5N", "lat", np.nan), ("nan", "lat", np.nan),
    ("9 " * 5000, "lat", np.nan),
])  # fmt: skip
def test_degrees_may_have_minutes_and_a_letter(written: str, axis: str, degrees: float) -> None:
    assert read_axis(written, axis) == pytest.approx(degrees, nan_ok=True)


@pytest.mark.parametrize("text", [
    "lat,N/S,lon,E/W\n69.5,N,33.5,E\n70,N,30.25,W\n",
    "lat,lon\n69°30'N,33°30'E\n70°N,30°15'W\n",
    "sep=;\nlat;lon\n69,5;33,5\n70;-30,25\n",
    "# made by a program, on a day\n\nlat\tlon\n69.5\t33.5\n70\t-30.25\n",
    "/* DATA DESCRIPTION:\nCitation:\tA, B\n*/\nLatitude\tLongitude\n69.5\t33.5\n70\t-30.25\n",
    "lat   lon\n69.5  33.5\n70    -30.25\n", "lon|lat\n33.5|69.5\n-30.25|70\n",
    '[{"lat": 69.5, "lng": 33.5}, {"lat": 70, "lng": -30.25}]',
    '{"type":"Point","coordinates":[33.5,69.5]}\n{"type":"Point","coordinates":[-30.25,70]}\n',
    "\n\n<?xml version='1.0'?><gpx><wpt lat='69.5' lon='33.5'/><wpt lat='70' lon='-30.25'/></gpx>",
    KML,
])  # fmt: skip
@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_other_peoples_files_are_read(text: str, name: str) -> None:
    assert read_track(text.encode(), name).positions == PLACES


@pytest.mark.parametrize(("header", "encoding"), [
    ("широта;долгота", "windows-1251"), ("纬度;经度", "gb18030"), ("緯度;経度", "shift_jis"),
])  # fmt: skip
@pytest.mark.parametrize("rows", [1, 60])
def test_a_table_that_is_not_utf8_is_told_by_its_columns(
    header: str, encoding: str, rows: int
) -> None:
    text = f"{header}\n" + "69,5;33,5\n70;-30,25\n" * rows
    track = read_track(text.encode(encoding), "a.csv")
    assert track.positions[:2] == PLACES
    assert f"read as {encoding}, by the names of its columns" in track.notes[0]


def test_large_tables_and_lines_of_json_take_no_time() -> None:
    foreign = ("время;ш\n" * 600_000).encode("cp1251")
    with within(6), pytest.raises(TrackError, match="is not a text"):
        read_track(foreign, "a.csv")
    line = '{"type":"Point","coordinates":[1,70]}\n'
    with within(4), pytest.raises(TrackError, match="only one place"):
        read_track((line * 100_000).encode(), "a.json")


def test_numbers_that_count_westward_are_turned_and_it_is_said() -> None:
    track = read_track(b"Latitude_N,Longitude_W\n70,170\n71,169,\n", "a.csv")
    assert track.lon.tolist() == [-170.0, -169.0]
    assert "“Longitude_W” counts westward or southward, so" in track.notes[0]
    signed = read_track(b"lat,Longitude (W)\n70,-170\n71,-169\n", "a.csv")
    assert signed.lon.tolist() == [-170.0, -169.0]
    assert "has minus signs too" in signed.notes[0]


@pytest.mark.parametrize(("text", "said"), [
    ("foo;bar\n1;2\n", r"lacks the column\(s\) lon, lat\. .*; it names “foo” and “bar”\.$"),
    ("foo\n1\n", "it names “foo”"),
    ("a,b,c,d,e,f,g,h,i,j,k,l,m,n\n", "“l” and 2 more"),
    ("lat,speed\n1,2\n", r"lacks the column\(s\) lon\. .* “lat” and “speed”"),
    ("69.5,33.1\n70,30\n", "does not name its columns: its first line is “69.5,33.1”"),
    ("69.5 33.1\n70 30\n", "does not name its columns: .* Put a line above"),
    ("Murmansk;69,5;33,1\n", "does not name its columns"),
    ("lat,lon\n69,5,33,1\n70,5,30,1\n", "divide the columns with semicolons: “69,5;33,1”"),
])  # fmt: skip
def test_a_table_without_the_columns_says_what_it_has(text: str, said: str) -> None:
    with pytest.raises(TrackError, match=said):
        read_track(text.encode(), "a.csv")


def test_empty_rows_are_counted_and_trailing_ones_are_not() -> None:
    track = read_track(b"name,lat,lon\n1,69,33\n,,\n\n2,70,30\n,,\n\n", "a.csv")
    assert track.notes == ("2 of 4 rows are empty and left out.",)
    assert read_track(b"lat,lon\n69,33\n\n70,30\n", "a.csv").notes == (
        "1 of 3 rows is empty and left out.",
    )
    (missing,) = read_track(b"time,lat,lon\n1,69,33\n2,,\n3,70,30\n", "a.csv").skipped
    assert missing.startswith("Without a position: 1 of 3 points (the first is line 3).")


@pytest.mark.parametrize(("first", "last", "said"), [
    ("01.07.2026 12:00", "02.07.2026 12:00", ""),
    ("12/07/2026", "13/07/2026", "were read with the day first"),
    ("07/12/2026 00:00:00", "07/13/2026 00:00:00", "were read with the month first"),
    ("07/01/2026", "07/02/2026", "2 of 2 times cannot be read"),
    ("32.07.2026", "33.07.2026", "2 of 2 times cannot be read"),
])  # fmt: skip
def test_dates_are_read_where_only_one_order_fits(first: str, last: str, said: str) -> None:
    track = read_track(f"time,lat,lon\n{first},69,33\n{last},70,30\n".encode(), "a.csv")
    assert (track.duration == timedelta(days=1)) == ("cannot" not in said)
    assert said in " ".join(track.notes)


def test_a_date_and_a_time_of_day_in_two_columns_are_one_time() -> None:
    track = read_track(
        b"Date,Time,lat,lon\n2026-07-01,22:00,69,33\n2026-07-02,01:00,70,30", "a.csv"
    )
    assert track.duration == timedelta(hours=3)


def test_times_of_points_in_json_have_any_name() -> None:
    point = '{{"lat": {0}, "lon": 1, "BaseDateTime": "2026-07-0{1}"}}'
    text = f"[{point.format(70, 1)}, {point.format(71, 2)}]"
    assert read_track(text.encode(), "a.json").duration == timedelta(days=1)


def test_a_letter_that_is_not_utf8_does_not_spoil_a_gpx_file() -> None:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx><wpt lat="69.5" lon="33.5"><name>Åsgård på '
        'sjøen</name></wpt><wpt lat="x" lon="1"/><wpt lat="70" lon="-30.25"/></gpx>'
    )
    track = read_track(text.encode("cp1252"), "a.gpx")
    assert track.positions == PLACES
    assert track.skipped[0].startswith("Line 2: latitude “x”")
    assert track.notes[0].startswith("Not UTF-8; read as Windows-1252")


def test_points_that_are_not_of_the_track_are_told() -> None:
    text = b'<gpx><wpt lat="1" lon="1"/><rte><rtept lat="1" lon="1"/><rtept lat="2" lon="1"/></rte>'
    inner = b'<trk><trkseg><trkpt lat="69.5" lon="33.5"/><trkpt lat="70" lon="-30.25"/></trkseg>'
    track = read_track(text + inner + b"</trk></gpx>", "a.gpx")
    assert track.positions == PLACES
    (note,) = track.notes
    assert "the file has 2 route points and 1 waypoint, which the track leaves out" in note

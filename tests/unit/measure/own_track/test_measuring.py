"""Own tracks are measured as the catalogue's are."""

import json
from typing import Any

import numpy as np
import pytest

from bench.track import track_files
from geo.errors import TrackError
from geo.geodesy import densify, leg_lengths_nm
from geo.measure.__main__ import main
from geo.measure.overlay import Track, tracks
from geo.measure.own_track import limits
from geo.measure.own_track.line import cut, drawing, length_nm
from geo.measure.own_track.measuring import TrackReport, measure_track
from geo.measure.own_track.reading import read_track
from geo.measure.own_track.track import OwnTrack, track_of
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from geo.measure.zones import load_zones
from tests import shipped
from tests.pace import within

ROUTES = {(one.feature, one.variant): one for one in tracks(shipped.catalogue())}


def own(positions: Any, name: str = "own") -> OwnTrack:
    return track_of([(float(lon), float(lat)) for lon, lat in positions], name)


def measure(track: OwnTrack) -> TrackReport:
    return measure_track(track, catalogue=shipped.catalogue(), zones=load_zones())


def assert_as_shipped(report: TrackReport, route: Track, *, within_nm: float) -> None:
    rows = load_waters().segments(route.feature, route.variant)
    table = [(one.state, one.zone, one.zone_id) for one in report.stretches]
    assert table == list(zip(rows["state"], rows["zone"], rows["zone_id"], strict=True))
    assert [one.from_nm for one in report.stretches] == pytest.approx(
        rows["from_nm"].tolist(), abs=within_nm
    )
    assert report.nm == pytest.approx(rows["to_nm"].iloc[-1], abs=within_nm)
    assert report.nm_by_state == pytest.approx(
        dict(load_waters().nation_nm(route.feature, route.variant)), abs=2 * within_nm
    )


@pytest.mark.parametrize("route", ROUTES.values(), ids=lambda one: f"{one.feature}-{one.variant}")
def test_a_route_given_as_a_track_has_the_shipped_figures_and_is_its_own_nearest(
    route: Track,
) -> None:
    report = measure(own(route.positions))
    assert_as_shipped(report, route, within_nm=0.02)
    assert report.nearest is not None
    assert (report.nearest.feature, report.nearest.variant) == (route.feature, route.variant)
    assert (report.nearest.within_nm, report.nearest.share) == (1.0, 1.0)
    straits = list(dict.fromkeys(one.water for one in report.straits))
    assert straits == load_transits().straits(route.feature, route.variant)
    regimes = load_transits().regime_nm(route.feature, route.variant)
    assert report.nm_by_regime == pytest.approx(regimes, abs=1.5)


def test_a_dense_track_has_the_figures_of_the_sparse_one() -> None:
    route = ROUTES["arctic-bridge", "main"]
    dense = own(densify(route.positions, step_km=0.3))
    assert dense.n_points > 20_000
    report = measure(dense)
    assert_as_shipped(report, route, within_nm=0.5)
    assert "".join(report.letters) == "ABC"
    assert report.high_seas_nm == pytest.approx(540, abs=2)
    assert [one.water for one in report.straits] == ["hudson-strait"]


def test_a_track_beside_a_route_is_nearest_to_it_and_within_a_distance() -> None:
    route = ROUTES["arctic-bridge", "main"]
    beside = [(lon, lat + 0.5) for lon, lat in densify(route.positions, step_km=50)]
    report = measure(own(beside))
    assert report.nearest is not None
    assert report.nearest.feature == "arctic-bridge"
    assert 25 <= report.nearest.within_nm <= 35
    assert 0.95 <= report.nearest.share <= 1


def test_far_from_every_route_none_is_nearest() -> None:
    assert measure(own([(-140, -40), (-120, -50)])).nearest is None


def test_all_points_count_for_the_miles_and_few_are_drawn() -> None:
    at = np.arange(20_000)
    wavy = own(np.column_stack([5 + at * 2e-4, 68 + 0.001 * (at % 2)]))
    assert length_nm(wavy) == pytest.approx(sum(leg_lengths_nm(wavy.positions)))
    assert measure(wavy).nm == pytest.approx(length_nm(wavy))
    drawn = drawing(wavy, 0.5)
    assert len(drawn) < 50
    assert (drawn[0], drawn[-1]) == (wavy.positions[0], wavy.positions[-1])


def test_a_drawing_never_has_more_points_than_can_be_drawn() -> None:
    random = np.random.default_rng(0)
    walk = np.cumsum(random.normal(0, 0.01, (30_000, 2)), axis=0) / 3 + [5, 68]
    track = own(walk)
    drawn = drawing(track, 0.0)
    assert len(drawn) <= limits.DRAWN_POINTS
    assert (drawn[0], drawn[-1]) == (track.positions[0], track.positions[-1])


def test_a_long_leg_is_drawn_as_the_geodesic() -> None:
    drawn = drawing(own([(-120, 60), (60, 61)]), 1.0)
    assert max(lat for _, lat in drawn) > 85
    drawn = drawing(own([(0, 60), (60, 60)]), 1.0)
    assert max(lat for _, lat in drawn) == pytest.approx(63.5, abs=0.3)


@pytest.mark.parametrize("lat", [90.0, -90.0])
def test_a_track_through_a_pole_is_measured_and_drawn(lat: float) -> None:
    near = lat - np.sign(lat)
    track = own([(10, near), (0, lat), (-170, near)])
    report = measure(track)
    assert report.nm == pytest.approx(120.6, abs=0.1)
    assert [one.zone for one in report.stretches] == ["high_seas" if lat > 0 else "not_assessed"]
    assert len(drawing(track, 0.5)) >= 2


def test_areas_of_rules_have_no_seam_at_180_degrees_nor_at_the_pole() -> None:
    on, beside = (measure(own([(lon, lat) for lat in (70, 75, 80, 86)])) for lon in (180, 179.999))
    assert on.nm_by_regime == pytest.approx(beside.nm_by_regime, abs=0.2)
    assert on.nm_by_regime["polar-code-waters"] == pytest.approx(on.nm, abs=0.1)
    assert len(on.rules) == len(beside.rules)
    over = measure(own([(0, 88), (0, 90), (180, 88)]))
    assert over.nm_by_regime["polar-code-waters"] == pytest.approx(over.nm, abs=0.1)


def test_land_and_the_south_are_told() -> None:
    over = measure(own([(20, 62), (100, 62)]))
    assert over.land_nm > 1500
    assert "over land; the rules of the area are counted there too. " in over.notes[0]
    assert "If this was at sea, check whether lon and lat are swapped" in over.notes[0]
    some = measure(own([(33, 69.5), (10, 72), (10, 68.5)]))
    assert "Points far apart cut corners: add points there." in some.notes[0]
    dense = measure(own(densify([(33, 69.5), (10, 72), (10, 68.5)], step_km=2)))
    assert "Narrow water counts as land at this scale" in dense.notes[0]
    a_mile = measure(own([(-40, 55), (-20, 60), (0, 66), (12.98, 67.9)]))
    assert "(under 1 %)" in a_mile.notes[0]
    south = measure(own([(-40, 40), (-40, 30)]))
    assert south.not_assessed_nm == pytest.approx(south.nm)
    assert south.notes == (
        "599 nm lie south of 50° N, where the app does not say whose waters they are.",
    )


def test_what_no_ship_sails_is_refused() -> None:
    there_and_back = [(0 if row % 2 else 179, row % 50) for row in range(60)]
    with pytest.raises(TrackError, match=r"at most 300,000 can be measured\. Are these"):
        measure(own(there_and_back))


def test_a_very_long_track_is_compared_in_longer_steps() -> None:
    report = measure(own([(0 if row % 2 else 170, row % 5) for row in range(13)]))
    assert any("were compared every 0.6 nm only" in note for note in report.notes)


def test_a_track_many_times_round_the_globe_is_measured_and_drawn() -> None:
    track = own([(lon % 360 - 180, 70) for lon in range(0, 12 * 360, 30)])
    assert track.lon[-1] > 4000
    assert measure(track).nm == pytest.approx(12 * 7_200, rel=0.03)
    drawn = drawing(track, 0.5)
    assert drawn[-1] == track.positions[-1]


def test_progress_runs_from_nothing_to_all() -> None:
    told: list[float] = []
    track = own([(33, 69.5), (30, 71)])
    measure_track(track, catalogue=shipped.catalogue(), zones=load_zones(), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_a_hundred_thousand_points_take_under_five_seconds() -> None:
    shipped.catalogue()
    load_zones()
    files = track_files(shipped.catalogue(), 100_000)
    for form in ("gpx", "csv"):
        with within(5):
            track = read_track(files[form], f"a.{form}")
            report = measure(track)
            drawn = drawing(track, 0.5)
        assert track.n_points > 99_000
        assert len(cut(track).along) < 10_000
        assert len(report.stretches) == 15
        assert len(drawn) <= limits.DRAWN_POINTS


def test_the_command_prints_one_object(capsys: pytest.CaptureFixture[str], tmp_path: Any) -> None:
    path = tmp_path / "a.csv"
    path.write_text("lon,lat\n33.5,69.5\n30,912\n10,72\n", encoding="utf-8")
    assert main(["track", str(path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["name"], found["points"]) == ("a.csv", 2)
    assert found["skipped"][0].startswith("Line 3: latitude 912")
    assert sum(one["to_nm"] - one["from_nm"] for one in found["stretches"]) == pytest.approx(
        found["nm"], abs=0.1
    )
    assert {"nm_by_state", "nm_by_regime", "straits", "nearest"} <= set(found)


def test_the_parts_of_a_track_add_up_with_svalbard_counted_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("lon,lat\n19,70.3\n15,77.5\n15,79.5\n", encoding="utf-8")
    assert main(["track", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"NO", "SJ"} <= set(found["nm_by_waters"])
    rests = ("joint", "disputed", "high_seas", "over_land", "not_assessed")
    parts = [*found["nm_by_waters"].values(), *(found[f"nm_{zone}"] for zone in rests)]
    assert sum(parts) == pytest.approx(found["nm"], abs=0.1)
    assert sum(found["nm_by_state"].values()) > found["nm"]


@pytest.mark.parametrize("text", [None, "lon,lat\n1,70\n", ""])
def test_the_command_fails_with_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Any, text: Any
) -> None:
    path = tmp_path / "a.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert main(["track", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.strip().endswith(".")

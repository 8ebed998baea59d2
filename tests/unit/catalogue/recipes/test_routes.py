import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.recipes.routes import draw_track, redraw
from geo.catalogue.recipes.write import to_feature, write_collection
from geo.errors import CatalogueError
from geo.geodesy import GEOD, join_track, length_nm

Waypoints = list[tuple[float, float]]

EAST_OVER_180: Waypoints = [(170.0, 70.0), (-170.0, 70.0)]
THERE_AND_BACK: Waypoints = [(-172.0, 71.0), (176.0, 72.5), (-175.0, 66.0), (175.0, 60.0)]
OVER_THE_POLE: Waypoints = [(0.0, 84.0), (0.0, 90.0), (-168.5, 86.0)]


def test_a_leg_over_180_is_cut_where_its_geodesic_crosses() -> None:
    line = draw_track(EAST_OVER_180)
    west, east = (list(part.coords) for part in line.geoms)
    assert west[-1][0] == 180.0
    assert east[0][0] == -180.0
    # By symmetry the crossing is the geodesic's middle, north of the parallel.
    azimuth, _, metres = GEOD.inv(170.0, 70.0, -170.0, 70.0)
    middle = GEOD.fwd(170.0, 70.0, azimuth, metres / 2)[1]
    assert west[-1][1] == east[0][1] == pytest.approx(middle, abs=1e-4)


def test_a_track_west_over_180_keeps_the_order_of_travel() -> None:
    line = draw_track(EAST_OVER_180[::-1])
    assert line.geoms[0].coords[0] == (-170.0, 70.0)
    assert line.geoms[-1].coords[-1] == (170.0, 70.0)


def test_a_track_that_crosses_180_three_times_comes_in_four_parts_in_order() -> None:
    line = draw_track(THERE_AND_BACK)
    ends = [(part.coords[0][0] > 0, part.coords[-1][0] > 0) for part in line.geoms]
    assert ends == [(False, False), (True, True), (False, False), (True, True)]
    assert join_track(line)[0] == (-172.0, 71.0)


def test_a_waypoint_on_180_itself_needs_no_further_point() -> None:
    line = draw_track([(175.0, 70.0), (180.0, 71.0), (-175.0, 70.0)])
    assert [list(part.coords) for part in line.geoms] == [
        [(175.0, 70.0), (180.0, 71.0)],
        [(-180.0, 71.0), (-175.0, 70.0)],
    ]


def test_the_pole_is_reached_and_left_on_the_meridians_of_its_neighbours() -> None:
    line = draw_track(OVER_THE_POLE)
    assert list(line.coords) == [(0.0, 84.0), (0.0, 90.0), (-168.5, 90.0), (-168.5, 86.0)]
    assert length_nm(line) == pytest.approx(600, abs=5)


def test_a_track_clear_of_180_is_the_line_of_its_waypoints() -> None:
    assert list(draw_track([(10.0, 60.0), (20.0, 70.0)]).coords) == [(10.0, 60.0), (20.0, 70.0)]


def test_one_waypoint_is_not_a_track() -> None:
    with pytest.raises(CatalogueError, match="two waypoints"):
        draw_track([(10.0, 60.0)])


positions = st.tuples(st.integers(-180, 180).map(float), st.integers(40, 85).map(float))


@given(st.lists(positions, min_size=2, max_size=8))
def test_cutting_changes_neither_length_nor_range(waypoints: Waypoints) -> None:
    # Half-way round the globe two ways are equally short; such a leg has no one crossing.
    legs = list(pairwise(waypoints))
    if any(abs((b[0] - a[0]) % 360 - 180) < 1 or a == b for a, b in legs):
        return
    line = draw_track(waypoints)
    whole = sum(GEOD.inv(*a, *b)[2] for a, b in legs) / 1852
    assert length_nm(line) == pytest.approx(whole, rel=1e-4, abs=0.1)
    assert line.bounds[0] >= -180
    assert line.bounds[2] <= 180


def test_redrawing_keeps_what_is_kept_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "way.geojson"
    waypoints = [{"name": "A", "lon": 170.0, "lat": 70.0}, {"name": "B", "lon": -170.0, "lat": 70}]
    features = [
        to_feature({"variant": "main", "waypoints": waypoints}, None),
        to_feature({"variant": "undrawn", "note": "Севморпуть"}, None),
    ]
    write_collection(path, features, defaults={"id": "way", "note": "kept"})
    direct = GEOD.inv(170.0, 70.0, -170.0, 70.0)[2] / 1852
    assert list(redraw(path)) == [("way", "main", pytest.approx(direct, rel=1e-6))]
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["defaults"] == {"id": "way", "note": "kept"}
    assert collection["features"][0]["geometry"]["type"] == "MultiLineString"
    assert collection["features"][1] == {
        "type": "Feature",
        "properties": {"variant": "undrawn", "note": "Севморпуть"},
        "geometry": None,
    }


def test_redrawing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "way.geojson"
    waypoints = [{"lon": lon, "lat": lat} for lon, lat in THERE_AND_BACK]
    write_collection(path, [to_feature({"id": "way", "waypoints": waypoints}, None)])
    list(redraw(path))
    first = path.read_bytes()
    list(redraw(path))
    assert path.read_bytes() == first

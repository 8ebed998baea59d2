from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.catalogue.recipes.boundaries import lines
from geo.catalogue.recipes.boundaries.lines import (
    read_baselines,
    read_points,
    read_precedence,
    read_treaties,
    treaty_path,
)
from geo.catalogue.recipes.coast import to_centre, to_lonlat, to_plane
from geo.errors import ZoneError

GEOD = Geod(ellps="WGS84")


def length_nm(line: Any) -> Any:
    path = treaty_path(read_points(), line)
    return GEOD.line_length(path[:, 0], path[:, 1]) / 1852


@pytest.mark.parametrize(
    ("line", "published_nm"),
    [
        ("norway-russia-2007", 39),
        ("norway-russia-2010", 907),
        ("greenland-jan-mayen-1995", 346),
        ("beaufort-canadian-claim", 200),
    ],
)
def test_lines_have_their_published_length(line: Any, published_nm: Any) -> None:
    assert length_nm(line) == pytest.approx(published_nm, abs=0.5)


def test_the_arcs_of_1990_keep_their_radius() -> None:
    path = treaty_path(read_points(), "russia-usa-1990")
    centre = (-173.115, 60.639722)
    radius = [GEOD.inv(*centre, *point)[2] / 1852 for point in path]
    on_arc = [i for i, r in enumerate(radius) if abs(r - 200) < 0.05]
    assert len(on_arc) >= 4
    assert max(on_arc) - min(on_arc) == len(on_arc) - 1


def test_the_line_of_1990_begins_straight_north() -> None:
    path = treaty_path(read_points(), "russia-usa-1990")
    assert path[0, 1] > 89
    assert path[0, 0] == path[1, 0] == pytest.approx(-168.976944)


def test_the_rhumb_line_of_1990_runs_through_its_two_named_points() -> None:
    path = treaty_path(read_points(), "russia-usa-1990")
    between = path[(path[:, 1] < 59.97) & (path[:, 1] > 59.0)]
    lon = np.where(between[:, 0] > 0, between[:, 0] - 360, between[:, 0])
    isometric = lines._isometric
    low, high = isometric(np.array([53.728333, 64.085556]))
    share = (isometric(between[:, 1]) - low) / (high - low)
    straight = (170.308611 - 360) + share * (-172.0 - (170.308611 - 360))
    assert np.abs(lon - straight).max() < 0.01


def test_points_of_a_line_are_close_together() -> None:
    for line in ("norway-russia-2010", "canada-greenland-1973"):
        path = treaty_path(read_points(), line)
        _, _, gaps = GEOD.inv(path[:-1, 0], path[:-1, 1], path[1:, 0], path[1:, 1])
        assert np.max(gaps) < 10_001


def test_an_unknown_line_is_named() -> None:
    with pytest.raises(ZoneError, match="atlantis"):
        treaty_path(read_points(), "atlantis")


def treaty(name: Any) -> Any:
    return next(item for item in read_treaties() if item.name == name)


def sides(name: Any, places: Any) -> Any:
    lonlat = np.array(places, float)
    return treaty(name).on_left(to_plane(lonlat[:, 0], lonlat[:, 1])).tolist()


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("norway-russia", (25.0, 73.0), (45.0, 73.0)),
        ("russia-usa", (-165.0, 71.0), (-172.0, 71.0)),
        ("russia-usa", (-175.0, 59.0), (175.0, 61.0)),
        ("greenland-svalbard", (10.0, 80.0), (-15.0, 80.0)),
        ("greenland-jan-mayen", (-8.5, 71.0), (-20.0, 72.0)),
        ("greenland-iceland", (-19.0, 66.0), (-24.0, 70.0)),
        ("iceland-jan-mayen", (-12.5, 70.0), (-12.5, 69.0)),
        ("canada-greenland", (-65.0, 70.0), (-53.0, 69.0)),
        ("beaufort", (-150.0, 71.0), (-130.0, 71.0)),
        ("faroes-uk", (-1.0, 60.0), (-7.0, 62.0)),
        ("faroes-norway", (-5.0, 64.2), (5.0, 64.2)),
    ],
)
def test_each_state_is_on_its_own_side_of_its_line(name: Any, left: Any, right: Any) -> None:
    assert sides(name, [left, right]) == [True, False]


def test_every_line_of_the_table_separates_known_units() -> None:
    for item in read_treaties():
        assert item.separates(item.left[0], item.right[0])
        assert item.separates(item.right[0], item.left[0])
        assert not item.separates(item.left[0], item.left[0])


def test_a_line_does_not_apply_beyond_an_end_left_to_equidistance() -> None:
    line = treaty("greenland-iceland")
    beside = to_plane(np.array([-18.0]), np.array([68.6]))
    beyond = to_plane(np.array([-30.0]), np.array([64.0]))
    assert line.governs(beside, np.array([68.6])).all()
    assert not line.governs(beyond, np.array([64.0])).any()


def test_a_claim_holds_only_between_its_parallels() -> None:
    xy = to_plane(np.array([-140.0, -140.0]), np.array([71.0, 59.0]))
    assert treaty("beaufort").governs(xy, np.array([71.0, 59.0])).tolist() == [True, False]


def test_a_line_that_crosses_itself_is_refused() -> None:
    knot = shapely.LineString([(-3e7, 0), (3e6, 0), (3e6, 2e6), (0, 2e6), (0, -3e7)])
    line = treaty("beaufort")
    broken = lines.Treaty(
        "knot", line.left, line.right, line.ends, "stop", (), -90, 90, knot, line.middle
    )
    with pytest.raises(ZoneError, match="knot"):
        broken.on_left(np.zeros((1, 2)))


def test_precedence_names_known_units() -> None:
    assert ("IS", "SJ-jan-mayen") in read_precedence()
    assert ("NO", "SJ-svalbard") in read_precedence()


def test_the_canadian_baseline_closes_the_passages() -> None:
    points, baselines = read_baselines()
    closing = shapely.LineString(to_plane(np.array([-80.9, -80.0]), np.array([74.2, 74.2])))
    mouth = [baseline.line for baseline in baselines if baseline.unit == "CA"]
    assert any(line.intersects(closing) for line in mouth)
    assert {"CA", "IS", "RU", "NO"} <= set(points)


def test_official_lists_and_derived_lines_can_be_told_apart() -> None:
    _, baselines = read_baselines()
    derived = {baseline.unit for baseline in baselines if baseline.is_derived}
    assert derived == {"RU", "GL", "FO", "SE", "DK", "EE", "GB"}
    _, official = read_baselines(with_derived=False)
    assert {"CA", "IS", "NO", "SJ-svalbard", "SJ-jan-mayen", "FI"} <= {b.unit for b in official}
    assert not any(baseline.is_derived for baseline in official)


def test_what_only_cuts_waters_off_measures_nothing() -> None:
    points, baselines = read_baselines()
    cuts = [baseline for baseline in baselines if not baseline.measures]
    longest = max(cuts, key=lambda baseline: baseline.line.length)
    middle = longest.line.interpolate(0.5, normalized=True)
    place = to_centre(*to_lonlat(shapely.get_coordinates(middle)).T)
    gap = np.linalg.norm(points[longest.unit] - place, axis=1).min()
    assert gap > longest.line.length / 3


def test_baselines_carry_a_point_every_kilometre() -> None:
    _, baselines = read_baselines()
    for baseline in baselines:
        lonlat = to_lonlat(shapely.get_coordinates(baseline.line))
        _, _, gaps = GEOD.inv(lonlat[:-1, 0], lonlat[:-1, 1], lonlat[1:, 0], lonlat[1:, 1])
        assert np.max(gaps) < 1_001


def test_every_row_of_the_tables_has_a_source_and_a_confidence() -> None:
    points = read_points()
    assert (points["source"].str.len() > 5).all()
    assert (points["confidence"].str.len() > 5).all()

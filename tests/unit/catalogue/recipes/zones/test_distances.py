from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.catalogue.recipes.coast import to_centre, to_lonlat, to_plane
from geo.catalogue.recipes.zones.distances import (
    TERRITORIAL_M,
    ZONE_M,
    build_kd_trees,
    chord,
    distance_fields,
    distances,
    limit_lines,
    median_lines,
)

GEOD = Geod(ellps="WGS84")
PLACES = {"pole": (0.0, 90.0), "antimeridian": (180.0, 72.0), "north sea": (3.0, 56.0)}


def coast(**places: Any) -> Any:
    centre = {k: to_centre(np.array([p[0]]), np.array([p[1]])) for k, p in places.items()}
    plane = {k: to_plane(np.array([p[0]]), np.array([p[1]])) for k, p in places.items()}
    return centre, plane


def away(place: Any, line: Any) -> Any:
    lonlat = to_lonlat(shapely.get_coordinates(line))
    count = len(lonlat)
    return np.array(GEOD.inv(np.full(count, place[0]), np.full(count, place[1]), *lonlat.T)[2])


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
@pytest.mark.parametrize("limit_m", [TERRITORIAL_M, ZONE_M])
def test_the_limit_of_an_islet_is_a_ring_at_that_distance(place: Any, limit_m: Any) -> None:
    grids = distance_fields(*coast(a=place), 4_000.0, lambda _: None)
    lines = limit_lines(grids["a"], limit_m)
    assert len(lines) == 1
    assert lines[0].is_ring
    assert np.abs(away(place, lines[0]) - limit_m).max() < 150.0


def test_a_chord_is_a_little_shorter_than_its_geodesic() -> None:
    assert ZONE_M - chord(ZONE_M) == pytest.approx(52, abs=1)


def test_the_median_line_is_as_far_from_one_coast_as_from_the_other() -> None:
    one, two = (178.0, 72.0), (-178.0, 73.0)
    grids = distance_fields(*coast(a=one, b=two), 4_000.0, lambda _: None)
    lines = median_lines(grids["a"], grids["b"])
    middle = shapely.union_all(lines)
    near = [line for line in shapely.get_parts(middle) if away(one, line).min() < ZONE_M]
    for line in near:
        gap = np.abs(away(one, line) - away(two, line))
        assert gap[away(one, line) < ZONE_M].max() < 100.0


def test_coasts_out_of_each_others_reach_have_no_median_line() -> None:
    grids = distance_fields(*coast(a=(0.0, 60.0), b=(180.0, 60.0)), 20_000.0, lambda _: None)
    assert median_lines(grids["a"], grids["b"]) == []


def test_distances_are_those_of_the_ellipsoid() -> None:
    centre, _ = coast(a=(10.0, 60.0))
    metres = distances(
        to_plane(np.array([12.0, 10.0]), np.array([61.0, 89.0])), build_kd_trees(centre)
    )
    geodesic = GEOD.inv(10.0, 60.0, 12.0, 61.0)[2]
    assert metres["a"][0] == pytest.approx(chord(geodesic), abs=2.0)
    assert np.isinf(metres["a"][1])


def test_progress_is_reported_unit_by_unit() -> None:
    told = []
    distance_fields(*coast(a=(0.0, 60.0), b=(9.0, 60.0)), 50_000.0, told.append)
    assert told == ["a", "b"]

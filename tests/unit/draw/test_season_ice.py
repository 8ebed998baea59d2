"""The ice of the months as areas and an edge: no hole at the pole, no seam, no pull of the land."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import shapely

from geo.catalogue.sea_ice import IceGrid, load_ice_grid
from geo.draw.frames import polar_scale
from geo.draw.season_ice import (
    LIMITS_PERCENT,
    METRES_PER_DISC_UNIT,
    areas_above,
    edge_of,
    months_of,
    polar_fields,
)
from geo.draw.voyage_lines import DISC_RADIUS
from geo.geodesy import Floats, from_polar

DISC = shapely.Point(0, 0).buffer(DISC_RADIUS - 5)
JULY, MARCH, SEPTEMBER = 6, 2, 8


@cache
def shipped() -> tuple[Floats, Floats]:
    """Return the lines of the polar grid, and the shipped months on it."""
    return polar_fields(load_ice_grid())


def uniform(percent: float) -> IceGrid:
    """Return the grid with the same ice everywhere, and no land."""
    grid = load_ice_grid()
    return replace(
        grid,
        sea=np.ones_like(grid.sea),
        ice_percent=np.full_like(grid.ice_percent, percent),
    )


def holes(area: shapely.Geometry) -> int:
    """Return how many holes an area has."""
    return sum(len(one.interiors) for one in shapely.get_parts(area))


def test_ice_everywhere_has_no_hole_at_the_pole_and_no_seam_at_180() -> None:
    x, fields = polar_fields(uniform(80.0))
    area = areas_above(x, fields[0], 70.0)
    assert len(shapely.get_parts(area)) == 1
    assert holes(area) == 0
    assert shapely.contains(area, DISC)
    assert edge_of(area).is_empty
    assert areas_above(x, fields[0], 90.0).is_empty


@pytest.mark.parametrize("month", range(12))
def test_around_the_pole_the_months_are_whole(month: int) -> None:
    x, fields = shipped()
    area = areas_above(x, fields[month], 70.0)
    assert shapely.contains(area, shapely.Point(0, 0).buffer(25)), "the ice reaches the pole"


def test_the_months_have_no_seam_at_180() -> None:
    x, fields = shipped()
    row, column = np.indices((len(x), len(x)))
    lon = np.array(
        [
            from_polar(x[c] * METRES_PER_DISC_UNIT, -x[r] * METRES_PER_DISC_UNIT)[0]
            for r, c in zip(row.ravel(), column.ravel(), strict=True)
        ]
    ).reshape(row.shape)
    steps = np.abs(np.diff(fields, axis=2))
    crosses = np.abs(np.diff(lon, axis=1)) > 300
    beside = np.roll(crosses, 4, axis=1) | np.roll(crosses, -4, axis=1)
    assert crosses.sum() > 50
    assert steps[:, crosses].max() < 1.5 * steps[:, beside].max()
    assert steps[:, crosses].mean() < 1.5 * steps[:, beside].mean()


def test_land_does_not_drag_down_the_ice_beside_it() -> None:
    grid = uniform(95.0)
    sea, ice = grid.sea.copy(), grid.ice_percent.copy()
    sea[10:20, 30:90] = 0.0
    ice[:, 10:20, 30:90] = 0.0
    x, fields = polar_fields(replace(grid, sea=sea, ice_percent=ice))
    assert shapely.contains(areas_above(x, fields[0], 90.0), DISC)


def test_each_class_lies_within_the_one_before() -> None:
    x, fields = shipped()
    for field in fields[[MARCH, JULY, SEPTEMBER]]:
        areas = [areas_above(x, field, limit) for limit in LIMITS_PERCENT]
        for wide, narrow in pairwise(areas):
            assert shapely.difference(narrow, shapely.buffer(wide, 4)).is_empty
            assert narrow.area < wide.area


def test_the_drawn_area_is_that_of_the_table() -> None:
    """Smoothing may move the edge, not the extent: by half a million km2 at most."""
    x, fields = shipped()
    grid = load_ice_grid()
    east, down = np.meshgrid(x, x)
    inside = np.hypot(east, down) < DISC_RADIUS
    at = np.array(
        [
            from_polar(a * METRES_PER_DISC_UNIT, -b * METRES_PER_DISC_UNIT)
            for a, b in zip(east[inside], down[inside], strict=True)
        ]
    )
    lats = np.linspace(30, 90, 121)
    scale = np.interp(at[:, 1], lats, [polar_scale(float(lat)) for lat in lats])
    cells = ((x[1] - x[0]) * METRES_PER_DISC_UNIT / scale) ** 2 / 1e12
    shares = np.broadcast_to(grid.sea, grid.ice_percent.shape)
    whole = replace(grid, sea=np.ones_like(grid.sea), ice_percent=shares)
    sea = whole.at(at[:, 0], at[:, 1])[0]
    drawn = ((fields[:, inside] >= LIMITS_PERCENT[0]) * sea * cells).sum(axis=1)
    summer = slice(4, 11)
    north_of_rim = grid.extent_million_km2()[summer]
    assert drawn[summer] == pytest.approx(north_of_rim, abs=0.5)


def test_the_edge_is_a_line_that_does_not_follow_the_rim() -> None:
    for month in months_of(load_ice_grid()):
        assert len(month.areas) == len(LIMITS_PERCENT)
        assert "z" not in month.edge
        for part in month.edge.split("M")[1:]:
            line = np.array(re.findall(r"-?\d+", part), dtype=float).reshape(-1, 2).cumsum(axis=0)
            rim = np.hypot(*line.T) > DISC_RADIUS - 2
            assert not (rim[1:] & rim[:-1]).any()

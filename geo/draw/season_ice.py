"""The normal of sea ice as areas and an edge for each month, in units of the disc.

The grid is coarse, so it is smoothed before contours are drawn, over the sea alone: land counts for
nothing, and under it the ice of the nearest sea goes on. So no coast drags the ice beside it down,
and a strait that the grid does not have takes the ice around it. Land is drawn above all this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.catalogue.sea_ice import EDGE_PERCENT, MONTHS
from geo.draw.frames import METRES_PER_UNIT, RIM_RADIUS
from geo.draw.voyage_lines import DISC_RADIUS, path_of
from geo.geodesy import Floats, extract_lines, from_polar

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.catalogue.sea_ice import IceGrid

LIMITS_PERCENT = (EDGE_PERCENT, 40.0, 70.0, 90.0)
"""Where the second to the fifth class of ice begin; the first has less than the least of them."""
METRES_PER_DISC_UNIT = RIM_RADIUS * METRES_PER_UNIT / DISC_RADIUS
_STEP = 8.0
_BEYOND = 40.0
"""Cell of the polar grid, and how far that goes on beyond the rim; units of the disc."""
_SMOOTHED_M = 50_000.0
"""Standard deviation of the smoothing: its weights halve 60 km away."""
_WIDER, _WEAKER, _SPREADS = 2.5, 1e-3, 6
"""Where there is no sea near, sea farther off counts: each spread so much wider and so much weaker
than the one before."""
_TOLERANCE = 1.2
_SMALLEST = 250.0
"""Specks and holes of less than this, in square units (some 5,000 km2), are left out."""
_SHORTEST = 40.0
_MORE_THAN_ALL = 1000.0
_RIM = shapely.Point(0, 0).buffer(DISC_RADIUS, quad_segs=90)


@dataclass(frozen=True)
class IceMonth:
    """The ice of a month as path data in units of the disc.

    Attributes
    ----------
    areas
        What has at least so much ice, by `LIMITS_PERCENT`: each lies within the one before, so
        they are drawn one upon the other.
    edge
        The line of 15 %, without the rim of the disc.
    """

    areas: tuple[str, ...]
    edge: str


def months_of(grid: IceGrid) -> tuple[IceMonth, ...]:
    """Return the twelve months of a grid."""
    x, fields = polar_fields(grid)
    return tuple(_month(x, field) for field in fields)


def _month(x: Floats, field: Floats) -> IceMonth:
    areas = [areas_above(x, field, limit) for limit in LIMITS_PERCENT]
    return IceMonth(tuple(map(_rings, areas)), _lines(edge_of(areas[0])))


def polar_fields(grid: IceGrid) -> tuple[Floats, Floats]:
    """Return the grid's lines in units of the disc, and the smoothed ice (%) of each month there.

    Months by rows by columns; rows and columns stand on the same lines, y downward. Every place has
    a figure, on land as well.
    """
    half = DISC_RADIUS + _BEYOND
    x = np.arange(-half, half + 1, _STEP)
    lon, lat = _positions(x)
    ice = grid.at(lon, lat).reshape(len(MONTHS), len(x), len(x))
    sea = _sea_at(grid, lon, lat).reshape(len(x), len(x))
    covered = np.where(np.isnan(ice), 0.0, ice) * sea
    sums, weights = np.zeros_like(covered), np.zeros_like(sea)
    for spread in range(_SPREADS):
        blur = _blur(x, _SMOOTHED_M / METRES_PER_DISC_UNIT * _WIDER**spread)
        share = _WEAKER**spread
        sums += share * (blur @ covered @ blur.T)
        weights += share * (blur @ sea @ blur.T)
    found: Floats = sums / weights
    return x, found


def _positions(x: Floats) -> tuple[Floats, Floats]:
    east, down = (METRES_PER_DISC_UNIT * one.ravel() for one in np.meshgrid(x, x))
    at = np.array([from_polar(*place) for place in zip(east, -down, strict=True)])
    return at[:, 0], at[:, 1]


def _sea_at(grid: IceGrid, lon: Floats, lat: Floats) -> Floats:
    """Return the share of sea at places, 0 to 1, straight between the cells; south of all of it 1.

    The table ends far beyond the rim.
    """
    shares = np.broadcast_to(grid.sea, grid.ice_percent.shape)
    found = replace(grid, sea=np.ones_like(grid.sea), ice_percent=shares).at(lon, lat)
    sea: Floats = found[0]
    return sea


def _blur(x: Floats, sigma: float) -> Floats:
    """Return the matrix that smooths along one axis; its rows add up to 1 far from the ends."""
    weights = np.exp(-(((x[:, None] - x[None, :]) / sigma) ** 2) / 2)
    found: Floats = weights / (sigma / _STEP * np.sqrt(2 * np.pi))
    return found


def areas_above(x: Floats, field: Floats, limit_percent: float) -> BaseGeometry:
    """Return where a field has at least so much ice, within the rim; without specks."""
    import contourpy  # noqa: PLC0415  only where the ice is made anew

    made = contourpy.contour_generator(
        x, x, field, name="serial", fill_type=contourpy.FillType.OuterOffset
    )
    points, offsets, *_ = made.filled(limit_percent, _MORE_THAN_ALL)
    parts = (
        shapely.make_valid(_polygon(at, begin)) for at, begin in zip(points, offsets, strict=True)
    )
    whole = shapely.union_all(list(parts))
    slim = shapely.simplify(shapely.intersection(whole, _RIM), _TOLERANCE)
    kept = [
        shapely.Polygon(one.exterior, [r for r in one.interiors if _area(r) > _SMALLEST])
        for one in shapely.get_parts(slim)
        if shapely.get_dimensions(one) > 1 and one.area > _SMALLEST
    ]
    return shapely.MultiPolygon(kept)


def _polygon(points: Any, offsets: Any) -> shapely.Polygon:  # noqa: ANN401  contourpy's own types
    rings = [points[int(begin) : int(end)] for begin, end in pairwise(offsets)]
    return shapely.Polygon(rings[0], rings[1:])


def _area(ring: shapely.LinearRing) -> float:
    return float(shapely.Polygon(ring).area)


def edge_of(area: BaseGeometry) -> BaseGeometry:
    """Return the outline of an area without what runs along the rim."""
    inside = _RIM.buffer(-2 * _TOLERANCE)
    line = shapely.line_merge(shapely.intersection(shapely.boundary(area), inside))
    return shapely.MultiLineString([one for one in extract_lines(line) if one.length > _SHORTEST])


def _rings(areas: BaseGeometry) -> str:
    rings = shapely.get_rings(shapely.get_parts(areas))
    return path_of((shapely.get_coordinates(ring)[:-1] for ring in rings), closed=True)


def _lines(geometry: BaseGeometry) -> str:
    return path_of(map(shapely.get_coordinates, extract_lines(geometry)))

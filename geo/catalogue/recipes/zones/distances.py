"""Distance from every unit's coast on a plane grid, with limit and median lines.

The straight line through the Earth between two points of the ellipsoid (the chord) grows with the
geodesic between them; over 200 nm the two orders agree within a metre. So the nearest coast point
is found with a search tree of geocentric coordinates, and no projection distorts a distance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import contourpy
import numpy as np
import shapely
from scipy.spatial import cKDTree

from geo.catalogue.recipes.coast import to_centre, to_lonlat, to_plane
from geo.geodesy import METRES_PER_NM, Floats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray


TERRITORIAL_M = 12 * METRES_PER_NM
ZONE_M = 200 * METRES_PER_NM
_REACH_M = ZONE_M + 12_000.0
_RADIUS_M = 6_385_000.0
_HALF_M = 5_700_000.0
# The plane stretches a parallel by at most 14 % at 36 N.
_MARGIN_M = 1.14 * _REACH_M


@dataclass(frozen=True)
class DistanceField:
    """Distance to one unit's coast on a window of the grid; `_REACH_M` where it is farther."""

    x: Floats
    y: Floats
    metres: NDArray[np.float32]


def chord(geodesic_m: float) -> float:
    """Return the straight line through the Earth that spans a geodesic, in metres."""
    return 2 * _RADIUS_M * float(np.sin(geodesic_m / (2 * _RADIUS_M)))


def build_kd_trees(points: Mapping[str, Floats]) -> dict[str, cKDTree]:
    """Return one search tree of geocentric coast points for each unit."""
    return {unit: cKDTree(xyz) for unit, xyz in points.items()}


def distances(xy: Floats, kd_trees: Mapping[str, cKDTree]) -> dict[str, Floats]:
    """Return, for each unit, the chord in metres from plane points to its coast (inf if far)."""
    lonlat = to_lonlat(xy)
    xyz = to_centre(lonlat[:, 0], lonlat[:, 1])
    return {unit: _nearest(tree, xyz) for unit, tree in kd_trees.items()}


def _nearest(tree: cKDTree, xyz: Floats) -> Floats:
    metres, _ = tree.query(xyz, distance_upper_bound=_REACH_M, workers=-1)
    return np.asarray(metres, dtype=np.float64)


def distance_fields(
    points: Mapping[str, Floats], plane_points: Mapping[str, Floats], step_m: float,
    progress: Callable[[str], None],
) -> dict[str, DistanceField]:  # fmt: skip
    """Return the distance field of every unit on a grid with `step_m` between its lines."""
    axis = np.arange(-_HALF_M, _HALF_M + step_m, step_m)
    result = {}
    for unit, tree in build_kd_trees(points).items():
        progress(unit)
        x, y = (_window(axis, plane_points[unit][:, side]) for side in (0, 1))
        grid = np.column_stack([axis_.ravel() for axis_ in np.meshgrid(x, y)])
        lonlat = to_lonlat(grid)
        xyz = to_centre(lonlat[:, 0], lonlat[:, 1])
        metres = np.minimum(_nearest(tree, xyz), _REACH_M).astype(np.float32)
        result[unit] = DistanceField(x, y, metres.reshape(len(y), len(x)))
    return result


def lines_at_distance(points: Floats, geodesic_m: float, step_m: float) -> list[shapely.LineString]:
    """Return the lines at a geodesic distance from geocentric points, in the plane (EPSG:6931)."""
    field = distance_fields({"": points}, {"": plane_of(points)}, step_m, lambda _: None)[""]
    return limit_lines(field, geodesic_m)


def limit_lines(field: DistanceField, geodesic_m: float) -> list[shapely.LineString]:
    """Return the lines at a geodesic distance in metres from a coast, in the plane (EPSG:6931)."""
    return list(_contours(field.x, field.y, field.metres, chord(geodesic_m)))


def median_lines(first: DistanceField, second: DistanceField) -> list[shapely.LineString]:
    """Return the lines of equal distance from two coasts, in the plane, where both are in reach."""
    x = np.intersect1d(first.x, second.x)
    y = np.intersect1d(first.y, second.y)
    if min(len(x), len(y)) < 2:  # noqa: PLR2004
        return []
    one, two = (_cut(field, x, y) for field in (first, second))
    near = (one < _REACH_M) & (two < _REACH_M)
    if not near.any():
        return []
    gap = np.ma.masked_array(one - two, mask=~((one < _REACH_M) | (two < _REACH_M)))
    return list(_contours(x, y, gap, 0.0))


def plane_of(xyz: Floats) -> Floats:
    """Return where geocentric points lie in the plane, good enough for a window of the grid."""
    lon = np.degrees(np.arctan2(xyz[:, 1], xyz[:, 0]))
    # The geocentric latitude is within 0.2 degrees of the geodetic one.
    lat = np.degrees(np.arctan2(xyz[:, 2], np.hypot(xyz[:, 0], xyz[:, 1])))
    return to_plane(lon, lat)


def _window(axis: Floats, values: Floats) -> Floats:
    inside = (axis >= values.min() - _MARGIN_M) & (axis <= values.max() + _MARGIN_M)
    return np.asarray(axis[inside])


def _cut(field: DistanceField, x: Floats, y: Floats) -> NDArray[np.float32]:
    column = int(np.searchsorted(field.x, x[0]))
    row = int(np.searchsorted(field.y, y[0]))
    return field.metres[row : row + len(y), column : column + len(x)]


def _contours(
    x: Floats, y: Floats, z: NDArray[np.float32], level: float
) -> Iterator[shapely.LineString]:
    for line in contourpy.contour_generator(x, y, z).lines(level):
        vertices = np.asarray(line, dtype=np.float64)
        if len(vertices) > 1:
            yield shapely.LineString(vertices)

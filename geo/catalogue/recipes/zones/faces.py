"""From lines to zones: all limit lines are noded, each face gets a label.

All lines are noded together and made into faces, so two zones always share their edge exactly. A
face takes the label of one point inside it, by the rules of `law`.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.catalogue.recipes.boundaries.lines import (
    Baseline,
    read_baselines,
    read_precedence,
    read_treaties,
)
from geo.catalogue.recipes.coast import Coast, to_lonlat, to_plane
from geo.catalogue.recipes.zones.distances import (
    TERRITORIAL_M,
    ZONE_M,
    build_kd_trees,
    distance_fields,
    limit_lines,
    median_lines,
    plane_of,
)
from geo.catalogue.recipes.zones.labels import LAND, ZoneLabel, internal
from geo.catalogue.recipes.zones.law import Law, label_points
from geo.catalogue.records import ZONES_SOUTH_DEG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.geodesy import Floats


_SNAP_M = 1.0
# Where the lines of the treaties end: beyond the last coast, within the plane's hemisphere.
_RIM_M = 6_200_000.0
_NEAR_COAST_M = 30_000.0
_MAIN_M2 = 1e9
_SLIVER_M2 = 1_000_000.0


def build_faces(
    coast: Coast, step_m: float, progress: Callable[[str], None]
) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return the faces of the plane and their labels.

    Parameters
    ----------
    coast
        Units and land.
    step_m
        Spacing of the distance grid in metres.
    progress
        Called with a short text as work goes on.

    Returns
    -------
    faces, labels
        Polygons in the plane that share their edges, and a label for each.
    """
    added, baselines = read_baselines()
    points = {
        unit: np.vstack([xyz, added[unit]]) if unit in added else xyz
        for unit, xyz in coast.points.items()
    }
    treaties = read_treaties()
    grids = distance_fields(
        points, {unit: plane_of(xyz) for unit, xyz in points.items()}, step_m, progress
    )
    progress("limits and median lines")
    lines: list[BaseGeometry] = [*coast.lines, parallel(ZONES_SOUTH_DEG)]
    lines += [baseline.line for baseline in baselines]
    for treaty in treaties:
        lines += _treaty_lines(treaty.line, treaty.middle)
    for field in grids.values():
        lines += limit_lines(field, TERRITORIAL_M) + limit_lines(field, ZONE_M)
    for one, two in combinations(grids.values(), 2):
        lines += median_lines(one, two)
    progress("faces")
    enclosed = internal_waters(coast, baselines)
    lines += [shapely.boundary(waters) for waters in enclosed.values()]
    net = shapely.union_all(lines, grid_size=_SNAP_M)
    faces = np.array(shapely.get_parts(shapely.polygonize([net])))
    progress(f"labels of {len(faces)} faces")
    law = Law(build_kd_trees(points), treaties, read_precedence(), enclosed)
    labels = _label(faces, coast, law)
    return faces, _absorb_slivers(faces, labels)


def internal_waters(
    coast: Coast, baselines: Iterable[Baseline]
) -> dict[ZoneLabel, shapely.MultiPolygon]:
    """Return the waters enclosed by the coast and a unit's straight baselines, derived ones first.

    A run of published lines that ends beside the coast (the published point and the 1:10m coast
    differ by some hundred metres, and small islands are missing from it) is carried on to the
    nearest land of 1,000 km² or more, at most 30 km. Derived lines end on land.
    """
    land = shapely.union_all(coast.land)
    shapely.prepare(land)
    main = shapely.union_all([part for part in shapely.get_parts(land) if part.area > _MAIN_M2])
    result = {}
    runs = sorted({(not line.is_derived, line.unit) for line in baselines})
    for is_official, unit in runs:
        own = [
            baseline.line for baseline in baselines
            if baseline.unit == unit and baseline.is_derived is not is_official
        ]  # fmt: skip
        joins = _joins(own, main) if is_official else []
        net = shapely.union_all([*coast.lines, *own, *joins], grid_size=_SNAP_M)
        cells = np.array(shapely.get_parts(shapely.polygonize([net])))
        pool = shapely.union_all(cells[~shapely.contains(land, shapely.point_on_surface(cells))])
        front = shapely.union_all(own)
        parts = [
            part for part in shapely.get_parts(pool)
            if shapely.distance(part, front) < _SNAP_M * 2
        ]  # fmt: skip
        if parts:
            result[internal(unit, is_derived=not is_official)] = shapely.MultiPolygon(parts)
    return result


def _joins(own: Sequence[shapely.LineString], main: BaseGeometry) -> Iterable[shapely.LineString]:
    """Yield lines from the ends of each run of baselines to the coast beside it."""
    for line in shapely.get_parts(shapely.line_merge(shapely.union_all(own))):
        for end in (line.coords[0], line.coords[-1]):
            if (join := _to_coast(shapely.Point(end), main)) is not None:
                yield join


def parallel(lat_deg: float) -> shapely.LinearRing:
    """Return a parallel as a ring in the plane, with a point every tenth of a degree."""
    lon = np.arange(-180.0, 180.0, 0.1)
    return shapely.LinearRing(to_plane(lon, np.full_like(lon, lat_deg)))


def zones_of(
    faces: NDArray[np.object_], labels: NDArray[np.object_], *, south_deg: float | None = None
) -> dict[ZoneLabel, BaseGeometry]:
    """Return one shape per label, in the plane; only faces north of `south_deg` if given."""
    keep = np.ones(len(faces), bool)
    if south_deg is not None:
        keep = _rim(faces) >= south_deg
    return {
        label: shapely.coverage_union_all(faces[keep & (labels == label)])
        for label in np.unique(labels[keep])
    }


def _rim(faces: NDArray[np.object_]) -> Floats:
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    return to_lonlat(inside)[:, 1]


def _treaty_lines(line: shapely.LineString, middle: shapely.LineString) -> Iterable[BaseGeometry]:
    yield shapely.clip_by_rect(line, -_RIM_M, -_RIM_M, _RIM_M, _RIM_M)
    # Where a line does not apply beyond its end, the normal through that end limits it.
    for end, inner in ((0, 1), (-1, -2)):
        x, y = middle.coords[end]
        dx, dy = np.subtract(middle.coords[end], middle.coords[inner])
        size = float(np.hypot(dx, dy))
        reach = 200_000.0 / size
        yield shapely.LineString(
            [(x - dy * reach, y + dx * reach), (x + dy * reach, y - dx * reach)]
        )


def _to_coast(end: shapely.Point, land: BaseGeometry) -> shapely.LineString | None:
    join = shapely.shortest_line(end, land)
    if join.length == 0 or join.length > _NEAR_COAST_M:
        return None
    (x0, y0), (x1, y1) = join.coords
    # A little into the land, so that the ends are sure to cross the coast.
    more = 1.0 + 500.0 / join.length
    return shapely.LineString([(x0, y0), (x0 + (x1 - x0) * more, y0 + (y1 - y0) * more)])


def _label(faces: NDArray[np.object_], coast: Coast, law: Law) -> NDArray[np.object_]:
    probes = shapely.point_on_surface(faces)
    dry = np.zeros(len(faces), bool)
    _, hits = shapely.STRtree(probes).query(coast.land, predicate="contains")
    dry[hits] = True
    labels = np.full(len(faces), LAND, dtype=object)
    labels[~dry] = label_points(shapely.get_coordinates(probes[~dry]), law)
    return labels


def _absorb_slivers(faces: NDArray[np.object_], labels: NDArray[np.object_]) -> NDArray[np.object_]:
    """Merge each small isolated part of a label into the neighbour with the longest shared edge."""
    labels = labels.copy()
    sea = np.flatnonzero(labels != LAND)
    tree = shapely.STRtree(faces[sea])
    for label in np.unique(labels[sea]):
        own = sea[labels[sea] == label]
        for part in shapely.get_parts(shapely.coverage_union_all(faces[own])):
            if part.area >= _SLIVER_M2:
                continue
            near = sea[tree.query(part, predicate="intersects")]
            inner = np.array([part.covers(faces[i].point_on_surface()) for i in near])
            others = near[~inner]
            if not len(others):
                continue
            edges = shapely.length(shapely.intersection(faces[others], part))
            if edges.max() > 0:
                labels[near[inner]] = labels[others[edges.argmax()]]
    return labels


__all__ = ["build_faces", "internal_waters", "parallel", "zones_of"]

"""Divide the water north of 45 N into seas and straits with shared edges.

The limits of `seas_limits.csv` (positions joined straight in lon/lat) are overlaid on the water of
the 1:10m coast in the polar plane; the resulting faces are named by the seed points of `seas.csv`
and `straits.csv`. A limit that misses its shore leaves two seeds in one face, which is an error.
Everything here runs offline, when the catalogue is built.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize

from geo.catalogue.recipes.natural_earth import read_land
from geo.errors import CatalogueError
from geo.geodesy import (
    Position,
    cut_at_antimeridian,
    densify_edges,
    extract_polygons,
    from_polar,
    to_polar,
    unwrap,
)

HERE = Path(__file__).parent
GRID_DEG = 0.001
_STEP_DEG = 0.25
_COARSE_M = 8000.0
_FINE_M = 700.0
_NARROW_KM2 = 4_000.0
_SMALL_FACE_KM2 = 6_000.0
_ISLAND_KM2 = 300.0
_NARROW_ISLAND_KM2 = 20.0
_KM2 = 1e6
_SHARED_M = 1000.0
# The mainland meets itself along 180 degrees; on a 5 m grid the seam is gone.
_SEAM_M = 5.0
# 45 N all round, but south to 30 N off Japan and to 24 N between China and the Ryukyu Islands.
_RIM = ((-180, 45), (117, 45), (117, 24), (131, 24), (131, 30), (150, 30), (165, 45), (180, 45))


@dataclass(frozen=True)
class Limit:
    """One limit line: id, basis, description, positions."""

    id: str
    basis: str
    words: str
    line: tuple[Position, ...]


@dataclass(frozen=True)
class Water:
    """One named water: its polygon in EPSG:3413 metres at two levels of detail, and its limits."""

    id: str
    full: BaseGeometry
    drawn: BaseGeometry
    limits: tuple[Limit, ...]


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of this folder's tables (fields separated by `|`)."""
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="|", quoting=csv.QUOTE_NONE, restval=""))


def read_positions(text: str) -> tuple[Position, ...]:
    """Return the positions of a field such as `16.2 79.9, 18.0 80.1`."""
    pairs = (pair.split() for pair in text.split(",") if pair.strip())
    return tuple((float(lon), float(lat)) for lon, lat in pairs)


def read_limits() -> list[Limit]:
    """Return the limit lines of `seas_limits.csv`."""
    return [
        Limit(row["id"], row["basis"], row["words"], read_positions(row["line"]))
        for row in read_rows("seas_limits.csv")
    ]


def read_water(folder: Path) -> BaseGeometry:
    """Return the water within the rim by the 1:10m coast, in EPSG:3413 metres.

    Each land ring is projected whole, unwrapped, so that no seam is left at 180 degrees.
    """
    parts = read_land(folder, scale="10m").geometry
    northern = [_project_land(part) for part in parts if part.bounds[3] > 0]
    return _rim().difference(shapely.union_all(northern, grid_size=_SEAM_M))


def _project_land(part: BaseGeometry) -> BaseGeometry:
    return shapely.make_valid(to_polar(part))


def _rim() -> BaseGeometry:
    ring = densify_edges(LineString(_RIM), step_deg=_STEP_DEG)
    return to_polar(Polygon(ring.coords))


def plane_line(positions: Sequence[Position]) -> LineString:
    """Return a line, straight in lon/lat between its positions, in EPSG:3413 metres."""
    line = to_polar(densify_edges(LineString(positions), step_deg=_STEP_DEG))
    if not isinstance(line, LineString):
        raise CatalogueError(f"A limit needs at least two positions; got {positions!r}.")
    return line


def divide(
    water: BaseGeometry, limits: Iterable[Limit], seeds: Mapping[str, Sequence[Position]]
) -> dict[str, BaseGeometry]:
    """Return the water of each seed id, at full detail, in EPSG:3413 metres.

    A face with two ids raises; a small face without a seed goes to the neighbour with which it
    shares the longest edge; a large one has no name here and is left out.

    Raises
    ------
    CatalogueError
        When a seed lies on land or outside, or two ids meet in one face: each is named.
    """
    lines = [plane_line(limit.line) for limit in limits]
    net = shapely.union_all([water.boundary, *lines])
    shapely.prepare(water)
    faces = [face for face in polygonize(net) if water.contains(face.representative_point())]
    owners = _owners(faces, seeds)
    _merge_small_faces(faces, owners)
    grouped: dict[str, list[Polygon]] = defaultdict(list)
    for index, owner in owners.items():
        grouped[owner].append(faces[index])
    return {owner: shapely.union_all(parts) for owner, parts in sorted(grouped.items())}


def _owners(faces: Sequence[Polygon], seeds: Mapping[str, Sequence[Position]]) -> dict[int, str]:
    tree = shapely.STRtree(list(faces))
    owners: dict[int, str] = {}
    problems: list[str] = []
    for owner, positions in seeds.items():
        for position in positions:
            found = tree.query(to_polar(Point(position)), predicate="within")
            if len(found) != 1:
                problems.append(f"{owner}: the seed {position} is not in the water")
                continue
            first = owners.setdefault(int(found[0]), owner)
            if first != owner:
                problems.append(f"{owner} and {first} share one face: a limit misses its shore")
    if problems:
        raise CatalogueError("The seas cannot be divided. " + "; ".join(problems) + ".")
    return owners


def _merge_small_faces(faces: Sequence[Polygon], owners: dict[int, str]) -> None:
    tree = shapely.STRtree(list(faces))
    for index, face in enumerate(faces):
        if index in owners or face.area > _SMALL_FACE_KM2 * _KM2:
            continue
        near = [int(i) for i in tree.query(face, predicate="intersects") if int(i) in owners]
        shared = {i: faces[i].boundary.intersection(face.boundary).length for i in near}
        best = max(shared, key=lambda i: shared[i], default=None)
        if best is not None and shared[best] > 0:
            owners[index] = owners[best]


def simplify_waters(full: Mapping[str, BaseGeometry], limits: Sequence[Limit]) -> dict[str, Water]:
    """Return the waters simplified for the map; neighbours keep their shared edges.

    Islands under 300 km2 are not cut out (20 km2 in narrow waters). Wide waters are simplified
    together; narrow ones keep a finer outline, which the wide ones then give way to.
    """
    ids = list(full)
    wide = [_without_islands(full[i], _ISLAND_KM2) for i in ids]
    coarse = dict(zip(ids, shapely.coverage_simplify(np.array(wide), _COARSE_M), strict=True))
    narrow = {i for i in ids if full[i].area < _NARROW_KM2 * _KM2}
    fine_in = [_without_islands(full[i], _NARROW_ISLAND_KM2) for i in ids]
    fine = dict(zip(ids, shapely.coverage_simplify(np.array(fine_in), _FINE_M), strict=True))
    taken = shapely.union_all([fine[i] for i in narrow])
    drawn = {i: fine[i] if i in narrow else coarse[i].difference(taken) for i in ids}
    return {
        i: Water(i, full[i], _drop_small_parts(drawn[i]), _limits_of(full[i], limits)) for i in ids
    }


def _limits_of(area: BaseGeometry, limits: Sequence[Limit]) -> tuple[Limit, ...]:
    edge = area.boundary.buffer(1.0)
    return tuple(
        limit for limit in limits if plane_line(limit.line).intersection(edge).length > _SHARED_M
    )


def _without_islands(area: BaseGeometry, min_km2: float) -> BaseGeometry:
    parts = [
        Polygon(
            part.exterior,
            [ring for ring in part.interiors if Polygon(ring).area > min_km2 * _KM2],
        )
        for part in extract_polygons(area)
    ]
    return MultiPolygon(parts) if len(parts) > 1 else parts[0]


def _drop_small_parts(area: BaseGeometry) -> BaseGeometry:
    parts = sorted(extract_polygons(area), key=lambda part: -part.area)
    kept = [part for part in parts if part.area > parts[0].area / 500]
    return MultiPolygon(kept) if len(kept) > 1 else kept[0]


def to_lonlat(area: BaseGeometry) -> BaseGeometry:
    """Return an area of the polar plane in lon/lat, cut at 180 degrees, on a 0.001 degree grid."""
    pieces = [_ring_to_lonlat(half) for part in extract_polygons(area) for half in _halves(part)]
    joined = shapely.union_all(pieces, grid_size=GRID_DEG)
    return shapely.set_precision(joined, GRID_DEG)


def _halves(part: Polygon) -> list[Polygon]:
    """Split an area that contains the pole along 0 and 180 degrees; leave others whole."""
    if not part.intersects(Point(0, 0)):
        return [part]
    return [
        piece
        for west, east in ((-180, 0), (0, 180))
        for piece in extract_polygons(part.intersection(_half_plane(west, east)))
    ]


def _half_plane(west: float, east: float) -> Polygon:
    arc = [(float(lon), 0.0) for lon in np.linspace(west, east, 90)]
    return Polygon([*to_polar(LineString(arc)).coords, (0.0, 0.0)])


def _ring_to_lonlat(part: Polygon) -> BaseGeometry:
    if part.boundary.distance(Point(0, 0)) < 1.0:
        return _polar_half_to_lonlat(part)
    rings = [unwrap(from_polar(*xy) for xy in ring.coords) for ring in _rings(part)]
    return cut_at_antimeridian(shapely.make_valid(Polygon(rings[0], rings[1:])))


def _rings(part: Polygon) -> list[shapely.LinearRing]:
    return [part.exterior, *part.interiors]


def _polar_half_to_lonlat(half: Polygon) -> BaseGeometry:
    """Return a half that ends at the pole; the pole becomes the edge along 90 N.

    No island is cut out here: none large enough lies in the central basin.
    """
    west = -180.0 if from_polar(*half.representative_point().coords[0])[0] < 0 else 0.0

    def lon_of(lon: float) -> float:
        """Clamp a longitude to the half; the cut itself goes to the nearer side."""
        inside = (lon - west + 90.0) % 360.0 - 90.0 + west
        return min(max(inside, west), west + 180.0)

    ring: list[Position] = []
    coords = list(half.exterior.coords)[:-1]
    start = next(i for i, xy in enumerate(coords) if Point(xy).distance(Point(0, 0)) < 1.0)
    for xy in coords[start + 1 :] + coords[:start]:
        lon, lat = from_polar(*xy)
        ring.append((lon_of(lon), lat))
    ring = [(ring[0][0], 90.0), *ring, (ring[-1][0], 90.0)]
    return Polygon(ring)

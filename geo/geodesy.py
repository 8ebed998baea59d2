"""Lengths, lines and longitudes on the WGS 84 ellipsoid.

Positions are `lon, lat` in degrees, EPSG:4326, stored cut at 180 degrees (RFC 7946, 3.1.9). Lengths
are geodesic, in nautical miles of 1,852 m.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    box,
)
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from geo.errors import CrsError

WGS84 = "EPSG:4326"
POLAR = "EPSG:3413"
"""NSIDC north polar stereographic, true at 70 N, 45 W pointing down; metres."""
EQUAL_AREA = "EPSG:6931"
"""NSIDC EASE-Grid 2.0 North, Lambert azimuthal equal-area; metres, for areas only."""
GEOD = Geod(ellps="WGS84")
METRES_PER_NM = 1852.0

Position = tuple[float, float]
Floats = NDArray[np.float64]
_Angle = TypeVar("_Angle", float, Floats)
TURN_DEG = 360.0
HALF_TURN_DEG = 180.0
_GATE_STEP_DEG = 0.02
_LINE_DIMENSION = 1
_ROUNDING_DEG = 1e-9  # half a turn is taken as it is, or rounding would decide its side


def wrap_degrees(angle: _Angle) -> _Angle:
    """Return a longitude or a turn, or an array of them, within -180 to below 180 degrees."""
    return (angle + HALF_TURN_DEG) % TURN_DEG - HALF_TURN_DEG


def unwrap(positions: Iterable[Sequence[float]]) -> list[Position]:
    """Return positions with unwrapped longitudes (no jump of more than 180 degrees).

    The first longitude stays as it is; later ones may leave -180..180. What decides a step is the
    shorter way round, so an input step of more than 180 degrees is taken as a jump.
    """
    unwrapped: list[Position] = []
    for lon, lat, *_ in positions:
        before = unwrapped[-1][0] if unwrapped else lon
        step = lon - before
        if abs(abs(step) - HALF_TURN_DEG) > _ROUNDING_DEG:
            step = wrap_degrees(step)
        unwrapped.append((before + step if unwrapped else lon, lat))
    return unwrapped


def cut_at_antimeridian(geometry: BaseGeometry) -> BaseGeometry:
    """Cut an unwrapped geometry at 180 degrees and wrap its parts to -180..180.

    The input's longitudes run on without jumps (see `unwrap`) and may leave -180..180 by up to one
    turn to each side. Lines give lines in the order of travel, polygons polygons; a ring that
    encloses the pole cannot be written in this form and must be cut before.
    """
    west, _, east, _ = geometry.bounds
    if west >= -HALF_TURN_DEG and east <= HALF_TURN_DEG:
        return geometry
    parts: list[tuple[int, BaseGeometry]] = []
    for turn in (-1, 0, 1):
        middle = turn * TURN_DEG
        window = box(middle - HALF_TURN_DEG, -90, middle + HALF_TURN_DEG, 90)
        parts += [(turn, piece) for piece in explode(clip(geometry, window))]
    if isinstance(geometry, LineString):
        parts.sort(key=lambda part: geometry.project(part[1].interpolate(0.5, normalized=True)))
    return gather(translate(piece, xoff=-turn * TURN_DEG) for turn, piece in parts)


def clip(geometry: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    """Clip a geometry, without the points and lines where it only touches the window."""
    clipped = shapely.intersection(geometry, window)
    parts, dimension = explode(clipped), shapely.get_dimensions(geometry)
    kept = [part for part in parts if shapely.get_dimensions(part) == dimension]
    return clipped if len(kept) == len(parts) else shapely.union_all(kept)


def gather(parts: Iterable[BaseGeometry]) -> BaseGeometry:
    """Merge the parts of the highest dimension into one geometry; drop the others.

    An intersection can leave points and lines where it only touches; they are dropped.
    """
    flat = [piece for part in parts for piece in explode(part)]
    top = max((shapely.get_dimensions(piece) for piece in flat), default=-1)
    kept = [piece for piece in flat if shapely.get_dimensions(piece) == top]
    if len(kept) == 1:
        return kept[0]
    if top > _LINE_DIMENSION:
        return MultiPolygon([piece for piece in kept if isinstance(piece, Polygon)])
    if top == _LINE_DIMENSION:
        return MultiLineString([piece for piece in kept if isinstance(piece, LineString)])
    return MultiPoint([piece for piece in kept if isinstance(piece, Point)])


def explode(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single-part geometries of any geometry, nested collections too."""
    if isinstance(geometry, GeometryCollection | MultiPoint | MultiLineString | MultiPolygon):
        return [piece for part in geometry.geoms for piece in explode(part)]
    return [] if geometry.is_empty else [geometry]


def extract_lines(geometry: BaseGeometry) -> list[LineString]:
    """Return the lines of a geometry, in order; rings of polygons are not lines."""
    return [piece for piece in explode(geometry) if isinstance(piece, LineString)]


def extract_polygons(geometry: BaseGeometry) -> list[Polygon]:
    """Return the polygons of any geometry, in order, nested collections too."""
    return [piece for piece in explode(geometry) if isinstance(piece, Polygon)]


def join_track(geometry: BaseGeometry) -> list[Position]:
    """Return one unwrapped track from a line that was cut at 180 degrees.

    Parts are taken in their order; where a part begins at the other side of the cut, its first
    position repeats the last one and is dropped.
    """
    track: list[Position] = []
    for line in extract_lines(geometry):
        run = unwrap([*track[-1:], *line.coords])
        track.extend(run[1:] if track else run)
    return [p for i, p in enumerate(track) if i == 0 or p != track[i - 1]]


def densify(positions: Sequence[Sequence[float]], *, step_km: float = 25.0) -> list[Position]:
    """Densify along the geodesics between positions, at most `step_km` apart.

    A leg through the pole itself is legal: it arrives and leaves on the meridians of its ends.
    Longitudes come back unwrapped.
    """
    dense: list[Position] = []
    for (lon0, lat0, *_), (lon1, lat1, *_) in pairwise(positions):
        dense.append((lon0, lat0))
        _, _, metres = GEOD.inv(lon0, lat0, lon1, lat1)
        count = int(metres // (step_km * 1000))
        if count:
            dense.extend((lon, lat) for lon, lat in GEOD.npts(lon0, lat0, lon1, lat1, count))
    if positions:
        lon, lat, *_ = positions[-1]
        dense.append((lon, lat))
    return unwrap(dense)


def leg_lengths_nm(positions: Sequence[Sequence[float]]) -> list[float]:
    """Return the geodesic length of each leg in nautical miles."""
    return [GEOD.inv(a[0], a[1], b[0], b[1])[2] / METRES_PER_NM for a, b in pairwise(positions)]


def length_nm(geometry: BaseGeometry) -> float:
    """Return the geodesic length of a line in nautical miles; parts are summed."""
    return sum(
        GEOD.line_length([p[0] for p in line.coords], [p[1] for p in line.coords]) / METRES_PER_NM
        for line in extract_lines(geometry)
    )


def densify_edges(geometry: BaseGeometry, *, step_deg: float = 0.5) -> BaseGeometry:
    """Put vertices on long edges, straight in lon/lat, so that they curve correctly when projected.

    Meant for outlines that follow parallels and meridians (limits of seas, the cut at 180); for
    geodesics use `densify`. Polygons are taken ring by ring: where rounding makes two edges touch,
    GEOS repairs a polygon whole, and may leave nothing of it.
    """
    if isinstance(geometry, Polygon):
        rings = [geometry.exterior, *geometry.interiors]
        shell, *holes = (shapely.segmentize(ring, step_deg) for ring in rings)
        return Polygon(shell, holes)
    if isinstance(geometry, BaseMultipartGeometry):
        parts = [densify_edges(part, step_deg=step_deg) for part in geometry.geoms]
        return type(geometry)(parts)  # type: ignore[call-arg]  # each kind takes its parts
    return shapely.segmentize(geometry, step_deg)


_TO_POLAR = Transformer.from_crs(WGS84, POLAR, always_xy=True)
_FROM_POLAR = Transformer.from_crs(POLAR, WGS84, always_xy=True)
_TO_EQUAL_AREA = Transformer.from_crs(WGS84, EQUAL_AREA, always_xy=True)


def to_polar(geometry: BaseGeometry) -> BaseGeometry:
    """Project a lon/lat geometry to EPSG:3413 metres; the pole is (0, 0)."""
    project: Any = _TO_POLAR.transform  # the stubs know interleaved arrays only
    return shapely.transform(geometry, project, interleaved=False)


def gate_to_polar(gate: LineString) -> BaseGeometry:
    """Return a gate of a strait, straight in lon/lat between its two shores, in the polar plane."""
    return to_polar(densify_edges(gate, step_deg=_GATE_STEP_DEG))


def from_polar(x_m: float, y_m: float) -> Position:
    """Return lon, lat of a point in EPSG:3413 metres."""
    lon, lat = _FROM_POLAR.transform(x_m, y_m)
    return float(lon), float(lat)


def to_equal_area(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return x, y in metres (EPSG:6931) of points in degrees."""
    x, y = _TO_EQUAL_AREA.transform(lon, lat)
    return np.asarray(x), np.asarray(y)


def from_equal_area(x_m: Floats, y_m: Floats) -> tuple[Floats, Floats]:
    """Return longitude and latitude in degrees of points in EPSG:6931 metres."""
    lon, lat = _TO_EQUAL_AREA.transform(x_m, y_m, direction="INVERSE")
    return np.asarray(lon), np.asarray(lat)


def midpoint(geometry: BaseGeometry) -> Position:
    """Return a position on or in the geometry, fit for a label or a marker.

    Of a line the middle of its longest part, of an area a point well inside its largest part, in
    the geometry's own coordinates.

    Raises
    ------
    CrsError
        The geometry is empty.
    """
    pieces = explode(geometry)
    if not pieces:
        raise CrsError("An empty geometry has no midpoint; ask only for features that are drawn.")
    largest = max(pieces, key=lambda g: (g.area, g.length))
    point = (
        largest.interpolate(0.5, normalized=True)
        if isinstance(largest, LineString)
        else largest
        if isinstance(largest, Point)
        else largest.representative_point()
    )
    return float(point.x), float(point.y)

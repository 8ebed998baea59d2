"""Lengths, lines and longitudes on the WGS 84 ellipsoid; the only code here that knows how.

Positions are `lon, lat` in degrees, EPSG:4326, at rest cut at 180 degrees (RFC 7946, 3.1.9).
Lengths are geodesic, in nautical miles of 1,852 m.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import geopandas as gpd
import shapely
from pyproj import Geod, Transformer
from shapely import (
    GeometryCollection,
    LinearRing,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    box,
)
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo.errors import CrsError

WGS84 = "EPSG:4326"
POLAR = "EPSG:3413"
"""NSIDC north polar stereographic, true at 70 N, 45 W pointing down; metres."""
EQUAL_AREA = "EPSG:6931"
"""NSIDC EASE-Grid 2.0 North, Lambert azimuthal equal-area; metres, for areas only."""
GEOD = Geod(ellps="WGS84")
METRES_PER_NM = 1852.0

Position = tuple[float, float]
_TURN_DEG = 360.0
_HALF_TURN_DEG = 180.0
_LINE_DIMENSION = 1


def require_crs(frame: gpd.GeoDataFrame, crs: str = WGS84) -> gpd.GeoDataFrame:
    """Return the frame itself if it is in `crs`.

    Raises
    ------
    CrsError
        When the frame has no CRS or another one.
    """
    if frame.crs is None:
        raise CrsError(f"The frame has no CRS; it must be {crs}. Set it where the data are read.")
    if frame.crs.to_string() != crs:
        raise CrsError(f"The frame is in {frame.crs.to_string()}; it must be {crs}. Use `to_crs`.")
    return frame


def wrap_lon(lon: float) -> float:
    """Return a longitude within -180 and 180 degrees; 180 itself stays 180."""
    if -_HALF_TURN_DEG <= lon <= _HALF_TURN_DEG:
        return lon
    return (lon + _HALF_TURN_DEG) % _TURN_DEG - _HALF_TURN_DEG


def unwrap(positions: Iterable[Sequence[float]]) -> list[Position]:
    """Return positions with longitudes that never jump by more than half a turn.

    The first longitude stays as it is; later ones may leave -180..180. What decides a step is the
    shorter way round, so an input step of more than 180 degrees is taken as a jump.
    """
    unwrapped: list[Position] = []
    for lon, lat, *_ in positions:
        before = unwrapped[-1][0] if unwrapped else lon
        step = (lon - before + _HALF_TURN_DEG) % _TURN_DEG - _HALF_TURN_DEG
        unwrapped.append((before + step if unwrapped else lon, lat))
    return unwrapped


def cut_at_antimeridian(geometry: BaseGeometry) -> BaseGeometry:
    """Cut an unwrapped geometry at 180 degrees and bring its parts within -180..180.

    The input's longitudes run on without jumps (see `unwrap`) and may leave -180..180 by up to one
    turn to each side. Lines give lines in the order of travel, polygons polygons; a ring that
    encloses the pole cannot be written in this form and must be cut before.
    """
    west, _, east, _ = geometry.bounds
    if west >= -_HALF_TURN_DEG and east <= _HALF_TURN_DEG:
        return geometry
    parts: list[tuple[int, BaseGeometry]] = []
    for turn in (-1, 0, 1):
        window = box(-180 + turn * _TURN_DEG, -90, 180 + turn * _TURN_DEG, 90)
        pieces = pieces_of(shapely.intersection(geometry, window))
        parts += [(turn, piece) for piece in pieces]
    if isinstance(geometry, LineString):
        parts.sort(key=lambda part: geometry.project(part[1].interpolate(0.5, normalized=True)))
    return gather(translate(piece, xoff=-turn * _TURN_DEG) for turn, piece in parts)


def gather(parts: Iterable[BaseGeometry]) -> BaseGeometry:
    """Return one geometry of the parts with the most dimensions; lesser ones drop out.

    An intersection can leave points and lines where it only touches; they are no part of a shape.
    """
    flat = [piece for part in parts for piece in pieces_of(part)]
    top = max((shapely.get_dimensions(piece) for piece in flat), default=-1)
    kept = [piece for piece in flat if shapely.get_dimensions(piece) == top]
    if len(kept) == 1:
        return kept[0]
    if top > _LINE_DIMENSION:
        return MultiPolygon([piece for piece in kept if isinstance(piece, Polygon)])
    if top == _LINE_DIMENSION:
        return MultiLineString([piece for piece in kept if isinstance(piece, LineString)])
    return MultiPoint([piece for piece in kept if isinstance(piece, Point)])


def pieces_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single-part geometries of any geometry, nested collections too."""
    if isinstance(geometry, GeometryCollection | MultiPoint | MultiLineString | MultiPolygon):
        return [piece for part in geometry.geoms for piece in pieces_of(part)]
    return [] if geometry.is_empty else [geometry]


def lines_of(geometry: BaseGeometry) -> list[LineString]:
    """Return the lines of a geometry, in order; rings of polygons are not lines."""
    return [piece for piece in pieces_of(geometry) if isinstance(piece, LineString)]


def join_track(geometry: BaseGeometry) -> list[Position]:
    """Return one unwrapped track from a line that was cut at 180 degrees.

    Parts are taken in their order; where a part begins at the other side of the cut, its first
    position repeats the last one and is dropped.
    """
    track: list[Position] = []
    for line in lines_of(geometry):
        run = unwrap([*track[-1:], *line.coords])
        track.extend(run[1:] if track else run)
    return [p for i, p in enumerate(track) if i == 0 or p != track[i - 1]]


def densify(positions: Sequence[Sequence[float]], *, step_km: float = 25.0) -> list[Position]:
    """Put positions along the geodesics between the given ones, at most `step_km` apart.

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


def track_to_line(positions: Sequence[Sequence[float]], *, step_km: float = 25.0) -> BaseGeometry:
    """Return the geodesic track through the positions as a line, densified and cut at 180."""
    return cut_at_antimeridian(LineString(densify(positions, step_km=step_km)))


def leg_lengths_nm(positions: Sequence[Sequence[float]]) -> list[float]:
    """Return the geodesic length of each leg in nautical miles."""
    return [GEOD.inv(a[0], a[1], b[0], b[1])[2] / METRES_PER_NM for a, b in pairwise(positions)]


def length_nm(geometry: BaseGeometry) -> float:
    """Return the geodesic length of a line in nautical miles; parts are summed."""
    return sum(
        GEOD.line_length([p[0] for p in line.coords], [p[1] for p in line.coords]) / METRES_PER_NM
        for line in lines_of(geometry)
    )


def area_km2(geometry: BaseGeometry) -> float:
    """Return the geodesic area of a polygon in square kilometres, whatever its winding."""
    total = 0.0
    for piece in pieces_of(geometry):
        if isinstance(piece, Polygon):
            shell = abs(GEOD.geometry_area_perimeter(Polygon(piece.exterior))[0])
            holes = sum(abs(GEOD.geometry_area_perimeter(Polygon(r))[0]) for r in piece.interiors)
            total += (shell - holes) / 1e6
    return total


def densify_edges(geometry: BaseGeometry, *, step_deg: float = 0.5) -> BaseGeometry:
    """Put vertices on long edges, straight in lon/lat, so that they bend rightly when projected.

    Meant for outlines that follow parallels and meridians (limits of seas, the cut at 180); for
    geodesics use `densify`.
    """
    return shapely.segmentize(geometry, step_deg)


_TO_POLAR = Transformer.from_crs(WGS84, POLAR, always_xy=True)
_FROM_POLAR = Transformer.from_crs(POLAR, WGS84, always_xy=True)


def to_polar(geometry: BaseGeometry) -> BaseGeometry:
    """Project a lon/lat geometry to EPSG:3413 metres; the pole is (0, 0)."""
    project: Any = _TO_POLAR.transform  # the stubs know interleaved arrays only
    return shapely.transform(geometry, project, interleaved=False)


def from_polar(x_m: float, y_m: float) -> Position:
    """Return lon, lat of a point in EPSG:3413 metres."""
    lon, lat = _FROM_POLAR.transform(x_m, y_m)
    return float(lon), float(lat)


def bearing_from_pole_deg(lon: float) -> float:
    """Return the direction of a meridian in the polar frame, clockwise from straight up.

    In EPSG:3413 the meridian of 45 W points straight down.
    """
    return (180.0 - (lon + 45.0)) % _TURN_DEG


def clean_rings(rings: Iterable[Iterable[Sequence[float]]]) -> list[LinearRing]:
    """Return unwrapped rings of at least four positions from rings that may jump at 180."""
    unwrapped = [unwrap(ring) for ring in rings]
    return [LinearRing(ring) for ring in unwrapped if len(ring) >= 4]  # noqa: PLR2004  a ring's least


def midpoint(geometry: BaseGeometry) -> Position:
    """Return a position on or in the geometry, fit for a label or a marker.

    Of a line the middle of its longest part, of an area a point well inside its largest part.
    """
    pieces = pieces_of(geometry)
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

"""The two drawing surfaces: a polar chart and a Mercator chart.

Each frame projects lon/lat to Leaflet's units and clips what lies outside. Polar units are those of
`L.CRS.Simple`: EPSG:3413 metres, scaled so that the tile grid of NASA GIBS in that projection would
fit.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Proj
from shapely import Point, Polygon
from shapely.affinity import affine_transform, translate
from shapely.geometry.base import BaseGeometry

from geo.geodesy import POLAR, TURN_DEG, clip, to_polar
from geo.view import FRAMES as FRAME_IDS

RIM_LAT_DEG = 50.0
"""The polar chart's rim; exit labels there say where routes continue."""
SEAM_LON_DEG = -11.0
"""The Mercator chart's edge: east of Iceland, west of Ireland, it cuts no Arctic land."""
MERCATOR_SOUTH_DEG = -60.0
MERCATOR_NORTH_DEG = 84.5
_GIBS_HALF_WIDTH_M = 4_194_304.0
METRES_PER_UNIT = 8192.0
"""Length of the polar frame's unit at 70 N, where its scale is true."""


@dataclass(frozen=True)
class Frame:
    """A drawing surface.

    Attributes
    ----------
    id, title
        Its id in the address and its name on the page.
    crs
        The name of Leaflet's CRS.
    project
        lon/lat geometry (cut at 180) to frame units, cut to the frame; may come back empty.
    home
        West, south, east, north of the first view, in frame units.
    closest
        The shorter side of the closest view that the map takes by itself, in frame units.
    steps_per_unit
        Precision of the shapes.
    tolerance
        Tolerance of simplification, in frame units.
    pixels_per_unit
        Size of a frame unit at Leaflet's zoom 0.
    label_zoom
        How many zoom levels later than on the polar chart small labels appear.
    """

    id: str
    title: str
    crs: str
    project: Callable[[BaseGeometry], BaseGeometry]
    home: tuple[float, float, float, float]
    closest: float
    steps_per_unit: int
    tolerance: float
    max_zoom: float
    pixels_per_unit: float
    label_zoom: float


def _to_units(metres: BaseGeometry) -> BaseGeometry:
    """Scale EPSG:3413 metres to frame units; the GIBS grid's corner becomes the origin."""
    scale, shift = 1 / METRES_PER_UNIT, _GIBS_HALF_WIDTH_M / METRES_PER_UNIT
    return affine_transform(metres, [scale, 0, 0, scale, shift, -shift])


def _units_of(lon: float, lat: float) -> tuple[float, float]:
    point = _to_units(to_polar(Point(lon, lat)))
    x, y = point.coords[0]
    return x, y


POLE = _units_of(0.0, 90.0)
RIM_RADIUS = math.dist(_units_of(0.0, RIM_LAT_DEG), POLE)
RIM: Polygon = Point(POLE).buffer(RIM_RADIUS, quad_segs=90)
REACH = 1.085
"""Half width of a drawing of the polar chart over the rim's radius: room for the ticks."""
TICK_RADIUS = RIM_RADIUS + 17
"""Radius of the meridians' labels on paper."""
SCREEN_TICK_RADIUS = RIM_RADIUS + 16
"""Radius of the meridians' labels on a screen, where the edge of the map is nearer."""


def project_polar(geometry: BaseGeometry) -> BaseGeometry:
    """Return a lon/lat geometry in polar frame units, cut at the rim.

    Parts that touch along 180 degrees are joined again: the polar chart has no seam there.
    """
    return shapely.intersection(_join_at_seam(_to_units(to_polar(geometry))), RIM)


_SEAM_STEP = 1e-4
"""Line ends at 180 E and 180 W are the same point of the chart within this step (0.8 m)."""
_SEAM_HEAL = 0.02
"""Polygons cut at 180 are widened by this much (160 m) and narrowed again: the seam closes."""


def _join_at_seam(projected: BaseGeometry) -> BaseGeometry:
    if projected.geom_type == "MultiLineString":
        return shapely.line_merge(shapely.set_precision(projected, _SEAM_STEP))
    if projected.geom_type == "MultiPolygon":
        grown = shapely.buffer(shapely.make_valid(projected), _SEAM_HEAL, join_style="mitre")
        return shapely.buffer(grown, -_SEAM_HEAL, join_style="mitre")
    return shapely.make_valid(projected)


def edge_of(frame: "Frame") -> Polygon:
    """Return the edge of a frame's chart, in its units."""
    if frame is POLAR_FRAME:
        return RIM
    east = SEAM_LON_DEG + TURN_DEG
    return shapely.box(SEAM_LON_DEG, MERCATOR_SOUTH_DEG, east, MERCATOR_NORTH_DEG)


def to_rim(lon: float, lat: float) -> tuple[float, float] | None:
    """Return where on the rim a lon/lat position beyond it lies, in polar units; None if inside.

    Its bearing from the pole decides.
    """
    if lat >= RIM_LAT_DEG:
        return None
    return out_to_rim(*_units_of(lon, 0.0))


def out_to_rim(x: float, y: float) -> tuple[float, float]:
    """Project a point radially onto the rim, both in polar units."""
    length = math.hypot(x - POLE[0], y - POLE[1])
    return (
        POLE[0] + (x - POLE[0]) / length * RIM_RADIUS,
        POLE[1] + (y - POLE[1]) / length * RIM_RADIUS,
    )


_MIN_SHARE = 0.5
_MIN_DEPTH = 0.125


def is_beyond_rim(geometries: Iterable[BaseGeometry], drawn: Iterable[BaseGeometry]) -> bool:
    """Return whether the polar chart shows at most a sliver of a feature along the rim.

    Less than half of the true area (of lines, of the length) lies inside the rim, and what is drawn
    comes nowhere nearer to the pole than an eighth of the rim's radius. So Alaska suffices for the
    United States, and northern Manchuria does not for China.

    Parameters
    ----------
    geometries
        The feature's shapes in lon/lat.
    drawn
        The same on the polar chart, in its units and cut at the rim.
    """
    nearest = min(shape.distance(Point(POLE)) for shape in drawn)
    if RIM_RADIUS - nearest >= _MIN_DEPTH * RIM_RADIUS:
        return False
    whole = shapely.transform(shapely.union_all(list(geometries)), _equal_area)
    north = math.degrees(math.sin(math.radians(RIM_LAT_DEG)))
    inside = shapely.clip_by_rect(whole, -180.0, north, 180.0, 90.0)
    share = inside.area / whole.area if whole.area else inside.length / (whole.length or 1.0)
    return bool(whole.length) and share < _MIN_SHARE


def _equal_area(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lambert's cylindrical projection, with degrees on both axes."""
    y = np.degrees(np.sin(np.radians(positions[:, 1])))
    return np.column_stack([positions[:, 0], y])


def project_mercator(geometry: BaseGeometry) -> BaseGeometry:
    """Project a lon/lat geometry to the chart that runs once around the globe from 11 W.

    Longitudes west of the seam are shifted by 360 degrees; what lies south of 60 S or north of 84.5
    N is clipped, since the projection diverges there.
    """
    window = shapely.box(-180, MERCATOR_SOUTH_DEG, 180, MERCATOR_NORTH_DEG)
    inside = shapely.intersection(geometry, window)
    east = clip(inside, shapely.box(SEAM_LON_DEG, -90, 180, 90))
    west = clip(inside, shapely.box(-180, -90, SEAM_LON_DEG, 90))
    if not shapely.get_dimensions(inside):  # a point on the seam is drawn on one side only
        west = shapely.difference(west, east)
    moved = translate(west, xoff=TURN_DEG)
    joined = shapely.union_all([east, moved])
    return shapely.line_merge(joined) if joined.geom_type == "MultiLineString" else joined


def mercator_heights(lats_deg: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the heights of latitudes as Mercator draws them, in degrees of the equator."""
    return np.degrees(np.arcsinh(np.tan(np.radians(lats_deg))))


def polar_scale(lat: float) -> float:
    """Return drawn length over true length on the polar chart at a latitude; 1 at 70 N."""
    return float(Proj(POLAR).get_factors(0.0, lat).meridional_scale)


def _around_pole(radius: float) -> tuple[float, float, float, float]:
    return POLE[0] - radius, POLE[1] - radius, POLE[0] + radius, POLE[1] + radius


_POLAR_ID, _MERCATOR_ID = FRAME_IDS
POLAR_FRAME = Frame(
    id=_POLAR_ID,
    title="Polar",
    crs="Simple",
    project=project_polar,
    home=_around_pole(RIM_RADIUS * 0.94),
    closest=RIM_RADIUS * 0.47,
    steps_per_unit=50,
    tolerance=0.2,
    max_zoom=5,
    pixels_per_unit=1.0,
    label_zoom=0.0,
)
MERCATOR_FRAME = Frame(
    id=_MERCATOR_ID,
    title="Mercator",
    crs="EPSG3857",
    project=project_mercator,
    home=(SEAM_LON_DEG, -36.5, SEAM_LON_DEG + TURN_DEG, MERCATOR_NORTH_DEG),
    closest=29.0,
    steps_per_unit=200,
    tolerance=0.02,
    max_zoom=9,
    pixels_per_unit=256 / 360,
    label_zoom=2.1,
)
FRAMES = {frame.id: frame for frame in (POLAR_FRAME, MERCATOR_FRAME)}

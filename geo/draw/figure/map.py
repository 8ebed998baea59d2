"""The map of the figure to print: shapes, graticule and the Arctic Circle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from geo.catalogue.records import Feature
from geo.draw.assets import Payload, drawn_shape, in_steps
from geo.draw.frames import (
    MERCATOR_NORTH_DEG,
    MERCATOR_SOUTH_DEG,
    POLAR_FRAME,
    POLE,
    RIM_RADIUS,
    SEAM_LON_DEG,
    Frame,
)
from geo.draw.graticule import arctic_circle
from geo.draw.palette import LIGHT
from geo.draw.styles import Style, style_of
from geo.exchange.shown import Shown
from geo.geodesy import GEOD

POINTS_PER_PIXEL = 0.66
"""Widths and dashes of the screen, in points of the page."""
_PIXELS_PER_INCH = 96
_REACH = 1.085
_POLAR_METRES_PER_UNIT = 8192.0
_TRUE_LAT_DEG = 70.0
_TURN_DEG = 360.0
ORDER = ("disc", "water", "grid", "land", "circle", "states", "areas", "lines", "lit", "points")


@dataclass(frozen=True)
class Ground:
    """What lies between a chart's steps and the page: the frame, its payload, the map's width."""

    frame: Frame
    payload: Payload
    side_in: float

    def place(self, steps: Sequence[Sequence[float]]) -> "np.ndarray[Any, Any]":
        """Return positions in steps as positions on the page; Mercator's stretch is done here."""
        points: np.ndarray[Any, Any] = np.asarray(steps, dtype=float) / self.payload["scale"]
        if self.frame is not POLAR_FRAME:
            points[:, 1] = _stretched(points[:, 1])
        return points

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, east, south, north of the map: a square."""
        if self.frame is POLAR_FRAME:
            reach = RIM_RADIUS * _REACH
            return POLE[0] - reach, POLE[0] + reach, POLE[1] - reach, POLE[1] + reach
        south, north = self.sea_limits
        middle = (south + north) / 2
        west, east = SEAM_LON_DEG, SEAM_LON_DEG + _TURN_DEG
        return west, east, middle - _TURN_DEG / 2, middle + _TURN_DEG / 2

    @property
    def sea_limits(self) -> tuple[float, float]:
        """South and north of the Mercator chart, as drawn."""
        south, north = _stretched(np.array([MERCATOR_SOUTH_DEG, MERCATOR_NORTH_DEG]))
        return float(south), float(north)

    @property
    def units_per_inch(self) -> float:
        """How many units of the frame an inch of the page holds."""
        return (self.box[1] - self.box[0]) / self.side_in

    @property
    def metres_per_unit(self) -> float:
        """Length of a unit along a parallel at 70 N, where the scale bar is true."""
        if self.frame is POLAR_FRAME:
            return _POLAR_METRES_PER_UNIT
        return float(GEOD.inv(0, _TRUE_LAT_DEG, 1, _TRUE_LAT_DEG)[2])

    @property
    def zoom(self) -> float:
        """The page's scale as a zoom level of the screen, which decides what labels have room."""
        pixels = _PIXELS_PER_INCH / self.units_per_inch
        return math.log2(pixels / self.frame.pixels_per_unit)

    def steps_of(self, geometry: BaseGeometry) -> Payload:
        """Return a lon/lat line or point of our own as the payload writes shapes."""
        return in_steps(drawn_shape(geometry, "", self.frame), self.frame)


def _stretched(lat_deg: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Return the heights of latitudes on a Mercator chart, in degrees of longitude."""
    heights: np.ndarray[Any, Any] = np.degrees(np.arcsinh(np.tan(np.radians(lat_deg))))
    return heights


def draw_map(axes: Axes, shown: Shown, ground: Ground) -> None:
    """Draw all that the scene holds, from the ground up."""
    axes.set_axis_off()
    west, east, south, north = ground.box
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect("equal")
    _draw_ground(axes, ground)
    for identity, slug, name in shown.scene.items:
        feature = shown.catalogue.features[identity]
        emphasis = name.rsplit("-", 1)[1]
        geometry = ground.payload["shapes"][identity][slug]
        _draw_item(axes, ground, geometry, feature, emphasis)


def _draw_ground(axes: Axes, ground: Ground) -> None:
    payload = ground.payload
    if payload["disc"]:
        disc = {"fill": True, "fillColor": LIGHT.sea, "fillOpacity": 1, "color": LIGHT.circle}
        _draw(axes, ground, payload["disc"], disc | {"weight": 1.5, "pane": "disc"})
    else:
        south, north = ground.sea_limits
        sea = Rectangle((SEAM_LON_DEG, south), _TURN_DEG, north - south, facecolor=LIGHT.sea)
        axes.add_artist(sea).set_zorder(ORDER.index("disc"))
    grid = {"color": LIGHT.graticule, "weight": 0.8, "pane": "grid"}
    _draw(axes, ground, payload["graticule"], grid)
    land = {"fill": True, "fillColor": LIGHT.land, "fillOpacity": 1, "color": LIGHT.shore}
    _draw(axes, ground, payload["land"], land | {"weight": 0.6, "pane": "land"})
    circle = {"color": LIGHT.circle, "weight": 1.1, "dashArray": "6 4", "pane": "circle"}
    _draw(axes, ground, ground.steps_of(arctic_circle()), circle)


def _draw_item(
    axes: Axes, ground: Ground, geometry: Payload, feature: Feature, emphasis: str
) -> None:
    style = style_of(feature, LIGHT, emphasis)
    if geometry["type"] in {"Point", "MultiPoint"}:
        _draw_points(axes, ground, geometry, style)
        return
    if casing := style.get("casing"):
        _draw(axes, ground, geometry, {**style, **casing, "dashArray": ""})
    _draw(axes, ground, geometry, style)


def _draw(axes: Axes, ground: Ground, geometry: Payload, style: Style) -> None:
    """Draw lines or areas in Leaflet's style; an area that leaves no ink is not drawn."""
    fill = style.get("fillOpacity", 0) if style.get("fill") else 0
    line = style.get("opacity", 1)
    if not (fill or line) or not geometry["coordinates"]:
        return
    patch = PathPatch(
        _path(geometry, ground),
        facecolor=(style["fillColor"], fill) if fill else "none",
        edgecolor=(style["color"], line),
        linewidth=style["weight"] * POINTS_PER_PIXEL if line else 0,
        linestyle=dashes(style),
        joinstyle="round",
        zorder=ORDER.index(style["pane"]),
    )
    axes.add_artist(patch)  # `add_patch` would measure each for limits that are set already


def dashes(style: Style) -> Any:  # noqa: ANN401  what matplotlib takes for a line style
    """Return Leaflet's dash pattern as matplotlib's, which counts in widths of the line."""
    lengths = [float(part) for part in str(style.get("dashArray", "")).split()]
    return (0, [length / style["weight"] for length in lengths]) if lengths else "solid"


def _draw_points(axes: Axes, ground: Ground, geometry: Payload, style: Style) -> None:
    """Draw places; a point that stands for an area and leaves no ink is not drawn."""
    fill, line = style["fillOpacity"], style["opacity"]
    if not (fill or line):
        return
    coordinates = geometry["coordinates"]
    spots = ground.place([coordinates] if geometry["type"] == "Point" else coordinates)
    axes.plot(
        spots[:, 0],
        spots[:, 1],
        linestyle="none",
        marker="o",
        markersize=2 * style.get("radius", 3) * POINTS_PER_PIXEL,
        markerfacecolor=(style["fillColor"], fill),
        markeredgecolor=(style["color"], line),
        markeredgewidth=style["weight"] * POINTS_PER_PIXEL,
        zorder=ORDER.index(style["pane"]),
    )


def _path(geometry: Payload, ground: Ground) -> Path:
    """Return a geometry as one path; holes turn against their shells, so that they stay open."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if not kind.endswith("Polygon"):
        lines = [coordinates] if kind == "LineString" else coordinates
        return Path.make_compound_path(*(Path(ground.place(line)) for line in lines))
    polygons = [coordinates] if kind == "Polygon" else coordinates
    rings = chain.from_iterable(
        (_turned(ground.place(ring), hole=index > 0) for index, ring in enumerate(polygon))
        for polygon in polygons
    )
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))


def _turned(ring: "np.ndarray[Any, Any]", *, hole: bool) -> "np.ndarray[Any, Any]":
    x, y = ring[:, 0], ring[:, 1]
    doubled_area = float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))
    return ring[::-1] if (doubled_area < 0) != hole else ring

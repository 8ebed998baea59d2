"""The map of the figure: shapes, graticule and the Arctic Circle."""

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from geo.draw.chart import Chart, drawn_shape, quantise
from geo.draw.frames import (
    MERCATOR_NORTH_DEG,
    MERCATOR_SOUTH_DEG,
    METRES_PER_UNIT,
    POLAR_FRAME,
    POLE,
    REACH,
    RIM_RADIUS,
    SEAM_LON_DEG,
    Frame,
    mercator_heights,
)
from geo.draw.palette import LIGHT
from geo.draw.scene import Scene
from geo.draw.styles import HATCHES, PANE_OPACITY, PANE_ORDER, Style, ground_style, style_of
from geo.draw.symbols import SYMBOLS, Symbol
from geo.geodesy import GEOD, TURN_DEG

Positions = NDArray[np.float64]
POINTS_PER_PIXEL = 0.66
"""Widths and dashes of the screen, in points of the page."""
_PIXELS_PER_INCH = 96
_POINTS_PER_INCH = 72
_TRUE_LAT_DEG = 70.0
_SHORE_PX = 0.6
"""Width of the shore; print is finer than a screen."""


@dataclass(frozen=True)
class PageTransform:
    """The transform from a chart's steps to the page."""

    frame: Frame
    side_in: float

    def to_page(self, positions: Positions) -> Positions:
        """Convert positions in steps to positions on the page, with the Mercator stretch."""
        points = np.asarray(positions, dtype=float) / self.frame.steps_per_unit
        if self.frame is not POLAR_FRAME:
            points[:, 1] = mercator_heights(points[:, 1])
        return points

    def point_to_page(self, at: tuple[float, float]) -> tuple[float, float]:
        """Convert one position in steps to a position on the page."""
        x, y = self.to_page(np.array([at]))[0]
        return float(x), float(y)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, east, south, north of the map in frame units: a square."""
        if self.frame is POLAR_FRAME:
            reach = RIM_RADIUS * REACH
            return POLE[0] - reach, POLE[0] + reach, POLE[1] - reach, POLE[1] + reach
        south, north = self.sea_limits
        middle = (south + north) / 2
        west, east = SEAM_LON_DEG, SEAM_LON_DEG + TURN_DEG
        return west, east, middle - TURN_DEG / 2, middle + TURN_DEG / 2

    @property
    def sea_limits(self) -> tuple[float, float]:
        """South and north of the Mercator chart in frame units, as drawn."""
        south, north = mercator_heights(np.array([MERCATOR_SOUTH_DEG, MERCATOR_NORTH_DEG]))
        return float(south), float(north)

    @property
    def units_per_inch(self) -> float:
        """Frame units per inch of the page."""
        return (self.box[1] - self.box[0]) / self.side_in

    @property
    def metres_per_unit(self) -> float:
        """Length of a unit along a parallel at 70 N, where the scale bar is true."""
        if self.frame is POLAR_FRAME:
            return METRES_PER_UNIT
        return float(GEOD.inv(0, _TRUE_LAT_DEG, 1, _TRUE_LAT_DEG)[2])

    @property
    def zoom(self) -> float:
        """The page's scale as a screen zoom level, which decides which labels show."""
        pixels = _PIXELS_PER_INCH / self.units_per_inch
        return math.log2(pixels / self.frame.pixels_per_unit)

    def steps_of(self, geometry: BaseGeometry) -> BaseGeometry:
        """Convert a lon/lat line or point to the chart's steps."""
        return quantise(drawn_shape(geometry, "", self.frame), self.frame)


def set_up(axes: Axes, page: PageTransform) -> None:
    """Give the axes the extent of the page."""
    axes.set_axis_off()
    west, east, south, north = page.box
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect("equal")


def draw_map(
    axes: Axes, scene: Scene, chart: Chart, page: PageTransform, *, named: Container[str]
) -> None:
    """Draw the whole scene, from the background up; of the places those that have a name on it."""
    _draw_ground(axes, chart, page)
    bands: list[tuple[BaseGeometry, Style]] = []
    for item in scene.items:
        if item.feature.kind == "place" and item.feature.id not in named:
            continue
        geometry, style = chart.shapes[item.feature.id][item.variant], style_of(item.style, LIGHT)
        bands += [(geometry, under) for under in style.under() if under.pane in PANE_OPACITY]
        _draw_item(axes, page, geometry, style)
    _draw_bands(axes, page, bands)


def _draw_ground(axes: Axes, chart: Chart, page: PageTransform) -> None:
    _draw(axes, page, chart.ground["disc"], ground_style("disc", LIGHT))
    _draw(axes, page, chart.ground["graticule"], ground_style("grid", LIGHT))
    _draw(axes, page, chart.land, ground_style("land", LIGHT))
    _draw(axes, page, chart.land, replace(ground_style("coast", LIGHT), stroke_px=_SHORE_PX))
    _draw(axes, page, chart.ground["circle"], ground_style("circle", LIGHT))


def _draw_item(axes: Axes, page: PageTransform, geometry: BaseGeometry, style: Style) -> None:
    if geometry.geom_type.endswith("Point"):
        _draw_points(axes, page, geometry, style)
        return
    for under in style.under():
        if under.pane not in PANE_OPACITY:
            _draw(axes, page, geometry, under)
    _draw(axes, page, geometry, style)


def _draw_bands(
    axes: Axes, page: PageTransform, bands: Sequence[tuple[BaseGeometry, Style]]
) -> None:
    """Draw bands that one sees through as areas which do not overlap: the tint is even.

    What is seen best comes first, and of equals the widest, which is the lit one.
    """
    covered: BaseGeometry = Polygon()
    ordered = sorted(bands, key=lambda one: (one[1].seen_opacity, one[1].stroke_px), reverse=True)
    for geometry, style in ordered:
        half = style.stroke_px * POINTS_PER_PIXEL / _POINTS_PER_INCH * page.units_per_inch / 2
        line = shapely.transform(geometry, page.to_page)
        area = shapely.difference(shapely.buffer(line, half, cap_style="round"), covered)
        covered = shapely.union(covered, area)
        patch = PathPatch(
            _path(area),
            facecolor=tone(style.stroke, style.seen_opacity),
            linewidth=0,
            zorder=PANE_ORDER.index("bands"),
        )
        axes.add_artist(patch)


def _draw(axes: Axes, page: PageTransform, geometry: BaseGeometry, style: Style) -> None:
    """Draw lines or areas; skip invisible ones."""
    if not style.is_visible or geometry.is_empty:
        return
    line = style.stroke_opacity
    patch = PathPatch(
        _path(shapely.transform(geometry, page.to_page)),
        **fill_of(style),
        edgecolor=tone(style.stroke, line),
        linewidth=style.stroke_px * POINTS_PER_PIXEL if line else 0,
        linestyle=line_style(style),
        joinstyle="round",
        capstyle="round" if style.is_round else "butt",
        zorder=PANE_ORDER.index(style.pane),
    )
    axes.add_artist(patch)  # `add_patch` would measure each for limits that are set already


def line_style(style: Style) -> Any:  # noqa: ANN401  what matplotlib takes for a line style
    """Return a dash pattern in matplotlib's units (line widths)."""
    lengths = [length / style.stroke_px for length in style.dashes]
    return (0, lengths) if lengths else "solid"


def tone(colour: str, opacity: float) -> tuple[float, float, float, float]:
    """Return a colour, which may have an opacity of its own, with another on top."""
    red, green, blue, alpha = to_rgba(colour)
    return red, green, blue, alpha * opacity


def fill_of(style: Style) -> dict[str, Any]:
    """Return how matplotlib fills an area: a colour, or a hatching."""
    if style.hatch:
        hatch = HATCHES[style.hatch]
        return {
            "facecolor": "none",
            "hatch": ("/" if hatch.angle_deg > 0 else "\\") * 5,
            "hatchcolor": tone(str(style.fill), hatch.opacity),
            "hatch_linewidth": hatch.width_px * POINTS_PER_PIXEL,
        }
    has_fill = bool(style.fill and style.fill_opacity)
    return {"facecolor": tone(str(style.fill), style.fill_opacity) if has_fill else "none"}


def sign_path(symbol: Symbol) -> tuple[Path, float]:
    """Return a sign as a marker, with y upward, and its half width in pixels."""
    outlines = [np.array(outline) * (1, -1) for outline in SYMBOLS[symbol]]
    half = float(max(np.abs(outline).max() for outline in outlines))
    return Path.make_compound_path(*(Path(outline) for outline in outlines)), half


def _draw_points(axes: Axes, page: PageTransform, geometry: BaseGeometry, style: Style) -> None:
    """Draw points; skip invisible ones that stand for an area."""
    if not style.is_visible:
        return
    positions = page.to_page(shapely.get_coordinates(geometry))
    marker, half = sign_path(style.symbol) if style.symbol else ("o", style.radius_px or 0)
    axes.plot(
        positions[:, 0],
        positions[:, 1],
        linestyle="none",
        marker=marker,
        markersize=2 * half * style.scale * POINTS_PER_PIXEL,
        markerfacecolor=(style.fill or LIGHT.halo, style.fill_opacity),
        markeredgecolor=(style.stroke, style.stroke_opacity),
        markeredgewidth=style.stroke_px * POINTS_PER_PIXEL,
        zorder=PANE_ORDER.index(style.pane),
    )


def _path(geometry: BaseGeometry) -> Path:
    """Return a geometry on the page as one path; holes wind opposite to their shells."""
    parts = shapely.get_parts(geometry)
    if not geometry.geom_type.endswith("Polygon"):
        lines = (Path(shapely.get_coordinates(line)) for line in parts)
        return Path.make_compound_path(*lines)
    rings = (
        _oriented(shapely.get_coordinates(ring), hole=index > 0)
        for polygon in parts
        for index, ring in enumerate(shapely.get_rings(polygon))
    )
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))


def _oriented(ring: Positions, *, hole: bool) -> Positions:
    x, y = ring[:, 0], ring[:, 1]
    doubled_area = float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))
    return ring[::-1] if (doubled_area < 0) != hole else ring

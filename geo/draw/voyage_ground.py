"""The ground under a voyage: land, waters and names, which stay as they are for every voyage.

Each is a pure function of the chart that the app has loaded anyway, so the page can keep the result
and send it once. Which state's waters are raised is up to the page: `data-raised` on what holds it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart
from geo.draw.frames import POLE, RIM_RADIUS
from geo.draw.label_types import height_px_of, width_px_of
from geo.draw.voyage_lines import (
    DISC_RADIUS,
    NORTH_DEG,
    SOUTH_DEG,
    STRIP_UNITS,
    Strip,
    heights,
    on_disc,
    path_of,
    place_on_strip,
)
from geo.escape import Markup, svg_element
from geo.geodesy import TURN_DEG, extract_lines, extract_polygons

UNITS_PER_PX = 2 * DISC_RADIUS / 460
"""Units of the disc in a pixel where it is as small as on a laptop: names are placed for that."""
ARCTIC_STATES = ("CA", "DK", "FI", "IS", "NO", "RU", "SE", "US")
_LANDS = (*ARCTIC_STATES, "GL", "FO", "svalbard", "jan-mayen")
_FINE = 1.3
_COARSE = 4.0
_ISLE = 20.0
_UNDER_LAND = 22.0
"""Waters go on this far under the land, so that their outline need not follow the coast."""
_WITHOUT_LIMITS = ("BE", "DE", "EE", "FI", "FR", "LT", "LV", "NL", "PL", "SE")
"""States whose narrow waters have too many limits for this scale."""
_WATERS = ("eez", "territorial_sea", "internal_waters")
_STRIP_FINE, _STRIP_ISLE = 2.5, 40.0


@dataclass(frozen=True)
class GroundName:
    """A name of the ground: where its middle is, its lines, and the type of label that it is.

    A minor one is left out on a small disc.
    """

    lon: float
    lat: float
    lines: tuple[str, ...]
    category: Literal["land", "water", "ocean", "gate"]
    is_minor: bool = True

    @property
    def at(self) -> tuple[float, float]:
        """Its middle, in units of the disc."""
        (x, y), *_ = on_disc([(self.lon, self.lat), (self.lon, self.lat)]).tolist()
        return x, y

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom at the disc's usual size, in its units."""
        x, y = self.at
        half = width_px_of(self.lines, self.category) * UNITS_PER_PX / 2
        rise = height_px_of(self.lines, self.category) * UNITS_PER_PX / 2
        return x - half, y - rise, x + half, y + rise


GROUND_NAMES = (
    GroundName(112, 62.5, ("Russia",), "land", is_minor=False),
    GroundName(-152, 65.3, ("U.S.",), "land"),
    GroundName(-110, 58.5, ("Canada",), "land", is_minor=False),
    GroundName(-38, 72.5, ("Greenland",), "land", is_minor=False),
    GroundName(-18.7, 64.9, ("Iceland",), "land"),
    GroundName(14.5, 62.0, ("Norway",), "land"),
    GroundName(-174, 57.6, ("Bering", "Sea"), "water"),
    GroundName(36, 76.3, ("Barents", "Sea"), "water"),
    GroundName(-128, 82.0, ("Arctic", "Ocean"), "ocean"),
)
BERING_STRAIT = GroundName(-169, 65.8, ("Bering Strait",), "gate")


def polar_ground(chart: Chart, catalogue: Catalogue) -> Markup:
    """Return the disc's ground as an SVG, from the app's polar chart."""
    land = _on_disc(chart.land, chart)
    south = shapely.difference(land, _union(chart, _LANDS))
    circle, grid = (_on_disc(chart.ground[part], chart) for part in ("circle", "graticule"))
    disc = {"r": DISC_RADIUS, "cx": 0, "cy": 0}
    return svg_element(
        "svg",
        svg_element("circle", class_="disc", **disc),
        svg_element("g", *_waters(chart, catalogue, land), class_="zones"),
        svg_element("path", d=_lines(grid), class_="grid"),
        svg_element("path", d=_rings(_slim(land, _FINE, _ISLE)), class_="land arctic"),
        svg_element("path", d=_rings(_slim(south, _FINE, _ISLE)), class_="land"),
        svg_element("path", d=_lines(_borders(chart, land)), class_="borders"),
        svg_element("path", d=_rings(_slim(land, _FINE, _ISLE)), class_="coast"),
        svg_element("path", d=_lines(circle), class_="circle"),
        svg_element("circle", class_="rim", **disc),
        svg_element("g", *map(_name, GROUND_NAMES), class_="names"),
        class_="ground",
        viewBox=disc_box(),
        aria_hidden="true",
    )


def disc_box() -> str:
    """Return the disc's view box."""
    return f"{-DISC_RADIUS} {-DISC_RADIUS} {2 * DISC_RADIUS} {2 * DISC_RADIUS}"


def _on_disc(geometry: BaseGeometry, chart: Chart) -> BaseGeometry:
    """Return what is in steps of the polar chart in units of the disc."""
    steps = chart.frame.steps_per_unit
    scale = np.array((1, -1)) * DISC_RADIUS / RIM_RADIUS
    return shapely.transform(geometry, lambda at: (at / steps - POLE) * scale)


def _union(chart: Chart, ids: Iterable[str]) -> BaseGeometry:
    shapes = [_on_disc(shape, chart) for i in ids for shape in chart.shapes.get(i, {}).values()]
    areas = [shapely.make_valid(one) for one in shapes if shapely.get_dimensions(one) > 1]
    return shapely.buffer(shapely.union_all(areas), _FINE)


def _borders(chart: Chart, land: BaseGeometry) -> BaseGeometry:
    """Return the borders of the Arctic states over land, each once, without their coasts."""
    edges = [
        shapely.boundary(_on_disc(shape, chart))
        for one in ARCTIC_STATES
        for shape in chart.shapes.get(one, {}).values()
        if shapely.get_dimensions(shape) > 1
    ]
    inland = shapely.buffer(land, -_COARSE)
    drawn: BaseGeometry = shapely.LineString()
    for edge in edges:
        fresh = shapely.difference(edge, shapely.buffer(drawn, _COARSE))
        drawn = shapely.union_all([drawn, shapely.intersection(fresh, inland)])
    kept = [line for line in extract_lines(shapely.line_merge(drawn)) if line.length > _UNDER_LAND]
    return shapely.simplify(shapely.MultiLineString(kept), _FINE)


def _waters(chart: Chart, catalogue: Catalogue, land: BaseGeometry) -> Iterator[Markup]:
    """Yield the waters of each state up to its economic zone's limit, as one shape."""
    parts: dict[str, list[BaseGeometry]] = {}
    for feature in catalogue.of_kind("zone"):
        states = feature.details.get("states") or []
        if feature.details.get("zone") in _WATERS and len(states) == 1:
            shapes = [_on_disc(shape, chart) for shape in chart.shapes.get(feature.id, {}).values()]
            parts.setdefault(str(states[0]), []).extend(map(shapely.make_valid, shapes))
    for state, shapes in sorted(parts.items()):
        whole = shapely.buffer(shapely.union_all(shapes), _FINE / 2)
        under = shapely.intersection(shapely.buffer(whole, _UNDER_LAND, quad_segs=2), land)
        outline = _slim(shapely.union_all([whole, under]), _FINE, _ISLE)
        if not outline.is_empty:
            look = "zone" + " plain" * (state in _WITHOUT_LIMITS)
            yield svg_element("path", d=_rings(outline), class_=look, data_state=state)


def _slim(geometry: BaseGeometry, tolerance: float, smallest: float) -> BaseGeometry:
    """Return areas simplified, without islands and holes that are too small to be seen."""
    slim = shapely.simplify(geometry, tolerance)
    kept = [
        shapely.Polygon(one.exterior, [r for r in one.interiors if _area(r) > smallest])
        for one in extract_polygons(shapely.make_valid(slim))
        if one.area > smallest
    ]
    return shapely.MultiPolygon(kept)


def _area(ring: shapely.LinearRing) -> float:
    return float(shapely.Polygon(ring).area)


def _rings(areas: BaseGeometry) -> str:
    rings = shapely.get_rings(shapely.get_parts(areas))
    return path_of((shapely.get_coordinates(ring)[:-1] for ring in rings), closed=True)


def _lines(geometry: BaseGeometry) -> str:
    return path_of(map(shapely.get_coordinates, extract_lines(geometry)))


def _name(name: GroundName) -> Markup:
    x, y = name.at
    look = f"name {name.category}{' minor' * name.is_minor}"
    rise = (1 - len(name.lines)) * 0.55 + 0.35
    lines = (
        svg_element("tspan", line, x=round(x), dy=f"{1.1 if index else rise:.2f}em")
        for index, line in enumerate(name.lines)
    )
    return svg_element("text", *lines, x=round(x), y=round(y), class_=look)


def world_ground(chart: Chart, west_lon: float, width_deg: float) -> Markup:
    """Return the strip's ground as an SVG, from the app's Mercator chart.

    Parameters
    ----------
    west_lon, width_deg
        As `strip_window` returns them: the west edge, any longitude, and a width of 360 degrees or
        more.
    """
    strip = Strip(west_lon, width_deg)
    height = round(strip.height)
    return svg_element(
        "svg",
        svg_element("rect", x=0, y=0, width=STRIP_UNITS, height=height, class_="sea"),
        svg_element("path", d=_strip_grid(strip), class_="grid"),
        svg_element("path", d=_rings(_strip_land(chart, strip)), class_="land edged"),
        class_="ground",
        viewBox=strip_box(strip),
        aria_hidden="true",
    )


def strip_box(strip: Strip) -> str:
    """Return a strip's view box."""
    return f"0 0 {STRIP_UNITS} {round(strip.height)}"


def _strip_land(chart: Chart, strip: Strip) -> BaseGeometry:
    """Return the land in units of the strip, as often around the world as it is in it."""
    steps = chart.frame.steps_per_unit
    world = shapely.transform(chart.land, lambda at: at / steps)
    window = shapely.box(strip.west - 1, SOUTH_DEG - 1, strip.west + strip.width + 1, NORTH_DEG + 1)
    near = [translate(world, xoff=turn * TURN_DEG) for turn in range(-3, 3)]
    inside = [shapely.intersection(one, window) for one in near if one.intersects(window)]
    merged = shapely.union_all(inside, grid_size=1 / steps)
    placed = shapely.transform(merged, lambda at: place_on_strip(at, strip))
    return _slim(placed, _STRIP_FINE, _STRIP_ISLE)


def _strip_grid(strip: Strip) -> str:
    first = int(np.ceil(strip.west / 30)) * 30
    lons = np.arange(first, strip.west + strip.width, 30)
    lines = [
        np.array([[(lon - strip.west) * strip.scale, y] for y in (0.0, strip.height)])
        for lon in lons
    ]
    level = heights((60, 30, 0, -30), strip).tolist()
    return path_of([*lines, *(np.array([[0.0, y], [STRIP_UNITS, y]]) for y in level)])

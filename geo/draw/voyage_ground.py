"""The ground under a voyage: land and waters, which stay as they are for every voyage.

Its shapes take a while to be made, so they ship (`geo.draw.ready_ground`); what is drawn of them is
made in no time. Which state's waters are raised is up to the page: `data-raised` on what holds it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart
from geo.draw.frames import POLE, RIM_RADIUS
from geo.draw.voyage_lines import (
    DISC_RADIUS,
    NORTHMOST_DEG,
    SOUTH_DEG,
    STRIP_UNITS,
    Strip,
    heights,
    path_of,
    place_on_strip,
)
from geo.escape import Markup, svg_element
from geo.geodesy import HALF_TURN_DEG, TURN_DEG, extract_lines, extract_polygons

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
_WORLD = Strip(-HALF_TURN_DEG, TURN_DEG, north=NORTHMOST_DEG)
"""The strip that the world's land is kept for: once around the world."""


@dataclass(frozen=True)
class Ground:
    """The shapes of the ground as path data.

    Attributes
    ----------
    disc
        Parts of the disc by name, in its units.
    zones
        Waters by state, in units of the disc.
    land
        Land of the world once, whole: west, east and south edge and path of each, in units of a
        strip that is once around the world.
    """

    disc: Mapping[str, str]
    zones: Mapping[str, str]
    land: tuple[tuple[int, int, int, str], ...]


def make_ground(polar: Chart, world: Chart, catalogue: Catalogue) -> Ground:
    """Return the shapes of the ground from the app's charts."""
    land = _on_disc(polar.land, polar)
    slim = _slim(land, _FINE, _ISLE)
    south = shapely.difference(land, _union(polar, _LANDS))
    circle, grid = (_on_disc(polar.ground[part], polar) for part in ("circle", "graticule"))
    disc = {
        "grid": _lines(grid),
        "land": _rings(slim),
        "south": _rings(_slim(south, _FINE, _ISLE)),
        "borders": _lines(_borders(polar, land)),
        "circle": _lines(circle),
    }
    return Ground(disc, dict(_waters(polar, catalogue, land)), tuple(_world_land(world)))


def polar_ground(ground: Ground) -> Markup:
    """Return the disc's ground as an SVG."""
    disc, shape = {"r": DISC_RADIUS, "cx": 0, "cy": 0}, ground.disc
    return svg_element(
        "svg",
        svg_element("circle", class_="disc", **disc),
        svg_element("g", *_zones(ground), class_="zones"),
        svg_element("path", d=shape["grid"], class_="grid"),
        svg_element("path", d=shape["land"], class_="land arctic"),
        svg_element("path", d=shape["south"], class_="land"),
        svg_element("path", d=shape["borders"], class_="borders"),
        svg_element("path", d=shape["land"], class_="coast"),
        svg_element("path", d=shape["circle"], class_="circle"),
        svg_element("circle", class_="rim", **disc),
        class_="ground",
        viewBox=disc_box(),
        aria_hidden="true",
    )


def _zones(ground: Ground) -> Iterator[Markup]:
    for state, d in ground.zones.items():
        look = "zone" + " plain" * (state in _WITHOUT_LIMITS)
        yield svg_element("path", d=d, class_=look, data_state=state)


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


def _waters(chart: Chart, catalogue: Catalogue, land: BaseGeometry) -> Iterator[tuple[str, str]]:
    """Yield the waters of each state up to its economic zone's limit, as one path."""
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
            yield state, _rings(outline)


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


def world_ground(ground: Ground, strip: Strip) -> Markup:
    """Return the strip's ground as an SVG."""
    height = round(strip.height)
    return svg_element(
        "svg",
        svg_element("rect", x=0, y=0, width=STRIP_UNITS, height=height, class_="sea"),
        svg_element("path", d=_strip_grid(strip), class_="grid"),
        *_strip_land(ground, strip),
        class_="ground",
        viewBox=strip_box(strip),
        aria_hidden="true",
    )


def strip_box(strip: Strip) -> str:
    """Return a strip's view box."""
    return f"0 0 {STRIP_UNITS} {round(strip.height)}"


def _strip_land(ground: Ground, strip: Strip) -> Iterator[Markup]:
    """Yield the land once for each turn around the world that the strip shows a part of."""
    scale = strip.scale / _WORLD.scale
    west = (strip.west - _WORLD.west) * _WORLD.scale
    top = float(heights([strip.north], _WORLD)[0])
    for turn in range(-3, 4):
        left = west - turn * STRIP_UNITS
        right = left + strip.width * _WORLD.scale
        seen = "".join(
            d for start, end, low, d in ground.land if start < right and end > left and low > top
        )
        if seen:
            yield svg_element(
                "g",
                svg_element("path", d=seen, class_="land edged"),
                transform=f"scale({scale:.5f}) translate({-left:.1f} {-top:.1f})",
            )


def _world_land(chart: Chart) -> Iterator[tuple[int, int, int, str]]:
    """Yield the land that begins within a turn around the world: whole, without a seam."""
    steps = chart.frame.steps_per_unit
    world = shapely.transform(chart.land, lambda at: at / steps)
    band = shapely.box(-2 * TURN_DEG, SOUTH_DEG - 1, 2 * TURN_DEG, NORTHMOST_DEG + 1)
    turns = [translate(world, xoff=turn * TURN_DEG) for turn in (-1, 0, 1)]
    merged = shapely.union_all(
        [shapely.intersection(one, band) for one in turns], grid_size=1 / steps
    )
    placed = shapely.transform(merged, lambda at: place_on_strip(at, _WORLD))
    for one in extract_polygons(_slim(placed, _STRIP_FINE, _STRIP_ISLE)):
        west, _, east, south = one.bounds
        if 0 <= west < STRIP_UNITS:
            yield round(west), round(east), round(south), _rings(shapely.MultiPolygon([one]))


def _strip_grid(strip: Strip) -> str:
    first = int(np.ceil(strip.west / 30)) * 30
    lons = np.arange(first, strip.west + strip.width, 30)
    lines = [
        np.array([[(lon - strip.west) * strip.scale, y] for y in (0.0, strip.height)])
        for lon in lons
    ]
    level = heights((60, 30, 0, -30), strip).tolist()
    return path_of([*lines, *(np.array([[0.0, y], [STRIP_UNITS, y]]) for y in level)])

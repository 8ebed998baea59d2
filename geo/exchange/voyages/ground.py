"""The ground of a voyage's figure: land and waters on a polar disc, land on a strip."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue, load_catalogue
from geo.draw.chart import Chart
from geo.draw.figure.map import POINTS_PER_PIXEL
from geo.draw.frames import FRAMES, POLE, RIM_RADIUS
from geo.draw.palette import DASHES, LIGHT
from geo.draw.ready import load_chart
from geo.draw.voyage_ground import ARCTIC_STATES
from geo.draw.voyage_lines import (
    DISC_RADIUS,
    STRIP_UNITS,
    Strip,
    heights,
    place_on_strip,
)
from geo.geodesy import TURN_DEG, explode, extract_polygons

_WATERS = ("eez", "territorial_sea", "internal_waters")
_SEAM = 1.5
_ISLE = 8.0
_FINE, _STRIP_FINE = 0.6, 1.5
_GRID_DEG = 30
_WHISPER, _RAISED = 0.09, 0.2
_EDGE, _RAISED_EDGE = 0.3, 0.7


@dataclass(frozen=True)
class Ground:
    """What the ground is drawn from: the catalogue, its polar and its Mercator chart."""

    catalogue: Catalogue
    polar: Chart
    world: Chart


def load_ground() -> Ground:
    """Return the ground of the catalogue that ships."""
    catalogue = load_catalogue(strict=False)
    polar, world = (load_chart(FRAMES[frame], catalogue) for frame in ("polar", "mercator"))
    return Ground(catalogue, polar, world)


def draw_disc(axes: Axes, ground: Ground, *, raised: str) -> None:
    """Draw land, waters by state, graticule and Arctic Circle, in units of the disc.

    Parameters
    ----------
    raised
        The state whose waters are raised.
    """
    chart, catalogue = ground.polar, ground.catalogue
    disc = Circle((0, 0), DISC_RADIUS, facecolor=LIGHT.sea, edgecolor="none", zorder=0)
    axes.add_artist(disc)
    for state, shape in _waters(chart, catalogue):
        is_raised = state == raised
        share, edge = (_RAISED, _RAISED_EDGE) if is_raised else (_WHISPER, _EDGE)
        _fill(axes, shape, _mixed(LIGHT.waters, LIGHT.sea, share), 1)
        width = 0.8 if is_raised else 0.45
        _outline(axes, shape, _mixed(LIGHT.waters, LIGHT.sea, edge), width, 1.5)
    _outline(axes, _on_disc(chart.ground["graticule"], chart), LIGHT.graticule, 0.4, 2)
    land = _on_disc(chart.land, chart)
    _fill(axes, land, LIGHT.land, 3)
    for state in ARCTIC_STATES:
        for shape in chart.shapes.get(state, {}).values():
            inland = _on_disc(shape, chart)
            if shapely.get_dimensions(inland) > 1:
                _fill(axes, inland, LIGHT.arctic_land, 3.1)
                _outline(axes, inland, LIGHT.border, 0.4, 3.2)
    _outline(axes, land, LIGHT.shore, 0.45, 3.3)
    circle = _on_disc(chart.ground["circle"], chart)
    _outline(axes, circle, LIGHT.circle, 0.7, 3.4, dashes=DASHES["circle"])
    rim = Circle(
        (0, 0), DISC_RADIUS, facecolor="none", edgecolor=LIGHT.rim, linewidth=0.9, zorder=4
    )
    axes.add_artist(rim)


def draw_strip(axes: Axes, ground: Ground, strip: Strip) -> None:
    """Draw land and graticule of the strip, in its units."""
    right, bottom = float(STRIP_UNITS), strip.height
    sea = shapely.box(0, 0, right, bottom)
    _fill(axes, sea, LIGHT.sea, 0)
    first = int(np.ceil(strip.west / _GRID_DEG)) * _GRID_DEG
    lons = np.arange(first, strip.west + strip.width, _GRID_DEG)
    level = heights((60, 30, 0, -30), strip).tolist()
    grid = [
        *(((x, 0), (x, bottom)) for x in ((lons - strip.west) * strip.scale).tolist()),
        *(((0, y), (right, y)) for y in level),
    ]
    _outline(axes, shapely.MultiLineString(grid), LIGHT.graticule, 0.35, 1)
    land = _strip_land(ground.world, strip)
    _fill(axes, land, LIGHT.arctic_land, 2)
    _outline(axes, land, LIGHT.shore, 0.35, 2.1)
    _outline(axes, sea, LIGHT.rim, 0.8, 9)


def _waters(chart: Chart, catalogue: Catalogue) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield the waters of each state up to its economic zone's limit, as one shape."""
    parts: dict[str, list[BaseGeometry]] = {}
    for feature in catalogue.of_kind("zone"):
        states = feature.details.get("states") or []
        if feature.details.get("zone") in _WATERS and len(states) == 1:
            shapes = (_on_disc(shape, chart) for shape in chart.shapes.get(feature.id, {}).values())
            parts.setdefault(str(states[0]), []).extend(map(shapely.make_valid, shapes))
    for state, areas in sorted(parts.items()):
        grown = shapely.union_all([shapely.buffer(area, _SEAM, quad_segs=1) for area in areas])
        yield state, shapely.make_valid(shapely.buffer(grown, -_SEAM, quad_segs=1))


def _on_disc(geometry: BaseGeometry, chart: Chart) -> BaseGeometry:
    """Return what is in steps of the polar chart in units of the disc."""
    steps = chart.frame.steps_per_unit
    scale = np.array((1, -1)) * DISC_RADIUS / RIM_RADIUS
    placed = shapely.transform(geometry, lambda at: (at / steps - POLE) * scale)
    return shapely.simplify(placed, _FINE)


def _strip_land(chart: Chart, strip: Strip) -> BaseGeometry:
    """Return the land in units of the strip, as often around the world as it is in it."""
    steps = chart.frame.steps_per_unit
    world = shapely.make_valid(shapely.transform(chart.land, lambda at: at / steps))
    window = shapely.box(strip.west, strip.south, strip.west + strip.width, strip.north)
    near = (translate(world, xoff=turn * TURN_DEG) for turn in range(-3, 3))
    inside = [shapely.intersection(one, window) for one in near if one.intersects(window)]
    merged = shapely.union_all(inside, grid_size=1 / steps)
    placed = shapely.transform(merged, lambda at: place_on_strip(at, strip))
    placed = shapely.make_valid(shapely.simplify(placed, _STRIP_FINE))
    return shapely.MultiPolygon([one for one in extract_polygons(placed) if one.area > _ISLE])


def _fill(axes: Axes, geometry: BaseGeometry, colour: str, order: float) -> None:
    areas = shapely.orient_polygons(shapely.MultiPolygon(extract_polygons(geometry)))
    if not areas.is_empty:
        look = {"facecolor": colour, "linewidth": 0, "zorder": order}
        axes.add_artist(PathPatch(path_of(areas), **look))


def _outline(
    axes: Axes,
    geometry: BaseGeometry,
    colour: str,
    width: float,
    order: float,
    *,
    dashes: tuple[float, ...] = (),
) -> None:
    if geometry.is_empty:
        return
    pattern = tuple(dash * POINTS_PER_PIXEL / width for dash in dashes)
    patch = PathPatch(
        path_of(geometry),
        facecolor="none",
        edgecolor=colour,
        linewidth=width,
        linestyle=(0, pattern) if pattern else "solid",
        joinstyle="round",
        zorder=order,
    )
    axes.add_artist(patch)


def path_of(geometry: BaseGeometry) -> Path:
    """Return lines, or the rings of areas, as one path."""
    lines = [
        line
        for part in explode(geometry)
        for line in (shapely.get_rings(part) if shapely.get_dimensions(part) > 1 else [part])
    ]
    paths = (Path(shapely.get_coordinates(line), closed=line.is_ring) for line in lines)
    return Path.make_compound_path(*paths)


def _mixed(colour: str, ground: str, share: float) -> str:
    """Return a colour over a ground, mixed."""
    pairs = ((int(one[at : at + 2], 16) for one in (colour, ground)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in pairs)

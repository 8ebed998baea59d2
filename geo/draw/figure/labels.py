"""The labels on the map of the figure, placed by the rules of the app's map (`web/names.js`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, product
from typing import Any

import numpy as np
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Bbox
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo import messages
from geo.draw.chart import Chart
from geo.draw.css import colour_of
from geo.draw.figure.map import POINTS_PER_PIXEL, PageTransform
from geo.draw.figure.typefaces import sans, serif
from geo.draw.frames import POLAR_FRAME, POLE, RIM_RADIUS, TICK_RADIUS
from geo.draw.graticule import arctic_circle
from geo.draw.label_types import LABEL_TYPES
from geo.draw.labels import RIM_DOT, Label
from geo.draw.palette import LIGHT
from geo.draw.scene import Scene
from geo.draw.styles import HERO, PANE_ORDER
from geo.draw.type_lines import Points, baseline

_PARALLELS_DEG = (60, 70, 80)
_PARALLEL_LON_DEG = -33.0
_CIRCLE_LON_DEG = 108.0
_CLEARANCE_PT = 1.2
_GAP_PX, _RISE_PX, _SIGN_PX, _EXIT_PX = 8, 7, 5, 3
"""From a sign's middle to its name beside it and above or below it, and to the sign's edge; from
where tracks leave the chart to the place that they continue to."""
_NUDGES_PX = ((0, 0), (0, -12), (0, 12), (14, 0), (-14, 0))
"""Places right beside one."""
_BESIDE = ("port", "project", "law", "narrow")
"""Whose names keep off the lines of routes."""
_CLEAR = ("water", "ocean")
"""Whose names stand beside them where they can, and never on the hero's."""
_POINTS_PER_INCH = 72
_ALIGNED = {"east": "left", "west": "right"}


def draw_labels(
    axes: Axes, scene: Scene, chart: Chart, page: PageTransform, renderer: RendererBase
) -> frozenset[str]:
    """Draw labels in order of priority, each at its first free place; return whose are there."""
    ground = _Ground(axes, scene, chart, page)
    taken = ground.signs.copy()
    named: set[str] = set()
    for identity, category, places in chain(
        _grid_labels(axes, chart, page), _feature_labels(axes, scene, page)
    ):
        for lines in ground.lines_to_avoid(category):
            found = _first_free(places(), renderer, ground, taken, lines, category)
            if found:
                taken += found
                named.add(identity)
                break
    return frozenset(named)


def _first_free(
    places: Iterable["Place"],
    renderer: RendererBase,
    ground: "_Ground",
    taken: Sequence[Bbox],
    lines: BaseGeometry | None,
    category: str,
) -> list[Bbox]:
    """Draw a label at its first free place; return the boxes that it takes, or none."""
    for place in places:
        boxes = place.boxes(renderer)
        is_taken = any(box.overlaps(other) for box in boxes for other in taken)
        if not is_taken and ground.is_free(boxes, lines, category):
            return boxes
        place.remove()
    return []


class _Ground:
    """What names keep off: the page's edge, the rim, signs and lines, in pixels of the canvas."""

    def __init__(self, axes: Axes, scene: Scene, chart: Chart, page: PageTransform) -> None:
        self._edge = axes.bbox
        self._to_pixels = axes.transData.transform
        self._rim: BaseGeometry | None = None
        if page.frame is POLAR_FRAME:
            middle, (east, _) = self._to_pixels([POLE, (POLE[0] + RIM_RADIUS, POLE[1])])
            self._rim = Point(middle).buffer(east - middle[0]).exterior
        half = _SIGN_PX * POINTS_PER_PIXEL * axes.bbox.width / page.side_in / _POINTS_PER_INCH
        ways: dict[str, list[BaseGeometry]] = {"hero": [], "way": []}
        self.signs: list[Bbox] = []
        for item in scene.items:
            shape = shapely.transform(
                chart.shapes[item.feature.id][item.variant],
                lambda at: self._to_pixels(page.to_page(at)),
            )
            if item.feature.kind == "dispute":
                signs = shapely.get_coordinates(shape).tolist()
                self.signs += [Bbox.from_extents(x, y, x, y).padded(half) for x, y in signs]
            if item.feature.kind == "route" and item.emphasis != "variant":
                ways["hero" if item.feature.id == HERO else "way"].append(shape)
        self._hero = shapely.union_all(ways["hero"])
        self._ways = shapely.union_all([*ways["way"], *ways["hero"]])

    def lines_to_avoid(self, category: str) -> Sequence[BaseGeometry | None]:
        """Return the lines that a name keeps off; where it finds no room, those of the next try."""
        if category in _BESIDE:
            return [self._ways]
        return [self._ways, self._hero] if category in _CLEAR else [None]

    def is_free(self, boxes: Sequence[Bbox], lines: BaseGeometry | None, category: str) -> bool:
        """Return whether boxes are on the page, within the rim or beyond it, and off lines."""
        if any(box.x0 < self._edge.x0 or box.x1 > self._edge.x1 for box in boxes):
            return False
        areas = shapely.box(*np.array([box.extents for box in boxes]).T)
        is_beside = category in {"", "rim", "exit"} or self._rim is None
        if not is_beside and shapely.intersects(areas, self._rim).any():
            return False
        return lines is None or not shapely.intersects(areas, lines).any()


@dataclass(frozen=True)
class Place:
    """A label where it may stand: one text, or along a line its letters."""

    texts: tuple[Text, ...]
    clearance_pt: float = 0.0

    def boxes(self, renderer: RendererBase) -> list[Bbox]:
        """Return the boxes that it would take."""
        clearance = float(np.asarray(renderer.points_to_pixels(self.clearance_pt)))
        return [one.get_window_extent(renderer).padded(clearance) for one in self.texts]

    def remove(self) -> None:
        """Take it off the page."""
        for text in self.texts:
            text.remove()


def _write(axes: Axes, at: tuple[float, float], text: str, **style: Any) -> Text:  # noqa: ANN401
    halo = patheffects.withStroke(linewidth=1.7, foreground=LIGHT.halo)
    return axes.text(
        at[0],
        at[1],
        text,
        parse_math=False,
        zorder=len(PANE_ORDER),
        path_effects=[halo],
        clip_on=False,
        **{"ha": "center", "va": "center", "family": sans(), **style},
    )


_Places = Callable[[], Iterator["Place"]]


def _grid_labels(
    axes: Axes, chart: Chart, page: PageTransform
) -> Iterator[tuple[str, str, _Places]]:
    """Yield longitudes around the rim, latitudes along a meridian, and the Circle's name."""
    quiet = {"color": LIGHT.quiet_ink, "fontsize": 7.4}

    def written(at: tuple[float, float], text: str, **style: object) -> tuple[str, str, _Places]:
        return "", "", lambda: _alone(_write(axes, at, text, **(quiet | style)))

    for tick in chart.ticks:
        at = (POLE[0] + tick.at[0] * TICK_RADIUS, POLE[1] + tick.at[1] * TICK_RADIUS)
        yield written(at, tick.text)
    for lat in _PARALLELS_DEG:
        yield written(_at(page, _PARALLEL_LON_DEG, lat), f"{lat}° N")
    on_circle = _at(page, _CIRCLE_LON_DEG, arctic_circle().coords[0][1])
    yield written(on_circle, messages.FIGURE_CIRCLE, style="italic", family=serif())


def _alone(text: Text) -> Iterator[Place]:
    yield Place((text,), _CLEARANCE_PT)


def _at(page: PageTransform, lon: float, lat: float) -> tuple[float, float]:
    x, y = page.steps_of(Point(lon, lat)).coords[0]
    return page.point_to_page((x, y))


def _feature_labels(
    axes: Axes, scene: Scene, page: PageTransform
) -> Iterator[tuple[str, str, _Places]]:
    """Yield the feature, type and places of each label that is wanted at the page's scale."""
    for label in scene.labels:
        if scene.highlighted and label.category == "hero" and not label.is_highlighted:
            label = replace(label, category="way")  # noqa: PLW2901  one route among others now
        if label.min_zoom <= page.zoom:
            place = _along if label.spots else _standing
            yield label.feature_id, label.category, partial(place, axes, label, page)


def _look(label: Label) -> dict[str, Any]:
    look = LABEL_TYPES[label.category]
    usual = LIGHT.dimmed_ink if label.is_quiet else colour_of(look, LIGHT)
    return {
        "color": LIGHT.highlight if label.is_highlighted else usual,
        "style": "italic" if look.is_italic else "normal",
        "family": serif() if look.is_italic else sans(),
        "weight": "bold" if look.is_bold or label.is_highlighted else "normal",
        "fontsize": look.print_pt,
    }


def _standing(axes: Axes, label: Label, page: PageTransform) -> Iterator[Place]:
    pixel = POINTS_PER_PIXEL * page.units_per_inch / _POINTS_PER_INCH
    gap = {"rim": 0.0, "exit": _EXIT_PX}.get(label.category, _GAP_PX) * pixel
    rise = 0.0 if label.category == "exit" else _RISE_PX * pixel
    nudges = _NUDGES_PX if label.category in _CLEAR else _NUDGES_PX[:1]
    for at, nudge in product(label.places, nudges):
        for side in label.sides:
            x, y = np.array(page.point_to_page(at)) + np.array(nudge) * pixel
            away = {"east": gap, "west": -gap}.get(side, 0.0)
            up = {"above": rise, "below": -rise}.get(side, 0.0)
            yield from _alone(
                _write(
                    axes,
                    (x + away, y + up),
                    _text_of(label, side),
                    **_look(label),
                    ha=_ALIGNED.get(side, "center"),
                    va={"below": "top", "above": "bottom"}.get(side, "center"),
                    linespacing=0.9,
                )
            )


def _along(axes: Axes, label: Label, page: PageTransform) -> Iterator[Place]:
    """Yield a name along each stretch of its line that is long enough, then its shorter text."""
    look = LABEL_TYPES[label.category]
    unit = page.units_per_inch / _POINTS_PER_INCH
    for text in dict.fromkeys([label.text, label.short or label.text]):
        widths = _letter_widths(label, text)
        for spot in label.spots:
            stretch = page.to_page(np.array(spot.line)) * (1, -1)
            length, off = float(widths.sum()) * unit, look.off_px * POINTS_PER_PIXEL * unit
            line = baseline(stretch, spot.side, length=length, off=off)
            if line is not None:
                yield _set_along(axes, label, text, widths, line)


def _set_along(axes: Axes, label: Label, text: str, widths: Points, line: Points) -> Place:
    middles = (np.cumsum(widths) - widths / 2) / widths.sum() * (len(line) - 1)
    steps = np.arange(len(line))
    xs, ys = (np.interp(middles, steps, line[:, axis]) for axis in (0, 1))
    turns = np.degrees(np.arctan2(-np.gradient(line[:, 1]), np.gradient(line[:, 0])))
    angles = np.interp(middles, steps, np.unwrap(turns, period=360))
    return Place(
        tuple(
            _write(axes, (x, -y), letter, rotation=angle, **_look(label))
            for letter, x, y, angle in zip(text, xs, ys, angles, strict=True)
            if letter.strip()
        )
    )


def _letter_widths(label: Label, text: str) -> Points:
    """Return how wide each letter of a label is printed, in points."""
    look = _look(label)
    font = FontProperties(
        family=look["family"], size=look["fontsize"], weight=look["weight"], style=look["style"]
    )
    ends = [
        text_to_path.get_text_width_height_descent(text[:count], font, ismath=False)[0]
        for count in range(1, len(text) + 1)
    ]
    return np.diff([0.0, *ends]) * 1.06


def _text_of(label: Label, side: str) -> str:
    """Return a label's text as printed: with a dot at the rim, in capitals where its type is."""
    text = "\n".join(label.lines)
    if label.category == "rim":
        return f"{text} {RIM_DOT}" if side == "west" else f"{RIM_DOT} {text}"
    if not LABEL_TYPES[label.category].is_upper:
        return text
    return "\n".join(line if line.startswith("(") else line.upper() for line in label.lines)

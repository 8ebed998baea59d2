"""The labels on the map of the figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Bbox
from shapely import Point

from geo import messages
from geo.draw.chart import Chart
from geo.draw.css import colour_of
from geo.draw.figure.map import POINTS_PER_PIXEL, PageTransform
from geo.draw.figure.typefaces import sans, serif
from geo.draw.frames import POLE, TICK_RADIUS
from geo.draw.graticule import arctic_circle
from geo.draw.label_types import LABEL_TYPES
from geo.draw.labels import RIM_DOT, Label
from geo.draw.palette import LIGHT
from geo.draw.scene import Scene
from geo.draw.styles import PANE_ORDER
from geo.draw.type_lines import Points, baseline

_PARALLELS_DEG = (60, 70, 80)
_PARALLEL_LON_DEG = -33.0
_CIRCLE_LON_DEG = 108.0
_CLEARANCE_PX = 5
_ALIGNED = {"east": "left", "west": "right"}


def draw_labels(
    axes: Axes, scene: Scene, chart: Chart, page: PageTransform, renderer: RendererBase
) -> frozenset[str]:
    """Draw labels in order of priority, each at its first free place; return whose are there."""
    taken: list[Bbox] = []
    named: set[str] = set()

    def is_free(boxes: Sequence[Bbox]) -> bool:
        leaves = any(box.x0 < axes.bbox.x0 or box.x1 > axes.bbox.x1 for box in boxes)
        return not leaves and not any(box.overlaps(other) for box in boxes for other in taken)

    for identity, places in chain(
        _grid_labels(axes, chart, page), _feature_labels(axes, scene, page)
    ):
        for place in places:
            boxes = place.boxes(renderer)
            if is_free(boxes):
                taken += boxes
                named.add(identity)
                break
            place.remove()
    return frozenset(named)


@dataclass(frozen=True)
class Place:
    """A label where it may stand: one text, or along a line its letters."""

    texts: tuple[Text, ...]
    clearance_px: float = 0.0

    def boxes(self, renderer: RendererBase) -> list[Bbox]:
        """Return the boxes that it would take."""
        return [one.get_window_extent(renderer).padded(self.clearance_px) for one in self.texts]

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


def _grid_labels(
    axes: Axes, chart: Chart, page: PageTransform
) -> Iterator[tuple[str, Iterator[Place]]]:
    """Write longitudes around the rim, latitudes along a meridian, and the Circle's name."""
    quiet = {"color": LIGHT.quiet_ink, "fontsize": 7.4}
    for tick in chart.ticks:
        at = (POLE[0] + tick.at[0] * TICK_RADIUS, POLE[1] + tick.at[1] * TICK_RADIUS)
        yield "", _alone(_write(axes, at, tick.text, **quiet))
    for lat in _PARALLELS_DEG:
        at = _at(page, _PARALLEL_LON_DEG, lat)
        yield "", _alone(_write(axes, at, f"{lat}° N", **quiet))
    on_circle = _at(page, _CIRCLE_LON_DEG, arctic_circle().coords[0][1])
    circle = {"color": LIGHT.quiet_ink, "fontsize": 7.4, "style": "italic", "family": serif()}
    yield "", _alone(_write(axes, on_circle, messages.FIGURE_CIRCLE, **circle))


def _alone(text: Text) -> Iterator[Place]:
    yield Place((text,), _CLEARANCE_PX)


def _at(page: PageTransform, lon: float, lat: float) -> tuple[float, float]:
    x, y = page.steps_of(Point(lon, lat)).coords[0]
    return page.point_to_page((x, y))


def _feature_labels(
    axes: Axes, scene: Scene, page: PageTransform
) -> Iterator[tuple[str, Iterator[Place]]]:
    """Yield the feature and the places of each label that is wanted at the page's scale."""
    for label in scene.labels:
        if scene.highlighted and label.category == "hero" and not label.is_highlighted:
            label = replace(label, category="way")  # noqa: PLW2901  one route among others now
        if label.min_zoom <= page.zoom:
            place = _along if label.spots else _standing
            yield label.feature_id, place(axes, label, page)


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
    for at in label.places:
        for side in label.sides:
            text = _text_of(label, side)
            yield from _alone(
                _write(
                    axes,
                    page.point_to_page(at),
                    text,
                    **_look(label),
                    ha=_ALIGNED.get(side, "center"),
                    va={"below": "top", "above": "bottom"}.get(side, "center"),
                    linespacing=1.05,
                )
            )


def _along(axes: Axes, label: Label, page: PageTransform) -> Iterator[Place]:
    """Yield a name along each stretch of its line that is long enough on the page."""
    look, widths = LABEL_TYPES[label.category], _letter_widths(label)
    unit = page.units_per_inch / 72
    for spot in label.spots:
        stretch = page.to_page(np.array(spot.line)) * (1, -1)
        length, off = float(widths.sum()) * unit, look.off_px * POINTS_PER_PIXEL * unit
        line = baseline(stretch, spot.side, length=length, off=off)
        if line is None:
            continue
        middles = (np.cumsum(widths) - widths / 2) / widths.sum() * (len(line) - 1)
        steps = np.arange(len(line))
        xs, ys = (np.interp(middles, steps, line[:, axis]) for axis in (0, 1))
        turns = np.degrees(np.arctan2(-np.gradient(line[:, 1]), np.gradient(line[:, 0])))
        angles = np.interp(middles, steps, np.unwrap(turns, period=360))
        yield Place(
            tuple(
                _write(axes, (x, -y), letter, rotation=angle, **_look(label))
                for letter, x, y, angle in zip(label.text, xs, ys, angles, strict=True)
                if letter.strip()
            )
        )


def _letter_widths(label: Label) -> Points:
    """Return how wide each letter of a label is printed, in points."""
    look = _look(label)
    font = FontProperties(
        family=look["family"], size=look["fontsize"], weight=look["weight"], style=look["style"]
    )
    ends = [
        text_to_path.get_text_width_height_descent(label.text[:count], font, ismath=False)[0]
        for count in range(1, len(label.text) + 1)
    ]
    return np.diff([0.0, *ends]) * 1.06


def _text_of(label: Label, side: str) -> str:
    """Return a label's text as printed: with a dot at the rim, offset from its point elsewhere."""
    text = "\n".join(label.lines)
    if label.category == "rim":
        return f"{text} {RIM_DOT}" if side == "west" else f"{RIM_DOT} {text}"
    if LABEL_TYPES[label.category].is_upper:
        return text.upper()
    before, after = {"east": ("  ", ""), "west": ("", "  ")}.get(side, ("", ""))
    return "\n".join(f"{before}{line}{after}" for line in text.split("\n"))

"""The labels on the map of the figure to print."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text
from shapely import Point

from geo import messages
from geo.draw.chart import Chart
from geo.draw.figure.map import PageTransform
from geo.draw.frames import POLE, TICK_RADIUS
from geo.draw.graticule import arctic_circle
from geo.draw.labels import LABEL_TYPES, RIM_DOT, Label
from geo.draw.palette import LIGHT
from geo.draw.scene import Scene
from geo.draw.styles import PANE_ORDER

_PARALLELS_DEG = (60, 70, 80)
_PARALLEL_LON_DEG = -33.0
_CIRCLE_LON_DEG = 108.0
_CLEARANCE_PX = 5
_ALIGNED = {"east": "left", "west": "right"}


def draw_labels(
    axes: Axes, scene: Scene, chart: Chart, page: PageTransform, renderer: RendererBase
) -> None:
    """Draw labels in order of priority; one that would overlap an earlier one is left out."""
    taken: list[Any] = []
    for text in chain(_grid_labels(axes, chart, page), _feature_labels(axes, scene, page)):
        box = text.get_window_extent(renderer).padded(_CLEARANCE_PX)
        leaves = box.x0 < axes.bbox.x0 or box.x1 > axes.bbox.x1
        if leaves or any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)


def _write(axes: Axes, at: tuple[float, float], text: str, **style: Any) -> Text:  # noqa: ANN401
    halo = patheffects.withStroke(linewidth=1.7, foreground=LIGHT.halo)
    return axes.text(
        at[0],
        at[1],
        text,
        parse_math=False,
        family="DejaVu Sans",
        zorder=len(PANE_ORDER),
        path_effects=[halo],
        clip_on=False,
        **{"ha": "center", "va": "center", **style},
    )


def _grid_labels(axes: Axes, chart: Chart, page: PageTransform) -> Iterable[Text]:
    """Write longitudes around the rim, latitudes along a meridian, and the Circle's name."""
    quiet = {"color": LIGHT.quiet_ink, "fontsize": 7}
    for tick in chart.ticks:
        at = (POLE[0] + tick.at[0] * TICK_RADIUS, POLE[1] + tick.at[1] * TICK_RADIUS)
        yield _write(axes, at, tick.text, **quiet)
    for lat in _PARALLELS_DEG:
        yield _write(axes, _at(page, _PARALLEL_LON_DEG, lat), f"{lat}° N", **quiet)
    on_circle = _at(page, _CIRCLE_LON_DEG, arctic_circle().coords[0][1])
    yield _write(
        axes, on_circle, messages.FIGURE_CIRCLE, color=LIGHT.circle, fontsize=7, style="italic"
    )


def _at(page: PageTransform, lon: float, lat: float) -> tuple[float, float]:
    x, y = page.steps_of(Point(lon, lat)).coords[0]
    return page.point_to_page((x, y))


def _feature_labels(axes: Axes, scene: Scene, page: PageTransform) -> Iterable[Text]:
    for label in scene.labels:
        if label.min_zoom > page.zoom:
            continue
        look = LABEL_TYPES[label.category]
        yield _write(
            axes,
            page.point_to_page(label.at),
            _text_of(label),
            color=LIGHT.highlight if label.is_highlighted else LIGHT.kinds[look.kind],
            style="italic" if look.is_italic else "normal",
            weight="bold" if look.is_bold or label.is_highlighted else "normal",
            fontsize=look.print_pt,
            ha=_ALIGNED.get(label.side, "center"),
            va="top" if label.side == "below" else "center",
        )


def _text_of(label: Label) -> str:
    """Return a label's text as printed: with a dot at the rim, offset from its point elsewhere."""
    if label.category == "rim":
        return f"{label.text} {RIM_DOT}" if label.side == "west" else f"{RIM_DOT} {label.text}"
    if LABEL_TYPES[label.category].is_upper:
        return label.text.upper()
    return f"  {label.text}" if label.side == "east" else label.text

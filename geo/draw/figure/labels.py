"""The labels on the map of the figure to print."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text
from shapely import Point

from geo import words
from geo.draw.frames import POLE, RIM_RADIUS
from geo.draw.graticule import arctic_circle
from geo.draw.palette import LIGHT
from geo.exchange.poster_map import ORDER, Ground
from geo.exchange.shown import Shown

_TICK_STEPS = 17
_PARALLELS_DEG = (60, 70, 80)
_PARALLEL_LON_DEG = -33.0
_CIRCLE_LON_DEG = 108.0
_CLEARANCE_PX = 5
_LOOKS = {
    "water": ("sea", "italic", "normal", 8.4),
    "narrow": ("strait", "italic", "normal", 7.4),
    "land": ("state", "normal", "bold", 7.6),
    "isle": ("region", "normal", "normal", 7.4),
    "way": ("route", "normal", "bold", 8.2),
    "plan": ("corridor", "normal", "bold", 8.2),
    "port": ("place", "normal", "normal", 7.4),
    "law": ("zone", "normal", "normal", 7.2),
    "rim": ("place", "normal", "bold", 7.8),
}
"""Kind whose colour a label takes, slant, weight and size in points, by its look."""


def draw_labels(axes: Axes, shown: Shown, ground: Ground, renderer: RendererBase) -> None:
    """Write labels in order of weight; one that would touch an earlier one is left out."""
    taken: list[Any] = []
    for text in chain(_grid_labels(axes, ground), _feature_labels(axes, shown, ground)):
        box = text.get_window_extent(renderer).padded(_CLEARANCE_PX)
        leaves = box.x0 < axes.bbox.x0 or box.x1 > axes.bbox.x1
        if leaves or any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)


def _write(axes: Axes, at: Sequence[float], text: str, **style: Any) -> Text:  # noqa: ANN401
    halo = patheffects.withStroke(linewidth=1.7, foreground=LIGHT.halo)
    return axes.text(
        at[0],
        at[1],
        text,
        parse_math=False,
        family="DejaVu Sans",
        zorder=len(ORDER),
        path_effects=[halo],
        clip_on=False,
        **{"ha": "center", "va": "center", **style},
    )


def _grid_labels(axes: Axes, ground: Ground) -> Iterable[Text]:
    """Write longitudes around the rim, latitudes along a meridian, and the Circle's name."""
    quiet = {"color": LIGHT.quiet_ink, "fontsize": 7}
    for tick in ground.payload["ticks"]:
        radius = RIM_RADIUS + _TICK_STEPS
        at = [POLE[i] + tick["at"][i] * radius for i in (0, 1)]
        yield _write(axes, at, tick["text"], **quiet)
    for lat in _PARALLELS_DEG:
        yield _write(axes, _at(ground, _PARALLEL_LON_DEG, lat), f"{lat}° N", **quiet)
    on_circle = _at(ground, _CIRCLE_LON_DEG, arctic_circle().coords[0][1])
    yield _write(
        axes, on_circle, words.POSTER_CIRCLE, color=LIGHT.circle, fontsize=7, style="italic"
    )


def _at(ground: Ground, lon: float, lat: float) -> Sequence[float]:
    east, north = ground.place([ground.steps_of(Point(lon, lat))["coordinates"]])[0]
    return float(east), float(north)


def _feature_labels(axes: Axes, shown: Shown, ground: Ground) -> Iterable[Text]:
    payload = ground.payload
    for label in shown.scene.labels:
        identity = label["id"]
        name = shown.catalogue.features[identity].name
        at, text = payload["spots"][identity], name
        if "exit" in label:
            slug, index = label["exit"]
            leaving = payload["exits"][identity][slug][index]
            at, text = leaving["at"], f"→ {leaving['to']}"
        elif label["from"] > ground.zoom:
            continue
        look, *lit = str(label["look"]).split()
        kind, slant, weight, points = _LOOKS[look]
        if look == "rim":
            text = f"{text} ●" if label["side"] == "west" else f"● {text}"
        elif label["side"] == "east":
            text = f"  {text}"
        sides = {"east": "left", "west": "right"}
        yield _write(
            axes,
            ground.place([at])[0],
            text.upper() if look == "land" else text,
            color=LIGHT.lit if lit else LIGHT.kinds[kind],
            style=slant,
            weight="bold" if lit else weight,
            fontsize=points,
            ha=sides.get(label["side"], "center"),
            va="top" if label["side"] == "below" else "center",
        )

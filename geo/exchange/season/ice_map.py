"""The map of a month's ice to print: as on the page, with its edge and its key as a scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from geo import messages
from geo.draw.palette import ICE_TONES, LIGHT
from geo.draw.season_ice import LIMITS_PERCENT
from geo.draw.season_land import area_of, land_of, lines_of, pierced
from geo.draw.season_names import RADIUS_PX, placed_names
from geo.draw.voyage_lines import DISC_RADIUS
from geo.exchange.season.sheet import TICK_PT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.draw.season_ice import IceMonth
    from geo.draw.season_map import DrawnRoute
    from geo.draw.type_lines import Points
    from geo.draw.voyage_ground import Ground
    from geo.exchange.season.sheet import PlotAxes

TONES = ICE_TONES["light"]
_KEY_TOP, _KEY_TALL, _KEY_WORDS = 1090.0, 60.0, 1225.0
_FULL_PERCENT = 100.0
_HALO = (withStroke(linewidth=2.2, foreground=LIGHT.halo),)
_SEEN = {"route", "land-name"}


@dataclass(frozen=True)
class IceMap:
    """What the map shows.

    Attributes
    ----------
    months
        The twelve months, their edges on the sea only.
    routes
        The lit one at the end.
    month, marked
        The month whose ice is drawn, and the one whose edge stands beside it, 1 to 12.
    whose
        What the marked month is: 'the article’s month'.
    """

    months: Sequence[IceMonth]
    ground: Ground
    routes: Sequence[DrawnRoute]
    month: int
    marked: int
    whose: str

    @property
    def title(self) -> str:
        """Which month is drawn."""
        return messages.MONTH_NAMES[self.month - 1]


def draw_ice_map(shown: IceMap, plot: PlotAxes) -> None:
    """Draw the disc of a month, and below it the key."""
    plot.scales((-DISC_RADIUS, DISC_RADIUS), (_KEY_WORDS + 60, -DISC_RADIUS))
    plot.axes.set_aspect("equal", anchor="N")
    disc = Circle((0, 0), DISC_RADIUS, facecolor=TONES[0], edgecolor="none")
    plot.axes.add_patch(disc)
    for rank, d in enumerate(shown.months[shown.month - 1].areas, 1):
        _fill(plot, pierced(d), TONES[rank], 1)
    _edges(shown, plot)
    _fill(plot, land_of(shown.ground), LIGHT.arctic_land, 3, edgecolor=LIGHT.shore, linewidth=0.4)
    _fill(plot, area_of(shown.ground.disc["south"]), LIGHT.land, 3)
    rim = {"facecolor": "none", "edgecolor": LIGHT.rim, "linewidth": 0.8, "zorder": 4}
    plot.axes.add_patch(Circle((0, 0), DISC_RADIUS, clip_on=False, **rim))
    for route in shown.routes:
        dashes: Any = "solid" if route.is_lit else (0, (3, 1.6))
        tone = LIGHT.highlight if route.is_lit else LIGHT.kinds["route"]
        _lines(plot, route.runs(), color="white", linewidth=3.0, zorder=5)
        _lines(plot, route.runs(), color=tone, linewidth=1.6, linestyle=dashes, zorder=5)
    _names(shown, plot)
    _key(plot)


def _fill(
    plot: PlotAxes,
    area: BaseGeometry,
    tone: str,
    zorder: float,
    **look: Any,  # noqa: ANN401
) -> None:
    rings = [
        Path(shapely.get_coordinates(ring), closed=True)
        for part in shapely.get_parts(area)
        if isinstance(part, shapely.Polygon) and not part.is_empty
        for ring in shapely.get_rings(shapely.orient_polygons(part))
    ]
    if rings:
        style = {"facecolor": tone, "edgecolor": "none", "zorder": zorder, **look}
        plot.axes.add_patch(PathPatch(Path.make_compound_path(*rings), **style))


def _lines(plot: PlotAxes, runs: Iterable[Points], **look: Any) -> None:  # noqa: ANN401
    for run in runs:
        plot.line(run[:, 0], run[:, 1], **look)


def _edges(shown: IceMap, plot: PlotAxes) -> None:
    """Draw the edge of the marked month dashed, and that of the month itself upon a halo."""
    if shown.marked != shown.month:
        beside = lines_of(shown.months[shown.marked - 1].edge)
        _lines(plot, beside, color=LIGHT.highlight, linewidth=1.0, linestyle=(0, (2, 2)), zorder=2)
    edge = lines_of(shown.months[shown.month - 1].edge)
    _lines(plot, edge, color="white", linewidth=2.6, zorder=2)
    _lines(plot, edge, color=LIGHT.ink, linewidth=1.2, zorder=2)


def _names(shown: IceMap, plot: PlotAxes) -> None:
    """Write the names where the page has them, as large as the disc allows."""
    unit = DISC_RADIUS / RADIUS_PX
    radius_px = plot.unit_px() * DISC_RADIUS
    of_month = f"m{shown.month}"
    placed = placed_names(
        shown.months, shown.ground, shown.routes, marked=shown.marked, whose=shown.whose
    )
    for words, box in placed:
        looks = set(words.look.split())
        if not looks & {of_month, *_SEEN}:
            continue
        size = words.size_px * radius_px / RADIUS_PX * 0.75
        x, middle = (box[0] + box[2]) / 2 * unit, (box[1] + box[3]) / 2 * unit
        row = words.size_px * 1.15 * unit
        for at, text in enumerate(words.rows):
            y = middle + (at - (len(words.rows) - 1) / 2) * row
            # A text with a halo becomes a shape, so that it stands once more, to be found.
            plot.say(x, y, text, size=size, path_effects=_HALO, **_look(looks))
            plot.say(x, y, text, size=size, **_look(looks))


def _look(looks: set[str]) -> dict[str, Any]:
    if "land-name" in looks:
        return {"color": LIGHT.quiet_ink}
    tone = LIGHT.highlight if looks & {"lit", "marked"} else LIGHT.ink
    return {"color": LIGHT.kinds["route"] if "other" in looks else tone, "weight": "bold"}


def _key(plot: PlotAxes) -> None:
    """Draw the five classes as a scale as wide as their shares, with a line at 15 %."""
    limits = [0.0, *LIMITS_PERCENT, _FULL_PERCENT]
    across = 2 * DISC_RADIUS / _FULL_PERCENT
    for rank, words in enumerate(messages.ICE_LEGEND_STEPS):
        left, right = (limits[rank + at] * across - DISC_RADIUS for at in (0, 1))
        box = shapely.box(left, _KEY_TOP, right, _KEY_TOP + _KEY_TALL)
        _fill(plot, box, TONES[rank], 1, edgecolor=LIGHT.rim, linewidth=0.4)
        align = "left" if not rank else "right" if rank == len(TONES) - 1 else "center"
        at = left if not rank else right
        plot.say(at, _KEY_WORDS, words, align=align, size=TICK_PT - 1, color=LIGHT.quiet_ink)
    edge = LIMITS_PERCENT[0] * across - DISC_RADIUS
    ends = (_KEY_TOP - 20, _KEY_TOP + _KEY_TALL + 20)
    plot.line((edge, edge), ends, color=LIGHT.ink, linewidth=1.4, zorder=3)

"""How lines, names and ports are drawn on the map of a voyage's figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from geo.draw.figure.typefaces import sans
from geo.draw.palette import LIGHT, Dashes
from geo.draw.type_lines import Points
from geo.draw.voyage_lines import DrawnPort

PORT_PX = 11.5
_ABOVE_LINES = 8.0
_BOUND_ACROSS = {1: "left", 0: "center", -1: "right"}
_BOUND_ALONG = {1: "top", 0: "center", -1: "bottom"}
"""How a name at a side of a point is bound to it."""
_OFF_PX, _CORNER = 8.0, 0.7


@dataclass(frozen=True)
class Drawing:
    """Axes, their units in a pixel of the screen's map, and a pixel's size on paper in points."""

    axes: Axes
    units: float
    px_pt: float

    def path(self, runs: Iterable[Points], *, order: float, **look: Any) -> None:  # noqa: ANN401
        """Draw lines."""
        paths = [Path(run) for run in runs if len(run) > 1]
        if paths:
            whole = Path.make_compound_path(*paths)
            style = {"facecolor": "none", "joinstyle": "round", "zorder": order, **look}
            self.axes.add_artist(PathPatch(whole, **style))

    def stroke(
        self,
        runs: Iterable[Points],
        width: float,
        colour: str,
        order: float,
        *,
        dashes: Dashes = (),
        opacity: float = 1.0,
        is_round: bool = False,
    ) -> None:
        """Draw lines with a width and dashes in pixels of the screen."""
        is_dots = bool(dashes) and dashes[0] < 1
        pattern = (0, [dash / width for dash in dashes]) if dashes else "solid"
        self.path(
            runs,
            order=order,
            edgecolor=colour,
            alpha=opacity,
            linewidth=width * self.px_pt,
            linestyle=pattern,
            capstyle="round" if is_dots or is_round or not dashes else "butt",
        )

    def write(self, at: Sequence[float], text: str, size_px: float, **style: Any) -> None:  # noqa: ANN401
        """Write a text with a halo."""
        halo = style.pop("halo", LIGHT.halo)
        under = patheffects.withStroke(linewidth=2.6 * self.px_pt, foreground=halo)
        usual = {
            "ha": "center",
            "va": "center",
            "family": sans(),
            "color": LIGHT.ink,
            "zorder": _ABOVE_LINES,
        }
        self.axes.text(
            at[0],
            at[1],
            text,
            fontsize=size_px * self.px_pt,
            parse_math=False,
            path_effects=[under],
            clip_on=False,
            **{**usual, **style},
        )

    def beside(self, at: Sequence[float], text: str, side: str) -> None:
        """Write a name at one side of a point."""
        dx, dy = _away(side)
        off = _OFF_PX * (_CORNER if dx and dy else 1) * self.units
        ha, va = _BOUND_ACROSS[dx], _BOUND_ALONG[dy]
        place = (at[0] + dx * off, at[1] + dy * off)
        self.write(place, text, PORT_PX, weight="bold", ha=ha, va=va)

    def port(self, port: DrawnPort, at: Sequence[float], side: str) -> None:
        """Draw the ring and the name of one end."""
        self.axes.plot(
            [at[0]],
            [at[1]],
            marker="o",
            markersize=7.6 * self.px_pt,
            markerfacecolor=LIGHT.halo,
            markeredgecolor=LIGHT.ink,
            markeredgewidth=1.7 * self.px_pt,
            zorder=_ABOVE_LINES,
            clip_on=False,
        )
        self.beside(at, port.name, side)


def _away(side: str) -> tuple[int, int]:
    """Return the direction of a side such as 'northeast', with y downward."""
    return (
        side.endswith("east") - side.endswith("west"),
        side.startswith("south") - side.startswith("north"),
    )

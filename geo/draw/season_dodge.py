"""How words of a chart keep off its upright line: in pixels on paper, in Vega's words on a screen.

On a screen the way to the line depends on the chart's width, which only the browser knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.draw.voyage_names import width_px

if TYPE_CHECKING:
    from geo.draw.season_marks import PlacedLabel

AIR_PX = 6.0


class Dodge(NamedTuple):
    """Words beside a line.

    Attributes
    ----------
    left, right
        Where they begin and end, in pixels from their anchor.
    away
        How far the line is from the anchor, in units of the scale.
    side
        To which side they move: `left`, `right`, or '' for the nearer one.
    """

    left: float
    right: float
    away: float
    side: str = ""

    def moved_px(self, unit_px: float) -> float:
        """Return by how much they move for a line in a chart with so many pixels for each unit."""
        line = self.away * unit_px
        if not self.left - AIR_PX < line < self.right + AIR_PX:
            return 0.0
        goes_left = line >= self._middle if not self.side else self.side == "left"
        return line - self.right - AIR_PX if goes_left else line - self.left + AIR_PX

    def expression(self, unit_px: str) -> str:
        """Return the same as an expression of Vega's; `unit_px` is one too."""
        line = f"({self.away} * {unit_px})"
        left, right = f"{line} - {self.right + AIR_PX}", f"{line} - {self.left - AIR_PX}"
        moved = {"left": left, "right": right}.get(
            self.side, f"({line} >= {self._middle} ? {left} : {right})"
        )
        meets = f"{line} > {self.left - AIR_PX} && {line} < {self.right + AIR_PX}"
        return f"({meets} ? {moved} : 0)"

    @property
    def _middle(self) -> float:
        return (self.left + self.right) / 2


def dodge(label: PlacedLabel, size_px: float, line: float | None, side: str = "") -> Dodge | None:
    """Return how a label keeps off a line at a place of the scale; None without a line."""
    if line is None:
        return None
    wide = width_px(label.text, size_px)
    begins = {"left": 0.0, "center": -wide / 2, "right": -wide}[label.align] + label.dx
    return Dodge(begins, begins + wide, line - label.x, side)

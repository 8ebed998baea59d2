"""What the season's charts share as Altair specifications: colours, scales, words, their frame.

Colours are the page's custom properties or both themes' at once, so that one drawing (SVG) serves
light, dark and print; what depends on the width is left to expressions over Vega's `width`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

INK, QUIET, PAGE = "var(--ink)", "var(--quiet_ink)", "var(--page)"
ACCENT, NAVY, GOLD, AXIS = "var(--highlight)", "var(--kind-route)", "var(--thread)", "var(--rim)"
GRID = "var(--hairline)"
MEAN_TONES, RANGE_TONES = ("#6E8794", "#7F97A4"), ("#DFE9EE", "#1C303D")
"""Of the mean and of the range, in the light and in the dark theme."""
MEAN, RANGE = (f"light-dark({','.join(tones)})" for tones in (MEAN_TONES, RANGE_TONES))
FONT = '"Source Sans", sans-serif'
NARROW_PX = 430
NARROW = f"width < {NARROW_PX}"


@dataclass(frozen=True)
class Say:
    """How a text is set."""

    color: str = INK
    size: float = 12
    weight: int = 400
    align: str = "left"
    dx: float = 0
    dy: float = 0


def finished(layers: Sequence[Any], height_px: int) -> alt.LayerChart:
    """Return layers as a chart as wide as its place, without frame, menu or ground of its own."""
    chart: alt.LayerChart = (
        alt.LayerChart(layer=[*layers])
        .properties(
            width="container",
            height=height_px,
            background="transparent",
            autosize=alt.AutoSizeParams(type="fit", contains="padding"),
            padding={"left": 0, "right": 2, "top": 4, "bottom": 4},
            usermeta={"embedOptions": {"renderer": "svg", "actions": False}},
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_mark(tooltip=None)
        .configure_line(aria=False)
        .configure_area(aria=False)
        .configure_rule(aria=False)
        .configure_axis(
            labelColor=QUIET,
            labelFontSize=12,
            labelFont=FONT,
            domainColor=AXIS,
            tickColor=AXIS,
            ticks=False,
            grid=False,
            labelPadding=6,
            title=None,
        )
    )
    return chart


def text_at(
    x: Any,  # noqa: ANN401  a number, or a channel of Altair
    y: Any,  # noqa: ANN401
    text: str,
    say: Say,
    *,
    narrow: str | None = None,
    moved: str | None = None,
) -> alt.LayerChart:
    """Return a text with a halo of the page's colour at a place of the scales.

    Parameters
    ----------
    narrow
        What it says in a narrow chart, where that differs.
    moved
        By how many pixels it is moved, as an expression of Vega's.
    """
    words: Any = text
    if narrow is not None:
        words = alt.ExprRef(f"{NARROW} ? {narrow!r} : {text!r}")
    base = alt.Chart(pd.DataFrame({"x": [x], "y": [y]})).encode(x=across("x"), y=up("y"))
    look: dict[str, Any] = {
        "text": words,
        "align": say.align,
        "baseline": "middle",
        "fontSize": say.size,
        "fontWeight": say.weight,
        "dx": say.dx if moved is None else alt.ExprRef(f"{say.dx} + {moved}"),
        "dy": say.dy,
        "aria": False,
        "tooltip": None,
    }
    halo = base.mark_text(**look, stroke=PAGE, strokeWidth=3, strokeJoin="round", fill=PAGE)
    return alt.LayerChart(layer=[halo, base.mark_text(**look, fill=say.color)])


def spoken(rows: pd.DataFrame) -> dict[str, str]:
    """Return the channels by which marks say themselves, to the pointer and to screen readers.

    The words are the column `said`; rows without it say nothing.
    """
    return {"tooltip": "said:N", "description": "said:N"} if "said" in rows else {}


def across(field: str, **more: Any) -> alt.X:  # noqa: ANN401
    """Return a field as the place across the chart."""
    return alt.X(f"{field}:Q", **more)


def up(field: str, **more: Any) -> alt.Y:  # noqa: ANN401
    """Return a field as the height in the chart."""
    return alt.Y(f"{field}:Q", **more)


def levels(values: Sequence[float], first: float, last: float) -> alt.Chart:
    """Return the fine lines of a scale, as far as the data go."""
    lines = pd.DataFrame({"y": values, "x": first, "x2": last})
    rules: alt.Chart = (
        alt.Chart(lines)
        .mark_rule(stroke=GRID, strokeWidth=1, aria=False)
        .encode(x=across("x"), x2="x2:Q", y=up("y"))
    )
    return rules


def from_zero(top: float) -> alt.Scale:
    """Return a scale that begins at zero."""
    return alt.Scale(domain=[0, top], nice=False)

"""The charts of who sails: columns by year with a second count, and ships, as Altair's."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from geo import messages
from geo.draw.season_ink import (
    AXIS,
    GOLD,
    INK,
    NAVY,
    PAGE,
    QUIET,
    Say,
    across,
    finished,
    from_zero,
    spoken,
    text_at,
    up,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS_PX, SHIPS_PX = 186, 124


def columns_chart(series: pd.DataFrame, *, decimals: int) -> alt.LayerChart:
    """Return columns by year with a value on each; another count as a hollow square with its own.

    Under each year stands the mark of who counted; where two did, each value has its own.

    Parameters
    ----------
    series
        As `series_frame` of `geo.measure.season.traffic` makes it; what no source was seen for is
        drawn empty.
    """
    pattern = f".{decimals}f"
    counts = series.assign(
        top=series[["value", "other"]].max(axis=1),
        name=[f"{value:{pattern}}" for value in series["value"]],
        marked_name=[
            f"{value:{pattern}} {mark}"
            for value, mark in zip(series["value"], series["mark"], strict=True)
        ],
        other_name=[
            "" if pd.isna(value) else f"{value:{pattern}} {mark}"
            for value, mark in zip(series["other"].astype(float), series["other_mark"], strict=True)
        ],
    )
    ceiling = float(counts["top"].max()) * 1.24
    short = f"width / {len(counts)} < 31 ? '’' + slice(datum.label, 2) : datum.label"
    marks = dict(zip(map(str, counts["year"]), counts["mark"], strict=True))
    who = f"{json.dumps(marks, ensure_ascii=False)}[datum.label]"
    axis = alt.Axis(
        labelAngle=0,
        labelExpr=f"[{short}, {who}]",
        labelLineHeight=14,
        domain=True,
        labelOverlap=False,
        labelSeparation=-99,
    )
    scale = alt.Scale(paddingInner=0.38, paddingOuter=0.19)
    x = alt.X("year:O", axis=axis, scale=scale)
    y = up("value", axis=None, scale=from_zero(ceiling))
    said = spoken(counts)
    full = alt.Chart(counts[counts["seen"]]).mark_bar(fill=NAVY).encode(x=x, y=y, **said)
    empty = (
        alt.Chart(counts[~counts["seen"]])
        .mark_bar(fill="transparent", stroke=NAVY, strokeWidth=1.4)
        .encode(x=x, y=y, **said)
    )
    both = counts[counts["other"].notna()]
    squares = (
        alt.Chart(both)
        .mark_square(size=72, filled=True, fill=PAGE, stroke=GOLD, strokeWidth=2, opacity=1)
        .encode(x=x, y=up("other"), **said)
    )
    alone = counts[counts["other"].isna()]
    layers = [full, empty, squares]
    for rows, field, tone, dy in (
        (alone, "name", INK, -8),
        (both, "marked_name", INK, -13),
        (both, "other_name", GOLD, -26),
    ):
        layers.append(
            alt.Chart(rows)
            .mark_text(fill=tone, fontSize=12, fontWeight=600, dy=dy, baseline="middle", aria=False)
            .encode(x=x, y=up("top"), text=f"{field}:N")
        )
    return finished(layers, COLUMNS_PX)


def ships_chart(series: pd.DataFrame) -> alt.LayerChart:
    """Return the ships of each year as points on stems; dots lead over years without a figure."""
    years = [int(year) for year in series["year"]]
    ships = series.assign(name=[f"{value:,.0f}" for value in series["value"]], zero=0)
    axis = alt.Axis(
        values=sorted({years[0], *_apart(years)}), format="d", domain=True, labelFlush=False
    )
    x = across(
        "year", axis=axis, scale=alt.Scale(domain=[years[0] - 0.9, years[-1] + 0.9], nice=False)
    )
    y = up("value", axis=None, scale=from_zero(float(series["value"].max()) * 1.2))
    base = alt.Chart(ships)
    stems = base.mark_rule(stroke=AXIS, strokeWidth=1, aria=False).encode(
        x=x, y=y, y2=alt.Y2("zero:Q")
    )
    dots = base.mark_circle(size=64, fill=NAVY, opacity=1).encode(
        x=across("year"), y=up("value"), **spoken(ships)
    )
    gaps = ships["year"].diff().fillna(1) != 1
    lines = base.encode(x=across("year"), y=up("value"))
    runs = ships.assign(run=gaps.cumsum())
    solid = (
        alt.Chart(runs)
        .mark_line(stroke=NAVY, strokeWidth=2)
        .encode(x=across("year"), y=up("value"), detail="run:N")
    )
    dotted = lines.mark_line(stroke=NAVY, strokeWidth=1.4, strokeDash=[2, 3])
    layers: list[Any] = [stems, dotted, solid, dots]
    for at, (year, value, name) in enumerate(
        zip(years, ships["value"], ships["name"], strict=True)
    ):
        layers.append(text_at(year, float(value), name, _ship_say(at, years)))
    who = ", ".join(dict.fromkeys(ships["counter"]))
    counted = messages.SEASON_COUNTED_BY.format(who=who)
    for before, after in pairwise(years):
        if after - before > 3:  # noqa: PLR2004  a sentence has room only then
            middle, low = (before + after) / 2, float(ships["value"].min()) * 0.6
            words = messages.SEASON_NO_FIGURE_BETWEEN
            layers.append(text_at(middle, low, words, Say(QUIET, 12, align="center")))
            layers.append(text_at(middle, low, counted, Say(QUIET, 12, align="center", dy=16)))
    return finished(layers, SHIPS_PX)


def _apart(years: Sequence[int]) -> list[int]:
    """Return the last year, and those before it that have room for their name."""
    shown: list[int] = []
    for year in reversed(years):
        if not shown or shown[-1] - year > 1:
            shown.append(year)
    return shown


def _ship_say(at: int, years: Sequence[int]) -> Say:
    """Return where a year's figure stands: above its point, below where both sides are taken."""
    has_left = at > 0 and years[at] - years[at - 1] == 1
    has_right = at + 1 < len(years) and years[at + 1] - years[at] == 1
    if has_left and has_right:
        return Say(INK, 12, 600, "center", dy=15)
    if has_right:
        return Say(INK, 12, 600, "right", dx=8, dy=-12)
    return Say(INK, 12, 600, "center", dy=-12)

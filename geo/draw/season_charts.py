"""The charts of the ice: extent by month, and September of each year, as Altair specifications.

Altair takes most of a second to import, so this module is imported by the page Season alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from geo import messages
from geo.draw.season_dodge import dodge
from geo.draw.season_ink import (
    ACCENT,
    AXIS,
    INK,
    MEAN,
    NARROW,
    NAVY,
    PAGE,
    QUIET,
    RANGE,
    Say,
    across,
    finished,
    from_zero,
    levels,
    spoken,
    text_at,
    up,
)
from geo.draw.season_marks import (
    DAY_WORDS_AT,
    TOP_SEPTEMBER,
    PlacedLabel,
    end_labels,
    line_at,
    lowest_label,
    september_labels,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.draw.season_marks import MonthMark

EXTENT_PX = 188
_ENDS_PX, _LAST_PX = 68, 74
"""Room for the names at the lines' ends."""
_WORDS_AT = 1.75
"""Where the words on the trend stand."""
_MONTHS, _NAMES_AT = 12, -1.4
_MONTH_PX = f"(max(width - {_ENDS_PX}, 100) / {_MONTHS - 1})"
_END_DX = 8


def months_chart(
    band: pd.DataFrame,
    months: pd.DataFrame,
    years: Sequence[int],
    mark: MonthMark | None = None,
) -> alt.LayerChart:
    """Return extent by month: range, mean, two years named at their ends, the article's month.

    Parameters
    ----------
    band, months
        As `band_frame` and `months_frame` of `geo.measure.season.extent` make them.
    years
        The first is drawn solid, the second dashed.
    mark
        The article's month, None for none.
    """
    marked = mark.month if mark else 0
    room = alt.ExprRef(f"{_MONTHS} + {_MONTHS - 1} * {_ENDS_PX} / max(width - {_ENDS_PX}, 100)")
    x_scale = alt.Scale(domainMin=1, domainMax=room, nice=False, zero=False)
    y_scale = alt.Scale(domain=[_NAMES_AT - 0.7, 17], nice=False)
    y_axis = alt.Axis(values=[0, 5, 10, 15], domain=False, labelPadding=8)
    area = (
        alt.Chart(band)
        .mark_area(fill=RANGE)
        .encode(
            x=across("month", axis=None, scale=x_scale),
            y=up("low", axis=y_axis, scale=y_scale),
            y2="high:Q",
        )
    )
    mean = (
        alt.Chart(band)
        .mark_line(stroke=MEAN, strokeWidth=1.4, strokeDash=[2, 3])
        .encode(x=across("month"), y=up("mean"))
    )
    ground = alt.Chart(pd.DataFrame({"y": [0], "x": 1, "x2": _MONTHS}))
    floor = ground.mark_rule(stroke=AXIS, aria=False).encode(x=across("x"), x2="x2:Q", y=up("y"))
    layers = [area, levels([5, 10, 15], 1, _MONTHS), floor, mean, *_month_names(marked)]
    looks = ((NAVY, 2.6, [1, 0]), (QUIET, 2.2, [7, 4]))
    for year, look in reversed([*zip(years, looks, strict=False)]):
        layers += _year_layers(months[months["year"] == year], *look)
    line = mark.month if mark else None
    layers += [_lowest_of(months, years, line)] if len(months) else []
    tones = {str(years[0]): (NAVY, 600), str(years[1]): (QUIET, 600)}
    for label in end_labels(band, months, years):
        tone, weight = tones.get(label.text, (QUIET, 400))
        say = Say(tone, 12, weight, dx=_END_DX)
        shifted = label._replace(dx=_END_DX)
        layers.append(_off_line(shifted, say, line, _MONTH_PX, side="right"))
    layers += _month_mark(mark) if mark else []
    return finished(layers, EXTENT_PX)


def _month_names(marked: int) -> list[alt.Chart]:
    """Return the names of the months under the floor, one letter each in a narrow chart.

    An axis would leave out every other letter.
    """
    names = messages.SEASON_LESS_MONTHS
    rows = pd.DataFrame({"x": range(1, _MONTHS + 1), "y": _NAMES_AT, "name": names})
    rows = rows.assign(letter=rows["name"].str[0], marked=rows["x"] == marked)
    layers = []
    for field, opacity in (("letter", f"{NARROW} ? 1 : 0"), ("name", f"{NARROW} ? 0 : 1")):
        for is_marked in (False, True):
            look = {"fill": ACCENT, "fontWeight": 700} if is_marked else {"fill": QUIET}
            layers.append(
                alt.Chart(rows[rows["marked"] == is_marked])
                .mark_text(fontSize=12, opacity=alt.ExprRef(opacity), aria=False, **look)
                .encode(x=across("x"), y=up("y"), text=f"{field}:N")
            )
    return layers


def _year_layers(
    of_year: pd.DataFrame, tone: str, width: float, dash: Sequence[float]
) -> list[alt.Chart]:
    """Return a year's line by stretches without a gap, and its months alone as points."""
    line = (
        alt.Chart(of_year)
        .mark_line(stroke=tone, strokeWidth=width, strokeDash=[*dash], strokeJoin="round")
        .encode(x=across("month"), y=up("extent"), detail="run:N")
    )
    alone = of_year[of_year["alone"]]
    points = (
        alt.Chart(alone)
        .mark_circle(size=36, fill=tone, opacity=1, aria=False)
        .encode(x=across("month"), y=up("extent"))
    )
    # Months are small under a pointer: each has a place of its own, unseen, that says it.
    places = (
        alt.Chart(of_year)
        .mark_circle(size=240, opacity=0)
        .encode(x=across("month"), y=up("extent"), **spoken(of_year))
    )
    return [line, *([points] if len(alone) else []), places]


def _off_line(
    label: PlacedLabel, say: Say, line: float | None, unit_px: str, *, side: str = ""
) -> alt.LayerChart:
    """Return a label that the line at a place of the scale does not cross."""
    found = dodge(label, say.size, line, side)
    moved = found.expression(unit_px) if found else None
    return text_at(label.x, label.y, label.text, say, moved=moved)


def _lowest_of(months: pd.DataFrame, years: Sequence[int], line: int | None) -> alt.LayerChart:
    """Return the name of the lowest month of the two years under its point, off a marked month."""
    label = lowest_label(months)
    tone = NAVY if label.tone == str(years[0]) else QUIET
    say = Say(tone, 12, 600, label.align, dy=15)
    side = "right" if line and line < label.x else "left"
    return _off_line(label, say, line, _MONTH_PX, side=side)


def _month_mark(mark: MonthMark) -> list[alt.Chart | alt.LayerChart]:
    """Return the article's month: a line up from the axis, a point, its figure and the mean."""
    place = pd.DataFrame({"x": [mark.month], "y": [mark.line_top], "zero": [0.0]})
    rule = (
        alt.Chart(place)
        .mark_rule(stroke=ACCENT, strokeWidth=1.4)
        .encode(x=across("x"), y=up("zero"), y2="y:Q")
    )
    off = 8 if mark.align == "left" else -8
    said = [
        text_at(
            mark.month, mark.words_at, mark.words, Say(ACCENT, 13, 700, mark.align, dx=off),
            narrow=mark.short_words,
        ),
        text_at(
            mark.month, mark.words_at, mark.mean_words,
            Say(QUIET, 12, 400, mark.align, dx=off, dy=16), narrow=mark.short_mean_words,
        ),
    ]  # fmt: skip
    if mark.extent is None:
        return [rule, *said]
    point = (
        alt.Chart(place.assign(y=mark.extent))
        .mark_circle(size=84, fill=ACCENT, stroke=PAGE, strokeWidth=1.2, opacity=1, aria=False)
        .encode(x=across("x"), y=up("y"))
    )
    return [rule, point, *said]


def septembers_chart(
    septembers: pd.DataFrame,
    years: Sequence[int],
    *,
    trend_words: tuple[str, str],
    day: date | None = None,
    day_words: tuple[str, str] = ("", ""),
) -> alt.LayerChart:
    """Return September of each year with its trend, the two years and the last one named.

    Parameters
    ----------
    septembers
        As `septembers_frame` of `geo.measure.season.extent` makes it.
    trend_words
        The trend, and what it was reckoned from.
    day, day_words
        The article's day, and its name in a wide and in a narrow chart.
    """
    first, last = int(septembers["year"].min()), float(septembers["at"].max()) + 0.4
    at_day = line_at(day, [*septembers["year"]]) if day else None
    last = max(last, (at_day or 0.0) + 0.3)
    room = alt.ExprRef(f"{last} + {last - first} * {_LAST_PX} / max(width - {_LAST_PX}, 100)")
    axis = alt.Axis(
        values=[*range(first + -first % 10, int(last) + 1, 10)],
        format="d",
        domain=False,
        labelExpr="datum.label",
    )
    scale = alt.Scale(domainMin=first, domainMax=room, nice=False, zero=False)
    y_axis = alt.Axis(values=[0, 2, 4, 6, 8], domain=False, labelPadding=8)
    base = alt.Chart(septembers)
    x, y = (
        across("at", axis=axis, scale=scale),
        up("extent", axis=y_axis, scale=from_zero(TOP_SEPTEMBER)),
    )
    line = base.mark_line(stroke=NAVY, strokeWidth=1, strokeOpacity=0.6).encode(
        x=x, y=y, detail="run:N"
    )
    dots = base.mark_circle(size=24, fill=NAVY, opacity=1).encode(
        x=across("at"), y=up("extent"), **spoken(septembers)
    )
    trend = base.mark_line(stroke=MEAN, strokeWidth=1.6, strokeDash=[2, 3]).encode(
        x=across("at"), y=up("trend")
    )
    ground = alt.Chart(pd.DataFrame({"y": [0], "x": first, "x2": last}))
    floor = ground.mark_rule(stroke=AXIS, aria=False).encode(x=across("x"), x2="x2:Q", y=up("y"))
    layers: list[Any] = [levels([2, 4, 6, 8], first, last), floor, trend, line, dots]
    layers += _day_line(at_day, day_words, first) if at_day else []
    year_px = f"(max(width - {_LAST_PX}, 100) / {last - first})"
    for label in september_labels(septembers, years):
        layers += _named_september(label, at_day, year_px)
    wider = max(trend_words, key=len)
    found = dodge(PlacedLabel(first + 2.5, _WORDS_AT, wider), 12.5, at_day, "right")
    moved = found.expression(year_px) if found else None
    for words, say in zip(trend_words, (Say(INK, 12.5, 600), Say(QUIET, 12, dy=16)), strict=True):
        layers.append(text_at(first + 2.5, _WORDS_AT, words, say, moved=moved))
    return finished(layers, EXTENT_PX)


def _day_line(at: float, words: tuple[str, str], first: int) -> list[Any]:
    rule = (
        alt.Chart(pd.DataFrame({"x": [at], "y": [0.0], "y2": [TOP_SEPTEMBER]}))
        .mark_rule(stroke=ACCENT, strokeWidth=2)
        .encode(x=across("x"), y=up("y"), y2="y2:Q")
    )
    is_left = at < first + 15
    say = Say(ACCENT, 12.5, 700, "left" if is_left else "right", dx=6 if is_left else -6)
    return [rule, text_at(at, DAY_WORDS_AT, words[0], say, narrow=words[1])]


def _named_september(label: PlacedLabel, line: float | None, year_px: str) -> list[Any]:
    tone = {"one": NAVY, "two": QUIET}.get(label.tone, INK)
    say = Say(tone, 12, 400 if label.tone == "last" else 600, label.align, label.dx, label.dy)
    side = "right" if label.tone == "last" else ""
    words = _off_line(label, say, line, year_px, side=side)
    if label.tone == "last":
        return [words]
    point = (
        alt.Chart(pd.DataFrame({"x": [label.x], "y": [label.y]}))
        .mark_circle(size=72, fill=tone, opacity=1, aria=False)
        .encode(x=across("x"), y=up("y"))
    )
    return [point, words]

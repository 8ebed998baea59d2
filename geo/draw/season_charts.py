"""The charts of the season as Altair specifications: extent by month, Septembers, columns, ships.

Colours are the page's custom properties or both themes' at once, so that one drawing (SVG) serves
light, dark and print; what depends on the width is left to expressions over Vega's `width`.
Altair takes most of a second to import, so this module is imported by the page Season alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from geo import messages
from geo.draw.season_marks import MonthMark, end_labels, figure_words, september_labels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.draw.season_marks import PlacedLabel

INK, QUIET, PAGE = "var(--ink)", "var(--quiet_ink)", "var(--page)"
ACCENT, NAVY, GOLD, AXIS = "var(--highlight)", "var(--kind-route)", "var(--thread)", "var(--rim)"
GRID = "var(--hairline)"
MEAN = "light-dark(#6E8794,#7F97A4)"
RANGE = "light-dark(#DFE9EE,#1C303D)"
YEAR_TWO = QUIET
FONT = '"Source Sans", sans-serif'
EXTENT_PX, COLUMNS_PX, SHIPS_PX = 188, 172, 124
NARROW_PX = 430
_NARROW = f"width < {NARROW_PX}"
_ENDS_PX = 68
_LAST_PX = 66
_WORDS_AT, _WORDS_YEARS = 1.75, 24
"""Where the words on the trend stand, and how many years they may cover."""
_MONTHS = 12


@dataclass(frozen=True)
class _Say:
    """How a text is set."""

    color: str = INK
    size: float = 12
    weight: int = 400
    align: str = "left"
    dx: float = 0
    dy: float = 0


def _options(chart: alt.LayerChart, height_px: int) -> alt.LayerChart:
    """Return a chart as wide as its place, without a frame, menu or ground of its own."""
    return (
        chart.properties(
            width="container",
            height=height_px,
            background="transparent",
            autosize=alt.AutoSizeParams(type="fit", contains="padding"),
            padding={"left": 0, "right": 2, "top": 4, "bottom": 4},
            usermeta={"embedOptions": {"renderer": "svg", "actions": False}},
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
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


def _text(
    x: Any,  # noqa: ANN401  a number, or a channel of Altair
    y: Any,  # noqa: ANN401
    text: str,
    say: _Say,
    *,
    narrow: str | None = None,
) -> alt.LayerChart:
    """Return a text with a halo of the page's colour at a place of the scales.

    Parameters
    ----------
    narrow
        What it says in a narrow chart, where that differs.
    """
    words: Any = text
    if narrow is not None:
        words = alt.ExprRef(f"{_NARROW} ? {narrow!r} : {text!r}")
    base = alt.Chart(pd.DataFrame({"x": [x], "y": [y]})).encode(x=_x("x"), y=_y("y"))
    look: dict[str, Any] = {
        "text": words,
        "align": say.align,
        "baseline": "middle",
        "fontSize": say.size,
        "fontWeight": say.weight,
        "dx": say.dx,
        "dy": say.dy,
        "aria": False,
        "tooltip": None,
    }
    halo = base.mark_text(**look, stroke=PAGE, strokeWidth=3, strokeJoin="round", fill=PAGE)
    return alt.layer(halo, base.mark_text(**look, fill=say.color))


def _x(field: str, **more: Any) -> alt.X:  # noqa: ANN401
    return alt.X(f"{field}:Q", **more)


def _y(field: str, **more: Any) -> alt.Y:  # noqa: ANN401
    return alt.Y(f"{field}:Q", **more)


def _levels(values: Sequence[float], first: float, last: float) -> alt.Chart:
    """Return the fine lines of a scale, as far as the data go."""
    lines = pd.DataFrame({"y": values, "x": first, "x2": last})
    return (
        alt.Chart(lines)
        .mark_rule(stroke=GRID, strokeWidth=1, aria=False)
        .encode(x=_x("x"), x2="x2:Q", y=_y("y"))
    )


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
    shown = f"{_NARROW} ? slice({_names()}[datum.value - 1], 0, 1) : {_names()}[datum.value - 1]"
    axis = alt.Axis(
        values=[*range(1, _MONTHS + 1)],
        labelExpr=shown,
        labelFlush=False,
        labelOverlap=False,
        labelColor=alt.condition(f"datum.value == {marked}", alt.value(ACCENT), alt.value(QUIET)),
        labelFontWeight=alt.condition(f"datum.value == {marked}", alt.value(700), alt.value(400)),
        domain=False,
    )
    room = alt.ExprRef(f"{_MONTHS} + {_MONTHS - 1} * {_ENDS_PX} / max(width - {_ENDS_PX}, 100)")
    x_scale = alt.Scale(domainMin=1, domainMax=room, nice=False, zero=False)
    y_scale = alt.Scale(domain=[0, 17], nice=False)
    y_axis = alt.Axis(values=[0, 5, 10, 15], domain=False, labelPadding=8)
    area = (
        alt.Chart(band)
        .mark_area(fill=RANGE)
        .encode(
            x=_x("month", axis=axis, scale=x_scale),
            y=_y("low", axis=y_axis, scale=y_scale),
            y2="high:Q",
        )
    )
    mean = (
        alt.Chart(band)
        .mark_line(stroke=MEAN, strokeWidth=1.4, strokeDash=[2, 3])
        .encode(x=_x("month"), y=_y("mean"))
    )
    ground = alt.Chart(pd.DataFrame({"y": [0], "x": 1, "x2": _MONTHS}))
    floor = ground.mark_rule(stroke=AXIS, aria=False).encode(x=_x("x"), x2="x2:Q", y=_y("y"))
    layers = [area, _levels([5, 10, 15], 1, _MONTHS), floor, mean]
    looks = ((NAVY, 2.6, [1, 0]), (YEAR_TWO, 2.2, [7, 4]))
    for year, look in reversed([*zip(years, looks, strict=False)]):
        layers += _year_layers(months[months["year"] == year], *look)
    layers += [_lowest_of(months, years, marked)] if len(months) else []
    tones = {str(years[0]): (NAVY, 600), str(years[1]): (QUIET, 600)}
    for label in end_labels(band, months, years):
        tone, weight = tones.get(label.text, (QUIET, 400))
        layers.append(_text(label.x, label.y, label.text, _Say(tone, 12, weight, dx=8)))
    layers += _month_mark(mark) if mark else []
    return _options(alt.layer(*layers), EXTENT_PX)


def _names() -> str:
    return str(list(messages.SEASON_LESS_MONTHS))


def _year_layers(
    of_year: pd.DataFrame, tone: str, width: float, dash: Sequence[float]
) -> list[alt.Chart]:
    """Return a year's line by stretches without a gap, and its months alone as points."""
    line = (
        alt.Chart(of_year)
        .mark_line(stroke=tone, strokeWidth=width, strokeDash=[*dash], strokeJoin="round")
        .encode(x=_x("month"), y=_y("extent"), detail="run:N")
    )
    alone = of_year[of_year["alone"]]
    points = (
        alt.Chart(alone)
        .mark_circle(size=36, fill=tone, opacity=1)
        .encode(x=_x("month"), y=_y("extent"))
    )
    return [line, points] if len(alone) else [line]


def _lowest_of(months: pd.DataFrame, years: Sequence[int], marked: int) -> alt.LayerChart:
    """Return the name of the lowest month of the two years, under its point, off a marked month."""
    lowest = months.loc[months["extent"].idxmin()]
    words = (
        messages.SEASON_LOWEST_EVER if lowest["is_lowest"] else messages.SEASON_LOWEST
    ).format(year=int(lowest["year"]), extent=figure_words(lowest["extent"]))
    tone = NAVY if int(lowest["year"]) == years[0] else YEAR_TWO
    is_marked = int(lowest["month"]) == marked
    say = _Say(tone, 12, 600, "right" if is_marked else "center", dx=-8 * is_marked, dy=15)
    return _text(float(lowest["month"]), float(lowest["extent"]), words, say)


def _month_mark(mark: MonthMark) -> list[alt.Chart | alt.LayerChart]:
    """Return the article's month: a line up from the axis, a point, its figure and the mean."""
    place = pd.DataFrame({"x": [mark.month], "y": [mark.line_top], "zero": [0.0]})
    rule = (
        alt.Chart(place)
        .mark_rule(stroke=ACCENT, strokeWidth=1.4)
        .encode(x=_x("x"), y=_y("zero"), y2="y:Q")
    )
    off = 8 if mark.align == "left" else -8
    said = [
        _text(
            mark.month, mark.words_at, mark.words, _Say(ACCENT, 13, 700, mark.align, dx=off),
            narrow=mark.short_words,
        ),
        _text(
            mark.month, mark.words_at, mark.mean_words,
            _Say(QUIET, 12, 400, mark.align, dx=off, dy=16), narrow=mark.short_mean_words,
        ),
    ]  # fmt: skip
    if mark.extent is None:
        return [rule, *said]
    point = (
        alt.Chart(place.assign(y=mark.extent))
        .mark_circle(size=84, fill=ACCENT, stroke=PAGE, strokeWidth=1.2, opacity=1)
        .encode(x=_x("x"), y=_y("y"))
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
    at_day = _year_of(day) if day else None
    if at_day and first <= at_day < last + _MONTHS:
        last = max(last, at_day + 0.3)
    else:
        at_day = None
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
    x, y = _x("at", axis=axis, scale=scale), _y("extent", axis=y_axis, scale=_scale(8.8))
    line = base.mark_line(stroke=NAVY, strokeWidth=1, strokeOpacity=0.6).encode(
        x=x, y=y, detail="run:N"
    )
    dots = base.mark_circle(size=24, fill=NAVY, opacity=1).encode(x=_x("at"), y=_y("extent"))
    trend = base.mark_line(stroke=MEAN, strokeWidth=1.6, strokeDash=[2, 3]).encode(
        x=_x("at"), y=_y("trend")
    )
    ground = alt.Chart(pd.DataFrame({"y": [0], "x": first, "x2": last}))
    floor = ground.mark_rule(stroke=AXIS, aria=False).encode(x=_x("x"), x2="x2:Q", y=_y("y"))
    layers: list[Any] = [_levels([2, 4, 6, 8], first, last), floor, trend, line, dots]
    layers += _day_line(at_day, day_words, first) if at_day else []
    for label in september_labels(septembers, years):
        layers += _named_september(label)
    is_crossed = at_day is not None and first < at_day < first + _WORDS_YEARS
    left = (at_day or 0) + 1 if is_crossed else first + 2.5
    layers += [
        _text(left, _WORDS_AT, trend_words[0], _Say(INK, 12.5, 600)),
        _text(left, _WORDS_AT, trend_words[1], _Say(QUIET, 12, dy=16)),
    ]
    return _options(alt.layer(*layers), EXTENT_PX)


def _scale(top: float) -> alt.Scale:
    return alt.Scale(domain=[0, top], nice=False)


def _year_of(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365


def _day_line(at: float, words: tuple[str, str], first: int) -> list[Any]:
    rule = (
        alt.Chart(pd.DataFrame({"x": [at], "y": [0.0], "y2": [8.8]}))
        .mark_rule(stroke=ACCENT, strokeWidth=2)
        .encode(x=_x("x"), y=_y("y"), y2="y2:Q")
    )
    is_left = at < first + 15
    say = _Say(ACCENT, 12.5, 700, "left" if is_left else "right", dx=6 if is_left else -6)
    return [rule, _text(at, 8.35, words[0], say, narrow=words[1])]


def _named_september(label: PlacedLabel) -> list[Any]:
    tone = {"one": NAVY, "two": QUIET}.get(label.tone, INK)
    say = _Say(tone, 12, 400 if label.tone == "last" else 600, label.align, label.dx, label.dy)
    words = _text(label.x, label.y, label.text, say)
    if label.tone == "last":
        return [words]
    point = (
        alt.Chart(pd.DataFrame({"x": [label.x], "y": [label.y]}))
        .mark_circle(size=72, fill=tone, opacity=1)
        .encode(x=_x("x"), y=_y("y"))
    )
    return [point, words]


def columns_chart(series: pd.DataFrame, *, decimals: int) -> alt.LayerChart:
    """Return columns by year with a value on each; another count as a hollow square with its own.

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
        other_name=[
            "" if pd.isna(value) else f"{value:{pattern}}" for value in series["other"].astype(float)
        ],
    )
    ceiling = float(counts["top"].max()) * 1.24
    short = f"width / {len(counts)} < 31 ? '’' + slice(datum.label, 2) : datum.label"
    axis = alt.Axis(labelAngle=0, labelExpr=short, domain=True, labelOverlap=False)
    scale = alt.Scale(paddingInner=0.38, paddingOuter=0.19)
    x = alt.X("year:O", axis=axis, scale=scale)
    y = _y("value", axis=None, scale=_scale(ceiling))
    full = alt.Chart(counts[counts["seen"]]).mark_bar(fill=NAVY).encode(x=x, y=y)
    empty = (
        alt.Chart(counts[~counts["seen"]])
        .mark_bar(fill="transparent", stroke=NAVY, strokeWidth=1.4)
        .encode(x=x, y=y)
    )
    both = counts[counts["other"].notna()]
    squares = (
        alt.Chart(both)
        .mark_square(size=72, filled=True, fill=PAGE, stroke=GOLD, strokeWidth=2, opacity=1)
        .encode(x=x, y=_y("other"))
    )
    alone = counts[counts["other"].isna()]
    layers = [full, empty, squares]
    for rows, field, tone, dy in (
        (alone, "name", INK, -8),
        (both, "name", INK, -13),
        (both, "other_name", GOLD, -26),
    ):
        layers.append(
            alt.Chart(rows)
            .mark_text(fill=tone, fontSize=12, fontWeight=600, dy=dy, baseline="middle")
            .encode(x=x, y=_y("top"), text=f"{field}:N")
        )
    return _options(alt.layer(*layers), COLUMNS_PX)


def ships_chart(series: pd.DataFrame) -> alt.LayerChart:
    """Return the ships of each year as points on stems; dots lead over years without a figure."""
    years = [int(year) for year in series["year"]]
    ships = series.assign(name=[f"{value:,.0f}" for value in series["value"]], zero=0)
    axis = alt.Axis(
        values=sorted({years[0], *_apart(years)}), format="d", domain=True, labelFlush=False
    )
    x = _x("year", axis=axis, scale=alt.Scale(domain=[years[0] - 0.9, years[-1] + 0.9], nice=False))
    y = _y("value", axis=None, scale=_scale(float(series["value"].max()) * 1.2))
    base = alt.Chart(ships)
    stems = base.mark_rule(stroke=AXIS, strokeWidth=1, aria=False).encode(
        x=x, y=y, y2=alt.Y2("zero:Q")
    )
    dots = base.mark_circle(size=64, fill=NAVY, opacity=1).encode(x=_x("year"), y=_y("value"))
    gaps = ships["year"].diff().fillna(1) != 1
    lines = base.transform_calculate().encode(x=_x("year"), y=_y("value"))
    runs = ships.assign(run=gaps.cumsum())
    solid = (
        alt.Chart(runs)
        .mark_line(stroke=NAVY, strokeWidth=2)
        .encode(x=_x("year"), y=_y("value"), detail="run:N")
    )
    dotted = lines.mark_line(stroke=NAVY, strokeWidth=1.4, strokeDash=[2, 3])
    layers: list[Any] = [stems, dotted, solid, dots]
    for at, (year, value, name) in enumerate(
        zip(years, ships["value"], ships["name"], strict=True)
    ):
        layers.append(_text(year, float(value), name, _ship_say(at, years)))
    for before, after in zip(years, years[1:], strict=False):
        if after - before > 3:  # noqa: PLR2004  a sentence has room only then
            middle, low = (before + after) / 2, float(ships["value"].min()) * 0.6
            words = messages.SEASON_NO_FIGURE_BETWEEN
            layers.append(_text(middle, low, words, _Say(QUIET, 12, align="center")))
    return _options(alt.layer(*layers), SHIPS_PX)


def _apart(years: Sequence[int]) -> list[int]:
    """Return the last year, and those before it that have room for their name."""
    shown: list[int] = []
    for year in reversed(years):
        if not shown or shown[-1] - year > 1:
            shown.append(year)
    return shown


def _ship_say(at: int, years: Sequence[int]) -> _Say:
    """Return where a year's figure stands: above its point, below where both sides are taken."""
    has_left = at > 0 and years[at] - years[at - 1] == 1
    has_right = at + 1 < len(years) and years[at + 1] - years[at] == 1
    if has_left and has_right:
        return _Say(INK, 12, 600, "center", dy=15)
    if has_right:
        return _Say(INK, 12, 600, "right", dx=8, dy=-12)
    return _Say(INK, 12, 600, "center", dy=-12)

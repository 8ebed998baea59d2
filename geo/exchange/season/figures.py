"""The figures of "Is it getting less?" and "Who sails?" to print: PDF, SVG or PNG."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo import messages
from geo.draw.palette import LIGHT
from geo.draw.season_dodge import dodge
from geo.draw.season_marks import (
    DAY_WORDS_AT,
    TOP_SEPTEMBER,
    PlacedLabel,
    end_labels,
    line_at,
    lowest_label,
    september_labels,
)
from geo.exchange.season.sheet import (
    FORMS,
    PX_PT,
    SIZES,
    TICK_PT,
    VALUE_PT,
    BlockSheet,
    Plot,
    PlotAxes,
    make_block_figure,
)
from geo.markup.season.less import (
    day_words,
    less_answer,
    less_caption,
    less_notes,
    month_mark,
    range_words,
    trend_words,
)
from geo.markup.season.sails import (
    KEY_WORDS,
    key_counters,
    numbers_title,
    numbers_words,
    sails_answer,
    sails_caption,
)
from geo.measure.season.extent import MONTHS, band_frame, months_frame, septembers_frame
from geo.measure.season.traffic import CARGO_SINCE, DECIMALS, series_frame

if TYPE_CHECKING:
    from datetime import date

    from geo.draw.figure import Form, Size
    from geo.measure.season.extent import Extents
    from geo.measure.season.traffic import Traffic

__all__ = ["FORMS", "SIZES", "make_extent_figure", "make_traffic_figure"]
NAVY, QUIET, ACCENT, GOLD = LIGHT.kinds["route"], LIGHT.quiet_ink, LIGHT.highlight, LIGHT.thread
_MEAN, _RANGE = "#6E8794", "#DFE9EE"
_TOP_EXTENT = 17.0
_KEY_GAP = "    "
_APART, _FARTHER = 0.55, 2.0
"""Names keep another distance on paper than on the lower charts of a screen."""
Shown = tuple[tuple[int, int], "date", str]
"""The two years compared, the day, and whose it is."""


def make_extent_figure(
    extents: Extents, shown: Shown, *, form: Form, size: Size, address: str, day: date
) -> bytes:
    """Return the figure of the extents as a file's bytes.

    Parameters
    ----------
    shown
        The two years compared, the day that is marked, and whose it is: see `less_answer`.
    address, day
        Where and when it was made.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    years, of_day, whose = shown
    title, unit = messages.SEASON_SEPTEMBER_TITLE
    first = min(extents.of_month(9))
    notes = less_notes(extents, years, of_day, whose)
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["less"],
        answer=less_answer(extents, of_day, whose),
        rows=[
            [
                Plot(*messages.SEASON_EXTENT_TITLE, partial(_months, extents, years, of_day)),
                Plot(title.format(first=first), unit, partial(_septembers, extents, shown)),
            ]
        ],
        captions=[f"{range_words(extents).capitalize()} in grey. {less_caption(extents)} {notes}"],
        sources=[f"{each.source} ({each.confidence})" for each in extents.sources.values()],
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def _months(extents: Extents, years: tuple[int, int], day: date, plot: PlotAxes) -> None:
    band, months = band_frame(extents), months_frame(extents, years)
    plot.scales((0.6, 13.4), (0, _TOP_EXTENT))
    for level in (0, 5, 10, 15):
        tone = LIGHT.hairline if level else LIGHT.rim
        plot.line((1, 12), (level, level), color=tone, linewidth=0.8, zorder=0)
        plot.say(1, level, f"{level}", dx=-9, align="right", color=QUIET)
    for month in MONTHS:
        is_marked = month == day.month
        look: dict[str, Any] = {
            "color": ACCENT if is_marked else QUIET,
            "weight": "bold" if is_marked else "normal",
        }
        plot.say(month, 0, messages.SEASON_LESS_MONTHS[month - 1], dy=13, **look)
    plot.axes.fill_between(band["month"], band["low"], band["high"], color=_RANGE, linewidth=0)
    plot.line(band["month"], band["mean"], color=_MEAN, linewidth=1.1, linestyle=(0, (1.4, 2)))
    looks = ((NAVY, 2.0, "solid"), (QUIET, 1.7, (0, (3.2, 1.8))))
    tones = {str(year): look[0] for year, look in zip(years, looks, strict=True)}
    for year, (tone, width, dashes) in zip(years, looks, strict=True):
        for _, run in months[months["year"] == year].groupby("run"):
            plot.line(run["month"], run["extent"], color=tone, linewidth=width, linestyle=dashes)
            if len(run) == 1:
                plot.dot(float(run["month"].iloc[0]), float(run["extent"].iloc[0]), 4, color=tone)
    for label in end_labels(band, months, years, apart=_APART):
        weight = "bold" if label.text in tones else "normal"
        tone = tones.get(label.text, QUIET)
        _say_off(plot, label._replace(dx=8), day.month, "right", color=tone, weight=weight)
    _lowest(months, years, day.month, plot)
    mark = month_mark(extents, day)
    plot.line((mark.month,) * 2, (0, mark.line_top), color=ACCENT, linewidth=1.1, zorder=4)
    if mark.extent is not None:
        plot.dot(mark.month, mark.extent, 7, color=ACCENT)
    side: dict[str, Any] = {"dx": 8 if mark.align == "left" else -8, "align": mark.align}
    at = (mark.month, mark.words_at)
    plot.say(*at, mark.words, size=VALUE_PT, color=ACCENT, weight="bold", **side)
    plot.say(*at, mark.mean_words, dy=14, color=QUIET, **side)


def _say_off(
    plot: PlotAxes,
    label: PlacedLabel,
    line: float | None,
    side: str = "",
    **look: Any,  # noqa: ANN401
) -> None:
    """Write a label that the line at a place of the scale does not cross."""
    found = dodge(label, look.get("size", TICK_PT) / PX_PT, line, side)
    moved = found.moved_px(plot.unit_px()) if found else 0.0
    look |= {"dx": label.dx + moved, "dy": label.dy, "align": label.align}
    plot.say(label.x, label.y, label.text, **look)


def _lowest(months: pd.DataFrame, years: tuple[int, int], marked: int, plot: PlotAxes) -> None:
    label = lowest_label(months)._replace(dy=14)
    tone = NAVY if label.tone == str(years[0]) else QUIET
    side = "right" if marked < label.x else "left"
    _say_off(plot, label, marked, side, color=tone, weight="bold")


def _septembers(extents: Extents, shown: Shown, plot: PlotAxes) -> None:
    years, day, whose = shown
    frame, trend = septembers_frame(extents), extents.trend()
    first, last = float(frame["year"].min()), float(frame["at"].max()) + 0.5
    at_day = line_at(day, [*frame["year"]])
    end = max(last, (at_day or 0.0) + 0.3)
    plot.scales((first - 2.5, end + 6.5), (0, TOP_SEPTEMBER))
    for level in (0, 2, 4, 6, 8):
        tone = LIGHT.hairline if level else LIGHT.rim
        plot.line((first, last), (level, level), color=tone, linewidth=0.8, zorder=0)
        plot.say(first, level, f"{level}", dx=-9, align="right", color=QUIET)
    for year in range(int(first) + -int(first) % 10, int(last) + 1, 10):
        plot.say(year, 0, f"{year}", dy=13, color=QUIET)
    dashes = (0, (1.4, 2))
    plot.line(frame["at"], frame["trend"], color=_MEAN, linewidth=1.2, linestyle=dashes)
    for _, run in frame.groupby("run"):
        plot.line(run["at"], run["extent"], color=NAVY, linewidth=0.8, alpha=0.6)
    for x, y in zip(frame["at"], frame["extent"], strict=True):
        plot.dot(x, y, 3.6, color=NAVY)
    for label in september_labels(frame, years):
        tone = {"one": NAVY, "two": QUIET}.get(label.tone, LIGHT.ink)
        weight = "normal" if label.tone == "last" else "bold"
        side = "right" if label.tone == "last" else ""
        farther = label._replace(dy=label.dy * _FARTHER)
        _say_off(plot, farther, at_day, side, color=tone, weight=weight)
        if label.tone != "last":
            plot.dot(label.x, label.y, 6.4, color=tone)
    if at_day is not None:
        plot.line((at_day, at_day), (0, TOP_SEPTEMBER), color=ACCENT, linewidth=1.5, zorder=4)
        words = day_words(day, whose)[0]
        bearing: dict[str, Any] = (
            {"dx": -6, "align": "right"} if at_day > first + 15 else {"dx": 6, "align": "left"}
        )
        plot.say(at_day, DAY_WORDS_AT, words, size=VALUE_PT, color=ACCENT, weight="bold", **bearing)
    if trend:
        said, of = trend_words(trend)
        label = PlacedLabel(first + 2.5, 1.75, said)
        _say_off(plot, label, at_day, "right", size=VALUE_PT, weight="bold")
        _say_off(plot, label._replace(text=of, dy=14), at_day, "right", color=QUIET)


def make_traffic_figure(
    traffic: Traffic, *, form: Form, size: Size, address: str, day: date
) -> bytes:
    """Return the figure of cargo, transits and ships as a file's bytes.

    Parameters
    ----------
    address, day
        Where and when it was made.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    plots = {
        "cargo": messages.SEASON_CARGO_TITLE,
        "transits": messages.SEASON_TRANSITS_TITLE,
    }
    columns = [
        Plot(*title, partial(_columns, traffic, subject), 4.7 if subject == "cargo" else 5.6)
        for subject, title in plots.items()
    ]
    lower = [
        Plot(*messages.SEASON_SHIPS_TITLE, partial(_ships, traffic), 4.7),
        Plot(numbers_title(traffic), "", partial(_numbers, traffic), 5.6),
    ]
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["sails"],
        answer=sails_answer(traffic),
        rows=[columns, lower],
        captions=[sails_caption(traffic, beside_table=False)],
        sources=_sources(traffic),
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def _columns(traffic: Traffic, subject: str, plot: PlotAxes) -> None:
    series, decimals = series_frame(traffic, subject), DECIMALS[subject]
    years = [int(year) for year in series["year"]]
    top = float(series[["value", "other"]].max().max())
    plot.scales((years[0] - 0.6, years[-1] + 0.6), (0, top * 1.2))
    plot.line((years[0] - 0.6, years[-1] + 0.6), (0, 0), color=LIGHT.rim, linewidth=0.8)
    for _, row in series.iterrows():
        year, value, other = int(row["year"]), float(row["value"]), row["other"]
        fill = NAVY if row["seen"] else "white"
        plot.axes.bar(year, value, 0.62, facecolor=fill, edgecolor=NAVY, linewidth=1.0)
        plot.say(year, 0, f"{year}", dy=12, color=QUIET, size=7.4)
        plot.say(year, 0, row["mark"], dy=25, color=QUIET, size=7.4)
        look: dict[str, Any] = {"size": VALUE_PT, "weight": "bold"}
        if pd.isna(other):
            plot.say(year, value, f"{value:.{decimals}f}", dy=-8, **look)
            continue
        high = max(value, float(other))
        square: dict[str, Any] = {
            "marker": "s",
            "markerfacecolor": "white",
            "markeredgecolor": GOLD,
        }
        plot.dot(year, float(other), 6.0, markeredgewidth=1.5, **square)
        own, others = row["mark"], row["other_mark"]
        plot.say(year, high, f"{value:.{decimals}f} {own}", dy=-13, **look)
        plot.say(year, high, f"{float(other):.{decimals}f} {others}", dy=-25, color=GOLD, **look)


def _ships(traffic: Traffic, plot: PlotAxes) -> None:
    series = series_frame(traffic, "ships")
    years, values = [*series["year"]], [*series["value"]]
    plot.scales((years[0] - 0.9, years[-1] + 0.9), (0, max(values) * 1.3))
    plot.line((years[0] - 0.9, years[-1] + 0.9), (0, 0), color=LIGHT.rim, linewidth=0.8)
    for at, (year, value) in enumerate(zip(years, values, strict=True)):
        plot.line((year, year), (0, value), color=LIGHT.rim, linewidth=0.8)
        plot.dot(year, value, 6, color=NAVY)
        plot.say(year, value, f"{value:,.0f}", dy=-12, size=VALUE_PT, weight="bold")
        plot.say(year, 0, f"{year}", dy=12, color=QUIET)
        if at:
            is_near = year - years[at - 1] == 1
            look: dict[str, Any] = {
                "linestyle": "solid" if is_near else (0, (1.4, 2)),
                "linewidth": 1.4,
            }
            plot.line(years[at - 1 : at + 1], values[at - 1 : at + 1], color=NAVY, **look)
    middle = (years[0] + years[1]) / 2 if len(years) > 1 else years[0]
    plot.say(middle, min(values) * 0.55, messages.SEASON_NO_FIGURE_BETWEEN, color=QUIET)
    counted = messages.SEASON_COUNTED_BY.format(who=", ".join(dict.fromkeys(series["counter"])))
    plot.say(middle, min(values) * 0.55, counted, dy=15, color=QUIET)


def _numbers(traffic: Traffic, plot: PlotAxes) -> None:
    """Write the container voyages, and below them the key of the columns."""
    plot.scales((0, 1), (0, 1))
    for at, (value, year) in enumerate(numbers_words(traffic)):
        plot.say(at * 0.2, 0.86, value, align="left", size=15, color=NAVY, weight="bold")
        plot.say(at * 0.2, 0.86, year, dx=26, align="left", color=QUIET)
    looks: dict[str, Any] = {
        "first": {"markerfacecolor": NAVY, "markeredgecolor": NAVY},
        "empty": {"markerfacecolor": "white", "markeredgecolor": NAVY},
        "other": {"markerfacecolor": "white", "markeredgecolor": GOLD, "markeredgewidth": 1.5},
    }
    for at, (name, words) in enumerate(KEY_WORDS.items()):
        height = 0.6 - at * 0.15
        plot.dot(0.012, height, 7, marker="s", **looks[name])
        plot.say(0.012, height, words, dx=12, align="left", size=TICK_PT, color=QUIET)
    who = [f"{mark} {name}" for mark, name in key_counters(traffic).items()]
    half = (len(who) + 1) // 2
    rows = [messages.SEASON_KEY_WHO, _KEY_GAP.join(who[:half]), _KEY_GAP.join(who[half:])]
    for at, words in enumerate(rows):
        plot.say(0, 0.15 - at * 0.13, words, align="left", size=TICK_PT, color=QUIET)


def _sources(traffic: Traffic) -> list[str]:
    """Return the sources of what is drawn, by subject, each source with its years."""
    lines = []
    for subject in ("cargo", "transits", "ships", "containers"):
        years: dict[str, list[str]] = {}
        for count in traffic.of(subject):
            if subject != "cargo" or count.year >= CARGO_SINCE:
                years.setdefault(f"{count.counter}: {count.source}", []).append(str(count.year))
        said = "; ".join(f"{source} ({', '.join(found)})" for source, found in years.items())
        lines.append(f"{messages.SEASON_SUBJECTS[subject]}: {said}.")
    return lines

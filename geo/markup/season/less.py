"""Whether the ice gets less: the answer, the captions and the table, by rule from the extents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.draw.season_marks import MonthMark, figure_words, line_at
from geo.escape import Markup, element, join
from geo.markup.season.chart_words import chart_table, listed, ordinal, short_day
from geo.measure.season.extent import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.measure.season.extent import Extents, Trend

_MINUS = "−"


def less_answer(extents: Extents, day: date, whose: str) -> str:
    """Return whether September loses ice, and how low the month of a day is among its like.

    Parameters
    ----------
    whose
        Whose day it is: `article`, `chosen` or `today`.
    """
    trend = extents.trend()
    if trend is None:
        return ""
    words = messages.SEASON_LESS_YES if trend.per_decade < 0 else messages.SEASON_LESS_NO
    month = _month_words(extents, day, whose)
    return words.format(change=f"{abs(trend.per_decade):.2f}", month=month)


def _month_words(extents: Extents, day: date, whose: str) -> str:
    rank = extents.rank(day.year, day.month)
    facts = {
        "month": messages.SEASON_LESS_MONTH_NAMES[day.month - 1],
        "year": day.year,
        "whose": messages.SEASON_WHOSE_MONTH[whose],
    }
    if rank is None:
        return messages.SEASON_LESS_NO_FIGURE.format(**facts)
    place = messages.SEASON_LOWEST_PLACE
    if rank.place > 1:
        place = messages.SEASON_NTH_LOWEST_PLACE.format(nth=ordinal(rank.place))
    return messages.SEASON_LESS_RANK.format(place=place, first=rank.first, **facts)


def month_mark(extents: Extents, day: date) -> MonthMark:
    """Return the month of a day as the chart of months marks it."""
    found, normal = extents.of(day.year, day.month), extents.normal(day.month)
    return MonthMark(day.year, day.month, found, normal)


def trend_words(trend: Trend) -> tuple[str, str]:
    """Return the trend, and what it was reckoned from."""
    sign = _MINUS if trend.per_decade < 0 else "+"
    change = f"{sign}{abs(trend.per_decade):.2f}"
    return (
        messages.SEASON_TREND.format(change=change),
        messages.SEASON_TREND_OF.format(count=trend.years),
    )


def day_words(day: date, whose: str) -> tuple[str, str]:
    """Return how a day is named in a wide and in a narrow chart."""
    wide, narrow = messages.SEASON_DAY_WORDS[whose]
    return wide.format(day=short_day(day)), narrow


def range_words(extents: Extents) -> str:
    """Return over which years the range goes."""
    whole = extents.whole_years
    return messages.SEASON_RANGE.format(first=whole[0], last=whole[-1])


def range_key(extents: Extents) -> Markup:
    """Return the key of the range."""
    key = element("span", "", class_="key range")
    return element("p", key, range_words(extents), class_="season chart-key")


def less_caption(extents: Extents) -> str:
    """Return what the figures rest on, and which months of the last year there are."""
    rows = sorted(extents.months.values(), key=lambda row: (row.year, row.month))
    spans = {source: [row for row in rows if row.source == source] for source in extents.sources}
    said: list[str] = []
    for source, words in messages.SEASON_SPANS.items():
        if found := spans.get(source):
            month = messages.SEASON_LESS_MONTH_NAMES[found[-1].month - 1]
            said.append(
                words.format(
                    first=found[0].year,
                    last=found[-1].year,
                    month=month,
                    version=extents.sources[source].version,
                )
            )
    last = rows[-1].year
    there = [messages.SEASON_LESS_MONTH_NAMES[row.month - 1] for row in rows if row.year == last]
    gaps = ""
    if len(there) < len(MONTHS):
        months = listed(there, messages.SEASON_FIGURES_LAST)
        gaps = messages.SEASON_LAST_YEAR_GAPS.format(year=last, months=months)
    return messages.SEASON_LESS_CAPTION.format(spans="; ".join(said), gaps=gaps).strip()


def less_notes(extents: Extents, years: Sequence[int], day: date, whose: str) -> str:
    """Return what the charts do not show: a day without a figure or a line, months that are gaps.

    The gaps of the last year of the table are in `less_caption`.
    """
    last = extents.years[-1]
    gaps = (_gap_words(extents, year) for year in dict.fromkeys(years) if year != last)
    return " ".join(filter(None, [*_day_notes(extents, day, whose), *gaps]))


def _day_notes(extents: Extents, day: date, whose: str) -> Iterator[str]:
    names, there = messages.SEASON_LESS_MONTH_NAMES, sorted(extents.months)
    at = (day.year, day.month)
    if at not in extents.months:
        first, last = (
            messages.SEASON_MONTH_OF.format(month=names[month - 1], year=year)
            for year, month in (there[0], there[-1])
        )
        is_outside = not there[0] <= at <= there[-1]
        words = messages.SEASON_DAY_OUTSIDE if is_outside else messages.SEASON_DAY_GAP
        yield words.format(
            month=names[day.month - 1],
            year=day.year,
            whose=messages.SEASON_WHOSE_MONTH[whose],
            side=messages.SEASON_SIDES[at > there[0]],
            first=first,
            last=last,
        )
    trend = extents.trend()
    if trend and line_at(day, (trend.first, trend.last)) is None:
        yield messages.SEASON_DAY_NO_LINE.format(first=trend.first, last=trend.last)


def _gap_words(extents: Extents, year: int) -> str:
    """Return which months of a year have no figure, or which have one, whichever are fewer."""
    found: tuple[list[str], list[str]] = ([], [])
    for name, value in zip(messages.SEASON_LESS_MONTH_NAMES, extents.of_year(year), strict=True):
        found[value is not None].append(name)
    gaps, there = found
    if not gaps:
        return ""
    words, months = messages.SEASON_YEAR_GAPS, gaps
    if len(there) < len(gaps):
        words, months = messages.SEASON_YEAR_ONLY, there
    return words.format(year=year, months=listed(months, messages.SEASON_FIGURES_LAST))


def months_alt(years: Sequence[int], answer: str) -> str:
    """Return the chart of months in words."""
    shown = listed([str(year) for year in years], messages.SEASON_FIGURES_LAST)
    return messages.SEASON_LESS_ALT.format(years=shown, answer=answer)


def septembers_alt(extents: Extents) -> str:
    """Return the chart of Septembers in words."""
    trend = extents.trend()
    if trend is None:
        return ""
    said = ", ".join(trend_words(trend))
    return messages.SEASON_SEPTEMBER_ALT.format(first=trend.first, last=trend.last, trend=said)


def less_table(extents: Extents) -> Markup:
    """Return every figure by year and month with what it rests on, newest first."""
    heads = (messages.SEASON_YEAR_HEAD, *messages.SEASON_LESS_MONTHS, messages.SEASON_RESTS_ON)
    normal = [figure_words(extents.normal(month) or 0) for month in MONTHS]
    rows: list[Sequence[object]] = [(messages.SEASON_MEAN_ROW, *normal, "")]
    for year in reversed(extents.years):
        values = ["" if each is None else figure_words(each) for each in extents.of_year(year)]
        rows.append((year, *values, _rests_on(extents, year)))
    sources = [
        (messages.SEASON_RESTS[source.id], source.version, source.source, source.confidence)
        for source in extents.sources.values()
        if source.id in messages.SEASON_RESTS
    ]
    return join(
        chart_table(messages.SEASON_EXTENT_TABLE, heads, rows),
        chart_table(messages.SEASON_SOURCES_TABLE, messages.SEASON_SOURCE_HEADS, sources),
    )


def _rests_on(extents: Extents, year: int) -> str:
    found = [
        extents.months[year, month].source for month in MONTHS if (year, month) in extents.months
    ]
    return "; ".join(messages.SEASON_RESTS.get(one, one) for one in dict.fromkeys(found))

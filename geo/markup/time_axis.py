"""When the articles are from: an axis that is true to time, and the articles by date below it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.evidence import Row
from geo.sentences import count_of, long_day
from geo.text.articles import Article

_MOST_STEPS = 9
_DAY, _MONTH = "day", "month"
_UNITS: tuple[tuple[str, int], ...] = (
    (_DAY, 1),
    (_DAY, 7),
    (_MONTH, 1),
    (_MONTH, 3),
    *((_MONTH, 12 * years) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
_EMPTY = Markup("")


@dataclass(frozen=True)
class Axis:
    """An axis of time.

    Attributes
    ----------
    start, end
        Its ends.
    ticks
        Where it is marked, each with its text; the last tick is the end, without a text.
    """

    start: dt.date
    end: dt.date
    ticks: Sequence[tuple[dt.date, str]]

    def percent(self, day: dt.date) -> float:
        """Return how far a day is along the axis, from 0 to 100."""
        return 100 * (day - self.start).days / (self.end - self.start).days


def make_axis(days: Sequence[dt.date]) -> Axis:
    """Return the axis for some days: at least one; a single day is shown in its year.

    The finest step is taken that makes at most nine of them; it begins and ends at a whole step.
    """
    first, last = min(days), max(days)
    if first == last:
        year = dt.date(first.year, 1, 1)
        return _with_ticks(list(_steps(year, dt.date(first.year, 12, 31), (_MONTH, 3))), _MONTH)
    for unit in _UNITS:
        steps = list(_steps(_floor(first, unit), last, unit))
        if len(steps) <= _MOST_STEPS + 1:
            break
    return _with_ticks(steps, unit[0] if unit[1] % 12 or unit[0] == _DAY else "year")


def _with_ticks(steps: list[dt.date], unit: str) -> Axis:
    texts = (
        _tick_text(step, before, unit)
        for step, before in zip(steps, [None, *steps[:-1]], strict=True)
    )
    return Axis(steps[0], steps[-1], list(zip(steps, [*list(texts)[:-1], ""], strict=True)))


def _tick_text(day: dt.date, before: dt.date | None, unit: str) -> str:
    """Return the text at a tick; the year stands where it begins."""
    if unit == "year":
        return str(day.year)
    said = f"{day:%b}" if unit == _MONTH else f"{day.day} {day:%b}"
    return said if before and before.year == day.year else f"{said} {day.year}"


def _floor(day: dt.date, unit: tuple[str, int]) -> dt.date:
    kind, count = unit
    if kind == _DAY:
        return day - dt.timedelta(days=day.weekday() if count > 1 else 0)
    months = (day.year * 12 + day.month - 1) // count * count
    return dt.date(max(1, months // 12), months % 12 + 1, 1)


def _steps(start: dt.date, last: dt.date, unit: tuple[str, int]) -> Iterator[dt.date]:
    """Yield whole steps from a start until one is after the last day, at most one too many."""
    kind, count = unit
    at = start
    for _ in range(_MOST_STEPS + 3):
        yield at
        if at > last:
            return
        if kind == _DAY:
            at += dt.timedelta(days=count)
        else:
            months = at.year * 12 + at.month - 1 + count
            at = dt.date(min(months // 12, dt.MAXYEAR), months % 12 + 1, 1)


def timeline(
    rows: Iterable[Row],
) -> tuple[dict[dt.date, list[tuple[Article, int]]], list[tuple[Article, int]]]:
    """Return the articles with their number of links: by date, and those without one."""
    links: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for row in rows:
        links[row.article.id] += 1
        articles[row.article.id] = row.article
    dated: dict[dt.date, list[tuple[Article, int]]] = {}
    undated = []
    for identity, article in articles.items():
        entry = (article, links[identity])
        if article.date:
            dated.setdefault(article.date, []).append(entry)
        else:
            undated.append(entry)
    return dict(sorted(dated.items())), undated


def time_axis(rows: Iterable[Row]) -> Markup:
    """Return the axis with a stem for each day that has articles, as high as it has links."""
    dated, undated = timeline(rows)
    without = _without_date(undated)
    if not dated:
        return without
    axis = make_axis(list(dated))
    largest = max(sum(links for _, links in entries) for entries in dated.values())
    stems = [
        _placed(axis.percent(day), _stem(day, entries, largest), "stem")
        for day, entries in dated.items()
    ]
    ticks = [
        _placed(axis.percent(day), element("span", text, class_="tick-text"), "tick")
        for day, text in axis.ticks
    ]
    return element(
        "figure",
        element("figcaption", _summary(dated)),
        element(
            "div",
            element("div", *stems, class_="stems"),
            element("div", *ticks, class_="ticks"),
            class_="axis",
            aria_hidden="true",
        ),
        without,
        class_="time-axis",
    )


def _placed(percent: float, child: Markup, name: str) -> Markup:
    """Return something at a place along the axis: at the right end of a box of that width."""
    return element("div", child, class_=name, width_percent=percent)


def _stem(day: dt.date, entries: Sequence[tuple[Article, int]], largest: int) -> Markup:
    links = sum(count for _, count in entries)
    words = messages.DAY_SUMMARY.format(
        day=long_day(day),
        articles=count_of(len(entries), "article"),
        links=count_of(links, "link"),
    )
    # A box of a width lies on its side: the style sheet turns it upright.
    height = element("span", class_="height", width_percent=100 * links / largest)
    return element("span", height, class_="mark", title=words)


def _summary(dated: dict[dt.date, list[tuple[Article, int]]]) -> str:
    days, count = list(dated), sum(map(len, dated.values()))
    if len(days) == 1:
        return messages.ONE_DAY.format(articles=count_of(count, "article"), day=long_day(days[0]))
    return messages.SEVERAL_DAYS.format(
        articles=count_of(count, "article"), first=long_day(days[0]), last=long_day(days[-1])
    )


def _without_date(undated: Sequence[tuple[Article, int]]) -> Markup:
    if not undated:
        return _EMPTY
    said = messages.UNDATED.format(articles=count_of(len(undated), "article"))
    return element("p", said, class_="small")


def articles_by_date(rows: Iterable[Row]) -> Markup:
    """Return the articles as a table, the oldest first, those without a date apart."""
    dated, undated = timeline(rows)
    entries = [(long_day(day), *entry) for day, those in dated.items() for entry in those]
    largest = max((links for _, _, links in [*entries, *(("", *e) for e in undated)]), default=1)
    tables = [
        _table(messages.DATED_ARTICLES, entries, largest),
        _table(messages.UNDATED_ARTICLES, [(messages.NO_DATE, *e) for e in undated], largest),
    ]
    return join(*tables)


def _table(title: str, entries: Sequence[tuple[str, Article, int]], largest: int) -> Markup:
    if not entries:
        return _EMPTY
    heads = [element("th", head, scope="col") for head in messages.DATE_HEADS]
    body = [
        element(
            "tr",
            element("td", day, class_="day"),
            element("th", article.headline, scope="row"),
            element("td", article.publisher),
            element("td", links, class_="number"),
            element(
                "td",
                element("span", class_="bar", width_percent=100 * links / largest),
                class_="bar-cell",
                aria_hidden="true",
            ),
        )
        for day, article, links in entries
    ]
    return join(
        element("h2", title),
        element(
            "table",
            element("thead", element("tr", *heads, element("td", aria_hidden="true"))),
            element("tbody", *body),
            class_="bars wide",
            aria_label=title,
        ),
    )

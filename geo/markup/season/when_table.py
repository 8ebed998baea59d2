"""The calendar as a table: the same windows in words, for those who read or hear it as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element
from geo.markup.season.calendar import Calendar, window_name
from geo.measure.season.law import deciding_all, groups
from geo.measure.season.words import span_words, ways_name, with_notation, zones_name

if TYPE_CHECKING:
    from collections.abc import Iterator


def when_table(of: Calendar) -> Markup:
    """Return every window of the calendar, those of the nine Arctic classes among them."""
    heads = (element("th", name, scope="col") for name in messages.LAW_TABLE_COLUMNS)
    rows = (
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in cells))
        for first, *cells in (*_law_rows(of), *_published_rows(of))
    )
    table = element(
        "table",
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        aria_label=messages.LAW_CALENDAR,
    )
    return element(
        "div",
        table,
        class_="season when-table",
        tabindex=0,
        role="region",
        aria_label=messages.LAW_CALENDAR,
    )


def _law_rows(of: Calendar) -> Iterator[tuple[str, ...]]:
    for is_type in (True, False):
        for group in groups(of.law, of.law.categories(is_type=is_type), first=of.way):
            for categories, window in group.rows:
                zones = deciding_all(group, of.law, categories[0])
                yield (
                    messages.SEASON_ROUTES["nwp"],
                    ways_name(group.variants),
                    with_notation(categories, of.notations),
                    span_words(window.spans, month="%B", to=" to ") or messages.LAW_NO_DATE,
                    str(window.days),
                    zones_name(zones) if zones else "",
                    messages.LAW_KIND,
                )


def _published_rows(of: Calendar) -> Iterator[tuple[str, ...]]:
    for one in of.published:
        name, quiet = window_name(one)
        yield (
            messages.SEASON_ROUTES["nsr"],
            "",
            f"{name}, {quiet}",
            span_words((one.span,), month="%B", to=" to "),
            str(one.span.days),
            one.publisher,
            messages.WINDOWS_KIND[one.is_lapsed],
        )

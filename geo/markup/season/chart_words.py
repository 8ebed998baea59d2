"""Heads, keys and tables that the charts of the season share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_LONG = 14
"""With more rows than this a table scrolls."""
_TENS, _TEENS = 10, range(11, 14)


def chart_head(title: str, unit: str) -> Markup:
    """Return the head of a chart: its title and, quietly, its unit."""
    words = element("h3", title, " ", element("span", unit))
    return element("div", words, class_="season chart-head")


def chart_caption(words: str) -> Markup:
    """Return what the figures of a block rest on."""
    return element("div", element("p", words, class_="caption"), class_="season chart-caption")


def chart_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """Return a table with a caption; the first cell of a row is its head.

    It scrolls in its own region, which the keyboard reaches; a long one says so.
    """
    rows = list(rows)
    top = element("tr", *(element("th", head, scope="col") for head in heads))
    body = (
        element(
            "tr",
            element("th", cells[0], scope="row"),
            *(element("td", cell) for cell in cells[1:]),
        )
        for cells in rows
    )
    hint = messages.SEASON_TABLE_SCROLLS.format(rows=len(rows)) if len(rows) > _LONG else ""
    return element(
        "div",
        element(
            "p",
            caption,
            ". " if hint else None,
            element("span", hint, class_="hint"),
            class_="caption",
        ),
        element(
            "div",
            element("table", element("thead", top), element("tbody", *body), aria_label=caption),
            class_="scrolls",
            tabindex="0",
            role="region",
            aria_label=f"{caption}. {hint}" if hint else caption,
        ),
        class_="season chart-table",
    )


def ordinal(number: int) -> str:
    """Return a number as a place: 1st, 2nd, 11th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % _TENS, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def short_day(day: date) -> str:
    """Return a day as `26 Feb 2025`."""
    return f"{day.day} {messages.SEASON_LESS_MONTHS[day.month - 1]} {day.year}"


def listed(words: Sequence[str], last: str) -> str:
    """Return words with commas, and `last` before the last one."""
    return f"{', '.join(words[:-1])}{last}{words[-1]}" if len(words) > 1 else "".join(words)

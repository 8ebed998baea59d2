"""Lanes of a calendar: a year from left to right, what is open in it, and the day as a line.

What stands at some day is at the right end of a box as wide as that day's place in the year, so
that a lane fits any width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.escape import Markup, element, join
from geo.measure.season.days import ALL_YEAR, DAYS, MONTH_DAYS, MONTH_STARTS, day_of, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.measure.season.days import Span

_NEAR_END, _NEAR_START, _LABEL_FITS = 89.0, 11.0, 22.0
"""Per cent of the year beyond which a day is written within its bar, if that is long enough."""
_LATE = 62.0
"""Per cent of the year from which the label of the day stands left of its line."""


class Marked(NamedTuple):
    """The day that a calendar marks: of the `article`, `chosen` by the reader, or `today`."""

    day: date
    kind: str = "article"

    def label(self) -> str:
        """Return `26 Feb 2025, the article`."""
        written = f"{self.day.day} {self.day.strftime('%b %Y')}"
        return messages.DAY_LABELS[self.kind].format(day=written)


def percent(day_number: float) -> float:
    """Return how far along the year a day begins."""
    return 100 * (day_number - 1) / DAYS


def axis(marked: Marked | None) -> Markup:
    """Return the names of the months over the lanes, that of the marked day in the accent."""
    names = (in_words(start)[2:] for start in MONTH_STARTS)
    now = marked.day.month if marked else 0
    months = (
        element(
            "span",
            element("span", name[:1], class_="letter"),
            element("span", name[1:], class_="rest"),
            class_="month now" if number == now else "month",
            width_percent=100 * days / DAYS,
        )
        for number, (name, days) in enumerate(zip(names, MONTH_DAYS, strict=True), start=1)
    )
    return element("span", *months, day_line(marked), class_="lane year", aria_hidden="true")


def lane(marked: Marked | None, *content: object, name: str = "") -> Markup:
    """Return a lane with the line of the marked day behind what stands in it."""
    return element("span", day_line(marked), *content, class_=f"lane {name}".rstrip())


def day_line(marked: Marked | None, *, labelled: bool = False) -> Markup | None:
    """Return the line of the marked day; with its label where it is the first."""
    if marked is None:
        return None
    place = percent(day_of(marked.day) + 0.5)
    side = "day-label left" if place > _LATE else "day-label"
    label = element("span", marked.label(), class_=side) if labelled else None
    return element("span", label, class_="at day", width_percent=place)


def bars(spans: Iterable[Span], name: str) -> Markup:
    """Return bars with a day at both ends; a span over New Year is two bars without a day there."""
    return join(*(_bar(span, part, name) for span in spans for part in span.parts()))


def _bar(span: Span, part: Span, name: str) -> Markup:
    if span == ALL_YEAR:
        words = element("span", messages.SEASON_ALL_YEAR, class_="inside")
        return _placed(part, name, words)
    is_long = percent(part.last + 1) - percent(part.first) > _LABEL_FITS
    begins = (
        _end(part.first, "from", is_inside=is_long and percent(part.first) < _NEAR_START)
        if part.first == span.first
        else None
    )
    ends = (
        _end(part.last, "to", is_inside=is_long and percent(part.last) > _NEAR_END)
        if part.last == span.last
        else None
    )
    return _placed(part, name, begins, ends)


def _end(day_number: int, side: str, *, is_inside: bool) -> Markup:
    return element(
        "span", in_words(day_number), " ", class_=f"{side} inside" if is_inside else side
    )


def _placed(part: Span, name: str, *words: object) -> Markup:
    end = percent(part.last + 1)
    share = 100 * (end - percent(part.first)) / end
    bar = element("span", *words, class_=f"bar {name}", width_percent=share)
    return element("span", bar, class_="at", width_percent=end)


def never(reason: str) -> Markup:
    """Return a dotted line through the year with the reason written in it."""
    return element("span", element("span", reason, class_="why"), class_="never")


def zone_bar(span: Span | None, zone: int, *, decides: bool) -> Markup:
    """Return the thin bar of a zone with its name before it."""
    name = "zone-bar decides" if decides else "zone-bar"
    if span is None or span == ALL_YEAR:
        words = messages.LAW_ZONE_SHUT if span is None else messages.LAW_ZONE_ALL_YEAR
        said = element("span", words.format(zone=zone), class_="why")
        return element("span", said, class_=f"never {name}" if span is None else f"whole {name}")
    words = messages.LAW_DECIDES if decides else messages.LAW_ONE_ZONE
    label = element("span", words.format(zone=zone), class_="from")
    # Over New Year the name stands before the part that ends the year.
    parts = span.parts()
    return join(
        *(_placed(part, name, label if part.first == span.first else None) for part in parts)
    )

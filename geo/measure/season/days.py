"""Days of the year, and the spans of them in which something is open.

A year here is one of 365 days: laws name 28 February, never 29. That day is open where the days on
both sides of it are. A span may run over New Year: 15 July to 28 February.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS = 365
_COMMON_YEAR = 2023
_LEAP_DAY = (2, 29)


class Span(NamedTuple):
    """Open from one day to another, both ends counted; days of the year from 1 to 365."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days are in it."""
        return (self.last - self.first) % DAYS + 1

    def parts(self) -> tuple[Span, ...]:
        """Return it within one year, from January: two parts where it runs over New Year."""
        if self.first <= self.last:
            return (self,)
        return Span(1, self.last), Span(self.first, DAYS)


ALL_YEAR = Span(1, DAYS)


def read_day(text: str) -> int:
    """Return the day of the year of `MM-DD`; raises `ValueError` where there is no such day."""
    return date.fromisoformat(f"{_COMMON_YEAR}-{text}").timetuple().tm_yday


def day_of(day: date) -> int:
    """Return the day of the year of a date, as in a year of 365 days; 29 February as the 28th."""
    if (day.month, day.day) == _LEAP_DAY:
        return day_of(day - timedelta(days=1))
    return day.replace(year=_COMMON_YEAR).timetuple().tm_yday


def in_words(number: int, *, month: str = "%b") -> str:
    """Return a day of the year as `15 Aug`, or with another form of the month."""
    day = _of_year(number, _COMMON_YEAR)
    return f"{day.day} {day.strftime(month)}"


def written(number: int) -> str:
    """Return a day of the year as `MM-DD`, as the tables hold it."""
    return _of_year(number, _COMMON_YEAR).strftime("%m-%d")


def days_in(spans: Iterable[Span]) -> frozenset[int]:
    """Return the days of the year that are in any of the spans."""
    return frozenset(
        number for span in spans for part in span.parts() for number in range(part[0], part[1] + 1)
    )


def spans_of(days: frozenset[int]) -> tuple[Span, ...]:
    """Return the spans that days make, in order; what goes on over New Year is one span."""
    if len(days) == DAYS:
        return (ALL_YEAR,)
    firsts = sorted(number for number in days if (number - 2) % DAYS + 1 not in days)
    return tuple(Span(first, _last(first, days)) for first in firsts)


def _last(first: int, days: frozenset[int]) -> int:
    number = first
    while number % DAYS + 1 in days:
        number = number % DAYS + 1
    return number


def common(several: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Return what several sets of spans have in common: it may be two spans, or none."""
    sets = [days_in(spans) for spans in several]
    return spans_of(frozenset.intersection(*sets)) if sets else (ALL_YEAR,)


def is_open(spans: Iterable[Span], day: date) -> bool:
    """Return whether a date is in one of the spans."""
    days = days_in(spans)
    if (day.month, day.day) == _LEAP_DAY:
        return {day_of(day), day_of(day) + 1} <= days
    return day_of(day) in days


def days_left(spans: Iterable[Span], day: date) -> int | None:
    """Return how many days follow a date until its span ends: 0 on the last one.

    None where the date is in no span, and where the spans have no end.
    """
    spans = tuple(spans)
    if ALL_YEAR in spans or not is_open(spans, day):
        return None
    lasts = {span.last for span in spans}
    return next(n for n in range(2 * DAYS) if _is_day(day + timedelta(days=n), lasts))


def days_until(spans: Iterable[Span], day: date) -> int | None:
    """Return how many days after a date the next span begins; 0 in a span, None without spans."""
    spans = tuple(spans)
    if is_open(spans, day):
        return 0
    firsts = {span.first for span in spans}
    return next(
        (n for n in range(2 * DAYS) if _is_day(day + timedelta(days=n), firsts)),
        None,
    )


def _is_day(day: date, numbers: set[int]) -> bool:
    return (day.month, day.day) != _LEAP_DAY and day_of(day) in numbers


def _of_year(number: int, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=number - 1)


MONTH_STARTS = tuple(date(_COMMON_YEAR, month, 1).timetuple().tm_yday for month in range(1, 13))
"""The first day of each month."""
MONTH_DAYS = tuple(end - start for start, end in pairwise((*MONTH_STARTS, DAYS + 1)))
"""How many days each month has."""

"""What was published of the Northern Sea Route's season: windows that are no law.

Russia's rules in force are in Government Decree 1487 of 18 September 2020, with 28 areas; its table
was not found, so no date is computed. The table of 2013 has lapsed and is history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.catalogue.records import DATA
from geo.measure.season.days import days_left, days_until, is_open
from geo.measure.season.law_tables import Published, read_published_windows

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class TransitSeason(NamedTuple):
    """The newest published season of transits, seen from a day.

    Attributes
    ----------
    window
        The season as it was published.
    is_open
        Whether the day is in it, by month and day.
    days_until_first
        How many days later the first transit is; 0 from the first to the last.
    days_left
        How many days later the last one left; None outside.
    is_of_year
        Whether the season is of the very year that the day is in; else it only stands for it.
    """

    window: Published
    is_open: bool
    days_until_first: int
    days_left: int | None
    is_of_year: bool


def newest_season(folder: Path = DATA) -> Published | None:
    """Return the newest published season of all transits, None without the table."""
    seasons = [
        one
        for one in read_published_windows(folder)[0]
        if not one.is_lapsed and one.who == "all transits"
    ]
    return max(seasons, key=lambda one: one.period, default=None)


def transit_season(day: date, *, folder: Path = DATA) -> TransitSeason | None:
    """Return the newest published season of transits, seen from a day; None without the table."""
    window = newest_season(folder)
    if window is None:
        return None
    spans = (window.span,)
    until = days_until(spans, day)
    return TransitSeason(
        window, is_open(spans, day), until or 0, days_left(spans, day),
        window.period == str(day.year),
    )  # fmt: skip


def days_until_first_transit(day: date, *, folder: Path = DATA) -> int | None:
    """Return how many days after a day the first transit of the Northern Sea Route is.

    As in the newest season that was published; 0 from the first transit to the last.
    """
    season = transit_season(day, folder=folder)
    return season.days_until_first if season else None

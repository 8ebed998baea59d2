"""The sentence that begins the page of the season: who may sail on the day, and who does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.passages import external
from geo.measure.season.days import day_of, in_words
from geo.measure.season.law import AS_AMENDED, TYPES, open_types
from geo.measure.season.words import category_name, ways_name
from geo.sentences import long_day

if TYPE_CHECKING:
    from geo.measure.season.law import Law
    from geo.measure.season.published import TransitSeason


class Lead(NamedTuple):
    """The sentence: its day, which stands in the accent, and what follows; empty without facts."""

    day: str
    rest: str

    @property
    def plain(self) -> str:
        """The sentence without markup."""
        return f"{messages.LEAD_ON} {self.day}{self.rest}" if self.rest else ""

    @property
    def markup(self) -> Markup:
        """The sentence with its day in the accent."""
        if not self.rest:
            return join()
        return join(messages.LEAD_ON, " ", element("span", self.day, class_="lit"), self.rest)


def season_lead(
    day: date, whose: str, law: Law, transits: TransitSeason | None, *, today: date
) -> Lead:
    """Return the sentence; empty where neither route has anything on file.

    Parameters
    ----------
    whose
        Whose day it is: a key of `messages.LEAD_WHOSE`.
    law
        The windows of the Northwest Passage; nothing is said of it where they are missing.
    transits
        The newest published season of the Northern Sea Route, seen from the day.
    today
        What is before it is told in the past tense; what law says after it nobody knows.
    """
    tense = "past" if day < today else "now"
    by = messages.LEAD_BY_DATE if AS_AMENDED <= day <= today else messages.LEAD_BY_LAW_OF_NOW
    said = [
        words for words in (_passage(day, law, tense, by), _route(day, transits, tense)) if words
    ]
    rest = f"{messages.LEAD_WHOSE[whose]}{messages.LEAD_AND.join(said)}." if said else ""
    return Lead(long_day(day), rest)


def _passage(day: date, law: Law, tense: str, by: str) -> str:
    """Return who may take the Northwest Passage by date."""
    if law.missing:
        return ""
    there = open_types(day, law)
    if not there:
        return messages.LEAD_NWP_SHUT[tense].format(types=category_name(TYPES), by=by)
    left = [one.days_left for one in there]
    ways = tuple(dict.fromkeys(way for one in there for way in one.variants))
    words = messages.LEAD_NWP_OPEN[tense].format(
        types=category_name([one.category for one in there]),
        ways=_lower(ways_name(ways)),
        by=by,
    )
    most = None if None in left else max(n for n in left if n is not None)
    if most is None:
        return words
    if most == 0:
        return words + messages.LEAD_LAST_DAY
    return words + messages.LEAD_UNTIL.format(day=_day_and_month(day + timedelta(days=most)))


def _route(day: date, season: TransitSeason | None, tense: str) -> str:
    """Return how far the first transit of the Northern Sea Route is away, or the last one.

    When the season after the one on file begins is not known.
    """
    if season is None:
        return ""
    if not season.is_of_year:
        first, last = (in_words(one, month="%B") for one in season.window.span)
        year = season.window.period
        return messages.LEAD_NSR_OTHER_YEAR.format(year=year, first=first, last=last)
    if season.days_left == 0:
        return messages.LEAD_NSR_LAST[tense]
    if day_of(day) > season.window.span.last:
        last = in_words(season.window.span.last, month="%B")
        return messages.LEAD_NSR_OVER[tense].format(day=last)
    if season.days_left is not None:
        last = _day_and_month(day + timedelta(days=season.days_left))
        return messages.LEAD_NSR_OPEN[tense].format(day=last)
    days = season.days_until_first
    return messages.LEAD_NSR_SHUT[tense].format(
        days=messages.LEAD_ONE_DAY if days == 1 else messages.LEAD_DAYS.format(days=days)
    )


def _day_and_month(day: date) -> str:
    return f"{day.day} {day:%B}"


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def article_line(headline: str, who: str, address: str) -> Markup:
    """Return the line that names the article of the page, and its maker where known."""
    title = external(headline, address) if address else headline
    by = f", {who}" if who else ""
    return element("p", messages.LEAD_ARTICLE, " ", title, by, class_="about")

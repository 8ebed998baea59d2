"""What the page of the season shows, and its address.

Only what differs from the default stands in the address, ids and plain figures. Parsing is as
tolerant as that of `geo.view`: what is unknown or out of range is dropped, with a notice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from geo import messages
from geo.characters import one_line, replace_surrogates

ROUTES = ("nsr", "nwp")
"""The routes whose season is on file."""
MONTHS = 12
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""The days that a reader may choose."""
_YEARS_COMPARED = 2
_LONGEST, _MOST = 60, 24
_TENTHS = re.compile(r"([a-z0-9_]+)\.(-?\d{1,3})\Z")
_PICTURE = "day"


@dataclass(frozen=True)
class SeasonView:
    """One state of the page of the season.

    Attributes
    ----------
    route
        Id of the route in the accent, one of `ROUTES`.
    way
        Slug of one of its variants, or '' for the first.
    day
        The day that the page is about, ISO, or '' for the article's.
    month
        The month whose ice is drawn, 1 to 12, or 0 for that of the day.
    years
        The two years that are compared; empty for the page's own choice.
    zones
        The rows of the calendar whose zones are unfolded.
    ice_class
        The ship's ice class, or '' for the calculator's first.
    tenths
        Tenths by type of ice; empty for the calculator's first example.
    picture
        `day` where the satellite picture of the day takes the place of the field, or ''.
    article
        Id of the article, or '' for the newest.
    """

    route: str = "nsr"
    way: str = ""
    day: str = ""
    month: int = 0
    years: tuple[int, ...] = ()
    zones: tuple[str, ...] = ()
    ice_class: str = ""
    tenths: Mapping[str, int] = field(default_factory=dict)
    picture: str = ""
    article: str = ""


SEASON_KEYS = {
    "route": "route",
    "way": "way",
    "day": "on",
    "month": "month",
    "years": "year",
    "zones": "zones",
    "ice_class": "class",
    "tenths": "ice",
    "picture": "picture",
    "article": "article",
}
"""The view's fields and their keys in the address; the one list that docs and tests go through."""


@dataclass(frozen=True)
class KnownSeason:
    """What is valid in an address: `ways` by route, `years` from the first to the last on file."""

    ways: Mapping[str, Collection[str]] = field(default_factory=dict)
    years: tuple[int, int] = (0, 0)
    zones: Collection[str] = ()
    ice_classes: Collection[str] = ()
    ice_types: Collection[str] = ()
    articles: Collection[str] = ()


def to_season_query(view: SeasonView) -> list[tuple[str, str]]:
    """Return the view as keys and values in a fixed order, defaults left out."""
    pairs: list[tuple[str, str]] = []
    for spec in fields(SeasonView):
        value = getattr(view, spec.name)
        if isinstance(value, Mapping):
            written = [f"{kind}.{tenths}" for kind, tenths in value.items()]
        elif isinstance(value, tuple):
            written = [str(one) for one in value]
        elif value == spec.default:
            continue
        else:
            written = [str(value)]
        pairs += [(SEASON_KEYS[spec.name], entry) for entry in written]
    return pairs


def from_season_query(
    query: Mapping[str, Sequence[str]], known: KnownSeason
) -> tuple[SeasonView, list[str]]:
    """Parse an address into a view, with a notice for each part that is invalid.

    Whether tenths add up is not decided here: see `geo.measure.season.polaris`.
    """
    notices: list[str] = []

    def many(key: str, allowed: Collection[str], what: str) -> tuple[str, ...]:
        asked = list(dict.fromkeys(map(replace_surrogates, query.get(key, ()))))
        asked = asked[: max(_MOST, len(allowed))]
        notices.extend(_unknown(what, value) for value in asked if value not in allowed)
        return tuple(value for value in asked if value in allowed)

    def one(key: str, allowed: Collection[str], what: str, default: str = "") -> str:
        values = many(key, allowed, what)
        return values[-1] if values else default

    route = one("route", ROUTES, "route", ROUTES[0])
    view = SeasonView(
        route=route,
        way=one("way", known.ways.get(route, ()), "way"),
        day=_day(query.get("on", ()), notices),
        month=_month(query.get("month", ()), notices),
        years=_years(query.get("year", ()), known.years, notices),
        zones=many("zones", known.zones, "type of ship"),
        ice_class=_ice_class(query.get("class", ()), known.ice_classes, notices),
        tenths=_tenths(query.get("ice", ()), known.ice_types, notices),
        picture=one("picture", (_PICTURE,), "picture"),
        article=one("article", known.articles, "article"),
    )
    return view, notices


def _last(values: Sequence[str]) -> str:
    return one_line(replace_surrogates(values[-1]), max_chars=_LONGEST) if values else ""


def _day(values: Sequence[str], notices: list[str]) -> str:
    asked = _last(values)
    if not asked:
        return ""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        notices.append(messages.NO_DAY.format(day=asked))
        return ""
    if FIRST_DAY <= day <= LAST_DAY:
        return day.isoformat()
    notices.append(messages.DAY_OUT_OF_RANGE.format(day=asked, first=FIRST_DAY, last=LAST_DAY))
    return ""


def _month(values: Sequence[str], notices: list[str]) -> int:
    asked = _last(values)
    if not asked:
        return 0
    if asked.isdecimal() and asked.isascii() and 1 <= int(asked) <= MONTHS:
        return int(asked)
    notices.append(messages.NO_MONTH.format(month=asked))
    return 0


def _years(values: Sequence[str], span: tuple[int, int], notices: list[str]) -> tuple[int, ...]:
    found: list[int] = []
    for value in list(dict.fromkeys(values))[:_MOST]:
        asked = _last([value])
        year = int(asked) if asked.isdecimal() and asked.isascii() else None
        if year is not None and span[0] <= year <= span[1]:
            found.append(year)
        else:
            notices.append(year_notice(asked, span))
    return tuple(found[-_YEARS_COMPARED:])


def year_notice(asked: str, span: tuple[int, int]) -> str:
    """Return the sentence on a year that the table of extents does not have."""
    first, last = span
    is_number = asked.isdecimal() and asked.isascii()
    if not is_number:
        words = messages.NO_YEAR
    else:
        words = messages.YEAR_BEFORE if int(asked) < first else messages.YEAR_AFTER
    return words.format(year=asked, first=first, last=last)


def _ice_class(values: Sequence[str], known: Collection[str], notices: list[str]) -> str:
    asked = _last(values)
    imo = re.sub("^1(?=[ABC])", "I", asked)  # as the page shows it
    if not asked or imo in known:
        return imo
    notices.append(messages.NO_ICE_CLASS.format(name=asked, known=", ".join(known)))
    return ""


def _tenths(values: Sequence[str], known: Collection[str], notices: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value in list(values)[:_MOST]:
        parts = _TENTHS.match(value)
        if parts and parts[1] in known:
            found[parts[1]] = int(parts[2])
        else:
            notices.append(_unknown("type of ice", replace_surrogates(value)))
    return found


def _unknown(what: str, value: str) -> str:
    shown = one_line(value, max_chars=_LONGEST)
    return messages.LINK_UNKNOWN.format(what=what, value=shown)

"""Who may sail the Northwest Passage when, by the dates in Canadian law.

SOR/2017-286 names, for 14 categories of ships and 16 Shipping Safety Control Zones, the days on
which a ship may be in a zone. A way is open to a category on the days on which every zone is open
that its track crosses. Which zones those are is in `passes.csv`: the real overlay of the tracks
with the catalogue's zones, good to half a mile. A zone counts however short the way in it is, as in
law, and the miles are kept so that a page can say them; but stretches of under two miles are left
out, as these are less than a drawn track can tell. There is one (a test looks for them with a finer
overlay): all ways but the first cut the corner of zone 4 at 70.5 N, 138 W. Outside the dates a
ship may enter only as POLARIS or AIRSS allows (section 8(2)).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.catalogue.records import DATA
from geo.measure.season.days import (
    ALL_YEAR,
    Span,
    common,
    days_in,
    days_left,
    days_until,
    is_open,
)
from geo.measure.season.law_tables import read_zone_dates
from geo.measure.transits import load_transits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

ROUTE = "nwp"
AS_AMENDED = date(2023, 6, 7)
"""When the dates were last amended: of an earlier day they say what is law now."""
TYPES = ("Type A", "Type B", "Type C", "Type D", "Type E")
"""Ships without an Arctic class, strongest first."""
CORNER_ZONE, CORNER_NM = 4, 0.3
"""The zone whose corner ways are drawn over and that does not count, and by how many miles."""
_ZONE = "shipping-safety-control-zone-"


class ZoneCrossed(NamedTuple):
    """A zone on a way, with the nautical miles in it."""

    zone: int
    nm: float


@dataclass(frozen=True)
class Window:
    """When ships of one category may take one way.

    Attributes
    ----------
    variant
        Slug of the way.
    category
        As in the regulations: Type A to E, or an Arctic class.
    zones
        The zones that the way crosses, in order of first entry.
    by_zone
        The span of each of them; None where there is no entry.
    spans
        What these have in common: none, one, or two.
    deciding
        The zones that set a first or last day; without any day those that are shut, or all whose
        days have nothing in common.
    """

    variant: str
    category: str
    zones: tuple[ZoneCrossed, ...]
    by_zone: Mapping[int, Span | None]
    spans: tuple[Span, ...]
    deciding: tuple[int, ...]

    @property
    def days(self) -> int:
        """How many days of the year it is open, both ends of a span counted."""
        return len(days_in(self.spans))


@dataclass(frozen=True)
class Law:
    """The windows of every way and category, in the order of ways and of the regulations.

    Attributes
    ----------
    windows
        None of a way whose zones are not known.
    missing
        Why there are none, as a message; empty if there are.
    """

    windows: tuple[Window, ...]
    missing: str = ""

    def of(self, variant: str, category: str) -> Window | None:
        """Return the window of one way and category."""
        found = (one for one in self.windows if (one.variant, one.category) == (variant, category))
        return next(found, None)

    def variants(self) -> tuple[str, ...]:
        """Return the slugs of the ways."""
        return tuple(dict.fromkeys(one.variant for one in self.windows))

    def categories(self, *, is_type: bool) -> tuple[str, ...]:
        """Return Types A to E, or the nine Arctic classes."""
        named = dict.fromkeys(one.category for one in self.windows)
        return tuple(name for name in named if (name in TYPES) == is_type)


class OpenType(NamedTuple):
    """A type that may take a way on some day.

    `days_left` are the days after that one on which some way stays open, None without an end;
    `variants` the ways that are open.
    """

    category: str
    days_left: int | None
    variants: tuple[str, ...]


class WayGroup(NamedTuple):
    """Ways whose windows are equal: their slugs, and rows of categories with their windows.

    The windows are those of the first way; categories without a day share one row.
    """

    variants: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], Window], ...]


class ZoneOfGroup(NamedTuple):
    """A zone on ways of a group, as it is open to one category.

    `variants` are the ways that cross it; `decides` tells whether it does so on any of them.
    """

    zone: int
    span: Span | None
    variants: tuple[str, ...]
    decides: bool


def windows_along(
    variant: str, zones: Sequence[ZoneCrossed], *, folder: Path = DATA
) -> tuple[Window, ...]:
    """Return the windows of all categories on a track that crosses some zones.

    Without zones there are none, as nothing in this law is about such a track.
    """
    if not zones:
        return ()
    dates: dict[str, dict[int, Span | None]] = {}
    for row in read_zone_dates(folder)[0]:
        dates.setdefault(row.category, {})[row.zone] = row.span
    return tuple(_window(variant, category, zones, spans) for category, spans in dates.items())


def _window(
    variant: str, category: str, zones: Sequence[ZoneCrossed], dates: Mapping[int, Span | None]
) -> Window:
    by_zone = {one.zone: dates.get(one.zone) for one in zones}
    spans = common((span,) if span else () for span in by_zone.values())
    return Window(variant, category, tuple(zones), by_zone, spans, _deciding(by_zone, spans))


def _deciding(by_zone: Mapping[int, Span | None], spans: Sequence[Span]) -> tuple[int, ...]:
    if not spans:
        shut = tuple(zone for zone, span in by_zone.items() if span is None)
        return shut or tuple(zone for zone, span in by_zone.items() if span != ALL_YEAR)
    if ALL_YEAR in spans:
        return ()
    firsts, lasts = {span.first for span in spans}, {span.last for span in spans}
    return tuple(
        zone
        for zone, span in by_zone.items()
        if span and span != ALL_YEAR and (span.first in firsts or span.last in lasts)
    )


def zones_in(regimes: Mapping[str, float]) -> tuple[ZoneCrossed, ...]:
    """Return the zones among areas of rules and the nautical miles in them."""
    return tuple(
        ZoneCrossed(int(regime.removeprefix(_ZONE)), float(nm))
        for regime, nm in regimes.items()
        if regime.startswith(_ZONE)
    )


def load_law(folder: Path = DATA) -> Law:
    """Return the windows of every way of the Northwest Passage (cached by folder).

    A missing or broken table gives none with the reason in `missing`, never an error.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Law:
    transits = load_transits(folder)
    problem = read_zone_dates(folder)[1] or transits.missing
    if problem:
        return Law((), problem)
    frame = transits.frame
    variants = sorted(set(frame.loc[frame["feature"] == ROUTE, "variant"]))
    windows = tuple(
        window
        for variant in variants
        for window in windows_along(
            variant, zones_in(transits.regime_nm(ROUTE, variant)), folder=folder
        )
    )
    return Law(windows, "" if windows else messages.LAW_NO_ZONES)


def open_types(day: date, law: Law, *, variant: str = "") -> tuple[OpenType, ...]:
    """Return the Types that may take some way on a day by date, strongest first.

    Parameters
    ----------
    variant
        The one way that is asked about; '' for any.
    """
    found = []
    for category in TYPES:
        open_now = [
            one
            for one in law.windows
            if one.category == category and variant in {"", one.variant} and is_open(one.spans, day)
        ]
        if open_now:
            left = [days_left(one.spans, day) for one in open_now]
            most = None if None in left else max(n for n in left if n is not None)
            ways = tuple(one.variant for one in open_now)
            found.append(OpenType(category, most, ways))
    return tuple(found)


def days_until_open(day: date, law: Law, category: str, *, variant: str = "") -> int | None:
    """Return how many days after a day some way opens to a category, 0 if one is; None if never."""
    waits = (
        days_until(one.spans, day)
        for one in law.windows
        if one.category == category and variant in {"", one.variant}
    )
    return min((wait for wait in waits if wait is not None), default=None)


def groups(law: Law, categories: Iterable[str], *, first: str = "") -> tuple[WayGroup, ...]:
    """Return the ways grouped by equal windows, those with the most open days first.

    Parameters
    ----------
    categories
        Those that must be equal, and that the rows are of.
    first
        The way that is named first in its group.
    """
    categories = tuple(categories)
    by_windows: dict[tuple[tuple[Span, ...], ...], list[str]] = {}
    for variant in law.variants():
        windows = (law.of(variant, category) for category in categories)
        key = tuple(one.spans for one in windows if one)
        by_windows.setdefault(key, []).append(variant)
    made = [
        WayGroup(named := _first_of(variants, first), _rows(law, named[0], categories))
        for variants in by_windows.values()
    ]
    return tuple(sorted(made, key=_open_days, reverse=True))


def _first_of(variants: Sequence[str], first: str) -> tuple[str, ...]:
    return tuple(sorted(variants, key=lambda variant: variant != first))


def _open_days(group: WayGroup) -> int:
    return sum(window.days for _, window in group.rows)


def _rows(
    law: Law, variant: str, categories: Sequence[str]
) -> tuple[tuple[tuple[str, ...], Window], ...]:
    made: list[tuple[tuple[str, ...], Window]] = []
    for category in categories:
        window = law.of(variant, category)
        if window is None:
            continue
        if made and not window.spans and not made[-1][1].spans:
            # The strongest of them says why: what shuts it shuts the weaker ones too.
            made[-1] = ((*made[-1][0], category), made[-1][1])
        else:
            made.append(((category,), window))
    return tuple(made)


def shut_zones(group: WayGroup, law: Law) -> tuple[int, ...]:
    """Return the zones that shut every way of a group to Type A, or () where they share none."""
    window = law.of(group.variants[0], TYPES[0])
    return () if window is None or window.spans else deciding_all(group, law, TYPES[0])


def deciding_all(group: WayGroup, law: Law, category: str) -> tuple[int, ...]:
    """Return the zones that decide for a category on every way of a group."""
    windows = [law.of(variant, category) for variant in group.variants]
    counted = Counter(zone for one in windows if one for zone in one.deciding)
    return tuple(zone for zone, ways in counted.items() if ways == len(windows))


def zones_of(group: WayGroup, law: Law, category: str) -> tuple[ZoneOfGroup, ...]:
    """Return the zones that any way of a group crosses, as they are open to a category.

    In the order of the first way; what only others cross comes where they enter it.
    """
    windows = [found for one in group.variants if (found := law.of(one, category))]
    order: list[int] = []
    for window in windows:
        place = 0
        for crossed in window.zones:
            if crossed.zone not in order:
                order.insert(place, crossed.zone)
            place = order.index(crossed.zone) + 1
    return tuple(
        ZoneOfGroup(
            zone,
            next(one.by_zone[zone] for one in windows if zone in one.by_zone),
            tuple(one.variant for one in windows if zone in one.by_zone),
            any(zone in one.deciding for one in windows),
        )
        for zone in order
    )

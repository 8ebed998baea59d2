"""The words of the calendar: its answer, the names of its ways, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.measure.season.law import CORNER_NM, CORNER_ZONE, TYPES, Law, WayGroup, groups, shut_zones
from geo.measure.season.words import category_name, number_of, ways_name, zones_name
from geo.sentences import join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from geo.measure.season.law import ZoneOfGroup
    from geo.measure.season.law_tables import LawSource, Published
    from geo.measure.transits import Transits

    NameOf = Callable[[str], str]

CORNER_MOST_NM = 50.0
"""Fewer miles than these in a zone are called a corner of it."""
_KIND = len("Type ")


def answer(law: Law, season: Published | None) -> str:
    """Return the answer of the block: the days by type, and the newest published season."""
    said = [_of_law(law), _of_season(season)]
    return " ".join(filter(None, said))


def _of_law(law: Law) -> str:
    days = {
        category: max((one.days for one in law.windows if one.category == category), default=0)
        for category in TYPES
    }
    if not law.windows:
        return ""
    open_to = tuple(category for category in TYPES if days[category])
    shut_to = tuple(category for category in TYPES if not days[category])
    if not open_to:
        return messages.LAW_ANSWER_NEVER.format(types=category_name(TYPES))
    form = messages.LAW_ANSWER_ONE if len(open_to) == 1 else messages.LAW_ANSWER_OPEN
    lengths = sorted({days[category] for category in open_to})
    said = form.format(types=category_name(open_to), days=_range(lengths))
    letters = join_words(category[_KIND:] for category in shut_to)
    none = messages.LAW_ANSWER_NONE.format(types=letters) if shut_to else ""
    return messages.LAW_ANSWER.format(open=said, none=none)


def _of_season(season: Published | None) -> str:
    if season is None:
        return ""
    return messages.WINDOWS_ANSWER.format(period=season.period, days=season.span.days)


def _range(values: Sequence[int]) -> str:
    return str(values[0]) if len(values) == 1 else f"{values[0]} to {values[-1]}"


def group_name(group: WayGroup, law: Law, transits: Transits, name_of: NameOf) -> str:
    """Return what a group of ways is: by the zone that shuts it, else by a strait of its own.

    The strait is the last one that every way of the group passes and no other way does.
    """
    ways = ways_name(group.variants)
    shut = shut_zones(group, law)
    if shut:
        return messages.LAW_THROUGH_ZONES.format(
            ways=ways, zones=zones_name(shut), miles=miles_in(group, law, shut)
        )
    others = [one for one in law.variants() if one not in group.variants]
    passed = [transits.straits("nwp", variant) for variant in group.variants]
    elsewhere = {strait for other in others for strait in transits.straits("nwp", other)}
    own = [
        strait
        for strait in passed[0]
        if strait not in elsewhere and all(strait in one for one in passed)
    ]
    return messages.LAW_THROUGH.format(ways=ways, strait=name_of(own[-1])) if own else ways


def nm_in(group: WayGroup, law: Law, zones: Collection[int]) -> dict[str, float]:
    """Return the nautical miles of each way of a group in some zones."""
    windows = [law.of(variant, TYPES[0]) for variant in group.variants]
    return {
        one.variant: sum(crossed.nm for crossed in one.zones if crossed.zone in zones)
        for one in windows
        if one
    }


def miles_in(group: WayGroup, law: Law, zones: Collection[int]) -> str:
    """Return the miles in some zones: `23 nm`, or `23 to 342 nm` over the ways that cross them."""
    miles = sorted(round(nm) for nm in nm_in(group, law, zones).values() if nm)
    if not miles:
        return ""
    if miles[0] == miles[-1]:
        return messages.LAW_NM.format(nm=miles[0])
    return messages.LAW_NM_SPAN.format(low=miles[0], high=miles[-1])


def zone_miles(group: WayGroup, law: Law, one: ZoneOfGroup) -> str:
    """Return the miles in a zone: `471 nm`, or `562 nm, way 1` where only some ways cross it."""
    return ", ".join(filter(None, (miles_in(group, law, (one.zone,)), some_ways(group, one))))


def some_ways(group: WayGroup, one: ZoneOfGroup) -> str:
    """Return the ways of a group that cross a zone: `way 1`; '' where all do."""
    if len(one.variants) == len(group.variants):
        return ""
    form = messages.LAW_ZONE_ON if len(one.variants) > 1 else messages.LAW_ZONE_ON_ONE
    return form.format(ways=join_words(sorted(map(number_of, one.variants))))


def corner_words(law: Law) -> str:
    """Return which ways touch the zone that shuts them only at a corner, and for how far."""
    for group in groups(law, TYPES):
        for zone in shut_zones(group, law):
            short = {
                variant: nm
                for variant, nm in nm_in(group, law, (zone,)).items()
                if nm < CORNER_MOST_NM
            }
            if short:
                return messages.LAW_CORNER.format(
                    ways=ways_name(tuple(short)),
                    zones=zones_name((zone,)),
                    nm=round(max(short.values())),
                )
    return ""


def law_words(law: Law, source: LawSource | None) -> str:
    """Return what the dates in law rest on, and what is left out."""
    if source is None or not law.windows:
        return law.missing
    rests = messages.LAW_RESTS.format(
        title=source.title,
        as_of=as_of(source),
        note=source.note.partition(";")[0],
    )
    left_out = messages.LAW_LEFT_OUT.format(zone=CORNER_ZONE, nm=CORNER_NM)
    return " ".join(filter(None, (rests, messages.LAW_NAMES, corner_words(law), left_out)))


def as_of(source: LawSource) -> str:
    """Return how old the law is as it stands here: `as last amended 7 June 2023`."""
    return source.as_of.partition(",")[0]


def published_words(windows: Sequence[Published]) -> str:
    """Return who published the windows, and that the rules in force were not found."""
    who = "; ".join(
        messages.WINDOW_PUBLISHER.format(publisher=one.publisher, period=one.period)
        for one in windows
        if not one.is_lapsed
    )
    return messages.WINDOWS_RESTS.format(publishers=who) if who else ""

"""How long a voyage takes, what a shorter way saves of it, and how long a season is.

No article states the ship's speed. A time is put beside the range that the ships of the page
Voyages span (`geo.measure.voyages.ships.PRESETS`): the fastest of them on the shortest track, and
the slowest on the longest, with the part in ice at its speed in ice. What lies within agrees; what
is shorter than the fastest differs; what is longer cannot be told, as it may hold waiting, stops or
a slower ship.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.measure.claims.facts import (
    AGREES,
    DAYS,
    DIFFERS,
    PERCENT,
    UNKNOWN,
    Beside,
    Check,
    Fact,
    compare,
)
from geo.measure.season.law_tables import read_published_windows
from geo.measure.voyages.ships import PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.measure.voyages.records import Ship, Way

_HOURS = 24.0
_DAYS_OF = {DAYS: 1.0, "hours": 1 / _HOURS, "months": 365.25 / 12}
"""How many days a unit of time is."""
ICY = {"nsr", "nwp", "tsr", "nep", "psr-northeast", "psr-northwest", "psr-central"}
"""Routes that the slow end of a time is spent in ice on."""


def time_beside(fact: Fact, way: Way | None, route_nm: tuple[float, float] | None) -> Check:
    """Return the verdict on a time, by a way between two ports, or else along a route alone.

    Parameters
    ----------
    way
        The way between the two ports that are named, None without them.
    route_nm
        Shortest and longest variant of the route; None where the time is of more than the route.
    """
    if fact.unit not in {DAYS, "hours"}:
        return Check(UNKNOWN, reason="no speed")
    if way is not None:
        days, kind = days_of_way(way), "days"
    elif route_nm is not None:
        days, kind = days_of_route(*route_nm, is_icy=fact.subject in ICY), "days of route"
    else:
        return Check(UNKNOWN, reason="no speed")
    return _unless_longer(fact, _in_unit(kind, days, fact.unit))


def saving_beside(fact: Fact, way: Way, other: Way) -> Check:
    """Return the verdict on the time that one of two ways saves, for the same ship on both."""
    shorter, longer = sorted((way, other), key=lambda one: one.nm)
    pairs = [(_days(shorter, ship), _days(longer, ship)) for ship in _ships()]
    if fact.unit == PERCENT:
        low = min(100 * (1 - short[1] / far[0]) for short, far in pairs)
        high = max(100 * (1 - short[0] / far[1]) for short, far in pairs)
        return _unless_longer(fact, Beside("days saved", max(low, 0.0), high, PERCENT))
    if fact.unit not in _DAYS_OF:
        return Check(UNKNOWN, reason="no speed")
    low = min(far[0] - short[1] for short, far in pairs)
    high = max(far[1] - short[0] for short, far in pairs)
    return _unless_longer(fact, _in_unit("days saved", (max(low, 0.0), high), fact.unit))


def season_beside(fact: Fact, nsr: Iterable[str]) -> Check:
    """Return what was published of the season of the Northern Sea Route beside a claim.

    It agrees with one of the windows or cannot be told, as a season depends on ship and year.
    """
    windows = [one for one in read_published_windows()[0] if not one.is_lapsed]
    if fact.subject not in set(nsr) or fact.unit not in _DAYS_OF or not windows:
        return Check(UNKNOWN, reason="no season")
    beside = tuple(
        _in_unit("season", (float(one.span.days),) * 2, fact.unit)._replace(
            who=f"{one.what[:1].lower()}{one.what[1:]}, {one.period}"
        )
        for one in windows
    )
    found = compare(fact, beside)
    return found if found.verdict == AGREES else Check(UNKNOWN, beside, reason="season")


def days_of_way(way: Way) -> tuple[float, float]:
    """Return the least and most days that the presets need by a way."""
    each = [_days(way, ship) for ship in _ships()]
    return min(low for low, _ in each), max(high for _, high in each)


def days_of_route(low_nm: float, high_nm: float, *, is_icy: bool) -> tuple[float, float]:
    """Return the least and most days that the presets need along a route of such a length."""
    slow = [ship.ice_speed_kn if is_icy else ship.speed_kn for ship in _ships()]
    fast = max(ship.speed_kn for ship in _ships())
    return low_nm / fast / _HOURS, high_nm / min(slow) / _HOURS


def _days(way: Way, ship: Ship) -> tuple[float, float]:
    """Return the days of one ship: all at its speed, and with the ice at its speed in ice."""
    fast = min(one.nm for one in way.variants) / ship.speed_kn / _HOURS
    slow = max(
        ((one.nm - one.ice_nm) / ship.speed_kn + one.ice_nm / ship.ice_speed_kn) / _HOURS
        for one in way.variants
    )
    return fast, slow


def _ships() -> list[Ship]:
    return [preset.ship for preset in PRESETS.values()]


def _in_unit(kind: str, days: tuple[float, float], unit: str) -> Beside:
    low, high = (each / _DAYS_OF[unit] for each in days)
    return Beside(kind, low, high, unit)


def _unless_longer(fact: Fact, beside: Beside) -> Check:
    found = compare(fact, (beside,))
    is_longer = fact.low is not None and fact.low > beside.high
    if found.verdict == DIFFERS and is_longer:
        return Check(UNKNOWN, found.beside, reason="longer")
    return found

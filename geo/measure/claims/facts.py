"""A claim without its text, what stands beside it, and how far the two may lie apart."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import NamedTuple

NM_IN_KM, MI_IN_KM = 1.852, 1.609344
NM, MI, KM, PERCENT, TONNES, DAYS = "nm", "mi", "km", "%", "t", "days"
COUNTED = {"voyages", "ships", "states", "year", "teu"}
"""Units that are counted one by one: what is said without "about" has no room."""
ABOUT_SHARE = 0.1
"""How far what is said to be about, nearly or some so much may lie from it, as a share of it."""
AGREES, DIFFERS, UNKNOWN = "agrees", "differs", "unknown"


class Fact(NamedTuple):
    """What a claim says, in ids and figures alone.

    `low` or `high` is None where it is open; `precision` is exact, about, least or most; `noun` is
    the last word of what is counted (transits, observers, icebreakers); `month` is 0 for none;
    `is_part` says that it is of a part of the year, the goods or the ships.
    """

    quantity: str
    low: float | None
    high: float | None
    unit: str
    subject: str
    precision: str = "exact"
    year: int | None = None
    month: int = 0
    ends: tuple[str, ...] = ()
    compared: str = ""
    noun: str = ""
    is_plan: bool = False
    is_part: bool = False


class Beside(NamedTuple):
    """A figure that stands beside a claim, from `low` to `high`, in the claim's unit.

    `kind` names the sentence that says what it is; `who` and `year` fill it.
    """

    kind: str
    low: float
    high: float
    unit: str
    who: str = ""
    year: int = 0
    month: int = 0
    source: str = ""


class Check(NamedTuple):
    """The verdict on a claim.

    Attributes
    ----------
    verdict
        `agrees`, `differs` or `unknown`.
    beside
        What it was compared with, or stands beside it for the reader; may be empty.
    gap
        Where it differs: how far from the nearer end, in the claim's unit.
    reason
        Where it cannot be told: the name of the reason.
    miles
        `nm` or `mi` where the claim says miles, and that reading alone agrees.
    """

    verdict: str
    beside: tuple[Beside, ...] = ()
    gap: float = 0.0
    reason: str = ""
    miles: str = ""


def room(fact: Fact) -> float:
    """Return how far a figure may lie from what is said and still agree, in the claim's unit.

    Said exactly, it is half of the last place that is not nought (37.9 million tonnes: 50,000
    tonnes; 5,600 km: 50 km), a tenth at most (3,000 nm: 300 nm), and nothing for what is counted;
    said with "about" it is a tenth.
    """
    said = [end for end in (fact.low, fact.high) if end]
    if not said:
        return 0.0
    most = ABOUT_SHARE * max(said)
    if fact.precision == "about":
        return most
    return 0.0 if fact.unit in COUNTED else min(most, min(map(_last_place, said)) / 2)


def _last_place(value: float) -> float:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0 ** int(exponent)


def compare(fact: Fact, beside: tuple[Beside, ...]) -> Check:
    """Return the verdict on a claim beside figures: it agrees where it agrees with any of them."""
    if not beside:
        return Check(UNKNOWN, reason="no figure")
    gaps = [_gap(fact, one) for one in beside]
    least = min(gaps)
    return Check(AGREES, beside) if least <= 0 else Check(DIFFERS, beside, least)


def _gap(fact: Fact, beside: Beside) -> float:
    """Return how far a figure lies from what is said; 0 or less within the room for rounding."""
    low = -math.inf if fact.low is None else fact.low
    high = math.inf if fact.high is None else fact.high
    apart = max(low - beside.high, beside.low - high, 0.0)
    return apart if apart > room(fact) + 1e-9 else 0.0


def in_unit(nm: float, unit: str) -> float:
    """Return nautical miles in the unit of a claim."""
    if unit == KM:
        return nm * NM_IN_KM
    return nm * NM_IN_KM / MI_IN_KM if unit == MI else nm

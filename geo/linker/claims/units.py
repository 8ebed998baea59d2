"""Units behind a number, and what each is called in the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from geo.linker.claims.fractions import find_fractions
from geo.linker.claims.numbers import ABOUT, LEAST, MOST, WORDS, Number, find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_ADJECTIVE = (
    r"(?:of|in|on|to|by|for|and|or|the|a|an|from|with|at|per|more|fewer|as|will|would|was|were"
    r"|is|are"
    r"|has|have|had|made|sent|took|that|which|who|than|then|when|after|"
    rf"{'|'.join(WORDS)}|\d[\d,.]*)"
)
_DESCRIBED = rf"(?:(?!{_NO_ADJECTIVE}\b)[\w’'-]+[ -]){{0,4}}?"
_MEMBERS = r"(?:states|nations|countries|members|allies|observers)"


class Unit(NamedTuple):
    """A unit: its name, how it is written behind a number, and how many of `name` it is."""

    name: str
    written: re.Pattern[str]
    times: float = 1.0


def _unit(name: str, written: str, times: float = 1.0) -> Unit:
    return Unit(name, re.compile(rf"[\s  -]*(?:{written})(?!\w)", re.IGNORECASE), times)


UNITS = (
    _unit("%", r"per ?cent|percent|pct|%(?! ?points?)"),
    _unit("km2", r"(?:square |sq\.? ?)(?:kilomet(?:er|re)s?|kms?)|km²|km2"),
    _unit("mi2", r"(?:square |sq\.? ?)(?:miles?|mi)"),
    _unit("nm", r"nautical[ -]miles?|nmi|NM|n\.m\.|naut\. miles"),
    _unit("km", r"kilomet(?:er|re)s?|kms?(?!²|2| ?/ ?h)"),
    _unit("mi", r"miles?"),
    _unit("days", r"days?"),
    _unit("days", r"weeks?", 7.0),
    _unit("hours", r"hours?"),
    _unit("months", r"months?"),
    _unit("years", r"years?"),
    _unit("t", r"(?:metric )?(?:tonnes|tons)"),
    _unit("t", r"Mt", 1e6),
    _unit("t", r"(?<=\d )t"),
    _unit(
        "teu", r"teus?|(?:loaded |full )?containers|(?:twenty-foot|20-foot) (?:equivalent )?units"
    ),
    _unit("voyages", rf"{_DESCRIBED}(?:voyages?|transits|sailings|passages|trips|crossings)"),
    _unit(
        "ships",
        rf"{_DESCRIBED}(?:ships?|vessels?|tankers?|carriers?|icebreakers?|freighters?|bulkers?"
        rf"|ice[- ]breakers|boats|yachts|boxships|containerships|coasters|liners)",
    ),
    _unit("states", rf"(?:{_DESCRIBED}){_MEMBERS}|-(?:nation|member|state|country)"),
)
"""The units in the order in which they are tried; the one place for another."""
_HEAD = re.compile(
    r"\bnumber of (?P<what>(?:[\w-]+ ){0,3}(?:(?P<voyages>voyages|transits|sailings|passages)"
    r"|ships"
    r"|vessels))\b[^.;\d]{0,60}\b(?:to|was|were|is|reached|hit|totall?ed|at|came to)"
    r"(?: a record| just| only)? \Z",
    re.IGNORECASE,
)
"""What stands before a number that is counted in words before it."""
_GREW = re.compile(
    r"\b(?P<what>number of (?:[\w-]+ ){0,3}(?:ships|vessels)|(?P<voyages>(?:number of )?"
    r"(?:[\w-]+ ){0,1}(?:voyages|transits|sailings|passages)))\b[^.;:]{0,60}"
    r"\b(?:rose|risen|grew|grown|increased|climbed|fell|fallen|dropped|declined|went|gone|jumped)\b"
    r"[^.;:]{0,30}\bto (?:about |around |some |just |only |over |more than |something like )?\Z",
    re.IGNORECASE,
)
"""What stands before the second of two bare numbers: "transits rose from 9 in 2007 to 42"."""
_LOOK_BACK = 130
_IN_A_YEAR = re.compile(r"\b(?:in|since|until|during|by|of|for) (?:19|20)\d\d\Z", re.IGNORECASE)
"""A year before what is counted: "in 2024 ships carried"."""
_YEARS = range(1900, 2101)
_NO_UNIT_AFTER = re.compile(
    r"\s*(?:an?|per|each|/)\s?(?:hour|second)\b|\s?/h\b|[- ]old\b", re.IGNORECASE
)

_AFTER = {
    LEAST: re.compile(r" or (?:more|longer)\b", re.IGNORECASE),
    MOST: re.compile(r" or (?:less|fewer)\b", re.IGNORECASE),
    ABOUT: re.compile(r" or so\b", re.IGNORECASE),
}
"""Words of precision behind a unit."""


@dataclass(frozen=True)
class Measure:
    """A number with its unit: `text[start:end]` is the quote, `phrase` the unit as it stands."""

    number: Number
    unit: str
    end: int
    phrase: str

    @property
    def start(self) -> int:
        """Where the quote begins."""
        return self.number.start


def find_measures(text: str) -> Iterator[Measure]:
    """Yield the numbers in a text that have a unit, in order."""
    found = [*_with_units(text)]
    for one in find_fractions(text):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(Measure(one, "%", one.end, text[one.end : one.end]))
    yield from sorted(found, key=lambda one: one.start)


def _with_units(text: str) -> Iterator[Measure]:
    for number in find_numbers(text):
        if _IN_A_YEAR.search(text[: number.end]):
            continue
        for unit in UNITS:
            found = unit.written.match(text, number.end)
            if found and not _NO_UNIT_AFTER.match(text, found.end()):
                if "\n" not in found[0]:
                    yield _measure(text, number, unit, found)
                break
        else:
            yield from _headed(text, number)


def _headed(text: str, number: Number) -> Iterator[Measure]:
    """Yield a bare number with the unit before it: "the number of transits rose to 92"."""
    heads = (
        one.search(text, max(0, number.start - _LOOK_BACK), number.start) for one in (_HEAD, _GREW)
    )
    head = next((one for one in heads if one), None)
    is_year = number.low is not None and number.low in _YEARS
    if head and not is_year:
        unit = "voyages" if head["voyages"] else "ships"
        yield Measure(number, unit, number.end, f" {head['what']}")


def _measure(text: str, number: Number, unit: Unit, found: re.Match[str]) -> Measure:
    """Return a number with its unit, and with "or more" behind it."""
    number, end = _times(number, unit.times), found.end()
    for precision, written in _AFTER.items():
        if after := written.match(text, end):
            low = None if precision == MOST else number.low
            high = None if precision == LEAST else number.high
            number = replace(number, low=low, high=high, precision=precision)
            end = after.end()
    return Measure(number, unit.name, end, found[0])


def _times(number: Number, times: float) -> Number:
    low, high = (
        None if end is None else round(end * times, 6) for end in (number.low, number.high)
    )
    return replace(number, low=low, high=high)

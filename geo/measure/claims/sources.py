"""Where sources of the catalogue differ over one figure: a route's length, a year's count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.measure.claims.check import Checker, read_lengths
from geo.measure.claims.facts import DIFFERS, NM, Check, Fact, compare

if TYPE_CHECKING:
    from geo.measure.season.traffic import Traffic

_NSR = "nsr"
_SERIES = {"transits": "voyages", "cargo": "t", "transit_cargo": "t"}
_MILLION = 1e6


class Disagreement(NamedTuple):
    """One figure and who prints it; `check` says what it was compared with, or how they differ.

    `series` is the subject of a count in the table of traffic, '' for a length.
    """

    subject: str
    values: tuple[float, ...]
    unit: str
    who: tuple[str, ...]
    check: Check
    series: str = ""
    year: int = 0


def disagreements(checker: Checker) -> tuple[Disagreement, ...]:
    """Return the printed lengths of routes beside ours, and each count's newest that differs."""
    lengths, _ = read_lengths()
    made = [
        Disagreement(subject, (one.low,), NM, (f"{one.who}, {one.year}",), check)
        for subject, printed in lengths.items()
        for one in printed
        if (check := _length(checker, subject, one.low, one.high)) is not None
    ]
    if checker.traffic is not None:
        made += [one for series in _SERIES if (one := _newest(checker.traffic, series))]
    return tuple(made)


def _length(checker: Checker, subject: str, low: float, high: float) -> Check | None:
    beside = checker.lengths(subject)
    return compare(Fact("length", low, high, NM, subject), beside) if beside else None


def _newest(traffic: Traffic, series: str) -> Disagreement | None:
    for year in reversed(traffic.years(series)):
        first, others = traffic.first(series, year), traffic.others(series, year)
        if first is None or not others:
            continue
        times = _MILLION if _SERIES[series] == "t" else 1.0
        values = tuple(count.value * times for count in (first, *others))
        who = tuple(count.counter for count in (first, *others))
        gap = max(values) - min(values)
        return Disagreement(
            _NSR, values, _SERIES[series], who, Check(DIFFERS, gap=gap), series, year
        )
    return None

"""Claims in words: values with their units, what stands beside them, and the verdict."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from geo import messages
from geo.measure.claims.facts import AGREES, DIFFERS, Beside, Check, Fact

if TYPE_CHECKING:
    from geo.linker.claims.claim import Claim

_MILLION = 1e6
_IN_MILLIONS = {"t", "km2", "mi2"}
_NO_SEPARATOR = {"year"}
_THOUSAND = 1000


def fact_of(claim: Claim) -> Fact:
    """Return a claim without its text, as the checker knows it."""
    return Fact(
        claim.quantity,
        claim.low,
        claim.high,
        claim.unit,
        claim.subject,
        claim.precision,
        claim.year,
        claim.month,
        claim.ends,
        claim.compared,
        claim.noun,
        claim.is_plan,
        claim.is_part,
    )


def amount(value: float, unit: str) -> str:
    """Return a value with its unit: 2,633 nm, 37.9 million tonnes, 8 states."""
    return messages.CLAIMS_UNITS[unit].format(value=_figure(value, unit))


def span_words(low: float, high: float, unit: str) -> str:
    """Return a range with its unit once, or one value where both ends print alike."""
    first, last = _figure(low, unit), _figure(high, unit)
    if first == last:
        return amount(low, unit)
    if unit in _IN_MILLIONS and first.endswith("million") and last.endswith("million"):
        first = first.split(" ")[0]
    both = messages.CLAIMS_TO.format(low=first, high=last)
    return messages.CLAIMS_UNITS[unit].format(value=both)


def _figure(value: float, unit: str) -> str:
    if unit in _NO_SEPARATOR:
        return f"{value:.0f}"
    if unit in _IN_MILLIONS and abs(value) >= _MILLION / 10:
        return messages.CLAIMS_MILLION.format(value=_short(value / _MILLION, 2))
    whole = abs(value) >= _THOUSAND or unit in {"nm", "km", "mi", "km2", "mi2"}
    return _short(value, 0 if whole else 1)


def _short(value: float, decimals: int) -> str:
    written = f"{value:,.{decimals}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def about_words(fact: Fact) -> str:
    """Return what a claim is of: its quantity and the year it holds for."""
    quantity = messages.CLAIMS_QUANTITIES[fact.quantity]
    if fact.year is None or fact.quantity == "year":
        return quantity
    return messages.CLAIMS_ABOUT.format(quantity=quantity, year=fact.year)


def beside_words(beside: Beside) -> str:
    """Return what stands beside a claim as a phrase."""
    kind = "drawn once" if beside.kind == "drawn" and beside.who == "1" else beside.kind
    return messages.CLAIMS_BESIDE[kind].format(
        span=span_words(beside.low, beside.high, beside.unit),
        low=f"{beside.low:g}",
        who=beside.who,
        year=beside.year,
        month=calendar.month_name[beside.month] if beside.month else "",
        source=beside.source,
    )


def all_beside(check: Check) -> str:
    """Return all that stands beside a claim, or why nothing does."""
    if not check.beside:
        return messages.CLAIMS_REASONS[check.reason]
    return "; ".join(dict.fromkeys(map(beside_words, check.beside)))


def verdict_words(check: Check, unit: str) -> str:
    """Return the verdict in words."""
    if check.verdict == AGREES:
        return messages.CLAIMS_AGREES_MILES.get(check.miles, messages.CLAIMS_AGREES)
    if check.verdict == DIFFERS:
        return messages.CLAIMS_DIFFERS.format(gap=amount(check.gap, unit))
    return messages.CLAIMS_UNKNOWN


def reason_words(check: Check) -> str:
    """Return why it cannot be told, where figures stand beside it all the same; else ''."""
    return messages.CLAIMS_REASONS[check.reason] if check.reason and check.beside else ""

"""The year that a figure holds for: stated beside it, or counted from the day of the article."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_STATED = re.compile(
    r"(?<![\w,.–-])(?:19|20)\d\d(?![\w,]\d|\d)(?!\s?(?:km|nm|tonnes|tons|miles))"
    r"(?!['’]?s\b)(?!\s?(?:[–-]|to)\s?(?:19|20)\d\d)"
)
_RELATIVE = {
    r"last year(?!['’]s)|the previous year|the year before|last (?:season|summer|autumn"
    r"|winter)": -1,
    r"this (?:year|season|summer)|so far this year": 0,
}
"""Words for a year, by how many years it lies from that of the article; the place for another."""
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_LOW = re.compile(r"\b(?:minimum|low|lowest|summer)\b", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:maximum|high|peak|winter)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]|, (?:and|but|while|whereas|against|compared|up from|down from)\b|—| – "
    r"|\band (?:plans|wants|hopes|expects|aims|intends)\b"
)
_FROM_IN = re.compile(r"\bfrom (?:\w+ )?[\d.,]+[^,;.\d]{0,25}\bin\s\Z", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:than|times|from|since|against|compared (?:with|to)|versus|set in|decreed in|of|signed in"
    r"|built in|(?:up|down|more|fewer|less) on|record (?:low )?of [^,;]{0,30}\bin|until|before"
    r"|after|(?:19|20)\d\d to|between|between (?:19|20)\d\d and)\s+(?:(?:that of|the|in"
    r"|figure for)\s+)*$",
    re.IGNORECASE,
)
"""What stands before a year that is compared with, and not the figure's own."""


def year_of(sentence: str, start: int, end: int, day: date | None) -> int | None:
    """Return the year that a number at `start` to `end` of a sentence holds for, None for none.

    In the number's own clause the nearest year counts; elsewhere a year counts where the sentence
    has no other one. Without a day of the article "last year" is no year.
    """
    years = [
        (found.start(), int(found[0]))
        for found in _STATED.finditer(sentence)
        if not start <= found.start() < end
        and not _COMPARED.search(sentence[: found.start()])
        and not _is_of_start(sentence, start, found.start())
    ]
    if day is not None:
        for words, shift in _RELATIVE.items():
            years += [
                (found.start(), day.year + shift)
                for found in re.finditer(rf"\b(?:{words})\b", sentence, re.IGNORECASE)
                if not _COMPARED.search(sentence[: found.start()])
            ]
    first, last = _clause(sentence, start, end)
    own = [(at, year) for at, year in years if first <= at < last]
    if own:
        return min(own, key=lambda one: max(one[0] - end, start - one[0] - 4))[1]
    opening, closing = sentence.rfind(";", 0, start), sentence.find(";", end)
    closing = closing if closing >= 0 else len(sentence)
    different = {year for at, year in years if opening < at < closing}
    return different.pop() if len(different) == 1 else None


def _is_of_start(sentence: str, start: int, at: int) -> bool:
    """Return whether a year is that of another number: of the 4 in "from 4 in 2010 to 100"."""
    opening = _FROM_IN.search(sentence, 0, at)
    return opening is not None and not opening.start() <= start < at


def month_of(sentence: str, start: int, end: int) -> int:
    """Return the month of the ice in a sentence, 0 for none.

    It is the nearest in the number's clause; else that of the sentence, where it has one month
    only; else that of the yearly minimum or maximum.
    """
    first, last = _clause(sentence, start, end)
    named = [(found.start(), _MONTHS[found[0]]) for found in _MONTH.finditer(sentence)]
    own = [one for one in named if first <= one[0] < last]
    if own:
        return min(own, key=lambda one: abs(one[0] - start))[1]
    different = {month for _, month in named}
    if different:
        return different.pop() if len(different) == 1 else 0
    clause = sentence[first:last]
    is_low, is_high = bool(_LOW.search(clause)), bool(_HIGH.search(clause))
    return 0 if is_low == is_high else 9 if is_low else 3


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(sentence)
    for found in _CLAUSE.finditer(sentence):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            return first, found.start()
    return first, last

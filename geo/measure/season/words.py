"""What the law's categories, ways and spans are called; the one place for page, card and files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo import messages
from geo.measure.season.days import ALL_YEAR, in_words
from geo.measure.season.law import TYPES
from geo.measure.season.law_tables import FSICR, notation
from geo.sentences import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.measure.season.days import Span

_KIND = re.compile(r"(Type|Arctic Class|Route|Way) (.+)")
_FEW = 2


def category_name(categories: Sequence[str]) -> str:
    """Return categories in words: `Type A`, `Types D and E`, `Types A to E`."""
    if len(categories) == 1:
        return categories[0]
    kinds, names = zip(*(_split(category) for category in categories), strict=True)
    kind = messages.LAW_PLURAL.get(kinds[0], kinds[0])
    if len(names) > _FEW and tuple(categories) in _runs():
        return messages.LAW_FROM_TO.format(kind=kind, first=names[0], last=names[-1])
    return f"{kind} {join_words(names)}"


def _split(category: str) -> tuple[str, str]:
    found = _KIND.match(category)
    return (found[1], found[2]) if found else ("", category)


def _runs() -> set[tuple[str, ...]]:
    return {
        TYPES[start:end] for start in range(len(TYPES)) for end in range(start + 1, len(TYPES) + 1)
    }


def known_as(categories: Sequence[str], notations: Mapping[str, Mapping[str, str]]) -> str:
    """Return what a reader may know categories by: `1A, Arc4`; `1C and below`; '' for all types."""
    if len(categories) == 1:
        return notation(notations.get(categories[0], {}))
    if categories[0] == TYPES[0] or categories[-1] != TYPES[-1]:
        return ""
    name = notations.get(categories[0], {}).get(FSICR, "")
    return messages.LAW_AND_BELOW.format(name=name) if name else ""


def with_notation(categories: Sequence[str], notations: Mapping[str, Mapping[str, str]]) -> str:
    """Return `Type B (1A, Arc4)`."""
    known = known_as(categories, notations)
    return f"{category_name(categories)} ({known})" if known else category_name(categories)


def span_words(spans: Iterable[Span], *, month: str = "%b", to: str = "–") -> str:
    """Return spans as `15 Aug–15 Oct`; '' without one.

    Parameters
    ----------
    month
        Form of the month, as `strftime` names it.
    to
        What stands between the two days.
    """
    return join_words(
        messages.SEASON_ALL_YEAR
        if span == ALL_YEAR
        else f"{in_words(span.first, month=month)}{to}{in_words(span.last, month=month)}"
        for span in spans
    )


def number_of(variant: str) -> str:
    """Return the number of a way of the Northwest Passage: 4 for `route-4`."""
    return variant.rpartition("-")[2]


def ways_name(variants: Sequence[str]) -> str:
    """Return `Way 1`, or `Ways 4 and 6`."""
    kind = messages.LAW_WAYS if len(variants) > 1 else messages.LAW_WAY
    return f"{kind} {join_words(map(number_of, variants))}"


def zones_name(zones: Sequence[int]) -> str:
    """Return `zone 2`, or `zones 1 and 2`."""
    kind = messages.LAW_ZONES if len(zones) > 1 else messages.LAW_ZONE
    return f"{kind} {join_words(map(str, sorted(zones)))}"

"""Fractions in words as shares in per cent: a third of, four fifths of, half of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.linker.claims.numbers import ABOUT, EXACT, LEAST, MOST, PRECISION, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_WORDS = [word for words in PRECISION.values() for word in words]
_FRACTION = re.compile(
    rf"(?:\b(?P<said>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s+)?"
    rf"\b(?:(?P<times>{'|'.join(_TIMES)})[ -](?P<part>{'|'.join(_PARTS)})s?|(?P<half>half))"
    r"(?= of\b(?! (?:that|this|it|them|what|those|which)\b))",
    re.IGNORECASE,
)


def find_fractions(text: str) -> Iterator[Number]:
    """Yield the fractions of something in a text, in per cent, in order."""
    for found in _FRACTION.finditer(text):
        value = 50.0
        if not found["half"]:
            value = 100.0 * _TIMES[found["times"].casefold()] / _PARTS[found["part"].casefold()]
        said = " ".join((found["said"] or "").split()).casefold()
        precision = next((kind for kind, words in PRECISION.items() if said in words), ABOUT)
        yield Number(
            found.start(),
            found.end(),
            None if precision == MOST else value,
            None if precision == LEAST else value,
            ABOUT if precision == EXACT else precision,
        )

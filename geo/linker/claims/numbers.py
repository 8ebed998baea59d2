"""Numbers as newspapers write them: digits, words, ranges, multipliers and words of precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: float(value) for value, word in enumerate(_SMALL, 1)} | {
    **{word: 10.0 * value for value, word in enumerate(_TENS, 2)},
    **{
        f"{tens}-{small}": 10.0 * value + unit
        for value, tens in enumerate(_TENS, 2)
        for unit, small in enumerate(_SMALL[:9], 1)
    },
}
"""Numbers that are one word, one to ninety-nine."""
MULTIPLIERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
}
"""What may stand between a number and its unit; the one place for another."""
EXACT, ABOUT, LEAST, MOST = "exact", "about", "least", "most"
PRECISION = {
    ABOUT: (
        *("about", "around", "some", "roughly", "nearly", "almost", "approximately", "barely"),
        *("an estimated", "close to", "an average of", "on average", "circa"),
    ),
    EXACT: ("only", "just"),
    LEAST: (
        *("more than", "just over", "well over", "over", "at least", "just above", "upwards of"),
        *("exceeding", "a little over", "slightly over", "no less than", "no fewer than"),
        *("slightly more than", "a little more than", "not less than", "as little as"),
        *("as few as",),
    ),
    MOST: (
        *("less than", "fewer than", "up to", "as much as", "as many as", "at most", "under"),
        *("no more than", "just under", "not more than", "slightly less than", "below"),
    ),
}
"""Words before a number, by what they do to it; the one place for another."""
_FIGURE = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[   ]\d{3})+(?![\d])(?:\.\d+)?"
    r"|\d+(?:\.\d+)?(?:,\d{1,2}(?!\d))?)"
)
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_HALF = r"(?:½|[ -]and[ -]a[ -]half\b)"
_HUNDREDS = rf"(?:a|{'|'.join(_SMALL[:9])})[ -]hundred(?:[ -]and[ -](?:{_WORD}))?\b"
_ONE = (
    rf"(?:{_HUNDREDS}|(?<!half )(?<!of )(?:half )?a(?= (?:m|b)illion\b)|(?:{_FIGURE}"
    rf"|(?:{_WORD})\b){_HALF}?|a dozen\b|half a dozen\b)"
)
_MULTIPLIER = (
    rf"(?:[ -  ]?(?:{'|'.join(one for one in MULTIPLIERS if len(one) > 1)})\b"
    r"|m(?= ?(?:t\b|tonn|tons|teu)))"
)
_BEFORE = "|".join(
    sorted((word for words in PRECISION.values() for word in words), key=len, reverse=True)
)
_NUMBER = re.compile(
    rf"(?P<said>\b(?:{_BEFORE})\s+)?(?<![\w$€£¥₽#.,/+-])(?P<between>(?:between|from)\s+)?"
    rf"(?P<first>{_ONE})(?P<times>{_MULTIPLIER})?"
    rf"(?:(?P<link>\s*[–—-]\s*|\s+to\s+|\s+and\s+"
    rf"|\s+or\s+)(?P<second>{_ONE})(?P<more>{_MULTIPLIER})?)?",
    re.IGNORECASE,
)
_NAMES_A_THING = re.compile(
    r"\b(?:project|no\.?|number|article|section|route|way|zone|pier|berth|resolution|decree|arc"
    r"|class"
    r"|imo|page|chapter|lng|type|category|group of|figure|table|order|law)\s$",
    re.IGNORECASE,
)
"""What makes of the number after it a name: Project 22220, Article 234, Arctic LNG 2."""
_CHANGES = re.compile(
    r"\b(?:rose|rising|grew|grown|fell|fallen|up|down|increas\w+|dropp\w+|declin\w+|jump\w+"
    r"|climb\w+"
    r"|chang\w+|went|cut|rais\w+|reduc\w+|shorten\w+|revis\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Before "from 34 to 36 million": no range, but what was and what is."""
_LOOK_BACK = 80
_HALF_BEHIND = re.compile(r"(?:½|-?and-?a-?half)\Z")
_IN_HUNDREDS = re.compile(r"([a-z]+?)-?hundred(?:-?and-?([a-z-]+))?")
_ARTICLES = {"a": 1.0, "halfa": 0.5}
"""What stands before "million" instead of a figure."""
_DOZENS = {"adozen": 12.0, "halfadozen": 6.0}
_PRECISION_OF = {word: kind for kind, words in PRECISION.items() for word in words}


@dataclass(frozen=True)
class Number:
    """A number in a text, without its unit; `text[start:end]` holds the words of precision too.

    `precision` is `exact`, `about`, `least` (high is None) or `most` (low is None).
    """

    start: int
    end: int
    low: float | None
    high: float | None
    precision: str = EXACT


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers in a text, in order, none overlapping another.

    Left out are sums of money, and what is part of a name, a code or a longer figure.
    """
    at = 0
    while found := _NUMBER.search(text, at):
        at = found.end()
        before = text[max(0, found.start("first") - _LOOK_BACK) : found.start("first")]
        number = None if _NAMES_A_THING.search(before) else _number(found, before)
        if number is not None:
            at = number.end
            yield number


def _number(found: re.Match[str], before: str) -> Number | None:
    first = _value(found["first"], found["times"])
    if first is None:
        return None
    said = " ".join((found["said"] or "").split()).casefold()
    precision = _PRECISION_OF.get(said, EXACT)
    second = _value(found["second"], found["more"]) if found["second"] else None
    if second is not None and found["more"] and not found["times"]:
        first *= _times(found["more"])
    is_and = (found["link"] or "").strip().casefold() == "and"
    opening = (found["between"] or "").strip().casefold()
    is_between = opening == "between"
    if opening == "from" and second is not None and _CHANGES.search(before):
        return Number(found.start("second"), found.end(), second, second)
    is_range = second is not None and first < second and is_and == is_between
    if is_range:
        return Number(found.start(), found.end(), first, second, ABOUT if said else EXACT)
    end = found.end("times") if found["times"] else found.end("first")
    alone = _value(found["first"], found["times"])
    start = found.start("said") if said else found.start("first")
    low = None if precision == MOST else alone
    high = None if precision == LEAST else alone
    return Number(start, end, low, high, precision)


def _value(figure: str, times: str | None) -> float | None:
    """Return the value of a figure and what follows it; None where it cannot be read."""
    plain = re.sub(r"[   ]", "", figure).casefold()
    half = _HALF_BEHIND.search(plain)
    if half:
        plain = plain[: half.start()]
    if plain in _ARTICLES:
        value = _ARTICLES[plain]
    elif hundreds := _IN_HUNDREDS.fullmatch(plain):
        value = 100 * WORDS.get(hundreds[1], 1.0) + WORDS.get(hundreds[2] or "", 0.0)
    elif plain in _DOZENS:
        value = _DOZENS[plain]
    elif plain in WORDS:
        value = WORDS[plain]
    else:
        if re.fullmatch(r"\d+,\d{1,2}", plain):
            plain = plain.replace(",", ".")
        try:
            value = float(plain.replace(",", ""))
        except ValueError:
            return None
    value += 0.5 if half else 0.0
    return value * _times(times) if times else value


def _times(word: str) -> float:
    """Return what a word behind a figure multiplies it by."""
    return MULTIPLIERS[re.sub(r"^[\s-]+|[\s-]+$", "", word).casefold()]

"""Paragraphs without capitals: posts, headlines and telegrams in one case."""

import re
from bisect import bisect_right
from itertools import chain

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 3
_ARTICLE = "A"
_SHARE_MAX = 0.05
"""Of words with a capital and small letters ("Russia"); letters alone ("I", "IMO") do not count."""


def caseless_bounds(text: str) -> list[int]:
    """Return where the caseless paragraphs of a text begin and end: start, end, start, end ...

    A paragraph is one if (nearly) no word has a capital before small letters and its first word has
    none. One of two words at most is like the text as a whole.
    """
    if text.islower() or text.isupper():
        return [0, len(text)]
    is_whole = _is_caseless(text)
    found = [
        paragraph.span()
        for paragraph in _PARAGRAPH.finditer(text)
        if _is_caseless(paragraph.group(), or_else=is_whole)
    ]
    return list(chain.from_iterable(found))


def is_within(bounds: list[int], offset: int) -> bool:
    """Whether an offset is within one of the spans of `caseless_bounds`."""
    return bool(bisect_right(bounds, offset) % 2)


def _is_caseless(text: str, *, or_else: bool = False) -> bool:
    first = _WORD.search(text)
    if first and _opens_as_usual(first.group()):
        return False
    words = _WORD.findall(text)
    if len(words) < _FEW_WORDS:
        return or_else
    capitals = [word for word in words if word[0].isupper() and not word.isupper()]
    return len(capitals) <= _SHARE_MAX * len(words)


def _opens_as_usual(word: str) -> bool:
    """Whether a sentence begins with a capital and small letters."""
    return word[:1].isupper() and (word == _ARTICLE or not word.isupper())

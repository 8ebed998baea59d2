"""What a number is about, where no rule ties it to a name: the one route or strait near it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.linker.claims.frames import is_compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.linker.claims.frames import Frame

WATERS = ("way", "strait")
_SIGN = re.compile(r"‹(way|strait|sea|port|state|area|group):(\d+)›")
_CLAUSE = re.compile(
    r"\A\(‹way:\d+›\)|[;—]|:(?!\d)| – |, (?:and|but|yet|while|whereas|though|although|against"
    r"|compared|which|of which|where|less|more|as"
    r" against|before|after|with)\b|\b(?:while|whereas|although)\b",
    re.IGNORECASE,
)
_IN_STRAIT = re.compile(
    r"\b(?:through|of|in|via|across|along|past|passed|crossed|transited|used) (?:the )?\Z",
    re.IGNORECASE,
)
"""What stands before a strait that something passes, and not one that is shut or far away."""
_UNNAMED = re.compile(
    r"‹n› (?:by|via|through|over|across) (?:the |an? )?[^‹;,.]{0,25}\b(?:routes?|way|road"
    r"|rail|passage)\b",
    re.IGNORECASE,
)
"""A number that is of a way without a name: "22 days by the northern route"."""
_SAME = ({"suez", "suez-canal"}, {"panama", "panama-canal"}, {"nsr", "nsr-water-area"})


def topic_of(frame: Frame, signs: Iterable[str] = WATERS) -> str:
    """Return the feature that the number of a frame is about, '' where two compete or none is near.

    In the number's clause one feature alone must have one of the signs; a clause with none takes
    that of the clauses before it, never of those behind it. What something is compared with ("than
    the Suez Canal") is no topic, nor is a strait that nothing passes.
    """
    words, at = frame.words, frame.words.index("‹n›")
    start, end = clause_of(words, at)
    if _UNNAMED.match(words, at):
        return ""
    found = _features(frame, start, end, signs) or _features(frame, 0, start, signs)
    return found[0] if len(found) == 1 else ""


def clause_of(words: str, at: int) -> tuple[int, int]:
    """Return where the clause around a place in a sentence begins and ends."""
    start, end = 0, len(words)
    for found in _CLAUSE.finditer(words):
        if found.end() <= at:
            start = found.end()
        elif found.start() > at:
            return start, found.start()
    return start, end


def compared_in(frame: Frame) -> str:
    """Return the one way that the sentence compares with, '' for none or several."""
    found = {
        frame.feature(sign[2])
        for sign in _SIGN.finditer(frame.words)
        if sign[1] == "way" and is_compared(frame.words[: sign.start()])
    }
    return found.pop() if len(found) == 1 else ""


def _features(frame: Frame, start: int, end: int, signs: Iterable[str]) -> list[str]:
    wanted = set(signs)
    found: list[str] = []
    for sign in _SIGN.finditer(frame.words, start, end):
        feature = frame.feature(sign[2])
        if sign[1] not in wanted or is_compared(frame.words[: sign.start()]):
            continue
        if sign[1] == "strait" and not _IN_STRAIT.search(frame.words[: sign.start()]):
            continue
        if not any(feature == one or {feature, one} in _SAME for one in found):
            found.append(feature)
    return found

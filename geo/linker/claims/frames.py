"""Sentences as frames: what a number stands in, with each name and number as a sign.

"Cargo on the Northern Sea Route came to 37.9 million tonnes last year" is, for its number, the
frame "Cargo on the ‹way:0› came to ‹n› last year": rules read frames, so that none depends on how a
route is called. ‹way:I›, ‹sea:I›, ‹strait:I›, ‹port:I›, ‹state:I›, ‹group:I›, ‹area:I› are names,
I counts them within the sentence; ‹n› is the number that the frame is of, ‹m› any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.linker.claims.units import Measure
    from geo.linker.mentions import Mention

_WAYS = {
    *("suez-canal", "panama-canal", "nsr-water-area", "psr", "arctic-express"),
}
"""Features of other kinds that ships go by as by a route."""
_SIGN_OF_KIND = {
    "route": "way",
    "corridor": "way",
    "strait": "strait",
    "sea": "sea",
    "place": "port",
    "state": "state",
    "group": "group",
    "region": "area",
}
"""The sign of each kind of feature; what is not here is left as it stands."""
_ABBREVIATED = (
    r"(?<!\bSt)(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\bMan)(?<!\b[A-Z])(?<!\bSq)(?<!\bsq)(?<!\bca)"
)
_SENTENCE_END = re.compile(rf"{_ABBREVIATED}[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n+")
_ANAPHOR = re.compile(
    r"\b(?:the|this|that)\s+(?:(?:sea|shipping|arctic|northern|polar|shorter|new)\s+){0,2}"
    r"(?:route|passage|canal|waterway|corridor)(?!\w)(?!\s+(?:of|from|between|through|via|to|along)\b)",
    re.IGNORECASE,
)
"""Words that stand for a route named before."""


class Name(NamedTuple):
    """A name in a text: where it stands, its sign and feature."""

    start: int
    end: int
    sign: str
    feature: str


@dataclass(frozen=True)
class Frame:
    """A sentence as the rules read it, and the names in it by number."""

    words: str
    names: tuple[Name, ...]

    def feature(self, index: str) -> str:
        """Return the feature of a name by the number in its sign."""
        return self.names[int(index)].feature

    def features(self, *signs: str) -> tuple[str, ...]:
        """Return the different features with some of the signs, in the order of the sentence."""
        return tuple(dict.fromkeys(name.feature for name in self.names if name.sign in signs))


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield from and to of the sentences of a passage."""
    at = start
    for found in _SENTENCE_END.finditer(text, start, end):
        if found.end() > at:
            yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def names_of(mentions: Sequence[Mention]) -> list[Name]:
    """Return the names that rules may be about, in order."""
    made = []
    for mention in mentions:
        sign = "way" if mention.target in _WAYS else _SIGN_OF_KIND.get(mention.kind, "")
        if sign:
            made.append(Name(mention.start, mention.end, sign, mention.target))
    return made


def with_anaphors(
    text: str, sentence: tuple[int, int], names: Sequence[Name], before: Sequence[Name]
) -> tuple[Name, ...]:
    """Return the names of a sentence, and "the route" where one way alone was named before it."""
    inside = [name for name in names if sentence[0] <= name.start < sentence[1]]
    earlier = {name.feature for name in before if name.sign == "way"}
    if len(earlier) == 1 and not any(name.sign == "way" for name in inside):
        (way,) = earlier
        for found in _ANAPHOR.finditer(text, *sentence):
            if not any(found.start() < name.end and name.start < found.end() for name in inside):
                inside.append(Name(found.start(), found.end(), "way", way))
    return tuple(sorted(inside))


def make_frame(
    text: str,
    sentence: tuple[int, int],
    names: Sequence[Name],
    measures: Sequence[Measure],
    of: Measure | None,
) -> Frame:
    """Return the frame of one number of a sentence, or of the sentence without one.

    A name within the words of the unit ("seven NATO members") stands behind the number's sign.
    """
    signs = [(name.start, name.end, f"‹{name.sign}:{i}›") for i, name in enumerate(names)]
    if of is not None:
        inside = [sign for sign in signs if of.start <= sign[0] < of.end]
        own = f"‹n›{''.join(' ' + sign[2] for sign in inside)}"
        signs = [sign for sign in signs if sign not in inside]
        signs.append((of.start, of.end, own))
    taken = list(signs)
    signs += [
        (one.start, one.end, "‹m›")
        for one in measures
        if not any(one.start < end and start < one.end for start, end, _ in taken)
    ]
    pieces, at = [], sentence[0]
    for start, end, sign in sorted(signs):
        if start >= at:
            pieces += [text[at:start], sign]
            at = end
    pieces.append(text[at : sentence[1]])
    return Frame(" ".join("".join(pieces).replace("’", "'").split()), tuple(names))


def way_before(
    sentence: tuple[int, int], names: Sequence[Name], before: Sequence[Name]
) -> Name | None:
    """Return the one way that was named before a sentence that names none, None otherwise."""
    if any(sentence[0] <= name.start < sentence[1] and name.sign == "way" for name in names):
        return None
    earlier = {name.feature: name for name in before if name.sign == "way"}
    return next(iter(earlier.values())) if len(earlier) == 1 else None


def after_way(frame: Frame, way: Name | None) -> Frame:
    """Return a frame that begins with the way named before it, in brackets."""
    if way is None or any(name.sign == "way" for name in frame.names):
        return frame
    names = (*frame.names, way)
    return Frame(f"(‹way:{len(names) - 1}›) {frame.words}", names)

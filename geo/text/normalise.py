"""Text normalisation: line ends, NFC, and the mapping back to the original offsets."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

MAX_CLUSTER = 32
_PIECE = re.compile(r"\r\n?|[\x00-\x7f]?[^\x00-\x7f]+")


@dataclass(frozen=True)
class Normalised:
    """A text with LF line ends in NFC, and the mapping to offsets of the given text.

    Offsets are code points; `given` offsets are those of the original text. `starts_here` and
    `starts_there` hold, in order, the pairs of offsets at which the distance between the two
    changes.
    """

    text: str
    given: str
    starts_here: tuple[int, ...]
    starts_there: tuple[int, ...]

    def to_given(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the given text of `text[start:end]`."""
        first = self._given_offset(start)
        return first, max(first, self._given_offset(end))

    def _given_offset(self, offset: int) -> int:
        index = bisect_right(self.starts_here, offset) - 1
        there = self.starts_there[index] + offset - self.starts_here[index]
        if index + 1 < len(self.starts_there):
            return min(there, self.starts_there[index + 1])
        return min(there, len(self.given))


def normalise(given: str) -> Normalised:
    """Return the text with LF line ends and letters composed (NFC), and the map between the two.

    A character with more than 32 combining marks is not real text and is left alone.
    """
    parts: list[str] = []
    here, there = [0], [0]
    copied = length = 0
    for match in _PIECE.finditer(given):
        for start, end, new in _changes(given, match.start(), match.end()):
            parts += (given[copied:start], new)
            length += start - copied + len(new)
            copied = end
            _note(here, there, length - len(new), start)
            _note(here, there, length, end)
    parts.append(given[copied:])
    return Normalised("".join(parts), given, tuple(here), tuple(there))


def _note(here: list[int], there: list[int], at_here: int, at_there: int) -> None:
    if (here[-1], there[-1]) != (at_here, at_there):
        here.append(at_here)
        there.append(at_there)


def _changes(given: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if given[start] == "\r":
        yield start, end, "\n"
        return
    if end - start <= MAX_CLUSTER and unicodedata.is_normalized("NFC", given[start:end]):
        return
    for first, last in _clusters(given, start, end):
        cluster = given[first:last]
        if last - first <= MAX_CLUSTER:
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield first, last, composed


def _clusters(given: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield runs that compose together: a letter with its marks, a syllable of Hangul."""
    first = start
    for index in range(start + 1, end):
        if not _joins(given[index]):
            yield first, index
            first = index
    yield first, end


def _joins(char: str) -> bool:
    return (
        unicodedata.combining(char) > 0
        or unicodedata.category(char) == "Mc"
        or ("\u1160" <= char <= "\u11ff")
    )

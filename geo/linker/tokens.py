"""The tokeniser: words with their offsets."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from geo.linker.caseless import caseless_bounds, is_within

# In a word, not of it: soft hyphen, zero-width characters, marks that did not compose.
_INNER = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0300-\u036f"
_LETTERS = r"[^\W_]+"
_WORD = rf"{_LETTERS}(?:[{_INNER}]{{1,8}}\n?{_LETTERS})*[\u0300-\u036f]{{0,8}}"
_BREAK = r"(?:[-\u2010\u00ac][ \t]{0,3}(?:\r?\n|\r)[ \t]{0,8}|[-\u2010\u00ac] |\u00ac)"
_TOKEN = re.compile(
    r"[A-Z]\. [A-Z]\.(?: [A-Z]\.)?(?= )|(?:[A-Z]\.){2,8}(?:[A-Z](?![^\W_]))?|[A-Z]\.[A-Z](?![^\W_])"
    rf"|{_WORD}(?:{_BREAK}(?=[a-z]){_WORD})?"
)
_REST = re.compile(_WORD)
_BREAKS = re.compile(rf"{_BREAK}|\. ")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_LIST_LINES = 3
_DROP = re.compile(rf"[{_INNER}\s.]")
_SPECIAL = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "ð": "d", "ł": "l", "Ł": "L", "þ": "th", "Þ": "Th", "æ": "ae",
     "Æ": "Ae", "ß": "ss", "ı": "i", "œ": "oe"}
)  # fmt: skip
_GAPS = re.compile(
    r"[^\S\n]{1,8}|[^\S\n]{0,8}\r?\n[^\S\n]{0,8}"
    r"|[-\u2010\u2011\u2013']|[\u2019\u02bc]|['\u2019] |/| & "
)
_GAP_MAX, _BIND_MAX = 80, 20
QUOTES = frozenset('"\u201c\u201d\u2018\u2019')
_HYPHENS = str.maketrans("\u2010\u2011\u2012\u2212", "----")
"""Hyphens that a typesetter puts for the plain one."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def fold(word: str) -> str:
    """Return a word without diacritics, dots and invisible characters; case is kept."""
    if word.isascii():
        return word.replace(".", "") if "." in word else word
    bare = _DROP.sub("", word).translate(_SPECIAL)
    parts = unicodedata.normalize("NFKD", bare[:64])
    return "".join(char for char in parts if not unicodedata.combining(char))


@dataclass
class Tokens:
    """The tokens of a block of text: folded, in lower case, and their offsets."""

    text: str
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def word(self, index: int) -> str:
        """Return the word, or '' out of range."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def low(self, index: int) -> str:
        """Return the word in lower case, or '' out of range."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def gap(self, index: int) -> str:
        """Return the text between a word and the one before, hyphens normalised."""
        if 0 < index < len(self.gaps):
            return self.gaps[index]
        if index <= 0:
            return self.text[: self.starts[0]] if self.starts else self.text
        return self.text[self.ends[-1] : self.ends[-1] + _GAP_MAX]

    def touches(self, index: int) -> bool:
        """Whether only white space separates a word from the one before."""
        return 0 < index < len(self.joined) and self.joined[index]

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def is_caseless(self, index: int) -> bool:
        """Whether a word is in a paragraph that is written without capitals, or in nothing else."""
        return is_within(self._caseless_bounds, self.starts[index])

    def may_name(self, index: int) -> bool:
        """Whether a word begins with a capital, or its paragraph has none."""
        return self.is_capital(index) or (0 <= index < len(self) and self.is_caseless(index))

    @cached_property
    def _caseless_bounds(self) -> list[int]:
        return caseless_bounds(self.text)

    def opens_sentence(self, index: int) -> bool:
        """Whether a word is the first of its sentence, quotation or line."""
        if index <= 0:
            return True
        gap = self.gap(index)
        if is_space(gap):
            return not self.joined[index]
        return any(char in '.!?:;\u2022\u2026|*#>\u201c"' for char in gap) or "\n\n" in gap

    def slice(self, first: int, last: int) -> str:
        """Return the text of the words `first` to `last` (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def is_space(gap: str) -> bool:
    """Whether a gap is white space within a paragraph, and not too much of it."""
    return gap == " " or (gap.isspace() and len(gap) < _GAP_MAX and gap.count("\n") <= 1)


def binds(gap: str) -> bool:
    """Whether two words separated by this gap may be parts of one name."""
    return gap == " " or (len(gap) <= _BIND_MAX and _GAPS.fullmatch(gap) is not None)


def has_unspaced(text: str) -> bool:
    """Whether a text holds a script that is written without spaces."""
    return _CJK.search(text) is not None


def tokenise(text: str, vocabulary: Collection[str] = ()) -> Tokens:
    """Return the words of a text.

    A word broken by a hyphen at a line's end (or by OCR) is one word where the vocabulary
    knows it whole, else two; so are spaced abbreviations ("U. S."). Dotted ones ("U.S.") are one
    word with their dots. Lines of a list do not join: their last and first words do not touch.
    """
    tokens = Tokens(text)
    ends_of_items = _list_breaks(text)
    words, lows = tokens.words, tokens.lows
    starts, ends, joined = tokens.starts, tokens.ends, tokens.joined
    gaps, capitals = tokens.gaps, tokens.capitals
    done = 0
    for word, start, end in _words(text, vocabulary):
        words.append(word)
        lows.append(word.lower())
        starts.append(start)
        ends.append(end)
        gap = text[done:start] if start - done < _GAP_MAX else text[done : done + _GAP_MAX]
        is_close = done > 0 and is_space(gap)
        if gap == "":  # "U.S.Navy"
            is_close = done > 0 and text[done - 1] == "."
        elif is_close and ends_of_items and "\n" in gap:
            is_close = done + gap.index("\n") not in ends_of_items
        gaps.append(gap if gap.isascii() else gap.translate(_HYPHENS))
        joined.append(is_close)
        capitals.append(word[:1].isupper())
        done = end
    return tokens


def _words(text: str, vocabulary: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the words, folded, and where they begin and end."""
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if word.isalnum():
            yield word if word.isascii() else fold(word), start, end
        else:
            for part, first, last in _parts(word, start, vocabulary):
                yield fold(part), first, last


def _list_breaks(text: str) -> frozenset[int]:
    """Return where the lines of lists end: in wrapped prose some line begins with a small letter.

    Lines in capitals and paragraphs of one or two lines are undecided.
    """
    if "\n" not in text:
        return frozenset()
    found: set[int] = set()
    start = 0
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        if len(lines) >= _LIST_LINES and _is_list(lines):
            end = start - 1
            for line in lines:
                end += len(line) + 1
                found.add(end)
        start += len(paragraph) + 2
    return frozenset(found)


def _is_list(lines: list[str]) -> bool:
    informative = [line for line in lines if line.strip() and not line.isupper()]
    if len(informative) < _LIST_LINES:
        return False
    for line in informative:
        first = _FIRST_LETTER.search(line)
        if first is None or not first.group().isupper() or line.rstrip()[-1] in "-\u2010\u00ac":
            return False
    return True


def _parts(word: str, start: int, vocabulary: Collection[str]) -> list[tuple[str, int, int]]:
    broken = _BREAKS.search(word)
    if broken is None:
        return [(word, start, start + len(word))]
    joined = _BREAKS.sub("", word) if word[1] == "." else _BREAKS.sub("", word, count=1)
    if fold(joined).lower() in vocabulary:
        return [(joined, start, start + len(word))]
    return [
        (part.group(), start + part.start(), start + part.end()) for part in _REST.finditer(word)
    ]

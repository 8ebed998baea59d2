"""A block of text as the signals see it: its words, the styles of its lines, its candidates."""

import re
from dataclasses import dataclass, field

from geo.linker.candidates import Match
from geo.linker.lexicon import Lexicon, Name
from geo.linker.tokens import Tokens
from geo.linker.weights import Weights

_LETTERS = re.compile(r"[^\W\d_]+")
_NO_SMALL = str.maketrans(dict.fromkeys("abcdefghijklmnopqrstuvwxyz"))
_SMALL_SHARE = 0.6
_LINE_MAX = 400
_RUN_MAX = 6
_CONTENT_WORD, _TITLE_WORDS, _TITLE_LINE = 4, 3, 250
_APOSTROPHES = frozenset({"'", "\u2019"})
_BRIDGES = frozenset({"of", "for", "and", "de"})


@dataclass(slots=True)
class Candidate:
    """A match that may be a mention.

    Attributes
    ----------
    match, block, number
        The words, where they stand, and which candidate of its block it is.
    is_elided
        Whether it borrows its last word from another name: "Kara" in "the Kara and Laptev Seas".
    words
        Its words in lower case.
    name, codes, group
        The first of its names, what they may be confused with, and which names it behaves like.
    near, whole, capital
        The sums of the signals beside it in the tables of weights, in hundredths of a logit.
    """

    match: Match
    block: "Block"
    number: int
    is_elided: bool = False
    words: str = field(init=False)
    name: Name = field(init=False)
    codes: frozenset[str] = field(init=False)
    group: str = field(init=False)
    near: int = 0
    whole: int = 0
    capital: int = 0

    def __post_init__(self) -> None:
        """Set what the match says: its words, its first name, the codes of all."""
        match = self.match
        self.words = " ".join(self.block.tokens.lows[match.first : match.last])
        self.name = match.names[0]
        self.codes = match.ambiguities
        self.group = self.name.group


@dataclass
class Block:
    """A block of a text; `offset` is where it begins there."""

    tokens: Tokens
    lexicon: Lexicon
    offset: int = 0
    candidates: list[Candidate] = field(default_factory=list)
    named: dict[int, Match] = field(default_factory=dict)
    """Every match of the block by its first word, silent ones too."""
    _line: tuple[int, int, str] = (0, 0, "")

    def __post_init__(self) -> None:
        """Cache the word lists."""
        self.lists_of = self.lexicon.words.lists_of
        self.use(self.lexicon.weights)

    def use(self, weights: Weights) -> None:
        """Weigh the signals beside the candidates with these weights."""
        self.weights, self.memo = weights, weights.memo

    def add(self, match: Match, *, is_elided: bool = False) -> None:
        """Add a candidate."""
        self.candidates.append(Candidate(match, self, len(self.candidates), is_elided))

    def begins_name(self, index: int) -> bool:
        """Whether a match begins at a word."""
        return index in self.named

    def is_in(self, low: str, *lists: str) -> bool:
        """Whether a word is in one of the word lists."""
        found = self.lists_of.get(low)
        return found is not None and not found.isdisjoint(lists)

    def style(self, index: int) -> str:
        """Return the style of a word's line: `caps`, `title`, `prose` or `caseless`."""
        start = self.tokens.starts[index]
        first, last, style = self._line
        if not first <= start < last:
            text = self.tokens.text
            first = max(text.rfind("\n", 0, start) + 1, start - _LINE_MAX)
            last = text.find("\n", start, start + _LINE_MAX)
            last = start + _LINE_MAX if last < 0 else last
            style = _style(text[first:last])
            if style != "caps" and self.tokens.is_caseless(index):
                style = "caseless"
            self._line = first, last, style
        return style

    def run_start(self, first: int) -> int:
        """Return the first of the capitalised words that run up to a word."""
        capitals, limit = self.tokens.capitals, max(0, first - _RUN_MAX)
        while first > limit and capitals[first - 1] and self.is_close(first):
            first -= 1
        return first

    def run_end(self, start: int) -> int:
        """Return the end of the capitalised words that run on from a word ("of", "&" within)."""
        last = start
        while last < len(self.tokens) and last - start <= _RUN_MAX:
            if not self.is_close(last) and self.tokens.gap(last).strip() not in {"&", "-"}:
                break
            if self.tokens.is_capital(last) or self.tokens.word(last)[:1].isdigit():
                last += 1
            elif self._bridges(last):
                last += 2 if self.tokens.is_capital(last + 1) else 3
            else:
                break
        return last

    def _bridges(self, index: int) -> bool:
        tokens = self.tokens
        if tokens.low(index) not in _BRIDGES or not tokens.touches(index + 1):
            return False
        if tokens.is_capital(index + 1):
            return True
        is_bridge = tokens.low(index + 1) == "the" and tokens.low(index) != "and"
        return is_bridge and tokens.is_capital(index + 2)

    def is_close(self, index: int) -> bool:
        """Whether white space or a hyphen separates a word from the one before."""
        return self.tokens.touches(index) or self.tokens.gap(index) == "-"

    def owns(self, last: int) -> bool:
        """Whether a possessive follows what ends before a word: "Norway's"."""
        tokens = self.tokens
        return tokens.low(last) == "s" and tokens.gap(last)[:1] in _APOSTROPHES


def _style(line: str) -> str:
    small = len(line) - len(line.translate(_NO_SMALL))
    if small > _SMALL_SHARE * len(line) and line.rstrip().endswith("."):
        return "prose"
    words = _LETTERS.findall(line)
    long = [word for word in words if len(word) > 1]
    upper = sum(word.isupper() for word in long)
    if long and upper >= max(2, 0.75 * len(long)):
        return "caps"
    if line.rstrip().endswith("."):
        return "prose"
    content = [word for word in words if len(word) >= _CONTENT_WORD]
    capital = sum(word[0].isupper() for word in content)
    if len(content) >= _TITLE_WORDS and capital >= 0.8 * len(content) and len(line) <= _TITLE_LINE:
        return "title"
    return "prose"

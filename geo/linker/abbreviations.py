"""Abbreviations that a text defines: "New Source Review (NSR)", "Northern Sea Corridor (NSC)"."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from geo.linker.block import Block, Candidate
from geo.linker.lexicon import Name

_MIN, _MAX, _GAP_MAX = 2, 8, 4
_SMALL = frozenset({"of", "and", "for", "the", "on"})


@dataclass
class Definitions:
    """What the abbreviations of a text stand for: names of ours, and other things."""

    names: dict[str, Name] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)

    def note_others(self, block: Block) -> None:
        """Note which candidates of a block are defined as something else."""
        for candidate in block.candidates:
            match, tokens = candidate.match, block.tokens
            if candidate.name.case != "exact" or match.last - match.first > 1:
                continue
            word = tokens.words[match.first]
            if word not in self.others and _is_bracketed(block, match.first):
                phrase = _phrase_before(block, match.first, word)
                if phrase and not block.lexicon.find(phrase):
                    self.others.add(word)

    def note(self, block: Block, span: tuple[int, int], name: Name) -> None:
        """Note the abbreviation that follows a mention in brackets."""
        first, last = span
        word = block.tokens.word(last)
        if not (_MIN <= len(word) <= _MAX and word.isupper() and _is_bracketed(block, last)):
            return
        lows = block.tokens.lows[first:last]
        initials = "".join(low[0] for low in lows if low not in _SMALL)
        if initials == word.lower() and not block.lexicon.find([word.lower()]):
            self.names[word] = name

    def is_other(self, candidate: Candidate) -> bool:
        """Whether a candidate is an abbreviation that the text defines as something else."""
        match = candidate.match
        return (
            candidate.name.case == "exact"
            and match.last - match.first == 1
            and candidate.block.tokens.words[match.first] in self.others
        )

    def uses(self, block: Block) -> Iterator[tuple[int, Name]]:
        """Yield the words of a block that stand for a name, and the name."""
        if self.names:
            for index, word in enumerate(block.tokens.words):
                if name := self.names.get(word):
                    yield index, name


def _is_bracketed(block: Block, index: int) -> bool:
    tokens = block.tokens
    before, after = tokens.gap(index), tokens.gap(index + 1)
    return "(" in before and ")" in after[:3] and len(before) <= _GAP_MAX


def _phrase_before(block: Block, first: int, word: str) -> list[str]:
    """Return the lower-case words before an abbreviation that have its letters, or nothing."""
    lows = block.tokens.lows
    letters, index = word.lower(), first - 1
    while index >= 0 and letters:
        low = lows[index]
        if low[0] == letters[-1]:
            letters = letters[:-1]
        elif low not in _SMALL:
            return []
        index -= 1
    return lows[index + 1 : first] if not letters else []

"""Find every mention of a feature in a text, with offsets and the rule that found it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.linker.block import Block, Candidate
from geo.linker.bodies import body_span
from geo.linker.budget import Budget
from geo.linker.lexicon import Lexicon
from geo.linker.scan import read_block
from geo.linker.score import Judge
from geo.linker.signals import local_signals

_BLOCK_MAX = 20_000
_WINDOW_CHARS = 200_000
"""What is judged together; longer texts are read in windows, each with the evidence before it."""
_BOUNDLESS = Budget(mentions=sys.maxsize)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that names a feature: `text[start:end] == surface`, in code points."""

    start: int
    end: int
    surface: str
    target: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A candidate and its sum: a mention from 0 on."""

    candidate: Candidate
    score: int

    @property
    def beside(self) -> frozenset[str]:
        """The signals beside the candidate."""
        return local_signals(self.candidate)


def find_mentions(
    text: str,
    lexicon: Lexicon,
    *,
    skip: Sequence[tuple[int, int]] = (),
    budget: Budget | None = None,
) -> list[Mention]:
    """Return the mentions in a text, in order, none overlapping another.

    The longest name is the candidate; its signals decide whether it is a mention, and whether a
    capital stands for its state. docs/annotation-rules.md says what counts.

    Parameters
    ----------
    text
        Any text; offsets refer to it unchanged.
    lexicon
        The names to find, and the weights of the signals.
    skip
        Spans, in order, to skip (boilerplate).
    budget
        What it may cost; checked for every name and block. None sets no limit.

    Raises
    ------
    ArticleError
        When the budget is spent; the message has no name of the text.
    """
    budget = budget or _BOUNDLESS
    judge = Judge.of(text, lexicon)
    found: list[Mention] = []
    for blocks in _windows(text, skip, lexicon, budget):
        kept = [
            (decision.candidate, to_mention(judge, decision))
            for decision in _decide(judge, blocks)
            if decision.score >= 0
        ]
        found += _drop_overlaps(kept, blocks, judge)
        budget.check_count(len(found))
    return found


def decide(
    text: str,
    lexicon: Lexicon,
    *,
    skip: Sequence[tuple[int, int]] = (),
    budget: Budget | None = None,
) -> Iterator[tuple[Judge, list[Decision]]]:
    """Yield the decisions on all candidates of a text, those left out too, window by window.

    Raises
    ------
    ArticleError
        When the budget is spent; see `find_mentions`.
    """
    judge = Judge.of(text, lexicon)
    for blocks in _windows(text, skip, lexicon, budget or _BOUNDLESS):
        yield judge, list(_decide(judge, blocks))


def _decide(judge: Judge, blocks: list[Block]) -> Iterator[Decision]:
    judge.add(blocks)
    for block in blocks:
        for candidate in block.candidates:
            yield Decision(candidate, judge.score(candidate))


def _windows(
    text: str, skip: Sequence[tuple[int, int]], lexicon: Lexicon, budget: Budget
) -> Iterator[list[Block]]:
    blocks: list[Block] = []
    size = 0
    for start, end in _segments(text, skip):
        blocks.append(read_block(text[start:end], start, lexicon, budget))
        size += end - start
        if size > _WINDOW_CHARS:
            yield blocks
            blocks, size = [], 0
    yield blocks


def _segments(text: str, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks of a text to process: a paragraph or a few thousand words at a time."""
    start = 0
    for first, last in (*skip, (len(text), len(text))):
        yield from _blocks(text, start, first)
        start = last


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = min(end, start + _BLOCK_MAX)
        if stop < end:
            stop = _cut(text, start, stop)
        yield start, stop
        start = stop


def _cut(text: str, start: int, stop: int) -> int:
    """Return where to split a long text: at an empty line, else a line, a sentence, a space."""
    for separator in ("\n\n", "\n", ". ", " "):
        found = text.rfind(separator, start + _BLOCK_MAX // 2, stop)
        if found > 0:
            return found + len(separator)
    return stop


def to_mention(judge: Judge, decision: Decision) -> Mention:
    """Return the mention of a decision, with the whole name of a body that it begins."""
    candidate = decision.candidate
    name, rule = judge.choose(candidate)
    first, last = candidate.match.first, candidate.match.last
    if candidate.is_elided:
        rule = "elided"
    elif rule == name.rule:
        first, last = body_span(candidate)
        rule = "body" if last > candidate.match.last else rule
    judge.definitions.note(candidate.block, (first, last), name)
    tokens = candidate.block.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return _mention(candidate.block, start, end, (name.target, name.kind, rule))


def _mention(block: Block, start: int, end: int, what: tuple[str, str, str]) -> Mention:
    """Return a mention with the offsets of the whole text."""
    return Mention(block.offset + start, block.offset + end, block.tokens.text[start:end], *what)


def _others(block: Block, judge: Judge) -> Iterator[Mention]:
    """Yield what is no candidate: abbreviations defined in the text, names without spaces."""
    tokens = block.tokens
    for index, name in judge.definitions.uses(block):
        what = name.target, name.kind, "defined"
        yield _mention(block, tokens.starts[index], tokens.ends[index], what)
    for start, end, name in block.lexicon.unspaced.find(tokens.text, judge.says):
        yield _mention(block, start, end, (name.target, name.kind, name.rule))


def _drop_overlaps(
    kept: Sequence[tuple[Candidate, Mention]], blocks: Sequence[Block], judge: Judge
) -> list[Mention]:
    found = [mention for _, mention in kept]
    for block in blocks:
        found += _others(block, judge)
    chosen: list[Mention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end, one.rule != "elided")):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen

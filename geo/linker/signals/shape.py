"""Signals of the writing: letter case, line, quotation marks, what stands on both sides."""

from collections.abc import Iterator
from typing import NamedTuple

from geo.linker.block import Block, Candidate
from geo.linker.tokens import QUOTES
from geo.linker.weights import Signals

_WITH_RUNS = frozenset({"prose", "title"})
_LONG = 3
_NO_CODES: frozenset[str] = frozenset()


def case_of(candidate: Candidate) -> str:
    """Return how a candidate is written if not as usual: `small` or `caps`."""
    word = candidate.block.tokens.words[candidate.match.first]
    own = candidate.name.words[0]
    if word == own:
        return ""
    if word.islower():
        return "small"
    return "caps" if word.isupper() and len(word) > 1 else ""


def signals(candidate: Candidate, found: list[Signals]) -> None:
    """Add the signals of the line, the letter case and the marks beside a candidate."""
    block, match = candidate.block, candidate.match
    tokens, first, last = block.tokens, match.first, match.last
    style, case = block.style(first), case_of(candidate)
    before, after = tokens.gap(first), tokens.gap(last)
    start, end = first, last
    if style in _WITH_RUNS:
        start, end = block.run_start(first), block.run_end(last)
        if start < first or last < end:
            found.append(_of_runs(block, (start, first), (last, end)))
    writing = _Writing(
        style,
        candidate.group,
        case,
        tokens.lows[first] if case and last - first == 1 else "",
        candidate.codes if style == "caps" else _NO_CODES,
        _mark(before),
        _mark(after),
        tokens.opens_sentence(first),
        block.owns(last),
        "\n" in after and (first == 0 or "\n" in before),
        min(first - start, _LONG),
        min(end - last, _LONG),
    )
    known = block.memo.get(writing)
    if known is None:
        known = block.memo[writing] = block.weights.weigh(_of_writing(writing))
    found.append(known)


class _Writing(NamedTuple):
    """How a candidate is written; `word` is empty where it is written as usual."""

    style: str
    group: str
    case: str
    word: str
    codes: frozenset[str]
    before: str
    after: str
    opens: bool
    owns: bool
    alone: bool
    run_before: int
    run_after: int


def _of_writing(writing: _Writing) -> Iterator[str]:
    group = writing.group
    yield f"line:{writing.style}|{group}"
    if writing.case:
        yield f"case:{writing.case}"
    if writing.word:
        yield f"case:{writing.case}={writing.word}"
    yield from (f"code:{code}|caps" for code in writing.codes)
    yield f"<{writing.before}"
    yield f">{writing.after}"
    yield f">{writing.after}|{group}"
    for sign in ("opens", "owns"):
        if getattr(writing, sign):
            yield sign
            yield f"{sign}|{group}"
    if writing.alone:
        yield f"alone|{group}"
    if writing.run_before:
        yield f"run<{writing.run_before}|{group}"
    if writing.run_after:
        yield f"run>{writing.run_after}|{group}"


def _mark(gap: str) -> str:
    """Return the mark between two words: a character, `n` for a new line, '' for a space."""
    bare = gap.strip()
    if bare:
        return "q" if bare[0] in QUOTES else bare[0]
    if gap == "":
        return "end"
    return "n" if "\n" in gap else ""


def _of_runs(block: Block, before: tuple[int, int], after: tuple[int, int]) -> Signals:
    """Return the lists of the capitalised words that run up to a candidate and on from it."""
    key = "run", _lists_in(block, *before), _lists_in(block, *after)
    known = block.memo.get(key)
    if known is None:
        _, *lists = key
        names = [f"run{sign}:{name}" for sign, own in zip("<>", lists, strict=True) for name in own]
        known = block.memo[key] = block.weights.weigh(names)
    return known


def _lists_in(block: Block, start: int, end: int) -> frozenset[str]:
    lists_of = block.lists_of
    found = [lists_of[low] for low in block.tokens.lows[start:end] if low in lists_of]
    return found[0] if len(found) == 1 else frozenset().union(*found)

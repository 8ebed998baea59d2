"""Signals of the writing: letter case, line, quotation marks, what stands on both sides."""

from geo.linker.block import Block, Candidate
from geo.linker.tokens import QUOTES

_OPENING = frozenset("([{")


def case_of(candidate: Candidate) -> str:
    """Return how a candidate is written if not as usual: `small` or `caps`."""
    word = candidate.block.tokens.words[candidate.match.first]
    own = candidate.name.words[0]
    if word == own:
        return ""
    if word.islower():
        return "small"
    return "caps" if word.isupper() and len(word) > 1 else ""


def signals(candidate: Candidate, found: list[str]) -> None:
    """Add the signals of the line, the letter case and the marks beside a candidate."""
    block, match = candidate.block, candidate.match
    tokens, first, last = block.tokens, match.first, match.last
    group, style = candidate.group, block.style(first)
    found.append(f"line:{style}|{group}")
    case = case_of(candidate)
    if case:
        found.append(f"case:{case}")
        if last - first == 1:
            found.append(f"case:{case}={tokens.lows[first]}")
    if style == "caps":
        found += [f"code:{code}|caps" for code in candidate.codes]
    before, after = _mark(tokens.gap(first)), _mark(tokens.gap(last))
    found.append(f"<{before}")
    found.append(f">{after}")
    found.append(f">{after}|{group}")
    if tokens.opens_sentence(first):
        found.append("opens")
        found.append(f"opens|{group}")
    if block.owns(last):
        found.append("owns")
        found.append(f"owns|{group}")
    if "\n" in tokens.gap(last) and (first == 0 or "\n" in tokens.gap(first)):
        found.append(f"alone|{group}")
    if style in {"prose", "title"}:
        _runs(block, candidate, group, found)


def _mark(gap: str) -> str:
    """Return the mark between two words: a character, `n` for a new line, '' for a space."""
    bare = gap.strip()
    if bare:
        return "q" if bare[0] in QUOTES else bare[0]
    if gap == "":
        return "end"
    return "n" if "\n" in gap else ""


def _runs(block: Block, candidate: Candidate, group: str, found: list[str]) -> None:
    """Add how many capitalised words run up to a candidate and on from it, and of which lists."""
    match = candidate.match
    start, end = block.run_start(match.first), block.run_end(match.last)
    if start < match.first:
        found.append(f"run<{min(match.first - start, 3)}|{group}")
    if end > match.last:
        found.append(f"run>{min(end - match.last, 3)}|{group}")
    lists_of, lows = block.lists_of, block.tokens.lows
    for index in range(match.last, end):
        found += [f"run>:{name}" for name in lists_of.get(lows[index], ())]
    for index in range(start, match.first):
        found += [f"run<:{name}" for name in lists_of.get(lows[index], ())]

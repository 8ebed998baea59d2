"""Signals of the names beside a candidate: lists, pairs, names joined by a dash or an arrow."""

from collections.abc import Iterator

from geo.linker.block import Candidate
from geo.linker.weights import Signals

_AND = frozenset({"and", "or", "&", "vs", "v", "versus", "against"})
_NEAR, _CLOSE_WORDS = 12, 2
_DASHES = frozenset(
    {"-", "\u2013", "\u2014", "/", "->", "\u2192", "\u2190", "\u2194", "<->", "=>", "-->"}
)


def signals(candidate: Candidate, found: list[Signals]) -> None:
    """Add how a candidate is joined to the candidates before and after it."""
    block, number = candidate.block, candidate.number
    tie_before = tie_after = group_before = group_after = ""
    if number and (tie_before := tie(block.candidates[number - 1], candidate)):
        group_before = block.candidates[number - 1].group
    if number + 1 < len(block.candidates):
        other = block.candidates[number + 1]
        if tie_after := tie(candidate, other):
            group_after = other.group
    if tie_before or tie_after:
        key = (candidate.group, tie_before, group_before, tie_after, group_after)
        known = block.memo.get(key)
        if known is None:
            known = block.memo[key] = block.weights.weigh(_of_ties(*key))
        found.append(known)


def _of_ties(
    own: str, tie_before: str, group_before: str, tie_after: str, group_after: str
) -> Iterator[str]:
    for sign, tie, group in (("<", tie_before, group_before), (">", tie_after, group_after)):
        if tie:
            yield f"tied{sign}{tie}:{group}"
            yield f"tied:{tie}|{own}"
            if tie != "near":
                yield "tied"


def tie(one: Candidate, two: Candidate) -> str:
    """Return how two candidates are joined: `dash`, `comma`, `and`, `next`, `near` or ''."""
    tokens = one.block.tokens
    between = two.match.first - one.match.last
    if between == 0:
        gap = tokens.gap(two.match.first).strip()
        if gap in _DASHES:
            return "dash"
        return "comma" if gap == "," else "next" if not gap else "mark"
    if between <= _CLOSE_WORDS and _AND & set(tokens.lows[one.match.last : two.match.first]):
        return "and"
    return "near" if between <= _NEAR else ""

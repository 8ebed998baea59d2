"""Signals of the names beside a candidate: lists, pairs, names joined by a dash or an arrow."""

from geo.linker.block import Candidate

_AND = frozenset({"and", "or", "&", "vs", "v", "versus", "against"})
_NEAR, _CLOSE_WORDS = 12, 2
_DASHES = frozenset(
    {"-", "\u2013", "\u2014", "/", "->", "\u2192", "\u2190", "\u2194", "<->", "=>", "-->"}
)


def signals(candidate: Candidate, found: list[str]) -> None:
    """Add how a candidate is joined to the candidates before and after it."""
    block = candidate.block
    own = candidate.group
    for step in (-1, 1):
        number = candidate.number + step
        if not 0 <= number < len(block.candidates):
            continue
        other = block.candidates[number]
        pair = (other, candidate) if step < 0 else (candidate, other)
        tie = _tie(*pair)
        if tie:
            sign = "<" if step < 0 else ">"
            group = other.group
            found.append(f"tied{sign}{tie}:{group}")
            found.append(f"tied:{tie}|{own}")
            if tie != "near":
                found.append("tied")


def _tie(one: Candidate, two: Candidate) -> str:
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

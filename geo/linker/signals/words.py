"""Signals of the words beside a candidate, and of the lists that they are in."""

from geo.linker.block import Block, Candidate
from geo.linker.signals.names import group_of

_FAR = 4
_STEM = 3


def signals(candidate: Candidate, found: dict[str, int]) -> None:
    """Add the words before and after a candidate: `-1=in`, `+1=said`, `near=flag`."""
    block, match = candidate.block, candidate.match
    group = group_of(candidate.name)
    lows, size = block.tokens.lows, len(block.tokens)
    for step, index in ((-1, match.first - 1), (1, match.last)):
        if 0 <= index < size:
            _beside(block, index, f"{step:+d}", group, found)
    for step, index in ((-2, match.first - 2), (2, match.last + 1)):
        if 0 <= index < size:
            low = lows[index]
            found[f"{step:+d}={low}"] = 1
            for name in block.lists_of.get(low, ()):
                found[f"{step:+d}:{name}"] = 1
    for index in range(max(0, match.first - _FAR), match.first):
        found[f"near={lows[index]}"] = 1
    for index in range(match.last, min(size, match.last + _FAR)):
        found[f"near={lows[index]}"] = 1


def _beside(block: Block, index: int, step: str, group: str, found: dict[str, int]) -> None:
    tokens = block.tokens
    low = tokens.lows[index]
    is_close = tokens.touches(max(index, index + (step == "-1")))
    tie = "" if is_close else "~"
    is_capital = tokens.capitals[index] and block.style(index) == "prose"
    shape = "^" if is_capital and not (step == "-1" and tokens.opens_sentence(index)) else ""
    found[f"{step}{tie}={low}"] = 1
    found[f"{step}{tie}={low}|{group}"] = 1
    lists = block.lists_of.get(low)
    if lists:
        for name in lists:
            found[f"{step}{tie}{shape}:{name}"] = 1
            found[f"{step}{tie}{shape}:{name}|{group}"] = 1
    else:
        kind = "name" if step == "+1" and block.begins_name(index) else "?"
        found[f"{step}{tie}{shape}{kind}"] = 1
        found[f"{step}{tie}{shape}{kind}|{group}"] = 1
    if low.isalpha() and len(low) > _STEM:
        found[f"{step}{tie}{shape}$" + low[-_STEM + 1 :]] = 1
        found[f"{step}{tie}{shape}${low[-1]}|{group}"] = 1
    if low.isdigit():
        found[f"{step}{tie}digits{min(len(low), 5)}"] = 1

"""Signals of the words beside a candidate, and of the lists that they are in."""

from geo.linker.block import Block, Candidate

_FAR = 4
_DIGITS = 5


def signals(candidate: Candidate, found: dict[str, int]) -> None:
    """Add the words before and after a candidate: `-1=in`, `+1=said`, `near=flag`."""
    block, match = candidate.block, candidate.match
    group = candidate.group
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
    where = step if tokens.joined[index + (step == "-1")] else f"{step}~"
    found[f"{where}={low}"] = 1
    found[f"{where}={low}|{group}"] = 1
    if tokens.capitals[index] and block.style(index) == "prose":
        where += "^" if step == "+1" or not tokens.opens_sentence(index) else ""
    lists = block.lists_of.get(low)
    if lists:
        for name in lists:
            found[f"{where}:{name}"] = 1
            found[f"{where}:{name}|{group}"] = 1
        return
    if low.isdigit():
        found[f"{where}digits{min(len(low), _DIGITS)}"] = 1
    elif step == "+1" and index in block.named:
        found[f"{where}name|{group}"] = 1
    else:
        found[f"{where}?|{group}"] = 1
        found[f"{where}${low[-2:]}|{group}"] = 1

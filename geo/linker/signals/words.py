"""Signals of the words beside a candidate, and of the lists that they are in."""

from geo.linker.block import Block, Candidate
from geo.linker.weights import Signals

_FAR = 4
_DIGITS = 5


def signals(candidate: Candidate, found: list[Signals]) -> None:
    """Add the words before and after a candidate: `-1=in`, `+1=said`, `near=flag`."""
    block, match, group = candidate.block, candidate.match, candidate.group
    lows, memo = block.tokens.lows, block.memo
    first, last, size = match.first, match.last, len(lows)
    if first:
        found.append(_beside(block, first - 1, "-1", group))
        if first > 1:
            found.append(_second(block, "-2", lows[first - 2]))
    if last < size:
        found.append(_beside(block, last, "+1", group))
        if last + 1 < size:
            found.append(_second(block, "+2", lows[last + 1]))
    for low in {*lows[max(0, first - _FAR) : first], *lows[last : last + _FAR]}:
        known = memo.get(low)
        if known is None:
            known = memo[low] = block.weights.weigh([f"near={low}"])
        if known.names:
            found.append(known)


def _second(block: Block, step: str, low: str) -> Signals:
    """Return the signals of the second word before or after."""
    key = (step, low)
    known = block.memo.get(key)
    if known is None:
        lists = (f"{step}:{name}" for name in block.lists_of.get(low, ()))
        known = block.memo[key] = block.weights.weigh([f"{step}={low}", *lists])
    return known


def _beside(block: Block, index: int, step: str, group: str) -> Signals:
    """Return the signals of the word before or after: itself, its lists, its ending."""
    tokens = block.tokens
    low = tokens.lows[index]
    is_before = step == "-1"
    is_close = tokens.joined[index + is_before]
    is_capital = (
        tokens.capitals[index]
        and not (is_before and tokens.opens_sentence(index))
        and block.style(index) == "prose"
    )
    is_name = not is_before and index in block.named
    key = (step, low, group, is_close, is_capital, is_name)
    known = block.memo.get(key)
    if known is None:
        where = step if is_close else f"{step}~"
        signals = [f"{where}={low}", f"{where}={low}|{group}"]
        signals += _kinds(block, low, f"{where}^" if is_capital else where, group, is_name=is_name)
        known = block.memo[key] = block.weights.weigh(signals)
    return known


def _kinds(block: Block, low: str, where: str, group: str, *, is_name: bool) -> list[str]:
    lists = block.lists_of.get(low)
    if lists:
        return [
            *(f"{where}:{name}" for name in lists),
            *(f"{where}:{name}|{group}" for name in lists),
        ]
    if low.isdigit():
        return [f"{where}digits{min(len(low), _DIGITS)}"]
    if is_name:
        return [f"{where}name|{group}"]
    return [f"{where}?|{group}", f"{where}${low[-2:]}|{group}"]

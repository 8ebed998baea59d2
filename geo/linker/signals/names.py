"""Signals of the name itself: what it names, how it is written, what else it may mean."""

from geo.linker.block import Candidate
from geo.linker.weights import Signals

_ACCENT = "needs-accent"


def signals(candidate: Candidate, found: list[Signals]) -> None:
    """Add the signals of a candidate's name."""
    match, name = candidate.match, candidate.name
    memo = candidate.block.memo
    is_accented = _ACCENT in candidate.codes and not _is_plain(candidate)
    key = (
        candidate.words,
        name.target,
        name.rule,
        len(match.names),
        is_accented,
        candidate.is_elided,
    )
    known = memo.get(key)
    if known is None:
        signals = _of_name(candidate, is_accented=is_accented)
        known = memo[key] = candidate.block.weights.weigh(signals)
    found.append(known)


def _is_plain(candidate: Candidate) -> bool:
    match = candidate.match
    return candidate.block.tokens.slice(match.first, match.last).isascii()


def _of_name(candidate: Candidate, *, is_accented: bool) -> list[str]:
    match, name = candidate.match, candidate.name
    size = match.last - match.first
    found = [
        f"name:{candidate.group}",
        f"kind:{name.kind}",
        f"rule:{name.rule}",
        f"words:{min(size, 3)}",
        *(f"code:{code}" for code in candidate.codes),
    ]
    if size == 1:
        found.append(f"is:{candidate.words}")
    if _ACCENT in candidate.codes:
        found.append("accent" if is_accented else "accent-left-out")
    if name.lang != "en":
        found.append("foreign")
    if candidate.is_elided:
        found.append("elided")
    return found

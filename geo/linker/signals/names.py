"""Signals of the name itself: what it names, how it is written, what else it may mean."""

from geo.linker.block import Candidate


def signals(candidate: Candidate, found: dict[str, int]) -> None:
    """Add the signals of a candidate's name."""
    match, name = candidate.match, candidate.name
    found[f"name:{candidate.group}"] = 1
    found[f"kind:{name.kind}"] = 1
    found[f"rule:{name.rule}"] = 1
    size = match.last - match.first
    found[f"words:{min(size, 3)}"] = 1
    for code in match.ambiguities:
        found[f"code:{code}"] = 1
    if size == 1:
        low = candidate.block.tokens.lows[match.first]
        found[f"is:{low}"] = 1
    if "needs-accent" in match.ambiguities:
        is_plain = candidate.block.tokens.slice(match.first, match.last).isascii()
        found["accent-left-out" if is_plain else "accent"] = 1
    if name.lang != "en":
        found["foreign"] = 1
    if candidate.is_elided:
        found["elided"] = 1

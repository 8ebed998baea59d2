"""Signals of the name itself: what it names, how it is written, what else it may mean."""

from geo.linker.block import Candidate
from geo.linker.lexicon import Name

WATERS = frozenset({"sea", "strait", "route", "corridor"})
_OFFICES = frozenset({"body", "historic", "phrase", "prefix"})
_ISO = 2


def group_of(name: Name) -> str:
    """Return the group of names that a name behaves like."""
    if name.rule in {"demonym", "abbreviation"}:
        return "people" if name.rule == "demonym" else "letters"
    if name.rule in _OFFICES:
        return "office"
    if name.kind == "place" or name.rule == "capital":
        return "town"
    if name.kind in WATERS:
        return "water"
    if name.kind == "state" or (len(name.target) == _ISO and name.target.isupper()):
        return "state"
    return "arctic" if name.target in {"arctic", "nordics"} else "land"


def signals(candidate: Candidate, found: dict[str, int]) -> None:
    """Add the signals of a candidate's name."""
    match, name = candidate.match, candidate.name
    group = group_of(name)
    found[f"name:{group}"] = 1
    found[f"kind:{name.kind}"] = 1
    found[f"rule:{name.rule}"] = 1
    size = match.last - match.first
    found[f"words:{min(size, 3)}"] = 1
    for code in match.ambiguities:
        found[f"code:{code}"] = 1
    if size == 1:
        low = candidate.block.tokens.lows[match.first]
        found[f"is:{low}"] = 1
    if name.lang != "en":
        found["foreign"] = 1
    if candidate.is_elided:
        found["elided"] = 1

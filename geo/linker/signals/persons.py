"""Signals of persons and ships: titles, initials, ages, prefixes tied by a hyphen."""

from geo.linker.block import Block, Candidate
from geo.linker.weights import Signals

_AGE_DIGITS = (1, 2)
_PREFIX_GAP = 4


def signals(candidate: Candidate, found: list[Signals]) -> None:
    """Add what makes a candidate (part of) a person's or a ship's name, or a compound."""
    key = tuple(_of_person(candidate))
    if key:
        memo = candidate.block.memo
        known = memo.get(key)
        if known is None:
            known = memo[key] = candidate.block.weights.weigh(key)
        found.append(known)


def _of_person(candidate: Candidate) -> list[str]:
    found: list[str] = []
    block, match = candidate.block, candidate.match
    tokens, first, last = block.tokens, match.first, match.last
    group = candidate.group
    if _has_initial(block, first):
        found.append(f"initial|{group}")
    age = tokens.word(last)
    if len(age) in _AGE_DIGITS and age.isdigit() and tokens.gap(last).strip() in {",", "("}:
        closes = tokens.gap(last + 1)[:1] in {",", ")", ".", ";"}
        found.append("age" if closes else "number")
    before, gap = tokens.low(first - 1), tokens.gap(first)
    if gap == "-" or (before == "non" and len(gap) <= _PREFIX_GAP and not gap.strip(" \n-\u2013")):
        found.append(f"prefix={before}|{group}")
        found.append("prefix")
    if tokens.gap(last)[:1] == "-" and last < len(tokens):
        found.append(f"suffix={tokens.low(last)}")
    unsure = {"first-name", "surname", "first-name-rare"} & candidate.codes
    if unsure and tokens.touches(last) and tokens.is_capital(last):
        found.append("code&capital-after")
    if unsure and tokens.touches(first) and tokens.is_capital(first - 1):
        found.append("code&capital-before")
    if group == "people":
        _bare_adjective(block, candidate, found)
    if candidate.name.rule == "prefix":
        is_tied = tokens.gap(last) in {"-", "\u2013"} and block.begins_name(last)
        found.append("leads" if is_tied else "leads-nowhere")
    return found


def _has_initial(block: Block, first: int) -> bool:
    """Whether "J. " comes before."""
    tokens = block.tokens
    word = tokens.word(first - 1)
    return len(word) == 1 and word.isupper() and tokens.gap(first).startswith(".")


def _bare_adjective(block: Block, candidate: Candidate, found: list[str]) -> None:
    """Add what surrounds an adjective that no noun follows: a language, or a people."""
    tokens, match = block.tokens, candidate.match
    low = tokens.low(match.last)
    if tokens.touches(match.last) and not block.is_in(low, "sentence-word", "copula", "adverb"):
        return
    is_plural = tokens.lows[match.last - 1].endswith("s")
    shape = "plural" if is_plural else "single"
    found.append(f"bare:{shape}")
    if tokens.touches(match.first):
        before = tokens.low(match.first - 1)
        found.append(f"bare:{shape}-1={before}")
        found += [f"bare:{shape}-1:{name}" for name in block.lists_of.get(before, ())]

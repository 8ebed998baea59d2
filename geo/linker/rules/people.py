"""Names that are persons or ships, and stay silent."""

import re

from geo.text.matching import Match
from geo.text.reading import Reading

_NOUN_RULES = frozenset({"name", "capital", "place", "place-in-state"})
PERSON_TRAPS = frozenset({"first-name", "surname"})
UNSURE_TRAPS = PERSON_TRAPS | {"first-name-rare"}
_TITLE_GAP, _SURNAME_MIN, _AGE_DIGITS = 3, 3, 2
_CELL = re.compile(r"[|\t;]")
_ROWS = r"[|\t;][^|\t;\n]*[|\t;]"
_ROW_MAX, _FEW_CELLS = 60, 2
_LOCATIVE = frozenset({"in", "near", "across", "throughout", "within"})


def is_person(reading: Reading, match: Match) -> bool:
    """Whether a match is (part of) a person's name.

    Decided by a given name or initial before it, a title before it, a surname after it where the
    name is a given name too, an age or a kinship word, and what the text called a person before.
    """
    name = match.names[0]
    traps = match.traps
    if match.last - match.first > 1 or name.case == "exact":
        return False
    is_noun = name.rule in _NOUN_RULES
    if not is_noun and not traps & UNSURE_TRAPS:
        return False
    low = reading.tokens.lows[match.first]
    memory = reading.memory
    if reading.before(match) not in _LOCATIVE:
        if memory.is_about_persons and traps & UNSURE_TRAPS:
            return True
        if low in memory.words and "need-port" not in traps:
            return True
    found = _has_given_name(reading, match) or _has_initial(reading, match)
    found = found or (is_noun and (_has_title(reading, match) or _is_kin_in_full(reading, match)))
    if "first-name" in traps:
        found = found or _has_surname(reading, match) or _has_age(reading, match)
        found = found or _has_family(reading, match)
    if traps & PERSON_TRAPS:
        found = found or _has_kin(reading, match)
    if found:
        memory.words.add(low)
    return found


def _has_given_name(reading: Reading, match: Match) -> bool:
    low = reading.capital_before(match)
    if reading.is_in(low, "given"):
        return True
    before = match.first - 1
    if "surname" in match.traps and may_be_given(reading, before, low):
        return True
    is_name = reading.starts_name(low) or not reading.tokens.opens_sentence(before)
    return reading.is_in(low, "given-word") and reading.is_prose(before) and is_name


def may_be_given(reading: Reading, index: int, low: str) -> bool:
    """Whether a capitalised word in prose may be a given name that no list has."""
    if not low or not reading.is_prose(index) or reading.starts_name(low):
        return False
    known = ("sentence-word", "direction", "title", "month", "body", "verbs-s", "urban", "in-place")
    return not (reading.is_in(low, *known) or low.endswith(("ing", "ed", "ly")))


def _has_initial(reading: Reading, match: Match) -> bool:
    """Whether "J. " or "Samuel L. " comes before."""
    tokens, first = reading.tokens, match.first
    word = tokens.word(first - 1)
    if len(word) != 1 or not word.isupper() or not tokens.gap(first).startswith("."):
        return False
    return bool(match.traps & PERSON_TRAPS) or reading.is_in(tokens.low(first - 2), "given")


def _has_title(reading: Reading, match: Match) -> bool:
    tokens, first = reading.tokens, match.first
    if first == 0 or not reading.is_prose(first) or not tokens.is_capital(first - 1):
        return False
    gap = tokens.gap(first)
    if (
        gap.strip() in {"", "."}
        and len(gap) <= _TITLE_GAP
        and reading.is_in(tokens.low(first - 1), "title")
    ):
        return True
    lead = tokens.lows[reading.run_start(match) : first]  # "Mr Israel Holland"
    return any(reading.is_in(low, "personal-title") for low in lead)


def _has_surname(reading: Reading, match: Match) -> bool:
    low = reading.capital_after(match)
    if not low or reading.tokens.word(match.last).isupper() or len(low) < _SURNAME_MIN:
        return False
    if reading.is_in(low, "title", "body", "topic", "month", "verbs-s", "direction", "geo-head"):
        return False
    if reading.is_in(low, "sentence-word", "company", "company-strong", "urban", "accord"):
        return False
    if reading.is_prose(match.first):
        return True
    if reading.is_in(low + "s", "verbs-s") or _is_among_states(reading, match):
        return False
    return not low.endswith(("s", "ed", "ing", "ian", "ish"))


def _has_kin(reading: Reading, match: Match) -> bool:
    """Whether a word for kin or friends leads up to it: "my brother Chad", "her sons, A and B"."""
    if reading.is_in(reading.before(match), "kin"):
        return True
    tokens, start = reading.tokens, reading.list_start(match.first)
    for first in (start, start + 1):
        if 0 < first <= match.first and tokens.gap(first).strip() == ",":
            return reading.is_in(tokens.low(first - 1), "kin", "kin-list")
    return False


def _is_kin_in_full(reading: Reading, match: Match) -> bool:
    """Whether two capitals follow a word for kin: "a daughter, India Poland"."""
    tokens, start = reading.tokens, reading.run_start(match)
    if start == match.first and not reading.capital_after(match):
        return False
    if tokens.gap(start).strip() not in {"", ","}:
        return False
    before = tokens.low(start - 1)
    if before == "of":
        before = tokens.low(start - 2)
    return reading.is_in(before, "kin-of")


def _has_family(reading: Reading, match: Match) -> bool:
    """Whether kin of the named follows: "Georgia and her brother"."""
    tokens, last = reading.tokens, match.last
    is_owned = tokens.low(last) == "and" and tokens.low(last + 1) in {"her", "his"}
    return is_owned and reading.is_in(tokens.low(last + 2), "kin", "kin-of")


def _is_among_states(reading: Reading, match: Match) -> bool:
    """Whether a match ends a list of names of ours: "Egypt and Jordan"."""
    start = reading.list_start(match.first)
    return start < match.first and reading.starts_name(reading.tokens.lows[start])


def _has_age(reading: Reading, match: Match) -> bool:
    tokens = reading.tokens
    age = tokens.word(match.last)
    gaps = tokens.gap(match.last).strip(), tokens.gap(match.last + 1)[:1]
    return (
        len(age) == _AGE_DIGITS and age.isdigit() and gaps in {(",", ","), ("(", ")"), (",", ".")}
    )


def is_ship(reading: Reading, match: Match) -> bool:
    """Whether a match is (part of) a ship's name: after "MV", "USCGC", "the cutter" and the like.

    Two capitalised words that make such a name are silent in the rest of the text too.
    """
    tokens = reading.tokens
    pairs = _pairs(reading, match)
    if pairs & reading.memory.pairs:
        return True
    if _is_in_fleet_list(reading, match):
        reading.memory.pairs.update(pairs)
        return True
    if reading.style(match.first) == "caps":
        return False
    if _is_boarded(reading, match) or _is_driven(reading, match):
        reading.memory.pairs.update(pairs)
        return True
    start = reading.run_start(match)
    found = any(_is_prefix(reading, index) for index in range(start, match.first))
    lead = reading.quoted_before(start)
    if not found and reading.is_prose(match.first):
        inner = any(reading.is_in(tokens.low(i), "ship") for i in range(start, match.first))
        found = (inner or reading.is_in(lead, "ship")) and _is_whole_name(reading, match, start)
    if found:
        reading.memory.pairs.update(pairs)
    return found


def _is_in_fleet_list(reading: Reading, match: Match) -> bool:
    """Whether a match stands in the first cell of a row about a ship: "Greenland Star | reefer"."""
    if not reading.memory.mentions(_ROWS):
        return False
    tokens, text = reading.tokens, reading.tokens.text
    line = text.rfind("\n", 0, tokens.starts[match.first]) + 1
    if _CELL.search(text, line, tokens.starts[match.first]):
        return False
    row = text[tokens.ends[match.last - 1] : tokens.ends[match.last - 1] + _ROW_MAX]
    cells = _CELL.split(row.partition("\n")[0])
    if len(cells) <= _FEW_CELLS:
        return False
    return any(reading.is_in(word, "ship", "ship-type") for word in cells[1].lower().split())


def _is_boarded(reading: Reading, match: Match) -> bool:
    """Whether one is on board of what is named: "on the Norwegian Sky", "on the Vladivostok"."""
    tokens, name = reading.tokens, match.names[0]
    if reading.before(match) != "the" or not reading.is_prose(match.first):
        return False
    if name.rule == "demonym":
        low = reading.capital_after(match)
        if not low or reading.begins_name(match.last):
            return False
        is_there = reading.is_in(reading.before(match, 2), "aboard")
        known = ("body", "topic", "title", "direction", "month", "demonym-head", "geo-head")
        return is_there and not reading.is_in(low, *known)
    is_town = name.kind == "place" and name.rule == "name" and match.last - match.first == 1
    is_alone = not reading.after(match) and tokens.gap(match.last) not in {"-", "\u2013"}
    return is_town and is_alone


def _is_driven(reading: Reading, match: Match) -> bool:
    """Whether what drives it comes before: "the nuclear-powered Yamal"."""
    if reading.before(match) != "powered" or match.names[0].kind == "state":
        return False
    after = reading.after(match)
    ends = not after or reading.is_in(after, "copula", "clause-verb")
    return match.names[0].rule == "name" and ends


def _is_prefix(reading: Reading, index: int) -> bool:
    word = reading.tokens.word(index)
    if word.isupper() and reading.is_in(word.lower(), "ship-prefix"):
        return True
    return (
        len(word) == 1
        and reading.tokens.gap(index) == "/"
        and len(reading.tokens.word(index - 1)) == 1
    )


def _is_whole_name(reading: Reading, match: Match, start: int) -> bool:
    """Whether what follows the word for the ship reads as a name, not as a clause about a state."""
    if match.last - start > 1 or reading.capital_after(match):
        return True
    if match.names[0].rule == "demonym" or match.names[0].target == "arctic":
        return False
    return not reading.is_in(reading.after(match), "verbs-s", "clause-verb") or (
        match.names[0].kind not in {"state", "group"}
    )


def _pairs(reading: Reading, match: Match) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring capitalised words that a match is in."""
    tokens = reading.tokens
    return {
        (tokens.lows[index - 1], tokens.lows[index])
        for index in (match.first, match.last)
        if tokens.touches(index) and tokens.is_capital(index - 1) and tokens.is_capital(index)
    }

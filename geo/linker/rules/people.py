"""Names that are persons or ships, and stay silent."""

import re

from geo.linker.candidates import Match
from geo.linker.context import MatchContext
from geo.linker.rules.compound_names import NOUNS

PERSONAL = frozenset({"first-name", "surname"})
UNSURE = PERSONAL | {"first-name-rare"}
_TITLE_GAP, _SURNAME_MIN, _AGE_DIGITS = 3, 3, 2
_CELL = re.compile(r"[|\t;]")
_ROWS = r"[|\t;][^|\t;\n]*[|\t;]"
_ROW_MAX, _FEW_CELLS = 60, 2
_LOCATIVE = frozenset({"in", "near", "across", "throughout", "within"})


def is_person(context: MatchContext, match: Match) -> bool:
    """Whether a match is (part of) a person's name.

    Decided by a given name or initial before it, a title before it, a surname after it where the
    name is a given name too, an age or a kinship word, and what the text called a person before.
    """
    name = match.names[0]
    ambiguities = match.ambiguities
    if match.last - match.first > 1 or name.case == "exact":
        return False
    is_noun = name.rule in NOUNS
    if not is_noun and not ambiguities & UNSURE:
        return False
    low = context.tokens.lows[match.first]
    state = context.state
    if context.before(match) not in _LOCATIVE:
        if state.is_about_persons and ambiguities & UNSURE:
            return True
        if low in state.words and "need-port" not in ambiguities:
            return True
    found = _has_given_name(context, match) or _has_initial(context, match)
    found = found or (
        is_noun and (_has_title(context, match) or _is_relative_in_full(context, match))
    )
    if "first-name" in ambiguities:
        found = found or _has_surname(context, match) or _has_age(context, match)
        found = found or _has_family(context, match)
    if ambiguities & PERSONAL:
        found = found or _has_relative(context, match)
    if found:
        state.words.add(low)
    return found


def _has_given_name(context: MatchContext, match: Match) -> bool:
    low = context.capital_before(match)
    if context.is_in(low, "given"):
        return True
    before = match.first - 1
    if "surname" in match.ambiguities and may_be_given(context, before, low):
        return True
    is_name = context.starts_name(low) or not context.tokens.opens_sentence(before)
    return context.is_in(low, "given-word") and context.is_prose(before) and is_name


def may_be_given(context: MatchContext, index: int, low: str) -> bool:
    """Whether a capitalised word in prose may be a given name that no list has."""
    if not low or not context.is_prose(index) or context.starts_name(low):
        return False
    known = ("sentence-word", "direction", "title", "month", "body", "verbs-s", "urban", "in-place")
    return not (context.is_in(low, *known) or low.endswith(("ing", "ed", "ly")))


def _has_initial(context: MatchContext, match: Match) -> bool:
    """Whether "J. " or "Samuel L. " comes before."""
    tokens, first = context.tokens, match.first
    word = tokens.word(first - 1)
    if len(word) != 1 or not word.isupper() or not tokens.gap(first).startswith("."):
        return False
    return bool(match.ambiguities & PERSONAL) or context.is_in(tokens.low(first - 2), "given")


def _has_title(context: MatchContext, match: Match) -> bool:
    tokens, first = context.tokens, match.first
    if first == 0 or not context.is_prose(first) or not tokens.is_capital(first - 1):
        return False
    gap = tokens.gap(first)
    if (
        gap.strip() in {"", "."}
        and len(gap) <= _TITLE_GAP
        and context.is_in(tokens.low(first - 1), "title")
    ):
        return True
    lead = tokens.lows[context.run_start(match) : first]  # "Mr Israel Holland"
    return any(context.is_in(low, "personal-title") for low in lead)


def _has_surname(context: MatchContext, match: Match) -> bool:
    low = context.capital_after(match)
    if not low or context.tokens.word(match.last).isupper() or len(low) < _SURNAME_MIN:
        return False
    if context.is_in(low, "title", "body", "topic", "month", "verbs-s", "direction", "geo-head"):
        return False
    if context.is_in(low, "sentence-word", "company", "company-strong", "urban", "accord"):
        return False
    if context.is_prose(match.first):
        return True
    if context.is_in(low + "s", "verbs-s") or _is_among_states(context, match):
        return False
    return not low.endswith(("s", "ed", "ing", "ian", "ish"))


def _has_relative(context: MatchContext, match: Match) -> bool:
    """Whether a relative or a friend leads up to it: "my brother Chad", "her sons, A and B"."""
    if context.is_in(context.before(match), "relative"):
        return True
    tokens, start = context.tokens, context.list_start(match.first)
    for first in (start, start + 1):
        if 0 < first <= match.first and tokens.gap(first).strip() == ",":
            return context.is_in(tokens.low(first - 1), "relative", "relative-list")
    return False


def _is_relative_in_full(context: MatchContext, match: Match) -> bool:
    """Whether two capitals follow a word for a relative: "a daughter, India Poland"."""
    tokens, start = context.tokens, context.run_start(match)
    if start == match.first and not context.capital_after(match):
        return False
    if tokens.gap(start).strip() not in {"", ","}:
        return False
    before = tokens.low(start - 1)
    if before == "of":
        before = tokens.low(start - 2)
    return context.is_in(before, "relative-of")


def _has_family(context: MatchContext, match: Match) -> bool:
    """Whether a relative of the named follows: "Georgia and her brother"."""
    tokens, last = context.tokens, match.last
    is_owned = tokens.low(last) == "and" and tokens.low(last + 1) in {"her", "his"}
    return is_owned and context.is_in(tokens.low(last + 2), "relative", "relative-of")


def _is_among_states(context: MatchContext, match: Match) -> bool:
    """Whether a match ends a list of names of ours: "Egypt and Jordan"."""
    start = context.list_start(match.first)
    return start < match.first and context.starts_name(context.tokens.lows[start])


def _has_age(context: MatchContext, match: Match) -> bool:
    tokens = context.tokens
    age = tokens.word(match.last)
    gaps = tokens.gap(match.last).strip(), tokens.gap(match.last + 1)[:1]
    return (
        len(age) == _AGE_DIGITS and age.isdigit() and gaps in {(",", ","), ("(", ")"), (",", ".")}
    )


def is_ship(context: MatchContext, match: Match) -> bool:
    """Whether a match is (part of) a ship's name: after "MV", "USCGC", "the cutter" and the like.

    Two capitalised words that make such a name are silent in the rest of the text too.
    """
    tokens = context.tokens
    pairs = _pairs(context, match)
    if pairs & context.state.pairs:
        return True
    if _is_in_fleet_list(context, match):
        context.state.pairs.update(pairs)
        return True
    if context.style(match.first) == "caps":
        return False
    if _is_boarded(context, match) or _is_driven(context, match):
        context.state.pairs.update(pairs)
        return True
    start = context.run_start(match)
    found = any(_is_prefix(context, index) for index in range(start, match.first))
    lead = context.quoted_before(start)
    if not found and context.is_prose(match.first):
        inner = any(context.is_in(tokens.low(i), "ship") for i in range(start, match.first))
        found = (inner or context.is_in(lead, "ship")) and _is_whole_name(context, match, start)
    if found:
        context.state.pairs.update(pairs)
    return found


def _is_in_fleet_list(context: MatchContext, match: Match) -> bool:
    """Whether a match stands in the first cell of a row about a ship: "Greenland Star | reefer"."""
    if not context.state.mentions(_ROWS):
        return False
    tokens, text = context.tokens, context.tokens.text
    line = text.rfind("\n", 0, tokens.starts[match.first]) + 1
    if _CELL.search(text, line, tokens.starts[match.first]):
        return False
    row = text[tokens.ends[match.last - 1] : tokens.ends[match.last - 1] + _ROW_MAX]
    cells = _CELL.split(row.partition("\n")[0])
    if len(cells) <= _FEW_CELLS:
        return False
    return any(context.is_in(word, "ship", "ship-type") for word in cells[1].lower().split())


def _is_boarded(context: MatchContext, match: Match) -> bool:
    """Whether one is on board of what is named: "on the Norwegian Sky", "on the Vladivostok"."""
    tokens, name = context.tokens, match.names[0]
    if context.before(match) != "the" or not context.is_prose(match.first):
        return False
    if name.rule == "demonym":
        low = context.capital_after(match)
        if not low or context.begins_name(match.last):
            return False
        is_there = context.is_in(context.before(match, 2), "aboard")
        known = ("body", "topic", "title", "direction", "month", "demonym-head", "geo-head")
        return is_there and not context.is_in(low, *known)
    is_town = name.kind == "place" and name.rule == "name" and match.last - match.first == 1
    is_alone = not context.after(match) and tokens.gap(match.last) not in {"-", "\u2013"}
    return is_town and is_alone


def _is_driven(context: MatchContext, match: Match) -> bool:
    """Whether what drives it comes before: "the nuclear-powered Yamal"."""
    if context.before(match) != "powered" or match.names[0].kind == "state":
        return False
    after = context.after(match)
    ends = not after or context.is_in(after, "copula", "clause-verb")
    return match.names[0].rule == "name" and ends


def _is_prefix(context: MatchContext, index: int) -> bool:
    word = context.tokens.word(index)
    if word.isupper() and context.is_in(word.lower(), "ship-prefix"):
        return True
    return (
        len(word) == 1
        and context.tokens.gap(index) == "/"
        and len(context.tokens.word(index - 1)) == 1
    )


def _is_whole_name(context: MatchContext, match: Match, start: int) -> bool:
    """Whether what follows the word for the ship reads as a name, not as a clause about a state."""
    if match.last - start > 1 or context.capital_after(match):
        return True
    if match.names[0].rule == "demonym" or match.names[0].target == "arctic":
        return False
    return not context.is_in(context.after(match), "verbs-s", "clause-verb") or (
        match.names[0].kind not in {"state", "group"}
    )


def _pairs(context: MatchContext, match: Match) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring capitalised words that a match is in."""
    tokens = context.tokens
    return {
        (tokens.lows[index - 1], tokens.lows[index])
        for index in (match.first, match.last)
        if tokens.touches(index) and tokens.is_capital(index - 1) and tokens.is_capital(index)
    }

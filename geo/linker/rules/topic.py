"""In a text about neither states nor seas a name must show that a place is meant."""

from geo.linker.candidates import Match
from geo.linker.context import MatchContext
from geo.linker.rules.compound_names import NOUNS, unknown_after, unknown_before
from geo.linker.tokens import QUOTES

_LEADER = "..."


def is_off_subject(context: MatchContext, match: Match) -> bool:
    """Whether a text speaks of other things and nothing beside a name says that it is a place.

    In a racing card, a gardening column or a list of software changes most such names are called
    after places. A town or water counts there after a word of place, as an owner or doing
    something, an adjective before a common noun; nothing counts as half of a longer name.
    """
    if not context.state.is_off_subject(context.words):
        return False
    name = match.names[0]
    if name.rule in {"demonym", "historic"}:
        return name.kind == "state" and not _describes_noun(context, match)
    if name.rule == "abbreviation":  # "Vote for US"
        return context.before(match) != "the" and not context.after(match)
    if name.rule not in NOUNS or name.kind == "group":
        return False
    if _is_half_of_name(context, match) or _stands_alone(context, match):
        return True
    is_state = name.kind == "state" and name.rule == "name"  # a team, more often than a thing
    return not (is_state or _is_place(context, match))


def _describes_noun(context: MatchContext, match: Match) -> bool:
    """Whether an adjective belongs to a common noun or says what somebody is."""
    if low := context.capital_after(match):
        return context.is_in(low, "given")
    low = context.after(match)
    if low and (low == "who" or not context.is_in(low, "sentence-word", "adverb")):
        return True
    is_people = match.names[0].text.endswith("s") or context.before(match) == "the"
    first = context.list_start(match.first)  # "whether he was Russian or Polish"
    return is_people or context.is_in(context.tokens.low(first - 1), "copula", "am")


def _is_half_of_name(context: MatchContext, match: Match) -> bool:
    """Whether an unknown capital stands beside a name: "Murmansk Mail", "Finn Holland"."""
    return unknown_after(context, match) or unknown_before(context, match, strict=True)


def _stands_alone(context: MatchContext, match: Match) -> bool:
    """Whether a name is all of a quotation or of a row: `a "Denmark" blanket`, "India .... 204"."""
    before, after = context.tokens.gap(match.first), context.tokens.gap(match.last)
    is_quoted = before[-1:] in QUOTES and after[:1] in QUOTES
    return is_quoted or _LEADER in after


def _is_place(context: MatchContext, match: Match) -> bool:
    """Whether the words beside a name are those beside a place or a state."""
    tokens = context.tokens
    first = context.list_start(match.first)
    before = tokens.low(first - 1) if tokens.touches(first) else ""
    if before == "the":
        return match.last - match.first > 1  # "the Soviet Union", but "the Moscow"
    if context.is_place_word(before) or context.owns(match):
        return True
    acts = context.is_in(context.after(match), "copula", "verbs-s", "clause-verb")
    return acts and match.names[0].kind == "state"

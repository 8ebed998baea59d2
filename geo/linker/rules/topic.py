"""In a text about neither states nor seas a name must show that a place is meant."""

from geo.text.matching import Match
from geo.text.reading import Reading
from geo.text.rules_names import NOUNS, unknown_after, unknown_before

_LEADER = "..."
_QUOTES = frozenset({'"', "\u201c", "\u201d", "\u2018", "\u2019"})


def is_off_subject(reading: Reading, match: Match) -> bool:
    """Whether a text speaks of other things and nothing beside a name says that it is a place.

    In a racing card, a gardening column or a list of software changes most such names are called
    after places. A town or water counts there after a word of place, as an owner or doing
    something, an adjective before a common noun; nothing counts as half of a longer name.
    """
    if not reading.memory.is_off_subject(reading.words):
        return False
    name = match.names[0]
    if name.rule in {"demonym", "historic"}:
        return name.kind == "state" and not _tells_of_noun(reading, match)
    if name.rule == "abbreviation":  # "Vote for US"
        return reading.before(match) != "the" and not reading.after(match)
    if name.rule not in NOUNS or name.kind == "group":
        return False
    if _is_half_of_name(reading, match) or _stands_alone(reading, match):
        return True
    is_state = name.kind == "state" and name.rule == "name"  # a team, more often than a thing
    return not (is_state or _is_place(reading, match))


def _tells_of_noun(reading: Reading, match: Match) -> bool:
    """Whether an adjective belongs to a common noun or says what somebody is."""
    if low := reading.capital_after(match):
        return reading.is_in(low, "given")
    low = reading.after(match)
    if low and (low == "who" or not reading.is_in(low, "sentence-word", "adverb")):
        return True
    is_people = match.names[0].text.endswith("s") or reading.before(match) == "the"
    first = reading.list_start(match.first)  # "whether he was Russian or Polish"
    return is_people or reading.is_in(reading.tokens.low(first - 1), "copula", "am")


def _is_half_of_name(reading: Reading, match: Match) -> bool:
    """Whether an unknown capital stands beside a name: "Murmansk Mail", "Finn Holland"."""
    return unknown_after(reading, match) or unknown_before(reading, match, strict=True)


def _stands_alone(reading: Reading, match: Match) -> bool:
    """Whether a name is all of a quotation or of a row: `a "Denmark" blanket`, "India .... 204"."""
    before, after = reading.tokens.gap(match.first), reading.tokens.gap(match.last)
    is_quoted = before[-1:] in _QUOTES and after[:1] in _QUOTES
    return is_quoted or _LEADER in after


def _is_place(reading: Reading, match: Match) -> bool:
    """Whether the words beside a name are those beside a place or a state."""
    tokens = reading.tokens
    first = reading.list_start(match.first)
    before = tokens.low(first - 1) if tokens.touches(first) else ""
    if before == "the":
        return match.last - match.first > 1  # "the Soviet Union", but "the Moscow"
    if reading.is_place_word(before) or reading.owns(match):
        return True
    acts = reading.is_in(reading.after(match), "copula", "verbs-s", "clause-verb")
    return acts and match.names[0].kind == "state"

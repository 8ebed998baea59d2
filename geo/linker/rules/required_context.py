"""Names that count only where the text gives a sign of their feature."""

from collections.abc import Callable

from geo.text.lexicon import Name
from geo.text.matching import Match
from geo.text.reading import Reading

_ARCTIC = r"\bArctic\b|\bNorthern Sea Route\b|\bpolar\b|\bicebreaker"
_SHIPPING = r"(?i)\bship(?:s|ping)?\b|\bvessels?\b|\bcargo\b|\bSuez\b|\bcontainer"
_PORT = r"\bManitoba\b|\bHudson (?:Bay|Strait)\b|\bArctic Bridge\b|\b[Gg]rain\b|\b[Pp]orts?\b"
_US_STATE = r"\bAtlanta\b|\bSavannah\b|\bAlabama\b|\bFlorida\b|\bCarolina|\bTennessee\b"
_CAUCASUS = (
    r"\bTbilisi\b|\bGeorgians?\b|\bCaucasus\b|\bArmenia\b|\bAzerbaijan\b|\bAbkhazia\b|\bOssetia\b"
    r"|\bMoldova\b|\bUkraine\b|\bRussian?\b|\bTurkey\b|\bBlack Sea\b|\bSaakashvili\b"
)
_RELIGIOUS = r"(?i)\bfriars?\b|\bnuns?\b|\bconvent|\bpriory|\bschool|\bchurch|\bcatholic"
_DASHES = frozenset({"-", "–", "/"})
_GEORGIA_REACH = 8


def lacks_context(reading: Reading, match: Match, name: Name) -> bool:
    """Whether a name that needs a sign of its feature in the text has none.

    The traps of the name say which: for an abbreviation, its feature named in full or the Arctic;
    for "the Barents", the article; for Georgia, the Caucasus rather than the American South; for
    Churchill, the port.
    """
    return any(trap in name.traps and lacks(reading, match, name) for trap, lacks in _SIGNS.items())


def _lacks_target(reading: Reading, _match: Match, name: Name) -> bool:
    memory = reading.memory
    return name.target not in memory.targets and not memory.mentions(_ARCTIC)


def _lacks_arctic(reading: Reading, _match: Match, _name: Name) -> bool:
    return not reading.memory.mentions(_ARCTIC)


def _lacks_shipping(reading: Reading, _match: Match, _name: Name) -> bool:
    return not reading.memory.mentions(_SHIPPING)


def _lacks_port(reading: Reading, match: Match, _name: Name) -> bool:
    return not reading.memory.mentions(_PORT) and reading.before(match) != "port"


def _lacks_article(reading: Reading, match: Match, name: Name) -> bool:
    """Whether "Barents" stands without "the" or before a noun; "Pole" in "North Pole"."""
    if name.kind == "state":
        is_axis = reading.is_in(reading.before(match), "pole-word")
        return is_axis or reading.tokens.opens_sentence(match.first)
    if reading.capital_after(match) and reading.is_prose(match.first):
        return True
    after = reading.after(match)
    is_function = not after or reading.is_in(after, "sentence-word")
    if reading.before(match) != "the":
        return is_function  # "Baltic patrols"
    return not is_function and not reading.is_in(after, "water-noun")


def _lacks_accent(reading: Reading, match: Match, _name: Name) -> bool:
    """Whether a name that is another word without its marks ("Ísland") stands without them."""
    return reading.tokens.slice(match.first, match.last).isascii()


def _is_american_georgia(reading: Reading, match: Match, _name: Name) -> bool:
    memory = reading.memory
    near = reading.tokens.lows[max(0, match.first - _GEORGIA_REACH) : match.last + _GEORGIA_REACH]
    if not reading.words["georgia-us"].isdisjoint(near):
        return True
    if not reading.words["georgia-ge"].isdisjoint(near):
        return False
    return memory.mentions(_US_STATE) or not memory.mentions(_CAUCASUS)


def _is_alone(reading: Reading, _match: Match, name: Name) -> bool:
    """Whether a state that is a first name too stands without the company that it keeps."""
    company = next(trap for trap in name.traps if trap.startswith("with-"))
    words = "|".join(sorted(reading.words[company]))
    return not reading.memory.mentions(rf"(?i)\b(?:{words})\b")


def _is_loud(reading: Reading, match: Match, _name: Name) -> bool:
    """Whether letters that are a word too stand in a line of capitals: "NO PLAN TO CLOSE"."""
    return reading.style(match.first) == "caps"


def _is_friar(reading: Reading, _match: Match, name: Name) -> bool:
    """Whether "Dominicans" stands where nothing tells of the Dominican Republic."""
    return name.target not in reading.memory.targets and reading.memory.mentions(_RELIGIOUS)


def _is_continent(reading: Reading, match: Match, _name: Name) -> bool:
    """Whether "America" is a continent's, a company's or a title's: "Central America"."""
    before = reading.before(match)
    if before == "of":
        return reading.is_in(reading.before(match, 2), "america-of")
    return reading.is_in(before, "america-before")


def _is_washington_state(reading: Reading, match: Match, _name: Name) -> bool:
    if reading.is_in(reading.after(match), "washington-after"):
        return True
    tokens, first = reading.tokens, match.first
    return tokens.gap(first).strip() == "," and reading.is_in(
        tokens.low(first - 1), "washington-town"
    )


def _is_other_body(reading: Reading, match: Match, name: Name) -> bool:
    """Whether a body's name without its state cannot be told to be of the name's state."""
    if name.target not in reading.memory.targets:
        return True
    before = reading.before(match)
    if before and (reading.starts_name(before) or reading.tokens.is_capital(match.first - 1)):
        return not reading.is_in(before, "sentence-word")
    return reading.tokens.low(match.first - 1) == "s" or reading.after(match) == "of"


_SIGNS: dict[str, Callable[[Reading, Match, Name], bool]] = {
    "needs-target": _lacks_target,
    "needs-accent": _lacks_accent,
    "needs-arctic": _lacks_arctic,
    "needs-shipping": _lacks_shipping,
    "need-port": _lacks_port,
    "need-the": _lacks_article,
    "georgia": _is_american_georgia,
    "friars": _is_friar,
    "not-loud": _is_loud,
    "with-chad": _is_alone,
    "with-jordan": _is_alone,
    "america": _is_continent,
    "washington": _is_washington_state,
    "generic-body": _is_other_body,
}


def is_pronoun(reading: Reading, match: Match) -> bool:
    """Whether "US" in a line of capitals is the word "us", or part of "US$"."""
    tokens, first = reading.tokens, match.first
    if tokens.words[first] != "US" or "." in tokens.slice(first, match.last):
        return False
    if tokens.gap(match.last)[:1] == "$":
        return True
    before = tokens.word(first - 1)
    is_loud = before.isupper() and reading.is_in(before.lower(), "us-pronoun-before")
    if match.last - first > 1 or (reading.style(first) != "caps" and not is_loud):
        return False
    return not (_is_joined(reading, match) or _is_subject(reading, match))


def _is_joined(reading: Reading, match: Match) -> bool:
    """Whether "US" is tied to another name: "US-RUSSIA", "US AND RUSSIA", "CHINA, US"."""
    tokens, first = reading.tokens, match.first
    gap_before, gap_after = tokens.gap(first), tokens.gap(match.last)
    if gap_after[:1] in _DASHES or gap_before[-1:] in _DASHES:
        return True
    after, before = tokens.low(first + 1), tokens.low(first - 1)
    second = tokens.low(first + 2) if after == "and" else after
    if (after == "and" or gap_after.strip() == ",") and reading.starts_name(second):
        return True
    ahead = before == "and" or gap_before.strip() == ","
    return ahead and reading.starts_name(tokens.low(first - 1 - (before == "and")))


def _is_subject(reading: Reading, match: Match) -> bool:
    """Whether the words around "US" are those around a state: "US NAVY", "IN THE US"."""
    tokens, first = reading.tokens, match.first
    before, after = tokens.low(first - 1), tokens.low(first + 1)
    if before == "the" or (tokens.opens_sentence(first) and bool(after)):
        return True
    if reading.is_in(before, "us-pronoun-verb"):
        return False
    return reading.is_in(after, "us-verbs") or reading.is_in(before, "us-before")

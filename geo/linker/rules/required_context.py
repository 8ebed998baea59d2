"""Names that count only where the text gives evidence of their feature."""

from collections.abc import Callable

from geo.linker.candidates import Match
from geo.linker.context import MatchContext
from geo.linker.lexicon import Name

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


def lacks_context(context: MatchContext, match: Match, name: Name) -> bool:
    """Whether a name that needs evidence of its feature in the text has none.

    The ambiguities of the name say which: for an abbreviation, its feature named in full or the
    Arctic; for "the Barents", the article; for Georgia, the Caucasus rather than the American
    South; for Churchill, the port.
    """
    return any(
        ambiguity in name.ambiguities and lacks(context, match, name)
        for ambiguity, lacks in _CONTEXTS.items()
    )


def _lacks_target(context: MatchContext, _match: Match, name: Name) -> bool:
    state = context.state
    return name.target not in state.targets and not state.mentions(_ARCTIC)


def _lacks_arctic(context: MatchContext, _match: Match, _name: Name) -> bool:
    return not context.state.mentions(_ARCTIC)


def _lacks_shipping(context: MatchContext, _match: Match, _name: Name) -> bool:
    return not context.state.mentions(_SHIPPING)


def _lacks_port(context: MatchContext, match: Match, _name: Name) -> bool:
    return not context.state.mentions(_PORT) and context.before(match) != "port"


def _lacks_article(context: MatchContext, match: Match, name: Name) -> bool:
    """Whether "Barents" stands without "the" or before a noun; "Pole" in "North Pole"."""
    if name.kind == "state":
        is_axis = context.is_in(context.before(match), "pole-word")
        return is_axis or context.tokens.opens_sentence(match.first)
    if context.capital_after(match) and context.is_prose(match.first):
        return True
    after = context.after(match)
    is_function = not after or context.is_in(after, "sentence-word")
    if context.before(match) != "the":
        return is_function  # "Baltic patrols"
    return not is_function and not context.is_in(after, "water-noun")


def _lacks_accent(context: MatchContext, match: Match, _name: Name) -> bool:
    """Whether a name that is another word without its marks ("Ísland") stands without them."""
    return context.tokens.slice(match.first, match.last).isascii()


def _is_american_georgia(context: MatchContext, match: Match, _name: Name) -> bool:
    state = context.state
    near = context.tokens.lows[max(0, match.first - _GEORGIA_REACH) : match.last + _GEORGIA_REACH]
    if not context.words["georgia-us"].isdisjoint(near):
        return True
    if not context.words["georgia-ge"].isdisjoint(near):
        return False
    return state.mentions(_US_STATE) or not state.mentions(_CAUCASUS)


def _is_alone(context: MatchContext, _match: Match, name: Name) -> bool:
    """Whether a state that is a first name too stands without the company that it keeps."""
    words = "|".join(sorted(context.words[name.company]))
    return not context.state.mentions(rf"(?i)\b(?:{words})\b")


def _is_in_capitals(context: MatchContext, match: Match, _name: Name) -> bool:
    """Whether letters that are a word too stand in a line of capitals: "NO PLAN TO CLOSE"."""
    return context.style(match.first) == "caps"


def _is_friar(context: MatchContext, _match: Match, name: Name) -> bool:
    """Whether "Dominicans" stands where nothing points to the Dominican Republic."""
    return name.target not in context.state.targets and context.state.mentions(_RELIGIOUS)


def _is_continent(context: MatchContext, match: Match, _name: Name) -> bool:
    """Whether "America" is a continent's, a company's or a title's: "Central America"."""
    before = context.before(match)
    if before == "of":
        return context.is_in(context.before(match, 2), "america-of")
    return context.is_in(before, "america-before")


def _is_washington_state(context: MatchContext, match: Match, _name: Name) -> bool:
    if context.is_in(context.after(match), "washington-after"):
        return True
    tokens, first = context.tokens, match.first
    return tokens.gap(first).strip() == "," and context.is_in(
        tokens.low(first - 1), "washington-town"
    )


def _is_other_body(context: MatchContext, match: Match, name: Name) -> bool:
    """Whether a body's name without its state is not known to be of the name's state."""
    if name.target not in context.state.targets:
        return True
    before = context.before(match)
    if before and (context.starts_name(before) or context.tokens.is_capital(match.first - 1)):
        return not context.is_in(before, "sentence-word")
    return context.tokens.low(match.first - 1) == "s" or context.after(match) == "of"


_CONTEXTS: dict[str, Callable[[MatchContext, Match, Name], bool]] = {
    "needs-target": _lacks_target,
    "needs-accent": _lacks_accent,
    "needs-arctic": _lacks_arctic,
    "needs-shipping": _lacks_shipping,
    "need-port": _lacks_port,
    "need-the": _lacks_article,
    "georgia": _is_american_georgia,
    "friars": _is_friar,
    "not-in-capitals": _is_in_capitals,
    "with-chad": _is_alone,
    "with-jordan": _is_alone,
    "america": _is_continent,
    "washington": _is_washington_state,
    "generic-body": _is_other_body,
}


def is_pronoun(context: MatchContext, match: Match) -> bool:
    """Whether "US" in a line of capitals is the word "us", or part of "US$"."""
    tokens, first = context.tokens, match.first
    if tokens.words[first] != "US" or "." in tokens.slice(first, match.last):
        return False
    if tokens.gap(match.last)[:1] == "$":
        return True
    before = tokens.word(first - 1)
    is_all_caps = before.isupper() and context.is_in(before.lower(), "us-pronoun-before")
    if match.last - first > 1 or (context.style(first) != "caps" and not is_all_caps):
        return False
    return not (_is_joined(context, match) or _is_subject(context, match))


def _is_joined(context: MatchContext, match: Match) -> bool:
    """Whether "US" is tied to another name: "US-RUSSIA", "US AND RUSSIA", "CHINA, US"."""
    tokens, first = context.tokens, match.first
    gap_before, gap_after = tokens.gap(first), tokens.gap(match.last)
    if gap_after[:1] in _DASHES or gap_before[-1:] in _DASHES:
        return True
    after, before = tokens.low(first + 1), tokens.low(first - 1)
    second = tokens.low(first + 2) if after == "and" else after
    if (after == "and" or gap_after.strip() == ",") and context.starts_name(second):
        return True
    ahead = before == "and" or gap_before.strip() == ","
    return ahead and context.starts_name(tokens.low(first - 1 - (before == "and")))


def _is_subject(context: MatchContext, match: Match) -> bool:
    """Whether the words around "US" are those around a state: "US NAVY", "IN THE US"."""
    tokens, first = context.tokens, match.first
    before, after = tokens.low(first - 1), tokens.low(first + 1)
    if before == "the" or (tokens.opens_sentence(first) and bool(after)):
        return True
    if context.is_in(before, "us-pronoun-verb"):
        return False
    return context.is_in(after, "us-verbs") or context.is_in(before, "us-before")

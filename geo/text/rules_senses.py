"""Which sense of a name is meant: the state or the city, "US" or "us", the state or its namesake."""

import re

from geo.text.lexicon import Name
from geo.text.matching import Match
from geo.text.reading import Reading

_DATELINE = re.compile(r"[^\n]{0,60}?(?:\([^()\n]{2,40}\)\s?[-–—:]?|\s[-–—]{1,2}\s|—)")
_DATELINE_OPEN = re.compile(r"[A-Z][^.!?\n]{0,40}\Z|\Z")
_ARCTIC = r"\bArctic\b|\bNorthern Sea Route\b|\bpolar\b|\bicebreaker"
_SHIPPING = r"(?i)\bship(?:s|ping)?\b|\bvessels?\b|\bcargo\b|\bSuez\b|\bcontainer"
_US_STATE = (
    r"\bAtlanta\b|\bSavannah\b|\bAlabama\b|\bFlorida\b|\bCarolina|\bTennessee\b|\bBrian Kemp\b"
)
_CAUCASUS = (
    r"\bTbilisi\b|\bGeorgians?\b|\bCaucasus\b|\bArmenia\b|\bAzerbaijan\b|\bAbkhazia\b|\bOssetia\b"
    r"|\bMoldova\b|\bUkraine\b|\bRussian?\b|\bTurkey\b|\bBlack Sea\b|\bSaakashvili\b"
)
_PORT = r"\bManitoba\b|\bHudson Bay\b|\bPort of Churchill\b|\bArctic Bridge\b|\bgrain\b"
_LIST_MAX = 12
_FROM = frozenset({"from"})
_TO = frozenset({"to", "towards", "toward", "for"})
_IN = frozenset(
    [
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "throughout",
        "downtown",
        "central",
        "visiting",
        "visited",
        "visit",
        "leaving",
        "departing",
        "reached",
        "reach",
        "via",
        "loved",
        "love",
        "explore",
        "exploring",
        "discover",
        "enjoyed",
    ]
)


def is_pronoun(reading: Reading, match: Match) -> bool:
    """Whether "US" in a line of capitals is the word "us"."""
    tokens, first = reading.tokens, match.first
    if match.last - first != 1 or tokens.words[first] != "US":
        return False
    if "." in tokens.slice(first, match.last):
        return False
    if tokens.gap(match.last)[:1] == "$":
        return True
    before, after = tokens.word(first - 1), tokens.word(first + 1)
    loud = (
        len(before) > 1 and before.isupper() and reading.is_in(before.lower(), "us-pronoun-before")
    )
    if reading.style(first) != "caps" and not loud:
        return False
    return not _is_state_in_caps(reading, match, before.lower(), after.lower())


def _is_state_in_caps(reading: Reading, match: Match, before: str, after: str) -> bool:
    tokens, first = reading.tokens, match.first
    gap_before, gap_after = tokens.gap(first), tokens.gap(match.last)
    if gap_after[:1] in {"-", "–", "/"} or gap_before[-1:] in {"-", "–", "/"}:
        return True
    joined = gap_after.strip() == "," or after in {"AND", "and"}
    second = tokens.low(first + 2) if after == "and" else after
    if joined and reading.starts_name(second):
        return True
    if (gap_before.strip() == "," or before == "and") and reading.starts_name(
        tokens.low(first - 2)
    ):
        return True
    if before == "the" or (
        reading.is_in(after, "us-verbs") and not reading.is_in(before, "us-pronoun-verb")
    ):
        return True
    opens = tokens.opens_sentence(first)
    return (opens and bool(after)) or (
        before in {"in", "from", "over", "by", "against"}
        and not (reading.is_in(before, "us-pronoun-verb"))
    )


def lacks_context(reading: Reading, match: Match, name: Name) -> bool:
    """Whether a name that needs a sign of its feature in the text has none.

    The sign is: for an abbreviation, its feature named in full; for "the Barents", the article;
    for Georgia, the Caucasus rather than the American South; for Churchill, the port.
    """
    traps, memory = name.traps, reading.memory
    if "needs-target" in traps and name.target not in memory.targets:
        return not memory.mentions(_ARCTIC)
    if "needs-arctic" in traps:
        return not memory.mentions(_ARCTIC)
    if "needs-shipping" in traps:
        return not memory.mentions(_SHIPPING)
    if "need-port" in traps:
        return not memory.mentions(_PORT) and not reading.is_in(reading.before(match), "port")
    if "need-the" in traps:
        return _lacks_article(reading, match)
    if "georgia" in traps:
        return _is_american_georgia(reading, match)
    if "america" in traps:
        return reading.before(match) in {
            "north",
            "south",
            "latin",
            "central",
            "miss",
            "captain",
            "of",
        } and (
            reading.before(match) != "of"
            or reading.before(match, 2) in {"bank", "states", "bureau"}
        )
    if "washington" in traps:
        return _is_washington_state(reading, match)
    if "generic-body" in traps:
        return _is_other_body(reading, match, name)
    return False


def _lacks_article(reading: Reading, match: Match) -> bool:
    """Whether "Barents" (or "Pole") stands without "the", or only leads up to a longer name."""
    if match.names[0].kind == "state":
        return reading.before(match) in {"north", "south", "ski", "flag", "magnetic"} or (
            reading.tokens.opens_sentence(match.first)
        )
    if reading.capital_after(match):
        return True
    before = reading.before(match)
    after = reading.after(match)
    if after and not reading.is_in(after, "sentence-word", "water-noun"):
        return True
    return before != "the"


def _is_american_georgia(reading: Reading, match: Match) -> bool:
    tokens, memory = reading.tokens, reading.memory
    near = tokens.lows[max(0, match.first - 8) : match.last + 8]
    if not reading.words["georgia-us"].isdisjoint(near):
        return True
    if not reading.words["georgia-ge"].isdisjoint(near):
        return False
    return memory.mentions(_US_STATE) or not memory.mentions(_CAUCASUS)


def _is_washington_state(reading: Reading, match: Match) -> bool:
    tokens, first = reading.tokens, match.first
    if reading.after(match) in {"state", "county", "university", "huskies", "square"}:
        return True
    gap = tokens.gap(first).strip()
    return gap == "," and reading.is_in(tokens.low(first - 1), "washington-town")


def _is_other_body(reading: Reading, match: Match, name: Name) -> bool:
    """Whether a body's name without its state cannot be told to be of the name's state."""
    if name.target not in reading.memory.targets:
        return True
    before = reading.before(match)
    if before and (reading.starts_name(before) or reading.tokens.is_capital(match.first - 1)):
        return not reading.is_in(before, "sentence-word")
    if reading.tokens.gap(match.first)[:2] in {"'s", "’s"} or before == "s":
        return True
    return bool(reading.after(match) in {"of"})


def choose_capital(reading: Reading, match: Match) -> str:
    """Return `metonym` where a capital stands for its state, `place` where the city is meant.

    A dateline, a word of place or motion before it, a word for something in a town after it make
    it the city; else, in a text about states rather than travel, it is the state.
    """
    tokens, first = reading.tokens, _first_of_list(reading, match)
    if _is_dateline(reading, match):
        return "place"
    possessive = tokens.gap(match.last)[:1] in {"'", "’"} and tokens.low(match.last) == "s"
    follower = match.last + 1 if possessive else match.last
    if tokens.touches(follower) and reading.is_in(tokens.low(follower), "urban"):
        return "place"
    if possessive:
        return "metonym"
    if tokens.gap(match.last) == "-" and tokens.low(match.last) in {"based", "born", "area"}:
        return "place"
    if _is_located(reading, first):
        return "place"
    if tokens.low(match.last) in {"is", "was"} and reading.is_in(
        tokens.low(match.last + 1), "city-is"
    ):
        return "place"
    if _has_country_after(reading, match):
        return "place"
    return "place" if _is_travel(reading) else "metonym"


def _first_of_list(reading: Reading, match: Match) -> int:
    """Return where the list of names begins that a match is in: "in Moscow and Beijing"."""
    tokens, first = reading.tokens, match.first
    limit = first - _LIST_MAX
    while first >= max(2, limit):
        gap = tokens.gap(first).strip()
        if tokens.low(first - 1) in {"and", "or"} and not gap and tokens.is_capital(first - 2):
            first -= 2
        elif gap == "," and tokens.is_capital(first - 1):
            first -= 1
        else:
            break
        while first > limit and tokens.is_capital(first - 1) and tokens.touches(first):
            first -= 1
    return first


def _is_located(reading: Reading, first: int) -> bool:
    tokens = reading.tokens
    if not tokens.touches(first):
        return False
    before = tokens.low(first - 1)
    if before in _IN or reading.is_in(before, "motion"):
        return True
    if before not in _FROM | _TO and before not in {"between", "of"}:
        return False
    lows = tokens.lows[max(0, first - 6) : first - 1]
    if before == "of":
        return tokens.low(first - 2) in {"city", "port", "streets", "suburb", "outskirts", "north",
                                         "south", "east", "west", "centre", "center"}  # fmt: skip
    if before == "between":
        return any(reading.is_in(low, "motion") for low in lows[-2:])
    return any(reading.is_in(low, "motion") for low in lows)


def _is_dateline(reading: Reading, match: Match) -> bool:
    tokens = reading.tokens
    line = tokens.text.rfind("\n", 0, tokens.starts[match.first]) + 1
    lead = tokens.text[line : tokens.starts[match.first]].strip(" \u00a0*_")
    if len(lead) > 40 or (lead and not lead.isupper() and not lead.endswith(("/", ","))):
        return False
    rest = tokens.text[tokens.ends[match.last - 1] : tokens.ends[match.last - 1] + 90]
    return _DATELINE.match(rest) is not None and rest[:1] in {" ", ",", "/", "\u00a0", "—", "("}


def _has_country_after(reading: Reading, match: Match) -> bool:
    """Whether "Moscow, Russia" follows."""
    tokens = reading.tokens
    if tokens.gap(match.last).strip() != "," or not tokens.is_capital(match.last):
        return False
    return tokens.low(match.last) in reading.lexicon.homes.get(match.names[0].target, frozenset())


def _is_travel(reading: Reading) -> bool:
    """Whether the text is about a visit rather than about states."""
    memory, words = reading.memory, reading.words
    if memory.mentions(r"(?i)\b(?:" + "|".join(sorted(words["political"])) + r")\b"):
        return False
    return memory.mentions(r"(?i)\b(?:" + "|".join(sorted(words["travel"])) + r")\b")

"""Names inside the names of companies, towns, dishes, animals, languages; they stay silent."""

from geo.text.matching import Match
from geo.text.reading import Reading

_NAMES = frozenset({"name", "capital", "place", "place-in-state"})
_PRE_HEADS = frozenset(
    [
        "lake",
        "mount",
        "mt",
        "cape",
        "fort",
        "port",
        "point",
        "san",
        "santa",
        "saint",
        "st",
        "camp",
        "rio",
        "el",
        "los",
        "las",
        "hotel",
        "cafe",
    ]
)
_MAKERS = frozenset(
    "air radio team miss visit royal dynamo cska spartak lokomotiv fc ac real sporting inter "
    "greenpeace hotel cafe".split()
)
_VERBAL = ("ing", "ed", "ly")
_DEMONYM_FIRM = ("an", "ss")
_OBJECT_ENDINGS = ("ish", "ese", "ch", "ss")
_ARTICLES = frozenset({"a", "an", "my", "his", "her", "two", "three", "another", "some"})
_OWNERS = frozenset({"my", "your", "his", "her", "their", "our"})
_COPULAS = frozenset({"is", "was", "isn", "wasn", "improved", "became", "sounded"})
_POLITICAL = r"(?i)\bministers?\b|\bgovernment\b|\bexport|\bsanction|\btariff|\btrade\b|\bshipp"
_CALLED = frozenset({"called", "named", "dubbed", "nicknamed"})
_POLISHED = frozenset(
    [
        "the",
        "your",
        "it",
        "a",
        "an",
        "with",
        "until",
        "all",
        "each",
        "this",
        "that",
        "his",
        "her",
        "my",
        "our",
        "them",
    ]
)


def is_company(reading: Reading, match: Match) -> bool:
    """Whether a match is part of a company's, newspaper's or team's name.

    The last telling word of the capitalised run decides: "Nordic Bulk Carriers" is a company,
    "Danish Energy Agency" a body. In lines where every word is a capital only words that can
    be nothing else tell.
    """
    if reading.style(match.first) == "caps":
        return False
    lists = ("company-strong", "company") if reading.is_prose(match.first) else ("company-strong",)
    found = False
    for index in range(match.last, reading.run_end(match)):
        low = reading.tokens.lows[index]
        if not reading.tokens.is_capital(index):
            continue
        if reading.is_in(low, *lists):
            found = not _breaks_after(reading, index, low)
        elif reading.is_in(low, "body", "topic"):
            found = False
    before = reading.capital_before(match)
    if match.names[0].rule == "demonym" and _is_airline(reading, match):
        return True
    return found or (before == "air" and match.names[0].rule == "name")


def _is_airline(reading: Reading, match: Match) -> bool:
    """Whether an adjective opens a sentence as its subject: "Norwegian said", "Swiss's fleet"."""
    tokens = reading.tokens
    if not tokens.opens_sentence(match.first) or not reading.is_prose(match.first):
        return False
    if not tokens.lows[match.first].endswith(_DEMONYM_FIRM):
        return False
    owns = tokens.gap(match.last)[:1] in {"'", "’"} and tokens.low(match.last) == "s"
    return owns or reading.after(match) in _COPULAS | {
        "said",
        "says",
        "has",
        "will",
        "lost",
        "fell",
    }


def _breaks_after(reading: Reading, index: int, low: str) -> bool:
    """Whether a weak word is followed by a hyphen ("US Gas-fired")."""
    return reading.tokens.gap(index + 1).startswith("-") and low != "co"


def is_compound(reading: Reading, match: Match) -> bool:
    """Whether a state's or town's name stands between capitals of a longer, unknown name.

    "Norway House", "Greenpeace Norway". Titles, months, directions and words for offices do
    not count; neither does anything in a line where every word is a capital.
    """
    name = match.names[0]
    if name.rule not in _NAMES or name.case == "exact" or not reading.is_prose(match.first):
        return False
    if name.kind in {"route", "corridor", "sea", "strait", "group"}:
        return False
    return _unknown_after(reading, match) or _unknown_before(reading, match)


def _unknown_after(reading: Reading, match: Match) -> bool:
    low = reading.capital_after(match)
    if not low or reading.tokens.word(match.last).isupper() or reading.starts_name(low):
        return False
    known = ("title", "body", "topic", "month", "verbs-s", "direction", "sentence-word", "urban")
    if reading.is_in(low, *known) or low in {"prime", "foreign", "vice", "deputy"}:
        return False
    return not low.endswith(_VERBAL)


def _unknown_before(reading: Reading, match: Match) -> bool:
    low, first = reading.capital_before(match), match.first - 1
    if not low or match.names[0].target == "arctic":
        return low == "aker"
    if low in _MAKERS:
        return True
    if reading.starts_name(low) or reading.tokens.opens_sentence(first):
        return False
    known = ("title", "month", "direction", "sentence-word", "body", "topic", "verbs-s")
    return not reading.is_in(low, *known) and not low.endswith(_VERBAL)


def is_arctic_thing(reading: Reading, match: Match) -> bool:
    """Whether "Arctic" is part of an animal's, a band's or some other unknown proper name."""
    if match.names[0].target != "arctic" or match.last - match.first > 1:
        return False
    low = reading.after(match)
    is_lower = not reading.tokens.is_capital(match.first)
    if reading.is_in(low, "arctic-beast") or (is_lower and reading.is_in(low, "arctic-weather")):
        return True
    if not reading.is_prose(match.first) or not reading.capital_after(match):
        return False
    if reading.tokens.word(match.last).isupper() or reading.starts_name(low):
        return False
    run = range(match.last, reading.run_end(match))
    lows = [reading.tokens.lows[index] for index in run]
    return not any(
        reading.is_in(low, "topic", "body", "title", "month", "direction") for low in lows
    )


def is_dish_or_breed(reading: Reading, match: Match) -> bool:
    """Whether a name is part of the common name of food, an animal or a household thing."""
    name, low = match.names[0], reading.after(match)
    if name.rule in {"demonym", "name"} and reading.is_in(low, "breed"):
        return True
    if name.rule == "demonym" and (reading.is_in(low, "food") or _is_on_menu(reading, match)):
        return True
    if name.rule in {"demonym", "name", "capital"} and _leads_to_dish(reading, match):
        return True
    if "common" in name.traps and _is_common_word(reading, match):
        return True
    return name.rule == "demonym" and _is_served(reading, match)


def _is_on_menu(reading: Reading, match: Match) -> bool:
    """Whether an adjective stands among the words of a recipe or a menu, far from politics."""
    return reading.near(match, "kitchen", 8) and not reading.memory.mentions(_POLITICAL)


def _leads_to_dish(reading: Reading, match: Match) -> bool:
    """Whether a dish ends the words that follow: "German potato salad"."""
    for ahead in (1, 2, 3):
        low = reading.after(match, ahead)
        if not low or reading.is_in(low, "sentence-word") or low in {"and", "or"}:
            return False
        if reading.is_in(low, "dish"):
            return True
    return False


def _is_common_word(reading: Reading, match: Match) -> bool:
    """Whether a capital only opens the sentence: "Polish the silver", "Turkey is carved"."""
    low, after = reading.tokens.lows[match.first], reading.after(match)
    if low == "polish" and after in _POLISHED:
        return True
    return reading.near(match, "kitchen", 10) and not reading.memory.mentions(
        r"\bAnkara\b|\bBeijing\b"
    )


def _is_served(reading: Reading, match: Match) -> bool:
    """Whether an adjective stands for a thing on the table: "a Danish with coffee"."""
    tokens, low = reading.tokens, reading.tokens.lows[match.first]
    if not low.endswith(_OBJECT_ENDINGS) or reading.before(match) not in _ARTICLES:
        return False
    after = reading.after(match)
    if after in {"and", "or"}:
        return not (tokens.is_capital(match.last + 1) or _content_follows(reading, match.last))
    return after in {"with", "for", "at", "on"} or (not after and tokens.gap(match.last) != "-")


def is_language(reading: Reading, match: Match) -> bool:
    """Whether a demonym means the language: "speaks Russian", "in Norwegian.", "Russian-language"."""
    if match.names[0].rule != "demonym":
        return False
    tokens, last = reading.tokens, match.last
    if tokens.gap(last) == "-" and reading.is_in(tokens.low(last), "language-suffix"):
        return True
    if reading.is_in(reading.after(match), "language-noun"):
        return True
    if tokens.gap(last).lstrip()[:1] == ":" and tokens.gap(match.first).endswith(("(", "[")):
        return True
    if reading.before(match) in _OWNERS and reading.after(match) in _COPULAS:
        return True
    return _is_spoken(reading, match) and not _content_follows(reading, last)


def _is_spoken(reading: Reading, match: Match) -> bool:
    before = reading.before(match)
    if before in {"in", "into"} or reading.is_in(before, "language-verb"):
        return True
    if before in {"and", "or"} and reading.tokens.is_capital(match.first - 2):
        lows = reading.tokens.lows[max(0, match.first - 4) : match.first - 2]
        return any(low == "in" or reading.is_in(low, "language-verb") for low in lows)
    recent = reading.tokens.lows[max(0, match.first - 6) : match.first]
    if before == "from" and any(reading.is_in(low, "word") for low in recent):
        return True
    return (
        before in {"the", "from"}
        and "translated" in reading.tokens.lows[max(0, match.first - 6) : match.first]
    )


def _content_follows(reading: Reading, index: int) -> bool:
    """Whether a noun may follow: past "and Chinese", a word that is no function word."""
    tokens = reading.tokens
    while index < len(tokens) and tokens.touches(index):
        if tokens.low(index) in {"and", "or"} and tokens.is_capital(index + 1):
            index += 2
        else:
            return not reading.is_in(tokens.low(index), "sentence-word", "adverb")
    return tokens.gap(index) == "-" and index < len(tokens)


def is_other_town(reading: Reading, match: Match) -> bool:
    """Whether a town of the same name is meant: "Paris, Texas", "Moscow (Idaho)"."""
    name = match.names[0]
    if name.rule not in _NAMES or name.kind not in {"state", "place", "group"}:
        return False
    if match.last >= len(reading.tokens):
        return False
    region, word = _region_after(reading, match)
    if not region or (len(word) == 2 and not word.isupper()):
        return False
    if region == "georgia":
        return name.rule == "capital" and name.target != "GE"
    return region not in reading.home_regions(match)


def _region_after(reading: Reading, match: Match) -> tuple[str, str]:
    tokens, last = reading.tokens, match.last
    gap = tokens.gap(last)
    if gap.strip() not in {"", ",", "("} or len(gap) > 3 or not tokens.is_capital(last):
        return "", ""
    two = f"{tokens.low(last)}-{tokens.low(last + 1)}"
    if reading.is_in(two, "us-state-two"):
        return two, two
    low = tokens.low(last)
    if not reading.is_in(low, "us-state") or (not gap.strip() and len(low) < 4):
        return "", ""
    return low, tokens.word(last)


def is_in_longer_name(reading: Reading, match: Match) -> bool:
    """Whether a name is the first or last part of another place's or treaty's name."""
    name = match.names[0]
    if reading.style(match.first) == "caps" or name.kind in {"sea", "strait", "route", "corridor"}:
        return False
    after, before = reading.capital_after(match), reading.capital_before(match)
    if name.rule == "demonym":
        return reading.is_in(after, "demonym-head") and reading.is_prose(match.first)
    if reading.is_in(after, "geo-head") and name.kind != "group" and name.target != "arctic":
        return True
    if name.rule not in _NAMES or name.case == "exact":
        return False
    if before == "of" or (
        reading.before(match) == "of" and reading.tokens.is_capital(match.first - 2)
    ):
        head = reading.before(match, 2)
        return reading.is_in(head, "geo-head") and head not in {
            "coast",
            "island",
            "port",
            "point",
            "beach",
        }
    if before in _PRE_HEADS and reading.is_prose(match.first):
        return True
    if before == "new" and reading.is_prose(match.first):
        return not reading.tokens.opens_sentence(match.first - 1)
    return (
        name.rule == "capital" and reading.is_prose(match.first) and reading.is_in(after, "treaty")
    )


def is_named_thing(reading: Reading, match: Match) -> bool:
    """Whether a word before it says that this is only what something is called."""
    if match.names[0].rule not in _NAMES:
        return False
    lead = reading.quoted_before(reading.run_start(match))
    if lead in _CALLED:
        after = reading.after(match)
        return not after or after in _COPULAS
    return reading.is_in(lead, "thing-named")

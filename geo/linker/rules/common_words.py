"""Names that are common words, dishes, breeds or languages where they stand; they stay silent."""

from geo.text.matching import Match
from geo.text.reading import Reading

_ADJECTIVES_ONLY = ("ish", "ese", "ch", "ss")
_POLITICAL = r"(?i)\bministers?\b|\bgovernment\b|\bexport|\bsanction|\btariff|\btrade\b|\bshipp"
_STATES_OF_THINGS = r"\bAnkara\b|\bBeijing\b"
_MENU_REACH, _KITCHEN_REACH, _WORD_REACH = 8, 10, 6
_PAIR = 3
_LANGUAGES = r"(?i)languages?\b|\balphabet|\btranslat|\btexts?\b|\bspell|\bcharacters\b"


def is_dish_or_breed(reading: Reading, match: Match) -> bool:
    """Whether a name is part of the common name of food, an animal or a household thing."""
    name, low = match.names[0], reading.after(match)
    is_word = reading.is_prose(match.first) or not reading.capital_after(match)
    if reading.is_sort(low, "commodity") and reading.memory.mentions(_POLITICAL):
        return False  # "tariffs on French wine"
    is_plant = name.kind == "state" and name.rule == "name" and reading.is_sort(low, "plant")
    is_breed = name.rule in {"demonym", "name"} and is_word and reading.is_sort(low, "breed")
    if is_breed or (is_plant and not reading.capital_after(match)):
        return True
    if name.rule in {"demonym", "name", "capital"} and _leads_to_dish(reading, match):
        return True
    if "common" in name.traps and _is_common_word(reading, match):
        return True
    if name.rule != "demonym":
        return False
    return reading.is_sort(low, "food") or _is_on_menu(reading, match) or _is_served(reading, match)


def _is_on_menu(reading: Reading, match: Match) -> bool:
    """Whether an adjective stands among the words of a menu or a garden, far from politics."""
    is_people = match.names[0].text.endswith("ns")
    if (
        is_people
        or reading.memory.mentions(_POLITICAL)
        or reading.is_sort(reading.after(match), "person-noun")
    ):
        return False
    if reading.near(match, "kitchen", _MENU_REACH) or reading.is_sort(
        reading.after(match), "plant"
    ):
        return True
    return reading.count_near(match, _MENU_REACH, "dish", "food", "drink") > 1


def _leads_to_dish(reading: Reading, match: Match) -> bool:
    """Whether a dish ends the words that follow: "German potato salad"."""
    for ahead in (1, 2, 3):
        low = reading.after(match, ahead)
        if not low or reading.is_in(low, "sentence-word"):
            return False
        if reading.is_sort(low, "dish") or reading.is_in(f"{low}s", "dish"):
            return True
    return False


def _is_common_word(reading: Reading, match: Match) -> bool:
    """Whether a capital only opens the sentence: "Polish the silver", "Turkey is carved"."""
    low = reading.tokens.lows[match.first]
    if low == "polish" and reading.is_in(reading.after(match), "polished"):
        return True
    is_near = reading.near(match, "kitchen", _KITCHEN_REACH)
    return is_near and not reading.memory.mentions(_STATES_OF_THINGS)


def _is_served(reading: Reading, match: Match) -> bool:
    """Whether an adjective stands for a thing on the table: "a Danish with coffee"."""
    tokens = reading.tokens
    if not tokens.lows[match.first].endswith(_ADJECTIVES_ONLY):
        return False
    after = reading.after(match)
    articles = {reading.before(match), reading.before(match, 2)}
    if not articles.isdisjoint({"a", "an"}) and reading.is_in(after, "copula", "thing-verb"):
        return True
    if not reading.is_in(reading.before(match), "counting"):
        return False
    return _is_counted(reading, match, after)


def _is_counted(reading: Reading, match: Match, after: str) -> bool:
    """Whether an adjective behind "a" is a dish: "three Chinese and two Indian"."""
    tokens = reading.tokens
    if after in {"and", "or"}:
        if reading.is_in(tokens.low(match.last + 1), "counting"):
            return not tokens.is_capital(match.last + 2)
        return not (tokens.is_capital(match.last + 1) or _content_follows(reading, match.last))
    if not after:  # in a political text "a Chinese" is a man
        return tokens.gap(match.last) != "-" and not reading.memory.mentions(_POLITICAL)
    return after in {"with", "for", "at", "on"}


def is_language(reading: Reading, match: Match) -> bool:
    """Whether a demonym means the language: "speaks Russian", "in Norwegian", "Russian word"."""
    if match.names[0].rule != "demonym":
        return False
    tokens, last = reading.tokens, match.last
    is_said = reading.is_in(reading.after(match), "language-noun", "language")
    is_said = is_said or reading.is_in(reading.before(match), "language", "broadcaster")
    if tokens.gap(last) == "-" and reading.is_in(tokens.low(last), "language-suffix"):
        return True
    if is_said or _is_among_languages(reading, match):
        return True
    if tokens.gap(last).lstrip()[:1] == ":" and tokens.gap(match.first).endswith(("(", "[")):
        return True
    if reading.is_in(reading.before(match), "owner") and reading.is_in(
        reading.after(match), "copula"
    ):
        return True
    return _is_spoken(reading, match) and not _content_follows(reading, last)


def _is_among_languages(reading: Reading, match: Match) -> bool:
    """Whether a list of adjectives tells of tongues: "French, Russian and Spanish languages"."""
    if not reading.memory.mentions(_LANGUAGES):
        return False
    tokens = reading.tokens
    first, end = reading.list_start(match.first), reading.list_end(match.last)
    if end - first < _PAIR:
        return False
    if tokens.touches(end) and reading.is_in(tokens.low(end), "language-noun"):
        return True
    is_told = any(reading.is_in(low, "language") for low in tokens.lows[first:end])
    return is_told and "languages" in tokens.lows[end : end + _WORD_REACH]


def _is_spoken(reading: Reading, match: Match) -> bool:
    """Whether a word before it has to do with speech: "reads Chinese", "translated from the"."""
    tokens = reading.tokens
    first = reading.list_start(match.first)
    before = tokens.low(first - 1) if tokens.touches(first) else ""
    if before in {"in", "into"} or reading.is_in(before, "language-verb"):
        return True
    after = reading.after(match)
    if before in {"for", "from", "through"} and (not after or reading.is_in(after, "adverb")):
        return tokens.gap(match.last) != "-" and not tokens.lows[match.first].endswith("s")
    recent = tokens.lows[max(0, first - _WORD_REACH) : first]
    if reading.is_in(before, "how-well") and (
        recent[-2:-1] == ["in"] or any(reading.is_in(low, "language-verb") for low in recent[-4:])
    ):
        return True
    if before == "from" and any(reading.is_in(low, "word") for low in recent):
        return True
    if "language" in recent or any(reading.is_in(low, "language") for low in recent):
        ties = {"to", "and", "or", "than", "is", "was"}  # "in English in addition to Icelandic"
        return before in ties and not reading.capital_after(match)
    return before in {"the", "from"} and "translated" in recent


def _content_follows(reading: Reading, index: int) -> bool:
    """Whether a noun may follow: past "and Chinese", a word that is no function word."""
    tokens = reading.tokens
    end = reading.list_end(index)
    if any(reading.is_in(low, "language") for low in tokens.lows[index:end]):
        return False
    index = end
    if tokens.touches(index):
        return not reading.is_in(tokens.low(index), "sentence-word", "adverb")
    return index < len(tokens) and tokens.gap(index) == "-"

"""Names that are common words, dishes, breeds or languages where they stand; they stay silent."""

from geo.linker.candidates import Match
from geo.linker.context import MatchContext

_ADJECTIVES_ONLY = ("ish", "ese", "ch", "ss")
_POLITICAL = r"(?i)\bministers?\b|\bgovernment\b|\bexport|\bsanction|\btariff|\btrade\b|\bshipp"
_STATES_OF_THINGS = r"\bAnkara\b|\bBeijing\b"
_MENU_REACH, _KITCHEN_REACH, _WORD_REACH = 8, 10, 6
_PAIR = 3
_LANGUAGES = r"(?i)languages?\b|\balphabet|\btranslat|\btexts?\b|\bspell|\bcharacters\b"


def is_dish_or_breed(context: MatchContext, match: Match) -> bool:
    """Whether a name is part of the common name of food, an animal or a household thing."""
    name, low = match.names[0], context.after(match)
    is_word = context.is_prose(match.first) or not context.capital_after(match)
    if context.is_sort(low, "commodity") and context.state.mentions(_POLITICAL):
        return False  # "tariffs on French wine"
    is_plant = name.kind == "state" and name.rule == "name" and context.is_sort(low, "plant")
    is_breed = name.rule in {"demonym", "name"} and is_word and context.is_sort(low, "breed")
    if is_breed or (is_plant and not context.capital_after(match)):
        return True
    if name.rule in {"demonym", "name", "capital"} and _leads_to_dish(context, match):
        return True
    if "common" in name.ambiguities and _is_common_word(context, match):
        return True
    if name.rule != "demonym":
        return False
    return context.is_sort(low, "food") or _is_on_menu(context, match) or _is_served(context, match)


def _is_on_menu(context: MatchContext, match: Match) -> bool:
    """Whether an adjective stands among the words of a menu or a garden, far from politics."""
    is_people = match.names[0].text.endswith("ns")
    if (
        is_people
        or context.state.mentions(_POLITICAL)
        or context.is_sort(context.after(match), "person-noun")
    ):
        return False
    if context.near(match, "kitchen", _MENU_REACH) or context.is_sort(
        context.after(match), "plant"
    ):
        return True
    return context.count_near(match, _MENU_REACH, "dish", "food", "drink") > 1


def _leads_to_dish(context: MatchContext, match: Match) -> bool:
    """Whether a dish ends the words that follow: "German potato salad"."""
    for ahead in (1, 2, 3):
        low = context.after(match, ahead)
        if not low or context.is_in(low, "sentence-word"):
            return False
        if context.is_sort(low, "dish") or context.is_in(f"{low}s", "dish"):
            return True
    return False


def _is_common_word(context: MatchContext, match: Match) -> bool:
    """Whether a capital only opens the sentence: "Polish the silver", "Turkey is carved"."""
    low = context.tokens.lows[match.first]
    if low == "polish" and context.is_in(context.after(match), "polished"):
        return True
    is_near = context.near(match, "kitchen", _KITCHEN_REACH)
    return is_near and not context.state.mentions(_STATES_OF_THINGS)


def _is_served(context: MatchContext, match: Match) -> bool:
    """Whether an adjective stands for a thing on the table: "a Danish with coffee"."""
    tokens = context.tokens
    if not tokens.lows[match.first].endswith(_ADJECTIVES_ONLY):
        return False
    after = context.after(match)
    articles = {context.before(match), context.before(match, 2)}
    if not articles.isdisjoint({"a", "an"}) and context.is_in(after, "copula", "thing-verb"):
        return True
    if not context.is_in(context.before(match), "counting"):
        return False
    return _is_counted(context, match, after)


def _is_counted(context: MatchContext, match: Match, after: str) -> bool:
    """Whether an adjective behind "a" is a dish: "three Chinese and two Indian"."""
    tokens = context.tokens
    if after in {"and", "or"}:
        if context.is_in(tokens.low(match.last + 1), "counting"):
            return not tokens.is_capital(match.last + 2)
        return not (tokens.is_capital(match.last + 1) or _content_follows(context, match.last))
    if not after:  # in a political text "a Chinese" is a man
        return tokens.gap(match.last) != "-" and not context.state.mentions(_POLITICAL)
    return after in {"with", "for", "at", "on"}


def is_language(context: MatchContext, match: Match) -> bool:
    """Whether a demonym means the language: "speaks Russian", "in Norwegian", "Russian word"."""
    if match.names[0].rule != "demonym":
        return False
    tokens, last = context.tokens, match.last
    is_said = context.is_in(context.after(match), "language-noun", "language")
    is_said = is_said or context.is_in(context.before(match), "language", "broadcaster")
    if tokens.gap(last) == "-" and context.is_in(tokens.low(last), "language-suffix"):
        return True
    if is_said or _is_among_languages(context, match):
        return True
    if tokens.gap(last).lstrip()[:1] == ":" and tokens.gap(match.first).endswith(("(", "[")):
        return True
    if context.is_in(context.before(match), "owner") and context.is_in(
        context.after(match), "copula"
    ):
        return True
    return _is_spoken(context, match) and not _content_follows(context, last)


def _is_among_languages(context: MatchContext, match: Match) -> bool:
    """Whether a list of adjectives is of languages: "French, Russian and Spanish languages"."""
    if not context.state.mentions(_LANGUAGES):
        return False
    tokens = context.tokens
    first, end = context.list_start(match.first), context.list_end(match.last)
    if end - first < _PAIR:
        return False
    if tokens.touches(end) and context.is_in(tokens.low(end), "language-noun"):
        return True
    is_told = any(context.is_in(low, "language") for low in tokens.lows[first:end])
    return is_told and "languages" in tokens.lows[end : end + _WORD_REACH]


def _is_spoken(context: MatchContext, match: Match) -> bool:
    """Whether a word before it has to do with speech: "reads Chinese", "translated from the"."""
    tokens = context.tokens
    first = context.list_start(match.first)
    before = tokens.low(first - 1) if tokens.touches(first) else ""
    if before in {"in", "into"} or context.is_in(before, "language-verb"):
        return True
    after = context.after(match)
    if before in {"for", "from", "through"} and (not after or context.is_in(after, "adverb")):
        return tokens.gap(match.last) != "-" and not tokens.lows[match.first].endswith("s")
    recent = tokens.lows[max(0, first - _WORD_REACH) : first]
    if context.is_in(before, "how-well") and (
        recent[-2:-1] == ["in"] or any(context.is_in(low, "language-verb") for low in recent[-4:])
    ):
        return True
    if before == "from" and any(context.is_in(low, "word") for low in recent):
        return True
    if "language" in recent or any(context.is_in(low, "language") for low in recent):
        ties = {"to", "and", "or", "than", "is", "was"}  # "in English in addition to Icelandic"
        return before in ties and not context.capital_after(match)
    return before in {"the", "from"} and "translated" in recent


def _content_follows(context: MatchContext, index: int) -> bool:
    """Whether a noun may follow: past "and Chinese", a word that is no function word."""
    tokens = context.tokens
    end = context.list_end(index)
    if any(context.is_in(low, "language") for low in tokens.lows[index:end]):
        return False
    index = end
    if tokens.touches(index):
        return not context.is_in(tokens.low(index), "sentence-word", "adverb")
    return index < len(tokens) and tokens.gap(index) == "-"

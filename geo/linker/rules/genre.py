"""Names in reviews, match reports and menus: titles, bands, clubs and dishes stay silent."""

from geo.linker.candidates import Match
from geo.linker.context import MatchContext
from geo.linker.rules.people import may_be_given
from geo.linker.tokens import QUOTES

_NOUNS = frozenset({"name", "capital", "place", "place-in-state", "abbreviation", "historic"})
_TELLING, _POLITICAL_MAX = 4, 1
_GENRES = ("music", "sport", "cooking", "screen", "shop", "pets", "chess", "game")
_QUOTING = frozenset({"music", "screen"})
_NAMED_BY_ORIGIN = frozenset({"pets", "game", "shop"})
_TITLE_QUOTES = QUOTES - {"\u2019"}  # which is an apostrophe more often
_TITLE_MAX = 6


def is_title_or_team(context: MatchContext, match: Match) -> bool:
    """Whether a name is a title, a band, a club or a dish in a text that is about such things.

    What the text is about is decided by its words: four words or more of music, sport, cooking,
    films, furniture, pets, games or chess, and hardly one of politics. Where a word of place
    comes before, the name is what it says.
    """
    if match.names[0].kind not in {"state", "place", "region", "route", "strait", "group"}:
        return False
    genre = _genre(context)
    if not genre:
        return False
    if genre in _QUOTING and _is_quoted(context, match):
        return True
    is_sort = genre in _NAMED_BY_ORIGIN and _is_sort_of_thing(context, match)
    if is_sort or _is_in_title(context, match, is_screen=genre == "screen"):
        return True
    if genre == "sport":
        return _is_club(context, match) or _is_player(context, match)
    return _is_bare_noun(context, match) and not _owns_person(context, match)


def _is_bare_noun(context: MatchContext, match: Match) -> bool:
    """Whether a name that is no adjective stands without a word of place before it."""
    before = context.before(match)
    is_bracketed = context.tokens.gap(match.first)[-1:] in {"(", "/"}
    is_there = is_bracketed or context.is_place_word(before)
    if before == "of":  # "The Jew of Malta", but "the government of Malta"
        head = match.first - 2
        is_there = not context.tokens.is_capital(head) or context.is_in(
            context.tokens.low(head), "title", "topic", "body"
        )
    if before == "the" and match.last - match.first > 1:  # "the United States" is no title
        is_there = True
    return match.names[0].rule in _NOUNS and not is_there


def _is_sort_of_thing(context: MatchContext, match: Match) -> bool:
    """Whether an adjective alone names a breed, a game or a style: "Toy: Maltese"."""
    if match.names[0].rule != "demonym":
        return False
    low = context.after(match)
    if not low or context.is_in(low, "sentence-word"):
        return not context.is_in(context.before(match), "copula")
    return False


def _is_player(context: MatchContext, match: Match) -> bool:
    """Whether a state's name ends a player's, or a route's is all of a horse's."""
    if not _is_bare_noun(context, match):
        return False
    if match.names[0].kind != "state":
        return match.names[0].kind in {"route", "strait"}
    return may_be_given(context, match.first - 1, context.capital_before(match))


def _genre(context: MatchContext) -> str:
    """Return what a stretch of text is about, or nothing."""
    if context.genre is None:
        lows = frozenset(context.tokens.lows)
        context.genre = ""
        if len(context.words["political"] & lows) <= _POLITICAL_MAX:
            for name in _GENRES:
                if len(context.words[name] & lows) >= _TELLING:
                    context.genre = name
                    break
    return context.genre


def _is_in_title(context: MatchContext, match: Match, *, is_screen: bool) -> bool:
    """Whether an adjective leads to a capital ("Danish Dancer"), or a film to a town."""
    if not context.is_prose(match.first):
        return False
    if match.names[0].rule == "demonym":
        low = context.capital_after(match)
        return bool(low) and not (context.begins_name(match.last) or context.is_in(low, "title"))
    tokens, lead = context.tokens, match.first - 1
    is_close = tokens.touches(match.first) and tokens.touches(lead)
    if not is_screen or not is_close or tokens.opens_sentence(lead - 1):
        return False
    return tokens.is_capital(lead - 1)


def _is_quoted(context: MatchContext, match: Match) -> bool:
    """Whether quotation marks stand around a match and a few words at most."""
    tokens = context.tokens
    lead = range(match.first, max(0, match.first - _TITLE_MAX), -1)
    tail = range(match.last, min(len(tokens), match.last + _TITLE_MAX))
    opens = next((index for index in lead if _TITLE_QUOTES & set(tokens.gap(index))), None)
    closes = any(_TITLE_QUOTES & set(tokens.gap(index)) for index in (*tail, match.last))
    return opens is not None and closes and tokens.gap(opens)[-1:] in _TITLE_QUOTES


def _is_club(context: MatchContext, match: Match) -> bool:
    """Whether a town is its club: "the Seattle Kraken", "Ottawa beat Washington"."""
    towns = {"capital", "place"}
    if any(name.rule == "capital" or name.kind == "place" for name in match.names):
        is_there = context.is_in(context.before(match), "in-place", "motion")
        return bool(context.capital_after(match)) or not is_there
    before = context.lexicon.find([context.capital_before(match)])
    return any(name.rule in towns or name.kind == "place" for name in before)


def _owns_person(context: MatchContext, match: Match) -> bool:
    """Whether a name owns what follows and is no band's: "Norway's singer"."""
    return context.owns(match) and not _TITLE_QUOTES & set(context.tokens.gap(match.last + 1))

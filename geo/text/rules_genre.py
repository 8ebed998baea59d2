"""Names in reviews, match reports and menus: titles, bands, clubs and dishes stay silent."""

from geo.text.matching import Match
from geo.text.reading import Reading
from geo.text.rules_people import may_be_given

_NOUNS = frozenset({"name", "capital", "place", "place-in-state", "abbreviation", "historic"})
_TELLING, _POLITICAL_MAX = 4, 1
_LEADS = frozenset({"from", "to", "of", "between"})
_QUOTES = frozenset({'"', "\u201c", "\u201d", "\u2018"})
_TITLE_MAX = 6


def is_title_or_team(reading: Reading, match: Match) -> bool:
    """Whether a name is a title, a band, a club or a dish in a text that is about such things.

    What the text is about is told by its words: four words or more of music, sport or cooking,
    and hardly one of politics. Where a word of place comes before, the name is what it says.
    """
    if match.names[0].kind not in {"state", "place", "region", "route", "strait"}:
        return False
    genre = _genre(reading)
    if genre == "music" and _is_quoted(reading, match):
        return True
    if genre == "sport" and _is_club(reading, match):
        return True
    before = reading.before(match)
    is_there = reading.is_in(before, "in-place", "motion") or before in _LEADS
    if not genre or is_there or match.names[0].rule not in _NOUNS:
        return False
    if genre == "sport":
        low = reading.capital_before(match)
        return match.names[0].kind == "state" and may_be_given(reading, match.first - 1, low)
    return not _owns_person(reading, match)


def _genre(reading: Reading) -> str:
    """Return what a stretch of text is about, or nothing."""
    if reading.genre is None:
        lows = frozenset(reading.tokens.lows)
        reading.genre = ""
        if len(reading.words["political"] & lows) <= _POLITICAL_MAX:
            for name in ("music", "sport", "cooking"):
                if len(reading.words[name] & lows) >= _TELLING:
                    reading.genre = name
                    break
    return reading.genre


def _is_quoted(reading: Reading, match: Match) -> bool:
    """Whether quotation marks stand around a match and a few words at most."""
    tokens = reading.tokens
    lead = range(match.first, max(0, match.first - _TITLE_MAX), -1)
    tail = range(match.last, min(len(tokens), match.last + _TITLE_MAX))
    opens = next((index for index in lead if _QUOTES & set(tokens.gap(index))), None)
    closes = any(_QUOTES & set(tokens.gap(index)) for index in (*tail, match.last))
    return opens is not None and closes and tokens.gap(opens)[-1:] in _QUOTES


def _is_club(reading: Reading, match: Match) -> bool:
    """Whether a town stands with the word that its club is called: "the Seattle Kraken"."""
    towns = {"capital", "place"}
    if any(name.rule == "capital" or name.kind == "place" for name in match.names):
        return bool(reading.capital_after(match))
    before = reading.lexicon.find([reading.capital_before(match)])
    return any(name.rule in towns or name.kind == "place" for name in before)


def _owns_person(reading: Reading, match: Match) -> bool:
    """Whether a name owns what follows and is no band's: "Norway's singer"."""
    tokens = reading.tokens
    owns = tokens.low(match.last) == "s" and tokens.gap(match.last)[:1] in {"'", "\u2019"}
    return owns and not _QUOTES & set(tokens.gap(match.last + 1))

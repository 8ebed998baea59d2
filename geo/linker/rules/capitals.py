"""Whether a capital stands for its state or is the city itself."""

import re

from geo.linker.candidates import Match
from geo.linker.context import MatchContext

_DATELINE = re.compile(r"[^\n]{0,60}?(?:\([^()\n]{2,40}\)\s?[-–—:]?|\s[-–—]{1,2}\s|—)")
_BULLET = re.compile(r"(?:^|\n)\s*[-*•–]\s*$")
_DATELINE_NEXT = frozenset({" ", ",", "/", "\u00a0", "—", "("})
_LEAD_MAX, _REST_MAX = 40, 90
_LIST_MAX, _LIST_MIN = 12, 2
_REACH = 6
_TIES = frozenset({"-", "–", "—"})
_HOUSE_NUMBER = 3
_TALKS_ON = frozenset({"of", "about", "up", "down", "tough"})


def choose_capital(context: MatchContext, match: Match) -> str:
    """Return `metonym` where a capital stands for its state, `place` where the city is meant.

    A dateline, a word of place or motion before it, or a word for something in a town after it
    makes it the city; else, in a text about states rather than travel, it is the state.
    """
    if _is_dateline(context, match) or _is_in_table(context, match):
        return "place"
    tokens = context.tokens
    owns = context.owns(match)
    follower = match.last + 1 if owns else match.last
    if tokens.touches(follower) and context.is_in(tokens.low(follower), "urban"):
        is_verb = tokens.low(follower) == "talks" and tokens.low(follower + 1) in _TALKS_ON
        return "metonym" if is_verb else "place"
    if owns:
        return "metonym"
    if _is_line_between(context, match) or _is_end_of_way(context, match):
        return "place"
    if _is_mood_of(context, match):
        return "metonym"
    is_city = (
        (
            _is_located(context, _first_of_list(context, match))
            and not context.opens_clause(match.first)
        )
        or _ends_address(context, match.first)
        or _is_described(context, match)
        or _is_travel(context)
    )
    return "place" if is_city else "metonym"


def _is_line_between(context: MatchContext, match: Match) -> bool:
    """Whether two towns are tied as the ends of a line: "the Helsinki-Tallinn tunnel"."""
    tokens, last = context.tokens, match.last
    if tokens.gap(match.first) in _TIES and match.first > 1:
        return context.is_in(context.after(match), "line")
    if tokens.gap(last) not in _TIES:
        return False
    return tokens.touches(last + 1) and context.is_in(tokens.low(last + 1), "line")


def _is_end_of_way(context: MatchContext, match: Match) -> bool:
    """Whether a town begins or ends a way: "from Brest to Oslo", "London to Tokyo", "by rail"."""
    tokens, first, last = context.tokens, match.first, match.last
    if tokens.low(last) == "by" and context.is_in(tokens.low(last + 1), "carriage"):
        return True
    if context.before(match) == "to" and tokens.is_capital(first - 2):
        return context.is_in(tokens.low(first - 3), "way-start") or _is_town(context, first - 2)
    if context.after(match) == "to" and tokens.is_capital(last + 1):
        is_start = context.is_in(context.before(match), "way-start") or not context.before(match)
        return is_start and _is_town(context, last + 1)
    return False


def _is_town(context: MatchContext, index: int) -> bool:
    names = context.lexicon.find([context.tokens.low(index)])
    return any(name.rule == "capital" or name.kind == "place" for name in names)


def _is_mood_of(context: MatchContext, match: Match) -> bool:
    """Whether what a state feels or says comes before: "outrage in Ottawa", "a protest from"."""
    if context.before(match) in {"in", "from", "at"}:
        return context.is_in(context.before(match, 2), "mood")
    return False


def _first_of_list(context: MatchContext, match: Match) -> int:
    """Return where the list of names begins that a match is in: "in Moscow and Beijing"."""
    tokens, first = context.tokens, match.first
    limit = first - _LIST_MAX
    while first >= max(_LIST_MIN, limit):
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


def _is_located(context: MatchContext, first: int) -> bool:
    """Whether a word of place or motion comes before: "in", "flew to", "the city of"."""
    tokens = context.tokens
    if not tokens.touches(first):
        return False
    before = tokens.low(first - 1)
    if context.is_in(before, "in-place", "motion"):
        return True
    recent = tokens.lows[max(0, first - _REACH) : first - 1]
    if before == "to" and recent and recent[-1] in {"than", "closer", "nearer", "close"}:
        return True
    if before == "of":
        return bool(recent) and context.is_in(recent[-1], "part-of-city")
    if before == "between":
        recent = recent[-2:]
    elif before not in {"to", "from", "for", "toward", "towards"}:
        return False
    return any(context.is_in(low, "motion") for low in recent)


def _ends_address(context: MatchContext, first: int) -> bool:
    """Whether a street and a number, an institute or a quarter come before: "Wembley, London"."""
    tokens = context.tokens
    if tokens.gap(first).strip() != ",":
        return False
    low = tokens.low(first - 1)
    if low.isdigit() and len(low) <= _HOUSE_NUMBER:
        street = tokens.low(first - 2)
        return tokens.is_capital(first - 2) and not context.is_in(street, "month", "topic")
    if low == "capital":  # "in the capital, Nuuk"
        return True
    if not tokens.is_capital(first - 1) or context.begins_name(first - 1):
        return False
    if tokens.gap(first + 1)[:1] not in {"", ",", ".", ";", "\n"}:
        return False
    return context.is_in(low, "housed") or tokens.low(first - 2) in {"from", "in", "at"}


def _is_dateline(context: MatchContext, match: Match) -> bool:
    tokens = context.tokens
    line = tokens.text.rfind("\n", 0, tokens.starts[match.first]) + 1
    lead = tokens.text[line : tokens.starts[match.first]].strip(" \u00a0*_")
    if len(lead) > _LEAD_MAX or (lead and not lead.isupper() and not lead.endswith(("/", ","))):
        return False
    end = tokens.ends[match.last - 1]
    rest = tokens.text[end : end + _REST_MAX]
    return rest[:1] in _DATELINE_NEXT and _DATELINE.match(rest) is not None


def _is_in_table(context: MatchContext, match: Match) -> bool:
    """Whether a name stands by itself in a line or in a cell."""
    tokens = context.tokens
    before, after = tokens.gap(match.first), tokens.gap(match.last)
    opens = match.first == 0 or any(mark in before for mark in "\n|\t•")
    if after[:1] == ":" and _BULLET.search(before):
        return True
    closes = match.last >= len(tokens) or any(mark in after for mark in "\n|\t")
    return opens and closes


def _is_described(context: MatchContext, match: Match) -> bool:
    """Whether what follows is about a town: "Moscow-based", "Moscow is a", "Moscow, Russia"."""
    tokens, last = context.tokens, match.last
    low, gap = tokens.low(last), tokens.gap(last)
    if gap == "-" and context.is_in(low, "town-suffix"):
        return True
    if low in {"is", "was"} and context.is_in(tokens.low(last + 1), "city-is"):
        return True
    if gap.strip() != "," or not tokens.is_capital(last):
        return False
    return low in context.lexicon.home_words.get(match.names[0].target, frozenset())


def _is_travel(context: MatchContext) -> bool:
    """Whether the text is about a visit rather than about states."""
    return not _mentions_any(context, "political") and _mentions_any(context, "travel")


def _mentions_any(context: MatchContext, name: str) -> bool:
    words = "|".join(sorted(context.words[name]))
    return context.state.mentions(rf"(?i)\b(?:{words})\b")

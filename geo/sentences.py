"""English sentences: lists, counts, and what a view shows."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from geo import messages
from geo.view import View

_TAKES_ARTICLE = re.compile(
    r"^(?!Legal |Extended |Waters )(?:(?:United|European) .*|(?:Gulf|Strait|Sea|Group) of .*"
    r"|.*(?:Islands|Archipelago|Peninsula|Republic|Ocean|Sea|Straits?|Canal|Pole|North|Arctic)"
    r"|.* (?:Route|Passage|Bridge|route|corridor|Channel)(?::.*)?|Polar Silk Road"
    r"|Arctic (?:Circle|Council|Eight|Five)|Bahamas|Comoros|DR Congo|Gambia|Holy See|Maldives"
    r"|Middle East|Netherlands|Nordics|Philippines|Seychelles)$"
)
_ALWAYS_COUNTED = ("route", "corridor")


def long_day(day: date) -> str:
    """Return a date as 22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def join_words(words: Iterable[str], *, last: str = "and") -> str:
    """Return words as a list in a sentence: 'a, b and c'."""
    entries = list(words)
    if len(entries) < 2:  # noqa: PLR2004  one word needs no 'and'
        return "".join(entries)
    return f"{', '.join(entries[:-1])} {last} {entries[-1]}"


def count_of(number: int, singular: str) -> str:
    """Return 'no routes', '1 route' or '3 routes'."""
    word = singular if number == 1 else f"{singular}s"
    return f"{number or 'no'} {word}"


def describe(
    view: View,
    counts: Mapping[str, int],
    *,
    articles: int,
    passages: int,
    nation_name: Callable[[str], str],
    outside: str = "",
    is_empty: bool = False,
) -> str:
    """Return a sentence or two on what is shown.

    Without a filter they say what the map shows: "Showing 8 routes and 3 corridors, mentioned in 12
    passages of 1 article." With one they say what passes it, whatever layers are on: "3 corridors
    involve China; no routes do. The features shown are mentioned in 2 passages of 1 article."

    Parameters
    ----------
    counts
        Number of features by their word, such as 'route'; see `counted_words`.
    articles, passages
        How many mention a feature that passes the filter.
    outside
        Name of the selected feature where the filter would not show it.
    is_empty
        Whether nothing passes the filter.
    """
    mentioned = (
        messages.MENTIONED.format(
            passages=count_of(passages, "passage"), articles=count_of(articles, "article")
        )
        if passages
        else messages.NOT_MENTIONED
    )
    some = _counted(counts)
    if some and not view.is_filtered:
        return messages.SHOWING.format(what=some, mentioned=mentioned)
    sentences = [
        messages.SHOWING_NONE if not view.is_filtered else "",
        _nothing(view, nation_name) if is_empty else "",
        _passing(view, counts, nation_name) if view.is_filtered and not is_empty else "",
        messages.ALSO_SHOWN.format(name=outside) if outside else "",
        messages.SHOWN_MENTIONED.format(mentioned=mentioned) if outside or not is_empty else "",
    ]
    return " ".join(filter(None, sentences))


def describe_selected(name: str, *, mentions: int, articles: int) -> str:
    """Return in how many passages of the articles the selected feature is mentioned.

    Parameters
    ----------
    mentions
        Passages that mention it.
    articles
        All that the column has, whatever they mention.
    """
    there = messages.THIS_ARTICLE if articles == 1 else messages.THESE_ARTICLES
    if not mentions:
        return messages.SELECTED_NOT_MENTIONED.format(name=name, articles=there)
    passages = count_of(mentions, "passage")
    return messages.SELECTED_MENTIONED.format(name=name, passages=passages, articles=there)


def counted_words(role: str) -> tuple[str, ...]:
    """Return the words of the features that the sentence counts under a role, '' for any."""
    return (*_ALWAYS_COUNTED, *messages.ALSO_COUNTED.get(role, ()))


def _passing(view: View, counts: Mapping[str, int], nation_name: Callable[[str], str]) -> str:
    """Return what passes the filter: '3 corridors are sponsored by China; no routes are.'."""
    who = _nations(view, nation_name)
    one, many, auxiliary = messages.ROLE_VERBS[view.role]
    verb = (one if sum(counts.values()) == 1 else many).format(who=who)
    missing = join_words((f"{word}s" for word in _ALWAYS_COUNTED if not counts[word]), last="or")
    some = _counted(counts)
    if not some:
        return f"No {missing} {verb}."
    return f"{some} {verb}; no {missing} {auxiliary}." if missing else f"{some} {verb}."


def _nothing(view: View, nation_name: Callable[[str], str]) -> str:
    """Return that nothing passes: 'Nothing on the map involves both Finland and China.'."""
    who = _nations(view, nation_name)
    if view.match == "all" and len(view.nations) > 1:
        who = (messages.BOTH if len(view.nations) == 2 else messages.ALL_OF).format(who=who)  # noqa: PLR2004
    one, _, _ = messages.ROLE_VERBS[view.role]
    return messages.NOTHING_LEFT.format(verb=one.format(who=who))


def _nations(view: View, nation_name: Callable[[str], str]) -> str:
    names = [with_article(nation_name(code)) for code in view.nations]
    return join_words(names, last="and" if view.match == "all" else "or") or messages.SOME_NATION


def _counted(counts: Mapping[str, int]) -> str:
    """Return what there is any of: '8 routes and 3 corridors'."""
    return join_words(count_of(number, word) for word, number in counts.items() if number)


def with_article(name: str) -> str:
    """Return a name as in a sentence: 'the United States', 'the Northern Sea Route', 'Canada'."""
    return f"the {name}" if _TAKES_ARTICLE.search(name) else name

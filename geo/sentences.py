"""English sentences: lists, counts, and what a view shows."""

import re
from collections.abc import Callable, Iterable, Mapping

from geo.view import View

_TAKES_ARTICLE = re.compile(
    r"^United |(?:Islands|Republic)$"
    r"|^(?:Bahamas|Comoros|DR Congo|Gambia|Holy See|Maldives|Netherlands|Philippines|Seychelles)$"
)


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
    *,
    routes: int,
    corridors: int,
    articles: int,
    passages: int,
    nation_name: Callable[[str], str],
    outside: str = "",
) -> str:
    """Return a sentence or two on what is shown.

    Counts are those after the filter: of routes and corridors on the map, of articles and passages
    that mention a feature shown.

    Parameters
    ----------
    outside
        Name of the selected feature where the filter would not show it.
    """
    mentioned = (
        f"mentioned in {count_of(passages, 'passage')} of {count_of(articles, 'article')}"
        if passages
        else "not mentioned in these articles"
    )
    counts = {"route": routes, "corridor": corridors}
    shown = " and ".join(count_of(number, kind) for kind, number in counts.items() if number)
    if shown and not view.nations:
        return f"Showing {shown}, {mentioned}."
    named = join_words(
        (with_article(nation_name(code)) for code in view.nations),
        last="and" if view.match == "all" else "or",
    )
    sentences = [
        _involved(counts, shown, named) if view.nations else "Showing no routes or corridors",
        *([f"Also shown: {outside} (selected)"] if outside else []),
        f"The features shown are {mentioned}",
    ]
    return f"{'. '.join(sentences)}."


def _involved(counts: Mapping[str, int], shown: str, nations: str) -> str:
    """Return how many routes and corridors involve nations: '3 corridors involve China'."""
    if not shown:
        return f"No routes or corridors involve {nations}"
    verb = "involves" if sum(counts.values()) == 1 else "involve"
    none = [f"; no {kind}s do" for kind, number in counts.items() if not number]
    return f"{shown} {verb} {nations}{''.join(none)}"


def with_article(state: str) -> str:
    """Return a state's name as in a sentence: 'the United States', 'Canada'."""
    return f"the {state}" if _TAKES_ARTICLE.search(state) else state

"""English sentences: lists, counts, and what a view shows."""

from collections.abc import Callable, Iterable

from geo.view import View


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
    """Return the one sentence that says what is shown.

    Counts are those after the filter: of routes and corridors on the map, of articles and passages
    that name a feature shown.

    Parameters
    ----------
    outside
        Name of the selected feature where the filter would not show it.
    """
    sentence = f"{count_of(routes, 'route')} and {count_of(corridors, 'corridor')}"
    if view.nations:
        names = [nation_name(code) for code in view.nations]
        last = "and" if view.match == "all" else "or"
        has = "have" if len(names) > 1 and view.match == "all" else "has"
        sentence += f" in which {join_words(names, last=last)} {has} waters or a role"
    if outside:
        sentence += f", and {outside}, which is selected"
    if articles or passages:
        naming = f"{count_of(passages, 'passage')} in {count_of(articles, 'article')}"
        sentence += f"; {naming} {'names' if passages == 1 else 'name'} what is shown"
    else:
        sentence += "; no passage names what is shown"
    return f"{sentence[0].upper()}{sentence[1:]}."

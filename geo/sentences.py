"""English sentences: lists, counts, and what a view shows."""

from collections.abc import Callable, Iterable, Mapping

from geo import messages
from geo.view import View

_ALWAYS_COUNTED = ("route", "corridor")


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
    """Return what is shown, in a sentence, and what of it the articles mention.

    Without a filter it says what the map shows: "Showing 8 routes and 3 corridors, mentioned in 12
    passages of 1 article." With one it says what passes it, layers aside: "3 corridors involve
    China; no routes do. Mentioned in 2 passages of 1 article."

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
    where = (
        messages.MENTIONED.format(
            passages=count_of(passages, "passage"), articles=count_of(articles, "article")
        )
        if passages
        else messages.NOT_MENTIONED
    )
    if not view.is_filtered:
        what = join_words(count_of(number, word) for word, number in counts.items())
        return messages.SHOWING.format(what=what, where=where)
    parts = [messages.NOTHING_LEFT if is_empty else _passing(view, counts, nation_name)]
    if outside:
        parts.append(messages.ALSO_SHOWN.format(name=outside))
    if outside or not is_empty:
        parts.append(f"{_capital(where)}.")
    return " ".join(parts)


def counted_words(role: str) -> tuple[str, ...]:
    """Return the words of the features that the sentence counts under a role, '' for any."""
    return (*_ALWAYS_COUNTED, *messages.ALSO_COUNTED.get(role, ()))


def _passing(view: View, counts: Mapping[str, int], nation_name: Callable[[str], str]) -> str:
    """Return what passes the filter: "3 corridors are sponsored by China; no routes are."."""
    last = "and" if view.match == "all" else "or"
    who = join_words([_with_article(code, nation_name) for code in view.nations], last=last)
    one, many, auxiliary = messages.ROLE_VERBS[view.role]
    verb = (one if sum(counts.values()) == 1 else many).format(who=who or messages.SOME_NATION)
    some = join_words(count_of(number, word) for word, number in counts.items() if number)
    missing = [f"{word}s" for word in _ALWAYS_COUNTED if not counts[word]]
    none = f"no {join_words(missing, last='or')}"
    if not some:
        return _capital(f"{none} {verb}.")
    return f"{some} {verb}; {none} {auxiliary}." if missing else f"{some} {verb}."


def _with_article(code: str, nation_name: Callable[[str], str]) -> str:
    return f"the {nation_name(code)}" if code in messages.NATIONS_WITH_THE else nation_name(code)


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"

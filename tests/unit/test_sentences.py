"""Sentences: what a view shows, counts and lists in English."""

import pytest

from geo.sentences import count_of, describe, join_words
from geo.view import View


def _sentence(view: View, routes: int, corridors: int, articles: int, passages: int) -> str:
    names = {"RU": "Russia", "CN": "China", "NO": "Norway", "US": "United States"}
    return describe(
        view,
        routes=routes,
        corridors=corridors,
        articles=articles,
        passages=passages,
        nation_name=names.__getitem__,
    )


def test_the_sentence_says_what_is_shown() -> None:
    assert _sentence(View(), 8, 3, 1, 12) == (
        "Showing 8 routes and 3 corridors, mentioned in 12 passages of 1 article."
    )
    assert _sentence(View(), 5, 0, 0, 0) == "Showing 5 routes, not mentioned in these articles."
    assert _sentence(View(), 0, 0, 2, 1) == (
        "Showing no routes or corridors. The features shown are mentioned in 1 passage of 2 "
        "articles."
    )


@pytest.mark.parametrize(
    ("nations", "match", "counts", "said"),
    [
        ("CN", "any", (0, 3), "3 corridors involve China; no routes do."),
        ("RU CN", "any", (3, 1), "3 routes and 1 corridor involve Russia or China."),
        ("RU CN NO", "all", (1, 0), "1 route involves Russia, China and Norway; no corridors do."),
        ("US", "any", (0, 0), "No routes or corridors involve the United States."),
    ],
)
def test_the_sentence_says_which_routes_involve_the_nations(
    nations: str, match: str, counts: tuple[int, int], said: str
) -> None:
    sentence = _sentence(View(nations=tuple(nations.split()), match=match), *counts, 1, 4)
    assert sentence == f"{said} The features shown are mentioned in 4 passages of 1 article."


def test_counts_and_lists_read_as_english() -> None:
    assert [count_of(n, "passage") for n in (0, 1, 2)] == ["no passages", "1 passage", "2 passages"]
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"], last="or") == "a, b or c"

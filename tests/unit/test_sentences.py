"""Sentences: what a view shows, counts and lists in English."""

from geo.sentences import count_of, describe, join_words
from geo.view import View


def _sentence(view: View, routes: int, corridors: int, articles: int, passages: int) -> str:
    names = {"RU": "Russia", "CN": "China", "NO": "Norway"}
    return describe(
        view,
        routes=routes,
        corridors=corridors,
        articles=articles,
        passages=passages,
        nation_name=names.__getitem__,
    )


def test_the_sentence_says_what_is_shown() -> None:
    whole = _sentence(View(), 5, 3, 1, 12)
    assert whole.startswith("5 routes and 3 corridors")
    assert "12 passages in 1 article" in whole
    some = _sentence(View(nations=("RU", "CN")), 3, 1, 2, 1)
    assert some.startswith("3 routes and 1 corridor")
    assert "Russia or China" in some
    assert "1 passage in 2 articles" in some
    every = View(nations=("RU", "CN", "NO"), match="all")
    assert "Russia, China and Norway" in _sentence(every, 2, 2, 0, 0)
    assert _sentence(View(), 0, 0, 0, 0).startswith("No routes")


def test_counts_and_lists_read_as_english() -> None:
    assert [count_of(n, "passage") for n in (0, 1, 2)] == ["no passages", "1 passage", "2 passages"]
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"], last="or") == "a, b or c"

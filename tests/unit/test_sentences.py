"""Sentences: what a view shows, counts and lists in English."""

import pytest

from geo.sentences import (
    count_of,
    counted_words,
    describe,
    describe_selected,
    join_words,
    with_article,
)
from geo.view import ROLES, View

MENTIONED = "The features shown are mentioned in 2 passages of 1 article."
NAMES = {"RU": "Russia", "CN": "China", "NO": "Norway", "US": "United States"}


def _sentence(
    view: View, *numbers: int, articles: int = 1, passages: int = 2, **options: object
) -> str:
    counts = dict(zip(counted_words(view.role), (*numbers, 0, 0), strict=False))
    return describe(
        view,
        counts,
        articles=articles,
        passages=passages,
        nation_name=NAMES.__getitem__,
        **options,  # type: ignore[arg-type]
    )


def test_without_a_filter_the_sentence_says_what_the_map_shows() -> None:
    assert _sentence(View(), 8, 3, passages=12) == (
        "Showing 8 routes and 3 corridors, mentioned in 12 passages of 1 article."
    )
    assert _sentence(View(), 0, 1, passages=0) == (
        "Showing 1 corridor, not mentioned in these articles."
    )
    assert _sentence(View(), 0, 0) == f"Showing no routes or corridors. {MENTIONED}"


@pytest.mark.parametrize(
    ("nations", "role", "numbers", "says"),
    [
        (("CN",), "", (0, 3), "3 corridors involve China; no routes do."),
        (("CN",), "", (0, 1), "1 corridor involves China; no routes do."),
        (("RU", "CN"), "", (4, 3), "4 routes and 3 corridors involve Russia or China."),
        (("CN",), "", (0, 0), "No routes or corridors involve China."),
        (
            ("CN",),
            "sponsor",
            (0, 3, 2, 17),
            "3 corridors, 2 ports and 17 projects are sponsored by China; no routes are.",
        ),
        (
            ("RU",),
            "administrator",
            (2, 0),
            "2 routes are administered by Russia; no corridors are.",
        ),
        (
            ("US",),
            "claimant",
            (0, 0, 1),
            "1 dispute involves a claim by the United States; no routes or corridors do.",
        ),
        (
            ("NO", "RU"),
            "coastal",
            (1, 1),
            "1 route and 1 corridor cross the waters of Norway or Russia.",
        ),
        (("RU",), "port-state", (1, 0), "1 route has Russia as port state; no corridors do."),
        (
            (),
            "sponsor",
            (0, 3),
            "3 corridors are sponsored by at least one nation; no routes are.",
        ),
    ],
)
def test_with_a_filter_it_says_what_passes(
    nations: tuple[str, ...], role: str, numbers: tuple[int, ...], says: str
) -> None:
    assert _sentence(View(nations=nations, role=role), *numbers) == f"{says} {MENTIONED}"


@pytest.mark.parametrize("role", ["", *ROLES])
def test_any_nation_and_all_of_them_are_told_apart_in_each_role(role: str) -> None:
    said = {
        match: _sentence(View(nations=("RU", "CN", "US"), match=match, role=role), 1, 1)
        for match in ("any", "all")
    }
    assert "Russia, China or the United States" in said["any"]
    assert "Russia, China and the United States" in said["all"]


def test_each_role_has_a_sentence_of_its_own() -> None:
    said = {_sentence(View(nations=("RU",), role=role), 2, 2) for role in ("", *ROLES)}
    assert len(said) == len(ROLES) + 1


def test_what_is_shown_beside_the_filter_and_that_nothing_passes_is_said() -> None:
    view = View(nations=("CN",), role="administrator")
    nothing = "Nothing on the map is administered by China."
    assert _sentence(view, 0, 0, is_empty=True) == nothing
    beside = _sentence(view, 0, 0, is_empty=True, outside="Northern Sea Route", passages=0)
    assert beside == (
        f"{nothing} Also shown: Northern Sea Route (selected). "
        "The features shown are not mentioned in these articles."
    )
    assert "no routes do. Also shown: Suez" in _sentence(View(("CN",)), 0, 3, outside="Suez")


def test_of_a_selection_it_says_in_how_many_passages_it_is_mentioned() -> None:
    told = describe_selected("Russia", mentions=3, articles=4)
    assert told == "Russia: mentioned in 3 passages of these articles."
    none = describe_selected("Russia", mentions=0, articles=4)
    assert none == "Russia: not mentioned in these articles."


@pytest.mark.parametrize(
    ("nations", "match", "role", "says"),
    [
        (("RU", "CN"), "all", "claimant", "involves a claim by both Russia and China"),
        (("RU", "CN"), "any", "claimant", "involves a claim by Russia or China"),
        (("RU", "US", "CN"), "all", "", "involves all of Russia, the United States and China"),
    ],
)
def test_that_nothing_passes_is_said_of_the_nations_and_the_role(
    nations: tuple[str, ...], match: str, role: str, says: str
) -> None:
    view = View(nations=nations, match=match, role=role)
    assert _sentence(view, 0, 0, is_empty=True) == f"Nothing on the map {says}."


def test_counts_and_lists_read_as_english() -> None:
    assert [count_of(n, "passage") for n in (0, 1, 2)] == ["no passages", "1 passage", "2 passages"]
    with_the = ("United States", "Netherlands", "Northern Sea Route", "Arctic", "Bering Strait")
    without = (
        "Canada",
        "NATO",
        "Hudson Bay",
        "Greenland",
        "Legal standing of the Northwest Passage",
    )
    assert [with_article(name) for name in with_the] == [f"the {name}" for name in with_the]
    assert [with_article(name) for name in without] == list(without)
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"], last="or") == "a, b or c"

"""Whose view of borders is shown: the choice, the address, the card, the sentence."""

import html
from collections.abc import Callable

import pytest

from geo import messages
from geo.catalogue.viewpoints import load_viewpoints
from tests.app.conftest import Page

OpenPage = Callable[..., Page]


def card_of(page: Page) -> str:
    return html.unescape(page.panel("card-panel"))


def test_by_default_the_choice_says_what_the_default_is(open_page: OpenPage) -> None:
    page = open_page()
    (choice,) = page.app.radio
    assert choice.label == messages.BORDERS_SEEN_BY
    assert choice.value == ""
    assert list(choice.options) == [
        *("Default", "United Nations", "On the ground (de facto)", "Canada", "Iceland", "Japan"),
        *("Norway", "Russia", "Ukraine", "United States"),
    ]
    assert messages.BORDERS_DEFAULT_NOTE in [one.value for one in page.app.caption]
    assert "overlay" not in page.scene
    assert "viewpoint" not in page.app.query_params


def test_a_choice_changes_address_map_and_sentence_and_back(open_page: OpenPage) -> None:
    page = open_page()
    usual, sentence = page.scene, page.sentence
    page.app.radio[0].set_value("CA").run()
    assert page.app.query_params["viewpoint"] == "CA"
    assert page.scene["overlay"]["viewpoint"] == "CA"
    assert page.sentence == f"{sentence} Borders as seen by Canada."
    page.app.radio[0].set_value("").run()
    assert "viewpoint" not in page.app.query_params
    assert page.scene["stamp"] == usual["stamp"]
    assert page.sentence == sentence


@pytest.mark.parametrize("viewpoint", load_viewpoints())
def test_a_link_shows_each_view_with_its_words_on_the_card(
    open_page: OpenPage, viewpoint: str
) -> None:
    first, stance = next(iter(load_viewpoints()[viewpoint].items()))
    page = open_page(viewpoint=viewpoint, feature=first)
    assert not page.app.exception
    assert page.app.radio[0].value == viewpoint
    assert page.scene["overlay"]["viewpoint"] == viewpoint
    assert stance.words in card_of(page)
    assert stance.source in card_of(page)


def test_a_dispute_of_which_a_view_says_nothing_says_that(open_page: OpenPage) -> None:
    card = card_of(open_page(viewpoint="JP", feature="crimea"))
    assert f"As seen by Japan: </strong>{messages.SEEN_AS_DEFAULT}" in card


def test_whose_waters_still_names_both_claimants_and_the_view_stands_beside(
    open_page: OpenPage,
) -> None:
    usual, seen = (card_of(open_page(feature="nwp", **more)) for more in ({}, {"viewpoint": "CA"}))
    both = "claimed by Canada and the United States"
    assert usual.count(both) == seen.count(both) > 0
    assert messages.SEEN_WATERS not in usual
    assert messages.SEEN_WATERS in seen
    assert load_viewpoints()["CA"]["beaufort-wedge"].words in seen


def test_a_viewpoint_that_does_not_exist_is_told_and_the_rest_is_shown(
    open_page: OpenPage,
) -> None:
    page = open_page(viewpoint="XX", feature="beaufort-wedge")
    assert "viewpoint “XX”, which does not exist" in page.plain_text
    assert page.app.radio[0].value == ""
    assert "Beaufort Sea wedge" in card_of(page)


def test_pages_that_do_not_say_whose_view_it_is_have_the_default_names(
    open_page: OpenPage,
) -> None:
    page = open_page(viewpoint="JP", feature="northern-territories")
    assert "<h2>Northern Territories</h2>" in card_of(page)
    app = page.app.switch_page("pages/evidence.py").run()
    assert not app.exception
    assert app.query_params["viewpoint"] == "JP"
    choice = next(one for one in app.selectbox if one.key == "evidence-feature")
    assert any(one.startswith("Southern Kuril Islands") for one in choice.options)

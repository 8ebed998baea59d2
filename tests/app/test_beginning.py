"""The views to start from and the guided tour: when they stand there, and what they show."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.markup.beginning import start_views
from geo.markup.tour import ARTICLE, STEPS
from geo.view import to_address
from pages import _cache
from tests import shipped
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
LAST = len(STEPS)


def tour_of(page: Page) -> str:
    """Return the words of the tour or of its paused line, '' for neither."""
    found = {**page.panels()}
    return html.unescape(found.get("tour", "") or found.get("tour-paused", ""))


def offers_start(page: Page) -> bool:
    return "start" in page.panels()


def go(page: Page, query: str) -> Page:
    """Go to another address in the same session."""
    page.app.query_params.clear()
    for key, values in parse_qs(query).items():
        page.app.query_params[key] = values
    page.app.run()
    assert not page.app.exception
    return page


def address(page: Page) -> dict[str, object]:
    """Return the address that the page has written."""
    found = page.app.query_params
    return {key: found[key] for key in found}


def test_the_bare_address_says_what_this_is_and_where_to_start(open_page: OpenPage) -> None:
    page = open_page()
    said = html.unescape(page.panel("start"))
    assert messages.START_LEAD in said
    assert all(words in said for words, _ in messages.START_VIEWS.values())
    assert page.counted == (8, 3)


@pytest.mark.parametrize("query", [{"feature": "nwp"}, {"nation": "RU"}, {"show": "cities"}])
def test_a_shared_view_has_no_start(open_page: OpenPage, query: dict[str, str]) -> None:
    assert not offers_start(open_page(**query))


def test_the_start_is_gone_once_something_was_used_and_comes_back_when_asked_for(
    open_page: OpenPage,
) -> None:
    page = open_page()
    assert offers_start(page)
    assert not offers_start(go(page, "feature=nwp"))
    assert not offers_start(go(page, ""))
    assert offers_start(go(page, "tour=start"))
    assert address(page) == {"tour": "start"}
    assert not offers_start(go(page, "role=claimant"))


@pytest.mark.parametrize("key", ["waters", "silk-road", "disputes"])
def test_a_view_to_start_from_shows_what_its_title_promises(open_page: OpenPage, key: str) -> None:
    view = start_views(shipped.catalogue().features, {})[key]
    page = open_page(**parse_qs(to_address(view).removeprefix("?")))
    card = html.unescape(page.panel("card-panel"))
    assert not re.search("asks for", page.plain_text)
    if key == "waters":
        assert "<h2>Northern Sea Route</h2>" in card
        assert "Russia" in card
    elif key == "silk-road":
        assert "<h2>Polar Silk Road</h2>" in card
        assert {"psr-central", "psr-northeast", "psr-northwest"} <= page.highlighted
        assert "Polar Silk Road" in page.panel("articles")
    else:
        catalogue = shipped.catalogue()
        for dispute in catalogue.of_kind("dispute"):
            assert dispute.id in page.highlighted
            assert dispute.name in card
            assert all(catalogue.feature(claim.nation).name in card for claim in dispute.claims)
        assert {"RU", "CA", "kara-sea", "nsr"} <= page.shapes
        assert "nwp" not in page.highlighted


def test_each_step_opens_at_its_own_address_with_what_it_shows(open_page: OpenPage) -> None:
    page = open_page(tour="1")
    for number, step in enumerate(STEPS, start=1):
        go(page, f"tour={number}")
        title, _ = messages.TOUR[step.key]
        assert title in tour_of(page)
        assert messages.TOUR_STEP.format(number=number, count=LAST) in tour_of(page)
        assert address(page) == {"tour": str(number)}
        assert page.scene["selected"] == step.view.feature
        assert bool(page.panel("card-panel")) == bool(step.view.feature)
        assert not re.search("asks for", page.plain_text)


def test_the_figures_of_the_tour_are_those_of_the_page(open_page: OpenPage) -> None:
    said = tour_of(page := open_page(tour="1"))
    routes, corridors = page.counted
    assert f"{routes} routes and {corridors} corridors" in said
    length = re.search(r"([\d,]+) nautical miles", tour_of(page := open_page(tour="3")))
    assert length
    assert f"{length[1]} nm" in page.panel("card-panel")


@pytest.mark.parametrize("number", ["0", "99", "three", "-1", ""])
def test_a_step_that_does_not_exist_is_named_and_the_rest_is_shown(
    open_page: OpenPage, number: str
) -> None:
    page = open_page(tour=number, feature="nwp")
    assert not tour_of(page)
    assert page.scene["selected"] == "nwp"
    if number:
        assert f"step of the tour “{number}”" in page.plain_text


def test_a_reader_who_turns_aside_is_led_back_to_the_step(open_page: OpenPage) -> None:
    page = open_page(tour="4")
    go(page, "feature=nwp")
    assert messages.TOUR_PAUSED.format(number=4, count=LAST) in tour_of(page)
    assert 'href="?tour=4"' in tour_of(page)
    assert not offers_start(page)


def test_a_filter_changed_during_the_tour_starts_from_what_the_step_shows(
    open_page: OpenPage,
) -> None:
    page = open_page(tour="4")
    page.app.button("reset").click().run()
    assert address(page) == {}
    assert messages.TOUR_PAUSED.format(number=4, count=LAST) in tour_of(page)


def test_the_links_of_a_step_leave_the_tour(open_page: OpenPage) -> None:
    for panel in ("articles", "card-panel", "features"):
        assert "tour=" not in open_page(tour="3").panel(panel)


def test_other_pages_keep_the_step_and_share_links_to_it(open_page: OpenPage) -> None:
    page = open_page(tour="3")
    page.app.switch_page("pages/share.py").run()
    codes = [code.value for code in page.app.code]
    assert codes[0].endswith("?tour=3")
    assert all("tour=" not in code for code in codes[1:])
    assert any("?feature=nsr" in code for code in codes[1:])


def test_about_leads_back_to_the_start_and_to_the_tour(open_page: OpenPage) -> None:
    page = open_page(feature="nwp")
    page.app.switch_page("pages/about.py").run()
    links = {link.proto.label: link.proto.query_string for link in page.app.get("page_link")}
    assert links[messages.START_AGAIN] == "tour=start"
    assert links[messages.START_VIEWS["tour"][0]] == "tour=1"


@pytest.mark.usefixtures("fresh_caches")
def test_without_the_article_the_tour_is_not_offered(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "001_other.txt").write_text(
        "Another article\n\nShips use the Northwest Passage.\n", encoding="utf-8"
    )
    monkeypatch.setattr(_cache, "SEEDS", tmp_path)
    page = open_page()
    assert messages.START_LEAD in html.unescape(page.panel("start"))
    assert "tour=" not in page.panel("start")
    go(page, "tour=2")
    assert not page.app.exception
    assert "step of the tour “2”" in page.plain_text
    page.app.switch_page("pages/about.py").run()
    assert isinstance(page.app, AppTest)
    labels = [link.proto.label for link in page.app.get("page_link")]
    assert messages.START_VIEWS["tour"][0] not in labels
    assert ARTICLE not in page.plain_text

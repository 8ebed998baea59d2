"""Season: its lead, its choices in the address, and an address that asks for too much."""

import re
from typing import Any

import pytest

from geo import messages
from geo.escape import Markup
from pages import _cache, _components, _season_context
from tests.app import season
from tests.app.voyages import Voyages, started


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


def go(page: Voyages, **query: str) -> str:
    """Open the page at an address and return its lead."""
    return lead(season.go(page, **query))


def lead(page: Voyages) -> str:
    """Return the sentence that begins the page."""
    words = re.sub(r"<nav.*", " ", page.whole().panel("season-lead"), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", words)).replace(" ,", ",").strip()


def test_the_page_begins_with_the_day_of_the_article(page: Voyages) -> None:
    words = go(page)
    assert words.startswith("On 26 February 2025, the day of this article, no ship of Types A to E")
    assert page.app.date_input(key="season-day").value.isoformat() == "2025-02-26"
    assert page.address == {}
    for question in messages.SEASON_QUESTIONS.values():
        assert question in page.whole().panel("season-lead")


def test_the_first_sentence_has_a_head_start_once_in_a_session(
    page: Voyages, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    show = _components.panel

    def shown(markup: Markup, *, key: str, **more: Any) -> None:
        order.append(key)
        show(markup, key=key, **more)

    monkeypatch.setattr(_components, "panel", shown)
    monkeypatch.setattr(_season_context, "sleep", lambda _: order.append("a moment"))
    go(page)
    before = order[: order.index("a moment")]
    assert "season-lead" in before
    assert not [key for key in before if key.startswith("season-when")]
    order.clear()
    page.app.run()
    assert "season-lead" in order
    assert "a moment" not in order


def test_another_day_is_in_the_address_and_the_way_back_is_offered(page: Voyages) -> None:
    go(page)
    page.app.date_input(key="season-day").set_value("2024-09-03").run()
    assert page.address == {"on": "2024-09-03"}
    assert lead(page).startswith("On 3 September 2024, the day you chose,")
    page.app.button(key="season-back").click().run()
    assert page.address == {}
    assert "the day of this article" in lead(page)


def test_route_and_way_are_in_the_address_and_a_link_gives_them_again(page: Voyages) -> None:
    go(page, route="nwp", way="route-4")
    assert page.app.selectbox(key="season-way").value == "route-4"
    assert page.address == {"route": "nwp", "way": "route-4"}
    page.app.selectbox(key="season-way").select("route-6").run()
    assert page.address == {"route": "nwp", "way": "route-6"}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"month": "13"}, "months are 1 to 12"),
        ({"year": "1850"}, "The year to compare, 1850, is before the table of extents: 1978 to"),
        ({"class": "PC9"}, "“PC9” is no ice class of the table"),
        ({"on": "31 June"}, "a day is written as 2025-02-26"),
        ({"zones": "type-q"}, "type-q"),
        ({"way": "route-4"}, "route-4"),
    ],
)
def test_what_a_link_asks_for_in_vain_is_said_and_the_rest_stands(
    page: Voyages, query: dict[str, str], words: str
) -> None:
    assert "the day of this article" in go(page, **query)
    assert any(words in text.value for text in page.app.text)
    assert page.address == {}
    assert not page.app.exception


def test_the_article_is_named_and_the_citation_leads_back_to_it(page: Voyages) -> None:
    go(page)
    assert "US, Russia Mull Cooperation" in page.panel("season-lead")
    cited = page.app.code[0].value
    assert "US, Russia Mull Cooperation" in cited
    (article,) = _cache.seeds()[0]
    assert f"season?article={article.id}" in cited
    assert "the day of this article" in go(page, article=article.id)


def test_a_link_with_the_articles_own_day_is_of_the_article(page: Voyages) -> None:
    assert "the day of this article" in go(page, on="2025-02-26")
    assert messages.ICE_WHOSE_MONTH["article"] in page.panel("season-map")
    assert "26 Feb 2025, the article" in page.panel("season-when-calendar")


def test_the_way_of_a_route_is_the_same_beside_the_other_and_by_itself(page: Voyages) -> None:
    go(page)
    beside = page.whole().panel("season-ice-strips")
    go(page, route="nwp")
    way = page.app.selectbox(key="season-way").value
    assert f"Route {way.removeprefix('route-')}:" in beside

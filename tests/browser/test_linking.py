"""Both directions: each mention and each feature of the first article, and its partner."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from geo.catalogue.features import load_catalogue
from geo.catalogue.relations import highlighted_by
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
CATALOGUE = load_catalogue(strict=False)
WEB = Path(__file__).parents[2] / "pages" / "web"
SHAPED = set(CATALOGUE.frame["id"])


def highlighted_shapes(feature: str) -> set[str]:
    """Return what a selection highlights: of a group its members, recursively."""
    return set(highlighted_by(CATALOGUE.features, feature)) & SHAPED


def pairs(atlas: Atlas) -> list[tuple[str, str]]:
    """Return feature and passage of each mention, each pair once, in order."""
    expect(atlas.mentions().first).to_be_visible()
    found = atlas.mentions().evaluate_all(
        "(all) => all.map((a) => [a.dataset.feature, a.dataset.passage])"
    )
    return list(dict.fromkeys((feature, passage) for feature, passage in found))


def test_each_feature_answers_on_the_map_and_in_the_article(atlas: Atlas) -> None:
    """Every other feature is clicked on the map, the others where an article names them."""
    atlas.open()
    by_feature: dict[str, list[str]] = {}
    for feature, passage in pairs(atlas):
        by_feature.setdefault(feature, []).append(passage)
    on_map: list[str] = []
    for number, (feature, passages) in enumerate(by_feature.items()):
        assert highlighted_shapes(feature), feature
        clicks_map = number % 2 == 1 and atlas.click_on_map(feature)
        if clicks_map:
            on_map.append(feature)
        else:
            assert number % 2 == 0 or feature not in SHAPED, feature
            atlas.click_mention(feature, passages[-1])
        atlas.wait_card(CATALOGUE.features[feature].name)
        atlas.wait_highlighted(highlighted_shapes(feature))
        assert query_of(atlas.page)["feature"] == [feature]
        if clicks_map:
            _wait_passages_first(atlas, passages)
        else:
            current = atlas.page.locator(".st-key-column blockquote.current")
            expect(current).to_have_attribute("data-passage", passages[-1])
    assert len(on_map) > 5
    assert len(by_feature) - len(on_map) > 5


def _wait_passages_first(atlas: Atlas, naming: list[str]) -> None:
    """Wait until the passages that name a feature come first, and are marked; the title stays."""
    shown = "(all) => all.map((one) => [one.dataset.passage, one.classList.contains('lit')])"
    heads = atlas.page.locator(".st-key-column header blockquote.passage")
    titles = [passage for passage, _ in heads.evaluate_all(shown)]
    wanted = [[passage, True] for passage in naming if passage not in titles]
    until(
        lambda: atlas.passages().evaluate_all(shown)[: len(wanted)] == wanted,
        lambda: f"{naming} do not come first",
    )


def test_a_second_click_on_the_same_feature_answers_again(atlas: Atlas) -> None:
    atlas.open()
    for feature in ("nsr", "NO", "nsr", "nsr"):
        assert atlas.click_on_map(feature)
        atlas.wait_card(CATALOGUE.features[feature].name)
        atlas.wait_highlighted(highlighted_shapes(feature))
    atlas.card().get_by_role("link", name="Close").click()
    expect(atlas.card()).to_have_count(0)
    assert atlas.click_on_map("nsr")
    atlas.wait_card("Northern Sea Route")
    first, passage = pairs(atlas)[0]
    for _ in range(2):
        atlas.click_mention(first, passage)
        atlas.wait_card(CATALOGUE.features[first].name)
        atlas.card().get_by_role("link", name="Close").click()
        expect(atlas.card()).to_have_count(0)


def test_the_list_shows_what_a_mention_selected_while_a_filter_was_answered(atlas: Atlas) -> None:
    """What the list is sent with the filter may come to it after the answer to the mention."""
    atlas.open()
    atlas.page.get_by_text("Everything on the map, as a list").click()
    atlas.chip(CATALOGUE.features["RU"].name).click()
    atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
    atlas.wait_card("Northern Sea Route")
    entry = atlas.page.locator('.st-key-features a[data-feature="nsr"]')
    expect(entry).to_have_attribute("aria-current", "true")


def test_back_leads_to_where_the_name_was_pressed(browser: Browser, server: str) -> None:
    with opened(browser, server, width=1280, height=720) as atlas:
        page = atlas.open().page
        settle(page)
        name = atlas.passages().locator("a.mention").nth(6)
        name.scroll_into_view_if_needed()
        name.hover()
        before = _top(name)
        name.click()
        expect(atlas.card()).to_be_visible()
        settle(page)
        # Of Back the map says first that nothing is selected, and the card goes in the end.
        page.evaluate(
            """() => {
                const [press, since] = [Date.now(), Date.now() / 1000];
                const nothing = { feature: "", variant: "", press, since };
                window.arcticPage.told(nothing);
                window.arcticPage.told({ ...nothing, passage: "", sections: [] });
            }"""
        )
        page.go_back()
        expect(atlas.card()).to_have_count(0)
        settle(page)
        until(lambda: abs(_top(name) - before) < 4, lambda: f"{before} {_top(name)}")


def _top(part: Locator) -> float:
    box = part.bounding_box()
    return box["y"] if box else -1


def test_what_a_replaced_part_says_does_not_overwrite_the_selection(atlas: Atlas) -> None:
    """Streamlit calls the script for newer parts and for those they replace in either order."""
    atlas.open()
    settle(atlas.page)
    atlas.page.evaluate(
        """() => {
            const [press, now] = [Date.now(), Date.now() / 1000];
            const told = (feature, since) => window.arcticPage.told(
                { feature, variant: "", passage: "", sections: [], press, since });
            told("nsr", now + 2);
            told("US", now + 1);
        }"""
    )
    lit = atlas.page.locator(".st-key-column a.mention.lit")
    assert set(lit.evaluate_all("(all) => all.map((one) => one.dataset.feature)")) == {"nsr"}
    assert atlas.highlighted() == highlighted_shapes("nsr")


def test_search_list_and_links_in_a_card_select_as_the_map_does(atlas: Atlas) -> None:
    atlas.open()
    atlas.page.locator(".st-key-search input").fill("Северный морской")
    atlas.page.get_by_role("option").first.click()
    atlas.wait_card("Northern Sea Route")
    atlas.wait_highlighted({"nsr"})
    atlas.page.get_by_text("Everything on the map, as a list").click()
    entry = atlas.page.locator('.st-key-features a[data-feature="nwp"]')
    entry.click()
    atlas.wait_card(CATALOGUE.features["nwp"].name)
    atlas.wait_highlighted({"nwp"})
    expect(entry).to_have_attribute("aria-current", "true")
    atlas.card().locator('a.to[data-feature="CA"]').first.click()
    atlas.wait_card(CATALOGUE.features["CA"].name)
    atlas.wait_highlighted({"CA"})

"""Both directions: each mention and each feature of the first article, and its partner."""

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geo.catalogue.features import load_catalogue
from geo.draw.scene import lit_by
from tests.browser.atlas import Atlas, query_of, until

pytestmark = pytest.mark.browser
CATALOGUE = load_catalogue(strict=False)
WEB = Path(__file__).parents[2] / "pages" / "web"
SHAPED = set(CATALOGUE.frame["id"])


def lights(feature: str) -> set[str]:
    """Return what a selection lights: of a group its members, and so on."""
    return set(lit_by(CATALOGUE, feature)) & SHAPED


def pairs(atlas: Atlas) -> list[tuple[str, str]]:
    """Return feature and passage of each mention, each pair once, in order."""
    expect(atlas.mentions().first).to_be_visible()
    found = atlas.mentions().evaluate_all(
        "(all) => all.map((a) => [a.dataset.feature, a.dataset.passage])"
    )
    return list(dict.fromkeys((feature, passage) for feature, passage in found))


def _come_first(atlas: Atlas, naming: list[str]) -> bool:
    shown = "(all) => all.map((one) => one.dataset.passage)"
    order: list[str] = atlas.passages().evaluate_all(shown)
    return order[: len(naming)] == naming


def test_each_mention_opens_its_card_and_lights_the_map(atlas: Atlas) -> None:
    atlas.open()
    mentions = pairs(atlas)
    assert len(mentions) > 30
    for feature, passage in mentions:
        atlas.press_mention(feature, passage)
        atlas.wait_card(CATALOGUE.features[feature].name)
        atlas.wait_lit(lights(feature))
        current = atlas.page.locator(".st-key-column blockquote.current")
        expect(current).to_have_attribute("data-passage", passage)
        assert query_of(atlas.page)["feature"] == [feature]
        assert lights(feature), feature


def test_each_feature_on_the_map_brings_its_passages_to_the_top(atlas: Atlas) -> None:
    atlas.open()
    mentions = pairs(atlas)
    pressed = []
    for feature in dict.fromkeys(feature for feature, _ in mentions):
        if not atlas.press_on_map(feature):
            assert feature not in SHAPED, feature
            continue
        pressed.append(feature)
        atlas.wait_card(CATALOGUE.features[feature].name)
        atlas.wait_lit(lights(feature))
        naming = [passage for other, passage in mentions if other == feature]
        until(
            partial(_come_first, atlas, naming),
            partial("the passages that name {} do not come first".format, feature),
        )
        for place in range(len(naming)):
            assert "lit" in (atlas.passages().nth(place).get_attribute("class") or "").split()
    assert len(pressed) > 10


def test_a_second_press_on_the_same_feature_answers_again(atlas: Atlas) -> None:
    atlas.open()
    for feature in ("nsr", "NO", "nsr", "nsr"):
        assert atlas.press_on_map(feature)
        atlas.wait_card(CATALOGUE.features[feature].name)
        atlas.wait_lit(lights(feature))
    atlas.page.get_by_role("button", name="Clear the selection").click()
    expect(atlas.card()).to_have_count(0)
    assert atlas.press_on_map("nsr")
    atlas.wait_card("Northern Sea Route")
    first, passage = pairs(atlas)[0]
    for _ in range(2):
        atlas.press_mention(first, passage)
        atlas.wait_card(CATALOGUE.features[first].name)
        atlas.page.get_by_role("button", name="Clear the selection").click()
        expect(atlas.card()).to_have_count(0)


def test_a_mention_answers_to_the_keyboard(atlas: Atlas) -> None:
    atlas.open()
    mention = atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first
    mention.focus()
    atlas.page.keyboard.press("Enter")
    atlas.wait_card("Northern Sea Route")
    atlas.wait_lit({"nsr"})


def test_the_list_below_selects_as_the_map_does(atlas: Atlas) -> None:
    atlas.open()
    atlas.page.get_by_text("Everything on the map, as a list").click()
    entry = atlas.page.locator('.st-key-features_light a[data-feature="nwp"]')
    entry.click()
    atlas.wait_card(CATALOGUE.features["nwp"].name)
    atlas.wait_lit({"nwp"})
    expect(entry).to_have_attribute("aria-current", "true")


def test_the_list_shows_what_a_mention_selected_while_a_filter_was_answered(atlas: Atlas) -> None:
    """What the list is sent with the filter may come to it after the answer to the mention."""
    atlas.open()
    atlas.page.get_by_text("Everything on the map, as a list").click()
    atlas.chip(CATALOGUE.features["RU"].name).click()
    atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
    atlas.wait_card("Northern Sea Route")
    entry = atlas.page.locator('.st-key-features_light a[data-feature="nsr"]')
    expect(entry).to_have_attribute("aria-current", "true")


def test_articles_that_were_replaced_no_longer_say_what_is_selected(atlas: Atlas) -> None:
    """Streamlit calls the script for newer articles and for those they replace in either order."""
    atlas.open()
    script = (WEB / "panel.js").read_text(encoding="utf-8")
    marked = atlas.page.evaluate(
        """async (script) => {
            const module = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
            const show = (await import(module)).default;
            const panel = (data) => {
                const parentElement = document.body.appendChild(document.createElement("div"));
                show({ data, parentElement, setTriggerValue: () => {} });
                return parentElement;
            };
            const html = '<a data-feature="nsr">one</a><a data-feature="nwp">other</a>';
            const list = panel({ html, kind: "features", selected: null, since: null });
            const now = Date.now() / 1000;
            panel({ html: "", kind: "articles", selected: "nsr", since: now + 2 });
            panel({ html: "", kind: "articles", selected: "nwp", since: now + 1 });
            return [...list.querySelectorAll("[aria-current]")].map((a) => a.dataset.feature);
        }""",
        script,
    )
    assert marked == ["nsr"]


def test_search_selects_by_any_name(atlas: Atlas) -> None:
    atlas.open()
    box = atlas.page.locator(".st-key-search input")
    box.fill("Северный морской")
    atlas.page.get_by_role("option").first.click()
    atlas.wait_card("Northern Sea Route")
    atlas.wait_lit({"nsr"})


def test_a_link_in_a_card_selects_what_it_names(atlas: Atlas) -> None:
    atlas.open("?feature=nordics")
    atlas.card().locator('a.to[data-feature="IS"]').first.click()
    atlas.wait_card(CATALOGUE.features["IS"].name)
    atlas.wait_lit({"IS"})

"""The map stays as the reader left it, in both frames, both themes and on a telephone."""

import re

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from geo.catalogue.features import load_catalogue
from geo.draw.palette import PALETTES
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle, wrong_labels

pytestmark = [pytest.mark.browser, pytest.mark.motion]
# Of a name along a line a box around the middle of each letter, as wide as a letter at any angle.
_LABELS = """() => [...document.querySelectorAll(".label")]
  .filter((label) => label.style.visibility === "visible" && !label.matches(".rim"))
  .map((label) => (label.getNumberOfChars
    ? Array.from({ length: label.getNumberOfChars() }, (_, i) => {
      const box = label.getExtentOfChar(i);
      const at = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
        .matrixTransform(label.getScreenCTM());
      const half = parseFloat(getComputedStyle(label).fontSize) * 0.35;
      return { left: at.x - half, top: at.y - half, right: at.x + half, bottom: at.y + half };
    }) : [label.getBoundingClientRect()]))
  .map((boxes) => boxes.map((box) => [box.left, box.top, box.right, box.bottom]))"""
_HIGHEST_TICK = """() => Math.min(...[...document.querySelectorAll(".tick > *")]
  .map((tick) => tick.getBoundingClientRect().top))"""
CATALOGUE = load_catalogue(strict=False)
RUSSIA = CATALOGUE.features["RU"].name
_HAS = "(id) => Boolean(document.querySelector(`path[data-feature='${id}']`))"


def test_the_map_is_not_reloaded_and_keeps_its_position(atlas: Atlas) -> None:
    atlas.open()
    first = atlas.settled()
    atlas.chart().evaluate(
        "() => { window.stillHere = 1; map_div.setZoom(map_div.getZoom() + 0.5); }"
    )
    until(lambda: atlas.view()[0] == first[0] + 0.5, lambda: "the map does not zoom")
    atlas.settled()
    before = atlas.view()
    atlas.drag(90, 0)
    until(lambda: atlas.view() != before, lambda: "the map cannot be dragged")
    left = atlas.settled()

    assert atlas.click_on_map("nsr")
    atlas.wait_card("Northern Sea Route")
    atlas.wait_highlighted({"nsr"})
    assert atlas.settled() == left

    said = atlas.sentence()
    atlas.chip(RUSSIA).click()
    until(lambda: atlas.sentence() != said, lambda: "the filter does not answer")
    until(lambda: not atlas.chart().evaluate(_HAS, "nwp"), lambda: "the filter leaves the map")
    assert atlas.settled() == left
    assert atlas.chart().evaluate(_HAS, "nsr")
    assert atlas.chart().evaluate("() => window.stillHere") == 1
    assert wrong_labels(atlas.chart()) == []


def test_a_click_on_a_mention_moves_the_map_to_its_feature(atlas: Atlas) -> None:
    atlas.open()
    atlas.settled()
    atlas.chart().evaluate("() => { window.stillHere = 1; }")
    atlas.page.locator('.st-key-column a.mention[data-feature="IS"]').first.click()
    atlas.wait_highlighted({"IS"})
    atlas.settled()
    inside = """(id) => {
      const path = document.querySelector(`path.leaflet-interactive[data-feature='${id}']`);
      const box = path.getBoundingClientRect();
      return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
        && box.width > 40;
    }"""
    assert atlas.chart().evaluate(inside, "IS")
    assert atlas.chart().evaluate("() => window.stillHere") == 1


def test_the_address_is_rewritten_and_opens_the_same_view_elsewhere(
    browser: Browser, server: str
) -> None:
    with opened(browser, server) as one:
        one.open()
        one.chip(RUSSIA).click()
        until(lambda: "nation" in query_of(one.page), lambda: "the address is not rewritten")
        one.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
        one.wait_card("Northern Sea Route")
        one.wait_highlighted({"nsr"})
        until(lambda: "feature" in query_of(one.page), lambda: "the address is not rewritten")
        found = query_of(one.page)
        assert (found["nation"], found["feature"]) == (["RU"], ["nsr"])
        assert found["passage"][0].startswith("000-4307505dd1a9bba4.")
        settle(one.page)
        expect(one.passages().first).to_be_visible()
        address, said = one.page.evaluate("() => location.href"), one.sentence()
        passages = one.passages().evaluate_all("(all) => all.map((p) => p.textContent)")
    with opened(browser, server) as other:
        other.open(address[len(server) + 1 :])
        other.wait_card("Northern Sea Route")
        other.wait_highlighted({"nsr"})
        assert other.sentence() == said
        settle(other.page)
        expect(other.passages().first).to_be_visible()
        again = other.passages().evaluate_all("(all) => all.map((p) => p.textContent)")
        assert again == passages


def test_the_mercator_chart_draws_highlights_and_is_clickable(atlas: Atlas) -> None:
    atlas.open()
    atlas.switch_frame("Mercator")
    chart = atlas.chart("mercator")
    until(lambda: chart.evaluate(_HAS, "nsr"), lambda: "the route is not drawn")
    assert query_of(atlas.page)["frame"] == ["mercator"]
    atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
    atlas.wait_highlighted({"nsr"}, "mercator")
    chart.evaluate("() => { window.stillHere = 1; }")
    atlas.settled("mercator")
    atlas.page.locator('.st-key-column a.mention[data-feature="istanbul"]').first.click()
    atlas.wait_highlighted({"istanbul"}, "mercator")
    assert chart.evaluate("() => window.stillHere") == 1
    across = chart.evaluate("() => document.querySelectorAll('path.leaflet-interactive').length")
    assert across > 20


def test_a_layer_switched_off_leaves_map_and_legend_and_can_be_switched_on_again(
    atlas: Atlas,
) -> None:
    atlas.open()
    assert atlas.chart().evaluate(_HAS, "tsr")
    foot = atlas.chart().locator(".map-tool.foot").inner_text()
    assert messages.NOT_FOR_NAVIGATION in foot
    assert atlas.chart().evaluate(_HIGHEST_TICK) > -2  # a box is some pixels higher than digits
    legend = atlas.chart().locator(".map-tool.legend li")
    keys = legend.count()
    assert keys >= 4
    for shows in (False, True):
        atlas.layer("Routes").set_checked(shows)
        until(
            lambda wanted=shows: atlas.chart().evaluate(_HAS, "tsr") == wanted,
            lambda: "the layer's switch does not answer",
        )
        until(lambda wanted=shows: (legend.count() == keys) == wanted, lambda: "the legend stays")
    until(lambda: "hide" not in query_of(atlas.page), lambda: f"the address is {atlas.page.url}")


# Each entry of the legend with the colour of its topmost line.
_KEYS = """() => [...document.querySelectorAll(".map-tool.legend li")].map((entry) => [
  entry.innerText.trim(), getComputedStyle([...entry.querySelectorAll("svg > *")].pop()).stroke])"""


def test_the_legend_gives_the_accent_to_what_is_selected(atlas: Atlas) -> None:
    atlas.open()
    chart = atlas.chart()
    before = dict(chart.evaluate(_KEYS))
    accent, navy = before["Northern Sea Route"], before["Not yet in use"]
    assert accent != navy
    atlas.click_on_map("nwp")
    atlas.wait_highlighted({"nwp"})
    keys = chart.evaluate(_KEYS)
    assert keys[0] == ["Northwest Passage", accent]
    assert ["Northern Sea Route", navy] in keys
    assert [text for text, tone in keys if tone == accent] == ["Northwest Passage"]
    hero = chart.locator('text.label[data-feature="nsr"]')
    named = atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first
    for name in (hero, named):
        assert name.evaluate("(part) => getComputedStyle(part).color") != accent
    atlas.wait_card("Northwest Passage")
    atlas.card().locator(".close").click()
    until(lambda: dict(chart.evaluate(_KEYS)) == before, lambda: "the legend stays")


# What is lit as a point and not named, or named and not lit.
_NAMELESS = """() => [...document.querySelectorAll("path.lit")].filter((path) =>
  window.atlasData.layers[path.dataset.feature] === "other-states" && path.style.display !== "none"
  && ![...document.querySelectorAll(`.label[data-feature="${path.dataset.feature}"]`)]
    .some((label) => label.style.visibility === "visible")).map((path) => path.dataset.feature)"""


def test_a_group_lights_no_dot_without_a_name_and_all_land_of_its_members(atlas: Atlas) -> None:
    atlas.open("?feature=nato")
    atlas.settled()
    chart = atlas.chart()
    assert chart.evaluate(_NAMELESS) == []
    assert {"US", "alaska", "CA", "DK", "GL", "NO", "svalbard"} <= atlas.highlighted()


def test_on_a_phone_map_card_and_passages_follow_one_another(browser: Browser, server: str) -> None:
    with opened(browser, server, width=390, height=844) as atlas:
        atlas.open()
        page = atlas.page
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        wide = """() => [...document.querySelectorAll("section.stMain, .stMainBlockContainer")]
          .some((part) => part.scrollWidth > part.clientWidth + 1)"""
        assert not page.evaluate(wide)
        chart = page.locator(f'iframe[title="{messages.MAP_NAME["polar"]}"]').bounding_box()
        column = page.locator(".st-key-column").bounding_box()
        assert chart
        assert column
        assert chart["y"] + chart["height"] <= column["y"]
        assert chart["width"] >= 300
        atlas.mentions().first.scroll_into_view_if_needed()
        atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
        atlas.wait_card("Northern Sea Route")
        atlas.wait_highlighted({"nsr"})
        settle(page)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.evaluate("document.fonts.ready")
        card, column, after = (
            page.locator(part).bounding_box()
            for part in (".st-key-card", ".st-key-column", ".st-key-list")
        )
        assert card
        assert column
        assert after
        assert card["y"] + card["height"] <= column["y"] + 1
        assert column["y"] + column["height"] <= after["y"] + 1


def test_the_dark_theme_reaches_page_map_and_articles(browser: Browser, server: str) -> None:
    with opened(browser, server, theme="dark") as atlas:
        atlas.open("?feature=nsr")
        dark = PALETTES["dark"]
        atlas.wait_highlighted({"nsr"})
        ground = atlas.chart().evaluate(
            "() => getComputedStyle(document.querySelector('.leaflet-container')).backgroundColor"
        )
        assert ground == _rgb(dark.page)
        strokes = atlas.chart().evaluate(
            "() => [...document.querySelectorAll('path')].map((p) => getComputedStyle(p).stroke)"
        )
        assert _rgb(dark.kinds["route"]) in strokes
        assert _rgb(PALETTES["light"].kinds["route"]) not in strokes
        app = atlas.page.locator(".stApp").evaluate(
            "(one) => getComputedStyle(one).backgroundColor"
        )
        assert app == _rgb(dark.page)
        highlighted = atlas.page.locator(".st-key-column blockquote.lit").first
        colour = highlighted.evaluate("(one) => getComputedStyle(one).borderLeftColor")
        assert colour == _rgb(dark.highlight)


def _rgb(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("width", [1440, 390])
def test_labels_are_uncut_and_do_not_overlap(browser: Browser, server: str, width: int) -> None:
    with opened(browser, server, width=width) as one:
        one.open("?feature=kara-sea")
        one.settled()
        labels: list[list[list[float]]] = []

        def stand() -> bool:
            nonlocal labels
            labels = one.chart().evaluate(_LABELS)
            return len(labels) > 5

        until(stand, lambda: f"only {len(labels)} labels are shown")
        frame = one.chart().evaluate("() => [innerWidth, innerHeight]")
        for number, boxes in enumerate(labels):
            others = [box for before in labels[:number] for box in before]
            for left, top, right, bottom in boxes:
                assert 0 <= left < right <= frame[0] + 1
                assert 0 <= top < bottom <= frame[1] + 1
                for o in others:
                    assert left > o[2] or right < o[0] or top > o[3] or bottom < o[1], (boxes, o)


def test_scale_position_and_credit_have_a_ground_of_their_own(atlas: Atlas) -> None:
    """Each line has one, and beside them the map shows."""
    foot = atlas.open().chart().locator(".foot")
    grounds = foot.evaluate(
        "(one) => [one, ...one.children].map((each) => getComputedStyle(each).backgroundColor)"
    )
    opacities = [re.search(r"/ ([\d.]+)\)|, ([\d.]+)\)$", ground) for ground in grounds]
    assert all(opacities), grounds
    own, *lines = [float(one[1] or one[2]) for one in opacities if one]
    assert own == 0
    assert len(lines) == 3
    assert min(lines) > 0.8

"""The page around the map: controls opened late, the list of pages, the column after a click."""

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from geo.draw.layers import LAYERS
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
ABOVE = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return Boolean(top && top.closest(selector));
}"""
CARD_TOP = """() => document.querySelector(".st-key-card").getBoundingClientRect().top
  - document.querySelector(".st-key-reading").getBoundingClientRect().top"""

SCRIPTS = """() => performance.getEntriesByType("resource").filter(
  (one) => /[.](js|css)$/.test(one.name) && one.decodedBodySize > 5000).map(
  (one) => [one.name, one.encodedBodySize, one.decodedBodySize])"""
_WITHOUT_SHEET = """addEventListener("DOMContentLoaded", () =>
  document.querySelectorAll('link[href*="/arctic-"]').forEach((link) => link.remove()))"""


def ticked(atlas: Atlas) -> dict[str, bool]:
    """Return the boxes of the layers on the Mercator chart."""
    return {layer.title: atlas.layer(layer.title, "mercator").is_checked() for layer in LAYERS}


def test_layers_opened_late_show_the_view_and_change_nothing(atlas: Atlas) -> None:
    page = atlas.open().page
    default = {layer.title: layer.on for layer in LAYERS}
    atlas.mentions().first.click()
    settle(page)
    atlas.chip("Russia").click()
    settle(page)
    atlas.switch_frame("Mercator")
    atlas.chart("mercator")
    settle(page)
    before = query_of(page)
    assert ticked(atlas) == default
    settle(page)
    assert query_of(page) == before
    atlas.layer("Cities", "mercator").check()
    until(lambda: "show" in query_of(page), lambda: str(query_of(page)))
    settle(page)
    assert query_of(page) == before | {"show": ["cities"]}
    page.go_back()
    until(lambda: query_of(page) == before, lambda: str(query_of(page)))
    settle(page)
    until(lambda: ticked(atlas) == default, lambda: str(ticked(atlas)))


def test_on_a_phone_the_list_of_pages_closes_over_the_page_that_was_chosen(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, **PHONE) as atlas:
        page = atlas.open().page
        for title in (messages.EVIDENCE, messages.EVIDENCE, messages.ABOUT):
            page.get_by_test_id("stExpandSidebarButton").tap()
            page.get_by_role("link", name=title, exact=True).first.tap()
            expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
            until(lambda: page.evaluate(ABOVE, "h1"), lambda: "the page is covered")
        page.reload()
        expect(page.get_by_role("heading", name=messages.ABOUT, level=1)).to_be_visible()
        until(lambda: page.evaluate(ABOVE, "h1"), lambda: "the page is covered")


def test_after_a_click_on_the_map_the_column_begins_with_the_card(atlas: Atlas) -> None:
    atlas.open()
    for feature, name, width, height in (
        ("nsr", "Northern Sea Route", 1280, 720),
        ("nep", "Northeast Passage", 844, 390),
    ):
        atlas.page.set_viewport_size({"width": width, "height": height})
        atlas.mentions().last.scroll_into_view_if_needed()
        assert atlas.click_on_map(feature)
        atlas.wait_card(name)
        until(
            lambda: 0 <= atlas.page.evaluate(CARD_TOP) < 20,
            lambda: f"the card begins {atlas.page.evaluate(CARD_TOP)} px below the column's edge",
        )


def test_scripts_and_sheets_travel_compressed(browser: Browser, server: str) -> None:
    with opened(browser, server, fresh=True) as atlas:
        atlas.open()
        found = atlas.page.evaluate(SCRIPTS) + atlas.chart().evaluate(SCRIPTS)
    assert len(found) > 20
    assert [name for name, sent, whole in found if sent > 0.6 * whole] == []


def test_a_document_of_an_older_version_gets_the_sheet_of_now(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, fresh=True) as atlas:
        atlas.page.add_init_script(_WITHOUT_SHEET)
        atlas.open()
        settle(atlas.page)
        expect(atlas.page.locator("h1")).to_have_css("position", "fixed")
        expect(atlas.page.locator('link[href*="/arctic-"]')).to_have_count(1)

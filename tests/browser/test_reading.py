"""The map lights what the reader has before them in the articles."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.atlas import Atlas, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
_GLOW = "() => document.querySelectorAll('.leaflet-halo-pane path').length"
_READ = ".st-key-column blockquote.read"


def scroll_column(atlas: Atlas, south_px: int) -> None:
    """Turn the wheel over the articles."""
    box = atlas.page.locator(".st-key-reading").bounding_box()
    assert box
    atlas.page.mouse.move(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
    atlas.page.mouse.wheel(0, south_px)


@pytest.mark.motion
def test_scrolling_lights_what_the_passage_in_the_middle_names_and_the_map_stays(
    atlas: Atlas,
) -> None:
    atlas.open()
    settle(atlas.page)
    view = atlas.settled()
    atlas.page.mouse.move(1, 1)
    assert atlas.chart().evaluate(_GLOW) == 0
    scroll_column(atlas, 500)
    expect(atlas.page.locator(_READ)).to_have_count(1)
    assert atlas.chart().evaluate(_GLOW) > 0
    first = atlas.page.locator(_READ).get_attribute("data-passage")
    scroll_column(atlas, 400)
    until(
        lambda: atlas.page.locator(_READ).get_attribute("data-passage") != first,
        lambda: "another passage is not lit",
    )
    assert atlas.settled() == view
    switch = atlas.page.get_by_role("switch", name="Follow reading")
    row = atlas.page.locator(".st-key-column article .by").first.bounding_box()
    box = switch.bounding_box()
    assert row
    assert box
    assert row["y"] - 2 <= box["y"] + box["height"] / 2 <= row["y"] + row["height"] + 2
    assert box["x"] >= row["x"] + row["width"]
    switch.click()
    expect(atlas.page.locator(_READ)).to_have_count(0)
    scroll_column(atlas, -300)
    settle(atlas.page)
    assert atlas.chart().evaluate(_GLOW) == 0
    switch.click()


@pytest.mark.motion
def test_a_press_ends_the_light_until_the_reader_scrolls_again(atlas: Atlas) -> None:
    atlas.open()
    settle(atlas.page)
    scroll_column(atlas, 500)
    expect(atlas.page.locator(_READ)).to_have_count(1)
    assert atlas.click_on_map("nwp")
    expect(atlas.page.locator(_READ)).to_have_count(0)
    atlas.wait_card("Northwest Passage")
    settle(atlas.page)
    assert atlas.chart().evaluate(_GLOW) == 0


def test_where_motion_is_reduced_it_is_off_until_asked_for(browser: Browser, server: str) -> None:
    with opened(browser, server, fresh=True, reduced_motion="reduce") as atlas:
        atlas.open()
        settle(atlas.page)
        switch = atlas.page.get_by_role("switch", name="Follow reading")
        expect(switch).to_have_attribute("aria-checked", "false")
        scroll_column(atlas, 500)
        settle(atlas.page)
        expect(atlas.page.locator(_READ)).to_have_count(0)
        switch.focus()
        atlas.page.keyboard.press("Enter")
        expect(switch).to_have_attribute("aria-checked", "true")
        scroll_column(atlas, 300)
        expect(atlas.page.locator(_READ)).to_have_count(1)

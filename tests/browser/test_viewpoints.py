"""Whose view of borders is shown, in a browser: chosen on the page, drawn in place, in a link."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
WEDGE, CANADA, STATES = "beaufort-wedge", "beaufort-canadian-claim", "beaufort-us-equidistance"
HERE = "show=boundaries&at=-140_71_2.5"
_LOOK = """(id) => {
  const path = document.querySelector(`path[data-feature="${id}"]`);
  return path && [path.getAttribute("fill"), path.getAttribute("stroke-dasharray")].join();
}"""


def look(atlas: Atlas, feature: str) -> Any:
    """Return how the map draws a feature; None where it does not."""
    return atlas.chart().evaluate(_LOOK, feature)


def choose(atlas: Atlas, name: str) -> None:
    """Choose a viewpoint on the page."""
    atlas.page.locator(".st-key-borders button").click()
    atlas.page.locator(".st-key-viewpoint label", has_text=name).last.click()
    atlas.page.keyboard.press("Escape")


def test_a_choice_is_drawn_in_place_and_the_default_comes_back(atlas: Atlas) -> None:
    atlas.open(f"?{HERE}")
    whose = atlas.chart().locator(".legend .viewpoint")
    expect(whose).to_be_hidden()
    usual, where = look(atlas, WEDGE), atlas.settled()
    assert look(atlas, CANADA)
    assert look(atlas, STATES)
    choose(atlas, "Canada")
    until(lambda: query_of(atlas.page).get("viewpoint") == ["CA"], lambda: atlas.page.url)
    expect(whose).to_have_text("Borders as seen by Canada")
    until(lambda: look(atlas, STATES) is None, lambda: "the other line is still there")
    assert look(atlas, CANADA)
    assert look(atlas, WEDGE) == look(atlas, "ca-eez") != usual
    assert atlas.settled() == where
    label = atlas.chart().locator(f'.label[data-feature="{WEDGE}-dispute"] .line')
    expect(label).to_have_text(["Beaufort", "Sea: Canada"])
    choose(atlas, messages.BORDERS_DEFAULT)
    until(lambda: "viewpoint" not in query_of(atlas.page), lambda: atlas.page.url)
    expect(whose).to_be_hidden()
    until(lambda: look(atlas, WEDGE) == usual, lambda: "the wedge is not as it was")
    assert look(atlas, STATES)
    assert atlas.settled() == where
    assert atlas.errors == []


def test_a_link_shows_the_same_and_a_press_on_a_line_that_is_not_drawn_draws_it(
    atlas: Atlas,
) -> None:
    atlas.open(f"?viewpoint=US&{HERE}")
    whose = atlas.chart().locator(".legend .viewpoint")
    expect(whose).to_have_text("Borders as seen by the United States")
    assert look(atlas, CANADA) is None
    atlas.open(f"?viewpoint=US&feature={CANADA}&{HERE}")
    assert look(atlas, CANADA)
    expect(atlas.card()).to_contain_text("As seen by the United States:")
    assert atlas.errors == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_choice_fits_beside_the_other_filters(
    browser: Browser, server: str, width: int
) -> None:
    with opened(browser, server, width=width, height=800) as one:
        one.open("?viewpoint=US")
        page = one.page
        if width < 500:
            page.locator(".st-key-filter-open label").click()
        page.locator(".st-key-borders button").click()
        choice = page.locator(".st-key-viewpoint")
        expect(choice.get_by_role("radio", name="United States", exact=True)).to_be_checked()
        expect(page.get_by_text(messages.BORDERS_DEFAULT_NOTE)).to_be_visible()
        settle(page)
        box = page.get_by_text(messages.BORDERS_NOTE).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 800

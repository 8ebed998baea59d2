"""The menu of a telephone in a browser: a sheet below the title row, by touch and by keyboard."""

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from tests.browser.atlas import query_of
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PAGES = [
    "Atlas",
    messages.SEASON,
    messages.ARTICLES_PAGE,
    messages.VOYAGES,
    messages.EVIDENCE,
    messages.SHARE,
    messages.ABOUT,
]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_menu_is_a_sheet_of_the_page_that_a_press_beside_it_closes(
    browser: Browser, server: str, theme: str
) -> None:
    with opened(browser, server, width=390, height=844, theme=theme, has_touch=True) as one:
        page = one.open().page
        settle(page)
        page.get_by_test_id("stExpandSidebarButton").tap()
        sheet = page.locator(".stSidebar")
        links = sheet.get_by_role("link")
        expect(links).to_have_text(PAGES)
        box, row = sheet.bounding_box(), page.get_by_test_id("stHeader").bounding_box()
        assert box
        assert row
        assert (box["x"], box["width"]) == (0, 390)
        assert abs(box["y"] - row["height"]) <= 1, "the sheet does not begin at the title row"
        assert box["height"] < 844 / 2, "the sheet covers more than its links need"
        ground = "(part) => getComputedStyle(part).backgroundColor"
        assert sheet.evaluate(ground) == page.locator(".stApp").evaluate(ground)
        sizes = links.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
        assert min(sizes) >= 44
        page.locator(".st-key-column a.mention").first.dispatch_event("click", {"detail": 1})
        expect(sheet).to_be_hidden()
        assert "feature" not in query_of(page), "the press went through to what lies below"
        page.get_by_test_id("stExpandSidebarButton").tap()
        links.nth(PAGES.index(messages.EVIDENCE)).tap()
        expect(page.get_by_role("heading", name=messages.EVIDENCE, level=1)).to_be_visible()
        expect(sheet).to_be_hidden()


def test_the_menu_is_opened_and_closed_by_keyboard(browser: Browser, server: str) -> None:
    with opened(browser, server, width=390, height=844) as one:
        page = one.open().page
        settle(page)
        opener = page.get_by_test_id("stExpandSidebarButton")
        opener.locator("button").or_(opener).last.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".stSidebar a[aria-current=page]")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".stSidebar")).to_be_hidden()
        assert page.evaluate(
            "() => Boolean(document.activeElement.closest('[data-testid=stExpandSidebarButton]'))"
        )

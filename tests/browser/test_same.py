"""A click that puts a feature on the map puts it into the sentence and the list too."""

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser


def test_sentence_and_list_follow_a_click_that_highlights_a_hidden_feature(
    server: str, browser: Browser
) -> None:
    with opened(browser, server) as atlas:
        atlas.open("?hide=routes")
        page = atlas.page
        page.get_by_text(messages.FEATURE_LIST).click()
        entry = page.locator(".st-key-features [data-feature='nsr']")
        sea = page.locator(".st-key-features [data-feature='kara-sea']")
        expect(sea).to_be_visible()
        expect(entry).to_have_count(0)
        assert atlas.sentence().startswith("Showing 3 corridors,")
        atlas.click_mention("nsr", "000-4307505dd1a9bba4.3")
        atlas.wait_highlighted({"nsr"})
        expect(entry).to_be_visible()
        settle(page)
        assert atlas.sentence().startswith("Northern Sea Route: mentioned in 1 passage")
        assert "feature=nsr" in page.url
        page.locator(".st-key-card a.close").click()
        expect(entry).to_have_count(0)

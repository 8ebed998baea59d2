"""The filter in a browser: a nation under More and a role, and back."""

import re

import pytest
from playwright.sync_api import expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, until

pytestmark = pytest.mark.browser


def test_a_nation_under_more_and_a_role_filter_and_reset_clears_both(atlas: Atlas) -> None:
    atlas.open()
    page = atlas.page
    page.get_by_role("button", name=messages.MORE_NATIONS, exact=True).click()
    page.locator(".st-key-more-nations button", has_text=re.compile("Japan$")).click()
    until(lambda: "Japan" in atlas.sentence(), lambda: "a nation under More does not answer")
    page.locator(".st-key-more-nations button", has_text=re.compile("Egypt$")).click()
    expect(page.get_by_role("button", name="Egypt + 1")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".st-key-role input").click()
    page.get_by_role("option", name="Administrator").click()
    until(
        lambda: "1 route is administered by Japan or Egypt" in atlas.sentence(),
        atlas.sentence,
    )
    assert query_of(page)["nation"] == ["JP", "EG"]
    assert query_of(page)["role"] == ["administrator"]
    page.locator(".st-key-reset button").click()
    until(lambda: atlas.sentence().startswith("Showing "), lambda: "reset does not answer")
    assert not {"nation", "role"} & query_of(page).keys()
    expect(page.get_by_role("button", name=messages.MORE_NATIONS, exact=True)).to_be_visible()
    expect(page.locator(".st-key-role input")).to_have_value("Role: any")

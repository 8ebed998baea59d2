"""The POLARIS calculator in a browser: steppers, keys, and targets for a thumb."""

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from tests.browser.atlas import query_of
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
SAID, SUM = ".polaris-outcome .said", ".polaris-sum"
ROW = ".st-key-polaris-row-{}"


def test_a_press_or_a_key_changes_the_tenths_the_sum_and_the_address(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=1440, height=900) as atlas:
        page = atlas.page
        page.goto(f"{server}/season")
        expect(page.locator(SAID)).to_contain_text("−13: subject to special consideration.")
        old, open_water = (page.locator(ROW.format(one)) for one in ("second_year", "ice_free"))
        old.locator("button").first.click()
        expect(page.locator(".polaris.wrong")).to_have_text("These are 9 tenths; give 10.")
        expect(page.locator(SUM)).to_have_text("9 of 10 tenths")
        open_water.locator("input").focus()
        page.keyboard.press("ArrowUp")
        expect(page.locator(SAID)).to_contain_text("−7: elevated risk, no faster than 3 knots.")
        expect(open_water.locator("input")).to_have_value("3")
        settle(page)
        assert query_of(page)["ice"] == ["ice_free.3", "thick_fy.5", "second_year.2"]
        alone, escorted = (
            page.locator(f".polaris .wedge.{one} svg").bounding_box()
            for one in ("alone", "escorted")
        )
        assert alone is not None
        assert escorted is not None
        assert escorted["x"] - alone["x"] > 30
        settle(page)


@pytest.mark.parametrize("rest_ms", [0, 700])
def test_back_undoes_each_press_of_the_calculator(
    browser: Browser, server: str, rest_ms: int
) -> None:
    with opened(browser, server, width=1440, height=900) as atlas:
        page = atlas.page
        page.goto(f"{server}/season")
        expect(page.locator(SAID)).to_contain_text("−13")
        settle(page)
        before = [query_of(page)]
        for tenths in (3, 4, 5):
            page.locator(ROW.format("ice_free")).locator("button").last.click()
            expect(page.locator(SUM)).to_contain_text(f"{8 + tenths} of 10 tenths")
            settle(page)
            page.wait_for_timeout(rest_ms)
            before.append(query_of(page))
            assert before[-1]["ice"][0] == f"ice_free.{tenths}"
        for query in reversed(before[:-1]):
            page.go_back()
            settle(page)
            assert query_of(page) == query
            page.wait_for_timeout(rest_ms)
        expect(page.locator(SAID)).to_contain_text("−13")
        page.go_forward()
        expect(page.locator(SUM)).to_contain_text("11 of 10 tenths")


@pytest.mark.parametrize("theme", THEMES)
def test_on_a_phone_all_that_is_pressed_is_44_px_and_nothing_is_cut(
    browser: Browser, server: str, theme: str
) -> None:
    with opened(browser, server, width=390, height=844, theme=theme, **PHONE) as atlas:
        page = atlas.page
        page.goto(f"{server}/season?ice=grey_white.1&ice=medium_fy_lt_1m.9")
        expect(page.locator(SAID)).to_be_visible()
        settle(page)
        for place in page.locator('[class*="st-key-polaris-row-"] button').all():
            target = place.bounding_box()
            assert target is not None
            assert min(target["width"], target["height"]) >= 42
        for key in ("class", "example"):
            choice = page.locator(f".st-key-polaris-{key} .stSelectbox").bounding_box()
            assert choice is not None
            assert choice["height"] >= 44
            assert choice["x"] + choice["width"] <= 390 - 16
        assert messages.POLARIS_CAVEAT in page.locator(".polaris.caption").inner_text()
        box = page.locator(".st-key-polaris-box")
        assert box.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        assert violations(page, rules=THEMES[theme], within=".st-key-season-polaris") == []

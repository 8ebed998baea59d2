"""Voyages, side by side, in a browser: ticks, columns taken out, Back, keys and a telephone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.atlas import Atlas, query_of
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
_PATIENCE_MS = 60_000
_PAIR = "voyages?from=rotterdam&to=yokohama"
_THREE = f"{_PAIR}&beside=nsr&beside=suez&beside=route.nwp.route-3"
_ROUTES = "voyages?beside=route.nsr.kara-gate-sannikov&beside=route.arctic-bridge.main"
_PHONE: dict[str, Any] = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
_REACHES_ITS_END = """(one) => new Promise((done) => {
  const look = () => {
    if (one.scrollLeft + one.clientWidth >= one.scrollWidth - 1) done(true);
    else requestAnimationFrame(look);
  };
  look();
})"""


def _go(atlas: Atlas, address: str = _PAIR) -> Page:
    page = atlas.page
    page.goto(f"{atlas.address}/{address}")
    page.locator(".side-by-side").wait_for(timeout=_PATIENCE_MS)
    settle(page)
    return page


def _heads(page: Page) -> Locator:
    return page.locator(".side-by-side thead th.way strong")


def _take_out(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"Take {name} out of the table")


def test_three_are_ticked_a_fourth_replaces_the_oldest_and_can_be_undone(atlas: Atlas) -> None:
    page = _go(atlas)
    expect(_heads(page)).to_have_text(["Northern Sea Route", "Suez Canal"])
    page.get_by_role("checkbox", name="Compare Panama Canal").click()
    expect(_heads(page)).to_have_text(["Northern Sea Route", "Suez Canal", "Panama Canal"])
    page.get_by_role("checkbox", name="Compare Cape of Good Hope").click()
    expect(_heads(page)).to_have_text(["Suez Canal", "Panama Canal", "Cape of Good Hope"])
    said = page.locator(".side-by-side [role=status]")
    expect(said).to_contain_text("Cape of Good Hope in place of Northern Sea Route.")
    page.get_by_role("button", name="Undo").click()
    expect(_heads(page)).to_have_text(["Northern Sea Route", "Suez Canal", "Panama Canal"])
    expect(said).to_have_count(0)
    page.go_back()
    expect(_heads(page)).to_have_text(["Suez Canal", "Panama Canal", "Cape of Good Hope"])


def test_a_column_is_taken_out_by_key_and_the_focus_stays_in_the_table(atlas: Atlas) -> None:
    page = _go(atlas, _THREE)
    _take_out(page, "Suez Canal").press("Enter")
    expect(_heads(page)).to_have_text(["Northern Sea Route", "Northwest Passage"])
    expect(page.locator(".side-by-side .take-out").last).to_be_focused()
    assert query_of(page)["beside"] == ["nsr", "route.nwp.route-3"]


def test_a_chosen_variant_of_a_route_leaves_the_focus_on_its_list(atlas: Atlas) -> None:
    page = _go(atlas, _ROUTES)
    summary = page.locator(".side-by-side .variants summary")
    summary.press("Enter")
    page.get_by_role("button", name="Yugorsky Shar").press("Enter")
    expect(summary).to_contain_text("named route: Yugorsky Shar")
    expect(summary).to_be_focused()
    assert query_of(page)["beside"] == ["route.nsr.yugorsky-shar", "route.arctic-bridge.main"]


def test_a_route_is_found_and_added_by_keyboard(atlas: Atlas) -> None:
    page = _go(atlas)
    choice = page.get_by_role("combobox", name="Add a route or your track")
    choice.click()
    page.keyboard.type("Arctic Bridge")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(_heads(page)).to_have_text(["Northern Sea Route", "Suez Canal", "Arctic Bridge"])
    expect(choice).to_have_value("")


def test_back_leaves_the_own_track_and_what_stands_beside_it(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("lon,lat\n10,70\n0,66\n-20,62\n-45,58\n-60,60\n", encoding="utf-8")
    with opened(browser, server) as atlas:
        page = _go(atlas)
        page.get_by_role("button", name="Your own track").click()
        page.set_input_files(".st-key-track-drop input[type=file]", str(file))
        page.wait_for_selector(".st-key-track-answer .track-zones", timeout=_PATIENCE_MS)
        assert query_of(page)["show"] == ["own-track"]
        page.get_by_role("combobox", name="Compare with a route or a way").click()
        page.keyboard.type("Arctic Bridge")
        page.keyboard.press("Enter")
        expect(_heads(page)).to_have_text(["Your track", "Arctic Bridge"])
        page.go_back()
        expect(_heads(page)).to_have_count(0)
        expect(page.locator(".track-lanes")).to_be_visible()
        page.go_back()
        expect(_heads(page)).to_have_text(["Northern Sea Route", "Suez Canal"])
        expect(page.locator(".track-lanes")).to_have_count(0)


@pytest.mark.parametrize("address", [_PAIR, _ROUTES])
def test_two_columns_fit_a_phone_without_moving_sideways(
    browser: Browser, server: str, address: str
) -> None:
    with opened(browser, server, **_PHONE) as atlas:
        page = _go(atlas, address)
        frame = page.locator(".side-by-side .frame")
        assert frame.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        right = frame.evaluate("(one) => one.getBoundingClientRect().right")
        for cell in page.locator(".side-by-side tbody :is(th, td)").all():
            box = cell.bounding_box()
            assert box is None or box["x"] + box["width"] <= right + 0.5
        less = page.locator(".row-distance .difference")
        label = less.evaluate("(one) => getComputedStyle(one, '::before').content")
        assert "Left against right" in label


def test_three_columns_on_a_phone_show_that_there_is_more_and_answer_the_arrow_keys(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, **_PHONE) as atlas:
        page = _go(atlas, _THREE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        frame = page.locator(".side-by-side .frame")
        assert frame.evaluate("(one) => one.scrollWidth > one.clientWidth")
        assert "linear-gradient" in frame.evaluate("(one) => getComputedStyle(one).backgroundImage")
        frame.focus()
        for _ in range(8):
            page.keyboard.press("ArrowRight")
        assert frame.evaluate(_REACHES_ITS_END)


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_three_columns(browser: Browser, server: str, theme: str) -> None:
    with opened(browser, server, theme=theme, **_PHONE) as atlas:
        page = _go(atlas, _THREE)
        assert violations(page, rules=THEMES[theme]) == []

"""The filter in a browser: a nation under More and a role, and back."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle
from tests.browser.test_articles import text_file, upload

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


def test_at_1280_the_strip_stands_in_one_row_with_its_words(browser: Browser, server: str) -> None:
    with opened(browser, server, width=1280, height=720) as one:
        one.open("?nation=KP&nation=GB&nation=RU&role=administrator")
        strip = one.page.locator(".st-key-filter")
        edges = strip.locator(":scope > *").evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect()).map((b) => [b.left, b.right])"
        )
        assert len(edges) >= 5
        assert edges[-1][1] <= strip.evaluate("(box) => box.getBoundingClientRect().right") + 1
        assert all(after[0] >= before[1] for before, after in pairwise(edges))
        for words in (messages.NATIONS, messages.RESET):
            shown = strip.get_by_text(words, exact=True)
            assert shown.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1"), words
            box = shown.bounding_box()
            assert box, words
            assert box["width"] > 5 * len(words), words


@pytest.mark.parametrize("width", [390, 1280, 1440, 1920])
def test_the_choice_of_an_article_is_whole_beside_long_titles(
    browser: Browser, server: str, width: int
) -> None:
    title = "Kirkenes wants container ships from the Northwest Passage " * 3
    with opened(browser, server, width=1440, height=900) as one:
        page = one.open().page
        upload(page, *(text_file(f"{n}.txt", f"{title}{n}\n\nThe Kara Sea.") for n in (1, 2)))
        go_to_map(page)
        page.set_viewport_size({"width": width, "height": 800})
        choice = page.locator(".st-key-article-box .stSelectbox")
        choice.locator("input").click()
        page.get_by_role("option", name=title).first.click()
        until(lambda: "article" in query_of(page), lambda: "the choice does not answer")
        settle(page)
        choice.scroll_into_view_if_needed()
        for part in (choice, choice.locator("svg").last):
            box = part.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        strip = page.locator(".st-key-filter")
        assert strip.evaluate("(box) => box.scrollWidth <= box.clientWidth + 1")


def go_to_map(page: Page) -> None:
    """Go to the Atlas by the navigation."""
    page.get_by_role("link", name="Atlas", exact=True).first.click()
    expect(page.locator(".st-key-column article").first).to_be_visible()
    settle(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_under_any_filter_the_map_names_lands_and_seas_and_keeps_a_legend(
    browser: Browser, server: str, theme: str
) -> None:
    seen = """(quiet) => [...document.querySelectorAll(`.label${quiet}`)]
      .filter((one) => one.style.visibility !== "hidden").map((one) => one.dataset.feature)"""
    with opened(browser, server, theme=theme) as one:
        one.open("?nation=CN")
        assert {"RU", "NO", "bering-strait", "arctic-ocean"} <= set(
            one.chart().evaluate(seen, ".quiet")
        )
        assert "nsr" not in one.chart().evaluate(seen, "")
        one.page.goto(f"{server}/?nation=FI&nation=CN&match=all&hide=seas")
        named = set(one.chart().evaluate(seen, ""))
        assert {"RU", "CA", "bering-strait", "north-pole"} <= named
        assert "arctic-ocean" not in named, "the seas are switched off"
        expect(one.chart().locator(".legend li").first).to_be_visible()
        one.page.get_by_role("button", name=messages.CLEAR_FILTER).click()
        until(lambda: "nsr" in one.chart().evaluate(seen, ""), lambda: "no route")
        assert one.chart().evaluate(seen, ".quiet") == []


@pytest.mark.parametrize("width", [390, 360, 820])
def test_where_nations_have_no_room_they_scroll_and_each_can_be_seen_and_chosen(
    browser: Browser, server: str, width: int
) -> None:
    with opened(browser, server, width=width, height=740, has_touch=True, is_mobile=True) as atlas:
        atlas.page.goto(f"{server}/evidence")
        settle(atlas.page)
        box = atlas.page.locator(".st-key-nations").bounding_box()
        assert box
        assert box["width"] > 0.5 * width
        atlas.chip("China").tap()
        until(lambda: query_of(atlas.page).get("nation") == ["CN"], lambda: atlas.page.url)

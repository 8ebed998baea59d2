"""The first screen: map and column above the fold, one title row, a map in sight on a telephone."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
DESKS = [(1280, 720), (1440, 900), (1920, 1080)]
MAP = ".st-key-map-box iframe"
FOOT = 32
COLUMN = ".st-key-reading"
SCROLLED = "(part) => document.querySelector(part).scrollTop"
TITLE_ROW = ("h1", ".st-key-search-box input", "nav a")
FITS = """() => ["html", ".stMain", ".stMainBlockContainer"]
  .map((part) => document.querySelector(part))
  .every((part) => part.scrollWidth <= part.clientWidth + 1)"""


def box(page: Page, part: str) -> dict[str, float]:
    """Return the edges of a part of the page in the window."""
    found: dict[str, Any] = page.locator(part).first.evaluate(
        "(one) => one.getBoundingClientRect().toJSON()"
    )
    return found


@pytest.mark.parametrize(("width", "height"), DESKS)
@pytest.mark.parametrize("query", ["", "?feature=nsr&nation=RU&nation=NO"])
def test_map_and_column_end_above_the_fold(
    browser: Browser, server: str, width: int, height: int, query: str
) -> None:
    with opened(browser, server, width=width, height=height) as atlas:
        page = atlas.open(query).page
        settle(page)
        chart, column = box(page, MAP), box(page, COLUMN)
        for one in (chart, column):
            assert (one["top"], one["bottom"]) == (104, height - 14)
        assert chart["right"] < column["left"]
        assert 450 <= column["width"] <= 640
        assert (chart["left"], column["right"]) == (24, width - 24)
        assert page.evaluate("() => document.querySelector('.stMain').scrollHeight") <= height
        assert page.evaluate(FITS)
        for part in TITLE_ROW:
            assert box(page, part)["top"] >= 0, part
            assert box(page, part)["bottom"] <= 52, part
        strip = box(page, ".st-key-filter")
        assert (strip["top"], strip["bottom"]) == (52, 98)
        strip_fits = (
            "(strip) => strip.lastElementChild.getBoundingClientRect().right <= innerWidth - 23"
        )
        assert page.locator(".st-key-filter").evaluate(strip_fits)


def test_card_sentence_and_article_scroll_as_one_and_the_page_does_not(atlas: Atlas) -> None:
    page = atlas.page
    page.set_viewport_size({"width": 1280, "height": 720})
    atlas.open("?feature=nsr")
    atlas.wait_card("Northern Sea Route")
    inner = """(column) => [...document.querySelectorAll(`${column} *`)]
      .filter((part) => part.scrollHeight > part.clientHeight + 1)
      .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY))
      .map((part) => part.className)"""
    assert page.evaluate(inner, COLUMN) == []
    page.mouse.move(1000, 400)
    page.mouse.wheel(0, 900)
    until(lambda: page.evaluate(SCROLLED, COLUMN) > 800, lambda: "the column does not scroll")
    assert page.evaluate(SCROLLED, ".stMain") == 0
    assert box(page, ".st-key-card")["top"] < 0


TOP = "(part) => part.getBoundingClientRect().top"


@pytest.mark.parametrize("phone", [False, True])
def test_a_press_in_the_article_shows_the_card_and_closing_it_gives_the_place_back(
    browser: Browser, server: str, *, phone: bool
) -> None:
    size = {"width": 390, "height": 844, **PHONE} if phone else {"width": 1280, "height": 720}
    with opened(browser, server, **size) as atlas:
        page = atlas.open().page
        scroller = ".stMain" if phone else COLUMN
        name = atlas.mentions().last
        name.scroll_into_view_if_needed()
        assert page.evaluate(SCROLLED, scroller) > 0
        place = name.evaluate(TOP)
        name.click()
        expect(atlas.card()).to_be_visible()
        top = box(page, MAP)["bottom"] if phone else 104
        until(
            lambda: top <= box(page, ".st-key-card")["top"] < top + 60,
            lambda: f"the card is at {box(page, '.st-key-card')}",
        )
        settle(page)
        page.get_by_role("link", name=messages.CLOSE).click()
        expect(atlas.card()).to_have_count(0)
        until(
            lambda: abs(name.evaluate(TOP) - place) < 3,
            lambda: f"at {name.evaluate(TOP)}, not {place}",
        )


@pytest.mark.parametrize("phone", [False, True])
def test_a_link_to_a_passage_brings_it_into_sight(
    browser: Browser, server: str, *, phone: bool
) -> None:
    size = {"width": 390, "height": 844, **PHONE} if phone else {"width": 1280, "height": 720}
    with opened(browser, server, **size) as atlas:
        page = atlas.open().page
        name = atlas.mentions().last
        feature, passage = (name.get_attribute(f"data-{part}") for part in ("feature", "passage"))
        atlas.open(f"?feature={feature}&passage={passage}")
        top, bottom = (422, 844) if phone else (104, 706)
        current = f'{COLUMN} blockquote[data-passage="{passage}"].current'
        until(
            lambda: top <= box(page, current)["top"] < bottom - 40,
            lambda: f"the passage is at {box(page, current)}",
        )


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 640)])
def test_held_upright_the_map_stays_in_the_upper_half_while_the_sheet_goes_by(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height, **PHONE) as atlas:
        page = atlas.open("?feature=nsr").page
        settle(page)
        assert page.evaluate(FITS)
        for scroll in (0, 600):
            page.locator(".stMain").evaluate("(main, by) => main.scrollBy(0, by)", scroll)
            chart = box(page, MAP)
            assert (chart["top"], chart["bottom"], chart["width"]) == (48, height / 2, width)
        assert box(page, ".st-key-card")["top"] < height / 2


@pytest.mark.parametrize(("width", "height"), [(844, 390), (640, 360)])
def test_held_sideways_the_sheet_is_beside_the_map(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height, **PHONE) as atlas:
        page = atlas.open("?feature=nsr").page
        settle(page)
        chart, column = box(page, MAP), box(page, COLUMN)
        assert chart["right"] < column["left"]
        assert (chart["top"], chart["bottom"]) == (column["top"], column["bottom"]) == (48, height)
        assert page.evaluate(FITS)


def test_on_a_telephone_search_filter_and_pages_are_within_a_thumbs_reach(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=390, height=844, **PHONE) as atlas:
        page = atlas.open().page
        symbols = (
            ".st-key-search-box",
            ".st-key-filter-open label",
            "[data-testid=stExpandSidebarButton]",
        )
        boxes = [box(page, part) for part in symbols]
        for one in boxes:
            assert one["width"] >= 44
            assert one["height"] >= 44
            assert one["bottom"] <= 48
        assert box(page, "h1")["right"] <= boxes[0]["left"]
        assert all(left["right"] <= right["left"] for left, right in pairwise(boxes))

        assert not page.locator(".st-key-filter").is_visible()
        page.locator(symbols[1]).tap()
        expect(page.locator(".st-key-filter")).to_be_visible()
        chip = atlas.chip("Russia")
        assert (chip.bounding_box() or {})["height"] >= 44
        chip.tap()
        until(lambda: query_of(page).get("nation") == ["RU"], lambda: str(query_of(page)))
        page.locator(symbols[1]).tap()
        expect(page.locator(".st-key-filter")).to_be_hidden()

        page.locator(".st-key-search input").tap()
        until(lambda: box(page, symbols[0])["width"] > 350, lambda: "the search stays a symbol")
        page.keyboard.type("Vilkitsky")
        page.get_by_role("option").first.tap()
        expect(atlas.card().locator("header h2")).to_contain_text("Vilkitsky")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_each_page_has_the_title_row_and_leads_home(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height) as atlas:
        page = atlas.page
        unseen = {"voyages": ".st-key-voyage-page", "season": ".st-key-season-page"}  # their titles
        for name in ("about", "articles", *unseen, "evidence", "share", "names", "hosting"):
            page.goto(f"{server}/{name}")
            page.locator("h1").wait_for()
            settle(page)
            brand = box(page, ".st-key-brand")
            assert 0 <= brand["top"] <= brand["bottom"] <= 52, name
            if name in unseen:
                assert box(page, unseen[name])["top"] > brand["bottom"], name
            else:
                assert box(page, "h1")["top"] > 52, name
            assert page.evaluate(FITS), name
        page.get_by_role("link", name=messages.APP, exact=True).click()
        atlas.chart()


def test_the_menu_names_seven_pages_and_underlines_this_one(atlas: Atlas) -> None:
    page = atlas.page
    page.goto(f"{atlas.address}/evidence")
    links = page.get_by_test_id("stTopNavLink")
    expect(links).to_have_text(
        [
            "Atlas",
            messages.SEASON,
            messages.ARTICLES_PAGE,
            messages.VOYAGES,
            messages.EVIDENCE,
            messages.SHARE,
            messages.ABOUT,
        ]
    )
    lined = links.evaluate_all(
        "(all) => all.filter((one) => getComputedStyle(one).boxShadow !== 'none')"
        ".map((one) => one.textContent)"
    )
    assert lined == [messages.EVIDENCE]


@pytest.mark.parametrize(("query", "top"), [("", 0), ("&nation=XX", 40)])
def test_embedded_the_map_fills_the_window(atlas: Atlas, query: str, top: int) -> None:
    page = atlas.page
    page.set_viewport_size({"width": 700, "height": 500})
    page.goto(f"{atlas.address}/?embed=true{query}")
    atlas.chart()
    settle(page)
    chart = box(page, MAP)
    assert [chart[edge] for edge in ("left", "top", "right", "bottom")] == [0, top, 700, 500 - FOOT]
    foot = page.locator(".embed-foot")
    assert foot.inner_text().startswith(f"{messages.APP}\n{messages.NOT_FOR_NAVIGATION}")
    assert (foot.bounding_box() or {})["y"] >= 500 - FOOT
    assert page.evaluate("() => document.querySelector('.stMain').scrollHeight") <= 500


@pytest.mark.parametrize("width", [1000, 1152])
def test_where_chips_have_no_room_role_and_any_or_all_are_in_sight(
    browser: Browser, server: str, width: int
) -> None:
    with opened(browser, server, width=width, height=720) as atlas:
        atlas.open()
        for part in (".st-key-role", ".st-key-match"):
            box = atlas.page.locator(part).bounding_box()
            assert box
            assert box["x"] + box["width"] <= width, part


def test_a_press_on_northern_land_means_its_state_and_not_the_region_over_it(atlas: Atlas) -> None:
    atlas.open()
    chart = atlas.chart()
    found = chart.evaluate(
        """() => {
          const path = document.querySelector('path[data-feature="GL"], path[data-feature="RU"]');
          const at = path.getBoundingClientRect();
          const steps = [...Array(30).keys()].map((i) => (i + 1) / 31);
          return [...new Set(steps.flatMap((x) => steps.map((y) => document.elementFromPoint(
            at.x + x * at.width, at.y + y * at.height)))
            .filter((part) => part && part.dataset.feature)
            .map((part) => part.dataset.feature))];
        }"""
    )
    assert "RU" in found
    assert "arctic" not in found


def test_at_the_end_of_the_column_the_wheel_moves_nothing_else(atlas: Atlas) -> None:
    page = atlas.page
    page.set_viewport_size({"width": 1280, "height": 720})
    atlas.open()
    settle(page)
    chart = box(page, MAP)
    page.mouse.move(1000, 400)
    for _ in range(6):
        page.mouse.wheel(0, 4000)
        page.wait_for_timeout(150)
    column = "(part) => part.scrollHeight - part.clientHeight - part.scrollTop"
    assert page.locator(COLUMN).evaluate(column) < 2
    assert box(page, MAP) == chart
    assert page.evaluate(SCROLLED, ".stMain") == 0
    fold = page.locator(".st-key-list summary")
    expect(fold).to_be_in_viewport()
    assert fold.evaluate("(part) => part.getBoundingClientRect().bottom") <= chart["bottom"]


@pytest.mark.parametrize("phone", [False, True])
def test_what_is_chosen_in_the_list_has_card_and_map_in_sight(
    browser: Browser, server: str, *, phone: bool
) -> None:
    size = {"width": 390, "height": 844, **PHONE} if phone else {"width": 1280, "height": 720}
    with opened(browser, server, **size) as atlas:
        page = atlas.open().page
        fold = page.locator(".st-key-list summary")
        fold.scroll_into_view_if_needed()
        fold.click()
        place = page.locator('.st-key-list a[data-feature="hans-island-settlement"]')
        place.scroll_into_view_if_needed()
        place.click()
        expect(atlas.card()).to_be_visible()
        top = box(page, MAP)["bottom"] if phone else 104
        until(
            lambda: top <= box(page, ".st-key-card")["top"] < top + 60,
            lambda: f"the card is at {box(page, '.st-key-card')}",
        )
        expect(page.locator(MAP)).to_be_in_viewport(ratio=1)
        page.get_by_role("link", name=messages.CLOSE).click()
        expect(place).to_be_in_viewport()

"""The beginning in a browser: views to start from, and the tour by keyboard, mouse and thumb."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo import messages
from geo.markup.tour import STEPS
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import drawn_map, highlighted_in, settle

pytestmark = pytest.mark.browser
LAST = len(STEPS)
FOCUSED = """() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  return at ? (at.innerText || "").trim() : "";
}"""


def start(page: Page) -> Locator:
    return page.locator(".st-key-beginning .start")


def tour(page: Page) -> Locator:
    return page.get_by_role("region", name=messages.TOUR_NAME)


def at_step(page: Page, number: int) -> None:
    """Wait until the tour stands at a step, and the address with it."""
    said = messages.TOUR_STEP.format(number=number, count=LAST)
    expect(tour(page).get_by_text(said, exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"\?tour={number}$"))


def title(number: int) -> str:
    """Return the heading of a step."""
    return messages.TOUR[STEPS[number - 1].key][0]


def test_the_start_stands_in_the_first_screen_and_goes_with_the_first_press(atlas: Atlas) -> None:
    atlas.open()
    expect(start(atlas.page)).to_be_in_viewport(ratio=1)
    atlas.page.locator(".st-key-column a.mention").first.click()
    expect(start(atlas.page)).to_have_count(0)
    atlas.page.get_by_role("link", name=messages.CLOSE).click()
    expect(atlas.card()).to_have_count(0)
    expect(start(atlas.page)).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280, 1440, 1920])
def test_map_and_start_share_the_first_screen(server: str, browser: Browser, width: int) -> None:
    heights = {390: 844, 1280: 720, 1440: 900, 1920: 1080}
    with opened(browser, server, width=width, height=heights[width]) as atlas:
        atlas.open()
        expect(start(atlas.page).locator(".lead")).to_be_in_viewport(ratio=1)
        expect(atlas.page.locator(".st-key-map-box iframe")).to_be_in_viewport(ratio=1)
        height = start(atlas.page).evaluate("(block) => block.offsetHeight")
        assert height < 0.25 * heights[width]


def test_a_view_to_start_from_needs_no_load_of_the_page_and_is_a_plain_address(
    atlas: Atlas,
) -> None:
    atlas.open()
    atlas.page.evaluate("() => { window.stayed = true; }")
    link = start(atlas.page).get_by_role("link", name=messages.START_VIEWS["disputes"][0])
    where = link.get_attribute("href")
    link.click()
    expect(atlas.page).to_have_url(f"{atlas.address}/{where}")
    expect(start(atlas.page)).to_have_count(0)
    expect(atlas.card()).to_contain_text("Beaufort Sea boundary")
    name = atlas.chart().locator('.label.lit[data-feature="beaufort-wedge-dispute"]')
    expect(name).to_have_text(re.compile(r"Beaufort Sea:\s*Canada, US"))
    expect(name).to_be_visible()
    assert atlas.page.evaluate("() => window.stayed === true")


def test_back_from_a_view_to_start_from_brings_the_others_back(atlas: Atlas) -> None:
    page = atlas.open().page
    first, *_ = messages.START_VIEWS.values()
    start(page).get_by_role("link", name=first[0]).click()
    atlas.wait_card("Northern Sea Route")
    expect(start(page)).to_have_count(0)
    settle(page)
    page.go_back()
    expect(start(page)).to_be_visible()
    settle(page)
    atlas.chip("Norway").click()
    expect(start(page)).to_have_count(0)
    settle(page)
    page.go_back()
    until(lambda: query_of(page) == {}, lambda: f"the address is {page.url}")
    settle(page)
    expect(start(page)).to_have_count(0)


def test_a_modifier_key_opens_a_view_to_start_from_in_another_tab(atlas: Atlas) -> None:
    atlas.open()
    with atlas.page.context.expect_page() as other:
        start(atlas.page).locator("a.go").first.click(modifiers=["ControlOrMeta"])
    assert "feature=nsr" in other.value.url
    other.value.close()
    expect(start(atlas.page)).to_be_visible()


def test_the_start_can_be_closed_and_comes_back_from_about(atlas: Atlas) -> None:
    atlas.open()
    start(atlas.page).get_by_role("link", name=messages.START_CLOSE).click()
    expect(start(atlas.page)).to_have_count(0)
    assert query_of(atlas.page) == {}
    atlas.page.get_by_role("link", name=messages.ABOUT, exact=True).click()
    atlas.page.get_by_role("link", name=messages.START_AGAIN).click()
    expect(start(atlas.page)).to_be_visible()
    expect(atlas.page).to_have_url(re.compile(r"\?tour=start$"))


def test_the_whole_tour_by_keyboard_and_back_again(atlas: Atlas) -> None:
    page = atlas.open().page
    start(page).get_by_role("link", name=messages.START_VIEWS["tour"][0]).focus()
    page.keyboard.press("Enter")
    for number, step in enumerate(STEPS, start=1):
        at_step(page, number)
        assert page.evaluate(FOCUSED) == title(number)
        settle(page)
        assert bool(highlighted_in(atlas.chart())) == bool(step.view.feature)
        if number < LAST:
            page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")  # the last step has none after it
    at_step(page, LAST)
    for number in (LAST - 1, LAST - 2):  # the last step but one has a link of its own
        page.keyboard.press("ArrowLeft")
        at_step(page, number)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == messages.TOUR_BACK
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == messages.TOUR_NEXT
    page.keyboard.press("Enter")
    at_step(page, LAST - 1)


def test_back_in_the_browser_goes_one_step_back(atlas: Atlas) -> None:
    page = atlas.open("?tour=2").page
    at_step(page, 2)
    for number in (3, 4):
        tour(page).get_by_role("link", name=messages.TOUR_NEXT).click()
        at_step(page, number)
        settle(page)
    atlas.settled()
    settle(page)
    page.go_back()
    at_step(page, 3)
    atlas.wait_highlighted({"nsr"})
    page.go_back()
    at_step(page, 2)
    page.go_forward()
    at_step(page, 3)


@pytest.mark.parametrize("how", ["Escape", "cross", "last"])
def test_however_it_ends_the_tour_leaves_no_filter_and_no_selection(atlas: Atlas, how: str) -> None:
    number = len(STEPS) if how == "last" else 4
    page = atlas.open(f"?tour={number}").page
    at_step(page, number)
    settle(page)
    end = tour(page).get_by_role("link", name=messages.TOUR_END)
    end.focus()
    page.keyboard.press("Escape" if how == "Escape" else "Enter")
    expect(tour(page)).to_have_count(0)
    until(lambda: not query_of(page), lambda: f"the address keeps {query_of(page)}")
    settle(page)
    assert atlas.sentence().startswith("Showing 8 routes"), "a filter of the tour is still on"
    expect(atlas.card()).to_have_count(0)
    assert page.evaluate("() => document.activeElement.matches('.st-key-reading')")


def test_whoever_turns_aside_finds_the_way_back_to_the_step(atlas: Atlas) -> None:
    page = atlas.open("?tour=3").page
    at_step(page, 3)
    assert atlas.click_on_map("nwp")
    atlas.wait_card("Northwest Passage")
    expect(page).to_have_url(re.compile(r"\?feature=nwp$"))
    tour(page).get_by_role("link", name=messages.TOUR_RESUME).click()
    at_step(page, 3)
    atlas.wait_highlighted({"nsr"})
    assert atlas.click_on_map("nwp")
    atlas.wait_card("Northwest Passage")
    tour(page).get_by_role("link", name=messages.TOUR_END).click()
    expect(tour(page)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?feature=nwp$"))


def test_the_tour_stays_above_the_passage_that_it_opens(atlas: Atlas) -> None:
    page = atlas.open("?tour=5").page
    at_step(page, 5)
    settle(page)
    passage = page.locator(".st-key-column blockquote.passage.current")
    expect(passage).to_be_in_viewport(ratio=1)
    foot = tour(page).evaluate("(block) => block.getBoundingClientRect().bottom")
    assert passage.evaluate("(quote) => quote.getBoundingClientRect().top") >= foot


def test_the_tour_stays_at_the_top_of_its_column_while_the_rest_goes_by(atlas: Atlas) -> None:
    atlas.page.set_viewport_size({"width": 1280, "height": 720})
    atlas.open("?tour=1")
    settle(atlas.page)
    tour = atlas.page.locator(".panel .tour")
    before = tour.bounding_box()
    atlas.page.locator(".st-key-reading").evaluate("(column) => column.scrollTo(0, 700)")
    assert atlas.page.locator(".st-key-reading").evaluate("(column) => column.scrollTop") > 300
    assert tour.bounding_box() == before


def test_nothing_moves_by_itself_where_a_reader_asked_for_less_motion(
    server: str, browser: Browser
) -> None:
    with opened(browser, server, reduced_motion="reduce") as atlas:
        page = atlas.open("?tour=1").page
        at_step(page, 1)
        tour(page).get_by_role("link", name=messages.TOUR_NEXT).click()
        at_step(page, 2)
        moving = "() => document.getAnimations().map((one) => one.playState)"
        assert "running" not in page.evaluate(moving)
        assert atlas.chart().evaluate("() => !document.querySelector('.leaflet-zoom-anim')")


def test_on_a_telephone_the_tour_is_read_with_the_map_in_sight(
    server: str, browser: Browser
) -> None:
    with opened(browser, server, width=390, height=844, has_touch=True, is_mobile=True) as atlas:
        page = atlas.open("?tour=1").page
        for number in range(1, LAST + 1):
            at_step(page, number)
            settle(page)
            expect(tour(page)).to_be_in_viewport(ratio=1)
            expect(page.locator(".st-key-map-box iframe")).to_be_in_viewport(ratio=1)
            foot = page.locator(".st-key-map-side").evaluate(
                "(m) => m.getBoundingClientRect().bottom"
            )
            assert tour(page).evaluate("(block) => block.getBoundingClientRect().top") >= foot - 1
            for link in tour(page).get_by_role("link").all():
                box = link.bounding_box()
                assert box
                assert min(box["width"], box["height"]) >= 44
            if number < LAST:
                tour(page).get_by_role("link", name=messages.TOUR_NEXT).tap()


def test_an_embedded_map_has_neither_start_nor_tour(atlas: Atlas) -> None:
    for query in ("?embed=true&with=articles", "?embed=true&with=articles&tour=3"):
        page = atlas.open(query).page
        expect(start(page)).to_have_count(0)
        expect(tour(page)).to_have_count(0)
    atlas.wait_highlighted({"nsr"})


@pytest.mark.parametrize("query", ["", "?tour=2", "?tour=9"])
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_at_the_beginning(
    server: str, browser: Browser, query: str, theme: str
) -> None:
    with opened(browser, server, theme=theme) as atlas:
        page = atlas.open(query).page
        drawn_map(page)
        settle(page)
        assert violations(page, rules=THEMES[theme]) == []


def test_escape_on_the_map_leaves_a_step_as_it_is(atlas: Atlas) -> None:
    atlas.open("?tour=3")
    settle(atlas.page)
    lit = atlas.highlighted()
    assert lit
    atlas.chart().get_by_role("button", name="Zoom in").press("Escape")
    settle(atlas.page)
    assert atlas.highlighted() == lit
    assert query_of(atlas.page)["tour"] == ["3"]

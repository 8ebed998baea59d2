"""The map of the ice in a browser: the slider, the play of the year, the address, and its speed."""

import re
from statistics import median

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
BUDGET_MS = 100.0
_MONTHS_TAKEN = """async (input) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const taken = [];
  await drawn();
  for (let month = 1; month <= 12; month += 1) {
    const began = performance.now();
    input.value = month;
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    await drawn();
    taken.push(performance.now() - began);
  }
  return taken;
}"""
"""How long each month takes from the move of the slider to the frame that shows it."""
_CROSSED = """(svg) => {
  const shown = (one) => getComputedStyle(one).display !== "none" && one.getClientRects().length;
  const seen = (one) => shown(one) && (!one.closest("g[class^=m]") || shown(one.closest("g")));
  const lines = [...svg.querySelectorAll(".track .line, .edge, .edge-marked")].filter(seen);
  const box = (one) => one.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text:not(.land-name)")].filter(shown);
  const inside = (at, part) => at.x > part.left + 1 && at.x < part.right - 1
    && at.y > part.top + 3 && at.y < part.bottom - 3;
  const found = [];
  lines.forEach((line) => {
    const matrix = line.getScreenCTM(), whole = line.getTotalLength();
    for (let at = 0; at <= whole; at += 6) {
      const point = line.getPointAtLength(at).matrixTransform(matrix);
      texts.forEach((text) => text.querySelectorAll("tspan").forEach((row) => {
        if (inside(point, box(row))) found.push(row.textContent);
      }));
    }
  });
  const all = [...svg.querySelectorAll("text")].filter(shown);
  all.forEach((one, i) => all.slice(0, i).forEach((other) => {
    const [a, b] = [box(one), box(other)];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 4) found.push(`${one.textContent} on ${other.textContent}`);
  }));
  return [...new Set(found)];
}"""
"""Names that a line crosses or another name covers, in the month that is seen."""

# Notes each month as it is shown, what the address holds then, and what the button would do.
_RECORD_MONTHS = """(play) => {
  window.seen = [];
  addEventListener("arctic-month", () => seen.push([
    arcticMonths.now,
    new URLSearchParams(location.search).get("month"),
    play.getAttribute("aria-label"),
  ]));
}"""


def go(atlas: Atlas, query: str = "") -> Page:
    """Open the page and wait until it has run to its end and the slider is there."""
    atlas.page.goto(f"{atlas.address}/season{query}")
    slider(atlas.page).wait_for()
    settle(atlas.page)
    return atlas.page


def slider(page: Page) -> Locator:
    """Return the slider."""
    return page.locator(".months input")


def head(page: Page) -> str:
    """Return the month that the line above the map names."""
    found = page.locator(".map-head strong").evaluate_all(
        "(all) => all.filter((one) => one.getClientRects().length).map((one) => one.textContent)"
    )
    (name,) = found
    return str(name)


def month_of(page: Page) -> str:
    """Return the month in the address, or ''."""
    return str(query_of(page).get("month", [""])[0])


def wait_month(page: Page, month: str) -> None:
    """Wait until the address holds a month."""
    until(lambda: month_of(page) == month, lambda: f"the address is {page.url}")


def test_the_arrow_keys_move_the_month_and_the_address_and_back_brings_it_again(
    atlas: Atlas,
) -> None:
    page = go(atlas)
    assert head(page) == "February"
    expect(slider(page)).to_have_attribute("aria-valuetext", "February, the article’s month")
    page.locator(".ice-field .m2").wait_for()
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    assert head(page) == "March", "at once, without the server"
    assert page.locator(".ice-field .m3").is_visible()
    assert not page.locator(".ice-field .m2").is_visible()
    wait_month(page, "3")
    page.keyboard.press("End")
    wait_month(page, "12")
    settle(page)
    assert slider(page).evaluate("(one) => one.getRootNode().activeElement === one")
    expect(slider(page)).to_have_attribute("aria-valuetext", "December")
    page.go_back()
    wait_month(page, "3")
    expect(slider(page)).to_have_value("3")
    assert head(page) == "March"


def test_a_link_shows_its_month(atlas: Atlas) -> None:
    page = go(atlas, "?month=9")
    assert head(page) == "September"
    expect(page.locator("text.edge-name.m9:not(.marked)")).to_be_visible()
    assert page.locator(".edge-marked").is_visible()
    page = go(atlas, "?month=2")
    assert head(page) == "February"
    assert not page.locator(".edge-marked").is_visible()


def test_the_map_is_not_drawn_again_for_a_month(atlas: Atlas) -> None:
    page = go(atlas)
    page.locator(".season-map").evaluate("(one) => { one.dataset.kept = 'yes'; }")
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    wait_month(page, "3")
    settle(page)
    assert page.locator(".season-map").get_attribute("data-kept") == "yes"


@pytest.mark.motion
def test_the_year_plays_to_its_end_and_then_the_address_has_it(atlas: Atlas) -> None:
    page = go(atlas, "?month=10")
    play = page.locator(".play")
    play.evaluate(_RECORD_MONTHS)
    play.click()
    wait_month(page, "12")
    expect(play).to_have_attribute("aria-label", messages.ICE_PLAY)
    seen = page.evaluate("seen.slice(0, 3)")
    assert [month for month, *_ in seen] == [10, 11, 12]
    assert seen[0][2] == messages.ICE_STOP
    assert {address for _, address, _ in seen} == {"10"}, "nothing is sent while the year plays"


def test_where_motion_is_reduced_the_year_is_not_played(browser: Browser, server: str) -> None:
    with opened(browser, server, reduced_motion="reduce") as atlas:
        page = go(atlas)
        assert not page.locator(".play").is_visible()
        slider(page).focus()
        page.keyboard.press("ArrowLeft")
        assert head(page) == "January"


def test_a_month_is_drawn_within_a_tenth_of_a_second(atlas: Atlas) -> None:
    page = go(atlas)
    taken = slider(page).evaluate(_MONTHS_TAKEN)
    assert len(taken) == 12
    assert median(taken) <= BUDGET_MS, taken


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
def test_no_line_crosses_a_name_and_none_covers_another_in_any_month(
    browser: Browser, server: str, width: int, height: int
) -> None:
    phone = PHONE if width < 900 else {}
    with opened(browser, server, width=width, height=height, **phone) as atlas:
        for route in ("nsr", "nwp"):
            page = go(atlas, f"?route={route}")
            for month in range(1, 13):
                slider(page).evaluate(
                    "(one, month) => { one.value = month;"
                    " one.dispatchEvent(new Event('input', { bubbles: true, composed: true })); }",
                    month,
                )
                crossed = page.locator(".season-map svg").evaluate(_CROSSED)
                assert crossed == [], (route, month)


@pytest.mark.motion
def test_on_a_phone_the_map_fits_and_what_is_pressed_is_large_enough(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=390, height=844, **PHONE) as atlas:
        page = go(atlas)
        figure = page.locator(".ice-map").bounding_box()
        assert figure
        assert figure["x"] >= 0
        assert figure["x"] + figure["width"] <= 390
        for part in (".play", ".months input"):
            box = page.locator(part).bounding_box()
            assert box
            assert box["height"] >= 44
        assert re.match("^[A-Z]", page.locator(".month-tick").first.inner_text())


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_and_its_slider_are_accessible(browser: Browser, server: str, theme: str) -> None:
    with opened(browser, server, theme=theme) as atlas:
        page = go(atlas, "?month=9")
        assert violations(page, within=".st-key-season-map") == []

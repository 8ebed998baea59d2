"""Ways about the page of the season: names, jumps and the fragment, the keyboard, a thumb."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import query_of
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
LONGEST = "?way=zhelaniya-north-of-new-siberian"
_TOP = "(block) => document.querySelector(`.st-key-season-${block}`).getBoundingClientRect().top"
_CUT = """(input) => {
  const look = getComputedStyle(input);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = look.font;
  const room = input.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
  return pen.measureText(input.value).width - room;
}"""
_FOCUS = """() => {
  let part = document.activeElement;
  while (part.shadowRoot && part.shadowRoot.activeElement) part = part.shadowRoot.activeElement;
  if (part === document.body) return null;
  const box = part.getBoundingClientRect();
  let seen = box.width > 8 && box.height > 8 && getComputedStyle(part).visibility === "visible";
  let ring = false;
  const above = (one) => one.parentElement || one.getRootNode().host;
  for (let one = part, depth = 0; one; one = above(one), depth += 1) {
    const look = getComputedStyle(one);
    if (Number(look.opacity) < 0.5 || look.clipPath.includes("50%")) seen = false;
    if (depth < 5 && look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) ring = true;
  }
  const name = part.getAttribute("aria-label") || part.innerText || part.tagName;
  return { name: name.slice(0, 60), seen, ring };
}"""
_SMALL = """(page) => {
  const small = [];
  const look = (root) => root.querySelectorAll("*").forEach((part) => {
    if (part.shadowRoot) look(part.shadowRoot);
    if (!part.matches("button, summary, select, [role=spinbutton]")) return;
    const box = part.getBoundingClientRect();
    if (box.width && (box.width < 24 || box.height < 24)) {
      small.push(`${part.getAttribute("aria-label") || part.innerText} ${box.width}`);
    }
  });
  look(page);
  return small;
}"""


def loaded(page: Page, address: str) -> Page:
    """Open the page and wait for its last blocks."""
    page.goto(address)
    page.locator(".polaris-sum").wait_for()
    settle(page)
    return page


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
def test_the_longest_name_of_a_way_is_shown_whole(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height) as atlas:
        page = loaded(atlas.page, f"{server}/season{LONGEST}&on=2024-09-03")
        way = page.locator(".st-key-season-way input")
        expect(way).to_have_value("Cape Zhelaniya, north of the New Siberian Islands")
        assert way.evaluate(_CUT) <= 0
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_a_fragment_names_a_block_and_a_jump_writes_it(browser: Browser, server: str) -> None:
    with opened(browser, server, width=1280, height=720, fresh=True) as atlas:
        page = loaded(atlas.page, f"{server}/season?class=PC5#polaris")
        page.wait_for_function(f"() => Math.abs(({_TOP})('polaris')) < 120")
        entries = page.evaluate("() => history.length")
        page.locator("[data-jump=ice]").click()
        page.wait_for_function(f"() => Math.abs(({_TOP})('ice')) < 120")
        assert page.url.endswith("/season?class=PC5#ice")
        assert page.evaluate("() => history.length") == entries
        page.locator('[data-set="zones:type-b"]').click()
        expect(page.locator('[data-set="zones:type-b"]')).to_have_attribute("aria-expanded", "true")
        settle(page)
        assert query_of(page) == {"zones": ["type-b"], "class": ["PC5"]}
        page.go_back()
        expect(page.locator('[data-set="zones:type-b"]')).to_have_attribute(
            "aria-expanded", "false"
        )
        assert query_of(page) == {"class": ["PC5"]}


def test_the_keyboard_stops_at_nothing_unseen(browser: Browser, server: str) -> None:
    with opened(browser, server, width=1440, height=900) as atlas:
        page = loaded(atlas.page, f"{server}/season")
        stops = []
        while len(stops) < 160:
            page.keyboard.press("Tab")
            stop = page.evaluate(_FOCUS)
            if stop is None:
                break
            if not stop["seen"]:  # a chart's tools come in within a moment
                page.wait_for_timeout(400)
                stop = page.evaluate(_FOCUS)
            stops.append(stop)
        assert len(stops) > 60
        assert [one["name"] for one in stops if not (one["seen"] and one["ring"])] == []


def test_on_a_phone_nothing_that_is_pressed_is_smaller_than_24_px(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=390, height=844, **PHONE) as atlas:
        page = loaded(atlas.page, f"{server}/season?zones=arctic&zones=type-a")
        assert page.locator(".stMain").evaluate(_SMALL) == []
        letter = page.locator(".letter.l9").first
        letter.tap()
        expect(letter).to_have_attribute("aria-pressed", "true")

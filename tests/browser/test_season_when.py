"""The calendar of the season in a browser: folds by key, lanes that fit, and what axe finds."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas, query_of
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
BLOCK = ".st-key-season-when"
LANES = """(block) => {
  const shadows = [...block.querySelectorAll("*")].map((one) => one.shadowRoot);
  const roots = [block, ...shadows.filter(Boolean)];
  const all = (what) => roots.flatMap((one) => [...one.querySelectorAll(what)]);
  const page = document.documentElement.clientWidth;
  const out = all(".bar > span, .why, .day-label, .days, .row.zone .name")
    .filter((one) => one.closest(".when"))
    .filter((one) => { const box = one.getBoundingClientRect();
      return box.left < -1 || box.right > page + 1; });
  return { lanes: all(".when .lane").length, out: out.map((one) => one.textContent) };
}"""


def go(atlas: Atlas, query: str = "") -> Page:
    page = atlas.page
    page.goto(f"{atlas.address}/season{query}")
    page.locator(f"{BLOCK} .when-grid").wait_for()
    settle(page)
    return page


def test_the_zones_unfold_by_key_and_stand_in_the_address(atlas: Atlas) -> None:
    page = go(atlas)
    button = page.locator(f'{BLOCK} [data-set="zones:type-a"]')
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{BLOCK} .zone-bar.decides")).to_have_text("zone 6 decides")
    assert query_of(page)["zones"] == ["type-a"]


def test_the_table_opens_and_says_the_same(atlas: Atlas) -> None:
    page = go(atlas)
    page.locator(f"{BLOCK} .st-key-season-when-to-table button").press("Enter")
    cell = page.locator(f"{BLOCK} .when-table td", has_text="15 August to 15 October").first
    expect(cell).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
def test_no_date_leaves_the_window(browser: Browser, server: str, width: int, height: int) -> None:
    with opened(browser, server, width=width, height=height) as atlas:
        page = go(atlas, "?zones=type-a-way-1&zones=type-a&zones=arctic&on=2025-12-30")
        found = page.locator(BLOCK).first.evaluate(LANES)
        assert found["lanes"] > 40
        assert found["out"] == []


def test_axe_finds_nothing_in_the_calendar(atlas: Atlas) -> None:
    page = go(atlas, "?zones=type-a")
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        settle(page)
        found = violations(page, rules=THEMES[theme])
        assert [one for one in found if "st-key-season-when" in one] == [], theme

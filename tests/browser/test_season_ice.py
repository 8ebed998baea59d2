"""The strips of ice in a browser: a letter chooses its month at once, names fit, and axe."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas, query_of
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
STRIPS = ".st-key-season-ice-strips"
NAMES = """(block) => {
  const shadows = [...block.querySelectorAll("*")].map((one) => one.shadowRoot);
  const roots = [block, ...shadows.filter(Boolean)];
  const texts = roots.flatMap((one) => [...one.querySelectorAll(".names text")])
    .map((one) => one.getBoundingClientRect()).filter((box) => box.width);
  const page = document.documentElement.clientWidth;
  const out = texts.filter((box) => box.right > page + 1).length;
  let upon = 0;
  texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > 3) upon += 1;
  }));
  return { count: texts.length, out, upon };
}"""


def go(atlas: Atlas, query: str = "") -> Page:
    page = atlas.page
    page.goto(f"{atlas.address}/season{query}")
    page.locator(f"{STRIPS} .letters").first.wait_for()
    settle(page)
    return page


def test_a_letter_chooses_its_month_and_the_address_has_it(atlas: Atlas) -> None:
    page = go(atlas)
    letter = page.locator(f'{STRIPS} [data-set="month:9"]').first
    expect(letter).to_have_attribute("aria-pressed", "false")
    letter.press("Enter")
    expect(letter).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"{STRIPS} .ice-strips")).to_have_attribute("data-month", "9")
    expect(page.locator(".st-key-season-ice-map .ice-map").first).to_have_attribute(
        "data-month", "9"
    )
    page.wait_for_function("() => new URLSearchParams(location.search).get('month') === '9'")
    assert query_of(page)["month"] == ["9"]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
@pytest.mark.parametrize("query", ["", "?route=nwp&way=route-4"])
def test_no_name_stands_on_another_or_leaves_the_window(
    browser: Browser, server: str, width: int, height: int, query: str
) -> None:
    with opened(browser, server, width=width, height=height) as atlas:
        page = go(atlas, query)
        found = page.locator(STRIPS).first.evaluate(NAMES)
        assert found["count"] >= 8
        assert (found["out"], found["upon"]) == (0, 0)


def test_on_a_phone_the_other_strip_unfolds(browser: Browser, server: str) -> None:
    with opened(browser, server, width=390, height=844) as atlas:
        page = go(atlas)
        other = page.locator(f"{STRIPS} .folded-strip .field")
        expect(other).to_be_hidden()
        page.locator(f"{STRIPS} .folded-strip summary").press("Enter")
        expect(other).to_be_visible()


def test_axe_finds_nothing_in_the_strips(atlas: Atlas) -> None:
    page = go(atlas)
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        settle(page)
        found = violations(page, rules=THEMES[theme])
        assert [one for one in found if "st-key-season-ice" in one] == [], theme

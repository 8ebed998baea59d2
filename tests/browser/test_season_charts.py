"""The season's charts in a browser: themes, widths, print, keys, and no request elsewhere."""

import io
import re
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.atlas import Atlas
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
CHARTS = ".stVegaLiteChart svg.marks"
ADDRESS = "season?on=2025-02-26"
COUNT = 5
PHONE = {"has_touch": True, "is_mobile": True}
OURS = re.compile(r"season-(?:less|sails)-|season-compare|chart-|VegaLite|vega|marks")
"""What axe says of a part of these two blocks."""
CUT = """() => [...document.querySelectorAll(".stVegaLiteChart")].flatMap((chart) => {
  const frame = chart.getBoundingClientRect();
  return [...chart.querySelectorAll("svg.marks text")]
    .filter((text) => text.textContent && getComputedStyle(text).opacity !== "0")
    .map((text) => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < frame.left - 1 || box.right > frame.right + 3
      || box.left < 0 || box.right > innerWidth))
    .map(([words]) => words);
})"""
"""Words of charts that reach out of their chart or of the window."""
OVERLAID = """() => [...document.querySelectorAll(".stVegaLiteChart")].flatMap((chart) => {
  const words = [...chart.querySelectorAll("svg.marks .mark-text text")]
    .filter((text) => text.textContent && getComputedStyle(text).opacity !== "0")
    .map((text) => [text.textContent, text.getBoundingClientRect()]);
  return words.flatMap(([one, a], at) => words.slice(at + 1)
    .filter(([two, b]) => one !== two && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)
    .map(([two]) => `${one} / ${two}`));
})"""
"""Words of charts that lie on each other; a line's box is taller than its letters."""

CROSSED = """() => [...document.querySelectorAll(".stVegaLiteChart")].flatMap((chart) => {
  const lines = [...chart.querySelectorAll(".mark-rule line")]
    .filter((line) => /highlight/.test(line.getAttribute("stroke")))
    .map((line) => line.getBoundingClientRect());
  const words = [...chart.querySelectorAll("svg.marks text")]
    .filter((text) => text.textContent && getComputedStyle(text).opacity !== "0")
    .map((text) => [text.textContent, text.getBoundingClientRect()]);
  return lines.flatMap((line) => words.filter(([, box]) => box.width
      && box.left < line.right + 1 && box.right > line.left - 1
      && box.top < line.bottom - 2 && box.bottom > line.top + 2).map(([one]) => one));
})"""
"""Words of charts that the line of the article's day or month crosses."""


BLOCKS = {
    "When can it be sailed?": "as last amended",
    "Through what ice?": "in its barest month is shown",
    "Is it getting less?": "the other months stay blank",
    "Who sails?": "distance sailed, as printed",
    "May this ship go?": "not a permission",
    "numbers hold?": "measured to the nearer end",
}
"""The questions with words at the foot of their blocks."""
PALE = """() => [...document.querySelectorAll(".st-key-season-page *")].flatMap(function open(one) {
  return [one, ...(one.shadowRoot ? [...one.shadowRoot.querySelectorAll("*")].flatMap(open) : [])];
}).filter((one) => one.getClientRects().length && [...one.childNodes]
    .some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((one) => {
    const style = getComputedStyle(one);
    const tone = one.ownerSVGElement ? style.fill : style.color;
    const [red, green, blue] = (tone.match(/[0-9.]+/g) || [0, 0, 0]).map(Number);
    const inked = one.closest("[style*=background], .now, .letter, .label, button, .day-label");
    return style.opacity !== "0" && !inked && 0.2 * red + 0.7 * green + 0.1 * blue > 170;
  }).map((one) => `${one.className.baseVal ?? one.className}: ${one.textContent.slice(0, 30)}`)"""
"""Words of the page that are as pale as in the dark."""


def go(atlas: Atlas, address: str = ADDRESS) -> Page:
    """Open the page and wait until its charts are drawn."""
    page = atlas.page
    page.goto(f"{atlas.address}/{address}")
    expect(page.locator(CHARTS)).to_have_count(COUNT, timeout=60_000)
    settle(page)
    return page


@pytest.mark.parametrize("width", [1280, 1440, 390])
def test_no_word_of_a_chart_is_cut_or_lies_on_another(
    browser: Browser, server: str, width: int
) -> None:
    context = PHONE if width < 600 else {}
    with opened(browser, server, width=width, height=900, **context) as atlas:
        page = go(atlas)
        assert page.evaluate(CUT) == []
        assert page.evaluate(OVERLAID) == []
        assert atlas.foreign == []


@pytest.mark.parametrize("day", [
    *(f"on=2012-{month:02}-15" for month in range(1, 13)),
    "on=2026-11-30", "on=1979-02-01", "on=1987-12-05&year=1988&year=1987",
])  # fmt: skip
def test_the_line_of_the_day_crosses_no_word_in_any_month(atlas: Atlas, day: str) -> None:
    page = go(atlas, f"season?{day}")
    for width in (1440, 1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        page.wait_for_function("() => ![...document.querySelectorAll('.stVegaLiteChart')]"
                               ".some((one) => !one.querySelector('svg.marks'))")  # fmt: skip
        assert page.evaluate(CROSSED) == [], width
        assert page.evaluate(OVERLAID) == [], width


def test_a_chart_follows_the_theme_and_prints(browser: Browser, server: str) -> None:
    with opened(browser, server, theme="light") as atlas:
        page = go(atlas)
        bar = page.locator(f".st-key-season-sails {CHARTS} .mark-rect path").first
        colour = "(part) => getComputedStyle(part).fill"
        assert bar.evaluate(colour) == "rgb(11, 59, 111)"
        page.emulate_media(color_scheme="dark")
        expect(page.locator(".stApp")).to_have_css("color-scheme", "dark")
        assert bar.evaluate(colour) == "rgb(156, 196, 240)"
        page.emulate_media(media="print")
        assert all(one.bounding_box() for one in page.locator(CHARTS).all())


def test_the_page_prints_light_whole_and_without_controls_from_the_dark(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, theme="dark") as atlas:
        page = go(atlas, "season")
        page.emulate_media(media="print")
        expect(page.locator(".stApp")).to_have_css("background-color", "rgb(255, 255, 255)")
        assert page.evaluate(PALE) == []
        for control in (".st-key-head", ".st-key-season-strip", "[class*='-files'] button", ".play",
                        ".month-slider", ".season-lead nav", ".stSelectbox svg"):  # fmt: skip
            assert [one for one in page.locator(control).all() if one.is_visible()] == [], control
        expect(page.locator(".season-lead .said")).to_contain_text("26 February 2025")
        sheets = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True))).pages
    said = [" ".join(normalize("NFKC", one.extract_text()).split()) for one in sheets]
    for question, last in BLOCKS.items():
        assert any(question in one and last in one for one in said), (question, said)


def test_charts_have_words_no_menu_and_a_table_by_key(browser: Browser, server: str) -> None:
    with opened(browser, server) as atlas:
        page = go(atlas)
        for chart in page.locator(".stVegaLiteChart").all():
            assert "in the table below" in (chart.get_attribute("aria-label") or "")
        expect(page.locator(".vega-actions")).to_have_count(0)
        fold = page.locator(".st-key-season-sails-to-table button")
        fold.focus()
        page.keyboard.press("Enter")
        table = page.get_by_role("region", name="Counts by year and by who counts")
        expect(table.get_by_role("row").filter(has_text="acentury.online")).to_be_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_the_charts_pass_axe(browser: Browser, server: str, theme: str) -> None:
    with opened(browser, server, theme=theme) as atlas:
        page = go(atlas)
        found = violations(page, rules=THEMES[theme])
        assert [one for one in found if OURS.search(one)] == []

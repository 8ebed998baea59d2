"""The maps of a voyage: names that no way crosses, the lit way closer, and crowded ports."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas, query_of
from tests.browser.conftest import opened
from tests.browser.sight import settle
from tests.browser.test_voyages import PHONE, SENTENCE, box, go

pytestmark = pytest.mark.browser
PAIRS = (
    *("rotterdam yokohama", "murmansk shanghai", "shanghai new-york", "sabetta shanghai"),
    *("saint-petersburg vladivostok", "kirkenes yokohama", "murmansk churchill", "dikson tiksi"),
)
POLAR = ".st-key-voyage-polar .voyage-map"
_CROSSED = """(maps) => {
  const found = [];
  const shown = (one) => one.getClientRects().length && getComputedStyle(one).display !== "none";
  maps.forEach((holder) => {
    const svg = holder.querySelector("svg.lines");
    const ctm = svg.getScreenCTM();
    const drawn = [...svg.querySelectorAll(".way :is(.line, .variant, .named)")].filter(shown);
    const ways = drawn.map((path) => {
      const points = [];
      const whole = path.getTotalLength(), step = 1.5 / ctm.a;
      for (let at = 0; at <= whole; at += step) points.push(path.getPointAtLength(at));
      return [path.closest(".way").dataset.way, points.map((p) => [p.x, p.y])];
    });
    holder.querySelectorAll("text").forEach((text) => {
      if (!shown(svg) || !shown(text) || !text.getNumberOfChars()) return;
      const own = text.closest(".way") ? text.closest(".way").dataset.way : "";
      const said = text.textContent;
      const shift = new DOMMatrix(getComputedStyle(text).transform);
      const size = parseFloat(getComputedStyle(text).fontSize);
      const crossed = new Set();
      for (let i = 0; i < text.getNumberOfChars(); i += 1) {
        if (said[i] === " ") continue;
        const [start, end] = [text.getStartPositionOfChar(i), text.getEndPositionOfChar(i)];
        const angle = text.getRotationOfChar(i) * Math.PI / 180;
        const length = Math.hypot(end.x - start.x, end.y - start.y);
        ways.forEach(([way, points]) => {
          if (way === own || crossed.has(way)) return;
          for (const [x, y] of points) {
            const dx = x - start.x - shift.e, dy = y - start.y - shift.f;
            const along = dx * Math.cos(angle) + dy * Math.sin(angle);
            const up = dx * Math.sin(angle) - dy * Math.cos(angle);
            const isIn = along > 0 && along < length && up > 0 && up < size * .68;
            if (isIn) { crossed.add(way); break; }
          }
        });
      }
      crossed.forEach((way) => found.push(`${said} by ${way}`));
    });
  });
  return found;
}"""
"""The names whose letters another way than their own crosses, as they are drawn."""


def pair(address: str) -> str:
    """Return the address of a voyage."""
    origin, destination = address.split()
    return f"voyages?from={origin}&to={destination}"


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1440, 900), (390, 844)])
def test_no_way_crosses_a_letter_of_a_name(
    browser: Browser, server: str, width: int, height: int
) -> None:
    phone = PHONE if width < 900 else {}
    with opened(browser, server, width=width, height=height, **phone) as atlas:
        for one in PAIRS:
            page = go(atlas, pair(one))
            page.locator(f"{POLAR} .way").first.wait_for(state="attached")
            assert page.locator(".voyage-map").evaluate_all(_CROSSED) == [], one


def middle_of_lit(page: Page) -> tuple[float, float]:
    """Return where the middle of the lit way's thick part is in the window."""
    x, y = page.locator(f"{POLAR} .way.lit .named").first.evaluate(
        """(path) => {
          const half = path.getPointAtLength(path.getTotalLength() / 2);
          const at = half.matrixTransform(path.getScreenCTM());
          return [at.x, at.y];
        }"""
    )
    return x, y


def test_closer_brings_the_lit_way_to_the_middle_and_home_brings_all_back(atlas: Atlas) -> None:
    page = go(atlas)
    disc = box(page, f"{POLAR} svg.lines")
    middle = (disc["left"] + disc["width"] / 2, disc["top"] + disc["height"] / 2)
    before = middle_of_lit(page)
    for _ in range(3):
        page.locator(f"{POLAR} [data-zoom=in]").click()
    after = middle_of_lit(page)
    assert abs(after[0] - middle[0]) + abs(after[1] - middle[1]) < 30
    page.locator(f"{POLAR} [data-zoom=home]").click()
    assert middle_of_lit(page) == pytest.approx(before, abs=1)
    page.locator(f"{POLAR} [data-zoom=in]").focus()
    page.keyboard.press("+")
    assert middle_of_lit(page) != pytest.approx(before, abs=1)
    page.keyboard.press("0")
    assert middle_of_lit(page) == pytest.approx(before, abs=1)


def press_murmansk(page: Page) -> None:
    """Press where the marks of Murmansk and of ports beside it lie on each other."""
    mark = page.locator('[data-port="murmansk"] .grip').first.bounding_box()
    assert mark
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)


def test_a_press_on_ports_that_overlap_lets_the_reader_choose(atlas: Atlas) -> None:
    page = go(atlas, "voyages")
    choice = page.locator(".port-choice")
    press_murmansk(page)
    names = choice.get_by_role("button").all_inner_texts()
    assert names[0] == "Murmansk"
    assert len(names) > 1
    expect(choice.get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(choice).to_have_count(0)
    press_murmansk(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"From {names[1]}: now press")).to_be_visible()
    expect(choice).to_have_count(0)


def test_a_press_on_a_port_that_lies_alone_takes_it(atlas: Atlas) -> None:
    page = go(atlas, "voyages?from=murmansk")
    settle(page)
    mark = page.locator('[data-port="nome"] .grip').first.bounding_box()
    assert mark
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    expect(page.locator(SENTENCE)).to_contain_text("Murmansk to Nome")
    assert query_of(page)["to"] == ["nome"]

"""What the standalone page shows of a selection: its legend, and the map's context."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geo.exchange.takeaway import make_takeaway
from tests.browser.test_takeaway import opened
from tests.unit.exchange.views import seeds, shipped, snapshot_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("taken") / "whole.html"
    path.write_bytes(make_takeaway(snapshot_of(catalogue=shipped(), articles=seeds())))
    return path


def test_beside_a_selection_the_exits_of_other_routes_stay(browser: Browser, whole: Path) -> None:
    seen = """() => [...document.querySelectorAll("#map .label.exit")]
      .filter((label) => getComputedStyle(label).visibility === "visible")
      .map((label) => label.textContent)"""
    with opened(browser, whole) as page:
        before = page.evaluate(seen)
        assert len(before) >= 2
        page.evaluate("() => { location.hash = '#f-nsr'; }")
        page.wait_for_selector("#card header h2")
        assert page.evaluate(seen) == before


_ORDER = """() => [...document.querySelectorAll("#map .f:not(.label)")]
  .map((part) => [part.dataset.feature, part.dataset.variant, part.matches(".under")])"""
_TOPMOST = """() => [...document.querySelectorAll("#map .f.on.way")]
  .map((part) => part.dataset.variant).pop()"""


def test_the_variant_in_full_lies_over_the_others_while_it_is_selected(
    browser: Browser, whole: Path
) -> None:
    with opened(browser, whole) as page:
        before = page.evaluate(_ORDER)
        page.evaluate("() => { location.hash = '#f-nwp'; }")
        page.wait_for_selector("#card header h2")
        first = page.evaluate(_TOPMOST)
        assert first == next(slug for feature, slug, _ in before if feature == "nwp")
        ways = page.locator("#card [data-variant]")
        ways.last.evaluate("(way) => way.click()")
        assert page.evaluate(_TOPMOST) == ways.last.get_attribute("data-variant") != first
        page.keyboard.press("Escape")
        assert page.evaluate(_ORDER) == before


# Each entry in sight of the legend with the colour of its topmost line.
SEEN_KEYS = """() => [...document.querySelectorAll(".legends li")].filter((key) => key.offsetParent)
  .map((key) => {
    const parts = [...key.querySelectorAll("svg path, svg rect")];
    const [top] = parts.filter((part) => part.getClientRects().length).reverse();
    return [key.innerText.trim(), getComputedStyle(top).stroke]; })"""


def test_its_legend_gives_the_accent_to_what_is_selected(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        before = dict(page.evaluate(SEEN_KEYS))
        accent, navy = before["Northern Sea Route"], before["Not yet in use"]
        assert accent != navy
        for feature, name in (
            ("nwp", "Northwest Passage"),
            ("RU", "Russia"),
            ("murmansk", "Murmansk"),
        ):
            page.evaluate("(id) => { location.hash = `#f-${id}`; }", feature)
            page.wait_for_selector(f"#card header h2:text-is('{name}')")
            keys = page.evaluate(SEEN_KEYS)
            assert keys[0] == [name, accent]
            assert [text for text, tone in keys if tone == accent] == [name]
            assert ["Northern Sea Route", navy] in keys
        page.keyboard.press("Escape")
        assert dict(page.evaluate(SEEN_KEYS)) == before

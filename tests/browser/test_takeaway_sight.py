"""What the offline page shows at first sight, on a desk, a laptop and a telephone."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from geo.exchange.takeaway import make_takeaway
from tests.browser.taken import opened
from tests.unit.exchange.views import seeds, shipped, snapshot_of

pytestmark = pytest.mark.browser
DESK = {"viewport": {"width": 1440, "height": 900}}
LAPTOP = {"viewport": {"width": 1280, "height": 720}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STATES = {"Canada", "Denmark", "Finland", "Iceland", "Norway", "Russia", "Sweden", "United States"}
LANDS = STATES | {"Greenland (Denmark)", "Svalbard (Norway)"}
MAIN = {"Northern Sea Route", "Arctic Bridge", "Bering Strait", "North Pole"} | LANDS
SHORT = MAIN - {"United States", "North Pole"} | {"U.S.", "Pole"}
WAYS = {"Northeast Passage", "Northwest Passage", "Transpolar Sea Route"}
BANDS = {"Polar Silk Road, central", "northeast corridor", "northwest corridor"}
SEAS = {"Barents Sea", "Kara Sea", "Laptev Sea", "East Siberian Sea", "Chukchi Sea"}
NAMES = """() => [...document.querySelectorAll("#map .label")]
  .filter((e) => e.style.visibility === "visible")
  .map((e) => [...(e.querySelector("tspan[x]") ? e.children : [e])]
    .map((line) => line.textContent).join(" ").trim())"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("taken") / "whole.html"
    path.write_bytes(make_takeaway(snapshot_of(catalogue=shipped(), articles=seeds())))
    return path


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        (DESK, MAIN | WAYS | BANDS | SEAS),
        (LAPTOP, MAIN | WAYS | BANDS | SEAS - {"Laptev Sea", "Chukchi Sea"}),
        (PHONE, SHORT | {"NE Passage", "NW Passage", "Transpolar"}),
    ],
)
def test_it_names_at_rest_what_the_apps_map_names(
    browser: Browser, whole: Path, screen: dict[str, Any], expected: set[str]
) -> None:
    with opened(browser, whole, **screen) as page:
        page.wait_for_timeout(300)
        assert expected - set(page.evaluate(NAMES)) == set()


CUT = """() => [...document.querySelectorAll("#map text:has(textPath)")]
  .filter((name) => name.style.visibility === "visible")
  .filter((name) => name.getComputedTextLength()
    > document.querySelector(name.firstElementChild.getAttribute("href")).getTotalLength())
  .map((name) => name.textContent)"""
BEYOND = """() => { const edge = document.getElementById("map").getBoundingClientRect();
  return [...document.querySelectorAll("#map :is(.label, .tick)")]
    .filter((e) => getComputedStyle(e).visibility === "visible" && !e.querySelector("textPath"))
    .filter((e) => { const box = e.getBoundingClientRect(); return box.left < edge.left - 1
      || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1; })
    .map((e) => e.textContent); }"""


@pytest.mark.parametrize("screen", [DESK, PHONE])
def test_no_name_is_cut_whatever_type_a_reader_has(
    browser: Browser, whole: Path, tmp_path: Path, screen: dict[str, Any]
) -> None:
    bare = tmp_path / "bare.html"
    text = whole.read_text(encoding="utf-8")
    with opened(browser, whole, **screen) as page:
        page.wait_for_timeout(300)
        assert page.evaluate(CUT) == []
        assert page.evaluate(BEYOND) == []
    # The style sheet's hash no longer fits without the type that it carries.
    rules = re.sub(r"@font-face\{[^}]*\}", "", text)
    policy = re.sub(r"style-src 'sha256-[^']*'", "style-src 'unsafe-inline'", rules)
    wide = policy.replace('"Source Sans", "Source Sans 3"', "monospace")
    bare.write_text(wide, encoding="utf-8")
    with opened(browser, bare, **screen) as page:
        page.wait_for_timeout(300)
        assert "Northern Sea Route" in page.evaluate(NAMES)
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("screen", [DESK, LAPTOP])
def test_map_legend_and_text_stand_in_one_screen(
    browser: Browser, whole: Path, screen: dict[str, Any]
) -> None:
    with opened(browser, whole, **screen) as page:
        inner, outer = page.evaluate("[innerHeight, document.documentElement.scrollHeight]")
        assert outer == inner
        for part in ("#map", ".key-of-map", "#said", "#column"):
            box = page.locator(part).bounding_box()
            assert box
            assert box["y"] < inner - 100
        assert page.locator(".key-of-map li:not(.selected)").first.is_visible()


def test_on_a_phone_the_map_stays_in_half_the_height_to_the_end_of_the_page(
    browser: Browser, whole: Path
) -> None:
    with opened(browser, whole, **PHONE) as page:
        page.wait_for_timeout(300)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.wait_for_timeout(200)
        box = page.locator("#chart").bounding_box()
        assert box
        assert box["y"] == pytest.approx(0, abs=1)
        assert box["height"] == pytest.approx(422, abs=2)
        assert page.evaluate("document.documentElement.scrollHeight") < 5000
        taken = page.evaluate(
            """() => [...document.querySelectorAll(".zoom, .key-of-map, .foot")]
              .map((e) => e.getBoundingClientRect()).flatMap((tool) =>
                [...document.querySelectorAll("#map .label")]
                  .filter((e) => e.style.visibility === "visible")
                  .filter((e) => { const box = e.getBoundingClientRect();
                    return box.left < tool.right && box.right > tool.left
                      && box.top < tool.bottom && box.bottom > tool.top; })
                  .map((e) => e.textContent))"""
        )
        assert taken == []

"""For everyone: axe on every page in both themes, focus, headings, names, motion, phone, print."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page, expect

from geo.catalogue.features import load_catalogue
from tests.browser.sight import drawn_map, lit_in, settle

pytestmark = pytest.mark.browser
PAGES = {
    path.stem: "" if path.stem == "atlas" else path.stem
    for path in sorted((Path(__file__).parents[2] / "pages").glob("[a-z]*.py"))
}
THEMES = ("light", "dark")
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {
        "target-size": {"enabled": True},
        "heading-order": {"enabled": True},
        "page-has-heading-one": {"enabled": True},
    },
}
NOT_OURS: dict[str, tuple[str, str]] = {}
"""By rule: the part of a selector, and why Streamlit's own markup there cannot be changed here."""


@contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 1440, theme: str = "light", **more: Any
) -> Iterator[Page]:
    size = {"width": width, "height": 844 if width < 500 else 950}
    context = browser.new_context(viewport=size, color_scheme=theme, **more)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.locator("h1, iframe").first.wait_for()
    settle(page)
    try:
        yield page
    finally:
        context.close()


def violations(sight: Page | Frame, *, rules: dict[str, Any] = RULES) -> list[str]:
    """Return what axe finds, a line for each part that breaks a rule."""
    found = Axe().run(sight, options=rules).response["violations"]  # type: ignore[arg-type]
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]}"
        for one in found
        for node in one["nodes"]
        if NOT_OURS.get(one["id"], ("\0",))[0] not in str(node["target"])
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_the_page(
    server: str, browser: Browser, name: str, theme: str
) -> None:
    with opened(browser, f"{server}/{PAGES[name]}", theme=theme) as page:
        assert violations(page) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("frame", ["polar", "mercator"])
def test_axe_finds_nothing_in_the_map(
    server: str, browser: Browser, frame: str, theme: str
) -> None:
    address = f"{server}/?frame={frame}&feature=nsr&show=ports"
    within = {**RULES, "rules": {"target-size": {"enabled": False}}}
    with opened(browser, address, theme=theme) as page:
        assert violations(drawn_map(page), rules=within) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_with_a_card_the_list_and_the_layers_open(
    server: str, browser: Browser, width: int, theme: str
) -> None:
    address = f"{server}/?feature=nsr&nation=RU&nation=NO"
    with opened(browser, address, width=width, theme=theme) as page:
        drawn_map(page)
        page.locator("[data-testid=stExpander] summary").click()
        page.locator(".panel h2.layer").first.wait_for()
        assert violations(page) == []
        page.get_by_role("button", name="Layers").click()
        page.get_by_role("checkbox", name="Ports").wait_for()
        assert violations(page) == []


def test_axe_finds_nothing_in_an_embedded_map(server: str, browser: Browser) -> None:
    alone = {"runOnly": RULES["runOnly"]}
    with opened(browser, f"{server}/?embed=true&with=articles") as page:
        drawn_map(page)
        assert violations(page, rules=alone) == []


@pytest.mark.parametrize("name", PAGES)
def test_each_page_has_one_title_and_says_its_language(
    server: str, browser: Browser, name: str
) -> None:
    with opened(browser, f"{server}/{PAGES[name]}") as page:
        heading = page.locator("h1")
        assert heading.count() == 1
        assert page.evaluate("document.documentElement.lang") == "en"
        expect(page).to_have_title(re.compile(f"^{re.escape(heading.inner_text())}"))


def test_the_frame_of_the_map_says_what_it_is_and_where_its_equal_in_text_stands(
    server: str, browser: Browser
) -> None:
    with opened(browser, server) as page:
        frame = drawn_map(page)
        assert "list below" in (page.locator("iframe").get_attribute("title") or "")
        region = frame.get_by_role("region")
        assert "list below" in (region.get_attribute("aria-label") or "")


def test_the_list_holds_what_the_map_draws_and_marks_the_same_selection(
    server: str, browser: Browser
) -> None:
    placed = set(load_catalogue().frame["id"])
    with opened(browser, f"{server}/?nation=RU&feature=nsr") as page:
        frame = drawn_map(page)
        page.locator("[data-testid=stExpander] summary").click()
        entries = page.locator(".panel ul.row a[data-feature]")
        entries.first.wait_for()
        listed = {entry.get_attribute("data-feature") or "" for entry in entries.all()}
        drawn = frame.evaluate(
            "[...document.querySelectorAll('path[data-feature]')].map(p => p.dataset.feature)"
        )
        named = {
            mention.get_attribute("data-feature")
            for mention in page.locator(".panel .mention").all()
        }
        assert listed & placed
        assert set(drawn) - listed <= named
        current = page.locator(".panel ul.row a[aria-current=true]")
        assert {one.get_attribute("data-feature") for one in current.all()} == {"nsr"}
        assert "nsr" in lit_in(frame)


FOCUS = """() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  let part = at;
  let seen = false;
  for (let up = 0; part && up < 4 && !seen; up += 1) {
    const style = getComputedStyle(part);
    seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || (style.boxShadow !== "none" && style.boxShadow !== "");
    part = part.parentElement;
  }
  return { seen, what: at.outerHTML.slice(0, 140) };
}"""


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_is_visible_at_every_stop(server: str, browser: Browser, theme: str) -> None:
    with opened(browser, f"{server}/?feature=nsr&nation=RU", theme=theme) as page:
        drawn_map(page)
        stops = []
        for _ in range(45):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUS)
            if stop and "<iframe" not in stop["what"]:
                stops.append(stop)
        assert len(stops) > 30
        assert [stop["what"] for stop in stops if not stop["seen"]] == []


def test_nothing_moves_for_a_reader_who_asked_for_less_motion(
    server: str, browser: Browser
) -> None:
    with opened(browser, f"{server}/?feature=nsr", reduced_motion="reduce") as page:
        frame = drawn_map(page)
        moving = """() => [...document.querySelectorAll(".stApp *, .leaflet-container *")]
          .filter((part) => {
            const style = getComputedStyle(part);
            return style.transitionDuration.split(",").some((time) => parseFloat(time) > 0)
              || style.animationName !== "none";
          }).map((part) => part.outerHTML.slice(0, 120))"""
        assert page.evaluate(moving) == []
        assert frame.evaluate(moving) == []


def test_on_a_phone_nothing_is_cut_off_or_laid_over_something_else(
    server: str, browser: Browser
) -> None:
    with opened(browser, f"{server}/?feature=nsr&nation=RU", width=390) as page:
        drawn_map(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
        page.evaluate("document.fonts.ready")
        card, column, after = page.evaluate(
            """() => [".st-key-card", ".st-key-column", "[data-testid=stExpander]"]
              .map((key) => document.querySelector(key).getBoundingClientRect())
              .map((box) => ({ top: box.top, bottom: box.bottom }))"""
        )
        assert card["bottom"] <= column["top"] + 1
        assert column["bottom"] <= after["top"] + 1


def test_on_paper_the_controls_are_gone_and_the_words_stay(server: str, browser: Browser) -> None:
    with opened(browser, f"{server}/?feature=nsr") as page:
        drawn_map(page)
        page.emulate_media(media="print")
        for gone in (".st-key-filter", ".st-key-tools", ".st-key-search-box"):
            assert not page.locator(gone).is_visible(), gone
        assert page.locator(".panel .passage").first.is_visible()
        assert page.locator("h1").is_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_the_page_to_take_away(
    server: str, browser: Browser, tmp_path: Path, theme: str
) -> None:
    with opened(browser, f"{server}/share?feature=nsr&nation=RU", theme=theme) as page:
        with page.expect_download() as taken:
            page.get_by_role("button", name="Page (HTML)").click()
        path = tmp_path / "takeaway.html"
        taken.value.save_as(path)
        page.goto(path.as_uri())
        page.locator("h1").wait_for()
        assert violations(page) == []

"""For everyone: axe on every page in both themes, focus, headings, names, motion, phone, print."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.catalogue.features import load_catalogue
from geo.messages import MAP_NAME
from tests.browser.axe import RULES, THEMES, violations
from tests.browser.conftest import opened
from tests.browser.server import ROOT
from tests.browser.sight import drawn_map, highlighted_in, settle

pytestmark = pytest.mark.browser
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("[a-z]*.py") if path.stem != "atlas")
_OF_STREAMLIT = """(theme) =>
  getComputedStyle(document.querySelector("[data-testid=stApp]")).colorScheme === theme"""


@contextmanager
def shown(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Open an address of the app and wait until it has run to its end."""
    server = "/".join(address.split("/")[:3])
    with opened(browser, server, height=950, **options) as atlas:
        atlas.page.goto(address)
        atlas.page.locator("h1, iframe").first.wait_for()
        settle(atlas.page)
        yield atlas.page


def in_both_themes(page: Page) -> Iterator[str]:
    """Yield each theme with the page in it."""
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.wait_for_function(_OF_STREAMLIT, arg=theme)
        yield theme


def has_title_and_language(page: Page) -> bool:
    """Whether a page has one heading of the first rank, a title that begins so, and a language."""
    heading = page.locator("h1")
    assert heading.count() == 1
    expect(page).to_have_title(re.compile(f"^{re.escape(heading.inner_text())}"))
    return bool(page.evaluate("document.documentElement.lang === 'en'"))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_the_page_and_it_has_one_title_and_its_language(
    server: str, browser: Browser, name: str
) -> None:
    with shown(browser, f"{server}/{name}") as page:
        assert has_title_and_language(page)
        for theme in in_both_themes(page):
            assert violations(page, rules=THEMES[theme]) == [], theme


def test_axe_finds_nothing_on_the_atlas_with_card_list_and_layers_open_nor_in_its_maps(
    server: str, browser: Browser
) -> None:
    with shown(browser, f"{server}/?feature=nsr&nation=RU&nation=NO&show=ports") as page:
        assert has_title_and_language(page)
        page.locator(".st-key-list summary").click()
        page.locator(".panel h2.layer").first.wait_for()
        for theme in in_both_themes(page):
            assert violations(page, rules=THEMES[theme]) == [], theme
            assert violations_in_map(page, rules=THEMES[theme]) == [], theme
            drawn_map(page).get_by_role("button", name="Layers").click()
            drawn_map(page).get_by_role("checkbox", name="Ports").wait_for()
            assert violations_in_map(page, rules=THEMES[theme]) == [], theme
            page.keyboard.press("Escape")
        page.set_viewport_size({"width": 390, "height": 900})
        settle(page)
        assert violations(page) == []
        drawn_map(page).get_by_role("button", name="Layers").click()
        drawn_map(page).get_by_role("button", name="Mercator").click()
        page.locator(f'iframe[title="{MAP_NAME["mercator"]}"]').wait_for()
        settle(page)
        assert violations_in_map(page, rules=RULES) == [], theme


def violations_in_map(page: Page, *, rules: dict[str, Any]) -> list[str]:
    """Return what axe finds in the map; its lines are as near to each other as places are."""
    within = {**rules, "rules": {"target-size": {"enabled": False}}}
    return violations(drawn_map(page), rules=within)


def test_axe_finds_nothing_in_an_embedded_map(server: str, browser: Browser) -> None:
    alone = {"runOnly": RULES["runOnly"]}
    with shown(browser, f"{server}/?embed=true&with=articles") as page:
        drawn_map(page)
        assert violations(page, rules=alone) == []


@pytest.fixture(scope="module")
def page(server: str, browser: Browser) -> Iterator[Page]:
    """Return the Atlas with a route selected, which a test looks at and leaves as it was."""
    with shown(browser, f"{server}/?feature=nsr&nation=RU") as one:
        drawn_map(one)
        yield one


def test_the_iframe_of_the_map_has_a_title_and_points_to_its_text_alternative(page: Page) -> None:
    assert "list on this page" in (page.locator("iframe").get_attribute("title") or "")
    region = drawn_map(page).get_by_role("region").first
    assert "list on this page" in (region.get_attribute("aria-label") or "")


def test_the_list_holds_what_the_map_draws_and_marks_the_same_selection(page: Page) -> None:
    placed = set(load_catalogue().frame["id"])
    frame = drawn_map(page)
    fold = page.locator(".st-key-list summary")
    fold.click()
    entries = page.locator(".panel ul.row a[data-feature]")
    entries.first.wait_for()
    listed = {entry.get_attribute("data-feature") or "" for entry in entries.all()}
    drawn = frame.evaluate(
        "[...document.querySelectorAll('path[data-feature]')].map(p => p.dataset.feature)"
    )
    named = {
        mention.get_attribute("data-feature") for mention in page.locator(".panel .mention").all()
    }
    assert listed & placed
    assert set(drawn) - listed <= named
    current = page.locator(".panel ul.row a[aria-current=true]")
    assert {one.get_attribute("data-feature") for one in current.all()} == {"nsr"}
    assert "nsr" in highlighted_in(frame)
    fold.click()


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


def test_the_focus_is_visible_at_every_stop(page: Page) -> None:
    for theme in in_both_themes(page):
        assert _unseen_stops(page) == [], theme


def _unseen_stops(page: Page) -> list[str]:
    """Return at which of the first stops of the Tab key no focus is seen."""
    page.evaluate("() => document.activeElement.blur()")
    stops = []
    for _ in range(45):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop and "<iframe" not in stop["what"]:
            stops.append(stop)
    assert len(stops) > 30
    return [stop["what"] for stop in stops if not stop["seen"]]


def test_nothing_moves_for_a_reader_who_asked_for_less_motion(page: Page) -> None:
    moving = """() => [...document.querySelectorAll(".stApp *, .leaflet-container *")]
      .filter((part) => {
        const style = getComputedStyle(part);
        return style.transitionDuration.split(",").some((time) => parseFloat(time) > 0)
          || style.animationName !== "none";
      }).map((part) => part.outerHTML.slice(0, 120))"""
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert page.evaluate(moving) == []
    assert drawn_map(page).evaluate(moving) == []


def test_on_paper_the_controls_are_gone_and_the_words_stay(page: Page) -> None:
    page.emulate_media(media="print")
    for gone in (".st-key-filter", ".st-key-search-box"):
        assert not page.locator(gone).is_visible(), gone
    assert page.locator(".panel .passage").first.is_visible()
    assert page.locator("h1").is_visible()
    page.emulate_media(media="screen")

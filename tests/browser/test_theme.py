"""A reader who changes the theme while a page is open sees all of it change, without the server."""

import pytest
from playwright.sync_api import Browser, Frame, Page, WebSocket

from geo.draw.palette import PALETTES
from tests.browser.conftest import opened
from tests.browser.sight import drawn_map, hold_rest, settle

pytestmark = pytest.mark.browser
OTHER = {"light": "dark", "dark": "light"}
_COLOURS = """() => {
  const which = ["color", "backgroundColor", "backgroundImage", "borderTopColor", "borderLeftColor",
    "borderBottomColor", "stroke", "fill", "outlineColor", "textShadow", "boxShadow",
    "textDecorationColor"];
  const found = [];
  const look = (root) => root.querySelectorAll("body, body *").forEach((one) => {
    if (["STYLE", "SCRIPT"].includes(one.tagName)) return;
    [null, "::before", "::after"].forEach((part) => {
      const seen = getComputedStyle(one, part);
      if (part && seen.content === "none") return;
      found.push([one.tagName, part, ...which.map((name) => seen[name])].join(" "));
    });
    if (one.shadowRoot) one.shadowRoot.querySelectorAll(":scope > *").forEach((top) => {
      look({ querySelectorAll: () => [top, ...top.querySelectorAll("*")] });
    });
  });
  look(document);
  return found;
}"""
_OF_STREAMLIT = """(theme) =>
  getComputedStyle(document.querySelector("[data-testid=stApp]")).colorScheme === theme"""
_GROUND = "() => getComputedStyle(document.querySelector('.leaflet-container')).backgroundColor"


def sights(page: Page) -> list[Page | Frame]:
    """Return the page, and its map where it has one."""
    settle(page)
    maps: list[Page | Frame] = [drawn_map(page)] if page.locator("iframe").count() else []
    return [page, *maps]


def colours(page: Page) -> list[list[str]]:
    """Return every colour of a page, then those of its map."""
    return [sight.evaluate(_COLOURS) for sight in sights(page)]


@pytest.mark.parametrize(
    ("query", "part", "theme"),
    [
        ("?feature=nsr", ".card .strip", "dark"),
        ("?frame=mercator&show=ports", ".st-key-sentence", "dark"),
        ("?tour=2", ".tour", "light"),
        ("evidence", ".time-axis", "light"),
    ],
)
def test_a_page_whose_theme_is_changed_is_as_one_that_was_opened_so(
    browser: Browser, server: str, query: str, part: str, theme: str
) -> None:
    # Of its own: on a page that was used before, a pointer may rest on a name, which lights then.
    with opened(browser, server, theme=theme, fresh=True) as right:
        right.page.goto(f"{server}/{query}")
        right.page.locator(part).wait_for()
        wanted = colours(right.page)
    frames: list[object] = []

    def note(frame: object) -> None:
        frames.append(frame)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", note)
        socket.on("framereceived", note)

    with opened(browser, server, theme=OTHER[theme], fresh=True) as atlas:
        atlas.page.on("websocket", listen)
        atlas.page.goto(f"{server}/{query}")
        atlas.page.locator(part).wait_for()
        before = colours(atlas.page)
        assert frames
        frames.clear()
        atlas.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        atlas.page.wait_for_function(_OF_STREAMLIT, arg=theme)
        assert colours(atlas.page) == wanted
        assert frames == []
    assert all(old != new for old, new in zip(before, wanted, strict=True))


@pytest.mark.parametrize("theme", OTHER)
def test_the_map_has_the_theme_of_the_page_and_not_that_of_the_system(
    browser: Browser, server: str, theme: str
) -> None:
    with opened(browser, server, theme=OTHER[theme]) as atlas:
        atlas.page.goto(f"{server}/?embed=true&embed_options={theme}_theme")
        ground = drawn_map(atlas.page).evaluate(_GROUND)
    red, green, blue = (int(PALETTES[theme].page[i : i + 2], 16) for i in (1, 3, 5))
    assert ground == f"rgb({red}, {green}, {blue})"


def test_the_map_has_the_theme_of_the_page_before_the_rest_of_it_is_there(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, theme="light", fresh=True) as atlas:
        give_rest = hold_rest(atlas.page)
        atlas.page.goto(f"{server}/?embed_options=dark_theme")
        seen = drawn_map(atlas.page).evaluate(_GROUND)
        assert atlas.page.locator(".st-key-reading").count() == 0
        give_rest()
        atlas.page.locator(".st-key-reading").wait_for()
        settle(atlas.page)
        assert seen == atlas.chart().evaluate(_GROUND)
        assert atlas.page.evaluate(_OF_STREAMLIT, "dark")

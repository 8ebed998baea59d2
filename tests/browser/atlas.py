"""The Atlas page as a reader works with it, in Chromium."""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Frame, Locator, Page, expect

from geo.messages import CONNECTION_LOST, LAYERS, MAP_NAME
from tests.browser.sight import TIMEOUT_MS, highlighted_in, settle

expect.set_options(timeout=TIMEOUT_MS)

_CLICK = """(id) => {
  const part = document.querySelector(`path.leaflet-interactive[data-feature="${id}"]`)
    || document.querySelector(`.leaflet-marker-icon[data-feature="${id}"]`);
  if (!part) return false;
  const how = { bubbles: true, cancelable: true, view: window };
  ["mousedown", "mouseup", "click"].forEach(
    (name) => part.dispatchEvent(new MouseEvent(name, how)));
  return true;
}"""
_VIEW = "() => [map_div.getZoom(), map_div.getCenter().lat, map_div.getCenter().lng]"
# Leaflet sets out with the next frame of the screen; from then on it answers with the view that it
# goes to, while the labels are still on their way.
_MOVES = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return Boolean(document.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim"));
}"""


@dataclass
class Atlas:
    """One open page, with its console messages and requests."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """The app's host and port."""
        return urlsplit(self.address).netloc

    def open(self, query: str = "") -> "Atlas":
        """Go to an address of the app and wait until map, articles and filters are there."""
        self.page.goto(f"{self.address}/{query}")
        frame = "mercator" if "frame=mercator" in query else "polar"
        self.chart(frame)
        expect(self.mentions().first).to_be_visible()
        if "embed=" not in query:
            self.page.locator(".st-key-nations button").first.wait_for(state="attached")
        return self

    def chart(self, frame: str = "polar") -> Frame:
        """Return the document of the map once it has drawn."""
        box = self.page.locator(f'iframe[title="{MAP_NAME[frame]}"]')
        box.wait_for(timeout=TIMEOUT_MS)
        handle = box.element_handle()
        found = handle.content_frame() if handle else None
        assert found, "the map's frame is empty"
        found.wait_for_selector("body[data-drawn]", timeout=TIMEOUT_MS)
        return found

    def mentions(self) -> Locator:
        """Return the mentions in the article column."""
        return self.page.locator(".st-key-column a.mention")

    def passages(self) -> Locator:
        """Return the quoted passages below an article's head that are not folded away."""
        return self.page.locator(".st-key-column blockquote.passage:not(.folded *, header *)")

    def card(self) -> Locator:
        """Return the card of the selected feature."""
        return self.page.locator(".st-key-card section.card")

    def sentence(self) -> str:
        """Return the sentence that says what is shown."""
        return self.page.locator(".st-key-sentence").inner_text()

    def click_mention(self, feature: str, passage: str) -> None:
        """Click a mention of a feature in a passage."""
        chosen = f'[data-feature="{feature}"][data-passage="{passage}"]'
        self.page.locator(f".st-key-column a.mention{chosen}").first.click()

    def click_on_map(self, feature: str) -> bool:
        """Click a shape or a label on the map; False where there is none."""
        return bool(self.chart().evaluate(_CLICK, feature))

    def highlighted(self, frame: str = "polar") -> set[str]:
        """Return the ids that the map shows in the colour of the selection."""
        return highlighted_in(self.chart(frame))

    def wait_highlighted(self, wanted: Iterable[str], frame: str = "polar") -> None:
        """Wait until the map highlights these features and no other."""
        expected = set(wanted)
        until(
            lambda: self.highlighted(frame) == expected,
            lambda: f"highlighted {self.highlighted(frame)} not {expected}",
        )

    def wait_card(self, name: str) -> None:
        """Wait until the card is that of the named feature."""
        expect(self.card().locator("header h2")).to_have_text(name)

    def view(self, frame: str = "polar") -> list[float]:
        """Return zoom and centre of the map."""
        found: list[float] = self.chart(frame).evaluate(_VIEW)
        return found

    def settled(self, frame: str = "polar") -> list[float]:
        """Return zoom and centre once the map has come to rest."""
        before: list[float] = []

        def rests() -> bool:
            nonlocal before
            now = [] if self.chart(frame).evaluate(_MOVES) else self.view(frame)
            same, before = bool(now) and now == before, now
            if not same:
                self.page.wait_for_timeout(120)
            return same

        until(rests, lambda: "the map does not come to rest")
        return before

    def drag(self, east_px: int, south_px: int, frame: str = "polar", *, rest_ms: int = 0) -> None:
        """Drag the map by its middle, as fast as a hand does; after a rest it does not glide on."""
        box = self.page.locator(f'iframe[title="{MAP_NAME[frame]}"]').bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + east_px, y + south_px, steps=4)
        self.page.wait_for_timeout(rest_ms)
        self.page.mouse.up()

    def switch_frame(self, title: str, *, away_from: str = "polar") -> None:
        """Press the other frame on the map."""
        self.chart(away_from).get_by_role("button", name=title, exact=True).click()

    def layer(self, title: str, frame: str = "polar") -> Locator:
        """Return a layer's box on the map, its panel opened."""
        opener = self.chart(frame).get_by_role("button", name=LAYERS)
        if opener.get_attribute("aria-expanded") != "true":
            opener.click()
        return self.chart(frame).get_by_role("checkbox", name=title, exact=True)

    def chip(self, nation: str) -> Locator:
        """Return the chip of a nation."""
        return self.page.locator(".st-key-nations button", has_text=re.compile(rf"{nation}$"))


def reconnected(atlas: Atlas) -> None:
    """Wait until the page no longer says that the connection is lost, and has caught up."""
    expect(atlas.page.get_by_text(CONNECTION_LOST)).to_be_hidden()
    settle(atlas.page)


def until(holds: Callable[[], bool], says: Callable[[], str]) -> None:
    """Ask again until a condition holds; fail with a sentence after two minutes."""
    end = time.monotonic() + TIMEOUT_MS / 1000
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(says())
        time.sleep(0.1)


def query_of(page: Page) -> dict[str, Any]:
    """Return the keys and values of the page's address, as the browser has it at this moment."""
    return parse_qs(urlsplit(page.evaluate("() => location.href")).query)

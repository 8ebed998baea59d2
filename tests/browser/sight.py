"""What the browser tests and the measurements look at: the browser, the page, the map in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, Frame, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find

PATIENCE_MS = 120_000
_STEP_MS = 40


@contextmanager
def browser() -> Iterator[Browser]:
    """Open the browser of this machine; Playwright's own where there is none."""
    os.environ.setdefault("NODE_NO_WARNINGS", "1")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        try:
            yield opened
        finally:
            opened.close()


def drawn_map(page: Page, *, after: str = "") -> Frame:
    """Wait until the map has drawn a scene (another one than `after`); return its frame."""
    for _ in range(PATIENCE_MS // _STEP_MS):
        for frame in page.frames[1:]:
            if stamp_of(frame) not in {"", after}:
                return frame
        page.wait_for_timeout(_STEP_MS)
    raise TimeoutError(f"The map drew nothing at {page.url[:200]}.")


def stamp_of(frame: Frame) -> str:
    """Return the stamp of the scene that a frame has drawn, or ''."""
    try:
        stamp = frame.evaluate("document.body ? document.body.dataset.drawn : ''")
    except Error:
        return ""
    return str(stamp or "")


def lit_in(frame: Frame) -> set[str]:
    """Return the ids that the map draws in the colour of the selection."""
    found = frame.evaluate(
        """() => {
          const root = document.querySelector(".leaflet-container");
          const lit = getComputedStyle(root).getPropertyValue("--lit");
          return [...document.querySelectorAll("[data-feature]")]
            .filter((part) => part.getAttribute("stroke") === lit || part.querySelector(".lit"))
            .map((part) => part.getAttribute("data-feature"));
        }"""
    )
    return set(found)


def settle(page: Page) -> None:
    """Wait until the app has run to its end."""
    page.wait_for_function(
        """() => {
          const app = document.querySelector("[data-testid=stApp]");
          return app && app.getAttribute("data-test-script-state") !== "running"
            && !document.querySelector("[data-stale=true]")
            && !document.querySelector("[data-testid=stSkeleton]");
        }""",
        timeout=PATIENCE_MS,
    )

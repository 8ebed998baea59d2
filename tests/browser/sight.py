"""What the browser tests and the measurements look at: the browser, the page, the map in it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from playwright.sync_api import Browser, Error, Frame, Page, WebSocketRoute, sync_playwright

from geo.draw.label_types import LABEL_TYPES
from pages._sockets import brings_map
from tests.browser.chromium import ARGUMENTS, find

TIMEOUT_MS = 120_000
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
    for _ in range(TIMEOUT_MS // _STEP_MS):
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


def highlighted_in(frame: Frame) -> set[str]:
    """Return the ids that the map draws in the colour of the selection."""
    found = frame.evaluate(
        """() => [...document.querySelectorAll("path.lit, .label.rim.lit")]
          .map((part) => part.getAttribute("data-feature"))"""
    )
    return set(found)


_STILL_MS = 300
_STANDS_STILL = """(still) => {
  const app = document.querySelector("[data-testid=stApp]");
  const runs = !app || app.dataset.testScriptState !== "notRunning"
    || document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
  const now = performance.now();
  if (runs || !window.__stillSince) window.__stillSince = now;
  return !runs && now - window.__stillSince >= still;
}"""


def settle(page: Page) -> None:
    """Wait until the app is idle: its script has finished."""
    page.evaluate("() => { window.__stillSince = 0; }")
    page.wait_for_function(_STANDS_STILL, arg=_STILL_MS, timeout=TIMEOUT_MS, polling=_STEP_MS)


_TYPES = """() => [...document.querySelectorAll(".label")].map((label) => {
  const look = getComputedStyle(label);
  const round = (value) => Math.round(value * 100) / 100 || 0;
  const unit = Number(look.getPropertyValue("--k")) || 1;
  const size = parseFloat(look.fontSize);
  const isDimmed = label.closest(".selecting") && !label.matches(".lit, .kept");
  return [[...label.classList, ...(isDimmed ? ["dimmed"] : [])], round(size / unit),
    look.fontStyle === "italic", Number(look.fontWeight) >= 600, look.textTransform === "uppercase",
    round(parseFloat(look.letterSpacing) / size)];
})"""


def wrong_labels(frame: Frame) -> list[tuple[str, list[object]]]:
    """Return the labels that are not set as `LABEL_TYPES` says: category and how they are set."""
    found = frame.evaluate(_TYPES)
    assert len(found) > 30
    wrong = []
    for classes, *seen in found:
        (category,) = set(classes) & set(LABEL_TYPES)
        kind = LABEL_TYPES[category]
        if "dimmed" in classes:  # it loses weight, and what was the hero its size
            kind = replace(kind, is_bold=False, size_px=min(kind.size_px, seen[0]))
        told = [kind.size_px, kind.is_italic, kind.is_bold or "lit" in classes, kind.is_upper]
        if seen != [*told, kind.spacing_em]:
            wrong.append((category, seen))
    return wrong


def hold_rest(page: Page) -> Callable[[], None]:
    """Hold back all that follows the map of the next page; return what gives it to the page."""
    late: list[Callable[[], None]] = []
    is_held = False

    def connect(page_side: WebSocketRoute) -> None:
        def pass_on(message: str | bytes) -> None:
            nonlocal is_held
            if is_held:
                late.append(lambda: page_side.send(message))
                return
            page_side.send(message)
            is_held = isinstance(message, bytes) and brings_map(message)

        page_side.connect_to_server().on_message(pass_on)

    def give_rest() -> None:
        nonlocal is_held
        is_held = False
        for give in late:
            give()

    page.route_web_socket("**/_stcore/stream", connect)
    return give_rest

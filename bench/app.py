"""Benchmarks of the app: a click, the first page, bytes sent, server memory.

Everything is measured against a server that this module starts, in the Chromium of this machine,
with no other host in reach. The first page is measured in turn with an empty Streamlit page, so
that the ratio shows the app's share on any machine.
"""

import base64
import statistics
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, Frame, Page
from streamlit.testing.v1 import AppTest

from tests.browser.server import ROOT, running
from tests.browser.sight import browser, drawn_map, settle

Figure = dict[str, Any]
RUNS = 15
PAIRS = 7
SESSIONS = 10
_FEATURES = ("nsr", "RU", "tsr", "arctic-bridge", "psr-northeast")
_EMPTY = 'import streamlit as st\n\nst.text("Empty page")\n'
_ROUTE = "!!document.querySelector('path.leaflet-interactive[data-feature=nsr]')"
_STEP_MS = 10


def main() -> Iterator[Figure]:
    """Yield the figures of the app."""
    yield click_run()
    with tempfile.TemporaryDirectory() as folder:
        empty_app = Path(folder) / "empty.py"
        empty_app.write_text(_EMPTY, encoding="utf-8")
        with (
            running(ROOT) as app,
            running(Path(folder), script=empty_app.name) as empty,
            browser() as chromium,
        ):
            yield from first_page(chromium, app.url, empty.url)
            yield from sent(chromium, app.url, empty.url)
    with running(ROOT) as app, browser() as chromium:
        yield from memory(chromium, app.url, app.pid)


def figure(name: str, value: float, unit: str, n: int, note: str) -> Figure:
    """Return one figure."""
    return {"figure": name, "value": round(value, 2), "unit": unit, "n": n, "note": note}


def click_run() -> Figure:
    """Measure the script run that follows a selection, on the server alone."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    times = []
    for turn in range(RUNS + 3):
        app.query_params["feature"] = _FEATURES[turn % len(_FEATURES)]
        start = time.perf_counter()
        app.run()
        times.append(1000 * (time.perf_counter() - start))
    note = "whole page, warm, in Streamlit's test harness; a click in the app runs one part of it"
    return figure("script run for a click", statistics.median(times[3:]), "ms", RUNS, note)


def first_page(chromium: Browser, app: str, empty: str) -> Iterator[Figure]:
    """Measure the time from navigation to the first drawn route, and an empty page."""
    ours, theirs = [], []
    _time_to_route(chromium, app)
    _time_to_text(chromium, empty)
    for _ in range(PAIRS):
        ours.append(_time_to_route(chromium, app))
        theirs.append(_time_to_text(chromium, empty))
    mine, other = statistics.median(ours), statistics.median(theirs)
    note = f"fresh browser cache, server warm; from {min(ours):.2f} to {max(ours):.2f}"
    yield figure("navigation to first drawn route", mine, "s", PAIRS, note)
    note = f"the same machine, turn by turn; from {min(theirs):.2f} to {max(theirs):.2f}"
    yield figure("navigation to an empty Streamlit page", other, "s", PAIRS, note)
    yield figure("first drawn route by empty page", mine / other, "ratio", PAIRS, "of medians")


def _time_to_route(chromium: Browser, url: str) -> float:
    with _page(chromium) as page:
        start = time.perf_counter()
        page.goto(url)
        while not any(_holds(frame) for frame in page.frames[1:]):
            page.wait_for_timeout(_STEP_MS)
        return time.perf_counter() - start


def _holds(frame: Frame) -> bool:
    try:
        return bool(frame.evaluate(_ROUTE))
    except Exception:  # noqa: BLE001  a frame that is just being replaced answers nothing
        return False


def _time_to_text(chromium: Browser, url: str) -> float:
    with _page(chromium) as page:
        start = time.perf_counter()
        page.goto(url)
        page.get_by_text("Empty page").wait_for()
        return time.perf_counter() - start


@contextmanager
def _page(chromium: Browser) -> Iterator[Page]:
    """Open a page with nothing in its cache."""
    context = chromium.new_context(viewport={"width": 1440, "height": 950})
    try:
        yield context.new_page()
    finally:
        context.close()


class Meter:
    """Counts the bytes sent to a page: responses on the wire, and websocket frames.

    Where the websocket is compressed the browser tells of frames unpacked, so they are packed again
    as the server does it.
    """

    def __init__(self, page: Page) -> None:
        self.answers = 0.0
        self.frames = 0.0
        self._packer: Any = None
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._answer)
        session.on("Network.webSocketHandshakeResponseReceived", self.greet)
        session.on("Network.webSocketFrameReceived", self.frame)
        session.send("Network.enable")

    def _answer(self, event: dict[str, Any]) -> None:
        self.answers += event["encodedDataLength"]

    def greet(self, event: dict[str, Any]) -> None:
        """Note whether a new websocket is compressed."""
        agreed = str({k.lower(): v for k, v in event["response"]["headers"].items()})
        self._packer = zlib.compressobj(wbits=-12) if "permessage-deflate" in agreed else None

    def frame(self, event: dict[str, Any]) -> None:
        """Count a frame of the websocket."""
        payload = event["response"]["payloadData"]
        is_binary = event["response"]["opcode"] == 2  # noqa: PLR2004  RFC 6455, 5.2
        content = base64.b64decode(payload) if is_binary else payload.encode()
        if self._packer:
            content = self._packer.compress(content) + self._packer.flush(zlib.Z_SYNC_FLUSH)
        self.frames += len(content)


def sent(chromium: Browser, app: str, empty: str) -> Iterator[Figure]:
    """Measure the bytes sent for the first page and for a click on a mention."""
    with _page(chromium) as page:
        nothing = Meter(page)
        page.goto(empty)
        page.get_by_text("Empty page").wait_for()
        settle(page)
        note = "Streamlit's own share: files over the wire and websocket frames"
        yield _kilobytes("sent for an empty Streamlit page", nothing, note)
    with _page(chromium) as page:
        first = Meter(page)
        page.goto(app)
        frame = drawn_map(page)
        settle(page)
        page.wait_for_timeout(1000)
        note = f"of it websocket frames: {first.frames / 1000:.0f} kB"
        yield _kilobytes("sent for the first page", first, note)
        yield from _clicks(page, frame, first)


def _kilobytes(name: str, meter: Meter, note: str) -> Figure:
    return figure(name, (meter.answers + meter.frames) / 1000, "kB", 1, note)


def _clicks(page: Page, frame: Frame, meter: Meter) -> Iterator[Figure]:
    """Click mentions of different features in turn."""
    times, sizes = [], []
    for turn in range(RUNS + 2):
        links = page.locator(".panel .mention:not(.lit)")
        before = meter.answers + meter.frames
        stamp = frame.evaluate("document.body.dataset.drawn")
        link = links.nth(turn % links.count())
        link.scroll_into_view_if_needed()
        start = time.perf_counter()
        link.click()
        drawn_map(page, after=stamp)
        times.append(1000 * (time.perf_counter() - start))
        settle(page)
        page.wait_for_timeout(300)
        sizes.append((meter.answers + meter.frames - before) / 1000)
    note = "a click on a mention, up to the map's new scene, in Chromium"
    yield figure("click to highlight", statistics.median(times[2:]), "ms", RUNS, note)
    note = f"from {min(sizes[2:]):.1f} to {max(sizes[2:]):.1f}"
    yield figure("sent for a click", statistics.median(sizes[2:]), "kB", RUNS, note)


def memory(chromium: Browser, url: str, pid: int) -> Iterator[Figure]:
    """Measure the server's resident memory with a growing number of sessions."""
    server = psutil.Process(pid)
    note = "resident, of the server's process; the value itself, not a median"
    yield figure("server memory, no session", server.memory_info().rss / 1e6, "MB", 1, note)
    contexts = []
    for number in range(1, SESSIONS + 1):
        context = chromium.new_context(viewport={"width": 1440, "height": 950})
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{url}/?feature={_FEATURES[number % len(_FEATURES)]}")
        drawn_map(page)
        settle(page)
        if number in {1, SESSIONS}:
            name = f"server memory, {number} session{'s' * (number > 1)}"
            yield figure(name, server.memory_info().rss / 1e6, "MB", 1, note)
    for context in contexts:
        context.close()

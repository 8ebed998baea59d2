"""Speed as ratios within one run: first sights of the app and a cold start, by a plain map's.

The page of comparison (`bench/_peer.py`) is an empty Streamlit page with an st_folium map of one
line whose Leaflet is served beside the app. Both are opened in turn in one browser, so the ratios
hold on any machine, and roughly on a busy one. `python -m bench ratios` prints one table; the
status is 1 where a ratio is past its budget by more than a quarter.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from bench.app import Meter
from tests.browser.server import ROOT, running
from tests.browser.sight import browser

PAIRS = 7
STARTS = 3
_TOLERANCE = 1.25
_APP, _PEER = "dashboard.py", "bench/_peer.py"
_ROUTES = {_APP: "path[data-feature=nsr]", _PEER: "path.leaflet-interactive"}
_SEEN = """
(() => {
  const seen = (frame) => {
    try { return frame.document.querySelector("%s"); } catch (refused) { return null; }
  };
  const look = () => {
    if (Array.from(window.frames).some(seen)) window.firstSight = performance.now();
    else setTimeout(look, 5);
  };
  if (window.top === window) look();
})();
"""
_SEASON = "season"
_SAID = """
(() => {
  const inside = (one) => one.shadowRoot && one.shadowRoot.querySelector(".season-lead .said");
  const look = () => {
    const parts = document.querySelectorAll(".st-key-season-lead *");
    if (Array.from(parts).some(inside)) window.firstSight = performance.now();
    else setTimeout(look, 5);
  };
  look();
})();
"""
_PATIENCE_MS = 180_000
_REST_MS = 2500
_RUN = """
import os, sys, time
from streamlit.testing.v1 import AppTest
for turn in range(int(sys.argv[1])):
    app = AppTest.from_file(os.path.abspath("dashboard.py"), default_timeout=120)
    start = time.process_time()
    app.run()
    print(1000 * (time.process_time() - start))
"""


@dataclass(frozen=True)
class Row:
    """A row of the table: a figure, what it is in words, and the most that it may be."""

    name: str
    value: float
    note: str
    budget: float | None = None

    @property
    def is_far_off(self) -> bool:
        """Whether it misses its budget by far."""
        return self.budget is not None and self.value > self.budget * _TOLERANCE

    def line(self) -> str:
        """Return the row as it is printed."""
        budget = "" if self.budget is None else f"{self.budget:g}"
        mark = "" if self.budget is None or self.value <= self.budget else "missed"
        return f"{self.name:<42}{self.value:>8.2f}{budget:>8}  {mark:<7} {self.note}"


@dataclass
class Times:
    """Seconds to the first sight: of the app, and of the page of comparison."""

    app: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)

    def row(self, what: str, cache: str) -> Row:
        """Return the ratio of the medians."""
        mine, other = statistics.median(self.app), statistics.median(self.peer)
        note = f"{mine:.2f} s by {other:.2f} s, medians of {len(self.app)}"
        return Row(f"{what} by plain map, {cache} cache", mine / other, note, 1.3)


def rows() -> Iterator[Row]:
    """Measure, and yield the rows of the table."""
    with browser() as chromium:
        with running(ROOT, script=_APP) as app, running(ROOT, script=_PEER) as peer:
            urls = {_APP: app.url, _PEER: peer.url}
            yield from first_routes(chromium, urls)
            yield first_sentence(chromium, urls)
            yield sizes(chromium, urls)
        yield cold_start(chromium)
    yield from runs()


def first_routes(chromium: Browser, urls: dict[str, str]) -> Iterator[Row]:
    """Open both pages in turn: with an empty cache, then a third time in the same browser."""
    cold, warm = Times(), Times()
    for turn in range(PAIRS + 1):
        for script, url in urls.items():
            with visitor(chromium, script) as context:
                first, _, third = (seconds_to_sight(context, url) for _ in range(3))
            if turn:
                (cold.app if script == _APP else cold.peer).append(first)
                (warm.app if script == _APP else warm.peer).append(third)
    yield cold.row("first route", "cold")
    yield warm.row("first route", "warm")


def first_sentence(chromium: Browser, urls: dict[str, str]) -> Row:
    """Open the page of the season and that of comparison in turn, each with an empty cache."""
    times = Times()
    for turn in range(PAIRS + 1):
        with visitor(chromium, _SEASON) as context:
            mine = seconds_to_sight(context, f"{urls[_APP]}/{_SEASON}")
        with visitor(chromium, _PEER) as context:
            other = seconds_to_sight(context, urls[_PEER])
        if turn:
            times.app.append(mine)
            times.peer.append(other)
    return times.row("season's sentence", "cold")


def sizes(chromium: Browser, urls: dict[str, str]) -> Row:
    """Compare what is sent for the first page: files on the wire, and websocket frames."""
    sent: dict[str, float] = {}
    for script, url in urls.items():
        with visitor(chromium, script) as context:
            page = context.new_page()
            meter = Meter(page)
            _wait_for_sight(page, url)
            page.wait_for_timeout(_REST_MS)
            sent[script] = (meter.answers + meter.frames) / 1e6
    note = f"{sent[_APP]:.2f} MB by {sent[_PEER]:.2f} MB"
    return Row("bytes of the first page by plain map's", sent[_APP] / sent[_PEER], note, 1.25)


def cold_start(chromium: Browser) -> Row:
    """Compare the first visitor of a new server, who comes as soon as it answers, with the next."""
    firsts: list[float] = []
    nexts: list[float] = []
    starts: list[float] = []
    for _ in range(STARTS):
        begun = time.monotonic()
        with running(ROOT, script=_APP) as app:
            starts.append(time.monotonic() - begun)
            for waits in (firsts, nexts):
                with visitor(chromium, _APP) as context:
                    waits.append(seconds_to_sight(context, app.url))
    first, following = statistics.median(firsts), statistics.median(nexts)
    answers = statistics.median(starts)
    note = (
        f"{first:.2f} s by {following:.2f} s; the start takes {answers:.2f} s; medians of {STARTS}"
    )
    return Row("first visitor by the next", first / following, note, 2.0)


def runs() -> Iterator[Row]:
    """Measure the processor time of full runs of the Atlas, each in a new session."""
    command = [sys.executable, "-c", _RUN, str(PAIRS + 1)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    first, *others = map(float, done.stdout.split())
    yield Row("processor time of the first full run, ms", first, "with all imports")
    median = statistics.median(others)
    yield Row("processor time of a full run, ms", median, f"in Streamlit's harness, n = {PAIRS}")


@contextmanager
def visitor(chromium: Browser, script: str) -> Iterator[BrowserContext]:
    """Open a browser with an empty cache that notes the first sight: a route, or the sentence."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_SAID if script == _SEASON else _SEEN % _ROUTES[script])
    try:
        yield context
    finally:
        context.close()


def seconds_to_sight(context: BrowserContext, url: str) -> float:
    """Return the seconds from navigation to the first sight."""
    page = context.new_page()
    seconds = _wait_for_sight(page, url)
    page.close()
    return seconds


def _wait_for_sight(page: Page, url: str) -> float:
    page.goto(url, timeout=_PATIENCE_MS)
    drawn = page.wait_for_function("() => window.firstSight", timeout=_PATIENCE_MS, polling=50)
    return float(drawn.json_value()) / 1000


def print_table(rows: Iterable[Row]) -> int:
    """Print a table as its rows are measured; return 1 where one misses its budget by far."""
    print(f"{'':<42}{'':>8}{'budget':>8}")
    found = []
    for row in rows:
        print(row.line(), flush=True)
        found.append(row)
    return int(any(row.is_far_off for row in found))


def main() -> int:
    """Print the table; return 1 where a ratio misses its budget by far."""
    return print_table(rows())


if __name__ == "__main__":
    sys.exit(main())

"""How fast a busy app answers: the map and the card, after a press and under the pointer.

The server is held to one core of this machine, where the system can do that, and twenty other
sessions use it (`bench/_readers.py`). One reader in Chromium presses names in the articles, rows of
the list and marks on the map in turn, with the mouse. A time begins with the mouse's event, and
ends after the frame in which its answer is drawn. How long a frame takes after a press on nothing
shows how busy the machine is with other things. `python -m bench load` prints one table; the status
is 1 where a figure is past its budget by more than a quarter.
"""

import json
import os
import random
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import cycle

from playwright.sync_api import Browser, Frame, Page

from bench.app import Meter
from bench.ratios import Row, print_table
from tests.browser.server import ROOT, running
from tests.browser.sight import browser, drawn_map, settle

PRESSES = 42
_WAYS = ("mention", "row", "mark")
_WARM_UP = 3
_PATIENCE_MS = 30_000
_PAUSE_MS = (300, 1200)
_VIEWPORT = {"width": 1440, "height": 900}
_AT_REST = (700, 8)
_MOST_MS, _MOST_CARD_MS, _MOST_KB = 50, 400, 12

_WATCH = """([type, id, name]) => {
  const inside = Array.from(window.frames).find((one) => one.atlasData);
  const query = (what) => inside.document.querySelector(what);
  const glow = () => [...inside.document.querySelectorAll(".leaflet-halo-pane path")]
    .map((path) => path.outerHTML).join();
  const roots = (under) => [...document.querySelectorAll(`${under} *`)]
    .map((part) => part.shadowRoot).filter(Boolean);
  const before = glow();
  const shows = {
    press: () => query(`path.lit[data-feature="${id}"]`),
    hover: () => glow() && glow() !== before,
    nothing: () => true,
    name: () => (query(".leaflet-tooltip") || {}).textContent === name,
  };
  const hasCard = () => roots(".st-key-card").some((root) => {
    const title = root.querySelector("section.card header h2");
    return title && title.textContent === name;
  });
  const found = window.found = { map: null, card: type === "press" ? null : 0 };
  const kind = ["press", "nothing"].includes(type) ? "click" : "mousemove";
  const heads = [window, inside];
  const begin = (event) => {
    if (!event.isTrusted) return;
    heads.forEach((one) => one.removeEventListener(kind, begin, true));
    const start = event.timeStamp + event.view.performance.timeOrigin - performance.timeOrigin;
    const after = (what) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { found[what] = performance.now() - start; };
      port2.postMessage(0);
    };
    let [isSeen, isAnswered] = [false, type !== "press"];
    const look = () => requestAnimationFrame(() => {
      if (!isSeen && shows[type]()) { isSeen = true; after("map"); }
      if (!isAnswered && hasCard()) { isAnswered = true; after("card"); }
      if (!isSeen || !isAnswered) look();
    });
    look();
  };
  heads.forEach((one) => one.addEventListener(kind, begin, true));
}"""
"""Measures what follows the next event of the mouse, in milliseconds."""

_MARK = """(id) => {
  const path = document.querySelector(`path.mark[data-feature="${id}"]`);
  if (!path) return null;
  const labels = [...document.querySelectorAll(".label")];
  for (let i = 1; i < 12; i += 1) {
    const at = path.getPointAtLength((i / 12) * path.getTotalLength())
      .matrixTransform(path.getScreenCTM());
    const target = document.elementFromPoint(at.x, at.y);
    if (!target || target.closest(".map-tool, .label")) continue;
    const part = window.pointer.meant(
      { isTrusted: true, target, clientX: at.x, clientY: at.y }, "path.mark", labels);
    if (part && part.dataset.feature === id) return [at.x, at.y];
  }
  return null;
}"""
"""Returns a place on the map where the pointer means a feature, or null."""

_PRESSABLE = """() => [...new Set(
  [...document.querySelectorAll("path.mark")].map((path) => path.dataset.feature))]"""
_DRAWN = "() => Object.keys(window.atlasData.shapes)"


def main() -> int:
    """Print the table; return 1 where a figure misses its budget by far."""
    return print_table(rows())


def rows() -> Iterator[Row]:
    """Measure, and yield the rows of the table."""
    with ExitStack() as stack:
        with one_core():
            app = stack.enter_context(running(ROOT))
        chromium = stack.enter_context(browser())
        with readers(app.url) as answers:
            reader = BusyReader(chromium, app.url)
            reader.use()
        yield from reader.rows()
        yield _row("answer to the other sessions, p95, ms", answers, None)
    note = f"load average over a minute, of {os.cpu_count()} cores"
    yield Row("processes that want a core", os.getloadavg()[0], note)


@contextmanager
def one_core() -> Iterator[None]:
    """Hold what is started in the block to one core, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def readers(url: str) -> Iterator[list[float]]:
    """Let others use the app until the block ends; then the list holds how long they waited."""
    answers: list[float] = []
    command = [sys.executable, "-m", "bench._readers", url]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as others:
        try:
            if not others.stdout or others.stdout.readline().strip() != "ready":
                raise RuntimeError("The other sessions got no page.")
            yield answers
            answers += json.loads(others.communicate()[0])
        finally:
            others.kill()


class BusyReader:
    """A reader in Chromium who presses one thing after another, and what they had to wait for."""

    def __init__(self, chromium: Browser, url: str) -> None:
        self.page: Page = chromium.new_context(viewport=_VIEWPORT).new_page()  # type: ignore[arg-type]
        self.page.set_default_timeout(_PATIENCE_MS)
        self.meter = Meter(self.page)
        self.page.goto(url)
        self.chart: Frame = drawn_map(self.page)
        settle(self.page)
        self.names: dict[str, str] = self.chart.evaluate("() => window.atlasData.names")
        self.chance = random.Random(0)  # noqa: S311  what is pressed next
        self.selected = ""
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.press_kb: list[float] = []

    def use(self) -> None:
        """Press a feature in each way in turn; the first presses are not counted."""
        ways = cycle(_WAYS)
        for turn in range(PRESSES + _WARM_UP):
            if turn == _WARM_UP:
                self.taken.clear()
                self.press_kb.clear()
            self._press(next(ways))

    def rows(self) -> Iterator[Row]:
        """Yield what was measured."""
        yield _row("press on nothing to next frame, p95, ms", self.taken["nothing"], None)
        yield _row("press to map, p95, ms", self.taken["press"], _MOST_MS)
        yield _row("pointer on a name to map, p95, ms", self.taken["hover"], _MOST_MS)
        yield _row("pointer on the map to name, p95, ms", self.taken["name"], _MOST_MS)
        yield _row("press to card, p95, ms", self.taken["card"], _MOST_CARD_MS)
        note = f"median {statistics.median(self.press_kb):.1f}, n = {len(self.press_kb)}"
        yield Row("to the browser for a press, most, kB", max(self.press_kb), note, _MOST_KB)

    def _press(self, way: str) -> None:
        self._measure("nothing", "", lambda: self.page.mouse.click(*_AT_REST))
        x, y, feature = self._place(way)
        before = self.meter.answers + self.meter.frames
        kind = "name" if way == "mark" else "hover"
        self._measure(kind, feature, lambda: self.page.mouse.move(x, y))
        self._measure("press", feature, lambda: self.page.mouse.click(x, y))
        self.selected = feature
        self.page.wait_for_timeout(self.chance.uniform(*_PAUSE_MS))
        settle(self.page)
        self.press_kb.append((self.meter.answers + self.meter.frames - before) / 1000)

    def _measure(self, kind: str, feature: str, act: Callable[[], None]) -> None:
        self.page.evaluate(_WATCH, [kind, feature, self.names.get(feature, "")])
        act()
        done = "() => window.found.map !== null && window.found.card !== null && window.found"
        found = self.page.wait_for_function(done, polling=50).json_value()
        self.taken[kind].append(found["map"])
        if kind == "press":
            self.taken["card"].append(found["card"])

    def _place(self, way: str) -> tuple[float, float, str]:
        """Return where to press for another feature than the one that is selected."""
        self.page.mouse.move(*_AT_REST)
        if way == "mark":
            return self._mark()
        self._open_list(is_open=way == "row")
        under = ".st-key-column a.mention" if way == "mention" else ".st-key-features a"
        drawn = set(self.chart.evaluate(_DRAWN))
        links = self.page.locator(f"{under}[data-feature]:visible")
        known = links.evaluate_all("(links) => links.map((link) => link.dataset.feature)")
        fit = [i for i, one in enumerate(known) if one in drawn and one != self.selected]
        chosen = self.chance.choice(fit)
        link = links.nth(chosen)
        link.scroll_into_view_if_needed()
        self.page.wait_for_timeout(_PAUSE_MS[0])
        box = link.evaluate(
            "(link) => { const [{ x, y, width, height }] = link.getClientRects();"
            " return [x + width / 2, y + height / 2]; }"
        )
        return box[0], box[1], known[chosen]

    def _open_list(self, *, is_open: bool) -> None:
        fold = self.page.locator(".st-key-list details")
        if (fold.get_attribute("open") is not None) != is_open:
            fold.locator("summary").click()
            self.page.mouse.move(*_AT_REST)
            self.page.wait_for_timeout(_PAUSE_MS[1])
            settle(self.page)

    def _mark(self) -> tuple[float, float, str]:
        holder = self.chart.frame_element()
        holder.scroll_into_view_if_needed()
        self.page.wait_for_timeout(_PAUSE_MS[0])
        marks = [one for one in self.chart.evaluate(_PRESSABLE) if one != self.selected]
        self.chance.shuffle(marks)
        for feature in marks:
            at = self.chart.evaluate(_MARK, feature)
            frame = holder.bounding_box()
            if at and frame and 0 < frame["y"] + at[1] < _VIEWPORT["height"]:
                return frame["x"] + at[0], frame["y"] + at[1], feature
        raise RuntimeError("Nothing on the map can be pressed.")


def _row(name: str, values: Sequence[float], budget: float | None) -> Row:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    note = f"median {statistics.median(ordered):.0f}, most {ordered[-1]:.0f}, n = {len(ordered)}"
    return Row(name, p95, note, budget)


if __name__ == "__main__":
    sys.exit(main())

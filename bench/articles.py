"""200 articles of 1,000 words opened and browsed: seconds per step, and the server's memory.

One JSON line per figure, as in `python -m bench`. Run it alone with `python -m bench articles`; it
starts the app and a browser of its own and needs no network.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from playwright.sync_api import FilePayload, Page, expect, sync_playwright

from geo.markup.excerpt import FIRST, MAX_ARTICLES
from tests.browser import chromium
from tests.browser.server import running

ARTICLES = 200
WORDS = 1_000
MEMORY_BUDGET_MB = 500
TIMEOUT_MS = 180_000
_NAMES = (
    "the Northern Sea Route",
    "the Kara Sea",
    "Russia",
    "Norway",
    "the Northwest Passage",
    "the Bering Strait",
    "China",
    "the Vilkitsky Strait",
    "Murmansk",
    "the Polar Silk Road",
    "Canada",
    "the Laptev Sea",
    "the United States",
    "the Arctic",
    "Greenland",
)
_FILLER = (  # noqa: SIM905  a sentence is easier to read than its words
    "the report said that ships of many owners went further north in the summer and that ice "
    "stayed longer than the forecast had it while traffic grew again after a slow spring"
).split()


def article(number: int) -> str:
    """Return an article of 1,000 words: 20 paragraphs of 50, each with two names."""
    month, day = 1 + number % 12, 1 + number % 28
    head = f"Report {number} from the north\n\n2024-{month:02}-{day:02}"
    return "\n\n".join([head, *(_paragraph(number, part) for part in range(20))])


def _paragraph(number: int, part: int) -> str:
    one, other = (_NAMES[(number + part * step) % len(_NAMES)] for step in (2, 7))
    turn = (number * 7 + part * 5) % len(_FILLER)
    filler = (_FILLER[turn:] + _FILLER[:turn]) * 2
    words = f"Near {one} report {number}.{part} names {other}, for".split()
    return " ".join(words + filler[: WORDS // 20 - len(words)]) + "."


class Watch:
    """The memory of a process, sampled five times a second."""

    def __init__(self, pid: int) -> None:
        self.process = psutil.Process(pid)
        self.peak_mb = 0.0
        self._on = True
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def now_mb(self) -> float:
        """Return the resident memory now, with that of its children."""
        family = [self.process, *self.process.children(recursive=True)]
        total = 0
        for each in family:
            try:
                total += each.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        self.peak_mb = max(self.peak_mb, total / 1e6)
        return total / 1e6

    def _sample(self) -> None:
        while self._on and self.process.is_running():
            self.now_mb()
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop sampling."""
        self._on = False
        self._thread.join()


def report(name: str, value: float, unit: str, budget: float | None = None) -> bool:
    """Print one figure; return whether it keeps its budget."""
    note = "" if budget is None else f"budget {budget:g} {unit}"
    line = {"figure": name, "value": round(value, 2), "unit": unit, "n": 1, "note": note}
    print(json.dumps(line), flush=True)
    return budget is None or value <= budget


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print the seconds that a block takes."""
    started = time.perf_counter()
    yield
    report(f"articles.{name}", time.perf_counter() - started, "s")


def browse(page: Page, watch: Watch) -> None:
    """Upload the articles and open the pages that show them."""
    files: list[FilePayload] = [
        {"name": f"report-{n}.txt", "mimeType": "text/plain", "buffer": article(n).encode()}
        for n in range(ARTICLES)
    ]
    page.get_by_role("link", name="Articles").click()
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    with timed("bring_200"):
        page.locator("input[type=file]").first.set_input_files(files)
        page.get_by_text(f"{ARTICLES} articles read").wait_for()
    report("articles.server_after_bringing", watch.now_mb(), "MB")
    with timed("open_atlas"):
        page.get_by_role("link", name="Atlas").click()
        expect(page.locator(".st-key-column article")).to_have_count(FIRST)
    click_mentions(page, "first_part")
    page.get_by_role("button", name="Clear the selection").click()
    for shown in range(2 * FIRST, MAX_ARTICLES + 1, FIRST):
        page.get_by_role("button", name="Show more articles").click()
        expect(page.locator(".st-key-column article")).to_have_count(shown)
    click_mentions(page, "longest_column")
    with timed("open_evidence"):
        page.get_by_role("link", name="Evidence").click()
        page.locator(".concordance").wait_for()
    for view in ("Counts", "Co-mentions", "By date", "Not mentioned", "Links"):
        page.get_by_text(view, exact=True).click()
        expect(page.get_by_role("radio", name=view)).to_be_checked()
        page.wait_for_timeout(500)
    sentence = page.locator(".st-key-page-title")
    before = sentence.inner_text()
    with timed("search_evidence"):
        page.get_by_label("Search quotes").fill("vilkitsky")
        page.keyboard.press("Enter")
        expect(sentence).not_to_have_text(before)
    page.get_by_role("link", name="Evidence").click()
    page.get_by_role("link", name="Names").click()
    page.locator("[data-testid=stDataFrame]").wait_for()


def click_mentions(page: Page, where: str) -> None:
    """Click twenty mentions one after the other; print the median and the longest answer."""
    took = []
    for number in range(20):
        mention = page.locator(".st-key-column a.mention").nth(number * 7)
        passage = mention.get_attribute("data-passage")
        started = time.perf_counter()
        mention.click()
        current = page.locator(".st-key-column blockquote.current")
        expect(current).to_have_attribute("data-passage", passage or "")
        took.append(time.perf_counter() - started)
    took.sort()
    report(f"articles.press_{where}_median", took[len(took) // 2], "s")
    report(f"articles.press_{where}_longest", took[-1], "s")


def main() -> int:
    """Measure; return 1 when the memory passes its budget."""
    with running() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.ARGUMENTS)
        )
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.set_default_timeout(TIMEOUT_MS)
        expect.set_options(timeout=TIMEOUT_MS)
        watch = Watch(server.pid)
        page.goto(server.url)
        page.locator(".st-key-column article").first.wait_for()
        report("articles.server_before", watch.now_mb(), "MB")
        browse(page, watch)
        watch.stop()
        kept = report("articles.server_peak", watch.peak_mb, "MB", MEMORY_BUDGET_MB)
        browser.close()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

"""As on Community Cloud: a fresh environment, only the repository, `streamlit run dashboard.py`."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from tests.browser.conftest import opened
from tests.browser.server import running
from tests.browser.sight import TIMEOUT_MS, drawn_map, settle
from tests.environment.fresh import runtime_python
from tests.repository import copy_repository

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MAX_MB = 500.0
"""The least memory that the host states is 690 MB; the rest is left to what it adds itself."""
NAVIGATION = "[data-testid*=Nav] a"
TITLES = {
    "Atlas",
    messages.SEASON,
    messages.ARTICLES_PAGE,
    messages.VOYAGES,
    messages.EVIDENCE,
    messages.SHARE,
    messages.ABOUT,
}


def offered(page: Page) -> set[str]:
    """Return the titles of the pages that one can go to, each without its icon."""
    texts = page.locator(NAVIGATION).all_inner_texts()
    return {text.split("\n")[-1].strip() for text in texts}


@contextmanager
def watched(pid: int) -> Iterator[list[float]]:
    """Note the resident memory of a process and its children in MB, four times a second."""
    seen: list[float] = []
    done = threading.Event()

    def look() -> None:
        process = psutil.Process(pid)
        while not done.wait(0.25):
            try:
                family = [process, *process.children(recursive=True)]
                seen.append(sum(one.memory_info().rss for one in family) / 1e6)
            except psutil.NoSuchProcess:
                continue

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        done.set()
        watcher.join()


def test_a_fresh_copy_starts_shows_every_page_and_stays_small(
    tmp_path: Path, browser: Browser
) -> None:
    copy = copy_repository(tmp_path / "repository")
    python = runtime_python()
    names = [path.stem for path in sorted((copy / "pages").glob("[a-z]*.py"))]
    with (
        running(copy, python=str(python)) as server,
        watched(server.pid) as memory_mb,
        opened(browser, server.url) as reader,
    ):
        page = reader.page
        for name in names:  # the first visit leads to another page than the Atlas
            page.goto(f"{server.url}/{'' if name == 'atlas' else name}")
            page.locator(NAVIGATION).first.wait_for()
            assert offered(page) <= TITLES, name
            expect(page.locator("h1"), name).to_be_visible(timeout=TIMEOUT_MS)
            if name == "atlas":
                drawn_map(page)
            settle(page)
            assert page.locator("[data-testid=stException]").count() == 0, name
            assert urlsplit(page.url).path == f"/{'' if name == 'atlas' else name}"
            assert offered(page) == TITLES, name
    assert len(memory_mb) > len(names)
    assert max(memory_mb) <= MAX_MB, f"{max(memory_mb):.0f} MB over {len(names)} pages"

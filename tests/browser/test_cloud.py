"""As on Community Cloud: a fresh environment, only the repository, `streamlit run dashboard.py`."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import running
from tests.browser.sight import PATIENCE_MS, drawn_map, settle
from tests.environment.fresh import runtime_python
from tests.repository import copy_repository

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_MB = 500.0
"""The least memory that the host states is 690 MB; the rest is left to what it adds itself."""


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
    with running(copy, python=str(python)) as server, watched(server.pid) as memory_mb:
        for name in names:
            page = browser.new_page()
            page.goto(f"{server.url}/{'' if name == 'atlas' else name}")
            expect(page.locator("h1"), name).to_be_visible(timeout=PATIENCE_MS)
            if name == "atlas":
                drawn_map(page)
            settle(page)
            assert page.locator("[data-testid=stException]").count() == 0, name
            page.close()
    assert len(memory_mb) > len(names)
    assert max(memory_mb) <= MOST_MB, f"{max(memory_mb):.0f} MB over {len(names)} pages"

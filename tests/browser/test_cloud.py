"""As on Community Cloud: a fresh environment, only the repository, `streamlit run dashboard.py`."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import ROOT, running
from tests.browser.sight import PATIENCE_MS, drawn_map, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_MB = 500.0
"""The least memory that the host states is 690 MB; the rest is left to what it adds itself."""


def copy_tracked(to: Path) -> None:
    """Copy the files that the repository holds, and nothing else that lies about."""
    git = shutil.which("git")
    assert git, "git is needed to know which files the repository holds"
    command = [git, "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  ours
    for name in listed.stdout.decode().split("\0"):
        source = ROOT / name
        if name and source.is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, to / name)


def fresh_python(folder: Path, requirements: Path) -> Path:
    """Make an environment that holds what `requirements.txt` names; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603  ours
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(  # noqa: S603  ours
        [*pip, "-r", str(requirements)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, (
        "This test installs requirements.txt from the package registry and could not:\n"
        f"{done.stderr[-1500:]}"
    )
    return python


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
    copy = tmp_path / "repository"
    copy_tracked(copy)
    python = fresh_python(tmp_path / "environment", copy / "requirements.txt")
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

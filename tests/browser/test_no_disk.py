"""A server that can write nothing draws its map, and one that is killed leaves nothing behind."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from geo import messages
from tests.browser.atlas import Atlas
from tests.browser.conftest import opened
from tests.browser.server import running
from tests.browser.sight import settle

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="limits are set by a POSIX shell"),
]
MORE_THAN_IS_HELD_BYTES = 1_100_000
"""Starlette spools larger uploads to a file by default."""
# The log goes nowhere: under the limit not even that could be written.
NO_FILES = ("/bin/sh", "-c", 'ulimit -f 0 && exec "$@" >/dev/null 2>&1', "sh")


def takes_files(atlas: Atlas) -> None:
    """Check one download and one upload that other versions would put on disk."""
    page = atlas.page
    page.get_by_role("link", name=messages.SHARE).first.click()
    page.locator("h1", has_text=messages.SHARE).wait_for()
    settle(page)
    with page.expect_download():
        page.get_by_role("button", name=messages.DATA_FILES["gpkg"][0]).click()
    page.get_by_role("link", name=messages.ARTICLES_PAGE).first.click()
    page.locator("h1", has_text=messages.ARTICLES_PAGE).wait_for()
    settle(page)
    text = f"<!-- {'x' * MORE_THAN_IS_HELD_BYTES} --><p>Russia closed the Kara Sea in October.</p>"
    file: FilePayload = {"name": "kara.html", "mimeType": "text/html", "buffer": text.encode()}
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page.get_by_text(re.compile("^1 article added: "))).to_be_visible()


def test_the_map_is_drawn_where_no_file_can_be_written_and_nothing_is_left(
    browser: Browser, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    nowhere = {"HOME": str(tmp_path / "home"), "TMPDIR": str(temporary)}
    with running(prefix=NO_FILES, extra=nowhere) as server:
        with opened(browser, server.url) as atlas:
            atlas.open()
            assert atlas.click_on_map("nsr")
            atlas.wait_card("Northern Sea Route")
            takes_files(atlas)
        os.kill(server.pid, signal.SIGKILL)
    assert list(temporary.iterdir()) == []


def test_a_chart_stays_when_its_only_reader_goes_to_another_page(atlas: Atlas) -> None:
    atlas.open()
    address = atlas.chart().evaluate(
        "() => [...document.scripts].map((one) => one.src).find((src) => /media/.test(src))"
    )
    atlas.page.get_by_role("link", name=messages.ABOUT).first.click()
    atlas.page.locator("h1", has_text=messages.ABOUT).wait_for()
    settle(atlas.page)
    answer = atlas.page.request.get(address)
    assert answer.status == 200
    assert "javascript" in answer.headers["content-type"]

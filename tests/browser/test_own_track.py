"""Voyages, “Your own track”: a press on the disc sets a point where it was pressed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened

pytestmark = pytest.mark.browser
_PATIENCE_MS = 60_000


def _open(page: Page, server: str) -> None:
    page.goto(f"{server}/voyages")
    page.get_by_role("button", name="Your own track").click(timeout=_PATIENCE_MS)
    page.wait_for_selector(".st-key-track-drop", timeout=_PATIENCE_MS)
    page.wait_for_selector(".st-key-voyage-disc svg.lines", timeout=_PATIENCE_MS)


def _press(page: Page, across: float, down: float) -> None:
    box = page.locator(".st-key-voyage-disc .voyage-map").bounding_box()
    assert box
    page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])


def test_presses_on_the_disc_make_a_track(browser: Browser, server: str) -> None:
    with opened(browser, server) as atlas:
        page = atlas.page
        _open(page, server)
        page.locator(".st-key-track-pencil label").click()
        page.wait_for_selector(".voyage-map[data-takes] svg.lines", timeout=_PATIENCE_MS)
        _press(page, 0.5, 0.501)
        page.wait_for_selector(".voyage-map .port.end", timeout=_PATIENCE_MS)
        inputs = page.locator(".st-key-track-point-fields input[type=number]")
        assert float(inputs.nth(1).input_value()) == pytest.approx(89.9, abs=0.3)
        _press(page, 0.6, 0.7)
        page.wait_for_selector(".st-key-track-answer .voyage-sentence", timeout=_PATIENCE_MS)
        page.wait_for_selector('.voyage-map .way.lit[data-way="track"]', timeout=_PATIENCE_MS)


_DRAG = """([text, name]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: "text/csv" }));
  window.drag = (type) => {
    const at = document.elementFromPoint(30, innerHeight - 30);
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files });
    at.dispatchEvent(event);
  };
  window.drag("dragenter");
  window.drag("dragover");
}"""
_DROP = "() => ['dragenter', 'dragover', 'drop'].forEach((type) => window.drag(type))"
_COVERS = """(part) => {
  const box = document.querySelector(`${part} [data-testid=stFileUploaderDropzone]`)
    .getBoundingClientRect();
  return box.width >= innerWidth - 20 && box.height >= innerHeight - 1;
}"""


def test_a_file_can_be_dropped_anywhere_on_the_page(browser: Browser, server: str) -> None:
    with opened(browser, server) as atlas:
        page = atlas.page
        _open(page, server)
        assert not page.evaluate(_COVERS, ".st-key-track-drop")
        page.evaluate(_DRAG, ["lon,lat\n10,70\n0,66\n", "own.csv"])
        assert page.evaluate(_COVERS, ".st-key-track-drop")
        assert page.locator(".st-key-track-over").is_visible()
        page.evaluate(_DROP)
        page.wait_for_selector(".st-key-track-answer .track-zones", timeout=_PATIENCE_MS)
        assert not page.locator(".st-key-track-over").is_visible()
        page.evaluate(_DRAG, ["lon,lat\n1,2\n", "later.csv"])
        assert page.evaluate(_COVERS, ".st-key-track-replace")
        page.evaluate(_DROP)
        page.get_by_text("later.csv was not taken").wait_for(timeout=_PATIENCE_MS)
        page.evaluate(_DRAG, ["lon,lat\n1,2\n", "away.csv"])
        page.wait_for_timeout(1_500)
        assert not page.evaluate(_COVERS, ".st-key-track-replace")


def test_a_file_is_read_and_nothing_is_wider_than_a_phone(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("lon,lat\n10,70\n0,66\n-20,62\n-45,58\n-60,60\n", encoding="utf-8")
    with opened(browser, server, width=390, height=844) as atlas:
        page = atlas.page
        _open(page, server)
        page.set_input_files(".st-key-track-drop input[type=file]", str(file))
        page.wait_for_selector(".st-key-track-answer .track-zones", timeout=_PATIENCE_MS)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator(".st-key-track-foot").scroll_into_view_if_needed()
        with page.expect_download(timeout=_PATIENCE_MS) as download:
            page.get_by_role("button", name="Table, CSV").click()
        assert "from_nm" in Path(download.value.path()).read_text(encoding="utf-8-sig")

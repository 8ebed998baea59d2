"""Names along lines in the offline page, whatever typeface and window a reader has."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geo.exchange.takeaway import make_takeaway
from geo.view import View
from tests.unit.exchange.views import seeds, shipped, snapshot_of

pytestmark = pytest.mark.browser
_CUT = """() => {
  const names = [...document.querySelectorAll("#map text:has(textPath)")]
    .filter((name) => name.style.visibility === "visible");
  const lineOf = (name) => document.querySelector(name.firstElementChild.getAttribute("href"));
  return [names.map((name) => name.textContent),
    names.filter((name) => name.getComputedTextLength() > lineOf(name).getTotalLength())
      .map((name) => name.textContent)];
}"""


@pytest.mark.parametrize("family", ["", "monospace"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_no_name_along_a_line_loses_letters(
    browser: Browser, tmp_path: Path, width: int, height: int, family: str
) -> None:
    path = tmp_path / "page.html"
    snapshot = snapshot_of(View(feature="nsr"), catalogue=shipped(), articles=seeds())
    path.write_bytes(make_takeaway(snapshot))
    page = browser.new_page(viewport={"width": width, "height": height}, bypass_csp=True)
    page.goto(path.as_uri())
    if family:
        page.add_style_tag(content=f"#map text {{ font-family: {family} !important; }}")
        page.set_viewport_size({"width": width - 4, "height": height})
        page.wait_for_timeout(300)
    names, cut = page.evaluate(_CUT)
    page.close()
    assert "Northern Sea Route" in names
    assert cut == []

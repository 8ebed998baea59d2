"""Corridors are one quiet tint, where two of their bands lie over each other too."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geo.draw.palette import PALETTES
from geo.exchange.takeaway import make_takeaway
from tests.browser.conftest import opened
from tests.browser.sight import drawn_map, settle
from tests.tints import tints_of
from tests.unit.exchange.views import seeds, shipped, snapshot_of

pytestmark = pytest.mark.browser
_ONLY_BANDS = """
  svg.leaflet-zoom-animated
    g[class]:not(.leaflet-bands-pane, .leaflet-faded-pane, .leaflet-disc-pane),
  .leaflet-labels-pane, .map-tool { display: none !important; }"""
_ONLY_BANDS_OFFLINE = """() => document.querySelectorAll(
  "#map > g:not(.pane-bands, :has(> .disc)), #chart > :not(#map)").forEach((part) => {
    part.style.display = "none";
  })"""


@pytest.fixture(scope="module")
def offline_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the offline page with everything."""
    path = tmp_path_factory.mktemp("bands") / "whole.html"
    path.write_bytes(make_takeaway(snapshot_of(catalogue=shipped(), articles=seeds())))
    return path


def count_tints(picture: bytes, theme: str) -> int:
    """Return how many tints there are on the sea."""
    ground = PALETTES[theme]
    return len(tints_of(picture, on=[ground.page, ground.sea]))


@pytest.mark.parametrize(
    ("selected", "theme", "tints"),
    [
        ("", "light", 1),
        ("", "dark", 1),
        ("psr", "light", 1),
        ("psr-central", "dark", 2),
        ("barents-sea", "light", 2),
        ("arctic-bridge", "light", 1),
    ],
)
def test_bands_have_one_tint_for_each_way_they_stand_to_the_selection(
    browser: Browser, server: str, selected: str, theme: str, tints: int
) -> None:
    with opened(browser, server, theme=theme) as atlas:
        atlas.page.goto(f"{server}/?feature={selected}")
        chart = drawn_map(atlas.page)
        settle(atlas.page)
        chart.add_style_tag(content=_ONLY_BANDS)
        picture = atlas.page.locator(".st-key-map-box").screenshot()
    assert count_tints(picture, theme) == tints


@pytest.mark.parametrize(
    ("selected", "theme", "tints"),
    [
        ("", "light", 1),
        ("psr", "dark", 1),
        ("psr-central", "light", 2),
        ("barents-sea", "dark", 2),
        ("arctic-bridge", "dark", 1),
    ],
)
def test_so_they_have_on_the_offline_page(
    browser: Browser, offline_page: Path, selected: str, theme: str, tints: int
) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{offline_page.as_uri()}#f-{selected}")
    page.locator("#card").wait_for(state="visible" if selected else "attached")
    page.evaluate(_ONLY_BANDS_OFFLINE)
    picture = page.locator("#map").screenshot()
    context.close()
    assert count_tints(picture, theme) == tints

"""What one can read on the map at first sight, and that names keep clear of lines and the rim."""

import pytest
from playwright.sync_api import Browser

from tests.browser.atlas import Atlas, until
from tests.browser.conftest import opened

pytestmark = pytest.mark.browser
STATES = {"RU", "US", "CA", "GL", "NO", "SE", "FI", "IS", "DK"}
WAYS = {"nsr", "nep", "nwp", "tsr", "arctic-bridge", "bering-strait", "north-pole"}
SEAS_OF_THE_HERO = {"kara-sea", "east-siberian-sea", "chukchi-sea", "laptev-sea"}
HEIGHTS = {1280: 720, 1440: 900, 1920: 1080, 390: 844, 360: 640}
AT_FIRST_SIGHT = {
    *("Canada", "Denmark", "Finland", "Iceland", "Norway", "Russia", "Sweden", "United States"),
    *("Greenland (Denmark)", "Svalbard (Norway)", "Bering Strait", "North Pole"),
    *("Northern Sea Route", "Northeast Passage", "Northwest Passage", "Arctic Bridge"),
    *("Polar Silk Road, central", "northwest corridor", "northeast corridor"),
}
_TEXTS = """() => [...document.querySelectorAll(".label")]
  .filter((label) => label.style.visibility === "visible").map((label) => (
    label.querySelectorAll(".line").length
      ? [...label.querySelectorAll(".line")].map((line) => line.textContent).join(" ")
      : label.textContent))"""
_SEEN = """() => [...document.querySelectorAll(".label:not(.exit):not(.rim)")]
  .filter((label) => getComputedStyle(label).visibility === "visible")
  .map((label) => label.dataset.feature)"""
_CROSSED = """() => {
  const inside = (x, y, box) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  const lines = [...document.querySelectorAll("path.mark[data-feature]")].filter(
    (path) => ["nsr", "nep", "nwp", "tsr", "arctic-bridge"].includes(path.dataset.feature));
  return [...document.querySelectorAll(".label.port, .label.project, .label.narrow")]
    .filter((label) => getComputedStyle(label).visibility === "visible")
    .filter((label) => {
      const box = label.getBoundingClientRect();
      return lines.some((path) => {
        const matrix = path.getScreenCTM();
        const length = path.getTotalLength();
        for (let at = 0; at < length; at += 2) {
          const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
          if (inside(x, y, box)) return true;
        }
        return false;
      });
    }).map((label) => label.dataset.feature);
}"""
_OVER_THE_RIM = """() => {
  const disc = document.querySelector(".leaflet-ground-pane path, .leaflet-disc-pane path")
    || document.querySelector("path");
  const circle = disc.getBoundingClientRect();
  const [x, y] = [(circle.left + circle.right) / 2, (circle.top + circle.bottom) / 2];
  const radius = circle.width / 2;
  return [...document.querySelectorAll(".anchor .label:not(.rim):not(.exit):not(.port)")]
    .filter((label) => getComputedStyle(label).visibility === "visible")
    .filter((label) => {
      const box = label.getBoundingClientRect();
      const within = [box.left, box.right].flatMap((a) => [box.top, box.bottom].map(
        (b) => Math.hypot(a - x, b - y) < radius - 1));
      return within.some(Boolean) && !within.every(Boolean);
    }).map((label) => label.dataset.feature);
}"""


def seen(atlas: Atlas) -> set[str]:
    """Return the features whose names are seen."""
    return set(atlas.chart().evaluate(_SEEN))


@pytest.mark.parametrize("width", [1280, 1440, 1920, 390, 360])
def test_at_first_sight_one_reads_states_routes_and_seas(
    browser: Browser, server: str, width: int
) -> None:
    wanted = STATES | WAYS | {"svalbard"}
    if width >= 1440:
        wanted = wanted | SEAS_OF_THE_HERO | {"barents-sea", "norwegian-sea"}
    elif width == 1280:
        wanted = wanted | {"kara-sea", "east-siberian-sea"}
    elif width == 360:
        wanted = wanted - {"nwp", "nep", "tsr", "svalbard"}
    with opened(browser, server, width=width, height=HEIGHTS[width]) as atlas:
        atlas.open().settled()
        until(lambda: wanted <= seen(atlas), lambda: f"{wanted - seen(atlas)} cannot be read")
        assert width < 1280 or set(atlas.chart().evaluate(_TEXTS)) >= AT_FIRST_SIGHT
        assert atlas.chart().evaluate(_CROSSED) == []
        assert atlas.chart().evaluate(_OVER_THE_RIM) == []


def test_a_name_on_the_map_stays_where_it_is_when_something_is_pressed(atlas: Atlas) -> None:
    atlas.open().settled()
    where = """() => Object.fromEntries(["US", "SE", "GL", "bering-sea"].map((id) => {
      const box = document.querySelector(`.anchor .label[data-feature="${id}"]`)
        .getBoundingClientRect();
      return [id, [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]];
    }))"""
    before = atlas.chart().evaluate(where)
    assert atlas.click_on_map("murmansk")
    atlas.wait_card("Murmansk")
    atlas.settled()
    assert atlas.chart().evaluate(where) == before


def test_a_sea_that_fills_the_map_has_its_name_in_its_middle(atlas: Atlas) -> None:
    atlas.open("?feature=kara-sea").settled()
    off = atlas.chart().evaluate("""() => {
      const area = document.querySelector("path[data-feature=kara-sea]").getBoundingClientRect();
      const name = document.querySelector(".label[data-feature=kara-sea]").getBoundingClientRect();
      return Math.hypot((name.left + name.right - area.left - area.right) / 2 / area.width,
        (name.top + name.bottom - area.top - area.bottom) / 2 / area.height);
    }""")
    assert off < 0.25

"""Where the map may be moved, and where presses leave it."""

import pytest
from playwright.sync_api import Browser, Frame, expect

from geo.draw.frames import FRAMES
from geo.messages import MAP_TOOLS
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
PLAY = 32
_CHART = """() => {
  const chart = globe.charts[atlasData.frame](atlasData.tools.projection);
  const ends = [chart.box.getNorthWest(), chart.box.getSouthEast()]
    .map((end) => map_div.latLngToContainerPoint(end));
  const size = map_div.getSize();
  const far = map_div.latLngToContainerPoint(chart.nearest(map_div.getCenter()))
    .distanceTo(size.divideBy(2));
  return [ends[0].x, ends[0].y, ends[1].x, ends[1].y, size.x, size.y, far];
}"""

_BARE = """() => {
  const { left, top, right, bottom } = document.querySelector("svg.leaflet-zoom-animated")
    .getBoundingClientRect();
  return Math.max(left, top, innerWidth - right, innerHeight - bottom);
}"""
"""How many pixels at an edge of the map nothing is drawn on."""
_CUT = """() => {
  const tip = document.querySelector(".leaflet-tooltip");
  if (!tip) return null;
  const { left, top, right, bottom } = tip.getBoundingClientRect();
  return Math.max(-left, -top, right - innerWidth, bottom - innerHeight);
}"""


def zoomed_in(atlas: Atlas, levels: int) -> tuple[Frame, tuple[float, float]]:
    """Return the map of a fresh page some levels nearer, and where its frame begins."""
    chart = atlas.open().chart()
    for _ in range(levels):
        chart.get_by_role("button", name=MAP_TOOLS["zoom_in"]).click()
        atlas.settled()
    box = atlas.page.locator(".st-key-map-box iframe").bounding_box()
    assert box
    return chart, (box["x"], box["y"])


def sides(atlas: Atlas, frame: str) -> list[float]:
    """Return the chart's edges, the map's size, and how far off the chart its middle is."""
    found: list[float] = atlas.chart(frame).evaluate(_CHART)
    return found


def test_what_a_drag_brings_into_sight_is_drawn_before_the_button_is_let_go(
    atlas: Atlas,
) -> None:
    chart, (left, top) = zoomed_in(atlas, 2)
    mouse = atlas.page.mouse
    mouse.move(left + 600, top + 560)
    mouse.down()
    mouse.move(left + 60, top + 160, steps=8)
    until(lambda: chart.evaluate(_BARE) <= 0, lambda: f"{chart.evaluate(_BARE)} px are bare")
    mouse.up()
    atlas.settled()


def test_no_tip_is_cut_by_the_edge_of_the_map(atlas: Atlas) -> None:
    chart, (left, top) = zoomed_in(atlas, 1)
    wide, high = chart.evaluate("() => [innerWidth, innerHeight]")
    cut = {}
    edges = [(side, along / 10) for side in ("left", "top", "right") for along in range(3, 9)]
    for side, share in edges:
        x = {"left": 4, "right": wide - 4}.get(side, wide * share)
        y = {"top": 4}.get(side, high * share)
        atlas.page.mouse.move(left + x + 2, top + y + 2)
        atlas.page.mouse.move(left + x, top + y)
        if (out := chart.evaluate(_CUT)) is not None:
            cut[side, share] = out
    assert {side for side, _ in cut} == {"left", "top", "right"}
    assert max(cut.values()) <= 0, cut


def test_a_tip_goes_when_the_map_goes_elsewhere(atlas: Atlas) -> None:
    chart, (left, top) = zoomed_in(atlas, 1)
    wide, high = chart.evaluate("() => [innerWidth, innerHeight]")
    tip = chart.locator(".leaflet-tooltip")
    atlas.page.mouse.move(left + wide / 2 + 2, top + high / 2 + 2)
    atlas.page.mouse.move(left + wide / 2, top + high / 2)
    expect(tip).to_be_visible()
    chart.get_by_role("button", name=MAP_TOOLS["zoom_in"], exact=True).focus()
    atlas.page.keyboard.press("Enter")
    expect(tip).to_have_count(0)


@pytest.mark.motion
@pytest.mark.parametrize("frame", FRAMES)
def test_at_home_the_chart_stays_where_it_is(atlas: Atlas, frame: str) -> None:
    atlas.open(f"?frame={frame}")
    atlas.settled(frame)
    home = sides(atlas, frame)
    for east_px, south_px in ((300, 0), (-300, -200), (0, 250)):
        for _ in range(2):
            atlas.drag(east_px, south_px, frame)
        atlas.settled(frame)
        now = sides(atlas, frame)
        assert now[:2] == pytest.approx(home[:2], abs=PLAY)


@pytest.mark.motion
@pytest.mark.parametrize("frame", FRAMES)
def test_zoomed_in_the_middle_of_the_map_stays_on_the_chart(atlas: Atlas, frame: str) -> None:
    atlas.open(f"?frame={frame}")
    home = atlas.settled(frame)
    for _ in range(3):
        atlas.chart(frame).get_by_role("button", name=MAP_TOOLS["zoom_in"]).click()
        atlas.settled(frame)
    for east_px, south_px in ((0, -290), (330, 0), (-330, 290)):
        for _ in range(8):
            atlas.drag(east_px, south_px, frame)
        atlas.settled(frame)
        assert sides(atlas, frame)[-1] < 2
    for _ in range(3):
        atlas.chart(frame).get_by_role("button", name=MAP_TOOLS["zoom_out"]).click()
        atlas.settled(frame)
    assert atlas.view(frame)[0] == pytest.approx(home[0], abs=0.01)
    left, top, right, bottom, width, height, _ = sides(atlas, frame)
    assert min(left, top) > -PLAY
    assert right < width + PLAY
    assert bottom < height + PLAY


_UNDER_TOOLS = """() => {
  const tools = [...document.querySelectorAll(".map-tool:not(.foot)")]
    .map((one) => one.getBoundingClientRect()).filter((one) => one.width);
  const seen = document.querySelector(".leaflet-container").getBoundingClientRect();
  const holds = (box, x, y) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  const hidden = new Set();
  const name = (id, x, y) => {
    if (!holds(seen, x, y) || tools.some((box) => holds(box, x, y))) hidden.add(id);
  };
  for (const path of document.querySelectorAll("path.mark[data-feature]")) {
    const id = path.dataset.feature;
    const [layer, matrix] = [atlasData.layers[id], path.getScreenCTM()];
    if (!["routes", "corridors", "ports", "disputes", "projects"].includes(layer)) continue;
    if (!path.closest(".leaflet-lines-pane, .leaflet-lit-pane, .leaflet-points-pane")) continue;
    const [length, parts] = [path.getTotalLength(), 200];
    for (let i = 0; i < parts; i += 1) {
      const { x, y } = path.getPointAtLength(length * i / parts).matrixTransform(matrix);
      name(id, x, y);
    }
  }
  return [...hidden].sort();
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1440, 900), (1920, 1080), (390, 844)])
def test_mercator_shows_at_home_all_that_the_chart_is_about_clear_of_the_tools(
    browser: Browser, server: str, width: int, height: int
) -> None:
    options = PHONE if width == PHONE["width"] else {"width": width, "height": height}
    with opened(browser, server, **options) as atlas:
        atlas.open("?frame=mercator")
        atlas.settled("mercator")
        assert atlas.chart("mercator").evaluate(_UNDER_TOOLS) == []
        left, top, right, bottom, *size, _ = sides(atlas, "mercator")
        assert min(left, top) >= 0
        assert right <= size[0]
        assert (right - left) * (bottom - top) > 0.5 * size[0] * size[1]


def test_on_a_phone_one_finger_does_not_drag_the_disc_away(browser: Browser, server: str) -> None:
    with opened(browser, server, **PHONE) as atlas:
        atlas.open()
        atlas.settled()
        home = sides(atlas, "polar")
        for _ in range(3):
            atlas.drag(120, 140)
        atlas.settled()
        settle(atlas.page)
        now = sides(atlas, "polar")
        assert now[:2] == pytest.approx(home[:2], abs=PLAY)


_PRESSES = """async () => {
  const names = [...document.querySelectorAll(".st-key-column *")].flatMap(
    (host) => [...((host.shadowRoot || host).querySelectorAll("a.mention"))]);
  let last = "";
  for (let i = 0; i < 20; i += 1) {
    const name = names[(i * 7) % names.length];
    name.click();
    last = name.dataset.feature;
    await new Promise((done) => setTimeout(done, 60));
  }
  return last;
}"""


@pytest.mark.motion
@pytest.mark.parametrize("zoomed", [False, True])
def test_after_twenty_fast_presses_the_map_is_where_the_last_one_alone_takes_it(
    atlas: Atlas, *, zoomed: bool
) -> None:
    atlas.open()
    atlas.settled()
    settle(atlas.page)
    if zoomed:
        atlas.chart().get_by_role("button", name=MAP_TOOLS["zoom_in"]).click()
        atlas.settled()
    last = atlas.page.evaluate(_PRESSES)
    settle(atlas.page)
    after = atlas.settled()
    atlas.page.wait_for_timeout(800)
    settle(atlas.page)
    assert atlas.settled() == pytest.approx(after, abs=0.5)
    query = query_of(atlas.page)
    assert query["feature"] == [last]
    if zoomed:
        return
    assert "at" not in query
    atlas.open(f"?feature={last}")
    assert atlas.settled() == pytest.approx(after, abs=1)
    atlas.open()
    atlas.settled()
    atlas.page.locator(f'.st-key-column a.mention[data-feature="{last}"]').first.click()
    settle(atlas.page)
    assert atlas.settled() == pytest.approx(after, abs=1)


@pytest.mark.motion
def test_a_press_that_moves_the_map_is_no_move_of_the_reader(atlas: Atlas) -> None:
    atlas.open()
    atlas.settled()
    settle(atlas.page)
    names = ("bering-strait", "moscow", "RU")
    for name in names:
        atlas.chart().evaluate("(id) => parent.arcticPage.press({ feature: id }, 'list')", name)
        atlas.settled()
        atlas.page.wait_for_timeout(700)
        settle(atlas.page)
        assert "at" not in query_of(atlas.page), name

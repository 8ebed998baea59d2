"""A click on the map with a real pointer: the first one counts, and what is seen is clicked."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Frame

from geo.catalogue.features import load_catalogue
from geo.messages import MAP_NAME
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = [pytest.mark.browser, pytest.mark.motion]
CATALOGUE = load_catalogue(strict=False)
NAMES = {feature.id: feature.name for feature in CATALOGUE.features.values()}
SCROLLED = """() => [document.scrollingElement, ...document.querySelectorAll("*")]
  .filter((part) => part.scrollTop && !part.closest(".st-key-reading"))
  .map((part) => [part.tagName, part.className, part.scrollTop])"""
SPOT = """(kind) => {
  const frame = frameElement.getBoundingClientRect();
  const isSeen = (x, y) => frame.top + y > 10 && frame.top + y < parent.innerHeight - 10;
  const under = (x, y) => {
    const part = document.elementFromPoint(x, y);
    const holder = part && part.closest("[data-feature]");
    return holder ? [holder.dataset.feature, part.tagName, part.getAttribute("stroke-width")] : [];
  };
  const middle = (part) => {
    const box = part.getBoundingClientRect();
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  };
  if (kind === "line") {
    const line = document.querySelector("path.mark[data-feature='nsr']");
    for (let share = 0.1; share < 0.9; share += 0.02) {
      const at = line.getPointAtLength(line.getTotalLength() * share)
        .matrixTransform(line.getScreenCTM());
      if (isSeen(at.x, at.y) && under(at.x, at.y)[1] === "path") return ["nsr", at.x, at.y];
    }
  }
  const parts = kind === "label"
    ? [...document.querySelectorAll(".label")].filter((one) => one.style.visibility === "visible")
    : [...document.querySelectorAll(".leaflet-points-pane path[data-feature]")];
  for (const part of kind === "area" ? [] : parts) {
    const at = middle(part);
    const [id] = under(...at);
    if (id && isSeen(...at) && part.closest("[data-feature]").dataset.feature === id) {
      return [id, ...at];
    }
  }
  for (let y = 40; y < innerHeight; y += 15) {
    for (let x = 30; x < innerWidth; x += 15) {
      if (!isSeen(x, y)) continue;
      const ids = [-14, 0, 14].flatMap((east) => [-14, 0, 14].map((south) =>
        under(x + east, y + south))).map(([id, tag]) => tag === "path" ? id : "");
      if (ids[0] && ids.every((id) => id === ids[0])) return [ids[0], x, y];
    }
  }
  return null;
}"""
_UNDER_A_NAME = """([x, y]) => {
  const part = document.elementFromPoint(x, y);
  return !part || Boolean(part.closest(".label, .map-tool"));
}"""
SAMPLES = """(ids) => ids.flatMap((id) => {
  const line = document.querySelector(`path.mark[data-feature='${id}']`);
  if (!line) return [];
  const [length, toScreen] = [line.getTotalLength(), line.getScreenCTM()];
  const at = (along) => line.getPointAtLength(along).matrixTransform(toScreen);
  return [...Array(6).keys()].flatMap((i) => {
    const along = length * (i + 0.5) / 6;
    const [here, next] = [at(along), at(along + 2)];
    const [east, south] = [next.x - here.x, next.y - here.y];
    const size = Math.hypot(east, south) || 1;
    return [0, 5].map((off) => [id, here.x - south / size * off, here.y + east / size * off]);
  }).filter(([, x, y]) => x > 2 && x < innerWidth - 2).filter(([, x, y]) => {
    const part = document.elementFromPoint(x, y);
    return part && !part.closest(".label, .map-tool");
  });
})"""
GAPS = """([x, y]) => {
  const gaps = {};
  const isInked = (path) => Number(path.getAttribute("stroke-opacity"))
    || (path.getAttribute("fill") !== "none" && Number(path.getAttribute("fill-opacity")));
  window.lines ??= [...document.querySelectorAll("path.mark")]
    .filter((path) => path.style.display !== "none")
    .filter((path) => path.getAttribute("fill") === "none" || path.getBBox().width <= 20)
    .filter(isInked)
    .map((path) => {
      const [length, toScreen] = [path.getTotalLength(), path.getScreenCTM()];
      const steps = Math.ceil(length / Math.max(1, length / 1500)) || 1;
      const points = [...Array(steps + 1).keys()]
        .map((step) => path.getPointAtLength(length * step / steps).matrixTransform(toScreen));
      return [path, points];
    });
  window.lines.forEach(([path, points]) => {
    const least = Math.min(...points.map((at) => Math.hypot(at.x - x, at.y - y)));
    const box = path.getBoundingClientRect();
    const isInside = path.getAttribute("fill") !== "none"
      && Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2) < box.width / 2;
    const gap = isInside ? 0 : Math.max(0, least - Number(path.getAttribute("stroke-width")) / 2);
    gaps[path.dataset.feature] = Math.min(gap, gaps[path.dataset.feature] ?? Infinity);
  });
  return gaps;
}"""


_NOWHERE = """() => {
  const away = [...document.querySelectorAll("path.mark")].filter(
    (path) => path.getAttribute("d") === "M0 0");
  if (!away.length) return [0, null];
  const { e, f } = away[0].getScreenCTM();
  const [x, y] = [Math.round(e), Math.round(f)];
  const under = document.elementFromPoint(x, y);
  const isTaken = !under || under.closest(".map-tool, .label, .mark");
  const area = isTaken ? null : under.closest("[data-feature]");
  return [away.length, area && [x, y, area.dataset.feature]];
}"""
"""Returns how many lines are out of sight, the place of their empty paths, and the area there."""


def _corner(atlas: Atlas, frame: str) -> tuple[float, float]:
    box = atlas.page.locator(f'iframe[title="{MAP_NAME[frame]}"]').bounding_box()
    assert box
    return box["x"], box["y"]


@pytest.mark.parametrize(
    ("width", "height", "kind"),
    [
        (1280, 720, "area"),
        (1366, 768, "label"),
        (1440, 900, "line"),
        (1920, 1080, "point"),
        (390, 844, "line"),
        (390, 844, "label"),
    ],
)
def test_the_first_click_on_a_fresh_page_selects_and_nothing_moves(
    browser: Browser, server: str, width: int, height: int, kind: str
) -> None:
    touch = {"has_touch": True, "is_mobile": True} if width < 500 else {}
    with opened(browser, server, width=width, height=height, fresh=True, **touch) as atlas:
        atlas.open()
        settle(atlas.page)
        view, (left, top) = atlas.settled(), _corner(atlas, "polar")
        feature, x, y = atlas.chart().evaluate(SPOT, kind)
        if touch:
            atlas.page.touchscreen.tap(left + x, top + y)
        else:
            atlas.page.mouse.move(left + x, top + y)
            atlas.page.mouse.down()
            atlas.chart().evaluate("() => new Promise((done) => setTimeout(done, 100))")
            atlas.page.mouse.up()
        atlas.wait_card(NAMES[feature])
        settle(atlas.page)
        assert query_of(atlas.page)["feature"] == [feature]
        assert atlas.page.evaluate(SCROLLED) == []
        assert _corner(atlas, "polar") == (left, top)
        assert atlas.settled() == view


def test_the_wheel_turns_an_embedding_page_until_the_map_was_clicked_on(atlas: Atlas) -> None:
    atlas.open("?embed=true&with=articles")
    settle(atlas.page)
    first, (left, top) = atlas.settled(), _corner(atlas, "polar")
    feature, x, y = atlas.chart().evaluate(SPOT, "line")
    atlas.page.mouse.move(left + x, top + y)
    atlas.page.mouse.wheel(0, -200)
    assert atlas.settled() == first
    atlas.page.mouse.click(left + x, top + y)
    atlas.wait_card(NAMES[feature])
    atlas.page.mouse.wheel(0, -200)
    until(lambda: atlas.view()[0] > first[0], lambda: "the wheel does not zoom")


def _named(chart: Frame) -> str:
    """Return the name that shows at the pointer."""
    return str(
        chart.evaluate(
            """() => [...document.querySelectorAll(".leaflet-tooltip")]
              .filter((one) => one.style.opacity !== "0").map((one) => one.textContent)
              .pop() || "" """
        )
    )


_NOTE_CLICKS = "() => { parent.arcticPage.press = ({ feature }) => { clickedId = feature; }; }"
"""Notes what is clicked, so that the map stays as it is for the next click."""


def _clicked(atlas: Atlas, chart: Frame, spot: tuple[float, float]) -> str:
    """Hover over and click a spot; return the id that is clicked, when its name shows."""
    chart.evaluate("() => { window.clickedId = ''; }")
    atlas.page.mouse.move(*spot)
    atlas.page.mouse.click(*spot)
    clicked = str(chart.evaluate("() => window.clickedId"))
    until(
        lambda: _named(chart) == NAMES.get(clicked, ""),
        lambda: f"{clicked} is clicked and {_named(chart)!r} named",
    )
    return clicked


@pytest.mark.parametrize("frame", ["polar", "mercator"])
def test_along_each_route_the_nearest_thing_in_sight_is_clicked_and_named(
    browser: Browser, server: str, frame: str
) -> None:
    with opened(browser, server, width=1440, height=1100) as atlas:
        shown = "show=ports&show=cities&show=projects&show=other-states"
        atlas.open(f"?{shown}&frame={frame}")
        assert atlas.page.locator(".st-key-problems").count() == 0
        settle(atlas.page)
        atlas.settled(frame)
        chart = atlas.chart(frame)
        chart.evaluate(_NOTE_CLICKS)
        routes = [feature.id for feature in CATALOGUE.of_kind("route", "corridor")]
        left, top = _corner(atlas, frame)
        wrong: list[Any] = []
        samples = chart.evaluate(SAMPLES, routes)
        for route, exact_x, exact_y in samples:
            x, y = round(exact_x), round(exact_y)  # a browser tells whole pixels of a click
            if chart.evaluate(_UNDER_A_NAME, [x, y]):  # a name may have found room since
                continue
            clicked = _clicked(atlas, chart, (left + x, top + y))
            if clicked == route:
                continue
            gaps = chart.evaluate(GAPS, [x, y])
            if gaps.get(clicked, 99) > gaps[route] + 0.8:
                wrong.append((route, clicked, gaps[route], gaps.get(clicked), x, y))
        assert len(samples) > 60
        assert wrong == []


def test_lines_out_of_sight_are_nowhere_under_the_pointer(atlas: Atlas) -> None:
    atlas.open("?at=-150_70_3")
    settle(atlas.page)
    atlas.drag(260, 120, rest_ms=400)
    atlas.settled()
    chart = atlas.chart()
    chart.evaluate(_NOTE_CLICKS)
    lines, at = chart.evaluate(_NOWHERE)
    assert lines, "all lines are in sight"
    assert at, "the map shows no land there"
    left, top = _corner(atlas, "polar")
    x, y, under = at
    assert _clicked(atlas, chart, (left + x, top + y)) == under


def test_going_to_a_feature_leaves_a_map_that_one_can_read(atlas: Atlas) -> None:
    atlas.open("?feature=suez&frame=mercator")
    atlas.settled("mercator")
    atlas.switch_frame("Polar", away_from="mercator")
    atlas.wait_highlighted({"suez"})
    home = atlas.settled()
    atlas.page.locator('.st-key-column a.mention[data-feature="CN"]').first.click()
    atlas.wait_highlighted({"CN"})
    assert atlas.settled() == home
    assert _highlighted_labels(atlas) == [NAMES["CN"]]

    atlas.page.locator('.st-key-column a.mention[data-feature="IS"]').first.click()
    atlas.wait_highlighted({"IS"})
    assert home[0] + 1 < atlas.settled()[0] < home[0] + 2.6
    assert atlas.chart().evaluate(_ROUTE_PX) > 150

    atlas.page.locator('.st-key-column a.mention[data-feature="SA"]').first.click()
    atlas.wait_highlighted({"SA"})
    assert atlas.settled()[0] == pytest.approx(home[0], abs=0.3)
    assert _highlighted_labels(atlas) == [NAMES["SA"]]
    assert atlas.chart().evaluate(_ROUTE_PX) > 300


_ROUTE_PX = """() => Math.max(...[...document.querySelectorAll(
  "path.mark[data-feature='nsr'], path.mark[data-feature='nep'],"
  + "path.mark[data-feature='arctic-bridge']")].map((line) => {
    const [length, toScreen] = [line.getTotalLength(), line.getScreenCTM()];
    let inside = 0;
    for (let along = 0; along < length; along += 4) {
      const at = line.getPointAtLength(along).matrixTransform(toScreen);
      if (at.x > 0 && at.y > 0 && at.x < innerWidth && at.y < innerHeight) inside += 4;
    }
    return inside;
  }))"""


def _highlighted_labels(atlas: Atlas) -> list[str]:
    """Return the highlighted labels that are entirely within the map."""
    found: list[str] = atlas.chart().evaluate(
        """() => [...document.querySelectorAll(".label.lit")].filter((label) => {
          const box = label.getBoundingClientRect();
          return label.style.visibility === "visible" && box.left >= 0 && box.top >= 0
            && box.right <= innerWidth && box.bottom <= innerHeight;
        }).map((label) => label.textContent)"""
    )
    return found

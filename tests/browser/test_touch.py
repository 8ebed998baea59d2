"""A telephone: what fingers do to the map and the sheet, and whether they reach everything."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.atlas import Atlas, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
UPRIGHT, SIDEWAYS = (390, 844), (844, 390)
SIZES = [UPRIGHT, (360, 640), SIDEWAYS, (740, 360)]
THUMB_PX, LEAST_PX = 42, 24
ROOM_PX = 120
_STEPS = 10
_LATE_TOUR = """() => {
  const Observer = window.ResizeObserver;
  const isTour = (part) => part.querySelector(".tour") !== null;
  window.ResizeObserver = class extends Observer {
    constructor(told) {
      super((seen, self) => {
        if (seen.length === 1 && isTour(seen[0].target)) setTimeout(() => told(seen, self), 300);
        else told(seen, self);
      });
    }
  };
}"""
"""The tour's height is known last, as on a machine where the article comes before the tour."""
_SIZE = """() => {
  const [pole, other] = ["north-pole", "nsr-straits"].map((id) => {
    const box = document.querySelector(`path[data-feature=${id}]`).getBoundingClientRect();
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  });
  return Math.hypot(pole[0] - other[0], pole[1] - other[1]) / 2 ** map_div.getZoom();
}"""
"""How far apart two signs are drawn, in pixels of zoom 0."""
_PAGE = """() => [visualViewport.scale, document.querySelector(".stMain").scrollTop,
  document.querySelector(".st-key-reading").scrollTop]"""
_REACH = """(link) => {
  const box = link.getBoundingClientRect();
  const [root, x] = [link.getRootNode(), box.left + box.width / 2];
  const isHit = (y) => link.contains(root.elementFromPoint(x, y));
  return [box.height, isHit(box.top + 2) && isHit(box.bottom - 2)];
}"""


def fingers(
    atlas: Atlas, starts: Sequence[tuple[float, float]], ends: Sequence[tuple[float, float]]
) -> None:
    """Put fingers down, move each to its end, and lift them."""
    session = atlas.page.context.new_cdp_session(atlas.page)

    def touch(kind: str, share: float) -> None:
        points = [
            {"x": x + (to_x - x) * share, "y": y + (to_y - y) * share, "id": number}
            for number, ((x, y), (to_x, to_y)) in enumerate(zip(starts, ends, strict=True))
        ]
        points = [] if kind == "touchEnd" else points
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 0)
    for step in range(1, _STEPS + 1):
        touch("touchMove", step / _STEPS)
        atlas.page.wait_for_timeout(16)
    touch("touchEnd", 1)
    session.detach()


def middle(page: Page) -> tuple[float, float]:
    """Return the middle of the map on the page."""
    box = page.locator(".st-key-map-box iframe").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize(("width", "height"), [UPRIGHT, SIDEWAYS])
def test_two_fingers_zoom_and_move_the_map_and_not_the_page(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height, **PHONE) as atlas:
        page = atlas.open().page
        settle(page)
        home = atlas.settled()
        x, y = middle(page)
        near, far = ([(x - gap, y), (x + gap, y)] for gap in (30, 90))
        fingers(atlas, near, far)
        until(lambda: atlas.settled()[0] > home[0] + 1, lambda: f"no pinch: {atlas.view()}")
        zoomed = atlas.settled()
        assert zoomed[1:] == pytest.approx(home[1:], abs=20)

        fingers(atlas, near, [(east + 60, south + 40) for east, south in near])
        until(lambda: atlas.settled()[1:] != zoomed[1:], lambda: "two fingers do not move the map")
        moved = atlas.settled()
        assert moved[0] == pytest.approx(zoomed[0], abs=0.1)
        fingers(atlas, far, near)
        until(lambda: atlas.settled()[0] < moved[0] - 1, lambda: f"no pinch: {atlas.view()}")
        assert page.evaluate(_PAGE) == [1, 0, 0]


@pytest.mark.parametrize("steps", [(40, 60, 80, 100, 120), (120, 100, 80, 60, 40)])
def test_while_two_fingers_zoom_what_is_drawn_goes_with_them(
    browser: Browser, server: str, steps: Sequence[int]
) -> None:
    with opened(browser, server, width=390, height=844, **PHONE) as atlas:
        page = atlas.open("?at=105_84_1").page
        settle(page)
        chart, (x, y) = atlas.chart(), middle(page)
        zoom, size = atlas.view()[0], chart.evaluate(_SIZE)
        session = page.context.new_cdp_session(page)
        for apart in steps:
            points = [{"x": x + side * apart, "y": y + 30, "id": side + 1} for side in (-1, 1)]
            kind = "touchStart" if apart == steps[0] else "touchMove"
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            page.wait_for_timeout(50)
        assert abs(atlas.view()[0] - zoom) > 0.5
        assert chart.evaluate(_SIZE) == pytest.approx(size, rel=0.05)
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        session.detach()


@pytest.mark.parametrize(("width", "height"), [UPRIGHT, SIDEWAYS])
def test_a_finger_on_the_sheet_moves_the_sheet_alone(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height, **PHONE) as atlas:
        page = atlas.open().page
        settle(page)
        before, map_at = atlas.settled(), middle(page)
        start = (width / 2, height * 0.9) if height > width else (width * 0.8, height * 0.9)
        fingers(atlas, [start], [(start[0], start[1] - 200)])
        until(lambda: max(page.evaluate(_PAGE)[1:]) > 100, lambda: str(page.evaluate(_PAGE)))
        assert middle(page) == map_at
        assert atlas.settled() == before


@pytest.mark.parametrize("arrival", ["address", "late", "next"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_step_of_the_tour_leaves_the_passage_in_sight(
    browser: Browser, server: str, width: int, height: int, arrival: str
) -> None:
    is_late = arrival == "late"
    with opened(browser, server, width=width, height=height, fresh=is_late, **PHONE) as atlas:
        if is_late:
            atlas.page.add_init_script(f"({_LATE_TOUR})()")
        page = atlas.open("?tour=4" if arrival == "next" else "?tour=5").page
        if arrival == "next":
            settle(page)
            page.locator(".tour .next").tap()
            page.wait_for_url("**tour=5**")
        settle(page)
        passage = page.locator(".st-key-column blockquote.current")
        tour = page.locator(".st-key-beginning .tour")

        def room() -> float:
            foot, top = (
                part.evaluate(f"(part) => part.getBoundingClientRect().{edge}")
                for part, edge in ((tour, "bottom"), (passage, "top"))
            )
            return float(height - top) if top >= foot else 0.0

        until(lambda: room() >= ROOM_PX, lambda: f"{room()} px are left for the passage")


def _is_within_reach(link: Locator, least: int) -> bool:
    height, is_on_top = link.evaluate(_REACH)
    return bool(height >= least and is_on_top)


@pytest.mark.parametrize(("width", "height"), [UPRIGHT, SIDEWAYS])
def test_thumbs_hit_what_the_sheet_offers(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height, **PHONE) as atlas:
        page = atlas.open().page
        settle(page)
        wanted = {
            ".start .end": THUMB_PX,
            ".start .go": THUMB_PX,
            ".follow button": THUMB_PX,
            ".folded > summary": THUMB_PX,
            ".by a": LEAST_PX,
        }
        for selector, least in wanted.items():
            found = page.locator(f".st-key-reading {selector}").all()
            assert found, selector
            for link in found:
                link.scroll_into_view_if_needed()
                assert _is_within_reach(link, least), selector

"""Where the reader has moved the map is part of the address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from geo.view import is_position
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser


def place_of(atlas: Atlas) -> str:
    """Return the position that the address holds, or ''."""
    found: list[str] = query_of(atlas.page).get("at", [""])
    return found[0]


def wait_place(atlas: Atlas, holds: Callable[[str], bool]) -> str:
    """Wait until the address holds such a position; return it."""
    until(lambda: holds(place_of(atlas)), lambda: f"the address is {atlas.page.url}")
    settle(atlas.page)
    assert holds(place_of(atlas))
    return place_of(atlas)


def near(one: list[float], other: list[float]) -> bool:
    """Return whether two views of the map are the same to the eye."""
    return all(abs(a - b) < 1.5 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("frame", ["polar", "mercator"])
def test_a_link_shows_a_colleague_the_same_part_of_the_map(
    browser: Browser, server: str, atlas: Atlas, frame: str
) -> None:
    atlas.open(f"?frame={frame}")
    settle(atlas.page)
    assert place_of(atlas) == ""
    atlas.chart(frame).get_by_role("button", name="Zoom in").click()
    zoomed = wait_place(atlas, is_position)
    atlas.drag(-60, 40, frame)
    place = wait_place(atlas, lambda place: place != zoomed)
    view = atlas.settled(frame)
    with opened(browser, server, fresh=True) as other:
        other.open(atlas.page.url.removeprefix(f"{atlas.address}/"))
        settle(other.page)
        assert near(other.settled(frame), view)
        assert place_of(other) == place


def test_home_leaves_the_address_as_short_as_at_first(atlas: Atlas) -> None:
    atlas.open()
    settle(atlas.page)
    atlas.chart().get_by_role("button", name="Zoom in").click()
    wait_place(atlas, is_position)
    atlas.chart().get_by_role("button", name=re.compile("Whole map|Home", re.IGNORECASE)).click()
    wait_place(atlas, lambda place: place == "")


def test_back_returns_to_where_the_map_was(atlas: Atlas) -> None:
    atlas.open()
    settle(atlas.page)
    atlas.chart().get_by_role("button", name="Zoom in").click()
    zoomed = wait_place(atlas, is_position)
    atlas.drag(50, 30)
    before = wait_place(atlas, lambda place: place != zoomed)
    view = atlas.settled()
    atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
    atlas.wait_card("Northern Sea Route")
    after = wait_place(atlas, lambda place: place != before)
    atlas.settled()
    atlas.page.go_back()
    until(lambda: near(atlas.settled(), view), lambda: "the map does not go back")
    assert wait_place(atlas, is_position) == before
    atlas.page.go_forward()
    atlas.wait_card("Northern Sea Route")
    wait_place(atlas, lambda place: place == after)


def test_another_window_is_no_move(atlas: Atlas) -> None:
    size = atlas.page.viewport_size
    assert size
    atlas.open("?feature=kara-sea")
    settle(atlas.page)
    try:
        atlas.page.set_viewport_size({"width": 1000, "height": 640})
        atlas.settled()
        settle(atlas.page)
        assert place_of(atlas) == ""
    finally:
        atlas.page.set_viewport_size(size)

"""The day's picture in a browser: its tiles are served here, or do not come.

The map is a small one of the test's own; sheet and script are the app's.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from geo import messages
from geo.draw.frames import RIM
from geo.draw.gibs import BASE, address_of, day_tiles, tiles_of
from geo.draw.voyage_lines import DISC_RADIUS
from geo.escape import join, svg_element
from geo.markup.season.day import day_figure
from pages._sheet import read_asset

pytestmark = pytest.mark.browser
DAY = date(2025, 2, 26)
PATIENT_MS, SHORT_MS = 60_000, 700
TILE = '<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><path/></svg>'
_HOME = "http://arctic.invalid/"
Serve = Callable[[Route], None]
_waiting: list[Route] = []


def drawing(*, level: int, is_on: bool, wait_ms: int) -> str:
    """Return a page with a map of a field, an edge and the day's tiles, awaited for so long."""
    disc = svg_element(
        "svg",
        svg_element("circle", r=900, class_="ice-field"),
        day_tiles(DAY, level=level) if is_on else None,
        svg_element(
            "circle", r=900, fill="none", stroke="black", stroke_width=9, class_="ice-edge"
        ),
        viewBox=f"{-DISC_RADIUS} {-DISC_RADIUS} {2 * DISC_RADIUS} {2 * DISC_RADIUS}",
        width=344,
        height=344,
    )
    figure = day_figure(join(disc), DAY, is_on=is_on)
    return (
        f"<style>{read_asset('season-day.css')}</style>"
        f"<script>{read_asset('season-day.js')}</script>"
        f"<div class=panel></div><script>listenToDay(document.querySelector('.panel'), {wait_ms});"
        f"document.querySelector('.panel').innerHTML = {str(figure)!r}</script>"
    )


@pytest.fixture(scope="module")
def place(browser: Browser) -> Iterator[Page]:
    """Return the one page of these tests, of a context that may ask for anything."""
    context = browser.new_context(viewport={"width": 500, "height": 700})
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()


@contextmanager
def shown(
    page: Page,
    serve: Serve,
    *,
    level: int = 0,
    is_on: bool = True,
    wait_ms: int = PATIENT_MS,
) -> Iterator[tuple[Page, list[str]]]:
    """Give the page with the map, and the list of what has been asked for beyond it."""
    asked: list[str] = []
    made = drawing(level=level, is_on=is_on, wait_ms=wait_ms)

    def answer(route: Route) -> None:
        if route.request.url == _HOME:
            route.fulfill(body=made, content_type="text/html; charset=utf-8")
            return
        asked.append(route.request.url)
        (serve if route.request.url.startswith(BASE) else refuse)(route)

    page.route("**/*", answer)
    page.goto(_HOME, wait_until="commit")
    try:
        yield page, asked
    finally:
        while _waiting:
            refuse(_waiting.pop())
        page.unroute_all(behavior="ignoreErrors")


def serve_tile(route: Route) -> None:
    """Answer with a tile."""
    route.fulfill(body=TILE, content_type="image/svg+xml")


def refuse(route: Route) -> None:
    """Answer with an error."""
    route.fulfill(status=503, body="")


def refuse_the_last(route: Route) -> None:
    """Answer with every tile but one."""
    refuse(route) if route.request.url.endswith("/0/1/1.png") else serve_tile(route)


def keep_silent(route: Route) -> None:
    """Answer nothing until the test ends."""
    _waiting.append(route)


class Turns:
    """A server that answers in one way, and later in another."""

    def __init__(self, serve: Serve) -> None:
        self.serve = serve

    def __call__(self, route: Route) -> None:
        """Answer as it does now."""
        self.serve(route)


@pytest.mark.parametrize("level", [0, 1, 2])
def test_every_tile_of_the_disc_is_asked_for_once_and_none_outside(place: Page, level: int) -> None:
    with shown(place, serve_tile, level=level) as (page, asked):
        expect(page.locator(".day-figure")).to_have_attribute("data-state", "loaded")
        assert sorted(asked) == sorted(address_of(tile, DAY) for tile in tiles_of(RIM, level))


def test_once_the_picture_is_there_the_field_goes_and_its_edge_stays(place: Page) -> None:
    with shown(place, serve_tile) as (page, _):
        expect(page.locator(".ice-field")).to_be_hidden()
        expect(page.locator(".ice-edge")).to_be_visible()
        assert page.locator(".day-tiles").evaluate("(one) => getComputedStyle(one).opacity") == "1"
        expect(page.locator(".day-said .loaded")).to_contain_text("NASA GIBS, 26 February 2025")
        expect(page.locator(".day-said .failed")).to_be_hidden()
        left, right = (
            page.locator(f'.day-tiles image[href$="/0/0/{column}.png"]').bounding_box()
            for column in (0, 1)
        )
        assert left is not None
        assert right is not None
        assert abs(left["x"] + left["width"] - right["x"]) < 0.1
        svg = page.locator("svg").bounding_box()
        assert svg is not None
        assert abs(right["x"] - (svg["x"] + svg["width"] / 2)) < 0.1, "the pole is in the middle"


@pytest.mark.parametrize(
    ("serve", "wait_ms"),
    [(refuse, PATIENT_MS), (refuse_the_last, PATIENT_MS), (keep_silent, SHORT_MS)],
)
def test_without_the_picture_the_normal_of_the_month_stays_which_is_said(
    place: Page, serve: Serve, wait_ms: int
) -> None:
    with shown(place, serve, wait_ms=wait_ms) as (page, _):
        expect(page.locator(".day-said .failed")).to_contain_text(messages.DAY_FAILED)
        expect(page.locator(".ice-field")).to_be_visible()
        assert page.locator(".day-tiles").evaluate("(one) => getComputedStyle(one).opacity") == "0"
        expect(page.locator(".day-said .loaded")).to_be_hidden()
        expect(page.locator(".day-said .waiting")).to_be_hidden()


def test_a_picture_that_comes_late_is_shown_all_the_same(place: Page) -> None:
    with shown(place, keep_silent, wait_ms=SHORT_MS) as (page, _):
        expect(page.locator(".day-said .failed")).to_be_visible()
        while _waiting:
            serve_tile(_waiting.pop())
        expect(page.locator(".day-said .loaded")).to_be_visible()
        expect(page.locator(".day-said .failed")).to_be_hidden()
        expect(page.locator(".ice-field")).to_be_hidden()


@pytest.mark.parametrize(
    ("serve", "wait_ms"),
    [(refuse, PATIENT_MS), (refuse_the_last, PATIENT_MS), (keep_silent, SHORT_MS)],
)
def test_what_did_not_come_is_asked_for_again_on_demand(
    place: Page, serve: Serve, wait_ms: int
) -> None:
    with shown(place, turns := Turns(serve), wait_ms=wait_ms) as (page, asked):
        again = page.get_by_role("button", name=messages.DAY_AGAIN)
        again.wait_for()
        turns.serve = serve_tile
        asked.clear()
        again.press("Enter")
        expect(page.locator(".day-said .loaded")).to_be_visible()
        expect(page.locator(".ice-field")).to_be_hidden()
        assert page.evaluate("() => document.activeElement.className") == "caption day-said"
        every = [address_of(tile, DAY) for tile in tiles_of(RIM, 0)]
        missing = every[-1:] if serve is refuse_the_last else every
        assert sorted(asked) == sorted(missing), "what has come is not asked for again"


def test_one_that_is_asked_for_again_is_awaited_again(place: Page) -> None:
    with shown(place, turns := Turns(refuse)) as (page, asked):
        again = page.get_by_role("button", name=messages.DAY_AGAIN)
        again.wait_for()
        turns.serve = keep_silent
        before = len(asked)
        again.click()
        page.wait_for_timeout(300)
        expect(page.locator(".day-said .waiting")).to_be_visible()
        assert len(asked) == 2 * before


def test_while_tiles_are_awaited_the_field_stays(place: Page) -> None:
    with shown(place, keep_silent) as (page, _):
        expect(page.locator(".day-said .waiting")).to_be_visible()
        expect(page.locator(".ice-field")).to_be_visible()


def test_nothing_is_asked_for_before_the_reader_presses(place: Page) -> None:
    with shown(place, serve_tile, is_on=False) as (page, asked):
        expect(page.locator("button")).to_have_attribute("data-set", "picture:day")
        expect(page.locator(".ice-field")).to_be_visible()
        assert asked == []

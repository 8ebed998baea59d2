"""A server of the app, an isolated browser, and reusable pages.

A worker keeps its pages and navigates them from test to test: a page in a fresh context fetches the
app again and costs several times as much. What a browser keeps of an app is emptied in between.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Request, sync_playwright

from tests.browser import chromium
from tests.browser.atlas import Atlas
from tests.browser.server import Server, running
from tests.browser.sight import TIMEOUT_MS

_ASKED_FIRST = ("/_stcore/health", "/_stcore/host-config")
_FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


@pytest.fixture(scope="session")
def app() -> Iterator[Server]:
    """Return the app as it is in the repository, running."""
    with running() as started:
        yield started


@pytest.fixture(scope="session")
def server(app: Server) -> str:
    """Return the app's address."""
    return app.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this machine."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium.find(),
            args=[*chromium.ARGUMENTS, *chromium.ONE_PROCESS, chromium.ALONE],
        )
        yield opened
        _kept.clear()
        opened.close()


@dataclass
class _Kept:
    """A page that is used again, and the test that it serves now."""

    page: Page
    atlas: Atlas | None = None
    is_alone: bool = True

    def note_tab(self, tab: Page) -> None:
        """Note that the page has opened another tab."""
        self.is_alone = tab == self.page

    def note_error(self, text: str, address: str = "") -> None:
        """Record an error reported by the browser.

        On a page below the first Streamlit asks for its own health below that page's address first.
        """
        # Another server speaks to the page of before; a request to it is noted as foreign.
        is_own = self.atlas and urlsplit(address).netloc in {self.atlas.host, ""}
        if self.atlas and is_own and not address.endswith(_ASKED_FIRST):
            self.atlas.errors.append(text)

    def note_request(self, request: Request) -> None:
        """Note a request to another host than the app's."""
        if self.atlas and urlsplit(request.url).netloc not in {self.atlas.host, ""}:
            self.atlas.foreign.append(request.url)


_kept: dict[str, list[_Kept]] = {}
_motion = ["reduce"]


@pytest.fixture(autouse=True)
def motion(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let what moves move where a test is marked so; elsewhere a click costs half as much."""
    if request.node.get_closest_marker("motion"):
        _motion.append("no-preference")
    yield
    del _motion[1:]


def _new_page(browser: Browser, **options: object) -> _Kept:
    kept = _Kept(browser.new_context(**options).new_page())  # type: ignore[arg-type]
    page = kept.page
    page.set_default_timeout(TIMEOUT_MS)
    page.on(
        "console",
        lambda said: said.type == "error" and kept.note_error(said.text, said.location["url"]),
    )
    page.on("pageerror", lambda error: kept.note_error(str(error)))
    page.on("request", kept.note_request)
    page.context.on("page", kept.note_tab)
    return kept


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    width: int = 1440,
    height: int = 1000,
    theme: str = "light",
    reduced_motion: str = "",
    fresh: bool = False,
    **options: object,
) -> Iterator[Atlas]:
    """Give a page; at its end it must have kept quiet.

    Parameters
    ----------
    reduced_motion
        What the reader prefers; '' means less motion, where the test is not marked `motion`.
    fresh
        Whether the page is of its own and closed afterwards: for a test that changes its clock,
        its routes or its scripts.
    options
        What a context has for good, say a touch screen; pages are kept for each such kind.
    """
    free = _kept.setdefault(repr(sorted(options.items())), [])
    kept = free.pop() if free and not fresh else _new_page(browser, **options)
    page = kept.page
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(
        media="screen", color_scheme=theme, reduced_motion=reduced_motion or _motion[-1]
    )  # type: ignore[arg-type]
    atlas = kept.atlas = Atlas(page, address)
    is_whole = False
    try:
        yield atlas
        assert atlas.foreign == []
        assert atlas.errors == []
        is_whole = True
    finally:
        kept.atlas = None
        # Where a test has opened another tab and closed it, Chromium may turn no wheel any more.
        if is_whole and not fresh and kept.is_alone and _is_emptied(page, address):
            free.append(kept)
        else:
            page.context.close()


def _is_emptied(page: Page, address: str) -> bool:
    """Leave a page's app and what the browser keeps of it; False where that cannot be done.

    The page goes to a word of the same server, since a blank page would be another process.
    """
    try:
        page.evaluate(_FORGET)
        page.context.clear_cookies()
        page.goto(f"{address}/_stcore/health")
    except Error:
        return False
    return True


@pytest.fixture
def atlas(browser: Browser, server: str) -> Iterator[Atlas]:
    """Return a page of the app, not opened yet."""
    with opened(browser, server) as one:
        yield one


@pytest.fixture
def page(atlas: Atlas) -> Page:
    """Return that page itself."""
    return atlas.page

"""A server of the app and a browser that may speak to nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.browser import chromium
from tests.browser.atlas import WAIT_MS, Atlas
from tests.browser.server import running


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return the address of the app as it stands in the repository."""
    with running() as started:
        yield started.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this machine."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.ARGUMENTS)
        )
        yield opened
        opened.close()


def watch(page: Page, address: str, theme: str = "light") -> Atlas:
    """Return an Atlas on a page that notes errors and shuts every other host out."""
    atlas = Atlas(page, address, theme=theme)
    host = urlsplit(address).netloc

    def gate(route: Route) -> None:
        if urlsplit(route.request.url).netloc in {host, ""}:
            route.continue_()
        else:
            atlas.foreign.append(route.request.url)
            route.abort()

    page.route("**/*", gate)
    page.on("console", lambda said: said.type == "error" and atlas.errors.append(said.text))
    page.on("pageerror", lambda error: atlas.errors.append(str(error)))
    page.set_default_timeout(WAIT_MS)
    return atlas


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Atlas]:
    """Open a page in a context of its own; at its end it must have kept quiet."""
    size = {"width": options.pop("width", 1440), "height": options.pop("height", 1000)}
    context = browser.new_context(viewport=size, **options)  # type: ignore[arg-type]
    try:
        theme = str(options.get("color_scheme", "light"))
        atlas = watch(context.new_page(), address, theme)
        yield atlas
        assert atlas.foreign == []
        assert atlas.errors == []
    finally:
        context.close()


@pytest.fixture
def atlas(browser: Browser, server: str) -> Iterator[Atlas]:
    """Return a page of the app, not opened yet."""
    with opened(browser, server) as one:
        yield one

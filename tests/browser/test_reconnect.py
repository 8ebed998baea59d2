"""What a reader meets when the server goes away and comes back, in Chromium."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from geo import words
from tests.browser.atlas import Atlas, query_of, reconnected, until
from tests.browser.conftest import opened
from tests.browser.line import line_to
from tests.browser.server import Server, free_port, running

pytestmark = pytest.mark.browser


class Outage:
    """A server behind a line, that can be killed and started again under the same address."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.port = free_port()
        self.server = self.start()
        self.line = self.stack.enter_context(line_to(self.server.url))

    def start(self) -> Server:
        self.server = self.stack.enter_context(running(port=self.port))
        return self.server

    def kill(self) -> None:
        os.kill(self.server.pid, signal.SIGKILL)


@pytest.fixture
def outage() -> Iterator[Outage]:
    made = Outage()
    with made.stack:
        yield made


@pytest.fixture
def page(browser: Browser, outage: Outage) -> Iterator[Atlas]:
    """Return the Atlas of such a server; that requests fail during an outage is no fault of it."""
    with opened(browser, outage.line.url) as one:
        yield one
        one.errors.clear()


def lost(atlas: Atlas) -> None:
    expect(atlas.page.get_by_text(words.CONNECTION_LOST)).to_be_visible()


def test_clicks_after_a_restart_are_answered_and_the_view_is_kept(
    page: Atlas, outage: Outage
) -> None:
    page.open("?nation=RU&hide=seas")
    outage.kill()
    lost(page)
    outage.start()
    reconnected(page)
    assert page.press_on_map("nsr")
    page.wait_card("Northern Sea Route")
    page.wait_lit({"nsr"})
    page.mentions().filter(has_text="Moscow").first.click()
    page.wait_card("Russia")
    outage.kill()
    lost(page)
    outage.start()
    reconnected(page)
    page.chip("Norway").click()
    until(
        lambda: query_of(page.page).get("nation") == ["RU", "NO"],
        lambda: str(query_of(page.page)),
    )
    query = query_of(page.page)
    assert (query["hide"], query["feature"]) == (["seas"], ["RU"])
    page.wait_card("Russia")


@pytest.mark.parametrize("where", ["map", "article"])
def test_a_click_while_the_server_is_away_is_answered_when_it_is_back(
    page: Atlas, outage: Outage, where: str
) -> None:
    page.open("?nation=RU")
    if where == "map":  # as where a host puts the server to sleep and answers in its stead
        outage.line.sleep()
    outage.kill()
    lost(page)
    if where == "map":
        assert page.press_on_map("nsr")
    else:
        page.mentions().filter(has_text="Northern Sea Route").first.click()
    outage.start()
    outage.line.mend()
    page.wait_card("Northern Sea Route")
    reconnected(page)
    assert query_of(page.page)["nation"] == ["RU"]

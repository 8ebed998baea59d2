"""What a reader meets when the server goes away and comes back, in Chromium."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, reconnected, until
from tests.browser.conftest import opened
from tests.browser.proxy import proxy_to
from tests.browser.server import Server, free_port, running

pytestmark = pytest.mark.browser


class Outage:
    """A server behind a line, that can be killed and started again under the same address."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.port = free_port()
        self.server = self.start()
        self.proxy = self.stack.enter_context(proxy_to(self.server.url))

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
    """Return the Atlas of such a server; failed requests during an outage are no errors."""
    with opened(browser, outage.proxy.url, fresh=True) as one:
        yield one
        one.errors.clear()


def lost(atlas: Atlas) -> None:
    expect(atlas.page.get_by_text(messages.CONNECTION_LOST)).to_be_visible()


def test_clicks_while_the_server_is_away_and_after_its_restart_are_answered(
    page: Atlas, outage: Outage
) -> None:
    page.open("?nation=RU&hide=seas")
    outage.proxy.sleep()  # as where a host puts the server to sleep and answers in its stead
    outage.kill()
    lost(page)
    assert page.click_on_map("nsr")
    outage.start()
    outage.proxy.restore()
    page.wait_card("Northern Sea Route")
    page.wait_highlighted({"nsr"})
    reconnected(page)
    page.chip("Norway").click()
    holds(page, nation=["RU", "NO"], feature=["nsr"])
    outage.kill()
    lost(page)
    page.mentions().filter(has_text="Moscow").first.click()
    outage.start()
    page.wait_card("Russia")
    reconnected(page)
    holds(page, nation=["RU", "NO"], feature=["RU"])
    assert page.click_on_map("nep")
    page.wait_card("Northeast Passage")
    holds(page, nation=["RU", "NO"], feature=["nep"])


def holds(atlas: Atlas, **told: list[str]) -> None:
    """Wait until the address holds what the reader chose."""
    wanted = {"hide": ["seas"], **told}
    until(
        lambda: {key: query_of(atlas.page).get(key) for key in wanted} == wanted,
        lambda: f"{query_of(atlas.page)} not {wanted}",
    )

"""Parts of a page that run alone: what is left of the page when one of them is to run next."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from geo import messages
from geo.catalogue.features import load_catalogue
from pages._sockets import ends_full_run
from tests.browser.atlas import until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
FEATURES = load_catalogue(strict=False).features
PAGES = ("articles", "voyages", "season", "evidence", "share", "about", "names", "hosting")
EMBEDDED = "?embed=true&with=articles"


class Sent:
    """What the server sends to a page, of which a part can be lost, and the rest be held back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.messages: list[ForwardMsg] = []
        self.is_run = False
        self.lost = ""
        self.held: list[Callable[[], None]] | None = None
        page.route_web_socket("**/_stcore/stream", self._connect)

    def wait(self, holds: Callable[[], bool], says: str) -> None:
        """Wait until something holds; what the server sends comes in meanwhile."""

        def looks() -> bool:
            self.page.wait_for_timeout(20)
            return holds()

        until(looks, lambda: says)

    def give_held(self) -> None:
        """Give what was held back, and lose and hold nothing more."""
        held, self.held, self.lost = self.held or [], None, ""
        for give in held:
            give()

    def _connect(self, page_side: WebSocketRoute) -> None:
        def pass_on(data: str | bytes) -> None:
            assert isinstance(data, bytes)
            message = ForwardMsg()
            message.ParseFromString(data)
            self.messages.append(message)
            if ends_full_run(data):
                self.is_run = True
                if self.lost and self.held is None:
                    self.held = []
            if self.held is not None:
                self.held.append(lambda: page_side.send(data))
            elif not self.lost or message.delta.fragment_id != self.lost:
                page_side.send(data)

        page_side.connect_to_server().on_message(pass_on)


def answering(messages_sent: list[ForwardMsg]) -> str:
    """Return the fragment that answers presses."""
    deltas = [one.delta for one in messages_sent]
    parts = {one.new_element.bidi_component.id: one.fragment_id for one in deltas}
    (fragment,) = {fragment for part, fragment in parts.items() if part.endswith("-presses")}
    return fragment


@pytest.mark.parametrize("address", ["", EMBEDDED, *PAGES])
def test_nothing_follows_a_fragment_in_its_container(
    browser: Browser, server: str, address: str
) -> None:
    """What follows would move up while the fragment is off the page, and be replaced by it."""
    with opened(browser, server, fresh=True) as atlas:
        sent = Sent(atlas.page)
        atlas.page.goto(f"{server}/{address}")
        sent.wait(lambda: sent.is_run, "no run has ended")
        paths = [(tuple(one.metadata.delta_path), one.delta.fragment_id) for one in sent.messages]
        first: dict[str, tuple[int, ...]] = {}
        for path, fragment in paths:
            if fragment:
                first.setdefault(fragment, path)
        assert first
        for place in first.values():
            later = [path for path, _ in paths if path[:-1] == place[:-1] and path > place]
            assert later == [], (place, later)


def test_the_list_is_kept_where_a_name_is_pressed_while_a_filter_is_answered(
    browser: Browser, server: str
) -> None:
    """Of the filter's run Streamlit drops what it has not sent yet of the part that runs next."""
    with opened(browser, server, fresh=True) as atlas:
        sent = Sent(atlas.page)
        atlas.open()
        settle(atlas.page)
        atlas.page.get_by_text(messages.FEATURE_LIST).click()
        sent.lost = answering(sent.messages)
        atlas.chip(FEATURES["RU"].name).click()
        sent.wait(lambda: sent.held is not None, "the filter is not answered")
        atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
        sent.give_held()
        atlas.wait_card(FEATURES["nsr"].name)
        expect(atlas.page.locator('.st-key-features a[data-feature="nsr"]')).to_have_attribute(
            "aria-current", "true"
        )
        expect(atlas.passages().nth(1)).to_be_attached()

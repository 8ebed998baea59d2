"""Map and article answer each other in the browser, whatever the server does."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect

from geo import messages
from geo.catalogue.features import load_catalogue
from pages._sheet import read_asset
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.server import Server, running
from tests.browser.sight import hold_rest, settle

pytestmark = pytest.mark.browser
NAMES = {feature.id: feature.name for feature in load_catalogue().features.values()}
MOST_BYTES = 12_000
LATER_MS, REST_MS = 900, 1000
MOST_LAYERS, MOST_LARGE = 30, 6
"""For the whole page; of the map's size are the three drawings and little else."""
_EMPHASIS = """(id) => {
  const path = document.querySelector(`path.mark.lit[data-feature="${id}"]`)
    || document.querySelector(`path.leaflet-interactive[data-feature="${id}"]`);
  const look = getComputedStyle(path);
  return [path.classList.contains("lit"), Number(look.strokeOpacity)];
}"""
_CUT_OFF = """() => {
  const part = document.querySelector(".st-key-presses");
  const place = part.parentElement;
  const next = part.nextSibling;
  part.remove();
  window.joinAgain = () => place.insertBefore(part, next);
}"""
"""Takes what carries presses to the server out of the page, as Streamlit does for a moment."""
_LATE_SCRIPT = """(() => {
  let show;
  let isGiven = false;
  Object.defineProperty(window, "arcticShow", {
    get: () => (isGiven ? show : undefined), set: (made) => { show = made; } });
  const splice = Array.prototype.splice;
  window.arcticWaiting = [];
  window.arcticWaiting.splice = () => [];
  window.giveScript = () => {
    isGiven = true;
    splice.call(window.arcticWaiting, 0).forEach((one) => one());
  };
})()"""
"""Lets parts wait for the page's script until it is given."""
_CALL_OUTSIDE = """async (code) => {
  const part = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  window.shown = 0;
  window.arcticShow = () => { window.shown += 1; };
  window.place = document.createElement("div");
  part.default({ parentElement: window.place, data: {} });
}"""
"""Calls a part while it is out of the page, as Streamlit may."""
_ANSWER = """() => {
  const find = (place) => [...place.querySelectorAll("*")].map((one) => one.shadowRoot)
    .find((root) => root && root.querySelector(".card"));
  const root = find(document.querySelector(".st-key-card"));
  const html = `${root.querySelector(".panel").innerHTML}<!-- newer -->`;
  const data = { kind: "card-panel", html };
  window.arcticShow({ data, parentElement: root, setTriggerValue() {} });
}"""
"""Brings the card anew, as the server does."""
_HALO = "() => document.querySelectorAll('.leaflet-halo-pane path').length"


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """Return a server of our own, which may be stopped."""
    with running() as started:
        yield started


@contextmanager
def stopped(server: Server) -> Iterator[None]:
    """Stop a server from answering."""
    os.kill(server.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(server.pid, signal.SIGCONT)


def test_a_press_is_drawn_while_the_server_does_not_answer_and_its_card_follows(
    browser: Browser, own: Server
) -> None:
    with opened(browser, own.url) as atlas:
        atlas.open()
        settle(atlas.page)
        lines = {name: atlas.chart().evaluate(_EMPHASIS, name) for name in ("nwp", "tsr")}
        assert all(not is_lit for is_lit, _ in lines.values())
        with stopped(own):
            assert atlas.click_on_map("nwp")
            is_lit, opacity = atlas.chart().evaluate(_EMPHASIS, "nwp")
            assert (is_lit, opacity) == (True, 1)
            assert atlas.chart().evaluate(_EMPHASIS, "tsr")[1] < lines["tsr"][1] / 2
            name = atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first
            name.click()
            assert atlas.highlighted() == {"nsr"}
            assert "lit" in (name.get_attribute("class") or "")
        atlas.wait_card("Northern Sea Route")
        settle(atlas.page)
        assert atlas.highlighted() == {"nsr"}
        assert query_of(atlas.page)["feature"] == ["nsr"]


def test_few_pictures_make_up_a_frame(browser: Browser, server: str) -> None:
    with opened(browser, server) as atlas:
        page = atlas.open().page
        settle(page)
        box = page.locator(".st-key-map-box iframe").bounding_box()
        assert box
        told: list[list[dict[str, float]]] = []
        session = page.context.new_cdp_session(page)
        session.on("LayerTree.layerTreeDidChange", lambda event: told.append(event.get("layers")))
        session.send("DOM.enable")
        session.send("LayerTree.enable")
        atlas.mentions().first.hover()  # it tells with the next frame
        page.wait_for_timeout(REST_MS)
        assert told
        layers = [one for one in told[-1] if one["drawsContent"]]
        session.detach()
        half = box["width"] * box["height"] / 2
        large = [one for one in layers if one["width"] * one["height"] > half]
        assert 1 <= len(large) <= MOST_LARGE
        assert len(layers) <= MOST_LAYERS


def test_a_press_on_the_map_before_the_rest_of_the_page_is_there_brings_its_card(
    browser: Browser, own: Server
) -> None:
    with opened(browser, own.url, fresh=True) as atlas:
        give_rest = hold_rest(atlas.page)
        atlas.page.goto(own.url)
        atlas.chart().locator("path.mark[data-feature=nsr]").first.wait_for(state="attached")
        assert atlas.click_on_map("nsr")
        expect(atlas.page.locator(".st-key-reading")).to_have_count(0)
        assert atlas.highlighted() == {"nsr"}
        give_rest()
        atlas.wait_card("Northern Sea Route")
        settle(atlas.page)
        assert query_of(atlas.page)["feature"] == ["nsr"]


def test_a_press_while_nobody_can_tell_the_server_is_drawn_and_brings_its_card_later(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, fresh=True) as atlas:
        page = atlas.open().page
        settle(page)
        page.locator(".st-key-list summary").click()
        row = page.locator('.st-key-list a[data-feature="tsr"]')
        row.scroll_into_view_if_needed()
        page.evaluate(_CUT_OFF)
        row.click()
        assert atlas.highlighted() == {"tsr"}
        page.evaluate("() => window.joinAgain()")
        atlas.wait_card("Transpolar Sea Route")
        settle(page)
        assert query_of(page)["feature"] == ["tsr"]


def test_a_page_that_is_left_before_its_script_is_there_shows_nothing_more(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, fresh=True) as atlas:
        page = atlas.page
        page.add_init_script(_LATE_SCRIPT)
        page.goto(server)
        atlas.chart()
        page.wait_for_function("() => window.arcticWaiting && window.arcticWaiting.length > 5")
        page.get_by_role("link", name=messages.EVIDENCE, exact=True).first.click()
        expect(page.get_by_role("heading", name=messages.EVIDENCE, level=1)).to_be_visible()
        settle(page)
        page.evaluate("() => window.giveScript()")
        expect(page.locator(".panel").first).to_be_visible()
        settle(page)


def test_a_part_that_is_called_while_it_is_out_of_the_page_is_shown_when_it_is_back(
    atlas: Atlas,
) -> None:
    page = atlas.page
    page.goto("about:blank")
    page.evaluate(_CALL_OUTSIDE, read_asset("part.js"))
    page.wait_for_timeout(LATER_MS)
    assert page.evaluate("() => window.shown") == 0
    page.evaluate("() => document.body.append(window.place)")
    page.wait_for_function("() => window.shown === 1")
    page.wait_for_timeout(LATER_MS)
    assert page.evaluate("() => window.shown") == 1


def test_an_answer_that_comes_during_a_press_does_not_take_it_away(atlas: Atlas) -> None:
    page = atlas.open("?feature=nsr").page
    close = atlas.card().locator(".close")
    close.hover()
    page.mouse.down()
    page.evaluate(_ANSWER)
    page.wait_for_timeout(REST_MS)
    page.mouse.up()
    expect(atlas.card()).to_have_count(0)
    settle(page)
    assert "feature" not in query_of(page)


def test_what_the_pointer_is_on_lights_in_the_other(atlas: Atlas) -> None:
    atlas.open()
    chart = atlas.chart()
    atlas.page.mouse.move(1, 1)
    assert chart.evaluate(_HALO) == 0
    mention = atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first
    mention.hover()
    assert chart.evaluate(_HALO) > 0
    atlas.page.locator("h1").hover()
    assert chart.evaluate(_HALO) == 0
    mention.focus()
    assert chart.evaluate(_HALO) > 0
    chart.evaluate(
        """() => { const at = document.querySelector("path.mark[data-feature='nsr']");
          at.dispatchEvent(new MouseEvent("mouseover", { bubbles: true })); }"""
    )
    until(
        lambda: "hovered" in (mention.get_attribute("class") or ""),
        lambda: "the name does not light",
    )


def test_what_the_pointer_is_on_before_the_map_is_there_lights_when_it_comes(atlas: Atlas) -> None:
    page = atlas.open().page
    page.mouse.move(1, 1)
    page.evaluate("() => { window.late = window.arcticMap; delete window.arcticMap; }")
    atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.hover()
    assert atlas.chart().evaluate(_HALO) == 0
    page.evaluate(
        """() => { window.arcticMap = window.late;
          window.dispatchEvent(new CustomEvent("arctic-joined", { detail: { id: "" } })); }"""
    )
    assert atlas.chart().evaluate(_HALO) > 0


def test_a_press_brings_the_card_and_neither_the_map_nor_the_articles(
    browser: Browser, server: str
) -> None:
    """The browser has drawn those by itself: a press costs few bytes, before and after a move."""
    with opened(browser, server, fresh=True) as atlas, measured(atlas) as received:
        atlas.open()
        settle(atlas.page)
        sizes = {}
        for feature in ("nsr", "nwp", "RU", "psr-northeast", "nsr"):
            before = received()
            assert atlas.click_on_map(feature)
            atlas.wait_card(NAMES[feature])
            settle(atlas.page)
            sizes[feature] = received() - before
        assert max(sizes.values()) <= MOST_BYTES, sizes


def test_a_press_that_brings_a_line_to_the_map_brings_the_list_once_it_is_open(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, fresh=True) as atlas, measured(atlas) as received:
        atlas.open("?hide=routes")
        settle(atlas.page)
        before = received()
        atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
        atlas.wait_card(NAMES["nsr"])
        atlas.page.wait_for_timeout(LATER_MS)
        settle(atlas.page)
        assert received() - before <= MOST_BYTES
        atlas.page.get_by_text(messages.FEATURE_LIST).click()
        entry = atlas.page.locator('.st-key-features a[data-feature="nsr"]')
        expect(entry).to_be_visible()
        expect(entry).to_have_attribute("aria-current", "true")


@contextmanager
def measured(atlas: Atlas) -> Iterator[Callable[[], float]]:
    """Count what a page is sent: frames of the websocket unpacked, and files as they travel."""
    sizes: list[float] = []
    session = atlas.page.context.new_cdp_session(atlas.page)
    session.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
    session.send("Network.enable")
    atlas.page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: sizes.append(len(frame))),
    )
    yield lambda: sum(sizes)
    session.detach()


def test_a_layer_is_switched_while_the_server_does_not_answer(
    browser: Browser, own: Server
) -> None:
    with opened(browser, own.url) as atlas:
        atlas.open()
        settle(atlas.page)
        chart = atlas.chart()
        drawn = "() => document.querySelectorAll('path[data-feature=nwp]').length"
        atlas.layer("Routes")
        assert chart.evaluate(drawn) > 0
        with stopped(own):
            atlas.layer("Routes").click()
            assert chart.evaluate(drawn) == 0
        until(
            lambda: query_of(atlas.page).get("hide") == ["routes"],
            lambda: f"the address does not hold it: {atlas.page.url}",
        )
        atlas.page.get_by_text(messages.FEATURE_LIST).click()
        expect(atlas.page.locator(".st-key-features a[data-feature=nwp]")).to_have_count(0)
        assert chart.evaluate(drawn) == 0


def test_of_twenty_fast_presses_the_last_one_wins_everywhere(atlas: Atlas) -> None:
    atlas.open()
    settle(atlas.page)
    _press_twenty(atlas)
    assert atlas.click_on_map("arctic-bridge")
    assert atlas.highlighted() == {"arctic-bridge"}
    _agree_on(atlas, "arctic-bridge")


def test_of_twenty_presses_that_are_answered_late_the_last_one_wins_everywhere(
    browser: Browser, own: Server
) -> None:
    with opened(browser, own.url) as atlas:
        atlas.open()
        settle(atlas.page)
        with stopped(own):
            _press_twenty(atlas)
            atlas.page.locator('.st-key-column a.mention[data-feature="nsr"]').first.click()
            atlas.wait_highlighted({"nsr"})  # names come after the frame that shows the shapes
        _agree_on(atlas, "nsr")


def _press_twenty(atlas: Atlas) -> None:
    mentions = [
        atlas.page.locator(f'.st-key-column a.mention[data-feature="{feature}"]').first
        for feature in ("RU", "US", "arctic", "UA")
    ]
    for turn in range(20):
        if turn % 3 == 2:
            assert atlas.click_on_map("nwp" if turn % 2 else "tsr")
        else:
            mentions[turn % 4].dispatch_event("click")


def _agree_on(atlas: Atlas, feature: str) -> None:
    """Map, card, articles, list and address have selected the same, and it stays so."""
    atlas.wait_card(NAMES[feature])
    settle(atlas.page)
    atlas.page.wait_for_timeout(LATER_MS)
    settle(atlas.page)
    assert atlas.highlighted() == {feature}
    expect(atlas.card().locator("header h2")).to_have_text(NAMES[feature])
    assert query_of(atlas.page)["feature"] == [feature]
    ids = "(all) => all.map((one) => one.dataset.feature)"
    mentioned = set(atlas.mentions().evaluate_all(ids))
    lit = set(atlas.page.locator(".st-key-column a.mention.lit").evaluate_all(ids))
    assert lit == {feature} & mentioned
    atlas.page.get_by_text(messages.FEATURE_LIST).click()
    current = atlas.page.locator(".st-key-features [aria-current=true]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("data-feature", feature)

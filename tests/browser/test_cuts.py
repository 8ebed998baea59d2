"""What a reader sees when the connection to a running server is cut, silent, or ends at a host."""

import os
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch

import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.sync.client import connect

from geo import messages
from tests.browser.atlas import Atlas, query_of, reconnected, until
from tests.browser.conftest import opened
from tests.browser.proxy import Proxy, proxy_to
from tests.browser.server import ROOT, running
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
ARTICLE = "000-4307505dd1a9bba4"
VIEW = {"nation": ["RU"], "hide": ["seas"], "feature": ["nsr"], "article": [ARTICLE]}
ADDRESS = "?" + "&".join(f"{key}={value}" for key, (value,) in VIEW.items())
LONG = "00:30"
"""Longer than the page's timeout, on its fake clock."""
CONNECTION_SCRIPT = """
    const module = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const show = (await import(module)).default;
    const data = { says: { failed: "Not made.", lost: "No line." }, run: "", hasOwn: false };
"""
BROKEN = """
import geo.exchange.kml as kml

def make_kml(shown):
    raise OSError(28, "No space left on device")

kml.make_kml = make_kml
"""


@pytest.fixture(scope="module")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return a server that forgets a session as soon as its connection ends, and makes no KML."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "sitecustomize.py").write_text(BROKEN, encoding="utf-8")
    path = os.pathsep.join([str(folder), str(ROOT)])
    extra = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "0", "PYTHONPATH": path}
    with running(extra=extra) as started:
        yield started.url


def connection_script() -> str:
    return (ROOT / "pages" / "web" / "connection.js").read_text(encoding="utf-8")


@contextmanager
def over_proxy(browser: Browser, address: str) -> Iterator[tuple[Atlas, Proxy]]:
    """Open a page through a proxy; failed requests while it is cut do not count as errors."""
    with proxy_to(address) as proxy, opened(browser, proxy.url, fresh=True) as atlas:
        atlas.page.clock.install()
        yield atlas, proxy
        atlas.errors.clear()


def said(page: Page, text: str) -> None:
    expect(page.get_by_text(text)).to_be_visible()


def lost(atlas: Atlas) -> None:
    """Wait until the page reports that the connection is lost."""
    seen = atlas.page.get_by_test_id("stApp")
    expect(seen).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    atlas.page.clock.fast_forward("00:02")
    said(atlas.page, messages.CONNECTION_LOST)


def restore(atlas: Atlas, proxy: Proxy) -> None:
    """Restore the proxy, and make the page, which backs off, retry at once."""
    proxy.restore()
    atlas.page.clock.fast_forward("00:05")


def holds(atlas: Atlas, **changed: list[str]) -> None:
    """Wait until the address holds the view, except for what was changed."""
    until(
        lambda: {**query_of(atlas.page), "passage": []} == {**VIEW, "passage": [], **changed},
        lambda: f"{query_of(atlas.page)} not {VIEW | changed}",
    )


def sessions(address: str) -> int:
    with urllib.request.urlopen(f"{address}/_stcore/metrics", timeout=30) as answer:  # noqa: S310
        text = answer.read().decode()
    (line,) = [one for one in text.splitlines() if one.startswith("active_sessions ")]
    return round(float(line.split()[1]))


def test_each_click_during_a_cut_and_the_first_after_it_are_answered_and_the_view_is_kept(
    browser: Browser, server: str
) -> None:
    with over_proxy(browser, server) as (atlas, proxy):
        atlas.open(ADDRESS)
        proxy.cut()
        lost(atlas)
        assert atlas.click_on_map("nep")
        restore(atlas, proxy)
        atlas.wait_card("Northeast Passage")
        holds(atlas, feature=["nep"])
        proxy.sleep("503 Service Unavailable")
        lost(atlas)
        atlas.mentions().filter(has_text="Northern Sea Route").first.click()
        restore(atlas, proxy)
        atlas.wait_card("Northern Sea Route")
        holds(atlas)
        reconnected(atlas)
        atlas.chip("Norway").click()
        holds(atlas, nation=["RU", "NO"])


def test_the_first_clicks_after_a_cut_that_outlasts_the_session_are_answered(
    browser: Browser, forgetful: str
) -> None:
    with over_proxy(browser, forgetful) as (atlas, proxy):
        atlas.open(ADDRESS)
        others = sessions(forgetful) - 1
        proxy.cut()
        lost(atlas)
        until(lambda: sessions(forgetful) == others, lambda: "the session is still there")
        stream = f"{forgetful.replace('http', 'ws')}/_stcore/stream"
        with connect(stream, subprotocols=["streamlit"]):  # type: ignore[list-item]
            until(lambda: sessions(forgetful) > others, lambda: "no other reader")
            restore(atlas, proxy)
            reconnected(atlas)
            holds(atlas)
            assert atlas.click_on_map("nep")
            atlas.wait_card("Northeast Passage")
            holds(atlas, feature=["nep"])
            atlas.chip("Norway").click()
            holds(atlas, feature=["nep"], nation=["RU", "NO"])


@pytest.mark.parametrize(
    "lost",
    [
        *("index.*.js", "BidiComponent.*.js", "ComponentInstance.*.js", "ButtonGroup.*.js"),
        *("st_folium/index.html*", "main.*.js", "leaflet.js", "media/*.js"),
        *("css/index.*.css", "arctic-*.css", "leaflet.css"),
    ],
)
def test_what_did_not_come_as_the_connection_broke_comes_with_one_reload(
    browser: Browser, server: str, lost: str
) -> None:
    with opened(browser, server, fresh=True) as atlas:
        asked: list[str] = []
        atlas.page.on("request", lambda one: asked.append(one.url.split("?")[0]))
        atlas.page.route(f"**{lost}", lambda one: one.abort(), times=1)
        atlas.page.goto(f"{server}/{ADDRESS}")
        expect(atlas.chip("Norway")).to_be_visible()
        settle(atlas.page)
        atlas.chart()
        expect(atlas.page.locator("[data-testid=stErrorElementStack]")).to_have_count(0)
        holds(atlas)
        again = [one for one in asked if fnmatch(one, f"*{lost}")]
        assert len(again) > len(set(again))
        atlas.errors.clear()


def test_a_widget_whose_script_does_not_come_again_is_reported(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, fresh=True) as atlas:
        loads: list[str] = []
        atlas.page.on("domcontentloaded", lambda page: loads.append(page.url))
        atlas.page.route("**/ButtonGroup.*.js", lambda asked: asked.abort())
        atlas.page.goto(f"{server}/{ADDRESS}")
        said(atlas.page, messages.PAGE_INCOMPLETE)
        settle(atlas.page)
        assert len(loads) == 2  # the page, and its one reload
        atlas.errors.clear()


def test_articles_of_an_expired_session_are_reported_lost(browser: Browser, forgetful: str) -> None:
    with over_proxy(browser, forgetful) as (atlas, proxy):
        page = atlas.page
        page.goto(f"{proxy.url}/articles?nation=RU")
        file = {"name": "kara.txt", "mimeType": "text/plain", "buffer": b"Ice in the Kara Sea"}
        page.locator("input[type=file]").first.set_input_files(file)  # type: ignore[arg-type]
        page.get_by_text("1 article added: ").wait_for()
        settle(page)
        proxy.cut()
        lost(atlas)
        restore(atlas, proxy)
        said(page, messages.SESSION_FORGOTTEN)
        assert query_of(page)["nation"] == ["RU"]


def test_what_a_dead_socket_swallows_is_repeated_or_reported_lost(
    browser: Browser, forgetful: str
) -> None:
    with over_proxy(browser, forgetful) as (atlas, proxy):
        atlas.open(ADDRESS)
        proxy.forget()
        assert atlas.click_on_map("nep")
        atlas.page.clock.fast_forward(LONG)
        atlas.wait_card("Northeast Passage")
        holds(atlas, feature=["nep"])
        reconnected(atlas)
        proxy.forget()
        atlas.chip("Norway").click()
        atlas.page.clock.fast_forward(LONG)
        said(atlas.page, messages.CONNECTION_BACK)
        reconnected(atlas)
        holds(atlas, feature=["nep"])
        atlas.chip("Norway").click()
        holds(atlas, feature=["nep"], nation=["RU", "NO"])
        expect(atlas.page.get_by_text(messages.CONNECTION_BACK)).to_be_hidden()


def test_a_silent_connection_is_reported_before_a_click_and_going_back_is_answered(
    browser: Browser, server: str
) -> None:
    with over_proxy(browser, server) as (atlas, proxy):
        atlas.open(ADDRESS)
        atlas.chip("Norway").click()
        holds(atlas, nation=["RU", "NO"])
        settle(atlas.page)
        proxy.drop_data()
        atlas.page.clock.fast_forward(LONG)  # as after a laptop's lid was closed
        atlas.page.clock.fast_forward(LONG)
        lost(atlas)
        assert atlas.click_on_map("nep")
        restore(atlas, proxy)
        atlas.wait_card("Northeast Passage")
        holds(atlas, nation=["RU", "NO"], feature=["nep"])
        reconnected(atlas)
        atlas.chip("Canada").click()
        holds(atlas, nation=["RU", "NO", "CA"], feature=["nep"])
        settle(atlas.page)
        proxy.cut()
        lost(atlas)
        atlas.page.go_back()
        restore(atlas, proxy)
        reconnected(atlas)
        expect(atlas.chip("Canada")).to_have_attribute("aria-pressed", "false")
        holds(atlas, nation=["RU", "NO"], feature=["nep"])
        atlas.mentions().filter(has_text="Northern Sea Route").first.click()
        atlas.wait_card("Northern Sea Route")


def test_a_file_that_cannot_be_made_is_reported_until_the_next_click(
    browser: Browser, forgetful: str
) -> None:
    with opened(browser, forgetful, fresh=True) as atlas:
        page = atlas.page
        page.clock.install()
        page.goto(f"{forgetful}/share")
        page.locator("h1", has_text=messages.SHARE).wait_for()
        settle(page)
        page.get_by_role("button", name=messages.DATA_FILES["kml"][0]).click()
        own = page.get_by_test_id("stDownloadButtonError")
        own.wait_for()
        page.clock.fast_forward(LONG)
        expect(own).to_be_hidden()
        said(page, messages.EXPORT_FAILED)
        page.set_viewport_size({"width": 390, "height": 844})
        box = page.locator(".connection").bounding_box()
        assert box
        assert box["width"] > 0.85 * 390  # a telephone's width is used
        assert box["x"] + box["width"] < 390
        with page.expect_download():
            page.get_by_role("button", name=messages.DATA_FILES["geojson"][0]).click()
        expect(page.get_by_text(messages.EXPORT_FAILED)).to_be_hidden()
        atlas.errors.clear()


def test_a_note_that_was_replaced_does_not_take_the_place_of_the_one_on_the_page(
    atlas: Atlas,
) -> None:
    """Streamlit may call for a note that it has just replaced after the call for the new one."""
    atlas.open()
    atlas.page.evaluate(
        f"""async (script) => {{ {CONNECTION_SCRIPT}
            show({{ data, parentElement: document.createElement("div") }});
            const failed = document.createElement("p");
            failed.dataset.testid = "stDownloadButtonError";
            document.querySelector('[data-testid="stApp"]').appendChild(failed);
        }}""",
        connection_script(),
    )
    said(atlas.page, "Not made.")


def test_a_break_before_the_script_has_loaded_is_reported_as_soon_as_possible(
    browser: Browser, server: str
) -> None:
    """Streamlit calls the script when it can, and for a while for the same part twice."""
    with opened(browser, server, fresh=True) as atlas:
        atlas.page.clock.install()
        atlas.open()
        atlas.page.evaluate(
            f"""async (script) => {{ {CONNECTION_SCRIPT}
                document.querySelector('[data-testid="stApp"]')
                    .dataset.testConnectionState = "PINGING_SERVER";
                delete window.arcticConnection;
                show({{ data, parentElement: document.createElement("div") }});
            }}""",
            connection_script(),
        )
        atlas.page.clock.fast_forward("00:02")
        atlas.page.evaluate(
            f"""async (script) => {{ {CONNECTION_SCRIPT}
                const app = document.querySelector('[data-testid="stApp"]');
                for (const id of ["replaced", "new"]) {{
                    const parentElement = app.appendChild(document.createElement("div"));
                    parentElement.id = id;
                    show({{ data, parentElement }});
                }}
            }}""",
            connection_script(),
        )
        said(atlas.page, "No line.")
        atlas.page.evaluate("() => document.getElementById('replaced').remove()")
        said(atlas.page, "No line.")

"""What a reader meets when the line to a living server is cut, swallows all, or ends at a host."""

import os
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.sync.client import connect

from geo import words
from tests.browser.atlas import Atlas, query_of, reconnected, rest, until
from tests.browser.conftest import opened
from tests.browser.line import Line, line_to
from tests.browser.server import ROOT, running
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
ARTICLE = "000-4307505dd1a9bba4"
VIEW = {"nation": ["RU"], "hide": ["seas"], "feature": ["nsr"], "article": [ARTICLE]}
ADDRESS = "?" + "&".join(f"{key}={value}" for key, (value,) in VIEW.items())
LONG = "00:30"
"""On the page's own clock, longer than a silence is borne; nobody waits for it."""
CONNECTION_SCRIPT = """
    const module = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const show = (await import(module)).default;
    const data = { says: { failed: "Not made.", lost: "No line." }, run: "", brought: false };
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
def over_line(browser: Browser, address: str) -> Iterator[tuple[Atlas, Line]]:
    """Open a page over a line; that requests fail while it is broken is no fault of the page."""
    with line_to(address) as line, opened(browser, line.url) as atlas:
        atlas.page.clock.install()
        yield atlas, line
        atlas.errors.clear()


def said(page: Page, text: str) -> None:
    expect(page.get_by_text(text)).to_be_visible()


def lost(atlas: Atlas) -> None:
    """Wait until the page says that the line is broken."""
    seen = atlas.page.get_by_test_id("stApp")
    expect(seen).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    atlas.page.clock.fast_forward("00:02")
    said(atlas.page, words.CONNECTION_LOST)


def mend(atlas: Atlas, line: Line) -> None:
    """Mend the line; the page, which asks ever more rarely, asks at once."""
    line.mend()
    atlas.page.clock.fast_forward("00:05")


def holds(atlas: Atlas, **changed: list[str]) -> None:
    """Wait until the address holds the view, but for what was changed."""
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
    with over_line(browser, server) as (atlas, line):
        atlas.open(ADDRESS)
        line.cut()
        lost(atlas)
        assert atlas.press_on_map("nep")
        mend(atlas, line)
        atlas.wait_card("Northeast Passage")
        holds(atlas, feature=["nep"])
        line.sleep("503 Service Unavailable")
        lost(atlas)
        atlas.mentions().filter(has_text="Northern Sea Route").first.click()
        mend(atlas, line)
        atlas.wait_card("Northern Sea Route")
        holds(atlas)
        reconnected(atlas)
        atlas.chip("Norway").click()
        holds(atlas, nation=["RU", "NO"])


def test_the_first_clicks_after_a_cut_that_outlasts_the_session_are_answered(
    browser: Browser, forgetful: str
) -> None:
    with over_line(browser, forgetful) as (atlas, line):
        atlas.open(ADDRESS)
        others = sessions(forgetful) - 1
        line.cut()
        lost(atlas)
        until(lambda: sessions(forgetful) == others, lambda: "the session is still there")
        stream = f"{forgetful.replace('http', 'ws')}/_stcore/stream"
        with connect(stream, subprotocols=["streamlit"]):  # type: ignore[list-item]
            until(lambda: sessions(forgetful) > others, lambda: "no other reader")
            mend(atlas, line)
            reconnected(atlas)
            holds(atlas)
            assert atlas.press_on_map("nep")
            atlas.wait_card("Northeast Passage")
            holds(atlas, feature=["nep"])
            atlas.chip("Norway").click()
            holds(atlas, feature=["nep"], nation=["RU", "NO"])


def test_articles_that_went_with_the_session_are_said_to_be_lost(
    browser: Browser, forgetful: str
) -> None:
    with over_line(browser, forgetful) as (atlas, line):
        page = atlas.page
        page.goto(f"{line.url}/articles?nation=RU")
        file = {"name": "kara.txt", "mimeType": "text/plain", "buffer": b"Ice in the Kara Sea"}
        page.locator("input[type=file]").first.set_input_files(file)  # type: ignore[arg-type]
        page.get_by_text("1 article read: ").wait_for()
        settle(page)
        line.cut()
        lost(atlas)
        mend(atlas, line)
        said(page, words.SESSION_FORGOTTEN)
        assert query_of(page)["nation"] == ["RU"]


def test_what_a_dead_socket_swallows_is_done_again_or_said_to_be_lost(
    browser: Browser, forgetful: str
) -> None:
    with over_line(browser, forgetful) as (atlas, line):
        atlas.open(ADDRESS)
        line.forget()
        assert atlas.press_on_map("nep")
        atlas.page.clock.fast_forward(LONG)
        atlas.wait_card("Northeast Passage")
        holds(atlas, feature=["nep"])
        reconnected(atlas)
        line.forget()
        atlas.chip("Norway").click()
        atlas.page.clock.fast_forward(LONG)
        said(atlas.page, words.CONNECTION_BACK)
        reconnected(atlas)
        holds(atlas, feature=["nep"])
        atlas.chip("Norway").click()
        holds(atlas, feature=["nep"], nation=["RU", "NO"])
        expect(atlas.page.get_by_text(words.CONNECTION_BACK)).to_be_hidden()


def test_a_black_hole_is_said_before_a_click_and_a_step_back_in_it_is_answered(
    browser: Browser, server: str
) -> None:
    with over_line(browser, server) as (atlas, line):
        atlas.open(ADDRESS)
        atlas.chip("Norway").click()
        holds(atlas, nation=["RU", "NO"])
        rest(atlas.page)
        line.swallow()
        atlas.page.clock.fast_forward(LONG)  # as after a laptop's lid was closed
        atlas.page.clock.fast_forward(LONG)
        lost(atlas)
        assert atlas.press_on_map("nep")
        mend(atlas, line)
        atlas.wait_card("Northeast Passage")
        holds(atlas, nation=["RU", "NO"], feature=["nep"])
        reconnected(atlas)
        atlas.chip("Canada").click()
        holds(atlas, nation=["RU", "NO", "CA"], feature=["nep"])
        rest(atlas.page)
        line.cut()
        lost(atlas)
        atlas.page.go_back()
        mend(atlas, line)
        reconnected(atlas)
        expect(atlas.chip("Canada")).to_have_attribute("aria-pressed", "false")
        holds(atlas, nation=["RU", "NO"], feature=["nep"])
        atlas.mentions().filter(has_text="Northern Sea Route").first.click()
        atlas.wait_card("Northern Sea Route")


def test_a_file_that_cannot_be_made_is_said_on_the_page_until_the_next_click(
    browser: Browser, forgetful: str
) -> None:
    with opened(browser, forgetful) as atlas:
        page = atlas.page
        page.clock.install()
        page.goto(f"{forgetful}/share")
        page.locator("h1", has_text=words.SHARE).wait_for()
        settle(page)
        page.get_by_role("button", name=words.DATA_FILES["kml"][0]).click()
        own = page.get_by_test_id("stDownloadButtonError")
        own.wait_for()
        page.clock.fast_forward(LONG)
        expect(own).to_be_hidden()
        said(page, words.EXPORT_FAILED)
        page.set_viewport_size({"width": 390, "height": 844})
        box = page.locator(".connection").bounding_box()
        assert box
        assert box["width"] > 0.85 * 390  # a telephone's width is used
        assert box["x"] + box["width"] < 390
        with page.expect_download():
            page.get_by_role("button", name=words.DATA_FILES["geojson"][0]).click()
        expect(page.get_by_text(words.EXPORT_FAILED)).to_be_hidden()
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


def test_a_break_before_the_script_is_there_is_said_once_the_page_can(atlas: Atlas) -> None:
    """Streamlit calls the script when it can, and for a while for the same part twice."""
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

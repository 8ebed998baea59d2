"""Links in a real browser: a handful of addresses, embedded maps, other pages and back.

All addresses are tried in Streamlit's own harness (`tests/app/test_links.py`).
"""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from geo.view import to_address, to_query
from tests.addresses import ABSURD, BROKEN, CATALOGUE, views
from tests.browser.atlas import Atlas
from tests.browser.conftest import opened
from tests.browser.sight import drawn_map, highlighted_in, settle

pytestmark = pytest.mark.browser
TRIED = ("20,000 characters", "not UTF-8")
"""What a browser does something to; hostile words in an address: `test_hostile.py`."""


def query_of(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


def test_random_views_make_an_exact_round_trip(server: str, page: Page) -> None:
    for view in views()[:2]:
        page.goto(server + "/" + to_address(view))
        frame = drawn_map(page)
        settle(page)
        assert query_of(page) == to_query(view)
        assert page.locator(".st-key-problems").count() == 0
        name = CATALOGUE.feature(view.feature).name
        assert page.locator(".st-key-card .panel h2").first.inner_text() == name
        assert view.feature in highlighted_in(frame)


def test_a_broken_link_reports_what_is_missing_and_shows_the_rest(server: str, page: Page) -> None:
    address, named = next(iter(BROKEN.items()))
    page.goto(f"{server}/{address}")
    drawn_map(page)
    notice = page.locator(".st-key-problems")
    notice.wait_for()
    assert named in notice.inner_text()
    assert named not in page.url


def test_an_absurd_address_runs_no_script(browser: Browser, server: str) -> None:
    dialogs: list[str] = []
    with opened(browser, server, fresh=True) as atlas:
        page = atlas.page
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        for name in TRIED:
            page.goto(f"{server}/{ABSURD[name]}")
            frame = drawn_map(page)
            settle(page)
            assert page.locator("h1").inner_text() == "Arctic Passages", name
            assert page.locator("[data-testid=stException]").count() == 0, name
            assert dialogs == [], name
            for seen in (page, frame):
                assert seen.evaluate("typeof window.caught") == "undefined", name
            assert len(page.url) < 400, name


def test_an_embedded_map_is_alone_with_legend_credit_and_what_is_missing(
    server: str, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{server}/?embed=true&feature=nsr&nation=RU&nation=XX&article=none&show=atlantis")
    frame = drawn_map(page)
    settle(page)
    assert "nsr" in highlighted_in(frame)
    assert "Not for navigation" in frame.locator(".map-tool.foot").inner_text()
    frame.get_by_role("button", name="Layers").click()
    expect(frame.locator(".map-tool.legend")).to_be_visible()
    page.keyboard.press("Escape")
    for gone in ("h1", ".st-key-filter", ".passage", ".st-key-card"):
        assert page.locator(gone).count() == 0, gone
    assert page.get_by_role("link", name="Atlas").count() == 0
    notices = page.locator(".panel .notices")
    assert "XX" in notices.inner_text()
    box = page.locator("iframe").bounding_box()
    assert box
    assert box["y"] < 80
    notices.locator("summary").click()
    assert notices.locator("li").count() == 3
    assert notices.locator("li").last.is_visible()


@pytest.mark.parametrize(("width", "height"), [(800, 500), (390, 600)])
def test_an_embedded_map_answers_a_press_beside_it(
    server: str, page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{server}/?embed=true")
    frame = drawn_map(page)
    settle(page)
    assert page.locator(".panel .card").count() == 0
    frame.evaluate("() => parent.arcticPage.press({ feature: 'nwp' }, 'map')")
    card = page.locator(".panel .card.brief")
    expect(card.locator("h2")).to_have_text("Northwest Passage")
    expect(card.locator(".facts")).to_contain_text("nm")
    expect(card).to_be_in_viewport(ratio=0.9)
    whole = card.get_by_role("link", name=messages.MORE_ABOUT)
    assert (whole.get_attribute("href") or "").endswith("/?feature=nwp")
    expect(whole).to_be_in_viewport()
    chart, box = page.locator("iframe").bounding_box(), card.bounding_box()
    assert chart
    assert box
    assert chart["x"] + chart["width"] <= box["x"] or chart["y"] + chart["height"] <= box["y"]
    card.get_by_role("link", name=messages.CLOSE).click()
    expect(card).to_have_count(0)
    assert page.evaluate("() => document.querySelector('.stMain').scrollHeight") <= height


def test_an_embedded_map_with_articles_is_the_map_and_the_column(server: str, page: Page) -> None:
    page.goto(f"{server}/?embed=true&with=articles&feature=nsr")
    frame = drawn_map(page)
    settle(page)
    assert page.locator(".panel .passage").first.is_visible()
    assert page.locator(".st-key-filter").count() == 0
    before = page.url
    page.locator(".panel .mention").first.click()
    page.wait_for_function("(before) => location.href !== before", arg=before)
    assert "embed=true" in page.url
    assert "with=articles" in page.url
    assert frame.locator(".leaflet-container").is_visible()


def test_going_to_another_page_and_back_loses_nothing_of_the_view(server: str, page: Page) -> None:
    page.goto(f"{server}/?nation=RU&feature=nsr&frame=mercator")
    drawn_map(page)
    settle(page)
    before = query_of(page)
    for name in ("About", "Hosting", "Evidence", "Names", "Atlas"):
        words = messages.NAMES_LINK if name == "Names" else name
        page.get_by_role("link", name=words, exact=True).first.click()
        page.locator("h1", has_text="Arctic Passages" if name == "Atlas" else name).wait_for()
        settle(page)
    assert "nsr" in highlighted_in(drawn_map(page))
    assert query_of(page) == before


def test_back_leads_through_the_pages_one_by_one_and_each_keeps_the_view(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/?nation=RU&feature=nwp")
    drawn_map(page)
    settle(page)
    titles = ("Evidence", "About", "Share")
    for title in titles:
        page.get_by_role("link", name=title, exact=True).first.click()
        page.locator("h1", has_text=title).wait_for()
        settle(page)
    for title in ("About", "Evidence", "Arctic Passages"):
        page.go_back()
        page.locator("h1", has_text=title).wait_for()
        settle(page)
        assert query_of(page) == [("nation", "RU"), ("feature", "nwp")]


def test_a_press_on_a_page_that_was_just_opened_has_an_entry_of_its_own(atlas: Atlas) -> None:
    page = atlas.page
    page.goto(f"{atlas.address}/about")
    page.locator("h1").wait_for()
    settle(page)
    page.get_by_role("link", name="Atlas", exact=True).first.click()
    atlas.chart().locator("path.mark[data-feature=nsr]").first.wait_for(state="attached")
    assert atlas.click_on_map("nsr")
    atlas.wait_card("Northern Sea Route")
    settle(page)
    page.go_back()
    expect(atlas.card()).to_have_count(0)
    expect(page.locator("h1")).to_have_text(messages.APP)
    assert not query_of(page)


def test_an_unknown_page_opens_the_atlas_with_a_notice_and_no_dialog(atlas: Atlas) -> None:
    atlas.page.goto(f"{atlas.address}/nosuchpage")
    expect(atlas.page.locator(".st-key-problems")).to_contain_text("nosuchpage")
    settle(atlas.page)
    expect(atlas.page.get_by_role("dialog")).to_have_count(0)
    expect(atlas.mentions().first).to_be_visible()
    assert not query_of(atlas.page)

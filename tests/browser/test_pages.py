"""Evidence, Share, About and the embedded map as a reader sees them."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from geo.markup.about import anchor_of
from tests.browser.atlas import Atlas, until
from tests.browser.conftest import opened
from tests.browser.sight import drawn_map, settle

pytestmark = pytest.mark.browser
TOP = """(anchor) => document.getElementById(anchor).getBoundingClientRect().top"""
ROW = ".row-of-links"
PHONE = {"has_touch": True, "is_mobile": True}


def go(page: Page, address: str) -> None:
    """Open a page and wait until it has run to its end."""
    page.goto(address)
    page.locator("h1").wait_for()
    settle(page)


def is_at_the_top(page: Page, title: str) -> bool:
    """Whether a subject begins right below the title row."""
    return 52 <= float(page.evaluate(TOP, anchor_of(title))) < 120


@pytest.mark.parametrize("title", ["Limits", messages.SOURCES_AND_LICENCES])
def test_a_link_to_a_subject_opens_about_there(browser: Browser, server: str, title: str) -> None:
    with opened(browser, server, height=800) as atlas:
        page = atlas.page
        go(page, f"{server}/about#{anchor_of(title)}")
        until(
            lambda: is_at_the_top(page, title),
            lambda: f"{title} is at {page.evaluate(TOP, anchor_of(title))} px",
        )
        current = page.locator(".contents [aria-current]")
        expect(current).to_have_text(title)


def test_the_contents_stay_in_sight_and_lead_to_a_subject(atlas: Atlas) -> None:
    page = atlas.page
    go(page, f"{atlas.address}/about")
    title = "Borders and disputes"
    page.locator(".contents a", has_text=title).press("Enter")
    until(lambda: is_at_the_top(page, title), lambda: "the page stays")
    assert page.url.endswith(f"/about#{anchor_of(title)}")
    box = page.locator(".contents").bounding_box()
    assert box
    assert box["y"] >= 52
    assert box["y"] + box["height"] <= 1000
    expect(page.locator(".contents [aria-current]")).to_have_text(title)


def test_a_row_of_evidence_answers_the_keyboard_and_leaves_the_table(atlas: Atlas) -> None:
    page = atlas.page
    go(page, f"{atlas.address}/evidence")
    rows = page.locator(ROW)
    count = rows.count()
    link = rows.nth(3).locator("a")
    link.press("Enter")
    card = page.locator(".st-key-link-card")
    expect(card).to_be_visible()
    expect(rows.nth(3)).to_have_class("row-of-links chosen")
    expect(rows).to_have_count(count)
    assert link.evaluate("(one) => one.getRootNode().activeElement === one")
    page.get_by_role("button", name=messages.CLOSE_LINK).click()
    expect(card).to_be_hidden()


def test_the_name_in_a_quote_stands_out(atlas: Atlas) -> None:
    page = atlas.page
    go(page, f"{atlas.address}/evidence")
    mark = page.locator(f"{ROW} mark", has_text="Northern Sea Route").first
    plain = mark.locator("xpath=..")
    colours = [one.evaluate("(part) => getComputedStyle(part).color") for one in (mark, plain)]
    assert colours[0] != colours[1]
    assert int(mark.evaluate("(part) => getComputedStyle(part).fontWeight")) >= 600


def test_the_rows_come_as_a_file(atlas: Atlas) -> None:
    page = atlas.page
    go(page, f"{atlas.address}/evidence?feature=nsr")
    with page.expect_download() as asked:
        page.get_by_role("button", name=messages.EVIDENCE_CSV).click()
    file = Path(asked.value.path()).read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(file))
    assert "«Northern Sea Route»" in row["quote"]
    assert row["date"] == "2025-02-26"
    assert "feature=nsr&passage=" in row["address"]


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_evidence_uses_the_width_of_the_page(browser: Browser, server: str, width: int) -> None:
    with opened(browser, server, width=width, height=900) as atlas:
        page = atlas.page
        go(page, f"{server}/evidence")
        table, side = (
            page.locator(part).bounding_box() or {} for part in (".concordance", ".time-axis")
        )
        assert table["x"] <= 30
        assert side["x"] + side["width"] >= width - 40
        assert table["width"] > 1.5 * side["width"]


def test_a_stem_stands_where_its_day_is_on_the_axis(atlas: Atlas) -> None:
    page = atlas.page
    go(page, f"{atlas.address}/evidence")
    axis, stem = (page.locator(part).bounding_box() or {} for part in (".stems", ".stem .height"))
    share = (stem["x"] + stem["width"] / 2 - axis["x"]) / axis["width"]
    assert share == pytest.approx(56 / 365, abs=0.01)
    assert stem["height"] > 5 * stem["width"]
    assert abs(stem["y"] + stem["height"] - axis["y"] - axis["height"]) < 3


def test_on_a_phone_the_chosen_link_lies_over_the_foot_of_the_table(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=360, height=740, **PHONE) as atlas:
        page = atlas.page
        go(page, f"{server}/evidence")
        row = page.locator(ROW).nth(4)
        row.scroll_into_view_if_needed()
        row.tap()
        card = page.locator(".st-key-link-card")
        expect(card).to_be_visible()
        until(
            lambda: 0 < (card.bounding_box() or {"y": 0})["y"] < 740,
            lambda: "the card is out of sight",
        )


def test_the_figure_is_shown_on_share_beside_the_links(atlas: Atlas) -> None:
    page = atlas.page
    go(page, f"{atlas.address}/share?feature=nsr")
    picture = page.locator("[class*=st-key-preview] img")
    expect(picture).to_be_visible()
    box = picture.bounding_box() or {}
    assert box["width"] / box["height"] == pytest.approx(297 / 210, abs=0.02)
    beside = page.get_by_role("heading", name=messages.SHARE_LINK, exact=True).bounding_box() or {}
    assert beside["x"] > box["x"] + box["width"]
    assert beside["y"] < box["y"] + box["height"]


def test_an_embedded_map_leads_back_to_the_same_view_in_the_app(atlas: Atlas) -> None:
    page = atlas.page
    page.goto(f"{atlas.address}/?embed=true&feature=nsr&nation=RU")
    drawn_map(page)
    settle(page)
    expect(page.locator(".embed-foot")).to_contain_text(messages.NOT_FOR_NAVIGATION)
    back = page.locator(".embed-foot").get_by_role("link", name=messages.LIVE)
    assert back.get_attribute("href") == f"{atlas.address}/?nation=RU&feature=nsr"
    assert back.get_attribute("target") == "_blank"

"""A reader's own articles in Chromium: upload, read, go from a row to the map and back, save."""

import re
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.server import Server
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
KARA = "Ice in the Kara Sea\n\nRussia closed the Kara Sea and the Vilkitsky Strait in October."
HOSTILE = (
    "Ice <img src=x onerror=top.__hit=1> {{7*7}}\n\n"
    "<script>top.__hit=1</script> The Kara Sea `froze` ${top.__hit=1} \\2019 [a](javascript:1)."
)


def text_file(name: str, text: str | bytes) -> FilePayload:
    raw = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "text/plain", "buffer": raw}


def go(page: Page, title: str) -> None:
    """Go to a page of the app by its navigation, and wait until it is loaded."""
    settle(page)
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    settle(page)


def upload(page: Page, *files: FilePayload) -> None:
    go(page, messages.ARTICLES_PAGE)
    page.locator("input[type=file]").first.set_input_files(list(files))
    expect(page.get_by_text(re.compile(r"^\d+ articles? added: "))).to_be_visible()
    settle(page)


def click_row(page: Page, number: int) -> None:
    """Click a row of the table of links."""
    settle(page)
    page.locator(".row-of-links").nth(number - 1).click(position={"x": 8, "y": 8})
    expect(page.locator(".st-key-link-card")).to_be_visible()
    settle(page)


def test_an_uploaded_article_is_read_on_the_atlas_and_no_other_reader_sees_it(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * 11_000_000)
    with opened(browser, server) as mine, opened(browser, server) as other:
        page = mine.open().page
        upload(
            page,
            text_file("empty.txt", b""),
            text_file("picture.txt", b"\x89PNG\r\n\x1a\n0000"),
            text_file("zip.docx", b"PK\x03\x04xxxx"),
            text_file("kara.txt", KARA),
        )
        said = page.locator(".st-key-problems").inner_text()
        assert all(f"{name}: " in said for name in ("empty.txt", "picture.txt", "zip.docx"))
        assert "1 article added" in said
        page.locator("input[type=file]").first.set_input_files(large)
        chosen = page.get_by_test_id("stFileUploader").first
        expect(chosen).to_contain_text("10.0MB or smaller")
        page.get_by_role("button", name=messages.READ_ON_MAP).click()
        title = page.locator(".st-key-column article").get_by_role("heading")
        expect(title).to_have_text("Ice in the Kara Sea")
        article = query_of(page)["article"][0]
        assert article.startswith("own-kara")
        mine.click_mention("vilkitsky-strait", f"{article}.2")
        mine.wait_card("Vilkitsky Strait")
        mine.wait_highlighted({"vilkitsky-strait"})
        other.open(f"?{page.url.split('?')[1]}")
        expect(other.page.locator(".st-key-problems")).to_contain_text("own session")
        expect(other.page.locator(".st-key-column")).not_to_contain_text("Vilkitsky")


def test_a_row_leads_to_the_map_and_back_and_a_review_is_kept_by_the_project_file(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    saved = tmp_path / "project.json"
    with opened(browser, server) as first:
        page = first.open().page
        upload(page, text_file("kara.txt", KARA))
        page.get_by_role("button", name=messages.READ_ON_MAP).click()
        go(page, messages.EVIDENCE)
        click_row(page, 1)
        page.get_by_role("button", name=messages.REJECT).click()
        settle(page)
        page.get_by_text(messages.EVIDENCE_VIEWS["review"], exact=True).click()
        expect(page.get_by_role("button", name=messages.UNDO_ONE, exact=True)).to_have_count(1)
        page.get_by_text(messages.EVIDENCE_VIEWS["links"], exact=True).click()
        page.get_by_label(messages.EVIDENCE_SEARCH).fill("vilkitsky strait october")
        page.keyboard.press("Enter")
        expect(page.locator(".st-key-page-title")).to_contain_text("in 1 article")
        click_row(page, 1)
        named = page.locator(".st-key-link-card a.mention.lit").first.inner_text()
        page.get_by_role("button", name=messages.TO_MAP).click()
        expect(page.locator(".st-key-column blockquote.current a.mention.lit")).to_have_text(named)
        go(page, messages.EVIDENCE)
        expect(page.locator(".st-key-link-card a.mention.lit").first).to_have_text(named)
        go(page, messages.ARTICLES_PAGE)
        with page.expect_download() as download:
            page.get_by_role("button", name=messages.PROJECT_SAVE).click()
        download.value.save_as(saved)
    with opened(browser, server) as second:
        page = second.open().page
        go(page, messages.ARTICLES_PAGE)
        page.locator("input[type=file]").nth(1).set_input_files(saved)
        expect(page).to_have_url(re.compile("article=own-kara"))
        headline = page.locator(".st-key-column header blockquote.headline")
        expect(headline).to_have_count(1)
        expect(headline.locator("a.mention")).to_have_count(0)
        expect(page.locator(".st-key-column a.mention")).to_have_count(3)


def test_hostile_words_of_an_own_article_show_as_words(atlas: Atlas) -> None:
    atlas.open()
    page = atlas.page
    upload(page, text_file("<img src=x onerror=top.__hit=1>{{7*7}}.txt", HOSTILE))
    page.get_by_text(messages.ONE, exact=True).click()
    page.get_by_label(messages.FACTS["publisher"]).fill("<img src=x onerror=top.__hit=1>")
    page.get_by_role("button", name=messages.SAVE, exact=True).click()
    page.get_by_role("button", name=messages.READ_ON_MAP).click()
    expect(page.locator(".st-key-column")).to_contain_text("<script>top.__hit=1</script>")
    go(page, messages.EVIDENCE)
    click_row(page, 1)
    for view in messages.EVIDENCE_VIEWS.values():
        page.get_by_text(view, exact=True).click()
        settle(page)
    assert page.evaluate("() => window.__hit") is None


def test_a_phone_shows_each_page_without_scrolling_sideways(browser: Browser, server: str) -> None:
    with opened(browser, server, width=390, height=844) as atlas:
        for name in ("articles", "evidence", "names"):
            atlas.page.goto(f"{server}/{name}")
            expect(atlas.page.get_by_role("heading", level=1)).to_be_visible()
            settle(atlas.page)
            wide = atlas.page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= 390, name


def test_leaving_the_page_leaves_no_worker_behind(browser: Browser, app: Server) -> None:
    with opened(browser, app.url) as atlas:
        page, process = atlas.page, psutil.Process(app.pid)
        page.goto(app.url)
        page.get_by_role("link", name=messages.ARTICLES_PAGE, exact=True).first.click()
        expect(page.get_by_role("heading", name=messages.ARTICLES_PAGE, level=1)).to_be_visible()
        costly = text_file("costly.txt", "Foo Bar Russia " * 130_000)
        page.locator("input[type=file]").first.set_input_files([costly])
        expect(page.get_by_text("Reading costly.txt")).to_be_visible()
        until(lambda: bool(process.children(recursive=True)), lambda: "nothing reads")
        page.get_by_role("link", name=messages.EVIDENCE, exact=True).first.click()
        expect(page.get_by_role("heading", name=messages.EVIDENCE, level=1)).to_be_visible()
        until(lambda: not process.children(recursive=True), lambda: "a process still reads")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_drop_zone_holds_its_words_and_each_article_its_way_to_the_map(
    browser: Browser, server: str, width: int
) -> None:
    with opened(browser, server, width=width, height=844) as one:
        page = one.page
        page.goto(f"{server}/articles")
        zone = page.locator(".st-key-drop [data-testid=stFileUploaderDropzone]")
        label = page.locator(".st-key-drop [data-testid=stWidgetLabel]")
        expect(label).to_have_text(messages.UPLOAD)
        settle(page)
        around, words, press = (
            part.bounding_box()
            for part in (zone, label.locator("p"), zone.get_by_role("button").last)
        )
        assert around
        assert words
        assert press
        assert around["y"] < words["y"]
        assert words["y"] + words["height"] <= press["y"]
        assert press["y"] + press["height"] < around["y"] + around["height"]
        assert around["x"] < words["x"]
        assert words["x"] + words["width"] < around["x"] + around["width"]
        settle(page)
        page.locator("input[type=file]").first.set_input_files(
            [text_file("kara.txt", KARA), text_file("notes.txt", "Notes\n\nThe Laptev Sea froze.")]
        )
        rows = page.locator("[class*=st-key-own-row-]")
        expect(rows).to_have_count(2)
        expect(rows.nth(1)).to_contain_text("4 mentions")
        settle(page)
        rows.nth(1).get_by_role("button", name=messages.READ_ON_MAP).click()
        title = page.locator(".st-key-column article").get_by_role("heading")
        expect(title).to_have_text("Ice in the Kara Sea")

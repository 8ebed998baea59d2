"""A reader's own articles in Chromium: bring, read, go from a row to the map and back, keep."""

import re
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from geo import words
from tests.browser.atlas import Atlas, query_of, rest, until
from tests.browser.conftest import opened
from tests.browser.server import running

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
    """Go to a page of the app by its navigation, and wait until it stands."""
    rest(page)
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    rest(page)


def bring(page: Page, *files: FilePayload) -> None:
    go(page, words.ARTICLES_PAGE)
    page.locator("input[type=file]").first.set_input_files(list(files))
    expect(page.get_by_text(re.compile(r"^\d+ articles? read: "))).to_be_visible()
    rest(page)


def press_row(page: Page, number: int) -> None:
    """Press the box at the head of a row of the table, which is drawn on a canvas."""
    rest(page)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box
    page.mouse.click(box["x"] + 16, box["y"] + 35 * number + 17)
    expect(page.locator(".st-key-link-card")).to_be_visible()
    rest(page)


def test_a_brought_article_is_read_on_the_atlas_and_its_mentions_light_the_map(
    atlas: Atlas,
) -> None:
    atlas.open()
    page = atlas.page
    bring(page, text_file("kara.txt", KARA))
    page.get_by_role("button", name=words.READ_ON_MAP).click()
    expect(page.locator(".st-key-column article h2, .st-key-column article h3")).to_have_text(
        "Ice in the Kara Sea"
    )
    article = query_of(page)["article"][0]
    atlas.press_mention("vilkitsky-strait", f"{article}.2")
    atlas.wait_card("Vilkitsky Strait")
    atlas.wait_lit({"vilkitsky-strait"})


def test_bad_files_are_named_and_one_too_large_is_marked(atlas: Atlas) -> None:
    atlas.open()
    bring(
        atlas.page,
        text_file("empty.txt", b""),
        text_file("picture.txt", b"\x89PNG\r\n\x1a\n0000"),
        text_file("zip.docx", b"PK\x03\x04xxxx"),
        text_file("large.txt", b"a" * 11_000_000),
        text_file("kara.txt", KARA),
    )
    said = atlas.page.locator(".st-key-problems").inner_text()
    assert all(f"{name}: " in said for name in ("empty.txt", "picture.txt", "zip.docx"))
    assert "1 article read" in said
    expect(atlas.page.get_by_test_id("stFileUploader").first).to_contain_text("10.0MB or smaller")


def test_another_reader_does_not_see_it(browser: Browser, server: str) -> None:
    with opened(browser, server) as mine, opened(browser, server) as other:
        mine.open()
        bring(mine.page, text_file("kara.txt", KARA))
        mine.page.get_by_role("button", name=words.READ_ON_MAP).click()
        expect(mine.page).to_have_url(re.compile("article=own-kara"))
        other.open(f"?{mine.page.url.split('?')[1]}")
        expect(other.page.locator(".st-key-problems")).to_contain_text("own session")
        expect(other.page.locator(".st-key-column")).not_to_contain_text("Vilkitsky")


def test_a_row_leads_to_the_map_and_the_map_back_to_the_row(atlas: Atlas) -> None:
    atlas.open()
    page = atlas.page
    bring(page, text_file("kara.txt", KARA))
    go(page, words.EVIDENCE)
    page.get_by_label(words.EVIDENCE_SEARCH).fill("vilkitsky strait october")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-sentence")).to_contain_text("in 1 article")
    press_row(page, 1)
    named = page.locator(".st-key-link-card a.mention.lit").first.inner_text()
    page.get_by_role("button", name=words.TO_MAP).click()
    expect(page.locator(".st-key-column blockquote.current a.mention.lit")).to_have_text(named)
    go(page, words.EVIDENCE)
    expect(page.locator(".st-key-link-card a.mention.lit").first).to_have_text(named)


def test_a_review_is_kept_by_the_project_file(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    saved = tmp_path / "project.json"
    with opened(browser, server) as first:
        first.open()
        page = first.page
        bring(page, text_file("kara.txt", KARA))
        page.get_by_role("button", name=words.READ_ON_MAP).click()
        go(page, words.EVIDENCE)
        press_row(page, 1)
        page.get_by_role("button", name=words.REJECT).click()
        rest(page)
        page.get_by_text(words.EVIDENCE_VIEWS["review"], exact=True).click()
        expect(page.get_by_role("button", name=words.TAKE_BACK)).to_have_count(1)
        go(page, words.ARTICLES_PAGE)
        with page.expect_download() as download:
            page.get_by_role("button", name=words.PROJECT_SAVE).click()
        download.value.save_as(saved)
    with opened(browser, server) as second:
        second.open()
        page = second.page
        go(page, words.ARTICLES_PAGE)
        page.locator("input[type=file]").nth(1).set_input_files(saved)
        expect(page).to_have_url(re.compile("article=own-kara"))
        expect(page.locator(".st-key-column .folded blockquote.headline")).to_have_count(1)
        expect(page.locator(".st-key-column blockquote.headline a.mention")).to_have_count(0)
        expect(page.locator(".st-key-column a.mention")).to_have_count(3)


def test_hostile_words_of_an_own_article_show_as_words(atlas: Atlas) -> None:
    atlas.open()
    page = atlas.page
    bring(page, text_file("<img src=x onerror=top.__hit=1>{{7*7}}.txt", HOSTILE))
    page.get_by_label(words.FACTS["publisher"]).fill("<img src=x onerror=top.__hit=1>")
    page.get_by_role("button", name=words.SAVE, exact=True).click()
    page.get_by_role("button", name=words.READ_ON_MAP).click()
    expect(page.locator(".st-key-column")).to_contain_text("<script>top.__hit=1</script>")
    go(page, words.EVIDENCE)
    press_row(page, 1)
    for view in words.EVIDENCE_VIEWS.values():
        page.get_by_text(view, exact=True).click()
        rest(page)
    assert page.evaluate("() => window.__hit") is None


@pytest.mark.parametrize("name", ["articles", "evidence", "names"])
def test_a_phone_shows_each_page_without_scrolling_sideways(
    browser: Browser, server: str, name: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server}/{name}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    rest(page)
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    context.close()
    assert wide <= 390


def test_who_leaves_the_page_leaves_no_process_that_reads(browser: Browser) -> None:
    with running() as server, opened(browser, server.url) as atlas:
        page, process = atlas.page, psutil.Process(server.pid)
        page.goto(server.url)
        page.get_by_role("link", name=words.ARTICLES_PAGE, exact=True).first.click()
        expect(page.get_by_role("heading", name=words.ARTICLES_PAGE, level=1)).to_be_visible()
        costly = text_file("costly.txt", "Foo Bar Russia " * 130_000)
        page.locator("input[type=file]").first.set_input_files([costly])
        expect(page.get_by_text("Reading costly.txt")).to_be_visible()
        until(lambda: bool(process.children(recursive=True)), lambda: "nothing reads")
        page.get_by_role("link", name=words.EVIDENCE, exact=True).first.click()
        expect(page.get_by_role("heading", name=words.EVIDENCE, level=1)).to_be_visible()
        until(lambda: not process.children(recursive=True), lambda: "a process still reads")

"""The card as readers see and press it: at a glance beside the map, in a sheet on a telephone."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser

PHONE: dict[str, Any] = {"has_touch": True, "is_mobile": True}
QUOTED = "000-4307505dd1a9bba4.3"
FOLDED = '.st-key-card details.more [data-fold="sources"]'


def box(page: Page, part: str) -> dict[str, float]:
    """Return where a part of the card is in the window."""
    found = page.locator(f".st-key-card {part}").first.bounding_box()
    assert found, part
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def test_the_close_mark_stands_in_the_title_row_and_closes(atlas: Atlas) -> None:
    page = atlas.open("?feature=nsr&nation=RU").page
    atlas.wait_card("Northern Sea Route")
    title, close, card = (box(page, part) for part in ("h2", "a.close", "section.card"))
    assert title["y"] - 4 <= close["y"] <= title["bottom"]
    assert title["right"] <= close["x"]
    assert card["right"] - 30 < close["right"] < card["right"]
    atlas.card().get_by_role("link", name="Close").click()
    expect(atlas.card()).to_have_count(0)
    atlas.wait_highlighted(set())
    assert query_of(page) == {"nation": ["RU"]}


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_who_closes_the_card_by_keyboard_is_again_at_the_name(atlas: Atlas, key: str) -> None:
    page = atlas.open().page
    name = page.locator('.st-key-column a.mention[data-feature="RU"]').nth(1)
    name.focus()
    page.keyboard.press("Enter")
    atlas.wait_card("Russia")
    atlas.card().get_by_role("link", name="Close").focus()
    page.keyboard.press(key)
    expect(atlas.card()).to_have_count(0)
    expect(name).to_be_focused()


def test_escape_gives_the_focus_back_after_another_page_too(atlas: Atlas) -> None:
    page = atlas.open().page
    for link in ("Evidence", "Atlas"):
        page.get_by_role("link", name=link, exact=True).first.click()
        settle(page)
    name = page.locator('.st-key-column a.mention[data-feature="RU"]').nth(1)
    name.focus()
    page.keyboard.press("Enter")
    atlas.wait_card("Russia")
    page.keyboard.press("Escape")
    expect(atlas.card()).to_have_count(0)
    expect(name).to_be_focused()


def test_the_keyboard_follows_a_name_in_the_card_to_the_next_card_and_back_to_the_first_name(
    atlas: Atlas,
) -> None:
    page = atlas.open().page
    mention = '.st-key-column a.mention[data-feature="RU"]'
    passage = page.locator(mention).nth(1).get_attribute("data-passage")
    name = page.locator(f'{mention}[data-passage="{passage}"]').first
    name.focus()
    page.keyboard.press("Enter")
    atlas.wait_card("Russia")
    inner = atlas.card().locator("a[data-feature]:not([data-feature=RU]):not([data-feature=''])")
    inner.first.evaluate("(link) => link.click()")  # as Enter does, though it is folded away
    title = atlas.card().locator("header h2")
    expect(title).not_to_have_text("Russia")
    expect(title).to_be_focused()
    settle(page)
    page.keyboard.press("Escape")
    expect(atlas.card()).to_have_count(0)
    settle(page)
    expect(name).to_be_focused()


def test_on_a_desk_the_quotation_comes_first_and_the_rest_is_one_press_away(atlas: Atlas) -> None:
    page = atlas.page
    page.set_viewport_size({"width": 1440, "height": 900})
    atlas.open("?feature=nsr")
    parts = [box(page, one) for one in ("h2", ".quote", ".facts", ".strip", ".ways", ".folds")]
    tops = [part["y"] for part in parts]
    assert tops == sorted(tops)
    assert parts[-1]["bottom"] < 700, "the whole card is in the window, and the article begins"
    facts = [one.bounding_box() for one in page.locator(".st-key-card .facts li").all()]
    assert len({round(one["y"]) for one in facts if one}) == 1, "one line of figures"
    expect(page.locator(f"{FOLDED} li").first).to_be_hidden()
    page.locator(f"{FOLDED} summary").click()
    expect(page.locator(f"{FOLDED} li").first).to_be_visible()


def test_the_quotation_leads_to_its_passage_and_the_strip_names_states(atlas: Atlas) -> None:
    page = atlas.open("?feature=RU").page
    page.locator(".st-key-card .quote a.to-passage").click()
    page.wait_for_url("**passage=**")
    current = page.locator(".st-key-column blockquote.current")
    expect(current).to_contain_text("Russian nuclear-powered icebreaker")
    until(
        lambda: 104 <= (current.bounding_box() or {"y": 0})["y"] < 960,
        lambda: "the passage is not in sight",
    )
    atlas.open("?feature=arctic-bridge")
    strip = atlas.card().get_by_role("img", name="Along the track")
    told = strip.get_attribute("aria-label") or ""
    assert "Norway 673 nm, high seas" in told
    names = strip.locator("small").all_inner_texts()
    assert "Canada" in names
    fits = "(name) => name.scrollWidth <= name.clientWidth"
    assert all(name.evaluate(fits) for name in strip.locator("small").all())
    atlas.open("?feature=nwp")
    expect(atlas.card().get_by_role("img", name="Along the track").locator("small")).to_have_text(
        ["GL", "Canada", "United States"]
    )
    owners = atlas.card().locator(".owners li")
    expect(owners).to_contain_text(
        [
            "Greenland (GL)",
            "internal waters 25 %",
            "claimed by Canada and the United States",
            "767 nm",
        ]
    )
    inside = """(part) => part.getBoundingClientRect().right
      <= part.closest(".card").getBoundingClientRect().right"""
    assert all(part.evaluate(inside) for part in owners.locator("span").all())


def test_pressing_a_way_through_selects_it(atlas: Atlas) -> None:
    page = atlas.open("?feature=nsr").page
    ways = page.locator(".st-key-card .ways")
    expect(ways.locator(".chosen")).to_have_text("Kara Gate and Sannikov Strait")
    ways.locator("summary").click()
    ways.locator('a[data-variant="shokalsky"]').click()
    expect(ways.locator(".chosen")).to_have_text("Shokalsky Strait")
    expect(page.locator(".st-key-card .facts strong").first).to_have_text("2,277 nm")
    assert query_of(page) == {"feature": ["nsr"], "variant": ["shokalsky"]}


@pytest.mark.parametrize("feature", ["nwp", "murmansk", "nwp-straits", "SA", "kara-sea", "ru-eez"])
def test_what_nobody_mentions_has_a_card_without_gaps(atlas: Atlas, feature: str) -> None:
    page = atlas.open(f"?feature={feature}").page
    card = atlas.card()
    expect(card).to_be_visible()
    if feature != "SA":
        expect(card.get_by_text("Not mentioned in these articles.")).to_be_visible()
    empty = """(card) => [...card.querySelectorAll("ul, ol, p, figure, h3, .strip")].filter(
      (part) => !part.textContent.trim() && !part.children.length).length"""
    assert card.evaluate(empty) == 0
    assert page.locator(".st-key-card .strip").count() == (feature == "nwp")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 640), (844, 390)])
def test_on_a_telephone_name_figures_and_quotation_answer_a_press_in_sight(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with opened(browser, server, width=width, height=height, **PHONE) as atlas:
        page = atlas.open().page
        name = atlas.mentions().last
        name.scroll_into_view_if_needed()
        atlas.click_on_map("nsr")
        atlas.wait_card("Northern Sea Route")
        settle(page)
        sheet = height / 2 if width < height else 48
        until(
            lambda: sheet <= box(page, "h2")["y"] < sheet + 80,
            lambda: f"the title is at {box(page, 'h2')}",
        )
        title, facts, quote = (box(page, one) for one in ("h2", ".facts", ".quote blockquote"))
        assert title["bottom"] < facts["y"] < facts["bottom"] < quote["y"]
        assert quote["y"] < height - 30
        lines = {round(one["y"]) for one in _boxes(page, ".facts li")}
        assert len(lines) == 1, "one line of figures"
        assert box(page, ".facts")["right"] <= width

        assert page.locator(FOLDED).is_hidden()
        more = page.locator(".st-key-card .more > summary")
        more.tap()
        expect(page.locator(FOLDED)).to_be_visible()
        pressed = "a.close, summary, .choice a"
        for one in _boxes(page, pressed):
            assert one["height"] >= 44, one
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def _boxes(page: Page, part: str) -> list[dict[str, float]]:
    found = page.locator(f".st-key-card :is({part})").filter(visible=True).all()
    return [dict(one.bounding_box() or {}) for one in found]

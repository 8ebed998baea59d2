"""Voyages in a browser: the first screen, chart and maps, presses, keys and the clipboard."""

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from tests.browser.atlas import Atlas, query_of
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
PHONE = {"has_touch": True, "is_mobile": True}
PAIR = "voyages?from=rotterdam&to=yokohama"
FIRST_LOAD_S = 60
SENTENCE, CHART = ".st-key-voyage-sentence h2", ".st-key-voyage-chart .ways-chart"
FITS = """() => ["html", ".stMain", ".stMainBlockContainer"]
  .map((part) => document.querySelector(part))
  .every((part) => part.scrollWidth <= part.clientWidth + 1)"""
_SIDES = """() => {
  window.__sides = [];
  const look = () => {
    const part = document.querySelector(".st-key-voyage-text");
    const box = part && part.getBoundingClientRect();
    if (box && box.width) window.__sides.push([Math.round(box.left), Math.round(box.top)]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
"""Notes at every frame where the column of text is."""


def box(page: Page, part: str) -> dict[str, float]:
    """Return the edges of a part of the page in the window."""
    found: dict[str, Any] = page.locator(part).first.evaluate(
        "(one) => one.getBoundingClientRect().toJSON()"
    )
    return found


def go(atlas: Atlas, address: str = PAIR) -> Page:
    """Open a voyage, or the page without one, and wait until it has run to its end."""
    page = atlas.page
    page.goto(f"{atlas.address}/{address}")
    first = SENTENCE if "from=" in address and "to=" in address else ".voyage-empty"
    page.locator(first).wait_for()
    settle(page)
    return page


def row(page: Page, way: str) -> Any:
    """Return the row of a way in the chart."""
    return page.locator(f'.way-row[data-way="{way}"]')


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 720), (1440, 900), (390, 844), (1024, 768), (1920, 1080)]
)
def test_sentence_chart_and_maps_are_in_the_first_screen_and_nothing_is_cut(
    browser: Browser, server: str, width: int, height: int
) -> None:
    is_phone = width < 900
    with opened(
        browser, server, width=width, height=height, **(PHONE if is_phone else {})
    ) as atlas:
        page = go(atlas)
        assert page.evaluate(FITS)
        last_way = "nwp" if is_phone else "suez"
        sentence, last = box(page, SENTENCE), box(page, f'.way-row[data-way="{last_way}"]')
        assert sentence["bottom"] <= height
        assert last["bottom"] <= height
        right = width - 16 if is_phone else width - 24
        for part in (SENTENCE, CHART, ".st-key-voyage-beside .panel"):
            assert box(page, part)["right"] <= right, part
        drawn = page.locator('.st-key-voyage-polar .way[data-way="nsr"] path').first
        assert (drawn.bounding_box() or {"width": 0})["width"] > 40
        disc = box(page, ".st-key-voyage-polar svg")
        assert disc["left"] >= 0
        assert disc["bottom"] < height
        assert row(page, last_way).locator(".tick-box").is_visible() is not is_phone
        if is_phone:
            assert disc["bottom"] <= sentence["top"]
            assert abs(disc["left"] + disc["right"] - width) <= 4, "the disc is not in the middle"
            page.locator(".st-key-voyage-ship-open label").tap()
        else:
            assert page.locator(".stMain").evaluate("(main) => main.scrollHeight") <= height
            strip = box(page, ".st-key-voyage-strip svg")
            assert disc["bottom"] <= strip["top"]
            assert strip["bottom"] <= height - 10
            assert strip["right"] <= box(page, ".st-key-voyage-text")["left"]
        for part in ("voyage-preset", "voyage-speed_kn", "voyage-ways"):
            seen = box(page, f".st-key-{part}")
            assert 0 <= seen["left"] < seen["right"] <= width, part
            assert 0 <= seen["top"] < seen["bottom"] <= height, part


def test_the_taller_strip_of_a_pair_in_one_ocean_ends_within_a_low_window(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=1280, height=720) as atlas:
        page = go(atlas, "voyages?from=hamburg&to=saint-petersburg")
        strip, credit = (box(page, f".st-key-voyage-{part}") for part in ("strip", "credit"))
        assert strip["bottom"] <= credit["top"]
        assert credit["bottom"] <= 720


def test_the_text_stands_beside_the_maps_from_the_first_paint_on(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=1440, height=900, fresh=True) as atlas:
        atlas.page.add_init_script(f"({_SIDES})()")
        began = time.monotonic()
        page = go(atlas)
        assert time.monotonic() - began < FIRST_LOAD_S
        sides = page.evaluate("() => window.__sides")
        assert len(sides) > 3
        assert {left for left, _ in sides} == {608}
        assert len({top for _, top in sides}) == 1


def test_a_row_that_is_pressed_gets_the_accent_and_back_returns(atlas: Atlas) -> None:
    page = go(atlas)
    expect(row(page, "nsr")).to_have_class("way-row open lit ticked")
    row(page, "panama").locator(".name").click()
    expect(page.locator(SENTENCE)).to_contain_text("by Panama")
    expect(row(page, "panama")).to_have_attribute("aria-current", "true")
    expect(page.locator(".st-key-voyage-strip .way.lit")).to_have_attribute("data-way", "panama")
    assert query_of(page)["way"] == ["panama"]
    page.go_back()
    expect(page.locator(SENTENCE)).to_contain_text("by the Northern Sea Route")
    assert "way" not in query_of(page)


def test_a_way_under_the_pointer_is_lit_on_both_maps(atlas: Atlas) -> None:
    page = go(atlas)
    row(page, "nwp").hover()
    for panel in ("voyage-polar", "voyage-strip"):
        lit = page.locator(f".st-key-{panel} .hovered[data-way]")
        expect(lit.first).to_be_attached()
        assert {one.get_attribute("data-way") for one in lit.all()} == {"nwp"}
    page.mouse.move(2, 2)
    expect(page.locator(".hovered[data-way]")).to_have_count(0)


def test_rows_and_measures_answer_the_keyboard(atlas: Atlas) -> None:
    page = go(atlas)
    row(page, "tsr").focus()
    page.keyboard.press("ArrowDown")
    expect(row(page, "nsr")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(SENTENCE)).to_contain_text("by the Northwest Passage")
    settle(page)
    expect(row(page, "nwp")).to_be_focused()
    page.locator('[data-measure="days"]').press("Enter")
    expect(page.locator('[data-measure="days"]')).to_have_attribute("aria-pressed", "true")
    assert query_of(page)["measure"] == ["days"]


def test_the_yardstick_is_changed_by_keyboard_and_keeps_the_focus(atlas: Atlas) -> None:
    page = go(atlas)
    yard = page.locator(".ways-chart button.yard-name")
    expect(yard).to_have_text("usual way")
    for words, kept in (("shortest way", ["shortest"]), ("usual way", None)):
        yard.press("Enter")
        expect(yard).to_have_text(words)
        settle(page)
        expect(yard).to_be_focused()
        assert query_of(page).get("yard") == kept


def test_measure_switch_and_yardstick_do_not_meet(browser: Browser, server: str) -> None:
    for width, height in ((1440, 900), (1280, 720), (390, 844)):
        with opened(browser, server, width=width, height=height) as atlas:
            for query in ("", "&yard=shortest", "&yard=shortest&measure=days"):
                page = go(atlas, PAIR + query)
                yard, switch = box(page, "button.yard-name"), box(page, ".measures")
                is_apart = yard["right"] <= switch["left"] or switch["right"] <= yard["left"]
                assert is_apart, (width, query)


def test_the_name_of_a_yardstick_near_the_start_is_whole_on_a_phone(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=390, height=844, **PHONE) as atlas:
        page = go(atlas, "voyages?from=murmansk&to=provideniya")
        assert box(page, ".yard-name")["left"] >= box(page, CHART)["left"] - 1


def test_method_and_citation_are_reached_from_the_sentence(atlas: Atlas) -> None:
    page = go(atlas)
    page.locator('[data-show="method"]').press("Enter")
    method = page.get_by_text("each way is the shortest track in one sea network")
    expect(method).to_be_in_viewport()
    settle(page)
    assert box(page, ".st-key-voyage-method-fold summary")["top"] < 300
    page.locator('[data-show="cite"]').click()
    settle(page)
    expect(page.get_by_text("@misc{arcticpassages")).to_be_visible()
    page.keyboard.press("Escape")
    assert "show" not in query_of(page)


def test_two_ports_pressed_on_the_map_are_the_ends_of_a_voyage(atlas: Atlas) -> None:
    page = go(atlas, "voyages")
    page.locator('[data-port="murmansk"]').first.dispatch_event("click")
    expect(page.get_by_text("From Murmansk: now press")).to_be_visible()
    page.locator('[data-port="nome"]').first.dispatch_event("click")
    expect(page.locator(SENTENCE)).to_contain_text("Murmansk to Nome")
    assert query_of(page) == {"from": ["murmansk"], "to": ["nome"]}


def test_copy_takes_sentence_method_and_date(browser: Browser, server: str) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with opened(browser, server, permissions=allowed) as atlas:
        page = go(atlas)
        sentence = page.locator(SENTENCE).inner_text()
        page.get_by_role("button", name=messages.VOYAGE_COPY, exact=True).click()
        expect(page.get_by_role("button", name=messages.VOYAGE_COPIED)).to_be_visible()
        copied = page.evaluate("() => navigator.clipboard.readText()")
        assert copied.startswith("Rotterdam to Yokohama: ")
        assert copied.split()[:8] == sentence.split()[:8]
        assert "geodesic" in copied
        assert copied.endswith(f"{messages.APP}.")
        expect(page.get_by_role("button", name=messages.VOYAGE_COPY, exact=True)).to_be_visible()


def test_on_a_phone_a_row_opens_its_way_and_all_ways_come_back(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, width=390, height=844, **PHONE) as atlas:
        page = go(atlas)
        row(page, "nwp").tap()
        details = page.locator(".st-key-voyage-details .way-open")
        expect(details.get_by_role("heading", name="Northwest Passage")).to_be_visible()
        expect(page.locator(CHART)).to_be_hidden()
        settle(page)
        assert page.evaluate(FITS)
        assert violations(page) == []
        details.get_by_role("button", name="All six ways").tap()
        expect(page.locator(CHART)).to_be_visible()
        expect(details).to_have_count(0)


def test_axe_finds_nothing_in_a_voyage_with_a_figure_that_is_wrong(atlas: Atlas) -> None:
    page = go(atlas, f"{PAIR}&speed=200&shut=panama")
    expect(page.get_by_text("give 1 to 40 kn")).to_be_visible()
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        settle(page)
        assert violations(page, rules=THEMES[theme]) == [], theme

"""Without a mouse: filter by Russia, choose a route, read its passages, take a link away."""

import pytest
from playwright.sync_api import Page, expect

from geo import messages
from tests.browser.atlas import query_of
from tests.browser.sight import drawn_map, highlighted_in, settle

pytestmark = pytest.mark.browser
MAX_STOPS = 120
MAP_STOPS = 20
FOCUSED = """() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (!at || /^(BODY|MAIN)$/.test(at.tagName)) return "";
  return (at.innerText || at.getAttribute("aria-label") || at.title || "").trim();
}"""


def focused(page: Page) -> str:
    return str(page.evaluate(FOCUSED))


def tab_to(page: Page, words: str, *, back: bool = False) -> int:
    """Press Tab until something with these words has the focus; return how often."""
    for presses in range(1, MAX_STOPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if words in focused(page):
            return presses
    raise AssertionError(f"The keyboard does not reach {words!r}.")


def arrow_to(page: Page, words: str) -> None:
    """Press the right arrow inside a group of buttons until these words have the focus."""
    for _ in range(MAX_STOPS):
        if words in focused(page):
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"The arrows do not reach {words!r}.")


def test_a_reader_without_a_mouse_filters_selects_reads_and_takes_a_link(
    server: str, page: Page
) -> None:
    page.goto(server)
    frame = drawn_map(page)
    settle(page)
    tab_to(page, "Canada")
    arrow_to(page, "Russia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?nation=RU")
    settle(page)

    tab_to(page, "Everything on the map")
    page.keyboard.press("Enter")
    page.locator(".panel h2.layer").first.wait_for()
    tab_to(page, "Northern Sea Route")
    page.keyboard.press("Enter")
    page.wait_for_url("**feature=nsr**")
    assert "nsr" in highlighted_in(frame)
    page.locator(".panel .passage.lit .mention.lit").first.wait_for()
    assert page.locator(".st-key-card .panel h2").first.inner_text() == "Northern Sea Route"

    settle(page)
    assert focused(page) == "Northern Sea Route"
    tab_to(page, "Northern Sea Route, July", back=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**passage=**")
    current = page.locator(".panel .passage.current")
    current.wait_for()
    assert "Northern Sea Route" in current.inner_text()

    taken = page.url
    elsewhere = page.context.new_page()
    elsewhere.goto(taken)
    assert "nsr" in highlighted_in(drawn_map(elsewhere))
    settle(elsewhere)
    assert elsewhere.url == taken
    assert elsewhere.locator(".panel .passage.current").inner_text() == current.inner_text()
    elsewhere.close()


def test_the_keyboard_skips_to_the_content_opens_the_layers_and_zooms_the_map(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/?feature=nsr&nation=RU")
    frame = drawn_map(page)
    settle(page)
    page.keyboard.press("Tab")
    assert "Skip to main content" in focused(page)
    tab_to(page, "Polar map")
    before = frame.evaluate(
        "document.querySelector('.leaflet-map-pane path').getBoundingClientRect().width"
    )
    page.keyboard.press("+")
    frame.wait_for_function(
        "(before) => document.querySelector('.leaflet-map-pane path')"
        ".getBoundingClientRect().width > before * 1.1",
        arg=before,
    )
    for _ in range(MAX_STOPS):
        page.keyboard.press("Tab")
        if frame.evaluate(FOCUSED) == "Layers":
            break
    page.keyboard.press("Enter")
    ports = frame.get_by_role("checkbox", name="Ports")
    ports.wait_for()
    page.keyboard.press("Escape")
    ports.wait_for(state="hidden")
    assert frame.evaluate(FOCUSED) == "Layers"
    assert tab_to(page, messages.CLOSE) <= 5
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card section.card")).to_have_count(0)
    assert "feature" not in query_of(page)


def test_a_skip_link_leads_to_the_list_and_a_choice_there_to_its_card(
    server: str, page: Page
) -> None:
    page.goto(server)
    drawn_map(page)
    settle(page)
    page.locator(".st-key-map-box iframe").focus()
    assert tab_to(page, messages.SKIP_TO_LIST) < MAP_STOPS
    box = page.get_by_role("link", name=messages.SKIP_TO_LIST).bounding_box()
    assert box
    assert min(box.values()) > 10
    page.keyboard.press("Enter")
    page.locator(".panel h2.layer").first.wait_for()
    assert messages.FEATURE_LIST in focused(page)
    tab_to(page, "Northwest Passage")
    page.keyboard.press("Enter")
    title = page.locator(".st-key-card h2")
    title.wait_for()
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    tab_to(page, messages.CLOSE)
    page.keyboard.press("Enter")
    expect(title).to_have_count(0)
    assert "Northwest Passage" in focused(page)

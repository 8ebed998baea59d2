"""The layer of the ice on the map: fetched when it is switched on, its months, its address."""

from statistics import median

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo import messages
from geo.draw.layers import ICE, LAYER_BY_ID
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
TITLE = LAYER_BY_ID[ICE].title
BUDGET_MS = 100.0
ROUNDED_PX = 2
_SHORT = 8
"""Bytes of what Streamlit sends without asking for a run."""
_LATE_MS = 900
"""Longer than what the page has to tell waits for the end of a run."""
_HAS_ICE = "() => Boolean(window.iceData)"
_SHOWN = "() => document.querySelector('.ice').style.display !== 'none'"
_AWAY_PX = """() => {
  const { pole, unit } = window.iceData;
  const box = map_div.getContainer().getBoundingClientRect();
  const drawn = document.querySelector(".ice").getScreenCTM();
  const away = (east) => {
    const wanted = map_div.latLngToContainerPoint([pole[1], pole[0] + east * unit]);
    const at = new DOMPoint(east, 0).matrixTransform(drawn);
    return Math.hypot(at.x - box.left - wanted.x, at.y - box.top - wanted.y);
  };
  return Math.max(away(0), away(1000));
}"""
"""How far the drawing of the ice lies from where the map has the pole and the rim."""
_MONTHS_TAKEN = """async () => {
  const input = document.querySelector(".ice-months input");
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const taken = [];
  await drawn();
  for (let move = 0; move < 24; move += 1) {
    const began = performance.now();
    input.value = move % 12 + 1;
    input.dispatchEvent(new Event("input"));
    await drawn();
    taken.push(performance.now() - began);
  }
  return taken;
}"""


def slider(atlas: Atlas) -> Locator:
    """Return the slider of the months."""
    return atlas.chart().locator(".ice-months input")


def wait_shown(atlas: Atlas, *, month: int) -> None:
    """Wait until the map shows the ice of a month."""
    expect(slider(atlas)).to_have_value(str(month))
    assert atlas.chart().evaluate(_SHOWN)
    expect(atlas.chart().locator(".ice-months .head")).to_contain_text(
        messages.MONTH_NAMES[month - 1]
    )


def legend(atlas: Atlas) -> Locator:
    """Return what the legend says of the ice."""
    return atlas.chart().locator(".legend .ice-key")


def season_link(atlas: Atlas) -> Locator:
    """Return the way to the page of the season, beside the month."""
    return atlas.chart().locator(".ice-months .to-season")


def months_of(page: Page) -> list[str]:
    """Return the month in the address."""
    found: list[str] = query_of(page).get("month", [])
    return found


def test_the_ice_comes_when_its_layer_is_switched_on_and_goes_with_it(atlas: Atlas) -> None:
    atlas.open()
    settle(atlas.page)
    assert not atlas.chart().evaluate(_HAS_ICE)
    assert atlas.chart().locator(".ice-months").count() == 0
    box = atlas.layer(TITLE)
    box.check()
    wait_shown(atlas, month=2)
    expect(legend(atlas)).to_contain_text(messages.ICE_LAYER["note"])
    expect(atlas.chart().locator(".foot")).to_contain_text(messages.NOT_FOR_NAVIGATION)
    until(lambda: query_of(atlas.page).get("show") == [ICE], lambda: atlas.page.url)
    assert months_of(atlas.page) == []
    box.uncheck()
    expect(slider(atlas)).to_be_hidden()
    assert not atlas.chart().evaluate(_SHOWN)
    expect(legend(atlas)).to_have_count(0)


def test_a_month_goes_into_the_address_and_a_link_shows_it(
    browser: Browser, server: str, atlas: Atlas
) -> None:
    atlas.open(f"?show={ICE}")
    wait_shown(atlas, month=2)
    settle(atlas.page)
    slider(atlas).focus()
    atlas.page.keyboard.press("ArrowRight")
    wait_shown(atlas, month=3)
    until(lambda: months_of(atlas.page) == ["3"], lambda: atlas.page.url)
    settle(atlas.page)
    wait_shown(atlas, month=3)
    with opened(browser, server, fresh=True) as other:
        other.open(atlas.page.url.removeprefix(f"{atlas.address}/"))
        wait_shown(other, month=3)
    atlas.page.keyboard.press("ArrowLeft")
    until(lambda: months_of(atlas.page) == [], lambda: atlas.page.url)
    atlas.page.go_back()
    wait_shown(atlas, month=3)


def test_the_edge_of_the_articles_month_stays_beside_that_of_another(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}&month=9")
    wait_shown(atlas, month=9)
    marked = atlas.chart().locator(".ice .ice-edge-marked")
    expect(legend(atlas)).to_contain_text("15 % edge, September")
    expect(legend(atlas)).to_contain_text("edge in February, the article’s month")
    assert marked.get_attribute("d") == atlas.chart().evaluate("iceData.months[1].edge")
    slider(atlas).fill("2")
    wait_shown(atlas, month=2)
    expect(legend(atlas)).to_contain_text("15 % edge, February, the article’s month")
    expect(legend(atlas).locator(".marked")).to_be_hidden()
    assert not marked.get_attribute("d")


@pytest.mark.motion
def test_the_year_plays_to_its_end_and_only_its_last_month_is_told(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}&month=9")
    wait_shown(atlas, month=9)
    settle(atlas.page)
    atlas.chart().get_by_role("button", name=messages.ICE_PLAY).click()
    wait_shown(atlas, month=11)
    assert months_of(atlas.page) == ["9"]
    wait_shown(atlas, month=12)
    expect(atlas.chart().get_by_role("button", name=messages.ICE_PLAY)).to_be_visible()
    until(lambda: months_of(atlas.page) == ["12"], lambda: atlas.page.url)


def test_where_motion_is_reduced_the_year_is_not_played(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}")
    wait_shown(atlas, month=2)
    expect(atlas.chart().locator(".ice-months .play")).to_be_hidden()
    expect(slider(atlas)).to_be_visible()


def test_atlas_and_season_lead_to_each_other_with_month_and_route(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}&month=8&feature=nwp")
    wait_shown(atlas, month=8)
    slider(atlas).fill("9")
    season_link(atlas).click()
    expect(atlas.page.locator(".st-key-season-ice-atlas")).to_be_visible()
    until(lambda: months_of(atlas.page) == ["9"], lambda: atlas.page.url)
    assert query_of(atlas.page)["route"] == ["nwp"]
    leads = atlas.page.locator(".st-key-season-ice-atlas a:visible")
    expect(leads).to_have_count(1)
    settle(atlas.page)
    atlas.page.locator(".season .months input").fill("10")
    leads.click()
    wait_shown(atlas, month=10)
    atlas.wait_card("Northwest Passage")
    until(lambda: months_of(atlas.page) == ["10"], lambda: atlas.page.url)


def test_a_page_that_was_left_tells_nothing_more(atlas: Atlas) -> None:
    sent: list[str | bytes] = []

    def note(frame: str | bytes) -> None:
        if len(frame) > _SHORT:
            sent.append(frame)

    atlas.page.on("websocket", lambda socket: socket.on("framesent", note))
    atlas.open(f"?show={ICE}&month=8&feature=nwp")
    wait_shown(atlas, month=8)
    settle(atlas.page)
    sent.clear()
    slider(atlas).fill("9")
    season_link(atlas).click()
    slider_of_season = atlas.page.locator(".season .months input")
    expect(slider_of_season).to_have_value("9")
    settle(atlas.page)
    atlas.page.wait_for_timeout(_LATE_MS)
    assert len(sent) == 1, "the press on the link, which has the month"


def test_the_ice_in_a_frame_on_another_site_leads_to_no_other_page(atlas: Atlas) -> None:
    atlas.page.goto(f"{atlas.address}/?embed=true&show={ICE}")
    wait_shown(atlas, month=2)
    assert season_link(atlas).count() == 0


def test_the_ice_stays_on_its_sea_at_every_zoom(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}&month=9")
    wait_shown(atlas, month=9)
    assert atlas.chart().evaluate(_AWAY_PX) < ROUNDED_PX
    atlas.chart().get_by_role("button", name=messages.MAP_TOOLS["zoom_in"]).click()
    atlas.settled()
    assert atlas.chart().evaluate(_AWAY_PX) < ROUNDED_PX
    atlas.drag(-80, 50)
    atlas.settled()
    assert atlas.chart().evaluate(_AWAY_PX) < ROUNDED_PX


def test_a_month_of_the_map_is_drawn_within_a_tenth_of_a_second(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}")
    wait_shown(atlas, month=2)
    taken = atlas.chart().evaluate(_MONTHS_TAKEN)
    assert len(taken) == 24
    assert median(taken) <= BUDGET_MS, taken


def test_mercator_says_that_the_ice_is_on_the_polar_map(atlas: Atlas) -> None:
    atlas.open(f"?show={ICE}&frame=mercator")
    expect(atlas.chart("mercator").locator(".ice-months")).to_have_text(
        messages.ICE_LAYER["polar_only"]
    )
    assert atlas.chart("mercator").locator(".ice-months input").count() == 0


def test_ice_that_cannot_be_fetched_has_a_sentence(browser: Browser, server: str) -> None:
    with opened(browser, server, fresh=True) as atlas:
        atlas.open()
        settle(atlas.page)
        atlas.page.route("**/media/*.js", lambda route: route.abort())
        atlas.layer(TITLE).check()
        expect(atlas.chart().get_by_text(messages.MAP_TOOLS["field_missing"])).to_be_visible()
        atlas.errors.clear()
        atlas.page.unroute_all()
        atlas.layer(TITLE).uncheck()
        atlas.layer(TITLE).check()
        wait_shown(atlas, month=2)

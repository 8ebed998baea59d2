"""The tools that lie on the map, as a reader uses them."""

import re

import pytest
from playwright.sync_api import Browser, Frame, expect

from geo import messages
from geo.draw.frames import FRAMES, RIM_RADIUS
from geo.draw.payload import HELPERS
from geo.geodesy import GEOD, METRES_PER_NM
from tests.browser.atlas import Atlas, query_of, until
from tests.browser.conftest import opened
from tests.browser.sight import settle

pytestmark = pytest.mark.browser
WORDS = messages.MAP_TOOLS
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
LEGEND = [
    {
        "title": "Ways",
        "entries": [
            {
                "text": "Northern Sea Route",
                "swatch": {"kind": "line", "strokes": [{"color": "#C2330B", "width": 4.6}]},
            },
            {
                "text": "Polar Silk Road",
                "swatch": {
                    "kind": "band",
                    "strokes": [
                        {"color": "#E0A526", "width": 11, "opacity": 0.42},
                        {"color": "#946000", "width": 1, "dash": "9 6"},
                    ],
                },
            },
        ],
    },
    {
        "title": "Waters",
        "entries": [
            {
                "text": "claimed <b>twice</b>",
                "swatch": {
                    "kind": "area",
                    "fill": {
                        "color": "#7A2A72",
                        "opacity": 0.6,
                        "pattern": {"angle": 45, "width": 1.6, "gap": 5},
                    },
                },
            }
        ],
    },
    {
        "title": "Places",
        "entries": [
            {
                "text": "Dispute",
                "swatch": {
                    "kind": "symbol",
                    "path": "M0 -6L6 0L0 6L-6 0Z",
                    "fill": {"color": "#7A2A72"},
                    "strokes": [{"color": "#FFFFFF", "width": 1.4}],
                },
            }
        ],
    },
]
SHOW = "(groups) => window.tools.here.showLegend(groups)"
COVERED = """() => {
  const tools = [...document.querySelectorAll(".map-tool")]
    .map((one) => one.getBoundingClientRect());
  return [...document.querySelectorAll(".label, .tick span")]
    .filter((label) => label.style.visibility === "visible")
    .filter((label) => {
      const box = label.getBoundingClientRect();
      return tools.some((tool) => box.left < tool.right && box.right > tool.left
        && box.top < tool.bottom && box.bottom > tool.top);
    }).map((label) => label.textContent);
}"""
RIM = """() => {
  const box = document.querySelector(".leaflet-disc-pane path").getBoundingClientRect();
  return [box.left, box.top, innerWidth - box.right, innerHeight - box.bottom];
}"""
TOUCH = """() => [...document.querySelectorAll(".map-tool button, .map-tool label")]
  .map((one) => [one.textContent || one.title, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 44)
  .map(([name]) => name)"""
REFUSE = """() => Object.defineProperty(document, "fullscreenEnabled",
  { configurable: true, value: false })"""
MID_DRAG = """() => {
  const [centre, home] = [map_div.getCenter(), [-512, 512]];
  return Math.hypot(centre.lat - home[0], centre.lng - home[1]);
}"""


@pytest.fixture
def chart(atlas: Atlas) -> Frame:
    """Return the map of a page in which nothing is selected."""
    atlas.open()
    atlas.settled()
    return atlas.chart()


def corner(atlas: Atlas, frame: str = "polar") -> tuple[float, float]:
    """Return where the map's frame begins on the page."""
    title = messages.MAP_NAME[frame]
    box = atlas.page.locator(f'iframe[title="{title}"]').bounding_box()
    assert box
    return box["x"], box["y"]


def test_two_presses_measure_and_select_nothing(atlas: Atlas, chart: Frame) -> None:
    left, top = corner(atlas)
    mouse, status = atlas.page.mouse, chart.get_by_role("status")
    chart.get_by_role("button", name=WORDS["measure"]).click()
    expect(status).to_have_text(WORDS["measure_from"])
    ends = chart.evaluate(
        """() => [[-168.9, 65.8], [57.6, 70.4]].map((at) => {
          const place = globe.charts.polar(atlasData.tools.projection).toPlace(at);
          const point = map_div.latLngToContainerPoint(place);
          return [Math.round(point.x), Math.round(point.y)];
        })"""
    )
    for x, y in ends:
        mouse.click(left + x, top + y)
    _, _, metres = GEOD.inv(-168.9, 65.8, 57.6, 70.4)
    label = chart.locator(".measured-length")
    nm, km = (
        float(figure.replace(",", "")) for figure in re.findall(r"[\d,.]+", label.inner_text())
    )
    assert nm == pytest.approx(metres / METRES_PER_NM, rel=0.01)
    assert km == pytest.approx(metres / 1000, rel=0.01)
    assert label.inner_text() in status.inner_text()
    mouse.click(left + ends[0][0] + 40, top + ends[0][1])
    expect(label).to_be_hidden()
    expect(chart.locator(".measured-end")).to_have_count(1)
    settle(atlas.page)
    assert "feature" not in query_of(atlas.page)

    atlas.page.keyboard.press("Escape")
    expect(chart.locator(".measured-end")).to_have_count(0)
    expect(chart.get_by_role("button", name=WORDS["measure"])).to_have_attribute(
        "aria-pressed", "false"
    )
    assert not chart.evaluate("tools.isMeasuring()")


def test_without_a_mouse_enter_measures_from_the_middle_of_the_map(
    atlas: Atlas, chart: Frame
) -> None:
    chart.get_by_role("button", name=WORDS["measure"]).press("Enter")
    chart.locator(".leaflet-container").focus()
    atlas.page.keyboard.press("Enter")
    expect(chart.locator(".measured-end")).to_have_count(1)
    before = atlas.settled()
    atlas.page.keyboard.press("ArrowRight")
    until(lambda: atlas.view() != before, lambda: "the arrows do not move the map")
    atlas.settled()
    atlas.page.keyboard.press("Enter")
    expect(chart.locator(".measured-length")).to_contain_text("nm")


def test_home_shows_the_whole_disc_again_right_of_the_middle(atlas: Atlas, chart: Frame) -> None:
    atlas.page.set_viewport_size({"width": 1440, "height": 900})
    atlas.settled()
    first = chart.evaluate(RIM)
    assert all(gap >= 0 for gap in first)
    assert first[0] > first[2]
    home = atlas.settled()
    for name in ("zoom_in", "zoom_in", "zoom_out"):
        before = atlas.settled()[0]
        chart.get_by_role("button", name=WORDS[name]).click()
        step = 1 if name == "zoom_in" else -1
        assert atlas.settled()[0] == pytest.approx(before + step)
    chart.get_by_role("button", name=WORDS["home"]).click()
    assert atlas.settled() == pytest.approx(home, abs=1)
    assert chart.evaluate(RIM) == pytest.approx(first, abs=1.5)


def test_one_notch_of_the_wheel_is_one_level_at_the_pointer(atlas: Atlas, chart: Frame) -> None:
    left, top = corner(atlas)
    first = atlas.settled()[0]
    spot = "() => Object.values(map_div.containerPointToLatLng([300, 250]))"
    before = chart.evaluate(spot)
    atlas.page.mouse.move(left + 300, top + 250)
    for delta, level in ((-120, 1), (-100, 2), (120, 1), (100, 0)):
        atlas.page.mouse.wheel(0, delta)
        until(
            lambda level=level: atlas.view()[0] == pytest.approx(first + level, abs=0.01),
            lambda: f"zoom {atlas.view()[0] - first}",
        )
        assert atlas.settled()[0] == pytest.approx(first + level, abs=0.01)
        assert chart.evaluate(spot) == pytest.approx(before, abs=2)


def test_the_disc_cannot_be_dragged_out_of_sight(atlas: Atlas, chart: Frame) -> None:
    left, top = corner(atlas)
    for _ in range(2):
        chart.get_by_role("button", name=WORDS["zoom_in"]).click()
        atlas.settled()
    mouse = atlas.page.mouse
    for _ in range(6):
        mouse.move(left + 600, top + 560)
        mouse.down()
        mouse.move(left + 60, top + 260, steps=4)
        mouse.up()
    atlas.settled()
    until(lambda: chart.evaluate(MID_DRAG) < RIM_RADIUS + 2, lambda: str(chart.evaluate(MID_DRAG)))


def test_layers_are_switched_one_after_the_other_and_stand_in_the_address(atlas: Atlas) -> None:
    atlas.open()
    for title in ("Cities", "Treaty lines and claims", "Seas", "Straits"):
        atlas.layer(title).click()
    until(
        lambda: (
            query_of(atlas.page) == {"show": ["boundaries", "cities"], "hide": ["seas", "straits"]}
        ),
        lambda: str(query_of(atlas.page)),
    )
    settle(atlas.page)
    assert atlas.layer("Cities").is_checked()
    assert not atlas.layer("Seas").is_checked()
    assert atlas.chart().locator(".label.water").count() == 0


def test_the_panel_of_layers_closes_on_escape_and_on_a_press_elsewhere(
    atlas: Atlas, chart: Frame
) -> None:
    opener = chart.get_by_role("button", name=WORDS["layers"])
    ports = chart.get_by_role("checkbox", name="Ports")
    opener.press("Enter")
    expect(ports).to_be_visible()
    expect(chart.get_by_role("checkbox", name="Routes")).to_be_focused()
    atlas.page.keyboard.press("Escape")
    expect(ports).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    left, top = corner(atlas)
    atlas.page.mouse.click(left + 3, top + 320)
    expect(ports).to_be_hidden()
    opener.click()
    atlas.page.locator("h1").click()
    expect(ports).to_be_hidden()


def test_at_the_keyboard_the_focus_follows_into_the_other_frame(atlas: Atlas, chart: Frame) -> None:
    chart.get_by_role("button", name="Mercator").press("Enter")
    other = atlas.chart("mercator").get_by_role("button", name="Mercator")
    expect(other).to_be_focused()
    expect(other).to_have_attribute("aria-pressed", "true")


def test_the_legend_is_drawn_as_text_and_folds_for_the_session(atlas: Atlas) -> None:
    atlas.open()
    chart = atlas.chart()
    chart.evaluate(SHOW, LEGEND)
    legend, title = chart.locator(".legend"), chart.locator(".legend .title")
    expect(title).to_have_attribute("aria-expanded", "true")  # the map is higher than 700 px
    title.click()
    expect(title).to_have_attribute("aria-expanded", "false")
    expect(legend.get_by_text("Polar Silk Road")).to_be_hidden()
    expect(legend.get_by_text("Dispute")).to_be_hidden()
    title.click()
    expect(legend.get_by_text("claimed <b>twice</b>")).to_be_visible()
    assert legend.locator("b").count() == 0
    assert legend.locator("svg.swatch").count() == sum(len(one["entries"]) for one in LEGEND)
    stroke = legend.locator("svg.swatch path").first
    assert stroke.evaluate("(one) => getComputedStyle(one).strokeWidth") == "4.6px"
    atlas.open("?feature=nsr")
    chart = atlas.chart()
    chart.evaluate(SHOW, LEGEND)
    expect(chart.locator(".legend .title")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("frame", FRAMES)
def test_no_label_lies_under_a_tool(atlas: Atlas, frame: str) -> None:
    atlas.open(f"?frame={frame}&show=ports&show=cities")
    atlas.settled(frame)
    chart = atlas.chart(frame)
    chart.evaluate(SHOW, LEGEND)
    chart.locator(".legend .title").click()
    assert chart.evaluate(COVERED) == []


@pytest.mark.parametrize(("frame", "lon", "lat"), [("polar", 96.8, 74.2), ("mercator", -150, 55)])
def test_scale_and_position_are_those_of_the_place(
    atlas: Atlas, frame: str, lon: float, lat: float
) -> None:
    atlas.open(f"?frame={frame}")
    atlas.settled(frame)
    chart = atlas.chart(frame)
    at = chart.evaluate(
        """([lon, lat]) => {
          const chart = globe.charts[atlasData.frame](atlasData.tools.projection);
          map_div.setView(chart.toPlace([lon, lat]), map_div.getZoom() + 2, { animate: false });
          const [size, rule] = [map_div.getSize(), document.querySelector(".foot .rule")];
          const half = rule.getBoundingClientRect().width / 2;
          return [-half, half].map((x) =>
            chart.toLonLat(map_div.containerPointToLatLng(size.divideBy(2).add([x, 0]))));
        }""",
        [lon, lat],
    )
    said = chart.locator(".foot .scale").inner_text()
    nm, parallel = re.findall(r"[\d,]+", said)
    _, _, metres = GEOD.inv(*at[0], *at[1])
    assert metres / METRES_PER_NM == pytest.approx(float(nm.replace(",", "")), rel=0.03)
    assert float(parallel) == pytest.approx(lat, abs=0.6)
    position = chart.locator(".foot .position")
    expect(position).to_be_empty()
    left, top = corner(atlas, frame)
    atlas.page.mouse.move(left + 400, top + 300)
    lon, lat = chart.evaluate(
        """() => globe.charts[atlasData.frame](atlasData.tools.projection).toLonLat(
          map_div.containerPointToLatLng([400, 300]))"""
    )
    side = WORDS["east_west"][lon < 0]
    expect(position).to_have_text(f"{lat:.1f}° N {abs(lon):.1f}° {side}")
    atlas.page.mouse.move(left + 400, 20)
    expect(position).to_be_empty()


def test_full_screen_gives_the_map_the_whole_screen_and_ends(chart: Frame) -> None:
    chart.get_by_role("button", name=WORDS["full_screen"], exact=True).click()
    leave = chart.get_by_role("button", name=WORDS["leave_full_screen"])
    leave.wait_for()
    until(lambda: chart.evaluate("innerWidth") == 1440, lambda: "the map does not grow")
    leave.click()
    until(lambda: chart.evaluate("innerWidth") < 1440, lambda: "the map does not shrink")


@pytest.mark.parametrize("refused", [False, True])
def test_in_full_screen_a_press_shows_its_card_and_the_other_frame_stays_in_it(
    atlas: Atlas, chart: Frame, *, refused: bool
) -> None:
    if refused:
        chart.evaluate(REFUSE)
    chart.get_by_role("button", name=WORDS["full_screen"], exact=True).click()
    until(lambda: chart.evaluate("innerHeight") == 1000, lambda: "the map does not grow")
    assert atlas.click_on_map("nwp")
    atlas.wait_card("Northwest Passage")
    expect(atlas.card()).to_be_in_viewport(ratio=0.6)
    on_top = """(card) => {
      const { left, top } = card.getBoundingClientRect();
      return Boolean(document.elementFromPoint(left + 30, top + 30).closest(".st-key-card"));
    }"""
    assert atlas.page.locator(".st-key-card").evaluate(on_top)
    chart.get_by_role("button", name="Mercator").click()
    other = atlas.chart("mercator")
    until(lambda: other.evaluate("innerHeight") == 1000, lambda: "full screen ends")
    expect(atlas.card()).to_be_visible()
    other.get_by_role("button", name=WORDS["leave_full_screen"]).click()
    until(lambda: other.evaluate("innerHeight") < 1000, lambda: "the map does not shrink")
    expect(atlas.mentions().first).to_be_visible()


def test_where_full_screen_is_refused_the_map_covers_the_page_until_escape(
    atlas: Atlas, chart: Frame
) -> None:
    chart.evaluate(REFUSE)
    chart.get_by_role("button", name=WORDS["full_screen"], exact=True).click()
    until(lambda: chart.evaluate("innerHeight") == 1000, lambda: "the map does not grow")
    atlas.page.keyboard.press("Escape")
    until(lambda: chart.evaluate("innerHeight") < 1000, lambda: "the map does not shrink")


def test_on_a_phone_thumbs_reach_layers_and_home_and_the_rest_is_in_the_panel(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, **PHONE) as atlas:
        atlas.open()
        chart = atlas.chart()
        chart.evaluate(SHOW, LEGEND)
        seen = chart.get_by_role("button").filter(visible=True)
        assert {one.get_attribute("aria-label") for one in seen.all()} == {
            WORDS["home"],
            WORDS["layers"],
        }
        expect(chart.get_by_text(messages.NOT_FOR_NAVIGATION)).to_be_visible()
        expect(chart.locator(".foot .position")).to_be_hidden()
        chart.get_by_role("button", name=WORDS["layers"]).tap()
        expect(chart.get_by_text("Dispute", exact=True)).to_be_attached()
        assert chart.evaluate(TOUCH) == []
        expect(chart.get_by_text(messages.NOT_FOR_NAVIGATION)).to_be_visible()
        chart.get_by_role("button", name="Mercator").tap()
        atlas.chart("mercator")
        until(
            lambda: query_of(atlas.page) == {"frame": ["mercator"]},
            lambda: str(query_of(atlas.page)),
        )


def test_every_word_that_the_tools_ask_for_is_in_the_table() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in HELPERS)
    assert set(re.findall(r"words\.(\w+)", text)) == set(WORDS)

"""The standalone page, opened from a disk with no network: both directions, keyboard, phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo import messages
from geo.draw.legend import legend_of
from geo.exchange.takeaway import make_takeaway
from geo.markup.legend import legend_list
from geo.view import View
from pages import _components
from tests.browser.axe import THEMES, violations
from tests.browser.conftest import opened as app_opened
from tests.browser.sight import wrong_labels
from tests.browser.taken import opened
from tests.unit.exchange.views import seeds, shipped, snapshot_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    snapshot = snapshot_of(catalogue=shipped(), articles=seeds())
    path = tmp_path_factory.mktemp("taken") / "whole.html"
    path.write_bytes(make_takeaway(snapshot))
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    snapshot = snapshot_of(View(feature="pole"))
    path = tmp_path_factory.mktemp("taken") / "hostile.html"
    path.write_bytes(make_takeaway(snapshot))
    return path


def test_the_share_page_hands_it_out(browser: Browser, server: str, tmp_path: Path) -> None:
    with app_opened(browser, server) as atlas:
        atlas.page.goto(f"{server}/share?feature=nwp")
        button = atlas.page.get_by_role("button", name=messages.TAKEAWAY_BUTTON)
        with atlas.page.expect_download() as download:
            button.click()
        download.value.save_as(tmp_path / "taken.html")
    with opened(browser, tmp_path / "taken.html") as page:
        assert page.locator("#card header h2").inner_text() == "Northwest Passage"


def highlighted(page: Page) -> set[str]:
    ids: list[str] = page.eval_on_selector_all(
        "#map .f.on", "all => all.map(e => e.dataset.feature)"
    )
    return set(ids)


def test_a_click_on_a_mention_highlights_its_paths_and_opens_its_card(
    browser: Browser, whole: Path
) -> None:
    with opened(browser, whole) as page:
        page.locator(".mention[data-feature=nsr]").first.click()
        assert highlighted(page) == {"nsr"}
        assert page.locator("#card header h2").inner_text() == "Northern Sea Route"
        assert page.locator("#said").inner_text() == "Northern Sea Route. Mentioned in 1 passage."
        assert page.url.endswith("#f-nsr")
        line = page.locator("#map .f.on:not(.other) path.mark")
        assert line.evaluate("e => getComputedStyle(e).stroke") == "rgb(194, 51, 11)"


def test_a_click_on_a_path_marks_the_passages_and_leaves_the_map_where_it_is(
    browser: Browser, whole: Path
) -> None:
    with opened(browser, whole) as page:
        page.locator("#chart button[data-key='+']").click()
        before = page.locator("#map").get_attribute("viewBox")
        page.locator("#map .f[data-feature=RU] path").first.dispatch_event("click")
        assert page.locator(".passage.lit").count() > 3
        assert page.locator(".mention.lit").first.inner_text() in {"Russia", "Russian"}
        assert page.locator("#map").get_attribute("viewBox") == before


def test_selecting_a_group_highlights_its_members_on_the_map(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.locator(".mention[data-feature=nordics]").first.click()
        assert {"NO", "SE", "FI", "IS"} <= highlighted(page)


def test_a_real_click_on_a_line_of_the_map_finds_it(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        spot = page.locator("#map .f[data-feature=arctic-bridge] .grip").first.evaluate(
            """line => { const at = line.getPointAtLength(line.getTotalLength() / 2)
              .matrixTransform(line.getScreenCTM()); return [at.x, at.y]; }"""
        )
        page.mouse.click(*spot)
        assert page.locator("#card header h2").inner_text() == "Arctic Bridge"


def test_a_drag_moves_the_map_and_selects_nothing(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.locator("#chart button[data-key='+']").click()
        before = page.locator("#map").get_attribute("viewBox")
        box = page.locator("#map").bounding_box()
        assert box
        page.mouse.move(box["x"] + 300, box["y"] + 300)
        page.mouse.down()
        page.mouse.move(box["x"] + 380, box["y"] + 340, steps=4)
        page.mouse.up()
        assert page.locator("#map").get_attribute("viewBox") != before
        assert highlighted(page) == set()


def test_the_keyboard_alone_selects_reads_moves_and_clears(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.locator(".mention[data-feature=nsr]").first.focus()
        page.keyboard.press("Enter")
        assert highlighted(page) == {"nsr"}
        page.locator("#chart").focus()
        before = page.locator("#map").get_attribute("viewBox")
        for key in ("+", "ArrowLeft", "ArrowUp", "-"):
            page.keyboard.press(key)
            after = page.locator("#map").get_attribute("viewBox")
            assert after != before
            before = after
        page.keyboard.press("Escape")
        assert highlighted(page) == set()
        assert page.locator("#card").is_hidden()


def test_card_and_articles_scroll_as_one_and_the_mark_closes(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.locator(".mention[data-feature=RU]").last.click()
        expect(page.locator("#card")).to_be_in_viewport()
        scrolls = (
            "all => all.filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowY)).length"
        )
        assert page.locator(".text, .text *").evaluate_all(scrolls) == 1
        page.locator("#card").get_by_role("link", name="Close").click()
        assert highlighted(page) == set()


def test_labels_do_not_cover_one_another(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        touching = page.evaluate(
            """() => { const all = [...document.querySelectorAll('#map .label')]
              .filter((e) => e.style.visibility === 'visible')
              .map((e) => e.querySelector('textPath') ? [...Array(e.getNumberOfChars()).keys()]
                .map((i) => { const box = e.getExtentOfChar(i), m = e.getScreenCTM();
                  const at = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
                    .matrixTransform(m);
                  const half = parseFloat(getComputedStyle(e).fontSize) * m.a * 0.35;
                  return { left: at.x - half, right: at.x + half, top: at.y - half,
                    bottom: at.y + half }; })
                : [e.getBoundingClientRect()]);
              const touch = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom
                && a.bottom > b.top;
              return [all.length, all.filter((one, i) => all.some((other, j) => j > i
                && one.some((a) => other.some((b) => touch(a, b))))).length]; }"""
        )
        assert touching[0] > 15
        assert touching[1] == 0


def test_its_labels_are_set_in_the_type_of_the_apps_map(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        assert wrong_labels(page.main_frame) == []


# What a legend's keys look like in the page, and within a panel of the app.
KEYS = """([legend, css]) => {
  const host = document.body.appendChild(document.createElement("div"));
  const panel = host.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  host.shadowRoot.adoptedStyleSheets = [sheet];
  panel.className = "panel";
  return [document.querySelector(".key-of-map"), panel].map((place) => {
    place.innerHTML = legend;
    return [...place.querySelectorAll("li")].map((entry) => {
      const parts = [...entry.querySelectorAll("svg *")].map((part) => getComputedStyle(part));
      return [entry.innerText, ...parts.flatMap((look) => [look.stroke, look.strokeWidth,
        look.strokeDasharray, look.strokeOpacity, look.fill, look.fillOpacity])];
    });
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_legend_has_the_keys_of_the_apps(browser: Browser, whole: Path, theme: str) -> None:
    keys = legend_of(shipped().features.values())
    with opened(browser, whole, color_scheme=theme) as page:
        css = _components.panel_css()
        here, in_the_app = page.evaluate(KEYS, [str(legend_list(keys)), css])
    assert len(here) == len(keys) > 12
    assert here == in_the_app


def test_an_address_with_a_feature_opens_on_it(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.evaluate("location.hash = '#f-nwp'")
        page.wait_for_selector("#card header h2")
        assert highlighted(page) == {"nwp"}


def test_hostile_words_stay_words(browser: Browser, hostile: Path) -> None:
    with opened(browser, hostile) as page:
        assert page.locator("#card header h2").inner_text().startswith("</script><img")
        page.locator(".mention").first.click()
        for mention in page.locator(".mention").all()[:12]:
            mention.click()
        assert page.evaluate("window.__hit") is None
        assert page.locator("img, iframe, object, form, input").count() == 0
        assert page.locator("text=<script>top.__hit=1</script>").count() > 0
        assert page.evaluate("getComputedStyle(document.body).display") != "none"


def test_it_has_no_barrier_that_axe_can_find(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.locator(".mention[data-feature=nsr]").first.click()
        for theme, rules in THEMES.items():
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            assert violations(page, rules=rules) == [], theme


def test_a_phone_shows_the_map_above_the_text_and_nothing_wider_than_itself(
    browser: Browser, whole: Path
) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with opened(browser, whole, **phone) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        chart, column = (page.locator(one).bounding_box() for one in ("#chart", "#column"))
        assert chart
        assert column
        assert chart["y"] + chart["height"] <= column["y"]
        page.locator(".mention[data-feature=nsr]").first.tap()
        assert highlighted(page) == {"nsr"}


def test_without_script_each_mention_still_leads_to_its_entry(
    browser: Browser, whole: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(whole.as_uri())
    page.locator(".mention[data-feature=nsr]").first.click()
    assert page.url.endswith("#f-nsr")
    assert page.locator("#f-nsr > summary").is_visible()
    assert page.locator("#map .label[data-feature=nsr]").first.is_visible()
    context.close()


@pytest.fixture(scope="module")
def selected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    snapshot = snapshot_of(View(feature="nsr"), catalogue=shipped(), articles=seeds())
    path = tmp_path_factory.mktemp("taken") / "selected.html"
    path.write_bytes(make_takeaway(snapshot))
    return path


def in_sight(page: Page) -> float:
    """Return which share of the map's height is in the window."""
    share: float = page.evaluate(
        """() => { const box = document.getElementById("map").getBoundingClientRect();
          return (Math.min(innerHeight, box.bottom) - Math.max(0, box.top)) / box.height; }"""
    )
    return share


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (390, 844)])
def test_it_opens_at_its_top_and_keeps_the_map_in_sight(
    browser: Browser, selected: Path, size: tuple[int, int]
) -> None:
    touch = size[0] < 500
    options = {"viewport": dict(zip(("width", "height"), size, strict=True))}
    with opened(browser, selected, has_touch=touch, is_mobile=touch, **options) as page:
        page.wait_for_load_state("load")
        assert page.locator("#card header h2").inner_text() == "Northern Sea Route"
        assert page.evaluate("scrollY") == 0
        assert in_sight(page) == pytest.approx(1)
        x, y = page.locator("#map .label.land").filter(visible=True).first.evaluate(MIDDLE)
        (page.touchscreen.tap if touch else page.mouse.click)(x, y)
        page.wait_for_function(
            "document.querySelector('#card h2').innerText !== 'Northern Sea Route'"
        )
        assert page.evaluate("scrollY") == 0
        for feature in ("RU", "CN", "IS", "istanbul"):
            mention = page.locator(f".mention[data-feature={feature}]").last
            mention.evaluate(STANDS_STILL)
            mention.evaluate("one => one.scrollIntoView({ block: 'nearest' })")
            page.mouse.click(*mention.evaluate(MIDDLE))
            page.wait_for_function(CARD_OF, arg=feature)
            assert in_sight(page) > 0.98, feature
        page.locator("#card .quote a.to-passage").click()
        assert in_sight(page) > 0.98
        page.evaluate("location.hash = '#f-nwp'")
        page.wait_for_function(
            "document.querySelector('#card h2').innerText.startsWith('Northwest')"
        )
        assert in_sight(page) > 0.98
        page.locator("#everything > summary").click()
        page.locator(".entries > details > summary").last.click()
        page.evaluate(
            "document.querySelectorAll('.entries details').forEach((e) => (e.open = true))"
        )
        page.locator('.entries > details[open] a.to[href^="#f-"]').first.click()
        assert in_sight(page) > 0.98


def test_an_address_with_a_feature_does_not_scroll_past_the_map(
    browser: Browser, whole: Path
) -> None:
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(f"{whole.as_uri()}#f-nwp")
    page.wait_for_load_state("load")
    assert page.locator("#card header h2").inner_text() == "Northwest Passage"
    assert page.evaluate("scrollY") == 0
    context.close()


CARD_OF = "id => location.hash === `#f-${id}`"
SCROLLING = "all => all.filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowY)).length"
MIDDLE = """part => { const box = part.getBoundingClientRect();
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]; }"""
# The click before may still be scrolling the text smoothly to its passage.
STANDS_STILL = """part => new Promise((resolve) => {
  let [top, since] = [NaN, 0];
  const look = (now) => {
    const box = part.getBoundingClientRect();
    if (box.top !== top) [top, since] = [box.top, now];
    if (now - since > 300) resolve(); else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""
SAMPLES = """() => [...document.querySelectorAll("#map .f.way")]
  .filter((one) => /route|corridor/.test(one.dataset.layer)).flatMap((way) => {
    const line = way.querySelector(".grip");
    const [length, toScreen] = [line.getTotalLength(), line.getScreenCTM()];
    return [...Array(3).keys()].flatMap((i) => {
      const at = line.getPointAtLength(length * (i + 0.5) / 3).matrixTransform(toScreen);
      return [[0, 0], [4, 4]].map(([east, south]) =>
        [way.dataset.feature, at.x + east, at.y + south]);
    });
  }).filter(([, x, y]) => !document.elementFromPoint(x, y).closest(".label, button"))"""
GAPS = """([x, y]) => {
  const gaps = {};
  const note = (id, gap) => { gaps[id] = Math.min(gaps[id] ?? Infinity, Math.max(0, gap)); };
  window.ways ??= [...document.querySelectorAll("#map .f.way")].map((way) => {
    const line = way.querySelector("path:not([class*='-under']):not(.grip)");
    const [length, toScreen] = [line.getTotalLength(), line.getScreenCTM()];
    const points = [...Array(1001).keys()]
      .map((step) => line.getPointAtLength(length * step / 1000).matrixTransform(toScreen));
    return [way.dataset.feature, line, points];
  });
  window.ways.forEach(([id, line, points]) => {
    const least = Math.min(...points.map((at) => Math.hypot(at.x - x, at.y - y)));
    note(id, least - parseFloat(getComputedStyle(line).strokeWidth) / 2);
  });
  document.querySelectorAll("#map .f:not(.nameless) :is(circle, .sign)").forEach((spot) => {
    const style = getComputedStyle(spot);
    if (!Number(style.fillOpacity) && !Number(style.strokeOpacity)) return;
    const box = spot.getBoundingClientRect();
    note(spot.closest(".f").dataset.feature, Math.hypot(x - (box.left + box.right) / 2,
      y - (box.top + box.bottom) / 2) - box.width / 2);
  });
  return gaps;
}"""


def test_along_each_route_the_nearest_thing_in_sight_is_clicked(
    browser: Browser, whole: Path
) -> None:
    with opened(browser, whole) as page:
        samples, wrong = page.evaluate(SAMPLES), []
        assert len(samples) > 40
        for route, x, y in samples:
            page.mouse.click(x, y)
            clicked = page.evaluate("() => location.hash.replace(/^#(f-)?/, '')")
            page.keyboard.press("Escape")
            gaps = page.evaluate(GAPS, [x, y]) if clicked != route else {}
            if gaps and gaps.get(clicked, 99) > gaps[route] + 1:
                wrong.append((route, clicked, gaps[route], gaps.get(clicked), x, y))
        assert wrong == []

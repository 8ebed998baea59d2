"""Links: a view's address opens that view in a real browser, and a bad one harms nothing."""

import random
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from geo.catalogue.features import load_catalogue
from geo.draw.layers import LAYERS
from geo.text.articles import load_articles
from geo.view import FRAMES, View, to_address, to_query
from tests.browser.server import ROOT, running
from tests.browser.sight import drawn_map, lit_in, settle

pytestmark = pytest.mark.browser
RANDOM_VIEWS = 20
SEED = 5


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 950})
    yield opened
    opened.close()


def query_of(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


CATALOGUE = load_catalogue()
ARTICLES, _ = load_articles(ROOT / "seeds")


def views() -> list[View]:
    """Return random views over the ids that exist; the same ones on every machine."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    passages = [passage.id for article in ARTICLES for passage in article.passages]
    states = [feature.id for feature in CATALOGUE.of_kind("state")]
    placed = sorted(set(CATALOGUE.frame["id"]))
    off = [layer.id for layer in LAYERS if not layer.on]
    on = [layer.id for layer in LAYERS if layer.on]
    made = []
    for _ in range(RANDOM_VIEWS):
        feature = CATALOGUE.features[chance.choice(placed)]
        nations = tuple(chance.sample(states, chance.randint(0, 3)))
        slugs = ["", *(variant.slug for variant in feature.variants)]
        made.append(
            View(
                nations=nations,
                match=chance.choice(["any", "all"]) if len(nations) > 1 else "any",
                feature=feature.id,
                variant=chance.choice(slugs),
                passage=chance.choice(["", chance.choice(passages)]),
                article=chance.choice(["", chance.choice(ARTICLES).id]),
                frame=chance.choice(FRAMES),
                shown=tuple(sorted(chance.sample(off, chance.randint(0, 2)))),
                hidden=tuple(sorted(chance.sample(on, chance.randint(0, 2)))),
            )
        )
    return made


@pytest.mark.parametrize("view", views(), ids=lambda view: to_address(view)[:60])
def test_a_random_view_comes_back_exactly(server: str, page: Page, view: View) -> None:
    page.goto(server + "/" + to_address(view))
    frame = drawn_map(page)
    settle(page)
    assert query_of(page) == to_query(view)
    assert page.locator(".st-key-problems").count() == 0
    name = CATALOGUE.feature(view.feature).name
    assert page.locator(".st-key-card .panel h2").first.inner_text() == name
    assert view.feature in lit_in(frame)


def test_a_link_to_a_passage_marks_that_passage(server: str, page: Page) -> None:
    passage = ARTICLES[0].passages[3].id
    page.goto(f"{server}/?passage={passage}")
    drawn_map(page)
    current = page.locator(".panel .passage.current")
    assert current.get_attribute("data-passage") == passage


BROKEN = {
    "?feature=no-such-route": "no-such-route",
    "?nation=ZZ&nation=RU": "ZZ",
    "?frame=globe": "globe",
    "?passage=000-0000000000000000.99": "reader brought",
    "?feature=nsr&variant=over-the-moon": "over-the-moon",
    "?show=dragons": "dragons",
}


@pytest.mark.parametrize(("address", "named"), BROKEN.items(), ids=list(BROKEN))
def test_a_broken_link_says_what_is_not_there_and_shows_the_rest(
    server: str, page: Page, address: str, named: str
) -> None:
    page.goto(f"{server}/{address}")
    drawn_map(page)
    notice = page.locator(".st-key-problems")
    notice.wait_for()
    assert named in notice.inner_text()
    assert named not in page.url


ABSURD = {
    "20,000 characters": "?feature=" + "a" * 20_000,
    "NUL": "?feature=nsr%00&nation=%00",
    "repeated keys": "?" + "&".join(["nation=RU", "feature=nsr", "feature=tsr"] * 200),
    "prototype": "?__proto__=1&constructor=2&feature=__proto__&show=constructor",
    "script": "?feature=" + quote("<script>window.caught=1</script><img src=x onerror=caught=1>"),
    "template": "?feature=" + quote("{{ 7*7 }}{% raw %}${caught=1}`caught`"),
    "not UTF-8": "?feature=%ED%A0%80%FF%zz&nation=%",
    "path": "?article=" + quote("../../etc/passwd"),
    "empty": "?&&&==&feature=&nation=",
    "right to left": "?feature=" + quote("\u202ensr\u202c"),
}


@pytest.mark.parametrize("address", ABSURD.values(), ids=list(ABSURD))
def test_an_absurd_address_does_no_harm(server: str, page: Page, address: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"{server}/{address}")
    frame = drawn_map(page)
    settle(page)
    assert page.locator("h1").inner_text() == "Arctic Passages"
    assert page.locator("[data-testid=stException]").count() == 0
    assert dialogs == []
    for seen in (page, frame):
        assert seen.evaluate("typeof window.caught") == "undefined"
    assert len(page.url) < 400


def test_an_embedded_map_is_the_map_with_legend_and_credit_alone(server: str, page: Page) -> None:
    page.goto(f"{server}/?embed=true&feature=nsr&nation=RU")
    frame = drawn_map(page)
    settle(page)
    assert "nsr" in lit_in(frame)
    assert "Not for navigation" in frame.locator(".leaflet-control-attribution").inner_text()
    assert page.locator(".panel .legend").is_visible()
    for gone in ("h1", ".st-key-filter", ".st-key-tools", ".passage", ".st-key-card"):
        assert page.locator(gone).count() == 0, gone
    assert page.get_by_role("link", name="Atlas").count() == 0


def test_an_embedded_map_says_what_a_link_names_in_vain_and_stays_in_sight(
    server: str, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{server}/?embed=true&feature=atlantis&nation=XX&article=none")
    drawn_map(page)
    settle(page)
    notices = page.locator(".panel .notices")
    assert "atlantis" in notices.inner_text()
    box = page.locator("iframe").bounding_box()
    assert box
    assert box["y"] < 80
    notices.locator("summary").click()
    assert notices.locator("li").count() == 3
    assert notices.locator("li").last.is_visible()


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


def test_the_first_visit_to_a_fresh_server_may_lead_to_any_page(browser: Browser) -> None:
    with running() as fresh:
        page = browser.new_page()
        page.goto(f"{fresh.url}/about")
        page.locator("h1", has_text="About").wait_for()
        page.get_by_role("link", name="Atlas").first.wait_for()
        settle(page)
        links = page.locator("[data-testid*=Nav] a").all_inner_texts()
        page.close()
    assert not {"cache", "desk", "parts", "state", "hosts"} & {text.strip() for text in links}


def test_going_to_another_page_and_back_loses_nothing_of_the_view(server: str, page: Page) -> None:
    page.goto(f"{server}/?nation=RU&feature=nsr&frame=mercator")
    drawn_map(page)
    settle(page)
    before = query_of(page)
    for name in ("About", "On the Cloud", "Atlas"):
        page.get_by_role("link", name=name).first.click()
        page.locator("h1", has_text="Arctic Passages" if name == "Atlas" else name).wait_for()
        settle(page)
    assert "nsr" in lit_in(drawn_map(page))
    assert query_of(page) == before

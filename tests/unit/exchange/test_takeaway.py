"""The standalone page: small, complete, and safe against hostile text."""

import base64
import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from geo.catalogue.viewpoints import load_viewpoints, seen_by
from geo.draw import faces
from geo.errors import ExportError
from geo.exchange.takeaway import LARGEST_BYTES, make_takeaway, omission_note
from geo.markup.excerpt import Excerpt
from geo.view import View
from tests.unit.exchange.views import BASE, seeds, shipped, snapshot_of

LARGEST_TYPE_BYTES = 150_000


class Seen(HTMLParser):
    """Tags, ids, references and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def all_of(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


@pytest.fixture(scope="module")
def hostile() -> Seen:
    snapshot = snapshot_of(View(feature="pole"))
    return Seen(make_takeaway(snapshot).decode())


@pytest.fixture(scope="module")
def whole() -> bytes:
    snapshot = snapshot_of(catalogue=shipped(), articles=seeds())
    return make_takeaway(snapshot)


def test_it_has_less_than_three_megabytes(whole: bytes) -> None:
    assert len(whole) < LARGEST_BYTES


def test_another_viewpoint_is_said_in_legend_card_and_link(whole: bytes) -> None:
    canada = seen_by(shipped(), "CA", load_viewpoints())
    view = View(viewpoint="CA")
    page = make_takeaway(snapshot_of(view, catalogue=canada, articles=seeds())).decode()
    legend = '<p class="viewpoint">Borders as seen by Canada</p>'
    assert legend in page
    assert legend.encode() not in whole
    assert "As seen by Canada: " in page
    assert f'href="{BASE}?viewpoint=CA"' in page


def test_it_asks_nothing_of_any_network(whole: bytes) -> None:
    seen = Seen(whole.decode())
    assert seen.all_of("src") == []
    assert set(seen.tags).isdisjoint({"link", "img", "iframe", "object", "embed", "base", "form"})
    style = whole.decode().split("<style>")[1].split("</style>")[0]
    addresses = set(re.findall(r"url\([^)]*", style))
    carried = {one for one in addresses if one.startswith("url(data:font/woff;base64,")}
    assert addresses - carried == {"url(#hatch-joint", "url(#hatch-disputed"}


def test_it_carries_the_apps_own_type_with_the_letters_that_it_shows(whole: bytes) -> None:
    rules = re.findall(r"@font-face\{[^}]*base64,([^)]*)\)", whole.decode())
    fonts = [TTFont(BytesIO(base64.b64decode(rule))) for rule in rules]
    assert {font["name"].getDebugName(1) for font in fonts} == {"Source Sans", "Source Serif"}
    assert sum(map(len, rules)) < LARGEST_TYPE_BYTES
    for font in fonts:
        assert set(map(ord, "Nørthen Sea Routé “’”")) <= set(font.getBestCmap())
    assert "font-src data:" in whole.decode()


def test_it_is_made_without_that_type_where_the_server_has_it_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(face: faces.Face) -> bytes:
        raise FileNotFoundError(face.file)

    monkeypatch.setattr(faces, "made", gone)
    page = make_takeaway(snapshot_of()).decode()
    assert "@font-face" not in page
    assert "Northern Sea Route" in page


def test_hostile_words_make_no_tag_and_no_handler(hostile: Seen) -> None:
    assert hostile.tags.count("script") == 1
    assert hostile.tags.count("style") == 1
    assert set(hostile.tags).isdisjoint({"img", "iframe", "object", "input", "form", "b", "base"})
    assert not [name for name, _ in hostile.attributes if name.startswith("on")]
    kinds = ("#f-", "#along-", "https://")
    assert all(value.startswith(kinds) for value in hostile.all_of("href"))
    assert "<script>top.__hit=1</script>" in hostile.text


def test_its_policy_names_the_one_script_by_its_hash(whole: bytes) -> None:
    policy = next(v for v in Seen(whole.decode()).all_of("content") if "default-src" in v)
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/=]{44}';", policy)


def test_each_mention_leads_to_an_entry_and_each_entry_to_its_passages(whole: bytes) -> None:
    seen = Seen(whole.decode())
    ids = set(seen.all_of("id"))
    assert len(ids) == len(seen.all_of("id"))
    assert {value[1:] for value in seen.all_of("href") if value.startswith("#")} <= ids
    assert {f"p-{value}" for value in seen.all_of("data-passage") if value} <= ids


def test_features_missing_on_the_page_link_to_the_app_or_the_list(whole: bytes) -> None:
    assert "https://map.example/?feature=FR" in Seen(whole.decode()).all_of("href")
    snapshot = snapshot_of(catalogue=shipped(), articles=seeds(), base="")
    seen = Seen(make_takeaway(snapshot).decode())
    assert "#everything" in seen.all_of("href")
    assert not [value for value in seen.all_of("href") if value.startswith("?")]


def test_only_passages_that_name_something_are_quoted(hostile: Seen) -> None:
    assert "which is left out" not in hostile.text
    assert re.search(r"Left out: \w+ passages? of this article", hostile.text)


def test_the_page_has_notice_date_and_sources(whole: bytes) -> None:
    text = Seen(whole.decode()).text
    for words in ("Not for navigation", "22 November 2026", "Natural Earth", "MIT", "70° N"):
        assert words in text


def test_what_was_left_out_for_its_size_is_reported() -> None:
    snapshot = snapshot_of()
    left_out = omission_note(Excerpt(snapshot.pane, articles_left=3, passages_left=1))
    page = make_takeaway(snapshot, left_out=left_out).decode()
    assert "to keep the page small: 3 articles and 1 passage." in page
    assert omission_note(Excerpt(snapshot.pane)) == ""


def test_the_same_view_gives_the_same_page() -> None:
    snapshot = snapshot_of()
    assert make_takeaway(snapshot) == make_takeaway(snapshot)


def test_nothing_left_or_another_chart_is_refused() -> None:
    empty = snapshot_of(View(nations=("JP",)), articles=[])
    with pytest.raises(ExportError, match="nothing to export"):
        make_takeaway(empty)
    mercator = snapshot_of(View(frame="mercator"))
    with pytest.raises(ExportError, match="polar"):
        make_takeaway(mercator)

"""The About and hosting pages, run as Streamlit runs them."""

import html
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages, release
from geo.escape import escape_text
from geo.markup.about import citations, data_fingerprint, sources, unique_sources
from geo.measure.roles import COASTAL_MIN_NM
from geo.text.articles import load_articles
from pages._cache import SEEDS
from tests import shipped

APP = str(Path(__file__).parents[2] / "dashboard.py")
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def about() -> AppTest:
    at = AppTest.from_file(APP, default_timeout=240).run()
    at.switch_page("pages/about.py").run()
    assert not at.exception
    return at


@pytest.fixture(scope="module")
def hosting() -> AppTest:
    at = AppTest.from_file(APP, default_timeout=240).run()
    at.switch_page("pages/hosting.py").run()
    assert not at.exception
    return at


def panels(at: AppTest) -> str:
    """Return the words of all panels, tags left out."""
    data = [json.loads(part.proto.json) for part in at.get("bidi_component")]
    return "\n".join(html.unescape(TAG.sub("", each.get("html", ""))) for each in data)


def test_about_opens_with_its_title_and_says_it_is_not_for_navigation(about: AppTest) -> None:
    assert [title.value for title in about.title] == [messages.ABOUT]
    assert messages.NOT_FOR_NAVIGATION in about.text[0].value


def test_about_says_what_coastal_means_with_the_figure_that_the_filter_uses(
    about: AppTest,
) -> None:
    assert f"at least {COASTAL_MIN_NM:g} nautical mile" in panels(about)


@pytest.mark.parametrize(
    "owed", ["schematic", "south of 50° N", "Crimea", "resolution 68/262", "deleted after"]
)
def test_about_states_its_limits(about: AppTest, owed: str) -> None:
    assert owed in panels(about)


def test_about_cites_the_app_with_version_and_data_fingerprint(about: AppTest) -> None:
    app, data = (code.value for code in about.code)
    assert release.version() in app
    assert data_fingerprint() in app
    assert data_fingerprint() in data
    assert "not official" in data


def test_about_says_when_facts_were_last_checked_and_how_to_list_the_oldest(
    about: AppTest,
) -> None:
    spoken = panels(about)
    assert messages.FACTS_CHECKED in [head.value for head in about.header]
    assert all(head in spoken for head in messages.FACTS_CHECKED_HEADS)
    assert "python -m geo facts --older-than 12" in spoken


def test_hosting_says_what_sleeps_and_what_does_not(hosting: AppTest) -> None:
    spoken = panels(hosting)
    assert [title.value for title in hosting.title] == [messages.HOSTING]
    for owed in ("12 hours", "anyone", "690 MB", "frame", "DEPLOYED_AT", "secrets empty"):
        assert owed in spoken


def test_every_source_of_the_catalogue_is_on_the_page() -> None:
    catalogue = shipped.catalogue()
    markup = sources(catalogue)
    titles = {s.title for f in catalogue.features.values() for s in f.sources}
    assert [title for title in titles if escape_text(title.rstrip(".")) not in markup] == []


def test_every_kind_of_feature_has_a_heading_among_the_sources() -> None:
    grouped = {kind for kinds in messages.SOURCE_GROUPS.values() for kind in kinds}
    assert grouped == set(messages.KINDS)


def test_a_source_is_counted_once_for_a_feature_and_listed_once() -> None:
    features = list(shipped.catalogue().features.values())
    counted = unique_sources(features)
    assert len(counted) == len({(s.title, s.publisher, s.date, s.licence, s.url) for s in counted})
    assert max(counted.values()) <= len(features)


def test_articles_are_named_with_their_publisher() -> None:
    articles, _ = load_articles(SEEDS)
    spoken = TAG.sub("", sources(shipped.catalogue(), articles))
    assert messages.SOURCE_ARTICLES in spoken
    assert all(article.publisher in spoken for article in articles)


def test_the_address_of_a_deployed_copy_reaches_the_citation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "DEPLOYED_AT", "https://example.org/")
    assert "https://example.org/" in citations("2026-11-22")[0]


@pytest.mark.parametrize("page", ["about", "hosting"])
def test_every_subject_is_a_heading_with_an_anchor_that_the_contents_lead_to(
    request: pytest.FixtureRequest, page: str
) -> None:
    app: AppTest = request.getfixturevalue(page)
    anchors = [head.proto.anchor for head in app.header]
    (contents,) = [
        data["html"]
        for data in (json.loads(part.proto.json) for part in app.get("bidi_component"))
        if data["kind"] == "contents"
    ]
    assert re.findall(r'href="#([^"]+)"', contents) == anchors
    assert len(anchors) > 4

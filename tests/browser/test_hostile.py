"""Hostile text in articles and features: nothing runs, the map works, the text shows as text.

A copy of the app is served whose articles, file names and features are made of the strings in
`tests/data/hostile.json`. A string that ran would set `__hit` in some window.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from geo.text.articles import load_articles
from tests.browser.atlas import Atlas, until
from tests.browser.conftest import opened
from tests.browser.server import ROOT, running

pytestmark = pytest.mark.browser
CORPUS: list[str] = json.loads((ROOT / "tests/data/hostile.json").read_text("utf-8"))
HOSTILE = [text for text in CORPUS if "\ud800" not in text]
"""A lone surrogate cannot be in a file; unit tests check that it is refused."""
TOGETHER = 5
"""As many to a feature, since each feature costs a click."""
GROUPS = [
    " and ".join(HOSTILE[place : place + TOGETHER]) for place in range(0, len(HOSTILE), TOGETHER)
]
ARTICLES = 4
"""As many as the column shows whole."""
FILE_NAME = "090_{{7*7}}${top.__hit=1}<img src=x onerror=top.__hit=1>.txt"
_SHOWN = """(root) => root.textContent"""
_HIT = "() => window.__hit !== undefined || document.body.style.display === 'none'"


def shown(text: str) -> str:
    """Return text by the whitespace rule: controls dropped, every run of blanks one space."""
    kept = re.sub("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "", text)
    return re.sub(r"[\s\u2028\u2029\ufeff]+", " ", kept).strip()


def feature_of(number: int, text: str) -> dict[str, Any]:
    """Return a route from beyond the rim to the high Arctic, with the text in each property."""
    lon = -175 + number * 10
    ends = [(lon, 45.0), (lon, 78.0)]
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": ends},
        "properties": {
            "id": f"hostile-{number}",
            "kind": "route",
            "name": f"{number} {text}",
            "names": [f"other {number} {text}", {"text": f"third {number} {text}", "lang": text}],
            "status": "disputed",
            "precision": "schematic",
            "note": f"note {text}",
            "last_checked": "2026-11-30",
            "type": text,
            "variant": "main",
            "variant_name": f"variant {text}",
            "nations": [{"nation": "RU", "role": "claimant", "source": f"role {text}"}],
            "sources": [
                {
                    "title": f"title {text}",
                    "publisher": text,
                    "date": text,
                    "licence": text,
                    "url": f"https://example.org/{text}",
                }
            ],
            "claims": [
                {"nation": "RU", "position": f"claim {text}", "source": text},
                {"nation": "NO", "position": text, "source": text},
            ],
            "details": {text: text, "line": text, "zone": text, "list": [text, {text: text}]},
            "waypoints": [
                {"name": f"from {text}", "lon": lon, "lat": 45.0, "source": text},
                {"name": f"to {text}", "lon": lon, "lat": 78.0, "source": text},
            ],
        },
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the app with hostile articles, file names and features."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("geo", "pages", ".streamlit"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "build")
        )
    shutil.copy(ROOT / "dashboard.py", folder)
    seeds = folder / "seeds"
    seeds.mkdir()
    written = [text for text in HOSTILE if "\x00" not in text]
    for first in range(ARTICLES):
        said = [f"Russia and Norway said: {text}" for text in written[first::ARTICLES]]
        head = f"Russia {written[first]}\n\nPublisher: {written[-1 - first]}"
        (seeds / f"00{first}_words.txt").write_text("\n\n".join([head, *said, ""]), "utf-8")
    (seeds / FILE_NAME).write_bytes(b"")
    features = [feature_of(number, text) for number, text in enumerate(GROUPS)]
    collection = {"type": "FeatureCollection", "features": features}
    data = folder / "geo" / "catalogue" / "data" / "hostile.geojson"
    data.write_text(json.dumps(collection), "utf-8")
    return folder


@pytest.fixture(scope="module")
def hostile(browser: Browser, project: Path) -> Iterator[Atlas]:
    """Return the open page of the hostile copy."""
    with running(project) as server, opened(browser, server.url) as atlas:
        yield atlas.open()
        assert_quiet(atlas)


def assert_quiet(atlas: Atlas) -> None:
    """Fail if any text ran, in the page or in any frame, or if the map is gone."""
    for frame in atlas.page.frames:
        assert not frame.evaluate(_HIT), frame.url
    assert atlas.chart().evaluate("() => document.querySelectorAll('path').length") > 50
    assert atlas.foreign == []


def test_every_feature_is_shown_as_plain_text_in_card_label_and_tooltip(hostile: Atlas) -> None:
    hostile.page.get_by_text("Everything on the map, as a list").click()
    listed = hostile.page.locator(".st-key-features")
    for number, text in enumerate(GROUPS):
        listed.locator(f'a[data-feature="hostile-{number}"]').click()
        title = hostile.card().locator("header").locator("h2, h3")
        expect(title).to_have_text(re.compile(rf"^{number} "))
        hostile.wait_highlighted({f"hostile-{number}"})
        card = shown(hostile.card().evaluate(_SHOWN))
        wanted = [f"{number} {text}", f"note {text}", f"claim {text}", f"title {text}"]
        wanted += [f"role {text}", f"variant {text}", f"other {number} {text}"]
        for words in wanted:
            assert shown(words) in card
        labels = hostile.chart().evaluate(
            "() => document.querySelector('.leaflet-labels-pane').textContent"
        )
        assert "to " in labels
        one_line = "".join(shown(f"from {text}").split())  # long ones stand in two lines
        assert one_line in "".join(shown(labels).split())
    assert_quiet(hostile)


def test_every_tooltip_on_the_map_is_plain_text(hostile: Atlas) -> None:
    chart = hostile.chart()
    open_all = """() => [...document.querySelectorAll("path.leaflet-interactive")]
      .filter((path) => path.dataset.feature.startsWith("hostile-"))
      .map((path) => {
        path.dispatchEvent(new MouseEvent("mouseover", { bubbles: true, view: window }));
        const tip = [...document.querySelectorAll(".leaflet-tooltip")].pop();
        const said = [path.dataset.feature, tip ? tip.textContent : null];
        path.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, view: window }));
        return said;
      })"""
    said = dict(chart.evaluate(open_all))
    assert len(said) == len(GROUPS)
    for number, text in enumerate(GROUPS):
        assert shown(said[f"hostile-{number}"]) == shown(f"{number} {text}")
    assert_quiet(hostile)


def test_every_article_is_shown_as_plain_text(hostile: Atlas, project: Path) -> None:
    column = shown(hostile.page.locator(".st-key-articles .panel").evaluate(_SHOWN))
    articles, problems = load_articles(project / "seeds")
    assert len(articles) == ARTICLES
    assert [problem.name for problem in problems] == [FILE_NAME]
    for article in articles:
        assert shown(article.headline) in column
        for passage in article.passages:
            if passage.is_linked:
                assert shown(article.quote(passage)) in column
    assert_quiet(hostile)


def test_a_hostile_file_name_is_named_as_plain_text(hostile: Atlas) -> None:
    expect(hostile.page.locator(".st-key-problems")).to_contain_text("{{7*7}}")
    assert "090_49" not in hostile.page.locator(".st-key-problems").inner_text()
    assert_quiet(hostile)


def test_the_search_shows_hostile_names_as_plain_text(hostile: Atlas) -> None:
    box = hostile.page.locator(".st-key-search input")
    for words in ("{{7*7}}", "${top", "<img src=x"):
        box.click()
        box.fill(words)
        expect(hostile.page.get_by_role("option").first).to_contain_text(words)
    box.press("Escape")
    assert_quiet(hostile)


def test_hostile_addresses_are_answered_in_plain_text(browser: Browser, server: str) -> None:
    with opened(browser, server) as atlas:
        pairs = [("nation", text) for text in HOSTILE][:55]
        pairs += [("feature", HOSTILE[0]), ("show", HOSTILE[1]), ("frame", HOSTILE[33])]
        atlas.open(f"?{urlencode(pairs)}")
        problems = atlas.page.locator(".st-key-problems")
        until(lambda: "{{7*7}}" in problems.inner_text(), lambda: "the address is not answered")
        assert "<script>" in problems.inner_text()
        assert_quiet(atlas)
        atlas.page.evaluate("() => { window.__hit = 1; }")  # as a string that runs would do
        with pytest.raises(AssertionError):
            assert_quiet(atlas)

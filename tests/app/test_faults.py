"""A broken seed, a missing data file: a sentence that names it, and the rest of the page works."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from geo import messages
from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.draw.ready import load_chart
from geo.linker import lexicon
from geo.manifest import MANIFEST, find_damaged_files, shipped_files
from geo.measure.waters import load_waters
from geo.text.tables import read_table
from pages import _cache, _state
from tests.app.conftest import ROOT, Page

OpenPage = Callable[..., Page]
CATALOGUE = "geo/catalogue/data"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the articles that a test may spoil."""
    folder = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    monkeypatch.setattr(_cache, "SEEDS", folder)
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Path:
    """Return a copy of the catalogue's files that a test may spoil."""
    del fresh_caches
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("base", "*.gz"))
    monkeypatch.setattr(_cache, "load_catalogue", partial(load_catalogue, folder))
    return folder


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Path:
    """Return a copy of all that ships, which the app reads its data from; a test may spoil it."""
    del fresh_caches
    root = tmp_path / "copy"
    for name in (*shipped_files(), MANIFEST):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    tables = root / "geo" / "text" / "data"
    monkeypatch.setattr(_cache, "find_damaged_files", partial(find_damaged_files, root))
    monkeypatch.setattr(_cache, "load_catalogue", partial(load_catalogue, root / CATALOGUE))
    monkeypatch.setattr(_cache, "load_waters", partial(load_waters, root / CATALOGUE))
    monkeypatch.setattr(lexicon, "read_table", partial(read_table, folder=tables))
    return root


def works(page: Page) -> bool:
    """Return whether map and articles are there."""
    return not page.app.exception and "nsr" in page.drawn


BROKEN_ARTICLES = {
    "010_empty.txt": b"",
    "011_blank.txt": b" \n\t\n",
    "012_zeros.txt": b"\x00\x01\x02\x00" * 50,
    "013_picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "014_{{7*7}}<b>.txt": b"",
}


def test_each_broken_article_is_named_and_the_rest_is_read(
    seeds: Path, open_page: OpenPage
) -> None:
    for name, raw in BROKEN_ARTICLES.items():
        (seeds / name).write_bytes(raw)
    page = open_page()
    assert [name for name in BROKEN_ARTICLES if name not in page.plain_text] == []
    assert works(page)
    assert "Northern Sea Route" in page.panel("articles")


def test_a_new_article_is_read_beside_the_first(seeds: Path, open_page: OpenPage) -> None:
    (seeds / "001_new.txt").write_text("Norway and Iceland\n\nA ship went to Murmansk.\n", "utf-8")
    page = open_page()
    assert works(page)
    assert 'data-feature="murmansk"' in page.panel("articles")
    assert "of 2 articles" in page.sentence


def test_no_article_at_all_leaves_the_map(seeds: Path, open_page: OpenPage) -> None:
    shutil.rmtree(seeds)
    page = open_page()
    assert works(page)
    assert "seeds" in page.plain_text


LOST = {
    f"{CATALOGUE}/arctic-bridge.geojson": 0.0,
    f"{CATALOGUE}/waters.csv": 0.5,
    "geo/text/data/states.csv": 0.5,
    "geo/text/data/words.csv": 0.0,
    "pages/web/page.css": 0.0,
}
"""Files of the app, and how much of each is left."""


def test_each_lost_file_is_reported_on_every_page_and_the_rest_works(
    copy: Path, open_page: OpenPage
) -> None:
    for name, left in LOST.items():
        raw = (copy / name).read_bytes()
        (copy / name).unlink()
        if left:
            (copy / name).write_bytes(raw[: int(len(raw) * left)])
    page = open_page()
    assert works(page)
    assert "Northern Sea Route" in page.panel("articles")
    for name in LOST:
        file = name.rpartition("/")[2]
        (said,) = [text.value for text in page.app.text if file in text.value]
        assert "estore it from the repository" in said or "see line" in said, name
    for other in (
        "articles",
        "voyages",
        "season",
        "evidence",
        "names",
        "share",
        "about",
        "hosting",
    ):
        page.app.switch_page(f"pages/{other}.py").run()
        assert not page.app.exception, other
        assert "states.csv" in page.plain_text, other


def test_an_embedded_map_names_each_loss_above_it(
    request: pytest.FixtureRequest, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_state, "is_embedded", lambda: True)
    page = open_page()
    assert "notices" not in page.panels()
    copy = request.getfixturevalue("copy")
    (copy / CATALOGUE / "arctic-bridge.geojson").unlink()
    (copy / "geo/text/data/states.csv").write_bytes(b"")
    page = open_page(feature="atlantis<b>")
    said = page.panel("notices")
    for loss in ("arctic-bridge.geojson", "states.csv", "atlantis&lt;b&gt;"):
        assert loss in said
    assert works(page)
    assert next(iter(page.panels())) == "notices"


BROKEN_DATA = {
    "seas.geojson": "",
    "ports.geojson": "{",
    "cities.geojson": "[" * 100_000,
    "projects.geojson": '{"type": "FeatureCollection", "features": [{"a": 1}]}',
}
SHAPES = {
    "straits.geojson": ("Point", []),
    "regions.geojson": ("Polygon", [None, None]),
    "arctic-bridge.geojson": ("LineString", []),
    "boundaries.geojson": ("MultiPolygon", None),
}
"""By file: a shape without positions for its first feature."""


def test_each_broken_data_file_is_named_and_the_rest_is_drawn(
    data: Path, open_page: OpenPage
) -> None:
    for name, body in BROKEN_DATA.items():
        assert (data / name).exists()
        (data / name).write_text(body, encoding="utf-8")
    for name, (kind, place) in SHAPES.items():
        document = json.loads((data / name).read_text("utf-8"))
        document["features"][0]["geometry"] = {"type": kind, "coordinates": place}
        (data / name).write_text(json.dumps(document), "utf-8")
    nwp = json.loads((data / "nwp.geojson").read_text("utf-8"))
    nwp["features"][0]["properties"]["kind"] = "dragon"
    (data / "nwp.geojson").write_text(json.dumps(nwp), "utf-8")
    page = open_page()
    named = [*BROKEN_DATA, *SHAPES, "nwp.geojson", "dragon"]
    assert [name for name in named if name not in page.plain_text] == []
    assert works(page)
    assert 'data-feature="kara-sea"' not in page.panel("features")
    page.app.switch_page("pages/voyages.py").run()
    assert not page.app.exception
    assert messages.VOYAGE_EMPTY in page.panel("voyage-empty")
    assert "ports.geojson" in page.plain_text


@pytest.mark.parametrize("name", ["tsr", "straits", "zones"])
def test_a_voyage_through_what_is_broken_is_shown_or_a_sentence_says_why_not(
    data: Path, open_page: OpenPage, name: str
) -> None:
    (data / f"{name}.geojson").write_text("{", encoding="utf-8")
    page = open_page()
    page.app.query_params["from"], page.app.query_params["to"] = "rotterdam", "yokohama"
    page.app.switch_page("pages/voyages.py").run()
    assert not page.app.exception
    assert f"{name}.geojson" in page.plain_text
    if name == "tsr":
        assert "The route `tsr` is missing" in page.plain_text
        assert "data-pair" in page.panel("voyage-empty")
    else:
        assert "by the Northern Sea Route" in page.panel("voyage-sentence")


def test_a_catalogue_without_files_is_reported(data: Path, open_page: OpenPage) -> None:
    for path in data.glob("*.geojson"):
        path.unlink()
    page = open_page()
    assert not page.app.exception
    assert "No catalogue file" in page.plain_text


@pytest.fixture
def draw_anew() -> Iterator[None]:
    """Have the charts drawn again in a test, and again after it."""
    drawn = (_cache.chart, _cache.chart_script)
    for one in drawn:
        one.clear()
    yield
    for one in drawn:
        one.clear()


@pytest.mark.usefixtures("draw_anew")
@pytest.mark.parametrize("fault", ["missing", "broken"])
def test_unreadable_land_is_reported_and_the_page_works(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage
) -> None:
    land = tmp_path / "land.geojson"
    if fault == "broken":
        land.write_text("{", encoding="utf-8")
    monkeypatch.setattr(_cache, "load_chart", partial(load_chart, land=land))
    page = open_page()
    assert not page.app.exception
    assert "land.geojson" in page.plain_text
    assert "Northern Sea Route" in page.panel("articles")
    page.app.query_params["from"], page.app.query_params["to"] = "rotterdam", "yokohama"
    page.app.switch_page("pages/voyages.py").run()
    assert not page.app.exception
    assert 'data-way="nsr"' in page.panel("voyage-polar")

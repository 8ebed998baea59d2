"""A broken seed, a missing data file: a sentence that names it, and the rest of the page works."""

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import streamlit as st

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.draw.assets import make_chart
from geo.manifest import MANIFEST, losses, shipped
from geo.measure.waters import load_waters
from geo.text import lexicon
from geo.text.tables import read_table
from pages import _cache, _state
from tests.app.conftest import ROOT, Page

OpenPage = Callable[..., Page]
CATALOGUE = "geo/catalogue/data"
pytestmark = pytest.mark.usefixtures("fresh_caches")


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the articles that a test may spoil."""
    folder = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    monkeypatch.setattr(_cache, "SEEDS", folder)
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the catalogue's files that a test may spoil."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("base", "*.gz"))
    monkeypatch.setattr(_cache, "load_catalogue", partial(load_catalogue, folder))
    return folder


@pytest.fixture
def copy(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of all that ships, which the app reads its data from; a test may spoil it."""
    root = data.parent / "copy"
    for name in (*shipped(), MANIFEST):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    tables = root / "geo" / "text" / "data"
    monkeypatch.setattr(_cache, "losses", partial(losses, root))
    monkeypatch.setattr(_cache, "load_catalogue", partial(load_catalogue, root / CATALOGUE))
    monkeypatch.setattr(_cache, "load_waters", partial(load_waters, root / CATALOGUE))
    monkeypatch.setattr(lexicon, "read_table", partial(read_table, folder=tables))
    return root


def works(page: Page) -> bool:
    """Return whether map and articles stand."""
    return not page.app.exception and "nsr" in page.drawn


@pytest.mark.parametrize(
    ("name", "keep"),
    [
        (f"{CATALOGUE}/arctic-bridge.geojson", 0.0),
        (f"{CATALOGUE}/waters.csv", 0.5),
        ("geo/text/data/states.csv", 0.5),
        ("geo/text/data/words.csv", 0.0),
        ("pages/web/page.css", 0.0),
    ],
)
def test_a_lost_file_is_named_on_every_page_and_the_rest_goes_on(
    name: str, keep: float, copy: Path, open_page: OpenPage
) -> None:
    raw = (copy / name).read_bytes()
    (copy / name).unlink()
    if keep:
        (copy / name).write_bytes(raw[: int(len(raw) * keep)])
    page = open_page()
    assert works(page)
    assert "Northern Sea Route" in page.panel("articles")
    (said,) = [text.value for text in page.app.text if name.rpartition("/")[2] in text.value]
    assert "estore it from the repository" in said or "see line" in said
    if name.endswith("states.csv"):
        for other in ("articles", "evidence", "names", "share", "about", "hosting"):
            page.app.switch_page(f"pages/{other}.py").run()
            assert not page.app.exception, other
            assert "states.csv" in page.plain_text, other


def test_an_embedded_map_names_each_loss_above_it(
    copy: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_state, "is_embedded", lambda: True)
    page = open_page()
    assert "notices" not in page.panels()
    (copy / CATALOGUE / "arctic-bridge.geojson").unlink()
    (copy / "geo/text/data/states.csv").write_bytes(b"")
    st.cache_resource.clear()
    page = open_page(feature="atlantis<b>")
    said = page.panel("notices")
    for loss in ("arctic-bridge.geojson", "states.csv", "atlantis&lt;b&gt;"):
        assert loss in said
    assert works(page)
    assert list(page.panels())[:2] == ["notices", "legend"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("010_empty.txt", b""),
        ("011_blank.txt", b" \n\t\n"),
        ("012_zeros.txt", b"\x00\x01\x02\x00" * 50),
        ("013_picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        ("014_{{7*7}}<b>.txt", b""),
    ],
)
def test_a_broken_article_is_named_and_the_rest_is_read(
    name: str, raw: bytes, seeds: Path, open_page: OpenPage
) -> None:
    (seeds / name).write_bytes(raw)
    page = open_page()
    assert name in page.plain_text
    assert works(page)
    assert "Northern Sea Route" in page.panel("articles")


def test_a_new_article_is_read_beside_the_first(seeds: Path, open_page: OpenPage) -> None:
    (seeds / "001_new.txt").write_text("Norway and Iceland\n\nA ship went to Murmansk.\n", "utf-8")
    page = open_page()
    assert works(page)
    assert 'data-feature="murmansk"' in page.panel("articles")
    assert "in 2 articles" in page.sentence


def test_no_article_at_all_leaves_the_map(seeds: Path, open_page: OpenPage) -> None:
    shutil.rmtree(seeds)
    page = open_page()
    assert works(page)
    assert "seeds" in page.plain_text


@pytest.mark.parametrize(
    "body", ["", "{", "[" * 100_000, '{"type": "FeatureCollection", "features": [{"a": 1}]}']
)
def test_a_broken_data_file_is_named_and_the_rest_is_drawn(
    body: str, data: Path, open_page: OpenPage
) -> None:
    (data / "seas.geojson").write_text(body, encoding="utf-8")
    page = open_page()
    assert "seas.geojson" in page.plain_text
    assert works(page)
    assert "kara-sea" not in page.drawn


@pytest.mark.parametrize(
    ("kind", "place"),
    [("Point", "[]"), ("Polygon", "[null, null]"), ("LineString", "[]"), ("MultiPolygon", "null")],
)
def test_a_shape_without_positions_is_named_and_the_rest_is_drawn(
    kind: str, place: str, data: Path, open_page: OpenPage
) -> None:
    path = data / "straits.geojson"
    document = json.loads(path.read_text("utf-8"))
    document["features"][0]["geometry"] = {"type": kind, "coordinates": json.loads(place)}
    path.write_text(json.dumps(document), "utf-8")
    page = open_page()
    assert works(page)
    assert "straits.geojson" in page.plain_text


def test_a_feature_that_breaks_the_contract_is_named(data: Path, open_page: OpenPage) -> None:
    path = data / "straits.geojson"
    text = path.read_text("utf-8").replace('"kind": "strait"', '"kind": "dragon"', 1)
    path.write_text(text.replace('"kind":"strait"', '"kind":"dragon"', 1), "utf-8")
    page = open_page()
    assert "straits.geojson" in page.plain_text
    assert "dragon" in page.plain_text
    assert works(page)


def test_a_catalogue_without_files_is_a_sentence(data: Path, open_page: OpenPage) -> None:
    for path in data.glob("*.geojson"):
        path.unlink()
    page = open_page()
    assert not page.app.exception
    assert "No catalogue file" in page.plain_text


@pytest.mark.parametrize("fault", ["missing", "broken"])
def test_land_that_cannot_be_read_is_named_and_the_page_stands(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage
) -> None:
    land = tmp_path / "land.geojson"
    if fault == "broken":
        land.write_text("{", encoding="utf-8")
    monkeypatch.setattr(_cache, "make_chart", partial(make_chart, land=land))
    page = open_page()
    assert not page.app.exception
    assert "land.geojson" in page.plain_text
    assert "Northern Sea Route" in page.panel("articles")

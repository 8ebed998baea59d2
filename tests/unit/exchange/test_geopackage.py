"""GeoPackage: all layers and the tables beside them, the same each time."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio
import pytest

from geo.draw.layers import LAYERS, layer_of
from geo.exchange import geopackage
from geo.exchange.geopackage import make_geopackage
from geo.view import View
from tests.unit.exchange.views import shipped, snapshot_of


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "all.gpkg"
    path.write_bytes(make_geopackage(snapshot_of(catalogue=shipped())))
    return path


@contextmanager
def no_files() -> Iterator[None]:
    """Let this process write to no file, as where the disk is full."""
    import resource  # noqa: PLC0415  Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def contents(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_every_layer_that_holds_a_shape_is_there_with_its_title(whole: Path) -> None:
    held = {layer_of(feature).id for feature, _, _ in shipped().each_shape()}
    found = dict(contents(whole, "SELECT table_name, identifier FROM gpkg_contents"))
    assert {layer.id: layer.title for layer in LAYERS if layer.id in held}.items() <= found.items()
    assert {"about", "sources", "links"} <= set(found)


def test_a_layer_reads_back_in_wgs84_with_its_columns(whole: Path) -> None:
    routes = gpd.read_file(whole, layer="routes")
    assert routes.crs.to_epsg() == 4326
    assert "nsr" in set(routes["id"])
    assert routes["sources"].str.len().min() > 0
    checked = {feature.id: feature.last_checked for feature in shipped().of_kind("route")}
    assert dict(zip(routes["id"], routes["last_checked"], strict=True)) == checked


def test_tables_hold_licence_sources_and_links(whole: Path) -> None:
    about = dict(contents(whole, "SELECT key, value FROM about"))
    assert about["notice"] == "Not for navigation"
    assert "MIT" in str(about["licence"])
    assert len(contents(whole, "SELECT title FROM sources")) > 50
    text_start_end = contents(whole, "SELECT quote, start, end FROM links LIMIT 5")
    assert all(len(str(q)) == int(str(b)) - int(str(a)) for q, a, b in text_start_end)


def test_it_holds_all_layers_whatever_the_view_shows() -> None:
    view = View(nations=("JP",), hidden=("routes",))
    assert len(make_geopackage(snapshot_of(view, articles=[]))) > 0


def test_the_same_view_gives_the_same_file() -> None:
    snapshot = snapshot_of()
    assert make_geopackage(snapshot) == make_geopackage(snapshot)


def test_how_often_the_file_was_written_to_is_not_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot, written = snapshot_of(), geopackage._layer_file

    def written_once_more(*args: Any) -> bytes:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(written(*args))
            (version,) = database.execute("PRAGMA user_version").fetchone()
            for number in (1, version):
                database.execute(f"PRAGMA user_version = {number}")
            return database.serialize()

    before = make_geopackage(snapshot)
    monkeypatch.setattr(geopackage, "_layer_file", written_once_more)
    assert make_geopackage(snapshot) == before


def test_hostile_words_stay_values(tmp_path: Path) -> None:
    path = tmp_path / "small.gpkg"
    path.write_bytes(make_geopackage(snapshot_of()))
    (name,) = contents(path, "SELECT name FROM disputes")[0]
    assert "</script>" in str(name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_it_is_made_where_no_file_can_be_written_and_memory_is_given_back(tmp_path: Path) -> None:
    snapshot, left = snapshot_of(), pyogrio.vsi_listtree("/vsimem/")
    with no_files():
        file = make_geopackage(snapshot)
    assert pyogrio.vsi_listtree("/vsimem/") == left
    path = tmp_path / "small.gpkg"
    path.write_bytes(file)
    assert contents(path, "PRAGMA integrity_check") == [("ok",)]


def test_each_layer_is_counted_and_indexed(whole: Path) -> None:
    counted = dict(contents(whole, "SELECT table_name, feature_count FROM gpkg_ogr_contents"))
    assert len(counted) > 10
    for layer, count in counted.items():
        assert contents(whole, f'SELECT count(*) FROM "{layer}"') == [(count,)]  # noqa: S608
        assert contents(whole, f'SELECT count(*) FROM "rtree_{layer}_geom"') == [(count,)]  # noqa: S608
        triggers = (
            f"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{layer}'"  # noqa: S608
        )
        assert contents(whole, triggers) > [(5,)]


def test_a_layer_can_be_searched_by_place_and_added_to(whole: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    copy.write_bytes(whole.read_bytes())
    near = gpd.read_file(copy, layer="ports", bbox=(32.5, 68.5, 33.5, 69.5))
    assert "murmansk" in set(near["id"])
    near.to_file(copy, layer="ports", mode="a")
    again = gpd.read_file(copy, layer="ports", bbox=(32.5, 68.5, 33.5, 69.5))
    assert len(again) == 2 * len(near)

import json
from pathlib import Path

import pytest
from shapely import Point

from geo.catalogue.recipes.write import (
    replace_geometry,
    round_geometry,
    source,
    to_feature,
    write_collection,
)
from geo.errors import CatalogueError


def test_a_source_has_all_fields_and_unknown_ones_are_empty() -> None:
    assert source("Chart", date="2018") == {
        "title": "Chart",
        "publisher": "",
        "date": "2018",
        "licence": "",
        "url": "",
        "retrieved": "",
        "confidence": "",
    }


def test_every_property_and_every_source_stands_on_its_own_line(tmp_path: Path) -> None:
    properties = {"id": "pole", "names": ["North Pole"], "sources": [source("A"), source("B")]}
    write_collection(tmp_path / "x.geojson", [to_feature(properties, Point(0, 90))])
    lines = (tmp_path / "x.geojson").read_text(encoding="utf-8").splitlines()
    assert sum('"title"' in line for line in lines) == 2
    assert sum('"names"' in line for line in lines) == 1
    assert sum('"coordinates"' in line for line in lines) == 1


def test_what_is_written_is_json_and_keeps_every_script(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "x.geojson"
    write_collection(
        path, [to_feature({"id": "a", "details": {}}, None)], defaults={"name": "北极"}
    )
    text = path.read_text(encoding="utf-8")
    assert "北极" in text
    assert json.loads(text) == {
        "type": "FeatureCollection",
        "defaults": {"name": "北极"},
        "features": [
            {"type": "Feature", "properties": {"id": "a", "details": {}}, "geometry": None}
        ],
    }


def test_rounding_is_by_vertex() -> None:
    assert round_geometry(Point(-179.99996, 71.12345), decimals=4) == Point(-180.0, 71.1234)


def test_a_shape_without_a_feature_is_named(tmp_path: Path) -> None:
    path = tmp_path / "states.geojson"
    write_collection(path, [to_feature({"id": "RU"}, None)])
    with pytest.raises(CatalogueError, match=r"states\.geojson and the outlines differ in NO"):
        replace_geometry(path, {"RU": Point(0, 0), "NO": Point(1, 1)})

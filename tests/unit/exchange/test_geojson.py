"""GeoJSON: valid by RFC 7946 at 180 degrees and at the pole, with names and sources."""

import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from shapely.geometry import LinearRing, shape

from geo.errors import ExportError
from geo.exchange.geojson import make_geojson
from geo.view import View
from tests.unit.exchange.views import BAD, CHECKED, shipped, snapshot_of


@cache
def small() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(make_geojson(snapshot_of()))
    return made


@cache
def whole() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(make_geojson(snapshot_of(catalogue=shipped(), articles=[])))
    return made


def positions(coordinates: Any) -> list[list[float]]:
    if isinstance(coordinates[0], int | float):
        return [coordinates]
    return [position for inner in coordinates for position in positions(inner)]


def by_id(collection: dict[str, Any]) -> dict[str, Any]:
    return {item["id"]: item for item in collection["features"]}


@pytest.mark.parametrize("made", [small, whole])
def test_every_position_lies_on_the_globe_and_there_is_no_crs_member(made: Any) -> None:
    collection = made()
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    for item in collection["features"]:
        if item["geometry"]:
            for lon, lat in positions(item["geometry"]["coordinates"]):
                assert -180 <= lon <= 180
                assert -90 <= lat <= 90


def test_each_feature_says_when_its_facts_were_last_checked() -> None:
    assert {item["properties"]["last_checked"] for item in small()["features"]} == {CHECKED}
    assert all(item["properties"]["last_checked"] for item in whole()["features"])


@pytest.mark.parametrize("made", [small, whole])
def test_shells_wind_counter_clockwise_and_holes_clockwise(made: Any) -> None:
    for item in made()["features"]:
        geometry = item["geometry"]
        if not geometry or not geometry["type"].endswith("Polygon"):
            continue
        single = geometry["type"] == "Polygon"
        for shell, *holes in [geometry["coordinates"]] if single else geometry["coordinates"]:
            assert LinearRing(shell).is_ccw, item["id"]
            assert not any(LinearRing(hole).is_ccw for hole in holes), item["id"]


def test_no_line_jumps_over_180_degrees() -> None:
    for item in [*small()["features"], *whole()["features"]]:
        geometry = item["geometry"]
        if geometry and geometry["type"] == "MultiLineString":
            for line in geometry["coordinates"]:
                steps = pairwise(line)
                assert all(abs(a[0] - b[0]) <= 180 or 90 in {a[1], b[1]} for a, b in steps)


def test_every_shape_of_the_shipped_catalogue_stays_what_it_is() -> None:
    items = by_id(whole())
    for feature, variant, geometry in shipped().each_shape():
        identity = f"{feature.id}.{variant}" if variant else feature.id
        if identity in items:
            assert shape(items[identity]["geometry"]).equals_exact(
                geometry, 1e-6, normalize=True
            ), identity


def test_a_place_at_the_pole_is_at_the_pole_and_its_name_is_its_name() -> None:
    pole = by_id(small())["pole"]
    assert pole["geometry"]["coordinates"][1] == 90
    assert pole["names"][0]["toponym"] == BAD


def test_each_variant_has_its_id_and_a_group_has_no_shape() -> None:
    items = by_id(small())
    assert {"nsr.main", "nsr.polar", "RU", "IR"} <= set(items)
    assert items["nsr.main"]["properties"]["variant_name"] == "@Main"


def test_names_types_classes_and_links_follow_linked_places() -> None:
    nsr = by_id(whole())["nsr." + next(iter(shipped().shapes("nsr")))]
    assert {"toponym": "Севморпуть", "lang": "ru"} in nsr["names"]
    assert nsr["types"] == [{"label": "Route"}]
    assert nsr["properties"]["fclasses"] == ["R"]
    assert nsr["@id"].startswith("https://map.example/?feature=nsr")
    assert all(link["identifier"].startswith("http") for link in nsr["links"])


def test_sources_licence_date_and_address_are_inside() -> None:
    provenance = small()["provenance"]
    assert provenance["date"] == "2026-11-22"
    assert provenance["address"] == "https://map.example/"
    assert provenance["notice"] == "Not for navigation"
    assert any(source.get("licence") == "CC0" for source in provenance["sources"])
    assert any("Natural Earth" in source["title"] for source in provenance["sources"])


def test_an_empty_view_is_refused_with_a_remedy() -> None:
    layers = ("routes", "states", "zones", "regions", "ports", "other-states")
    view = View(nations=("JP",), hidden=layers)
    with pytest.raises(ExportError, match="Clear the filter"):
        make_geojson(snapshot_of(view))

"""Routes avoid land, have their known lengths, and state the source of each waypoint."""

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from shapely import LineString, STRtree
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.land.near_routes import ROUTES
from geo.catalogue.recipes.routes import draw_track
from geo.geodesy import POLAR, WGS84, densify, length_nm
from tests import shipped

FIXTURE = Path(__file__).parents[1] / "data" / "land-10m-routes.geojson.gz"
CATALOGUE = shipped.catalogue()
CANALS = ("suez-canal", "panama-canal", "kiel-canal")

LENGTHS_NM = {
    ("nsr", "kara-gate-sannikov"): 2633,
    ("nsr", "kara-gate-dmitry-laptev"): 2668,
    ("nsr", "zhelaniya-sannikov"): 2211,
    ("nsr", "zhelaniya-north-of-new-siberian"): 2127,
    ("nsr", "north-of-severnaya-zemlya"): 2060,
    ("nsr", "shokalsky"): 2277,
    ("nsr", "yugorsky-shar"): 2697,
    ("nep", "rotterdam-yokohama-kara-gate"): 7393,
    ("nep", "rotterdam-yokohama-zhelaniya"): 7004,
    ("nwp", "route-1"): 2865,
    ("nwp", "route-2"): 2975,
    ("nwp", "route-3"): 3316,
    ("nwp", "route-4"): 3469,
    ("nwp", "route-5"): 3248,
    ("nwp", "route-6"): 3401,
    ("nwp", "route-7"): 3067,
    ("tsr", "via-north-pole"): 2668,
    ("tsr", "off-pole-eurasian-side"): 2754,
    ("arctic-bridge", "main"): 3743,
    ("psr-northeast", "shanghai-rotterdam"): 7708,
    ("psr-northeast", "dalian-rotterdam"): 8328,
    ("psr-northwest", "shanghai-new-york"): 8814,
    ("psr-central", "shanghai-rotterdam"): 7281,
    ("suez", "rotterdam-yokohama"): 11311,
    ("suez", "rotterdam-shanghai"): 10539,
    ("cape-of-good-hope", "rotterdam-shanghai"): 13959,
    ("panama", "rotterdam-yokohama"): 12652,
}
PUBLISHED_NM = {
    ("nep", "rotterdam-yokohama-kara-gate"): 7345,
    ("psr-northeast", "shanghai-rotterdam"): 7931,
    ("arctic-bridge", "main"): 3600,
    ("suez", "rotterdam-yokohama"): 11205,
    ("suez", "rotterdam-shanghai"): 10600,
    ("cape-of-good-hope", "rotterdam-shanghai"): 13800,
    ("panama", "rotterdam-yokohama"): 12639,
}
WAYS = [(route, variant.slug) for route in ROUTES for variant in CATALOGUE.features[route].variants]


def waypoints(route: str, slug: str) -> list[dict[str, Any]]:
    variants = {variant.slug: variant for variant in CATALOGUE.features[route].variants}
    return [dict(point) for point in variants[slug].waypoints]


def to_polar(*shapes: BaseGeometry) -> list[BaseGeometry]:
    return list(gpd.GeoSeries(shapes, crs=WGS84).to_crs(POLAR))


def legs(route: str, slug: str) -> Iterator[tuple[str, BaseGeometry]]:
    for start, end in pairwise(waypoints(route, slug)):
        track = densify([(p["lon"], p["lat"]) for p in (start, end)], step_km=1.0)
        yield f"{start['name']} to {end['name']}", to_polar(LineString(track))[0]


@pytest.fixture(scope="module")
def fixture() -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(gzip.decompress(FIXTURE.read_bytes()))
    return collection


@pytest.fixture(scope="module")
def land(fixture: dict[str, Any]) -> STRtree:
    shapes = [shapely.geometry.shape(item["geometry"]) for item in fixture["features"]]
    return STRtree(to_polar(*shapes))


@pytest.fixture(scope="module")
def strip(fixture: dict[str, Any]) -> BaseGeometry:
    return shapely.transform(shapely.from_wkt(fixture["strip"]), lambda xy: xy * 1000)


def test_every_route_is_tried_against_land() -> None:
    assert {feature.id for feature in CATALOGUE.of_kind("route", "corridor")} == set(ROUTES)


@pytest.mark.parametrize(("route", "slug"), WAYS)
def test_no_leg_of_a_route_crosses_land_but_in_a_canal(
    land: STRtree, strip: BaseGeometry, route: str, slug: str
) -> None:
    gates = to_polar(*(LineString(CATALOGUE.features[one].details["gate"]) for one in CANALS))
    for name, leg in legs(route, slug):
        if any(leg.intersects(gate) for gate in gates):
            continue
        assert strip.covers(leg), (
            f"{name}: outside the test's land; run land.near_routes of the recipes"
        )
        assert not land.query(leg, predicate="intersects").size, f"{name} crosses land"


def test_the_land_of_the_leg_test_would_catch_a_leg_over_wrangel_island(land: STRtree) -> None:
    over = to_polar(LineString(densify([(178.0, 71.1), (-177.0, 71.1)], step_km=1.0)))[0]
    assert land.query(over, predicate="intersects").size


@pytest.mark.parametrize(("route", "slug"), LENGTHS_NM)
def test_routes_have_the_lengths_that_were_measured(route: str, slug: str) -> None:
    line = CATALOGUE.shapes(route)[slug]
    assert length_nm(line) == pytest.approx(LENGTHS_NM[route, slug], rel=0.001)


@pytest.mark.parametrize(("route", "slug"), PUBLISHED_NM)
def test_lengths_agree_with_published_figures(route: str, slug: str) -> None:
    line = CATALOGUE.shapes(route)[slug]
    assert length_nm(line) == pytest.approx(PUBLISHED_NM[route, slug], rel=0.05)


def test_every_track_is_the_one_that_its_waypoints_give() -> None:
    stale = [
        (feature.id, variant.slug)
        for feature in CATALOGUE.of_kind("route", "corridor")
        for variant in feature.variants
        if CATALOGUE.shapes(feature.id).get(variant.slug)
        != draw_track([(point["lon"], point["lat"]) for point in variant.waypoints])
    ]
    assert stale == [], "Run `make overlay`: it draws these anew."


@pytest.mark.parametrize("route", ROUTES)
def test_every_waypoint_has_a_name_a_source_and_a_confidence(route: str) -> None:
    for variant in CATALOGUE.features[route].variants:
        for point in waypoints(route, variant.slug):
            assert set(point) - {"place"} == {"name", "lon", "lat", "source", "confidence"}
            assert point["name"]
            assert point["source"]
            assert point["confidence"]


def test_a_track_that_leaves_the_map_says_where_it_goes() -> None:
    known = {place.name for place in CATALOGUE.of_kind("place")}
    places = {
        identity: {leaving.to for exits in of_slug.values() for leaving in exits}
        for identity, of_slug in shipped.chart("polar").exits.items()
    }
    assert places["nep"] == {"Yokohama"}
    assert places.pop("suez") == {"Suez"}, "by Suez, wherever it ends"
    assert places.pop("panama") == {"Panama"}
    assert places.pop("cape-of-good-hope") == {"the Cape"}
    assert {identity: to for identity, to in places.items() if not to <= known} == {}


def test_the_transpolar_route_reaches_the_pole() -> None:
    line = CATALOGUE.shapes("tsr")["via-north-pole"]
    assert line.bounds[3] == 90.0
    assert to_polar(line)[0].is_valid


def test_the_northwest_passage_has_the_seven_routes_of_headland() -> None:
    slugs = [variant.slug for variant in CATALOGUE.features["nwp"].variants]
    assert slugs == [f"route-{number}" for number in range(1, 8)]

"""The areas of rules: each has a source, dates and reliability, and covers what it should."""

import itertools
import json
import shutil
from pathlib import Path

import pytest
import shapely

from geo.catalogue.names import names_of
from geo.catalogue.recipes.regimes.__main__ import FILE, build
from geo.catalogue.recipes.regimes.tables import read_tables
from geo.catalogue.records import DATA, FINE_ZONES, Feature
from geo.draw.layers import LAYERS, layer_of
from geo.draw.scene import make_scene
from geo.linker.lexicon import load_lexicon
from geo.linker.mentions import find_mentions
from geo.view import View
from tests import shipped
from tests.contract.documents import ROOT

REGIMES = shipped.catalogue().of_kind("regime")
CONTROL = [f"shipping-safety-control-zone-{n}" for n in range(1, 17)]
INSIDE = [
    ("polar-code-waters", 0, 75), ("polar-code-waters", 180, 89.9), ("polar-code-waters", -175, 62),
    ("heavy-fuel-oil-ban", -45, 59.5), ("svalbard-heavy-fuel-oil-ban", 15.0, 78.25),
    ("shipping-safety-control-zone-13", -85, 74.2), ("shipping-safety-control-zone-1", -120, 78),
    ("shipping-safety-control-zone-8", -78, 67.5), ("shipping-safety-control-zone-15", -70, 61.5),
    ("northern-canada-vts-zone", -93.5, 59.2), ("northern-canada-vts-zone", -80, 53),
    ("northern-canada-vts-zone", -67.5, 59), ("northern-canada-vts-zone", -85, 74.2),
    ("nsr-water-area", 103.5, 77.9), ("nsr-water-area", 180, 71), ("nsr-water-area", -170, 67),
    ("nsr-water-area", 73.2, 68), ("nsr-water-area", 57.9, 70.55), ("nsr-water-area", 72, 78),
    ("central-arctic-fisheries", 180, 88), ("central-arctic-fisheries", -160, 80),
    ("eca-norwegian-sea", 5, 66), ("eca-north-sea", 3, 56), ("eca-baltic", 20, 57),
    ("eca-baltic", 22, 64.5), ("eca-canadian-arctic", -100, 74.4),
    ("eca-north-american", -145, 58), ("eca-north-american", -52, 51),
    ("shelf-norway-nansen-basin", 20, 84.2), ("shelf-norway-banana-hole", 2, 69),
    ("shelf-norway-loop-hole", 36, 74.3), ("bering-strait-precautionary-area-e", -169.35, 65.85),
]  # fmt: skip
OUTSIDE = [
    ("polar-code-waters", -10, 60.5), ("polar-code-waters", 20, 71.5),
    ("polar-code-waters", 38, 66), ("polar-code-waters", 160, 60.5),
    ("polar-code-waters", -147, 60.5),
    ("nsr-water-area", 40, 73), ("nsr-water-area", 55, 70), ("nsr-water-area", -171, 65.5),
    ("nsr-water-area", -168, 68), ("nsr-water-area", 66, 78),
    ("svalbard-heavy-fuel-oil-ban", 8, 78), ("shipping-safety-control-zone-13", -72, 77.5),
    ("northern-canada-vts-zone", -62, 58), ("northern-canada-vts-zone", -55, 69),
    ("central-arctic-fisheries", 20, 83), ("eca-norwegian-sea", 15, 77),
    ("eca-norwegian-sea", 5, 61), ("eca-north-sea", -5, 53.5), ("eca-baltic", 10, 58.2),
    ("eca-canadian-arctic", -139, 70.5), ("shelf-norway-loop-hole", 38, 74.3),
]  # fmt: skip


def covers(identity: str, lon: float, lat: float) -> bool:
    (shape,) = shipped.catalogue().shapes(identity).values()
    return bool(shape.covers(shapely.Point(lon, lat)))


@pytest.mark.parametrize("feature", REGIMES, ids=lambda feature: feature.id)
def test_every_area_has_source_dates_reliability_and_a_note(feature: Feature) -> None:
    assert all(source.title and source.confidence for source in feature.sources)
    assert feature.details["instrument"]
    assert feature.details["confidence"]
    assert {"in force", "adopted", "submitted"} & feature.details.keys()
    assert feature.status == "official"
    assert 1 <= feature.note.count(". ") + 1 <= 4
    layer = layer_of(feature)
    assert not layer.on
    assert layer.id not in {"zones", "regions"}


def test_the_document_names_every_area() -> None:
    text = (ROOT / "docs" / "regimes.md").read_text(encoding="utf-8")
    ids = [feature.id for feature in REGIMES if feature.id not in CONTROL]
    assert [identity for identity in ids if f"`{identity}`" not in text] == []
    assert "`shipping-safety-control-zone-1`" in text
    assert "## Not held" in text


@pytest.mark.parametrize("feature", REGIMES, ids=lambda feature: feature.id)
def test_every_shape_is_valid_and_on_the_globe(feature: Feature) -> None:
    (shape,) = shipped.catalogue().shapes(feature.id).values()
    west, south, east, north = shape.bounds
    assert shape.is_valid
    assert shape.area > 0
    assert -180 <= west < east <= 180
    assert 20 < south < north <= 90


@pytest.mark.parametrize(("identity", "lon", "lat"), INSIDE)
def test_an_area_covers_its_waters(identity: str, lon: float, lat: float) -> None:
    assert covers(identity, lon, lat)


@pytest.mark.parametrize(("identity", "lon", "lat"), OUTSIDE)
def test_an_area_ends_where_its_rules_end(identity: str, lon: float, lat: float) -> None:
    assert not covers(identity, lon, lat)


def test_the_sixteen_control_zones_overlap_in_slivers_only() -> None:
    shapes = [next(iter(shipped.catalogue().shapes(one).values())) for one in CONTROL]
    for one, other in itertools.combinations(shapes, 2):
        assert one.intersection(other).area < 0.003 * min(one.area, other.area)


def test_canada_s_reporting_zone_holds_the_control_zones() -> None:
    (whole,) = shipped.catalogue().shapes("northern-canada-vts-zone").values()
    for identity in CONTROL:
        (shape,) = shipped.catalogue().shapes(identity).values()
        assert shape.difference(whole).area < 0.01 * shape.area, identity


def test_the_fuel_ban_holds_in_the_waters_of_the_polar_code() -> None:
    shapes = shipped.catalogue().shapes
    (ban,), (code,) = (shapes(i).values() for i in ("heavy-fuel-oil-ban", "polar-code-waters"))
    assert ban.equals(code)


def test_the_water_area_off_russia_is_as_large_as_its_zones_there() -> None:
    (feature,) = [one for one in REGIMES if one.id == "nsr-water-area"]
    assert 2.9e6 < feature.details["area_km2"] < 3.5e6


def test_the_file_is_what_the_tables_make_and_small(tmp_path: Path) -> None:
    shutil.copy(DATA / FINE_ZONES, tmp_path)
    assert build(tmp_path) == len(REGIMES)
    made, ships = ((folder / FILE).read_bytes() for folder in (tmp_path, DATA))
    assert made == ships
    assert len(ships) < 290_000


def test_the_days_of_the_last_check_are_those_of_the_table() -> None:
    days = {row["id"]: row["last_checked"] for row in read_tables().regimes}
    features = json.loads((DATA / FILE).read_text(encoding="utf-8"))["features"]
    assert days == {f["properties"]["id"]: f["properties"]["last_checked"] for f in features}


def test_an_article_that_mentions_an_area_shows_it_though_its_layer_is_off() -> None:
    catalogue, chart = shipped.catalogue(), shipped.chart("polar")
    scene = make_scene(
        catalogue, View(), chart, visible=set(catalogue.features), named={"polar-code-waters"}
    )
    assert {one.id for one in REGIMES} & set(scene.shown) == {"polar-code-waters"}
    quiet = make_scene(catalogue, View(), chart, visible=set(catalogue.features), named=())
    assert {one.id for one in REGIMES} & set(quiet.shown) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ships report in the NORDREG zone.", "northern-canada-vts-zone"),
        ("It enters Shipping Safety Control Zone 13.", "shipping-safety-control-zone-13"),
        ("They approved a ban on heavy fuel oil in the Arctic.", "heavy-fuel-oil-ban"),
        ("An emission control area in the Norwegian Sea opens.", "eca-norwegian-sea"),
        ("The Northern Sea Route crosses Arctic waters.", "nsr"),
        ("A storm crossed the Norwegian Sea.", "norwegian-sea"),
    ],
)
def test_an_article_finds_an_area_by_name_and_no_sea_or_route_is_lost(
    text: str, wanted: str
) -> None:
    lexicon = load_lexicon(names_of(shipped.catalogue().features.values()))
    assert find_mentions(text, lexicon)[0].target == wanted


def test_the_layers_of_rules_are_off_until_switched_on() -> None:
    ids = {layer_of(feature).id for feature in REGIMES}
    assert ids == {
        "nsr-area", "polar-code", "fuel-ban", "control-zones", "vts-zone", "routeing",
        "emission-areas", "fisheries", "shelf",
    }  # fmt: skip
    assert not any(layer.on for layer in LAYERS if layer.id in ids)

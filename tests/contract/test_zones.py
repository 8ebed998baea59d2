"""What is promised of the shipped zones, treaty lines and waters."""

import gzip
import json
from collections import Counter
from typing import Any

import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from geo.catalogue.features import Catalogue
from geo.catalogue.recipes.zones.check import check_zone_file
from geo.catalogue.records import DATA
from geo.catalogue.schema import LINES
from geo.geodesy import GEOD, leg_lengths_nm
from geo.measure.overlay import tracks
from geo.measure.waters import load_waters
from geo.measure.zones import LAND, load_zones
from tests import shipped

MAP, FINE = DATA / "zones.geojson", DATA / "zones-fine.geojson.gz"
KINDS = {"internal_waters", "territorial_sea", "eez", "high_seas", "disputed", "joint"}


@pytest.fixture(scope="module")
def catalogue() -> Any:
    return shipped.catalogue()


@pytest.fixture(scope="module")
def map_zones() -> Any:
    return json.loads(MAP.read_text(encoding="utf-8"))["features"]


def test_the_zone_files_pass_their_check() -> None:
    check_zone_file(MAP)
    check_zone_file(FINE, overlap_km2=0.5)


def test_the_zone_files_keep_their_sizes() -> None:
    assert MAP.stat().st_size < 400_000
    assert FINE.stat().st_size < 2_000_000


def test_both_files_hold_the_same_zones(map_zones: list[dict[str, Any]]) -> None:
    fine = json.loads(gzip.decompress(FINE.read_bytes()))["features"]
    details = {f["properties"]["id"]: f["properties"]["details"] for f in map_zones}
    assert {f["properties"]["id"] for f in fine} == set(details)
    for feature in fine:
        same = details[feature["properties"]["id"]]
        assert feature["properties"]["zone"] == same["zone"]
        assert feature["properties"]["states"] == same["states"]


def test_the_eight_arctic_states_and_the_pockets_have_their_zones(
    map_zones: list[dict[str, Any]],
) -> None:
    ids = {feature["properties"]["id"] for feature in map_zones}
    assert {
        "ru-eez", "us-eez", "ca-eez", "gl-eez", "fo-eez", "is-eez", "no-eez", "sj-svalbard-eez",
        "sj-jan-mayen-eez", "se-eez", "fi-eez", "dk-eez", "ru-territorial-sea",
        "ca-internal-waters", "central-arctic-ocean-high-seas", "loophole", "banana-hole",
        "donut-hole", "peanut-hole", "beaufort-wedge", "us-ru-special-areas",
    } <= ids  # fmt: skip
    assert {feature["properties"]["details"]["zone"] for feature in map_zones} <= KINDS


def test_no_zone_reaches_south_of_fifty_north(map_zones: list[dict[str, Any]]) -> None:
    for feature in map_zones:
        assert shape(feature["geometry"]).bounds[1] >= 49.99, feature["properties"]["id"]


def test_every_place_at_sea_is_in_exactly_one_zone_of_the_map(
    map_zones: list[dict[str, Any]],
) -> None:
    rng = np.random.default_rng(7)
    z = rng.uniform(np.sin(np.radians(50.5)), 1.0, 4_000)
    points = shapely.points(rng.uniform(-180, 180, 4_000), np.degrees(np.arcsin(z)))
    hits = Counter()
    for feature in map_zones:
        zone = shape(feature["geometry"])
        shapely.prepare(zone)
        hits.update(np.flatnonzero(shapely.contains(zone, points)).tolist())
    assert max(hits.values()) == 1
    # What is in no zone is land: some 53 % of the globe north of 50.5 degrees.
    assert 0.45 < len(hits) / 4_000 < 0.50


def test_the_map_and_the_fine_zones_agree_except_along_the_edges(
    map_zones: list[dict[str, Any]],
) -> None:
    rng = np.random.default_rng(8)
    z = rng.uniform(np.sin(np.radians(50.5)), 1.0, 4_000)
    lon, lat = rng.uniform(-180, 180, 4_000), np.degrees(np.arcsin(z))
    fine = load_zones()
    index = fine.at(lon, lat)
    points = shapely.points(lon, lat)
    coarse = np.full(4_000, "land", dtype="U60")
    for feature in map_zones:
        zone = shape(feature["geometry"])
        shapely.prepare(zone)
        coarse[shapely.contains(zone, points)] = feature["properties"]["id"]
    named = np.array(["land" if i == LAND else fine.ids[i] for i in index])
    assert (named == coarse).mean() > 0.98


@pytest.mark.parametrize(
    "unit",
    ["RU", "US-alaska", "CA", "GL", "IS", "NO", "SJ-svalbard", "SJ-jan-mayen", "DK", "SE"],
)
def test_the_area_is_within_two_percent_of_the_published_one(unit: Any) -> None:
    table = pd.read_csv(DATA / "zone_areas.csv").set_index("unit")
    assert abs(table.loc[unit, "difference_percent"]) < 2.0


def test_a_larger_difference_of_area_is_explained() -> None:
    table = pd.read_csv(DATA / "zone_areas.csv", keep_default_na=False)
    for row in table.itertuples():
        assert abs(row.difference_percent) < 2.0 or row.note, row.unit


def test_every_zone_names_its_coastal_states(map_zones: list[dict[str, Any]]) -> None:
    for feature in map_zones:
        properties = feature["properties"]
        nations = {entry["nation"] for entry in properties["nations"]}
        assert set(properties["details"]["states"]) <= nations, properties["id"]


def test_the_zones_and_lines_follow_the_schema(catalogue: Catalogue) -> None:
    assert not [p for p in catalogue.problems if p.startswith(("zones", "boundaries"))]
    assert len(catalogue.of_kind("zone")) > 40
    assert len(catalogue.of_kind("boundary")) > 20


def test_every_boundary_states_its_nature(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("boundary"):
        assert feature.details["line"] in LINES, feature.id
        assert feature.details["agreement"], feature.id
        assert feature.details.get("in_force") or feature.type == "baseline", feature.id
        assert feature.nations, feature.id


def test_the_line_of_1990_is_labelled_as_not_ratified(catalogue: Catalogue) -> None:
    line = catalogue.feature("russia-usa-maritime-boundary")
    assert "not ratified" in line.details["in_force"]


def test_agreed_lines_run_between_the_zones_of_their_parties(catalogue: Catalogue) -> None:
    zones = load_zones()
    line = catalogue.shapes("norway-russia-barents-line")[""]
    for share in (0.1, 0.2, 0.45, 0.9):
        point = line.interpolate(share, normalized=True)
        sides = {
            code
            for azimuth in range(0, 360, 45)
            for index in zones.at(*map(np.atleast_1d, GEOD.fwd(point.x, point.y, azimuth, 8e3)[:2]))
            for code in zones.codes(int(index))
        }
        assert sides <= {"NO", "RU", "SJ"}


def test_waters_add_up_to_the_length_of_every_track(catalogue: Catalogue) -> None:
    waters = load_waters()
    assert not waters.missing
    for track in tracks(catalogue):
        length = sum(leg_lengths_nm(track.positions))
        assert waters.length_nm(track.feature, track.variant) == pytest.approx(length, rel=1e-3)


def test_the_waters_are_those_of_the_present_tracks_and_zones(catalogue: Catalogue) -> None:
    assert load_waters().is_stale(catalogue) == []


def test_waters_south_of_the_zones_are_never_called_high_seas() -> None:
    frame = load_waters().frame
    suez = frame[frame["feature"] == "suez"]
    assert (suez["zone"] == "not_assessed").any()
    assert not (suez["zone"] == "high_seas").any()


def test_the_northern_sea_route_lies_in_russian_waters() -> None:
    waters = load_waters()
    for variant in waters.variants("nsr"):
        totals = waters.totals("nsr", variant)
        assert totals.loc[totals["state"] == "RU", "share"].sum() > 0.9
    assert waters.coastal_nm("nsr")["RU"] > 1_900

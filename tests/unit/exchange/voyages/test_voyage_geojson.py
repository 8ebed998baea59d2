"""The lines of a voyage: valid by RFC 7946, cut at 180 degrees, as long as measured."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from shapely.geometry import shape

from geo.errors import ExportError
from geo.exchange.voyages.geojson import voyage_geojson
from geo.exchange.voyages.tables import columns_of
from geo.geodesy import length_nm
from geo.measure.voyages.records import Voyage
from geo.measure.voyages.shares import RESTS
from tests.unit.exchange.voyages.samples import (
    ADDRESS,
    BAD,
    BASE,
    DAY,
    hostile,
    measured,
    without_ways,
)


def made(voyage: Voyage) -> dict[str, Any]:
    file = voyage_geojson(voyage, base=BASE, address=ADDRESS, day=DAY, lit="nsr")
    found: dict[str, Any] = json.loads(file)
    return found


def lines(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in collection["features"] if one["geometry"]["type"] != "Point"]


def test_each_variant_is_a_line_and_both_ports_are_points() -> None:
    collection = made(measured())
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert len(lines(collection)) == sum(len(way.variants) for way in measured().ways)
    ports = [one for one in collection["features"] if one["geometry"]["type"] == "Point"]
    assert [one["properties"]["role"] for one in ports] == ["origin", "destination"]
    assert [one["properties"]["title"] for one in ports] == ["Rotterdam", "Yokohama"]
    ids = [one["id"] for one in collection["features"]]
    assert "nsr.kara-gate-sannikov" in ids
    assert len(set(ids)) == len(ids)


def test_the_waters_of_a_line_add_up_to_its_length() -> None:
    for one in lines(made(measured())):
        known = one["properties"]
        states = [name for name in known if re.fullmatch("nm_[A-Z]{2}", name)]
        added = [*states, *(f"nm_{zone}" for zone in RESTS)]
        assert sum(known[name] or 0 for name in added) == pytest.approx(
            known["nm"], abs=0.05 * len(added)
        )


def test_every_line_keeps_within_180_degrees_and_makes_no_jump() -> None:
    for one in lines(made(measured())):
        geometry = one["geometry"]
        is_one = geometry["type"] == "LineString"
        parts = [geometry["coordinates"]] if is_one else geometry["coordinates"]
        for part in parts:
            assert len(part) > 1
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in part)
            polar = [abs(a[1]) > 89 or abs(b[1]) > 89 for a, b in pairwise(part)]
            steps = [abs(a[0] - b[0]) for a, b in pairwise(part)]
            assert all(step < 60 or near for step, near in zip(steps, polar, strict=True)), one[
                "id"
            ]
        for before, after in pairwise(parts):
            is_cut = {abs(before[-1][0]), abs(after[0][0])} == {180}
            assert is_cut or before[-1] == after[0]  # or one touches itself at the Pole
            assert before[-1][1] == pytest.approx(after[0][1], abs=1e-5)


def test_a_track_over_180_is_cut_there_and_runs_from_origin_to_destination() -> None:
    first, *_ = lines(made(hostile()))
    west, east = first["geometry"]["coordinates"]
    assert first["geometry"]["type"] == "MultiLineString"
    assert west[0] == [150, 60]
    assert (west[-1][0], east[0][0]) == (180, -180)
    assert east[-1] == [-160, 58]
    assert shape(first["geometry"]).is_valid


def test_the_lines_are_as_long_as_measured() -> None:
    for one in lines(made(measured())):
        nm = length_nm(shape(one["geometry"]))
        assert nm == pytest.approx(one["properties"]["nm"], rel=2e-3), one["id"]


def test_properties_are_those_of_the_table() -> None:
    for one in lines(made(measured())):
        assert set(columns_of(measured())) <= set(one["properties"])
        assert one["properties"]["notice"] == "Not for navigation"
        assert one["properties"]["draught_m"] == 11.0
        assert one["properties"]["co2_t_per_t_fuel"] == 3.114
        is_shallow = one["properties"]["too_shallow"]
        assert is_shallow is (one["properties"]["shut"] == "draught")
        assert bool(one["properties"]["shut_because"]) is is_shallow
    shortest = {one["id"] for one in lines(made(measured())) if one["properties"]["is_shortest"]}
    assert shortest == {"tsr.via-north-pole", "tsr.off-pole-eurasian-side"}
    usual = {one["id"] for one in lines(made(measured())) if one["properties"]["is_usual"]}
    assert usual == {"suez"}


def test_provenance_has_sources_licence_notice_citation_day_and_address() -> None:
    found = made(measured())["provenance"]
    assert found["notice"] == "Not for navigation"
    assert found["date"] == "2026-11-22"
    assert found["address"] == ADDRESS
    assert "MIT licence" in found["licence"]
    assert found["citation"].endswith(f"22 November 2026. {ADDRESS}")
    assert any("searoute" in source["title"] for source in found["sources"])
    assert any("7,345 nm" in source["title"] for source in found["sources"])
    draughts = [one for one in found["sources"] if one["title"].startswith("Draught on Route 3")]
    assert len(draughts) == 1
    assert "Headland" in draughts[0]["title"]


def test_without_day_there_is_no_citation_and_the_address_is_the_app_s() -> None:
    found = json.loads(voyage_geojson(hostile(), base=BASE))["provenance"]
    assert found["address"] == BASE
    assert not {"citation", "date"} & set(found)


def test_hostile_words_stay_words() -> None:
    first, second, *_ = lines(made(hostile()))
    assert first["properties"]["variant_name"] == BAD
    assert first["properties"]["origin"] == BAD
    assert second["properties"]["shut"] == "draught"


def test_a_voyage_by_no_way_is_refused_with_the_sentence() -> None:
    with pytest.raises(ExportError, match="No way by water"):
        made(without_ways())


def test_the_same_voyage_gives_the_same_bytes() -> None:
    assert voyage_geojson(measured(), base=BASE) == voyage_geojson(measured(), base=BASE)

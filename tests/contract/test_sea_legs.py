"""North of 60 N no leg of voyages crosses Natural Earth's 1:10m land.

Further south most legs are searoute's, which keep to its sea lanes at a coarser scale.
"""

import csv
import gzip
import json
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import shapely
from shapely import LineString, STRtree
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.land.near_routes import parts_in_north
from geo.catalogue.sea_legs import is_north, node_of, read_sea_legs, searoute_legs
from geo.geodesy import METRES_PER_NM, densify, leg_lengths_nm, to_polar
from geo.measure.voyages.network import SeaNetwork, load_network
from tests import shipped
from tests.repository import ROOT

LAND = ROOT / "tests" / "data" / "land-10m-routes.geojson.gz"
LEGS = read_sea_legs()
BERTH_NM = 5.0
"""A port lies on its shore: the first miles of an approach may cross the coast of the land."""
CORNER_NM = 0.05
"""Positions are rounded to some ten metres, and approaches go from corner to corner of the land."""
Track = tuple[tuple[float, float], ...]


@pytest.fixture(scope="module")
def fixture() -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(gzip.decompress(LAND.read_bytes()))
    return collection


@pytest.fixture(scope="module")
def land(fixture: dict[str, Any]) -> STRtree:
    shapes = [shapely.geometry.shape(item["geometry"]) for item in fixture["features"]]
    return STRtree([to_polar(shape) for shape in shapes])


@pytest.fixture(scope="module")
def strip(fixture: dict[str, Any]) -> BaseGeometry:
    area = shapely.transform(shapely.from_wkt(fixture["strip"]), lambda xy: xy * 1000)
    shapely.prepare(area)
    return area


@pytest.fixture(scope="module")
def network() -> SeaNetwork:
    return load_network(shipped.catalogue())


def over_land(
    tracks: list[Track], land: STRtree, strip: BaseGeometry, *, corner_nm: float = 0.0
) -> list[Track]:
    """Return the tracks that meet land, but for corners that are cut by less than a length."""
    found = []
    for track in tracks:
        for part in parts_in_north(track, step_km=1.0):
            assert strip.covers(part), (
                f"{track}: outside the test's land; run land.near_routes of the recipes"
            )
            met = land.geometries[land.query(part, predicate="intersects")]
            lengths_m = shapely.length(shapely.intersection(part, met))
            if (lengths_m >= corner_nm * METRES_PER_NM).any():
                found.append(track)
    return found


def rivers() -> dict[str, int]:
    """Return the number of positions of each port's course down a river."""
    text = (files("geo.catalogue.recipes.voyages") / "rivers.csv").read_text("utf-8")
    ports = [row["port"] for row in csv.DictReader(text.splitlines())]
    return {port: ports.count(port) for port in ports}


def off_the_berth(whole: Track, river: int) -> Track:
    """Return a track without its course down a river and the first miles from there."""
    track = whole[river:]
    if len(track) < 2:
        return ()
    dense = densify(track, step_km=1.0)
    sailed = np.cumsum([0.0, *leg_lengths_nm(dense)])
    return tuple(at for at, nm in zip(dense, sailed, strict=True) if nm > BERTH_NM)


def test_no_leg_of_open_water_crosses_land(land: STRtree, strip: BaseGeometry) -> None:
    tracks = [leg.track for leg in LEGS if leg.kind in {"sea", "gate"}]
    assert len(tracks) > 500
    assert over_land(tracks, land, strip) == []


def test_no_leg_of_an_arctic_route_crosses_land(
    land: STRtree, strip: BaseGeometry, network: SeaNetwork
) -> None:
    chains = [chain for each in network.chains.values() for chain in each]
    tracks = [leg for chain in chains for leg in pairwise(chain.nodes)]
    assert len(tracks) > 200
    assert over_land(tracks, land, strip) == []


def test_no_approach_crosses_land_once_it_is_off_the_berth(
    land: STRtree, strip: BaseGeometry
) -> None:
    courses = rivers()
    approaches = [leg for leg in LEGS if leg.kind == "approach"]
    tracks = [off_the_berth(leg.track, courses.get(leg.port, 0)) for leg in approaches]
    assert len(tracks) > 300
    whole = [track for track in tracks if len(track) > 1]
    assert over_land(whole, land, strip, corner_nm=CORNER_NM) == []


def test_no_way_between_neighbours_crosses_land_off_their_berths(
    land: STRtree, strip: BaseGeometry
) -> None:
    courses = rivers()
    tracks = []
    for leg in (leg for leg in LEGS if leg.kind == "hop"):
        first, last = (courses.get(port, 0) for port in leg.port.split())
        off_the_last = off_the_berth(leg.track[first:][::-1], last)
        tracks.append(off_the_berth(off_the_last[::-1], 0))
    whole = [track for track in tracks if len(track) > 1]
    assert len(whole) > 5
    assert over_land(whole, land, strip, corner_nm=CORNER_NM) == []


def test_a_leg_over_cape_chelyuskin_would_be_found(land: STRtree, strip: BaseGeometry) -> None:
    over = ((102.5, 77.6), (106.0, 77.6))
    assert over_land([over], land, strip) == [over]


def test_every_port_joins_the_network(network: SeaNetwork) -> None:
    ports = {one.id for one in shipped.catalogue().of_kind("place") if one.type == "port"}
    assert {leg.port for leg in LEGS if leg.kind == "approach"} == ports
    nodes = {node_of(*leg.track[-1]) for leg in LEGS if leg.kind == "approach"}
    assert nodes <= set(network.around)


def test_the_lanes_of_searoute_end_where_our_own_legs_begin() -> None:
    theirs = {node for start, end, _ in searoute_legs() for node in (start, end)}
    assert len(theirs) > 5000
    assert [node for node in theirs if is_north(*node)] == []
    assert is_north(100.0, 77.0)
    assert is_north(-85.0, 60.0)
    assert not is_north(20.0, 65.0)
    gates = {leg.track[-1] for leg in LEGS if leg.kind == "gate"}
    assert gates <= theirs


def test_each_leg_has_a_length_and_a_known_kind() -> None:
    assert {leg.kind for leg in LEGS} == {"sea", "gate", "approach", "canal", "hop"}
    assert all(bool(leg.port) == (leg.kind in {"approach", "canal", "hop"}) for leg in LEGS)
    lines = [LineString(leg.track) for leg in LEGS if leg.kind == "sea"]
    assert all(line.length > 0 for line in lines)

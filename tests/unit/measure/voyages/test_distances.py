"""How long voyages are, held against published distances and against open water."""

from statistics import median

import pytest

from geo.catalogue.sea_legs import read_sea_legs, searoute_legs
from geo.geodesy import densify, leg_lengths_nm
from geo.measure.voyages.network import load_network
from geo.measure.voyages.paths import Path, paths
from geo.measure.voyages.ports import ports
from geo.measure.voyages.published import read_published
from tests import shipped

CATALOGUE = shipped.catalogue()
NETWORK = load_network(CATALOGUE)
PLACES = {port.id: (port.lon, port.lat) for port in ports(CATALOGUE)}


def length(path: Path) -> float:
    return sum(leg_lengths_nm(list(NETWORK.track(path.nodes))))


def by(origin: str, destination: str, via: str) -> list[float]:
    return [length(path) for path in paths(NETWORK, origin, destination, ()) if path.via == via]


def test_published_distances_are_met() -> None:
    rows, _ = read_published()
    away = [
        min(abs(nm / row.published.nm - 1) for nm in by(row.origin, row.destination, row.via))
        for row in rows
    ]
    assert max(away) < 0.06
    assert median(away) < 0.01


@pytest.mark.parametrize(("origin", "destination", "times"), [
    ("nuuk", "sisimiut", 1.15),
    ("torshavn", "reykjavik", 1.2),
    ("hammerfest", "tromso", 1.25),
    ("longyearbyen", "tromso", 1.1),
    ("helsinki", "saint-petersburg", 1.1),
    ("seattle", "anchorage", 1.2),
    ("dutch-harbor", "nome", 1.05),
    ("yokohama", "seattle", 1.05),
    ("yokohama", "dutch-harbor", 1.05),
    ("port-of-hong-kong", "kaohsiung", 1.1),
    ("rotterdam", "reykjavik", 1.15),
    ("murmansk", "kirkenes", 1.7),
])  # fmt: skip
def test_no_way_is_long_where_open_water_lies_between(
    origin: str, destination: str, times: float
) -> None:
    straight = leg_lengths_nm([PLACES[origin], PLACES[destination]])[0]
    assert straight <= min(by(origin, destination, "direct")) < times * straight


@pytest.mark.parametrize(("origin", "destination", "via", "most"), [
    ("port-said", "port-of-suez", "suez", 100),
    ("cristobal", "balboa", "panama", 50),
])  # fmt: skip
def test_ports_at_the_ends_of_a_canal_lie_a_canal_apart(
    origin: str, destination: str, via: str, most: float
) -> None:
    assert min(by(origin, destination, via)) < most


@pytest.mark.parametrize(("origin", "destination"), [
    ("rotterdam", "yokohama"), ("new-york", "seattle"), ("murmansk", "nome"),
])  # fmt: skip
def test_oceans_meet_by_passages_only(origin: str, destination: str) -> None:
    assert by(origin, destination, "direct") == []


def test_no_leg_of_open_water_leads_over_the_pole() -> None:
    north = [
        max(lat for _, lat in densify(leg.track, step_km=100.0))
        for leg in read_sea_legs()
        if leg.kind == "sea" and max(lat for _, lat in leg.track) < 80.5
    ]
    assert max(north) < 82.0


def test_ships_keep_out_of_shallow_sounds() -> None:
    lanes = {node for start, end, _ in searoute_legs() for node in (start, end)}
    nantucket = [(lon, lat) for lon, lat in lanes if -71.3 < lon < -69.85 and 41.25 < lat < 41.75]
    assert nantucket == []


@pytest.mark.parametrize("port", ["murmansk", "vardo", "varandey", "naryan-mar", "prirazlomnoye"])
def test_ports_west_of_the_kara_gate_lie_outside_the_northern_sea_route(port: str) -> None:
    assert NETWORK.homes[port] == ""


@pytest.mark.parametrize("port", ["sabetta", "dudinka", "dikson", "tiksi", "pevek", "khatanga"])
def test_ports_of_the_kara_sea_and_beyond_lie_within_the_northern_sea_route(port: str) -> None:
    assert NETWORK.homes[port] == "nsr"


@pytest.mark.parametrize(("origin", "destination"), [
    ("nome", "provideniya"), ("anadyr", "vladivostok"), ("egvekinot", "seattle"),
])  # fmt: skip
def test_no_way_between_ports_of_the_bering_sea_touches_an_arctic_route(
    origin: str, destination: str
) -> None:
    assert by(origin, destination, "direct")
    assert [via for via in ("nsr", "nwp", "tsr") if by(origin, destination, via)] == []

"""Neighbouring ports, canals and rivers, and what every known port can reach."""

from itertools import combinations, pairwise

import pytest

from geo.geodesy import leg_lengths_nm
from geo.measure.voyages.network import load_network
from geo.measure.voyages.paths import Path, paths
from geo.measure.voyages.ports import ports
from geo.measure.voyages.records import ARCTIC_VIAS, Ship, Voyage
from geo.measure.voyages.ways import load_measurer, sail
from tests import shipped

CATALOGUE = shipped.catalogue()
NETWORK = load_network(CATALOGUE)
PORTS = {port.id: port for port in ports(CATALOGUE)}


def length(path: Path) -> float:
    return sum(NETWORK.edge(leg).nm for leg in pairwise(path.nodes))


@pytest.mark.parametrize(("origin", "destination", "via", "most_nm"), [
    ("murmansk", "belokamenka", "direct", 15),
    ("varandey", "prirazlomnoye", "direct", 45),
    ("sabetta", "utrenniy", "nsr", 60),
    ("sabetta", "arctic-gate", "nsr", 200),
    ("dikson", "bukhta-sever", "nsr", 40),
    ("dudinka", "igarka", "nsr", 180),
    ("dudinka", "sabetta", "nsr", 500),
    ("pond-inlet", "milne-inlet", "direct", 100),
])  # fmt: skip
def test_neighbours_do_not_sail_out_to_a_route_and_back(
    origin: str, destination: str, via: str, most_nm: float
) -> None:
    found = paths(NETWORK, origin, destination, ())
    assert [path.via for path in found] == [via]
    ends = [(PORTS[port].lon, PORTS[port].lat) for port in (origin, destination)]
    assert leg_lengths_nm(ends)[0] <= length(found[0]) < most_nm
    back = paths(NETWORK, destination, origin, ())
    assert length(back[0]) == pytest.approx(length(found[0]))
    there = list(NETWORK.track(found[0].nodes))
    assert there == list(NETWORK.track(back[0].nodes))[::-1]
    assert there[0] == pytest.approx(ends[0], abs=1e-4)


def test_neighbours_in_the_ice_count_their_miles_at_the_speed_in_ice() -> None:
    found = sail_between("dikson", "bukhta-sever", Ship())
    (variant,) = found.ways[0].variants
    assert 0 < variant.ice_nm <= variant.nm
    assert variant.days[0] < variant.days[1]


def sail_between(origin: str, destination: str, ship: Ship, shut: tuple[str, ...] = ()) -> Voyage:
    ends = PORTS[origin], PORTS[destination]
    return sail(*ends, load_measurer(CATALOGUE).ways(*ends, shut), ship)


def test_no_ship_goes_through_the_corinth_canal() -> None:
    (path,) = paths(NETWORK, "istanbul", "rotterdam", ())
    assert min(lat for lon, lat in NETWORK.track(path.nodes) if 22 < lon < 24) < 36.5


@pytest.mark.parametrize(("origin", "destination", "least_nm"), [
    ("cristobal", "balboa", 37), ("port-said", "port-of-suez", 82),
    ("rotterdam", "antwerp", 115), ("hamburg", "bremerhaven", 95),
])  # fmt: skip
def test_canals_and_rivers_have_their_bends(origin: str, destination: str, least_nm: float) -> None:
    assert least_nm < min(length(path) for path in paths(NETWORK, origin, destination, ()))


def test_every_port_reaches_every_other() -> None:
    named = sorted(PORTS)
    pairs = [(port, named[(at + step) % len(named)]) for at, port in enumerate(named)
             for step in (7, 31)]  # fmt: skip
    assert len(pairs) > 150
    assert [pair for pair in pairs if not paths(NETWORK, *pair, ())] == []


@pytest.mark.parametrize("via", ["nsr", "nwp"])
def test_two_ports_on_one_arctic_route_stay_north(via: str) -> None:
    inside = sorted(port for port, home in NETWORK.homes.items() if home == via)
    assert len(inside) >= 8
    for origin, destination in combinations(inside, 2):
        found = paths(NETWORK, origin, destination, ())
        assert {path.via for path in found} <= set(ARCTIC_VIAS), (origin, destination)
        south = min(lat for path in found for _, lat in NETWORK.track(path.nodes))
        assert south > 62.0, (origin, destination)


@pytest.mark.parametrize(("origin", "west"), [("sabetta", 66), ("utrenniy", 66), ("amderma", 57)])
def test_a_port_within_a_route_takes_no_variant_for_which_it_would_leave_the_route(
    origin: str, west: float
) -> None:
    """East through the Northern Sea Route, nothing turns back to its western end."""
    found = [path for path in paths(NETWORK, origin, "yokohama", ()) if path.via == "nsr"]
    assert len(found) > 1
    for path in found:
        assert min(lon % 360 for lon, _ in NETWORK.track(path.nodes)) > west, path.slug
    lengths = [length(path) for path in found]
    assert max(lengths) < 1.1 * min(lengths)

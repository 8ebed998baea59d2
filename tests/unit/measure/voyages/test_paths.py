from itertools import pairwise

import pytest

from geo.measure.voyages.network import CUTS, STRAITS, SeaNetwork, load_network
from geo.measure.voyages.paths import Path, paths
from geo.measure.voyages.records import ARCTIC_VIAS, VIAS
from tests import shipped

PAIRS = [
    ("rotterdam", "yokohama"), ("new-york", "tokyo"), ("murmansk", "provideniya"),
    ("vancouver", "hamburg"), ("istanbul", "port-of-singapore"), ("cape-town", "busan"),
]  # fmt: skip


@pytest.fixture(scope="module")
def network() -> SeaNetwork:
    return load_network(shipped.catalogue())


def kinds(network: SeaNetwork, path: Path) -> list[str]:
    return [network.edge(leg).kind for leg in pairwise(path.nodes)]


@pytest.mark.parametrize(("origin", "destination"), PAIRS)
def test_no_way_leads_through_two_passages(
    network: SeaNetwork, origin: str, destination: str
) -> None:
    found = paths(network, origin, destination, ())
    assert found
    for path in found:
        passed = [kind for kind in kinds(network, path) if kind in CUTS]
        assert passed == ([] if path.via in {*ARCTIC_VIAS, "direct"} else [path.via])
        for leg in pairwise(path.nodes):
            edge = network.edge(leg)
            assert edge.kind not in ARCTIC_VIAS or path.via in edge.variants


@pytest.mark.parametrize(("origin", "destination"), PAIRS)
def test_no_way_comes_twice_to_a_place(network: SeaNetwork, origin: str, destination: str) -> None:
    for path in paths(network, origin, destination, ()):
        assert len(path.nodes) == len(set(path.nodes)), (path.via, path.slug)


def test_two_ports_within_a_route_stay_there(network: SeaNetwork) -> None:
    assert {path.via for path in paths(network, "dikson", "tiksi", ())} == {"nsr"}
    assert {path.via for path in paths(network, "cambridge-bay", "gjoa-haven", ())} == {"nwp"}


def test_a_port_within_a_route_can_leave_by_it(network: SeaNetwork) -> None:
    vias = {path.via for path in paths(network, "tiksi", "yokohama", ())}
    assert {"nsr", "suez"} <= vias


def test_an_ocean_needs_no_passage(network: SeaNetwork) -> None:
    assert [path.via for path in paths(network, "rotterdam", "new-york", ())][-1] == "direct"
    assert "suez" not in {path.via for path in paths(network, "rotterdam", "new-york", ())}


@pytest.mark.parametrize("via", VIAS)
def test_a_shut_passage_takes_its_ways_alone(network: SeaNetwork, via: str) -> None:
    there = {path.via for path in paths(network, "rotterdam", "yokohama", ())}
    left = {path.via for path in paths(network, "rotterdam", "yokohama", [via])}
    assert there == set(VIAS)
    assert left == there - {via}


def test_all_shut_leaves_no_way(network: SeaNetwork) -> None:
    assert paths(network, "rotterdam", "yokohama", VIAS) == []


@pytest.mark.parametrize("strait", STRAITS)
def test_no_way_uses_a_shut_strait(network: SeaNetwork, strait: str) -> None:
    found = paths(network, "rotterdam", "port-of-singapore", [strait])
    assert found
    assert [path.via for path in found if strait in kinds(network, path)] == []


def test_only_the_arctic_legs_of_the_variant_count_as_on_the_route(network: SeaNetwork) -> None:
    for path in paths(network, "rotterdam", "yokohama", ()):
        legs = set(pairwise(path.nodes))
        assert path.named <= legs
        assert bool(path.named) == (path.via in ARCTIC_VIAS)

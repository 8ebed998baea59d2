from itertools import pairwise
from pathlib import Path

import pytest

from geo.catalogue import sea_legs
from geo.catalogue.records import DATA
from geo.catalogue.sea_legs import SEA_LEGS, node_of, read_sea_legs, searoute_legs, write_track
from geo.errors import CatalogueError
from geo.measure.voyages.network import CUTS, STRAITS, SeaNetwork, load_network, quay_of
from geo.measure.voyages.records import ARCTIC_VIAS
from tests import shipped

CATALOGUE = shipped.catalogue()


@pytest.fixture(scope="module")
def network() -> SeaNetwork:
    return load_network(CATALOGUE)


def test_the_network_is_loaded_once(network: SeaNetwork) -> None:
    assert load_network(shipped.catalogue()) is network


def test_every_passage_and_strait_that_can_be_shut_is_in_it(network: SeaNetwork) -> None:
    kinds = {edge.kind for edges in network.around.values() for edge in edges.values()}
    assert {*CUTS, *STRAITS, *ARCTIC_VIAS} <= kinds
    assert all(network.cuts[cut] for cut in CUTS)


def test_open_water_is_one_sea_without_the_passages(network: SeaNetwork) -> None:
    # From the Atlantic neither the Pacific nor the Indian Ocean is reached.
    atlantic = network.reach("rotterdam").nm
    assert quay_of("rotterdam") in atlantic
    near = {port: _nearest(network, port) for port in ("new-york", "murmansk", "yokohama")}
    assert near["new-york"] in atlantic
    assert near["murmansk"] in atlantic
    assert near["yokohama"] not in atlantic


def _nearest(network: SeaNetwork, port: str) -> tuple[float, float]:
    legs = network.around[quay_of(port)]
    nodes = [node for node in legs if legs[node].kind == "approach"]
    return min(nodes, key=lambda node: legs[node].nm)


def test_only_a_ports_own_approaches_are_used(network: SeaNetwork) -> None:
    through = set(network.reach("rotterdam").before.values())
    assert [node for node in through if isinstance(node[0], str)] == [quay_of("rotterdam")]


def test_lengths_add_up_along_the_path_to_each_node(network: SeaNetwork) -> None:
    reach = network.reach("hamburg")
    for node in sorted(set(reach.nm) - {quay_of("hamburg")})[::500]:
        path = reach.path(node)
        assert (path[0], path[-1]) == (quay_of("hamburg"), node)
        total = sum(network.edge(leg).nm for leg in pairwise(path))
        assert total == pytest.approx(reach.nm[node])


def test_a_shut_strait_closes_what_lies_behind_it(network: SeaNetwork) -> None:
    istanbul = _nearest(network, "istanbul")
    assert istanbul in network.reach("rotterdam").nm
    assert istanbul not in network.reach("rotterdam", shut=["gibraltar"]).nm


def test_a_track_runs_from_quay_to_quay_without_gaps(network: SeaNetwork) -> None:
    path = network.reach("murmansk").path(_nearest(network, "new-york"))
    track = list(network.track([*path, quay_of("new-york")]))
    place = {one.id: one for one in CATALOGUE.of_kind("place")}
    for identity, end in (("murmansk", track[0]), ("new-york", track[-1])):
        point = CATALOGUE.shapes(place[identity].id)[""].centroid
        assert end == pytest.approx((point.x, point.y), abs=1e-4)
    assert len(track) == len(list(dict.fromkeys(track)))


def test_legs_are_written_as_they_are_read() -> None:
    track = (node_of(180.0, 70.0), node_of(-170.123456, 66.5))
    assert track == ((-180.0, 70.0), (-170.12346, 66.5))
    assert write_track(track) == "-180.0 70.0;-170.12346 66.5"


def test_a_missing_file_of_legs_is_named_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=rf"{SEA_LEGS} is not in .*Restore it\."):
        load_network(CATALOGUE, tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00broken",
        b"port,track\nmurmansk,33 69;34 70\n",
        b"kind,port,track\nsea,,33 69;34\n",
        b"kind,port,track\nsea,,33 69;34 north\n",
        b"kind,port,track\nsea\n",
    ],
)
def test_a_broken_file_of_legs_is_named_with_a_way_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SEA_LEGS).write_bytes(content)
    with pytest.raises(CatalogueError, match=rf"{SEA_LEGS} is not a readable .*Restore it\."):
        read_sea_legs(tmp_path)


def test_a_file_cut_short_is_never_half_a_network(tmp_path: Path) -> None:
    whole = (DATA / SEA_LEGS).read_bytes()
    (tmp_path / SEA_LEGS).write_bytes(whole[: whole.rfind(b" ")])
    with pytest.raises(CatalogueError, match="Restore it"):
        load_network(CATALOGUE, tmp_path)


def test_without_searoute_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sea_legs, "find_spec", lambda _: None)
    with pytest.raises(CatalogueError, match=r"searoute is not installed.*requirements\.txt"):
        load_network(CATALOGUE, tmp_path)


@pytest.mark.parametrize("content", ["", "{}", '{"features": [{"properties": {}}]}', "[]"])
def test_a_broken_file_of_searoute_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "network.geojson"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(sea_legs, "_network_file", lambda: path)
    with pytest.raises(CatalogueError, match=r"searoute cannot be read .*requirements\.txt again"):
        list(searoute_legs())

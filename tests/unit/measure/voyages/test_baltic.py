"""Ways into the Baltic: the Kiel Canal, the Sound and the Great Belt, each with its draught."""

from itertools import pairwise

import pytest

from geo.measure.voyages.network import BALTIC, load_network
from geo.measure.voyages.paths import paths
from geo.measure.voyages.ports import ports
from geo.measure.voyages.records import GATES, Ship, Variant, Voyage, Way
from geo.measure.voyages.ships import shut_because
from geo.measure.voyages.ways import load_measurer, sail
from tests import shipped

CATALOGUE = shipped.catalogue()
NETWORK = load_network(CATALOGUE)
PORTS = {port.id: port for port in ports(CATALOGUE)}
WITHIN = {"gdansk", "helsinki", "lulea", "saint-petersburg", "ust-luga"}


def sail_between(
    origin: str, destination: str, draught_m: float, shut: tuple[str, ...] = ()
) -> Voyage:
    ends = PORTS[origin], PORTS[destination]
    ways = load_measurer(CATALOGUE).ways(*ends, shut)
    return sail(*ends, ways, Ship(draught_m=draught_m))


def direct(origin: str, destination: str, draught_m: float) -> Way:
    (way,) = sail_between(origin, destination, draught_m).ways
    assert way.via == "direct"
    return way


def by_slug(way: Way) -> dict[str, Variant]:
    return {variant.slug: variant for variant in way.variants}


def straits(variant: Variant) -> set[str]:
    return {strait.id for strait in variant.straits}


def test_no_port_reaches_the_baltic_but_by_one_of_the_ways_into_it() -> None:
    assert {port for port in PORTS if BALTIC in NETWORK.reach(port).nm} == WITHIN
    for gate in GATES:
        assert BALTIC in NETWORK.reach("rotterdam", opened=[gate]).nm
        assert BALTIC in NETWORK.reach("copenhagen", opened=[gate]).nm


@pytest.mark.parametrize(("draught_m", "stands"), [
    (7.0, "kiel-canal"), (9.0, "kiel-canal"), (9.5, "kiel-canal"), (9.6, "great-belt"),
    (11.0, "great-belt"), (15.4, "great-belt"),
])  # fmt: skip
@pytest.mark.parametrize("origin", ["rotterdam", "hamburg"])
def test_the_shortest_way_that_is_deep_enough_stands_for_it(
    origin: str, draught_m: float, stands: str
) -> None:
    way = direct(origin, "saint-petersburg", draught_m)
    variants = by_slug(way)
    assert list(variants) == ["kiel-canal", "oresund", "great-belt"]
    assert way.standing("").slug == stands
    assert way.nm[0] == variants[stands].nm
    assert (variants["oresund"].shut == "draught") == (draught_m > 7.7)


def test_each_way_names_its_own_strait() -> None:
    variants = by_slug(direct("rotterdam", "saint-petersburg", 7.0))
    for slug, variant in variants.items():
        assert straits(variant) & set(GATES) == {slug}
    names = [variant.name for variant in variants.values()]
    assert names == ["Kiel Canal", "Øresund", "Great Belt"]
    assert 770 < by_slug(direct("hamburg", "saint-petersburg", 7.0))["kiel-canal"].nm < 890


def test_a_ship_too_deep_for_every_way_learns_why() -> None:
    voyage = sail_between("rotterdam", "saint-petersburg", 16.0)
    (way,) = voyage.ways
    assert way.shut == "draught"
    said = [shut_because(variant, voyage.ship) for variant in way.variants]
    assert said[-1].startswith("draught of at most 15.4 m")
    assert all("from memory" in words for words in said)


def test_a_deep_ship_between_the_kattegat_and_the_baltic_takes_the_great_belt() -> None:
    way = direct("gothenburg", "gdansk", 11.0)
    assert list(by_slug(way)) == ["oresund", "great-belt"]
    assert way.standing("").slug == "great-belt"
    assert "oresund" not in straits(way.standing(""))


def test_copenhagen_lies_north_of_the_shallows() -> None:
    (variant,) = direct("gothenburg", "copenhagen", 11.0).variants
    assert (variant.slug, variant.limit_m, straits(variant)) == ("", None, {"oresund"})
    shallow, deep = (direct("gdansk", "copenhagen", draught).standing("") for draught in (7, 11))
    assert (shallow.slug, deep.slug) == ("oresund", "great-belt")
    assert 225 < shallow.nm < 280
    assert deep.nm > shallow.nm + 150
    assert straits(deep) == {"great-belt", "oresund"}


def test_two_ports_in_the_baltic_stay_there() -> None:
    for pair in (("lulea", "helsinki"), ("gdansk", "saint-petersburg"), ("ust-luga", "lulea")):
        (variant,) = direct(*pair, 16.0).variants
        assert (variant.slug, variant.limit_m, variant.shut) == ("", None, "")


def test_between_the_north_sea_and_the_kattegat_small_ships_cross_the_baltic() -> None:
    slugs = {}
    for draught_m in (7.0, 9.0, 11.0):
        way = direct("hamburg", "copenhagen", draught_m)
        slugs[draught_m] = way.standing("").slug
    assert slugs == {
        7.0: "kiel-canal-and-oresund", 9.0: "kiel-canal-and-great-belt", 11.0: "skagen"
    }  # fmt: skip
    limits = {slug: variant.limit_m for slug, variant in by_slug(way).items()}
    assert [limits[slug] for slug in slugs.values()] == [7.7, 9.5, None]


@pytest.mark.parametrize("via", ["nsr", "nwp", "tsr"])
def test_ways_through_the_arctic_take_the_great_belt(via: str) -> None:
    for draught_m, is_shut in ((7.0, False), (16.0, True)):
        way = sail_between("saint-petersburg", "vladivostok", draught_m).way(via)
        assert way
        assert all("great-belt" in straits(variant) for variant in way.variants)
        assert {variant.limit_m for variant in way.variants} <= {14.0, 15.4}
        assert bool(way.shut) == is_shut


@pytest.mark.parametrize("via", ["suez", "cape", "panama"])
def test_ways_by_the_south_have_a_variant_by_each_way_into_the_baltic(via: str) -> None:
    way = sail_between("saint-petersburg", "vladivostok", 11.0).way(via)
    assert way
    assert set(by_slug(way)) == set(GATES)
    assert way.standing("").slug == "great-belt"


def test_a_port_in_the_ice_takes_the_great_belt_too() -> None:
    for way in sail_between("sabetta", "gdansk", 11.0).ways:
        assert all("oresund" not in straits(variant) for variant in way.variants)


def test_the_kiel_canal_can_be_shut_by_name() -> None:
    (way,) = sail_between("hamburg", "saint-petersburg", 9.0, ("kiel",)).ways
    assert [variant.slug for variant in way.variants] == ["oresund", "great-belt"]
    (round_skagen,) = sail_between("hamburg", "copenhagen", 7.0, ("kiel",)).ways
    assert [variant.slug for variant in round_skagen.variants] == [""]


@pytest.mark.parametrize(("origin", "destination"), [
    ("rotterdam", "new-york"), ("rotterdam", "yokohama"), ("gothenburg", "copenhagen"),
    ("helsinki", "lulea"), ("hamburg", "felixstowe"), ("gothenburg", "rotterdam"),
])  # fmt: skip
def test_where_a_way_into_the_baltic_saves_nothing_it_is_not_offered(
    origin: str, destination: str
) -> None:
    for path in paths(NETWORK, origin, destination, ()):
        assert not path.gates
        nodes = {*pairwise(path.nodes)}
        assert not nodes & {leg for gate in GATES for leg in NETWORK.cuts[gate]}

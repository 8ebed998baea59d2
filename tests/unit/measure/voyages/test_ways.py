from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from geo.geodesy import leg_lengths_nm
from geo.measure.voyages.ports import find_port
from geo.measure.voyages.records import ARCTIC_VIAS, VIAS, Ship, Variant, Voyage, Way
from geo.measure.voyages.ways import load_measurer, sail
from geo.measure.waters import load_waters
from tests import shipped

CATALOGUE = shipped.catalogue()
KARA_GATE = "kara-gate-sannikov"
SOUTHERN = ("suez", "cape", "panama")


@cache
def ways(origin: str, destination: str, *shut: str) -> tuple[Way, ...]:
    start, end = (find_port(name, CATALOGUE) for name in (origin, destination))
    return load_measurer(CATALOGUE).ways(start, end, shut)


def way(found: tuple[Way, ...], via: str) -> Way:
    return next(one for one in found if one.via == via)


def variant(found: tuple[Way, ...], via: str, slug: str = "") -> Variant:
    return next(one for one in way(found, via).variants if one.slug == slug)


def straits(one: Variant) -> list[str]:
    return [strait.id for strait in one.straits]


def voyage(origin: str, destination: str, ship: Ship, *shut: str) -> Voyage:
    start, end = (find_port(name, CATALOGUE) for name in (origin, destination))
    return sail(start, end, ways(origin, destination, *shut), ship)


def test_the_measurer_is_made_once() -> None:
    assert load_measurer(CATALOGUE) is load_measurer(shipped.catalogue())


def test_by_kara_gate_a_ship_passes_the_straits_of_that_route_in_order() -> None:
    found = straits(variant(ways("Rotterdam", "Yokohama"), "nsr", KARA_GATE))
    expected = ["kara-gate", "vilkitsky-strait", "sannikov-strait", "long-strait", "bering-strait"]
    assert [one for one in found if one in expected] == expected
    assert "dover-strait" not in found


def test_by_suez_a_ship_passes_the_straits_of_the_south_in_order() -> None:
    found = straits(variant(ways("Rotterdam", "Yokohama"), "suez"))
    expected = [
        "dover-strait", "gibraltar-strait", "suez-canal", "bab-el-mandeb", "malacca-strait",
        "singapore-strait",
    ]  # fmt: skip
    assert [one for one in found if one in expected] == expected


def test_a_canal_is_on_its_own_way_alone() -> None:
    for one in ways("Rotterdam", "Yokohama"):
        for track in one.variants:
            canals = {"suez-canal": "suez", "panama-canal": "panama"}
            passed = [canals[strait] for strait in straits(track) if strait in canals]
            assert passed == ([one.via] if one.via in canals.values() else []), one.via


@pytest.mark.parametrize(
    ("origin", "destination"), [("Rotterdam", "Yokohama"), ("New York", "Tokyo")]
)
def test_the_way_back_is_as_long_and_passes_the_straits_in_reverse(
    origin: str, destination: str
) -> None:
    there, back = ways(origin, destination), ways(destination, origin)
    assert [one.via for one in there] == [one.via for one in back]
    for one in there:
        for track in one.variants:
            reverse = variant(back, one.via, track.slug)
            assert reverse.nm == pytest.approx(track.nm, abs=0.01)
            assert straits(reverse) == straits(track)[::-1]
            assert dict(reverse.nm_by_state) == pytest.approx(dict(track.nm_by_state), abs=0.5)


def test_dikson_to_tiksi_stays_in_russian_waters() -> None:
    found = ways("Dikson", "Tiksi")
    assert [one.via for one in found] == ["nsr"]
    for track in found[0].variants:
        assert set(track.nm_by_state) == {"RU"}
        assert track.nm_by_state["RU"] == pytest.approx(track.nm, rel=0.01)
        assert 900 < track.nm < 1200


def test_murmansk_to_provideniya_is_shortest_along_the_coast() -> None:
    found = ways("Murmansk", "Provideniya")
    assert found[0].via == "nsr"
    assert found[0].nm[1] < 3500
    assert way(found, "panama").nm[0] > 3 * found[0].nm[0]


def test_rotterdam_to_new_york_is_direct() -> None:
    (only,) = ways("Rotterdam", "New York")
    assert only.via == "direct"
    assert only.nm[0] == pytest.approx(3340, rel=0.02)


def test_a_passage_that_is_shut_is_marked_and_does_not_count() -> None:
    found = voyage("Rotterdam", "Yokohama", Ship(), "suez")
    shut = found.way("suez")
    assert shut
    assert (shut.shut, shut.is_open) == ("reader", False)
    assert found.usual == "panama"


def test_all_passages_shut_leaves_no_open_way() -> None:
    found = voyage("Rotterdam", "Yokohama", Ship(), *VIAS)
    assert [one for one in found.ways if one.is_open] == []
    assert found.usual == ""


def test_with_gibraltar_shut_no_way_leads_through_suez_from_the_atlantic() -> None:
    suez = way(ways("Rotterdam", "Yokohama", "gibraltar"), "suez")
    assert (suez.variants, suez.shut) == ((), "none")
    cape = way(ways("Rotterdam", "Yokohama", "gibraltar"), "cape")
    assert cape.variants


def test_days_follow_from_the_speeds() -> None:
    ship = Ship(speed_kn=14.0, ice_speed_kn=7.0)
    found = voyage("Rotterdam", "Yokohama", ship)
    for one in found.ways:
        for track in one.variants:
            assert track.days[0] == pytest.approx(track.nm / 14.0 / 24.0)
            assert track.days[1] == pytest.approx((track.nm + track.ice_nm) / 14.0 / 24.0)
            assert bool(track.ice_nm) == (one.via in ARCTIC_VIAS)
    fast = voyage("Rotterdam", "Yokohama", Ship(speed_kn=28.0, ice_speed_kn=7.0))
    assert fast.ways[0].days[0] == pytest.approx(found.ways[0].days[0] / 2)


def test_fuel_and_co2_follow_from_the_days() -> None:
    found = voyage("Rotterdam", "Yokohama", Ship(fuel_t_day=30.0, fuel="hfo"))
    (track,) = next(one for one in found.ways if one.via == "suez").variants
    assert track.fuel_t[0] == pytest.approx(30.0 * track.days[0])
    assert track.co2_t[0] == pytest.approx(3.114 * track.fuel_t[0])


def test_a_deep_ship_cannot_take_the_variants_through_sannikov_strait() -> None:
    nsr = voyage("Rotterdam", "Yokohama", Ship(draught_m=14.0)).way("nsr")
    assert nsr
    shallow = {"sannikov-strait", "dmitry-laptev-strait"}
    for track in nsr.variants:
        assert (track.shut == "draught") == bool(shallow & set(straits(track))), track.slug
    assert nsr.is_open
    assert nsr.open_variants


def test_the_usual_way_is_the_shortest_open_one_in_the_south() -> None:
    found = voyage("Rotterdam", "Yokohama", Ship())
    lengths = {one.via: one.nm[0] for one in found.ways if one.via in SOUTHERN}
    assert found.usual == min(lengths, key=lambda via: lengths[via]) == "suez"
    assert voyage("Rotterdam", "New York", Ship()).usual == ""


def test_the_shortest_way_is_an_open_one() -> None:
    found = voyage("Rotterdam", "Yokohama", Ship())
    assert found.shortest == found.ways[0].via == "tsr"
    first, *rest = found.ways
    assert replace(found, ways=(replace(first, shut="reader"), *rest)).shortest == "nsr"
    shut = tuple(replace(one, shut="reader") for one in found.ways)
    assert replace(found, ways=shut).shortest == ""


@pytest.mark.parametrize(
    ("origin", "destination"),
    [("Rotterdam", "Yokohama"), ("Halifax", "Busan"), ("Dikson", "Tiksi"), ("Murmansk", "Tokyo")],
)
def test_the_parts_of_a_track_add_up_to_its_length(origin: str, destination: str) -> None:
    for one in ways(origin, destination):
        for track in one.variants:
            by_zone: dict[str, float] = defaultdict(float)
            for part in track.stretches:
                by_zone[part.zone] += part.nm
            assert sum(by_zone.values()) == pytest.approx(track.nm, abs=0.01)
            assert track.nm == pytest.approx(sum(leg_lengths_nm(track.positions)), abs=0.1)
            assert by_zone["not_assessed"] == pytest.approx(track.not_assessed_nm)
            states = {state: nm for state, nm in track.nm_by_state.items() if len(state) == 2}
            dependent = {"GL", "FO", "SJ"}  # counted for Denmark and Norway too
            sole = sum(
                part.nm
                for part in track.stretches
                if part.state and "+" not in part.state and part.zone != "disputed"
            )
            counted = sum(nm for state, nm in states.items() if state not in dependent)
            assert counted >= sole - by_zone["joint"] - by_zone["land"] - 0.1


@pytest.mark.parametrize("slug", ["kara-gate-sannikov", "north-of-severnaya-zemlya", "shokalsky"])
def test_the_waters_on_the_route_itself_are_those_of_the_shipped_table(slug: str) -> None:
    track = variant(ways("Rotterdam", "Yokohama"), "nsr", slug)
    ((start, end),) = track.named
    ours: dict[tuple[str, str], float] = defaultdict(float)
    for part in track.stretches:
        ours[part.state, part.zone] += max(0.0, min(part.to_nm, end) - max(part.from_nm, start))
    shipped_nm: dict[tuple[str, str], float] = defaultdict(float)
    for row in load_waters().segments("nsr", slug).to_dict("records"):
        shipped_nm[row["state"], row["zone"]] += row["nm"]
    for key in {*shipped_nm, *(key for key, nm in ours.items() if nm)}:
        assert ours[key] == pytest.approx(shipped_nm[key], abs=1.0), key


@pytest.mark.parametrize(
    ("origin", "destination"), [("Rotterdam", "Vancouver"), ("Yokohama", "New York")]
)
def test_a_track_over_180_degrees_is_drawn_without_a_jump(origin: str, destination: str) -> None:
    crossed = 0
    for one in ways(origin, destination):
        for track in one.variants:
            steps = [abs(b[0] - a[0]) for a, b in pairwise(track.positions) if max(a[1], b[1]) < 85]
            assert max(steps) < 180
            crossed += any(abs(lon) > 180 for lon, _ in track.positions)
    assert crossed


def test_ways_come_shortest_first_and_variants_too() -> None:
    found = [one for one in ways("Rotterdam", "Yokohama") if one.variants]
    assert [one.nm[0] for one in found] == sorted(one.nm[0] for one in found)
    for one in found:
        lengths = [track.nm for track in one.variants]
        assert lengths == sorted(lengths)


def test_the_arctic_is_reached_and_left_at_the_circle() -> None:
    for one in ways("Rotterdam", "Yokohama"):
        for track in one.variants:
            assert bool(track.north_of_circle) == (one.via in ARCTIC_VIAS)

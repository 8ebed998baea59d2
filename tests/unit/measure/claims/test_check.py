"""Claims beside the tables: what agrees, what differs by how much, and what cannot be told."""

from types import SimpleNamespace
from typing import Any

import pytest

from geo.catalogue.features import load_catalogue
from geo.measure.claims.check import MAX_PAIRS, Checker
from geo.measure.claims.facts import AGREES, DIFFERS, UNKNOWN, Fact
from geo.measure.claims.sources import disagreements
from geo.measure.season.extent import read_extents
from geo.measure.season.traffic import read_traffic

NSR_NM, SUEZ_NM = (7000.0, 7400.0), (10_900.0, 11_200.0)


class _Waters:
    """A route of two ways, 2,000 and 2,700 nm long."""

    def variants(self, route: str) -> list[str]:
        return ["coast", "north"] if route in {"nsr", "suez"} else []

    def length_nm(self, route: str, variant: str) -> float:
        return {"coast": 2700.0, "north": 2000.0}[variant] if route else 0.0


def _way(via: str, nm: tuple[float, float]) -> Any:
    return SimpleNamespace(via=via, nm=nm, variants=(1,), published=())


def _checker(**others: Any) -> Checker:
    made: dict[str, Any] = {
        "catalogue": load_catalogue(),
        "waters": _Waters(),
        "traffic": read_traffic()[0],
        "extents": read_extents()[0],
        "ways": lambda *_: (_way("nsr", NSR_NM), _way("suez", SUEZ_NM)),
        "ports": frozenset({"yokohama", "rotterdam", *map(str, range(20))}),
    }
    return Checker(**made | others)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return _checker()


@pytest.mark.parametrize(("said", "verdict", "gap"), [
    (Fact("cargo", 37.9e6, 37.9e6, "t", "nsr", year=2024), AGREES, 0),
    (Fact("cargo", 30e6, 30e6, "t", "nsr", "exact", 2023), DIFFERS, None),
    (Fact("voyages", 43, 43, "voyages", "nsr", year=2022, noun="transits"), AGREES, 0),
    (Fact("voyages", 47, 47, "voyages", "nsr", year=2022, noun="transits"), AGREES, 0),
    (Fact("voyages", 50, 50, "voyages", "nsr", year=2022, noun="transits"), DIFFERS, 3),
    (Fact("voyages", 14, 14, "voyages", "nsr", year=2025, noun="container voyages"), AGREES, 0),
    (Fact("voyages", 12, 12, "voyages", "nsr", year=2025, noun="container voyages"), DIFFERS, 2),
    (Fact("ships", 1781, 1781, "ships", "polar-code-waters", year=2024), AGREES, 0),
    (Fact("ships", 1700, 1700, "ships", "polar-code-waters", year=2023), DIFFERS, 82),
    (Fact("time", 6.5, 6.5, "days", "nsr", year=2017), AGREES, 0),
    (Fact("length", 2000.0, 2700.0, "nm", "nsr"), AGREES, 0),
    (Fact("length", 3030.0, 3030.0, "nm", "nsr"), DIFFERS, 330),
    (Fact("ice extent", 3.57e6, 3.57e6, "km2", "arctic-ocean", year=2012, month=9), AGREES, 0),
    (Fact("count of states", 8, 8, "states", "arctic-eight", noun="states"), AGREES, 0),
    (Fact("count of states", 9, 9, "states", "arctic-eight", noun="states"), DIFFERS, 1),
    (Fact("year", 2018.0, 2018.0, "year", "CN", year=2018), AGREES, 0),
])  # fmt: skip
def test_what_the_tables_hold_is_agreed_with_or_differs_by_so_much(
    checker: Checker, said: Fact, verdict: str, gap: float | None
) -> None:
    found = checker.check(said)
    assert found.verdict == verdict, found
    assert found.beside
    assert gap is None or found.gap == pytest.approx(gap)


@pytest.mark.parametrize(("said", "reason"), [
    (Fact("cargo", 37.9e6, 37.9e6, "t", "nsr"), "no year"),
    (Fact("cargo", 37.9e6, 37.9e6, "t", "nsr", year=1985), "no count of year"),
    (Fact("cargo", 37.9e6, 37.9e6, "t", "murmansk", year=2024), "no count"),
    (Fact("cargo", 80e6, 80e6, "t", "nsr", year=2024, is_plan=True), "plan"),
    (Fact("cargo", 37.9e6, 37.9e6, "t", "nsr", year=2024, is_part=True), "part"),
    (Fact("voyages", 14, 14, "voyages", "nsr", year=2024, noun="voyages"), "no count"),
    (Fact("time", 18, 18, "days", "suez"), "no speed"),
    (Fact("time", 20, 20, "days", "nsr", ends=("asia", "europe")), "no speed"),
    (Fact("time", 150, 150, "days", "nsr", noun="season", month=0), "season"),
    (Fact("time saving", 10, 10, "days", "nsr", compared="suez"), "no two ways"),
    (Fact("ships", 37, 37, "ships", "nsr", year=2019), "ships"),
    (Fact("ships", 5, 5, "ships", "CN"), "no count"),
    (Fact("containers", 4000, 4000, "teu", "nsr", year=2025), "no count"),
    (Fact("share", 12, 12, "%", "suez"), "no figure"),
    (Fact("length", 193.0, 193.0, "km", "suez"), "no length"),
    (Fact("distance", 7200.0, 7200.0, "nm", "nsr", ends=("yokohama",)), "no ends"),
    (Fact("distance saving", 4000.0, 4000.0, "nm", "nsr", compared="suez"), "no two ways"),
    (Fact("ice extent", 4.6e6, 4.6e6, "km2", "kara-sea", year=2024, month=9), "no extent of sea"),
    (Fact("ice extent", 4.6e6, 4.6e6, "km2", "arctic-ocean", year=2024), "no month"),
    (Fact("ice extent", 3.39e6, 3.39e6, "km2", "arctic-ocean", year=2012, month=9), "day of ice"),
    (Fact("count of states", 4, 4, "states", "arctic-eight", noun="states"), "some of them"),
    (Fact("year", 2016.0, 2016.0, "year", "nsr", year=2016), "no date"),
])  # fmt: skip
def test_what_cannot_be_told_has_its_reason(checker: Checker, said: Fact, reason: str) -> None:
    found = checker.check(said)
    assert (found.verdict, found.reason) == (UNKNOWN, reason)


def test_seven_nato_members_are_those_of_the_arctic_where_the_arctic_is_named(
    checker: Checker,
) -> None:
    said = Fact("count of states", 7, 7, "states", "nato", noun="members", ends=("arctic", "RU"))
    found = checker.check(said)
    assert found.verdict == AGREES
    assert (found.beside[0].low, found.beside[0].year) == (7, 8)
    assert checker.check(said._replace(ends=())).verdict != AGREES


def test_the_distance_between_two_ports_is_that_of_the_way_that_is_named(checker: Checker) -> None:
    ends = ("yokohama", "rotterdam")
    by_nsr = Fact("distance", 7300.0, 7300.0, "nm", "nsr", ends=ends)
    assert checker.check(by_nsr).verdict == AGREES
    by_suez = checker.check(by_nsr._replace(subject="suez"))
    assert (by_suez.verdict, by_suez.gap) == (DIFFERS, 3600)


def test_a_saving_is_the_difference_of_two_ways_and_as_a_share_of_the_longer(
    checker: Checker,
) -> None:
    ends = ("yokohama", "rotterdam")
    said = Fact("distance saving", 4000.0, 4000.0, "nm", "nsr", "about", ends=ends, compared="suez")
    assert checker.check(said).verdict == AGREES
    share = said._replace(low=40.0, high=40.0, unit="%")
    found = checker.check(share)
    assert found.verdict == AGREES
    assert found.beside[0].low == pytest.approx(100 * (1 - 7400 / 10_900))


def test_miles_may_be_nautical_or_statute_and_what_agrees_is_said(checker: Checker) -> None:
    said = Fact("length", 2650.0, 2650.0, "mi", "nsr")
    both = checker.check(said)
    assert (both.verdict, both.miles) == (AGREES, "")
    as_statute = checker.check(said._replace(low=3050.0, high=3050.0))
    assert (as_statute.verdict, as_statute.miles) == (AGREES, "mi")
    neither = checker.check(said._replace(low=9050.0, high=9050.0))
    assert (neither.verdict, neither.reason) == (UNKNOWN, "miles")


def test_without_its_table_a_count_cannot_be_told() -> None:
    bare = _checker(traffic=None, extents=None)
    said = Fact("cargo", 37.9e6, 37.9e6, "t", "nsr", year=2024)
    assert bare.check(said).reason == "no table"
    ice = Fact("ice extent", 3.57e6, 3.57e6, "km2", "arctic-ocean", year=2012, month=9)
    assert bare.check(ice).reason == "no extent"
    assert all(not one.series for one in disagreements(bare))


def test_no_more_pairs_of_ports_are_measured_than_a_page_can_wait_for() -> None:
    asked: list[tuple[str, str]] = []

    def ways(*pair: str) -> tuple[Any, ...]:
        asked.append(pair)
        return (_way("nsr", NSR_NM),)

    checker = _checker(ways=ways)
    for port in range(MAX_PAIRS + 3):
        checker.check(Fact("distance", 7.0, 7.0, "nm", "nsr", ends=("rotterdam", str(port))))
        checker.check(Fact("distance", 7.0, 7.0, "nm", "nsr", ends=("rotterdam", str(port))))
    assert len(asked) == MAX_PAIRS


def test_sources_that_differ_stand_each_with_who_prints_it(checker: Checker) -> None:
    found = disagreements(checker)
    lengths = [one for one in found if not one.series]
    assert {"Rosatom, 2025"} <= {who for one in lengths for who in one.who}
    assert all(one.check.verdict == DIFFERS for one in lengths)
    counted = {one.series: one for one in found if one.series}
    assert counted["transits"].values == (75, 80)
    assert counted["transits"].year == 2023
    assert len(counted["transits"].who) == 2

"""How far a figure may lie from what is said, and how a difference is measured."""

import pytest

from geo.measure.claims.facts import AGREES, DIFFERS, UNKNOWN, Beside, Fact, compare, in_unit, room


def fact(low: float | None, high: float | None, unit: str, precision: str = "exact") -> Fact:
    return Fact("length", low, high, unit, "nsr", precision)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (fact(37.9e6, 37.9e6, "t"), 50_000),
        (fact(5600, 5600, "km"), 50),
        (fact(92, 92, "voyages"), 0),
        (fact(90, 90, "voyages", "about"), 9),
        (fact(40, 40, "%", "about"), 4),
    ],
)
def test_room_is_half_of_the_last_place_or_a_tenth(said: Fact, expected: float) -> None:
    assert room(said) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("said", "verdict", "gap"),
    [
        (fact(2600, 2600, "nm"), AGREES, 0),
        (fact(3030, 3030, "nm"), DIFFERS, 330),
        (fact(1000, 1500, "nm"), DIFFERS, 500),
        (fact(2500, None, "nm", "least"), AGREES, 0),
        (fact(2800, None, "nm", "least"), DIFFERS, 100),
        (fact(None, 2500, "nm", "most"), AGREES, 0),
    ],
)
def test_a_difference_is_measured_to_the_nearer_end(said: Fact, verdict: str, gap: float) -> None:
    found = compare(said, (Beside("drawn", 2000, 2700, "nm"),))
    assert (found.verdict, found.gap) == (verdict, gap)


def test_of_two_counters_one_is_enough() -> None:
    two = tuple(Beside("count", value, value, "voyages") for value in (43, 47))
    assert compare(fact(47, 47, "voyages"), two).verdict == AGREES
    assert compare(fact(50, 50, "voyages"), two) == (DIFFERS, two, 3, "", "")
    assert compare(fact(50, 50, "voyages"), ()).verdict == UNKNOWN


def test_nautical_miles_become_the_unit_of_the_claim() -> None:
    assert in_unit(1000, "km") == 1852
    assert in_unit(1000, "mi") == pytest.approx(1150.78, abs=0.01)

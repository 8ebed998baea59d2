"""How far a figure may lie from what is said, and still agree."""

import pytest

from geo.measure.claims.facts import (
    AGREES,
    DIFFERS,
    UNKNOWN,
    Beside,
    Fact,
    compare,
    in_unit,
    room,
)


@pytest.mark.parametrize(("low", "unit", "precision", "expected"), [
    (37.9e6, "t", "exact", 50_000),
    (5600.0, "km", "exact", 50),
    (3000.0, "nm", "exact", 300),
    (7345.0, "nm", "exact", 0.5),
    (4000.0, "nm", "about", 400),
    (37.9e6, "t", "about", 3.79e6),
    (97.0, "voyages", "exact", 0),
    (8.0, "states", "exact", 0),
    (100.0, "voyages", "about", 10),
])  # fmt: skip
def test_the_room_is_half_the_last_place_or_a_tenth_of_about(
    low: float, unit: str, precision: str, expected: float
) -> None:
    assert room(Fact("any", low, low, unit, "nsr", precision)) == pytest.approx(expected)


def test_a_figure_agrees_within_a_range_and_differs_by_its_nearer_end() -> None:
    said = Fact("distance saving", 30.0, 40.0, "%", "nsr")
    assert compare(said, (Beside("saving", 28.0, 33.0, "%"),)).verdict == AGREES
    found = compare(said, (Beside("saving", 50.0, 60.0, "%"),))
    assert (found.verdict, found.gap) == (DIFFERS, 10.0)


def test_it_agrees_where_one_of_two_counters_agrees() -> None:
    counts = (Beside("count", 43, 43, "voyages"), Beside("count", 47, 47, "voyages"))
    assert compare(Fact("voyages", 47, 47, "voyages", "nsr"), counts).verdict == AGREES
    found = compare(Fact("voyages", 50, 50, "voyages", "nsr"), counts)
    assert (found.verdict, found.gap) == (DIFFERS, 3)


@pytest.mark.parametrize(("low", "high", "precision", "verdict"), [
    (70.0, None, "least", AGREES),
    (80.0, None, "least", DIFFERS),
    (None, 80.0, "most", AGREES),
    (None, 70.0, "most", DIFFERS),
])  # fmt: skip
def test_more_than_and_up_to_are_open_on_one_side(
    low: float | None, high: float | None, precision: str, verdict: str
) -> None:
    said = Fact("voyages", low, high, "voyages", "nsr", precision)
    assert compare(said, (Beside("count", 75, 75, "voyages"),)).verdict == verdict


def test_beside_nothing_it_cannot_be_told() -> None:
    assert compare(Fact("length", 1.0, 1.0, "nm", "nsr"), ()).verdict == UNKNOWN


def test_nautical_miles_become_kilometres_and_statute_miles() -> None:
    assert in_unit(100, "km") == pytest.approx(185.2)
    assert in_unit(100, "mi") == pytest.approx(115.08, abs=0.01)
    assert in_unit(100, "nm") == 100

"""Times and seasons beside what ships need and what was published, and never a wrong verdict."""

from types import SimpleNamespace
from typing import Any

import pytest

from geo.measure.claims import times
from geo.measure.claims.facts import AGREES, DIFFERS, UNKNOWN, Fact
from geo.measure.claims.times import (
    days_of_route,
    days_of_way,
    saving_beside,
    season_beside,
    time_beside,
)

NSR = {"nsr"}


def way(nm: float, ice_nm: float = 0.0) -> Any:
    return SimpleNamespace(nm=(nm, nm), variants=(SimpleNamespace(nm=nm, ice_nm=ice_nm),))


NORTH, SOUTH = way(7300.0, 2500.0), way(11_200.0)


def test_a_voyage_lasts_from_the_fastest_ship_to_the_slowest_in_ice() -> None:
    low, high = days_of_way(NORTH)
    assert low == pytest.approx(7300 / 19 / 24)
    assert high == pytest.approx((4800 / 13 + 2500 / 6) / 24)
    assert days_of_route(2000.0, 2700.0, is_icy=True) == pytest.approx(
        (2000 / 19 / 24, 2700 / 6 / 24)
    )
    assert days_of_route(2000.0, 2700.0, is_icy=False)[1] == pytest.approx(2700 / 13 / 24)


@pytest.mark.parametrize(("said", "verdict", "reason"), [
    (Fact("time", 20.0, 20.0, "days", "nsr"), AGREES, ""),
    (Fact("time", 480.0, 480.0, "hours", "nsr"), AGREES, ""),
    (Fact("time", None, 18.0, "days", "nsr", "most"), AGREES, ""),
    (Fact("time", 8.0, 8.0, "days", "nsr"), DIFFERS, ""),
    (Fact("time", 90.0, 90.0, "days", "nsr"), UNKNOWN, "longer"),
    (Fact("time", 2.0, 2.0, "months", "nsr"), UNKNOWN, "no speed"),
])  # fmt: skip
def test_a_time_agrees_within_what_ships_need_and_what_is_longer_cannot_be_told(
    said: Fact, verdict: str, reason: str
) -> None:
    found = time_beside(said, NORTH, None)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_what_is_too_fast_differs_by_the_days_to_the_fastest_ship() -> None:
    found = time_beside(Fact("time", 8.0, 8.0, "days", "nsr"), NORTH, None)
    assert found.gap == pytest.approx(7300 / 19 / 24 - 8)


def test_without_ports_the_route_alone_is_measured_and_without_its_length_nothing() -> None:
    said = Fact("time", 6.5, 6.5, "days", "nsr")
    found = time_beside(said, None, (2000.0, 2700.0))
    assert (found.verdict, found.beside[0].kind) == (AGREES, "days of route")
    assert time_beside(said, None, None).reason == "no speed"


@pytest.mark.parametrize(("low", "unit", "verdict"), [
    (10.0, "days", AGREES), (40.0, "days", UNKNOWN), (35.0, "%", AGREES), (95.0, "%", UNKNOWN),
])  # fmt: skip
def test_time_saved_is_that_of_one_ship_on_both_ways(low: float, unit: str, verdict: str) -> None:
    said = Fact("time saving", low, low, unit, "nsr", compared="suez")
    assert saving_beside(said, NORTH, SOUTH).verdict == verdict
    assert saving_beside(said, SOUTH, NORTH).verdict == verdict


def test_a_season_agrees_with_a_published_one_or_cannot_be_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = Fact("time", 141.0, 141.0, "days", "nsr", noun="season")
    found = season_beside(said, NSR)
    assert found.verdict == AGREES
    assert "first entry to last exit, 2025" in {one.who for one in found.beside}
    assert season_beside(said._replace(low=3.0, high=3.0, unit="months"), NSR).verdict == AGREES
    longer = season_beside(said._replace(low=300.0, high=300.0), NSR)
    assert (longer.verdict, longer.reason) == (UNKNOWN, "season")
    assert season_beside(said._replace(subject="nwp"), NSR).reason == "no season"
    monkeypatch.setattr(times, "read_published_windows", lambda: ((), "The table is gone."))
    assert season_beside(said, NSR).reason == "no season"

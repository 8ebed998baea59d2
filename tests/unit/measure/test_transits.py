from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import shapely
from shapely import LineString, Polygon, box

from geo.catalogue.features import Catalogue
from geo.geodesy import densify_edges, to_polar
from geo.measure.transits import (
    COLUMNS,
    TABLE,
    Transits,
    Water,
    find_transits,
    load_transits,
    waters_of,
)
from tests import shipped


def sea(identity: str, west: float, south: float, east: float, north: float) -> Water:
    area = to_polar(densify_edges(box(west, south, east, north), step_deg=0.25))
    return Water(identity, "sea", area)


def strait(identity: str, ring: Polygon, gate: list[tuple[float, float]]) -> Water:
    line = to_polar(densify_edges(LineString(gate), step_deg=0.02))
    return Water(identity, "strait", to_polar(densify_edges(ring, step_deg=0.25)), line)


# A strait between 178 E and 178 W with a gate along 180 degrees, and one by Greenwich.
OVER_180 = strait("over-180", box(178, 69, 182, 71), [(180, 69), (180, 71)])
GREENWICH = strait("greenwich", box(-2, 69, 2, 71), [(0, 69), (0, 71)])


@pytest.mark.parametrize("east", [-175.0, 185.0], ids=["jumps at 180", "runs on"])
def test_a_track_over_180_passes_the_gate_that_lies_there(east: float) -> None:
    found = find_transits([(175.0, 70.0), (east, 70.0)], [OVER_180, GREENWICH])
    assert [(item.water, item.how) for item in found] == [("over-180", "gate")]
    assert found[0].to_nm - found[0].from_nm == pytest.approx(82, abs=2)


def test_a_track_over_the_pole_crosses_the_polar_sea_once() -> None:
    north = Water("north", "sea", shapely.Point(0, 0).buffer(500_000))
    south = sea("south", -10, 70, 10, 80)
    found = find_transits([(0.0, 75.0), (0.0, 90.0), (180.0, 75.0)], [north, south])
    assert [item.water for item in found] == ["south", "north"]
    assert found[0].from_nm == 0


def test_the_pole_as_an_edge_does_not_split_the_sea() -> None:
    halves = [box(-180, 80, 0, 90), box(0, 80, 180, 90)]
    area = to_polar(densify_edges(shapely.MultiPolygon(halves), step_deg=0.25))
    found = find_transits([(10.0, 85.0), (10.0, 90.0), (-170.0, 85.0)], [Water("cap", "sea", area)])
    assert len(found) == 1


def test_the_other_way_round_gives_the_other_order() -> None:
    waters = [sea("west", 0, 69, 10, 71), sea("east", 10, 69, 20, 71)]
    there = [item.water for item in find_transits([(1.0, 70.0), (19.0, 70.0)], waters)]
    back = [item.water for item in find_transits([(19.0, 70.0), (1.0, 70.0)], waters)]
    assert there == ["west", "east"]
    assert back == there[::-1]


def test_a_track_that_turns_before_the_gate_does_not_pass() -> None:
    assert find_transits([(-10.0, 70.0), (-1.5, 70.0), (-10.0, 69.5)], [GREENWICH]) == []


def test_a_track_that_ends_beside_the_gate_passes() -> None:
    found = find_transits([(-10.0, 70.0), (-0.2, 70.0)], [GREENWICH])
    assert [(item.water, item.how) for item in found] == [("greenwich", "end")]


def test_a_track_that_goes_through_and_comes_back_passes_twice() -> None:
    found = find_transits([(-10.0, 70.0), (10.0, 70.0), (-10.0, 69.5)], [GREENWICH])
    assert [item.water for item in found] == ["greenwich", "greenwich"]


def test_a_mile_of_a_sea_is_not_a_crossing() -> None:
    narrow = sea("narrow", 5.0, 69.0, 5.02, 71.0)
    assert find_transits([(0.0, 70.0), (10.0, 70.0)], [narrow]) == []


def test_a_missing_table_says_what_is_not_available(tmp_path: Path) -> None:
    transits = load_transits(tmp_path)
    assert "passes.csv is missing" in transits.missing
    assert transits.straits("nsr", "kara-gate-sannikov") == []
    assert list(transits.frame.columns) == COLUMNS


def test_a_table_with_other_columns_says_which_it_must_have(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_text("a,b\n1,2\n", encoding="utf-8")
    assert "feature, variant, water" in load_transits(tmp_path).missing


def test_a_binary_table_is_reported(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_bytes(b"\xff\xfe\x00")
    assert "unreadable" in load_transits(tmp_path).missing


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped.catalogue()


def test_points_are_not_waters(catalogue: Catalogue) -> None:
    ids = {water.id for water in waters_of(catalogue)}
    assert "kara-sea" in ids
    assert "south-china-sea" not in ids


def test_a_moved_shore_makes_the_table_stale(catalogue: Catalogue) -> None:
    assert load_transits().is_stale(catalogue) == []
    frame = catalogue.frame.copy()
    row = frame.index[frame["id"] == "kara-sea"][0]
    frame.loc[row, "geometry"] = box(60, 70, 70, 75)
    moved = replace(catalogue, frame=frame)
    assert "nsr" in load_transits().is_stale(moved)


def test_a_track_without_rows_is_stale(catalogue: Catalogue) -> None:
    empty = Transits(pd.DataFrame(columns=COLUMNS))
    assert "nwp" in empty.is_stale(catalogue)

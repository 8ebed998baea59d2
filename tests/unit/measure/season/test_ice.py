"""The normal of sea ice: its grid, and the shares of a way that lie in ice."""

import csv
import gzip
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.catalogue.sea_ice import EDGE_PERCENT, MONTHS, TABLE, load_ice_grid
from geo.measure.overlay import tracks
from geo.measure.season.extent import read_extents
from geo.measure.season.ice import (
    CLASS_STARTS,
    PIECE_NM,
    classes_of,
    load_ice_along,
    measure_track,
    strip_of,
)
from geo.measure.season.ice import TABLE as ALONG

SAMPLE = """
Kara Gate,58.2,70.45,86,87,87,80,66,45,14,1,0,1,16,58
Cape Zhelaniya,68.5,77.3,79,82,86,85,84,70,32,4,0,8,60,76
Kara Sea mid,75,75,98,98,98,98,95,84,29,3,1,20,88,96
off Dikson,79,73.8,94,94,93,93,83,54,9,0,6,46,90,93
Vilkitsky Strait,103,77.9,94,94,93,93,94,88,68,45,38,75,92,93
Laptev west,115,76.5,98,98,98,98,97,86,55,19,14,84,98,98
Laptev mid,128,75,98,98,98,98,89,57,23,3,9,68,96,98
Sannikov Strait,140.5,74.5,97,97,97,96,92,78,56,14,14,87,98,97
Dmitry Laptev,142.5,73.1,97,96,96,97,97,82,69,10,12,86,99,97
E Siberian west,152,73,98,98,97,98,97,83,59,8,12,85,99,98
E Siberian mid,165,71.5,98,98,98,98,96,87,61,28,20,62,95,97
Long Strait,178.5,70.2,97,97,98,99,96,88,56,10,8,35,81,95
Chukchi,-172,68.5,98,98,98,99,92,37,4,0,0,0,13,87
Bering Strait,-168.9,65.9,91,91,92,92,66,9,0,0,0,0,12,85
Lancaster Sound,-85,74.2,96,96,95,93,85,56,30,8,10,68,90,95
Barrow Strait,-95,74.4,94,94,94,94,95,86,69,41,29,75,92,95
Peel Sound,-96.5,73,94,94,93,94,95,87,72,44,23,74,92,95
Victoria Strait,-100.5,69.6,97,96,96,97,98,85,69,31,14,67,95,98
Coronation Gulf,-111,68.2,90,90,88,89,91,76,47,6,1,16,88,96
Amundsen Gulf,-122,70.6,97,96,95,94,84,45,26,3,0,13,87,95
Beaufort,-134,70.3,96,95,96,95,90,57,16,7,8,34,90,95
Pt Barrow,-156.5,71.6,96,96,96,96,92,89,65,9,3,27,80,96
M Clure Strait,-118,74.8,96,96,95,96,97,88,78,63,59,87,95,96
North Pole,0,89.5,99,100,100,100,99,99,96,96,96,97,99,99
Fram Strait,-2,79,53,54,55,55,51,51,41,24,22,47,55,55
Barents centre,38,74,6,10,8,13,6,1,0,0,0,0,0,4
Hudson Strait,-70,62,87,91,90,85,75,58,9,0,0,1,9,66
Hudson Bay,-86,59.5,100,100,100,99,95,87,12,0,0,0,13,87
"""
"""Means of the same field at 28 places, made by others: name, lon, lat, January to December (%)."""
ROUTES = ("nsr", "nwp", "tsr", "nep")


def test_the_extents_of_the_field_are_near_to_those_that_were_seen() -> None:
    field = load_ice_grid().extent_million_km2()
    extents, wrong = read_extents()
    assert extents is not None, wrong
    seen = np.array([extents.normal(month) for month in range(1, 13)], dtype=float)
    assert np.sqrt(np.mean((field - seen) ** 2)) == pytest.approx(0.37, abs=0.005)
    assert field.argmin() == 8
    assert np.abs(field - seen).max() < 1


@pytest.mark.parametrize("line", SAMPLE.split("\n")[1:-1])
def test_the_months_at_a_place_are_those_that_others_found(line: str) -> None:
    _, lon, lat, *known = line.split(",")
    found = load_ice_grid().at(np.array([float(lon)]), np.array([float(lat)]))[:, 0]
    assert found == pytest.approx(np.array(known, dtype=float), abs=0.6)  # theirs are whole


def test_the_field_has_no_seam_and_no_hole() -> None:
    grid = load_ice_grid()
    lat = np.array([72.0, 75.0, 80.0])
    west, east = grid.at(np.full(3, -180.0), lat), grid.at(np.full(3, 180.0), lat)
    assert west == pytest.approx(east)
    pole = grid.at(np.array([0.0, 90.0, -170.0]), np.array([90.0, 90.0, 90.0]))
    assert np.isfinite(pole).all()
    assert (pole > 90).all()
    assert (grid.at(np.array([0.0]), np.array([30.0])) == 0).all()


@pytest.mark.parametrize("route", ROUTES)
def test_the_pieces_of_a_way_follow_each_other_to_its_end(route: str) -> None:
    along = load_ice_along()
    known = {(track.feature, track.variant): track for track in tracks(load_catalogue())}
    for variant in along.variants(route):
        strip = along.strip(route, variant)
        assert strip is not None
        assert (np.diff(strip.ends_nm) > 0).all()
        ends, ice = measure_track(known[route, variant], load_ice_grid())
        assert strip.length_nm == pytest.approx(float(ends[-1]), abs=0.02)
        middles = (ends[1:] + ends[:-1]) / 2
        piece = np.searchsorted(strip.ends_nm, middles) - 1
        assert strip.ice_percent[:, piece] == pytest.approx(ice, abs=0.06)
        assert np.diff(ends) == pytest.approx(PIECE_NM, rel=0.2)


def test_nothing_that_ships_is_stale() -> None:
    assert load_ice_along().is_stale(load_catalogue()) == []


@pytest.mark.parametrize(
    ("route", "variant", "february", "september"),
    [("nsr", "kara-gate-sannikov", 100, 22), ("nwp", "route-4", 97, 11)],
)
def test_how_much_of_a_way_lies_in_ice(
    route: str, variant: str, february: int, september: int
) -> None:
    strip = strip_of(route, variant)
    assert strip is not None
    assert [round(100 * strip.share(month)) for month in (2, 9)] == [february, september]
    assert strip.share(9, percent=0) == 1
    assert strip.share(2) >= strip.share(2, percent=90)


def test_the_runs_of_a_month_cover_the_way_and_no_two_neighbours_are_alike() -> None:
    strip = strip_of("nsr")
    assert strip is not None
    for month in range(1, 13):
        runs = strip.runs(month)
        assert runs[0][0] == 0
        assert runs[-1][1] == strip.length_nm
        assert all(one[1] == other[0] for one, other in pairwise(runs))
        assert all(one[2] != other[2] for one, other in pairwise(runs))


def test_a_class_begins_with_its_own_per_cent() -> None:
    starts = np.array(CLASS_STARTS)
    assert classes_of(starts).tolist() == [1, 2, 3, 4]
    assert classes_of(starts - 0.1).tolist() == [0, 1, 2, 3]
    assert starts[0] == EDGE_PERCENT


@pytest.mark.parametrize("left", [0.0, 0.5])
@pytest.mark.parametrize("name", [TABLE, ALONG])
def test_without_its_table_there_is_none_and_a_reason(
    tmp_path: Path, name: str, left: float
) -> None:
    (tmp_path / "season").mkdir()
    raw = (DATA / name).read_bytes()
    if left:
        (tmp_path / name).write_bytes(raw[: int(len(raw) * left)])
    found = load_ice_grid(tmp_path) if name == TABLE else load_ice_along(tmp_path)
    assert name.rpartition("/")[2] in found.missing
    assert "Restore" in found.missing


def test_a_share_outside_its_bounds_is_said(tmp_path: Path) -> None:
    (tmp_path / "season").mkdir()
    rows = [*csv.reader(gzip.decompress((DATA / ALONG).read_bytes()).decode().splitlines())]
    rows[1][4] = "101"
    text = "\n".join(",".join(row) for row in rows)
    (tmp_path / ALONG).write_bytes(gzip.compress(text.encode()))
    assert "outside 0 to 100" in load_ice_along(tmp_path).missing
    assert load_ice_along(tmp_path).strip("nsr") is None


def test_pieces_that_do_not_follow_each_other_are_said(tmp_path: Path) -> None:
    (tmp_path / "season").mkdir()
    lines = gzip.decompress((DATA / ALONG).read_bytes()).decode().splitlines()
    text = "\n".join((*lines[:2], *lines[3:]))
    (tmp_path / ALONG).write_bytes(gzip.compress(text.encode()))
    assert "does not begin where" in load_ice_along(tmp_path).missing
    assert load_ice_along(tmp_path).strip("nsr") is None


def test_the_months_are_those_of_the_year() -> None:
    assert len(MONTHS) == 12
    strip = strip_of("nsr")
    assert strip is not None
    assert strip.ice_percent.shape[0] == 12

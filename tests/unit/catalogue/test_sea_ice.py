"""The normal of sea ice on its grid: the extents that are printed, and broken tables."""

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

from geo import messages
from geo.catalogue.records import DATA
from geo.catalogue.sea_ice import MONTHS, TABLE, load_ice_grid

EXTENTS = DATA / "season" / "sea_ice_extent.csv"
OURS = [14.6, 16.1, 16.3, 14.8, 13.2, 11.9, 9.3, 7.1, 6.6, 8.4, 10.5, 12.8]
"""The extents that docs/sea-ice.md prints, in million square kilometres."""


def nsidc_means() -> list[float]:
    """Return NSIDC's mean extent of 1981 to 2010 by month, in million square kilometres."""
    found: dict[int, list[float]] = {month: [] for month in range(1, 13)}
    with EXTENTS.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if 1981 <= int(row["year"]) <= 2010:
                found[int(row["month"])].append(float(row["extent_million_km2"]))
    return [float(np.mean(found[month])) for month in found]


def test_the_extents_agree_with_those_of_nsidc_as_the_page_says() -> None:
    ours = load_ice_grid().extent_million_km2()
    assert ours == pytest.approx(OURS, abs=0.051)
    off = np.sqrt(np.mean((ours - nsidc_means()) ** 2))
    assert f"{off:.2f}" == "0.37"
    assert f"within {off:.2f} million km²" in messages.ICE_RESTS


def test_a_place_between_cells_is_the_same_from_both_sides_of_180_and_of_the_turn() -> None:
    grid = load_ice_grid()
    lon, lat = np.array([180.0, -180.0, 540.0, 179.999, -179.999]), np.full(5, 72.0)
    found = grid.at(lon, lat)
    assert found == pytest.approx(np.repeat(found[:, :1], 5, axis=1), abs=0.05)


def test_south_of_the_table_there_is_no_ice_and_inland_no_figure() -> None:
    found = load_ice_grid().at(np.array([0.0, 95.0]), np.array([20.0, 45.0]))
    assert not found[:, 0].any()
    assert np.isnan(found[:, 1]).all()


def broken(text: str, folder: Path) -> str:
    """Return why there is no grid in a folder whose table holds a text."""
    (folder / TABLE).parent.mkdir(exist_ok=True)
    (folder / TABLE).write_bytes(gzip.compress(text.encode()))
    return load_ice_grid(folder).missing


HEAD = "lon,lat,sea_percent," + ",".join(MONTHS)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("lon,lat\n", "must have the columns"),
        (f"{HEAD}\n0,60.0,50{',10' * 11}\n", "unreadable"),
        (f"{HEAD}\n0,60.0,50{',101' * 12}\n", "outside 0 to 100"),
        (f"{HEAD}\n0,60.0,50{',x' * 12}\n", "unreadable"),
        (f"{HEAD}\n0,60.0,50{',10' * 12}\n", "off the grid"),
        (HEAD, "unreadable"),
    ],
)
def test_a_broken_table_gives_no_grid_and_says_why(text: str, why: str, tmp_path: Path) -> None:
    assert why in broken(text, tmp_path)


def test_a_missing_or_cut_table_gives_no_grid_and_says_why(tmp_path: Path) -> None:
    assert "is missing" in load_ice_grid(tmp_path).missing
    other = tmp_path / "cut"
    (other / TABLE).parent.mkdir(parents=True)
    (other / TABLE).write_bytes((DATA / TABLE).read_bytes()[:2000])
    assert "unreadable" in load_ice_grid(other).missing

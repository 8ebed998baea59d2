"""The normal of sea ice by month on its grid: the shipped table, read and held against places.

`season/sea_ice_normal.csv.gz` is made by `geo.catalogue.recipes.season` from the field in the
package jcm 3.0.0, whose monthly extents agree with NSIDC's means of 1981 to 2010.
"""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from geo import messages
from geo.catalogue.records import DATA
from geo.errors import DAMAGE
from geo.geodesy import TURN_DEG, Floats

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "season/sea_ice_normal.csv.gz"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
COLUMNS = ("lon", "lat", "sea_percent", *MONTHS)
SOUTH_EDGE_DEG = 40.0
"""The table begins north of this parallel; farther south there is no ice in the normal."""
EDGE_PERCENT = 15.0
"""From this concentration on the sea counts as covered: the edge of the ice."""
_CELLS_ROUND = 192
_STEP_DEG = TURN_DEG / _CELLS_ROUND
_RADIUS_KM = 6371.0072
"""Of the sphere with the area of the Earth."""


@dataclass(frozen=True)
class IceGrid:
    """The normal of ice on its grid.

    Attributes
    ----------
    lon, lat
        Centres of the cells in degrees: 192 from 180 W, and the Gaussian latitudes from the south.
    sea
        The share of sea in each cell, 0 to 1; latitudes by longitudes.
    ice_percent
        Mean concentration on a cell's sea by month: months by latitudes by longitudes. Where there
        is no sea it is 0 and means nothing.
    missing
        Why there is no grid, as a message; empty if there is one.
    """

    lon: Floats
    lat: Floats
    sea: Floats
    ice_percent: Floats
    missing: str = ""

    def at(self, lon: Floats, lat: Floats) -> Floats:
        """Return the concentration (%) at places in degrees: months by places.

        Straight between the four cells around a place, each weighed by its share of sea. North of
        the last row it is that row's; south of the first one there is no ice. A place without
        sea in any of its four cells is NaN.
        """
        column = ((np.asarray(lon, np.float64) - self.lon[0]) % TURN_DEG) / _STEP_DEG
        row = np.interp(lat, self.lat, np.arange(len(self.lat)))
        west = np.floor(column).astype(np.int64)
        south = np.minimum(np.floor(row).astype(np.int64), len(self.lat) - 2)
        total = np.zeros((len(MONTHS), len(column)))
        weight = np.zeros(len(column))
        for up in (0, 1):
            for right in (0, 1):
                cells = south + up, (west + right) % _CELLS_ROUND
                share = (
                    np.abs(1 - up - (row - south))
                    * np.abs(1 - right - (column - west))
                    * self.sea[cells]
                )
                total += share * self.ice_percent[:, *cells]
                weight += share
        south_of_all = np.asarray(lat) < SOUTH_EDGE_DEG
        with np.errstate(invalid="ignore"):
            return np.where(south_of_all, 0.0, total / weight)

    def extent_million_km2(self) -> Floats:
        """Return the area of sea in the cells with 15 % of ice and more, by month.

        A cell reaches half way to its neighbours, and counts with its share of sea; lakes of the
        grid are sea here.
        """
        edges = np.concatenate([[SOUTH_EDGE_DEG], (self.lat[1:] + self.lat[:-1]) / 2, [90.0]])
        edges[0] = 1.5 * self.lat[0] - 0.5 * self.lat[1]
        bands = np.diff(np.sin(np.radians(edges))) * 2 * np.pi * _RADIUS_KM**2 / _CELLS_ROUND
        covered = self.ice_percent >= EDGE_PERCENT
        area: Floats = (covered * (self.sea * bands[:, np.newaxis])).sum(axis=(1, 2)) / 1e6
        return area


def load_ice_grid(folder: Path = DATA) -> IceGrid:
    """Return the shipped grid (cached by folder).

    A missing or broken table gives an empty one with the reason in `missing`, never an error.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> IceGrid:
    name = TABLE.rpartition("/")[2]
    try:
        with gzip.open(folder / TABLE, "rt", encoding="utf-8", newline="") as table:
            reader = csv.reader(table, strict=True)
            if tuple(next(reader, ())) != COLUMNS:
                reason = f"{name} must have the columns {', '.join(COLUMNS)}."
            else:
                return _to_grid(np.array([[float(cell) for cell in row] for row in reader]))
    except FileNotFoundError:
        reason = f"{name} is missing."
    except (*DAMAGE, csv.Error, EOFError) as error:
        reason = f"{name} is unreadable ({error})."
    none = np.zeros(0)
    return IceGrid(none, none, none, none, messages.ICE_GRID_MISSING.format(reason=reason))


def _to_grid(cells: Floats) -> IceGrid:
    """Return the rows of the table as a grid, or raise `ValueError` with what is wrong in them."""
    if cells.ndim != 2 or cells.shape[1] != len(COLUMNS):  # noqa: PLR2004  a table
        raise ValueError("a row is cut or too long")
    if not ((cells[:, 2:] >= 0) & (cells[:, 2:] <= 100)).all():  # noqa: PLR2004  per cent
        raise ValueError("a share is outside 0 to 100")
    lat: Floats = np.unique(cells[:, 1])
    lon: Floats = -TURN_DEG / 2 + _STEP_DEG * np.arange(_CELLS_ROUND, dtype=np.float64)
    row = np.searchsorted(lat, cells[:, 1])
    column = np.rint((cells[:, 0] - lon[0]) / _STEP_DEG).astype(np.int64)
    if not ((column >= 0) & (column < _CELLS_ROUND)).all() or len(lat) < 2:  # noqa: PLR2004
        raise ValueError("a cell is off the grid")
    sea = np.zeros((len(lat), _CELLS_ROUND))
    ice = np.zeros((len(MONTHS), len(lat), _CELLS_ROUND))
    sea[row, column] = cells[:, 2] / 100
    ice[:, row, column] = cells[:, 3:].T
    return IceGrid(lon, lat, sea, ice)

"""Build `season/sea_ice_normal.csv.gz`: `python -m geo.catalogue.recipes.season --jcm FOLDER`.

The folder is the wheel of jcm 3.0.0 (Apache-2.0), unpacked; the package itself, which needs jax,
need not be installed::

    pip download jcm==3.0.0 --no-deps -d FOLDER
    unzip FOLDER/jcm-3.0.0-py3-none-any.whl -d FOLDER

The file `forcing.nc` (T63, 192 by 96 cells, 1.9 degrees) holds `icec`, twelve values in the middle
of the months, and `lsm`, the share of land in each cell. Where `icec` comes from its documents do
not say; its kind is that of the boundary values of AMIP: a line between two of them, not the values
themselves, gives the months. Needs h5py, which the tools for development bring.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geo.catalogue.records import DATA
from geo.catalogue.sea_ice import COLUMNS, SOUTH_EDGE_DEG, TABLE
from geo.errors import CatalogueError, GeoError
from geo.geodesy import Floats, wrap_degrees

if TYPE_CHECKING:
    from collections.abc import Sequence

FORCING = Path("jcm", "data", "bc", "t63", "forcing.nc")
SHA256 = "3eb9cb47a4b1b729ca94d4c76f65b57f15cdf9370134a552c5193ba0ff39a8ee"


def monthly_means(mid_month: Floats) -> Floats:
    """Return the monthly means of a line drawn between values in the middle of the months.

    The values (months first) are clipped to 0 to 1 before: such boundary values may lie outside.
    The months count as equally long, so a month's mean is an eighth of the value before, six
    eighths of its own and an eighth of the next one; December is followed by January.
    """
    clipped = np.clip(mid_month, 0.0, 1.0)
    before, after = np.roll(clipped, 1, axis=0), np.roll(clipped, -1, axis=0)
    means: Floats = (before + 6.0 * clipped + after) / 8.0
    return means


def read_forcing(folder: Path) -> tuple[Floats, Floats, Floats, Floats]:
    """Return lon and lat of the cells' centres, shares of sea and mid-month ice (0 to 1).

    Both arrays of the field are latitudes by longitudes; the ice has the months before them.

    Raises
    ------
    CatalogueError
        When the file is missing or is not the one of jcm 3.0.0.
    """
    path = folder / FORCING
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CatalogueError(f"{path} cannot be read ({error.strerror}).") from error
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise CatalogueError(
            f"{path.name} is not the file of jcm 3.0.0 (its SHA-256 differs); "
            "`pip download jcm==3.0.0 --no-deps` brings the right one."
        )
    import h5py  # noqa: PLC0415  only this build needs it

    with h5py.File(io.BytesIO(raw)) as file:
        lon, lat, land, ice = (
            np.asarray(file[name], np.float64) for name in ("lon", "lat", "lsm", "icec")
        )
    return lon, lat, 1.0 - land.T, ice.transpose(2, 1, 0)


def build(folder: Path) -> str:
    """Return the table: the cells with sea north of 40 N, from the south, each row from 180 W."""
    lon, lat, sea, mid_month = read_forcing(folder)
    ice = monthly_means(mid_month)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    east = wrap_degrees(lon)
    for row in np.flatnonzero(lat > SOUTH_EDGE_DEG):
        for column in np.argsort(east):
            share = round(100.0 * float(sea[row, column]), 1)
            if share > 0:
                months = [f"{100.0 * value:.1f}" for value in ice[:, row, column]]
                writer.writerow([f"{east[column]:g}", f"{lat[row]:.4f}", f"{share:.1f}", *months])
    return text.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; return 0, or 2 after an error message."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jcm", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=DATA / TABLE, metavar="PATH")
    options = parser.parse_args(arguments)
    try:
        table = build(options.jcm)
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(gzip.compress(table.encode(), 9, mtime=0))
    print(f"{options.out.name}: {table.count(chr(10)) - 1} cells")
    return 0


if __name__ == "__main__":
    sys.exit(main())

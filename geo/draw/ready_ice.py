"""The ice of the months as it is drawn, made beforehand like the charts.

`python -m geo.draw.ready_ice` (`make charts` and `make overlay` call it) writes it to `data/` with
a checksum of all that it is made from. Where that is another one, it is made anew.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path

from geo.catalogue.records import DATA as TABLES
from geo.catalogue.sea_ice import MONTHS, TABLE, load_ice_grid
from geo.draw.ready import DATA
from geo.draw.season_ice import LIMITS_PERCENT, IceMonth, months_of
from geo.errors import DAMAGE
from geo.manifest import ROOT, checksum_of

CODE = (
    *("geo/geodesy", "geo/catalogue/sea_ice"),
    *("geo/draw/frames", "geo/draw/voyage_lines", "geo/draw/season_ice", "geo/draw/ready_ice"),
)
"""The modules that decide what it is."""
FILE = "sea-ice.json.gz"
_LEVEL = 9


def load_ice_months(*, tables: Path = TABLES, folder: Path = DATA) -> tuple[IceMonth, ...]:
    """Return the ice of the months as it was made beforehand, or made now where that is another.

    None at all where the table of the ice cannot be read: `load_ice_grid` says why.
    """
    grid = load_ice_grid(tables)
    if grid.missing:
        return ()
    return read_ice_months(tables=tables, folder=folder) or months_of(grid)


def read_ice_months(*, tables: Path = TABLES, folder: Path = DATA) -> tuple[IceMonth, ...]:
    """Return the ice of the months from its file; none where it was made from something else."""
    try:
        written = json.loads(gzip.decompress((folder / FILE).read_bytes()))
        if written["made_from"] != checksum(tables):
            return ()
        months = tuple(
            IceMonth(tuple(map(str, one["areas"])), str(one["edge"])) for one in written["months"]
        )
    except DAMAGE:
        return ()
    is_whole = all(len(one.areas) == len(LIMITS_PERCENT) for one in months)
    return months if is_whole and len(months) == len(MONTHS) else ()


def checksum(tables: Path = TABLES) -> str:
    """Return the checksum of all that the ice is made from.

    Raises
    ------
    OSError
        A file cannot be read.
    """
    code = [ROOT / f"{module}.py" for module in CODE]
    return hashlib.sha256(checksum_of([tables / TABLE, *code]).encode()).hexdigest()


def to_bytes(months: tuple[IceMonth, ...], made_from: str) -> bytes:
    """Return what is written of the months."""
    written = [{"areas": month.areas, "edge": month.edge} for month in months]
    text = json.dumps({"made_from": made_from, "months": written}, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=_LEVEL, mtime=0)


def main() -> None:
    """Write the ice of the months again."""
    path = DATA / FILE
    path.write_bytes(to_bytes(months_of(load_ice_grid()), checksum()))
    sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()

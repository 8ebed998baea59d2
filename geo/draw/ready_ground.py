"""The ground of the maps of voyages, made beforehand like the charts: the first reader waits less.

`python -m geo.draw.ready_ground` (`make charts` and `make overlay` call it) writes it to `data/`
with a checksum of all that it is made from. Where that is another one, it is made anew.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from geo.catalogue.features import Catalogue, load_catalogue
from geo.draw import ready
from geo.draw.frames import FRAMES
from geo.draw.ready import DATA
from geo.draw.voyage_ground import Ground, make_ground
from geo.errors import DAMAGE
from geo.manifest import ROOT, checksum_of

CODE = ("geo/draw/ready_ground", "geo/draw/voyage_ground", "geo/draw/voyage_lines")
"""The modules that decide what it is, beside those that decide what a chart is."""
FILE = "voyage-ground.json.gz"
_LEVEL = 9


def load_ground(catalogue: Catalogue, *, folder: Path = DATA) -> Ground:
    """Return the ground as it was made beforehand, or made now where that is another one."""
    return read_ground(catalogue, folder=folder) or ground_of(catalogue)


def read_ground(catalogue: Catalogue, *, folder: Path = DATA) -> Ground | None:
    """Return the ground from its file; None where it was made from something else."""
    if not catalogue.checksum:
        return None
    try:
        written = json.loads(gzip.decompress((folder / FILE).read_bytes()))
        if written["made_from"] != checksum(catalogue):
            return None
        land = tuple(
            (int(west), int(east), int(south), str(d)) for west, east, south, d in written["land"]
        )
        return Ground(dict(written["disc"]), dict(written["zones"]), land)
    except DAMAGE:
        return None


def ground_of(catalogue: Catalogue) -> Ground:
    """Return the ground, made now."""
    polar, world = (ready.load_chart(FRAMES[frame], catalogue) for frame in ("polar", "mercator"))
    return make_ground(polar, world, catalogue)


def checksum(catalogue: Catalogue) -> str:
    """Return the checksum of all that the ground is made from.

    Raises
    ------
    OSError
        A file cannot be read.
    """
    code = checksum_of([ROOT / f"{module}.py" for module in CODE])
    return hashlib.sha256(f"{ready.checksum(catalogue)} {code}".encode()).hexdigest()


def to_bytes(ground: Ground, made_from: str) -> bytes:
    """Return what is written of the ground."""
    whole: dict[str, Any] = {
        "made_from": made_from,
        "disc": ground.disc,
        "zones": ground.zones,
        "land": ground.land,
    }
    text = json.dumps(whole, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=_LEVEL, mtime=0)


def main() -> None:
    """Write the ground again."""
    catalogue = load_catalogue()
    path = DATA / FILE
    path.write_bytes(to_bytes(ground_of(catalogue), checksum(catalogue)))
    sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()

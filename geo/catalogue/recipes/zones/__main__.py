"""Build the zones: `python -m geo.catalogue.recipes.zones --world-atlas DIR`.

Reads `countries-10m.json` of the npm package world-atlas 2.0.2 and the tables in this folder;
writes to `geo/catalogue/data/`:

- `zones.geojson`: zones at map precision, from 50 N to the pole;
- `zones-fine.geojson.gz`: the same zones for the point query;
- `zone_areas.csv`: the area of every whole zone beside the published one.

Needs scipy (build only). The method is the same for every coast, and nothing is fitted to an area.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from geo.catalogue.recipes.coast import read_coast
from geo.catalogue.recipes.zones.check import check_zone_file
from geo.catalogue.recipes.zones.export import name_zones, simplify, write_fine, write_map
from geo.catalogue.recipes.zones.faces import build_faces, zones_of
from geo.catalogue.recipes.zones.labels import LAND, ZoneLabel
from geo.catalogue.recipes.zones.names import LAST_CHECKED
from geo.catalogue.records import DATA, FINE_ZONES, ZONES, ZONES_SOUTH_DEG
from geo.errors import GeoError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HERE = Path(__file__).parent
_MAP_TOLERANCE_M = 7_000.0
_MAP_ISLET_KM2 = 300.0
_FINE_TOLERANCE_M = 120.0
_FINE_OVERLAP_KM2 = 0.5
_STEPS = 40
_WITHIN = {"eez", "territorial_sea", "internal_waters"}

_DEFAULTS: dict[str, Any] = {
    "kind": "zone",
    "last_checked": LAST_CHECKED,
    "status": "official",
    "precision": "computed",
    "sources": [
        {
            "title": "Natural Earth 1:10m coast, in the npm package world-atlas 2.0.2",
            "publisher": "Natural Earth",
            "date": "2018",
            "licence": "public domain (package: ISC)",
            "url": "https://www.npmjs.com/package/world-atlas",
            "retrieved": "2026-11-22",
            "confidence": "calculated",
        },
        {
            "title": "Tables of treaty lines, precedence and official straight baselines",
            "publisher": "Arctic Passages",
            "date": "2026-11-30",
            "licence": "MIT (this project); baselines of Norway: Kartverket, CC BY 4.0",
            "url": "",
            "retrieved": "",
            "confidence": "partly checked",
        },
        {
            "title": "Limits of the territorial sea, for straight baselines where no official list "
            "is held; npm package @osm_borders/maritime_10m 1.1.0",
            "publisher": "OpenStreetMap contributors",
            "date": "2026",
            "licence": "ODbL 1.0, and so are the zones",
            "url": "https://www.openstreetmap.org/copyright",
            "retrieved": "2026-11-30",
            "confidence": "within 0.4 nm of official lists in the median",
        },
    ],
}  # fmt: skip


class Progress:
    """A progress bar on standard error."""

    def __init__(self) -> None:
        """Start the clock."""
        self._start = time.monotonic()
        self._done = 0

    def __call__(self, text: str) -> None:
        """Show one more step."""
        self._done = min(self._done + 1, _STEPS)
        bar = ("#" * (20 * self._done // _STEPS)).ljust(20)
        seconds = time.monotonic() - self._start
        print(f"\r[{bar}] {seconds:5.0f} s  {text:<40}", end="", file=sys.stderr, flush=True)


def build(world_atlas: Path, data: Path, step_m: float) -> pd.DataFrame:
    """Build the zones, write the three files and return the table of areas.

    Parameters
    ----------
    world_atlas
        Folder with `countries-10m.json`.
    data
        Folder to write to.
    step_m
        Spacing of the distance grid in metres.

    Raises
    ------
    ZoneError
        When the coast cannot be read or a file that was written does not pass its check.
    """
    progress = Progress()
    faces, labels = build_faces(read_coast(world_atlas / "countries-10m.json"), step_m, progress)
    square_km = shapely.area(faces) / 1e6
    whole = {label: float(square_km[labels == label].sum()) for label in np.unique(labels)}
    shipped = zones_of(faces, labels, south_deg=ZONES_SOUTH_DEG)
    zones = name_zones(shipped, whole)
    land = shipped[LAND]
    progress("files")
    fine, flat = data / FINE_ZONES, data / ZONES
    write_fine(simplify(zones, land, _FINE_TOLERANCE_M, 0.0), fine)
    write_map(simplify(zones, land, _MAP_TOLERANCE_M, _MAP_ISLET_KM2), flat, _DEFAULTS)
    areas = area_table(whole)
    areas.to_csv(data / "zone_areas.csv", index=False)
    progress("check")
    check_zone_file(fine, overlap_km2=_FINE_OVERLAP_KM2)
    check_zone_file(flat)
    print(file=sys.stderr)
    return areas


def area_table(whole: Mapping[ZoneLabel, float]) -> pd.DataFrame:
    """Return area by unit (whole zone from the coast) beside the published one.

    Columns: unit, name, area_km2, published_km2, difference_percent, source, note.
    """
    published = pd.read_csv(_HERE / "published_areas.csv", keep_default_na=False)
    sums: dict[str, float] = {}
    for label, area in whole.items():
        key = label.units[0] if label.kind in _WITHIN else label.key
        sums[key] = sums.get(key, 0.0) + area
    rows = []
    for row in published.itertuples():
        area = sum(sums.get(unit, 0.0) for unit in str(row.unit).split("&"))
        against = float(str(row.published_km2))
        rows.append(
            {
                "unit": row.unit, "name": row.name, "area_km2": round(area),
                "published_km2": round(against),
                "difference_percent": round(100.0 * (area / against - 1.0), 2),
                "source": row.source, "note": row.note,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--world-atlas", type=Path, required=True, metavar="DIR")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="where to write")
    parser.add_argument("--step-km", type=float, default=2.5, help="spacing of the distance grid")
    options = parser.parse_args(arguments)
    try:
        areas = build(options.world_atlas, options.data, options.step_km * 1_000.0)
    except GeoError as error:
        print(f"\n{error}", file=sys.stderr)
        return 2
    print(areas.drop(columns=["source", "note"]).to_string(index=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())

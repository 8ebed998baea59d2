"""Write the areas of rules as features: `python -m geo.catalogue.recipes.regimes`.

Reads the tables in this folder and the fine zones (`zones-fine.geojson.gz`, built before); writes
`geo/catalogue/data/regimes.geojson`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import shapely

from geo.catalogue.recipes.command import run
from geo.catalogue.recipes.regimes.shapes import whole_shapes
from geo.catalogue.recipes.regimes.tables import HERE, REGIMES, listed, read_tables
from geo.catalogue.recipes.write import round_geometry, source, to_feature, write_collection
from geo.catalogue.recipes.zones.export import read_fine, to_degrees
from geo.catalogue.records import FINE_ZONES
from geo.errors import ZoneError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

FILE = "regimes.geojson"
_STEP_M = 400_000.0
_COARSE_M = 500.0
_DETAILS = {"instrument": "instrument", "adopted": "adopted", "in force": "in_force"}
_LATER = {"confidence": "confidence", "not included": "missing"}


def build(data: Path, *, tables: Path = HERE) -> int:
    """Write `regimes.geojson` and return the number of areas.

    Parameters
    ----------
    data
        Where the fine zones are and the file goes.
    tables
        The folder of the three tables.

    Raises
    ------
    ZoneError
        When the fine zones are missing, a row of a table breaks a rule, or a shape comes out empty,
        broken or off the globe; the message names file, id, row and rule.
    """
    read = read_tables(tables)
    zones = read_fine(data / FINE_ZONES)
    shapes = whole_shapes(read, zones)
    waters = shapely.union_all(list(zones.values()))
    features = []
    for number, row in enumerate(read.regimes, start=2):
        drawn = _drawn(shapes[row["id"]], row, f"{REGIMES}: `{row['id']}`, row {number}")
        area_km2 = 0.0
        # The zones end at 50 N: an area is known where the shape is made of them.
        if row["precision"] == "computed" and (row["waters"] or row["zones"] or row["parts"]):
            area_km2 = shapely.intersection(shapes[row["id"]], waters).area / 1e6
        features.append(to_feature(_properties(row, read.sources, area_km2), drawn))
    write_collection(data / FILE, features, defaults={"kind": "regime", "status": "official"})
    return len(features)


def _drawn(whole: BaseGeometry, row: Mapping[str, str], where: str) -> BaseGeometry:
    """Return a shape in degrees as it is written: simplified, cut at 180, checked."""
    tolerance_m = float(row["tolerance_m"])
    plane = shapely.simplify(whole, tolerance_m)
    decimals = 3 if tolerance_m >= _COARSE_M else 4
    drawn = round_geometry(to_degrees(plane, _STEP_M, decimals), decimals=decimals)
    drawn = shapely.make_valid(drawn, method="structure", keep_collapsed=False)
    if drawn.is_empty or not drawn.area:
        raise ZoneError(f"{where}: nothing is left of its shape at {tolerance_m:g} m.")
    west, south, east, north = drawn.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:  # noqa: PLR2004
        raise ZoneError(f"{where}: its shape must lie within 180 and 90 degrees.")
    return drawn


def _properties(
    row: Mapping[str, str], sources: Mapping[str, Mapping[str, str]], area_km2: float
) -> dict[str, Any]:
    details: dict[str, Any] = {key: row[column] for key, column in _DETAILS.items() if row[column]}
    details |= dict(_pair(text) for text in listed(row, "more"))
    if area_km2:
        details["area_km2"] = int(round(area_km2, -3 if area_km2 > 1e5 else -2))  # noqa: PLR2004
    details |= {key: row[column] for key, column in _LATER.items() if row[column]}
    return {
        "id": row["id"],
        "last_checked": row["last_checked"],
        "name": row["name"],
        "names": [_name(text) for text in listed(row, "names")],
        "type": row["type"],
        "precision": row["precision"],
        **({"label": row["label"]} if row["label"] else {}),
        "nations": [
            {"nation": nation, "role": role, "source": row["instrument"]}
            for nation, role in map(str.split, listed(row, "nations"))
        ],
        "sources": [
            source(**{k: v for k, v in sources[key].items() if k != "key"})
            for key in listed(row, "sources")
        ],
        "note": row["note"],
        "details": details,
    }


def _pair(text: str) -> tuple[str, str]:
    """Return a detail, `key: value`, in two."""
    key, _, value = text.partition(": ")
    return key, value


def _name(text: str) -> str | dict[str, str]:
    """Return a name as the catalogue holds it; `ru:` before it is its language."""
    language, mark, rest = text.partition(":")
    return {"text": rest, "lang": language} if mark and len(language) == 2 else text  # noqa: PLR2004


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return run(
        build,
        arguments,
        about="Write the areas of rules as features.",
        wrote=f"{FILE}: {{count}} areas",
    )


if __name__ == "__main__":
    sys.exit(main())

"""Write the straight baselines as features: `python -m geo.catalogue.recipes.boundaries.baselines`.

Reads `baseline_features.csv` (which unit's lines, from an official list or derived; whose they are,
the instrument) and the tables of lines. Writes two files, as their licences differ:
`baselines.geojson`, from official lists, and `baselines-derived.geojson`, a database derived from
OpenStreetMap (ODbL 1.0: attribution, share-alike).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from geo.catalogue.recipes.boundaries.export import drawn_lines
from geo.catalogue.recipes.boundaries.lines import read_baselines
from geo.catalogue.recipes.command import run
from geo.catalogue.recipes.write import source, to_feature, write_collection
from geo.errors import ZoneError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.catalogue.recipes.boundaries.lines import Baseline

_HERE = Path(__file__).parent
_FILES = {"no": "baselines.geojson", "yes": "baselines-derived.geojson"}
_PRECISIONS = {"no": "official", "yes": "computed"}
_CONFIDENCES = {
    "no": "points of the official list",
    "yes": "claimed; line derived from the limit of the territorial sea, not the official list; "
    "at most 0.4 nm off in the median where that can be checked",
}
_READ = {"no": "checked in a copy", "yes": "not seen"}
_OPENSTREETMAP = source(
    "Limit of the territorial sea, in the npm package @osm_borders/maritime_10m 1.1.0",
    publisher="OpenStreetMap contributors",
    date="2026",
    licence="ODbL 1.0 (attribution, share-alike), and so is this line",
    url="https://www.openstreetmap.org/copyright",
    retrieved="2026-11-30",
    confidence="calculated",
)
_KARTVERKET = {"publisher": "Kartverket", "licence": "CC BY 4.0"}


def build(data: Path) -> int:
    """Write both files and return the number of features.

    Raises
    ------
    ZoneError
        When a row of the table has no line.
    """
    table = pd.read_csv(_HERE / "baseline_features.csv", keep_default_na=False, dtype=str)
    _, baselines = read_baselines()
    for derived, name in _FILES.items():
        rows = table[table["derived"] == derived].to_dict("records")
        features = [_feature({str(k): str(v) for k, v in row.items()}, baselines) for row in rows]
        write_collection(data / name, features, defaults={"kind": "boundary", "type": "baseline"})
    return len(table)


def _feature(row: dict[str, str], baselines: Sequence[Baseline]) -> dict[str, Any]:
    own = [
        one.line for one in baselines
        if one.unit == row["unit"] and one.measures and one.is_derived is (row["derived"] == "yes")
    ]  # fmt: skip
    if not own:
        raise ZoneError(f"baseline_features.csv: `{row['id']}` has no line in the tables.")
    listed = source(
        row["instrument"], date=row["date"], confidence=_READ[row["derived"]],
        **(_KARTVERKET if "Kartverket" in row["instrument"] else {}),
    )  # fmt: skip
    properties = {
        "id": row["id"], "last_checked": row["last_checked"], "name": row["name"],
        "status": "official", "precision": _PRECISIONS[row["derived"]],
        "nations": [
            {"nation": nation, "role": "claimant", "source": row["instrument"]}
            for nation in row["parties"].split("|")
        ],
        "sources": [*([_OPENSTREETMAP] if row["derived"] == "yes" else []), listed],
        "note": row["note"],
        "details": {
            "agreement": row["instrument"], "date": row["date"], "line": "baseline",
            "confidence": _CONFIDENCES[row["derived"]],
        },
    }  # fmt: skip
    return to_feature(properties, drawn_lines(shapely.union_all(own)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return run(
        build,
        arguments,
        about="Write the straight baselines as features.",
        wrote=f"{' and '.join(_FILES.values())}: {{count}} features",
    )


if __name__ == "__main__":
    sys.exit(main())

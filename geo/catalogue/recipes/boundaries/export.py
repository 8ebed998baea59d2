"""Write the treaty lines as features: `python -m geo.catalogue.recipes.boundaries.export`.

Reads the tables in this folder and the fine zones (`zones-fine.geojson.gz`, built before); writes
`geo/catalogue/data/boundaries.geojson`. A line follows its own points where they are known, else
the edge between zones. `boundary_features.csv` says which; several values are separated by `|`:

- `lines`: lines of `treaty_points.csv` that it follows;
- `edge_of`, `edge_with`: ids of the zones on either side, where it is their edge, as far as the
  points do not reach; `from_lon`, `to_lon` cut that edge to what lies east of one meridian and west
  of the other;
- `near`, `within`: where its points count alone, near one zone's edge too and inside another;
- `open_to`: the zones beside a line that runs on north: it is drawn to the last of them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import mapping

from geo.catalogue.recipes.boundaries.lines import is_open_northward, read_points, treaty_path
from geo.catalogue.recipes.coast import to_lonlat, to_plane
from geo.catalogue.recipes.command import run
from geo.catalogue.recipes.zones.export import read_fine
from geo.catalogue.records import FINE_ZONES, ZONES_SOUTH_DEG
from geo.errors import ZoneError
from geo.geodesy import TURN_DEG, cut_at_antimeridian, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_HERE = Path(__file__).parent
_PRECISIONS = {"agreed": "digitised", "computed": "computed", "claimed": "digitised"}
_TOLERANCE_M = 150.0
_NEAR_M = 60.0


def build(data: Path) -> int:
    """Write `boundaries.geojson` and return the number of lines.

    Raises
    ------
    ZoneError
        When the fine zones are missing or a line comes out empty.
    """
    zones = read_fine(data / FINE_ZONES)
    points = read_points()
    table = pd.read_csv(_HERE / "boundary_features.csv", keep_default_na=False, dtype=str)
    features = []
    for record in table.to_dict("records"):
        row = {str(key): str(value) for key, value in record.items()}
        parts = [_agreed(row, points, line, zones) for line in _listed(row, "lines")]
        if row["edge_of"]:
            parts.append(_edge(row, zones, parts))
        line = shapely.line_merge(shapely.union_all(parts))
        if line.is_empty:
            raise ZoneError(f"boundaries.geojson: `{row['id']}` comes out empty; check its row.")
        features.append(_feature(row, points, line))
    collection = {
        "type": "FeatureCollection",
        "defaults": {"kind": "boundary"},
        "features": features,
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    lines = text.replace('{"type":"Feature"', '\n{"type":"Feature"')
    (data / "boundaries.geojson").write_text(f"{lines}\n", encoding="utf-8")
    return len(features)


def _listed(row: dict[str, str], column: str) -> list[str]:
    return [value for value in row[column].split("|") if value]


def _union(row: dict[str, str], column: str, zones: dict[str, BaseGeometry]) -> BaseGeometry:
    """Return the union of the zones that a column names."""
    ids = _listed(row, column)
    if unknown := [zone_id for zone_id in ids if zone_id not in zones]:
        raise ZoneError(
            f"boundary_features.csv: `{row['id']}` names no shipped zone in `{column}`: "
            f"{', '.join(unknown)}."
        )
    return shapely.union_all([zones[zone_id] for zone_id in ids])


def _agreed(
    row: dict[str, str], points: pd.DataFrame, line: str, zones: dict[str, BaseGeometry]
) -> BaseGeometry:
    lonlat = treaty_path(points, line)
    if row["near"]:
        path = shapely.LineString(to_plane(lonlat[:, 0], lonlat[:, 1]))
        near = shapely.buffer(_union(row, "near", zones), _NEAR_M)
        within = _union(row, "within", zones)
        return shapely.intersection(path, near).union(shapely.intersection(path, within))
    if is_open_northward(points, line):
        meridian = shapely.LineString(to_plane(*lonlat[:2].T))
        waters = shapely.buffer(_union(row, "open_to", zones), 5_000.0)
        along = shapely.intersection(meridian, waters)
        north = to_lonlat(shapely.get_coordinates(along))[:, 1].max()
        lonlat[0] = (lonlat[0, 0], north)
        lonlat = lonlat[lonlat[:, 1] >= ZONES_SOUTH_DEG]
    return shapely.LineString(to_plane(lonlat[:, 0], lonlat[:, 1]))


def _edge(
    row: dict[str, str], zones: dict[str, BaseGeometry], agreed: list[BaseGeometry]
) -> BaseGeometry:
    near = shapely.buffer(_union(row, "edge_with", zones), _NEAR_M)
    outline = shapely.boundary(_union(row, "edge_of", zones))
    shared = shapely.line_merge(shapely.intersection(outline, near))
    # A segment along the cut at 180 and a touch at a corner are not a boundary.
    long = [part for part in shapely.get_parts(shared) if part.length > 20 * _NEAR_M]
    edge = shapely.union_all(long)
    if row["from_lon"]:
        edge = _between_meridians(edge, float(row["from_lon"]), float(row["to_lon"]))
    if agreed:
        edge = shapely.difference(edge, shapely.buffer(shapely.union_all(agreed), 5_000.0))
    return edge


def _between_meridians(edge: BaseGeometry, west: float, east: float) -> BaseGeometry:
    """Return what of an edge lies east of one meridian and west of another."""
    east += TURN_DEG if east < west else 0.0
    lon = np.append(np.arange(west, east, 1.0), east)
    arc = to_plane(lon, np.full_like(lon, 60.0))
    return shapely.intersection(edge, shapely.Polygon([(0.0, 0.0), *arc]))


def _feature(row: dict[str, str], points: pd.DataFrame, line: BaseGeometry) -> dict[str, Any]:
    held = points[points["line"].isin(_listed(row, "lines"))]
    sources = [
        {
            "title": source, "publisher": "", "date": row["date"], "licence": "", "url": "",
            "retrieved": "", "confidence": " / ".join(dict.fromkeys(rows["confidence"])),
        }
        for source, rows in held.groupby("source", sort=False)
    ]  # fmt: skip
    sources = sources or [
        {
            "title": f"{row['agreement']}; line calculated from this map’s zones",
            "publisher": "", "date": row["date"], "licence": "", "url": "", "retrieved": "",
            "confidence": row["confidence"],
        }
    ]  # fmt: skip
    properties = {
        "id": row["id"], "last_checked": row["last_checked"], "name": row["name"],
        "status": row["status"], "precision": _PRECISIONS[row["line"]],
        "nations": [
            {"nation": nation, "role": row["role"], "source": row["agreement"]}
            for nation in _listed(row, "parties")
        ],
        "sources": sources, "note": row["note"],
        "details": {
            "agreement": row["agreement"], "date": row["date"], "in_force": row["in_force"],
            "line": row["line"], "confidence": row["confidence"],
        },
    }  # fmt: skip
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": dict(mapping(drawn_lines(line))),
    }


def drawn_lines(line: BaseGeometry) -> BaseGeometry:
    """Return lines of the plane in degrees: simplified, cut at 180 degrees, four decimals."""
    parts = []
    for part in shapely.get_parts(shapely.simplify(shapely.line_merge(line), _TOLERANCE_M)):
        lonlat = to_lonlat(shapely.get_coordinates(shapely.segmentize(part, 50_000.0)))
        parts.append(shapely.LineString(unwrap(_rounded(lonlat))))
    flat = [cut_at_antimeridian(part) for part in parts]
    made = shapely.MultiLineString([piece for part in flat for piece in shapely.get_parts(part)])
    return shapely.set_precision(made, 1e-4, mode="pointwise")


def _rounded(lonlat: NDArray[np.float64]) -> list[list[float]]:
    return [[round(float(lon), 4), round(float(lat), 4)] for lon, lat in lonlat]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return run(
        build,
        arguments,
        about="Write the treaty lines as features.",
        wrote="boundaries.geojson: {count} lines",
    )


if __name__ == "__main__":
    sys.exit(main())

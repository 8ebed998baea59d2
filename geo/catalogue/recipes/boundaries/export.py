"""Write the treaty lines as features: `python -m geo.catalogue.build.boundaries_ship`.

Reads the tables in this folder and the fine zones (`zones-fine.geojson.gz`, built before); writes
`geo/catalogue/data/boundaries.geojson`. A line is drawn through its own points where they are held,
and along the edge that two zones share where they are not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import mapping, shape

from geo.catalogue.build.boundaries import read_points, treaty_path
from geo.catalogue.build.coast import to_lonlat, to_plane
from geo.errors import GeoError, ZoneError
from geo.geodesy import cut_at_antimeridian, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_HERE = Path(__file__).parent
_DATA = _HERE.parent / "data"
_PRECISIONS = {"agreed": "digitised", "computed": "computed", "claimed": "digitised"}
_ZHELANIYA_LON = 68.57
_US_LINE_LON = -168.976944
_TOLERANCE_M = 150.0
_NEAR_M = 60.0
# The northern end of the meridian of 1990 is open; it is drawn to the last zone beside it.
_OPEN_NORTH = "russia-usa-1990"
_UNIT_IDS = {
    "CA": "ca-", "IS": "is-", "NO": "no-", "FO": "fo-", "GL": "gl-", "RU": "ru-",
    "SJ-svalbard": "sj-svalbard-", "SJ-jan-mayen": "sj-jan-mayen-",
    "high_seas": "central-arctic-ocean-high-seas",
    "disputed|beaufort|CA+US-alaska": "beaufort-wedge",
}  # fmt: skip


def build(data: Path) -> int:
    """Write `boundaries.geojson` and return the number of lines.

    Raises
    ------
    ZoneError
        When the fine zones are missing or a line comes out empty.
    """
    zones = _read_zones(data / "zones-fine.geojson.gz")
    points = read_points()
    table = pd.read_csv(_HERE / "boundary_features.csv", keep_default_na=False, dtype=str)
    features = []
    for record in table.to_dict("records"):
        row = {str(key): str(value) for key, value in record.items()}
        parts = [_agreed(points, line, zones) for line in row["lines"].split("+") if line]
        if row["edge"]:
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


def _read_zones(path: Path) -> dict[str, BaseGeometry]:
    if not path.exists():
        raise ZoneError(f"{path.name} is missing; build the zones first.")
    features = json.loads(gzip.decompress(path.read_bytes()))["features"]
    return {
        item["properties"]["id"]: shapely.make_valid(
            shapely.transform(shape(item["geometry"]), lambda ll: to_plane(ll[:, 0], ll[:, 1]))
        )
        for item in features
    }


def _agreed(points: pd.DataFrame, line: str, zones: dict[str, BaseGeometry]) -> BaseGeometry:
    lonlat = treaty_path(points, line)
    if line == "nsr-western-limit":
        path = shapely.LineString(to_plane(lonlat[:, 0], lonlat[:, 1]))
        return shapely.intersection(path, shapely.buffer(zones["ru-eez"], _NEAR_M)).union(
            shapely.intersection(path, zones["ru-territorial-sea"])
        )
    if line == _OPEN_NORTH:
        waters = shapely.union_all([zones["us-eez"], zones["us-ru-special-areas"]])
        meridian = shapely.LineString(to_plane(*lonlat[:2].T))
        along = shapely.intersection(meridian, shapely.buffer(waters, 5_000.0))
        north = to_lonlat(shapely.get_coordinates(along))[:, 1].max()
        lonlat[0] = (lonlat[0, 0], north)
        lonlat = lonlat[lonlat[:, 1] >= 50.0]  # noqa: PLR2004  the shipped area
    return shapely.LineString(to_plane(lonlat[:, 0], lonlat[:, 1]))


def _edge(
    row: dict[str, str], zones: dict[str, BaseGeometry], agreed: list[BaseGeometry]
) -> BaseGeometry:
    first, second = (
        shapely.union_all(
            [zone for zone_id, zone in zones.items() if zone_id.startswith(_UNIT_IDS[unit])]
        )
        for unit in row["edge"].split("/")
    )
    near = shapely.buffer(second, _NEAR_M)
    shared = shapely.line_merge(shapely.intersection(shapely.boundary(first), near))
    # A stretch along the cut at 180 and a touch at a corner are no boundary.
    long = [part for part in shapely.get_parts(shared) if part.length > 20 * _NEAR_M]
    edge = shapely.union_all(long)
    if row["id"] == "nsr-northern-limit":
        edge = _between_meridians(edge)
    if agreed:
        edge = shapely.difference(edge, shapely.buffer(shapely.union_all(agreed), 5_000.0))
    return edge


def _between_meridians(edge: BaseGeometry) -> BaseGeometry:
    lon = np.append(np.arange(_ZHELANIYA_LON, 360.0 + _US_LINE_LON, 1.0), 360.0 + _US_LINE_LON)
    arc = to_plane(lon, np.full_like(lon, 60.0))
    return shapely.intersection(edge, shapely.Polygon([(0.0, 0.0), *arc]))


def _feature(row: dict[str, str], points: pd.DataFrame, line: BaseGeometry) -> dict[str, Any]:
    held = points[points["line"].isin(row["lines"].split("+"))]
    sources = [
        {
            "title": source, "publisher": "", "date": row["date"], "licence": "", "url": "",
            "retrieved": "", "confidence": " / ".join(dict.fromkeys(rows["confidence"])),
        }
        for source, rows in held.groupby("source", sort=False)
    ]  # fmt: skip
    sources = sources or [
        {
            "title": f"{row['agreement']}; line computed from the zones of this catalogue",
            "publisher": "", "date": row["date"], "licence": "", "url": "", "retrieved": "",
            "confidence": row["confidence"],
        }
    ]  # fmt: skip
    parties = row["parties"].split("|")
    properties = {
        "id": row["id"], "name": row["name"], "status": row["status"],
        "precision": _PRECISIONS[row["line"]],
        "nations": [
            {"nation": nation, "role": row["role"], "source": row["agreement"]}
            for nation in parties
        ],
        "sources": sources, "note": row["note"],
        "details": {
            "agreement": row["agreement"], "date": row["date"], "in_force": row["in_force"],
            "line": row["line"], "confidence": row["confidence"],
        },
    }  # fmt: skip
    return {"type": "Feature", "properties": properties, "geometry": _geometry(line)}


def _geometry(line: BaseGeometry) -> dict[str, Any]:
    parts = []
    for part in shapely.get_parts(shapely.simplify(line, _TOLERANCE_M)):
        lonlat = to_lonlat(shapely.get_coordinates(shapely.segmentize(part, 50_000.0)))
        parts.append(shapely.LineString(unwrap(_rounded(lonlat))))
    flat = [cut_at_antimeridian(part) for part in parts]
    made = shapely.MultiLineString([piece for part in flat for piece in shapely.get_parts(part)])
    return dict(mapping(shapely.set_precision(made, 1e-4, mode="pointwise")))


def _rounded(lonlat: NDArray[np.float64]) -> list[list[float]]:
    return [[round(float(lon), 4), round(float(lat), 4)] for lon, lat in lonlat]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Write the treaty lines as features.")
    parser.add_argument("--data", type=Path, default=_DATA, metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        print(f"boundaries.geojson: {build(options.data)} lines")
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

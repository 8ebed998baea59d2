"""Build the land that the maps stand on.

Run `python -m geo.catalogue.build.land --world-atlas FOLDER` (`world_atlas` says where the folder
comes from). It writes two files into `geo/catalogue/data/base/`:

- `land.geojson`: the world but for Antarctica, EPSG:4326, cut at 180 degrees, one Feature for each
  of the Arctic states, their parts, China, and the rest of the world;
- `land-polar.json`: the same land projected to EPSG:3413 without a seam at 180 degrees, clipped to
  the polar frame, in whole hundreds of metres.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely import Point, box

from geo.catalogue.build.outlines import polygons_of, read_units, simplify_units
from geo.catalogue.build.write import (
    DATA,
    NATURAL_EARTH,
    round_geometry,
    to_feature,
    write_collection,
)
from geo.geodesy import POLAR, cut_at_antimeridian

TOLERANCE = 0.06
"""In the Mercator units of `outlines`: 2.3 km at 70 N."""
POLAR_UNIT_M = 100
POLAR_HALF_WIDTH_M = 4_300_000
"""A little more than the frame's 4,194,304 m, so that the rim of the clip is never seen."""

_SHEET = Point(0, 0).buffer(POLAR_HALF_WIDTH_M, cap_style="square")
_NORTH_OF = box(-360.0, 20.0, 540.0, 90.0)


def write_land(units: gpd.GeoDataFrame, path: Path) -> None:
    """Write the simplified units as GeoJSON, cut at 180 degrees."""
    features = [
        to_feature({"id": unit}, round_geometry(cut_at_antimeridian(shape), decimals=3))
        for unit, shape in zip(units["unit"], units.geometry, strict=True)
    ]
    write_collection(path, features, defaults={"sources": [NATURAL_EARTH]})


def write_polar_land(units: gpd.GeoDataFrame, path: Path) -> None:
    """Write the simplified units in EPSG:3413, in whole units of 100 m, clipped to the frame."""
    shapes = polar_land(units)
    land = {unit: _integer_rings(shape) for unit, shape in shapes.items()}
    head: dict[str, Any] = {
        "crs": POLAR,
        "unit_m": POLAR_UNIT_M,
        "half_width_m": POLAR_HALF_WIDTH_M,
        "sources": [NATURAL_EARTH],
    }
    lines = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
    compact = {unit: json.dumps(rings, separators=(",", ":")) for unit, rings in land.items()}
    rows = [f'  "{unit}": {rings}' for unit, rings in compact.items()]
    body = ",\n ".join([*lines, '"land": {\n' + ",\n".join(rows) + "\n }"])
    path.write_text(f"{{\n {body}\n}}\n", encoding="utf-8", newline="\n")


def polar_land(units: gpd.GeoDataFrame) -> dict[str, shapely.MultiPolygon]:
    """Return the land of each unit in units of 100 m of EPSG:3413.

    Longitudes of the input run on over 180 degrees, so nothing is cut there and no seam appears.
    """
    # Below the frame's corners the projection only stretches; far south it would fail.
    north = units.clip(_NORTH_OF, keep_geom_type=True).to_crs(POLAR)
    sheet = north.clip(_SHEET, keep_geom_type=True)
    grid = shapely.set_precision(sheet.geometry.to_numpy(), POLAR_UNIT_M)
    whole = shapely.transform(grid, lambda xy: np.rint(xy / POLAR_UNIT_M))
    return {
        unit: shapely.MultiPolygon(polygons_of(shape))
        for unit, shape in zip(sheet["unit"], whole, strict=True)
    }


def _integer_rings(shape: shapely.MultiPolygon) -> list[list[list[list[int]]]]:
    """Return GeoJSON coordinates in whole numbers."""
    return [
        [[[int(x), int(y)] for x, y in ring.coords] for ring in (part.exterior, *part.interiors)]
        for part in shape.geoms
    ]


def main() -> None:
    """Build both files and say how large they are."""
    parser = argparse.ArgumentParser(description="Build the land of the base maps.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    parser.add_argument("--out", type=Path, default=DATA / "base")
    options = parser.parse_args()
    units = simplify_units(read_units(options.world_atlas), tolerance=TOLERANCE)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, write in (("land.geojson", write_land), ("land-polar.json", write_polar_land)):
        write(units, options.out / name)
        print(f"{name}: {(options.out / name).stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

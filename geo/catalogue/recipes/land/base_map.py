"""Build the land polygons of the base map.

Run `python -m geo.catalogue.recipes.land.base_map --world-atlas FOLDER` (`natural_earth` says where
the folder comes from). It writes `geo/catalogue/data/base/land.geojson`: the world without
Antarctica, EPSG:4326, cut at 180 degrees, one Feature for each of the Arctic states, their parts,
China, and the rest of the world.

Both sides of the cut hold the same vertices, so a union in another projection leaves no seam.
"""

import argparse
from pathlib import Path

import geopandas as gpd

from geo.catalogue.recipes.land.outlines import read_units, simplify_units
from geo.catalogue.recipes.write import (
    NATURAL_EARTH,
    round_geometry,
    to_feature,
    write_collection,
)
from geo.catalogue.records import DATA
from geo.geodesy import cut_at_antimeridian

TOLERANCE = 0.06
"""In the Mercator units of `outlines`: 2.3 km at 70 N."""


def write_land(units: gpd.GeoDataFrame, path: Path) -> None:
    """Write the simplified units as GeoJSON, cut at 180 degrees."""
    features = [
        to_feature({"id": unit}, round_geometry(cut_at_antimeridian(shape), decimals=3))
        for unit, shape in zip(units["unit"], units.geometry, strict=True)
    ]
    write_collection(path, features, defaults={"sources": [NATURAL_EARTH]})


def main() -> None:
    """Build the file and print its size."""
    parser = argparse.ArgumentParser(description="Build the land of the base maps.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    parser.add_argument(
        "--out", type=Path, default=DATA / "base" / "land.geojson", help="file to write"
    )
    options = parser.parse_args()
    units = simplify_units(read_units(options.world_atlas), tolerance=TOLERANCE)
    write_land(units, options.out)
    print(f"{options.out.name}: {options.out.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

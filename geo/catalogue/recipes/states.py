"""Redraw the Arctic states, their parts and China.

Run `python -m geo.catalogue.recipes.states --world-atlas FOLDER` (`natural_earth` says where the
folder comes from). `states.geojson` is maintained by hand; only its outlines are computed. They are
coarser than the land under them (`TOLERANCE`), so that all of them together stay below 300 kB.

Svalbard and Jan Mayen are not in Norway's outline, Greenland and the Faroes not in Denmark's;
Alaska is both an outline of its own and part of the United States. Bouvet Island is left out.
"""

import argparse
from pathlib import Path

import geopandas as gpd
from shapely import union_all
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.land.outlines import REST, read_units, simplify_units
from geo.catalogue.recipes.write import replace_geometry, round_geometry
from geo.catalogue.records import DATA
from geo.geodesy import cut_at_antimeridian

TOLERANCE = 0.11
"""In the Mercator units of `outlines`: 4.2 km at 70 N."""
_LEFT_OUT = {REST, "bouvet"}
_DECIMALS = 3


def draw_states(units: gpd.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Return the outline of each state and part by id, cut at 180 degrees."""
    shapes = dict(zip(units["unit"], units.geometry, strict=True))
    shapes["US"] = union_all([shapes["US"], shapes["alaska"]])
    return {
        unit: round_geometry(cut_at_antimeridian(shape), decimals=_DECIMALS)
        for unit, shape in shapes.items()
        if unit not in _LEFT_OUT
    }


def main() -> None:
    """Redraw `states.geojson` and print its size."""
    parser = argparse.ArgumentParser(description="Redraw the states.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    options = parser.parse_args()
    path = DATA / "states.geojson"
    units = simplify_units(read_units(options.world_atlas), tolerance=TOLERANCE)
    replace_geometry(path, draw_states(units))
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

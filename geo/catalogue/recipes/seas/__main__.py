"""Build the catalogue's seas and straits from limits described in words.

Run `python -m geo.catalogue.recipes.seas --world-atlas FOLDER` (`natural_earth` says where the
folder comes from). It writes `seas.geojson` and `straits.geojson`, EPSG:4326, cut at 180 degrees.

Seas, bays, gulfs and sounds north of 45 N (and off China and Japan) are areas that share their
edges and do not overlap, except for Nares Strait, which is drawn over its own parts. Limits marked
S-23 follow the third edition of the IHO's publication (1953), digitised by this project from its
words; the others are this project's own, put where charts and writers usually see the name end.
None of them is an official limit. Far seas are points.
"""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from shapely import Point

from geo.catalogue.recipes.seas.cover import (
    Water,
    divide,
    read_limits,
    read_positions,
    read_rows,
    read_water,
    simplify_waters,
    to_lonlat,
)
from geo.catalogue.recipes.seas.names import (
    DEFAULTS,
    Row,
    common_properties,
    limit_words,
    sources_of,
)
from geo.catalogue.recipes.seas.straits import build_straits, merge_unions
from geo.catalogue.recipes.write import to_feature, write_collection
from geo.catalogue.records import DATA

DIVIDED = ("S-23", "project")
"""The bases of rows whose area is a face of the division; the others are drawn by themselves."""


def divide_all(folder: Path, rows: Iterable[Row]) -> dict[str, Water]:
    """Return the water polygons of all rows, divided by the limits."""
    limits = read_limits()
    seeds = {row["id"]: read_positions(row["seeds"]) for row in rows if row["basis"] in DIVIDED}
    return simplify_waters(divide(read_water(folder), limits, seeds), limits)


def sea_feature(row: Row, waters: Mapping[str, Water]) -> dict[str, Any]:
    """Return one sea as a Feature: an area with its limits in words, or a point."""
    properties = common_properties(row, kind="sea")
    if row["basis"] in DIVIDED:
        water = waters[row["id"]]
        properties["details"] = {"limits": limit_words(water.limits)}
        if row["basis"] == "S-23":
            properties["sources"] = sources_of(row["basis"])
        return to_feature(properties, to_lonlat(water.drawn))
    return to_feature(properties, Point(read_positions(row["seeds"])[0]))


def main() -> None:
    """Build both files and print their sizes."""
    parser = argparse.ArgumentParser(description="Build the seas and straits.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    parser.add_argument("--out", type=Path, default=DATA, help="folder to write to")
    options = parser.parse_args()
    seas, straits = read_rows("seas.csv"), read_rows("straits.csv")
    waters = divide_all(options.world_atlas, [*seas, *straits])
    merge_unions(straits, waters)
    built = {
        "seas.geojson": [sea_feature(row, waters) for row in seas],
        "straits.geojson": build_straits(straits, waters, options.world_atlas),
    }
    for name, features in built.items():
        path = options.out / name
        write_collection(path, features, defaults=DEFAULTS)
        print(f"{name}: {len(features)} features, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

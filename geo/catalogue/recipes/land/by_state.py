"""Build the world's land by state, to look up whose land a point is on.

Run `python -m geo.catalogue.recipes.land.by_state --world-atlas FOLDER` (`natural_earth` says where
the folder comes from; pycountry, of `tests/requirements.txt`, gives the codes). It writes
`geo/catalogue/data/land-states.geojson.gz` from Natural Earth 1:50m and from `land_states.csv`,
which is maintained by hand (not checked) and says what the outlines alone do not; its
columns:

- `key`: Natural Earth's name of the outline, or a slug where the row has a ring;
- `name`; `states`: ISO alpha-2 codes of all who have or claim it, separated by `|`;
- `sovereign`: the state that a dependent territory belongs to;
- `base`, `ring`: the area is what lies inside the ring (lon lat, ...) of the outlines of `base`;
  with no base it is the ring itself, and land even where the zones' coast has water (`surveyed`);
- `note`: a note to show beside the name.

The areas of rings come first in the file: the first one that contains a point wins.
"""

import argparse
import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pycountry
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.natural_earth import read_countries
from geo.catalogue.recipes.write import to_feature
from geo.catalogue.records import DATA, LAND_STATES, read_features
from geo.errors import CatalogueError
from geo.geodesy import cut_at_antimeridian, extract_polygons

TABLE = Path(__file__).with_name("land_states.csv")
_TOLERANCE_DEG = 0.04
"""Of `shapely.coverage_simplify`: the square root of the smallest triangle kept; up to 4 km."""
_DECIMALS = 2
_NAMES = ("states.geojson", "world-states.geojson")


def simplify(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the countries (EPSG:4326) simplified as one coverage, neighbours with one border."""
    shapes = shapely.coverage_simplify(countries.geometry.to_numpy(), _TOLERANCE_DEG)
    return countries.set_geometry([_rounded(shape) for shape in shapes], crs=countries.crs)


def _rounded(shape: BaseGeometry) -> MultiPolygon:
    """Round to the decimals kept; rounding may make a ring touch itself."""
    rounded = shapely.transform(shape, lambda xy: np.round(xy, _DECIMALS))
    return MultiPolygon(extract_polygons(shapely.make_valid(rounded)))


def list_areas(countries: gpd.GeoDataFrame, table: Path = TABLE) -> Iterator[dict[str, Any]]:
    """Yield a GeoJSON Feature for each area, those with rings first.

    Parameters
    ----------
    countries
        As from `read_countries`: code (ISO 3166-1 numeric), name, geometry.
    table
        The hand-maintained rows.

    Raises
    ------
    CatalogueError
        When a row names an outline that is not there or a ring without land, or an outline has
        neither code nor row.
    """
    with table.open(encoding="utf-8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    shapes = dict(zip(countries["name"], countries.geometry, strict=True))
    codes = {
        name: _alpha_2(code)
        for name, code in zip(countries["name"], countries["code"], strict=True)
    }
    if lost := [key for key, row in rows.items() if not row["ring"] and key not in shapes]:
        raise CatalogueError(f"{table.name}: no outline is called {', '.join(lost)}.")
    for key, row in rows.items():
        if row["ring"]:
            bases = frozenset(filter(None, row["base"].split("|")))
            within = [shapes[name] for name, code in codes.items() if code in bases]
            area = _inside(row["ring"], within)
            if area.is_empty:
                raise CatalogueError(f"{table.name}: the ring of {key} holds no land of its base.")
            yield _feature(key, row, area)
    names = _names()
    for name, shape in shapes.items():
        code = codes[name]
        if name not in rows and not code:
            raise CatalogueError(f"{table.name}: {name} has no code, so it needs a row.")
        plain = {"name": names.get(code, name), "states": code, "sovereign": "", "note": ""}
        yield _feature(code or name, rows.get(name, plain), shape)


def _alpha_2(numeric: str) -> str:
    country = pycountry.countries.get(numeric=numeric) if numeric else None
    return country.alpha_2 if country else ""


def _names() -> dict[str, str]:
    """Return the names that the map uses, by id."""
    found: dict[str, str] = {}
    for file in _NAMES:
        for item in read_features(DATA / file):
            found[item["properties"]["id"]] = item["properties"]["name"]
    return found


def _inside(ring: str, bases: list[BaseGeometry]) -> BaseGeometry:
    shell = Polygon([tuple(map(float, pair.split())) for pair in ring.split(",")])
    if not bases:
        return shell
    return _rounded(shapely.intersection(shapely.union_all(bases), shell))


def _feature(key: str, row: dict[str, str], shape: BaseGeometry) -> dict[str, Any]:
    properties = {
        "id": key,
        "name": row["name"],
        "states": [code for code in row["states"].split("|") if code],
        "sovereign": [code for code in row["sovereign"].split("|") if code],
        "note": row["note"],
        "surveyed": bool(row.get("ring") and not row["base"]),
    }
    return to_feature(properties, cut_at_antimeridian(shape))


def build(world_atlas: Path, path: Path) -> int:
    """Write the file, deterministically, and return how many areas it holds."""
    countries = read_countries(world_atlas, scale="50m")
    south = countries["name"] == "Antarctica"
    simple = simplify(countries.loc[~south])
    kept = gpd.GeoDataFrame(
        {
            "code": [*simple["code"], *countries.loc[south, "code"]],
            "name": [*simple["name"], *countries.loc[south, "name"]],
        },
        geometry=[*simple.geometry, *map(_coarse, countries.loc[south].geometry)],
        crs=countries.crs,
    )
    features = list(list_areas(kept))
    text = json.dumps(
        {"type": "FeatureCollection", "features": features},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    return len(features)


def _coarse(shape: BaseGeometry) -> BaseGeometry:
    return _rounded(shapely.simplify(shape, _TOLERANCE_DEG))


def main() -> None:
    """Build the file and print its size."""
    parser = argparse.ArgumentParser(description="Build the land of the world by state.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    path = DATA / LAND_STATES
    count = build(parser.parse_args().world_atlas, path)
    print(f"{path.name}: {count} areas, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

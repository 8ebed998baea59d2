"""Cut the 1:10m land near the routes and the legs of voyages, for the tests that none crosses land.

Run `python -m geo.catalogue.recipes.land.near_routes --world-atlas FOLDER` (`natural_earth` says
where the folder comes from) when a route or a leg of `sea_legs.csv` has left the strip that the
test file covers; the test says so. It writes `tests/data/land-10m-routes.geojson.gz`: all Natural
Earth 1:10m land within `REACH_KM` of a route, and within `LEG_REACH_KM` of a leg of the network of
voyages north of `NORTH_DEG`, EPSG:4326, cut at 180 degrees, unsimplified. The member `strip` is
the outline of what it covers, WKT in kilometres of EPSG:3413 (it holds the pole, so lon and lat
cannot express it).
"""

import argparse
import gzip
import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.natural_earth import read_land
from geo.catalogue.recipes.write import NATURAL_EARTH, round_geometry
from geo.catalogue.records import DATA, read_features
from geo.catalogue.sea_legs import SeaLeg, read_sea_legs
from geo.geodesy import (
    POLAR,
    WGS84,
    Position,
    cut_at_antimeridian,
    densify,
    extract_polygons,
    join_track,
    to_polar,
    unwrap,
)

REACH_KM = 105.0
LEG_REACH_KM = 12.0
NORTH_DEG = 60.0
ROUTES = (
    "nsr", "nep", "nwp", "tsr", "arctic-bridge", "psr-northeast", "psr-northwest", "psr-central",
    "suez", "cape-of-good-hope", "panama",
)  # fmt: skip
"""Files whose legs must keep off land, except in a canal."""

_STEP_KM = 20.0
_LEG_STEP_KM = 2.0
_LEG_SLACK_M = 300.0
_MARGIN_M = 5000.0
_SOUTH_DEG = -50.0
_TARGET = Path("tests/data/land-10m-routes.geojson.gz")


def strip_around(routes: gpd.GeoSeries) -> BaseGeometry:
    """Return the area within `REACH_KM` of the routes, in EPSG:3413.

    The projection stretches by a third at 30 N, at 35 S to 4.5 times: the reach is shorter there.
    """
    dense = [LineString(densify(join_track(line), step_km=_STEP_KM)) for line in routes]
    polar = gpd.GeoSeries(dense, crs=WGS84).to_crs(POLAR)
    return polar.buffer(REACH_KM * 1000).union_all()


def parts_in_north(track: Sequence[Position], *, step_km: float) -> list[BaseGeometry]:
    """Return the parts of a track north of `NORTH_DEG`, dense and in EPSG:3413."""
    runs = groupby(densify(track, step_km=step_km), key=lambda at: at[1] >= NORTH_DEG)
    north = [list(run) for is_north, run in runs if is_north]
    return [to_polar(LineString(run)) for run in north if len(run) > 1]


def strip_around_legs(legs: Iterable[SeaLeg]) -> BaseGeometry:
    """Return the area within `LEG_REACH_KM` of what lies in the north of the legs, in EPSG:3413."""
    parts = [part for leg in legs for part in parts_in_north(leg.track, step_km=_LEG_STEP_KM)]
    lines = shapely.simplify(parts, _LEG_SLACK_M)
    return shapely.union_all(shapely.buffer(lines, LEG_REACH_KM * 1000, quad_segs=2))


def clip_land(land: gpd.GeoDataFrame, strip: BaseGeometry) -> gpd.GeoSeries:
    """Return the land inside the strip as single polygons, EPSG:4326, cut at 180 degrees."""
    north = land[land.geometry.bounds["maxy"] > _SOUTH_DEG]
    polar = shapely.make_valid(north.geometry.make_valid().to_crs(POLAR).to_numpy())
    near = gpd.GeoSeries(shapely.intersection(polar, strip), crs=POLAR)
    pieces = [piece for shape in near.to_crs(WGS84) for piece in extract_polygons(shape)]
    whole = [cut_at_antimeridian(_unwrap_polygon(piece)) for piece in pieces]
    rounded = [round_geometry(shapely.make_valid(shape)) for shape in whole]
    return gpd.GeoSeries([part for shape in rounded for part in extract_polygons(shape)], crs=WGS84)


def _unwrap_polygon(polygon: shapely.Polygon) -> shapely.Polygon:
    """Return a small polygon with longitudes that continue past 180 degrees."""
    shell, *holes = (unwrap(ring.coords) for ring in (polygon.exterior, *polygon.interiors))
    return shapely.Polygon(shell, [unwrap([shell[0], *hole])[1:] for hole in holes])


def write_gzip(land: gpd.GeoSeries, strip: BaseGeometry, path: Path) -> None:
    """Write the polygons as zipped GeoJSON, deterministically."""
    features: list[dict[str, Any]] = [
        {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(polygon)}
        for polygon in land
    ]
    # Simplified inwards by no more than the margin, so that it never promises too much.
    inner = shapely.simplify(strip.buffer(-_MARGIN_M), _MARGIN_M)
    in_km = shapely.transform(inner, lambda xy: xy / 1000)
    collection = {
        "type": "FeatureCollection",
        "source": NATURAL_EARTH,
        "strip": shapely.to_wkt(in_km, rounding_precision=0),
        "features": features,
    }
    text = json.dumps(collection, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    """Build the file and print its size."""
    parser = argparse.ArgumentParser(description="Cut the land for the test of the routes' legs.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    parser.add_argument("--out", type=Path, default=_TARGET, help="file to write")
    options = parser.parse_args()
    lines = [
        shapely.geometry.shape(feature["geometry"])
        for name in ROUTES
        for feature in read_features(DATA / f"{name}.geojson")
    ]
    routes = strip_around(gpd.GeoSeries(lines, crs=WGS84))
    strip = shapely.union(routes, strip_around_legs(read_sea_legs()))
    land = clip_land(read_land(options.world_atlas, scale="10m"), strip)
    write_gzip(land, strip, options.out)
    print(f"{options.out.name}: {len(land)} polygons, {options.out.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

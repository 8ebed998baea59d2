"""Straight baselines from the territorial sea's limit: `... .boundaries.derived --maritime DIR`.

Where no official list of a state's straight baselines could be read, they follow from its limit of
12 nautical miles: all that lies on the landward side of that limit, moved inwards by 12 nautical
miles, is behind the baseline. Reads `borders.geo.json` of the npm package @osm_borders/maritime_10m
1.1.0 (OpenStreetMap contributors, ODbL 1.0) and the 1:10m coast of world-atlas 2.0.2; writes
`baselines_derived.csv`, a database derived from the first and so under the ODbL too.

An inward corner comes out rounded, with a radius of 12 nautical miles. Within 12 nautical miles of
another state's limit nothing can be derived: the waters are cut off there (`to_next` is `cut`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from geo.catalogue.recipes.boundaries.lines import read_baselines
from geo.catalogue.recipes.coast import densify, read_coast, to_centre, to_lonlat, to_plane
from geo.catalogue.recipes.zones.distances import TERRITORIAL_M, chord, lines_at_distance
from geo.catalogue.records import ZONES_SOUTH_DEG
from geo.errors import GeoError, ZoneError
from geo.geodesy import TURN_DEG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.geodesy import Floats

TABLE = Path(__file__).parent / "baselines_derived.csv"
SHA256 = "a1aaf348a83087e9c210fc673a2226c0193aa41178b0ea53b4f79460d76eb7e4"
Row = tuple[str, str, int, float, float, str]
_FROM_DEG = 45.0
_STEP_M = 2_000.0
_SNAP_M = 1.0
_SHARED_M = 2_500.0
_SEAM_DEG = 0.02
_SEAM_M = 50.0
_THICK_M = 1_500.0
_TOLERANCE_M = 120.0
_OFFICIAL_M = 3_000.0
_INTO_LAND_M = 600.0
_SHORTEST_M = 200.0

UNITS = {
    "RUS": "RU", "GRL": "GL", "FRO": "FO", "SWE": "SE", "DNK": "DK", "EST": "EE", "GBR": "GB",
}  # fmt: skip
"""The states of the package (ISO 3166-1 alpha-3) whose official lists are not held."""


@dataclass(frozen=True)
class Limit:
    """One state's limit of the territorial sea, off every land.

    Attributes
    ----------
    waters
        The state's land and waters within the limit, in the plane.
    open_sea, shared
        Geocentric points along the limit: towards the open sea, and where another state begins.
    """

    waters: BaseGeometry
    open_sea: Floats
    shared: Floats


def build(maritime: Path, world_atlas: Path) -> pd.DataFrame:
    """Return the derived baselines: line, unit, seq, lon, lat and to_next (`straight` or `cut`).

    A line ends where the next row has another `line`; its ends lie a little inland.

    Raises
    ------
    ZoneError
        When a file cannot be read or is not the one that this was written for.
    """
    rings = _read_rings(maritime / "borders.geo.json")
    coast = read_coast(world_atlas / "countries-10m.json")
    land = shapely.union_all(coast.land, grid_size=_SNAP_M)
    _, official = read_baselines(with_derived=False)
    rows: list[Row] = []
    for state, unit in UNITS.items():
        limit = _limit(state, rings, coast.land)
        held = [baseline.line for baseline in official if baseline.unit == unit]
        rows += _rows(unit, limit, land, shapely.union_all(held))
    return pd.DataFrame(rows, columns=["line", "unit", "seq", "lon", "lat", "to_next"])


def _read_rings(path: Path) -> dict[str, list[Floats]]:
    """Return each state's rings that come north of 45 N, in degrees."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ZoneError(
            f"{path.name} cannot be opened ({error.strerror}). "
            "Unpack the npm package @osm_borders/maritime_10m 1.1.0 and name its folder."
        ) from error
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise ZoneError(f"{path.name} is not that of @osm_borders/maritime_10m 1.1.0.")
    return {
        item["properties"]["isoA3"]: [
            ring
            for polygon in _polygons(item["geometry"])
            if (ring := np.array(polygon[0]))[:, 1].max() >= _FROM_DEG
        ]
        for item in json.loads(raw)["features"]
    }


def _polygons(geometry: Mapping[str, Any]) -> Iterator[Any]:
    for part in geometry.get("geometries", []):
        yield from part["coordinates"] if part["type"] == "MultiPolygon" else [part["coordinates"]]


def _limit(state: str, rings: Mapping[str, list[Floats]], land: list[shapely.Polygon]) -> Limit:
    others = [ring for other, theirs in rings.items() if other != state for ring in theirs]
    near = cKDTree(np.vstack([densify(ring) for ring in others]))
    lonlat = np.vstack([_dense(ring) for ring in rings[state]])
    lonlat = lonlat[(np.abs(lonlat[:, 0]) < TURN_DEG / 2 - _SEAM_DEG) & (lonlat[:, 1] > _FROM_DEG)]
    dry = np.zeros(len(lonlat), bool)
    places = shapely.points(to_plane(*lonlat.T))
    dry[shapely.STRtree(land).query(places, predicate="within")[0]] = True
    xyz = to_centre(*lonlat[~dry].T)
    shared = np.isfinite(near.query(xyz, distance_upper_bound=_SHARED_M, workers=-1)[0])
    polygons = [
        shapely.make_valid(shapely.Polygon(to_plane(*_dense(ring).T))) for ring in rings[state]
    ]
    # The package cuts at 180 degrees; a small buffer closes that seam.
    waters = shapely.union_all(polygons, grid_size=_SNAP_M).buffer(_SEAM_M).buffer(-_SEAM_M)
    return Limit(waters, xyz[~shared], xyz[shared])


def _dense(ring: Floats) -> Floats:
    """Return a ring with a point at least every kilometre or so."""
    xyz = to_centre(*ring.T)
    gaps = np.linalg.norm(np.diff(xyz, axis=0), axis=1)
    legs = [
        start + (np.arange(count) / count)[:, None] * (end - start)
        for start, end, count in zip(
            ring, ring[1:], np.maximum(np.ceil(gaps / 1_000.0).astype(int), 1), strict=False
        )
    ]
    return np.vstack(legs)


def landward(limit: Limit) -> BaseGeometry:
    """Return what lies 12 nautical miles or more inside a limit, in the plane."""
    lines = lines_at_distance(np.vstack([limit.open_sea, limit.shared]), TERRITORIAL_M, _STEP_M)
    net = shapely.union_all([*lines, limit.waters.boundary], grid_size=_SNAP_M)
    cells = np.array(shapely.get_parts(shapely.polygonize([net])))
    probes = shapely.point_on_surface(cells)
    shapely.prepare(limit.waters)
    far = _metres(probes, np.vstack([limit.open_sea, limit.shared])) >= chord(TERRITORIAL_M)
    return shapely.union_all(cells[far & shapely.contains(limit.waters, probes)], grid_size=_SNAP_M)


def _rows(unit: str, limit: Limit, land: BaseGeometry, official: BaseGeometry) -> Iterator[Row]:
    """Yield the table's rows of one state's coast."""
    inside = landward(limit)
    ashore = shapely.clip_by_rect(land, *inside.bounds)
    waters = shapely.get_parts(shapely.difference(inside, ashore, grid_size=_SNAP_M))
    # What is thinner comes from two coasts that differ, not from a baseline.
    thick = [part for part in waters if not part.buffer(-_THICK_M).is_empty]
    front = shapely.difference(inside.boundary, ashore)
    touching = shapely.intersection(front, shapely.union_all(thick).buffer(_SNAP_M))
    number = 0
    for part in shapely.get_parts(shapely.line_merge(touching)):
        if part.length < _SHORTEST_M or official.buffer(_OFFICIAL_M).covers(part):
            continue
        middle = shapely.get_coordinates(part.interpolate(0.5, normalized=True))
        if to_lonlat(middle)[0, 1] < ZONES_SOUTH_DEG:
            continue
        number += 1
        xy = shapely.get_coordinates(_into_land(shapely.simplify(part, _TOLERANCE_M)))
        middles = np.asarray(shapely.points((xy[:-1] + xy[1:]) / 2))
        cut = _metres(middles, limit.open_sea) > chord(TERRITORIAL_M + _STEP_M / 2)
        name = f"{unit.lower()}-{number}"
        for seq, (lon, lat) in enumerate(to_lonlat(xy).round(4)):
            to_next = "end" if seq == len(cut) else "cut" if cut[seq] else "straight"
            yield name, unit, seq + 1, float(lon), float(lat), to_next


def _metres(places: NDArray[np.object_], xyz: Floats) -> Floats:
    """Return the distance (chord) of each plane point from the nearest of some points."""
    lonlat = to_lonlat(shapely.get_coordinates(places))
    metres, _ = cKDTree(xyz).query(to_centre(*lonlat.T), workers=-1)
    return np.asarray(metres, dtype=np.float64)


def _into_land(line: shapely.LineString) -> shapely.LineString:
    """Return a line whose ends are carried a little further, so that they cross the coast."""
    xy = shapely.get_coordinates(line)
    if np.array_equal(xy[0], xy[-1]):
        return line
    first, last = (
        end + (end - inner) / np.linalg.norm(end - inner) * _INTO_LAND_M
        for end, inner in ((xy[0], xy[1]), (xy[-1], xy[-2]))
    )
    return shapely.LineString([first, *xy, last])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Derive straight baselines from 12-mile limits.")
    parser.add_argument("--maritime", type=Path, required=True, metavar="DIR")
    parser.add_argument("--world-atlas", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, default=TABLE, metavar="FILE")
    options = parser.parse_args(arguments)
    try:
        table = build(options.maritime, options.world_atlas)
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    table.to_csv(options.out, index=False)
    print(table.groupby("unit")["line"].agg(["nunique", "size"]).to_string())
    return 0


if __name__ == "__main__":
    sys.exit(main())

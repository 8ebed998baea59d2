"""The 1:10m coast, split into the units that generate maritime zones.

A unit is a coast that measures its own zones: a state, or a part of one that has zones of its own
(Greenland, Svalbard, Alaska). Geometry comes from Natural Earth 1:10m in the npm package
world-atlas 2.0.2 (`countries-10m.json`, TopoJSON). An arc that one country alone uses is coast; an
arc that two use is a land border.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyproj
import shapely

from geo.catalogue.recipes.natural_earth import decode_arcs, polygon_arcs, stitch
from geo.errors import ZoneError
from geo.geodesy import Floats, from_equal_area, to_equal_area

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


SOUTH_DEG = 34.0
"""Coasts south of this parallel take no part: none lies within 400 nm of a shipped zone."""

STEP_M = 1_000.0
"""Longest gap between two points of a coast; at 12 nm this moves the limit by under 6 m."""

# ISO 3166-1 numeric code in Natural Earth to the unit and the state's alpha-2 code. Crown
# dependencies and Åland measure with their sovereign here.
STATES = {
    "643": "RU", "840": "US", "124": "CA", "304": "GL", "234": "FO", "352": "IS", "578": "NO",
    "246": "FI", "248": "FI", "752": "SE", "208": "DK", "233": "EE", "428": "LV", "440": "LT",
    "616": "PL", "276": "DE", "528": "NL", "056": "BE", "826": "GB", "833": "GB", "831": "GB",
    "832": "GB", "372": "IE", "250": "FR", "666": "FR", "392": "JP", "410": "KR", "408": "KP",
    "156": "CN", "804": "UA", "792": "TR", "100": "BG", "642": "RO", "268": "GE", "724": "ES",
    "620": "PT",
}  # fmt: skip

UNIT_STATES = {
    "SJ-svalbard": "SJ",
    "SJ-jan-mayen": "SJ",
    "US-alaska": "US",
    "RU-kuril": "RU",
    "GB-rockall": "GB",
}

# The Caspian is a lake in law for this purpose (it has a convention of its own): west, south,
# east, north.
_CASPIAN = (46.0, 36.0, 55.6, 47.6)
_CRIMEA = (32.3, 44.2, 36.7, 46.3)
_SOUTH_KURILS = (145.3, 43.2, 149.0, 45.65)


@dataclass(frozen=True)
class Coast:
    """The coast of the northern hemisphere, ready for measuring.

    Attributes
    ----------
    points
        Unit to its coast points: geocentric x, y, z in metres (WGS84), at most `STEP_M` apart.
    lines
        Coast lines in the plane (EPSG:6931).
    land
        Land polygons in the plane, one array for all units.
    """

    points: dict[str, Floats]
    lines: list[shapely.LineString]
    land: list[shapely.Polygon]


def state_of(unit: str) -> str:
    """Return the ISO alpha-2 code of a unit's state (or of its part: GL, FO, SJ)."""
    return UNIT_STATES.get(unit, unit)


def to_plane(lon: Floats, lat: Floats) -> Floats:
    """Return x, y (n, 2) in metres (EPSG:6931) of points in degrees."""
    return np.column_stack(to_equal_area(lon, lat))


def to_lonlat(xy: Floats) -> Floats:
    """Return (n, 2) longitude and latitude in degrees of plane coordinates."""
    return np.column_stack(from_equal_area(xy[:, 0], xy[:, 1]))


def to_centre(lon: Floats, lat: Floats) -> Floats:
    """Return geocentric coordinates (n, 3) in metres of points on the ellipsoid."""
    return np.column_stack(_TO_CENTRE.transform(lon, lat, np.zeros_like(lon)))


def read_coast(path: Path) -> Coast:
    """Read `countries-10m.json` and split it into units.

    Parameters
    ----------
    path
        The TopoJSON file of world-atlas 2.0.2.

    Raises
    ------
    ZoneError
        When the file is not there or holds no countries.
    """
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        geometries = topology["objects"]["countries"]["geometries"]
    except (OSError, KeyError, json.JSONDecodeError) as error:
        raise ZoneError(
            f"{path.name}: no countries to read ({error}). "
            "Unpack the npm package world-atlas 2.0.2 and name its folder."
        ) from error
    arcs = decode_arcs(topology)
    uses = Counter(
        arc if arc >= 0 else ~arc
        for geometry in geometries
        for polygon in polygon_arcs(geometry)
        for ring in polygon
        for arc in ring
    )
    return _split(geometries, arcs, uses)


def _split(geometries: Sequence[dict[str, Any]], arcs: list[Floats], uses: Counter[int]) -> Coast:
    coasts: dict[str, list[Floats]] = {}
    lines: list[shapely.LineString] = []
    land: list[shapely.Polygon] = []
    for geometry in geometries:
        code = STATES.get(geometry.get("id", ""))
        for polygon in polygon_arcs(geometry):
            rings = [stitch(ring, arcs) for ring in polygon]
            if rings[0][:, 1].max() < SOUTH_DEG:
                continue
            shell, *holes = (to_plane(ring[:, 0], ring[:, 1]) for ring in rings)
            # An islet can collapse to a point on the quantised grid: it measures, but has no area.
            if len(shell) > 3:  # noqa: PLR2004
                land.append(shapely.Polygon(shell, [hole for hole in holes if len(hole) > 3]))  # noqa: PLR2004
            if code is None:
                continue
            unit = _unit(code, rings[0])
            for ring in polygon:
                for arc in ring:
                    index = arc if arc >= 0 else ~arc
                    line = arcs[index]
                    if uses[index] == 1 and not _inside(line, _CASPIAN):
                        coasts.setdefault(unit, []).append(densify(line))
                        lines.append(shapely.LineString(to_plane(line[:, 0], line[:, 1])))
    points = {unit: np.vstack(parts) for unit, parts in sorted(coasts.items())}
    return Coast(points, lines, list(_valid(land)))


def _valid(polygons: list[shapely.Polygon]) -> Iterator[shapely.Polygon]:
    for polygon in polygons:
        valid = shapely.make_valid(polygon, method="structure", keep_collapsed=False)
        yield from (part for part in shapely.get_parts(valid) if part.area > 0)


def densify(line: Floats) -> Floats:
    """Return geocentric points along a line of degrees, at most `STEP_M` apart.

    The points between two vertices are on the chord. For coast arcs (under 50 km) the chord is
    within 50 m of the ellipsoid, which changes a distance of 12 nm by far less than a metre.
    """
    xyz = to_centre(line[:, 0], line[:, 1])
    gaps = np.linalg.norm(np.diff(xyz, axis=0), axis=1)
    counts = np.maximum(np.ceil(gaps / STEP_M).astype(int), 1)
    start = np.repeat(xyz[:-1], counts, axis=0)
    move = np.repeat(np.diff(xyz, axis=0), counts, axis=0)
    share = np.concatenate([np.arange(count) / count for count in counts])
    return np.vstack([start + move * share[:, None], xyz[-1:]])


def _unit(code: str, ring: Floats) -> str:
    """Return the unit of a polygon of a state; what decides is where its middle lies."""
    lon, lat = float(np.median(ring[:, 0])), float(np.median(ring[:, 1]))
    parts = {
        "NO": ((lat > 74.0, "SJ-svalbard"), (lon < 0.0, "SJ-jan-mayen")),  # noqa: PLR2004
        "US": ((lat > 50.0 and not -129.9 < lon < 0.0, "US-alaska"),),  # noqa: PLR2004
        "GB": ((lon < -13.0, "GB-rockall"),),  # noqa: PLR2004
        # Crimea follows the position of the UN General Assembly.
        "RU": ((_inside(ring, _CRIMEA), "UA"), (_inside(ring, _SOUTH_KURILS), "RU-kuril")),
    }
    return next((unit for holds, unit in parts.get(code, ()) if holds), code)


def _inside(line: Floats, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    lon, lat = line[:, 0], line[:, 1]
    return bool(
        lon.min() >= west and lon.max() <= east and lat.min() >= south and lat.max() <= north
    )


_TO_CENTRE = pyproj.Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)

"""Whose waters a point lies in, from the finest zones that are shipped."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyproj
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geo.catalogue.records import DATA
from geo.errors import DAMAGE, ZoneError
from geo.geodesy import EQUAL_AREA, WGS84
from geo.measure.land import describe_land

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

SOUTH_DEG = 50.0
"""The zones reach from this parallel to the pole; south of it nothing is assessed."""
FINE, COARSE = "zones-fine.geojson.gz", "zones.geojson"

LAND, NOT_ASSESSED = -1, -2
_TURN_DEG, _HALF_TURN_DEG, _MAX_LAT_DEG = 360.0, 180.0, 90.0
_DECIMALS = 9
GLOBE_RULE = (
    "Longitude runs from -180 to 180, or on to 360 and -360 as routing tools count, and latitude "
    "from -90 to 90, in degrees."
)


@dataclass(frozen=True)
class ZoneMap:
    """The zones in the plane of the equal-area grid, where their edges are straight.

    Attributes
    ----------
    ids, kinds, states
        Feature id, zone word and ISO alpha-2 codes of each zone.
    shapes
        The zones in EPSG:6931, prepared.
    file
        Name of the file that they come from.
    """

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    states: tuple[tuple[str, ...], ...]
    shapes: tuple[BaseGeometry, ...]
    file: str

    def at(self, lon: Floats, lat: Floats) -> Indices:
        """Return the index of the zone at each point.

        What decides: south of 50 N `NOT_ASSESSED`; inside or on the edge of a zone that zone (the
        first by id); else `LAND`.

        Parameters
        ----------
        lon, lat
            Degrees, WGS84; longitudes may leave -180..180.
        """
        lon, lat = np.asarray(lon, float), np.asarray(lat, float)
        found = np.full(lon.shape, LAND, dtype=np.int64)
        found[lat < SOUTH_DEG] = NOT_ASSESSED
        x, y = to_plane(lon, lat)
        # The files are cut at 180; a point on the cut itself is moved off it by a metre.
        x = np.where(np.abs(x) < 1.0, 1.0, x)
        for index, zone in enumerate(self.shapes):
            west, south, east, north = zone.bounds
            near = (found == LAND) & (x >= west) & (x <= east) & (y >= south) & (y <= north)
            rows = np.flatnonzero(near)
            if len(rows):
                found[rows[shapely.intersects_xy(zone, x[rows], y[rows])]] = index
        return found

    def word(self, index: int) -> str:
        """Return the zone word of an index: `eez`, `land`, `not_assessed` ..."""
        if index < 0:
            return "land" if index == LAND else "not_assessed"
        return self.kinds[index]

    def codes(self, index: int) -> tuple[str, ...]:
        """Return the ISO alpha-2 codes of the states at an index; none on land or the high seas."""
        return self.states[index] if index >= 0 else ()


def load_zones(folder: Path = DATA) -> ZoneMap:
    """Return the zones of the finest file in the folder; read once for each folder.

    Raises
    ------
    ZoneError
        When no zone file is there, or it cannot be read.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> ZoneMap:
    for name in (FINE, COARSE):
        path = folder / name
        if path.exists():
            return _read(path)
    raise ZoneError(
        f"No zones: neither {FINE} nor {COARSE} is in {folder.name}/. Whose waters a point or a "
        "track lies in cannot be given. Restore the files or build them "
        "(python -m geo.catalogue.build.zones --help)."
    )


def _read(path: Path) -> ZoneMap:
    try:
        raw = path.read_bytes()
        features = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)["features"]
        rows = sorted(((_words(item), item["geometry"]) for item in features), key=lambda r: r[0])
        shapes = tuple(_in_plane(shape(geometry)) for _, geometry in rows)
    except (*DAMAGE, ShapelyError) as error:
        raise ZoneError(
            f"{path.name} is not a readable zone file ({error}). Restore it or build it again."
        ) from error
    words = [row[0] for row in rows]
    return ZoneMap(
        tuple(word[0] for word in words),
        tuple(word[1] for word in words),
        tuple(word[2] for word in words),
        shapes,
        path.name,
    )


def _words(item: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    properties = item["properties"]
    details = properties.get("details", properties)
    return str(properties["id"]), str(details["zone"]), tuple(details["states"])


def _in_plane(zone: BaseGeometry) -> BaseGeometry:
    flat = shapely.transform(zone, lambda xy: np.column_stack(to_plane(xy[:, 0], xy[:, 1])))
    sound = shapely.make_valid(flat, method="structure", keep_collapsed=False)
    shapely.prepare(sound)
    return sound


def to_plane(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return x, y in metres (EPSG:6931) of points in degrees."""
    x, y = _TO_PLANE.transform(lon, lat)
    return np.asarray(x), np.asarray(y)


def to_degrees(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return longitude and latitude in degrees of points of the plane."""
    lon, lat = _TO_PLANE.transform(x, y, direction="INVERSE")
    return np.asarray(lon), np.asarray(lat)


def describe_points(
    names: Iterable[str], lon: Floats, lat: Floats, zones: ZoneMap
) -> list[dict[str, Any]]:
    """Return one record per point: name, lon, lat, zone, states; on land also sovereign and land.

    Longitudes come back within -180..180. On land `states` says whose it is, every claimant where
    it is disputed; `geo.measure.land` says how that is found. South of 50 N, where waters are not
    assessed, a point counts as land where the shipped outlines leave no doubt.

    Raises
    ------
    ZoneError
        When a longitude lies outside -360..360 or a latitude outside -90..90; every such point is
        named.
    """
    lon, lat = np.asarray(lon, float), np.asarray(lat, float)
    names = list(names)
    wrong = is_off_globe(lon, lat)
    if wrong.any():
        listed = "; ".join(f"{names[row] or 'the point'} ({lon[row]}, {lat[row]})"
                           for row in np.flatnonzero(wrong)[:5])  # fmt: skip
        raise ZoneError(f"{int(wrong.sum())} point(s) off the globe: {listed}. {GLOBE_RULE}")
    lon = to_half_turn(lon)
    found = zones.at(lon, lat)
    land = describe_land(lon, lat, found, zones)
    return [
        {
            "name": name, "lon": float(east), "lat": float(north),
            "zone": zones.word(int(index)), "states": list(zones.codes(int(index))), **own,
        }
        for name, east, north, index, own in zip(names, lon, lat, found, land, strict=True)
    ]  # fmt: skip


def is_off_globe(lon: Floats, lat: Floats) -> NDArray[np.bool_]:
    """Return whether each point breaks `GLOBE_RULE`; what is no number does."""
    off: NDArray[np.bool_] = ~((np.abs(lon) <= _TURN_DEG) & (np.abs(lat) <= _MAX_LAT_DEG))
    return off


def to_half_turn(lon: Floats) -> Floats:
    """Return longitudes of -360..360 within -180..180; those within it stay as they are."""
    turned = np.round(lon - np.sign(lon) * _TURN_DEG, _DECIMALS)
    return np.where(np.abs(lon) > _HALF_TURN_DEG, turned, lon)


_TO_PLANE = pyproj.Transformer.from_crs(WGS84, EQUAL_AREA, always_xy=True)

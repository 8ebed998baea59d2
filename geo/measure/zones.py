"""Whose waters a point is in, from the finest shipped zones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geo.catalogue.records import DATA, FINE_ZONES, ZONES, ZONES_SOUTH_DEG, read_features
from geo.errors import DAMAGE, ZoneError
from geo.geodesy import HALF_TURN_DEG, TURN_DEG, Floats, to_equal_area
from geo.measure.land import describe_land

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Indices = NDArray[np.int64]

LAND, NOT_ASSESSED = -1, -2
_MAX_LAT_DEG = 90.0
_DECIMALS = 9
GLOBE_RULE = (
    "Longitude must be between -180 and 180 degrees (-360 to 360 also works, as in routing tools), "
    "latitude between -90 and 90."
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

        South of 50 N `NOT_ASSESSED`; inside or on the edge of a zone that zone (the first by id);
        else `LAND`.

        Parameters
        ----------
        lon, lat
            Degrees, WGS84; longitudes may leave -180..180.
        """
        lon, lat = np.asarray(lon, float), np.asarray(lat, float)
        found = np.full(lon.shape, LAND, dtype=np.int64)
        found[lat < ZONES_SOUTH_DEG] = NOT_ASSESSED
        x, y = to_equal_area(lon, lat)
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
    """Return the zones of the finest file in the folder (cached by folder).

    Raises
    ------
    ZoneError
        When no zone file is there, or it cannot be read.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> ZoneMap:
    for name in (FINE_ZONES, ZONES):
        path = folder / name
        if path.exists():
            return _read(path)
    raise ZoneError(
        f"No zones: neither {FINE_ZONES} nor {ZONES} is in {folder.name}/. Without them "
        "nobody can tell whose waters a point or a track is in. Restore or build them "
        "(python -m geo.catalogue.recipes.zones --help)."
    )


def _read(path: Path) -> ZoneMap:
    try:
        found = ((_words(item), item["geometry"]) for item in read_features(path))
        rows = sorted(found, key=lambda row: row[0])
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
    flat = shapely.transform(zone, lambda xy: np.column_stack(to_equal_area(xy[:, 0], xy[:, 1])))
    if not shapely.is_valid(flat):  # to mend takes nine times as long as to look
        flat = shapely.make_valid(flat, method="structure", keep_collapsed=False)
    shapely.prepare(flat)
    return flat


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
    lon = normalise_longitude(lon)
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
    """Return whether each point breaks `GLOBE_RULE`; NaN does."""
    off: NDArray[np.bool_] = ~((np.abs(lon) <= TURN_DEG) & (np.abs(lat) <= _MAX_LAT_DEG))
    return off


def normalise_longitude(lon: Floats) -> Floats:
    """Return longitudes of -360..360 within -180..180; those within it stay as they are."""
    turned = np.round(lon - np.sign(lon) * TURN_DEG, _DECIMALS)
    return np.where(np.abs(lon) > HALF_TURN_DEG, turned, lon)

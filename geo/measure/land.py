"""Whose land a point is on, from Natural Earth's outlines and a table of exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geo.catalogue.records import DATA, LAND_STATES, read_features
from geo.errors import DAMAGE, ZoneError
from geo.geodesy import GEOD, HALF_TURN_DEG, Floats

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.measure.zones import ZoneMap

    Indices = NDArray[np.int64]

PRECISION_KM = 5.0
"""How far the outlines (1:50m, simplified) may lie from the true coast or border."""
NO_LAND = -1
_REACHES_KM = (2.0, 5.0, 10.0, 25.0, 50.0)
_DIRECTIONS = 8


@dataclass(frozen=True)
class Area:
    """A piece of land with one status of sovereignty.

    Attributes
    ----------
    id, name
        ISO alpha-2 code or slug, and the name to show.
    states
        ISO alpha-2 codes: whose it is, of every claimant where it is disputed, none where it is
        nobody's.
    sovereign
        The state that it belongs to where it is a territory with a code of its own; () elsewhere.
    note
        A note to show beside the name.
    is_surveyed
        Whether it is land even where the zones have water (an islet too small for their coast).
    """

    id: str
    name: str
    states: tuple[str, ...]
    sovereign: tuple[str, ...]
    note: str
    is_surveyed: bool

    @property
    def sentence(self) -> str:
        """The name and the note: "Greenland, part of the Kingdom of Denmark"."""
        if not self.note:
            return self.name
        return f"{self.name}{', ' if len(self.states) == 1 else ': '}{self.note}"


@dataclass(frozen=True)
class LandMap:
    """The areas in file order, of which the first that contains a point counts; EPSG:4326."""

    areas: tuple[Area, ...]
    shapes: tuple[BaseGeometry, ...]

    def at(self, lon: Floats, lat: Floats) -> Indices:
        """Return the index of the area at each point of -180..180, `NO_LAND` where there is none.

        A point on the edge of an area is in it; 180 and -180 are one meridian.
        """
        found = np.full(lon.shape, NO_LAND, dtype=np.int64)
        for index, area in enumerate(self.shapes):
            west, south, east, north = area.bounds
            near = (found == NO_LAND) & (lon >= west) & (lon <= east)
            rows = np.flatnonzero(near & (lat >= south) & (lat <= north))
            if len(rows):
                found[rows[shapely.intersects_xy(area, lon[rows], lat[rows])]] = index
        edge = (found == NO_LAND) & (np.abs(lon) == HALF_TURN_DEG)
        if edge.any():
            found[edge] = self.at(np.nextafter(-lon[edge], 0.0), lat[edge])
        return found

    def around(self, lon: Floats, lat: Floats, km: float) -> Indices:
        """Return the indices at eight points around each point, one row per point."""
        east, north = circle(lon, lat, km)
        return self.at(east.ravel(), north.ravel()).reshape(east.shape)

    def nearest(self, lon: Floats, lat: Floats) -> tuple[Indices, Floats]:
        """Return the area at or near each point, and its distance in km.

        Looked for on circles of 2 to 50 km; `NO_LAND` where there is none.
        """
        found = self.at(lon, lat)
        distance_km = np.zeros(lon.shape)
        for reach_km in _REACHES_KM:
            rows = np.flatnonzero(found == NO_LAND)
            if len(rows):
                found[rows] = self.around(lon[rows], lat[rows], reach_km).max(axis=1)
                distance_km[rows] = reach_km
        return found, distance_km

    @cached_property
    def _sovereigns(self) -> dict[str, tuple[str, ...]]:
        """The sovereign of each territory with a code of its own."""
        alone = (area for area in self.areas if len(area.states) == 1)
        return {area.states[0]: area.sovereign for area in alone if area.sovereign}

    def sovereign_of(self, states: tuple[str, ...]) -> tuple[str, ...]:
        """Return the states, territories replaced by their sovereign, without duplicates."""
        each = (self._sovereigns.get(code, (code,)) for code in states)
        return tuple(dict.fromkeys(code for codes in each for code in codes))

    def name_of(self, code: str) -> str:
        """Return the name of the first area that belongs to one state alone, or the code."""
        own = (area.name for area in self.areas if area.id == code or area.states == (code,))
        return next(own, code)


def circle(lon: Floats, lat: Floats, km: float) -> tuple[Floats, Floats]:
    """Return lon and lat of eight points at a distance from each point, on the WGS 84 ellipsoid."""
    grid = (len(lon), _DIRECTIONS)
    azimuth = np.broadcast_to(np.arange(_DIRECTIONS) * 360.0 / _DIRECTIONS, grid).ravel()
    start_lon, start_lat = (np.broadcast_to(each[:, None], grid).ravel() for each in (lon, lat))
    metres = np.full(azimuth.size, km * 1000.0)
    east, north, _ = GEOD.fwd(start_lon, start_lat, azimuth, metres)
    return np.reshape(east, grid), np.reshape(north, grid)


def load_land(folder: Path = DATA) -> LandMap:
    """Return the land of the world by state (cached by folder).

    Raises
    ------
    ZoneError
        When the file is missing or cannot be read.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> LandMap:
    try:
        features = read_features(folder / LAND_STATES)
        areas = tuple(_area(item["properties"]) for item in features)
        shapes = tuple(shape(item["geometry"]) for item in features)
    except FileNotFoundError as error:
        raise ZoneError(
            f"{LAND_STATES} is not in {folder.name}/, so the app cannot tell "
            "whose land a point is on. Restore it or build it "
            "(python -m geo.catalogue.recipes.land.by_state --help)."
        ) from error
    except (*DAMAGE, ShapelyError) as error:
        raise ZoneError(
            f"{LAND_STATES} is not a readable land file ({error}). Restore it or build it again."
        ) from error
    shapely.prepare(list(shapes))
    return LandMap(areas, shapes)


def _area(properties: dict[str, Any]) -> Area:
    return Area(
        str(properties["id"]),
        str(properties["name"]),
        tuple(properties["states"]),
        tuple(properties["sovereign"]),
        str(properties["note"]),
        bool(properties["surveyed"]),
    )


def describe_land(
    lon: Floats, lat: Floats, zone: Indices, zones: ZoneMap, *, folder: Path = DATA
) -> list[dict[str, Any]]:
    """Return the land fields of a point's record: zone, states, sovereign, land; {} on water.

    Where the zones have land, the outline that holds the point, else one within
    5 km, else the state whose territorial sea lies around, else an outline within 50 km. South of
    the zones a point is on land where an outline holds it and all that lies 5 km around; nearer to
    the coast only `land` is given, with a note.

    Parameters
    ----------
    lon, lat
        Degrees within -180..180 and -90..90.
    zone
        The indices of the points' zones, as from `zones.at`.
    """
    words = np.array([zones.word(int(index)) for index in zone])
    on_land, unsure = words == "land", words == "not_assessed"
    try:
        land = load_land(folder)
    except ZoneError as error:
        return [{"land": str(error)} if is_land else {} for is_land in on_land]
    here = land.at(lon, lat)
    surveyed = [index for index, area in enumerate(land.areas) if area.is_surveyed]
    on_land |= np.isin(here, surveyed)
    found: list[dict[str, Any]] = [{} for _ in lon]
    for row, record in _on_land(land, lon, lat, np.flatnonzero(on_land), zones):
        found[row] = record
    for row, record in _in_the_south(land, lon, lat, np.flatnonzero(unsure & ~on_land)):
        found[row] = record
    return found


def _on_land(
    land: LandMap, lon: Floats, lat: Floats, rows: Indices, zones: ZoneMap
) -> Iterator[tuple[int, dict[str, Any]]]:
    index, distance_km = land.nearest(lon[rows], lat[rows])
    for row, area, km, around in zip(
        rows, index, distance_km, land.around(lon[rows], lat[rows], PRECISION_KM), strict=True
    ):
        waters = _waters_around(zones, lon[row], lat[row]) if km > PRECISION_KM else ()
        if waters:
            names = " and ".join(land.name_of(code) for code in waters)
            sovereign = land.sovereign_of(waters)
            yield row, _record(waters, sovereign, f"{names}, by the territorial sea around")
        elif area == NO_LAND:
            yield row, _record((), (), f"owner unknown (no outline within {km:g} km)")
        else:
            yield row, _of_area(land, area, around)


def _waters_around(zones: ZoneMap, lon: float, lat: float) -> tuple[str, ...]:
    """Return the states whose territorial sea or internal waters are nearest to a point."""
    for reach_km in _REACHES_KM:
        east, north = circle(np.array([lon]), np.array([lat]), reach_km)
        kinds = [(zones.word(index), zones.codes(index)) for index in zones.at(east[0], north[0])]
        near = {codes for kind, codes in kinds if kind in {"territorial_sea", "internal_waters"}}
        if near:
            return tuple(sorted({code for codes in near for code in codes}))
    return ()


def _in_the_south(
    land: LandMap, lon: Floats, lat: Floats, rows: Indices
) -> Iterator[tuple[int, dict[str, Any]]]:
    around = land.around(lon[rows], lat[rows], PRECISION_KM)
    for row, here, near in zip(rows, land.at(lon[rows], lat[rows]), around, strict=True):
        if here != NO_LAND and (near != NO_LAND).all():
            yield row, _of_area(land, here, near)
        elif (best := max(here, near.max())) != NO_LAND:
            yield (
                row,
                {
                    "land": f"the coast of {land.areas[best].name} is within {PRECISION_KM:g} km, "
                    "too close to tell land from water with these outlines"
                },
            )


def _of_area(land: LandMap, index: int, around: Indices) -> dict[str, Any]:
    area = land.areas[index]
    others = {land.areas[each].name for each in around if each not in {NO_LAND, index}}
    near = f"; {' and '.join(sorted(others))} within {PRECISION_KM:g} km" if others else ""
    return _record(
        area.states, area.sovereign or land.sovereign_of(area.states), area.sentence + near
    )


def _record(states: tuple[str, ...], sovereign: tuple[str, ...], sentence: str) -> dict[str, Any]:
    return {
        "zone": "land",
        "states": list(states),
        "sovereign": list(sovereign),
        "land": sentence,
    }

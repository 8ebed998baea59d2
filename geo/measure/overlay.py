"""The overlay of a track with the zones: segments in order along it."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.catalogue.records import FINE_ZONES, ZONES
from geo.geodesy import GEOD, METRES_PER_NM, Floats, from_equal_area, join_track, to_equal_area
from geo.measure.tables import join_states
from geo.measure.zones import LAND, ZoneMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from geo.catalogue.features import Catalogue


STEP_NM = 0.5
"""How far apart a track is compared with the zones."""
_HALVINGS = 6
_LAND_MIN_NM = 3.0
"""A shorter stretch over land is a strait that the 1:10m coast draws too narrow."""


@dataclass(frozen=True)
class Track:
    """One variant of a route or corridor: its waypoints in order, degrees."""

    feature: str
    variant: str
    positions: tuple[tuple[float, float], ...]


def tracks(catalogue: Catalogue) -> Iterator[Track]:
    """Yield the tracks of all routes and corridors.

    The waypoints are the track; a variant without them is read from its shape.
    """
    for feature in catalogue.of_kind("route", "corridor"):
        shapes = catalogue.shapes(feature.id)
        for variant in feature.variants:
            if variant.slug not in shapes:
                continue
            points = [(float(p["lon"]), float(p["lat"])) for p in variant.waypoints]
            positions = points or join_track(shapes[variant.slug])
            yield Track(feature.id, variant.slug, tuple(positions))


def variant_hash(track: Track, folder: Path) -> str:
    """Return a short hash of a track and of the zone file."""
    return hashlib.sha256(f"{_zone_hash(folder)} {track.positions}".encode()).hexdigest()[:12]


def _zone_hash(folder: Path) -> str:
    for name in (FINE_ZONES, ZONES):
        if (folder / name).exists():
            with suppress(OSError):
                return hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return "none"


def overlay(track_list: Iterable[Track], zones: ZoneMap, folder: Path) -> pd.DataFrame:
    """Return the segments of all tracks: the columns of `waters.csv`."""
    rows = []
    for track in track_list:
        inputs = variant_hash(track, folder)
        for from_nm, to_nm, index in walk(track, zones):
            rows.append(
                {
                    "feature": track.feature, "variant": track.variant,
                    "from_nm": round(from_nm, 2), "to_nm": round(to_nm, 2),
                    "state": join_states(zones.codes(index)), "zone": zones.word(index),
                    "zone_id": zones.ids[index] if index >= 0 else "", "inputs": inputs,
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def walk(track: Track, zones: ZoneMap) -> list[tuple[float, float, int]]:
    """Return the segments of a track: from and to in nautical miles, and the zone's index.

    The track is cut into steps of half a nautical mile along its geodesics; where the zone changes
    within a step, the crossing is found by bisection to a hundredth of a mile. A segment over land
    shorter than 3 nm joins the one before it.
    """
    lon, lat = np.array(track.positions, float).T
    return find_segments(*cut_into_steps(lon, lat), zones)


def find_segments(
    lon: Floats, lat: Floats, along: Floats, zones: ZoneMap
) -> list[tuple[float, float, int]]:
    """Return the segments of a track that is cut into steps, see `walk`.

    Parameters
    ----------
    lon, lat, along
        The ends of the steps: degrees, and nautical miles along the track.
    """
    index = zones.at(lon, lat)
    change = np.flatnonzero(index[1:] != index[:-1])
    cuts = _bisect(lon, lat, along, index, change, zones)
    ends = [0.0, *cuts, float(along[-1])]
    kinds = [int(index[0]), *(int(index[at + 1]) for at in change)]
    return merge_segments(
        [(a, b, kind) for (a, b), kind in zip(pairwise(ends), kinds, strict=True)]
    )


def cut_into_steps(
    lon: Floats, lat: Floats, step_nm: float = STEP_NM
) -> tuple[Floats, Floats, Floats]:
    """Cut each leg of a track along its geodesic into equal steps of at most `step_nm`.

    Returns
    -------
    lon, lat, along
        The ends of the steps, the track's own positions among them: degrees (longitudes may jump
        at 180), and nautical miles along the track.
    """
    azimuth, _, metres = GEOD.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])
    legs = np.asarray(metres) / METRES_PER_NM
    count = np.maximum(np.ceil(legs / step_nm).astype(np.int64), 1)
    leg = np.repeat(np.arange(len(legs)), count)
    order = np.arange(len(leg)) - np.repeat(np.cumsum(count) - count, count) + 1
    sailed = order / count[leg] * legs[leg]
    along = np.concatenate([[0.0], (np.cumsum(legs) - legs)[leg] + sailed])
    east, north = np.repeat(lon[1:], count), np.repeat(lat[1:], count)
    within = np.flatnonzero(order < count[leg])
    at = leg[within]
    east[within], north[within], _ = GEOD.fwd(
        lon[at], lat[at], np.asarray(azimuth)[at], sailed[within] * METRES_PER_NM
    )
    return np.concatenate([lon[:1], east]), np.concatenate([lat[:1], north]), along


def _bisect(
    lon: Floats, lat: Floats, along: Floats, index: NDArray[np.int64],
    change: NDArray[np.int64], zones: ZoneMap,
) -> list[float]:  # fmt: skip
    if not len(change):
        return []
    x, y = to_equal_area(lon, lat)
    low, high = np.zeros(len(change)), np.ones(len(change))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        here = zones.at(*from_equal_area(
            x[change] + middle * (x[change + 1] - x[change]),
            y[change] + middle * (y[change + 1] - y[change]),
        ))  # fmt: skip
        before = here == index[change]
        low, high = np.where(before, middle, low), np.where(before, high, middle)
    return list(along[change] + (low + high) / 2 * (along[change + 1] - along[change]))


def merge_segments(segments: list[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Return segments with neighbours of one zone joined, and narrow land with what is before."""
    made: list[tuple[float, float, int]] = []
    for start, end, kind in segments:
        narrow = kind == LAND and end - start < _LAND_MIN_NM
        if made and (narrow or made[-1][2] == kind):
            made[-1] = (made[-1][0], end, made[-1][2])
        elif made and made[-1][2] == LAND and made[-1][1] - made[-1][0] < _LAND_MIN_NM:
            made[-1] = (made[-1][0], end, kind)
        else:
            made.append((start, end, kind))
    return made

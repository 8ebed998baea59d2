"""The line of a track: cut into even steps to be measured, or simplified to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo import messages
from geo.errors import TrackError
from geo.geodesy import GEOD, METRES_PER_NM, Floats, to_equal_area, wrap_degrees
from geo.measure.overlay import STEP_NM, cut_into_steps
from geo.measure.own_track import limits
from geo.measure.own_track.track import unwrap_longitudes

if TYPE_CHECKING:
    from geo.geodesy import Position
    from geo.measure.own_track.track import OwnTrack

_DRAWN_STEP_NM = 13.5  # between the points of a long leg, so that it is drawn as the geodesic it is
_PIECE_NM = 100.0  # a piece as short as this is as good as straight in every plane
_PIECES = 400
_PLANE_SOUTH_DEG = -80.0  # the plane about the north pole has no south pole


@dataclass(frozen=True)
class Steps:
    """A track cut into steps: degrees and nautical miles from its beginning at each end of one.

    `step_nm` is what none is longer than; the miles are those of the whole track.
    """

    lon: Floats
    lat: Floats
    along: Floats
    step_nm: float

    @property
    def nm(self) -> float:
        """Length of the track."""
        return float(self.along[-1])


def length_nm(track: OwnTrack) -> float:
    """Return the geodesic length of a track over all its points, in nautical miles."""
    lon, lat = track.lon, track.lat
    metres = GEOD.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])[2]
    return float(np.sum(metres)) / METRES_PER_NM


def cut(track: OwnTrack) -> Steps:
    """Cut a track into steps of half a nautical mile at most; longer ones above 100,000 nm.

    A track with far more points than that is thinned to even steps along it; the miles remain
    those over all points.

    Raises
    ------
    TrackError
        When it is too long.
    """
    whole = length_nm(track)
    if whole > limits.LENGTH_NM:
        raise TrackError(
            messages.TRACK_TOO_LONG.format(name=track.name, nm=whole, most=limits.LENGTH_NM)
        )
    step_nm = max(STEP_NM, whole / limits.STEPS)
    lon, lat, along = cut_into_steps(wrap_degrees(track.lon), track.lat, step_nm)
    even = int(np.ceil(whole / step_nm))
    if len(along) > 2 * even + 1:
        at = np.linspace(0.0, float(along[-1]), max(even, 1) + 1)
        lon, lat = between(lon, lat, along, at)
        along = at
    return Steps(lon, lat, along, step_nm)


def to_sphere(lon: Floats, lat: Floats) -> Floats:
    """Return unit vectors, one row each."""
    east, north = np.radians(lon), np.radians(lat)
    flat = np.cos(north)
    return np.column_stack([flat * np.cos(east), flat * np.sin(east), np.sin(north)])


def between(lon: Floats, lat: Floats, along: Floats, at: Floats) -> tuple[Floats, Floats]:
    """Return the positions at some miles along a track that is cut into steps."""
    x, y, z = (np.interp(at, along, axis) for axis in to_sphere(lon, lat).T)
    return np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))


def drawing(track: OwnTrack, tolerance_nm: float) -> list[Position]:
    """Return the track as it is drawn: lon, lat without jumps, its ends kept, at most 2,000 points.

    Between two points that are far apart it has points along the geodesic, so that it can be drawn
    with straight lines in any frame.

    Parameters
    ----------
    tolerance_nm
        How far the drawn line may lie from the track (more where 2,000 points are too few).
    """
    lon, lat, along = cut_into_steps(
        track.lon, track.lat, max(_DRAWN_STEP_NM, length_nm(track) / limits.STEPS)
    )
    lon = wrap_degrees(lon)
    x, y = to_equal_area(lon, np.maximum(lat, _PLANE_SOUTH_DEG))
    lon = unwrap_longitudes(lon)
    piece = np.floor(along / max(_PIECE_NM, float(along[-1]) / _PIECES))
    ends = np.unique([0, *(np.flatnonzero(np.diff(piece)) + 1), len(lon) - 1])
    lines = [
        shapely.LineString(np.column_stack([x[a : b + 1], y[a : b + 1], np.arange(a, b + 1)]))
        for a, b in pairwise(ends.tolist())
    ]
    tolerance_m = tolerance_nm * METRES_PER_NM
    while True:
        rows = shapely.get_coordinates(shapely.simplify(lines, tolerance_m), include_z=True)[:, 2]
        kept = np.unique([0, *rows.astype(np.int64), len(lon) - 1])
        if len(kept) <= limits.DRAWN_POINTS:
            return list(zip(lon[kept].tolist(), lat[kept].tolist(), strict=True))
        tolerance_m = max(2 * tolerance_m, 1.0)

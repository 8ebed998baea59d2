"""A track as it is measured: one form, whatever the encoding of its longitudes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from geo import messages
from geo.decode import number_with
from geo.errors import TrackError
from geo.geodesy import GEOD, HALF_TURN_DEG, TURN_DEG, Floats, wrap_degrees
from geo.measure.own_track.rows import Rows, check_rows
from geo.measure.own_track.times import read_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from geo.geodesy import Position

    Times = NDArray[np.datetime64]
    Mask = NDArray[np.bool_]

GAP = np.timedelta64(6, "h")
_DECIMALS = 9
_POLE_DEG = 90.0
_CUT_OFF_DEG = 1e-5  # how far the point where a program cut a line may lie from the line: a metre
_CUT_OFF_M = 2.0


@dataclass(frozen=True, eq=False)
class OwnTrack:
    """A reader's track.

    Attributes
    ----------
    name
        Of the file, as shown.
    lon, lat
        Degrees; longitudes begin within -180 to below 180 and run on without jumps.
    times
        Time of each point (UTC, NaT where it has none), or None.
    skipped
        Sentences on what the file holds that was left out; empty if all of it was taken.
    notes
        Sentences on how it was read.
    duration
        From the first time to the last.
    gaps
        How often more than six hours lie between two points that follow each other.
    """

    name: str
    lon: Floats
    lat: Floats
    times: Times | None = None
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    duration: timedelta | None = None
    gaps: int = 0

    @property
    def n_points(self) -> int:
        """How many points are measured, repeated positions counted once."""
        return len(self.lon)

    @property
    def positions(self) -> list[Position]:
        """The points as lon, lat."""
        return list(zip(self.lon.tolist(), self.lat.tolist(), strict=True))


def make_track(name: str, rows: Rows) -> OwnTrack:
    """Return the track of a file's good points in one form.

    Within 180, beyond it or cut there into two lines: the same track gives the same positions. A
    position equal to the one before is dropped, and so is a point on 180 that lies on the straight
    line between its neighbours, as programs add one where they cut.

    Raises
    ------
    TrackError
        When fewer than two places are left.
    """
    found = check_rows(rows)
    times, notes = _times(rows, found.rows)
    duration, gaps = _spans(times)
    part = np.asarray(rows.part)[found.rows] if len(rows.part) else np.zeros(len(found.rows), int)
    lon, lat = _on_globe(found.lon, found.lat)
    repeated = np.concatenate([[False], (np.diff(lon) == 0) & (np.diff(lat) == 0)])[: len(lon)]
    same_line = np.concatenate([[True], part[1:] == part[:-1]])[: len(lon)]
    kept = np.flatnonzero(~repeated)
    lon, lat = unwrap_longitudes(lon[kept]), lat[kept]
    stay = ~_is_cut(lon, lat, None if times is None else times[kept])
    kept, lon, lat = kept[stay], lon[stay], lat[stay]
    _check_length(name, lon, lat, found.skipped)
    lines = 1 + np.sum(np.diff(part[kept]) != 0) - _joined_at_180(lon, part[kept])
    notes = [
        *rows.notes,
        *([messages.TRACK_JOINED.format(count=lines)] if lines > 1 else []),
        *_repeats(int(np.sum(repeated & same_line))),
        *notes,
    ]
    return OwnTrack(
        name, lon, lat, None if times is None else times[kept], found.skipped, tuple(notes),
        duration, gaps,
    )  # fmt: skip


def track_of(positions: Sequence[Position], name: str) -> OwnTrack:
    """Return the track of positions that are at hand.

    Raises
    ------
    TrackError
        When fewer than two places are left.
    """
    lon, lat = ([float(each[axis]) for each in positions] for axis in (0, 1))
    return make_track(name, Rows(lon, lat))


def unwrap_longitudes(lon: Floats) -> Floats:
    """Return longitudes of -180 to below 180 without jumps; the first stays as it is."""
    step = np.diff(lon)
    turns = np.where(step > HALF_TURN_DEG, -1, np.where(step < -HALF_TURN_DEG, 1, 0))
    turned = np.concatenate([[0], np.cumsum(turns)])[: len(lon)]
    return np.round(lon + TURN_DEG * turned, _DECIMALS)


def _on_globe(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return longitudes of -180 to below 180; at a pole that of the point before."""
    lon = np.round(wrap_degrees(np.round(lon, _DECIMALS)), _DECIMALS)
    lon, lat = np.where(lon >= HALF_TURN_DEG, -HALF_TURN_DEG, lon) + 0.0, np.round(lat, _DECIMALS)
    rows = np.arange(len(lon))
    named = np.abs(lat) < _POLE_DEG
    if not named.any():
        return np.zeros(len(lon)), lat
    before = np.maximum.accumulate(np.where(named, rows, -1))
    return lon[np.where(before < 0, np.argmax(named), before)], lat


def _is_cut(lon: Floats, lat: Floats, times: Times | None) -> Mask:
    """Return whether each point is one where a line was cut at 180."""
    cut = np.zeros(len(lon), bool)
    on = np.flatnonzero(np.abs(wrap_degrees(lon[1:-1])) == HALF_TURN_DEG) + 1
    before, after = lon[on] - lon[on - 1], lon[on + 1] - lon[on]
    on = on[before * after > 0]
    if times is not None:
        on = on[np.isnat(times[on])]
    for at in on:
        here = lon[at - 1 : at + 2], lat[at - 1 : at + 2]
        cut[at] = _is_between(*here)
    return cut


def _is_between(lon: Floats, lat: Floats) -> bool:
    """Return whether the second point lies on the way from the first to the third."""
    share = (lon[1] - lon[0]) / (lon[2] - lon[0])
    if abs(lat[0] + share * (lat[2] - lat[0]) - lat[1]) <= _CUT_OFF_DEG:
        return True
    azimuth, _, _ = GEOD.inv(lon[0], lat[0], lon[2], lat[2])
    _, _, metres = GEOD.inv(lon[0], lat[0], lon[1], lat[1])
    there = GEOD.fwd(lon[0], lat[0], azimuth, metres)
    return bool(GEOD.inv(there[0], there[1], lon[1], lat[1])[2] <= _CUT_OFF_M)


def _joined_at_180(lon: Floats, part: NDArray[np.int64]) -> int:
    """Return how many lines end at 180 where the next goes on."""
    joints = np.flatnonzero(np.diff(part) != 0)
    turn = np.floor((lon + HALF_TURN_DEG) / TURN_DEG)
    on = np.abs(wrap_degrees(lon)) == HALF_TURN_DEG
    return int(np.sum((turn[joints] != turn[joints + 1]) | on[joints] | on[joints + 1]))


def _check_length(name: str, lon: Floats, lat: Floats, skipped: tuple[str, ...]) -> None:
    if not len(lon):
        raise TrackError(messages.TRACK_NO_POINT.format(name=name, why=" ".join(skipped)))
    if len(lon) == 1:
        east, north = float(lon[0]), float(lat[0])
        text = messages.TRACK_ONE_POINT.format(
            name=name, lon=east, lat=north, why=" ".join(skipped)
        )
        raise TrackError(" ".join(text.split()))


def _times(rows: Rows, good: NDArray[np.int64]) -> tuple[Times | None, list[str]]:
    if not len(rows.times):
        return None, []
    there: list[Any] = [rows.times[row] for row in good]
    return read_times(there)


def _spans(times: Times | None) -> tuple[timedelta | None, int]:
    """Return the duration and the number of gaps."""
    known = times[~np.isnat(times)] if times is not None else np.array([])
    if len(known) < 2:  # noqa: PLR2004
        return None, 0
    whole = (known.max() - known.min()).astype("timedelta64[ms]").astype(int)
    return timedelta(milliseconds=int(whole)), int(np.sum(np.diff(known) > GAP))


def _repeats(count: int) -> list[str]:
    if not count:
        return []
    return [messages.TRACK_REPEATED.format(repeats=number_with(count, "repeat", "repeats"))]

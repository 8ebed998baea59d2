"""A reader's own track in a project file: its name and its positions, as one string to stay small.

Like all of a project file it is untrusted when it is read: limits first, then form, then values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.errors import ExportError
from geo.geodesy import Position
from geo.measure.own_track import limits

MOST_POINTS = 150_000
"""Of a track in a project file, whose size is limited too."""
_FEWEST = 2
_DECIMALS = 5
_POINT_CHARS = 22
_NUMBER = r"-?[0-9]{1,4}(?:\.[0-9]{1,5})?"
_POINT = re.compile(rf"{_NUMBER},{_NUMBER}", re.ASCII)
_MOST_LON, _MOST_LAT = 360.0 * 20, 90.0


@dataclass(frozen=True)
class SavedTrack:
    """Name and positions (lon, lat in degrees) of a track."""

    name: str
    positions: tuple[Position, ...]


def saved_track(track: SavedTrack) -> dict[str, str] | None:
    """Return a track as a project file holds it; None where it has too many points."""
    if not _FEWEST <= len(track.positions) <= MOST_POINTS:
        return None
    points = " ".join(f"{_short(lon)},{_short(lat)}" for lon, lat in track.positions)
    return {"name": track.name[: limits.NAME_CHARS], "points": points}


def _short(degrees: float) -> str:
    written = f"{degrees:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def read_saved_track(entry: Any) -> SavedTrack | None:  # noqa: ANN401  whatever JSON holds
    """Return the track that a project file holds, None without one.

    Raises
    ------
    ExportError
        When it is not one.
    """
    if entry is None:
        return None
    if not isinstance(entry, Mapping) or set(entry) != {"name", "points"}:
        raise ExportError("it must be an object with `name` and `points`")
    name, points = entry["name"], entry["points"]
    if not isinstance(name, str) or len(name) > limits.NAME_CHARS:
        raise ExportError(f"`name` must be text of at most {limits.NAME_CHARS} characters")
    if not isinstance(points, str) or len(points) > MOST_POINTS * _POINT_CHARS:
        raise ExportError(f"`points` must be text of at most {MOST_POINTS:,} points")
    written = points.split(" ")
    if not _FEWEST <= len(written) <= MOST_POINTS:
        raise ExportError(f"`points` must hold {_FEWEST} to {MOST_POINTS:,} points")
    return SavedTrack(name, tuple(map(_position, written)))


def _position(written: str) -> Position:
    if not _POINT.fullmatch(written):
        raise ExportError("each point must be `lon,lat` in degrees, with a space between points")
    lon, lat = map(float, written.split(","))
    if abs(lon) > _MOST_LON or abs(lat) > _MOST_LAT:
        raise ExportError(f"{lon:g}, {lat:g} is off the globe")
    return lon, lat

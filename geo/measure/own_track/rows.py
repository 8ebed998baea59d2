"""The points of a file as they stand there, and which of them can be used."""

from __future__ import annotations

import math
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from geo import messages
from geo.characters import one_line
from geo.errors import TrackError
from geo.measure.own_track import limits
from geo.measure.own_track.degrees import read_axis
from geo.measure.points import read_degrees
from geo.measure.zones import is_off_globe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from geo.geodesy import Floats

_PLAIN = re.compile(r"[-+0-9.eE\n]*")
_WITH_COMMAS = re.compile(r"[-+0-9,\n]*")
_RIGHT_ANGLE = 90.0
_METRES = 1_000.0  # no degree is as large


@dataclass(slots=True)
class Rows:
    """The points of a file in order, of all its lines, before anything is checked.

    Attributes
    ----------
    lon, lat
        What stands there: numbers or text; '' or None where there is nothing.
    place
        Number of each point, or its line in the file.
    part
        Number of the line that it belongs to.
    times
        What stands there, '' for nothing; empty if the file has no times at all.
    counts
        What `place` counts: "line" or "point".
    wide
        Indices of rows with more cells than columns.
    notes
        Sentences on how the file was read.
    skipped
        Sentences on what was left out.
    """

    lon: Sequence[Any] = field(default_factory=list)
    lat: Sequence[Any] = field(default_factory=list)
    place: Sequence[int] = ()
    part: Sequence[int] = ()
    times: Sequence[Any] = ()
    counts: str = "point"
    wide: frozenset[int] = frozenset()
    notes: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Checked:
    """The good points, as indices of the rows with their degrees, and sentences on the others."""

    rows: NDArray[np.int64]
    lon: Floats
    lat: Floats
    skipped: tuple[str, ...]


def check_count(count: int, name: str, *, more: bool = False) -> None:
    """Refuse more points than a track may have.

    Parameters
    ----------
    more
        Whether there may be more than were counted.

    Raises
    ------
    TrackError
        When there are too many.
    """
    if count > limits.POINTS:
        most = limits.POINTS
        shown = messages.TRACK_MORE_THAN.format(most=most) if more else f"{count:,}"
        raise TrackError(messages.TRACK_TOO_MANY.format(name=name, count=shown, most=most))


def read_column(values: Sequence[Any], axis: str) -> Floats:
    """Return degrees; NaN for what is none.

    A column of plain numbers is read at once, any other cell by cell with the same outcome.
    """
    if isinstance(values, np.ndarray):
        return np.asarray(values, float)
    if all(isinstance(value, str) for value in values):
        text = "\n".join(values)
        if _WITH_COMMAS.fullmatch(text) and ",\n" not in text and not text.endswith(","):
            text = text.replace(",", ".")
        cells = text.split("\n")
        if _PLAIN.fullmatch(text) and len(cells) == len(values):
            with suppress(ValueError):
                return np.array([float(cell) for cell in cells])
    return np.array([_degrees(value, axis) for value in values], float)


def _degrees(value: Any, axis: str) -> float:  # noqa: ANN401  what stands in a file
    if isinstance(value, str):
        return read_axis(value, axis)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return float("nan")
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def check_rows(rows: Rows) -> Checked:
    """Return the points that can be used, and sentences on those that cannot."""
    lon, lat = read_column(rows.lon, "lon"), read_column(rows.lat, "lat")
    no_number = np.isnan(lon) | np.isnan(lat)
    suspects = np.flatnonzero(no_number).tolist()
    empty = [
        row for row in suspects
        if row not in rows.wide and is_blank(rows.lon[row]) and is_blank(rows.lat[row])
    ]  # fmt: skip
    unread = sorted(set(suspects) - set(empty))
    off = np.flatnonzero(~no_number & is_off_globe(lon, lat))
    good = np.flatnonzero(~no_number & ~is_off_globe(lon, lat))
    skipped = []
    if empty:
        skipped.append(
            messages.TRACK_NO_POSITION.format(
                count=len(empty), total=len(lon), place=_place(rows, empty[0])
            )
        )
    wrong = sorted([*unread, *off.tolist()])
    if wrong:
        narrow = any(row not in rows.wide for row in unread)
        rules = _rules(lon[off], lat[off], unread=narrow, wide=bool(rows.wide))
        skipped.append(_wrong_points(rows, wrong, " ".join(rules)))
    return Checked(good, lon[good], lat[good], (*skipped, *rows.skipped))


def is_blank(value: Any) -> bool:  # noqa: ANN401  what stands in a file
    """Return whether nothing stands there."""
    return value is None or not str(value).strip() or value != value  # noqa: PLR0124  NaN


def _rules(lon: Floats, lat: Floats, *, unread: bool, wide: bool) -> Iterable[str]:
    if unread:
        yield messages.TRACK_NUMBER_RULE
    if wide:
        yield messages.TRACK_WIDE_RULE
    if len(lon):
        yield messages.TRACK_GLOBE_RULE
    if np.any(np.maximum(np.abs(lon), np.abs(lat)) > _METRES):
        yield messages.TRACK_METRES
    elif np.any((np.abs(lat) > _RIGHT_ANGLE) & (np.abs(lon) <= _RIGHT_ANGLE)):
        yield messages.TRACK_SWAPPED


def _wrong_points(rows: Rows, wrong: Sequence[int], rule: str) -> str:
    places = [_place(rows, row) for row in wrong[: limits.SHOWN]]
    found = [_what(rows, row) for row in wrong[: limits.SHOWN]]
    if len(wrong) == 1:
        place = places[0][0].upper() + places[0][1:]
        return messages.TRACK_BAD_ONE.format(place=place, what=found[0], rule=rule)
    listed = ", ".join(f"{place} ({what})" for place, what in zip(places, found, strict=True))
    if len(wrong) > limits.SHOWN:
        listed += messages.TRACK_AND_MORE.format(count=len(wrong) - limits.SHOWN)
    return messages.TRACK_BAD_MORE.format(count=f"{len(wrong):,}", listed=listed, rule=rule)


def _place(rows: Rows, row: int) -> str:
    number = rows.place[row] if len(rows.place) else row + 1
    return messages.TRACK_PLACES[rows.counts].format(number=number)


def _what(rows: Rows, row: int) -> str:
    """Return which number is wrong: "latitude 912"."""
    if row in rows.wide:
        return messages.TRACK_WIDE_ROW
    lon, lat = rows.lon[row], rows.lat[row]
    there = (
        (messages.TRACK_LATITUDE, lat, (0.0, _degrees(lat, "lat"))),
        (messages.TRACK_LONGITUDE, lon, (_degrees(lon, "lon"), 0.0)),
    )
    bad = [
        pattern.format(value=_shown(value))
        for pattern, value, (east, north) in there
        if is_off_globe(np.array([east]), np.array([north]))[0]
    ]
    return ", ".join(bad)


def _is_plain(text: str) -> bool:
    return not math.isnan(read_degrees(text))


def _shown(value: Any) -> str:  # noqa: ANN401  what stands in a file
    if is_blank(value):
        return "missing"
    if isinstance(value, str):
        text = one_line(value, max_chars=limits.SHOWN_CHARS)
        return text if _is_plain(value) else f"“{text}”"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{_degrees(value, 'lon'):.9g}"
    return "that is no number"

"""Parse points from a CSV file or from arguments."""

from __future__ import annotations

import csv
import io
import math
import re
from typing import TYPE_CHECKING

import numpy as np

from geo.decode import decode
from geo.errors import EncodingError, ZoneError
from geo.measure.columns import counts_backwards, find_degrees
from geo.measure.zones import GLOBE_RULE, is_off_globe

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Points = tuple[list[str], NDArray[np.float64], NDArray[np.float64]]
    Row = tuple[int, str, str, str]

_NAME = re.compile(r"name|label|id|point|station|vessel|ship")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_COMMA = re.compile(r"[-+]?\d*,\d+")
_SHOWN = 10
_RIGHT_ANGLE = 90.0
_SHOWN_CHARS = 20


class BadPointsError(ZoneError):
    """Some rows of a file are not points; `points` holds those of the other rows."""

    def __init__(self, message: str, points: Points) -> None:
        """Keep the valid points beside the message on the others."""
        super().__init__(message)
        self.points = points


def read_degrees(text: str) -> float:
    """Parse decimal degrees, with a decimal point or comma; NaN for anything else.

    Degrees with minutes, letters for the hemisphere, "nan" and "inf" are not taken.
    """
    kept = text.strip().replace("\N{MINUS SIGN}", "-").removesuffix("°")
    if _COMMA.fullmatch(kept):
        kept = kept.replace(",", ".")
    return float(kept) if _NUMBER.fullmatch(kept) else math.nan


def read_point(lon: str, lat: str) -> Points:
    """Parse one point from two strings.

    Raises
    ------
    ZoneError
        When one is not a number of degrees, or the point is off the globe.
    """
    east, north = read_degrees(lon), read_degrees(lat)
    for name, text, value in (("lon", lon, east), ("lat", lat, north)):
        if math.isnan(value):
            raise ZoneError(f"{name} is not a number of degrees: {_show(text)}. {_NUMBER_RULE}")
    points = [""], np.array([east]), np.array([north])
    if is_off_globe(points[1], points[2]).any():
        raise ZoneError(f"The point {east:g}, {north:g} is off the globe. {GLOBE_RULE}"
                        f"{_swap_hint([(east, north)])}")  # fmt: skip
    return points


def read_points(path: Path) -> Points:
    """Read a CSV file of points: names, longitudes, latitudes in degrees.

    The first line that is not empty names the columns: lon and lat (or longitude and latitude, x
    and y, or such words in another language, in any case, with a unit or without), a name if there
    is one; others are left alone.
    Cells are divided by commas, semicolons or tabs; numbers may have a decimal comma. The text is
    UTF-8, or UTF-16 or UTF-32 with a byte order mark.

    Raises
    ------
    ZoneError
        When the file or a column is missing.
    BadPointsError
        When rows hold no number of degrees or a point off the globe; each line is named, and the
        error holds the points of the other rows.
    """
    rows = list(_rows(path))
    lon = np.array([read_degrees(row[2]) for row in rows], float)
    lat = np.array([read_degrees(row[3]) for row in rows], float)
    no_number = np.isnan(lon) | np.isnan(lat)
    off = ~no_number & is_off_globe(lon, lat)
    good = np.flatnonzero(~no_number & ~off)
    points = [rows[row][1] for row in good], lon[good], lat[good]
    sentences = []
    if no_number.any():
        bad = [rows[row] for row in np.flatnonzero(no_number)]
        seen = _listed(bad, lambda row: f"{_show(row[2])}, {_show(row[3])}")
        sentences.append(
            f"lon or lat is not a number in line(s) {_lines(bad)}: {seen}. {_NUMBER_RULE}"
        )
    if off.any():
        bad = [rows[row] for row in np.flatnonzero(off)]
        seen = _listed(bad, lambda row: f"{row[2].strip()}, {row[3].strip()}")
        hint = _swap_hint(list(zip(lon[off], lat[off], strict=True)))
        sentences.append(f"off the globe in line(s) {_lines(bad)}: {seen}. {GLOBE_RULE}{hint}")
    if sentences:
        raise BadPointsError(f"{path.name}: {' '.join(sentences)}", points)
    return points


def _rows(path: Path) -> Iterator[Row]:
    """Yield line number, name, lon and lat of each row that is not empty."""
    reader = _open(path)
    try:
        header = next((row for row in reader if any(cell.strip() for cell in row)), None)
        if header is None:
            raise ZoneError(f"{path.name} is not a readable CSV file (it is empty).")
        name, lon, lat = _columns(path, header)
        for row in reader:
            if any(cell.strip() for cell in row):
                whole = len(row) <= len(header) or not any(map(str.strip, row[len(header) :]))
                cells = dict(enumerate(row)) if whole else {}
                yield reader.line_num, cells.get(name, ""), cells.get(lon, ""), cells.get(lat, "")
    except csv.Error as error:
        raise ZoneError(f"{path.name} is not a readable CSV file ({error}).") from error


def _open(path: Path) -> CsvReader:
    return open_table(_text(path))


def open_table(text: str) -> CsvReader:
    """Return a reader of the rows of a CSV text; its first line shows what divides the cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    divider = max(",;\t", key=first.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=divider, skipinitialspace=True)


def _text(path: Path) -> str:
    """Return a file's text; refuse one that would have to be guessed or repaired."""
    try:
        found = decode(path.read_bytes())
    except FileNotFoundError as error:
        raise ZoneError(f"{path.name}: there is no such file.") from error
    except OSError as error:
        raise ZoneError(f"{path.name or path} cannot be opened ({error.strerror}).") from error
    except EncodingError as error:
        raise ZoneError(_UNREADABLE.format(name=path.name, why=error)) from error
    if found.note:
        raise ZoneError(_UNREADABLE.format(name=path.name, why="a part of it is not UTF-8"))
    return found.text


def _columns(path: Path, header: Sequence[str]) -> tuple[int, int, int]:
    """Return the indices of the columns name, lon and lat; -1 without a name."""
    name = _find([title.strip().lower() for title in header], _NAME)
    # Degrees that count westward or southward would be read on the wrong side.
    lon, lat = find_degrees(["" if counts_backwards(title) else title for title in header])
    lacking = [word for word, at in (("lon", lon), ("lat", lat)) if at < 0]
    if lacking:
        raise ZoneError(
            f"{path.name} lacks the column(s) {', '.join(lacking)}; the first line must name "
            "name, lon and lat, separated by commas."
        )
    return name, lon, lat


def _find(titles: Sequence[str], pattern: re.Pattern[str]) -> int:
    return next((at for at, title in enumerate(titles) if pattern.fullmatch(title)), -1)


def _lines(rows: Sequence[Row]) -> str:
    more = f" and {len(rows) - _SHOWN:,} more" if len(rows) > _SHOWN else ""
    return ", ".join(str(row[0]) for row in rows[:_SHOWN]) + more


def _listed(rows: Sequence[Row], show: Callable[[Row], str]) -> str:
    return "; ".join(f"{row[1]} ({show(row)})".strip() for row in rows[:_SHOWN])


def _show(text: str) -> str:
    return repr(text.strip()[:_SHOWN_CHARS]) if text.strip() else "nothing"


def _swap_hint(points: Sequence[tuple[float, float]]) -> str:
    """Return a hint if the columns seem to be swapped."""
    swapped = any(abs(lat) > _RIGHT_ANGLE >= abs(lon) for lon, lat in points)
    return " Are lon and lat swapped?" if swapped else ""


_UNREADABLE = "{name} is not a readable CSV file ({why}). Save it as CSV in UTF-8."
_NUMBER_RULE = "Give decimal degrees, such as -170.25, west and south negative."

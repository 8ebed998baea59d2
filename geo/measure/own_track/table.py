"""CSV: a line near its top names the columns, in any order and in many languages."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo import messages
from geo.characters import one_line
from geo.errors import TrackError
from geo.measure.columns import (
    counts_backwards,
    find_degrees,
    find_hemispheres,
    find_ship,
    find_times,
)
from geo.measure.own_track import limits
from geo.measure.own_track.degrees import read_axis
from geo.measure.own_track.rows import Rows, check_count
from geo.sentences import join_words

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Iterator, Sequence

_DIVIDERS = (";", "\t", "|", ",", " ")
"""The comma last but one: it stands within titles, and in numbers."""
_HEAD_LINES = 40
_SHOWN_TITLES = 12
_FEWEST = 2
_AXES = ("lon", "lat")


@dataclass(frozen=True)
class Head:
    """The line that names the columns: what it says, how many lines end with it, the divider."""

    titles: Sequence[str]
    lines: int
    divider: str


def find_head(text: str) -> Head | None:
    """Return the first line near the top that names both lon and lat, None without one."""
    for number, line in enumerate(_first_lines(text), 1):
        for divider in _DIVIDERS:
            titles = _cells(line, divider)
            if min(find_degrees(titles)) >= 0:
                return Head(titles, number, divider)
    return None


def _first_lines(text: str) -> list[str]:
    return text[: _HEAD_LINES * 2_000].splitlines()[:_HEAD_LINES]


def _cells(line: str, divider: str) -> list[str]:
    try:
        row = next(csv.reader([line], delimiter=divider, skipinitialspace=True), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in row]


def read_table(text: str, name: str) -> Rows:
    """Return the points of a CSV file.

    Raises
    ------
    TrackError
        When a column is missing, the file is damaged, or it is of several ships.
    """
    check_count(text.count("\n"), name)
    head = find_head(text)
    if head is None:
        raise TrackError(_no_head(text, name))
    table = io.StringIO(text, newline="")
    for _ in range(head.lines):
        table.readline()
    reader = csv.reader(table, delimiter=head.divider, skipinitialspace=True)
    columns = _columns_of(head.titles)
    try:
        found = _read(reader, len(head.titles), columns.asked, head.lines)
    except csv.Error as error:
        why = f"line {head.lines + reader.line_num:,}: {error}"
        raise TrackError(messages.TRACK_DAMAGED.format(name=name, form="CSV", why=why)) from error
    _check_one_ship(found.columns[columns.ship], head.titles, name, at=columns.asked[columns.ship])
    return _rows_of(found, columns, head)


@dataclass(frozen=True)
class _Columns:
    """Which columns are asked for, -1 for those that are missing."""

    degrees: tuple[int, int]
    sides: tuple[int, int]
    times: tuple[int, ...]
    ship_at: int

    @property
    def asked(self) -> tuple[int, ...]:
        return (*self.degrees, *self.sides, self.ship_at, *self.times)

    @property
    def ship(self) -> int:
        """Where the ship's column is among those asked for."""
        return 4


def _columns_of(titles: Sequence[str]) -> _Columns:
    degrees = find_degrees(titles)
    sides = find_hemispheres(titles, *degrees)
    return _Columns(degrees, sides, find_times(titles), find_ship(titles))


@dataclass(slots=True)
class _Read:
    """The columns that are asked for, the line of each row, which are too wide, how many empty."""

    columns: list[list[str]]
    places: list[int] = field(default_factory=list)
    wide: set[int] = field(default_factory=set)
    empty: int = 0


def _read(reader: CsvReader, width: int, at: Sequence[int], lines_before: int) -> _Read:
    """Read the rows that are not empty; of a row that is too wide nothing is taken."""
    found = _Read([[] for _ in at])
    empty = 0  # that come last are no loss
    wanted = [(column, one) for column, one in zip(found.columns, at, strict=True) if one >= 0]
    for row in reader:
        if not any(map(str.strip, row)):
            empty += 1
            continue
        found.empty, empty = found.empty + empty, 0
        if len(row) > width and any(map(str.strip, row[width:])):
            found.wide.add(len(found.places))
            row.clear()
        found.places.append(lines_before + reader.line_num)
        for column, one in wanted:
            column.append(row[one].strip() if one < len(row) else "")
    return found


def _rows_of(found: _Read, columns: _Columns, head: Head) -> Rows:
    lon, lat = (
        _with_sides(found.columns[at], found.columns[at + 2], columns.sides[at] >= 0)
        for at in range(len(_AXES))
    )
    times = found.columns[columns.ship + 1 :]
    written = [" ".join(filter(None, parts)) for parts in zip(*times, strict=True)]
    rows = Rows(
        lon, lat, found.places, times=written if any(written) else (), counts="line",
        wide=frozenset(found.wide),
    )  # fmt: skip
    if found.empty:
        total = len(found.places) + found.empty
        pattern = messages.TRACK_EMPTY_ROWS["one" if found.empty == 1 else "many"]
        rows.notes.append(pattern.format(count=found.empty, total=total))
    for at, axis in enumerate(_AXES):
        title = head.titles[columns.degrees[at]]
        if counts_backwards(title):
            _turn(rows, axis, title)
    return rows


def _with_sides(degrees: list[str], sides: list[str], are_sides: bool) -> list[str]:  # noqa: FBT001
    """Return degrees with the letter for the side that stands in the column beside them."""
    if not are_sides:
        return degrees
    return [f"{one} {side}" if one else "" for one, side in zip(degrees, sides, strict=True)]


def _turn(rows: Rows, axis: str, title: str) -> None:
    """Read degrees that count westward or southward as such, unless some are negative already."""
    values: Sequence[str] = getattr(rows, axis)
    read = [read_axis(value, axis) for value in values]
    shown = one_line(title, max_chars=limits.SHOWN_CHARS)
    if any(value < 0 for value in read):
        rows.notes.append(messages.TRACK_TITLE_SIGNS.format(title=shown))
        return
    turned = [
        value if number != number else repr(-number)  # noqa: PLR0124  NaN
        for value, number in zip(values, read, strict=True)
    ]
    setattr(rows, axis, turned)
    rows.notes.append(messages.TRACK_TITLE_TURNED.format(title=shown))


def _check_one_ship(ships: Sequence[str], titles: Sequence[str], name: str, *, at: int) -> None:
    several = set(ships) - {""}
    if len(several) > 1:  # the line through them would be of none
        column = titles[at].lower()
        raise TrackError(messages.TRACK_SHIPS.format(name=name, count=len(several), column=column))


def _no_head(text: str, name: str) -> str:
    """Return why no line names the columns: there is none, or it names others."""
    line = next((line for line in _first_lines(text) if line.strip()), "")
    if any(_numbers(_cells(line, divider)) >= _FEWEST for divider in _DIVIDERS):
        shown = one_line(line, max_chars=2 * limits.SHOWN_CHARS)
        return messages.TRACK_NO_HEADER.format(name=name, line=shown)
    titles = _cells(line, max(_DIVIDERS[:-1], key=line.count))
    lacking = [word for word, at in zip(_AXES, find_degrees(titles), strict=True) if at < 0]
    return messages.TRACK_COLUMNS.format(
        name=name, lacking=", ".join(lacking), found=_listed(list(filter(None, titles)))
    )


def _numbers(cells: Sequence[str]) -> int:
    return sum(not all(math.isnan(read_axis(cell, axis)) for axis in _AXES) for cell in cells)


def _listed(titles: Sequence[str]) -> str:
    names = list(_quoted(titles[:_SHOWN_TITLES]))
    more = len(titles) - len(names)
    if more:
        names.append(messages.TRACK_MORE_COLUMNS.format(count=more))
    return join_words(names) or messages.TRACK_NO_COLUMN


def _quoted(titles: Sequence[str]) -> Iterator[str]:
    for title in titles:
        yield f"“{one_line(title, max_chars=limits.SHOWN_CHARS)}”"

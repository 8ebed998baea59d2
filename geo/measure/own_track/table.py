"""CSV: the first line names the columns, in any order."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo import messages
from geo.errors import TrackError
from geo.measure.own_track.rows import Rows, check_count
from geo.measure.points import find_degrees, open_table

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Sequence

_TIME = re.compile(
    r"#? *(?:base)?(?:(?:date)?[ _]?time(?:[ _]?stamp)?|date)(?:[ _]*[\[(]?utc[\])]?)?"
)
_SHIP = re.compile(r"mmsi|imo(?:[ _]?number)?")


def read_table(text: str, name: str) -> Rows:
    """Return the points of a CSV file.

    Raises
    ------
    TrackError
        When a column is missing, the file is damaged, or it is of several ships.
    """
    check_count(text.count("\n"), name)
    reader = open_table(text)
    try:
        header = next((row for row in reader if any(cell.strip() for cell in row)), [])
        titles = [title.strip().lower() for title in header]
        at = [*_columns(titles, name), _find(titles, _TIME), _find(titles, _SHIP)]
        rows = _read(reader, len(titles), at)
    except csv.Error as error:
        why = f"line {reader.line_num:,}: {error}"
        raise TrackError(messages.TRACK_DAMAGED.format(name=name, form="CSV", why=why)) from error
    lon, lat, times, ships = rows.columns
    several = set(ships) - {""}
    if len(several) > 1:  # the line through them would be of none
        raise TrackError(
            messages.TRACK_SHIPS.format(name=name, count=len(several), column=titles[at[-1]])
        )
    return Rows(
        lon, lat, rows.places, times=times if any(times) else (), counts="line",
        wide=frozenset(rows.wide),
    )  # fmt: skip


@dataclass(slots=True)
class _Read:
    """The columns that are asked for, the line of each row, and which rows are too wide."""

    columns: list[list[str]]
    places: list[int] = field(default_factory=list)
    wide: set[int] = field(default_factory=set)


def _read(reader: CsvReader, width: int, at: Sequence[int]) -> _Read:
    """Read the rows that are not empty; of a row that is too wide nothing is taken."""
    found = _Read([[] for _ in at])
    wanted = [(column, one) for column, one in zip(found.columns, at, strict=True) if one >= 0]
    for row in reader:
        if not any(map(str.strip, row)):
            continue
        if len(row) > width and any(map(str.strip, row[width:])):
            found.wide.add(len(found.places))
            row.clear()
        found.places.append(reader.line_num)
        for column, one in wanted:
            column.append(row[one].strip() if one < len(row) else "")
    return found


def _columns(titles: Sequence[str], name: str) -> tuple[int, int]:
    lon, lat = find_degrees(titles)
    lacking = [word for word, at in (("lon", lon), ("lat", lat)) if at < 0]
    if lacking:
        raise TrackError(messages.TRACK_COLUMNS.format(name=name, lacking=", ".join(lacking)))
    return lon, lat


def _find(titles: Sequence[str], pattern: re.Pattern[str]) -> int:
    return next((at for at, title in enumerate(titles) if pattern.fullmatch(title)), -1)

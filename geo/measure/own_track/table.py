"""CSV: the first line names the columns, in any order."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from geo import messages
from geo.errors import TrackError
from geo.measure.own_track.rows import Rows, check_count
from geo.measure.points import find_degrees, open_table

if TYPE_CHECKING:
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
        lon, lat = _columns(titles, name)
        places, cells = [], []
        for row in reader:
            if any(cell.strip() for cell in row):
                places.append(reader.line_num)
                cells.append(row)
    except csv.Error as error:
        why = f"line {reader.line_num:,}: {error}"
        raise TrackError(messages.TRACK_DAMAGED.format(name=name, form="CSV", why=why)) from error
    _check_ships(titles, cells, name)
    width = len(titles)
    wide = {
        at for at, row in enumerate(cells)
        if len(row) > width and any(cell.strip() for cell in row[width:])
    }  # fmt: skip
    for at in wide:
        cells[at] = []
    time = _find(titles, _TIME)
    return Rows(
        lon=_column(cells, lon),
        lat=_column(cells, lat),
        place=places,
        times=_column(cells, time) if time >= 0 else (),
        counts="line",
        wide=frozenset(wide),
    )


def _columns(titles: Sequence[str], name: str) -> tuple[int, int]:
    lon, lat = find_degrees(titles)
    lacking = [word for word, at in (("lon", lon), ("lat", lat)) if at < 0]
    if lacking:
        raise TrackError(messages.TRACK_COLUMNS.format(name=name, lacking=", ".join(lacking)))
    return lon, lat


def _find(titles: Sequence[str], pattern: re.Pattern[str]) -> int:
    return next((at for at, title in enumerate(titles) if pattern.fullmatch(title)), -1)


def _column(cells: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at].strip() if at < len(row) else "" for row in cells]


def _check_ships(titles: Sequence[str], cells: Sequence[Sequence[str]], name: str) -> None:
    """Refuse the points of several ships: the line through them would be of none."""
    at = _find(titles, _SHIP)
    ships = {cell for cell in _column(cells, at) if cell} if at >= 0 else set()
    if len(ships) > 1:
        raise TrackError(
            messages.TRACK_SHIPS.format(name=name, count=len(ships), column=titles[at])
        )

"""Read the tables of lines and baselines row by row: a wrong row is named, never passed over."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from geo.errors import ZoneError
from geo.geodesy import GEOD, METRES_PER_NM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_DEGREES = {"lat": 90.0, "lon": 180.0, "centre_lat": 90.0, "centre_lon": 180.0, "from_lat": 90.0}
_OPTIONAL = {"centre_lat", "centre_lon", "from_lat"}


def read_rows(
    path: Path, columns: Sequence[str], *, words: Mapping[str, Sequence[str]], longest_nm: float
) -> pd.DataFrame:
    """Return a table of points along lines, with numbers for degrees.

    Parameters
    ----------
    columns
        The columns that the table must have.
    words
        By column, the words that may stand in it.
    longest_nm
        How far two points of a line may lie apart, in nautical miles: a wrong digit shows there.

    Raises
    ------
    ZoneError
        The table cannot be read or a row breaks a rule; the message names file, line, row, place
        and rule.
    """
    try:
        table = pd.read_csv(path, keep_default_na=False, dtype=str, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ZoneError(f"{path.name} cannot be read ({error}).") from error
    if missing := [column for column in columns if column not in table.columns]:
        raise ZoneError(f"{path.name} lacks {', '.join(missing)}; its first row names the columns.")
    for problem in _problems(table, words):
        raise ZoneError(f"{path.name}: {problem}")
    numbers = [column for column in _DEGREES if column in table.columns]
    made = table.assign(**{name: pd.to_numeric(table[name]) for name in numbers})
    for problem in _leaps(made, longest_nm):
        raise ZoneError(f"{path.name}: {problem}")
    return made


def _problems(table: pd.DataFrame, words: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for number, row in enumerate(table.to_dict("records"), start=2):
        where = f"`{row['line']}`, row {number}"
        if not str(row["line"]).strip():
            yield f"row {number} names no line."
        if not str(row["seq"]).isdigit():
            yield f"{where}: seq is {row['seq']!r}; it must be a whole number."
        for column, most in _DEGREES.items():
            value = row.get(column, "")
            if not _is_degrees(str(value), most) and (value != "" or column not in _OPTIONAL):
                yield f"{where}: {column} is {value!r}; it must be degrees, {-most:g} to {most:g}."
        for column, known in words.items():
            if row[column] not in known:
                allowed = ", ".join(filter(None, known))
                yield f"{where}: {column} is {row[column]!r}; it must be one of {allowed}."


def _is_degrees(text: str, most: float) -> bool:
    try:
        return abs(float(text)) <= most
    except ValueError:
        return False


def _leaps(table: pd.DataFrame, longest_nm: float) -> Iterator[str]:
    """Yield a message for each pair of neighbours on a line that lie too far apart."""
    for line, rows in table.groupby("line", sort=False):
        if "to_next" in rows and set(rows["to_next"]) == {"islet"}:
            continue
        places = rows[["lon", "lat"]].to_numpy(float).tolist()
        for index, (before, after) in enumerate(pairwise(places)):
            nm = GEOD.inv(*before, *after)[2] / METRES_PER_NM
            if nm > longest_nm:
                row = int(str(rows.index[index + 1])) + 2
                yield (
                    f"`{line}`, row {row}: the point {after[1]:.4f}, {after[0]:.4f} lies {nm:,.0f} "
                    f"nm from the one before; {longest_nm:,.0f} nm is the most."
                )

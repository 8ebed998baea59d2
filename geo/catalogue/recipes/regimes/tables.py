"""The tables of areas of rules, read and checked.

`regimes.csv` has one row for each feature; `areas.csv` has the points of its outlines,
`sources.csv` the sources by key. In a cell, `|` separates several values.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from geo.catalogue.schema import NATION, ROLES, SLUG, is_day
from geo.errors import ZoneError

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
REGIMES, AREAS, SOURCES = "regimes.csv", "areas.csv", "sources.csv"
PATHS = ("geodesic", "rhumb", "parallel", "meridian")
BASES = ("source", "worked out", "land", "far")
_OWED = ("name", "type", "instrument", "confidence", "note", "sources", "precision")
_LEAST_POINTS = 3


@dataclass(frozen=True)
class Tables:
    """The three tables.

    Attributes
    ----------
    regimes
        The rows of `regimes.csv`, in their order.
    areas
        Outline to its points: `lat` and `lon` in degrees (WGS 84) and the `path` to the next one;
        the last one leads back to the first.
    sources
        Key to the fields of a source.
    """

    regimes: tuple[Mapping[str, str], ...]
    areas: Mapping[str, pd.DataFrame]
    sources: Mapping[str, Mapping[str, str]]


def listed(row: Mapping[str, str], column: str) -> list[str]:
    """Return the values of a cell."""
    return [value for value in row[column].split("|") if value]


def read_tables(folder: Path = HERE) -> Tables:
    """Read and check the tables.

    Parameters
    ----------
    folder
        Where the three tables are.

    Raises
    ------
    ZoneError
        A table cannot be read, or a row breaks a rule; the message names file, id, row and rule.
    """
    points, sources, rows = (_read(folder / name) for name in (AREAS, SOURCES, REGIMES))
    areas = {str(name): _points(part) for name, part in points.groupby("area", sort=False)}
    by_key = {row["key"]: row for row in _records(sources)}
    regimes = _records(rows)
    known = {row["id"] for row in regimes}
    for number, row in enumerate(regimes, start=2):
        _check(row, number, areas=set(areas), sources=set(by_key), regimes=known)
    if len(known) < len(regimes):
        raise ZoneError(f"{REGIMES}: an id stands in two rows; each needs one of its own.")
    return Tables(tuple(regimes), areas, by_key)


def _read(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, keep_default_na=False, dtype=str)
    except (OSError, ValueError) as error:
        raise ZoneError(f"{path.name}: cannot be read ({error}).") from error


def _records(table: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(k): str(v) for k, v in row.items()} for row in table.to_dict("records")]


def _points(part: pd.DataFrame) -> pd.DataFrame:
    """Return the points of one outline with numbers for degrees."""
    for index, row in part.iterrows():
        where = f"{AREAS}: `{row['area']}`, row {int(str(index)) + 2}"
        for column, most in (("lat", 90.0), ("lon", 180.0)):
            try:
                value = float(row[column])
            except ValueError:
                value = float("nan")
            if not abs(value) <= most:
                raise ZoneError(
                    f"{where}: {column} is {row[column]!r}; it must be degrees from -{most:g} to "
                    f"{most:g}."
                )
        for column, words in (("path", PATHS), ("basis", BASES)):
            if row[column] not in words:
                raise ZoneError(
                    f"{where}: {column} is {row[column]!r}; it must be one of {', '.join(words)}."
                )
    if len(part) < _LEAST_POINTS:
        name, first = part["area"].iloc[0], int(str(part.index[0])) + 2
        raise ZoneError(f"{AREAS}: `{name}`, row {first}: an outline needs three points or more.")
    return part.astype({"lat": float, "lon": float})


def _check(
    row: Mapping[str, str],
    number: int,
    *,
    areas: set[str],
    sources: set[str],
    regimes: set[str],
) -> None:
    where = f"{REGIMES}: `{row['id']}`, row {number}"
    if not SLUG.match(row["id"]):
        raise ZoneError(f"{where}: the id must be lower-case words joined by hyphens.")
    if not is_day(row["last_checked"]):
        raise ZoneError(f"{where}: last_checked must be a day such as 2026-11-30.")
    if missing := [column for column in _OWED if not row[column].strip()]:
        raise ZoneError(f"{where}: {', '.join(missing)} must not be empty.")
    if not (row["adopted"] or row["in_force"] or row["more"]):
        raise ZoneError(f"{where}: adopted, in_force or more must say when.")
    for entry in listed(row, "nations"):
        nation, _, role = entry.partition(" ")
        if not NATION.match(nation) or role not in ROLES:
            raise ZoneError(
                f"{where}: nations has {entry!r}; it must be a code of two capitals and a role "
                f"({', '.join(ROLES)})."
            )
    for column, known, file in (
        ("areas", areas, AREAS),
        ("sources", sources, SOURCES),
        ("parts", regimes - {row["id"]}, REGIMES),
    ):
        if unknown := set(listed(row, column)) - known:
            raise ZoneError(
                f"{where}: {column} has {', '.join(sorted(unknown))}, which {file} does not hold."
            )
    if not (listed(row, "areas") or listed(row, "zones") or listed(row, "parts")):
        raise ZoneError(f"{where}: areas, zones or parts must say where it applies.")

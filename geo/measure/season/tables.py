"""How tables of the season are read: rows of a CSV with known columns, or why there are none."""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING, TypeVar

from geo.catalogue.records import DATA
from geo.errors import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

FOLDER = DATA / "season"
Row = TypeVar("Row")


def read_rows(
    table: Path, columns: Sequence[str], row_of: Callable[[Mapping[str, str]], Row]
) -> tuple[tuple[Row, ...], str]:
    """Return the rows of a table and '', or none and what is wrong with it.

    Parameters
    ----------
    columns
        The columns that it must begin with, in their order.
    row_of
        Makes a row of its cells; it raises `ValueError` with what is wrong in them.
    """
    try:
        with table.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ())[: len(columns)] != tuple(columns):
                return (), f"{table.name} must begin with the columns {', '.join(columns)}."
            rows = tuple(row_of(_whole(row)) for row in reader)
    except FileNotFoundError:
        return (), f"{table.name} is missing."
    except (*DAMAGE, csv.Error) as error:
        return (), f"{table.name} is unreadable ({error})."
    return (rows, "") if rows else ((), f"{table.name} is empty.")


def positive(text: str) -> float:
    """Return a figure above zero, or raise `ValueError`."""
    value = float(text)
    if not (math.isfinite(value) and value > 0):
        raise ValueError(f"{text} is no figure above zero")
    return value


def _whole(row: Mapping[str, str]) -> Mapping[str, str]:
    if None in row or None in row.values():
        raise ValueError("a row is cut or too long")
    return row

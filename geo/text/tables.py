"""The tables in geo/text/data: comma-separated, one header row, every cell a string."""

import csv
from pathlib import Path

from geo.errors import LexiconError

DATA = Path(__file__).parent / "data"


def read_table(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    """Return the rows of a table by column name.

    Raises
    ------
    LexiconError
        When the table is missing or a row has too few or too many cells.
    """
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            rows = list(reader)
    except OSError as error:
        raise LexiconError(f"{name}: the table is missing from {folder.name}/.") from error
    broken = [number for number, row in enumerate(rows, 2) if len(row) != len(header)]
    if broken or not header:
        lines = ", ".join(map(str, broken[:10])) or "1"
        raise LexiconError(f"{name}: each row must have {len(header)} cells; see line {lines}.")
    return [dict(zip(header, row, strict=True)) for row in rows]

"""The tables in geo/text/data: comma-separated, one header row, every cell a string."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from geo.characters import REPLACEMENT
from geo.errors import LexiconError

DATA = Path(__file__).parent / "data"
_REST = "Complete rows are still used; restore it from the repository."


def read_table(
    name: str,
    folder: Path = DATA,
    *,
    columns: Iterable[str] = (),
    problems: list[str] | None = None,
) -> list[dict[str, str]]:
    """Return the rows of a table by column name.

    Parameters
    ----------
    columns
        What the header must hold.
    problems
        If a list is given, nothing is raised: messages are added to it, and the valid rows are
        returned (none if the header is invalid).

    Raises
    ------
    LexiconError
        When the table is missing, is not UTF-8, lacks a column, or a row has too few or too many
        cells.
    """
    wrong: list[str] = []
    header, *rows = _cells(folder / name, wrong) or [[]]
    if not wrong and (lacking := [column for column in columns if column not in header]):
        wrong.append(f"{name}: the columns {', '.join(lacking)} are missing.")
    broken = [number for number, row in enumerate(rows, 2) if not _is_whole(row, header)]
    if not wrong and (broken or not header):
        lines = ", ".join(map(str, broken[:10])) or "1"
        wrong.append(f"{name}: each row must have {len(header)} cells; see line {lines}.")
    if wrong and problems is None:
        raise LexiconError("\n".join(wrong))
    if problems is not None:
        problems += [f"{sentence} {_REST}" for sentence in wrong]
    if not set(columns) <= set(header):
        return []
    return [dict(zip(header, row, strict=True)) for row in rows if _is_whole(row, header)]


def _cells(path: Path, wrong: list[str]) -> list[list[str]]:
    """Return a table's rows, the header first, as far as they can be read."""
    try:
        raw = path.read_bytes()
    except OSError:
        wrong.append(f"{path.name}: the table is missing from {path.parent.name}/.")
        return []
    text = raw.decode("utf-8", "replace")
    if REPLACEMENT in text:
        wrong.append(f"{path.name}: the table is not all UTF-8.")
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows.append(row)  # noqa: PERF402  the rows before an error are kept
    except csv.Error as error:
        wrong.append(f"{path.name}: the table cannot be read after line {len(rows)} ({error}).")
    return rows


def _is_whole(row: list[str], header: list[str]) -> bool:
    """Whether a row fits its header; a cell with a line end has swallowed the next rows."""
    damaged = any(REPLACEMENT in cell or "\n" in cell or "\0" in cell for cell in row)
    return len(row) == len(header) and not damaged

"""The tables of the law, of published windows and of the lapsed rule, as they are shipped.

In `geo/catalogue/data/season/`, all CSV in UTF-8:

- `canada_zone_dates.csv`: SOR/2017-286, schedule 1. `category` (14), `zone` (1 to 16), `from` and
  `to` (MM-DD, empty where there is no entry), `status` (all year, window, no entry), `text` as in
  the regulations; one cell stands there in French.
- `canada_ice_class_equivalents.csv`: schedule 2. `type`, and a column for each society.
- `nsr_windows.csv`: what was published of the Northern Sea Route. `what`, `who`, `period` (year or
  years), `from`, `to`, `status` (published, lapsed), `publisher`, `source`, `confidence`, `note`.
  Lengths of a season without its days (141 days in 2011, 47 in 2013) are no windows and left out.
- `russia_admission_2013.csv`: the first part of the admission table of 2013, kept as history; what
  it allowed by ice class, sea and ice. Nothing is computed from it.
- `law_sources.csv`: the source of each table of Canadian law.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from geo import messages
from geo.catalogue.records import DATA
from geo.measure.season.days import Span, read_day
from geo.measure.season.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FOLDER = "season"
DATES, CLASSES = "canada_zone_dates.csv", "canada_ice_class_equivalents.csv"
PUBLISHED, SOURCES = "nsr_windows.csv", "law_sources.csv"
_DATE_COLUMNS = ("category", "zone", "from", "to", "status", "text")
_WINDOW_COLUMNS = (
    *("what", "who", "period", "from", "to", "status"),
    *("publisher", "source", "confidence", "note"),
)
_SOURCE_COLUMNS = (
    *("table", "title", "publisher", "as_of", "retrieved"),
    *("licence", "confidence", "note"),
)
_NO_ENTRY = "no entry"
_ZONES = range(1, 17)
FSICR, IACS = (
    "Finnish-Swedish Ice Class Rules (FSICR)",
    "International Association of Classification Societies (IACS)",
)
REGISTER = "Russian Maritime Register of Shipping"
_BLANK = {"", "–", "-"}
_Row = TypeVar("_Row")


class ZoneDate(NamedTuple):
    """When ships of one category may be in one zone; `span` is None where they may not."""

    category: str
    zone: int
    span: Span | None
    text: str


class Published(NamedTuple):
    """A window of the Northern Sea Route that somebody published, or that a lapsed rule had."""

    what: str
    who: str
    period: str
    span: Span
    is_lapsed: bool
    publisher: str
    source: str
    confidence: str
    note: str


class LawSource(NamedTuple):
    """Where a table of law is from, as of when, and how sure."""

    title: str
    publisher: str
    as_of: str
    retrieved: str
    confidence: str
    note: str


def read_zone_dates(folder: Path = DATA) -> tuple[tuple[ZoneDate, ...], str]:
    """Return the dates by category and zone, and why there are none ('' if the table is valid)."""
    return _read(folder, DATES, _DATE_COLUMNS, _zone_date)


def read_published_windows(folder: Path = DATA) -> tuple[tuple[Published, ...], str]:
    """Return the published windows in the table's order, and why there are none ('' if valid)."""
    return _read(folder, PUBLISHED, _WINDOW_COLUMNS, _published)


def read_notations(folder: Path = DATA) -> Mapping[str, Mapping[str, str]]:
    """Return what societies call each type: by type, then by society; empty without the table."""
    rows, _ = _read(folder, CLASSES, ("type",), dict)
    return {row["type"].partition(" (")[0]: row for row in rows}


def read_law_sources(folder: Path = DATA) -> Mapping[str, LawSource]:
    """Return the source of each table of law, by the table's name; empty without the table."""
    rows, _ = _read(folder, SOURCES, _SOURCE_COLUMNS, dict)
    return {
        row["table"]: LawSource(
            row["title"], row["publisher"], row["as_of"],
            row["retrieved"], row["confidence"], row["note"],
        )
        for row in rows
    }  # fmt: skip


def _read(
    folder: Path, name: str, columns: tuple[str, ...], make: Callable[[Mapping[str, str]], _Row]
) -> tuple[tuple[_Row, ...], str]:
    """Return the rows of a table that begins with these columns, and why there are none."""
    rows, reason = read_rows(folder / FOLDER / name, columns, make)
    return rows, messages.LAW_TABLE_MISSING.format(reason=reason) if reason else ""


def _zone_date(row: Mapping[str, str]) -> ZoneDate:
    zone = int(row["zone"])
    if zone not in _ZONES:
        raise ValueError(f"{zone} is no zone")
    is_shut = row["status"] == _NO_ENTRY
    span = None if is_shut else Span(read_day(row["from"]), read_day(row["to"]))
    return ZoneDate(row["category"], zone, span, row["text"])


def _published(row: Mapping[str, str]) -> Published:
    return Published(
        row["what"], row["who"], row["period"], Span(read_day(row["from"]), read_day(row["to"])),
        row["status"] == "lapsed",
        row["publisher"], row["source"], row["confidence"], row["note"],
    )  # fmt: skip


def notation(of_type: Mapping[str, str]) -> str:
    """Return what a reader may know a type by: `PC1 to PC7, 1A Super, Arc5`.

    The Polar Code's classes, the Baltic one, and the newest of the Russian register.
    """
    newest = of_type.get(REGISTER, "").rpartition(" or ")[2].replace(" ", "")
    names = (of_type.get(IACS, ""), of_type.get(FSICR, ""), newest)
    return ", ".join(name for name in names if name not in _BLANK)

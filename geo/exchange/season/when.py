"""The calendar as a file: a row for each way and category, and for each published window.

Columns: `route`, `variant`, `category`, `known_as` (what societies call the type), `zones` (in
order of first entry), `from`, `to` (MM-DD, empty without a day; a window of two spans is two rows),
`days` (of the whole window), `deciding` (zones that set its ends, or shut it), `nm_by_zone`,
`kind` (law, published, lapsed), `source`, `confidence` (how it was checked), `licence`, and where
and when the file was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.catalogue.records import DATA
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.tables import made_line
from geo.measure.season.days import written
from geo.measure.season.law import ROUTE, Window, load_law
from geo.measure.season.law_tables import (
    DATES,
    notation,
    read_law_sources,
    read_notations,
    read_published_windows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

COLUMNS = (
    *("route", "variant", "category", "known_as", "zones", "from", "to", "days"),
    *("deciding", "nm_by_zone", "kind", "source"),
    *("confidence", "licence", "address", "made"),
)
_PUBLISHED_ROUTE = "nsr"


def when_csv(*, folder: Path = DATA, address: str = "", day: date | None = None) -> bytes:
    """Return every window of the calendar as a table, UTF-8 with a BOM.

    Parameters
    ----------
    address, day
        Where and when it was made.
    """
    of_file: dict[str, Cell] = {
        "licence": messages.LICENCE_NOTE,
        "address": address,
        "made": made_line(day),
    }
    return sheet_csv(COLUMNS, (row | of_file for row in when_rows(folder=folder)))


def when_rows(*, folder: Path = DATA) -> Iterator[dict[str, Cell]]:
    """Yield every window by column: those of law in the order of ways, then the published ones."""
    source = read_law_sources(folder).get(DATES)
    cited = f"{source.title}, {source.as_of}; {source.note}" if source else ""
    sure = source.confidence if source else ""
    notations = read_notations(folder)
    for window in load_law(folder).windows:
        known = notation(notations.get(window.category, {}))
        row = law_row(window) | {"known_as": known, "source": cited, "confidence": sure}
        for span in window.spans or (None,):
            ends: dict[str, Cell] = {}
            if span:
                ends = {"from": written(span.first), "to": written(span.last)}
            yield row | ends
    for one in read_published_windows(folder)[0]:
        yield {
            "route": _PUBLISHED_ROUTE,
            "category": f"{one.what} ({one.who})" if one.who else one.what,
            "known_as": one.period,
            "from": written(one.span.first),
            "to": written(one.span.last),
            "days": one.span.days,
            "kind": messages.WINDOWS_KIND[one.is_lapsed],
            "source": one.source,
            "confidence": one.confidence,
        }


def law_row(window: Window) -> dict[str, Cell]:
    """Return what the law gives a category on a way, by column, without its ends."""
    return {
        "route": ROUTE,
        "variant": window.variant,
        "category": window.category,
        "zones": "-".join(str(one.zone) for one in window.zones),
        "days": window.days,
        "deciding": "; ".join(map(str, window.deciding)),
        "nm_by_zone": "; ".join(f"{one.zone}: {one.nm:.1f}" for one in window.zones),
        "kind": messages.LAW_KIND,
    }

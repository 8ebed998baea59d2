"""The normal of ice along the routes as a file: a row for each piece of a way.

Columns: `feature`, `variant`, `from_nm`, `to_nm` (nautical miles from the way's beginning),
`jan` to `dec` (mean concentration in per cent), `source`, `confidence`, and what is of the file.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from geo import messages
from geo.catalogue.sea_ice import MONTHS
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.tables import made_line
from geo.measure.season.ice import IceAlong, Strip

COLUMNS = (
    *("feature", "variant", "from_nm", "to_nm", *MONTHS),
    *("source", "confidence", "licence", "address", "made"),
)


def ice_csv(along: IceAlong, *, address: str = "", day: date | None = None) -> bytes:
    """Return the pieces of every way in the table, UTF-8 with a BOM.

    Parameters
    ----------
    address, day
        Where and when it was made.
    """
    of_file: dict[str, Cell] = {
        "source": messages.ICE_SOURCE,
        "confidence": messages.ICE_CONFIDENCE,
        "licence": messages.LICENCE_NOTE,
        "address": address,
        "made": made_line(day),
    }
    pieces = (row for strip in along.strips() for row in _rows_of(strip))
    return sheet_csv(COLUMNS, [row | of_file for row in pieces])


def _rows_of(strip: Strip) -> Iterator[dict[str, Cell]]:
    for at, (start, end) in enumerate(pairwise(strip.ends_nm)):
        row: dict[str, Cell] = {"feature": strip.feature, "variant": strip.variant}
        row |= {"from_nm": float(start), "to_nm": float(end)}
        yield row | {name: float(strip.ice_percent[one, at]) for one, name in enumerate(MONTHS)}

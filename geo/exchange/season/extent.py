"""The extents of the sea ice as a table: a row for each month, with what it rests on."""

from datetime import date

from geo import messages
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.tables import made_line
from geo.measure.season.extent import Extents

COLUMNS = (
    *("year", "month", "extent_million_km2", "mean_1981_2010", "rank_from_lowest"),
    *("index_version", "source", "confidence", "licence", "address", "made"),
)


def extent_csv(extents: Extents, *, address: str = "", day: date | None = None) -> bytes:
    """Return every month that has a figure, UTF-8 with a BOM.

    `rank_from_lowest` is among the same months of all years, 1 for the lowest.

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
    rows = []
    for (year, month), extent in sorted(extents.months.items()):
        normal, rank = extents.normal(month), extents.rank(year, month)
        source = extents.sources[extent.source]
        row: dict[str, Cell] = {
            "year": year,
            "month": month,
            "extent_million_km2": extent.million_km2,
            "index_version": source.version,
            "source": source.source,
            "confidence": source.confidence,
        }
        if normal is not None:
            row["mean_1981_2010"] = round(normal, 3)
        if rank is not None:
            row["rank_from_lowest"] = rank.place
        rows.append(row | of_file)
    return sheet_csv(COLUMNS, rows)

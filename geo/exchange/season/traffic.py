"""The counts of traffic as a table: a row for each subject, year and counter."""

from datetime import date

from geo import messages
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.tables import made_line
from geo.measure.season.traffic import Traffic

COLUMNS = (
    *("subject", "name", "year", "counter", "value", "unit", "until", "drawn"),
    *("confidence", "source", "note", "licence", "address", "made"),
)


def traffic_csv(traffic: Traffic, *, address: str = "", day: date | None = None) -> bytes:
    """Return every count, UTF-8 with a BOM; both where counters differ.

    `drawn` says which count of a subject and year comes first.

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
    for count in traffic.counts:
        row: dict[str, Cell] = {
            "subject": count.subject,
            "name": messages.SEASON_SUBJECTS.get(count.subject, count.subject),
            "year": count.year,
            "counter": count.counter,
            "value": count.value,
            "unit": count.unit,
            "until": count.until.isoformat() if count.until else "",
            "drawn": "first" if traffic.first(count.subject, count.year) is count else "other",
            "confidence": count.confidence,
            "source": count.source,
            "note": count.note,
        }
        rows.append(row | of_file)
    return sheet_csv(COLUMNS, rows)

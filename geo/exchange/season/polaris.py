"""The POLARIS sum as a table: a row for each type of ice, with the sum and what it allows."""

from datetime import date

from geo import messages
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.tables import made_line
from geo.markup.season.polaris import ice_name
from geo.measure.season.polaris import Assessment, Polaris

COLUMNS = (
    *("ice_class", "ice_type", "ice", "tenths", "value", "product"),
    *("sum", "level", "speed_kn", "sum_escorted", "level_escorted", "speed_kn_escorted"),
    *("note", "sources", "confidence", "licence", "address", "made"),
)


def polaris_csv(
    polaris: Polaris, found: Assessment, *, address: str = "", day: date | None = None
) -> bytes:
    """Return the sum of a mix of ice, UTF-8 with a BOM.

    Parameters
    ----------
    address, day
        Where and when it was made, for the columns `address` and `made`.
    """
    of_all: dict[str, Cell] = {
        "ice_class": found.ice_class.id,
        "sum": found.alone.total,
        "level": found.alone.level,
        "speed_kn": _knots(found.alone.speed_kn),
        "sum_escorted": found.escorted.total,
        "level_escorted": found.escorted.level,
        "speed_kn_escorted": _knots(found.escorted.speed_kn),
        "note": messages.POLARIS_CAVEAT,
        "sources": " | ".join(polaris.sources),
        "confidence": " | ".join(polaris.sources.values()),
        "licence": messages.LICENCE_NOTE,
        "address": address,
        "made": made_line(day),
    }
    rows = (
        {
            **of_all,
            "ice_type": share.ice_type,
            "ice": ice_name(share.ice_type, polaris.ice[share.ice_type]),
            "tenths": share.tenths,
            "value": share.value,
            "product": share.tenths * share.value,
        }
        for share in found.shares
    )
    return sheet_csv(COLUMNS, rows)


def _knots(speed_kn: float | None) -> Cell:
    return "" if speed_kn is None else speed_kn

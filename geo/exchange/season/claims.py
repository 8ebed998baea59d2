"""The numbers of articles as a table: a row for each claim, with what stands beside it."""

from collections.abc import Callable, Iterable
from datetime import date

from geo import messages
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.tables import made_line
from geo.markup.season.claim_words import all_beside, reason_words, verdict_words
from geo.markup.season.claims import Checked

COLUMNS = (
    *("article", "date", "passage", "quote", "subject", "subject_name", "quantity", "low", "high"),
    *("unit", "year", "beside", "verdict", "verdict_words", "gap", "reason"),
    *("rule", "address", "made"),
)


def claims_csv(
    checked: Iterable[Checked],
    name_of: Callable[[str], str],
    *,
    address: str = "",
    day: date | None = None,
) -> bytes:
    """Return every claim that was read, UTF-8 with a BOM.

    `low` and `high` are in `unit` and empty where the claim is open on that side; `gap` is from the
    nearer end; `verdict` is agrees, differs or unknown; `rule` names what read the number.

    Parameters
    ----------
    address, day
        Where and when it was made.
    """
    of_file: dict[str, Cell] = {"address": address, "made": made_line(day)}
    return sheet_csv(COLUMNS, (_row(one, name_of) | of_file for one in checked))


def _row(one: Checked, name_of: Callable[[str], str]) -> dict[str, Cell]:
    claim, check = one.claim, one.check
    row: dict[str, Cell] = {
        "article": one.article.headline,
        "date": one.article.date.isoformat() if one.article.date else "",
        "passage": claim.passage,
        "quote": "".join(one.quote),
        "subject": claim.subject,
        "subject_name": name_of(claim.subject),
        "quantity": messages.CLAIMS_QUANTITIES[claim.quantity],
        "unit": claim.unit,
        "beside": all_beside(check),
        "verdict": check.verdict,
        "verdict_words": verdict_words(check, claim.unit),
        "reason": reason_words(check),
        "rule": claim.rule,
    }
    numbers = {"low": claim.low, "high": claim.high, "year": claim.year, "gap": check.gap or None}
    return row | {name: _plain(value) for name, value in numbers.items() if value is not None}


def _plain(value: float) -> Cell:
    """Return a number without a point where it is whole."""
    return int(value) if value == int(value) else value

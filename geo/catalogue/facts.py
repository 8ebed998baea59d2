"""How old the facts are: which were checked longest ago, and what counts as long ago."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MINYEAR, date
from pathlib import Path

from geo.catalogue.records import DATA, Feature, features_by_file
from geo.errors import DateError

_MONTHS = 12


def oldest_first(
    folder: Path = DATA, *, before: date | None = None
) -> Iterator[tuple[str, Feature]]:
    """Yield file name and feature, what was checked longest ago first.

    What was checked on the same day comes in the order of the files. A broken file or feature is
    left out, as by `geo.catalogue.records.load_features`.

    Parameters
    ----------
    before
        Leave out what was checked on this day or later.
    """
    found = [(file, one) for file, features in features_by_file(folder).items() for one in features]
    for file, feature in sorted(found, key=lambda pair: pair[1].last_checked):
        if before is None or date.fromisoformat(feature.last_checked) < before:
            yield file, feature


def span_of(features: Iterable[Feature]) -> tuple[str, str]:
    """Return the first and the last day on which any of these was last checked; '' for none."""
    days = sorted(feature.last_checked for feature in features if feature.last_checked)
    return (days[0], days[-1]) if days else ("", "")


def months_before(day: date, months: int) -> date:
    """Return the same day of an earlier month, or the last of that month if it is shorter.

    Raises
    ------
    DateError
        The calendar does not reach back so far.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    if year < MINYEAR:
        raise DateError(f"{months} months before {day.isoformat()} is before the year {MINYEAR}.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

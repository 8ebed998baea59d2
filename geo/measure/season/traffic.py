"""Who sails: cargo, transits and ships by year, each with who counts, never averaged.

`season/traffic_counts.csv` was written by hand from a collection of published counts, one row for
each subject, year and counter; the first row of a subject and year is the one that is drawn, the
others stand beside it. `confidence` is `checked` where a source was seen, `recalled` where only
memory says so, `derived` where it was reckoned from another figure, `not seen` where a note gives
figure and counter, and the publication was not seen. `until` is the last day of a count that ends
before its year does. Subjects, with their units:

- cargo, transit_cargo, container_cargo, cargo_expected (million tonnes, Northern Sea Route);
- transits, transits_whole_length, containers (voyages);
- ships (different ones in the Polar Code area in a year), distance (million nm sailed there).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from geo import messages
from geo.measure.season.tables import FOLDER, positive, read_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

TABLE = "traffic_counts.csv"
COLUMNS = (
    *("subject", "year", "counter", "value", "unit"),
    *("source", "confidence", "until", "note"),
)
CHECKED = "checked"
DERIVED = "derived"
CONFIDENCES = (CHECKED, "recalled", DERIVED, "not seen")
DRAWN = ("cargo", "transits")
"""The subjects that are drawn as columns."""
NOBODY = ("not stated", DERIVED)
"""What stands in place of a counter where nobody is named."""
NOBODY_MARK, UNSEEN_MARK = "–", "?"
DECIMALS = {"cargo": 1, "transit_cargo": 1, "transits": 0, "ships": 0}
"""With how many decimals a subject is printed: counts that print alike are not told apart."""
CARGO_SINCE = 2014
"""Total cargo of earlier years is only recalled, and not drawn."""


class Count(NamedTuple):
    """One figure of one counter; `until` is None where it is of the whole year."""

    subject: str
    year: int
    counter: str
    value: float
    unit: str
    source: str
    confidence: str
    until: date | None
    note: str

    @property
    def is_seen(self) -> bool:
        """Whether a source was seen that prints it."""
        return self.confidence == CHECKED


@dataclass(frozen=True)
class Traffic:
    """The table, in its order."""

    counts: tuple[Count, ...]

    def of(self, subject: str, year: int | None = None) -> tuple[Count, ...]:
        """Return the counts of a subject, of all years unless stated."""
        return tuple(
            count
            for count in self.counts
            if count.subject == subject and year in {None, count.year}
        )

    def first(self, subject: str, year: int) -> Count | None:
        """Return the count that is drawn for a subject and year, None where there is none."""
        return next(iter(self.of(subject, year)), None)

    def others(self, subject: str, year: int) -> tuple[Count, ...]:
        """Return the other counts that print differently from the first, each figure once."""
        first, *others = self.of(subject, year) or (None,)
        shown = {_printed(first)} if first else set()
        found: list[Count] = []
        for count in filter(None, others):
            if _printed(count) not in shown:
                shown.add(_printed(count))
                found.append(count)
        return tuple(found)

    def years(self, subject: str) -> tuple[int, ...]:
        """Return the years of a subject, in order."""
        return tuple(sorted({count.year for count in self.of(subject)}))

    def drawn_years(self, subject: str) -> tuple[int, ...]:
        """Return the years of a subject that are drawn, in order."""
        return tuple(
            year for year in self.years(subject) if subject != "cargo" or year >= CARGO_SINCE
        )

    @property
    def counter_marks(self) -> dict[str, str]:
        """The letter of each counter of the columns, by which a column says who counted it.

        It is the first letter of the name that no counter before it has, `NOBODY_MARK` where nobody
        is named.
        """
        marks: dict[str, str] = {}
        for subject in DRAWN:
            for year in self.drawn_years(subject):
                for count in (self.first(subject, year), *self.others(subject, year)):
                    if count and count.counter not in marks:
                        marks[count.counter] = _mark(count.counter, marks.values())
        return marks

    @property
    def has_differences(self) -> bool:
        """Whether two counters differ over cargo or transits of a year that is drawn."""
        return any(
            self.others(subject, year)
            for subject in ("cargo", "transits")
            for year in self.years(subject)
        )


def _mark(counter: str, taken: Collection[str]) -> str:
    if counter in NOBODY:
        return NOBODY_MARK
    letters = (letter.upper() for letter in counter if letter.isalpha())
    return next((letter for letter in letters if letter not in taken), counter)


def _printed(count: Count) -> str:
    return f"{count.value:.{DECIMALS.get(count.subject, 3)}f}"


def read_traffic(folder: Path = FOLDER) -> tuple[Traffic | None, str]:
    """Return the table and '', or None and why it cannot be shown."""
    rows, wrong = read_rows(folder / TABLE, COLUMNS, _count)
    if wrong:
        return None, messages.SEASON_TRAFFIC_MISSING.format(reason=wrong)
    return Traffic(rows), ""


def _count(row: Mapping[str, str]) -> Count:
    if row["confidence"] not in CONFIDENCES:
        raise ValueError(f"{row['confidence']} is no confidence")
    return Count(
        row["subject"],
        int(row["year"]),
        row["counter"],
        positive(row["value"]),
        row["unit"],
        row["source"],
        row["confidence"],
        date.fromisoformat(row["until"]) if row["until"] else None,
        row["note"],
    )


SERIES_COLUMNS = (
    *("year", "value", "seen", "counter", "mark"),
    *("other", "other_counter", "other_mark"),
)


def series_frame(traffic: Traffic, subject: str) -> pd.DataFrame:
    """Return a subject by year: year, value, seen, counter, mark, other, other_counter, other_mark.

    `other` is the first other count that prints differently, missing where there is none. A mark is
    the counter's letter, with `UNSEEN_MARK` where no source was seen. Cargo begins where it was
    checked.
    """
    rows, marks = [], traffic.counter_marks

    def mark_of(count: Count | None) -> str:
        if count is None:
            return ""
        return f"{marks.get(count.counter, '')}{'' if count.is_seen else UNSEEN_MARK}"

    for year in traffic.drawn_years(subject):
        first = traffic.first(subject, year)
        if first is None:
            continue
        other = next(iter(traffic.others(subject, year)), None)
        rows.append(
            {
                "year": year,
                "value": first.value,
                "seen": first.is_seen,
                "counter": first.counter,
                "mark": mark_of(first),
                "other": other.value if other else None,
                "other_counter": other.counter if other else "",
                "other_mark": mark_of(other),
            }
        )
    return pd.DataFrame(rows, columns=SERIES_COLUMNS)

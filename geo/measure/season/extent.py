"""The extent of the Arctic sea ice by month: two years, their normal, the trend, a month's rank.

`season/sea_ice_extent.csv` holds NSIDC's Sea Ice Index (G02135) from November 1978 to February
2025 and September 2025, in million square kilometres; `season/sea_ice_sources.csv` says what each
figure rests on. Months to 2020 are of version 3.0 (monthly), from 2021 means of the daily values
of version 3.0 (for earlier months these differ from the monthly figures by at most 0.001, but for
August 1987), Septembers of version 4.0 (up to 0.03 beside 3.0). December 1987 and January 1988 are
missing, as the satellite was, and of 2025 all but three months: they stay gaps.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from geo import messages
from geo.measure.season.tables import FOLDER, positive, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

TABLE, SOURCES_TABLE = "sea_ice_extent.csv", "sea_ice_sources.csv"
COLUMNS = ("year", "month", "extent_million_km2", "source")
SOURCE_COLUMNS = ("id", "version", "source", "confidence")
MONTHS = range(1, 13)
SEPTEMBER = 9
NORMAL_YEARS = range(1981, 2011)
_DECADE = 10.0


class Extent(NamedTuple):
    """A month's mean extent in million square kilometres, and the id of its source."""

    year: int
    month: int
    million_km2: float
    source: str


class IceSource(NamedTuple):
    """What figures rest on: the index's version, where it is printed, how far it was checked."""

    id: str
    version: str
    source: str
    confidence: str


class Trend(NamedTuple):
    """A straight line through one month of all years, by least squares.

    `per_decade` is in million square kilometres each ten years, `years` the number of years.
    """

    per_decade: float
    years: int
    first: int
    last: int
    mean_year: float
    mean: float

    def at(self, year: float) -> float:
        """Return the line's extent in a year."""
        return self.mean + self.per_decade / _DECADE * (year - self.mean_year)


class Rank(NamedTuple):
    """How low a month is among the same months of all years: 1 is the lowest."""

    place: int
    among: int
    first: int


@dataclass(frozen=True)
class Extents:
    """The table: each month's extent by year and month, and what it rests on."""

    months: Mapping[tuple[int, int], Extent]
    sources: Mapping[str, IceSource]

    @property
    def years(self) -> tuple[int, ...]:
        """The years with at least one month, in order."""
        return tuple(sorted({year for year, _ in self.months}))

    @property
    def whole_years(self) -> range:
        """From the first year with all twelve months to the last, years with gaps among them."""
        full = [year for year in self.years if None not in self.of_year(year)]
        return range(full[0], full[-1] + 1) if full else range(0)

    def of(self, year: int, month: int) -> float | None:
        """Return a month's extent, None where the table has no figure."""
        found = self.months.get((year, month))
        return found.million_km2 if found else None

    def of_year(self, year: int) -> list[float | None]:
        """Return the twelve months of a year."""
        return [self.of(year, month) for month in MONTHS]

    def of_month(self, month: int, years: Iterable[int] | None = None) -> dict[int, float]:
        """Return one month by year, of all years unless stated; years without it are left out."""
        asked = self.years if years is None else years
        values = {year: self.of(year, month) for year in asked}
        return {year: value for year, value in values.items() if value is not None}

    def normal(self, month: int) -> float | None:
        """Return the mean of 1981 to 2010 of a month."""
        values = list(self.of_month(month, NORMAL_YEARS).values())
        return sum(values) / len(values) if values else None

    @property
    def lowest(self) -> Extent:
        """The month with the smallest extent of all."""
        return min(self.months.values(), key=lambda month: month.million_km2)

    def rank(self, year: int, month: int) -> Rank | None:
        """Return how low a month is among its like; None where the table has no figure."""
        of_month = self.of_month(month)
        if year not in of_month:
            return None
        below = sum(value < of_month[year] for value in of_month.values())
        return Rank(below + 1, len(of_month), min(of_month))

    def trend(self, month: int = SEPTEMBER) -> Trend | None:
        """Return the line through one month of all years; None with fewer than three of them."""
        of_month = self.of_month(month)
        if len(of_month) < 3:  # noqa: PLR2004  two points are always on a line
            return None
        years, values = np.array([*of_month], float), np.array([*of_month.values()])
        slope = np.polyfit(years - years.mean(), values, 1)[0]
        return Trend(
            float(slope) * _DECADE,
            len(of_month),
            min(of_month),
            max(of_month),
            float(years.mean()),
            float(values.mean()),
        )


def read_extents(folder: Path = FOLDER) -> tuple[Extents | None, str]:
    """Return the table and '', or None and why it cannot be shown."""
    sources, wrong = read_rows(folder / SOURCES_TABLE, SOURCE_COLUMNS, _source)
    by_id = {source.id: source for source in sources}

    def month_of(row: Mapping[str, str]) -> Extent:
        month = int(row["month"])
        if month not in MONTHS or row["source"] not in by_id:
            raise ValueError(f"month {row['month']} or source {row['source']} does not exist")
        value = positive(row["extent_million_km2"])
        return Extent(int(row["year"]), month, value, row["source"])

    rows: tuple[Extent, ...] = ()
    if not wrong:
        rows, wrong = read_rows(folder / TABLE, COLUMNS, month_of)
    if wrong:
        return None, messages.SEASON_EXTENT_MISSING.format(reason=wrong)
    return Extents({(row.year, row.month): row for row in rows}, by_id), ""


def _source(row: Mapping[str, str]) -> IceSource:
    return IceSource(*(row[column] for column in SOURCE_COLUMNS))


def years_compared(extents: Extents, asked: Sequence[int] = ()) -> tuple[int, int]:
    """Return the two years to compare: those asked for that the table has, then the usual ones.

    The usual ones are the last whole year and the one with the lowest month of all; where these are
    the same, the year before.
    """
    years, whole = extents.years, extents.whole_years
    last = whole[-1] if whole else years[-1]
    lowest = extents.lowest.year
    usual = (last, lowest if lowest != last else last - 1, last - 1)
    wanted = [*(year for year in asked if year in years), *usual]
    first, second = [*dict.fromkeys(wanted)][:2]
    return first, second


def months_frame(extents: Extents, years: Sequence[int]) -> pd.DataFrame:
    """Return the months of some years that have a figure.

    Columns: year, month, extent, run, alone, is_lowest.

    `run` tells stretches without a gap from each other, `alone` is a month without neighbours: a
    line is drawn along a run, and a month alone as a point;
    `is_lowest` holds for the lowest month of the whole table.
    """
    rows: list[tuple[int, int, float, str]] = []
    for year in years:
        run = 0
        for month, value in enumerate(extents.of_year(year), start=1):
            if value is None:
                run += 1
            else:
                rows.append((year, month, value, f"{year}.{run}"))
    frame = pd.DataFrame(rows, columns=["year", "month", "extent", "run"])
    sizes = frame.groupby("run")["run"].transform("size")
    lowest = extents.lowest
    is_lowest = (frame["year"] == lowest.year) & (frame["month"] == lowest.month)
    return frame.assign(alone=sizes == 1, is_lowest=is_lowest)


def band_frame(extents: Extents) -> pd.DataFrame:
    """Return for each month the mean of 1981 to 2010, and the range of all whole years.

    Columns: month, mean, low, high.
    """
    rows = []
    for month in MONTHS:
        values = extents.of_month(month, extents.whole_years).values()
        rows.append((month, extents.normal(month), min(values), max(values)))
    return pd.DataFrame(rows, columns=["month", "mean", "low", "high"])


def septembers_frame(extents: Extents) -> pd.DataFrame:
    """Return September of each year: year, extent, run as in `months_frame`, and the trend's line.

    A September stands at .7 of its year, where its middle is.
    """
    of_month, trend = extents.of_month(SEPTEMBER), extents.trend()
    years = [*of_month]
    frame = pd.DataFrame({"year": years, "extent": [*of_month.values()]})
    gaps = frame["year"].diff().fillna(1) != 1
    line = pd.Series([trend.at(year) if trend else math.nan for year in years])
    return frame.assign(at=frame["year"] + 0.7, run=gaps.cumsum(), trend=line)

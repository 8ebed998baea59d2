"""Where the words of the season's charts stand; for the page and for print alike."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from geo import messages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pandas as pd

_LEFT_UNTIL, _BELOW_UNTIL, _RIGHT_FROM = 3, 6, 9
_BELOW_AT, _ABOVE_AT = 6.4, 15.9
_LEAST_APART = 1.55
_LATE, _EARLY, _NEAR = 6, 3, 9
_DECEMBER = 12
TOP_SEPTEMBER, DAY_WORDS_AT = 9.6, 9.2
"""The top of the scale of Septembers, and where a day's name stands: above all of them."""
_YEARS_ON = 12
"""How many years after the last September a day is still drawn among them."""


class PlacedLabel(NamedTuple):
    """A text at a place of the scales, with its bearing; `tone` says what it belongs to."""

    x: float
    y: float
    text: str
    align: str = "left"
    dx: float = 0
    dy: float = 0
    tone: str = ""


class MonthMark(NamedTuple):
    """The article's month in the chart of months; `extent` is None where there is no figure."""

    year: int
    month: int
    extent: float | None
    mean: float | None

    @property
    def align(self) -> str:
        """On which side of its line the words end."""
        is_left = self.month <= _LEFT_UNTIL or _BELOW_UNTIL < self.month < _RIGHT_FROM
        return "left" if is_left else "right"

    @property
    def words_at(self) -> float:
        """At which extent the words stand: where no curve passes in that season."""
        return _BELOW_AT if self.month <= _BELOW_UNTIL else _ABOVE_AT

    @property
    def line_top(self) -> float:
        """How far the line reaches up, to its point or to its words."""
        return max(self.extent or 0.0, self.words_at)

    @property
    def words(self) -> str:
        """The month and its figure."""
        return self._said(messages.SEASON_LESS_MONTH_NAMES[self.month - 1])

    @property
    def short_words(self) -> str:
        """The same for a narrow chart."""
        return self._said(messages.SEASON_LESS_MONTHS[self.month - 1], has_year=not self._is_tight)

    @property
    def mean_words(self) -> str:
        """The normal of the month."""
        is_short = self._is_tight
        return self._mean(
            messages.SEASON_MARK_MEAN_SHORT if is_short else messages.SEASON_MARK_MEAN
        )

    @property
    def short_mean_words(self) -> str:
        """The same for a narrow chart."""
        return self._mean(messages.SEASON_MARK_MEAN_SHORT)

    @property
    def _is_tight(self) -> bool:
        """Whether there is little room between the line and the scale, where its words end."""
        return self.align == "right" and self.month == _LEFT_UNTIL + 1

    def _said(self, month: str, *, has_year: bool = True) -> str:
        when = messages.SEASON_MARK_WHEN.format(month=month, year=self.year) if has_year else month
        if self.extent is None:
            return messages.SEASON_MARK_NONE.format(when=when)
        return messages.SEASON_MARK.format(when=when, extent=figure_words(self.extent))

    def _mean(self, words: str) -> str:
        return words.format(extent=figure_words(self.mean)) if self.mean else ""


def lowest_label(months: pd.DataFrame) -> PlacedLabel:
    """Return the name of the lowest month of some years, centred; `tone` is its year."""
    lowest = months.sort_values("extent").iloc[0]
    words = messages.SEASON_LOWEST_EVER if lowest["is_lowest"] else messages.SEASON_LOWEST
    year, at, extent = int(lowest["year"]), float(lowest["month"]), float(lowest["extent"])
    text = words.format(year=year, extent=figure_words(extent))
    return PlacedLabel(at, extent, text, "center", tone=str(year))


def figure_words(million_km2: float) -> str:
    """Return an extent with two decimals, a half rounded up as in print."""
    exact = Decimal(repr(float(million_km2))).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{exact}"


def end_labels(
    band: pd.DataFrame,
    months: pd.DataFrame,
    years: Sequence[int],
    *,
    apart: float = _LEAST_APART,
) -> list[PlacedLabel]:
    """Return the names at the lines' ends in December, moved apart where they would overlap.

    A year without December is named beside its last month.

    Parameters
    ----------
    apart
        How far names keep from each other, in units of the scale.
    """
    mean = float(band["mean"].iloc[-1])
    ends = [PlacedLabel(_DECEMBER, mean, messages.SEASON_NORMAL)]
    early: list[PlacedLabel] = []
    for year in dict.fromkeys(years):
        of_year = months[months["year"] == year]
        if not len(of_year):
            continue
        last = of_year.iloc[-1]
        label = PlacedLabel(float(last["month"]), float(last["extent"]), str(year))
        (ends if last["month"] == _DECEMBER else early).append(label)
    ends.sort(key=lambda label: -label.y)
    placed: list[PlacedLabel] = []
    for label in ends:
        highest = placed[-1].y - apart if placed else label.y
        placed.append(label._replace(y=min(label.y, highest)))
    above = sum(b.y - a.y for a, b in zip(placed, ends, strict=True)) / len(placed)
    return [label._replace(y=label.y + above) for label in placed] + early


def year_of(day: date) -> float:
    """Return a day as a year with its fraction."""
    return day.year + (day.timetuple().tm_yday - 1) / 365


def line_at(day: date, years: Sequence[int]) -> float | None:
    """Return where a day stands among the Septembers of some years; None where it is not drawn."""
    at = year_of(day)
    return at if min(years) <= at < max(years) + _YEARS_ON else None


def september_labels(septembers: pd.DataFrame, years: Sequence[int]) -> list[PlacedLabel]:
    """Return the names of the two years and of the last one in the chart of Septembers."""
    first, last = int(septembers["year"].min()), int(septembers["year"].max())
    columns = (septembers[name].tolist() for name in ("year", "at", "extent"))
    by_year = {year: (at, extent) for year, at, extent in zip(*columns, strict=True)}
    labels: list[PlacedLabel] = []
    for tone, year in zip(("one", "two"), years, strict=False):
        if year not in by_year:
            continue
        x, y = by_year[year]
        words = messages.SEASON_SEPTEMBER.format(year=year, extent=figure_words(y))
        text = str(year) if tone == "two" else words
        if year == last:
            labels.append(PlacedLabel(x, y, "", tone=tone))
            continue
        align = "right" if last - year <= _LATE else "left" if year - first <= _EARLY else "center"
        labels.append(PlacedLabel(x, y, text, align, 0, 15, tone))
    near = len(labels) > 1 and abs(labels[0].x - labels[1].x) < _NEAR
    if near and all(label.text for label in labels):
        higher = max(labels, key=lambda label: label.y)
        labels[labels.index(higher)] = higher._replace(dy=-13)
    x, y = by_year[last]
    words = messages.SEASON_SEPTEMBER.format(year=last, extent=figure_words(y))
    return [*labels, PlacedLabel(x, y, words, dx=9, tone="last")]

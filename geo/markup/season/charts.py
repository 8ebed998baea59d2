"""The charts of the season from their tables, as Vega-Lite takes them.

Altair takes a quarter of a second to check a chart: keep what is made here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from geo import messages
from geo.draw.season_charts import months_chart, septembers_chart
from geo.draw.season_columns import columns_chart, ships_chart
from geo.draw.season_marks import figure_words
from geo.markup.season.less import day_words, month_mark, trend_words
from geo.markup.season.sails import spoken_years
from geo.measure.season.extent import band_frame, months_frame, septembers_frame
from geo.measure.season.traffic import DECIMALS, series_frame

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from geo.measure.season.extent import Extents
    from geo.measure.season.traffic import Traffic

Spec = dict[str, Any]
_SEPTEMBER = 9


def _said(months: pd.DataFrame) -> pd.DataFrame:
    """Return months (year, month, extent) with their words: `September 2012: 3.57 million km²`."""
    said = [
        messages.SEASON_MONTH_SAID.format(
            month=messages.MONTH_NAMES[month - 1], year=year, extent=figure_words(extent)
        )
        for year, month, extent in zip(
            months["year"], months["month"], months["extent"], strict=True
        )
    ]
    return months.assign(said=said)


def months_spec(extents: Extents, years: tuple[int, int], day: date) -> Spec:
    """Return the chart of extents by month for two years, with the month of a day marked."""
    band, months = band_frame(extents), _said(months_frame(extents, years))
    spec: Spec = months_chart(band, months, years, month_mark(extents, day)).to_dict()
    return spec


def septembers_spec(extents: Extents, years: tuple[int, int], day: date, whose: str) -> Spec:
    """Return the chart of Septembers, nothing where there is no trend; `whose` as `less_answer`."""
    trend = extents.trend()
    if trend is None:
        return {}
    spec: Spec = septembers_chart(
        _said(septembers_frame(extents).assign(month=_SEPTEMBER)),
        years,
        trend_words=trend_words(trend),
        day=day,
        day_words=day_words(day, whose),
    ).to_dict()
    return spec


def traffic_spec(traffic: Traffic, *, subject: str) -> Spec:
    """Return the chart of cargo, transits or ships, nothing where there are no counts."""
    series = series_frame(traffic, subject)
    if not len(series):
        return {}
    series = series.assign(said=series["year"].map(spoken_years(traffic, subject)))
    if subject == "ships":
        spec: Spec = ships_chart(series).to_dict()
    else:
        spec = columns_chart(series, decimals=DECIMALS[subject]).to_dict()
    return spec


CHARTS: dict[str, Callable[..., Spec]] = {
    "months": months_spec,
    "septembers": septembers_spec,
    **{name: partial(traffic_spec, subject=name) for name in ("cargo", "transits", "ships")},
}
"""How each chart is made of its table and what is shown."""

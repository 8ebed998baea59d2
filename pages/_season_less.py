"""Whether the ice gets less: extents by month and year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import messages
from geo.exchange.season.extent import extent_csv
from geo.markup.season import less
from geo.markup.season.blocks import block_head
from geo.measure.season.extent import Extents, years_compared
from pages import _cache, _components, _season_chart, _season_files, _state

if TYPE_CHECKING:
    from datetime import date

    from geo.draw.figure import Form, Size
    from pages._season_context import Season

_WIDTHS = [1, 1]


def show(season: Season) -> None:
    """Show the block."""
    extents, problem = _cache.extents()
    if extents is None:
        _components.panel(block_head("less", problem), key="season-less-head")
        return
    whose = season.whose_day
    answer = less.less_answer(extents, season.day, whose)
    years = years_compared(extents, season.view.years)
    _components.panel(block_head("less", answer), key="season-less-head")
    _season_files.block_files(
        season.view,
        "less",
        lambda address, day: extent_csv(extents, address=address, day=day),
        partial(_figure, extents, years, season.day, whose),
    )
    with st.container(key="season-less-charts"):
        left, right = st.columns(_WIDTHS, gap="medium")
        with left:
            _season_chart.chart(
                _cache.season_chart("months", years, season.day),
                *messages.SEASON_EXTENT_TITLE,
                key="season-months",
                alternative=less.months_alt(years, answer),
            )
            _compare(extents, years)
        with right:
            _septembers(extents, years, season.day, whose)
            notes = less.less_notes(extents, years, season.day, whose)
            rests = f"{less.less_caption(extents)} {notes}".strip()
            _season_chart.caption(rests, key="season-less-caption")
    _season_files.block_table("less", partial(less.less_table, extents))


def _septembers(extents: Extents, years: tuple[int, int], day: date, whose: str) -> None:
    trend = extents.trend()
    if trend is None:
        return
    title, unit = messages.SEASON_SEPTEMBER_TITLE
    drawn = _cache.season_chart("septembers", years, day, whose)
    _season_chart.chart(
        drawn,
        title.format(first=trend.first),
        unit,
        key="season-septembers",
        alternative=less.septembers_alt(extents),
    )


def _compare(extents: Extents, years: tuple[int, int]) -> None:
    """Let the reader choose the two years; one that is the other too changes places."""
    with st.container(horizontal=True, key="season-compare"):
        for at, label in enumerate((messages.SEASON_COMPARE, messages.SEASON_WITH)):
            offered = [*reversed(extents.years)]
            st.selectbox(
                label,
                offered,
                index=offered.index(years[at]),
                key=_state.bind(f"season-year-{at}", years[at]),
                on_change=_choose_year,
                args=(at, years),
            )
        _components.panel(less.range_key(extents), key="season-less-key")


def _choose_year(at: int, years: tuple[int, int]) -> None:
    chosen = _state.value_of(f"season-year-{at}")
    if chosen is not None:
        other = years[at] if chosen == years[1 - at] else years[1 - at]
        _state.change_season(years=(chosen, other) if at == 0 else (other, chosen))


def _figure(  # noqa: PLR0913, PLR0917  what the chart shows, and what a file is
    extents: Extents,
    years: tuple[int, int],
    of_day: date,
    whose: str,
    size: Size,
    form: Form,
    address: str,
    day: date,
) -> bytes:
    from geo.exchange.season.figures import make_extent_figure  # noqa: PLC0415  matplotlib

    shown = (years, of_day, whose)
    return make_extent_figure(extents, shown, form=form, size=size, address=address, day=day)

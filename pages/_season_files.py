"""What the page of the season can be taken away as: the whole, and each block's table and figure.

A block calls `block_files` right after its head, and `block_table` at its foot.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from geo import messages
from geo.exchange.cite import VERSION, base_of
from geo.exchange.season.cite import cite_season_bibtex, cite_season_plain
from geo.markup.season.blocks import paper_foot, print_button
from geo.season_view import SeasonView, to_season_query
from geo.sentences import long_day
from pages import _cache, _components, _state
from pages._season_context import article_of, day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.delta_generator import DeltaGenerator

    from geo.draw.figure import Form, Size
    from geo.escape import Markup

    MadeTable = Callable[[str, date], bytes]
    MadeFigure = Callable[[Size, Form, str, date], bytes]

_FIGURES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def address_of(view: SeasonView) -> str:
    """Return the full address of a view of the page, which names its article or its day."""
    base = base_of(st.context.url or "", _state.SEASON).rstrip("/")
    query = urlencode(to_season_query(_pinned(view)))
    return f"{base}/{_state.SEASON}{f'?{query}' if query else ''}"


def _pinned(view: SeasonView) -> SeasonView:
    """Return a view that shows the same when other articles have come: with article or day."""
    if view.day or view.article:
        return view
    article = article_of(view)
    if article in _cache.seeds()[0]:
        return replace(view, article=article.id)
    day = day_of(article) or datetime.now(UTC).date()
    return replace(view, day=day.isoformat())


def files(view: SeasonView, lead: str) -> None:
    """Offer a citation and the printer; the tables and figures stand with their blocks."""
    with st.container(key="season-whole", horizontal=True):
        with st.popover(messages.SEASON_CITE, key="season-cite"):
            day = datetime.now(UTC).date()
            for citation in (cite_season_plain, cite_season_bibtex):
                st.code(citation(lead, address_of(view), day), language=None, wrap_lines=True)
        _components.panel(print_button(), key="season-print")


def foot(view: SeasonView) -> None:
    """Show the address, which only paper shows."""
    day = long_day(datetime.now(UTC).date())
    made = messages.FIGURE_MADE.format(app=messages.APP, version=VERSION, day=day)
    _components.panel(paper_foot(address_of(view), made), key="season-foot")


def block_files(
    view: SeasonView,
    block: str,
    csv: MadeTable | None = None,
    figure: MadeFigure | None = None,
    *,
    has_table: bool = True,
) -> DeltaGenerator:
    """Offer a block's table, CSV and figure, in this order, at the right of its head.

    Files are made when their button is pressed. Return the row, for what else stands in it:
    `with block_files(...): st.page_link(...)`.

    Parameters
    ----------
    csv
        Makes the table for an address and a day; None where there is none.
    figure
        Makes the figure in a size and form for an address and a day.
    has_table
        Whether the block has a `block_table`, which the first of the three opens.
    """
    day = datetime.now(UTC).date()
    address = address_of(view)
    name = f"arctic-passages-{block}-{day.isoformat()}"
    row = st.container(horizontal=True, key=f"season-{block}-files")
    with row:
        if has_table:
            st.button(
                messages.SEASON_CHART_TABLE,
                key=f"season-{block}-to-table",
                on_click=_state.turn,
                args=(f"season-{block}-table",),
                type="tertiary",
            )
        if csv is not None:
            st.download_button(
                messages.SEASON_CHART_CSV,
                partial(csv, address, day),
                file_name=f"{name}.csv",
                mime="text/csv",
                key=f"season-{block}-csv",
                on_click="ignore",
                type="tertiary",
            )
        if figure is not None:
            label, key = messages.SEASON_CHART_FIGURE, f"season-{block}-figure"
            with st.popover(label, key=key, type="tertiary", on_change="rerun") as choice:
                if choice.open:
                    _figure(key, name, partial(_made, figure, address, day))
    return row


def block_table(block: str, make: Callable[[], Markup], name: str = "") -> None:
    """Show a block's table in a fold, made when it is opened; shut it shows only to the keyboard.

    Parameters
    ----------
    name
        What the fold is called once it is open; `Table` unless stated.
    """
    key = f"season-{block}-table"
    label = name or messages.SEASON_CHART_TABLE
    with st.expander(label, on_change="rerun", key=key) as fold:
        if fold.open:
            _components.panel(make(), key=f"{key}-rows", packed=True)


def _made(figure: MadeFigure, address: str, day: date, size: Size, form: Form) -> bytes:
    return figure(size, form, address, day)


def _figure(key: str, name: str, made: Callable[[Size, Form], bytes]) -> None:
    try:
        from pages._figure import figure_choice  # noqa: PLC0415  matplotlib may not load
    except (ImportError, OSError):
        st.caption(messages.NO_FIGURE)
        return
    size, form = figure_choice(key)
    st.download_button(
        messages.FIGURE_BUTTON.format(form=form.upper()),
        partial(made, size, form),
        file_name=f"{name}-{size}.{form}",
        mime=_FIGURES[form],
        key=f"{key}-file",
        on_click="ignore",
    )

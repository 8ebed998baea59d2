"""What the blocks with charts share: a chart with its head, files, and the table in a fold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from geo import messages
from geo.exchange.cite import base_of
from geo.markup.season.chart_words import chart_caption, chart_head
from geo.season_view import SeasonView, to_season_query
from pages import _components, _state

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.draw.figure import Form, Size
    from geo.escape import Markup

_FIGURES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def chart(drawn: dict[str, object], title: str, unit: str, *, key: str, alternative: str) -> None:
    """Show a chart under its head.

    Parameters
    ----------
    drawn
        A chart of Altair's as Vega-Lite takes it, from the cache.
    alternative
        What it shows, in words.
    """
    _components.panel(chart_head(title, unit), key=f"{key}-head", kind="season")
    st.vega_lite_chart(spec=drawn, theme=None, width="stretch", key=key, alt=alternative)


def caption(words: str, *, key: str) -> None:
    """Show what the figures of a block rest on."""
    _components.panel(chart_caption(words), key=key, kind="season")


def whose_day(view: SeasonView, *, is_article: bool) -> str:
    """Return whose day the page is about: `article`, `chosen` or `today`."""
    return "article" if is_article else "chosen" if view.day else "today"


def table_fold(key: str, make: Callable[[], Markup]) -> None:
    """Show the table of a block in a fold; it is made when it is opened."""
    with st.expander(messages.SEASON_CHART_TABLE, on_change="rerun", key=f"{key}-table") as fold:
        if fold.open:
            _components.panel(make(), key=f"{key}-table-rows", kind="season", packed=True)


def files(
    view: SeasonView,
    block: str,
    csv: Callable[[str, date], bytes],
    figure: Callable[[Size, Form, str, date], bytes],
) -> None:
    """Offer a block's table and figure; each is made when its button is pressed.

    Parameters
    ----------
    csv
        Makes the table for an address and a day.
    figure
        Makes the figure in a size and form for an address and a day.
    """
    day = datetime.now(UTC).date()
    base = base_of(st.context.url or "", _state.SEASON).rstrip("/")
    query = urlencode(to_season_query(view))
    address = f"{base}/{_state.SEASON}{f'?{query}' if query else ''}"
    name = f"arctic-passages-{block}-{day.isoformat()}"
    with st.container(horizontal=True, key=f"season-{block}-files"):
        st.button(
            messages.SEASON_CHART_TABLE,
            key=f"season-{block}-to-table",
            on_click=_state.turn,
            args=(f"season-{block}-table",),
            type="tertiary",
        )
        st.download_button(
            messages.SEASON_CHART_CSV,
            partial(csv, address, day),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"season-{block}-csv",
            on_click="ignore",
            type="tertiary",
        )
        with st.popover(
            messages.SEASON_CHART_FIGURE, key=f"season-{block}-figure", type="tertiary"
        ):
            _figure(block, name, partial(_made, figure, address, day))


def _made(
    figure: Callable[[Size, Form, str, date], bytes],
    address: str,
    day: date,
    size: Size,
    form: Form,
) -> bytes:
    return figure(size, form, address, day)


def _figure(block: str, name: str, made: Callable[[Size, Form], bytes]) -> None:
    try:
        from pages._figure import figure_choice  # noqa: PLC0415  matplotlib may not load
    except (ImportError, OSError):
        st.caption(messages.NO_FIGURE)
        return
    size, form = figure_choice(f"season-{block}-figure")
    st.download_button(
        messages.FIGURE_BUTTON.format(form=form.upper()),
        partial(made, size, form),
        file_name=f"{name}-{size}.{form}",
        mime=_FIGURES[form],
        key=f"season-{block}-figure-file",
        on_click="ignore",
    )

"""When it can be sailed: the calendar."""

import streamlit as st

from geo import messages
from geo.exchange.season.when import when_csv
from geo.markup.season.calendar import Calendar
from geo.markup.season.lanes import Marked
from geo.markup.season.when_block import when_block
from geo.measure.season.law import ROUTE, load_law
from geo.measure.season.law_tables import (
    DATES,
    read_law_sources,
    read_notations,
    read_published_windows,
)
from geo.measure.season.published import newest_season
from geo.measure.transits import load_transits
from pages import _components
from pages._season_context import Season, pressed


def show(season: Season) -> None:
    """Show the block."""
    law = load_law()
    published, missing = read_published_windows()
    shown = Calendar(
        law,
        published,
        read_notations(),
        load_transits(),
        season.context.name_of,
        marked=_marked(season),
        way=season.view.way if season.view.route == ROUTE else "",
        opened=season.view.zones,
        source=read_law_sources().get(DATES),
        missing=missing,
    )
    block = when_block(shown, newest_season())
    _components.panel(block, key="season-when-calendar", packed=True, on_press=pressed)
    if law.windows or published:
        st.download_button(
            messages.WHEN_CSV,
            when_csv,
            file_name=messages.WHEN_CSV_NAME,
            mime="text/csv",
            type="tertiary",
            key="season-when-csv",
            on_click="ignore",
        )


def _marked(season: Season) -> Marked:
    if season.day_is_article:
        return Marked(season.day)
    return Marked(season.day, "chosen" if season.view.day else "today")

"""What the whole page of the season can be taken away as: its address, a citation, paper."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import streamlit as st

from geo import messages
from geo.exchange.cite import base_of
from geo.exchange.season.cite import cite_season_bibtex, cite_season_plain
from geo.markup.season.blocks import print_button
from geo.season_view import SeasonView, to_season_query
from pages import _components, _state


def address_of(view: SeasonView) -> str:
    """Return the full address of a view of the page."""
    base = base_of(st.context.url or "", _state.SEASON).rstrip("/")
    query = urlencode(to_season_query(view))
    return f"{base}/{_state.SEASON}{f'?{query}' if query else ''}"


def files(view: SeasonView, lead: str) -> None:
    """Offer a citation and the printer; the tables and figures stand with their blocks."""
    with st.container(key="season-whole", horizontal=True):
        with st.popover(messages.SEASON_CITE, key="season-cite"):
            day = datetime.now(UTC).date()
            for citation in (cite_season_plain, cite_season_bibtex):
                st.code(citation(lead, address_of(view), day), language=None, wrap_lines=True)
        _components.panel(print_button(), key="season-print")

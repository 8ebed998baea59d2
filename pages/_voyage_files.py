"""What a voyage can be taken away as: figure, table, lines and citation."""

from datetime import date
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from geo import messages
from geo.exchange.cite import base_of
from geo.exchange.voyages.cite import cite_voyage_bibtex, cite_voyage_plain
from geo.exchange.voyages.geojson import voyage_geojson
from geo.exchange.voyages.tables import voyage_csv
from geo.measure.voyages.records import Voyage
from geo.voyage_view import VoyageView, to_voyage_query
from pages import _cache, _state

_FIGURES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def files(voyage: Voyage, view: VoyageView, lit: str, day: date) -> None:
    """Offer the files; each is made when its button is pressed."""
    base = base_of(st.context.url or "", _state.VOYAGES)
    address = f"{base.rstrip('/')}/{_state.VOYAGES}?{urlencode(to_voyage_query(view))}"
    name = f"arctic-passages-{voyage.origin.id}-{voyage.destination.id}-{day.isoformat()}"
    with st.container(horizontal=True, vertical_alignment="center", key="voyage-files"):
        _figure(voyage, lit, name, address, day)
        st.download_button(
            messages.VOYAGE_CSV,
            partial(voyage_csv, voyage, address=address, day=day),
            file_name=f"{name}.csv",
            mime="text/csv",
            key="voyage-csv",
            on_click="ignore",
        )
        st.download_button(
            messages.VOYAGE_GEOJSON,
            partial(voyage_geojson, voyage, base=base, address=address, day=day, lit=lit),
            file_name=f"{name}.geojson",
            mime="application/geo+json",
            key="voyage-geojson",
            on_click="ignore",
        )
        with st.popover(messages.VOYAGE_CITE, key="voyage-cite"):
            for citation in (cite_voyage_plain, cite_voyage_bibtex):
                text = citation(voyage, address, day, lit=lit)
                st.code(text, language=None, wrap_lines=True)


def _figure(voyage: Voyage, lit: str, name: str, address: str, day: date) -> None:
    try:
        from geo.exchange.voyages.figure import make_voyage_figure  # noqa: PLC0415  may fail
        from geo.exchange.voyages.ground import Ground  # noqa: PLC0415
        from pages._figure import figure_choice  # noqa: PLC0415
    except (ImportError, OSError):  # matplotlib does not load where it finds no folder to write to
        st.caption(messages.NO_FIGURE)
        return
    with st.popover(messages.VOYAGE_FIGURE, key="voyage-figure"):
        size, form = figure_choice("voyage-figure")
        ground = Ground(_cache.catalogue(), _cache.chart("polar"), _cache.chart("mercator"))
        drawn = partial(make_voyage_figure, voyage, lit=lit, form=form, size=size, ground=ground)
        st.download_button(
            messages.FIGURE_BUTTON.format(form=form.upper()),
            partial(drawn, address=address, day=day),
            file_name=f"{name}-{size}.{form}",
            mime=_FIGURES[form],
            key="voyage-figure-file",
            on_click="ignore",
        )

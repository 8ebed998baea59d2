"""What a reader's own track can be taken away as: figure, table, lines and citation."""

from datetime import date
from functools import partial

import streamlit as st

from geo import messages
from geo.exchange.cite import base_of
from geo.exchange.own_track import track_csv, track_geojson
from geo.exchange.voyages.track_cite import cite_track_bibtex, cite_track_plain
from geo.exchange.voyages.track_words import TrackTaken
from geo.measure.own_track.straits import PassedStraits
from geo.measure.voyages.records import Ship
from pages import _cache, _own_track_map, _state
from pages._context import PageContext
from pages._own_track_data import Measured

_FIGURES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def files(
    context: PageContext, shown: Measured, passed: PassedStraits, ship: Ship, day: date
) -> None:
    """Offer the files; each is made when its button is pressed."""
    base = base_of(st.context.url or "", _state.VOYAGES)
    taken = TrackTaken(
        shown.report,
        passed,
        ship,
        context.name_of,
        address=f"{base.rstrip('/')}/{_state.VOYAGES}",
        day=day,
    )
    with st.container(key="track-foot", horizontal=True):
        _figure(shown, taken)
        st.download_button(
            messages.OWN_TRACK_CSV,
            partial(track_csv, shown.report, context.name_of),
            "own-track-zones.csv",
            "text/csv",
            type="tertiary",
            on_click="ignore",
            key="track-csv",
        )
        st.download_button(
            messages.OWN_TRACK_GEOJSON,
            partial(track_geojson, shown.track, shown.report, context.name_of),
            "own-track.geojson",
            "application/geo+json",
            type="tertiary",
            on_click="ignore",
            key="track-geojson",
        )
        with st.popover(messages.VOYAGE_CITE, type="tertiary", key="track-cite"):
            for citation in (cite_track_plain, cite_track_bibtex):
                st.code(citation(taken), language=None, wrap_lines=True)


def _figure(shown: Measured, taken: TrackTaken) -> None:
    try:
        from geo.exchange.voyages.ground import Ground  # noqa: PLC0415  may fail
        from geo.exchange.voyages.track_figure import TrackDrawing, make_track_figure  # noqa: PLC0415
        from pages._figure import figure_choice  # noqa: PLC0415
    except (ImportError, OSError):  # matplotlib does not load where it finds no folder to write to
        st.caption(messages.NO_FIGURE)
        return
    with st.popover(messages.VOYAGE_FIGURE, type="tertiary", key="track-figure"):
        size, form = figure_choice("track-figure")
        ground = Ground(_cache.catalogue(), _cache.chart("polar"), _cache.chart("mercator"))
        drawing = TrackDrawing(
            _own_track_map.lines(shown), _own_track_map.ends_of(shown), shown.marks, shown.ends
        )
        st.download_button(
            messages.FIGURE_BUTTON.format(form=form.upper()),
            partial(make_track_figure, taken, drawing, form=form, size=size, ground=ground),
            file_name=f"own-track-{taken.day.isoformat()}-{size}.{form}",
            mime=_FIGURES[form],
            key="track-figure-file",
            on_click="ignore",
        )

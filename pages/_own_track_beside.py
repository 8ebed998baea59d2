"""A reader's own track beside a named route that the reader chooses."""

import streamlit as st

from geo import messages
from geo.markup.voyages.track_beside import Compared, compared_track, track_beside
from geo.measure.own_track.measuring import TrackReport
from pages import _cache, _components
from pages._context import PageContext

_KEY = "track-beside-route"


def beside(context: PageContext, report: TrackReport) -> None:
    """Show the choice of a named route, the nearest first, and the table of both."""
    routes = _routes()
    near = report.nearest
    first = (near.feature, near.variant) if near else None
    order = sorted(routes, key=lambda one: one != first)
    chosen = st.selectbox(
        messages.OWN_TRACK_BESIDE,
        order,
        index=None,
        format_func=lambda one: routes[one],
        placeholder=messages.OWN_TRACK_BESIDE,
        label_visibility="collapsed",
        key=_KEY,
    )
    if chosen not in routes:
        return
    table = track_beside(
        compared_track(report), _compared(*chosen, routes[chosen]), context.name_of
    )
    _components.panel(table, key="track-beside", packed=True)


def _routes() -> dict[tuple[str, str], str]:
    """Return the name of each measured variant of the named routes, by feature and variant."""
    waters = _cache.waters()
    return {
        (feature.id, variant.slug): (
            f"{feature.name}: {variant.name}" if len(feature.variants) > 1 else feature.name
        )
        for feature in _cache.catalogue().of_kind("route", "corridor")
        for variant in feature.variants
        if waters.length_nm(feature.id, variant.slug)
    }


def _compared(feature: str, variant: str, name: str) -> Compared:
    waters, transits = _cache.waters(), _cache.transits()
    rows = waters.segments(feature, variant)
    return Compared(
        name,
        waters.length_nm(feature, variant),
        waters.nation_nm(feature, variant),
        float(rows.loc[rows["zone"] == "high_seas", "nm"].sum()),
        transits.regime_nm(feature, variant),
        transits.straits(feature, variant),
    )

"""Through what ice: the map and the strips."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import messages
from geo.exchange.season.ice import ice_csv
from geo.markup.season.blocks import block_head
from geo.markup.season.ice_strip import LEAST_GAP, Shown, ice_strips
from geo.markup.season.ice_words import answer, ice_table, rests
from geo.markup.season.months import on_atlas
from geo.measure.season.along import Place, places_along
from geo.season_view import ROUTES
from pages import _cache, _components, _season_files, _season_map

if TYPE_CHECKING:
    from datetime import date

    from geo.catalogue.records import Variant
    from geo.draw.figure import Form, Size
    from geo.escape import Markup
    from geo.measure.season.ice import IceAlong, Strip
    from pages._season_context import Season


def show(season: Season) -> None:
    """Show the block; the map stands even where the table along the routes is missing."""
    along = _cache.ice_along()
    strips = [shown for route in _chosen_first(season) if (shown := _shown(season, route))]
    said = answer([(one.route, one.strip) for one in strips], season.day.month)
    _components.panel(block_head("ice", said or along.missing), key="season-ice-head")
    if strips:
        figure = partial(_figure, strips, season)
        with _season_files.block_files(season.view, "ice", partial(_csv, along), figure):
            _components.panel(on_atlas(season.view.route, season.way), key="season-ice-atlas")
    with st.container(key="season-ice-body"):
        with st.container(key="season-ice-map"):
            _season_map.show(season)
        if strips:
            with st.container(key="season-ice-beside"):
                drawn = ice_strips(strips, day=season.day, month=season.month)
                _components.panel(drawn, key="season-ice-strips", packed=True)
                _components.panel(rests(), key="season-ice-rests")
    if strips:
        _season_files.block_table("ice", partial(_tables, strips))


def _chosen_first(season: Season) -> list[str]:
    return sorted(ROUTES, key=lambda route: route != season.view.route)


def _shown(season: Season, route: str) -> Shown | None:
    """Return a route's strip with the names beside it; None where nothing is on file."""
    slug = season.way_of(route)
    strip = _cache.ice_along().strip(route, slug)
    feature = _cache.catalogue().features.get(route)
    variant = next((one for one in feature.variants if one.slug == slug), None) if feature else None
    if strip is None or variant is None:
        return None
    places = _places(season, route, variant, strip)
    is_chosen = route == season.view.route
    return Shown(strip, messages.SEASON_ROUTES[route], variant.name, places, is_chosen)


def _places(season: Season, route: str, variant: Variant, strip: Strip) -> list[Place]:
    return places_along(
        _cache.transits(),
        route,
        variant,
        season.context.name_of,
        length_nm=strip.length_nm,
        least_gap=LEAST_GAP,
    )


def _parts(shown: Shown) -> list[tuple[str, float]]:
    """Return what parts a way into the stretches of its table: its ends and straits."""
    return [(one.name, one.nm) for one in shown.places if one.kind != "sea"]


def _csv(along: IceAlong, address: str, day: date) -> bytes:
    return ice_csv(along, address=address, day=day)


def _tables(strips: list[Shown]) -> Markup:
    return ice_table((one.route, one.way, one.strip, _parts(one)) for one in strips)


def _figure(
    strips: list[Shown], season: Season, size: Size, form: Form, address: str, day: date
) -> bytes:
    from geo.exchange.season.ice_figure import make_ice_figure  # noqa: PLC0415  matplotlib
    from geo.exchange.season.ice_map import IceMap  # noqa: PLC0415

    months = _cache.ice_months()
    shown = None
    if months:
        shown = IceMap(
            months,
            _cache.voyage_ground(),
            _season_map.drawn_routes(season),
            season.month,
            season.day.month,
            messages.ICE_WHOSE_MONTH[season.whose_day],
        )
    return make_ice_figure(
        strips, season.day, shown, form=form, size=size, address=address, day=day
    )

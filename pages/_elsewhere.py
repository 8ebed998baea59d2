"""Presses that lead to another page: to a voyage or the season, and from a voyage to the Atlas.

The server goes there within the session, so that the reader's own articles stay.
"""

from collections.abc import Callable

import streamlit as st

from geo.measure.voyages.records import DIRECT, VIAS
from geo.season_view import ROUTES
from geo.view import valid_id
from pages import _cache, _state

_GOES = "goes_elsewhere"
_WAYS = ("", *VIAS, DIRECT)
_PARTS = 3


def or_else(act: Callable[[object], None]) -> Callable[[object], None]:
    """Return what to do with a press: go to another page if it asks for that, else act."""

    def done(press: object) -> None:
        if isinstance(press, dict) and "voyage" in press:
            _to_voyage(press["voyage"])
        elif isinstance(press, dict) and "atlas" in press:
            _to_atlas(press["atlas"])
        elif isinstance(press, dict) and "season" in press:
            _to_season(press["season"])
        else:
            act(press)

    return done


def go() -> None:
    """Go to the page that a press has just asked for, if any."""
    page = _state.stored(_GOES, "")
    if page:
        _state.store(_GOES, "")
        st.switch_page(page)


def _to_voyage(asked: object) -> None:
    """Ask for a voyage given as origin, destination and way; ignore what does not exist."""
    parts = asked.split("|") if isinstance(asked, str) else []
    if len(parts) != _PARTS:
        return
    origin, destination, way = parts
    if not {origin, destination} <= _cache.ports().keys() or way not in _WAYS:
        return
    shut = tuple(via for via in _state.current_voyage().shut if via != way)
    _state.change_voyage(
        origin=origin, destination=destination, way=way, shut=shut, tracks={}, beside=()
    )
    _state.store(_GOES, "pages/voyages.py")


def _to_atlas(asked: object) -> None:
    """Ask for a feature on the Atlas, and a passage where one is named; ignore what is not."""
    named, _, passage = asked.partition("|") if isinstance(asked, str) else ("", "", "")
    feature = valid_id(named)
    if feature in _cache.catalogue().features:
        _state.select(feature, passage=valid_id(passage))
        _state.store(_GOES, "pages/atlas.py")


def _to_season(asked: object) -> None:
    """Ask for the season of a route and one of its variants; ignore what does not exist."""
    route, _, way = asked.partition("|") if isinstance(asked, str) else ("", "", "")
    feature = _cache.catalogue().features.get(route)
    if route not in ROUTES or feature is None:
        return
    known = {variant.slug for variant in feature.variants}
    _state.change_season(route=route, way=way if way in known else "")
    _state.store(_GOES, "pages/season.py")

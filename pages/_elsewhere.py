"""Presses that lead to another page: to a voyage or the season, and from a voyage to the Atlas.

The server goes there within the session, so that the reader's own articles stay.
"""

from collections.abc import Callable

import streamlit as st

from geo.measure.voyages.records import DIRECT, VIAS
from geo.season_view import ROUTES
from geo.view import MONTHS, valid_id
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
    """Ask for a feature on the Atlas, and a passage where one is named; ignore what is not.

    Given as `FEATURE|PASSAGE|VARIANT|MONTH`, of which all but the first may be left out. With a
    month the map shows its ice.
    """
    named, passage, variant, month = _parts(asked, 4)
    feature = valid_id(named)
    if feature not in _cache.catalogue().features:
        return
    if month in MONTHS:
        _state.show_ice(int(month))
    _state.select(feature, passage=valid_id(passage), variant=valid_id(variant))
    _state.store(_GOES, "pages/atlas.py")


def _to_season(asked: object) -> None:
    """Ask for the season of a route and one of its variants; ignore what does not exist.

    Given as `ROUTE|VARIANT|MONTH`. With a month its ice is shown, and then without a route that
    stays which the page had.
    """
    route, way, month = _parts(asked, 3)
    feature = _cache.catalogue().features.get(route) if route in ROUTES else None
    if feature is None and month not in MONTHS:
        return
    if feature is not None:
        known = {variant.slug for variant in feature.variants}
        _state.change_season(route=route, way=way if way in known else "")
    if month in MONTHS:
        _state.change_season(month=int(month))
    _state.store(_GOES, "pages/season.py")


def _parts(asked: object, count: int) -> list[str]:
    """Return so many parts of what a press says, empty where it says less."""
    parts = asked.split("|") if isinstance(asked, str) else []
    return [*parts, *[""] * count][:count]

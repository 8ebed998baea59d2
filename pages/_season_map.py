"""The map of the ice with its months, and the month in the address."""

import streamlit as st

from geo import messages
from geo.catalogue.sea_ice import load_ice_grid
from geo.markup.season.months import area_table, map_figure, no_map
from geo.season_view import MONTHS, ROUTES
from pages import _cache, _components, _state
from pages._season_context import Season

_LAST_PRESS = "season_month_press"


def show(season: Season) -> None:
    """Show the map for the month of the view, which the script changes without the server."""
    grid = load_ice_grid()
    if grid.missing:
        _components.panel(no_map(grid.missing), key="season-map")
        return
    month_address(season.day.month)
    whose = "today"
    if season.view.day:
        whose = "reader"
    elif season.day_is_article:
        whose = "article"
    ways = tuple(season.way_of(route) for route in ROUTES)
    drawing = _cache.ice_map(season.view.route, ways, season.day.month, whose)
    areas = [float(area) for area in grid.extent_million_km2()]
    table = area_table(areas, season.day.month)
    figure = map_figure(drawing, season.day.month, messages.ICE_WHOSE_MONTH[whose], table)
    _components.panel(figure, key="season-map", packed=True)


@st.fragment
def month_address(default: int) -> None:
    """Tell the script the month, and write into the address which one the reader has moved to.

    Only this runs then: nothing is drawn, as all months are in the page.

    Parameters
    ----------
    default
        The day's month, which is not written.
    """
    _components.month(
        _state.current_season().month or default,
        press=_state.stored(_LAST_PRESS, 0),
        on_press=lambda press: _move(press, default),
    )
    _state.write_season()


def _move(press: object, default: int) -> None:
    if not isinstance(press, dict):
        return
    month, number = press.get("month"), press.get("n")
    if isinstance(number, int):
        _state.store(_LAST_PRESS, number)
    if isinstance(month, int) and 1 <= month <= MONTHS:
        _state.place_season(month=0 if month == default else month)

"""The map of the ice with its months, and the month in the address."""

import streamlit as st

from geo import messages
from geo.catalogue.sea_ice import load_ice_grid
from geo.draw.gibs import day_tiles
from geo.draw.season_map import DrawnRoute, season_map
from geo.escape import Markup
from geo.markup.season.day import PICTURE
from geo.markup.season.months import area_table, map_figure, no_map
from geo.season_view import MONTHS, ROUTES
from pages import _cache, _components, _state
from pages._season_context import Season, pressed

_LAST_PRESS = "season_month_press"


def show(season: Season) -> None:
    """Show the map for the month of the view, which the script changes without the server."""
    grid = load_ice_grid()
    if grid.missing:
        _components.panel(no_map(grid.missing), key="season-map")
        return
    with st.container(key="season-month-told"):  # nothing may follow a fragment beside it
        month_address(season.day.month)
    whose = season.whose_day
    shows_day = season.view.picture == PICTURE
    drawing = _drawing(season, whose, shows_day=shows_day)
    areas = [float(area) for area in grid.extent_million_km2()]
    table = area_table(areas, season.day.month)
    words = messages.ICE_WHOSE_MONTH[whose]
    figure = map_figure(drawing, season.day.month, words, table, day=season.day, picture=shows_day)
    _components.panel(figure, key="season-map", packed=True, on_press=pressed)


def drawn_routes(season: Season) -> list[DrawnRoute]:
    """Return both routes by the ways that are shown, the chosen one last."""
    return [
        DrawnRoute(one, messages.SEASON_ROUTES[one], track, is_lit=one == season.view.route)
        for one in _lit_last(season)
        if (track := _cache.catalogue().shapes(one).get(season.way_of(one))) is not None
    ]


def _lit_last(season: Season) -> list[str]:
    return sorted(ROUTES, key=lambda one: one == season.view.route)


def _drawing(season: Season, whose: str, *, shows_day: bool) -> Markup:
    """Return the map with both routes, the chosen one above the other, and the day's picture."""
    marked, shown = season.day.month, _lit_last(season)
    ways = [season.way_of(one) for one in shown]
    picture = season.day.isoformat() if shows_day else ""

    def make() -> Markup:
        return season_map(
            _cache.ice_months(),
            _cache.voyage_ground(),
            drawn_routes(season),
            marked=marked,
            whose=messages.ICE_WHOSE_MONTH[whose],
            day=day_tiles(season.day) if picture else None,
        )

    return _cache.ice_map((*shown, *ways, str(marked), whose, picture), make)


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

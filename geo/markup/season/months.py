"""The months beside the map of the ice: the line above it, the slider, the legend, the table.

What is of one month has its class (`m9`), as in `geo.draw.season_map`. The slider is a real one,
`<input type="range">`, which `pages/web/season.js` adds: without the script nothing would move.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from geo import messages
from geo.draw.layers import ICE
from geo.draw.season_ice import LIMITS_PERCENT
from geo.escape import Markup, element, join
from geo.markup.season.day import day_figure
from geo.view import View, to_address

_FULL_PERCENT = 100
_MONTHS = range(1, len(messages.MONTH_NAMES) + 1)


def month_head() -> Markup:
    """Return the line that says which month is seen, and of which years it is the normal."""
    names = (
        element("strong", name, class_=f"m{number}")
        for number, name in enumerate(messages.MONTH_NAMES, 1)
    )
    return element("p", *names, " ", messages.ICE_MAP_HEAD, class_="map-head")


def month_slider(marked: int, whose: str) -> Markup:
    """Return the slider with the button that plays the year.

    Parameters
    ----------
    marked
        The month, 1 to 12, that has a mark.
    whose
        What that month is: 'the article’s month'.
    """
    play = element(
        "button",
        type="button",
        class_="play",
        aria_label=messages.ICE_PLAY,
        data_play=messages.ICE_PLAY,
        data_stop=messages.ICE_STOP,
    )
    ticks = (
        _tick(number, name, whose if number == marked else "")
        for number, name in enumerate(messages.MONTHS_SHORT, 1)
    )
    return element(
        "div",
        play,
        element(
            "div",
            element("div", *ticks, class_="ticks", aria_hidden="true"),
            class_="months",
            data_label=messages.ICE_MONTH,
            data_names="|".join(_names(marked, whose)),
        ),
        class_="month-slider",
    )


def _names(marked: int, whose: str) -> Iterable[str]:
    for number, name in enumerate(messages.MONTH_NAMES, 1):
        yield f"{name}, {whose}" if number == marked else name


def _tick(number: int, name: str, whose: str) -> Markup:
    look = f"month-tick l{number}" + " marked" * bool(whose)
    return element("span", element("span", name), class_=look, title=whose or None)


def ice_legend() -> Markup:
    """Return the five classes as a bar as wide as their shares, with the line at 15 %."""
    limits = [0.0, *LIMITS_PERCENT, _FULL_PERCENT]
    classes = (
        element(
            "span",
            element("span", words),
            class_=f"class i{rank}",
            width_percent=limits[rank] - limits[rank - 1],
        )
        for rank, words in enumerate(messages.ICE_LEGEND_STEPS, 1)
    )
    return element("div", *classes, class_="ice-legend", role="img", aria_label=_legend_said())


def _legend_said() -> str:
    return f"{messages.ICE_LEGEND}: {', '.join(messages.ICE_LEGEND_STEPS)}"


def area_table(million_km2: Sequence[float], marked: int) -> Markup:
    """Return the area with ice by month as a folded table.

    Parameters
    ----------
    million_km2
        By month, as `geo.catalogue.sea_ice.IceGrid.extent_million_km2` has it.
    marked
        The month, 1 to 12, that is set off.
    """
    heads = zip(messages.ICE_TABLE_HEADS, ("", "number"), strict=True)
    rows = (
        element(
            "tr",
            element("th", name, scope="row"),
            element("td", f"{area:.1f}", class_="number"),
            class_="marked" if number == marked else None,
        )
        for number, (name, area) in enumerate(
            zip(messages.MONTH_NAMES, million_km2, strict=True), 1
        )
    )
    return element(
        "details",
        element("summary", messages.ICE_TABLE),
        element(
            "table",
            element(
                "thead",
                element(
                    "tr",
                    *(
                        element("th", name, scope="col", class_=look or None)
                        for name, look in heads
                    ),
                ),
            ),
            element("tbody", *rows),
        ),
        element("p", messages.ICE_TABLE_NOTE, class_="caption"),
        class_="area-table",
        data_fold="ice-areas",
    )


def map_figure(
    drawing: Markup, marked: int, whose: str, table: Markup, *, day: date, picture: bool
) -> Markup:
    """Return the map with all that belongs to it.

    Parameters
    ----------
    drawing
        The map; with the tiles of the day's picture in it, where the reader has asked for that.
    table
        What stands folded below it.
    day, picture
        The day whose picture can be asked for, and whether it is.
    """
    parts = join(month_head(), drawing, month_slider(marked, whose), ice_legend())
    shown = day_figure(parts, day, is_on=picture)
    return element("div", shown, table, class_="season ice-map")


def on_atlas(route: str, way: str) -> Markup:
    """Return the link to the Atlas with the route and the ice of the month that is seen.

    Parameters
    ----------
    route, way
        Id of the route and slug of its variant.
    """
    return element(
        "span", *(_to_atlas(route, way, month) for month in _MONTHS), class_="season on-atlas"
    )


def _to_atlas(route: str, way: str, month: int) -> Markup:
    view = View(feature=route, variant=way, shown=(ICE,), month=month)
    return element(
        "a",
        messages.ICE_ON_ATLAS,
        href=to_address(view, base="./"),
        data_atlas=f"{route}||{way}|{month}",
        class_=f"m{month}",
    )


def no_map(reason: str) -> Markup:
    """Return the sentence that stands in place of the map."""
    return element("div", element("p", reason), class_="season")

"""The day itself beside the normal of the month: a button, and what is said of NASA's picture.

A map goes into `day_figure` with `geo.draw.gibs.day_tiles` under its routes and its land, where the
reader has pressed. The map's groups say what the picture does to them: `ice-field` goes once every
tile is there and stays where one is missing, and nothing else changes, so the edge of the field
stays. `pages/web/season-day.js` notes on the figure whether tiles are there: `data-state` is
`waiting`, `loaded` or `failed`.
"""

from datetime import date

from geo import messages
from geo.draw.gibs import FIRST_DAY, has_picture
from geo.escape import Markup, element
from geo.sentences import long_day

PICTURE = "day"
"""What the view's `picture` is where the reader has asked for it."""


def day_figure(drawing: Markup, day: date, *, is_on: bool) -> Markup:
    """Return a map with the words on the day's picture below it.

    Parameters
    ----------
    drawing
        The map, with the day's tiles in it if `is_on`.
    is_on
        Whether the reader has asked for the picture; a day that has none is told and changes
        nothing.
    """
    shown = is_on and has_picture(day)
    return element(
        "div",
        drawing,
        _said(day) if shown else None,
        _button(day, is_on=is_on),
        class_="season day-figure",
        data_picture=PICTURE if shown else None,
    )


def _said(day: date) -> Markup:
    """Return what stands there in each state; the sheet shows one of them."""
    credit = element("strong", messages.DAY_CREDIT.format(day=long_day(day)))
    return element(
        "div",
        element("p", messages.DAY_WAITING.format(day=long_day(day)), class_="waiting"),
        element("p", credit, " ", messages.DAY_ATTRIBUTION, class_="loaded"),
        element("p", messages.DAY_FAILED, " ", _again(), class_="failed"),
        class_="caption day-said",
        role="status",
        tabindex="-1",
    )


def _again() -> Markup:
    """Return the button that asks for the tiles again, which the script does without the server."""
    return element("button", messages.DAY_AGAIN, type="button", class_="plain", data_again="")


def _button(day: date, *, is_on: bool) -> Markup:
    """Return the button, or the sentence on a day that has no picture."""
    if not has_picture(day):
        said = messages.DAY_NONE.format(first=long_day(FIRST_DAY), day=long_day(day))
        return element("p", said, class_="caption")
    words = messages.DAY_HIDE if is_on else messages.DAY_SHOW.format(day=long_day(day))
    press = f"picture:{'' if is_on else PICTURE}"
    return element("button", words, type="button", class_="plain day-press", data_set=press)

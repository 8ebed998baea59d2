"""What a route's card says of the ice along it: one month as a bar along the miles."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from geo import messages
from geo.escape import Markup, element
from geo.markup.season.ice_strip import ice_bar, key_of
from geo.markup.season.ice_words import share_words
from geo.season_view import ROUTES, SeasonView, to_season_query

if TYPE_CHECKING:
    from geo.measure.season.ice import Strip

PAGE = "season"
HERE = "./"


def ice_row(strip: Strip, month: int) -> Markup:
    """Return the normal of ice of a month (1 to 12) along a way, with its key."""
    share = share_words(strip.share(month))
    head = element(
        "p",
        element("strong", messages.ICE_CARD.format(month=messages.MONTH_NAMES[month - 1])),
        " ",
        element("span", messages.ICE_CARD_NORMAL.format(years=messages.ICE_YEARS), class_="said"),
        " ",
        element("span", messages.ICE_CARD_SHARE.format(share=share), class_="n"),
        class_="head",
    )
    return element(
        "div",
        head,
        ice_bar(strip, month),
        key_of(messages.ICE_CARD_KEY),
        class_="season card-ice",
    )


def season_rows(
    feature_id: str, variant: str, *, when: Markup | None, strip: Strip | None, month: int
) -> Markup | None:
    """Return the season on a route's card: when, through what ice, and the way to its page.

    None where neither is known. Only the routes of `geo.season_view.ROUTES` have a page to lead to.

    Parameters
    ----------
    when
        The row of the calendar, from `geo.markup.season.card_rows`.
    month
        The month of the article's day, 1 to 12.
    """
    ice = ice_row(strip, month) if strip else None
    if when is None and ice is None:
        return None
    leads = season_link(feature_id, variant) if feature_id in ROUTES else None
    return element("div", when, ice, leads, class_="card-season")


def season_link(feature_id: str, variant: str) -> Markup:
    """Return the link to the page of the season with a route and its way."""
    query = urlencode(to_season_query(SeasonView(route=feature_id, way=variant)))
    return element(
        "p",
        element(
            "a",
            messages.SEASON_ALL_OF,
            href=f"{HERE}{PAGE}?{query}" if query else f"{HERE}{PAGE}",
            data_season=f"{feature_id}|{variant}",
            class_="to-season",
        ),
        class_="season all-of",
    )

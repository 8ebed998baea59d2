"""What a route's card says of its season: one row of the calendar with the day's line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element
from geo.markup.season import lanes
from geo.markup.season.calendar import window_name
from geo.markup.season.lanes import Marked
from geo.measure.season.law import ROUTE, TYPES, Law, WayGroup, groups, load_law
from geo.measure.season.published import newest_season
from geo.measure.season.words import category_name, ways_name
from geo.sentences import join_words

if TYPE_CHECKING:
    from datetime import date

    from geo.measure.season.days import Span

_ROUTE_BY_TRAFFIC = "nsr"


def when_row(feature_id: str, variant: str, day: date | None) -> Markup | None:
    """Return when a route can be sailed as one row; None where nothing is on file.

    Of the Northwest Passage the strongest type by law, on the variant or, without one, on the ways
    that are open the longest; under it the other types. Of the Northern Sea Route the newest
    published season, which is no law.

    Parameters
    ----------
    day
        The article's day, which is marked; None for none.
    """
    marked = Marked(day) if day else None
    if feature_id == _ROUTE_BY_TRAFFIC:
        return _of_traffic(marked)
    return _of_law(load_law(), variant, marked) if feature_id == ROUTE else None


def _of_traffic(marked: Marked | None) -> Markup | None:
    season = newest_season()
    if season is None:
        return None
    name, quiet = window_name(season)
    said = messages.CARD_WHEN_SEASON.format(what=name, who=quiet)
    return _row(said, (season.span,), "published", season.span.days, marked)


def _of_law(law: Law, variant: str, marked: Marked | None) -> Markup | None:
    group = next(
        (one for one in groups(law, TYPES) if not variant or variant in one.variants), None
    )
    if group is None:
        return None
    first, *others = group.rows
    ways = ways_name((variant,) if variant else group.variants)
    named = category_name(first[0])
    said = messages.CARD_WHEN_TYPE.format(category=named, ways=ways.lower())
    rest = _others(WayGroup(group.variants, tuple(others)))
    return _row(said, first[1].spans, "law", first[1].days, marked, rest)


def _others(group: WayGroup) -> str:
    said = (
        messages.CARD_WHEN_OTHER.format(
            category=category_name(named), days=messages.LAW_N_DAYS.format(days=one.days)
        )
        if one.spans
        else messages.CARD_WHEN_OTHER_NONE.format(category=category_name(named))
        for named, one in group.rows
    )
    return join_words(said)


def _row(
    said: str,
    spans: tuple[Span, ...],
    kind: str,
    days: int,
    marked: Marked | None,
    rest: str = "",
) -> Markup:
    content = lanes.bars(spans, kind) if spans else lanes.never(messages.LAW_NEVER_BUT)
    number = messages.LAW_N_DAYS.format(days=days) if spans else None
    head = element(
        "p",
        element("strong", messages.CARD_WHEN),
        " ",
        element("span", said, class_="said"),
        " ",
        element("strong", number, class_="n") if number else None,
    )
    return element(
        "div",
        head,
        lanes.axis(marked),
        lanes.lane(marked, content),
        element("p", messages.CARD_WHEN_REST.format(rest=rest), class_="quiet") if rest else None,
        class_="season when card-when",
    )

"""What a route's card says of its season: when it is sailed, and through what ice, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from geo import messages
from geo.escape import Markup, element
from geo.markup.season import lanes
from geo.markup.season.calendar import window_name
from geo.markup.season.ice_strip import ice_bar
from geo.markup.season.lanes import Marked
from geo.measure.season.days import in_words
from geo.measure.season.law import ROUTE, TYPES, Law, groups, load_law
from geo.measure.season.published import newest_season
from geo.measure.season.words import category_name, ways_name
from geo.season_view import ROUTES, SeasonView, to_season_query
from geo.sentences import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.measure.season.days import Span
    from geo.measure.season.ice import Strip
    from geo.measure.season.law import Window

PAGE = "season"
HERE = "./"
_ROUTE_BY_TRAFFIC = "nsr"


def season_on_card(
    feature_id: str, variant: str, *, day: date | None, strip: Strip | None, month: int
) -> Markup | None:
    """Return the season of a route as lanes: the days of the year, and the ice along the miles.

    None where neither is known. Only the routes of `geo.season_view.ROUTES` have a page to lead to.

    Parameters
    ----------
    day
        The article's day, which is marked; None for none.
    strip
        The ice along the way, None where it is not known.
    month
        The month of the day, 1 to 12.
    """
    when = _when(feature_id, variant, Marked(day) if day else None)
    rows = [*when, *([_ice(strip, month)] if strip else [])]
    if not rows:
        return None
    normal = messages.CARD_ICE_NORMAL.format(years=messages.ICE_YEARS) if strip else None
    return element(
        "div",
        element(
            "div",
            element("h3", messages.CARD_SEASON),
            " ",
            element("span", normal, class_="normal") if normal else None,
            " ",
            _link(feature_id, variant) if feature_id in ROUTES else None,
            class_="head",
        ),
        element("ul", *rows),
        class_="season on-card",
    )


def _when(feature_id: str, variant: str, marked: Marked | None) -> list[Markup]:
    """Return the row of the calendar: of the Northwest Passage by law, else as published.

    By law it is the strongest type on the variant or, without one, on the ways that are open the
    longest; what the other types have stands under it.
    """
    if feature_id == ROUTE:
        return _of_law(load_law(), variant, marked)
    season = newest_season() if feature_id == _ROUTE_BY_TRAFFIC else None
    if season is None:
        return []
    name, quiet = window_name(season)
    said = messages.CARD_SEASON_OF.format(what=name, who=quiet)
    days = messages.CARD_DAYS.format(span=_in_words(season.span), year=season.period)
    label = element("span", days, class_="rule")
    return [_day_row(label, (season.span,), "published", season.span.days, marked, said)]


def _of_law(law: Law, variant: str, marked: Marked | None) -> list[Markup]:
    group = next(
        (one for one in groups(law, TYPES) if not variant or variant in one.variants), None
    )
    if group is None:
        return []
    (category, window), *others = group.rows
    named = category_name(category)
    ways = ways_name((variant,) if variant else group.variants).lower()
    days = join_words(map(_in_words, window.spans)) or messages.LAW_NEVER
    label = element(
        "span", messages.CARD_TYPE_DAYS.format(category=named, days=days), class_="rule"
    )
    law_of = messages.CARD_LAW if others else messages.CARD_LAW_ALONE
    rest = law_of.format(ways=ways, others=", ".join(map(_type_days, others)))
    return [
        _day_row(label, window.spans, "law", window.days, marked),
        element("li", element("span", rest, class_="rest")),
    ]


def _in_words(span: Span) -> str:
    return messages.CARD_SPAN.format(first=in_words(span.first), last=in_words(span.last))


def _type_days(row: tuple[tuple[str, ...], Window]) -> str:
    category, window = row
    days = messages.LAW_N_DAYS.format(days=window.days) if window.spans else messages.CARD_NEVER
    return messages.CARD_TYPE.format(category=category_name(category), days=days)


def _day_row(
    label: Markup,
    spans: Sequence[Span],
    kind: str,
    days: int,
    marked: Marked | None,
    said: str | None = None,
) -> Markup:
    content = lanes.bars(spans, kind) if spans else lanes.never("")
    number = messages.LAW_N_DAYS.format(days=days) if spans else ""
    return element(
        "li",
        label,
        " ",
        element("span", number, class_="n"),
        element("span", lanes.lane(marked, content), aria_hidden="true"),
        title=said,
    )


def _ice(strip: Strip, month: int) -> Markup:
    """Return the normal of ice of a month along a way."""
    nm = strip.share(month) * strip.length_nm
    named = messages.CARD_ICE.format(month=messages.MONTH_NAMES[month - 1])
    return element(
        "li",
        element("span", named, class_="rule"),
        " ",
        element("span", f"{nm:,.0f} nm", class_="n"),
        ice_bar(strip, month),
    )


def _link(feature_id: str, variant: str) -> Markup:
    query = urlencode(to_season_query(SeasonView(route=feature_id, way=variant)))
    return element(
        "a",
        messages.SEASON_ALL_OF,
        href=f"{HERE}{PAGE}?{query}" if query else f"{HERE}{PAGE}",
        data_season=f"{feature_id}|{variant}",
        class_="to-season",
    )

"""What is said of the ice along the routes, made from the table by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element
from geo.sentences import join_words, with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.measure.season.ice import Strip

_ALL = 100


def share_words(share: float) -> str:
    """Return a share (0 to 1) of the miles as `all`, `97 %`, `under 1 %` or `none`."""
    if share <= 0:
        return messages.ICE_NONE
    if share >= 1:
        return messages.ICE_ALL
    percent = min(round(_ALL * share), _ALL - 1)
    return messages.ICE_SHARE.format(percent=percent) if percent else messages.ICE_UNDER_ONE


def answer(strips: Sequence[tuple[str, Strip]], month: int) -> str:
    """Return how much of each route is in ice, in the day's month and in the barest one.

    Where the day's month is the barest, the one with most ice stands beside it.

    Parameters
    ----------
    strips
        Name of the route and the ice along its way, the chosen one first.
    month
        The month of the day that the page is about, 1 to 12.
    """
    if not strips:
        return ""
    shares = {
        number: sum(strip.share(number) for _, strip in strips)
        for number in range(1, len(messages.MONTH_NAMES) + 1)
    }
    barest, fullest = min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)
    other = fullest if month == barest else barest
    first = join_words(
        messages.ICE_SHARE_OF.format(
            share=share_words(strip.share(month)), route=with_article(name)
        )
        for name, strip in strips
    )
    second = join_words(share_words(strip.share(other)) for _, strip in strips)
    months = "; ".join(
        messages.ICE_IN_MONTH.format(month=messages.MONTH_NAMES[number - 1], shares=said)
        for number, said in ((month, first), (other, second))
    )
    return messages.ICE_ANSWER.format(years=messages.ICE_YEARS, months=months)


def strip_said(strip: Strip, route: str, way: str) -> str:
    """Return what a strip shows in words, month by month."""
    months = (
        f"{name} {share_words(strip.share(number))}"
        for number, name in enumerate(messages.MONTH_NAMES, start=1)
    )
    return messages.ICE_STRIP_SAID.format(
        route=with_article(route), way=way, years=messages.ICE_YEARS, months=", ".join(months)
    )


def rests() -> Markup:
    """Return what the strips rest on; on a phone its first sentence, the rest folded."""
    years = messages.ICE_YEARS
    whole = (
        messages.ICE_RESTS.format(years=years),
        element("strong", messages.ICE_RESTS_STRONG),
        messages.ICE_RESTS_END,
    )
    narrow = element(
        "details",
        element(
            "summary",
            messages.ICE_RESTS_FIRST.format(years=years),
            " ",
            element("span", messages.ICE_RESTS_MORE, class_="more-words"),
        ),
        element("p", *whole, class_="caption"),
        class_="narrow",
        data_fold="ice-rests",
    )
    return element(
        "div", element("p", *whole, class_="caption wide"), narrow, class_="season ice-rests"
    )


def ice_table(strips: Iterable[tuple[str, str, Strip, Sequence[tuple[str, float]]]]) -> Markup:
    """Return the strips as tables: months by stretches of the way, and the share in ice.

    Parameters
    ----------
    strips
        Route, way, the ice along it, and name and nautical miles of what parts its stretches, from
        its beginning to its end.
    """
    tables = (_table(*one) for one in strips)
    return element("div", *tables, class_="season ice-table")


def _table(route: str, way: str, strip: Strip, parts: Sequence[tuple[str, float]]) -> Markup:
    caption = messages.ICE_TABLE_CAPTION.format(route=route, way=way, years=messages.ICE_YEARS)
    heads = (
        messages.ICE_TABLE_STRETCH,
        messages.ICE_TABLE_NM,
        *messages.MONTHS_SHORT,
    )
    means = strip.means([nm for _, nm in parts])
    rows = [
        _row(
            messages.ICE_TABLE_FROM_TO.format(start=parts[at][0], end=parts[at + 1][0]),
            f"{parts[at][1]:,.0f} – {parts[at + 1][1]:,.0f}",
            [f"{value:.0f}" for value in means[:, at]],
        )
        for at in range(len(parts) - 1)
    ]
    months = range(1, len(messages.MONTHS_SHORT) + 1)
    shares = [f"{_ALL * strip.share(number):.0f}" for number in months]
    rows.append(_row(messages.ICE_TABLE_SHARE, f"{strip.length_nm:,.0f}", shares))
    return element(
        "section",
        element("h3", caption),
        element(
            "table",
            element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
            element("tbody", *rows),
        ),
    )


def _row(name: str, miles: str, cells: Iterable[str]) -> Markup:
    return element(
        "tr",
        element("th", name, scope="row"),
        element("td", miles, class_="number"),
        *(element("td", cell, class_="number") for cell in cells),
    )

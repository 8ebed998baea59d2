"""Ice along a way as a strip: months from left to right, miles from top to bottom, five classes.

The strip says by CSS which month is chosen: what is of September has the class `m9`, and shows when
`data-month="9"` is on the `season` element around it. So another month needs no new markup.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo import messages
from geo.catalogue.sea_ice import EDGE_PERCENT
from geo.escape import Markup, element, join, svg_element
from geo.markup.season.ice_words import share_words, strip_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.measure.season.along import Place
    from geo.measure.season.ice import Strip

HEIGHT_PX = 448
"""How high the months are; names beside them are set by it."""
LEAST_GAP = 16 / HEIGHT_PX
"""The share of the way that a name needs."""
_MONTHS = range(1, 13)
_TALL = 1000.0
_NAME_X, _TICK_X, _BASELINE_PX = 12, 8, 4


@dataclass(frozen=True)
class Shown:
    """A strip and what is said of it.

    Attributes
    ----------
    route, way
        The names of the route and of its variant.
    places
        The names along it.
    is_chosen
        Whether it is that of the chosen route, which has the accent.
    """

    strip: Strip
    route: str
    way: str
    places: Sequence[Place]
    is_chosen: bool = False


def ice_strips(shown: Sequence[Shown], *, day: date, month: int) -> Markup:
    """Return the strips side by side; where there is room for one, the others are folded.

    Parameters
    ----------
    day
        The day that the page is about, whose line is drawn.
    month
        The month that is chosen, 1 to 12.
    """
    first, *others = shown
    beside = (element("div", _strip(one, day), class_="beside") for one in others)
    folded = (
        element(
            "details",
            element("summary", messages.ICE_OTHER_STRIP.format(route=one.route, way=one.way)),
            _strip(one, day),
            class_="folded-strip",
            data_fold=f"ice-{one.strip.feature}",
        )
        for one in others
    )
    return element(
        "div",
        element("div", _strip(first, day)),
        *beside,
        *folded,
        class_="season ice-strips",
        data_month=month,
    )


def _strip(shown: Shown, day: date) -> Markup:
    name = element("strong", shown.route, class_="chosen" if shown.is_chosen else None)
    way = element("span", messages.ICE_WAY.format(way=shown.way), class_="quiet")
    return element(
        "figure",
        element("figcaption", name, " ", way),
        element("div", *_letters(day), class_="letters"),
        element("div", _field(shown, day), _names(shown), class_="field"),
        element("div", *_bars(), class_="bars", aria_hidden="true"),
        class_="ice-strip",
    )


def _letters(day: date) -> Iterator[Markup]:
    for month in _MONTHS:
        name = messages.MONTH_NAMES[month - 1]
        words = messages.ICE_MONTH_BUTTON.format(month=name)
        yield element(
            "button",
            name[:1],
            type="button",
            class_=f"letter l{month} now" if month == day.month else f"letter l{month}",
            data_set=f"month:{month}",
            aria_label=words,
            title=name,
        )


def _bars() -> Iterator[Markup]:
    return (element("span", class_=f"m{month}") for month in _MONTHS)


def _field(shown: Shown, day: date) -> Markup:
    """Return the months side by side; a unit is a month across and a thousandth of the way down."""
    strip = shown.strip
    classes = (
        svg_element("path", d=data, class_=f"i{number}")
        for number, data in enumerate(_areas(strip), start=1)
        if data
    )
    x = day_at(day)
    line = f"M{x:.3f} 0L{x:.3f} {_TALL:g}"
    return svg_element(
        "svg",
        *classes,
        svg_element("path", d=_edge(strip), class_="edge"),
        svg_element("path", d=line, class_="day-halo"),
        svg_element("path", d=line, class_="day"),
        viewBox=f"0 0 12 {_TALL:g}",
        preserveAspectRatio="none",
        role="img",
        aria_label=strip_said(strip, shown.route, shown.way),
    )


def day_at(day: date) -> float:
    """Return where a day stands on a scale of which each month is a unit, from 0."""
    return day.month - 1 + (day.day - 0.5) / monthrange(day.year, day.month)[1]


def _areas(strip: Strip) -> list[str]:
    """Return the path of each class of ice, '' for one that the way does not meet."""
    return [
        "".join(
            box(month - 1, _down(strip, start), 1, _down(strip, end) - _down(strip, start))
            for month in _MONTHS
            for start, end, one in strip.runs(month)
            if one == number
        )
        for number in range(len(messages.ICE_CLASS_NAMES))
    ]


def box(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a rectangle."""
    right, bottom = x + width, y + height
    return f"M{x:.6g} {y:.6g}H{right:.6g}L{right:.6g} {bottom:.6g}H{x:.6g}Z"


def _down(strip: Strip, nm: float) -> float:
    return round(nm / strip.length_nm * _TALL, 1)


def _edge(strip: Strip) -> str:
    """Return the path of the edge of the ice: between pieces and months on both sides of 15 %."""
    covered = strip.ice_percent >= EDGE_PERCENT
    ends = [_down(strip, float(nm)) for nm in strip.ends_nm]
    across = (
        f"M{month} {ends[at + 1]:g}H{month + 1}"
        for month in range(len(covered))
        for at in range(covered.shape[1] - 1)
        if covered[month, at] != covered[month, at + 1]
    )
    down = (
        f"M{month + 1} {ends[at]:g}L{month + 1} {ends[at + 1]:g}"
        for month in range(len(covered) - 1)
        for at in range(covered.shape[1])
        if covered[month, at] != covered[month + 1, at]
    )
    return "".join((*across, *down))


def _names(shown: Shown) -> Markup:
    """Return the names at the right of the months, straits and ends with their miles."""
    pieces = [_name(one, shown.strip.length_nm) for one in shown.places]
    return svg_element("svg", *pieces, class_="names", height=HEIGHT_PX)


def _name(place: Place, length_nm: float) -> Markup:
    y = round(place.nm / length_nm * HEIGHT_PX, 1)
    if place.kind == "sea":
        return svg_element("text", place.name, x=_NAME_X, y=y + _BASELINE_PX, class_="sea")
    at = min(max(y, 0.5), HEIGHT_PX - 0.5)
    miles = svg_element("tspan", messages.ICE_PLACE_NM.format(nm=place.nm), class_="miles")
    # The first and the last name stand beside the ends of the strip, not half beyond them.
    base = min(max(y + _BASELINE_PX, 9.0), HEIGHT_PX - 1.0)
    return join(
        svg_element("path", d=f"M0 {at:g}L{_TICK_X} {at:g}", class_="tick"),
        svg_element("text", place.name, " ", miles, x=_NAME_X, y=round(base, 1)),
    )


def ice_bar(strip: Strip, month: int) -> Markup:
    """Return one month along the miles, from left to right, with its 15 % edges."""
    across = 1000.0 / strip.length_nm
    areas: dict[int, list[str]] = {}
    edges: list[str] = []
    for start, end, number in strip.runs(month):
        left, right = round(start * across, 1), round(end * across, 1)
        areas.setdefault(number, []).append(box(left, 0, right - left, 1))
    row = strip.ice_percent[month - 1] >= EDGE_PERCENT
    for nm, before, after in zip(strip.ends_nm[1:-1], row[:-1], row[1:], strict=True):
        if before != after:
            edges.append(f"M{nm * across:.1f} 0L{nm * across:.1f} 1")
    return svg_element(
        "svg",
        *(
            svg_element("path", d="".join(those), class_=f"i{number + 1}")
            for number, those in sorted(areas.items())
        ),
        svg_element("path", d="".join(edges), class_="edge") if edges else None,
        viewBox="0 0 1000 1",
        preserveAspectRatio="none",
        role="img",
        aria_label=_bar_said(strip, month),
        class_="ice-bar",
    )


def _bar_said(strip: Strip, month: int) -> str:
    runs = (
        messages.ICE_CARD_RUN.format(nm=end - start, kind=messages.ICE_CLASS_NAMES[number])
        for start, end, number in strip.runs(month)
    )
    share = messages.ICE_CARD_SHARE.format(share=share_words(strip.share(month)))
    return messages.ICE_CARD_SAID.format(share=share, runs=", ".join(runs))

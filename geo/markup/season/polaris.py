"""The POLARIS calculator: the scale with both sums on it, what they allow, and the table of values.

The scale runs from -30 to 30; a sum beyond it stands at its end as an arrow. A filled wedge is the
ship alone, a hollow one the ship behind an icebreaker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.escape import Markup, element, join, svg_element
from geo.measure.season.polaris import ICE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.measure.season.polaris import (
        Assessment,
        IceClass,
        Level,
        Outcome,
        Polaris,
        Thickness,
    )

SCALE = (-30, 30)
_NEAR_END = 20
"""Beyond this sum either way the words for both sums stand together at the end of the scale."""
_WEDGES = {
    "inside": ("0 0 14 11", "M1.4 1L12.6 1L7 10Z"),
    "below": ("0 0 11 14", "M10 1.4L10 12.6L1 7Z"),
    "above": ("0 0 11 14", "M1 1.4L1 12.6L10 7Z"),
}


class Band(NamedTuple):
    """A part of the scale: what is allowed from one sum to another."""

    level: Level
    start: int
    end: int


def ice_name(ice_type: str, thickness: Thickness) -> str:
    """Return a type of ice with its thickness, as "Thick first-year, over 1.2 m"."""
    name, (low, high) = messages.POLARIS_ICE[ice_type], thickness
    if low is None and high is None:
        return name
    bounds = "both" if low is not None and high is not None else "to" if low is None else "from"
    return f"{name}, {messages.POLARIS_THICK[bounds].format(low=low, high=high)}"


def class_name(ice_class: str) -> str:
    """Return how an ice class is shown: the Baltic ones as elsewhere here, `1A` for IMO's `IA`."""
    if ice_class == "none":
        return messages.POLARIS_NO_CLASS
    return re.sub("^I(?=[ABC])", "1", ice_class)


def signed(number: int) -> str:
    """Return a number with a true minus sign."""
    return str(number).replace("-", "−")


def level_words(outcome: Outcome) -> str:
    """Return what a sum allows, with the speed at most where one is set."""
    level = messages.POLARIS_LEVELS[outcome.level]
    if outcome.speed_kn is None:
        return level
    return messages.POLARIS_SPEED.format(level=level, knots=outcome.speed_kn)


def sum_line(tenths: int, found: Assessment | None) -> Markup:
    """Return how many tenths there are, and their sum if there is one."""
    total = (
        element("strong", messages.POLARIS_SUM.format(total=signed(found.alone.total)))
        if found
        else None
    )
    count = element("span", messages.POLARIS_TENTHS.format(tenths=signed(tenths)))
    return element("p", count, total, class_="polaris polaris-sum", role="status")


def outcome_panel(found: Assessment) -> Markup:
    """Return the scale, and what the sum allows alone and behind an icebreaker."""
    alone, escorted = (
        words.format(total=signed(each.total), level=level_words(each))
        for words, each in (
            (messages.POLARIS_ALONE, found.alone),
            (messages.POLARIS_ESCORTED, found.escorted),
        )
    )
    said = element("p", element("strong", alone), " ", escorted, class_="said", role="status")
    return element("div", _scale(found), said, class_="polaris polaris-outcome")


def wrong_panel(said: str) -> Markup:
    """Return the sentence on tenths that give no sum, in place of the scale."""
    return element(
        "div", element("p", element("strong", said), role="status"), class_="polaris wrong"
    )


def caption(found: IceClass, *, is_example: bool) -> Markup:
    """Return what the sum is not, at once below it, and what it rests on."""
    return element(
        "p",
        element("strong", messages.POLARIS_CAVEAT),
        " ",
        f"{messages.POLARIS_IS_EXAMPLE} " if is_example else None,
        messages.POLARIS_CAPTION.format(escort=found.escort_adds),
        " ",
        messages.POLARIS_SPELLING,
        class_="polaris caption",
    )


def values_table(polaris: Polaris, chosen: str) -> Markup:
    """Return all values with the speeds, a row for each type of ice, the chosen class marked."""
    head = element(
        "tr",
        element("th", messages.POLARIS_HEADS["ice"], scope="col"),
        *(
            element("th", class_name(name), scope="col", class_=_mark(name, chosen))
            for name in polaris.classes
        ),
    )
    rows = (
        element(
            "tr",
            element("th", ice_name(ice_type, polaris.ice[ice_type]), scope="row"),
            *_cells(polaris, chosen, ice_type),
        )
        for ice_type in ICE_TYPES
    )
    speeds = element(
        "tr",
        element("th", messages.POLARIS_HEADS["speed"], scope="row"),
        *(
            element("td", _speed(one.elevated_speed_kn), class_=_mark(name, chosen))
            for name, one in polaris.classes.items()
        ),
        class_="speeds",
    )
    table = element("table", element("thead", head), element("tbody", *rows, speeds))
    return element(
        "div", table, class_="polaris polaris-values", tabindex="0", role="region",
        aria_label=messages.POLARIS_VALUES,
    )  # fmt: skip


def _cells(polaris: Polaris, chosen: str, ice_type: str) -> Iterator[Markup]:
    for name, one in polaris.classes.items():
        value = one.values[ice_type]
        yield element("td", signed(value), class_=_mark(name, chosen))


def _mark(name: str, chosen: str) -> str | None:
    return "chosen" if name == chosen else None


def _speed(knots: float | None) -> str:
    return messages.POLARIS_NO_SPEED if knots is None else f"{knots:g}"


def _scale(found: Assessment) -> Markup:
    words = {
        "alone": messages.POLARIS_MARKS["alone"].format(total=signed(found.alone.total)),
        "escorted": messages.POLARIS_MARKS["escorted"].format(total=signed(found.escorted.total)),
    }
    all_bands = bands(found.ice_class)
    ticks = (_at(band.start, element("span", signed(band.start))) for band in all_bands[1:])
    return element(
        "div",
        _marks(found, words),
        element("div", *map(_band, all_bands), class_="bands"),
        element("div", *ticks, class_="ends"),
        class_="scale",
        role="img",
        aria_label=messages.POLARIS_SCALE.format(**words),
    )


def bands(rules: IceClass) -> list[Band]:
    """Return the bands of the scale from its lower end on; a class may know no elevated risk."""
    low, high = SCALE
    normal = Band("normal", rules.normal_from, high)
    if rules.elevated_from is None:
        return [Band("special", low, rules.normal_from), normal]
    elevated = Band("elevated", rules.elevated_from, rules.normal_from)
    return [Band("special", low, rules.elevated_from), elevated, normal]


def _band(band: Band) -> Markup:
    share = 100 * (band.end - band.start) / (SCALE[1] - SCALE[0])
    words = element("span", messages.POLARIS_BANDS[band.level])
    return element("div", words, class_=f"band {band.level}", width_percent=share)


def _marks(found: Assessment, words: dict[str, str]) -> Markup:
    wedges = [
        _at(outcome.total, _wedge(outcome.total), class_=f"wedge {name}")
        for name, outcome in (("escorted", found.escorted), ("alone", found.alone))
    ]
    alone, escorted = found.alone.total, found.escorted.total
    end = "low" if alone < -_NEAR_END else "high" if escorted > _NEAR_END else ""
    if end:
        named = element("div", f"{words['alone']}, {words['escorted']}", class_=f"both {end}")
    else:
        named = join(
            _at(alone, element("span", words["alone"]), class_="name alone"),
            _at(escorted, element("span", words["escorted"]), class_="name escorted"),
        )
    return element("div", named, *wedges, class_="marks")


def _at(total: int, child: Markup, *, class_: str = "") -> Markup:
    """Return a child at the place of a sum: at the right end of a box that ends there."""
    low, high = SCALE
    share = 100 * (min(max(total, low), high) - low) / (high - low)
    return element("div", child, class_=f"at {class_}".strip(), width_percent=share)


def _wedge(total: int) -> Markup:
    place = "below" if total < SCALE[0] else "above" if total > SCALE[1] else "inside"
    box, path = _WEDGES[place]
    return svg_element("svg", svg_element("path", d=path), viewBox=box, class_=place)

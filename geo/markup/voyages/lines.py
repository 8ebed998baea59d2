"""A way as a straight line to scale, in the dash and weight that it has on the map.

What stands at some place along the scale is at the right end of a box as wide as that place.
"""

import math
from collections.abc import Iterator, Sequence

from geo import messages
from geo.draw.palette import ROUTES, WIDTHS, Dashes
from geo.escape import Markup, element, svg_element
from geo.markup.voyages.numbers import (
    Pair,
    compared_words,
    metres,
    plain_span,
    published_gaps,
    signed,
    whole,
)
from geo.measure.voyages.records import FEATURE_OF_VIA, Ship, Variant, Way

MEASURES = ("miles", "days", "co2")
_WEIGHT, _STRETCH = 1.55, 1.3
"""How much heavier a line is than on the map, and how much longer its dashes."""
_HEIGHT = 12
_FAR = 4000
"""Pixels that a line is drawn; its box cuts it."""
_MOST_STEPS = 4
ROOM, WIDE_ROOM = 1.03, 1.22
"""The scale ends a little after the longest line, or leaves room for many words after it."""
_LEAST_GAP = 8.0
"""Per cent of the scale below which a gap has no arrow."""


class Scale:
    """A scale from zero that holds the longest line.

    Parameters
    ----------
    most
        The largest value.
    room
        Where the scale ends, as a multiple of that.
    """

    def __init__(self, most: float, room: float = ROOM) -> None:
        """Find the ticks of the scale."""
        self.end = most * room or 1.0
        power = 10.0 ** math.floor(math.log10(self.end))
        steps = (power * part for part in (0.1, 0.2, 0.5, 1, 2, 5))
        self.step = next(step for step in steps if self.end / step < _MOST_STEPS)

    def percent(self, value: float) -> float:
        """Return how far a value is along the scale."""
        return 100 * value / self.end

    def ticks(self) -> list[float]:
        """Return the values that are marked."""
        return [self.step * number for number in range(int(self.end // self.step) + 1)]


def extent(variant: Variant, measure: str) -> Pair:
    """Return what a variant measures, lowest and highest."""
    if measure == "days":
        return variant.days
    return variant.co2_t if measure == "co2" else (variant.nm, variant.nm)


def measured(way: Way, measure: str) -> Pair:
    """Return what a way measures over its open variants, lowest and highest."""
    if measure == "days":
        return way.days
    return way.co2_t if measure == "co2" else way.nm


def step_of(measure: str) -> int:
    """Return what the numbers of a measure are rounded to in tables."""
    return 10 if measure == "co2" else 1


def placed(percent: float, *children: object, name: str = "") -> Markup:
    """Return things at a place along the scale."""
    return element("span", *children, class_=f"at {name}".rstrip(), width_percent=max(percent, 0))


def stretch(scale: Scale, start: float, end: float, name: str, title: str = "") -> Markup:
    """Return a part of the scale, from one value to another."""
    share = 100 * (end - start) / end if end > 0 else 0
    part = element("span", class_=name, width_percent=share, title=title or None)
    return placed(scale.percent(end), part)


def way_line(via: str, percent: float) -> Markup:
    """Return the line of a way from zero to a place, in its own dash and weight."""
    width, dashes = _style(via)
    path = svg_element(
        "path",
        d=f"M0 {_HEIGHT // 2}H{_FAR}",
        stroke_width=f"{width:.1f}",
        stroke_dasharray=" ".join(f"{length:.4g}" for length in dashes) or None,
        stroke_linecap="round" if dashes and dashes[0] < 1 else None,
    )
    return placed(percent, svg_element("svg", path, class_=f"line {via}"), name="of-line")


def _style(via: str) -> tuple[float, Dashes]:
    width, dashes = ROUTES.get(FEATURE_OF_VIA.get(via, ""), (WIDTHS["route"], ()))
    return width * _WEIGHT, tuple(length * _STRETCH for length in dashes)


def open_line(way: Way, scale: Scale, measure: str) -> Iterator[Markup]:
    """Yield the line to the shortest open variant, the band to the longest, and their ticks."""
    low, high = measured(way, measure)
    yield way_line(way.via, scale.percent(low))
    if high > low:
        yield stretch(scale, low, high, "band")
    for value, name in ((low, "end"), (high, "end far")):
        if name == "end" or high > low:
            yield placed(scale.percent(value), element("span", class_=name))


def shallow_boxes(way: Way, scale: Scale, measure: str, ship: Ship) -> Iterator[Markup]:
    """Yield dashed boxes for variants that are too shallow, outside the range of the others."""
    shut = [variant for variant in way.variants if variant.shut]
    if not shut:
        return
    lows, highs = zip(*(extent(variant, measure) for variant in shut), strict=True)
    title = shallow_words(way, ship)
    if not way.open_variants:
        yield stretch(scale, min(lows), max(highs), "shallow", title)
        return
    low, high = measured(way, measure)
    if max(highs) > high:
        yield stretch(scale, max(high, min(lows)), max(highs), "shallow", title)
    if min(lows) < low:
        yield stretch(scale, min(lows), min(low, max(highs)), "shallow", title)


def shallow_words(way: Way, ship: Ship) -> str:
    """Return which variants are too shallow, and how long they are."""
    names = ", ".join(
        f"{variant.name or way.name} {whole(variant.nm)} nm"
        for variant in way.variants
        if variant.shut
    )
    return messages.VOYAGE_SHALLOW_AT.format(draught=metres_of(ship), names=names)


def metres_of(ship: Ship) -> str:
    """Return the draught with one decimal."""
    return f"{ship.draught_m:.1f}"


def north(variant: Variant, scale: Scale) -> Iterator[Markup]:
    """Yield the tint behind the parts north of the Arctic Circle; miles only."""
    for start, end in variant.north_of_circle:
        yield stretch(scale, start, end, "north")


def published_marks(way: Way, scale: Scale, variant: Variant | None = None) -> Iterator[Markup]:
    """Yield a hollow triangle for each published distance, with its source and our deviation."""
    for one, words in zip(way.published, published_words(way, variant), strict=True):
        mark = element(
            "span", class_="mark-published", role="img", tabindex=0, title=words, aria_label=words
        )
        yield placed(scale.percent(one.nm), mark)


def published_words(way: Way, variant: Variant | None = None) -> list[str]:
    """Return each published distance in words, with its source and our deviation."""
    ours = messages.VOYAGE_OURS_TRACK if variant else messages.VOYAGE_OURS_NEAREST
    gaps = [ours.format(percent=signed(gap, 1)) for gap in published_gaps(way, variant)]
    return [
        messages.VOYAGE_PUBLISHED_AT.format(nm=whole(one.nm), source=one.source, ours=gap)
        for one, gap in zip(way.published, gaps or [""] * len(way.published), strict=True)
    ]


def gap(ours: Pair, usual: Pair, percent: Pair, scale: Scale, *, beyond: float) -> Iterator[Markup]:
    """Yield the arrow to the usual way, and in words how much less or more it is.

    Parameters
    ----------
    beyond
        The farthest value that is drawn in the row: the words stand to its right.
    """
    if scale.percent(usual[0] - beyond) > _LEAST_GAP:
        yield stretch(scale, beyond, usual[0], "gap")
    words = element("span", compared_words(percent), class_="amount")
    yield placed(scale.percent(max(ours[1], usual[1], beyond)), words)


def columns(values: Sequence[tuple[str, Pair]]) -> list[Markup]:
    """Return the cells of the numbers, each with its unit for a narrow column."""
    return [_number(measure, pair) for measure, pair in values]


def _number(measure: str, pair: Pair) -> Markup:
    said = plain_span(pair, step_of(measure))
    unit = messages.VOYAGE_HEADS_NARROW[measure].format(value="")
    return element(
        "span",
        said,
        element("span", unit, class_="unit-narrow", aria_hidden="true"),
        role="gridcell",
        class_=f"number {measure}",
    )


def depth_words(variant: Variant) -> str:
    """Return the least depth on file of a variant, or a lower limit of its draught, or ''."""
    least = variant.least_depth.least_depth_m if variant.least_depth else None
    limit = variant.limit_m
    if limit and (least is None or limit < least):
        return limit_words(variant)
    return f"{metres(least)} m" if least else ""


def limit_words(variant: Variant) -> str:
    """Return the limit of a variant's draught: 'draught at most 9.5 m', '' without one."""
    if not variant.limit_m:
        return ""
    said = messages.VOYAGE_DRAUGHT_LIMIT[variant.limit_is_most]
    return said.format(limit=metres(variant.limit_m))

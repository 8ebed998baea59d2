"""Every way, pulled straight, on paper: a row for each with its line to scale and its numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from geo import messages
from geo.draw.figure.page import Page
from geo.draw.figure.sheet import Font, width_in
from geo.draw.palette import LIGHT, ROUTES, WIDTHS
from geo.markup.voyages.chart import short_season
from geo.markup.voyages.lines import ROOM, Scale
from geo.markup.voyages.numbers import compared_words, percent_more, plain_span, whole
from geo.markup.voyages.sentence import by_words, usual_for
from geo.measure.voyages.records import FEATURE_OF_VIA, Variant, Voyage, Way

NUMBERS_IN = (0.7, 0.46, 0.78)
"""Widths of the columns of miles, days and tonnes."""
_NAME_SHARE = 0.27
_ROW_IN = 0.345
_LEAST_GAP_IN = 0.22
_WORDS_IN = 0.62
_LINE_PT = 1.15
_DASHED: dict[str, Any] = {
    "facecolor": "none",
    "edgecolor": LIGHT.quiet_ink,
    "linewidth": 0.6,
    "linestyle": (0, (2, 1.6)),
}
_NORTH = "#C9DDE0"
_SOFT, _PALE = "#FBEBE5", "#EAF1F4"
_BAND = 0.3
BOLD: Font = ("bold", False)
PLAIN: Font = ("normal", False)


@dataclass(frozen=True)
class Columns:
    """Where the columns of the chart and of the table below it stand, in inches."""

    left: float
    right: float
    line: float
    line_end: float

    def number(self, index: int) -> float:
        """Return the right edge of a column of numbers."""
        return self.right - sum(NUMBERS_IN[index + 1 :])


def columns_on(page: Page) -> Columns:
    """Return the columns for a panel."""
    right = page.left + page.width
    line = page.left + page.width * _NAME_SHARE
    return Columns(page.left, right, line, right - sum(NUMBERS_IN) - 0.02)


class Bars:
    """The chart of a voyage on a panel, drawn from its top down."""

    def __init__(self, page: Page, voyage: Voyage, lit: str) -> None:
        """Find the scale and the columns."""
        self._page, self._voyage = page, voyage
        self._at = columns_on(page)
        usual = voyage.way(voyage.usual) if voyage.usual else None
        self._yard = usual if usual and usual.is_open else None
        self.rows = rows_of(voyage)
        lit_ways = (way for way in self.rows if way.via == lit and way.is_open)
        self._lit = next(lit_ways, None)
        ways = [way for way in self.rows if way.variants]
        lengths = [one.nm for way in ways for one in way.variants]
        most = max([*lengths, *(one.nm for way in ways for one in way.published)], default=1.0)
        long_in = self._at.line_end - self._at.line
        self._scale = Scale(most, long_in / (long_in - _WORDS_IN) if self._yard else ROOM)
        self._ticks = Scale(most, ROOM).ticks()

    def draw(self) -> None:
        """Draw head, rows, axis and key."""
        self._head()
        top = self._page.top
        for way in self.rows:
            self._row(way)
        bottom = self._page.top
        self._axis(top, bottom)
        self._key()

    def _x(self, value: float) -> float:
        """Return where a number of miles is along the line."""
        return self._at.line + (self._at.line_end - self._at.line) * value / self._scale.end

    def _head(self) -> None:
        page = self._page
        page.top -= 0.2
        at = page.top + 0.06
        page.text(page.left, at, messages.VOYAGE_CHART, size=9, font=BOLD, va="baseline")
        quiet: dict[str, Any] = {"color": LIGHT.quiet_ink, "va": "baseline"}
        if self._yard:
            x = self._x(self._yard.nm[0])
            page.text(x, at, messages.VOYAGE_USUAL, size=6.8, ha="center", **quiet)
        draw_heads(page, self._at, at)
        page.hairline(page.top)

    def _row(self, way: Way) -> None:
        page = self._page
        bottom, middle = page.top - _ROW_IN, page.top - _ROW_IN / 2
        is_lit, is_usual = way is self._lit, way is self._yard
        if is_lit or is_usual:
            box = (page.left - 0.06, bottom, page.width + 0.12, _ROW_IN)
            page.rectangle(box, facecolor=_SOFT if is_lit else _PALE, linewidth=0, zorder=0.5)
        colour = LIGHT.highlight if is_lit else LIGHT.ink
        if not way.is_open:
            colour = LIGHT.quiet_ink
        style: dict[str, Any] = {"va": "baseline", "color": colour}
        room = self._at.line - page.left - 0.08
        size = fitted_size(way.name, 8.2, BOLD, room)
        page.text(page.left, middle + 0.025, way.name, size=size, font=BOLD, **style)
        second, size = fitted_second(list(self._second(way)), 6.6, room)
        page.text(
            page.left, middle - 0.105, second, size=size, va="baseline", color=LIGHT.quiet_ink
        )
        if way.variants:
            self._line(way, middle, is_lit=is_lit)
            draw_numbers(page, self._at, middle - 0.04, _pairs(way), color=colour)
        page.top = bottom
        page.hairline(bottom)

    def _second(self, way: Way) -> Iterator[str]:
        draught, count = f"{self._voyage.ship.draught_m:.1f}", len(way.variants)
        if not way.variants:
            yield messages.VOYAGE_NOT_BETWEEN.format(way=by_words(way))
            return
        if way.shut == "reader":
            yield messages.VOYAGE_FIGURE_SHUT
            return
        if not way.is_open:
            one = messages.VOYAGE_SHALLOW_ONE if count == 1 else messages.VOYAGE_SHALLOW_ROW
            yield one.format(draught=draught, count=count)
            return
        if way is self._yard:
            yield messages.VOYAGE_IS_USUAL
        if count > 1:
            yield messages.VOYAGE_VARIANTS.format(count=count)
        if way.season:
            yield short_season(way)

    def _line(self, way: Way, middle: float, *, is_lit: bool) -> None:
        page = self._page
        width, dashes = ROUTES.get(FEATURE_OF_VIA.get(way.via, ""), (WIDTHS["route"], ()))
        colour = LIGHT.highlight if is_lit else LIGHT.kinds["route"]
        low, high = way.nm
        first = (way.open_variants or way.variants)[0]
        if way.open_variants and way.shut != "draught":
            for start, end in first.north_of_circle:
                box = (self._x(start), middle - 0.07, self._x(end) - self._x(start), 0.14)
                page.rectangle(box, facecolor=_NORTH, linewidth=0, zorder=1)
            weight = width * _LINE_PT * (1.5 if is_lit else 1)
            look: dict[str, Any] = {
                "color": colour,
                "linewidth": weight,
                "linestyle": (0, [dash * 0.8 / weight for dash in dashes]) if dashes else "solid",
                "dash_capstyle": "round" if dashes and dashes[0] < 1 else "butt",
                "solid_capstyle": "butt",
                "alpha": 1.0 if way.is_open else 0.34,
                "zorder": 3,
            }
            page.line([(self._x(0), middle), (self._x(low), middle)], **look)
            self._ends(low, high, middle, colour, opacity=1.0 if way.is_open else 0.34)
        for start, end in shallow_parts(way):
            box = (self._x(start), middle - 0.05, self._x(end) - self._x(start), 0.1)
            page.rectangle(box, zorder=2.5, **_DASHED)
        for one in way.published:
            self._mark(self._x(one.nm), middle + 0.075)
        self._gap(way, middle, colour if is_lit else LIGHT.ink)

    def _ends(self, low: float, high: float, middle: float, colour: str, *, opacity: float) -> None:
        page = self._page
        if high > low:
            box = (self._x(low), middle - 0.055, self._x(high) - self._x(low), 0.11)
            page.rectangle(box, facecolor=colour, alpha=_BAND * opacity, linewidth=0, zorder=2)
        for value, weight in ((low, 1.5), (high, 1.1)):
            ends = [(self._x(value), middle - 0.068), (self._x(value), middle + 0.068)]
            page.line(ends, color=colour, linewidth=weight, alpha=opacity, zorder=3.2)

    def _mark(self, x: float, bottom: float) -> None:
        """Draw the hollow triangle of a published distance."""
        corners = [(x, bottom), (x - 0.042, bottom + 0.068), (x + 0.042, bottom + 0.068)]
        look: dict[str, Any] = {"facecolor": "white", "linewidth": 0.8, "zorder": 5}
        self._page.polygon(corners, edgecolor=LIGHT.ink, **look)

    def _gap(self, way: Way, middle: float, colour: str) -> None:
        """Draw the arrow to the usual way, and write how much less or more it is."""
        usual = usual_for(self._voyage, way)
        if usual is None or not way.is_open or way is self._yard:
            return
        page = self._page
        shut = [variant.nm for variant in way.variants if variant.shut]
        beyond, yard = max([way.nm[1], *shut]), usual.nm[0]
        start, end = self._x(beyond) + 0.05, self._x(yard) - 0.03
        if end - start > _LEAST_GAP_IN:
            thin: dict[str, Any] = {"color": LIGHT.quiet_ink, "linewidth": 0.6, "zorder": 2}
            page.line([(start, middle), (end, middle)], **thin)
            for tip, turn in ((start, 1), (end, -1)):
                back = tip + turn * 0.045
                page.line([(back, middle + 0.028), (tip, middle), (back, middle - 0.028)], **thin)
        words = compared_words(percent_more(way.nm, usual.nm))
        at = max(self._x(max(beyond, yard)) + 0.06, end + 0.09)
        page.text(at, middle - 0.035, words, size=7.2, font=BOLD, va="baseline", color=colour)

    def _axis(self, top: float, bottom: float) -> None:
        page = self._page
        ticks = self._ticks
        quiet: dict[str, Any] = {"color": LIGHT.quiet_ink, "va": "baseline", "size": 6.4}
        for value in ticks:
            x = self._x(value)
            page.line([(x, top), (x, bottom)], color=LIGHT.hairline, linewidth=0.5, zorder=0.8)
            said = whole(value)
            if value == ticks[-1]:
                said = messages.VOYAGE_HEADS_NARROW["miles"].format(value=said)
            page.text(x, bottom - 0.12, said, ha="center" if value else "left", **quiet)
        if self._yard:
            x = self._x(self._yard.nm[0])
            look: dict[str, Any] = {"linewidth": 0.9, "linestyle": (0, (2.6, 2)), "zorder": 4}
            page.line([(x, top + 0.02), (x, bottom - 0.02)], color=LIGHT.ink, **look)
        page.top = bottom - 0.17

    def _key(self) -> None:
        """Write the key of what is drawn, each only where it is."""
        page, x = self._page, self._page.left
        page.top -= 0.12
        middle = page.top + 0.03
        for name, words in self._keys():
            self._sample(name, x, middle)
            page.text(x + 0.26, page.top, words, size=6.6, va="baseline", color=LIGHT.quiet_ink)
            x += 0.26 + width_in(words, 6.6, PLAIN) + 0.17
        page.top -= 0.1

    def _keys(self) -> Iterator[tuple[str, str]]:
        ways = [way for way in self.rows if way.variants]
        draught = f"{self._voyage.ship.draught_m:.1f}"
        if any(variant.north_of_circle for way in ways for variant in way.variants):
            yield "north", messages.VOYAGE_KEY_NORTH
        if any(way.is_open and way.nm[0] < way.nm[1] for way in ways):
            yield "band", messages.VOYAGE_KEY_BAND
        if any(shallow_parts(way) for way in ways):
            yield "shallow", messages.VOYAGE_TOO_SHALLOW.format(draught=draught)
        if any(way.published for way in ways):
            yield "published", messages.VOYAGE_KEY_PUBLISHED

    def _sample(self, name: str, x: float, middle: float) -> None:
        page = self._page
        box = (x, middle - 0.04, 0.2, 0.08)
        if name == "north":
            page.rectangle(box, facecolor=_NORTH, linewidth=0)
        elif name == "shallow":
            page.rectangle(box, **_DASHED)
        elif name == "published":
            self._mark(x + 0.13, middle - 0.035)
        else:
            page.rectangle(box, facecolor=LIGHT.highlight, alpha=_BAND, linewidth=0)
            for side in (x, x + 0.2):
                ends = [(side, middle - 0.055), (side, middle + 0.055)]
                page.line(ends, color=LIGHT.highlight, linewidth=1.2)


def rows_of(voyage: Voyage) -> list[Way]:
    """Return what has a row: each way, or where there is one only and no usual, its variants."""
    there = [way for way in voyage.ways if way.variants]
    if len(there) == 1 and not voyage.usual and len(there[0].variants) > 1:
        (only,) = there
        return [
            Way(only.via, one.name or only.name, (one,), season="", shut=one.shut or only.shut)
            for one in only.variants
        ]
    return list(voyage.ways)


def shallow_parts(way: Way) -> list[tuple[float, float]]:
    """Return from and to of the variants that are too shallow, outside the range of the others."""
    shut = [variant.nm for variant in way.variants if variant.shut]
    if not shut:
        return []
    if not way.open_variants:
        return [(min(shut) * (1 if min(shut) < max(shut) else 0.99), max(shut))]
    low, high = way.nm
    parts = []
    if max(shut) > high:
        start = max(high, min(shut))
        parts.append((start if start < max(shut) else high, max(shut)))
    if min(shut) < low:
        parts.append((min(shut), min(low, max(shut)) if len(shut) > 1 else low))
    return parts


def draw_heads(page: Page, at: Columns, bottom: float) -> None:
    """Write the heads of the columns of numbers."""
    for index, measure in enumerate(("miles", "days", "co2")):
        style: dict[str, Any] = {"color": LIGHT.quiet_ink, "va": "baseline", "ha": "right"}
        page.text(at.number(index), bottom, messages.VOYAGE_HEADS[measure], size=7, **style)


def draw_numbers(
    page: Page, at: Columns, bottom: float, said: Sequence[str], *, color: str, size: float = 8.0
) -> None:
    """Write miles, days and tonnes of CO2 in their columns."""
    for index, words in enumerate(said):
        font = BOLD if index == 0 else PLAIN
        style: dict[str, Any] = {"color": color, "va": "baseline", "ha": "right"}
        page.text(at.number(index), bottom, words, size=size, font=font, **style)


def _pairs(way: Way) -> tuple[str, str, str]:
    return plain_span(way.nm), plain_span(way.days), plain_span(way.co2_t, 10)


def numbers_of(variant: Variant) -> tuple[str, str, str]:
    """Return miles, days and tonnes of CO2 of a variant in words."""
    return whole(variant.nm), plain_span(variant.days), plain_span(variant.co2_t, 10)


def fitted_size(text: str, size: float, font: Font, room: float) -> float:
    """Return the size that a text fits into a room with: as wished, or smaller."""
    return size * min(1.0, room / max(width_in(text, size, font), 1e-9))


def fitted_second(parts: Sequence[str], size: float, room: float) -> tuple[str, float]:
    """Return the second line of a row and its size; a long last part ends at its first break."""
    whole_line = " · ".join(parts)
    if width_in(whole_line, size, PLAIN) <= room or not parts:
        return whole_line, size
    *others, last = parts
    for sign in (", ", " by ", " ("):
        shorter = " · ".join([*others, last.partition(sign)[0]])
        if width_in(shorter, size, PLAIN) <= room:
            return shorter, size
    return whole_line, fitted_size(whole_line, size, PLAIN, room)

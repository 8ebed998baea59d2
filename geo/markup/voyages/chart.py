"""Every way, pulled straight: each as its own line from the map, to scale from one start."""

from collections.abc import Iterable, Iterator, Sequence

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.voyages import lines
from geo.markup.voyages.lines import MEASURES, Scale, measured
from geo.markup.voyages.numbers import compared_words, plain_span, whole
from geo.markup.voyages.sentence import HYPOTHETICAL, by_words, lit_way
from geo.markup.voyages.yardstick import USUAL, Yardstick, yardstick
from geo.measure.voyages.records import Variant, Voyage, Way
from geo.measure.voyages.ships import FUELS

_LONG_WORDS = 11
"""Letters after a line for which the margin is too narrow."""
_NEAR_END = 0.85
_LOW_YARD, _NEAR_START = 62.0, 16.0
"""Per cent of the scale below which the name over the dashed line would meet the switch of the
measure, and would begin before the scale."""


def ways_chart(
    voyage: Voyage,
    lit: str,
    beside: Sequence[str],
    measure: str = "miles",
    *,
    variant: str = "",
    yard: str = USUAL,
) -> Markup:
    """Return the chart of all ways, or of the variants where there is one way only.

    Parameters
    ----------
    lit
        The `via` in the accent.
    beside
        Those that are ticked, to stand side by side.
    measure
        What the lines measure: one of `lines.MEASURES`. The order is by miles in any case.
    variant
        Slug of the variant in the accent, where the rows are variants.
    yard
        What the rows are compared with, where there is a choice: see `yardstick`.
    """
    drawn = [way for way in voyage.ways if way.variants]
    if not drawn:
        return element("div", class_="voyages ways-chart")
    stick = yardstick(voyage, yard)
    scale = _scale(drawn, stick, measure)
    only = drawn[0] if len(drawn) == 1 and stick is None else None
    if only and len(only.variants) > 1 and only.shut != "reader":
        rows = [
            _variant_row(voyage, only, one, scale, measure=measure, is_lit=one.slug == variant)
            for one in only.variants
        ]
    else:
        row = _Rows(voyage, lit, tuple(beside), measure, scale, stick)
        rows = [row.of(way) for way in voyage.ways]
    grid = element(
        "div",
        _head(measure, stick, scale),
        *rows,
        _yard(stick, measure, scale),
        _axis(scale, measure),
        role="grid",
        class_="ways-grid",
        aria_label=messages.VOYAGE_CHART,
    )
    legend = _legend(voyage, drawn, measure)
    factor = co2_line(voyage, lit) if measure == "co2" else None
    return element("div", grid, legend, factor, class_="voyages ways-chart", data_of=measure)


def co2_line(voyage: Voyage, lit: str) -> Markup:
    """Return the fuel that the lit way takes, and whose factor makes CO2 of it."""
    way, fuel = lit_way(voyage, lit), FUELS[voyage.ship.fuel]
    burnt = (
        messages.VOYAGE_FUEL_OF.format(way=way.name, fuel=plain_span(way.fuel_t, 10)) if way else ""
    )
    factor = messages.VOYAGE_CO2_FROM.format(
        factor=f"{fuel.co2_t:.3f}",
        name=f"{fuel.name[:1].lower()}{fuel.name[1:]}".partition(" (")[0],
        source=fuel.source,
        confidence=fuel.confidence.partition(":")[0],
    )
    words = " ".join(filter(None, (burnt, factor)))
    return element("p", words, class_="quiet co2-line", title=f"{fuel.source}; {fuel.confidence}")


def _scale(ways: Iterable[Way], stick: Yardstick | None, measure: str) -> Scale:
    """Return a scale with room for what is said after the longest lines."""
    ends = [lines.extent(variant, measure)[1] for way in ways for variant in way.variants]
    known = [one.nm for way in ways for one in way.published] if measure == "miles" else []
    most = max([*ends, *known])
    words = (
        compared_words(stick.difference(way, measure))
        for way in ways
        if stick and way.is_open and measured(way, measure)[1] > most * _NEAR_END
    )
    is_wide = any(len(said) > _LONG_WORDS for said in words)
    return Scale(most, lines.WIDE_ROOM if is_wide else lines.ROOM)


def _head(measure: str, stick: Yardstick | None, scale: Scale) -> Markup:
    switch = element(
        "span",
        *(
            element(
                "button",
                messages.VOYAGE_MEASURES[one],
                type="button",
                data_measure=one,
                aria_pressed="true" if one == measure else "false",
            )
            for one in MEASURES
        ),
        role="group",
        class_="measures",
        aria_label=messages.VOYAGE_MEASURE,
    )
    yard = _place(stick, measure, scale)
    side = "near-start" if yard < _NEAR_START else ""
    named = stick and element("span", lines.placed(yard, stick.name(), name=side), class_="scale")
    numbers = (
        element("span", messages.VOYAGE_HEADS[one], role="columnheader", class_=f"number {one}")
        for one in MEASURES
    )
    compare = element("span", messages.VOYAGE_COMPARE, class_="unseen")
    return element(
        "div",
        element("span", compare, role="columnheader", class_="tick-cell"),
        element("span", messages.VOYAGE_CHART, role="columnheader", class_="way-name"),
        element("span", switch, named, role="columnheader", class_="plot"),
        *numbers,
        role="row",
        class_="ways-head low-yard" if stick and yard < _LOW_YARD else "ways-head",
    )


def _place(stick: Yardstick | None, measure: str, scale: Scale) -> float:
    """Return where the dashed line stands, in per cent of the scale."""
    return scale.percent(stick.measure(measure)[0]) if stick else 0.0


def _yard(stick: Yardstick | None, measure: str, scale: Scale) -> Markup | None:
    """Return the dashed line of what the rows are compared with, over all rows."""
    if stick is None:
        return None
    mark = lines.placed(_place(stick, measure, scale), name="usual")
    line = element("span", mark, class_="scale")
    return element("div", element("span", line, class_="plot"), class_="yard", aria_hidden="true")


def _axis(scale: Scale, measure: str) -> Markup:
    ticks = scale.ticks()
    unit = messages.VOYAGE_HEADS_NARROW[measure]
    marks = (
        lines.placed(
            scale.percent(value),
            element(
                "span", unit.format(value=whole(value)) if value == ticks[-1] else whole(value)
            ),
            name="axis-tick",
        )
        for value in ticks
    )
    plot = element("span", element("span", *marks, class_="scale"), class_="plot")
    return element("div", plot, class_="ways-axis", aria_hidden="true")


class _Rows:
    """Makes the rows of the chart, one for each way."""

    def __init__(
        self,
        voyage: Voyage,
        lit: str,
        beside: tuple[str, ...],
        measure: str,
        scale: Scale,
        stick: Yardstick | None,
    ) -> None:
        self._voyage, self._measure, self._scale, self._stick = voyage, measure, scale, stick
        self._lit, self._beside = lit, beside
        self._draught = lines.metres_of(voyage.ship)

    def of(self, way: Way) -> Markup:
        """Return the row of one way."""
        is_lit, is_ticked = way.via == self._lit, way.via in self._beside
        state = "open" if way.is_open else ("none" if not way.variants else "shut")
        shown = {"lit": is_lit, "ticked": is_ticked, "by-reader": way.shut == "reader"}
        classes = [state, *(name for name, is_so in shown.items() if is_so)]
        return element(
            "div",
            self._tick(way, is_ticked=is_ticked),
            self._name(way),
            self._plot(way),
            *self._numbers(way),
            role="row",
            tabindex=0,
            class_=f"way-row {' '.join(classes)}",
            data_way=way.via,
            aria_current="true" if is_lit else None,
        )

    def _tick(self, way: Way, *, is_ticked: bool) -> Markup:
        button = element(
            "button",
            type="button",
            role="checkbox",
            class_="tick-box",
            aria_checked="true" if is_ticked else "false",
            aria_label=messages.VOYAGE_COMPARE_WAY.format(way=way.name),
            data_tick=way.via,
        )
        cell = button if way.variants else None
        return element("span", cell, role="gridcell", class_="tick-cell")

    def _name(self, way: Way) -> Markup:
        name = element("span", way.name, class_="name")
        words = " · ".join(self._second_line(way))
        second = element("span", words, self._opener(way), class_="second", title=words)
        return element("span", name, " ", second, role="rowheader", class_="way-name")

    def _second_line(self, way: Way) -> Iterator[str]:
        count, draught = len(way.variants), self._draught
        if not way.variants:
            yield messages.VOYAGE_NOT_BETWEEN.format(way=by_words(way))
        elif way.shut == "reader":
            yield messages.VOYAGE_SHUT_ROW
        elif not way.open_variants or way.shut == "draught":
            one = messages.VOYAGE_SHALLOW_ONE if count == 1 else messages.VOYAGE_SHALLOW_ROW
            yield one.format(draught=draught, count=count)
        elif way.shut:
            yield way.shut
        else:
            if way.via == self._voyage.usual:
                yield messages.VOYAGE_IS_USUAL
            deep = sum(variant.is_deep for variant in way.variants)
            if count > 1:
                pattern = messages.VOYAGE_DEEP if deep else messages.VOYAGE_VARIANTS
                yield pattern.format(count=count, deep=deep)
            if way.season:
                yield short_season(way)

    def _opener(self, way: Way) -> Markup | None:
        if way.shut != "reader":
            return None
        button = element(
            "button",
            messages.VOYAGE_OPEN,
            type="button",
            class_="plain",
            data_open=way.via,
            aria_label=messages.VOYAGE_OPEN_WAY.format(way=way.name),
        )
        return join(" · ", button)

    def _numbers(self, way: Way) -> list[Markup]:
        if not way.variants:
            return [element("span", role="gridcell", class_=f"number {one}") for one in MEASURES]
        return lines.columns([(one, measured(way, one)) for one in MEASURES])

    def _plot(self, way: Way) -> Markup:
        drawn = element("span", *(self._drawn(way) if way.variants else ()), class_="scale")
        said = element("span", "; ".join(self._said(way)), class_="unseen")
        return element("span", drawn, said, role="gridcell", class_="plot")

    def _drawn(self, way: Way) -> Iterator[Markup]:
        scale, measure = self._scale, self._measure
        is_shallow = not way.open_variants or way.shut == "draught"
        if measure == "miles" and not is_shallow:
            yield from lines.north((way.open_variants or way.variants)[0], scale)
        if not is_shallow:
            yield from lines.open_line(way, scale, measure)
        yield from lines.shallow_boxes(way, scale, measure, self._voyage.ship)
        if measure == "miles" and not is_shallow:
            yield from lines.published_marks(way, scale)
        stick = self._compared(way)
        if stick is not None:
            ours, theirs = measured(way, measure), stick.measure(measure)
            shallow = [lines.extent(one, measure)[1] for one in way.variants if one.shut]
            beyond = max([ours[1], *shallow])
            percent = stick.difference(way, measure)
            yield from lines.gap(ours, theirs, percent, scale, beyond=beyond)

    def _compared(self, way: Way) -> Yardstick | None:
        """Return what a row is compared with; nothing for that way itself."""
        stick = self._stick
        return stick if stick and way.is_open and way.via != stick.way.via else None

    def _said(self, way: Way) -> Iterator[str]:
        """Yield in words what is drawn only."""
        stick = self._compared(way)
        if stick is not None:
            yield stick.words(way, self._measure)
        if not way.variants:
            return
        if nm := _north_nm((way.open_variants or way.variants)[0]):
            yield messages.VOYAGE_NORTH_AT.format(nm=whole(nm))
        if any(variant.shut for variant in way.variants):
            yield lines.shallow_words(way, self._voyage.ship)
        yield from lines.published_words(way)


def _north_nm(variant: Variant) -> float:
    return sum(end - start for start, end in variant.north_of_circle)


def _variant_row(
    voyage: Voyage, way: Way, one: Variant, scale: Scale, *, measure: str, is_lit: bool
) -> Markup:
    """Return the row of a variant: of a pair that has one way only."""
    own = Way(way.via, way.name, (one,))
    depth = lines.depth_words(one)
    if one.shut:
        draught = lines.metres_of(voyage.ship)
        depth = " · ".join(
            filter(None, (depth, messages.VOYAGE_TOO_SHALLOW.format(draught=draught)))
        )
    second = element("span", depth or messages.VOYAGE_NO_DEPTHS, class_="second")
    name = element("span", one.name or way.name, class_="name")
    drawn = (
        *(lines.north(one, scale) if measure == "miles" else ()),
        *lines.open_line(own, scale, measure),
    )
    return element(
        "div",
        element("span", role="gridcell", class_="tick-cell"),
        element("span", name, " ", second, role="rowheader", class_="way-name"),
        element("span", element("span", *drawn, class_="scale"), role="gridcell", class_="plot"),
        *lines.columns([(each, lines.extent(one, each)) for each in MEASURES]),
        role="row",
        tabindex=0,
        class_=f"way-row {'shut too-shallow' if one.shut else 'open'}{' lit' if is_lit else ''}",
        aria_current="true" if is_lit else None,
        data_way=way.via,
        data_variant=one.slug,
    )


def _legend(voyage: Voyage, drawn: Sequence[Way], measure: str) -> Markup:
    """Return the key of what is drawn, each only where it is."""
    is_miles = measure == "miles"
    band = {
        "miles": messages.VOYAGE_KEY_BAND,
        "days": messages.VOYAGE_KEY_DAYS,
        "co2": messages.VOYAGE_KEY_CO2,
    }[measure]
    draught = lines.metres_of(voyage.ship)
    has_north = any(variant.north_of_circle for way in drawn for variant in way.open_variants)
    is_alone = len(drawn) == 1
    has_band = any(len(set(measured(way, measure))) > 1 for way in drawn if way.is_open)
    has_band = has_band and not (is_alone and is_miles)
    has_shallow = any(variant.shut for way in drawn for variant in way.variants) and not is_alone
    keys = (
        ("north", messages.VOYAGE_KEY_NORTH, has_north and is_miles),
        ("band", band, has_band),
        ("shallow", messages.VOYAGE_TOO_SHALLOW.format(draught=draught), has_shallow),
        (
            "mark-published",
            messages.VOYAGE_KEY_PUBLISHED,
            is_miles and any(w.published for w in drawn),
        ),
    )
    entries = (
        element("li", element("span", class_=f"key {name}", aria_hidden="true"), words)
        for name, words, is_shown in keys
        if is_shown
    )
    return element("ul", *entries, class_="ways-legend")


def short_season(way: Way) -> str:
    """Return when a way may be sailed, without what qualifies it: the table has all of it.

    Dates by law depend on ship and zone, so that none of them stands alone.
    """
    is_qualified = "," in way.season
    if way.via == "nwp" and is_qualified:
        return messages.VOYAGE_SEASON_BY_LAW
    return way.season if way.via == HYPOTHETICAL else way.season.partition(",")[0]

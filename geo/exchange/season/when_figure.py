"""The figure of "When can it be sailed?" to print: the calendar, as it is unfolded on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from geo import messages
from geo.draw.figure.sheet import width_in
from geo.draw.palette import LIGHT
from geo.exchange.season.sheet import BlockSheet, Plot, PlotAxes, make_block_figure
from geo.markup.season import when_words
from geo.markup.season.calendar import CLASSES_FOLD, Calendar, fold_of, window_name
from geo.measure.season.days import (
    ALL_YEAR,
    DAYS,
    MONTH_DAYS,
    MONTH_STARTS,
    Span,
    day_of,
    in_words,
)
from geo.measure.season.law import TYPES, WayGroup, Window, groups, zones_of
from geo.measure.season.words import category_name, known_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.draw.figure import Form, Size
    from geo.markup.season.lanes import Marked
    from geo.measure.season.law_tables import Published

NAVY, QUIET, ACCENT = LIGHT.kinds["route"], LIGHT.quiet_ink, LIGHT.highlight
_PALE, _BAND, _DOTS = "#CFDDE9", "#F4F8F9", "#8AA1AE"
_LOOKS: dict[str, dict[str, Any]] = {
    "law": {"facecolor": NAVY, "linewidth": 0},
    "published": {"facecolor": _PALE, "edgecolor": NAVY, "linewidth": 0.9},
    "lapsed": {"facecolor": "none", "edgecolor": QUIET, "linewidth": 0.9, "linestyle": (0, (3, 2))},
    "zone": {"facecolor": NAVY, "alpha": 0.38, "linewidth": 0},
    "decides": {"facecolor": NAVY, "linewidth": 0},
}
_HALO: dict[str, Any] = {"bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.6}}
_LARGEST_PT, _OF_ROW, _SMALLER = 8.4, 0.74, 0.9
_INDENT_PX, _SPACE_PX = 10, 5
_NUMBER_IN, _MILES_IN, _NARROW_IN = 0.5, 0.85, 3.6
"""What days take at the right, and miles; a year that is narrower has months in one letter."""
_LONG_DAY, _LABEL_GAP_IN = "30 Aug", 0.05
_LATE = 226
"""From which day of the year the mark's label stands left of its line."""


class Row(NamedTuple):
    """A row of the calendar.

    Attributes
    ----------
    kind
        `head`, `ways`, `note`, or how its bars are drawn: a key of `_LOOKS`.
    quiet
        What stands after the name in grey; for a zone its miles, at the right.
    reason
        What is written where there is no day.
    """

    kind: str
    name: str
    quiet: str = ""
    spans: Sequence[Span] = ()
    days: int | None = None
    reason: str = ""


def make_when_figure(
    shown: Calendar,
    season: Published | None,
    *,
    form: Form,
    size: Size,
    address: str,
    day: date,
) -> bytes:
    """Return the figure of the calendar as a file's bytes.

    Parameters
    ----------
    season
        The newest published season of the Northern Sea Route, for the answer.
    address, day
        Where and when it was made.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    captions = (
        (messages.LAW_RESTS_HEAD, when_words.law_words(shown.law, shown.source)),
        (messages.WINDOWS_RESTS_HEAD, when_words.published_words(shown.published)),
    )
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["when"],
        answer=when_words.answer(shown.law, season),
        rows=[_plots(shown)],
        captions=[f"{head} {words}" for head, words in captions if words],
        sources=[*_sources(shown)],
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def _plots(of: Calendar) -> list[Plot]:
    """Return the calendar of the types, and beside it that of the Arctic classes if unfolded."""
    rows = [*type_rows(of), *_published_rows(of)]
    types = Plot(messages.LAW_CALENDAR, "", partial(_draw, rows, of.marked, is_labelled=True), 6.0)
    classes = [*class_rows(of)]
    if not classes:
        return [types]
    return [types, Plot(messages.LAW_CLASSES_HEAD, "", partial(_draw, classes, of.marked), 4.6)]


def type_rows(of: Calendar) -> Iterator[Row]:
    """Yield the rows of the types, those of unfolded zones among them."""
    yield Row("head", messages.LAW_TYPES_HEAD)
    if of.law.windows:
        yield from _groups(of, of.law.categories(is_type=True))
    else:
        yield Row("note", of.law.missing)


def class_rows(of: Calendar) -> Iterator[Row]:
    """Yield the rows of the Arctic classes where they are unfolded."""
    if CLASSES_FOLD in of.opened and of.law.windows:
        yield from _groups(of, of.law.categories(is_type=False))


def _groups(of: Calendar, categories: Sequence[str]) -> Iterator[Row]:
    for number, group in enumerate(groups(of.law, categories, first=of.way)):
        yield Row("ways", when_words.group_name(group, of.law, of.transits, of.name_of))
        for named, window in group.rows:
            yield _window_row(of, named, window)
            if fold_of(named[0], group.variants if number else ()) in of.opened:
                yield from _zone_rows(of, group, named[0])


def _window_row(of: Calendar, named: tuple[str, ...], window: Window) -> Row:
    quiet = known_as(named, of.notations)
    if window.spans:
        return Row("law", category_name(named), quiet, window.spans, window.days)
    is_all = TYPES[0] in named or window.category not in TYPES
    reason = messages.LAW_NEVER_BUT if is_all else messages.LAW_NEVER
    return Row("law", category_name(named), quiet, reason=reason)


def _zone_rows(of: Calendar, group: WayGroup, category: str) -> Iterator[Row]:
    for one in zones_of(group, of.law, category):
        miles = when_words.zone_miles(group, of.law, one)
        if one.span is None:
            yield Row("zone", "", miles, reason=messages.LAW_ZONE_SHUT.format(zone=one.zone))
            continue
        name = _zone_name(one.zone, one.span, decides=one.decides)
        yield Row("decides" if one.decides else "zone", name, miles, (one.span,))


def _zone_name(zone: int, span: Span, *, decides: bool) -> str:
    if span == ALL_YEAR:
        return messages.LAW_ZONE_ALL_YEAR.format(zone=zone)
    return (messages.LAW_DECIDES if decides else messages.LAW_ONE_ZONE).format(zone=zone)


def _published_rows(of: Calendar) -> Iterator[Row]:
    yield Row("head", messages.WINDOWS_HEAD)
    if not of.published:
        yield Row("note", of.missing)
    for one in of.published:
        kind = "lapsed" if one.is_lapsed else "published"
        yield Row(kind, *window_name(one), (one.span,), one.span.days)


def _sources(of: Calendar) -> Iterator[str]:
    """Yield what the windows rest on: the law's source, then that of each published window."""
    if of.source and of.law.windows:
        source = of.source
        yield f"{source.title}, {source.as_of}: {source.publisher} ({source.confidence})."
    said = "; ".join(
        f"{window_name(one)[0]}: {one.source} ({one.confidence})" for one in of.published
    )
    if said:
        yield f"{messages.WINDOWS_HEAD}. {said}."


class _Lanes(NamedTuple):
    """Where a calendar's parts are, in days of its scale, and how large its words are.

    `names` is where names begin, `numbers` where days and miles end, `label` how much of the year
    a day beside its bar takes.
    """

    plot: PlotAxes
    names: float
    numbers: float
    label: float
    size: float
    is_narrow: bool


def _draw(
    rows: Sequence[Row], marked: Marked | None, plot: PlotAxes, *, is_labelled: bool = False
) -> None:
    lanes = _lanes(rows, plot)
    _months(rows, marked, lanes)
    for at, row in enumerate(rows):
        if row.kind in _LOOKS:
            _lane(row, at, lanes)
        else:
            _heading(row, at, lanes)
    first = next((at for at, row in enumerate(rows) if row.kind == "ways"), 0)
    if marked and is_labelled:
        _label(marked, first, lanes)


def _lanes(rows: Sequence[Row], plot: PlotAxes) -> _Lanes:
    """Divide the width: as much for names as the longest takes, and for the numbers."""
    wide, tall = plot.size_in()
    size = min(_LARGEST_PT, tall * 72 / (len(rows) + 1.5) * _OF_ROW)
    names = max((_name_px(row, size) for row in rows if _is_named(row)), default=0.0) / 96 + 0.55
    numbers = _MILES_IN if any(row.kind in {"zone", "decides"} for row in rows) else _NUMBER_IN
    year = wide - names - numbers
    day = DAYS / year
    plot.scales((-names * day, DAYS + numbers * day), (len(rows) + 0.5, -1.0))
    ends = -names * day, DAYS + numbers * day
    label = width_in(_LONG_DAY, size, ("normal", False)) + _LABEL_GAP_IN
    return _Lanes(plot, *ends, label * day, size, is_narrow=year < _NARROW_IN)


def _is_named(row: Row) -> bool:
    return row.kind in _LOOKS and row.kind not in {"zone", "decides"}


def _name_px(row: Row, size: float) -> float:
    plain = ("normal", False)
    quiet = width_in(row.quiet, size * _SMALLER, plain)
    return _INDENT_PX + _SPACE_PX + 96 * (width_in(row.name, size, plain) + quiet)


def _months(rows: Sequence[Row], marked: Marked | None, lanes: _Lanes) -> None:
    plot, size, bottom = lanes.plot, lanes.size, len(rows) - 0.4
    now = marked.day.month if marked else 0
    for number, (start, days) in enumerate(zip(MONTH_STARTS, MONTH_DAYS, strict=True), start=1):
        if number % 2:
            plot.axes.fill_between((start - 1, start - 1 + days), -0.4, bottom, color=_BAND, lw=0)
        look: dict[str, Any] = {"color": QUIET}
        if number == now:
            look = {"color": ACCENT, "weight": "bold"}
        name = in_words(start)[2:]
        said = name[:1] if lanes.is_narrow else name
        plot.say(start - 1 + days / 2, -0.8, said, size=size, **look)
    plot.line((0, DAYS), (-0.4, -0.4), color=_DOTS, linewidth=0.8)
    plot.say(lanes.numbers, -0.8, messages.LAW_DAYS, align="right", size=size, color=QUIET)
    if marked:
        place = day_of(marked.day) - 0.5
        plot.line((place, place), (-0.6, bottom), color=ACCENT, linewidth=1.6, zorder=3)


def _label(marked: Marked, at: int, lanes: _Lanes) -> None:
    """Write the marked day beside its line; in the later part of the year left of it."""
    number = day_of(marked.day)
    box: dict[str, Any] = {"facecolor": ACCENT, "edgecolor": "none", "pad": 1.6}
    look: dict[str, Any] = {"color": "white", "weight": "bold", "bbox": box, "zorder": 10}
    _beside(number - 0.5, at, marked.label(), lanes, is_before=number > _LATE, **look)


def _heading(row: Row, at: int, lanes: _Lanes) -> None:
    look: dict[str, Any] = {"weight": "bold"} if row.kind == "head" else {"color": QUIET} | _HALO
    lanes.plot.say(lanes.names, at, row.name, align="left", size=lanes.size, **look)
    if row.kind == "head":
        ends = (lanes.names, lanes.numbers)
        lanes.plot.line(ends, (at + 0.46,) * 2, color=LIGHT.hairline, linewidth=0.7, zorder=1)


def _lane(row: Row, at: int, lanes: _Lanes) -> None:
    plot, size = lanes.plot, lanes.size
    at_right: dict[str, Any] = {"align": "right", "size": size}
    if _is_named(row):
        _name(row, at, lanes)
    else:
        plot.say(lanes.numbers, at, row.quiet, **at_right | {"color": QUIET})
    if row.reason:
        dots: dict[str, Any] = {"color": _DOTS, "linewidth": 0.8, "linestyle": (0, (1, 2))}
        plot.line((0, DAYS), (at, at), zorder=1, **dots)
        middle = DAYS * (0.5 if lanes.is_narrow else 0.72)
        plot.say(middle, at, row.reason, size=size, **_HALO)
    for span in row.spans:
        for part in span.parts():
            _bar(row, span, part, at, lanes)
    if row.days is not None:
        plot.say(lanes.numbers, at, str(row.days), weight="bold", **at_right)


def _name(row: Row, at: int, lanes: _Lanes) -> None:
    look: dict[str, Any] = {"align": "left", "dx": _INDENT_PX, "size": lanes.size}
    lanes.plot.say(lanes.names, at, row.name, **look)
    wide = width_in(row.name, lanes.size, ("normal", False)) * 96
    look |= {"dx": _INDENT_PX + _SPACE_PX + wide, "size": lanes.size * _SMALLER, "color": QUIET}
    lanes.plot.say(lanes.names, at, row.quiet, **look)


def _bar(row: Row, span: Span, part: Span, at: int, lanes: _Lanes) -> None:
    """Draw a part of a span with a day at those ends that are the span's own."""
    left, right, is_zone = part.first - 1, part.last, not _is_named(row)
    tall = 0.3 if is_zone else 0.62
    lanes.plot.axes.barh(at, right - left, tall, left=left, zorder=4, **_LOOKS[row.kind])
    inner: dict[str, Any] = {"color": "white" if row.kind == "law" else LIGHT.ink}
    if is_zone:
        if part.first == span.first:
            _beside(left, at, row.name, lanes, is_before=left > lanes.label, **_HALO)
        return
    if span == ALL_YEAR:
        lanes.plot.say(DAYS / 2, at, messages.SEASON_ALL_YEAR, size=lanes.size, **inner)
        return
    if part.first == span.first:
        has_room = left > lanes.label
        look = _HALO if has_room else inner
        _beside(left, at, in_words(part.first), lanes, is_before=has_room, **look)
    if part.last == span.last:
        has_room = right < DAYS - lanes.label
        look = _HALO if has_room else inner
        _beside(right, at, in_words(part.last), lanes, is_before=not has_room, **look)


def _beside(
    place: float,
    at: int,
    words: str,
    lanes: _Lanes,
    *,
    is_before: bool,
    **look: Any,  # noqa: ANN401
) -> None:
    side: dict[str, Any] = {"dx": -4, "align": "right"} if is_before else {"dx": 4, "align": "left"}
    lanes.plot.say(place, at, words, size=lanes.size, **side, **look)

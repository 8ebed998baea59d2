"""The calendar: when each way can be sailed, by law and as published, in lanes of one year.

Ways with equal windows share their rows, and so do types without any day. A window in law is a
solid bar, a published one pale, that of a lapsed rule empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.season import lanes, when_words
from geo.measure.season.law import TYPES, Law, WayGroup, Window, ZoneOfGroup, groups, zones_of
from geo.measure.season.words import category_name, known_as, number_of, ways_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from geo.markup.season.lanes import Marked
    from geo.measure.season.law_tables import LawSource, Published
    from geo.measure.transits import Transits

CLASSES_FOLD = "arctic"


def fold_of(category: str, variants: Sequence[str] = ()) -> str:
    """Return the id of the fold of a row's zones, as in the address: `type-a`.

    Parameters
    ----------
    category
        The first one of the row.
    variants
        The ways of its group; none for the group that stands first.
    """
    name = category.partition(",")[0].lower().replace(" ", "-")
    return f"{name}-way-{min(map(number_of, variants))}" if variants else name


def folds(law: Law) -> tuple[str, ...]:
    """Return what of the calendar can be unfolded: the zones of each row, and the nine classes."""
    rows = (
        fold_of(named[0], group.variants if number else ())
        for is_type in (True, False)
        for number, group in enumerate(groups(law, law.categories(is_type=is_type)))
        for named, _ in group.rows
    )
    return tuple(dict.fromkeys((*map(fold_of, TYPES), CLASSES_FOLD, *rows)))


@dataclass(frozen=True)
class Calendar:
    """What the calendar is made from.

    Attributes
    ----------
    law, published
        The windows, and why there are none.
    notations
        What societies call each type.
    transits
        The straits along each way, for what a group of ways is called.
    name_of
        Returns the name of a feature.
    marked
        The day that is marked.
    way
        Slug of the chosen way, which is named first.
    opened
        The folds that are open, of `folds`.
    source
        Where the dates in law are from.
    """

    law: Law
    published: Sequence[Published]
    notations: Mapping[str, Mapping[str, str]]
    transits: Transits
    name_of: Callable[[str], str]
    marked: Marked | None = None
    way: str = ""
    opened: Collection[str] = ()
    source: LawSource | None = None
    missing: str = ""


def calendar(of: Calendar) -> Markup:
    """Return the calendar; in place of what has no table one sentence says so."""
    return element(
        "div",
        element(
            "div",
            element("div", element("span"), lanes.axis(of.marked), _days_head(), class_="row head"),
            *_law_rows(of),
            *_published_rows(of),
            role="group",
            aria_label=messages.LAW_CALENDAR,
            class_="when-grid",
        ),
        class_="season when",
    )


def _days_head() -> Markup:
    return element("span", messages.LAW_DAYS, class_="days", aria_hidden="true")


def _law_rows(of: Calendar) -> Iterator[Markup]:
    yield _head(of, messages.LAW_TYPES_HEAD, is_first=not of.law.windows)
    if not of.law.windows:
        yield element("p", of.law.missing, class_="missing")
        return
    yield from _groups(of, of.law.categories(is_type=True), is_first=True)
    if CLASSES_FOLD in of.opened:
        yield _head(of, messages.LAW_CLASSES_HEAD)
        yield from _groups(of, of.law.categories(is_type=False))


def _groups(of: Calendar, categories: Sequence[str], *, is_first: bool = False) -> Iterator[Markup]:
    for number, group in enumerate(groups(of.law, categories, first=of.way)):
        line = lanes.day_line(of.marked, labelled=is_first and number == 0)
        yield element(
            "div",
            _ways(of, group),
            element("span", line, class_="lane"),
            element("span", class_="days"),
            class_="row ways",
        )
        for named, window in group.rows:
            fold = fold_of(named[0], group.variants if number else ())
            yield _window_row(of, group, named, window, fold)


def _ways(of: Calendar, group: WayGroup) -> Markup:
    name = when_words.group_name(group, of.law, of.transits, of.name_of)
    ways = ways_name(group.variants)
    chosen = ways_name(group.variants[:1]).partition(" ")
    if group.variants[0] != of.way:
        return element("span", name, class_="name")
    before, number = ways[: ways.index(" ") + 1], chosen[2]
    rest = name[len(before) + len(number) :]
    return element("span", before, element("strong", number), rest, class_="name")


def _window_row(
    of: Calendar, group: WayGroup, categories: tuple[str, ...], window: Window, fold: str
) -> Markup:
    known = known_as(categories, of.notations)
    name = element(
        "span", category_name(categories), " ", element("small", known), class_="name deep"
    )
    is_open = fold in of.opened
    row = _row(
        name,
        lanes.lane(
            of.marked,
            lanes.bars(window.spans, "law")
            if window.spans
            else lanes.never(_reason(categories, window)),
        ),
        window.days if window.spans else None,
        _fold_button(group, categories, fold, is_open=is_open),
    )
    return join(row, _zones(of, group, categories, fold)) if is_open else row


def _reason(categories: Sequence[str], window: Window) -> str:
    """Return why there is no day: all types are told what else there is, others only that."""
    is_all = TYPES[0] in categories or window.category not in TYPES
    return messages.LAW_NEVER_BUT if is_all else messages.LAW_NEVER


def _row(name: Markup, lane: Markup, days: int | None, button: Markup | None = None) -> Markup:
    number = (
        element(
            "span",
            element("strong", str(days)),
            element("span", " ", messages.LAW_DAYS),
            class_="n",
        )
        if days is not None
        else None
    )
    return element(
        "div", name, lane, element("span", number, button, class_="days"), class_="row bar-row"
    )


def _fold_button(group: WayGroup, categories: Sequence[str], fold: str, *, is_open: bool) -> Markup:
    named = messages.LAW_BY_ZONE_OF.format(
        category=category_name(categories), ways=ways_name(group.variants)
    )
    return element(
        "button",
        messages.LAW_BY_ZONE[is_open],
        type="button",
        class_="plain",
        aria_expanded="true" if is_open else "false",
        aria_label=named,
        data_set=f"zones:{fold}",
    )


def _zones(of: Calendar, group: WayGroup, categories: Sequence[str], fold: str) -> Markup:
    """Return the zones of a row; where categories share it those of the strongest, which is said.

    What shuts that one shuts the weaker ones too.
    """
    strongest = categories[0]
    note = messages.LAW_ZONES_AS_OF.format(category=strongest) if len(categories) > 1 else ""
    rows = (_zone_row(of, group, one) for one in zones_of(group, of.law, strongest))
    head = _thin_row(of, note, "") if note else None
    return element("div", head, *rows, class_="zones", data_fold=fold)


def _zone_row(of: Calendar, group: WayGroup, one: ZoneOfGroup) -> Markup:
    bar = lanes.zone_bar(one.span, one.zone, decides=one.decides)
    miles = when_words.miles_in(group, of.law, (one.zone,))
    return _thin_row(of, when_words.some_ways(group, one), miles, bar)


def _thin_row(of: Calendar, name: str, miles: str, *bar: Markup) -> Markup:
    return element(
        "div",
        element("span", name, class_="name"),
        lanes.lane(of.marked, *bar, name="thin"),
        element("span", miles, class_="days"),
        class_="row zone" if bar else "row zone note",
    )


def _published_rows(of: Calendar) -> Iterator[Markup]:
    yield _head(of, messages.WINDOWS_HEAD)
    if not of.published:
        yield element("p", of.missing, class_="missing")
    for one in of.published:
        name, quiet = window_name(one)
        kind = "lapsed" if one.is_lapsed else "published"
        yield _row(
            element("span", name, " ", element("small", quiet), class_="name deep"),
            lanes.lane(of.marked, lanes.bars((one.span,), kind)),
            one.span.days,
        )


def window_name(one: Published) -> tuple[str, str]:
    """Return what a published window is of, and what is said of it in small."""
    if one.is_lapsed:
        return messages.WINDOW_LAPSED.format(what=one.what), one.who
    if not one.period.isdecimal():
        return one.what, messages.WINDOW_SEASONS.format(period=one.period)
    return messages.WINDOW_NAME.format(what=one.what, period=one.period), one.who


def _head(of: Calendar, words: str, *, is_first: bool = False) -> Markup:
    line = lanes.day_line(of.marked, labelled=is_first)
    return element(
        "div",
        element("h3", words, class_="name"),
        element("span", line, class_="lane"),
        element("span", class_="days"),
        class_="row group",
    )


def rests(of: Calendar) -> Markup:
    """Return what the calendar rests on; on a narrow screen in a fold under one line."""
    law = join(
        element("strong", messages.LAW_RESTS_HEAD),
        " ",
        when_words.law_words(of.law, of.source),
        " ",
    )
    classes = join(messages.LAW_CLASSES_FOLD, " ", _classes_button(of), ". ")
    said = when_words.published_words(of.published)
    published = join(element("strong", messages.WINDOWS_RESTS_HEAD), " ", said) if said else None
    whole = (law, classes if of.law.windows else None, published)
    if of.source is None:
        return element("div", element("p", *whole, class_="caption"), class_="season when-rests")
    short = messages.LAW_RESTS_SHORT.format(as_of=when_words.as_of(of.source))
    return element(
        "div",
        element("p", *whole, class_="caption wide"),
        element("p", short, class_="caption narrow"),
        element(
            "details",
            element("summary", messages.LAW_RESTS_FOLD),
            element("p", *whole, class_="caption"),
            class_="narrow",
            data_fold="when-rests",
        ),
        class_="season when-rests",
    )


def _classes_button(of: Calendar) -> Markup:
    is_open = CLASSES_FOLD in of.opened
    return element(
        "button",
        messages.LAW_SHOW[is_open],
        type="button",
        class_="plain",
        aria_expanded="true" if is_open else "false",
        aria_label=f"{messages.LAW_CLASSES_FOLD} {messages.LAW_SHOW[is_open]}",
        data_set=f"zones:{CLASSES_FOLD}",
    )

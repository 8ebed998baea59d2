"""A reader's own track: the sentence, how it was measured, zone by zone, and notices."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.voyages.numbers import number_word
from geo.markup.voyages.track_words import (
    NameOf,
    area_word,
    called,
    miles,
    owner_of,
    rules_in,
    states_of,
    zone_word,
)
from geo.measure.own_track.measuring import TrackReport
from geo.measure.voyages.records import Stretch
from geo.sentences import long_day, with_article

MOST_ROWS = 200
_LEAST_NM = 0.05


def headline(report: TrackReport, name_of: NameOf, *, is_earlier: bool = False) -> Markup:
    """Return the sentence as a heading, its miles in the accent.

    Parameters
    ----------
    is_earlier
        Whether a later file was not taken: the track is named, not to be taken for that one.
    """
    first = messages.OWN_TRACK_HEAD_EARLIER.format(name=called(report.name))
    pieces = (
        element("span", text, class_="lit") if is_lit else text
        for text, is_lit in sentence_pieces(report, name_of, first=first if is_earlier else "")
    )
    return element("h2", *pieces, class_="voyages voyage-sentence")


def headline_text(report: TrackReport, name_of: NameOf) -> str:
    """Return the sentence without markup."""
    return "".join(text for text, _ in sentence_pieces(report, name_of))


def sentence_pieces(
    report: TrackReport, name_of: NameOf, *, first: str = ""
) -> Iterator[tuple[str, bool]]:
    """Yield the sentence in pieces, each with whether it stands in the accent.

    Parameters
    ----------
    first
        What it begins with, "Your track: " unless stated.
    """
    yield first or messages.OWN_TRACK_HEAD, False
    yield messages.OWN_TRACK_MILES.format(nm=miles(report.nm)), True
    states = states_of(report)
    if states:
        count = messages.OWN_TRACK_STATE_COUNT.format(number=number_word(len(states)))
        named = with_article(name_of(states[0])) if len(states) == 1 else count
        yield messages.OWN_TRACK_STATES.format(states=named), False
    if report.high_seas_nm >= report.nm - _LEAST_NM > 0:
        yield messages.OWN_TRACK_ALL_HIGH_SEAS, False
    elif report.high_seas_nm >= _LEAST_NM:
        yield messages.OWN_TRACK_HIGH_SEAS.format(nm=miles(report.high_seas_nm)), False
    yield ".", False


def method_line(report: TrackReport, name_of: NameOf) -> str:
    """Return how a track was measured, and which named route lies nearest."""
    near = report.nearest
    if near is None:
        return f"{messages.OWN_TRACK_METHOD} {messages.OWN_TRACK_NO_NEAREST}"
    nearest = messages.TRACK_NEAREST.format(
        name=name_of(near.feature), nm=near.within_nm, percent=100 * near.share
    )
    return f"{messages.OWN_TRACK_METHOD} {messages.OWN_TRACK_NEAREST.format(nearest=nearest)}"


def method_row(report: TrackReport, day: dt.date, name_of: NameOf) -> Markup:
    """Return the line on method with a button that copies the sentence.

    Parameters
    ----------
    day
        The date that is copied along.
    """
    method = method_line(report, name_of)
    copied = messages.VOYAGE_COPY_TEXT.format(
        sentence=headline_text(report, name_of),
        method=method,
        day=long_day(day),
        app=messages.APP,
    )
    copy = element(
        "button",
        messages.VOYAGE_COPY,
        type="button",
        class_="plain",
        data_copy=copied,
        data_done=messages.VOYAGE_COPIED,
    )
    return element("p", element("span", method), " ", copy, class_="voyages voyage-method")


def zones_table(report: TrackReport, name_of: NameOf) -> Markup:
    """Return the track zone by zone: from where, whose and what, how long, under which rules."""
    words = messages.OWN_TRACK_TABLE
    heads = (
        element("th", words["from"], scope="col", class_="number"),
        element("td", class_="tint"),
        element("th", words["zone"].format(count=len(report.stretches)), scope="col"),
        element("th", words["length"], scope="col", class_="number"),
        element("th", words["rules"], scope="col", class_="rules"),
    )
    pairs = list(zip(report.stretches, report.letters, strict=True))
    rows = (_row(report, stretch, letter, name_of) for stretch, letter in pairs[:MOST_ROWS])
    table = element(
        "table",
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        class_="zones",
    )
    more = len(pairs) - MOST_ROWS
    note = messages.OWN_TRACK_MORE_ROWS.format(count=f"{more:,}") if more > 0 else ""
    said = element("p", note, class_="quiet") if note else None
    return element("div", table, said, class_="voyages track-zones")


def _row(report: TrackReport, stretch: Stretch, letter: str, name_of: NameOf) -> Markup:
    rules = ", ".join(rules_in(stretch, report.rules, name_of)) or messages.OWN_TRACK_NONE
    return element(
        "tr",
        element("td", miles(stretch.from_nm), class_="number"),
        element("td", element("span", class_=f"law {stretch.zone}"), class_="tint"),
        element("td", *_area(stretch, letter, name_of)),
        element("td", element("strong", miles(stretch.nm)), " nm", class_="number"),
        element("td", rules, class_="rules"),
    )


def _area(stretch: Stretch, letter: str, name_of: NameOf) -> Iterator[Markup]:
    owner = owner_of(stretch, name_of)
    before = messages.OWN_TRACK_LETTER.format(letter=letter) if letter else ""
    if stretch.zone in {"land", "not_assessed"}:
        said = zone_word(stretch)
        yield element("span", f"{said[:1].upper()}{said[1:]}")
        return
    yield element("strong", f"{before}{owner.name}")
    if owner.after:
        yield join(" ", owner.after)
    if stretch.zone not in {"disputed", "joint"}:
        yield join(", ", zone_word(stretch))
    if area := area_word(stretch, name_of):
        yield join(" ", element("span", area, class_="quiet"))


def notices(sentences: Sequence[str]) -> Markup:
    """Return sentences on what was left out or cannot be said."""
    return element(
        "ul", *(element("li", sentence) for sentence in sentences), class_="voyages track-notices"
    )


def legend(nearest: str) -> Markup:
    """Return what the two lines of the map are; '' names no nearest route."""
    items: Iterable[tuple[str, str]] = [("track", messages.OWN_TRACK_LEGEND["track"])]
    if nearest:
        said = messages.OWN_TRACK_LEGEND["nearest"].format(name=nearest)
        items = [*items, ("nearest", said)]
    rows = (element("li", element("span", class_=f"key {kind}"), said) for kind, said in items)
    return element("ul", *rows, class_="voyages track-legend")


def opening() -> Markup:
    """Return what stands there before there is a track."""
    return element(
        "section",
        element("h2", messages.OWN_TRACK, class_="voyage-sentence"),
        element("p", messages.OWN_TRACK_LEAD, class_="small"),
        class_="voyages track-opening",
    )

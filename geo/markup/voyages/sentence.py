"""What a voyage comes to in one sentence, and in one line how it was measured."""

import datetime as dt

from geo import messages
from geo.escape import Markup, element
from geo.markup.voyages.numbers import (
    compared,
    difference,
    largest_gap,
    number_word,
    rounded_miles,
    span,
)
from geo.measure.voyages.records import ARCTIC_VIAS, DIRECT, Ship, Voyage, Way
from geo.sentences import join_words, long_day, with_article

HYPOTHETICAL = "tsr"
_FARTHEST = 3.0
"""An Arctic way so many times as long as the shortest is not what the sentence is about."""
_Piece = tuple[str, str]
"""A class for the style sheet ('' for none), and text."""


def headline(voyage: Voyage, lit: str) -> Markup:
    """Return the sentence as a heading, with what it says of the lit way in the accent.

    The transpolar way is hypothetical: it takes another's place only where nothing else is open.

    Parameters
    ----------
    lit
        The `via` that the reader has chosen; if it is shut the shortest open way takes its place.
    """
    pieces = (
        element("span", text, class_=name) if name else text for name, text in _pieces(voyage, lit)
    )
    return element("h2", *pieces, class_="voyages voyage-sentence")


def headline_text(voyage: Voyage, lit: str) -> str:
    """Return the sentence without markup."""
    return "".join(text for _, text in _pieces(voyage, lit))


def method_line(voyage: Voyage, lit: str = "") -> str:
    """Return how many variants were measured, how, and how near they are to published figures."""
    way = lit_way(voyage, lit)
    parts = [messages.VOYAGE_METHOD]
    if way and len(way.variants) > 1:
        parts.insert(0, _variants_of(way, voyage.ship))
    if any(variant.shut == "draught" for each in voyage.ways for variant in each.variants):
        parts.insert(-1, messages.VOYAGE_DEPTH_CHECKED)
    if way and (percent := largest_gap([way])):
        several = len(way.open_variants) > 1
        said = messages.VOYAGE_NEAREST_WITHIN if several else messages.VOYAGE_WITHIN
        parts.append(said.format(percent=percent))
    line = "; ".join(parts)
    return f"{line[:1].upper()}{line[1:]}."


def _variants_of(way: Way, ship: Ship) -> str:
    number, counted = number_word(len(way.variants)), len(way.open_variants)
    if counted in {0, len(way.variants)}:
        return messages.VOYAGE_VARIANTS_OF.format(number=number, way=by_words(way))
    return messages.VOYAGE_DEEP_ENOUGH.format(
        counted=number_word(counted),
        number=number,
        way=by_words(way),
        draught=f"{ship.draught_m:g}",
    )


def method_row(voyage: Voyage, lit: str, day: dt.date, *others: Markup) -> Markup:
    """Return the line on method, with buttons to copy the sentence, and for method and citation.

    Parameters
    ----------
    day
        The date that is copied along.
    """
    copy = element(
        "button",
        messages.VOYAGE_COPY,
        type="button",
        class_="plain",
        data_copy=copy_text(voyage, lit, day),
        data_done=messages.VOYAGE_COPIED,
    )
    shown = (
        element("button", words, type="button", class_="plain", data_show=what)
        for what, words in messages.VOYAGE_SHOW.items()
    )
    links = (part for other in (copy, *shown, *others) for part in (" ", other))
    said = element("span", method_line(voyage, lit))
    return element("p", said, *links, class_="voyages voyage-method")


def copy_text(voyage: Voyage, lit: str, day: dt.date) -> str:
    """Return sentence, method, date and the app's name, to be pasted elsewhere."""
    return messages.VOYAGE_COPY_TEXT.format(
        sentence=headline_text(voyage, lit),
        method=method_line(voyage, lit),
        day=long_day(day),
        app=messages.APP,
    )


def by_words(way: Way) -> str:
    """Return a way as after 'by': 'Suez', 'the Northern Sea Route'."""
    return messages.VOYAGE_BY.get(way.via) or with_article(way.name)


def pair_words(voyage: Voyage) -> str:
    """Return 'Rotterdam to Yokohama'."""
    return messages.VOYAGE_PAIR.format(
        origin=voyage.origin.name, destination=voyage.destination.name
    )


def usual_for(voyage: Voyage, way: Way) -> Way | None:
    """Return what a way is compared with: the usual way, or the shortest other if it is that."""
    usual = voyage.way(voyage.usual) if voyage.usual else None
    if usual is None or not usual.is_open:
        return None
    if way.via != usual.via:
        return usual
    return _shortest([one for one in voyage.ways if one.via != way.via])


def lit_way(voyage: Voyage, lit: str) -> Way | None:
    """Return the way that the sentence is about: the lit one, or else the shortest that is open.

    Without a lit way an Arctic one comes first, a hypothetical one only where there is no other.
    """
    way = voyage.way(lit)
    if way and way.is_open:
        return way
    near = _FARTHEST * min((one.nm[0] for one in voyage.ways if one.is_open), default=0.0)
    arctic = _shortest([one for one in voyage.ways if one.via in ARCTIC_VIAS and one.nm[0] <= near])
    return (arctic if not lit else None) or _shortest(list(voyage.ways))


def _shortest(ways: list[Way]) -> Way | None:
    """Return the shortest open way, a hypothetical one only where there is no other."""
    known = [way for way in ways if way.is_open]
    return min(known, key=lambda way: (way.via == HYPOTHETICAL, way.nm), default=None)


def _pieces(voyage: Voyage, lit: str) -> list[_Piece]:
    way = lit_way(voyage, lit)
    if way is None:
        return [("", _nothing_open(voyage))]
    pair = messages.VOYAGE_LEAD.format(pair=pair_words(voyage))
    return [
        ("pair", pair),
        *_distance(way),
        *_comparison(way, usual_for(voyage, way)),
        ("", _left_out(voyage, lit)),
        ("", messages.VOYAGE_DISTANCE_ONLY),
    ]


def _distance(way: Way) -> list[_Piece]:
    by = "" if way.via == DIRECT else messages.VOYAGE_BY_WAY.format(way=by_words(way))
    return [
        ("lit", f"{_miles(way)} "),
        ("lit unit", messages.VOYAGE_UNIT),
        *([("lit", by)] if by else []),
    ]


def _comparison(way: Way, other: Way | None) -> list[_Piece]:
    if other is None:
        return [("", ".")]
    percent, word = compared(difference(way, other).percent, messages.VOYAGE_LENGTHS, " to ")
    named = messages.VOYAGE_OTHER_WAY.format(nm=_miles(other), way=by_words(other))
    return [("", named), *([("whole", percent), ("", " ")] if percent else []), ("", f"{word}.")]


def _miles(way: Way) -> str:
    low, high = map(rounded_miles, way.nm)
    return span(low, high, " to ")


def _left_out(voyage: Voyage, lit: str) -> str:
    """Return that the lit way is not counted, and why; '' if it is."""
    way = voyage.way(lit)
    if way is None or way.is_open:
        return ""
    reason = messages.VOYAGE_SHUT.get(way.shut or "draught", way.shut)
    reason = reason.format(draught=f"{voyage.ship.draught_m:.1f}")
    return messages.VOYAGE_LIT_SHUT.format(way=by_words(way), reason=reason)


def _nothing_open(voyage: Voyage) -> str:
    """Return that there is no way, and what the reader could do about it."""
    by_reader = [by_words(way) for way in voyage.ways if way.shut == "reader"]
    if by_reader:
        pattern = messages.VOYAGE_ALL_SHUT
    elif any(way.variants for way in voyage.ways):
        pattern = messages.VOYAGE_ALL_SHALLOW
    else:
        pattern = messages.VOYAGE_NO_WAY
    return pattern.format(
        origin=voyage.origin.name,
        destination=voyage.destination.name,
        names=join_words(by_reader),
        draught=f"{voyage.ship.draught_m:.1f}",
    )

"""Who sails: the answer, the key, the captions and the table, by rule from the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element
from geo.markup.season.chart_words import chart_table, short_day
from geo.measure.season.traffic import DECIMALS, DERIVED, NOBODY_MARK

if TYPE_CHECKING:
    from geo.measure.season.traffic import Count, Traffic


def sails_answer(traffic: Traffic) -> str:
    """Return how much went in the last year with a total, and whether counters differ."""
    years = traffic.years("cargo")
    cargo = traffic.first("cargo", years[-1]) if years else None
    if cargo is None:
        return ""
    transit = _transit_words(traffic, cargo.year)
    said = messages.SEASON_SAILS_CARGO.format(
        cargo=_value(cargo), year=cargo.year, who=cargo.counter, transit=transit
    )
    return f"{said} {messages.SEASON_SAILS_BOTH}" if traffic.has_differences else said


def _transit_words(traffic: Traffic, year: int) -> str:
    """Return cargo and voyages in transit, each with its counter, and until when it counted."""
    cargo, voyages = traffic.first("transit_cargo", year), traffic.first("transits", year)
    if cargo is None:
        return ""
    said = messages.SEASON_SAILS_TRANSIT_CARGO.format(cargo=_value(cargo), who=cargo.counter)
    if voyages is None:
        return said
    until = f" {_until(voyages)}" if voyages.until else ""
    return messages.SEASON_SAILS_TRANSIT.format(
        cargo=said, voyages=_value(voyages), until=until, who=voyages.counter
    )


def _until(count: Count) -> str:
    day = count.until
    words = f"{day.day} {day:%B}" if day else ""
    return messages.SEASON_COUNTED_TO.format(day=words)


def _value(count: Count) -> str:
    decimals = DECIMALS.get(count.subject)
    return f"{count.value:g}" if decimals is None else f"{count.value:,.{decimals}f}"


KEY_WORDS = {
    "first": messages.SEASON_KEY_FIRST,
    "other": messages.SEASON_KEY_OTHER,
    "empty": messages.SEASON_KEY_EMPTY,
}
"""What the key says of the forms of the columns."""


def key_counters(traffic: Traffic) -> dict[str, str]:
    """Return the mark of each counter of the columns with its name, nobody at the end."""
    marks = traffic.counter_marks
    named = {mark: counter for counter, mark in marks.items() if mark != NOBODY_MARK}
    return named | ({NOBODY_MARK: messages.SEASON_KEY_NOBODY} if len(named) < len(marks) else {})


def sails_key(traffic: Traffic) -> Markup:
    """Return the key of the columns: their forms, and who counted by mark."""
    forms = (
        element("li", element("span", "", class_=f"key {name}"), text)
        for name, text in KEY_WORDS.items()
    )
    counters = (
        element("li", element("strong", mark), " ", name)
        for mark, name in key_counters(traffic).items()
    )
    return element(
        "div",
        element("ul", *forms, class_="chart-key"),
        element("p", messages.SEASON_KEY_WHO, class_="chart-key"),
        element("ul", *counters, class_="chart-key who"),
        class_="season chart-keys",
    )


def numbers_words(traffic: Traffic) -> list[tuple[str, str]]:
    """Return the container voyages of each year and, apart, the year in words."""
    counts = (traffic.first("containers", year) for year in traffic.years("containers"))
    return [(_value(one), messages.SEASON_IN_YEAR.format(year=one.year)) for one in counts if one]


def numbers_title(traffic: Traffic) -> str:
    """Return what the container voyages are, and who counted them."""
    who = dict.fromkeys(count.counter for count in traffic.of("containers"))
    return messages.SEASON_CONTAINERS_TITLE.format(who=", ".join(who))


def containers(traffic: Traffic) -> Markup | None:
    """Return the container voyages between China and Europe as numbers, each with its year."""
    numbers = [
        element("li", element("strong", value), " ", year) for value, year in numbers_words(traffic)
    ]
    if not numbers:
        return None
    title = element("h3", numbers_title(traffic))
    return element("div", title, element("ul", *numbers), class_="season chart-numbers")


def sails_caption(traffic: Traffic, *, beside_table: bool = True) -> str:
    """Return what the figures rest on, and what a reader must know of them.

    Parameters
    ----------
    beside_table
        Whether the table of all sources is at hand.
    """
    said = [
        messages.SEASON_SAILS_CAPTION if beside_table else "",
        _whole_length(traffic),
        _last_year(traffic),
        _ships_words(traffic),
    ]
    return " ".join(filter(None, said))


def _whole_length(traffic: Traffic) -> str:
    pairs = (
        (whole, traffic.first("transits", whole.year))
        for whole in traffic.of("transits_whole_length")
    )
    return " ".join(
        messages.SEASON_WHOLE_LENGTH.format(
            year=whole.year, whole=_value(whole), transits=_value(transits)
        )
        for whole, transits in pairs
        if transits
    )


def _last_year(traffic: Traffic) -> str:
    years = traffic.years("cargo")
    cargo = traffic.first("cargo", years[-1]) if years else None
    transits = traffic.first("transits", cargo.year) if cargo else None
    if cargo is None or transits is None:
        return ""
    expected, until = traffic.first("cargo_expected", cargo.year), transits.until
    return messages.SEASON_LAST_CARGO.format(
        year=cargo.year,
        counter=cargo.counter,
        expected=messages.SEASON_EXPECTED.format(value=_value(expected)) if expected else "",
        transits=transits.counter,
        until=messages.SEASON_COUNT_UNTIL.format(day=short_day(until)) if until else "",
    )


def _ships_words(traffic: Traffic) -> str:
    ships = traffic.of("ships")
    if not ships:
        return ""
    by_year = [
        messages.SEASON_DISTANCE_ONE.format(
            year=year,
            values=messages.SEASON_FIGURES_AND.join(
                _value(one) for one in traffic.of("distance", year)
            ),
        )
        for year in traffic.years("distance")
    ]
    words = messages.SEASON_SHIPS_CAPTION if by_year else messages.SEASON_SHIPS_ONLY
    return words.format(counter=ships[0].counter, years=", ".join(by_year))


def columns_alt(traffic: Traffic, subject: str, title: str, unit: str) -> str:
    """Return a chart of columns in words, with every count that is drawn."""
    values = ", ".join(spoken_years(traffic, subject).values())
    return messages.SEASON_COLUMNS_ALT.format(title=title, unit=unit, values=values)


def spoken_years(traffic: Traffic, subject: str) -> dict[int, str]:
    """Return each year that is drawn in words: `2022 43 (CHNL) or 47 (Rosatom)`."""
    said = {}
    for year in traffic.drawn_years(subject):
        first, others = traffic.first(subject, year), traffic.others(subject, year)
        if first is None:
            continue
        words = messages.SEASON_BOTH_ALT if others else messages.SEASON_VALUE_ALT
        said[year] = words.format(
            year=year,
            value=_value(first),
            counter=_who(first),
            other=_value(others[0]) if others else "",
            other_counter=_who(others[0]) if others else "",
        )
    return said


def _who(count: Count) -> str:
    """Return who counted, and how far that was checked where it was not seen in a source."""
    confidence = messages.SEASON_CONFIDENCES[count.confidence]
    if count.is_seen:
        return count.counter
    if count.counter == DERIVED:
        return confidence
    return messages.SEASON_COUNTER_WEAK.format(counter=count.counter, confidence=confidence)


def sails_table(traffic: Traffic) -> Markup:
    """Return every count with who counts, its source and its confidence."""
    rows = [
        (
            count.year,
            messages.SEASON_SUBJECTS.get(count.subject, count.subject),
            f"{count.value:,g}",
            count.unit,
            count.counter,
            count.source,
            messages.SEASON_CONFIDENCES[count.confidence],
            "; ".join(filter(None, [_until_words(count), count.note])),
        )
        for count in traffic.counts
    ]
    return chart_table(messages.SEASON_TRAFFIC_TABLE, messages.SEASON_TRAFFIC_HEADS, rows)


def _until_words(count: Count) -> str:
    if count.until is None:
        return ""
    return messages.SEASON_COUNTED_TO.format(day=short_day(count.until))

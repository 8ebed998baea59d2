"""Who sails: the answer, the key, the captions and the table, by rule from the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.escape import Markup, element
from geo.markup.season.chart_words import chart_table, listed, short_day
from geo.measure.season.traffic import CARGO_SINCE, CHECKED, DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.measure.season.traffic import Count, Traffic

_DRAWN = ("cargo", "transits")


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


def key_words(traffic: Traffic) -> dict[str, str]:
    """Return what the key of the columns says of a first count, an empty one and another one."""
    first = {subject: _counters(_firsts(traffic, subject)) for subject in _DRAWN}
    others = [
        other
        for subject in _DRAWN
        for year in _drawn_years(traffic, subject)
        for other in traffic.others(subject, year)
    ]
    return {
        "first": messages.SEASON_KEY_FIRST.format(**first),
        "empty": messages.SEASON_KEY_EMPTY,
        "other": messages.SEASON_KEY_OTHER.format(counters=_counters(others)),
    }


def sails_key(traffic: Traffic) -> Markup:
    """Return the key of the columns."""
    keys = (
        element("li", element("span", "", class_=f"key {name}"), text)
        for name, text in key_words(traffic).items()
    )
    return element("ul", *keys, class_="season chart-key")


def _drawn_years(traffic: Traffic, subject: str) -> list[int]:
    years = traffic.years(subject)
    return [year for year in years if subject != "cargo" or year >= CARGO_SINCE]


def _firsts(traffic: Traffic, subject: str) -> list[Count]:
    found = (traffic.first(subject, year) for year in _drawn_years(traffic, subject))
    return [count for count in found if count and count.confidence == CHECKED]


def _counters(counts: Iterable[Count]) -> str:
    """Return who counts, each once."""
    names = [*dict.fromkeys(count.counter for count in counts)]
    known = [name for name in names if name != messages.SEASON_COUNTER_UNKNOWN]
    return listed(known, messages.SEASON_COUNTERS_OR)


def numbers_words(traffic: Traffic) -> list[tuple[str, str]]:
    """Return the container voyages of each year and, apart, the year in words."""
    counts = (traffic.first("containers", year) for year in traffic.years("containers"))
    return [(_value(one), messages.SEASON_IN_YEAR.format(year=one.year)) for one in counts if one]


def containers(traffic: Traffic) -> Markup | None:
    """Return the container voyages between China and Europe as numbers, each with its year."""
    numbers = [
        element("li", element("strong", value), " ", year) for value, year in numbers_words(traffic)
    ]
    if not numbers:
        return None
    title = element("h3", messages.SEASON_CONTAINERS_TITLE)
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
    for year in _drawn_years(traffic, subject):
        first, others = traffic.first(subject, year), traffic.others(subject, year)
        if first is None:
            continue
        words = messages.SEASON_BOTH_ALT if others else messages.SEASON_VALUE_ALT
        said[year] = words.format(
            year=year,
            value=_value(first),
            counter=first.counter,
            other=_value(others[0]) if others else "",
            other_counter=others[0].counter if others else "",
        )
    return said


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
            count.confidence,
            "; ".join(filter(None, [_until_words(count), count.note])),
        )
        for count in traffic.counts
    ]
    return chart_table(messages.SEASON_TRAFFIC_TABLE, messages.SEASON_TRAFFIC_HEADS, rows)


def _until_words(count: Count) -> str:
    if count.until is None:
        return ""
    return messages.SEASON_COUNTED_TO.format(day=short_day(count.until))

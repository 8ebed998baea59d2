"""A voyage as a table: a row for each variant of each way, shortest way first.

Miles are to a tenth, percentages to a tenth, days to a hundredth. The columns of states, each mile
once, make up the whole with those of no single state; areas of rules overlap and do not.
"""

from collections.abc import Iterable
from datetime import date

from geo import messages
from geo.exchange.cite import VERSION
from geo.exchange.snapshot import source_text
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.words import method_words, shown_ways, sources_of
from geo.measure.voyages.records import StraitPassed, Variant, Voyage, Way, longer_than
from geo.measure.voyages.shares import RESTS
from geo.measure.voyages.ships import ship_figures, shut_because

_FIRST = (
    *("origin", "destination", "via", "variant", "variant_name", "nm"),
    *("usual", "difference_nm", "difference_percent"),
    *("shortest", "difference_shortest_nm", "difference_shortest_percent"),
    *("days_low", "days_high"),
    *("fuel_t_low", "fuel_t_high", "co2_t_low", "co2_t_high"),
)
_LAST = (
    *("straits", "least_depth_m", "depth_checked", "depth_unknown"),
    *("shut", "too_shallow", "shut_because", "season", "season_source"),
    *("speed_kn", "ice_speed_kn", "draught_m", "ice_class", "fuel_t_day", "fuel"),
    *("co2_t_per_t_fuel", "co2_source"),
    *("published_nm", "published_source", "method"),
)
_RESTS = tuple(f"nm_{zone}" for zone in RESTS)
_OF_FILE = ("sources", "licence", "address", "made")


def voyage_csv(voyage: Voyage, *, address: str = "", day: date | None = None) -> bytes:
    """Return every variant of every way as a table, UTF-8 with a BOM.

    Parameters
    ----------
    address, day
        Where and when it was made, for the columns `address` and `made`.
    """
    of_file: dict[str, Cell] = {
        "sources": " | ".join(source_text(source) for source in sources_of(voyage)),
        "licence": messages.LICENCE_NOTE,
        "address": address,
        "made": made_line(day),
    }
    rows = (variant_row(voyage, way, variant) | of_file for way, variant in variants_of(voyage))
    return sheet_csv((*columns_of(voyage), *_OF_FILE), rows)


def made_line(day: date | None) -> str:
    """Return the app, its version, the date if known, and that it is not for navigation."""
    made = [f"{messages.APP} {VERSION}", *([day.isoformat()] if day else [])]
    return f"{', '.join(made)}. {messages.NOT_FOR_NAVIGATION}."


def variants_of(voyage: Voyage) -> list[tuple[Way, Variant]]:
    """Return every variant with its way, in the order of the ways."""
    return [(way, variant) for way in shown_ways(voyage) for variant in way.variants]


def columns_of(voyage: Voyage) -> tuple[str, ...]:
    """Return the columns of a voyage: those of all, with one for each state and area of rules."""
    every = [variant for _, variant in variants_of(voyage)]
    states = sorted({state for variant in every for state in variant.nm_by_waters})
    regimes = sorted({regime for variant in every for regime in variant.nm_by_regime})
    waters = (*(f"nm_{state}" for state in states), *_RESTS)
    return (*_FIRST, *waters, *(f"nm_{regime}" for regime in regimes), *_LAST)


def variant_row(voyage: Voyage, way: Way, variant: Variant) -> dict[str, Cell]:
    """Return what the exports say of a variant, by column; what is not known is left out."""
    row: dict[str, Cell] = {
        "origin": voyage.origin.name,
        "destination": voyage.destination.name,
        "via": way.via,
        "variant": variant.slug,
        "variant_name": variant.name,
        "nm": round(variant.nm, 1),
        **_more_than("", "usual", variant, voyage.way(voyage.usual)),
        **_more_than("shortest_", "shortest", variant, voyage.way(voyage.shortest)),
        "days_low": round(variant.days[0], 2),
        "days_high": round(variant.days[1], 2),
        "fuel_t_low": round(variant.fuel_t[0], 1),
        "fuel_t_high": round(variant.fuel_t[1], 1),
        "co2_t_low": round(variant.co2_t[0], 1),
        "co2_t_high": round(variant.co2_t[1], 1),
    }
    miles = variant.nm_by_waters | variant.nm_of_rest | dict(variant.nm_by_regime)
    row |= {f"nm_{name}": round(nm, 1) for name, nm in miles.items()}
    row |= {
        "straits": _ids(variant.straits),
        "depth_checked": _ids(variant.depth_checked),
        "depth_unknown": _ids(variant.depth_unknown),
        "shut": way.shut if way.shut == "reader" else variant.shut,
        "too_shallow": "yes" if variant.shut == "draught" else "no",
        "shut_because": shut_because(variant, voyage.ship),
        "season": variant.season or way.season,
        "season_source": variant.season_source or way.season_source,
        **ship_figures(voyage.ship),
        "published_source": " | ".join(one.source for one in way.published),
        "method": method_words(voyage, way.via),
    }
    least = variant.least_depth
    if least and least.least_depth_m is not None:
        row["least_depth_m"] = least.least_depth_m
    if way.published:
        known = [one.nm for one in way.published]
        row["published_nm"] = known[0] if len(known) == 1 else "; ".join(f"{nm:g}" for nm in known)
    return row


def _ids(straits: Iterable[StraitPassed]) -> str:
    return "; ".join(strait.id for strait in straits)


def _more_than(prefix: str, column: str, variant: Variant, way: Way | None) -> dict[str, Cell]:
    """Return a way to compare with, and by how much a variant is longer; nothing without one."""
    more = longer_than(variant, way)
    if way is None or more is None:
        return {}
    return {
        column: way.via,
        f"difference_{prefix}nm": round(more.nm, 1),
        f"difference_{prefix}percent": round(more.percent, 1),
    }

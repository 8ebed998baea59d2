"""A voyage as a table: a row for each variant of each way, shortest way first.

Miles are to a tenth, percentages to a tenth, days to a hundredth. Miles of a territory that belongs
to a state count for both, and areas of rules overlap, so these columns do not add up to the whole.
"""

from datetime import date

from geo import messages
from geo.exchange.cite import VERSION
from geo.exchange.snapshot import source_text
from geo.exchange.tables import Cell, sheet_csv
from geo.exchange.voyages.words import method_words, shown_ways, sources_of
from geo.measure.voyages.records import Variant, Voyage, Way

_FIRST = (
    *("origin", "destination", "via", "variant", "variant_name", "nm"),
    *("difference_nm", "difference_percent", "days_low", "days_high"),
    *("fuel_t_low", "fuel_t_high", "co2_t_low", "co2_t_high"),
)
_LAST = (
    *("nm_not_assessed", "straits", "least_depth_m", "shut", "season"),
    *("published_nm", "published_source", "method"),
)
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
    states = sorted({state for variant in every for state in variant.nm_by_state})
    regimes = sorted({regime for variant in every for regime in variant.nm_by_regime})
    return (*_FIRST, *(f"nm_{name}" for name in (*states, *regimes)), *_LAST)


def variant_row(voyage: Voyage, way: Way, variant: Variant) -> dict[str, Cell]:
    """Return what the exports say of a variant, by column; what is not known is left out."""
    row: dict[str, Cell] = {
        "origin": voyage.origin.name,
        "destination": voyage.destination.name,
        "via": way.via,
        "variant": variant.slug,
        "variant_name": variant.name,
        "nm": round(variant.nm, 1),
        **_difference(voyage, variant),
        "days_low": round(variant.days[0], 2),
        "days_high": round(variant.days[1], 2),
        "fuel_t_low": round(variant.fuel_t[0], 1),
        "fuel_t_high": round(variant.fuel_t[1], 1),
        "co2_t_low": round(variant.co2_t[0], 1),
        "co2_t_high": round(variant.co2_t[1], 1),
    }
    miles = [*sorted(variant.nm_by_state.items()), *sorted(variant.nm_by_regime.items())]
    row |= {f"nm_{name}": round(nm, 1) for name, nm in miles}
    row |= {
        "nm_not_assessed": round(variant.not_assessed_nm, 1),
        "straits": "; ".join(strait.id for strait in variant.straits),
        "shut": way.shut if way.shut == "reader" else variant.shut,
        "season": way.season,
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


def _difference(voyage: Voyage, variant: Variant) -> dict[str, Cell]:
    """Return by how much a variant is longer than the usual way, where there is one."""
    usual = voyage.way(voyage.usual) if voyage.usual else None
    if usual is None or not usual.nm[0]:
        return {}
    more = variant.nm - usual.nm[0]
    return {
        "difference_nm": round(more, 1),
        "difference_percent": round(100 * more / usual.nm[0], 1),
    }

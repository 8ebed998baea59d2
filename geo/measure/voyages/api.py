"""Voyages for programs: `voyage("Rotterdam", "Yokohama")` and its record for JSON."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from geo import messages
from geo.catalogue.features import Catalogue, load_catalogue
from geo.decode import decode
from geo.errors import EncodingError, UnknownPortError, VoyageError
from geo.measure.voyages.ports import find_port
from geo.measure.voyages.records import VIAS, Ship, Variant, Voyage, Way, longer_than
from geo.measure.voyages.ships import check_ship, ship_figures, shut_because
from geo.measure.voyages.ways import load_measurer, sail

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

STRAITS = (
    "babalmandab", "bosporus", "dardanelles", "gibraltar", "kiel", "malacca", "ormuz", "sunda",
)  # fmt: skip
"""Straits outside the Arctic that may be shut by name, as searoute names them."""


def voyage(
    origin: str,
    destination: str,
    *,
    ship: Ship | None = None,
    shut: Collection[str] = (),
    catalogue: Catalogue | None = None,
) -> Voyage:
    """Return every way by sea between two ports.

    Lengths are geodesic along the shortest path in the sea network (`geo.measure.voyages.network`);
    docs/voyages.md has the method and how far it is from published distances.

    Parameters
    ----------
    origin, destination
        A port by id, any of its names, or UN/LOCODE.
    ship
        What days, fuel, CO2 and depth depend on; the first preset unless stated.
    shut
        Passages that are shut: `nsr`, `nwp`, `tsr`, `suez`, `cape`, `panama`, or a strait of
        `STRAITS`.

    Raises
    ------
    UnknownPortError
        A port is not known; the error names near ones.
    ShipError
        A figure of the ship is out of range.
    VoyageError
        Both ports are one, or a passage is unknown.
    CatalogueError, ZoneError
        A file that the figures need is missing.
    """
    catalogue = catalogue or load_catalogue(strict=False)
    ship = ship or Ship()
    check_ship(ship)
    start, end = find_port(origin, catalogue), find_port(destination, catalogue)
    if start.id == end.id:
        raise VoyageError(messages.SAME_PORT.format(port=start.name))
    if unknown := [name for name in shut if name not in {*VIAS, *STRAITS}]:
        names = ", ".join((*VIAS, *STRAITS))
        raise VoyageError(messages.UNKNOWN_PASSAGE.format(name=unknown[0], names=names))
    ways = load_measurer(catalogue).ways(start, end, shut)
    return sail(start, end, ways, ship)


def record_of_pair(
    origin: str, destination: str, ship: Ship, shut: Collection[str], catalogue: Catalogue
) -> dict[str, Any]:
    """Return the record of a pair, or one with `error` where it cannot be measured.

    A port that is not known has `near` names too.

    Raises
    ------
    CatalogueError, ZoneError
        A file that the figures need is missing.
    """
    try:
        found = voyage(origin, destination, ship=ship, shut=shut, catalogue=catalogue)
    except UnknownPortError as error:
        wrong: dict[str, Any] = {"error": str(error), "near": list(error.near)}
    except VoyageError as error:
        wrong = {"error": str(error)}
    else:
        record = record_of(found)
        return record if record["ways"] else record | {"error": messages.NO_WAY}
    return {"origin": origin, "destination": destination, **wrong}


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield origin and destination of each row of a CSV file with these columns.

    Raises
    ------
    VoyageError
        The file cannot be read, or lacks a column.
    """
    try:
        text = decode(path.read_bytes()).text
        rows = csv.DictReader(text.splitlines(), dialect=_dialect(text), strict=True)
        columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        lacking = [name for name in ("origin", "destination") if name not in columns]
        if lacking:
            raise VoyageError(messages.PAIRS_COLUMNS.format(name=path.name, lacks=lacking[0]))
        for row in rows:
            pair = tuple((row[columns[each]] or "").strip() for each in ("origin", "destination"))
            if any(pair):
                yield pair[0], pair[1]
    except (OSError, csv.Error, EncodingError) as error:
        raise VoyageError(messages.PAIRS_UNREADABLE.format(name=path.name, why=error)) from error


def _dialect(text: str) -> type[csv.Dialect]:
    class Found(csv.excel):
        delimiter = max(",;\t", key=text.partition("\n")[0].count)
        skipinitialspace = True

    return Found


def record_of(found: Voyage) -> dict[str, Any]:
    """Return a voyage as JSON takes it: one entry per variant, shortest first.

    Ways that the reader shut or that do not exist are left out; `usual` and `shortest` name the
    ways to compare with, and `nm_more_than_usual`, `percent_more_than_shortest` and so on say how.
    """
    entries = [
        _entry(found, way, variant)
        for way in found.ways
        if way.shut not in {"reader", "none"}
        for variant in way.variants
    ]
    return {
        "origin": found.origin.name,
        "destination": found.destination.name,
        "ship": ship_figures(found.ship),
        "usual": found.usual or None,
        "shortest": found.shortest or None,
        "ways": sorted(entries, key=lambda entry: entry["nm"]),
    }


def _entry(found: Voyage, way: Way, variant: Variant) -> dict[str, Any]:
    def both(pair: tuple[float, float]) -> list[float]:
        return [round(value, 1) for value in pair]

    def by(miles: dict[str, float]) -> dict[str, float]:
        return {key: round(nm, 1) for key, nm in miles.items()}

    return {
        "via": way.via,
        "variant": variant.slug or None,
        "nm": round(variant.nm, 1),
        "days": round(variant.days[0], 2),
        "days_range": [round(day, 2) for day in variant.days],
        **_more_than("usual", variant, found.way(found.usual)),
        **_more_than("shortest", variant, found.way(found.shortest)),
        "nm_by_state": by(dict(variant.nm_by_state)),
        "nm_by_regime": by(dict(variant.nm_by_regime)),
        "nm_not_assessed": round(variant.not_assessed_nm, 1),
        "straits": [strait.id for strait in variant.straits],
        "least_depths_m": {strait.id: strait.least_depth_m for strait in variant.depth_checked},
        "depth_checked": [strait.id for strait in variant.depth_checked],
        "depth_unknown": [strait.id for strait in variant.depth_unknown],
        "too_shallow": variant.shut == "draught",
        "shut_because": shut_because(variant, found.ship) or None,
        "season": variant.season or way.season or None,
        "season_source": variant.season_source or way.season_source or None,
        "fuel_t": both(variant.fuel_t),
        "co2_t": both(variant.co2_t),
        "published": [
            {"nm": each.nm, "source": each.source, "note": each.note or None}
            for each in way.published
        ],
    }


def _more_than(name: str, variant: Variant, way: Way | None) -> dict[str, float | None]:
    more = longer_than(variant, way)
    return {
        f"nm_more_than_{name}": round(more.nm, 1) if more else None,
        f"percent_more_than_{name}": round(more.percent, 1) if more else None,
    }

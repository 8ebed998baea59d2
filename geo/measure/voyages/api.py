"""Voyages for programs: `voyage("Rotterdam", "Yokohama")`, a record as JSON takes it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from geo import messages
from geo.catalogue.features import Catalogue, load_catalogue
from geo.decode import decode
from geo.errors import EncodingError, UnknownPortError, VoyageError
from geo.measure.voyages.ports import find_port
from geo.measure.voyages.records import VIAS, Ship, Variant, Voyage, Way, longer_than
from geo.measure.voyages.ships import check_ship, ice_speed_for, ship_figures, shut_because
from geo.measure.voyages.ways import load_measurer, sail

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

STRAITS = (
    "babalmandab", "bosporus", "dardanelles", "gibraltar", "kiel", "malacca", "ormuz", "sunda",
)  # fmt: skip
"""Straits outside the Arctic that may be shut by name, as searoute names them."""
_ENDS = {"origin": "from", "destination": "to"}
"""The columns of a file of pairs, and what they may be called instead."""


def voyage(
    origin: str,
    destination: str,
    *,
    speed_kn: float | None = None,
    ship: Ship | None = None,
    shut: Collection[str] | str = (),
    catalogue: Catalogue | None = None,
) -> dict[str, Any]:
    """Return every way by sea between two ports as the command prints it; see `record_of`.

    Parameters
    ----------
    speed_kn
        Of the first preset, in open water and at most in ice; a ship of one's own has its own.
    origin, destination, ship, shut
        As in `measure_voyage`.

    Raises
    ------
    UnknownPortError, ShipError, VoyageError, CatalogueError, ZoneError
        As `measure_voyage`. Where there is no way by water the record says so in `error`.
    """
    if ship is None and speed_kn is not None:
        ship = Ship(speed_kn=speed_kn, ice_speed_kn=ice_speed_for(speed_kn, Ship().ice_speed_kn))
    found = measure_voyage(origin, destination, ship=ship, shut=shut, catalogue=catalogue)
    record = record_of(found)
    return record if record["ways"] else record | {"error": messages.NO_WAY}


def measure_voyage(
    origin: str,
    destination: str,
    *,
    ship: Ship | None = None,
    shut: Collection[str] | str = (),
    catalogue: Catalogue | None = None,
) -> Voyage:
    """Return every way by sea between two ports, with its track and all that it crosses.

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
    shut = check_shut([shut] if isinstance(shut, str) else shut)
    ways = load_measurer(catalogue).ways(start, end, shut)
    return sail(start, end, ways, ship)


def check_shut(names: Collection[str]) -> Collection[str]:
    """Return names of passages and straits that can be shut.

    Raises
    ------
    VoyageError
        One of them is unknown.
    """
    unknown = next((name for name in names if name not in {*VIAS, *STRAITS}), None)
    if unknown is not None:
        known = ", ".join((*VIAS, *STRAITS))
        raise VoyageError(messages.UNKNOWN_PASSAGE.format(name=unknown, names=known))
    return names


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
        return voyage(origin, destination, ship=ship, shut=shut, catalogue=catalogue)
    except UnknownPortError as error:
        wrong: dict[str, Any] = {"error": str(error), "near": list(error.near)}
    except VoyageError as error:
        wrong = {"error": str(error)}
    return {"origin": origin, "destination": destination, **wrong}


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield origin and destination of each row of a CSV file with these columns (or from and to).

    Raises
    ------
    VoyageError
        The file cannot be read, lacks a column, or holds no pair.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        why = error.strerror or error
        raise VoyageError(messages.PAIRS_NOT_OPENED.format(name=path, why=why)) from error
    except EncodingError as error:
        raise VoyageError(messages.PAIRS_UNREADABLE.format(name=path.name, why=error)) from error
    try:
        rows = csv.DictReader(text.splitlines(), dialect=_dialect(text), strict=True)
        columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        ends = [_named(columns, end, path.name) for end in _ENDS.items()]
        pairs = [tuple((row[end] or "").strip() for end in ends) for row in rows]
    except csv.Error as error:
        raise VoyageError(messages.PAIRS_UNREADABLE.format(name=path.name, why=error)) from error
    found = [(pair[0], pair[1]) for pair in pairs if any(pair)]
    if not found:
        raise VoyageError(messages.PAIRS_NONE.format(name=path.name))
    yield from found


def _named(columns: Mapping[str, str], end: tuple[str, str], name: str) -> str:
    """Return the column of an end, by either of its names."""
    found = next((columns[each] for each in end if each in columns), None)
    if found is None:
        raise VoyageError(messages.PAIRS_COLUMNS.format(name=name, lacks=end[0]))
    return found


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
        "nm_by_waters": by(variant.nm_by_waters),
        **by({f"nm_{zone}": nm for zone, nm in variant.nm_of_rest.items()}),
        "nm_by_regime": by(dict(variant.nm_by_regime)),
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

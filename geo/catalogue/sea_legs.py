"""The legs of the sea network: our own in the north, those of the package searoute elsewhere.

searoute (Apache-2.0) brings a network of the world's sea lanes. Its lines in the Arctic are few and
cross islands, so north of the join our own legs stand in their place: placed by hand, each clear of
Natural Earth's 1:10m land (`geo.catalogue.recipes.voyages`). Positions are lon, lat in degrees.
"""

from __future__ import annotations

import csv
import itertools
import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.catalogue.records import DATA
from geo.errors import DAMAGE, CatalogueError
from geo.geodesy import Position, wrap_degrees

if TYPE_CHECKING:
    from collections.abc import Iterator

SEA_LEGS = "sea_legs.csv"
COLUMNS = ("kind", "port", "track")
_NETWORK = "data/marnet_searoute.geojson"
_DECIMALS = 5
_CLOSED = ("northwest", "bering")
"""Passages of searoute whose legs are ours."""
_HUDSON = (-100.0, -64.5, 50.5)
_BOTHNIA = (17.0, 26.0, 66.0)
_BERING = (150.0, 63.5)
_JOIN_LAT = 62.0
_LEFT_OUT = (
    (-73.95, -71.95, 40.75, 41.4),
    (-71.3, -69.85, 41.25, 41.75),
    (22.93, 23.03, 37.88, 37.99),
    (-79.89, -79.6, 9.01, 9.2),
    (32.35, 32.41, 30.28, 30.36),
)
"""West, east, south and north of places whose nodes are left out: Long Island Sound, Nantucket
Sound and the Corinth Canal are no way for large ships; the Panama and Suez Canals are legs of our
own, with their bends."""

_OVER_LAND = ({(-180.0, 62.1), (167.9, 59.6)},)
"""Legs of searoute over land where legs of our own lead round it: Cape Olyutorsky."""


@dataclass(frozen=True)
class SeaLeg:
    """A leg of our own.

    Attributes
    ----------
    kind
        `sea` between nodes of open water and to the ends of routes, `gate` to a node of searoute,
        `approach` from a port to a node, `canal` between two nodes, `hop` between two ports.
    port
        Id of the port of an approach, name of a canal, both ids of a hop with a space between; else
        ''.
    track
        lon, lat of its positions, two or more.
    """

    kind: str
    port: str
    track: tuple[Position, ...]


def is_north(lon: float, lat: float) -> bool:
    """Return whether a node of searoute gives way to our own network.

    That is north of 62 N, but for the Gulf of Bothnia and the Bering Sea south of 63.5 N; and
    Hudson Bay with its strait.
    """
    west, east, south = _HUDSON
    if west < lon < east and lat > south:
        return True
    west, east, north = _BOTHNIA
    if west < lon < east and lat < north:
        return False
    meridian, north = _BERING
    return lat > (north if abs(lon) > meridian else _JOIN_LAT)


def searoute_legs() -> Iterator[tuple[Position, Position, str]]:
    """Yield both ends of each leg of searoute south of the join, and its passage or ''.

    Raises
    ------
    CatalogueError
        When the package is not installed or its file is not readable.
    """
    try:
        features = json.loads(_network_file().read_text("utf-8"))["features"]
        for item in features:
            passage = item["properties"].get("passage") or ""
            for line in _lines(item["geometry"]):
                yield from _legs(line, passage)
    except (*DAMAGE, TypeError) as error:
        raise CatalogueError(
            f"The network of the package searoute cannot be read ({error}). Install the packages "
            "of requirements.txt again."
        ) from error


def _network_file() -> Path:
    # The package itself is not imported: its file is all that is needed.
    spec = find_spec("searoute")
    if spec is None or not spec.submodule_search_locations:
        raise CatalogueError(
            "The package searoute is not installed, so no voyage can be measured. Install the "
            "packages of requirements.txt."
        )
    return Path(spec.submodule_search_locations[0]) / _NETWORK


def _lines(geometry: dict[str, Any]) -> list[list[list[float]]]:
    found: list[Any] = geometry["coordinates"]
    return [found] if geometry["type"] == "LineString" else found


def _legs(line: list[list[float]], passage: str) -> Iterator[tuple[Position, Position, str]]:
    nodes = [node_of(lon, lat) for lon, lat in line]
    for start, end in itertools.pairwise(nodes):
        is_ours = passage in _CLOSED or {start, end} in _OVER_LAND
        if not is_ours and _is_kept(*start) and _is_kept(*end) and start != end:
            yield start, end, passage


def _is_kept(lon: float, lat: float) -> bool:
    is_left_out = any(w < lon < e and s < lat < n for w, e, s, n in _LEFT_OUT)
    return not is_left_out and not is_north(lon, lat)


def node_of(lon: float, lat: float) -> Position:
    """Return a position as the network writes it: within -180 to below 180, rounded."""
    return round(float(wrap_degrees(lon)), _DECIMALS), round(float(lat), _DECIMALS)


def read_sea_legs(folder: Path = DATA) -> list[SeaLeg]:
    """Return the legs of our own.

    Raises
    ------
    CatalogueError
        When the file is missing or is not readable.
    """
    path = folder / SEA_LEGS
    try:
        with path.open(encoding="utf-8", newline="") as file:
            legs = [
                SeaLeg(row["kind"], row["port"], tuple(_positions(row["track"])))
                for row in csv.DictReader(file)
            ]
    except FileNotFoundError as error:
        raise CatalogueError(
            f"{SEA_LEGS} is not in {folder.name}/, so no voyage can be measured. Restore it."
        ) from error
    except (*DAMAGE, TypeError) as error:
        raise CatalogueError(
            f"{SEA_LEGS} is not a readable list of legs ({error}). Restore it."
        ) from error
    if not legs:
        raise CatalogueError(f"{SEA_LEGS} has no legs, so no voyage can be measured. Restore it.")
    return legs


def _positions(track: str) -> Iterator[Position]:
    for point in track.split(";"):
        lon, lat = point.split()
        yield node_of(float(lon), float(lat))


def write_track(track: tuple[Position, ...]) -> str:
    """Return positions as the file writes them."""
    return ";".join(f"{lon} {lat}" for lon, lat in track)

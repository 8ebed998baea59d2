"""Build `sea_legs.csv`: `python -m geo.catalogue.recipes.voyages --world-atlas FOLDER`.

Run it after changing a node, a river, a route or a port; `natural_earth` says where the folder
comes from.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from geo.catalogue.features import load_catalogue
from geo.catalogue.recipes.voyages.approaches import approaches
from geo.catalogue.recipes.voyages.hops import Harbour, hops
from geo.catalogue.recipes.voyages.land import Land, load_land
from geo.catalogue.recipes.voyages.legs import (
    entry_legs,
    gate_legs,
    needful,
    network_of,
    sea_legs,
)
from geo.catalogue.records import DATA
from geo.catalogue.sea_legs import COLUMNS, SEA_LEGS, node_of, searoute_legs, write_track
from geo.geodesy import Position, leg_lengths_nm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.catalogue.features import Catalogue
    from geo.catalogue.recipes.voyages.approaches import Approach
    from geo.catalogue.recipes.voyages.legs import Around, Leg

_RASTERS = ((60.0, 0.5), (150.0, 0.8), (300.0, 1.5))
"""How far a port looks for nodes, km, and in what cells; the last only if it sees few."""
_ALWAYS_KM = 150.0
_ENOUGH = 3
_INSIDE_RASTERS = ((150.0, 0.8), (720.0, 2.0))
_CANALS = ("suez", "panama")
_NEAR_ROUTE_NM = 400.0
_PORT_LAT = 60.0
_PACIFIC_LON = 150.0
"""Beyond this meridian a port in open water has no track into a route: it lies at its very end, and
a last part of the route would pass for the whole."""
_OPEN_LAT = 82.0
"""Ships may join the Transpolar Sea Route south of this parallel on the Atlantic side."""
_OPEN_LON = -76.0
"""Davis Strait and Baffin Bay, east of this meridian, are open water to the Northwest Passage."""


def build(land: Land, catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[Position, ...]]]:
    """Yield kind, port and track of every leg."""
    open_water, gates = _nodes()
    theirs = {node for start, end, _ in searoute_legs() for node in (start, end)}
    entries = sorted(node for node in _entries(catalogue) if node not in open_water)
    ours = sorted(sea_legs(open_water, land))
    ours += entry_legs(entries, open_water, network_of(ours), land)
    joins = list(gate_legs(gates, sorted(theirs), land))
    for kind, legs in (("sea", ours), ("gate", joins)):
        for leg in legs:
            yield kind, "", leg
    lanes = [(start, end) for start, end, passage in searoute_legs() if passage not in _CANALS]
    inner = sorted(_route_nodes(catalogue) - set(open_water))
    waters = _Waters(
        inner, sorted({*open_water, *theirs}),
        network_of([*lanes, *ours, *joins]),
        network_of([*ours, *_route_legs(catalogue)]),
    )  # fmt: skip
    yield from _canals()
    harbours, within = [], set(inner) - set(entries)
    rivers, canals = _rivers()
    for feature in catalogue.of_kind("place"):
        if feature.type != "port":
            continue
        shape = catalogue.shapes(feature.id)[""].centroid
        quay = node_of(shape.x, shape.y)
        course = (quay, *rivers.get(feature.id, ()))
        tracks = [(*course[:-1], *track) for track in _approaches(course[-1], waters, land)]
        is_inside = min(tracks, key=_nm)[-1] in within
        if feature.id in canals:
            tracks.append((quay, *canals[feature.id]))
        for track in tracks:
            yield "approach", feature.id, track
        harbours.append(Harbour(feature.id, course, tracks, is_inside))
    whole = network_of([*lanes, *ours, *joins, *_route_legs(catalogue)])
    for start, end, track in hops(harbours, whole, land):
        yield "hop", f"{start} {end}", track


def _nm(track: Sequence[Position]) -> float:
    return sum(leg_lengths_nm(track))


def _canals() -> Iterator[tuple[str, str, tuple[Position, ...]]]:
    courses: dict[str, list[Position]] = defaultdict(list)
    text = (files(__package__) / "canals.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        courses[row["canal"]].append(node_of(float(row["lon"]), float(row["lat"])))
    for canal, course in courses.items():
        yield "canal", canal, tuple(course)


def _nodes() -> tuple[list[Position], list[Position]]:
    text = (files(__package__) / "nodes.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    place = [node_of(float(row["lon"]), float(row["lat"])) for row in rows]
    return place, [node for node, row in zip(place, rows, strict=True) if row["gate"]]


def _rivers() -> tuple[dict[str, list[Position]], dict[str, list[Position]]]:
    """Return the courses from ports to the sea, and those into a canal beside a port."""
    rivers: dict[str, list[Position]] = defaultdict(list)
    canals: dict[str, list[Position]] = defaultdict(list)
    text = (files(__package__) / "rivers.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        courses = canals if row["what"].endswith("Canal") else rivers
        courses[row["port"]].append(node_of(float(row["lon"]), float(row["lat"])))
    return rivers, canals


def _route_legs(catalogue: Catalogue) -> Iterator[Leg]:
    for route in ("nsr", "nwp"):
        for variant in catalogue.feature(route).variants:
            yield from pairwise(
                node_of(float(p["lon"]), float(p["lat"])) for p in variant.waypoints
            )


def _route_nodes(catalogue: Catalogue) -> set[Position]:
    return {node for leg in _route_legs(catalogue) for node in leg}


def _entries(catalogue: Catalogue) -> set[Position]:
    """Return where ships may join the Arctic routes."""
    found: set[Position] = set()
    for route in ("nsr", "nwp", "tsr"):
        for variant in catalogue.feature(route).variants:
            track = [node_of(float(p["lon"]), float(p["lat"])) for p in variant.waypoints]
            found |= {track[0], track[-1]}
            if route == "tsr":
                found |= {(lon, lat) for lon, lat in track if lat < _OPEN_LAT and abs(lon) < 90}  # noqa: PLR2004  the Atlantic side
            if route == "nwp":
                found |= {(lon, lat) for lon, lat in track if lon > _OPEN_LON}
    return found


@dataclass(frozen=True)
class _Waters:
    """The nodes within the routes and outside them, and the legs between them."""

    inner: Sequence[Position]
    outer: Sequence[Position]
    around: Around
    within: Around


def _approaches(start: Position, waters: _Waters, land: Land) -> list[tuple[Position, ...]]:
    """Return the tracks of a port: to open water, and near a route to its nodes too."""
    outside: dict[Position, Approach] = {}
    for reach_km, cell_km in _RASTERS:
        if reach_km > _ALWAYS_KM and len(outside) >= _ENOUGH:
            break
        for each in approaches(start, waters.outer, land, reach_km=reach_km, cell_km=cell_km):
            outside.setdefault(each.node, each)
    kept = needful(outside.values(), waters.around)
    inside: dict[Position, Approach] = {}
    if start[1] > _PORT_LAT and min(leg_lengths_nm([start, n])[0] for n in waters.inner) < (
        _NEAR_ROUTE_NM
    ):
        for reach_km, cell_km in _INSIDE_RASTERS:
            for each in approaches(start, waters.inner, land, reach_km=reach_km, cell_km=cell_km):
                inside.setdefault(each.node, each)
    near = min((each.nm for each in outside.values()), default=float("inf"))
    if abs(start[0]) > _PACIFIC_LON and near <= min(
        (each.nm for each in inside.values()), default=float("inf")
    ):
        inside = {}
    both = needful([*kept, *inside.values()], waters.within)
    kept += [each for each in both if each.node in inside]
    return [each.track for each in kept]


def main() -> None:
    """Write the table and print its length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world-atlas", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args()
    rows = list(build(load_land(options.world_atlas), load_catalogue()))
    with (DATA / SEA_LEGS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((kind, port, write_track(track)) for kind, port, track in rows)
    print(f"{SEA_LEGS}: {len(rows)} legs")


if __name__ == "__main__":
    main()

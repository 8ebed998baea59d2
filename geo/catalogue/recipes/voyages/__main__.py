"""Build `sea_legs.csv`: `python -m geo.catalogue.recipes.voyages --world-atlas FOLDER`.

Run it after changing a node, a river, a route or a port; `natural_earth` says where the folder
comes from.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from geo.catalogue.features import load_catalogue
from geo.catalogue.recipes.voyages.approaches import approaches
from geo.catalogue.recipes.voyages.land import Land, load_land
from geo.catalogue.recipes.voyages.legs import entry_legs, gate_legs, sea_legs
from geo.catalogue.records import DATA
from geo.catalogue.sea_legs import COLUMNS, SEA_LEGS, node_of, searoute_legs, write_track
from geo.geodesy import Position, leg_lengths_nm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from geo.catalogue.features import Catalogue
    from geo.catalogue.recipes.voyages.approaches import Approach

_RASTERS = ((60.0, 0.5), (150.0, 0.8), (300.0, 1.5))
"""How far a port looks for nodes, km, and in what cells, until it sees a few."""
_ENOUGH = 3
_MOST = 6
_INSIDE_RASTERS = ((150.0, 0.8), (720.0, 2.0))
_MOST_INSIDE = 18
_NEAR_ROUTE_NM = 400.0
_PORT_LAT = 60.0
_OPEN_LAT = 82.0
"""Ships may join the Transpolar Sea Route south of this parallel on the Atlantic side."""
_OPEN_LON = -76.0
"""Davis Strait and Baffin Bay, east of this meridian, are open water to the Northwest Passage."""


def build(land: Land, catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[Position, ...]]]:
    """Yield kind, port and track of every leg."""
    open_water, gates = _nodes()
    routes = _route_nodes(catalogue)
    theirs = {node for start, end, _ in searoute_legs() for node in (start, end)}
    for start, end in sorted(sea_legs(open_water, land)):
        yield "sea", "", (start, end)
    entries = sorted(node for node in _entries(catalogue) if node not in open_water)
    for start, end in entry_legs(entries, open_water, land):
        yield "sea", "", (start, end)
    for start, end in gate_legs(gates, sorted(theirs), land):
        yield "gate", "", (start, end)
    inner = sorted(routes - set(open_water))
    outer = sorted({*open_water, *theirs})
    rivers = _rivers()
    for feature in catalogue.of_kind("place"):
        if feature.type != "port":
            continue
        shape = catalogue.shapes(feature.id)[""].centroid
        quay = node_of(shape.x, shape.y)
        course = (quay, *rivers.get(feature.id, ()))
        for track in _approaches(course[-1], inner, outer, land):
            yield "approach", feature.id, (*course[:-1], *track)


def _nodes() -> tuple[list[Position], list[Position]]:
    text = (files(__package__) / "nodes.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    place = [node_of(float(row["lon"]), float(row["lat"])) for row in rows]
    return place, [node for node, row in zip(place, rows, strict=True) if row["gate"]]


def _rivers() -> dict[str, list[Position]]:
    courses: dict[str, list[Position]] = defaultdict(list)
    text = (files(__package__) / "rivers.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        courses[row["port"]].append(node_of(float(row["lon"]), float(row["lat"])))
    return courses


def _route_nodes(catalogue: Catalogue) -> set[Position]:
    return {
        node_of(float(point["lon"]), float(point["lat"]))
        for route in ("nsr", "nwp")
        for variant in catalogue.feature(route).variants
        for point in variant.waypoints
    }


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


def _approaches(
    start: Position, inner: Collection[Position], outer: Collection[Position], land: Land
) -> list[tuple[Position, ...]]:
    """Return the tracks of a port: to open water, or from within a route to its nodes too."""
    outside: list[Approach] = []
    for reach_km, cell_km in _RASTERS:
        more = approaches(start, outer, land, reach_km=reach_km, cell_km=cell_km)[:_MOST]
        outside = max(outside, more, key=len)
        if len(outside) >= _ENOUGH:
            break
    inside: dict[Position, Approach] = {}
    if start[1] > _PORT_LAT and min(leg_lengths_nm([start, node])[0] for node in inner) < (
        _NEAR_ROUTE_NM
    ):
        for reach_km, cell_km in reversed(_INSIDE_RASTERS):
            found = approaches(start, inner, land, reach_km=reach_km, cell_km=cell_km)
            inside |= {each.node: each for each in found[:_MOST_INSIDE]}
    near = min((each.nm for each in outside), default=float("inf"))
    if near <= min((each.nm for each in inside.values()), default=float("inf")):
        inside = {}
    return [each.track for each in (*outside, *inside.values())]


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

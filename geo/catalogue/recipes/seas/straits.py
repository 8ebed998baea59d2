"""Build the straits: a small area to highlight, and a gate across the narrows.

The gate is the narrowest water between two shores (`gates`); islands may lie under it (the
Diomedes, Tsushima). Straits far from the Arctic are drawn from a ring or a lane of their own;
canals are lanes, and their gate is a line over the isthmus which only a track through the canal
crosses. A whole that is made of straits side by side (the Danish straits) has no gate of its own.
`seas` runs this.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely import LinearRing, LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.natural_earth import read_land
from geo.catalogue.recipes.seas.cover import (
    GRID_DEG,
    Water,
    plane_line,
    read_positions,
    to_lonlat,
)
from geo.catalogue.recipes.seas.gates import narrowest_water
from geo.catalogue.recipes.seas.names import Row, common_properties, limit_words, sources_of
from geo.catalogue.recipes.write import source, to_feature
from geo.errors import CatalogueError
from geo.geodesy import (
    Position,
    densify_edges,
    extract_lines,
    extract_polygons,
    from_polar,
    gate_to_polar,
    length_nm,
    to_polar,
    unwrap,
)

_LANE_DEG = 0.03
_FAR_TOLERANCE_DEG = 0.02
_STEP_DEG = 0.02


def merge_unions(rows: Sequence[Row], waters: MutableMapping[str, Water]) -> None:
    """Add to `waters` the straits composed of others (linked by `part_of`)."""
    for row in (row for row in rows if row["basis"] == "union"):
        parts = [waters[part["id"]] for part in rows if part["part_of"] == row["id"]]
        full = shapely.union_all([part.full for part in parts])
        drawn = shapely.union_all([part.drawn for part in parts])
        inner = {limit.id for limit in parts[0].limits}
        for part in parts[1:]:
            inner ^= {limit.id for limit in part.limits}
        limits = tuple(limit for part in parts for limit in part.limits if limit.id in inner)
        waters[row["id"]] = Water(row["id"], full, drawn, limits)


def build_straits(
    rows: Sequence[Row], waters: Mapping[str, Water], folder: Path
) -> list[dict[str, Any]]:
    """Return the straits as Features.

    Raises
    ------
    CatalogueError
        When gates miss the water of their straits: each is named.
    """
    land = [shapely.make_valid(part) for part in read_land(folder, scale="10m").geometry]
    features, problems = [], []
    for row in rows:
        try:
            features.append(_strait(row, waters.get(row["id"]), land))
        except CatalogueError as error:
            problems.append(str(error))
    if problems:
        raise CatalogueError(" ".join(problems))
    return features


def _strait(row: Row, water: Water | None, land: Sequence[BaseGeometry]) -> dict[str, Any]:
    properties = common_properties(row, kind="strait")
    full = water.full if water else _far_area(row, land)
    details = _gate_details(row, full, water) if row["gate"] else {}
    details |= read_details(row["details"])
    if water:
        details["limits"] = limit_words(water.limits)
    properties["details"] = details
    if row["basis"] == "S-23" or row["details"]:
        properties["sources"] = _sources(row)
    return to_feature(properties, to_lonlat(water.drawn) if water else _draw_far(full))


def _gate_details(row: Row, area: BaseGeometry, water: Water | None) -> dict[str, Any]:
    """Return the gate, its shores and, except for lanes, its width."""
    gate = read_positions(row["gate"]) if row["basis"] == "lane" else _gate(row, area, water)
    details: dict[str, Any] = {
        "gate": [list(position) for position in gate],
        "lies_between": row["between"],
    }
    if row["basis"] != "lane":
        details["gate_nm"] = round(length_nm(LineString(unwrap(gate))), 1)
    return details


def _gate(row: Row, area: BaseGeometry, water: Water | None) -> tuple[Position, ...]:
    """Return the two shore ends of the narrowest water of a strait."""
    if water:
        openings = shapely.union_all([plane_line(limit.line) for limit in water.limits])
    else:
        area = shapely.make_valid(to_polar(area))
        openings = to_polar(_far_ring(row))
    (across,) = extract_lines(gate_to_polar(LineString(read_positions(row["gate"]))))
    line = narrowest_water(area, across, openings, name=row["id"])
    ends = (from_polar(*position) for position in line.coords)
    return tuple((round(lon, 4), round(lat, 4)) for lon, lat in ends)


def _far_ring(row: Row) -> LinearRing:
    """Return the ring around a far strait, whose edges are straight in lon/lat."""
    ring = LinearRing(read_positions(row["seeds"]))
    return LinearRing(densify_edges(ring, step_deg=_STEP_DEG).coords)


def _far_area(row: Row, land: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return the area of a strait that lies outside the divided water, in lon/lat."""
    if row["basis"] == "lane":
        lane = LineString(read_positions(row["seeds"]))
        return lane.buffer(_LANE_DEG, cap_style="flat", quad_segs=2)
    ring = Polygon(_far_ring(row))
    near = [part.intersection(ring) for part in land if part.intersects(ring)]
    wet = ring.difference(shapely.union_all(near))
    return max(extract_polygons(wet), key=lambda part: part.area)


def _draw_far(area: BaseGeometry) -> BaseGeometry:
    outline = Polygon(extract_polygons(area)[0].exterior).simplify(_FAR_TOLERANCE_DEG)
    return shapely.set_precision(outline, GRID_DEG)


def read_details(text: str) -> dict[str, str | int | float]:
    """Parse figures such as `length: 18 nm; source: X` into a mapping.

    A key that ends in `_m` holds metres, as a number.
    """
    pairs = (item.partition(":") for item in text.split(";") if item.strip())
    read = {key.strip(): value.strip() for key, _, value in pairs}
    return {key: _metres(value) if key.endswith("_m") else value for key, value in read.items()}


def _metres(text: str) -> int | float:
    return int(text) if text.isdigit() else float(text)


def _sources(row: Row) -> list[dict[str, str]]:
    cited = read_details(row["details"]).get("source")
    figures = [source(str(cited), confidence="checked")] if cited else []
    return [*figures, *sources_of(row["basis"])]

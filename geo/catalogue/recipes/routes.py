"""Draw the routes and corridors from their waypoints.

A route's file in `geo/catalogue/data/` is maintained by hand, its `waypoints` above all; only
`geometry` is computed. After a change of waypoints run `make overlay`, which begins with this, or
`python -m geo.catalogue.recipes.routes`: it redraws each Feature that has waypoints and prints the
lengths. The contract test for routes then checks each leg of an Arctic route against 1:10m land.
"""

import json
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from shapely import LineString, MultiLineString

from geo.catalogue.recipes.write import round_geometry, write_collection
from geo.catalogue.records import DATA
from geo.errors import CatalogueError
from geo.geodesy import GEOD, HALF_TURN_DEG, TURN_DEG, Position, length_nm, unwrap

_POLE_LAT_DEG = 90.0
_BISECTIONS = 60
_MIN_WAYPOINTS = 2


def draw_track(waypoints: Sequence[Position]) -> LineString | MultiLineString:
    """Return the line through the waypoints, cut at 180 degrees, parts in order of travel.

    Vertices are the waypoints; where a leg crosses 180 degrees also the point where its geodesic
    does so; and a waypoint at the pole is there twice, on the meridian it is reached by and on the
    one it is left by, so that no leg runs across the longitudes.

    Raises
    ------
    CatalogueError
        When there are fewer than two waypoints.
    """
    if len(waypoints) < _MIN_WAYPOINTS:
        raise CatalogueError("A track needs two waypoints or more; add them in order of travel.")
    positions = list(_with_crossings(unwrap(_with_pole_twice(waypoints))))
    parts = [shapely.transform(LineString(part), _into_range) for part in _split(positions)]
    line = parts[0] if len(parts) == 1 else MultiLineString(parts)
    return round_geometry(line)  # type: ignore[return-value]  # rounding keeps the kind


def _with_pole_twice(waypoints: Sequence[Position]) -> Iterator[Position]:
    """Repeat a waypoint at a pole on the meridians of its neighbours."""
    for i, (lon, lat) in enumerate(waypoints):
        if abs(lat) < _POLE_LAT_DEG:
            yield lon, lat
            continue
        yield from ((neighbour[0], lat) for neighbour in waypoints[max(i - 1, 0) : i + 2 : 2])


def _with_crossings(positions: Sequence[Position]) -> Iterator[Position]:
    """Insert a position wherever an unwrapped track crosses the antimeridian."""
    yield positions[0]
    for start, end in pairwise(positions):
        turns = sorted((_turn_number(start[0]), _turn_number(end[0])))
        for edge in (TURN_DEG * turn + HALF_TURN_DEG for turn in range(*turns)):
            if edge not in (start[0], end[0]):
                yield edge, _crossing_latitude(start, end, edge=edge)
        yield end


def _turn_number(lon: float) -> int:
    """Return how many full turns an unwrapped longitude is from -180..180."""
    return math.floor((lon + HALF_TURN_DEG) / TURN_DEG)


def _crossing_latitude(start: Position, end: Position, *, edge: float) -> float:
    """Return the latitude where the geodesic between two positions meets the meridian `edge`."""
    azimuth, _, metres = GEOD.inv(*start, *end)
    low, high = 0.0, metres
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        lon, _, _ = GEOD.fwd(*start, azimuth, middle)
        passed = (unwrap([start, (lon, 0.0)])[1][0] >= edge) == (end[0] >= edge)
        low, high = (low, middle) if passed else (middle, high)
    return float(GEOD.fwd(*start, azimuth, high)[1])


def _split(positions: Sequence[Position]) -> Iterator[list[Position]]:
    """Split a track where it crosses the antimeridian."""
    part = [positions[0]]
    for i, position in enumerate(positions[1:], start=1):
        part.append(position)
        on_edge = (position[0] - HALF_TURN_DEG) % TURN_DEG == 0
        if on_edge and i + 1 < len(positions):
            yield part
            part = [position]
    yield part


def _into_range(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Wrap one part of a track, which stays within one turn, to -180..180."""
    turn = np.floor((xy[:, 0].mean() + HALF_TURN_DEG) / TURN_DEG)
    moved: npt.NDArray[np.float64] = xy - np.array([turn * TURN_DEG, 0.0])
    return moved


def redraw(path: Path) -> Iterator[tuple[str, str, float]]:
    """Redraw each Feature of a file that has waypoints; yield id, variant and length in nm."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    defaults = collection.get("defaults", {})
    for feature in collection["features"]:
        properties = feature["properties"]
        if "waypoints" not in properties:
            continue
        line = draw_track([(point["lon"], point["lat"]) for point in properties["waypoints"]])
        feature["geometry"] = shapely.geometry.mapping(line)
        identity = {**defaults, **properties}
        yield identity["id"], identity.get("variant", ""), length_nm(line)
    write_collection(path, collection["features"], defaults=defaults)


def main() -> None:
    """Redraw all files that hold waypoints."""
    for path in sorted(DATA.glob("*.geojson")):
        if '"waypoints"' in path.read_text(encoding="utf-8"):
            for feature, variant, nm in redraw(path):
                print(f"{feature} {variant}: {nm:,.0f} nm")


if __name__ == "__main__":
    main()

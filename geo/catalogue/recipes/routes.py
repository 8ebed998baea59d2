"""Draw the routes and corridors from their waypoints.

A route's file in `geo/catalogue/data/` is kept by hand, its `waypoints` above all; only `geometry`
is computed. After a change of waypoints run `python -m geo.catalogue.build.routes`: it redraws each
Feature that has waypoints and prints the lengths. The contract test for routes then checks each leg
of an Arctic route against 1:10m land.
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

from geo.catalogue.build.write import DATA, round_geometry, write_collection
from geo.errors import CatalogueError
from geo.geodesy import GEOD, Position, length_nm, unwrap

_TURN, _HALF_TURN, _POLE = 360.0, 180.0, 90.0
_BISECTIONS = 60
_LEAST_WAYPOINTS = 2


def draw_track(waypoints: Sequence[Position]) -> LineString | MultiLineString:
    """Return the line through the waypoints, cut at 180 degrees, its parts in the order of travel.

    Vertices are the waypoints; where a leg crosses 180 degrees also the point where its geodesic
    does so; and a waypoint at the pole stands twice, on the meridian it is reached by and on the
    one it is left by, so that no leg runs across the longitudes.

    Raises
    ------
    CatalogueError
        When there are fewer than two waypoints.
    """
    if len(waypoints) < _LEAST_WAYPOINTS:
        raise CatalogueError("A track needs two waypoints or more; add them in order of travel.")
    positions = list(_with_crossings(unwrap(_with_pole_twice(waypoints))))
    parts = [shapely.transform(LineString(part), _into_range) for part in _split(positions)]
    line = parts[0] if len(parts) == 1 else MultiLineString(parts)
    return round_geometry(line)  # type: ignore[return-value]  # rounding keeps the kind


def _with_pole_twice(waypoints: Sequence[Position]) -> Iterator[Position]:
    """Repeat a waypoint at a pole on the meridians of its neighbours."""
    for i, (lon, lat) in enumerate(waypoints):
        if abs(lat) < _POLE:
            yield lon, lat
            continue
        yield from ((neighbour[0], lat) for neighbour in waypoints[max(i - 1, 0) : i + 2 : 2])


def _with_crossings(positions: Sequence[Position]) -> Iterator[Position]:
    """Put a position on every meridian of 180 degrees that an unwrapped track crosses."""
    yield positions[0]
    for start, end in pairwise(positions):
        turns = sorted((_turn(start[0]), _turn(end[0])))
        for edge in (_TURN * turn + _HALF_TURN for turn in range(*turns)):
            if edge not in (start[0], end[0]):
                yield edge, _crossing_latitude(start, end, edge=edge)
        yield end


def _turn(lon: float) -> int:
    """Return the number of the turn an unwrapped longitude lies in; -180..180 is turn 0."""
    return math.floor((lon + _HALF_TURN) / _TURN)


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
    """Break a track at the positions on 180 degrees where it goes over to another turn."""
    part = [positions[0]]
    for i, position in enumerate(positions[1:], start=1):
        part.append(position)
        on_edge = (position[0] - _HALF_TURN) % _TURN == 0
        if on_edge and i + 1 < len(positions):
            yield part
            part = [position]
    yield part


def _into_range(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Bring one part of a track, which keeps within one turn, into -180..180."""
    turn = np.floor((xy[:, 0].mean() + _HALF_TURN) / _TURN)
    moved: npt.NDArray[np.float64] = xy - np.array([turn * _TURN, 0.0])
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

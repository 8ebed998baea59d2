"""Natural Earth's 1:10m land around a point or around the pole, and lines of sight over water."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pyproj
import shapely
from shapely import LineString, Polygon, box
from shapely.affinity import translate

from geo.catalogue.recipes.natural_earth import read_land
from geo.geodesy import TURN_DEG, Position, densify, extract_polygons, to_polar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SOUTH_DEG = -45.0
_EDGE_STEP_DEG = 0.25
_SIGHT_STEP_KM = 25.0
_PIECE_POINTS = 300
"""Land is cut into pieces of fewer points: a line is then held against what is near it only."""
_KM_PER_DEG = 111.0


@dataclass(frozen=True)
class Land:
    """The land of the world, as polygons in degrees with unwrapped longitudes."""

    polygons: tuple[Polygon, ...]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.polygons)

    @cached_property
    def _polar(self) -> shapely.STRtree:
        """The land north of 45 S in the polar plane."""
        north = box(-2 * TURN_DEG, _SOUTH_DEG, 2 * TURN_DEG, 90)
        near = [part for part in self.polygons if part.bounds[3] > _SOUTH_DEG]
        cut = [piece for part in near for piece in extract_polygons(part.intersection(north))]
        plane = [
            piece
            for part in cut
            for piece in extract_polygons(
                shapely.make_valid(to_polar(shapely.segmentize(part, _EDGE_STEP_DEG)))
            )
        ]
        pieces = [small for piece in plane for small in _in_pieces(piece)]
        shapely.prepare(pieces)
        return shapely.STRtree(pieces)

    def lies_between(self, start: Position, end: Position) -> bool:
        """Return whether the geodesic between two points north of 45 S meets land."""
        line = to_polar(LineString(densify([start, end], step_km=_SIGHT_STEP_KM)))
        points = shapely.get_coordinates(line)
        steps = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1))
        return bool(self._polar.query(steps, predicate="intersects").size)

    def around(self, lon: float, lat: float, reach_km: float) -> tuple[list[Polygon], Any]:
        """Return the land near a point in a plane around it (metres), and the way to that plane."""
        high = min(90.0, lat + 1.3 * reach_km / _KM_PER_DEG)
        narrow = max(np.cos(np.radians(min(88.0, abs(lat) + reach_km / _KM_PER_DEG))), 0.02)
        wide = min(1.5 * reach_km / _KM_PER_DEG / narrow, 170.0)
        low = lat - 1.3 * reach_km / _KM_PER_DEG
        window = box(lon - wide, low, lon + wide, high)
        to_plane = pyproj.Transformer.from_crs(
            "EPSG:4326", f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84", always_xy=True
        )
        found: list[Polygon] = []
        for turn in (-TURN_DEG, 0.0, TURN_DEG):
            moved = translate(window, xoff=-turn)
            for index in self._tree.query(moved, predicate="intersects"):
                piece = translate(self.polygons[index].intersection(moved), xoff=turn)
                flat: Any = to_plane.transform
                plane = shapely.transform(shapely.segmentize(piece, 0.1), flat, interleaved=False)
                found += extract_polygons(shapely.make_valid(plane))
        return found, to_plane


def _in_pieces(polygon: Polygon) -> list[Polygon]:
    if shapely.get_num_coordinates(polygon) < _PIECE_POINTS:
        return [polygon]
    west, south, east, north = polygon.bounds
    if east - west > north - south:
        halves = (west, south, (west + east) / 2, north), ((west + east) / 2, south, east, north)
    else:
        halves = (west, south, east, (south + north) / 2), (west, (south + north) / 2, east, north)
    return [
        small
        for half in halves
        for part in extract_polygons(polygon.intersection(box(*half)))
        for small in _in_pieces(part)
    ]


def load_land(folder: Path) -> Land:
    """Return the land from the folder of world-atlas; see `natural_earth`."""
    each = (shapely.make_valid(part) for part in read_land(folder, scale="10m").geometry)
    return Land(tuple(piece for part in each for piece in extract_polygons(part)))


def pull_straight(
    points: Sequence[tuple[float, float]], land: shapely.STRtree
) -> list[tuple[float, float]]:
    """Return a path in a plane with the points left out that a straight line over water spares."""
    kept, at = [points[0]], 0
    while at < len(points) - 1:
        ahead = len(points) - 1
        while ahead > at + 1 and len(
            land.query(LineString([points[at], points[ahead]]), predicate="intersects")
        ):
            ahead -= max(1, (ahead - at) // 12)
        kept.append(points[ahead])
        at = ahead
    return kept

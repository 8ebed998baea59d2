"""The way over water from a port to the nodes around it, found on a raster of the 1:10m land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from geo.catalogue.recipes.voyages.land import pull_straight
from geo.geodesy import Floats, Position, leg_lengths_nm, wrap_degrees

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from shapely import Polygon

    from geo.catalogue.recipes.voyages.land import Land

_STEPS = ((0, 1), (1, 0), (1, 1), (1, -1), (1, 2), (2, 1), (1, -2), (2, -1))
_NEAR_LAND_CELLS = 2.5
_NEAR_CELLS = 1.5
_NEAR_M = 1500.0
_DECIMALS = 4


@dataclass(frozen=True)
class Approach:
    """A track over water from a place to a node, lon, lat in degrees."""

    nm: float
    track: tuple[Position, ...]

    @property
    def node(self) -> Position:
        """Where it joins the network."""
        return self.track[-1]


def approaches(
    start: Position,
    nodes: Iterable[Position],
    land: Land,
    *,
    reach_km: float,
    cell_km: float,
    ashore_km: float = float("inf"),
) -> list[Approach]:
    """Return the shortest way over water to each node within reach, nearest first.

    The way leads from the cell of water that is nearest to the start and connected with a node,
    and is pulled straight wherever the land allows. There is none if that cell is farther away than
    `ashore_km`.
    """
    parts, to_plane = land.around(*start, reach_km)
    count = int(reach_km / cell_km)
    grid: Floats = np.linspace(-count, count, 2 * count + 1) * (cell_km * 1000.0)
    x, y = (np.asarray(each, np.float64) for each in np.meshgrid(grid, grid))
    water = _water(parts, grid, x, y)
    at_x, at_y = x[water], y[water]
    targets = []
    for node in nodes:
        node_x, node_y = to_plane.transform(*node)
        if max(abs(node_x), abs(node_y)) < reach_km * 980:  # NaN is not less
            away = np.hypot(at_x - node_x, at_y - node_y)
            cell = int(away.argmin())
            if away[cell] < max(_NEAR_CELLS * cell_km * 1000, _NEAR_M):
                targets.append((node, (float(node_x), float(node_y)), cell))
    if not targets:
        return []
    tree = shapely.STRtree(parts)
    graph = _graph(water, grid, _edges(parts))
    away = np.hypot(at_x, at_y)
    first = _first_cell(graph, away, [cell for *_, cell in targets])
    if away[first] > ashore_km * 1000:
        return []
    steps: Any = dijkstra  # the stubs know fewer of its forms
    distance, before = steps(graph, directed=False, indices=first, return_predecessors=True)
    found = []
    for node, place, cell in targets:
        if not np.isfinite(distance[cell]):
            continue
        cells = [cell]
        while cells[-1] != first:
            cells.append(int(before[cells[-1]]))
        path = [(0.0, 0.0), *((float(at_x[i]), float(at_y[i])) for i in reversed(cells)), place]
        inner = pull_straight(path, tree)[1:-1]
        lon, lat = to_plane.transform(
            [point[0] for point in inner], [point[1] for point in inner], direction="INVERSE"
        )
        between = [
            (round(float(wrap_degrees(east)), _DECIMALS), round(float(north), _DECIMALS))
            for east, north in zip(lon, lat, strict=True)
        ]
        track = (start, *between, node)
        found.append(Approach(sum(leg_lengths_nm(track)), track))
    return sorted(found, key=lambda each: each.nm)


def _water(parts: Sequence[Polygon], grid: Floats, x: Floats, y: Floats) -> NDArray[np.bool_]:
    water = np.ones(x.shape, bool)
    for part in parts:
        west, south, east, north = part.bounds
        rows, columns = (grid >= south) & (grid <= north), (grid >= west) & (grid <= east)
        if rows.any() and columns.any():
            shapely.prepare(part)
            inside = np.ix_(rows, columns)
            water[inside] &= ~shapely.contains_xy(part, x[inside], y[inside])
    return water


def _graph(water: NDArray[np.bool_], grid: Floats, coast: shapely.STRtree) -> csr_matrix[Any]:
    """Return the cells of water with the lengths of the steps between them, none of them over land.

    A strip of land may be narrower than a cell, so each step near the coast is held against the
    coast itself; no step is longer than the reach.
    """
    index: NDArray[np.int64] = np.full(water.shape, -1, np.int64)
    index[water] = np.arange(water.sum())
    low, left = np.nonzero(water)
    places = np.column_stack([grid[left], grid[low]])
    reach_m = _NEAR_LAND_CELLS * float(grid[1] - grid[0])
    is_near = np.zeros(len(places), np.bool_)
    is_near[coast.query(shapely.points(places), predicate="dwithin", distance=reach_m)[0]] = True
    rows, columns = [], []
    for down, right in _STEPS:
        here = index[: len(index) - down, max(0, -right) : index.shape[1] - max(0, right)]
        there = index[down:, max(0, right) : index.shape[1] - max(0, -right)]
        both = (here >= 0) & (there >= 0)
        rows.append(here[both])
        columns.append(there[both])
    starts, ends = np.concatenate(rows), np.concatenate(columns)
    checked = np.flatnonzero(is_near[starts] | is_near[ends])
    lines = shapely.linestrings(np.stack([places[starts[checked]], places[ends[checked]]], axis=1))
    over_land = np.zeros(len(starts), np.bool_)
    over_land[checked[coast.query(lines, predicate="intersects")[0]]] = True
    starts, ends = starts[~over_land], ends[~over_land]
    lengths = np.hypot(*(places[starts] - places[ends]).T)
    count = len(places)
    return coo_matrix((lengths, (starts, ends)), shape=(count, count)).tocsr()


def _edges(parts: Sequence[Polygon]) -> shapely.STRtree:
    """Return the edges of some land, one by one: they are found much faster than the land is."""
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    places = [shapely.get_coordinates(ring) for ring in rings]
    each = [np.stack([ring[:-1], ring[1:]], axis=1) for ring in places]
    lines: Any = shapely.linestrings(np.concatenate(each)) if each else []
    return shapely.STRtree(lines)


def _first_cell(graph: csr_matrix[Any], from_start: Floats, targets: Sequence[int]) -> int:
    """Return the cell nearest to the start from which some target can be reached."""
    _, part = connected_components(graph, directed=False)
    reachable = np.isin(part, part[list(targets)])
    return int(np.where(reachable, from_start, np.inf).argmin())

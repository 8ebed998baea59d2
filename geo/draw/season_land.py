"""The land of the map of the ice as a shape, and what of an edge is not under it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.draw.type_lines import resample
from geo.draw.voyage_lines import path_of, thinned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from geo.draw.season_ice import IceMonth
    from geo.draw.type_lines import Points
    from geo.draw.voyage_ground import Ground

_NUMBER = re.compile(r"-?\d+")
_CORNERS = 3
_STEP = 3.0
_SHORTEST = 45.0
"""Pieces of an edge between islands that are no longer than this, in units, say nothing."""


def lines_of(d: str) -> list[Points]:
    """Return the lines of path data as `geo.draw.voyage_lines.path_of` writes them."""
    return [
        np.array(_NUMBER.findall(part), dtype=float).reshape(-1, 2).cumsum(axis=0)
        for part in d.split("M")[1:]
    ]


def area_of(d: str) -> BaseGeometry:
    """Return the area of closed path data, its holes filled."""
    rings = (shapely.Polygon(line) for line in lines_of(d) if len(line) >= _CORNERS)
    return shapely.union_all([shapely.make_valid(ring) for ring in rings])


def ice_of(month: IceMonth) -> BaseGeometry:
    """Return what has ice of 15 % and more in a month, in units of the disc, with its holes."""
    return pierced(month.areas[0])


def pierced(d: str) -> BaseGeometry:
    """Return the area of closed path data with its holes."""
    rings = [shapely.Polygon(line) for line in lines_of(d) if len(line) >= _CORNERS]
    # A hole is a ring of its own in the path, which fills by even and odd.
    whole: BaseGeometry = shapely.Polygon()
    for ring in rings:
        whole = shapely.symmetric_difference(whole, shapely.make_valid(ring))
    return whole


def land_of(ground: Ground) -> BaseGeometry:
    """Return the land of the disc in its units, lakes and all."""
    return area_of(ground.disc["land"])


def with_seen_edges(months: Iterable[IceMonth], ground: Ground) -> tuple[IceMonth, ...]:
    """Return the months with no more of each edge than what is on the sea and long enough."""
    land = land_of(ground)
    shapely.prepare(land)
    return tuple(replace(one, edge=_seen(lines_of(one.edge), land)) for one in months)


def _seen(lines: Iterable[Points], land: BaseGeometry) -> str:
    """Return the parts of lines off the land: points close together are faster than shapes."""
    kept: list[Points] = []
    for line in lines:
        points = resample(line, _STEP)
        at_sea = ~shapely.contains_xy(land, *points.T)
        cuts = np.flatnonzero(np.diff(at_sea)) + 1
        runs = zip(np.split(points, cuts), np.split(at_sea, cuts), strict=True)
        kept += [run for run, is_sea in runs if is_sea[0] and len(run) * _STEP > _SHORTEST]
    return path_of(map(thinned, kept))

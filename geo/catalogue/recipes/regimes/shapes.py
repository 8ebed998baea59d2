"""Shapes of areas of rules, in the equal-area plane (EPSG:6931, metres).

An outline may run inland where the area ends at a shore, and far out where it ends at the limit of
a state's waters: it is then cut to those waters, so that only land beside them stays in it. Land
covers what lies under it on the map.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.catalogue.recipes.boundaries.lines import treaty_path
from geo.catalogue.recipes.coast import to_plane
from geo.catalogue.recipes.regimes.tables import AREAS, REGIMES, Tables, listed
from geo.errors import ZoneError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from shapely.geometry.base import BaseGeometry

_SPECK_M2 = 60e6
_ISLET_M2 = 400e6
"""Holes smaller than this, and pieces smaller than a speck, are left out of large areas."""
_TOUCH_M = 500.0


def outline(points: pd.DataFrame, name: str) -> BaseGeometry:
    """Return the area within an outline.

    Parameters
    ----------
    points
        Its points in order, `lat` and `lon` in degrees (WGS 84), and the `path` to the next one.
    name
        Its name in `areas.csv`, for the message.

    Raises
    ------
    ZoneError
        The outline crosses itself.
    """
    closed = points.iloc[[*range(len(points)), 0]].assign(
        line=name, centre_lon=np.nan, centre_lat=np.nan, from_lat=np.nan
    )
    lonlat = treaty_path(closed, name)
    ring = shapely.Polygon(to_plane(lonlat[:, 0], lonlat[:, 1]))
    if not ring.is_valid:
        row = int(str(points.index[0])) + 2
        raise ZoneError(
            f"{AREAS}: `{name}`, row {row}: the outline must not cross itself "
            f"({shapely.is_valid_reason(ring)}, metres in EPSG:6931)."
        )
    return ring


def whole_shapes(tables: Tables, zones: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Return each regime's shape before it is simplified, by id.

    Parameters
    ----------
    tables
        The tables of this folder.
    zones
        The fine zones by id, in the plane.

    Raises
    ------
    ZoneError
        A row names a zone that there is not, its outline crosses itself, or nothing is left of it.
    """
    rings = {name: outline(points, name) for name, points in tables.areas.items()}
    shapes: dict[str, BaseGeometry] = {}
    for number, row in enumerate(tables.regimes, start=2):
        where = f"{REGIMES}: `{row['id']}`, row {number}"
        names = [*listed(row, "waters"), *listed(row, "zones")]
        if unknown := [name for name in names if not _zones_of(name, zones)]:
            raise ZoneError(f"{where}: there is no zone {', '.join(unknown)} in the fine zones.")
        pieces = [rings[name] for name in listed(row, "areas")]
        if own := listed(row, "waters"):
            pieces = [_within(piece, own, zones) for piece in pieces]
        pieces += [_filled(zones[name]) for name in listed(row, "zones")]
        late = [part for part in listed(row, "parts") if part not in shapes]
        if late:
            raise ZoneError(f"{where}: its part {late[0]} must stand in a row above it.")
        pieces += [shapes[part] for part in listed(row, "parts")]
        shape = shapely.union_all(pieces)
        if shape.is_empty or not shape.area:
            raise ZoneError(f"{where}: nothing is left of its shape; check its waters.")
        shapes[row["id"]] = _filled(shape) if row["zones"] else shape
    return shapes


def _zones_of(name: str, zones: Mapping[str, BaseGeometry]) -> list[str]:
    """Return the zones that a name stands for: one id, or all of a state by its code."""
    if name in zones:
        return [name]
    return [zone for zone in zones if name.isupper() and zone.startswith(f"{name.lower()}-")]


def _within(area: BaseGeometry, own: list[str], zones: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """Return the part of an area in or beside a state's waters, its own land included."""
    ids = set(itertools.chain.from_iterable(_zones_of(name, zones) for name in own))
    waters = shapely.union_all([zones[name] for name in sorted(ids)])
    others = shapely.union_all([zones[name] for name in sorted(set(zones) - ids)])
    inside = shapely.difference(area, others)
    near = shapely.intersection(area, waters).buffer(-_TOUCH_M)
    kept = [part for part in shapely.get_parts(inside) if part.intersects(near)]
    return shapely.union_all([_without_islets(part) for part in kept if part.area > _SPECK_M2])


def _without_islets(part: shapely.Polygon) -> shapely.Polygon:
    holes = [hole for hole in part.interiors if shapely.Polygon(hole).area > _ISLET_M2]
    return shapely.Polygon(part.exterior, holes)


def _filled(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape without holes: what lies in them is land."""
    parts = shapely.get_parts(shape)
    return shapely.union_all([shapely.Polygon(part.exterior) for part in parts])

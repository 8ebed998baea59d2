"""Export the zones: named, simplified together, cut at 180 degrees, checked and written."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import mapping, shape

from geo.catalogue.recipes.coast import to_lonlat, to_plane
from geo.catalogue.recipes.zones.labels import HIGH_SEAS, LAND, ZoneLabel
from geo.catalogue.recipes.zones.names import POCKETS, zone_id_of, zone_properties
from geo.catalogue.records import read_features
from geo.errors import ZoneError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geo.geodesy import Floats


_HALF_M = 9_000_000.0
_POLE_M = 1.0
_ON_AXIS_M = 1e-6


@dataclass(frozen=True)
class Zone:
    """One zone to export.

    Attributes
    ----------
    zone_id
        Slug of the feature.
    label
        Its kind, and whose it is.
    area_km2
        Area of the whole zone, also south of the shipped part; None for the open oceans.
    plane
        The shipped part in the plane.
    """

    zone_id: str
    label: ZoneLabel
    area_km2: float | None
    plane: BaseGeometry


def name_zones(
    shipped: Mapping[ZoneLabel, BaseGeometry], whole: Mapping[ZoneLabel, float]
) -> list[Zone]:
    """Return the zones by id: labels become zones; each pocket of high seas has a name."""
    zones = []
    for label, plane in shipped.items():
        if label == HIGH_SEAS:
            zones += _pockets(plane)
        elif label != LAND:
            zones.append(Zone(zone_id_of(label), label, round(whole[label]), plane))
    return sorted(zones, key=lambda zone: zone.zone_id)


def _pockets(plane: BaseGeometry) -> list[Zone]:
    named: dict[str, list[shapely.Polygon]] = {}
    seeds = {
        pocket: shapely.Point(to_plane(np.array([lon]), np.array([lat]))[0])
        for pocket, (lon, lat) in POCKETS.items()
    }
    for part in shapely.get_parts(plane):
        name = next((pocket for pocket, seed in seeds.items() if part.covers(seed)), None)
        if name is None:
            lon = to_lonlat(shapely.get_coordinates(part.point_on_surface()))[0, 0]
            # The open oceans at the southern rim and what small pieces lie off them.
            name = "north-atlantic-high-seas" if -100.0 < lon < 60.0 else "north-pacific-high-seas"  # noqa: PLR2004
        named.setdefault(name, []).append(part)
    return [
        Zone(
            name, HIGH_SEAS,
            round(sum(part.area for part in parts) / 1e6) if name in POCKETS else None,
            shapely.MultiPolygon(parts),
        )
        for name, parts in named.items()
    ]  # fmt: skip


def simplify(
    zones: list[Zone], land: BaseGeometry, tolerance_m: float, islet_km2: float
) -> list[Zone]:
    """Return the zones simplified as one coverage with the land, so that edges stay shared.

    Parameters
    ----------
    zones, land
        The zones and the land between them, in the plane.
    tolerance_m
        Square root of the smallest triangle that is kept (Visvalingam-Whyatt).
    islet_km2
        Land parts smaller than this become part of the zone around them.
    """
    parts = shapely.get_parts(land)
    small = parts[shapely.area(parts) < islet_km2 * 1e6]
    owners = shapely.STRtree([zone.plane for zone in zones])
    planes: list[Any] = [[zone.plane] for zone in zones]
    for islet in small:
        touching = owners.query(islet, predicate="touches")
        if len(touching):
            planes[touching[0]].append(islet)
    kept = shapely.union_all(parts[shapely.area(parts) >= islet_km2 * 1e6])
    coverage = [shapely.coverage_union_all(group) for group in planes]
    simple = shapely.coverage_simplify([*coverage, kept], tolerance_m)
    return [
        Zone(zone.zone_id, zone.label, zone.area_km2, plane)
        for zone, plane in zip(zones, simple[:-1], strict=True)
        if not plane.is_empty
    ]


def to_degrees(plane: BaseGeometry, step_m: float, decimals: int) -> BaseGeometry:
    """Return a shape of the plane in degrees, cut at 180 and with the pole written out.

    The shape is cut along the meridians 0, 90, 180 and -90, so that each quarter lies within 180
    degrees; a vertex at the pole becomes the two corners of its quarter. The quarters are joined
    again except for the cut at 180.
    """
    quarters = []
    for east, far in product((-1, 1), (-1, 1)):
        (left, right), (low, high) = sorted((0.0, east * _HALF_M)), sorted((0.0, far * _HALF_M))
        quarter = shapely.box(left, low, right, high)
        # The axis of a quarter is the meridian 0 (below the pole in the plane) or 180 (above it).
        axis = 0.0 if far < 0 else 180.0 * east
        for part in shapely.get_parts(shapely.intersection(plane, quarter)):
            if isinstance(part, shapely.Polygon) and part.area > 0:
                dense = shapely.segmentize(part, step_m)
                rings = [
                    _ring(ring, 90.0 * east, axis) for ring in (dense.exterior, *dense.interiors)
                ]
                flat = shapely.Polygon(rings[0], [ring for ring in rings[1:] if len(ring) > 3])  # noqa: PLR2004
                sound = shapely.make_valid(flat, method="structure", keep_collapsed=False)
                quarters.append(shapely.set_precision(sound, 10.0**-decimals))
    return shapely.union_all(quarters, grid_size=10.0**-decimals)


def _ring(ring: shapely.LinearRing, side_deg: float, axis_deg: float) -> Floats:
    xy = shapely.get_coordinates(ring)
    lonlat = to_lonlat(xy)
    lonlat[np.abs(xy[:, 0]) < _ON_AXIS_M, 0] = axis_deg
    lonlat[np.abs(xy[:, 1]) < _ON_AXIS_M, 0] = side_deg
    pole = np.hypot(xy[:, 0], xy[:, 1]) < _POLE_M
    rows: list[list[float]] = []
    for index, point in enumerate(lonlat):
        if not pole[index]:
            rows.append(list(point))
            continue
        before = xy[index - 1 if index else -2]
        on_side = abs(before[1]) < _ON_AXIS_M
        corners = [side_deg, axis_deg] if on_side else [axis_deg, side_deg]
        rows += [[corner, 90.0] for corner in corners]
    if rows[0] != rows[-1]:
        rows.append(rows[0])
    return np.array(rows)


def write_map(zones: list[Zone], path: Path, defaults: Mapping[str, Any]) -> None:
    """Write the zones at map precision as a data file of the catalogue."""
    features = [
        {
            "type": "Feature",
            "properties": zone_properties(zone),
            "geometry": _short(to_degrees(zone.plane, 150_000.0, 3)),
        }
        for zone in zones
    ]
    collection = {"type": "FeatureCollection", "defaults": defaults, "features": features}
    path.write_text(_dump(collection), encoding="utf-8")


def read_fine(path: Path) -> dict[str, BaseGeometry]:
    """Return the fine zones by id, in the plane.

    Raises
    ------
    ZoneError
        The file is missing.
    """
    if not path.exists():
        raise ZoneError(f"{path.name} is missing; build the zones first.")
    return {
        item["properties"]["id"]: shapely.make_valid(
            shapely.transform(shape(item["geometry"]), lambda ll: to_plane(ll[:, 0], ll[:, 1]))
        )
        for item in read_features(path)
    }


def write_fine(zones: list[Zone], path: Path) -> None:
    """Write the zones for the point query: gzip GeoJSON, four decimals."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "id": zone.zone_id, "zone": zone.label.kind, "states": list(zone.label.states),
            },
            "geometry": _short(to_degrees(zone.plane, 200_000.0, 4)),
        }
        for zone in zones
    ]  # fmt: skip
    text = _dump({"type": "FeatureCollection", "features": features})
    # No time stamp inside, so that the same input gives the same bytes.
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _short(shape: BaseGeometry) -> dict[str, Any]:
    def rounded(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, float):
            whole = round(value, 4)
            return int(whole) if whole.is_integer() else whole
        return [rounded(item) for item in value]

    raw = mapping(shape)
    return {"type": raw["type"], "coordinates": rounded(raw["coordinates"])}


def _dump(collection: Mapping[str, Any]) -> str:
    head = json.dumps(
        {key: value for key, value in collection.items() if key != "features"},
        ensure_ascii=False, indent=1,
    )  # fmt: skip
    rows = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        for feature in collection["features"]
    )
    return head[:-2] + ',\n "features": [\n' + rows + "\n ]\n}\n"

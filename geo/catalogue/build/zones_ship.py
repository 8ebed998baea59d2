"""Zones made ready to ship: named, simplified together, cut at 180 degrees, checked and written."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import mapping

from geo.catalogue.build.coast import to_lonlat, to_plane
from geo.catalogue.build.zones_law import HIGH_SEAS, states_of
from geo.catalogue.build.zones_names import POCKETS, zone_properties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_HALF_M = 9_000_000.0
_LAND = "land|"
_POLE_M = 1.0


@dataclass(frozen=True)
class Zone:
    """One zone to ship.

    Attributes
    ----------
    zone_id
        Slug of the feature.
    kind
        `territorial_sea`, `eez`, `internal_waters`, `high_seas`, `disputed` or `joint`.
    states
        ISO alpha-2 codes (GL, FO and SJ for the parts).
    unit
        The unit or units in the label (`US-alaska`), empty for the high seas.
    area_km2
        Area of the whole zone, also south of the shipped part; None for the open oceans.
    plane
        The shipped part in the plane.
    """

    zone_id: str
    kind: str
    states: tuple[str, ...]
    unit: str
    area_km2: float | None
    plane: shapely.MultiPolygon


def name_zones(
    shipped: Mapping[str, shapely.MultiPolygon], whole: Mapping[str, float]
) -> list[Zone]:
    """Return the zones by id: labels become zones, high seas are named pocket by pocket."""
    zones = []
    for label, plane in shipped.items():
        kind, _, unit = label.partition("|")
        if label == HIGH_SEAS:
            zones += _pockets(plane)
        elif label != _LAND:
            zone_id = zone_properties(kind, unit)["id"]
            area = round(whole[label])
            zones.append(Zone(zone_id, kind, tuple(states_of(label)), unit, area, plane))
    return sorted(zones, key=lambda zone: zone.zone_id)


def _pockets(plane: shapely.MultiPolygon) -> list[Zone]:
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
            name, "high_seas", (), "",
            round(sum(part.area for part in parts) / 1e6) if name in POCKETS else None,
            shapely.MultiPolygon(parts),
        )
        for name, parts in named.items()
    ]  # fmt: skip


def simplify(
    zones: list[Zone], land: shapely.MultiPolygon, tolerance_m: float, islet_km2: float
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
        Zone(zone.zone_id, zone.kind, zone.states, zone.unit, zone.area_km2, plane)
        for zone, plane in zip(zones, simple[:-1], strict=True)
        if not plane.is_empty
    ]


def to_degrees(plane: shapely.Geometry, step_m: float, decimals: int) -> shapely.Geometry:
    """Return a shape of the plane in degrees, cut at 180 and with the pole written out.

    The shape is cut along the meridians 0 and 180, so that each half lies within 180 degrees;
    a vertex at the pole becomes the two corners of its half.
    """
    halves = []
    for west in (True, False):
        half = shapely.box(-_HALF_M if west else 0.0, -_HALF_M, 0.0 if west else _HALF_M, _HALF_M)
        for part in shapely.get_parts(shapely.intersection(plane, half)):
            if isinstance(part, shapely.Polygon) and part.area > 0:
                dense = shapely.segmentize(part, step_m)
                rings = [_ring(ring, west=west) for ring in (dense.exterior, *dense.interiors)]
                flat = shapely.Polygon(rings[0], [ring for ring in rings[1:] if len(ring) > 3])  # noqa: PLR2004
                sound = shapely.make_valid(flat, method="structure", keep_collapsed=False)
                halves.append(shapely.set_precision(sound, 10.0**-decimals))
    # Joined again along Greenwich; the cut at 180 stays.
    return shapely.union_all(halves, grid_size=10.0**-decimals)


def _ring(ring: shapely.LinearRing, *, west: bool) -> Floats:
    xy = shapely.get_coordinates(ring)
    lonlat = to_lonlat(xy)
    on_axis = np.abs(xy[:, 0]) < 1e-6  # noqa: PLR2004
    north = on_axis & (xy[:, 1] > 0)
    lonlat[north, 0] = -180.0 if west else 180.0
    lonlat[on_axis & (xy[:, 1] <= 0), 0] = 0.0
    pole = np.hypot(xy[:, 0], xy[:, 1]) < _POLE_M
    if not pole.any():
        return lonlat
    rows = []
    for index, point in enumerate(lonlat):
        if pole[index]:
            before = lonlat[index - 1 if index else -2, 0]
            far, near = (-180.0 if west else 180.0), 0.0
            corners = [near, far] if abs(before) < 90.0 else [far, near]  # noqa: PLR2004
            rows += [[corner, 90.0] for corner in corners]
        else:
            rows.append(list(point))
    if pole[0]:
        rows.append(rows[0])
    return np.array(rows)


def write_map(zones: list[Zone], path: Path, defaults: Mapping[str, Any]) -> None:
    """Write the zones at map precision as a data file of the catalogue."""
    features = [
        {
            "type": "Feature",
            "properties": zone_properties(zone.kind, zone.unit, zone),
            "geometry": _short(to_degrees(zone.plane, 150_000.0, 3)),
        }
        for zone in zones
    ]
    collection = {"type": "FeatureCollection", "defaults": defaults, "features": features}
    path.write_text(_dump(collection), encoding="utf-8")


def write_fine(zones: list[Zone], path: Path) -> None:
    """Write the zones for the point query: gzip GeoJSON, four decimals."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "id": zone.zone_id, "zone": zone.kind, "states": list(zone.states),
            },
            "geometry": _short(to_degrees(zone.plane, 200_000.0, 4)),
        }
        for zone in zones
    ]  # fmt: skip
    text = _dump({"type": "FeatureCollection", "features": features})
    # No time stamp inside, so that the same input gives the same bytes.
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _short(shape: shapely.Geometry) -> dict[str, Any]:
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

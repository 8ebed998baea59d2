"""Where the names of a chart may stand, and from which zoom they show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.frames import Frame
from geo.draw.label_types import (
    LABEL_TYPES,
    category_of,
    height_px_of,
    is_labelled,
    lines_of,
    min_zoom_of,
    rank_of,
    width_px_of,
)
from geo.draw.placement import SMALLER_PX, LineName, Placement, Spot, Steps
from geo.geodesy import Position, midpoint

_LINES = ("route", "corridor", "boundary")
_TRACKS = ("route", "corridor")
_WIDE = ("state", "sea", "region", "zone")
"""Areas in which a name may stand elsewhere than in the middle."""
_BESIDE_DEG = 0.6
"""A port nearer than this to a waypoint of a track, in degrees of latitude, is on the track."""
_STUB_ZOOM = 2.0
"""Zoom from which a track has a name that is too short for it at first."""
_FEW = 3


@dataclass(frozen=True)
class Names:
    """By feature: its name on the map, line by line; from which zoom it shows; where it may stand.

    `places` are positions in steps and `spots` stretches of a line, best first.
    """

    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    zooms: dict[str, float] = field(default_factory=dict)
    places: dict[str, tuple[Steps, ...]] = field(default_factory=dict)
    spots: dict[str, tuple[Spot, ...]] = field(default_factory=dict)


def place_names(
    frame: Frame,
    catalogue: Catalogue,
    drawn: Mapping[str, Mapping[str, BaseGeometry]],
    coast: BaseGeometry,
) -> Names:
    """Return where each name may stand.

    Parameters
    ----------
    drawn
        What the frame draws of each feature, by variant, in frame units.
    coast
        The land's outline, in frame units.
    """
    features = [catalogue.features[i] for i in drawn if is_labelled(catalogue.features[i])]
    first = {feature.id: next(iter(drawn[feature.id].values())) for feature in features}
    placements = {
        Placement(frame, width_px): type_size for width_px, type_size in SMALLER_PX.items()
    }
    whole = Placement(frame)
    for placement in (whole, *placements):
        _add_obstacles(placement, features, first, coast)
    main, all_names = _places_on_tracks(catalogue), {f.id: f.name for f in features}
    names = Names()
    for feature in sorted(features, key=rank_of):
        shape, category = first[feature.id], category_of(feature)
        room_px = float(shape.area) ** 0.5 * whole.scale * 0.9
        lines = names.lines[feature.id] = lines_of(feature, all_names, width_px=room_px)
        size_px = width_px_of(lines, category), height_px_of(lines, category)
        extent = sum(part.area for part in drawn[feature.id].values()) ** 0.5
        zoom = min_zoom_of(feature, extent, frame, is_main=feature.id in main)
        if feature.kind in _LINES:
            spots = names.spots[feature.id] = _spots(feature, shape, size_px, whole, placements)
            zoom = zoom if spots else _STUB_ZOOM
        names.zooms[feature.id] = zoom
        names.places[feature.id] = _places(feature, shape, size_px, whole)
    return names


def _add_obstacles(
    placement: Placement,
    features: list[Feature],
    shapes: Mapping[str, BaseGeometry],
    coast: BaseGeometry,
) -> None:
    placement.add_lines(coast, "coast")
    for feature in features:
        if feature.kind in _TRACKS:
            placement.add_lines(shapes[feature.id], "track")
    signs = [midpoint(shapes[f.id]) for f in features if f.kind == "dispute"]
    placement.add_signs(np.array(signs).reshape(-1, 2))


def _spots(
    feature: Feature,
    shape: BaseGeometry,
    size_px: tuple[float, float],
    whole: Placement,
    smaller: Mapping[Placement, float],
) -> tuple[Spot, ...]:
    """Return the stretches for a line's name: on a wide screen, then on smaller ones."""
    category = category_of(feature)
    name = LineName(size_px, LABEL_TYPES[category].off_px)
    spots = list(whole.place_along(shape, name))
    for placement, type_size in smaller.items():
        is_short = type_size < 1 and feature.short_label
        lines = (feature.short_label,) if is_short else lines_of(feature, {})
        size = width_px_of(lines, category) * type_size, size_px[1] * type_size
        one = LineName(size, name.off_px * type_size)
        spots += placement.place_along(shape, one, most=_FEW)
    return tuple(spots)


def _places(
    feature: Feature, shape: BaseGeometry, size_px: tuple[float, float], whole: Placement
) -> tuple[Steps, ...]:
    middle: Position = midpoint(shape)
    if feature.kind in _WIDE and shape.geom_type.endswith("Polygon"):
        return whole.place_in_area(shape, size_px, middle)
    steps = whole.frame.steps_per_unit
    return ((round(middle[0] * steps), round(middle[1] * steps)),)


def _places_on_tracks(catalogue: Catalogue) -> set[str]:
    """Return the ports beside a waypoint of a main track, and the projects."""
    tracks = [f.variants[0].waypoints for f in catalogue.of_kind(*_TRACKS) if f.variants]
    at = np.array([(point["lon"], point["lat"]) for points in tracks for point in points])
    at = at.reshape(-1, 2)
    found = set()
    for feature in catalogue.of_kind("place"):
        lon, lat = midpoint(next(iter(catalogue.shapes(feature.id).values())))
        east = (at[:, 0] - lon + 180) % 360 - 180
        nearness = np.hypot(east * np.cos(np.radians(lat)), at[:, 1] - lat)
        is_beside = feature.type == "port" and nearness.min(initial=np.inf) < _BESIDE_DEG
        if is_beside or feature.type == "project":
            found.add(feature.id)
    return found

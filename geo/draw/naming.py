"""Where the names of a chart may stand, and from which zoom they show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.frames import Frame
from geo.draw.label_types import (
    LABEL_TYPES,
    MAJOR,
    RANKS,
    category_of,
    height_px_of,
    is_labelled,
    lines_of,
    min_zoom_of,
    rank_of,
    width_px_of,
)
from geo.draw.placement import SMALLER_PX, AreaName, LineName, Placement, Spot, Steps
from geo.geodesy import Position, midpoint

T = TypeVar("T")
_LINES = ("route", "corridor", "boundary")
_TRACKS = ("route", "corridor")
_WIDE = ("state", "sea", "region", "zone", "regime")
"""Areas in which a name may stand elsewhere than in the middle."""
_ROOM_SHARE = 0.6
"""The room for one line of a name over the width of its area, or else it has two."""
_LARGE_PX = 72.0
_CROSSED_PX = 12.0
"""So much of a track lies in a sea that it crosses."""
_BESIDE_DEG = 0.6
"""A port nearer than this to a waypoint of a track, in degrees of latitude, is on the track."""
_STUB_ZOOM = 2.0
"""Zoom from which a track has a name that is too short for it at first."""
_FEW = 6
_RANK_OF_LANDS = 1


@dataclass(frozen=True)
class Names:
    """By feature: its name on the map, line by line; from which zoom it shows; where it may stand.

    `places` are positions in steps and `spots` stretches of a line, best first: those for a wide
    screen, then those for each of the `SMALLER_PX`, which begin at the indices in `starts`; of an
    area last its middle, for a closer view.
    """

    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    zooms: dict[str, float] = field(default_factory=dict)
    places: dict[str, tuple[Steps, ...]] = field(default_factory=dict)
    spots: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    starts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    ranks: dict[str, float] = field(default_factory=dict)


def place_names(
    frame: Frame,
    catalogue: Catalogue,
    drawn: Mapping[str, Mapping[str, BaseGeometry]],
    land: BaseGeometry,
) -> Names:
    """Return where each name may stand.

    Parameters
    ----------
    drawn
        What the frame draws of each feature, by variant, in frame units.
    land
        The land, in frame units.
    """
    features = [catalogue.features[i] for i in drawn if is_labelled(catalogue.features[i])]
    first = {feature.id: next(iter(drawn[feature.id].values())) for feature in features}
    placements = {
        Placement(frame, width_px): type_size for width_px, type_size in SMALLER_PX.items()
    }
    whole = Placement(frame)
    for placement in (whole, *placements):
        _add_obstacles(placement, features, first, land)
    on = dict.fromkeys(_places_on_tracks(catalogue), "track")
    on |= _seas_on_tracks(features, first, whole.scale)
    all_names = {f.id: f.name for f in features}
    names = Names()
    widths_px = {i: float(shape.area) ** 0.5 * whole.scale for i, shape in first.items()}
    for feature in sorted(features, key=lambda one: _claim(one, on, widths_px[one.id])):
        shape, category = first[feature.id], category_of(feature)
        room_px = widths_px[feature.id] * _ROOM_SHARE
        lines = names.lines[feature.id] = lines_of(feature, all_names, width_px=room_px)
        size_px = width_px_of(lines, category), height_px_of(lines, category)
        extent = sum(part.area for part in drawn[feature.id].values()) ** 0.5
        zoom = min_zoom_of(feature, extent, frame, on=on.get(feature.id, ""))
        if feature.kind in _LINES:
            spots = _spots(feature, shape, size_px, whole, placements)
            names.starts[feature.id], names.spots[feature.id] = _in_a_row(spots)
            zoom = zoom if names.spots[feature.id] else _STUB_ZOOM
            places = [_at(shape, frame)]
        else:
            places = _places(feature, shape, size_px, {whole: 1.0} | placements, zoom)
            names.starts[feature.id], _ = _in_a_row(places)
        names.places[feature.id] = _in_a_row(places)[1]
        names.zooms[feature.id] = zoom
        names.ranks[feature.id] = _rank(feature, on)
    return names


def _in_a_row(sets: Sequence[tuple[T, ...]]) -> tuple[tuple[int, ...], tuple[T, ...]]:
    """Return at which index each set but the first begins, and all of them one after another."""
    starts = tuple(sum(map(len, sets[:i])) for i in range(1, len(sets)))
    return starts, tuple(one for each in sets for one in each)


def _is_crossed(feature: Feature, on: Mapping[str, str], width_px: float) -> bool:
    """Return whether the hero crosses an area, or any track one that is large."""
    track = on.get(feature.id)
    return track == "hero" or (track == "track" and width_px > _LARGE_PX)


def _rank(feature: Feature, on: Mapping[str, str]) -> float:
    """Return a name's weight: as its type's, but a sea that the hero crosses before corridors."""
    is_before = category_of(feature) == "water" and on.get(feature.id) == "hero"
    return RANKS.index("plan") - 0.5 if is_before else rank_of(feature)


def _claim(feature: Feature, on: Mapping[str, str], width_px: float) -> tuple[bool, int]:
    """Return when a name claims its room: that of a line has many places, that of a sea has few.

    So the seas that the hero crosses come before lines, and large ones that any track crosses.
    """
    category = category_of(feature)
    is_early = category == "gate" or (category == "water" and _is_crossed(feature, on, width_px))
    return not is_early and rank_of(feature) > _RANK_OF_LANDS, rank_of(feature)


def _add_obstacles(
    placement: Placement,
    features: list[Feature],
    shapes: Mapping[str, BaseGeometry],
    land: BaseGeometry,
) -> None:
    placement.add_land(land)
    for feature in features:
        if feature.kind in _TRACKS:
            placement.add_lines(shapes[feature.id], "track", _family(feature))
    signs = [midpoint(shapes[f.id]) for f in features if f.kind == "dispute"]
    placement.add_signs(np.array(signs).reshape(-1, 2))


def is_hero(feature: Feature) -> bool:
    """Return whether a feature is the one that the map is about."""
    return category_of(feature) == "hero"


def _family(feature: Feature) -> str:
    return "hero" if is_hero(feature) else feature.kind


def _spots(
    feature: Feature,
    shape: BaseGeometry,
    size_px: tuple[float, float],
    whole: Placement,
    smaller: Mapping[Placement, float],
) -> list[tuple[Spot, ...]]:
    """Return the stretches for a line's name: on a wide screen, then on each smaller one."""
    category = category_of(feature)
    name = LineName(size_px, LABEL_TYPES[category].off_px, _family(feature))
    sets = [whole.place_along(shape, name)]
    for placement, type_size in smaller.items():
        is_short = type_size < 1 and feature.short_label
        lines = (feature.short_label,) if is_short else lines_of(feature, {})
        size = width_px_of(lines, category) * type_size, size_px[1] * type_size
        one = LineName(size, name.off_px * type_size, name.family)
        sets.append(placement.place_along(shape, one, most=_FEW))
    return sets


def _places(
    feature: Feature,
    shape: BaseGeometry,
    size_px: tuple[float, float],
    placements: Mapping[Placement, float],
    zoom: float,
) -> list[tuple[Steps, ...]]:
    """Return the places of an area's name: on a wide screen, on each smaller one, and its middle.

    A name that shows from a closer view on takes no room of others.
    """
    middle: Position = midpoint(shape)
    (whole, *_) = placements
    if category_of(feature) == "gate":
        for placement in placements:
            placement.claim_beside(middle, size_px)
    if feature.kind not in _WIDE or not shape.geom_type.endswith("Polygon"):
        return [_at(shape, whole.frame)]
    sets = []
    for placement, type_size in placements.items():
        name = AreaName(
            (size_px[0] * type_size, size_px[1] * type_size),
            is_water=feature.kind == "sea",
            is_shown=placement.zoom >= zoom and (type_size == 1 or category_of(feature) in MAJOR),
        )
        found = placement.place_in_area(shape, name, middle)
        sets.append(found if placement is whole else found[:_FEW])
    return [*sets, _at(shape, whole.frame)]


def _at(shape: BaseGeometry, frame: Frame) -> tuple[Steps, ...]:
    x, y = midpoint(shape)
    return ((round(x * frame.steps_per_unit), round(y * frame.steps_per_unit)),)


def _seas_on_tracks(
    features: list[Feature], shapes: Mapping[str, BaseGeometry], scale: float
) -> dict[str, str]:
    """Return the seas that the hero or another track crosses as it is drawn at first, and which."""
    seas = [feature.id for feature in features if feature.kind == "sea"]
    found: dict[str, str] = {}
    for which in ("track", "hero"):
        those = [f for f in features if f.kind in _TRACKS and (which == "track" or is_hero(f))]
        lines = shapely.union_all([shapes[f.id] for f in those])
        lengths = shapely.length(shapely.intersection([shapes[i] for i in seas], lines)) * scale
        found |= {sea: which for sea, px in zip(seas, lengths, strict=True) if px >= _CROSSED_PX}
    return found


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

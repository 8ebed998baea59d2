"""Which zone a point at sea lies in: the rules, applied to exact distances.

A point is within reach of every unit whose coast or straight baseline is at most 200 nm away. Two
units in reach are decided by the treaty line between them; else by precedence; else by the nearer
coast. A claim is a treaty line of one side: where it and the nearer coast disagree, the waters are
disputed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.catalogue.recipes.coast import to_lonlat
from geo.catalogue.recipes.zones.distances import TERRITORIAL_M, ZONE_M, chord, distances
from geo.catalogue.recipes.zones.labels import HIGH_SEAS, ZoneLabel, of_one, of_two

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from scipy.spatial import cKDTree

    from geo.catalogue.recipes.boundaries.lines import Treaty
    from geo.geodesy import Floats

    Flags = NDArray[np.bool_]
    Labels = NDArray[np.object_]

TERRITORIAL_ONLY = {"GB-rockall": "GB"}
"""Rocks that measure a territorial sea alone, and whose it is: the United Kingdom took its
zone back to Saint Kilda when it joined the Law of the Sea Convention in 1997."""

_KURIL = "RU-kuril"
_FAR_M = 1e9


@dataclass(frozen=True)
class Law:
    """The rules of one build."""

    kd_trees: Mapping[str, cKDTree]
    treaties: Sequence[Treaty]
    precedence: Sequence[tuple[str, str]]
    internal: Mapping[ZoneLabel, shapely.MultiPolygon] = field(default_factory=dict)


@dataclass(frozen=True)
class _Case:
    """Points to label, and how far each unit is from them.

    `alive` marks which units still claim a point; `extra` which points are disputed or joint.
    """

    xy: Floats
    lat: Floats
    metres: dict[str, Floats]
    reach: dict[str, Flags]
    alive: dict[str, Flags]
    extra: dict[ZoneLabel, Flags]

    def within(self, unit: str, geodesic_m: float) -> Flags:
        """Return which points lie within a distance of a unit's coast."""
        return self.metres[unit] <= chord(geodesic_m)


def label_points(xy: Floats, law: Law) -> Labels:
    """Return the label of each plane point at sea."""
    case = _Case(xy, to_lonlat(xy)[:, 1], distances(xy, law.kd_trees), {}, {}, {})
    for unit in case.metres:
        limit = TERRITORIAL_M if unit in TERRITORIAL_ONLY else ZONE_M
        case.reach[unit] = case.within(unit, limit)
        case.alive[unit] = case.reach[unit].copy()
    pairs = list(combinations(case.metres, 2))
    for one, two in pairs:
        if (case.reach[one] | case.reach[two]).any():
            lines = [treaty for treaty in law.treaties if treaty.separates(one, two)]
            for treaty, nearest in zip(lines, _nearest_of(lines, xy), strict=True):
                _divide(case, treaty, one, two, nearest)
    # Only those that no treaty has stopped meet at equal distance, so somebody is always left.
    for one, two in pairs:
        undecided = case.alive[one] & case.alive[two]
        if undecided.any():
            _nearest(case, one, two, undecided, law.precedence)
    return _labels(case, law)


def _nearest(
    case: _Case, one: str, two: str, where: Flags, precedence: Sequence[tuple[str, str]]
) -> None:
    if (one, two) in precedence:
        case.alive[two] &= ~where
    elif (two, one) in precedence:
        case.alive[one] &= ~where
    else:
        nearer = case.metres[one] <= case.metres[two]
        case.alive[one] &= ~(where & ~nearer)
        case.alive[two] &= ~(where & nearer)


def _nearest_of(lines: Sequence[Treaty], xy: Floats) -> list[Flags]:
    """Return for each of the lines between two units to which points it is the nearest."""
    if len(lines) == 1:
        return [np.ones(len(xy), bool)]
    points = shapely.points(xy)
    metres = [shapely.distance(line.middle, points) for line in lines]
    return [np.asarray(own <= np.min(metres, axis=0)) for own in metres]


def _divide(case: _Case, treaty: Treaty, one: str, two: str, where: Flags) -> None:
    """Apply one treaty line where it governs."""
    left, right = (one, two) if one in treaty.left else (two, one)
    both = case.reach[left] & case.reach[right]
    governs = where & treaty.governs(case.xy, case.lat) & (both | treaty.is_near(case.xy))
    on_left = treaty.on_left(case.xy)
    if treaty.beyond == "claim":
        agreed = (case.metres[left] <= case.metres[right]) == on_left
        _add(case, of_two("disputed", treaty.name, left, right), both & governs & ~agreed)
        return
    for side, other, here in ((left, right, on_left), (right, left, ~on_left)):
        mask = governs & here
        case.alive[other] &= ~mask
        beyond = mask & case.reach[other] & ~case.reach[side]
        if side == right and left in treaty.transferred:
            case.alive[side] |= beyond
        if treaty.beyond == "joint":
            _add(case, of_two("joint", treaty.name, left, right), beyond)


def _add(case: _Case, label: ZoneLabel, where: Flags) -> None:
    case.extra[label] = case.extra.get(label, np.zeros(len(case.xy), bool)) | where


def _labels(case: _Case, law: Law) -> Labels:
    units = list(case.metres)
    # A transferred area may lie out of the search's reach, where the distance is infinite.
    capped = {unit: np.minimum(case.metres[unit], _FAR_M) for unit in units}
    rank = np.array([np.where(case.alive[unit], capped[unit], np.inf) for unit in units])
    best = rank.argmin(axis=0)
    found = np.isfinite(rank.min(axis=0))
    labels = np.full(len(case.xy), HIGH_SEAS, dtype=object)
    for index, unit in enumerate(units):
        mask = found & (best == index)
        close = case.within(unit, TERRITORIAL_M)
        labels[mask & ~close] = of_one("eez", unit)
        labels[mask & close] = of_one("territorial_sea", TERRITORIAL_ONLY.get(unit, unit))
        if unit == _KURIL:
            labels[mask] = of_two("disputed", "kurils", "JP", _KURIL)
    for label, where in case.extra.items():
        labels[where & (~found | (label.kind == "disputed"))] = label
    for label, waters in law.internal.items():
        shapely.prepare(waters)
        labels[shapely.contains_xy(waters, case.xy[:, 0], case.xy[:, 1])] = label
    return labels

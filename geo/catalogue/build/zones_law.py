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

from geo.catalogue.build.coast import state_of, to_lonlat, to_plane
from geo.catalogue.build.zones_field import TERRITORIAL_M, ZONE_M, chord, distances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from scipy.spatial import cKDTree

    from geo.catalogue.build.boundaries import Treaty

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

HIGH_SEAS = "high_seas|"
"""The label of waters in nobody's zone. A label is `zone|unit` or `zone|unit+unit`."""

# The rectangle of the agreement of 22 October 1981, article 2: west, south, east, north.
_JOINT_BOX = (-10.5, 68.0, -6.5, 70.0 + 35.0 / 60.0)
_JOINT_UNITS = ("IS", "SJ-jan-mayen")
_KURIL = "RU-kuril"


@dataclass(frozen=True)
class Law:
    """The rules of one build."""

    forest: Mapping[str, cKDTree]
    treaties: Sequence[Treaty]
    precedence: Sequence[tuple[str, str]]
    internal: Mapping[str, shapely.MultiPolygon] = field(default_factory=dict)


def joint_box() -> shapely.LinearRing:
    """Return the edge of the joint area of Iceland and Jan Mayen in the plane."""
    west, south, east, north = _JOINT_BOX
    across = np.linspace(west, east, 60)
    lon = np.concatenate([across, across[::-1]])
    lat = np.concatenate([np.full(60, south), np.full(60, north)])
    return shapely.LinearRing(to_plane(lon, lat))


def label_points(xy: Floats, law: Law) -> NDArray[np.str_]:
    """Return the label of each plane point at sea."""
    metres = distances(xy, law.forest)
    lonlat = to_lonlat(xy)
    reach = {unit: value <= chord(ZONE_M) for unit, value in metres.items()}
    alive = {unit: value.copy() for unit, value in reach.items()}
    extra: dict[str, Flags] = {}
    for one, two in combinations(metres, 2):
        treaty = _treaty(law.treaties, one, two)
        if treaty is None:
            both = reach[one] & reach[two]
            if both.any():
                _nearest(one, two, metres, both, law.precedence, alive)
        elif (reach[one] | reach[two]).any():
            _divide(treaty, one, two, xy, lonlat[:, 1], metres, reach, alive, extra)
    return _labels(lonlat, metres, alive, extra, law, xy)


def _treaty(treaties: Sequence[Treaty], one: str, two: str) -> Treaty | None:
    for treaty in treaties:
        sides = (treaty.left, treaty.right)
        if any(one in a and two in b for a, b in (sides, sides[::-1])):
            return treaty
    return None


def _nearest(
    one: str, two: str, metres: Mapping[str, Floats], where: Flags,
    precedence: Sequence[tuple[str, str]], alive: dict[str, Flags],
) -> None:  # fmt: skip
    if (one, two) in precedence:
        alive[two] &= ~where
    elif (two, one) in precedence:
        alive[one] &= ~where
    else:
        nearer = metres[one] <= metres[two]
        alive[one] &= ~(where & ~nearer)
        alive[two] &= ~(where & nearer)


def _divide(  # noqa: PLR0913
    treaty: Treaty, one: str, two: str, xy: Floats, lat: Floats, metres: Mapping[str, Floats],
    reach: Mapping[str, Flags], alive: dict[str, Flags], extra: dict[str, Flags],
) -> None:  # fmt: skip
    left, right = (one, two) if one in treaty.left else (two, one)
    both = reach[left] & reach[right]
    governs = treaty.governs(xy, lat) & (both | treaty.is_near(xy))
    on_left = treaty.on_left(xy)
    _nearest(left, right, metres, both & ~governs, (), alive)
    if treaty.beyond == "claim":
        nearer_left = metres[left] <= metres[right]
        agreed = both & governs & (nearer_left == on_left)
        _nearest(left, right, metres, agreed, (), alive)
        extra[f"disputed|{_pair(left, right)}"] = both & governs & (nearer_left != on_left)
        return
    for side, other, here in ((left, right, on_left), (right, left, ~on_left)):
        mine = governs & here
        alive[other] &= ~mine
        if treaty.beyond == "transfer-right" and side == right:
            alive[side] |= mine & reach[other] & ~reach[side]
        if treaty.beyond == "joint":
            special = mine & reach[other] & ~reach[side]
            key = f"joint|{_pair(left, right)}"
            extra[key] = extra.get(key, np.zeros(len(xy), bool)) | special


def _pair(one: str, two: str) -> str:
    return "+".join(sorted((one, two)))


def _labels(  # noqa: PLR0913, PLR0917
    lonlat: Floats, metres: Mapping[str, Floats], alive: Mapping[str, Flags],
    extra: Mapping[str, Flags], law: Law, xy: Floats,
) -> NDArray[np.str_]:  # fmt: skip
    units = list(metres)
    rank = np.array([np.where(alive[unit], metres[unit], np.inf) for unit in units])
    best = rank.argmin(axis=0)
    found = np.isfinite(rank.min(axis=0))
    labels = np.full(len(lonlat), HIGH_SEAS, dtype="U60")
    for index, unit in enumerate(units):
        mine = found & (best == index)
        close = metres[unit] <= chord(TERRITORIAL_M)
        labels[mine & ~close] = f"eez|{unit}"
        labels[mine & close] = f"territorial_sea|{unit}"
        if unit == _KURIL:
            labels[mine] = f"disputed|{_pair('JP', _KURIL)}"
    for key, where in extra.items():
        loose = where & (~found | key.startswith("disputed"))
        labels[loose] = key


    for unit, waters in law.internal.items():
        shapely.prepare(waters)
        labels[shapely.contains_xy(waters, xy[:, 0], xy[:, 1])] = f"internal_waters|{unit}"
    return labels


def _in_box(lonlat: Floats) -> Flags:
    west, south, east, north = _JOINT_BOX
    lon, lat = lonlat.T
    return (lon > west) & (lon < east) & (lat > south) & (lat < north)


def states_of(label: str) -> list[str]:
    """Return the alpha-2 codes of the states in a label, sorted."""
    units = label.partition("|")[2]
    return sorted({state_of(unit) for unit in units.split("+")} - {""})

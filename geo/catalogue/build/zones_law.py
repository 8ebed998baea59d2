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

from geo.catalogue.build.coast import state_of, to_lonlat
from geo.catalogue.build.zones_field import TERRITORIAL_M, ZONE_M, chord, distances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from scipy.spatial import cKDTree

    from geo.catalogue.build.boundaries import Treaty

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

HIGH_SEAS = "high_seas|"
"""The label of waters in nobody's zone. A label is `zone|unit` or `zone|treaty|unit+unit`."""

TERRITORIAL_ONLY = {"GB-rockall": "GB"}
"""Rocks that measure a territorial sea alone, and whose it is: the United Kingdom took its zone back to Saint Kilda
when it joined the Law of the Sea Convention in 1997."""

_KURIL = "RU-kuril"


@dataclass(frozen=True)
class Law:
    """The rules of one build."""

    forest: Mapping[str, cKDTree]
    treaties: Sequence[Treaty]
    precedence: Sequence[tuple[str, str]]
    internal: Mapping[str, shapely.MultiPolygon] = field(default_factory=dict)


def label_points(xy: Floats, law: Law) -> NDArray[np.str_]:
    """Return the label of each plane point at sea."""
    metres = distances(xy, law.forest)
    lonlat = to_lonlat(xy)
    reach = {
        unit: value <= chord(TERRITORIAL_M if unit in TERRITORIAL_ONLY else ZONE_M)
        for unit, value in metres.items()
    }
    alive = {unit: value.copy() for unit, value in reach.items()}
    extra: dict[str, Flags] = {}
    for one, two in combinations(metres, 2):
        open_to_both = reach[one] & reach[two]
        for treaty in law.treaties:
            if treaty.parts(one, two) and (reach[one] | reach[two]).any():
                open_to_both &= ~_divide(treaty, one, two, xy, lonlat[:, 1], metres, reach, alive, extra)
        if open_to_both.any():
            _nearest(one, two, metres, open_to_both, law.precedence, alive)
    return _labels(lonlat, metres, alive, extra, law, xy)


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
) -> Flags:  # fmt: skip
    """Let one treaty line decide where it governs; return where that is."""
    left, right = (one, two) if one in treaty.left else (two, one)
    both = reach[left] & reach[right]
    governs = treaty.governs(xy, lat) & (both | treaty.is_near(xy))
    on_left = treaty.on_left(xy)
    if treaty.beyond == "claim":
        nearer_left = metres[left] <= metres[right]
        agreed = both & governs & (nearer_left == on_left)
        _nearest(left, right, metres, agreed, (), alive)
        key = f"disputed|{treaty.name}|{_pair(left, right)}"
        extra[key] = both & governs & (nearer_left != on_left)
        return governs
    for side, other, here in ((left, right, on_left), (right, left, ~on_left)):
        mine = governs & here
        alive[other] &= ~mine
        if treaty.beyond == "transfer-right" and side == right:
            alive[side] |= mine & reach[other] & ~reach[side]
        if treaty.beyond == "joint":
            special = mine & reach[other] & ~reach[side]
            key = f"joint|{treaty.name}|{_pair(left, right)}"
            extra[key] = extra.get(key, np.zeros(len(xy), bool)) | special
    return governs


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
        labels[mine & close] = f"territorial_sea|{TERRITORIAL_ONLY.get(unit, unit)}"
        if unit == _KURIL:
            labels[mine] = f"disputed|kurils|{_pair('JP', _KURIL)}"
    for key, where in extra.items():
        loose = where & (~found | key.startswith("disputed"))
        labels[loose] = key
    for unit, waters in law.internal.items():
        shapely.prepare(waters)
        labels[shapely.contains_xy(waters, xy[:, 0], xy[:, 1])] = f"internal_waters|{unit}"
    return labels


def states_of(label: str) -> list[str]:
    """Return the alpha-2 codes of the states in a label, sorted."""
    units = label.rpartition("|")[2]
    return sorted({state_of(unit) for unit in units.split("+")} - {""})

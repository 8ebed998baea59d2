"""The named route that lies nearest to a track."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.measure.overlay import cut_into_steps, tracks
from geo.measure.own_track.line import Steps, to_sphere

if TYPE_CHECKING:
    from geo.catalogue.features import Catalogue
    from geo.geodesy import Floats
    from geo.measure.overlay import Track

NEAR_NM = 100.0
"""Farther off, a track is not said to be near to a route."""
_SAMPLES = 400
_STEP_NM = 10.0
_EQUAL_NM = 1.0  # routes share much of their way: nearer by less than this is as near
_EQUAL_SHARE = 0.98
_MOST = 0.95
_LEAST = 0.1
_EARTH_NM = 3440.07
_ROUND = ((10.0, 1.0), (50.0, 5.0), (NEAR_NM, 10.0))


@dataclass(frozen=True)
class Nearest:
    """The variant of a route or corridor that a track lies nearest to.

    `share` (0 to 1) of the track's length lies within `within_nm` of it.
    """

    feature: str
    variant: str
    within_nm: float
    share: float


def find_nearest(steps: Steps, catalogue: Catalogue) -> Nearest | None:
    """Return the variant that is nearest over most of the track; None if none is near.

    Where several are as near, as on the way that they share, the one whose length is most like the
    track's.
    """
    at = np.linspace(0, len(steps.along) - 1, min(_SAMPLES, len(steps.along))).round().astype(int)
    here = to_sphere(steps.lon[at], steps.lat[at])
    weight = np.gradient(steps.along[at]) if len(at) > 1 else np.ones(1)
    weight = weight / weight.sum() if weight.sum() > 0 else np.full(len(at), 1 / len(at))
    named = list(tracks(catalogue))
    if not named:
        return None
    lines = [_cut(one) for one in named]
    off = np.array([_distance_nm(here, to_sphere(lon, lat)) for lon, lat, _ in lines])
    least = off.min(axis=0)
    counted = least <= NEAR_NM
    if weight[counted].sum() < _LEAST:
        return None
    credit = ((off <= least + _EQUAL_NM) & counted) @ weight
    unlike = np.array([abs(float(along[-1]) - steps.nm) for _, _, along in lines])
    best = int(np.argmin(np.where(credit >= credit.max() * _EQUAL_SHARE, unlike, np.inf)))
    within = _within(off[best], weight)
    share = round(float(weight[off[best] <= within].sum()), 4)
    return Nearest(named[best].feature, named[best].variant, within, min(share, 1.0))


def _cut(track: Track) -> tuple[Floats, Floats, Floats]:
    lon, lat = np.array(track.positions, float).T
    return cut_into_steps(lon, lat, _STEP_NM)


def _within(off: Floats, weight: Floats) -> float:
    """Return a round distance within which nearly all of the track lies, or `NEAR_NM`."""
    order = np.argsort(off)
    last = min(int(np.searchsorted(np.cumsum(weight[order]), _MOST)), len(off) - 1)
    reach = float(off[order][last])
    unit = next((unit for most, unit in _ROUND if reach <= most), 0.0)
    return max(float(np.ceil(reach / unit) * unit), unit) if unit else NEAR_NM


def _distance_nm(here: Floats, line: Floats) -> Floats:
    """Return the distance of unit vectors from a line of unit vectors, on a sphere."""
    nearest = np.argmax(here @ line.T, axis=1)
    chord = np.full(len(here), np.inf)
    for first in (nearest - 1, nearest):
        a = line[first.clip(0, len(line) - 2)]
        along = line[first.clip(0, len(line) - 2) + 1] - a
        square = np.maximum(np.einsum("ij,ij->i", along, along), 1e-30)
        share = (np.einsum("ij,ij->i", here - a, along) / square).clip(0.0, 1.0)
        chord = np.minimum(chord, np.linalg.norm(here - a - share[:, None] * along, axis=1))
    return np.asarray(2 * _EARTH_NM * np.arcsin((chord / 2).clip(0.0, 1.0)))

"""Which straits a track passes, which seas it crosses and which rules apply to it, in order.

Computed once (`python -m geo.measure.transits`) and shipped as `passes.csv`; a page only reads it.
Each row carries a hash of the track and of the waters, so that stale rows are detected.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import asdict, dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
import shapely
from shapely import LineString

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.geodesy import (
    METRES_PER_NM,
    Floats,
    densify,
    densify_edges,
    gate_to_polar,
    leg_lengths_nm,
    to_polar,
    unwrap,
)
from geo.measure.overlay import Track, tracks
from geo.measure.tables import read_segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.catalogue.features import Catalogue


TABLE = "passes.csv"
COLUMNS = ["feature", "variant", "water", "kind", "how", "from_nm", "to_nm", "inputs"]
How = Literal["gate", "end", "area"]
_RULES = "regime"
_KINDS = ("sea", "strait", _RULES)

_STEP_KM = 1.0
_EDGE_STEP_DEG = 0.25
_MIN_NM = 2.0
_END_NM = 10.0
"""A track that begins or ends this near to a gate passes it: routes end in Bering Strait."""


@dataclass(frozen=True)
class Water:
    """A sea, a strait or an area of rules in the polar plane (EPSG:3413 metres).

    Only a strait has a gate.
    """

    id: str
    kind: str
    area: BaseGeometry
    gate: BaseGeometry | None = None


@dataclass(frozen=True)
class Transit:
    """One water on a track, from and to in nautical miles from the track's beginning.

    `how` says what makes it one, to those who check the table: the track crosses the strait's
    `gate`, begins or ends beside it (`end`), or runs through the `area` of a sea or of rules.
    """

    water: str
    kind: str
    how: How
    from_nm: float
    to_nm: float


def waters_of(catalogue: Catalogue) -> list[Water]:
    """Return the seas, straits and areas of rules of the catalogue that are areas."""
    waters = []
    for feature, _, shape in catalogue.each_shape():
        if feature.kind in _KINDS and shapely.get_dimensions(shape) == 2:  # noqa: PLR2004  areas
            area = to_polar(densify_edges(shape, step_deg=_EDGE_STEP_DEG))
            shapely.prepare(area)
            gate = feature.details.get("gate")
            waters.append(Water(feature.id, feature.kind, area, _plane_gate(gate)))
    return waters


def _plane_gate(gate: Sequence[Sequence[float]] | None) -> BaseGeometry | None:
    if gate is None:
        return None
    return gate_to_polar(LineString(unwrap(gate)))


def find_transits(
    positions: Sequence[tuple[float, float]], waters: Iterable[Water]
) -> list[Transit]:
    """Return the straits that a track passes and the seas that it crosses, in order of entry.

    The track runs along the geodesics between its positions (lon, lat in degrees). A strait counts
    when the track crosses its gate, or begins or ends within ten nautical miles of it; a sea when
    at least two nautical miles of the track lie in it. Lengths are good to about half a mile.

    Returns
    -------
    transits
        Sorted by where the track enters the water. A sea that is left and entered again is listed
        twice; a part of a whole (Smith Sound of Nares Strait) is listed beside its whole.
    """
    dense = densify(positions, step_km=_STEP_KM)
    along = np.array([0.0, *accumulate(leg_lengths_nm(dense))])
    return transits_along(shapely.get_coordinates(to_polar(LineString(dense))), along, waters)


def transits_along(plane: Floats, along: Floats, waters: Iterable[Water]) -> list[Transit]:
    """Return what `find_transits` does, of a track that is cut into steps.

    Parameters
    ----------
    plane
        x, y of the ends of the steps in the polar plane; at most 3 km apart, or a gate may be
        missed.
    along
        Nautical miles along the track at each of them.
    """
    found = [item for water in waters for item in _transits_of(water, plane, along)]
    return sorted(found, key=lambda item: (item.from_nm, item.to_nm, item.water))


def _transits_of(water: Water, plane: Floats, along: Floats) -> list[Transit]:
    # The pole and 180 degrees are seams of the areas: a position on the edge of one is in it.
    inside = shapely.intersects_xy(water.area, plane[:, 0], plane[:, 1])
    segments = _segments(inside, along)
    if water.gate is None:
        return [
            Transit(water.id, water.kind, "area", start, end)
            for start, end in segments
            if end - start >= _MIN_NM
        ]
    transits = [_at(water, nm, "gate", segments) for nm in _crossings(water.gate, plane, along)]
    for place, nm in ((plane[0], along[0]), (plane[-1], along[-1])):
        if water.gate.distance(shapely.points(place)) <= _END_NM * METRES_PER_NM:
            transits.append(_at(water, nm, "end", segments))
    return list({(item.from_nm, item.to_nm): item for item in reversed(transits)}.values())


def _segments(inside: NDArray[np.bool_], along: Floats) -> list[tuple[float, float]]:
    """Return from and to of each run of positions inside; short gaps are closed."""
    turns = np.diff(inside.astype(np.int8), prepend=0, append=0)
    made: list[tuple[float, float]] = []
    for first, last in zip(np.flatnonzero(turns > 0), np.flatnonzero(turns < 0) - 1, strict=True):
        start, end = round(float(along[first]), 1), round(float(along[last]), 1)
        if made and start - made[-1][1] < _MIN_NM:
            start = made.pop()[0]
        made.append((start, end))
    return made


def _crossings(gate: BaseGeometry, plane: Floats, along: Floats) -> list[float]:
    """Return where the track crosses the gate, in nautical miles along it."""
    reach = shapely.buffer(gate, _STEP_KM * 3000.0)
    near = np.flatnonzero(shapely.contains_xy(reach, plane[:-1, 0], plane[:-1, 1]))
    if not len(near):
        return []
    legs = shapely.linestrings(np.stack([plane[near], plane[near + 1]], axis=1))
    return [float(along[i]) for i in near[shapely.intersects(legs, gate)]]


def _at(water: Water, nm: float, how: How, segments: Sequence[tuple[float, float]]) -> Transit:
    """Return the transit at a position of the track, with the segment of the area around it."""
    around = [pair for pair in segments if pair[0] - _MIN_NM <= nm <= pair[1] + _MIN_NM]
    start, end = around[0] if around else (round(float(nm), 1), round(float(nm), 1))
    return Transit(water.id, water.kind, how, start, end)


@dataclass(frozen=True)
class Transits:
    """The waters of every track.

    Attributes
    ----------
    frame
        Columns feature, variant, water, kind (sea, strait or regime), how (gate, end, area),
        from_nm, to_nm, inputs; in order along each track.
    missing
        Why there is no table, as a message; empty if there is one.
    """

    frame: pd.DataFrame
    missing: str = ""

    def waters(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return the seas and straits of one variant in order along it; empty without any."""
        rows = self._rows(feature_id, variant)
        return rows[rows["kind"] != _RULES].reset_index(drop=True)

    def _rows(self, feature_id: str, variant: str) -> pd.DataFrame:
        mask = (self.frame["feature"] == feature_id) & (self.frame["variant"] == variant)
        return self.frame[mask]

    def straits(self, feature_id: str, variant: str = "") -> list[str]:
        """Return the ids of the straits that one variant passes, in order."""
        rows = self.waters(feature_id, variant)
        return list(dict.fromkeys(rows[rows["kind"] == "strait"]["water"]))

    def regimes(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return the stretches of one variant to which rules apply.

        Areas of rules overlap, so the miles of two of them are not to be added.

        Returns
        -------
        stretches
            Columns water (the id of the area of rules), from_nm, to_nm, nm; in order of entry.
        """
        rows = self._rows(feature_id, variant)
        made = rows.loc[rows["kind"] == _RULES, ["water", "from_nm", "to_nm"]]
        return made.assign(nm=made["to_nm"] - made["from_nm"]).reset_index(drop=True)

    def regime_nm(self, feature_id: str, variant: str = "") -> dict[str, float]:
        """Return nautical miles of one variant by area of rules, in order of first entry."""
        sums = self.regimes(feature_id, variant).groupby("water", sort=False)["nm"].sum()
        return {str(regime): float(nm) for regime, nm in sums.items()}

    def is_stale(self, catalogue: Catalogue) -> list[str]:
        """Return the features whose track or waters have changed since the table was built."""
        waters = _waters_fingerprint(catalogue)
        stale = [
            track.feature
            for track in tracks(catalogue)
            if set(self._rows(track.feature, track.variant)["inputs"])
            != {_fingerprint(track, waters)}
        ]
        return list(dict.fromkeys(stale))


def load_transits(folder: Path = DATA) -> Transits:
    """Return the shipped table (cached by folder).

    A missing or broken table gives an empty one with the reason in `missing`, never an error.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Transits:
    frame, reason = read_segments(
        folder / TABLE,
        COLUMNS,
        what="The straits along a route cannot be shown",
        build="python -m geo.measure.transits",
    )
    return Transits(frame, reason)


def build_transits(catalogue: Catalogue) -> pd.DataFrame:
    """Return the table of all routes and corridors: the columns of `passes.csv`."""
    waters, fingerprint = waters_of(catalogue), _waters_fingerprint(catalogue)
    rows = [
        {"feature": track.feature, "variant": track.variant, **asdict(item)}
        | {"inputs": _fingerprint(track, fingerprint)}
        for track in tracks(catalogue)
        for item in find_transits(track.positions, waters)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _waters_fingerprint(catalogue: Catalogue) -> str:
    """Return a hash of every such area's shape and gate."""
    digest = hashlib.sha256()
    for feature, _, shape in catalogue.each_shape():
        if feature.kind in _KINDS:
            digest.update(f"{feature.id} {feature.details.get('gate')} {shape.wkt}".encode())
    return digest.hexdigest()


def _fingerprint(track: Track, waters_fingerprint: str) -> str:
    return hashlib.sha256(f"{waters_fingerprint} {track.positions}".encode()).hexdigest()[:12]


def main() -> None:
    """Recompute the table, write it, and print its length."""
    frame = build_transits(load_catalogue())
    frame.to_csv(DATA / TABLE, index=False, lineterminator="\n")
    sys.stdout.write(f"{TABLE}: {len(frame)} rows\n")


if __name__ == "__main__":
    main()

"""Which straits a way passes, and which seas it crosses, in order along its track.

Computed once (`python -m geo.measure.passes`) and shipped as `passes.csv`; a page only reads it.
Each row carries a hash of the track and of the waters, so that a stale row is known to be stale.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import asdict, dataclass
from functools import cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
import shapely
from shapely import LineString

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.geodesy import (
    METRES_PER_NM,
    densify,
    densify_edges,
    leg_lengths_nm,
    to_polar,
    unwrap,
)
from geo.measure.overlay import Track, tracks
from geo.measure.shipped import read_stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.catalogue.features import Catalogue

    Floats = NDArray[np.float64]

TABLE = "passes.csv"
COLUMNS = ["feature", "variant", "water", "kind", "how", "from_nm", "to_nm", "inputs"]
How = Literal["gate", "end", "area"]

_STEP_KM = 1.0
_EDGE_STEP_DEG = 0.25
_GATE_STEP_DEG = 0.02
_LEAST_NM = 2.0
_END_NM = 10.0
"""A track that begins or ends this near to a gate passes it: routes end in Bering Strait."""


@dataclass(frozen=True)
class Water:
    """A sea or strait in the polar plane (EPSG:3413 metres); a sea has no gate."""

    id: str
    kind: str
    area: BaseGeometry
    gate: BaseGeometry | None = None


@dataclass(frozen=True)
class Pass:
    """One water on a track, from and to in nautical miles from the track's beginning.

    `how` says what makes it one: the track crosses the strait's `gate`, begins or ends beside it
    (`end`), or runs through the sea's `area`.
    """

    water: str
    kind: str
    how: How
    from_nm: float
    to_nm: float


def waters_of(catalogue: Catalogue) -> list[Water]:
    """Return the seas and straits of the catalogue that are areas."""
    waters = []
    for feature, _, shape in catalogue.each_shape():
        if feature.kind in {"sea", "strait"} and shapely.get_dimensions(shape) == 2:  # noqa: PLR2004  areas
            area = to_polar(densify_edges(shape, step_deg=_EDGE_STEP_DEG))
            shapely.prepare(area)
            gate = feature.details.get("gate")
            waters.append(Water(feature.id, feature.kind, area, _plane_gate(gate)))
    return waters


def _plane_gate(gate: Sequence[Sequence[float]] | None) -> BaseGeometry | None:
    """Return a gate in the polar plane; it is straight in lon/lat between its two shores."""
    if gate is None:
        return None
    return to_polar(densify_edges(LineString(unwrap(gate)), step_deg=_GATE_STEP_DEG))


def find_passes(positions: Sequence[tuple[float, float]], waters: Iterable[Water]) -> list[Pass]:
    """Return the straits that a track passes and the seas that it crosses, in order of entry.

    The track runs along the geodesics between its positions (lon, lat in degrees). A strait counts
    when the track crosses its gate, or begins or ends within ten nautical miles of it; a sea when
    at least two nautical miles of the track lie in it. Lengths are good to about half a mile.

    Returns
    -------
    passes
        Sorted by where the track enters the water. A sea that is left and entered again stands
        twice; a part of a whole (Smith Sound of Nares Strait) stands beside its whole.
    """
    dense = densify(positions, step_km=_STEP_KM)
    along = np.array([0.0, *accumulate(leg_lengths_nm(dense))])
    plane = shapely.get_coordinates(to_polar(LineString(dense)))
    found = [item for water in waters for item in _passes_of(water, plane, along)]
    return sorted(found, key=lambda item: (item.from_nm, item.to_nm, item.water))


def _passes_of(water: Water, plane: Floats, along: Floats) -> list[Pass]:
    inside = shapely.contains_xy(water.area, plane[:, 0], plane[:, 1])
    stretches = _stretches(inside, along)
    if water.gate is None:
        return [
            Pass(water.id, water.kind, "area", start, end)
            for start, end in stretches
            if end - start >= _LEAST_NM
        ]
    passes = [_at(water, nm, "gate", stretches) for nm in _crossings(water.gate, plane, along)]
    for place, nm in ((plane[0], along[0]), (plane[-1], along[-1])):
        if water.gate.distance(shapely.points(place)) <= _END_NM * METRES_PER_NM:
            passes.append(_at(water, nm, "end", stretches))
    return list({(item.from_nm, item.to_nm): item for item in reversed(passes)}.values())


def _stretches(inside: NDArray[np.bool_], along: Floats) -> list[tuple[float, float]]:
    """Return from and to of each run of positions that lie inside; short gaps are closed.

    The pole and 180 degrees are edges of the areas, so a position on them lies in none.
    """
    made: list[tuple[float, float]] = []
    for within, run in groupby(range(len(inside)), key=lambda i: bool(inside[i])):
        if not within:
            continue
        indices = list(run)
        start, end = (round(float(along[i]), 1) for i in (indices[0], indices[-1]))
        if made and start - made[-1][1] < _LEAST_NM:
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


def _at(water: Water, nm: float, how: How, stretches: Sequence[tuple[float, float]]) -> Pass:
    """Return the pass at a place of the track, with the stretch of the area around it."""
    around = [pair for pair in stretches if pair[0] - _LEAST_NM <= nm <= pair[1] + _LEAST_NM]
    start, end = around[0] if around else (round(float(nm), 1), round(float(nm), 1))
    return Pass(water.id, water.kind, how, start, end)


@dataclass(frozen=True)
class Passes:
    """The waters of every track.

    Attributes
    ----------
    frame
        Columns feature, variant, water, kind (sea or strait), how (gate, end, area), from_nm,
        to_nm, inputs; in order along each track.
    missing
        Why there is no table, in a sentence; empty when all is well.
    """

    frame: pd.DataFrame
    missing: str = ""

    def waters(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return the rows of one variant in order along the track; empty when there are none."""
        mine = (self.frame["feature"] == feature_id) & (self.frame["variant"] == variant)
        return self.frame[mine].reset_index(drop=True)

    def straits(self, feature_id: str, variant: str = "") -> list[str]:
        """Return the ids of the straits that one variant passes, in order."""
        return self._ids(feature_id, variant, "strait")

    def seas(self, feature_id: str, variant: str = "") -> list[str]:
        """Return the ids of the seas that one variant crosses, in order of first entry."""
        return self._ids(feature_id, variant, "sea")

    def ways_through(self, water_id: str) -> list[tuple[str, str]]:
        """Return feature and variant of every way that passes a strait or crosses a sea."""
        rows = self.frame[self.frame["water"] == water_id]
        return list(dict.fromkeys(zip(rows["feature"], rows["variant"], strict=True)))

    def is_stale(self, catalogue: Catalogue) -> list[str]:
        """Return the features whose track or waters have changed since the table was built."""
        mark = _waters_mark(catalogue)
        stale = [
            track.feature
            for track in tracks(catalogue)
            if set(self.waters(track.feature, track.variant)["inputs"]) != {_mark(track, mark)}
        ]
        return list(dict.fromkeys(stale))

    def _ids(self, feature_id: str, variant: str, kind: str) -> list[str]:
        rows = self.waters(feature_id, variant)
        return list(dict.fromkeys(rows[rows["kind"] == kind]["water"]))


def load_passes(folder: Path = DATA) -> Passes:
    """Return the shipped table; read once for each folder.

    A missing or broken table gives an empty one with the reason in `missing`, never an error.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Passes:
    frame, reason = read_stretches(
        folder / TABLE,
        COLUMNS,
        what="Which straits a route passes cannot be given",
        build="python -m geo.measure.passes",
    )
    return Passes(frame, reason)


def build_passes(catalogue: Catalogue) -> pd.DataFrame:
    """Return the table of all routes and corridors: the columns of `passes.csv`."""
    waters, mark = waters_of(catalogue), _waters_mark(catalogue)
    rows = [
        {"feature": track.feature, "variant": track.variant, **asdict(item)}
        | {"inputs": _mark(track, mark)}
        for track in tracks(catalogue)
        for item in find_passes(track.positions, waters)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _waters_mark(catalogue: Catalogue) -> str:
    """Return a hash of every sea's and strait's shape and gate."""
    digest = hashlib.sha256()
    for feature, _, shape in catalogue.each_shape():
        if feature.kind in {"sea", "strait"}:
            digest.update(f"{feature.id} {feature.details.get('gate')} {shape.wkt}".encode())
    return digest.hexdigest()


def _mark(track: Track, waters_mark: str) -> str:
    return hashlib.sha256(f"{waters_mark} {track.positions}".encode()).hexdigest()[:12]


def main() -> None:
    """Compute the table anew, write it, and say how long it is."""
    frame = build_passes(load_catalogue())
    frame.to_csv(DATA / TABLE, index=False, lineterminator="\n")
    sys.stdout.write(f"{TABLE}: {len(frame)} rows\n")


if __name__ == "__main__":
    main()

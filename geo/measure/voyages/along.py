"""What lies along many tracks that share legs: zones, rules, straits and the Arctic Circle.

Each leg is sampled once, all of them together, however many tracks run along it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import LineString

from geo.catalogue.sea_legs import node_of
from geo.geodesy import (
    GEOD,
    METRES_PER_NM,
    Floats,
    Position,
    gate_to_polar,
    to_polar,
    unwrap,
)
from geo.measure.overlay import merge_segments
from geo.measure.tables import join_states
from geo.measure.transits import Water, waters_of
from geo.measure.voyages.records import RuleStretch, StraitPassed, Stretch
from geo.measure.zones import NOT_ASSESSED, ZoneMap

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.catalogue.features import Catalogue

    Indices = NDArray[np.int64]

CIRCLE_LAT = 66.5636
"""Latitude of the Arctic Circle, facts of the catalogue's graticule."""
_SOUTH_LAT = 40.0
"""A leg whose ends lie south of this cannot bend into the zones, which begin at 50 N."""
_STEP_NM = 1.0
_HALVINGS = 7
_GATE_STEP_NM = 27.0
_KEPT_LEGS = 4096
_GAP_NM = 2.0

Span = tuple[float, float]
Leg = tuple[Position, Position]


@dataclass(frozen=True)
class LegFacts:
    """One leg: its length, and from and to of what lies along it, in nautical miles.

    `zones` holds from, to and the zone's index, `rules` spans by regime, `gates` where the leg
    crosses the gate of a strait.
    """

    nm: float
    zones: tuple[tuple[float, float, int], ...]
    rules: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    gates: tuple[tuple[float, str], ...] = ()
    north: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Along:
    """What lies along one track."""

    nm: float
    stretches: tuple[Stretch, ...]
    rules: tuple[RuleStretch, ...]
    straits: tuple[StraitPassed, ...]
    north_of_circle: tuple[Span, ...]


class Surveyor:
    """Measures tracks against the zones, the areas of rules and the gates of straits.

    Most ways share most of their legs, so the facts of the last legs are kept.
    """

    def __init__(self, catalogue: Catalogue, zones: ZoneMap) -> None:
        """Prepare the areas of the catalogue."""
        self._zones = zones
        self._names = {feature.id: feature.name for feature in catalogue.of_kind("strait")}
        self._rules: list[Water] = [w for w in waters_of(catalogue) if w.kind == "regime"]
        gates = {
            feature.id: gate_to_polar(LineString(unwrap(feature.details["gate"])))
            for feature in catalogue.of_kind("strait")
            if feature.details.get("gate")
        }
        self._gate_ids = list(gates)
        self._gates = shapely.STRtree(list(gates.values()))
        self._kept: dict[Leg, LegFacts] = {}

    def survey(self, tracks: Sequence[Sequence[Position]]) -> list[Along]:
        """Return what lies along each track of positions, lon, lat in degrees."""
        by_track = [[_within_turn(leg) for leg in pairwise(track)] for track in tracks]
        facts = self._facts(dict.fromkeys(leg for legs in by_track for leg in legs))
        return [self._joined([facts[leg] for leg in legs]) for legs in by_track]

    def _facts(self, legs: Collection[Leg]) -> dict[Leg, LegFacts]:
        # Sessions share this without a lock: what is kept is replaced, never changed.
        kept = self._kept
        new = [leg for leg in legs if leg not in kept]
        if not new:
            return kept
        made = dict(zip(new, self._measure(new), strict=True))
        self._kept = kept | made if len(kept) + len(made) <= _KEPT_LEGS else made
        return {leg: made[leg] if leg in made else kept[leg] for leg in legs}

    def _measure(self, legs: Sequence[Leg]) -> list[LegFacts]:
        start, end = (np.array([leg[side] for leg in legs], float).T for side in (0, 1))
        azimuth, _, metres = (
            np.asarray(each) for each in GEOD.inv(start[0], start[1], end[0], end[1])
        )
        nm = metres / METRES_PER_NM
        zones: list[tuple[tuple[float, float, int], ...]] = [
            ((0.0, float(length), NOT_ASSESSED),) for length in nm
        ]
        rules: list[dict[str, tuple[Span, ...]]] = [{} for _ in legs]
        north: list[tuple[Span, ...]] = [() for _ in legs]
        rows = np.flatnonzero(np.maximum(start[1], end[1]) > _SOUTH_LAT)
        if len(rows):
            samples = _Samples(start[:, rows], azimuth[rows], nm[rows], _STEP_NM)
            for row, spans in zip(rows.tolist(), samples.zones(self._zones), strict=True):
                zones[row] = spans
            for rule in self._rules:
                for row, within in samples.inside(rule):
                    rules[rows[row]][rule.id] = within
            for row, within in samples.north_of(CIRCLE_LAT):
                north[rows[row]] = within
        gates = self._crossed(_Samples(start, azimuth, nm, _GATE_STEP_NM), nm)
        return [
            LegFacts(float(nm[row]), zones[row], rules[row], gates.get(row, ()), north[row])
            for row in range(len(legs))
        ]

    def _crossed(self, samples: _Samples, nm: Floats) -> dict[int, tuple[tuple[float, str], ...]]:
        """Return where each leg crosses the gate of a strait, nautical miles from its start."""
        lines = samples.lines()
        found: dict[int, list[tuple[float, str]]] = {}
        for row, gate in self._gates.query(lines, predicate="intersects").T.tolist():
            line = lines[row]
            meeting = shapely.centroid(line.intersection(self._gates.geometries[gate]))
            share = _share_along(line, shapely.line_locate_point(line, meeting))
            found.setdefault(row, []).append((share * float(nm[row]), self._gate_ids[gate]))
        return {row: tuple(sorted(each)) for row, each in found.items()}

    def _joined(self, legs: Sequence[LegFacts]) -> Along:
        offset = 0.0
        segments: list[tuple[float, float, int]] = []
        rules: dict[str, list[Span]] = {}
        north: list[Span] = []
        gates: list[tuple[float, str]] = []
        for leg in legs:
            segments += [(offset + a, offset + b, kind) for a, b, kind in leg.zones]
            for rule, spans in leg.rules.items():
                rules.setdefault(rule, []).extend((offset + a, offset + b) for a, b in spans)
            north += [(offset + a, offset + b) for a, b in leg.north]
            gates += [(offset + at, gate) for at, gate in leg.gates]
            offset += leg.nm
        return Along(
            offset,
            tuple(self._stretch(*segment) for segment in merge_segments(segments)),
            tuple(
                RuleStretch(rule, start, end)
                for rule, spans in rules.items()
                for start, end in _closed(spans)
            ),
            tuple(
                StraitPassed(gate, self._names[gate], at)
                for gate, at in ((gate, next(run)[0]) for gate, run in groupby(gates, _gate_of))
            ),
            tuple(_closed(north)),
        )

    def _stretch(self, from_nm: float, to_nm: float, index: int) -> Stretch:
        zones = self._zones
        zone_id = zones.ids[index] if index >= 0 else ""
        return Stretch(from_nm, to_nm, join_states(zones.codes(index)), zones.word(index), zone_id)


def _within_turn(leg: Leg) -> Leg:
    """Return a leg with its longitudes within -180..180, however the track was unwrapped."""
    return node_of(*leg[0]), node_of(*leg[1])


def _gate_of(crossing: tuple[float, str]) -> str:
    return crossing[1]


def _share_along(line: BaseGeometry, at: float) -> float:
    """Return how far along its geodesic a place on a projected line is, 0 to 1.

    The vertices are equally far apart on the ground.
    """
    steps = np.hypot(*np.diff(shapely.get_coordinates(line), axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(steps)])
    return float(np.interp(at, reached, np.linspace(0.0, 1.0, len(reached))))


def _closed(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order, those with a gap of less than two miles joined."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start - made[-1][1] < _GAP_NM:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


class _Samples:
    """Points at most a step apart along many legs, all in one array; each leg has both its ends."""

    def __init__(self, start: Floats, azimuth: Floats, nm: Floats, step_nm: float) -> None:
        counts = np.maximum(np.ceil(nm / step_nm).astype(int), 1) + 1
        self.leg = np.repeat(np.arange(len(nm)), counts)
        first = np.repeat(np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        share = (np.arange(len(self.leg)) - first) / np.repeat(counts - 1, counts)
        self.along = share * nm[self.leg]
        self._start, self._azimuth, self._count = start, azimuth, len(nm)
        self.lon, self.lat = self._places(self.leg, self.along)
        self.plane = shapely.get_coordinates(
            to_polar(LineString(np.column_stack([self.lon, self.lat])))
        )
        self.x, self.y = self.plane.T
        self._ends = np.append(np.flatnonzero(np.diff(self.leg)), len(self.leg) - 1)

    def _places(self, leg: Indices, along: Floats) -> tuple[Floats, Floats]:
        lon, lat, _ = GEOD.fwd(
            self._start[0][leg], self._start[1][leg], self._azimuth[leg], along * METRES_PER_NM
        )
        return np.asarray(lon), np.asarray(lat)

    def lines(self) -> NDArray[np.object_]:
        """Return each leg as a line in the polar plane."""
        made: Any = shapely.linestrings(self.plane, indices=self.leg)
        return np.asarray(made, np.object_)

    def zones(self, zones: ZoneMap) -> list[tuple[tuple[float, float, int], ...]]:
        """Return from, to and zone of the segments of each leg, good to a hundredth of a mile."""
        index = zones.at(self.lon, self.lat)
        change = np.flatnonzero((index[1:] != index[:-1]) & (self.leg[1:] == self.leg[:-1]))
        low, high = self.along[change].copy(), self.along[change + 1].copy()
        for _ in range(_HALVINGS if len(change) else 0):
            middle = (low + high) / 2
            before = zones.at(*self._places(self.leg[change], middle)) == index[change]
            low, high = np.where(before, middle, low), np.where(before, high, middle)
        cuts: dict[int, list[tuple[float, int]]] = {}
        for at, cut in zip(change, (low + high) / 2, strict=True):
            cuts.setdefault(int(self.leg[at]), []).append((float(cut), int(index[at + 1])))
        firsts = np.concatenate([[0], self._ends[:-1] + 1])
        return [
            tuple(_segments(int(index[first]), cuts.get(leg, []), float(self.along[last])))
            for leg, (first, last) in enumerate(zip(firsts, self._ends, strict=True))
        ]

    def inside(self, water: Water) -> list[tuple[int, tuple[Span, ...]]]:
        """Return each leg that enters an area, with from and to of its parts within."""
        west, south, east, north = water.area.bounds
        near = (self.x >= west) & (self.x <= east) & (self.y >= south) & (self.y <= north)
        within = np.zeros(self.x.shape, np.bool_)
        within[near] = shapely.intersects_xy(water.area, self.x[near], self.y[near])
        return self._runs(within)

    def north_of(self, lat: float) -> list[tuple[int, tuple[Span, ...]]]:
        """Return each leg with a part north of a parallel, with from and to of its parts there."""
        return self._runs(self.lat >= lat)

    def _runs(self, within: NDArray[np.bool_]) -> list[tuple[int, tuple[Span, ...]]]:
        rows = np.flatnonzero(within)
        if not len(rows):
            return []
        breaks = np.flatnonzero((np.diff(rows) > 1) | (np.diff(self.leg[rows]) > 0)) + 1
        found: dict[int, list[Span]] = {}
        for run in np.split(rows, breaks):
            span = (float(self.along[run[0]]), float(self.along[run[-1]]))
            found.setdefault(int(self.leg[run[0]]), []).append(span)
        return [(leg, tuple(spans)) for leg, spans in found.items()]


def _segments(
    first: int, cuts: Sequence[tuple[float, int]], end: float
) -> list[tuple[float, float, int]]:
    places = [0.0, *(at for at, _ in cuts), end]
    kinds = [first, *(kind for _, kind in cuts)]
    return [(a, b, kind) for (a, b), kind in zip(pairwise(places), kinds, strict=True)]

"""The legs between the nodes of open water, and those that join them to routes and to searoute."""

from __future__ import annotations

import heapq
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from geo.catalogue.recipes.voyages.approaches import Approach
from geo.geodesy import Position, densify, leg_lengths_nm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from geo.catalogue.recipes.voyages.land import Land

Leg = tuple[Position, Position]
Track = tuple[Position, ...]
Around = dict[Position, dict[Position, float]]
_NEVER = float("inf")
_FAR_NM = 1500.0
"""No approach is as long as this."""
_LONGEST_NM = 5000.0
_NORTHMOST = 81.0
"""No leg of open water bends north of this parallel: the way over the pole is a route."""
_STEP_KM = 100.0
_ENTRY_NM = 700.0
_GATE_NM = 150.0
_GATES = 4
_NEEDLESS_NM = 3.0
_SLACK = 1.0025
"""A leg is left out if others together are longer by less than this."""


def sea_legs(nodes: Collection[Position], land: Land) -> dict[Leg, float]:
    """Return the legs in sight of each other over water, nautical miles, without needless ones."""
    legs = {
        (start, end): nm
        for start, end in combinations(nodes, 2)
        if (nm := leg_lengths_nm([start, end])[0]) <= _LONGEST_NM
        and max(lat for _, lat in densify([start, end], step_km=_STEP_KM)) <= _NORTHMOST
        and not land.lies_between(start, end)
    }
    around = _around(legs)
    for start, end in sorted(legs, key=lambda leg: -legs[leg]):
        if _has_other_way(around, start, end, legs[start, end] * _SLACK):
            del around[start][end], around[end][start], legs[start, end]
    return legs


def network_of(legs: Iterable[Leg]) -> Around:
    """Return the length of each leg, nautical miles, from either of its ends."""
    return _around({leg: leg_lengths_nm(leg)[0] for leg in legs if leg[0] != leg[1]})


def _around(legs: Mapping[Leg, float]) -> Around:
    around: Around = defaultdict(dict)
    for (start, end), nm in legs.items():
        around[start][end] = around[end][start] = nm
    return around


def needful(tracks: Iterable[Approach], around: Around, slack: float = 1.015) -> list[Approach]:
    """Return the tracks from a place that are shorter than any way by those nearer to it."""
    kept: list[Approach] = []
    best: dict[Position, float] = {}
    for track in sorted(tracks, key=lambda each: each.nm):
        if best.get(track.node, _NEVER) > track.nm * slack + _NEEDLESS_NM:
            kept.append(track)
            _sail_on(best, track.node, track.nm, around)
    return kept


def _sail_on(best: dict[Position, float], node: Position, nm: float, around: Around) -> None:
    """Shorten the ways from a port that lead on from a node."""
    best[node] = nm
    queue = [(nm, node)]
    while queue:
        sailed, here = heapq.heappop(queue)
        if sailed > best[here]:
            continue
        for there, length in around.get(here, {}).items():
            total = sailed + length
            if total < min(best.get(there, _NEVER), _FAR_NM):
                best[there] = total
                heapq.heappush(queue, (total, there))


def known_nm(start: Iterable[Track], end: Iterable[Track], around: Around) -> float:
    """Return the length of the shortest way from one port's approaches to another's."""
    best: dict[Position, float] = {}
    for track in start:
        nm = sum(leg_lengths_nm(track))
        if nm < best.get(track[-1], _NEVER):
            _sail_on(best, track[-1], nm, around)
    return min(
        (best.get(track[-1], _NEVER) + sum(leg_lengths_nm(track)) for track in end), default=_NEVER
    )


def _has_other_way(around: Around, start: Position, end: Position, nm: float) -> bool:
    best, queue = {start: 0.0}, [(0.0, start)]
    while queue:
        sailed, here = heapq.heappop(queue)
        if here == end:
            return True
        for there, length in around[here].items():
            total = sailed + length
            is_leg = {here, there} == {start, end}
            if not is_leg and total <= nm and total < best.get(there, nm + 1):
                best[there] = total
                heapq.heappush(queue, (total, there))
    return False


def entry_legs(
    entries: Collection[Position], nodes: Collection[Position], around: Around, land: Land
) -> Iterator[Leg]:
    """Yield the legs from open water to the ends of routes, without needless ones."""
    for entry in entries:
        near = [
            Approach(nm, (entry, node))
            for node in nodes
            if entry != node
            and (nm := leg_lengths_nm([entry, node])[0]) <= _ENTRY_NM
            and not land.lies_between(entry, node)
        ]
        for leg in needful(near, around, _SLACK):
            yield leg.node, entry


def gate_legs(
    gates: Collection[Position], others: Collection[Position], land: Land
) -> Iterator[Leg]:
    """Yield the legs from each gate to the nearest nodes of searoute in sight."""
    for gate in gates:
        near = sorted((leg_lengths_nm([gate, node])[0], node) for node in others)
        seen = (
            node
            for nm, node in near
            if nm <= _GATE_NM and (nm == 0 or not land.lies_between(gate, node))
        )
        for _, node in zip(range(_GATES), seen, strict=False):
            yield gate, node

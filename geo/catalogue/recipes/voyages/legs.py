"""The legs between the nodes of open water, and those that join them to routes and to searoute."""

from __future__ import annotations

import heapq
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from geo.geodesy import Position, leg_lengths_nm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from geo.catalogue.recipes.voyages.land import Land

Leg = tuple[Position, Position]
_LONGEST_NM = 1300.0
_ENTRY_NM = 700.0
_GATE_NM = 150.0
_GATES = 5
_SLACK = 1.0008
"""A leg is left out if others together are longer by less than this."""


def sea_legs(nodes: Collection[Position], land: Land) -> dict[Leg, float]:
    """Return the legs in sight of each other over water, nautical miles, without needless ones."""
    legs = {
        (start, end): nm
        for start, end in combinations(nodes, 2)
        if (nm := leg_lengths_nm([start, end])[0]) <= _LONGEST_NM
        and not land.lies_between(start, end)
    }
    around: dict[Position, dict[Position, float]] = defaultdict(dict)
    for (start, end), nm in legs.items():
        around[start][end] = around[end][start] = nm
    for start, end in sorted(legs, key=lambda leg: -legs[leg]):
        if _has_other_way(around, start, end, legs[start, end] * _SLACK):
            del around[start][end], around[end][start], legs[start, end]
    return legs


def _has_other_way(
    around: Mapping[Position, Mapping[Position, float]], start: Position, end: Position, nm: float
) -> bool:
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
    entries: Collection[Position], nodes: Collection[Position], land: Land
) -> Iterator[Leg]:
    """Yield the legs from open water to the ends of routes."""
    for entry in entries:
        for node in nodes:
            near = entry != node and leg_lengths_nm([entry, node])[0] <= _ENTRY_NM
            if near and not land.lies_between(entry, node):
                yield node, entry


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

"""The shortest track between two ports by each way."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo import messages
from geo.measure.voyages.network import KIEL, quay_of
from geo.measure.voyages.records import ARCTIC_VIAS, DIRECT, KIEL_CANAL, SKAGEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from geo.measure.voyages.network import Chain, Leg, Node, Reach, SeaNetwork

_SOUTHERN = ("suez", "cape", "panama")
_NEVER = float("inf")


@dataclass(frozen=True)
class Path:
    """A track as nodes of the network, the two ports at its ends.

    `named` holds the legs that lie on the Arctic route itself; `is_part` says that they are only
    as much of its variant as leads to a port within the route.
    """

    via: str
    slug: str
    name: str
    nodes: tuple[Node, ...]
    named: frozenset[Leg] = frozenset()
    is_part: bool = False


def paths(network: SeaNetwork, origin: str, destination: str, shut: Collection[str]) -> list[Path]:
    """Return the shortest path by each variant of each way; none by a way that does not exist.

    A way through a southern passage crosses it once and no other; a way through the Arctic takes
    the whole of a variant, from one of its entries to Bering Strait, or the part of it that leads
    to a port that lies within. Two ports within the Arctic stay there. Where no passage lies
    between the ports the way is direct. Where the Kiel Canal makes a way shorter, that way has two
    variants, by the canal and round Skagen. Neighbours in one Arctic route have a short way.
    """
    ends = _Ends(network, origin, destination, shut)
    if all(ends.homes) and (hop := _hop(ends)):
        return [hop]
    inside = set(filter(None, ends.homes)) if all(ends.homes) else set(ARCTIC_VIAS)
    found = [
        path for via in ARCTIC_VIAS if via in inside - set(shut) for path in _arctic(ends, via)
    ]
    if all(ends.homes):
        return found
    outside = _outside(ends)
    if KIEL not in shut and not any(ends.homes) and _is_near_kiel(ends):
        outside = list(_by_kiel(outside, _outside(replace(ends, inside=KIEL)), network))
    return found + outside


@dataclass(frozen=True)
class _Ends:
    network: SeaNetwork
    origin: str
    destination: str
    shut: Collection[str]
    inside: str = ""

    @property
    def homes(self) -> tuple[str, str]:
        homes = self.network.homes
        return homes.get(self.origin, ""), homes.get(self.destination, "")

    def reaches(self, via: str) -> tuple[Reach, Reach]:
        """Return the reach of both ports for a way by `via`.

        A port within another Arctic route may leave by that.
        """
        first, second = (
            self.network.reach(
                port, shut=self.shut, inside=self.inside or ("" if home == via else home)
            )
            for port, home in zip((self.origin, self.destination), self.homes, strict=True)
        )
        return first, second


def _hop(ends: _Ends) -> Path | None:
    """Return the short way between neighbours within one Arctic route, if there is one."""
    leg = quay_of(ends.origin), quay_of(ends.destination)
    if leg[1] not in ends.network.around[leg[0]]:
        return None
    return Path(ends.homes[0], "", "", leg, is_part=True)


def _outside(ends: _Ends) -> list[Path]:
    """Return the ways that lead through no Arctic route."""
    found = [path for via in _SOUTHERN if via not in ends.shut for path in _southern(ends, via)]
    if not any(ends.homes) and (direct := _direct(ends)):
        found.append(direct)
    return found


def _is_near_kiel(ends: _Ends) -> bool:
    """Return whether the Kiel Canal is a short cut for one of the ports: on the Baltic, say."""
    canal = ends.network.cuts[KIEL][0]
    canal_nm = ends.network.edge(canal).nm
    away = ([reach.nm.get(end, 0.0) for end in canal] for reach in ends.reaches(DIRECT))
    return any(abs(west - east) > canal_nm for west, east in away)


def _by_kiel(around: list[Path], either: list[Path], network: SeaNetwork) -> Iterator[Path]:
    """Yield the ways round Skagen, each after the one by the Kiel Canal where that is shorter."""
    canal = {*network.cuts[KIEL][0]}
    by_canal = {
        path.via: path
        for path in either
        if any({*leg} == canal for leg in itertools.pairwise(path.nodes))
    }
    for path in around:
        if path.via in by_canal:
            yield replace(by_canal[path.via], slug=KIEL_CANAL, name=messages.WAY_BY_KIEL)
            yield replace(path, slug=SKAGEN, name=messages.WAY_ROUND_SKAGEN)
        else:
            yield path


def _arctic(ends: _Ends, via: str) -> Iterator[Path]:
    """Yield a path for each variant that differs from those before."""
    reaches = ends.reaches(via)
    seen: set[tuple[Node, ...]] = set()
    for chain in ends.network.chains[via]:
        path = _along(reaches, chain, is_home=via in ends.homes)
        if path and path.nodes not in seen:
            seen.add(path.nodes)
            yield path


def _along(reaches: tuple[Reach, Reach], chain: Chain, *, is_home: bool) -> Path | None:
    """Return the shortest path that takes a variant: the whole, or at home any part of it."""
    along = [0.0]
    for length in chain.lengths_nm:
        along.append(along[-1] + length)
    last = len(chain.nodes) - 1
    best: tuple[float, int, int] = (_NEVER, 0, 0)
    for start, enters in enumerate(chain.nodes):
        to_start = reaches[0].nm.get(enters, _NEVER)
        if to_start == _NEVER:
            continue
        for end, leaves in enumerate(chain.nodes):
            is_through = last in {start, end} and abs(along[end] - along[start]) > along[-1] / 2
            if is_home or is_through:
                total = to_start + abs(along[end] - along[start])
                total += reaches[1].nm.get(leaves, _NEVER)
                best = min(best, (total, start, end))
    if best[0] == _NEVER:
        return None
    _, start, end = best
    on_route = chain.between(start, end)
    before = reaches[0].path(chain.nodes[start])
    after = reaches[1].path(chain.nodes[end])[::-1]
    legs = frozenset(itertools.pairwise(on_route))
    nodes = (*before[:-1], *on_route, *after[1:])
    return Path(chain.via, chain.slug, chain.name, nodes, legs, is_home and len(legs) < last)


def _southern(ends: _Ends, via: str) -> Iterator[Path]:
    first, second = ends.reaches(via)
    best: tuple[float, Leg | None] = (_NEVER, None)
    for leg in ends.network.cuts[via]:
        for start, end in (leg, leg[::-1]):
            total = first.nm.get(start, _NEVER) + second.nm.get(end, _NEVER)
            if total < _NEVER:
                total += ends.network.edge((start, end)).nm
                best = min(best, (total, (start, end)))
    if best[1]:
        start, end = best[1]
        yield Path(via, "", "", (*first.path(start), *second.path(end)[::-1]))


def _direct(ends: _Ends) -> Path | None:
    first, second = ends.reaches(DIRECT)
    meeting = min(
        (node for node in second.nm if node in first.nm),
        key=lambda node: first.nm[node] + second.nm[node],
        default=None,
    )
    if meeting is None:
        return None
    return Path(DIRECT, "", "", (*first.path(meeting), *second.path(meeting)[-2::-1]))

"""The shortest track between two ports by each way."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo import messages
from geo.measure.voyages.network import BALTIC, quay_of
from geo.measure.voyages.records import (
    ARCTIC_VIAS,
    CANAL_AND_BELT,
    DIRECT,
    GATES,
    GREAT_BELT,
    KIEL_CANAL,
    ORESUND,
    SKAGEN,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from geo.measure.voyages.network import Chain, Leg, Node, Reach, SeaNetwork

_SOUTHERN = ("suez", "cape", "panama")
_NEVER = float("inf")


@dataclass(frozen=True)
class Path:
    """A track as nodes of the network, the two ports at its ends.

    `named` holds the legs that lie on the Arctic route itself; `is_part` says that they are only
    as much of its variant as leads to a port within the route; `gates` are the ways into the Baltic
    that the track takes.
    """

    via: str
    slug: str
    name: str
    nodes: tuple[Node, ...]
    named: frozenset[Leg] = frozenset()
    is_part: bool = False
    gates: tuple[str, ...] = ()


def paths(network: SeaNetwork, origin: str, destination: str, shut: Collection[str]) -> list[Path]:
    """Return the shortest path by each variant of each way; none by a way that does not exist.

    A way through a southern passage crosses it once and no other; a way through the Arctic takes
    the whole of a variant, from one of its entries to Bering Strait, or the part of it that leads
    to a port that lies within. Two ports within the Arctic stay there. Where no passage lies
    between the ports the way is direct. Neighbours in one Arctic route have a short way.

    A way into the Baltic has a variant through each of `GATES`, but for those through the shallower
    ones that are no shorter than through the Great Belt. The ways through the Arctic, and to a port
    within it, take the Great Belt. Two ports in the Baltic stay there.
    """
    ends = _Ends(network, origin, destination, shut)
    if all(ends.homes) and (hop := _hop(ends)):
        return [hop]
    return [replace(path, gates=_gates(path, network)) for path in _ways(ends)]


def _ways(ends: _Ends) -> list[Path]:
    if all(ends.in_baltic):
        return _direct(ends)
    deep = replace(ends, gates=(GREAT_BELT,)) if any(ends.in_baltic) else ends
    inside = set(filter(None, ends.homes)) if all(ends.homes) else set(ARCTIC_VIAS)
    found = [
        path for via in ARCTIC_VIAS if via in inside - set(ends.shut) for path in _arctic(deep, via)
    ]
    if all(ends.homes):
        return found
    if any(ends.homes):
        return found + _southern_ways(deep)
    if any(ends.in_baltic):
        return found + list(_into_baltic(ends))
    return found + _southern_ways(ends) + list(_round_jutland(ends))


def _gates(path: Path, network: SeaNetwork) -> tuple[str, ...]:
    """Return the ways into the Baltic that a path takes."""
    legs = itertools.pairwise(path.nodes)
    passed = frozenset().union(*(network.edge(leg).variants for leg in legs))
    return tuple(gate for gate in GATES if gate in passed)


@dataclass(frozen=True)
class _Ends:
    network: SeaNetwork
    origin: str
    destination: str
    shut: Collection[str]
    gates: tuple[str, ...] = ()

    @property
    def homes(self) -> tuple[str, str]:
        homes = self.network.homes
        return homes.get(self.origin, ""), homes.get(self.destination, "")

    @property
    def in_baltic(self) -> tuple[bool, bool]:
        """Whether each port reaches the Baltic with the ways into it shut."""
        first, second = (
            BALTIC in self.network.reach(port, shut=self.shut).nm
            for port in (self.origin, self.destination)
        )
        return first, second

    def reaches(self, via: str) -> tuple[Reach, Reach]:
        """Return the reach of both ports for a way by `via`.

        A port within another Arctic route may leave by that. If one of the ports lies in the
        Baltic, it alone takes the ways out of it, so that none is taken twice.
        """
        first, second = (
            self.network.reach(
                port,
                shut=self.shut,
                opened={*({home} - {"", via}), *(self.gates if is_leaving else ())},
            )
            for port, home, is_leaving in zip(
                (self.origin, self.destination), self.homes, self._leaving(), strict=True
            )
        )
        return first, second

    def _leaving(self) -> tuple[bool, bool]:
        return self.in_baltic if any(self.in_baltic) else (True, True)


def _hop(ends: _Ends) -> Path | None:
    """Return the short way between neighbours within one Arctic route, if there is one."""
    leg = quay_of(ends.origin), quay_of(ends.destination)
    if leg[1] not in ends.network.around[leg[0]]:
        return None
    return Path(ends.homes[0], "", "", leg, is_part=True)


def _southern_ways(ends: _Ends) -> list[Path]:
    """Return the ways that cross a passage in the south."""
    return [path for via in _SOUTHERN if via not in ends.shut for path in _southern(ends, via)]


def _into_baltic(ends: _Ends) -> Iterator[Path]:
    """Yield the ways through no Arctic route by each of the ways into the Baltic."""
    deepest: dict[str, float] = {}
    for gate in reversed(GATES):
        through = replace(ends, gates=(gate,))
        for path in _southern_ways(through) + _direct(through):
            nm = _nm(path, ends.network)
            if nm < deepest.get(path.via, _NEVER):
                yield replace(path, slug=gate, name=messages.WAY_BY_GATE[gate])
            if gate == GREAT_BELT:
                deepest[path.via] = nm


def _round_jutland(ends: _Ends) -> Iterator[Path]:
    """Yield the direct way; where it is shorter across the Baltic, by these ways too."""
    for around in _direct(ends):
        across = list(_across_baltic(ends, _nm(around, ends.network)))
        yield from across
        yield replace(around, slug=SKAGEN, name=messages.WAY_ROUND_SKAGEN) if across else around


def _across_baltic(ends: _Ends, around_nm: float) -> Iterator[Path]:
    """Yield the ways by the Kiel Canal and a belt that are shorter than the way round them."""
    if not _may_be_near_kiel(ends, around_nm):
        return
    names = messages.WAY_BY_GATE
    shortest = around_nm
    for belt in (GREAT_BELT, ORESUND):
        for path in _direct(replace(ends, gates=(KIEL_CANAL, belt))):
            nm = _nm(path, ends.network)
            if KIEL_CANAL in _gates(path, ends.network) and nm < shortest:
                shortest = nm
                name = messages.WAY_BY_CANAL_AND_BELT.format(
                    canal=names[KIEL_CANAL], belt=names[belt]
                )
                yield replace(path, slug=CANAL_AND_BELT[belt], name=name)


def _may_be_near_kiel(ends: _Ends, around_nm: float) -> bool:
    """Return whether a way across the Baltic may be shorter, if its part there had no length."""
    cuts, reaches = ends.network.cuts, ends.reaches(DIRECT)
    canal = cuts[KIEL_CANAL][0]
    north = [max(leg, key=lambda node: node[1]) for belt in CANAL_AND_BELT for leg in cuts[belt]]
    return any(
        one.nm.get(min(canal), _NEVER)
        + ends.network.edge(canal).nm
        + min(other.nm.get(node, _NEVER) for node in north)
        < around_nm
        for one, other in (reaches, reaches[::-1])
    )


def _nm(path: Path, network: SeaNetwork) -> float:
    return sum(network.edge(leg).nm for leg in itertools.pairwise(path.nodes))


def _arctic(ends: _Ends, via: str) -> list[Path]:
    """Return a path for each variant that differs from those before.

    A port within the route takes the variants that it can join without leaving the route, unless
    there is none.
    """
    reaches = ends.reaches(via)
    found: dict[tuple[Node, ...], Path] = {}
    for chain in ends.network.chains[via]:
        if path := _along(reaches, chain, is_home=via in ends.homes):
            found.setdefault(path.nodes, path)
    return [path for path in found.values() if _stays(path, ends)] or [*found.values()]


def _stays(path: Path, ends: _Ends) -> bool:
    """Return whether a path leads from each port within its route along the route alone."""
    on_route = {node for chain in ends.network.chains[path.via] for node in chain.nodes}
    named = {node for leg in path.named for node in leg}
    for nodes, home in zip((path.nodes, path.nodes[::-1]), ends.homes, strict=True):
        _, *before = itertools.takewhile(lambda node: node not in named, nodes)
        if home == path.via and not on_route.issuperset(before):
            return False
    return True


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


def _direct(ends: _Ends) -> list[Path]:
    """Return the direct way, or nothing where there is none."""
    first, second = ends.reaches(DIRECT)
    meeting = min(
        (node for node in second.nm if node in first.nm),
        key=lambda node: first.nm[node] + second.nm[node],
        default=None,
    )
    if meeting is None:
        return []
    return [Path(DIRECT, "", "", (*first.path(meeting), *second.path(meeting)[-2::-1]))]

"""The sea network: one graph of nodes (lon, lat) and legs, of which some are shut by name.

Legs are geodesics or, on the approach to a port, short tracks. A leg of the Arctic routes belongs
to variants; passages elsewhere are cut at one place each, so that a way through one of them crosses
just that cut. The graph is networkx's; its shortest paths ask a function about each leg each time,
which takes four times as long as Dijkstra's algorithm over the open legs alone, so that is here.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from geo.catalogue.records import DATA
from geo.catalogue.sea_legs import SEA_LEGS, node_of, read_sea_legs, searoute_legs
from geo.errors import CatalogueError
from geo.geodesy import GEOD, METRES_PER_NM, Position
from geo.measure.voyages.records import ARCTIC_VIAS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from geo.catalogue.features import Catalogue

SEA = "sea"
HORN = "horn"
CUTS = ("suez", "panama", "cape", HORN)
"""The kinds of legs that lead from one ocean to another outside the Arctic."""
STRAITS = ("babalmandab", "bosporus", "dardanelles", "gibraltar", "malacca", "ormuz", "sunda")
"""Straits of searoute that may be shut by name too."""
_NAMES = {"chili": HORN, "south_africa": SEA}
_CANALS = {"suez": (1, 30.25), "panama": (0, -79.7)}
"""Where a canal is cut: the coordinate (0 longitude, 1 latitude) and its value."""
_CAPES = {"cape": (20.0, -33.0), HORN: (-67.3, -52.0)}
"""Legs across this meridian south of this parallel round the cape."""

Node = Position
Leg = tuple[Node, Node]


@dataclass(frozen=True)
class Chain:
    """One variant of an Arctic route as nodes in order, and the length of each leg between them."""

    via: str
    slug: str
    name: str
    nodes: tuple[Node, ...]
    lengths_nm: tuple[float, ...]

    def between(self, first: int, last: int) -> tuple[Node, ...]:
        """Return the nodes from one index to another, either way round."""
        if first <= last:
            return self.nodes[first : last + 1]
        return tuple(reversed(self.nodes[last : first + 1]))


@dataclass(frozen=True)
class Reach:
    """How far every node is from one port, and by what node it is reached."""

    origin: str
    nm: Mapping[Node, float]
    before: Mapping[Node, Node]

    def path(self, node: Node) -> list[Node]:
        """Return the nodes from the port to this one; the port's own node comes first."""
        path = [node]
        while path[-1] in self.before:
            path.append(self.before[path[-1]])
        return path[::-1]


@dataclass(frozen=True, eq=False)
class SeaNetwork:
    """The graph, the Arctic routes as chains, and where each port joins.

    Attributes
    ----------
    graph
        Legs with `nm`, `kind` (`sea`, a name in `CUTS` or `STRAITS`, `approach`, or the `via` of an
        Arctic route), `port` and `track` (of an approach), `free` (open to all).
    chains
        The variants of the Arctic routes, by `via`.
    homes
        The Arctic route within which a port lies, by port id; '' or missing in open water.
    """

    graph: nx.Graph[Any]
    chains: Mapping[str, tuple[Chain, ...]]
    homes: Mapping[str, str]
    cuts: Mapping[str, tuple[Leg, ...]] = field(default_factory=dict)

    def reach(self, port: str, *, shut: Collection[str] = (), inside: str = "") -> Reach:
        """Return the distances from a port over water that is open to all.

        Parameters
        ----------
        shut
            Straits shut by name; the passages between oceans are shut anyhow.
        inside
            The Arctic route whose legs are open too.

        Raises
        ------
        CatalogueError
            When no leg leads to the port: the file of them has lost lines.
        """
        return _reach(self, port, frozenset(shut), inside)

    def track(self, nodes: Collection[Node]) -> Iterator[Position]:
        """Yield the positions along a path of nodes; the two ports are the ends of approaches."""
        first = True
        for start, end in pairwise(nodes):
            track: tuple[Position, ...] = self.graph.edges[start, end].get("track") or (start, end)
            ordered = track if track[-1] == end else track[::-1]
            yield from ordered if first else ordered[1:]
            first = False


@lru_cache(maxsize=8)
def _reach(network: SeaNetwork, port: str, shut: frozenset[str], inside: str) -> Reach:
    legs = _open_legs(network, shut, inside)
    quay = quay_of(port)
    if quay not in network.graph:
        raise CatalogueError(f"{SEA_LEGS} has no leg to the port `{port}`. Restore it.")
    approaches = network.graph[quay].items()
    before: dict[Node, Node] = {}
    reached: dict[Node, float] = {quay: 0.0}
    waiting: list[tuple[float, Node, Node]] = [
        (float(leg["nm"]), node, quay) for node, leg in approaches
    ]
    heapq.heapify(waiting)
    while waiting:
        nm, node, previous = heapq.heappop(waiting)
        if node in reached:
            continue
        reached[node], before[node] = nm, previous
        for beyond, length in legs.get(node, ()):
            if beyond not in reached:
                heapq.heappush(waiting, (nm + length, beyond, node))
    return Reach(port, reached, before)


@lru_cache(maxsize=8)
def _open_legs(
    network: SeaNetwork, shut: frozenset[str], inside: str
) -> dict[Node, list[tuple[Node, float]]]:
    """Return the open legs from each node, without the approaches to ports."""
    found: dict[Node, list[tuple[Node, float]]] = {}
    for start, end, leg in network.graph.edges(data=True):
        if (leg["free"] or inside in leg["variants"]) and leg["kind"] not in shut:
            found.setdefault(start, []).append((end, float(leg["nm"])))
            found.setdefault(end, []).append((start, float(leg["nm"])))
    return found


def quay_of(port: str) -> Node:
    """Return the node of a port, which is not a place: only its own approaches lead there."""
    return (port, 0.0)  # type: ignore[return-value]  # any hashable is a node


def load_network(catalogue: Catalogue, folder: Path = DATA) -> SeaNetwork:
    """Return the network (kept for the life of the process).

    Raises
    ------
    CatalogueError
        When a file of it is missing or not readable.
    """
    chains = {via: tuple(_chains(catalogue, via)) for via in ARCTIC_VIAS}
    return _load(_Chains(chains), folder)


@dataclass(frozen=True)
class _Chains:
    """Chains as a key of the cache: the same routes make the same network."""

    by_via: Mapping[str, tuple[Chain, ...]] = field(hash=False)

    def __hash__(self) -> int:
        return hash(tuple(self.by_via.values()))


def _chains(catalogue: Catalogue, via: str) -> Iterator[Chain]:
    feature = catalogue.features.get(via)
    if feature is None:
        raise CatalogueError(f"The route `{via}` is missing, so no voyage can be measured.")
    for variant in feature.variants:
        points = [(float(point["lon"]), float(point["lat"])) for point in variant.waypoints]
        nodes = tuple(node_of(*point) for point in points)
        legs = list(pairwise(nodes))
        yield Chain(via, variant.slug, variant.name, nodes, tuple(_lengths(legs)))


@cache
def _load(chains: _Chains, folder: Path) -> SeaNetwork:
    graph: nx.Graph[Any] = nx.Graph()
    _add_searoute(graph)
    homes = _add_own(graph, folder, chains.by_via)
    cuts: dict[str, tuple[Leg, ...]] = {
        cut: tuple((u, v) for u, v, kind in graph.edges(data="kind") if kind == cut) for cut in CUTS
    }
    return SeaNetwork(graph, chains.by_via, homes, cuts)


def _add_searoute(graph: nx.Graph[Any]) -> None:
    legs = [(start, end, _kind(start, end, passage)) for start, end, passage in searoute_legs()]
    for (start, end, kind), nm in zip(legs, _lengths([leg[:2] for leg in legs]), strict=True):
        graph.add_edge(start, end, nm=nm, kind=kind, free=kind not in CUTS, variants=())


def _kind(start: Node, end: Node, passage: str) -> str:
    for cape, (lon, lat) in _CAPES.items():
        spans = min(start[0], end[0]) < lon <= max(start[0], end[0])
        if spans and abs(start[0] - end[0]) < 180 and max(start[1], end[1]) < lat:  # noqa: PLR2004
            return cape
    if passage in _CANALS:
        axis, at = _CANALS[passage]
        return passage if min(start[axis], end[axis]) < at <= max(start[axis], end[axis]) else SEA
    return _NAMES.get(passage, passage) or SEA


def _add_own(
    graph: nx.Graph[Any], folder: Path, chains: Mapping[str, tuple[Chain, ...]]
) -> dict[str, str]:
    """Add our own legs and the Arctic routes; return the route within which each port lies."""
    route_of: dict[Node, str] = {}
    for via, each in chains.items():
        route_of |= {node: via for chain in each for node in chain.nodes if node not in route_of}
    own = read_sea_legs(folder)
    simple = [leg.track for leg in own if leg.kind != "approach"]
    open_nodes = {node for track in simple for node in track}
    for track, nm in zip(simple, _lengths([(t[0], t[-1]) for t in simple]), strict=True):
        if nm:
            graph.add_edge(track[0], track[-1], nm=nm, kind=SEA, free=True, variants=())
    for via, each in chains.items():
        for chain in each:
            for leg, nm in zip(pairwise(chain.nodes), chain.lengths_nm, strict=True):
                known = graph.edges[leg] if graph.has_edge(*leg) else {}
                if not known.get("free"):
                    vias = {*known.get("variants", ()), via}
                    graph.add_edge(*leg, nm=nm, kind=via, free=False, variants=vias)
    nearest: dict[str, tuple[float, str]] = {}
    for approach in (leg for leg in own if leg.kind == "approach"):
        nm = sum(_lengths(list(pairwise(approach.track))))
        graph.add_edge(
            quay_of(approach.port), approach.track[-1], nm=nm, kind="approach", port=approach.port,
            track=approach.track, free=False, variants=(),
        )  # fmt: skip
        node = approach.track[-1]
        home = "" if node in open_nodes else route_of.get(node, "")
        nearest[approach.port] = min(nearest.get(approach.port, (np.inf, "")), (nm, home))
    return {port: home for port, (_, home) in nearest.items()}


def _lengths(legs: list[Leg]) -> list[float]:
    """Return the geodesic lengths in nautical miles."""
    if not legs:
        return []
    start, end = (np.array([leg[side] for leg in legs], float) for side in (0, 1))
    _, _, metres = GEOD.inv(start[:, 0], start[:, 1], end[:, 0], end[:, 1])
    return [float(each) for each in np.asarray(metres) / METRES_PER_NM]

"""The sea network: one graph of nodes (lon, lat) and legs, of which some are shut by name.

Legs are geodesics or, to a port, between neighbouring ports and in a canal, short tracks. A leg of
the Arctic routes belongs to variants; passages elsewhere are cut at one place each, so that a way
through one of them crosses just that cut.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.catalogue.records import DATA
from geo.catalogue.sea_legs import SEA_LEGS, SeaLeg, node_of, read_sea_legs, searoute_legs
from geo.errors import CatalogueError
from geo.geodesy import GEOD, METRES_PER_NM, Position
from geo.measure.voyages.records import ARCTIC_VIAS, GATES, GREAT_BELT, KIEL_CANAL, ORESUND

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from geo.catalogue.features import Catalogue

SEA = "sea"
HORN = "horn"
CUTS = ("suez", "panama", "cape", HORN)
"""The kinds of legs that lead from one ocean to another outside the Arctic."""
KIEL = "kiel"
"""The Kiel Canal, as it is shut by name."""
STRAITS = (
    "babalmandab", "bosporus", "dardanelles", "gibraltar", KIEL, "malacca", "ormuz", "sunda",
)  # fmt: skip
"""Straits of searoute, and a canal, that may be shut by name too."""
_NAMES = {"chili": HORN, "south_africa": SEA, "suez": SEA, "panama": SEA}
"""Passages of searoute that close nothing here: the cuts themselves are ours."""
_CAPES = {"cape": (20.0, -33.0), HORN: (-67.3, -52.0)}
"""Legs across this meridian south of this parallel round the cape."""
_BELTS = {ORESUND: (12.2, 13.1, 55.535), GREAT_BELT: (10.6, 11.3, 55.34)}
"""Legs between these meridians across this parallel pass the shallow part of a belt: in the Sound
Drogden and the Flint Channel, which lie south of Copenhagen; in the Great Belt the bridge."""
BALTIC = (14.8, 55.38)
"""A node of the Baltic Sea, north of Bornholm: whoever reaches it lies within."""

Node = Position
Leg = tuple[Node, Node]


@dataclass(frozen=True, slots=True)
class Edge:
    """A leg of the network.

    Attributes
    ----------
    nm
        Length in nautical miles.
    kind
        `sea`, a name in `CUTS` or `STRAITS`, `approach`, `hop` (between neighbouring ports), or the
        `via` of an Arctic route.
    is_free
        Whether any way may use it.
    variants
        Who may use it else: Arctic routes by their `via`, or the one of `GATES` that it passes.
    start, track
        Where it is more than a geodesic: the node at which it begins, and all its positions.
    """

    nm: float
    kind: str
    is_free: bool = False
    variants: frozenset[str] = frozenset()
    start: Node | None = None
    track: tuple[Position, ...] = ()

    @property
    def is_to_port(self) -> bool:
        """Whether a port is at one of its ends."""
        return self.kind in {"approach", "hop"}


Around = dict[Node, dict[Node, Edge]]


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
    """The legs, the Arctic routes as chains, and where each port joins.

    Attributes
    ----------
    around
        The legs from each node, by the node at their other end.
    chains
        The variants of the Arctic routes, by `via`.
    homes
        The Arctic route within which a port lies, by port id; '' or missing in open water.
    cuts
        The legs of each kind in `CUTS`, and of each of `GATES`.
    """

    around: Mapping[Node, Mapping[Node, Edge]]
    chains: Mapping[str, tuple[Chain, ...]]
    homes: Mapping[str, str]
    cuts: Mapping[str, tuple[Leg, ...]] = field(default_factory=dict)

    def edge(self, leg: Leg) -> Edge:
        """Return the leg between two nodes."""
        return self.around[leg[0]][leg[1]]

    def reach(
        self, port: str, *, shut: Collection[str] = (), opened: Collection[str] = ()
    ) -> Reach:
        """Return the distances from a port over water that is open to all.

        Parameters
        ----------
        shut
            Straits shut by name; the passages between oceans are shut anyhow.
        opened
            The Arctic routes whose legs are open too, and those of `GATES`.

        Raises
        ------
        CatalogueError
            When no leg leads to the port: the file of them has lost lines.
        """
        return _reach(self, port, frozenset(shut), frozenset(opened))

    def track(self, nodes: Collection[Node]) -> Iterator[Position]:
        """Yield the positions along a path of nodes; the two ports are the ends of approaches."""
        first = True
        for start, end in pairwise(nodes):
            edge = self.edge((start, end))
            track = edge.track or (start, end)
            ordered = track if edge.start in {None, start} else track[::-1]
            yield from ordered if first else ordered[1:]
            first = False


@lru_cache(maxsize=16)
def _reach(network: SeaNetwork, port: str, shut: frozenset[str], opened: frozenset[str]) -> Reach:
    legs = _open_legs(network, shut, opened)
    quay = quay_of(port)
    if quay not in network.around:
        raise CatalogueError(f"{SEA_LEGS} has no leg to the port `{port}`. Restore it.")
    before: dict[Node, Node] = {}
    reached: dict[Node, float] = {quay: 0.0}
    waiting: list[tuple[float, Node, Node]] = [
        (edge.nm, node, quay)
        for node, edge in network.around[quay].items()
        if not edge.variants or edge.variants & opened
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


@lru_cache(maxsize=16)
def _open_legs(
    network: SeaNetwork, shut: frozenset[str], opened: frozenset[str]
) -> dict[Node, list[tuple[Node, float]]]:
    """Return the open legs from each node, without the approaches to ports."""
    return {
        node: [
            (beyond, edge.nm)
            for beyond, edge in edges.items()
            if (edge.is_free or edge.variants & opened) and edge.kind not in shut
        ]
        for node, edges in network.around.items()
    }


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
    around: Around = {}
    _add_searoute(around)
    homes = _add_own(around, folder, chains.by_via)
    cuts = {
        cut: tuple(
            (u, v)
            for u in around
            for v, edge in around[u].items()
            if (edge.kind == cut or (cut in edge.variants and not edge.is_to_port)) and u < v
        )
        for cut in (*CUTS, *GATES)
    }
    return SeaNetwork(around, chains.by_via, homes, cuts)


def _join(around: Around, start: Node, end: Node, edge: Edge) -> None:
    around.setdefault(start, {})[end] = edge
    around.setdefault(end, {})[start] = edge


def _add_searoute(around: Around) -> None:
    legs = [(start, end, _kind(start, end, passage)) for start, end, passage in searoute_legs()]
    for (start, end, kind), nm in zip(legs, _lengths([leg[:2] for leg in legs]), strict=True):
        _join(around, start, end, _sea_edge(nm, kind, (start, end)))


def _sea_edge(nm: float, kind: str, leg: Leg) -> Edge:
    belts = _belts(leg)
    return Edge(nm, kind, is_free=kind not in CUTS and not belts, variants=belts)


def _belts(track: Iterable[Position]) -> frozenset[str]:
    """Return the belts into the Baltic whose shallow part a track crosses."""
    return frozenset(
        belt
        for start, end in pairwise(track)
        for belt, (west, east, parallel) in _BELTS.items()
        if min(start[1], end[1]) < parallel <= max(start[1], end[1])
        and abs(start[0] - end[0]) < 180  # noqa: PLR2004  half a turn
        and west < _lon_at(parallel, start, end) < east
    )


def _lon_at(parallel: float, start: Position, end: Position) -> float:
    """Return where a short leg crosses a parallel."""
    share = (parallel - start[1]) / (end[1] - start[1])
    return start[0] + share * (end[0] - start[0])


def _kind(start: Node, end: Node, passage: str) -> str:
    for cape, (lon, lat) in _CAPES.items():
        spans = min(start[0], end[0]) < lon <= max(start[0], end[0])
        if spans and abs(start[0] - end[0]) < 180 and max(start[1], end[1]) < lat:  # noqa: PLR2004
            return cape
    return _NAMES.get(passage, passage) or SEA


def _add_own(
    around: Around, folder: Path, chains: Mapping[str, tuple[Chain, ...]]
) -> dict[str, str]:
    """Add our own legs and the Arctic routes; return the route within which each port lies."""
    own = read_sea_legs(folder)
    open_legs = [(leg.track[0], leg.track[-1]) for leg in own if not leg.port]
    for leg, nm in zip(open_legs, _lengths(open_legs), strict=True):
        if nm:
            _join(around, *leg, _sea_edge(nm, SEA, leg))
    route_of: dict[Node, str] = {}
    for via, each in chains.items():
        for chain in each:
            _add_chain(around, chain)
            route_of |= {node: via for node in chain.nodes if node not in route_of}
    for node in (node for leg in open_legs for node in leg):
        route_of.pop(node, None)
    nearest: dict[str, tuple[float, str]] = {}
    for track in (leg for leg in own if leg.port):
        nm = _add_track(around, track)
        if track.kind == "approach":
            home = route_of.get(track.track[-1], "")
            nearest[track.port] = min(nearest.get(track.port, (np.inf, "")), (nm, home))
    return {port: home for port, (_, home) in nearest.items()}


def _add_chain(around: Around, chain: Chain) -> None:
    for (start, end), nm in zip(pairwise(chain.nodes), chain.lengths_nm, strict=True):
        known = around.get(start, {}).get(end)
        if not (known and known.is_free):
            variants = frozenset({chain.via}) | (known.variants if known else frozenset())
            _join(around, start, end, Edge(nm, chain.via, variants=variants))


def _add_track(around: Around, leg: SeaLeg) -> float:
    """Add a leg that is more than a geodesic; return its length."""
    nm = sum(_lengths(list(pairwise(leg.track))))
    quays = [quay_of(port) for port in leg.port.split()] if leg.kind != "canal" else []
    start, end = (*quays, *(leg.track[0], leg.track[-1])[len(quays) :])
    kind = leg.port if leg.kind == "canal" else leg.kind
    variants = frozenset({KIEL_CANAL}) if kind == KIEL else _belts(leg.track)
    _join(around, start, end, Edge(nm, kind, variants=variants, start=start, track=leg.track))
    return nm


def _lengths(legs: list[Leg]) -> list[float]:
    """Return the geodesic lengths in nautical miles."""
    if not legs:
        return []
    start, end = (np.array([leg[side] for leg in legs], float) for side in (0, 1))
    _, _, metres = GEOD.inv(start[:, 0], start[:, 1], end[:, 0], end[:, 1])
    return [float(each) for each in np.asarray(metres) / METRES_PER_NM]

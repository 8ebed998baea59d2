"""Every way between two ports, measured; and the same ways for a ship."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from geo import messages
from geo.geodesy import unwrap
from geo.measure.transits import load_transits
from geo.measure.voyages.along import Along, Surveyor
from geo.measure.voyages.depths import least_depth, variant_limit
from geo.measure.voyages.network import load_network
from geo.measure.voyages.paths import Path, paths
from geo.measure.voyages.published import published
from geo.measure.voyages.records import (
    FEATURE_OF_VIA,
    VIAS,
    Port,
    Ship,
    StraitPassed,
    Variant,
    Voyage,
    Way,
)
from geo.measure.voyages.seasons import season_of, season_of_variant
from geo.measure.voyages.ships import FUELS
from geo.measure.waters import sum_by_nation
from geo.measure.zones import load_zones
from geo.sentences import join_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from geo.catalogue.features import Catalogue
    from geo.geodesy import Position
    from geo.measure.voyages.network import Leg, SeaNetwork

_HOURS = 24.0
_SOUTHERN = ("suez", "cape", "panama")
_WATERS_OF_ROUTE = {"nsr": "nsr-water-area", "nwp": "northern-canada-vts-zone"}
"""The area of rules that stands for the waters of an Arctic route."""
_ABSURD = 4.0
"""A way so many times as long as the shortest is none: round the world within one Arctic coast."""
_FARTHEST = 3.0
"""Nobody goes so many times as far: no such way is the usual one, as from Murmansk to Dudinka."""
_UNASSESSED = "not_assessed"


@dataclass(frozen=True)
class Measurer:
    """Measures the ways between two ports; what it needs is prepared once."""

    catalogue: Catalogue
    network: SeaNetwork
    surveyor: Surveyor

    def ways(self, origin: Port, destination: Port, shut: Collection[str] = ()) -> tuple[Way, ...]:
        """Return every way, shortest first, for no ship in particular.

        Ways that do not exist come last; a pair that needs no passage has the direct way alone.

        Parameters
        ----------
        shut
            Names of `VIAS`, whose ways are measured and marked, and straits of the network that no
            track may use.
        """
        straits = [name for name in shut if name not in VIAS]
        found = paths(self.network, origin.id, destination.id, straits)
        tracks = [unwrap(self.network.track(path.nodes)) for path in found]
        along = self.surveyor.survey(tracks)
        variants = _distinct(
            (
                (path, self._variant(path, track, facts))
                for path, track, facts in zip(found, tracks, along, strict=True)
            ),
            self.catalogue,
        )
        vias = dict.fromkeys(path.via for path in found)
        ways = [
            self._way(via, (origin, destination), [v for p, v in variants if p.via == via], shut)
            for via in vias
        ]
        ways.sort(key=lambda way: way.nm)
        ways = [way for way in ways if way.nm[0] <= _ABSURD * ways[0].nm[0]]
        if not set(vias) & {*_SOUTHERN}:
            return tuple(ways)
        missing = (via for via in VIAS if via not in vias)
        return (*ways, *(Way(via, messages.WAYS[via], (), shut="none") for via in missing))

    def _way(
        self, via: str, ends: tuple[Port, Port], variants: list[Variant], shut: Collection[str]
    ) -> Way:
        words, source = season_of(via, self.catalogue)
        return Way(
            via,
            messages.WAYS[via],
            tuple(sorted(variants, key=lambda variant: variant.nm)),
            published(ends[0].id, ends[1].id, via),
            words,
            "reader" if via in shut else "",
            source,
        )

    def _variant(self, path: Path, track: Sequence[Position], facts: Along) -> Variant:
        stretches = [(part.state, part.zone, part.nm) for part in facts.stretches]
        regimes: dict[str, float] = {}
        for rule in facts.rules:
            regimes[rule.regime] = regimes.get(rule.regime, 0.0) + rule.to_nm - rule.from_nm
        named = _named(path, self.network)
        limit = variant_limit(FEATURE_OF_VIA.get(path.via, ""), path.slug, path.gates)
        season, season_source = season_of_variant(path.via, self.catalogue, regimes=regimes)
        return Variant(
            path.slug,
            path.name,
            tuple(track),
            facts.nm,
            days=(0.0, 0.0),
            fuel_t=(0.0, 0.0),
            co2_t=(0.0, 0.0),
            named=named,
            north_of_circle=facts.north_of_circle,
            ice_nm=_ice_nm(path, named, regimes),
            stretches=facts.stretches,
            rules=facts.rules,
            straits=tuple(map(self._with_depth, facts.straits)),
            limit_m=limit.draught_m if limit else None,
            limit_is_most=bool(limit and limit.is_at_most),
            limit_source=limit.source if limit else "",
            season=season,
            season_source=season_source,
            is_deep=bool(limit and limit.is_deep),
            nm_by_state=sum_by_nation(stretches),
            nm_by_regime=regimes,
            not_assessed_nm=sum(nm for _, zone, nm in stretches if zone == _UNASSESSED),
        )

    def _with_depth(self, strait: StraitPassed) -> StraitPassed:
        depth = least_depth(self.catalogue.features[strait.id])
        return replace(strait, least_depth_m=depth[0], depth_source=depth[1]) if depth else strait


def _ice_nm(path: Path, named: Sequence[tuple[float, float]], regimes: dict[str, float]) -> float:
    """Return the miles on the Arctic route; to a port within it all those in its waters."""
    on_route = sum(end - start for start, end in named)
    waters = regimes.get(_WATERS_OF_ROUTE.get(path.via, ""), 0.0)
    return max(on_route, waters) if path.is_part else on_route


def _distinct(
    found: Iterable[tuple[Path, Variant]], catalogue: Catalogue
) -> list[tuple[Path, Variant]]:
    """Return the variants without those that a reader could not tell apart.

    A track to a port within a route takes a part of a variant only, so it is called after the
    route's straits that it passes, and of several through the same straits the shortest counts.
    """
    made: dict[object, tuple[Path, Variant]] = {}
    for path, variant in sorted(found, key=lambda each: each[1].nm):
        if path.is_part:
            own = _straits_of(path.via, catalogue)
            straits = tuple(strait.name for strait in variant.straits if strait.id in own)
            name = join_words(straits) if straits else messages.WAY_THROUGH_NO_STRAIT
            made.setdefault((path.via, straits), (path, replace(variant, name=name)))
        else:
            made[path] = (path, variant)
    return list(made.values())


def _straits_of(via: str, catalogue: Catalogue) -> set[str]:
    """Return the straits that some variant of an Arctic route passes."""
    transits = load_transits()
    variants = catalogue.features[FEATURE_OF_VIA[via]].variants
    return {strait for each in variants for strait in transits.straits(via, each.slug)}


def _named(path: Path, network: SeaNetwork) -> tuple[tuple[float, float], ...]:
    """Return from and to of the parts of a path on the Arctic route itself, nautical miles."""
    at, made = 0.0, []
    for is_named, legs in groupby(pairwise(path.nodes), key=lambda leg: _is_on(leg, path)):
        nm = sum(network.edge(leg).nm for leg in legs)
        if is_named:
            made.append((at, at + nm))
        at += nm
    return tuple(made)


def _is_on(leg: Leg, path: Path) -> bool:
    return leg in path.named


def sail(origin: Port, destination: Port, ways: Sequence[Way], ship: Ship) -> Voyage:
    """Return the voyage of a ship by ways that were measured: days, fuel, CO2 and depth."""
    fitted = tuple(
        replace(way, variants=tuple(for_ship(variant, ship) for variant in way.variants))
        for way in ways
    )
    fitted = tuple(
        replace(way, shut="draught") if way.variants and not way.shut and not way.is_open else way
        for way in fitted
    )
    shortest = min((way.nm[0] for way in fitted if way.is_open), default=0.0)
    yardsticks = [
        way
        for way in fitted
        if way.via in _SOUTHERN and way.is_open and way.nm[0] < _FARTHEST * shortest
    ]
    usual = min(yardsticks, key=lambda way: way.nm, default=None)
    return Voyage(origin, destination, ship, fitted, usual.via if usual else "")


def for_ship(variant: Variant, ship: Ship) -> Variant:
    """Return a variant with the days, fuel and CO2 of a ship, and whether it is deep enough."""
    fast = variant.nm / ship.speed_kn / _HOURS
    open_nm = variant.nm - variant.ice_nm
    slow = (open_nm / ship.speed_kn + variant.ice_nm / ship.ice_speed_kn) / _HOURS
    days = (fast, slow)
    factor = FUELS[ship.fuel].co2_t
    depths = [strait.least_depth_m for strait in variant.straits if strait.least_depth_m]
    is_too_shallow = any(depth <= ship.draught_m for depth in depths)
    return replace(
        variant,
        days=days,
        fuel_t=(days[0] * ship.fuel_t_day, days[1] * ship.fuel_t_day),
        co2_t=(days[0] * ship.fuel_t_day * factor, days[1] * ship.fuel_t_day * factor),
        shut="draught" if is_too_shallow or not _is_within_limit(variant, ship) else "",
    )


def _is_within_limit(variant: Variant, ship: Ship) -> bool:
    """Return whether the draught stated for a whole variant, if there is one, lets a ship pass."""
    limit = variant.limit_m
    if not limit or ship.draught_m < limit:
        return True
    return variant.limit_is_most and ship.draught_m == limit


def load_measurer(catalogue: Catalogue) -> Measurer:
    """Return the measurer of a catalogue, kept for the life of the process.

    Raises
    ------
    CatalogueError, ZoneError
        When a file that it needs is missing or not readable.
    """
    return _load(_ByContent(catalogue))


@dataclass(frozen=True, eq=False)
class _ByContent:
    """A catalogue as a key of the cache: one of the same files is the same."""

    catalogue: Catalogue

    def _key(self) -> object:
        return self.catalogue.checksum or id(self.catalogue)

    def __hash__(self) -> int:
        return hash(self._key())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByContent) and self._key() == other._key()


@cache
def _load(key: _ByContent) -> Measurer:
    catalogue = key.catalogue
    return Measurer(catalogue, load_network(catalogue), Surveyor(catalogue, load_zones()))

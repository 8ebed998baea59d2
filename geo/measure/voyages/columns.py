"""What can stand side by side: a way of a voyage, a named route, and a reader's own track.

All three become a way with its variants, measured alike and fitted to the same ship, so that one
table compares any of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo import messages
from geo.geodesy import join_track
from geo.measure.own_track.straits import passed_straits
from geo.measure.voyages.depths import straits_passed, variant_limit
from geo.measure.voyages.records import (
    ARCTIC_VIAS,
    FEATURE_OF_VIA,
    RuleStretch,
    Ship,
    StraitPassed,
    Stretch,
    Variant,
    Voyage,
    Way,
)
from geo.measure.voyages.seasons import season_of, season_of_variant
from geo.measure.voyages.ways import for_ship
from geo.measure.waters import Waters, sum_by_nation
from geo.voyage_view import OWN_TRACK, route_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.catalogue.features import Catalogue
    from geo.catalogue.records import Feature
    from geo.measure.own_track.measuring import TrackReport
    from geo.measure.transits import Transits

ICE_WATERS = "polar-code-waters"
"""Where the slow end counts the speed in ice on a track that is not one of the Arctic routes."""
_UNASSESSED = "not_assessed"
_VIA_OF_FEATURE = {feature: via for via, feature in FEATURE_OF_VIA.items()}


@dataclass(frozen=True)
class Column:
    """A way, a named route or a track, and the variant of it that is compared.

    Attributes
    ----------
    id
        As in the address: `nsr`, `route.nsr.kara-gate-sannikov`, `own-track`.
    kind
        'way', 'track', or the feature's kind: 'route' or 'corridor'.
    feature
        The feature of the catalogue that the passages name, or ''.
    """

    way: Way
    variant: Variant
    id: str = ""
    kind: str = "way"
    feature: str = ""

    @property
    def is_way(self) -> bool:
        """Whether it leads from port to port, as the voyage does."""
        return self.kind == "way"


def chosen(voyage: Voyage, via: str, variants: Mapping[str, str]) -> Column | None:
    """Return a way with the variant that the reader chose, or else the one that stands for it."""
    way = voyage.way(via)
    if way is None or not way.variants:
        return None
    variant = way.standing(variants.get(via, ""))
    return Column(way, variant, via, feature=FEATURE_OF_VIA.get(via, ""))


@dataclass(frozen=True)
class RouteMeasures:
    """What is measured along the named routes and corridors of a catalogue.

    The variants of a route, for no ship in particular, are kept once they are asked for.
    """

    catalogue: Catalogue
    waters: Waters
    transits: Transits
    _kept: dict[str, tuple[Variant, ...]] = field(default_factory=dict, init=False, repr=False)

    def column(self, feature_id: str, variant: str, ship: Ship) -> Column | None:
        """Return one variant of a named route for a ship; None where it is not measured."""
        feature = self.catalogue.features[feature_id]
        way = self._way(feature, ship)
        found = next((each for each in way.variants if each.slug == variant), None)
        if found is None:
            return None
        return Column(way, found, route_id(feature_id, variant), feature.kind, feature_id)

    def _way(self, feature: Feature, ship: Ship) -> Way:
        # Sessions share this without a lock: whoever measures a route first writes the same.
        if feature.id not in self._kept:
            self._kept[feature.id] = tuple(self._variants(feature))
        season, source = season_of(_VIA_OF_FEATURE.get(feature.id, ""), self.catalogue)
        return Way(
            f"route.{feature.id}",
            feature.name,
            tuple(for_ship(variant, ship) for variant in self._kept[feature.id]),
            season=season,
            season_source=source,
        )

    def _variants(self, feature: Feature) -> list[Variant]:
        measured = (
            self._variant(feature, each.slug, each.name)
            for each in feature.variants
            if self.waters.length_nm(feature.id, each.slug)
        )
        return sorted(measured, key=lambda variant: variant.nm)

    def _variant(self, feature: Feature, slug: str, name: str) -> Variant:
        segments = self.waters.segments(feature.id, slug).drop(columns="nm")
        rules = self.transits.regimes(feature.id, slug).drop(columns="nm")
        rows = self.transits.waters(feature.id, slug)
        straits = rows[rows["kind"] == "strait"]
        made = _measured(
            slug,
            name,
            [Stretch(*row) for row in segments.itertuples(index=False)],
            [RuleStretch(*row) for row in rules.itertuples(index=False)],
            straits=straits_passed(
                zip(straits["water"], straits["from_nm"], strict=True), self.catalogue
            ),
        )
        limit = variant_limit(feature.id, slug)
        season, source = season_of_variant(
            _VIA_OF_FEATURE.get(feature.id, ""),
            self.catalogue,
            regimes=made.nm_by_regime,
        )
        shape = self.catalogue.shapes(feature.id).get(slug)
        return replace(
            made,
            positions=tuple(join_track(shape)) if shape is not None else (),
            season=season,
            season_source=source,
            ice_nm=made.nm if feature.id in ARCTIC_VIAS else made.ice_nm,
            limit_m=limit.draught_m if limit else None,
            limit_is_most=bool(limit and limit.is_at_most),
            is_deep=bool(limit and limit.is_deep),
        )


def track_column(report: TrackReport, catalogue: Catalogue, ship: Ship) -> Column:
    """Return a reader's own track for a ship."""
    straits = passed_straits(report, catalogue).straits
    made = _measured("", report.name, report.stretches, report.rules, straits=straits)
    way = Way(OWN_TRACK, messages.OWN_TRACK_YOURS, (for_ship(made, ship),))
    return Column(way, way.variants[0], OWN_TRACK, "track")


def _measured(
    slug: str,
    name: str,
    stretches: Sequence[Stretch],
    rules: Sequence[RuleStretch],
    *,
    straits: Sequence[StraitPassed],
) -> Variant:
    """Return a track as a variant, for no ship in particular; `for_ship` adds the ship's figures.

    Every mile in the waters of the Polar Code counts as one where the ship may meet ice.
    """
    by_regime: dict[str, float] = {}
    for rule in rules:
        by_regime[rule.regime] = by_regime.get(rule.regime, 0.0) + rule.to_nm - rule.from_nm
    zones = [(part.state, part.zone, part.nm) for part in stretches]
    return Variant(
        slug,
        name,
        positions=(),
        nm=sum(part.nm for part in stretches),
        days=(0.0, 0.0),
        fuel_t=(0.0, 0.0),
        co2_t=(0.0, 0.0),
        ice_nm=by_regime.get(ICE_WATERS, 0.0),
        stretches=tuple(stretches),
        rules=tuple(rules),
        straits=tuple(straits),
        nm_by_state=sum_by_nation(zones),
        nm_by_regime=by_regime,
        not_assessed_nm=sum(nm for _, zone, nm in zones if zone == _UNASSESSED),
    )

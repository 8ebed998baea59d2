"""What belongs to a feature and keeps its colour on the map when the feature is selected."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from geo.catalogue.features import Catalogue
from geo.measure.tables import split_states
from geo.measure.transits import Transits
from geo.measure.waters import Waters

Companions = Mapping[str, Mapping[str, frozenset[str]]]
"""Ids by feature and variant; under '' what belongs to it whatever the variant."""
_TRACKS = ("route", "corridor")


def companions(catalogue: Catalogue, waters: Waters, transits: Transits) -> Companions:
    """Return the ids that belong to each feature and to each of its variants.

    What its relations name (parts, wholes, disputes, subjects), what a variant of a track crosses
    or passes (zones, their states and disputes, seas and straits) and the tracks of each of those,
    and the nations with a stated role or claim. Tracks do not belong to one another: beside one of
    them the others are dimmed alike.
    """
    found: dict[str, dict[str, set[str]]] = {
        identity: {slug: set() for slug in ("", *catalogue.shapes(identity))}
        for identity in catalogue.features
    }
    for one, other, variant in _pairs(catalogue, waters, transits):
        if one == other or one not in found or other not in found:
            continue
        if not all(catalogue.features[each].kind in _TRACKS for each in (one, other)):
            found[one].setdefault(variant, set()).add(other)
            found[other][""].add(one)
    return {
        identity: {slug: frozenset(ids) for slug, ids in by_variant.items() if ids or not slug}
        for identity, by_variant in found.items()
        if any(by_variant.values())
    }


def _pairs(
    catalogue: Catalogue, waters: Waters, transits: Transits
) -> Iterator[tuple[str, str, str]]:
    """Yield what belongs together: a feature, another, and the variant of the first or ''."""
    for row in waters.frame.itertuples(index=False):
        zone = str(row.zone_id)
        disputes = catalogue.related_features.get(zone, {}).get("disputes", ())
        for other in (zone, *split_states(str(row.state)), *disputes):
            yield str(row.feature), other, str(row.variant)
    for row in transits.frame.itertuples(index=False):
        yield str(row.feature), str(row.water), str(row.variant)
    for feature in catalogue.features.values():
        nations = [*(r.nation for r in feature.nations), *(c.nation for c in feature.claims)]
        related = catalogue.related_features.get(feature.id, {}).values()
        for other in chain(nations, *related):
            yield feature.id, other, ""


def belonging_to(known: Companions, lit: Sequence[str], variant: str = "") -> frozenset[str]:
    """Return what belongs to a selection.

    Parameters
    ----------
    lit
        The ids that it highlights, the selected one first.
    variant
        The variant that is chosen of that; of others, or where it has none such, the first counts.
    """
    kept: set[str] = set()
    for identity in lit:
        by_variant = known.get(identity, {})
        slugs = [slug for slug in by_variant if slug]
        chosen = variant if identity == lit[0] and variant in slugs else next(iter(slugs), "")
        kept |= by_variant.get("", frozenset()) | by_variant.get(chosen, frozenset())
    return frozenset(kept)

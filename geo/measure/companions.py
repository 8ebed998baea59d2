"""What belongs to a feature and keeps its colour on the map when the feature is selected."""

from collections.abc import Mapping
from itertools import chain

from geo.catalogue.features import Catalogue
from geo.measure.tables import split_states
from geo.measure.transits import Transits
from geo.measure.waters import Waters

Companions = Mapping[str, frozenset[str]]


def companions(catalogue: Catalogue, waters: Waters, transits: Transits) -> Companions:
    """Return the ids that belong to each feature.

    What its relations name (parts, wholes, disputes, subjects), what a track crosses or passes
    (zones, their states, seas and straits, on any variant) and the tracks of each of those, and the
    nations with a stated role or claim.
    """
    found: dict[str, set[str]] = {identity: set() for identity in catalogue.features}

    def join(one: str, other: str) -> None:
        if one != other and one in found and other in found:
            found[one].add(other)
            found[other].add(one)

    for row in waters.frame.itertuples(index=False):
        join(str(row.feature), str(row.zone_id))
        for state in split_states(str(row.state)):
            join(str(row.feature), state)
    for row in transits.frame.itertuples(index=False):
        join(str(row.feature), str(row.water))
    for feature in catalogue.features.values():
        nations = [*(r.nation for r in feature.nations), *(c.nation for c in feature.claims)]
        related = catalogue.related_features.get(feature.id, {}).values()
        for other in chain(nations, *related):
            join(feature.id, other)
    return {identity: frozenset(ids) for identity, ids in found.items() if ids}

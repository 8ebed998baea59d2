"""What belongs to what: the groups and wholes of each feature, its members and parts, its disputes.

A passage that names the Polar Silk Road says something of each of its corridors, and one that names
a corridor something of the whole; neither names the other.
"""

from collections.abc import Iterator, Mapping

from geo.catalogue.records import Feature

RELATIONS = ("parts", "wholes", "disputes", "subjects")
Kin = Mapping[str, tuple[str, ...]]
"""Ids by relation; a relation without any is left out."""


def kin_by_feature(features: Mapping[str, Feature]) -> dict[str, Kin]:
    """Return the kin of each feature that has any.

    What decides: `wholes` are what a feature is stated to be part of and the groups that hold it,
    in turn (a group in a group); `parts` are the same seen from above. A group of states holds the
    states and not what belongs to them: Greenland belongs to Denmark and not to the EU. `disputes`
    are those that a feature is stated in, `subjects` what a dispute is about.
    """
    above: dict[str, list[str]] = {}
    disputes: dict[str, list[str]] = {}
    for feature in features.values():
        holders = disputes if feature.kind == "dispute" else above
        for member in feature.members:
            holders.setdefault(member, []).append(feature.id)
    wholes = {one: tuple(_wholes(one, features, above)) for one in features}
    parts: dict[str, list[str]] = {}
    for identity, those in wholes.items():
        for whole in those:
            parts.setdefault(whole, []).append(identity)
    found: dict[str, Kin] = {}
    for identity, feature in features.items():
        subjects = feature.members if feature.kind == "dispute" else ()
        kin = {
            "parts": tuple(parts.get(identity, ())),
            "wholes": wholes[identity],
            "disputes": tuple(disputes.get(identity, ())),
            "subjects": tuple(member for member in subjects if member in features),
        }
        if any(kin.values()):
            found[identity] = {relation: ids for relation, ids in kin.items() if ids}
    return found


def _wholes(
    start: str, features: Mapping[str, Feature], above: Mapping[str, list[str]]
) -> Iterator[str]:
    """Yield what a feature is in, the nearest first, each once, also where data run in a circle."""
    seen, waiting = {start}, [start]
    while waiting:
        current = features[waiting.pop(0)]
        holds_states_only = current.kind == "state" and current.id != start
        groups = () if holds_states_only else above.get(current.id, ())
        for whole in (current.part_of, *groups):
            if whole in features and whole not in seen:
                seen.add(whole)
                waiting.append(whole)
                yield whole

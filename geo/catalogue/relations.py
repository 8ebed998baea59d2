"""Relations between features: groups, wholes, members, parts and disputes.

A passage that names the Polar Silk Road is relevant to each of its corridors, and one that names a
corridor to the whole; neither counts as naming the other.
"""

from collections.abc import Iterator, Mapping

from geo.catalogue.records import Feature

RELATIONS = ("parts", "wholes", "disputes", "subjects")
OUTSIDE = "outside it"
"""The detail of a group of states that names what belongs to a member and not to the group."""
Related = Mapping[str, tuple[str, ...]]
"""Ids by relation; a relation without any is left out."""


def highlighted_by(features: Mapping[str, Feature], identity: str) -> tuple[str, ...]:
    """Return what selecting a feature highlights: itself and, recursively, a group's members.

    A state's territories with an outline of their own (Alaska, Greenland) are highlighted with it,
    except by a group of states that says that they are outside it: Greenland is not in the EU. A
    group of disputes highlights these and not what each is about, or little else would be left.
    """
    if identity not in features:
        return ()
    own = features[identity]
    inner = own.members or (_territories(features, identity) if own.kind == "state" else ())
    found = dict.fromkeys([identity])
    for one in inner:
        is_own = own.kind == "group" and one in features and features[one].kind == "dispute"
        found |= dict.fromkeys([one] if is_own else highlighted_by(features, one))
    outside = str(own.details.get(OUTSIDE, "")).split(", ")
    return tuple(one for one in found if features[one].name not in outside)


def members_in_turn(features: Mapping[str, Feature], feature: Feature) -> tuple[str, ...]:
    """Return a feature's members that the catalogue has, and in turn those of a group in it."""
    found: dict[str, None] = {}
    waiting = list(feature.members)
    while waiting:
        member = waiting.pop(0)
        if member not in found and member in features:
            found[member] = None
            waiting += features[member].members if features[member].kind == "group" else ()
    return tuple(found)


def _territories(features: Mapping[str, Feature], state: str) -> list[str]:
    return [
        feature.id
        for feature in features.values()
        if feature.kind == "region"
        and feature.part_of == state
        and feature.precision == "digitised"
    ]


def related_by_feature(features: Mapping[str, Feature]) -> dict[str, Related]:
    """Return the related features of each feature that has any.

    `wholes` are what a feature is stated to be part of and the groups that hold it, in turn (a
    group in a group); `parts` are the same seen from above. A group of states holds the states and
    not what belongs to them: Greenland belongs to Denmark and not to the EU. `disputes` are those
    that a feature is stated in, `subjects` what a dispute is about.
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
    found: dict[str, Related] = {}
    for identity, feature in features.items():
        subjects = feature.members if feature.kind == "dispute" else ()
        related = {
            "parts": tuple(parts.get(identity, ())),
            "wholes": wholes[identity],
            "disputes": tuple(disputes.get(identity, ())),
            "subjects": tuple(member for member in subjects if member in features),
        }
        if any(related.values()):
            found[identity] = {relation: ids for relation, ids in related.items() if ids}
    return found


def _wholes(
    start: str, features: Mapping[str, Feature], above: Mapping[str, list[str]]
) -> Iterator[str]:
    """Yield what contains a feature, nearest first, each once, even if the data are circular."""
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

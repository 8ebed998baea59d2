"""What a reader may look for by name: one entry for each feature, whatever it is called."""

from collections.abc import Collection

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature

_ORDER = (
    *("route", "corridor", "ocean", "sea", "strait", "state", "port", "region"),
    *("project", "group", "dispute", "boundary", "regime", "city", "zone"),
)
"""What is looked for most comes first."""
_STATES = _ORDER.index("state")
_FIRST = "nsr"


def entries(catalogue: Catalogue, *, near: Collection[str] = ()) -> dict[str, str]:
    """Return the features by what a list shows of them, those that are looked for most first.

    An entry is the name; on a second line stand the other names, each once whatever its case, so
    that the entry is found by any of them. What stands before the states is not found by a phrase
    with a state's name in it, or whoever looks for Russia would find "Russia's Arctic shipping
    lane" first.

    Parameters
    ----------
    near
        Ids that come before all others: what the map can show.
    """

    def weight(feature: Feature) -> tuple[bool, int, bool, str]:
        return feature.id not in near, _rank(feature), feature.id != _FIRST, feature.name

    states = tuple(state.name.casefold() for state in catalogue.of_kind("state"))
    found: dict[str, str] = {}
    for feature in sorted(catalogue.features.values(), key=weight):
        entry = _entry(feature, without=states if _rank(feature) < _STATES else ())
        found.setdefault(entry if entry not in found else f"{entry} ({feature.id})", feature.id)
    return found


def _rank(feature: Feature) -> int:
    kind = feature.kind
    if kind == "sea" and feature.type == "ocean":
        kind = "ocean"
    elif kind == "place":
        kind = feature.type if feature.type in {"port", "city"} else "project"
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _entry(feature: Feature, *, without: tuple[str, ...]) -> str:
    others = {name.text.casefold(): name.text for name in reversed(feature.all_names())}
    others.pop(feature.name.casefold(), None)
    for folded in list(others):
        if any(word in folded and word not in feature.name.casefold() for word in without):
            del others[folded]
    return "\n".join(filter(None, [feature.name, ", ".join(reversed(others.values()))]))

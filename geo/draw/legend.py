"""The legend: exactly what a scene draws, in groups; one table of entries for all renderers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from geo import messages
from geo.catalogue.records import Feature
from geo.draw.palette import LIGHT
from geo.draw.scene import Scene
from geo.draw.styles import AREAS, HERO, Emphasis, StyleKey, style_key, style_of

Group = Literal["routes", "waters", "lines", "places"]
ENTRIES: dict[str, Group] = {
    "hero": "routes",
    "route-official": "routes",
    "route-observed": "routes",
    "route-hypothetical": "routes",
    "corridor": "routes",
    "internal_waters": "waters",
    "territorial_sea": "waters",
    "eez": "waters",
    "high_seas": "waters",
    "joint": "waters",
    "claimed": "waters",
    "regime": "waters",
    "boundary-agreed": "lines",
    "boundary-computed": "lines",
    "boundary-claimed": "lines",
    "boundary-baseline": "lines",
    "port": "places",
    "city": "places",
    "project": "places",
    "dispute-open": "places",
    "dispute-settled": "places",
}
"""The entries in their order, with the group of each; their texts are `messages.KEYS`."""
FIRST_GROUP: Group = "routes"
"""Where the selection stands: a folded legend shows it too."""


@dataclass(frozen=True)
class Key:
    """One entry.

    Attributes
    ----------
    id, group, text
        Its id in `ENTRIES`, or `selected`; its group and its text.
    is_area
        Whether it stands for an area; else for a line or a sign.
    drawn_as
        The style that it shows.
    """

    id: str
    group: Group
    text: str
    is_area: bool
    drawn_as: StyleKey


def legend(scene: Scene) -> list[Key]:
    """Return the entries of what a scene draws, in the order of `ENTRIES`.

    The accent is explained where it is: what is selected comes first under its own name, and the
    other entries are of what is not.
    """
    lit = scene.highlighted
    features = list({item.feature.id: item.feature for item in scene.items}.values())
    others = legend_of([f for f in features if f.id not in lit], is_beside=bool(lit))
    first = next((f for f in features if f.id in lit), None)
    return [*([selected_key(first, scene.chart.names[lit[0]])] if first else []), *others]


def selected_key(drawn: Feature, name: str) -> Key:
    """Return the entry of a selection: its name, with the sample of what is drawn of it."""
    key = style_key(drawn, "highlighted")
    return Key("selected", FIRST_GROUP, name, key.kind in AREAS, key)


def legend_of(features: Iterable[Feature], *, is_beside: bool = False) -> list[Key]:
    """Return the entries of features, each with its broadest line.

    Parameters
    ----------
    is_beside
        Whether something else is selected: the hero is then one of the other routes. Apart from
        that, samples are those of a map at rest.
    """
    found: dict[str, StyleKey] = {}
    emphasis: Emphasis = "kept" if is_beside else "plain"
    for feature in features:
        entry = entry_of(feature)
        key = style_key(feature, emphasis if entry == "hero" else "plain")
        if entry and (entry not in found or _width(key) > _width(found[entry])):
            found[entry] = key
    return [
        Key(entry, group, messages.KEYS[entry], found[entry].kind in AREAS, found[entry])
        for entry, group in ENTRIES.items()
        if entry in found
    ]


def entry_of(feature: Feature) -> str:
    """Return the id of the entry that explains a feature; '' for land, seas and other ground."""
    key = style_key(feature, "plain")
    match feature.kind:
        case "route":
            entry = "hero" if feature.id == HERO else f"route-{feature.status}"
        case "zone":
            entry = "claimed" if key.subtype == "disputed" else key.subtype
        case "boundary":
            entry = f"boundary-{key.subtype}"
        case "place":
            entry = key.subtype
        case "dispute":
            entry = "dispute-open" if feature.status == "disputed" else "dispute-settled"
        case kind:
            entry = kind
    return entry if entry in ENTRIES else ""


def _width(key: StyleKey) -> float:
    return style_of(key, LIGHT).stroke_px

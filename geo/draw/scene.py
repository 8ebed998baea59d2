"""What the map shows of a view: which shapes in which style, which labels, and where to look.

A scene holds ids, numbers and styles only. It is a plain value, so a test can read it.
"""

import hashlib
import json
import math
from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.draw.assets import Chart
from geo.draw.destination import destination
from geo.draw.frames import POLE
from geo.draw.layers import layer_of, layers_on
from geo.draw.palette import Palette
from geo.draw.styles import Style, sort_of, style_of
from geo.view import View

Label = dict[str, Any]

_ORDER = ("zone", "state", "sea", "region", "group", "strait", "corridor", "boundary", "route")
_ANY_ZOOM = -9.0
_LABELS = {
    "state": ("land", _ANY_ZOOM),
    "route": ("way", _ANY_ZOOM),
    "corridor": ("plan", _ANY_ZOOM),
    "sea": ("water", _ANY_ZOOM),
    "place": ("port", _ANY_ZOOM),
    "strait": ("narrow", 0.2),
    "dispute": ("law", 0.2),
    "region": ("isle", 0.2),
    "zone": ("law", 0.9),
}
"""Look and least zoom of a kind's labels; in this order they claim their place."""
_ROOM_PX = {"sea": 62.0, "zone": 120.0}
"""Areas of these kinds show their label once they are drawn about this wide."""
_LEAST_EXTENT = 8.0
"""Smaller areas show their label as if they were this wide, in frame units."""
_DECIMALS = 2


@dataclass(frozen=True)
class Scene:
    """A drawing order for the browser.

    Attributes
    ----------
    items
        Feature id, variant slug and name of a style, from the ground up.
    labels
        Feature id, look, side and least zoom of each label, the weightiest first; the browser
        knows the places.
    styles
        Style by name.
    lit
        Ids that the selection lights: the feature itself or, of a group, its members.
    look
        Ids that the map should go to (`ids`), the box that shows them, in frame units (`box`, None
        where they lie beyond the rim), and a number that changes with each new wish (`n`).
    """

    items: tuple[tuple[str, str, str], ...]
    labels: tuple[dict[str, Any], ...]
    styles: dict[str, Style]
    lit: tuple[str, ...]
    look: dict[str, Any] = field(default_factory=dict)

    def payload(self) -> dict[str, Any]:
        """Return the scene for `atlas.draw`, short, with a stamp that differs when the scene does.

        Styles and looks of labels stand once, in lists; items and labels name them by number.
        """
        names = list(self.styles)
        looks = list(dict.fromkeys((label["look"], label["side"]) for label in self.labels))
        body = {
            "styles": [self.styles[name] for name in names],
            "items": [[i, slug, names.index(name)] for i, slug, name in self.items],
            "looks": [list(look) for look in looks],
            "labels": [
                [
                    label["id"],
                    looks.index((label["look"], label["side"])),
                    label["from"],
                    int(label["always"]),
                    *label.get("exit", ()),
                ]
                for label in self.labels
            ],
            "look": self.look or None,
        }
        digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        return body | {"stamp": digest[:12]}


def lit_by(catalogue: Catalogue, feature_id: str) -> tuple[str, ...]:
    """Return the ids that light up with a feature: itself, and the members of a group in turn."""
    if feature_id not in catalogue.features:
        return ()
    feature = catalogue.features[feature_id]
    members = [lit for member in feature.members for lit in lit_by(catalogue, member)]
    return tuple(dict.fromkeys([feature_id, *members]))


def make_scene(
    catalogue: Catalogue,
    view: View,
    chart: Chart,
    *,
    palette: Palette,
    visible: Collection[str],
    named: Collection[str],
    look_number: int = 0,
) -> Scene:
    """Return the scene of a view on a chart.

    What decides: a feature is drawn when the filter leaves it (`visible`) and its layer is on or
    an article names it (`named`), or when the selection lights it. Features beyond the rim that
    are named or lit get a mark on the rim at their bearing.
    """
    lit = lit_by(catalogue, view.feature)
    on = set(layers_on(view.shown, view.hidden))
    asked = {*lit, *(identity for identity in named if identity in visible)}
    drawn = [
        feature
        for feature in catalogue.features.values()
        if feature.id in lit or (feature.id in visible and _is_on(feature, view, on, named))
    ]
    drawn.sort(key=lambda f: _ORDER.index(f.kind) if f.kind in _ORDER else len(_ORDER))
    styles: dict[str, Style] = {}
    items: list[tuple[str, str, str]] = []
    for feature in drawn:
        for index, slug in enumerate(chart.variants.get(feature.id, ())):
            emphasis = _emphasis(view, slug, index, lit=feature.id in lit)
            name = f"{feature.kind}-{feature.status}-{sort_of(feature)}-{emphasis}"
            styles.setdefault(name, style_of(feature, palette, emphasis))
            items.append((feature.id, slug, name))
    labels = [
        *_rim_labels(chart, sorted(asked), lit),
        *_exit_labels(chart, lit, view.variant),
        *_labels(chart, [f for f in drawn if f.id not in asked & set(chart.rim)], lit, named),
    ]
    labels.sort(key=lambda label: (not label["always"], not label["look"].endswith(" lit")))
    ways = [chart.ways[feature.id] for feature in drawn if feature.id in chart.ways]
    look = {"ids": list(lit), "n": look_number, "box": box_of(chart, lit, ways)}
    return Scene(tuple(items), tuple(labels), styles, lit, look)


def box_of(chart: Chart, lit: Iterable[str], ways: Collection[BaseGeometry]) -> list[float] | None:
    """Return the box that the map should hold to show what is lit, in frame units.

    None where all of it lies beyond the rim or has no place: then the map stays where its marks
    are. Marks of what lies beyond count with what lies inside.
    """
    lit = list(lit)
    inside = [chart.boxes[i] for i in lit if i in chart.boxes and i not in chart.rim]
    if not inside:
        return None
    steps = chart.frame.steps_per_unit
    marks = [(x / steps, y / steps) * 2 for x, y in (chart.rim[i] for i in lit if i in chart.rim)]
    box = destination(chart.frame, [*inside, *marks], ways)
    return [round(value, _DECIMALS) for value in box]


def _is_on(feature: Feature, view: View, on: Container[str], named: Container[str]) -> bool:
    """Return whether a layer shows it; one that is off still shows what is named."""
    layer = layer_of(feature).id
    return layer in on or (feature.id in named and layer not in view.hidden)


def _emphasis(view: View, slug: str, index: int, *, lit: bool) -> str:
    """Return how a variant is drawn: a selected one alone, else the first one best."""
    if lit and (not view.variant or slug == view.variant):
        return "lit"
    return "plain" if index == 0 else "quiet"


def _labels(
    chart: Chart, drawn: Iterable[Feature], lit: tuple[str, ...], named: Collection[str]
) -> list[Label]:
    """Return the labels of what is drawn: the selected first, then the named, then by kind."""
    found: list[tuple[tuple[bool, bool, int, float], Label]] = []
    kinds = list(_LABELS)
    for feature in drawn:
        if feature.kind not in _LABELS or feature.id not in chart.spots:
            continue
        look, _ = _LABELS[feature.kind]
        is_lit, is_named = feature.id in lit, feature.id in named
        label = {
            "id": feature.id,
            "look": f"{look} lit" if is_lit else look,
            "side": "east" if feature.kind in {"place", "dispute"} else "middle",
            "from": _ANY_ZOOM if is_lit or is_named else _least_zoom(feature, chart),
            "always": lit[:1] == (feature.id,),
        }
        extent = chart.extents[feature.id]
        rank = (not is_lit, not is_named, kinds.index(feature.kind), -extent)
        found.append((rank, label))
    return [label for _, label in sorted(found, key=lambda entry: entry[0])]


def _least_zoom(feature: Feature, chart: Chart) -> float:
    """Return the zoom from which a label shows: its kind's, or when its area gives it room."""
    frame = chart.frame
    if feature.kind in _ROOM_PX:
        drawn_px = max(chart.extents[feature.id], _LEAST_EXTENT) * frame.pixels_per_unit
        return round(math.log2(_ROOM_PX[feature.kind] / drawn_px), 2)
    return _LABELS[feature.kind][1] + frame.label_zoom


def _rim_labels(chart: Chart, asked: Iterable[str], lit: tuple[str, ...]) -> list[Label]:
    """Return marks on the rim for features that lie beyond it."""
    return [
        {
            "id": identity,
            "look": "rim lit" if identity in lit else "rim",
            "side": "west"
            if chart.rim[identity][0] > POLE[0] * chart.frame.steps_per_unit
            else "east",
            "from": _ANY_ZOOM,
            "always": lit[:1] == (identity,),
        }
        for identity in asked
        if identity in chart.rim
    ]


def _exit_labels(chart: Chart, lit: Iterable[str], variant: str) -> list[Label]:
    """Return where the lit tracks leave the chart; the names of their ends stand in the assets."""
    return [
        {
            "id": identity,
            "exit": [slug, index],
            "look": "way lit",
            "side": "below",
            "from": _ANY_ZOOM,
            "always": False,
        }
        for identity in lit
        for slug, exits in chart.exits.get(identity, {}).items()
        if variant in {"", slug}
        for index in range(len(exits))
    ]

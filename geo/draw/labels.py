"""The labels of a map in order of priority and their type: one policy for all renderers.

A label is shown from its minimum zoom, unless it would overlap an earlier one or be cut by the
map's edge; a required one is shown all the same. Each renderer measures its own text:
`web/labels.js` on the screen, `figure` on paper. Two of them must differ:

- The page to take away is selected in by its own reader. It holds the labels of the scene as they
  stand, where every drawn track leaves the chart (a scene has that of highlighted tracks only), and
  its script sorts anew what is highlighted and required, by the rule of `make_labels`.
- Paper can be neither moved nor asked. The figure sets the graticule's own labels first, since
  coordinates are read off it; on the screen they give way to any name. And nothing on it overlaps:
  a required label comes first of the names and, like any, is left out where a coordinate stands.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from geo import messages
from geo.catalogue.records import Feature
from geo.draw.chart import Chart, Exit
from geo.draw.frames import POLE

Category = Literal["land", "way", "plan", "water", "port", "narrow", "law", "isle", "rim"]
Side = Literal["middle", "east", "west", "below"]
ANY_ZOOM = -9.0
RIM_DOT = "●"
"""What stands beside the name of a feature that lies beyond the rim, on the rim's side."""


@dataclass(frozen=True)
class LabelType:
    """How labels are set.

    Attributes
    ----------
    kind
        The kind of feature whose colour they take.
    size_px, print_pt
        Size on the screen, in pixels, and in print, in points. Print has sizes of its own, since
        its font is a wider one.
    is_italic
        Of waters, as on charts; on the screen in a face with serifs.
    is_bold, is_upper
        Whether they are bold, and in capitals.
    spacing_em
        Space between letters on the screen.
    """

    kind: str
    size_px: float
    print_pt: float
    is_italic: bool = False
    is_bold: bool = False
    is_upper: bool = False
    spacing_em: float = 0.0


LABEL_TYPES: Mapping[Category, LabelType] = {
    "water": LabelType("sea", 13, 8.4, is_italic=True, spacing_em=0.02),
    "narrow": LabelType("strait", 11.5, 7.4, is_italic=True),
    "land": LabelType("state", 12, 7.6, is_bold=True, is_upper=True, spacing_em=0.09),
    "isle": LabelType("region", 11.5, 7.4),
    "way": LabelType("route", 12.5, 8.2, is_bold=True),
    "plan": LabelType("corridor", 12.5, 8.2, is_bold=True),
    "port": LabelType("place", 11.5, 7.4),
    "law": LabelType("zone", 11.5, 7.2),
    "rim": LabelType("place", 12, 7.8, is_bold=True),
}
_CATEGORIES: dict[str, tuple[Category, float]] = {
    "state": ("land", ANY_ZOOM),
    "route": ("way", ANY_ZOOM),
    "corridor": ("plan", ANY_ZOOM),
    "sea": ("water", ANY_ZOOM),
    "place": ("port", ANY_ZOOM),
    "strait": ("narrow", 0.2),
    "dispute": ("law", 0.2),
    "region": ("isle", 0.2),
    "zone": ("law", 0.9),
}
"""Category and minimum zoom of a kind's labels; in this order they claim their place."""
_ROOM_PX = {"sea": 62.0, "zone": 120.0}
"""Areas of these kinds show their label once they are drawn about this wide."""
_MIN_EXTENT = 8.0
"""Smaller areas show their label as if they were this wide, in frame units."""


@dataclass(frozen=True)
class ExitKey:
    """Which end of which variant's track a label marks."""

    variant: str
    index: int


@dataclass(frozen=True)
class Label:
    """A name on the map.

    Attributes
    ----------
    feature_id, text
        The feature, and the text.
    at
        Its position, in the chart's steps.
    category, side
        Its typographic style, and on which side of its position it is set.
    min_zoom
        The Leaflet zoom level from which it shows.
    is_highlighted
        Whether its feature is.
    is_required
        Whether it is shown even if it overlaps another: that of the selected feature.
    exit
        The exit of a track that the label describes; None for other labels.
    """

    feature_id: str
    text: str
    at: tuple[int, int]
    category: Category
    side: Side
    min_zoom: float = ANY_ZOOM
    is_highlighted: bool = False
    is_required: bool = False
    exit: ExitKey | None = None


def make_labels(
    chart: Chart,
    drawn: Iterable[Feature],
    *,
    asked: Collection[str],
    named: Collection[str],
    highlighted: tuple[str, ...],
    variant: str,
) -> tuple[Label, ...]:
    """Return the labels of a scene, by descending priority.

    Parameters
    ----------
    drawn
        What the scene draws.
    asked
        Ids that are marked on the rim where they lie beyond it.
    named, highlighted
        Ids that an article names, and those that the selection highlights, itself first.
    variant
        The selected variant's slug, or ''.
    """
    at_rim = set(asked) & set(chart.rim)
    labels = [
        *_rim_labels(chart, sorted(asked), highlighted),
        *_exit_labels(chart, highlighted, variant),
        *_labels(chart, [f for f in drawn if f.id not in at_rim], highlighted, named),
    ]
    return tuple(
        sorted(labels, key=lambda label: (not label.is_required, not label.is_highlighted))
    )


def exit_text(leaving: Exit) -> str:
    """Return the label where a track leaves the chart: the name of the place beyond."""
    return messages.EXIT.format(place=leaving.to)


def _labels(
    chart: Chart, drawn: Iterable[Feature], highlighted: tuple[str, ...], named: Collection[str]
) -> list[Label]:
    """Return the labels of what is drawn: the selected first, then the named, then by kind."""
    kinds = list(_CATEGORIES)
    found: list[tuple[tuple[bool, bool, int, float], Label]] = []
    for feature in drawn:
        if feature.kind not in _CATEGORIES or feature.id not in chart.shapes:
            continue
        is_highlighted, is_named = feature.id in highlighted, feature.id in named
        label = Label(
            feature.id,
            feature.name,
            chart.anchors[feature.id],
            _CATEGORIES[feature.kind][0],
            "east" if feature.kind in {"place", "dispute"} else "middle",
            ANY_ZOOM if is_highlighted or is_named else _min_zoom(feature, chart),
            is_highlighted,
            highlighted[:1] == (feature.id,),
        )
        extent = chart.extents[feature.id]
        rank = (not is_highlighted, not is_named, kinds.index(feature.kind), -extent)
        found.append((rank, label))
    return [label for _, label in sorted(found, key=lambda entry: entry[0])]


def _min_zoom(feature: Feature, chart: Chart) -> float:
    """Return the zoom from which a label shows: its kind's, or when it fits its area."""
    frame = chart.frame
    if feature.kind in _ROOM_PX:
        drawn_px = max(chart.extents[feature.id], _MIN_EXTENT) * frame.pixels_per_unit
        return round(math.log2(_ROOM_PX[feature.kind] / drawn_px), 2)
    return _CATEGORIES[feature.kind][1] + frame.label_zoom


def _rim_labels(
    chart: Chart, asked: Iterable[str], highlighted: tuple[str, ...]
) -> Iterable[Label]:
    """Yield marks on the rim for features that lie beyond it."""
    for identity in asked:
        if identity in chart.rim:
            at = chart.rim[identity]
            yield Label(
                identity,
                chart.names[identity],
                at,
                "rim",
                "west" if at[0] > POLE[0] * chart.frame.steps_per_unit else "east",
                is_highlighted=identity in highlighted,
                is_required=highlighted[:1] == (identity,),
            )


def _exit_labels(chart: Chart, highlighted: Iterable[str], variant: str) -> Iterable[Label]:
    """Yield where the highlighted tracks leave the chart, and where they continue to."""
    for identity in highlighted:
        for slug, exits in chart.exits.get(identity, {}).items():
            if variant not in {"", slug}:
                continue
            for index, leaving in enumerate(exits):
                key = ExitKey(slug, index)
                text = exit_text(leaving)
                yield Label(
                    identity, text, leaving.at, "way", "below", is_highlighted=True, exit=key
                )

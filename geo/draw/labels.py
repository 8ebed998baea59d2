"""The labels of a map in order of priority and their type: one policy for all renderers.

A label is shown from its minimum zoom, unless it would overlap an earlier one or be cut by the
map's edge; a required one is shown all the same. Each renderer measures its own text:
`web/labels.js` on the screen, `figure` on paper. Two of them must differ:

- The offline page is selected in by its own reader. It holds the labels of the scene as they
  stand, where every drawn track leaves the chart (a scene has that of highlighted tracks only), and
  its script sorts anew what is highlighted and required, by the rule of `make_labels`.
- Paper can be neither moved nor asked. The figure sets the graticule's own labels first, since
  coordinates are read off it; on the screen they give way to any name. And nothing on it overlaps:
  a required label comes first of the names and, like any, is left out where a coordinate stands.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from geo.catalogue.records import Feature
from geo.draw.chart import Chart
from geo.draw.frames import POLE, RIM_RADIUS, Frame, out_to_rim
from geo.draw.label_types import ANY_ZOOM, Category, category_of, in_two, is_labelled
from geo.draw.placement import CLOSER, SMALLER_PX, Placement, Spot, Steps
from geo.sentences import join_words

ORIENTING: tuple[Category, ...] = ("land", "gate", "ocean", "water")
"""Names that stay for orientation where a filter leaves their features out."""
Side = Literal["middle", "east", "west", "below", "above"]
SIDES: Mapping[Category, tuple[Side, ...]] = {
    "port": ("east", "west", "above", "below"),
    "project": ("east", "west", "above", "below"),
    "law": ("east", "west", "above", "below"),
    "gate": ("west", "east", "above", "below"),
    "narrow": ("middle", "west", "east", "above", "below"),
}
"""On which sides of a sign its name may stand, best first; other names stand on their position."""
RIM_DOT = "○"
"""What stands beside the name of a feature that lies beyond the rim, on the rim's side."""
_EXIT_ROOM = 60.0
"""Tracks that leave the chart nearer to one another than this, in units, share a label."""
_NEARLY_VERTICAL = 0.25
_EXIT_CHARS = 18
_EXIT_GAP = 8.0
"""How far from the rim a label beside it stands, in units."""


@dataclass(frozen=True)
class ExitMark:
    """Where tracks leave the chart together, and where each of them continues to.

    Attributes
    ----------
    at, side
        Position of its label in the chart's steps, beyond the rim, and the side of it.
    tracks
        Feature, variant's slug and the place that it continues to.
    """

    at: Steps
    side: Side
    tracks: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Label:
    """A name on the map.

    Attributes
    ----------
    feature_id, lines
        The feature, and the text, line by line.
    places
        Positions for it in the chart's steps, best first.
    category, sides
        Its typographic style, and on which sides of its position it may stand, best first.
    spots
        Stretches of a line for its name, best first; empty where it stands at a position.
    min_zoom
        The Leaflet zoom level from which it shows.
    starts
        At which indices of its places or spots the ones for each smaller screen begin.
    short
        A shorter text, or ''.
    is_highlighted
        Whether its feature is.
    is_required
        Whether it is shown even if it overlaps another: that of the selected feature.
    is_quiet
        Whether it stands there for orientation alone: a filter leaves its feature out.
    """

    feature_id: str
    lines: tuple[str, ...]
    places: tuple[Steps, ...]
    category: Category
    sides: tuple[Side, ...] = ("middle",)
    spots: tuple[Spot, ...] = ()
    min_zoom: float = ANY_ZOOM
    starts: tuple[int, ...] = ()
    short: str = ""
    is_highlighted: bool = False
    is_required: bool = False
    is_quiet: bool = False

    @property
    def at(self) -> Steps:
        """Its best position."""
        return self.places[0]

    @property
    def side(self) -> Side:
        """The best side of its position."""
        return self.sides[0]

    @property
    def text(self) -> str:
        """The text in one line."""
        return " ".join(self.lines)


def make_labels(
    chart: Chart,
    drawn: Iterable[Feature],
    *,
    around: Iterable[Feature] = (),
    rim: Iterable[str],
    named: Collection[str],
    highlighted: tuple[str, ...],
    variant: str,
) -> tuple[Label, ...]:
    """Return the labels of a scene, by descending priority.

    Parameters
    ----------
    drawn
        What the scene draws.
    around
        What it does not draw and names all the same.
    rim
        Ids that are marked on the rim, beyond which they lie.
    named, highlighted
        Ids that an article names, and those that the selection highlights, itself first.
    variant
        The selected variant's slug, or ''.
    """
    features, quiet, at_rim = list(drawn), list(around), list(rim)
    named_there = [f for f in (*features, *quiet) if f.id not in at_rim]
    labels = [
        *_names(chart, named_there, named),
        *_exits(chart, [f.id for f in features], highlighted, variant),
        *(rim_label(chart, identity) for identity in at_rim),
    ]
    marked = [
        replace(
            label,
            is_highlighted=label.is_highlighted or label.feature_id in highlighted,
            is_required=highlighted[:1] == (label.feature_id,) and label.category != "exit",
            min_zoom=ANY_ZOOM if label.feature_id in highlighted else label.min_zoom,
            is_quiet=any(label.feature_id == feature.id for feature in quiet),
        )
        for label in labels
    ]
    return tuple(
        sorted(marked, key=lambda label: (not label.is_required, not label.is_highlighted))
    )


def to_places(places: Iterable[str]) -> str:
    """Return where tracks continue to, each place once."""
    return f"to {join_words(dict.fromkeys(places))}"


def exit_lines(places: Iterable[str]) -> tuple[str, ...]:
    """Return where tracks continue to, in two lines where it is long."""
    text = to_places(places)
    return in_two(text) if len(text) > _EXIT_CHARS else (text,)


def name_label(feature: Feature, chart: Chart) -> Label | None:
    """Return the label of a feature's name, where the chart draws it and it has one."""
    if not is_labelled(feature) or feature.id not in chart.shapes:
        return None
    return Label(
        feature.id,
        chart.label_lines[feature.id],
        chart.places[feature.id],
        category_of(feature),
        SIDES.get(category_of(feature), ("middle",)),
        chart.spots.get(feature.id, ()),
        chart.label_zooms[feature.id],
        chart.starts.get(feature.id, ()),
        feature.short_label,
    )


@cache
def place_zooms(frame: Frame) -> tuple[float, ...]:
    """Return the zoom levels that the sets of places of each name were chosen for."""
    home, *smaller = (Placement(frame), *(Placement(frame, width) for width in SMALLER_PX))
    zooms = (home.zoom, *(placement.zoom for placement in smaller), home.zoom + CLOSER)
    return tuple(round(zoom, 2) for zoom in zooms)


def rim_label(chart: Chart, identity: str) -> Label:
    """Return the mark on the rim for a feature that lies beyond it; its name is inside."""
    at = chart.rim[identity]
    side: Side = "west" if at[0] > POLE[0] * chart.frame.steps_per_unit else "east"
    return Label(identity, (chart.names[identity],), (at,), "rim", (side,))


def exit_marks(chart: Chart) -> tuple[ExitMark, ...]:
    """Return where tracks leave the chart, those that are close to one another as one."""
    steps = chart.frame.steps_per_unit
    found: list[tuple[tuple[float, float], list[tuple[str, str, str]]]] = []
    for identity, of_slug in chart.exits.items():
        for slug, exits in of_slug.items():
            for leaving in exits:
                at = (leaving.at[0] / steps, leaving.at[1] / steps)
                near = next((mark for mark in found if _distance(mark[0], at) < _EXIT_ROOM), None)
                tracks = near[1] if near else []
                tracks.append((identity, slug, leaving.to))
                if not near:
                    found.append((at, tracks))
    return tuple(_exit_mark(at, tracks, steps) for at, tracks in found)


def _exit_mark(
    at: tuple[float, float], tracks: Sequence[tuple[str, str, str]], steps: int
) -> ExitMark:
    x, y = out_to_rim(*at)
    east, north = ((x - POLE[0]) / RIM_RADIUS, (y - POLE[1]) / RIM_RADIUS)
    if abs(east) < _NEARLY_VERTICAL:
        side: Side = "above" if north > 0 else "below"
    else:
        side = "east" if east > 0 else "west"
    radius = RIM_RADIUS + (0 if side in {"above", "below"} else _EXIT_GAP)
    place = (
        round((POLE[0] + east * radius) * steps),
        round((POLE[1] + north * radius) * steps),
    )
    return ExitMark(place, side, tuple(tracks))


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _names(chart: Chart, drawn: Iterable[Feature], named: Collection[str]) -> Iterator[Label]:
    """Yield the labels of what is drawn: by type, those that an article names first of each."""

    def weight(feature: Feature) -> tuple[float, bool, float]:
        return (
            chart.ranks.get(feature.id, 0.0),
            feature.id not in named,
            -chart.extents.get(feature.id, 0.0),
        )

    for feature in sorted((f for f in drawn if is_labelled(f)), key=weight):
        if label := name_label(feature, chart):
            is_first = feature.id in named and feature.kind != "region"
            yield replace(label, min_zoom=ANY_ZOOM) if is_first else label


def _exits(
    chart: Chart, drawn: Sequence[str], highlighted: Collection[str], variant: str
) -> Iterator[Label]:
    """Yield where tracks leave the chart: of what is selected; of others where that does not."""
    for mark in exit_marks(chart):
        found = [
            (identity, to)
            for identity, slug, to in mark.tracks
            if identity in drawn
            and slug
            == ((variant if identity in highlighted else "") or next(iter(chart.shapes[identity])))
        ]
        lit = [track for track in found if track[0] in highlighted]
        if tracks := lit or found:
            yield Label(
                tracks[0][0],
                exit_lines(to for _, to in tracks),
                (mark.at,),
                "exit",
                (mark.side,),
                is_highlighted=bool(lit),
            )

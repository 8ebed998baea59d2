"""The types of labels, and which feature's label has which: one table for all renderers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geo.catalogue.records import SOVEREIGN, Feature
from geo.draw.frames import Frame
from geo.draw.styles import HERO

# fmt: off
Category = Literal[
    "hero", "land", "way", "gate", "plan", "ocean", "water", "port", "project", "narrow", "law",
    "isle", "rule", "line", "rim", "exit",
]
# fmt: on
ANY_ZOOM = -9.0
GATES = ("bering-strait", "north-pole")
"""Where all ways meet: named from the first view on, before waters and places."""
_TERRITORIES = {**SOVEREIGN, "svalbard": "NO"}


@dataclass(frozen=True)
class LabelType:
    """How labels are set.

    Attributes
    ----------
    kind
        The kind of feature whose colour they take, or the name of another colour of the palette.
    size_px, print_pt
        Size on the screen, in pixels, and in print, in points. Print has sizes of its own, since
        its font is a wider one.
    is_italic
        Of waters, as on charts; on the screen in a face with serifs.
    is_bold, is_upper
        Whether they are bold, and in capitals.
    spacing_em
        Space between letters on the screen.
    off_px
        Of a name along a line: how far its middle is off the line.
    """

    kind: str
    size_px: float
    print_pt: float
    is_italic: bool = False
    is_bold: bool = False
    is_upper: bool = False
    spacing_em: float = 0.0
    off_px: float = 0.0


LABEL_TYPES: Mapping[Category, LabelType] = {
    "hero": LabelType("highlight", 16, 10.2, is_bold=True, spacing_em=0.02, off_px=27),
    "way": LabelType("route", 12.5, 8.2, is_bold=True, off_px=12),
    "plan": LabelType("corridor", 12, 8.0, is_bold=True, off_px=14),
    "line": LabelType("boundary", 11, 7.2, off_px=9),
    "land": LabelType("state", 11, 7.4, is_bold=True, is_upper=True, spacing_em=0.13),
    "gate": LabelType("strait", 11.5, 7.6, is_bold=True),
    "water": LabelType("sea", 12.5, 8.2, is_italic=True),
    "ocean": LabelType("sea", 14.5, 9.2, is_italic=True, spacing_em=0.08),
    "port": LabelType("place", 11, 7.2),
    "project": LabelType("project", 11, 7.2),
    "narrow": LabelType("sea", 11, 7.2, is_italic=True),
    "law": LabelType("dispute", 11, 7.2),
    "isle": LabelType("region", 11, 7.2),
    "rule": LabelType("regime", 11, 7.2),
    "rim": LabelType("quiet_ink", 11.5, 7.4),
    "exit": LabelType("quiet_ink", 11, 7.2),
}
_CATEGORIES: dict[str, tuple[Category, float]] = {
    "state": ("land", ANY_ZOOM),
    "route": ("way", ANY_ZOOM),
    "corridor": ("plan", ANY_ZOOM),
    "sea": ("water", ANY_ZOOM),
    "place": ("port", ANY_ZOOM),
    "strait": ("narrow", 0.2),
    "dispute": ("law", 0.6),
    "region": ("isle", 0.2),
    "boundary": ("line", 0.6),
    "zone": ("isle", 1.5),
    "regime": ("rule", 0.2),
}
"""Category and minimum zoom of a kind's labels."""
ROOM_PX = {"hero": 36.0, "track": 46.0, "": 62.0}
"""A sea shows its name once it is drawn about this wide; earlier where the hero or a track is."""
_STRAIT_PX = 15.0
_LONG_PX = 90.0
_SMALL_LAND_PX = 14.0
"""A land drawn smaller than this shows its name later, as minor places do."""
_MIN_EXTENT = 8.0
"""Smaller areas show their label as if they were this wide, in frame units."""
_MINOR_ZOOM = 0.6
RANKS: tuple[Category, ...] = (
    *("hero", "land", "gate", "way", "plan", "ocean", "water"),
    *("port", "project", "narrow", "law", "isle", "line", "rule"),
)


MAJOR: tuple[Category, ...] = ("hero", "land", "way", "gate", "plan", "ocean")
"""What a narrow map names at first; the others come with the zoom."""


def is_labelled(feature: Feature) -> bool:
    """Return whether features of this kind have a label."""
    return feature.kind in _CATEGORIES


def category_of(feature: Feature) -> Category:
    """Return the type of a feature's label."""
    if feature.id == HERO:
        return "hero"
    if feature.id in GATES:
        return "gate"
    if feature.id in _TERRITORIES and feature.precision == "digitised":
        return "land"
    if feature.kind == "sea" and feature.type == "ocean":
        return "ocean"
    if feature.kind == "place" and feature.type not in {"port", "city"}:
        return "project"
    return _CATEGORIES[feature.kind][0]


def rank_of(feature: Feature) -> int:
    """Return a feature's place in the order in which labels claim their room."""
    return RANKS.index(category_of(feature))


def min_zoom_of(feature: Feature, extent: float, frame: Frame, *, on: str = "track") -> float:
    """Return the zoom from which a label shows: its kind's, or when it fits its area.

    Parameters
    ----------
    extent
        Square root of its drawn area, in frame units.
    on
        What a place or sea lies on: a key of `ROOM_PX`; on nothing they show later.
    """
    category = category_of(feature)
    drawn_px = max(extent, _MIN_EXTENT) * frame.pixels_per_unit
    if category == "land" and drawn_px < _SMALL_LAND_PX:
        return _MINOR_ZOOM + frame.label_zoom
    if category in {"hero", "land", "gate", "ocean"}:
        return ANY_ZOOM
    if feature.kind == "place":
        return (ANY_ZOOM if on else _MINOR_ZOOM) + frame.label_zoom
    if feature.kind == "sea":
        return round(math.log2(ROOM_PX[on] / drawn_px), 2)
    usual = _CATEGORIES[feature.kind][1] + frame.label_zoom
    if feature.kind == "strait":
        return max(usual, round(math.log2(_STRAIT_PX / drawn_px), 2))
    return usual


def lines_of(
    feature: Feature, name_of: Mapping[str, str], *, width_px: float = math.inf
) -> tuple[str, ...]:
    """Return the lines of a feature's label.

    Waters and lands whose name is wider than their room have two lines; a territory has the state
    that it belongs to on its second one.

    Parameters
    ----------
    width_px
        The room for the name.
    """
    name = feature.label or feature.name
    if sovereign := _TERRITORIES.get(feature.id):
        return name, f"({name_of.get(sovereign, sovereign)})"
    category = category_of(feature)
    if category in {"law", "project"}:
        width_px = _LONG_PX
    elif category not in {"land", "water", "ocean", "gate"}:
        return (name,)
    if width_px_of((name,), category) <= width_px:
        return (name,)
    return in_two(name)


def in_two(text: str) -> tuple[str, ...]:
    """Return a text in two lines, about as long as each other."""
    words = text.split(" ")
    if len(words) < 2:  # noqa: PLR2004
        return (text,)
    cut = min(range(1, len(words)), key=lambda i: abs(len(" ".join(words[:i])) * 2 - len(text)))
    return " ".join(words[:cut]), " ".join(words[cut:])


def width_px_of(lines: tuple[str, ...], category: Category) -> float:
    """Return about how wide a label is set, in pixels."""
    look = LABEL_TYPES[category]
    letter_em = (0.59 if look.is_upper else 0.47) + look.spacing_em
    return max(map(len, lines)) * letter_em * look.size_px


def height_px_of(lines: tuple[str, ...], category: Category) -> float:
    """Return about how high a label is set, in pixels."""
    return len(lines) * 1.15 * LABEL_TYPES[category].size_px

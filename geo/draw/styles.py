"""How each kind of feature is drawn: colours, widths and dashes by kind, status and emphasis."""

from dataclasses import dataclass, replace
from typing import Literal

from geo.catalogue.records import Feature
from geo.catalogue.schema import LINES
from geo.draw.palette import DASHES, WIDTHS, Palette

Emphasis = Literal["plain", "quiet", "highlighted"]
"""quiet: a lesser variant; highlighted: selected, or part of a group that is."""
EMPHASES: tuple[Emphasis, ...] = ("plain", "quiet", "highlighted")
PANES = {
    "zone": "water",
    "state": "states",
    "sea": "areas",
    "region": "circle",
    "boundary": "lines",
    "route": "lines",
    "corridor": "lines",
    "strait": "areas",
    "place": "points",
    "dispute": "points",
    "group": "areas",
}
PANE_ORDER = (
    *("disc", "water", "grid", "land", "circle"),
    *("states", "areas", "lines", "lit", "points"),
)
"""The panes from the bottom up; land covers what stands before it."""
Ground = Literal["disc", "grid", "land"]
GROUND: tuple[Ground, ...] = ("disc", "grid", "land")
AREAS = ("zone", "state", "sea", "strait", "region", "group")
_POINTS = ("place", "dispute")
_OPACITIES = {
    "state": (0.0, 0.55),
    "territorial_sea": (0.13, 0.22),
    "internal_waters": (0.16, 0.22),
    "eez": (0.07, 0.5),
    "disputed": (0.2, 0.9),
    "joint": (0.12, 0.6),
    "high_seas": (0.0, 0.5),
}
"""Opacity of fill and outline of what is drawn as an area; others show only when highlighted."""
_HIGHLIGHTED_FILL = 0.28


@dataclass(frozen=True)
class StyleKey:
    """What decides how a shape is drawn.

    Attributes
    ----------
    subtype
        Distinguishes boundaries and zones within their kind, '' for other kinds. One known word:
        other details are free text and never reach a style.
    """

    kind: str
    status: str
    subtype: str
    emphasis: Emphasis

    @property
    def pattern(self) -> str:
        """The key of the legend and the dashes: the subtype, or else the status."""
        return self.subtype or self.status


@dataclass(frozen=True)
class Style:
    """How a shape is drawn; widths in pixels of the screen.

    Attributes
    ----------
    fill
        Its colour; None for lines. Areas always have one, if need be invisible, so that their whole
        surface is clickable.
    radius_px
        Of a point, and of an area shown as a point; None for lines.
    casing
        What is drawn under a line, for contrast with the background.
    """

    pane: str
    stroke: str
    stroke_px: float
    stroke_opacity: float = 1
    dashes: tuple[int, ...] = ()
    fill: str | None = None
    fill_opacity: float = 0.0
    radius_px: float | None = None
    casing: "Casing | None" = None

    @property
    def is_visible(self) -> bool:
        """Whether anything of it is seen."""
        return bool(self.stroke_opacity or self.fill_opacity)

    def under(self) -> "Style | None":
        """Return the casing as a style of its own, without dashes."""
        if self.casing is None:
            return None
        casing = vars(self.casing)
        return replace(self, **casing, dashes=(), casing=None)


@dataclass(frozen=True)
class Casing:
    """The edge under a line."""

    stroke: str
    stroke_px: float
    stroke_opacity: float = 0.85


def style_key(feature: Feature, emphasis: Emphasis) -> StyleKey:
    """Return what decides how a feature is drawn."""
    return StyleKey(feature.kind, feature.status, _subtype_of(feature), emphasis)


def _subtype_of(feature: Feature) -> str:
    if feature.kind == "boundary":
        line = feature.details.get("line")
        return str(line) if line in LINES else "computed"
    if feature.kind == "zone":
        zone = feature.details.get("zone")
        return str(zone) if zone in _OPACITIES else ""
    return ""


def dashes_of(key: StyleKey) -> tuple[int, ...]:
    """Return the dash pattern: of a boundary by how it came about, of others by status."""
    if key.kind == "zone":
        return DASHES["disputed"] if key.status == "disputed" else ()
    return DASHES[key.subtype if key.kind == "boundary" else key.status]


def style_of(key: StyleKey, palette: Palette) -> Style:
    """Return how a shape is drawn in the colours of a palette."""
    highlighted = key.emphasis == "highlighted"
    colour = palette.highlight if highlighted else palette.kinds[key.kind]
    style = Style(
        pane="lit" if highlighted and key.kind not in AREAS else PANES[key.kind],
        stroke=colour,
        stroke_px=WIDTHS[key.kind] + (1.2 if highlighted else 0),
        stroke_opacity=0.45 if key.emphasis == "quiet" else 1,
        dashes=dashes_of(key),
    )
    if key.kind in AREAS:
        return _area(style, key)
    if key.kind in _POINTS:
        return _point(style, key, palette)
    return _line(style, key, palette)


def ground_style(part: Ground, palette: Palette) -> Style:
    """Return how the polar chart's disc, the graticule or the land is drawn, under the features."""
    if part == "grid":
        return Style(part, palette.graticule, stroke_px=0.8)
    if part == "land":
        return Style(part, palette.shore, stroke_px=0.7, fill=palette.land, fill_opacity=1)
    return Style(part, palette.circle, stroke_px=1.5, fill=palette.sea, fill_opacity=1)


def _line(style: Style, key: StyleKey, palette: Palette) -> Style:
    highlighted = key.emphasis == "highlighted"
    if key.kind == "corridor":
        style = replace(
            style,
            stroke_px=8 if highlighted else 7,
            stroke_opacity=0.55 if highlighted else 0.3,
        )
    elif key.emphasis != "quiet":
        style = replace(style, casing=Casing(palette.halo, style.stroke_px + 2.4))
    if key.emphasis == "quiet":
        style = replace(style, stroke_px=max(1.0, style.stroke_px * 0.55))
    return style


def _area(style: Style, key: StyleKey) -> Style:
    highlighted = key.emphasis == "highlighted"
    fill, outline = _OPACITIES.get(key.subtype or key.kind, (0.0, 0.0))
    return replace(
        style,
        fill=style.stroke,
        fill_opacity=_HIGHLIGHTED_FILL if highlighted else fill,
        radius_px=7 if highlighted else 3,
        stroke_opacity=1 if highlighted else outline,
    )


def _point(style: Style, key: StyleKey, palette: Palette) -> Style:
    """Ports are discs, disputes open rings; both have a halo against the background."""
    return replace(
        style,
        radius_px=7 if key.emphasis == "highlighted" else 4,
        dashes=(),
        fill=palette.halo if key.kind == "dispute" else palette.kinds[key.kind],
        fill_opacity=1,
    )

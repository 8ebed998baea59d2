"""How each kind of feature is drawn: colours, widths and dashes by kind, status and emphasis."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from geo.catalogue.records import Feature
from geo.catalogue.schema import LINES
from geo.draw.palette import DASHES, ROUTES, WIDTHS, Dashes, Palette
from geo.draw.symbols import Symbol

Emphasis = Literal["plain", "kept", "dimmed", "variant", "highlighted"]
"""plain: nothing is selected. Beside a selection, kept: belongs to it; dimmed: does not; variant:
one of its lesser variants; highlighted: the selected, or part of a group that is."""
EMPHASES: tuple[Emphasis, ...] = ("plain", "kept", "dimmed", "variant", "highlighted")
HERO = "nsr"
"""The route that has the accent while nothing is selected."""
PANES = {
    "zone": "water",
    "state": "states",
    "sea": "areas",
    "region": "areas",
    "boundary": "lines",
    "route": "lines",
    "corridor": "lines",
    "strait": "areas",
    "place": "points",
    "dispute": "points",
    "group": "areas",
    "regime": "rules",
}
PANE_ORDER = (
    *("disc", "regions", "water", "rules", "grid", "bands", "land", "states", "coast", "circle"),
    *("areas", "halo", "lines", "lit", "points"),
)
"""The panes from the bottom up; land covers what stands before it. A press on an unseen region
means what lies in it: a state, a sea, a zone."""
NESTED = {"faded": "bands"}
"""Panes that lie within another, below what else is in it."""
_DIMMED = 0.34
PANE_OPACITY = {"bands": 0.42, "faded": _DIMMED}
"""Of panes that are seen through as a whole: each band is opaque, so that the tint stays even where
two lie over each other."""
Ground = Literal["disc", "grid", "land", "coast", "circle"]
GROUND: tuple[Ground, ...] = ("disc", "grid", "land", "coast", "circle")
AREAS = ("zone", "state", "sea", "strait", "region", "group", "regime")


@dataclass(frozen=True)
class Hatch:
    """How waters are hatched: the lines' angle, width, distance and opacity, and their colour."""

    angle_deg: float
    width_px: float
    gap_px: float
    opacity: float
    tone: Literal["waters", "claimed"]


HATCHES: Mapping[str, Hatch] = {
    "joint": Hatch(-45, 1.2, 5, 0.4, "waters"),
    "disputed": Hatch(45, 1.6, 5, 0.6, "claimed"),
}
"""The hatched kinds of waters."""
_DIMMED_HOLLOW = 0.65
"""A hollow sign has little colour to lose: it must still be seen beside a selection."""
_HIGHLIGHTED_FILL = 0.16
_TERRITORY = "territory"
_CROSS = "cross"


@dataclass(frozen=True)
class StyleKey:
    """What decides how a shape is drawn.

    Attributes
    ----------
    subtype
        Distinguishes routes, boundaries, zones, places and regions within their kind, else ''. One
        known word: other details are free text and never reach a style.
    """

    kind: str
    status: str
    subtype: str
    emphasis: Emphasis

    @property
    def pattern(self) -> str:
        """The key of the legend: of waters and boundaries their subtype, of others the status."""
        return self.subtype if self.kind in {"zone", "boundary"} and self.subtype else self.status


@dataclass(frozen=True)
class Casing:
    """What lies under a line, without dashes."""

    stroke: str
    stroke_px: float
    stroke_opacity: float = 0.7
    pane: str = ""
    """Its own pane, where that is not the line's."""


@dataclass(frozen=True)
class Style:
    """How a shape is drawn; widths in pixels of the screen.

    Attributes
    ----------
    is_round
        Whether dashes end round, so that the shortest are dots.
    fill
        Its colour; None for lines. Areas always have one, if need be invisible, so that their whole
        surface is clickable.
    hatch
        Fill with the hatching of this key of `HATCHES` in the colour of the fill, else ''.
    radius_px
        Of an area shown as a point; None for others.
    symbol, scale
        The sign of a point, '' for others, and its size over the usual one.
    casings
        What is drawn under a line, from the bottom up.
    """

    pane: str
    stroke: str
    stroke_px: float
    stroke_opacity: float = 1
    dashes: Dashes = ()
    is_round: bool = False
    fill: str | None = None
    fill_opacity: float = 0.0
    hatch: str = ""
    radius_px: float | None = None
    symbol: Symbol | Literal[""] = ""
    scale: float = 1.0
    casings: tuple[Casing, ...] = ()

    @property
    def is_visible(self) -> bool:
        """Whether anything of it is seen."""
        return bool(self.stroke_opacity or self.fill_opacity)

    @property
    def seen_opacity(self) -> float:
        """Opacity of the stroke with that of its pane, for what is drawn outside panes."""
        panes = (self.pane, NESTED.get(self.pane, ""))
        return self.stroke_opacity * math.prod(PANE_OPACITY.get(pane, 1) for pane in panes)

    def under(self) -> "tuple[Style, ...]":
        """Return the casings as styles of their own, from the bottom up."""
        return tuple(
            replace(
                self,
                pane=casing.pane or self.pane,
                stroke=casing.stroke,
                stroke_px=casing.stroke_px,
                stroke_opacity=casing.stroke_opacity,
                dashes=(),
                is_round=True,
                casings=(),
            )
            for casing in self.casings
        )


def style_key(feature: Feature, emphasis: Emphasis) -> StyleKey:
    """Return what decides how a feature is drawn."""
    return StyleKey(feature.kind, feature.status, _subtype_of(feature), emphasis)


def _subtype_of(feature: Feature) -> str:
    subtype: object = ""
    match feature.kind:
        case "boundary":
            line = feature.details.get("line")
            subtype = line if line in LINES else "computed"
        case "zone":
            zone = feature.details.get("zone")
            subtype = zone if zone in _WATERS else ""
        case "route":
            subtype = feature.id if feature.id in ROUTES else ""
        case "place":
            subtype = feature.type if feature.type in {"port", "city"} else "project"
        case "region" if feature.precision == "digitised":
            subtype = _TERRITORY
        case "region" if feature.type == "point":
            subtype = _CROSS
    return str(subtype)


def dashes_of(key: StyleKey) -> Dashes:
    """Return the dash pattern: of a boundary by how it came about, of others by status."""
    if key.kind == "regime":
        return DASHES["regime"]
    if key.kind == "zone":
        return DASHES["disputed"] if key.status == "disputed" else ()
    if key.kind == "route" and key.subtype:
        return ROUTES[key.subtype][1]
    return DASHES[key.subtype if key.kind == "boundary" else key.status]


def style_of(key: StyleKey, palette: Palette) -> Style:
    """Return how a shape is drawn in the colours of a palette."""
    if key.kind in {"place", "dispute"}:
        return _dimmed(_point(key, palette), key)
    if key.kind in AREAS:
        return _area(key, palette)
    if key.kind == "corridor":
        return _corridor(key, palette)
    return _dimmed(_line(key, palette), key)


def ground_style(part: Ground, palette: Palette) -> Style:
    """Return how the chart up to its edge, the graticule, land or coast is drawn."""
    match part:
        case "grid":
            return Style(part, palette.graticule, stroke_px=0.6)
        case "circle":
            return Style(part, palette.circle, stroke_px=0.9, dashes=DASHES["circle"])
        case "land":
            return Style(part, palette.land, 0, stroke_opacity=0, fill=palette.land, fill_opacity=1)
        case "coast":
            return Style(part, palette.shore, stroke_px=0.7)
        case "disc":
            return Style(part, palette.rim, stroke_px=1.2, fill=palette.sea, fill_opacity=1)


def _dimmed(style: Style, key: StyleKey) -> Style:
    if key.emphasis != "dimmed":
        return style
    share = _DIMMED_HOLLOW if style.symbol == "settled" else _DIMMED
    return replace(
        style,
        stroke_opacity=round(style.stroke_opacity * share, 3),
        fill_opacity=round(style.fill_opacity * share, 3),
        casings=tuple(
            replace(casing, stroke_opacity=round(casing.stroke_opacity * _DIMMED, 3))
            for casing in style.casings
        ),
    )


def _line(key: StyleKey, palette: Palette) -> Style:
    """Return the style of a route or boundary; the hero has the accent while it is plain."""
    is_hero = key.subtype == HERO and key.emphasis == "plain"
    width = ROUTES[key.subtype][0] if key.subtype in ROUTES else WIDTHS[key.kind]
    dashes = dashes_of(key)
    style = Style(
        pane=PANES[key.kind],
        stroke=palette.kinds[key.kind],
        stroke_px=width,
        dashes=dashes,
        is_round=not dashes or dashes[0] < 1,
    )
    if key.kind == "route":
        style = replace(style, casings=(Casing(palette.halo, round(width + 1.8, 1)),))
    if is_hero:
        casing = Casing(palette.halo, 8, 1)
        return replace(
            style, stroke=palette.highlight, stroke_px=4.6, pane="lit", casings=(casing,)
        )
    if key.emphasis == "highlighted":
        glow = Casing(palette.highlight, 14, 0.16)
        style = replace(style, stroke=palette.highlight, pane="lit")
        casings = (glow, Casing(palette.halo, 9, 1))
        return replace(style, stroke_px=5.2 if not dashes else width + 1.6, casings=casings)
    if key.emphasis == "variant":
        # It covers those below: where two share their way, the dashes of both would fill the gaps.
        style = replace(style, stroke=palette.highlight, stroke_px=1.3, dashes=DASHES["variant"])
        return replace(style, casings=(Casing(palette.halo, 3.1, 1),))
    return style


def _corridor(key: StyleKey, palette: Palette) -> Style:
    """Return the style of a corridor: a broad band under the land, and a thread over it."""
    is_lit = key.emphasis in {"highlighted", "variant"}
    thread = palette.highlight if is_lit else palette.thread
    style = Style(
        pane="lit" if is_lit else "lines",
        stroke=thread,
        stroke_px=2.0 if key.emphasis == "highlighted" else WIDTHS["corridor"],
        dashes=dashes_of(key),
    )
    if key.emphasis == "variant":
        return style
    band = Casing(palette.band, 11, 1, "faded" if key.emphasis == "dimmed" else "bands")
    if is_lit:
        band = Casing(palette.lit_band, 12, 1, "bands")
    return replace(_dimmed(style, key), casings=(band,))


_WATERS: Mapping[str, tuple[float, float, float, float]] = {
    "internal_waters": (0.28, 0.0, 0.4, 0.0),
    "territorial_sea": (0.17, 0.0, 0.3, 0.0),
    "eez": (0.075, 0.42, 0.18, 0.75),
    "joint": (0.4, 0.34, 0.6, 0.75),
    "disputed": (0.6, 0.7, 0.8, 0.9),
    "high_seas": (0.0, 0.0, 0.0, 0.0),
}
"""Opacity of fill and limit of each kind of waters; then where they belong to what is selected."""
_KEPT_LIMIT_PX = 1.1
_DIMMED_WATERS = 0.75
_RULES_FILL, _RULES_LIMIT = 0.05, 0.9
"""Opacity of fill and outline of an area of rules."""


def _area(key: StyleKey, palette: Palette) -> Style:
    """Return the style of an area; what is neither land nor waters is seen only when selected."""
    colour = palette.highlight if key.emphasis == "highlighted" else palette.kinds[key.kind]
    style = Style(
        pane=PANES[key.kind],
        stroke=colour,
        stroke_px=1.4 if key.emphasis == "highlighted" else WIDTHS[key.kind],
        stroke_opacity=0,
        fill=colour,
        radius_px=2.6,
    )
    if key.subtype == _TERRITORY:
        style = replace(style, pane="states")
    if key.emphasis == "highlighted":
        return replace(style, stroke_opacity=1, fill_opacity=_HIGHLIGHTED_FILL, radius_px=4)
    if key.kind == "state" or key.subtype == _TERRITORY:
        border = palette.border if key.kind == "state" else palette.arctic_land
        return replace(
            style, stroke=border, stroke_opacity=1, fill=palette.arctic_land, fill_opacity=1
        )
    if key.kind in {"zone", "regime"}:
        return (_waters if key.kind == "zone" else _rules)(style, key, palette)
    if key.kind == "region" and not key.subtype:
        return replace(style, pane="regions")
    if key.subtype == _CROSS:
        return replace(
            style, symbol="cross", stroke=palette.quiet_ink, stroke_opacity=1, pane="points"
        )
    return style


def _rules(style: Style, key: StyleKey, palette: Palette) -> Style:
    """Return the style of an area of rules: a dashed line, and so faint a fill that zones show."""
    share = _DIMMED_WATERS if key.emphasis == "dimmed" else 1.0
    return replace(
        style,
        stroke=palette.kinds["regime"],
        dashes=dashes_of(key),
        stroke_opacity=round(_RULES_LIMIT * share, 3),
        fill_opacity=round(_RULES_FILL * share, 3),
    )


def _waters(style: Style, key: StyleKey, palette: Palette) -> Style:
    hatch = HATCHES.get(key.subtype)
    hue = str(getattr(palette, hatch.tone)) if hatch else palette.waters
    fill, limit, kept_fill, kept_limit = _WATERS.get(key.subtype, (0.0, 0.0, 0.0, 0.0))
    if key.emphasis == "kept":
        fill, limit = kept_fill, kept_limit
    if key.emphasis == "dimmed":
        fill, limit = round(fill * _DIMMED_WATERS, 3), round(limit * _DIMMED_WATERS, 3)
    return replace(
        style,
        stroke=hue,
        stroke_px=_KEPT_LIMIT_PX if key.emphasis == "kept" else style.stroke_px,
        stroke_opacity=limit,
        dashes=dashes_of(key),
        fill=hue,
        fill_opacity=fill,
        hatch=key.subtype if hatch else "",
    )


def _point(key: StyleKey, palette: Palette) -> Style:
    """Return the sign of a place or dispute: shape by what it is, hollow where it is over."""
    is_lit = key.emphasis == "highlighted"
    style = Style(
        pane="points",
        stroke=palette.halo,
        stroke_px=WIDTHS[key.kind],
        fill=palette.highlight if is_lit else palette.kinds[key.kind],
        fill_opacity=1,
        scale=1.5 if is_lit else 1.0,
    )
    if key.kind == "dispute":
        if key.status == "disputed":
            return replace(style, symbol="open")
        tone = palette.highlight if is_lit else palette.settled
        return replace(style, symbol="settled", stroke=tone, fill=palette.halo, stroke_px=1.5)
    tone = palette.highlight if is_lit else palette.project
    if key.subtype == "project":
        if key.status in {"suspended", "proposed"}:
            return replace(style, symbol="square", stroke=tone, fill=palette.halo)
        return replace(style, symbol="square", stroke_px=0.8, fill=tone)
    if key.subtype == "city":
        return replace(style, symbol="dot", stroke_px=0.8)
    ink = palette.highlight if is_lit else palette.ink
    return replace(style, symbol="circle", stroke=ink, fill=palette.halo)

"""How each kind of feature is drawn: from kind, status and emphasis to Leaflet's path options."""

from typing import Any

from geo.catalogue.records import Feature
from geo.draw.palette import DASHES, WIDTHS, Palette

Style = dict[str, Any]
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
EMPHASES = ("plain", "quiet", "lit")
"""plain; quiet (a lesser variant); lit (selected)."""
_GRIP_PX = 16
_AREAS = ("zone", "state", "sea", "strait", "region", "group")
_AREA_INK = {
    "state": (0.0, 0.55),
    "territorial_sea": (0.13, 0.22),
    "internal_waters": (0.16, 0.22),
    "eez": (0.07, 0.5),
    "disputed": (0.2, 0.9),
    "joint": (0.12, 0.6),
    "high_seas": (0.0, 0.5),
}
"""Opacity of fill and outline of what is drawn as an area; the rest shows only when lit."""
_LIT_FILL = 0.28


_LINES = ("agreed", "computed", "claimed")


def sort_of(feature: Feature) -> str:
    """Return what tells boundaries and zones apart from others of their kind, one known word.

    Other details are free text and never reach a style.
    """
    if feature.kind == "boundary":
        line = feature.details.get("line")
        return str(line) if line in _LINES else "computed"
    if feature.kind == "zone":
        zone = feature.details.get("zone")
        return str(zone) if zone in _AREA_INK else ""
    return ""


def dash_of(feature: Feature) -> str:
    """Return the dash pattern: of a boundary by how it came about, of others by status."""
    if feature.kind == "zone":
        return DASHES["disputed"] if feature.status == "disputed" else ""
    if feature.kind == "boundary":
        return DASHES[sort_of(feature)]
    return DASHES[feature.status]


def style_of(feature: Feature, palette: Palette, emphasis: str) -> Style:
    """Return Leaflet's path options for a feature; `casing` and `grip` are ours, for lines."""
    lit = emphasis == "lit"
    colour = palette.lit if lit else palette.kinds[feature.kind]
    style: Style = {
        "pane": "lit" if lit and feature.kind not in _AREAS else PANES[feature.kind],
        "color": colour,
        "weight": WIDTHS[feature.kind] + (1.2 if lit else 0),
        "dashArray": dash_of(feature),
        "opacity": 0.45 if emphasis == "quiet" else 1,
        "fill": False,
    }
    if feature.kind in _AREAS:
        return style | _area(feature, colour, lit=lit)
    if feature.kind in {"place", "dispute"}:
        return style | _point(feature, palette, lit=lit)
    if feature.kind == "corridor":
        style |= {"weight": 8 if lit else 7, "opacity": 0.55 if lit else 0.3}
    elif emphasis != "quiet":
        style["casing"] = {"color": palette.halo, "weight": style["weight"] + 2.4, "opacity": 0.85}
    if emphasis == "quiet":
        style["weight"] = max(1.0, style["weight"] * 0.55)
    return style | {"grip": _GRIP_PX}


def _area(feature: Feature, colour: str, *, lit: bool) -> Style:
    """Areas keep a fill, unseen if need be, so that all of them answers to a press."""
    fill, line = _AREA_INK.get(sort_of(feature) or feature.kind, (0.0, 0.0))
    return {
        "fill": True,
        "fillColor": colour,
        "fillOpacity": _LIT_FILL if lit else fill,
        "radius": 7 if lit else 3,
        "opacity": 1 if lit else line,
    }


def _point(feature: Feature, palette: Palette, *, lit: bool) -> Style:
    """Ports are round; a disputed matter is an open ring; both keep a halo against the ground."""
    open_ring = feature.kind == "dispute"
    return {
        "radius": 7 if lit else 4,
        "color": palette.lit if lit else palette.kinds[feature.kind],
        "dashArray": "",
        "fill": True,
        "fillColor": palette.halo if open_ring else palette.kinds[feature.kind],
        "fillOpacity": 1,
    }

"""The colours, widths and dashes of the map, for the light and the dark theme.

Every line colour keeps a contrast of 3:1 to sea and land, every text colour 4.5:1 to its ground
(WCAG 2.2, 1.4.11 and 1.4.3); checked by tests. Status is shown by dash pattern, never by colour
alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, each a `#rrggbb`."""

    page: str
    sea: str
    land: str
    shore: str
    graticule: str
    circle: str
    ink: str
    quiet_ink: str
    halo: str
    highlight: str
    kinds: Mapping[str, str]


LIGHT = Palette(
    page="#FBFCFC",
    sea="#DCE9EF",
    land="#F3ECDB",
    shore="#8A7F66",
    graticule="#B4C6CF",
    circle="#5C7887",
    ink="#15262F",
    quiet_ink="#46606D",
    halo="#FFFFFF",
    highlight="#B3400A",
    kinds={
        "route": "#0A4C86",
        "corridor": "#A3182B",
        "state": "#5A5313",
        "zone": "#0B6470",
        "boundary": "#5B3A8C",
        "region": "#3F5A2B",
        "sea": "#1B5E8F",
        "strait": "#7A3B69",
        "place": "#2B3A42",
        "dispute": "#8F3D00",
        "group": "#4A4F7A",
    },
)
DARK = Palette(
    page="#0B151C",
    sea="#10202B",
    land="#2A2C2B",
    shore="#837C6C",
    graticule="#2C4250",
    circle="#7D99A8",
    ink="#E8EFF2",
    quiet_ink="#A9BCC6",
    halo="#0B151C",
    highlight="#FFA45C",
    kinds={
        "route": "#7FC0F5",
        "corridor": "#FF9A9F",
        "state": "#D2C877",
        "zone": "#6FD0D6",
        "boundary": "#C6A8F5",
        "region": "#A9CF8C",
        "sea": "#8CC9F0",
        "strait": "#E6A8D3",
        "place": "#DCE4E8",
        "dispute": "#FFB27A",
        "group": "#B9BDF0",
    },
)
PALETTES = {"light": LIGHT, "dark": DARK}

DASHES: dict[str, tuple[int, ...]] = {
    "observed": (16, 4),
    "official": (),
    "proposed": (9, 6),
    "suspended": (3, 7),
    "hypothetical": (1, 7),
    "disputed": (9, 4, 2, 4),
    "agreed": (),
    "computed": (6, 4),
    "claimed": (9, 4, 2, 4),
}
"""Pixels of dash and gap in turn, by status; of a maritime boundary by how it came about."""

WIDTHS = {
    "route": 2.6,
    "corridor": 2.6,
    "boundary": 1.6,
    "zone": 1.0,
    "state": 0.8,
    "sea": 1.0,
    "strait": 1.6,
    "region": 1.2,
    "place": 1.2,
    "dispute": 1.6,
    "group": 1.6,
}
"""Line width in pixels by kind."""

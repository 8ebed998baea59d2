"""The colours, widths and dashes of the map, for the light and the dark theme.

One accent, vermilion, means the story now: the Northern Sea Route at rest, else what is selected.
All other routes share one navy and differ by weight, dash and label; corridors are broad, pale and
under the land. Every sign keeps a contrast of 3:1 to sea and land, every text 4.5:1 to its ground
(WCAG 2.2, 1.4.11 and 1.4.3), checked by tests; coasts, borders and zone limits are ground, not
signs. Status is shown by dash pattern, never by colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Dashes = tuple[float, ...]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, each a `#rrggbb`.

    `kinds` has the colour of each kind's names and signs; what is drawn in another one than that
    has a field of its own. The dark band is duller, or it would outshine the accent; a lit band is
    paler than the accent, as all bands are seen through (`PANE_OPACITY` in `styles`).
    """

    page: str
    panel: str
    hairline: str
    tint: str
    sea: str
    land: str
    arctic_land: str
    shore: str
    border: str
    graticule: str
    circle: str
    rim: str
    ink: str
    quiet_ink: str
    dimmed_ink: str
    halo: str
    highlight: str
    band: str
    lit_band: str
    thread: str
    waters: str
    claimed: str
    settled: str
    project: str
    kinds: Mapping[str, str]


LIGHT = Palette(
    page="#FBFCFC",
    panel="#FFFFFF",
    hairline="#D5DFE4",
    tint="#EAF1F4",
    sea="#EBF2F5",
    land="#F5F1E8",
    arctic_land="#EFE9DB",
    shore="#A79F8D",
    border="#CFC6B2",
    graticule="#C9D7DE",
    circle="#9DB3BF",
    rim="#8AA1AE",
    ink="#15262F",
    quiet_ink="#4A626E",
    dimmed_ink="#546A76",
    halo="#FFFFFF",
    highlight="#C2330B",
    band="#E0A526",
    lit_band="#CE6A4E",
    thread="#946000",
    waters="#1F7A86",
    claimed="#7A2A72",
    settled="#5E6F78",
    project="#2C6E49",
    kinds={
        "route": "#0B3B6F",
        "corridor": "#7A5000",
        "state": "#57503C",
        "zone": "#1A6772",
        "boundary": "#5B4F47",
        "region": "#4F5E40",
        "sea": "#2F6180",
        "strait": "#15262F",
        "place": "#15262F",
        "dispute": "#7A2A72",
        "regime": "#4B4F96",
        "group": "#4A626E",
    },
)
DARK = Palette(
    page="#0B151C",
    panel="#101D26",
    hairline="#24343F",
    tint="#12222D",
    sea="#162936",
    land="#23282B",
    arctic_land="#2A2F31",
    shore="#5D6365",
    border="#3B4144",
    graticule="#223846",
    circle="#48626F",
    rim="#4E6875",
    ink="#E8EFF2",
    quiet_ink="#A9BCC6",
    dimmed_ink="#8B9EA9",
    halo="#0B151C",
    highlight="#FF9466",
    band="#8D7231",
    lit_band="#BC7558",
    thread="#C9AA62",
    waters="#5FB6BF",
    claimed="#E3A0DA",
    settled="#9DB0BA",
    project="#8FD3A8",
    kinds={
        "route": "#9CC4F0",
        "corridor": "#D2B46E",
        "state": "#C9C1A8",
        "zone": "#7CC6CE",
        "boundary": "#CFC4B6",
        "region": "#AEBF9B",
        "sea": "#8DB8D2",
        "strait": "#E8EFF2",
        "place": "#E8EFF2",
        "dispute": "#E3A0DA",
        "regime": "#B3B6EE",
        "group": "#A9BCC6",
    },
)
PALETTES = {"light": LIGHT, "dark": DARK}

DASHES: dict[str, Dashes] = {
    "observed": (16, 4),
    "official": (),
    "proposed": (9, 6),
    "suspended": (3, 7),
    "hypothetical": (0.1, 6),
    "disputed": (5, 3),
    "agreed": (),
    "computed": (5, 3),
    "claimed": (8, 3, 2, 3),
    "baseline": (1.5, 2.5),
    "regime": (6, 2.5),
    "variant": (4, 3),
    "circle": (2, 4),
}
"""Pixels of dash and gap in turn, by status; of a maritime boundary by how it came about; of all
areas of rules."""

WIDTHS = {
    "route": 2.2,
    "corridor": 1.0,
    "boundary": 1.2,
    "zone": 0.7,
    "state": 0.6,
    "sea": 1.0,
    "strait": 1.6,
    "region": 1.2,
    "place": 1.6,
    "dispute": 1.4,
    "regime": 1.0,
    "group": 1.6,
}
"""Line width in pixels by kind."""

ROUTES: dict[str, tuple[float, Dashes]] = {
    "nsr": (2.6, ()),
    "nwp": (2.6, (11, 4)),
    "tsr": (2.6, (0.1, 6)),
    "nep": (1.9, (16, 3)),
    "arctic-bridge": (1.8, (5, 3)),
    "suez": (1.3, ()),
    "panama": (1.3, ()),
    "cape-of-good-hope": (1.3, ()),
}
"""Width and dashes of the routes that are told apart by them; others have those of their status."""

ICE_TONES = {
    "light": ("#EBF2F5", "#C6DAEA", "#93B7D6", "#5B8DBD", "#2B639B"),
    "dark": ("#162936", "#204763", "#33688F", "#6499C4", "#B4D4EE"),
}
"""The five classes of ice by theme, from open water on; in the dark more ice is lighter."""

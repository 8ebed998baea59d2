"""The style sheet of the map of a voyage: a file, and what comes from the tables of the styles."""

from geo.draw.palette import DASHES, ROUTES, Dashes
from geo.draw.payload import WEB
from geo.draw.voyage_lines import ROUTE_OF_WAY

SHEET = WEB / "voyage.css"
RAISED_STATES = ("CA", "DK", "FO", "GL", "IS", "NO", "RU", "SJ", "US")
"""States whose waters can be raised."""
_PLAIN_PX = 1.6
_STRIP_SHARE = 0.6
"""Dashes are shorter on the strip, where lines are narrower."""


def voyage_css() -> str:
    """Return the sheet for what `voyage_map` holds; colours are the app's custom properties.

    Lengths are pixels of the screen at whatever width the page gives a drawing.
    """
    rules = [_way(way, *ROUTES.get(route, (_PLAIN_PX, ()))) for way, route in ROUTE_OF_WAY.items()]
    raised = ",\n".join(
        f'.voyage-map[data-raised~="{state}"] .zone[data-state="{state}"]'
        for state in RAISED_STATES
    )
    circle = f".voyage-map .circle{{stroke-dasharray:{_dashes(DASHES['circle'])}}}"
    lift = f"{raised}{{fill-opacity:.18;stroke-opacity:.75;stroke-width:1.1px}}"
    return "\n".join([SHEET.read_text(encoding="utf-8"), circle, lift, *rules, ""])


def _way(way: str, width: float, dashes: Dashes) -> str:
    cap = "butt" if dashes and dashes[0] >= 1 else "round"
    short = tuple(max(round(dash * _STRIP_SHARE, 1), 0.1) for dash in dashes)
    return (
        f'.voyage-map .way[data-way="{way}"]{{--width:{width}px;--cap:{cap};'
        f"--dash:{_dashes(dashes)};--short:{_dashes(short)}}}"
    )


def _dashes(dashes: Dashes) -> str:
    return " ".join(f"{dash:g}" for dash in dashes) or "none"

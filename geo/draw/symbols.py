"""The signs of places and disputes, drawn alike by all renderers.

A sign is a list of closed or open lines around its point, x to the right and y down, in pixels.
"""

import math
from collections.abc import Mapping
from typing import Literal

Symbol = Literal["circle", "dot", "square", "open", "settled", "cross"]
Outline = tuple[tuple[float, float], ...]


def _ring(radius_px: float, corners: int = 24) -> Outline:
    turn = 2 * math.pi / corners
    points = [
        (round(radius_px * math.cos(i * turn), 2), round(radius_px * math.sin(i * turn), 2))
        for i in range(corners)
    ]
    return (*points, points[0])


def _box(half_px: float) -> Outline:
    return tuple(
        (x * half_px, y * half_px) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    )


def _diamond(half_px: float) -> Outline:
    return ((0, -half_px), (half_px, 0), (0, half_px), (-half_px, 0), (0, -half_px))


SYMBOLS: Mapping[Symbol, tuple[Outline, ...]] = {
    "circle": (_ring(3.2),),
    "dot": (_ring(2.0, 16),),
    "square": (_box(3.4),),
    "open": (
        _diamond(6.2),
        ((-0.8, -3.0), (0.8, -3.0), (0.5, 0.8), (-0.5, 0.8), (-0.8, -3.0)),
        ((-0.7, 1.6), (0.7, 1.6), (0.7, 3.0), (-0.7, 3.0), (-0.7, 1.6)),
    ),
    "settled": (_diamond(6.2), ((-2.2, 0.2), (-0.6, 1.9), (2.4, -1.7))),
    "cross": (((-4, 0), (4, 0)), ((0, -4), (0, 4))),
}
"""An open dispute is a filled diamond with an exclamation mark cut out, a settled one a hollow
diamond with a tick; a port is a ring, a city a dot, a project a square."""


def path_data(symbol: Symbol, scale: float = 1.0) -> str:
    """Return a sign as SVG path data around 0, 0."""
    parts = []
    for outline in SYMBOLS[symbol]:
        points = "L".join(f"{x * scale:.2f} {y * scale:.2f}" for x, y in outline)
        parts.append(f"M{points}" + ("Z" if outline[0] == outline[-1] else ""))
    return "".join(parts)

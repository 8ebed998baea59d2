"""Where the map moves to show a selected feature in a readable view.

The view contains the features, a good piece of a route, and enough of the surrounding chart for
orientation.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.draw.frames import (
    MERCATOR_FRAME,
    MERCATOR_NORTH_DEG,
    MERCATOR_SOUTH_DEG,
    POLAR_FRAME,
    POLE,
    RIM_RADIUS,
    SEAM_LON_DEG,
    Frame,
    mercator_heights,
)
from geo.geodesy import TURN_DEG, explode

Box = tuple[float, float, float, float]
"""West, south, east, north."""
_AIR = 1.3
"""Width of a view over that of what it shows."""
_MAX_SIDE = 0.85
"""A view that would be wider than this share of the first one is the first one."""
_MIN_ROUTE = 0.35
"""How much of a route a view holds at least, in its own shorter sides."""
_EDGE = 0.08
"""What is nearer than this share of a side to the view's edge does not count as inside."""
_GROWTH = 1.15
_INSIDE = 0.35
"""How far from the rim, in sides, the middle of a polar view stays."""


def fit_bounds(frame: Frame, boxes: Iterable[Box], routes: Collection[BaseGeometry]) -> Box:
    """Return the box, in frame units, that the map should hold to show these boxes.

    The boxes with padding, at least the frame's closest view; grown until it contains a piece of
    some route; moved off the empty area beyond the chart's edge. Where that comes close to the
    first view, it is the first view, widened to hold the boxes whole.

    Parameters
    ----------
    frame
        The drawing surface.
    boxes
        What is asked for, at least one, in frame units.
    routes
        The routes that are drawn, in frame units; where there are none, none is asked for.
    """
    box, home = _flat(frame, union(boxes)), _flat(frame, frame.home)
    home_sides = _sides(home)
    width, height = (max(side * _AIR, frame.closest) for side in _sides(box))
    lines = [_flat_line(frame, route) for route in routes]
    while width < _MAX_SIDE * home_sides[0] and height < _MAX_SIDE * home_sides[1]:
        view = union([_shift_onto_chart(frame, _middle(box), width, height), box])
        if not lines or _longest_route_piece(view, lines) >= _MIN_ROUTE * min(_sides(view)):
            return _unflat(frame, view)
        width, height = width * _GROWTH, height * _GROWTH
    return _unflat(frame, union([home, box]))


def main_box(shapes: Iterable[BaseGeometry], frame: Frame) -> Box:
    """Return the box around drawn shapes; of what the Mercator chart's edge cuts, the larger side.

    Without that a zone that reaches over the edge would have a box as wide as the world.
    """
    pieces = [piece for shape in shapes for piece in explode(shape)]
    if frame is MERCATOR_FRAME:
        pieces = max(_split_at_edge(pieces), key=_size)
    return union(piece.bounds for piece in pieces)


def union(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes."""
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _split_at_edge(pieces: Sequence[BaseGeometry]) -> Iterator[list[BaseGeometry]]:
    """Yield the pieces, in two groups split at the widest gap if they touch both edges."""
    ordered = sorted(pieces, key=lambda piece: piece.bounds[0])
    reach = np.maximum.accumulate([piece.bounds[2] for piece in ordered])
    touches_both = ordered[0].bounds[0] <= SEAM_LON_DEG < SEAM_LON_DEG + TURN_DEG <= reach[-1]
    gaps = [after.bounds[0] - east for after, east in zip(ordered[1:], reach, strict=False)]
    if not touches_both or max(gaps, default=0.0) <= 0:
        yield ordered
        return
    cut = 1 + gaps.index(max(gaps))
    yield ordered[:cut]
    yield ordered[cut:]


def _size(pieces: Iterable[BaseGeometry]) -> tuple[float, float]:
    whole = list(pieces)
    return sum(piece.area for piece in whole), sum(piece.length for piece in whole)


def _longest_route_piece(view: Box, lines: Iterable[BaseGeometry]) -> float:
    """Return the length of the longest piece of a route inside a view, away from its edges."""
    width, height = (_EDGE * side for side in _sides(view))
    inner = (view[0] + width, view[1] + height, view[2] - width, view[3] - height)
    return max(float(shapely.clip_by_rect(line, *inner).length) for line in lines)


def _shift_onto_chart(
    frame: Frame, middle: tuple[float, float], width: float, height: float
) -> Box:
    """Return a view of this size around a centre, moved so that the chart fills most of it."""
    x, y = middle
    if frame is POLAR_FRAME:
        far = math.hypot(x - POLE[0], y - POLE[1])
        most = max(0.0, RIM_RADIUS - _INSIDE * max(width, height))
        share = min(1.0, most / far) if far else 1.0
        x, y = POLE[0] + (x - POLE[0]) * share, POLE[1] + (y - POLE[1]) * share
    else:
        edges = (SEAM_LON_DEG, MERCATOR_SOUTH_DEG, SEAM_LON_DEG + TURN_DEG, MERCATOR_NORTH_DEG)
        west, south, east, north = _flat(frame, edges)
        x = min(max(x, west + width / 2), east - width / 2)
        y = min(max(y, south + height / 2), north - height / 2)
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _flat(frame: Frame, box: Box) -> Box:
    """Return a box in units that are equally long on the screen in both directions."""
    if frame is not MERCATOR_FRAME:
        return box
    south, north = mercator_heights(np.array([box[1], box[3]]))
    return box[0], float(south), box[2], float(north)


def _unflat(frame: Frame, box: Box) -> Box:
    if frame is not MERCATOR_FRAME:
        return box
    south, north = (math.degrees(math.atan(math.sinh(math.radians(y)))) for y in (box[1], box[3]))
    return box[0], south, box[2], north


def _flat_line(frame: Frame, route: BaseGeometry) -> BaseGeometry:
    if frame is not MERCATOR_FRAME:
        return route
    return shapely.transform(
        route, lambda at: np.column_stack([at[:, 0], mercator_heights(at[:, 1])])
    )

"""The names on the map of the ice: routes, lands, and what each edge is.

They are placed once, for a disc as small as on a telephone; on a desk it is as large as there. What
is of one month is placed for that month, so that no edge of its time crosses it. What finds no room
is left out: the line above the map says the month, and its legend what the edge is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo import messages
from geo.draw.type_lines import resample
from geo.draw.voyage_lines import DISC_RADIUS
from geo.draw.voyage_names import width_px
from geo.draw.voyage_places import GROUND_NAMES
from geo.escape import Markup, svg_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.draw.season_ice import IceMonth
    from geo.draw.season_map import DrawnRoute
    from geo.draw.type_lines import Points
    from geo.draw.voyage_ground import Ground

RADIUS_PX = 166.0
"""Of the disc that names are placed for."""
_UNITS = DISC_RADIUS / RADIUS_PX
_LIT_PX, _ROUTE_PX, _EDGE_PX, _LAND_PX = 13.0, 12.0, 11.0, 10.0
"""Sizes of the letters, as in `pages/web/season-map.css`."""
_ROW_EM, _RISE_EM = 1.15, 0.8
_SPACED = 1.35
"""Capitals set apart are so much wider."""
_POINT_PX, _TRY_PX = 3.0, 6.0
_AIR_PX, _EDGE_AIR_PX = 5.0, 3.0
_INSIDE_PX = 3.0
_LANDS = ("Russia", "Greenland", "Canada", "U.S.")
_OVER_LAND, _OFF_MIDDLE, _ASIDE, _TURNED = 12.0, 5.0, 0.12, 1.0
"""What a place costs in pixels: one over land, one at an end of the line, each pixel away."""
_LONGEST_SHIFT_PX = 24.0
_NUMBER = re.compile(r"-?\d+")


@dataclass
class _Room:
    """What is taken, in pixels from the pole: boxes and points of lines."""

    boxes: list[Points] = field(default_factory=list)
    points: list[Points] = field(default_factory=list)

    def with_lines(self, runs: Iterable[Points]) -> _Room:
        """Return this room with further lines in it."""
        more = [resample(run / _UNITS, _POINT_PX) for run in runs if len(run) > 1]
        return _Room(list(self.boxes), [*self.points, *more])

    def free(self, boxes: Points) -> Points:
        """Return which of some boxes are within the disc and meet nothing."""
        left, top, right, bottom = boxes.T
        far = np.hypot(np.maximum(-left, right), np.maximum(-top, bottom))
        is_free = far < RADIUS_PX - _INSIDE_PX
        for other in self.boxes:
            is_free &= (
                (right < other[0]) | (left > other[2]) | (bottom < other[1]) | (top > other[3])
            )
        if self.points and is_free.any():
            x, y = np.vstack(self.points).T[:, :, None]
            inside = (x > left) & (x < right) & (y > top) & (y < bottom)
            is_free &= ~inside.any(axis=0)
        found: Points = is_free
        return found


@dataclass(frozen=True)
class _Words:
    rows: tuple[str, ...]
    size_px: float
    look: str

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        wide = max(width_px(row, self.size_px) for row in self.rows)
        return wide, self.size_px * _ROW_EM * len(self.rows)


def map_names(
    months: Sequence[IceMonth],
    ground: Ground,
    routes: Sequence[DrawnRoute],
    *,
    marked: int,
    whose: str,
) -> Markup:
    """Return all names as a group; parameters as of `geo.draw.season_map.season_map`."""
    runs = {route.id: route.runs() for route in routes}
    land = _land(ground)
    room = _Room().with_lines(run for line in runs.values() for run in line)
    made: list[Markup | None] = []
    for route in sorted(routes, key=lambda one: not one.is_lit):
        size, look = (_LIT_PX, "lit") if route.is_lit else (_ROUTE_PX, "other")
        words = _Words((route.name,), size, f"route {look}")
        made.append(_place_beside(runs[route.id], words, room, None))
    made += [_of_land(name.lines[0], name.at, room) for name in GROUND_NAMES
             if name.lines[0] in _LANDS]  # fmt: skip
    names = tuple(messages.MONTH_NAMES)
    beside = lines_of(months[marked - 1].edge)
    for number, month in enumerate(months, 1):
        edge = lines_of(month.edge)
        is_marked = number == marked
        here = room.with_lines([*edge, *([] if is_marked else beside)])
        rows = _rows(messages.ICE_EDGE_BOTH if is_marked else messages.ICE_EDGE, number, whose)
        words = _Words(rows, _EDGE_PX, f"edge-name m{number}")
        made.append(_place_beside(edge, words, here, land))
        if not is_marked:
            rows = tuple(
                row.format(month=names[marked - 1], whose=whose) for row in messages.ICE_EDGE_MARKED
            )
            words = _Words(rows, _EDGE_PX, f"edge-name marked m{number}")
            made.append(_place_beside(beside, words, here, land))
    return svg_element("g", *made, class_="names")


def _rows(rows: Sequence[str], month: int, whose: str) -> tuple[str, ...]:
    return tuple(row.format(month=messages.MONTH_NAMES[month - 1], whose=whose) for row in rows)


def lines_of(d: str) -> list[Points]:
    """Return the lines of path data as `geo.draw.voyage_lines.path_of` writes them."""
    found = []
    for part in d.split("M")[1:]:
        numbers = np.array(_NUMBER.findall(part), dtype=float)
        found.append(numbers.reshape(-1, 2).cumsum(axis=0))
    return found


def _land(ground: Ground) -> shapely.MultiPolygon:
    """Return the land in pixels, for what is better not written over it; holes are land too."""
    rings = (shapely.Polygon(line / _UNITS) for line in lines_of(ground.disc["land"])
             if len(line) > 2)  # noqa: PLR2004  # fmt: skip
    return shapely.union_all([shapely.make_valid(ring) for ring in rings])


def _place_beside(
    runs: Sequence[Points], words: _Words, room: _Room, land: shapely.MultiPolygon | None
) -> Markup | None:
    """Return words beside a line, and take their room; None where there is none."""
    wide, high = words.size
    air = _AIR_PX if land is None else _EDGE_AIR_PX
    boxes, costs = [], []
    for run in runs:
        points = resample(run / _UNITS, _TRY_PX)
        far = np.abs(np.linspace(-1, 1, len(points)))
        for dx, dy, more in product((-1, 0, 1), (-1, 0, 1), (0.0, 6.0, 14.0)):
            if not dx and not dy:
                continue
            middle = points + (dx * (wide / 2 + air + more), dy * (high / 2 + air + more))
            half = np.array([wide / 2, high / 2])
            boxes.append(np.hstack([middle - half, middle + half]))
            costs.append(_OFF_MIDDLE * far + more * 0.6 + _TURNED * (dx != 0 and dy != 0))
    if not boxes:
        return None
    every, cost = np.vstack(boxes), np.concatenate(costs)
    is_free = room.free(every)
    if land is not None and is_free.any():
        cost = cost + _OVER_LAND * shapely.intersects(shapely.box(*every.T), land)
    if not is_free.any():
        return None
    best = every[np.where(is_free, cost, np.inf).argmin()]
    room.boxes.append(best)
    return _text(words, best)


def _of_land(name: str, at: Sequence[float], room: _Room) -> Markup | None:
    """Return the name of a land as near to its place as there is room; None where there is none."""
    words = _Words((name,), _LAND_PX, "land-name")
    wide, high = words.size[0] * _SPACED, words.size[1]
    steps = np.arange(-_LONGEST_SHIFT_PX, _LONGEST_SHIFT_PX + 1, 4.0)
    offsets = np.array(list(product(steps, steps)))
    middle = np.array(at) / _UNITS + offsets
    half = np.array([wide / 2 + 2, high / 2 + 1])
    every = np.hstack([middle - half, middle + half])
    is_free = room.free(every)
    if not is_free.any():
        return None
    best = every[np.where(is_free, np.hypot(*offsets.T), np.inf).argmin()]
    room.boxes.append(best)
    return _text(words, best)


def _text(words: _Words, box: Points) -> Markup:
    x = round((box[0] + box[2]) / 2 * _UNITS)
    top = (box[1] + box[3] - words.size[1]) / 2
    rows = (
        svg_element("tspan", row, x=x, dy=f"{_ROW_EM if i else 0:g}em")
        for i, row in enumerate(words.rows)
    )
    y = round((top + words.size_px * (_ROW_EM - 1 + _RISE_EM)) * _UNITS)
    return svg_element("text", *rows, x=x, y=y, class_=words.look)

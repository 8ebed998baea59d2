"""The names on the map of the ice: routes, lands, and what each edge is.

They are placed once, for a disc as small as on a telephone; on a desk it is as large as there. What
is of one month is placed for that month, so that no edge of its time crosses it. What finds no room
is left out: the line above the map says the month, and its legend what the edge is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo import messages
from geo.draw.season_land import ice_of, land_of, lines_of
from geo.draw.type_lines import resample
from geo.draw.voyage_lines import DISC_RADIUS
from geo.draw.voyage_names import width_px
from geo.draw.voyage_places import GROUND_NAMES
from geo.escape import Markup, svg_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.draw.season_ice import IceMonth
    from geo.draw.season_map import DrawnRoute
    from geo.draw.type_lines import Points
    from geo.draw.voyage_ground import Ground

RADIUS_PX = 166.0
"""Of the disc that names are placed for."""
_UNITS = DISC_RADIUS / RADIUS_PX
_LIT_PX, _ROUTE_PX, _EDGE_PX, _LAND_PX = 13.0, 12.0, 11.0, 9.5
"""Sizes of the letters, as in `pages/web/season-map.css`."""
_ROW_EM, _RISE_EM = 1.15, 0.8
_SPACED = 1.25
"""Capitals set apart are so much wider."""
_POINT_PX, _TRY_PX = 3.0, 6.0
_AIR_PX, _INSIDE_PX = 3.5, 3.0
_FARTHER_PX = (0.0, 5.0, 12.0, 20.0, 30.0, 45.0)
_CROWD_PX = np.array([-4.0, -2.0, 4.0, 2.0])
_LANDS = ("Russia", "Greenland", "Canada", "U.S.")
_OUTSIDE, _OVER, _ON_ICE, _MISREAD, _CROWDED = 30.0, 16.0, 100.0, 30.0, 4.0
_OFF_MIDDLE, _ON_SHORT, _TURNED, _A_PX, _A_ROW = 5.0, 9.0, 1.0, 0.5, 4.0
"""What a place costs: one outside the area where the name belongs, one over what it had better not
cover, one of an edge on its ice, one that is nearer to another line, one with others close by; one
at an end of its line, one at a line much shorter than the longest, one at a corner, each pixel
away, each row."""
_NEARER_PX = 5.0
_LONGEST_SHIFT_PX = 24.0


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
class Words:
    """A name in rows: the size of its letters in pixels, and its class in the page's styles."""

    rows: tuple[str, ...]
    size_px: float
    look: str

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        wide = max(width_px(row, self.size_px) for row in self.rows)
        return wide, self.size_px * _ROW_EM * len(self.rows)


Placed = tuple[Words, "Points"]
"""A name and the box where it stands, in pixels from the pole, y downward."""


def map_names(
    months: Sequence[IceMonth],
    ground: Ground,
    routes: Sequence[DrawnRoute],
    *,
    marked: int,
    whose: str,
) -> Markup:
    """Return all names as a group; parameters as of `geo.draw.season_map.season_map`."""
    placed = placed_names(months, ground, routes, marked=marked, whose=whose)
    return svg_element("g", *(_text(*one) for one in placed), class_="names")


def placed_names(
    months: Sequence[IceMonth],
    ground: Ground,
    routes: Sequence[DrawnRoute],
    *,
    marked: int,
    whose: str,
) -> list[Placed]:
    """Return all names with their places on a disc of `RADIUS_PX`; parameters as of `map_names`."""
    runs = {route.id: route.runs() for route in routes}
    land = _in_px(land_of(ground))
    room = _Room().with_lines(run for line in runs.values() for run in line)
    made: list[Placed | None] = []
    for route in sorted(routes, key=lambda one: not one.is_lit):
        size, look = (_LIT_PX, "lit") if route.is_lit else (_ROUTE_PX, "other")
        broken = tuple(route.name.rsplit(" ", 1))
        options = [Words(rows, size, f"route {look}") for rows in ((route.name,), broken)]
        others = [run for other, line in runs.items() if other != route.id for run in line]
        liked = _Liked(within=land, far_from=others)
        made.append(_place_beside(runs[route.id], options, room, liked)[1])
    lands = {name.lines[0]: name.at for name in GROUND_NAMES}
    edges = room.with_lines(line for month in months for line in lines_of(month.edge))
    made += [_of_land(name, lands[name], room, edges) for name in _LANDS]
    beside = lines_of(months[marked - 1].edge)
    for number, month in enumerate(months, 1):
        edge, is_marked = lines_of(month.edge), number == marked
        others = [] if is_marked else beside
        ice = _in_px(ice_of(month))
        rows = _rows(messages.ICE_EDGE_BOTH if is_marked else messages.ICE_EDGE, number, whose)
        words = Words(rows, _EDGE_PX, f"edge-name m{number}")
        names = [(edge, words, _Liked(off=land, ice=ice, far_from=others))]
        if not is_marked:
            rows = _rows(messages.ICE_EDGE_MARKED, marked, whose)
            words = Words(rows, _EDGE_PX, f"edge-name marked m{number}")
            names.append((beside, words, _Liked(off=land, ice=ice, far_from=edge)))
        made += _edge_names(names, room.with_lines([*edge, *others]))
    return [one for one in made if one]


def _edge_names(
    names: Sequence[tuple[Sequence[Points], Words, _Liked]], room: _Room
) -> list[Placed | None]:
    """Return the names of a month's edges; where one would stand on ice, the other goes first.

    One that finds no other place than on the ice is left out: there it would name the ice.
    """
    tries = []
    for order in (names, names[::-1]):
        here = room.with_lines([])
        placed = [_place_beside(line, [words], here, liked) for line, words, liked in order]
        tries.append(placed)
        if all(cost < _ON_ICE for cost, _ in placed):
            break
    best = min(tries, key=lambda placed: sum(cost for cost, _ in placed))
    return [name for cost, name in best if cost < _ON_ICE]


def _rows(rows: Sequence[str], month: int, whose: str) -> tuple[str, ...]:
    return tuple(row.format(month=messages.MONTH_NAMES[month - 1], whose=whose) for row in rows)


def _in_px(area: BaseGeometry) -> BaseGeometry:
    pixels: BaseGeometry = shapely.transform(area, lambda at: at / _UNITS)
    shapely.prepare(pixels)
    return pixels


@dataclass(frozen=True)
class _Liked:
    """Where a name stands best: within an area, off others, nearer to its line than to some.

    Areas are in pixels, lines in units of the disc.
    """

    within: BaseGeometry | None = None
    off: BaseGeometry | None = None
    ice: BaseGeometry | None = None
    far_from: Sequence[Points] = ()

    def cost(self, boxes: Points, own: Sequence[Points]) -> Points:
        """Return the cost of each box of a name for lines of its own, in pixels."""
        areas = shapely.box(*boxes.T)
        cost: Points = np.zeros(len(boxes))
        if self.within is not None:
            cost += _OUTSIDE * (1 - shapely.contains(self.within, areas))
        for one, each in ((self.off, _OVER), (self.ice, _ON_ICE)):
            if one is not None:
                cost += each * shapely.intersects(one, areas)
        if self.far_from:
            other = shapely.MultiLineString([line / _UNITS for line in self.far_from])
            mine = shapely.MultiLineString(list(own))
            gaps = [shapely.distance(lines, areas) for lines in (mine, other)]
            cost += _MISREAD * (gaps[1] < gaps[0] - _NEARER_PX)
        return cost


def _place_beside(
    runs: Sequence[Points], options: Iterable[Words], room: _Room, liked: _Liked
) -> tuple[float, Placed | None]:
    """Return words beside a line, in the option that costs least, with that cost; take their room.

    None where there is room for no option.
    """
    lines = [resample(run / _UNITS, _TRY_PX) for run in runs]
    found = [
        (cost + _A_ROW * len(words.rows), i, words, box)
        for i, words in enumerate(options)
        for cost, box in _best_box(lines, words, room, liked)
    ]
    if not found:
        return np.inf, None
    cost, _, words, box = min(found, key=lambda one: one[:2])
    room.boxes.append(box)
    return cost, (words, box)


def _best_box(
    lines: Sequence[Points], words: Words, room: _Room, liked: _Liked
) -> Iterator[tuple[float, Points]]:
    """Yield the cost and the box of the best place of words beside lines, if there is room."""
    half = np.array(words.size) / 2
    boxes, costs = [np.empty((0, 4))], [np.empty(0)]
    longest = max(map(len, lines), default=1)
    for points in lines:
        short = _ON_SHORT * (1 - len(points) / longest)
        far = np.abs(np.linspace(-1, 1, len(points)))
        for *aside, more in product((-1, 0, 1), (-1, 0, 1), _FARTHER_PX):
            if any(aside):
                middle = points + np.array(aside) * (half + _AIR_PX + more)
                boxes.append(np.hstack([middle - half, middle + half]))
                costs.append(short + _OFF_MIDDLE * far + _A_PX * more + _TURNED * all(aside))
    every, cost = np.vstack(boxes), np.concatenate(costs)
    is_free = room.free(every)
    every, cost = every[is_free], cost[is_free]
    if len(every):
        cost = cost + liked.cost(every, lines) + _CROWDED * (1 - room.free(every + _CROWD_PX))
        yield float(cost.min()), every[cost.argmin()]


def _of_land(name: str, at: Sequence[float], room: _Room, edges: _Room) -> Placed | None:
    """Return the name of a land as near to its place as there is room; None where there is none.

    Where there is room beside the edges of all months too, that is better.
    """
    words = Words((name,), _LAND_PX, "land-name")
    wide, high = words.size[0] * _SPACED, words.size[1]
    steps = np.arange(-_LONGEST_SHIFT_PX, _LONGEST_SHIFT_PX + 1, 4.0)
    offsets = np.array(list(product(steps, steps)))
    middle = np.array(at) / _UNITS + offsets
    half = np.array([wide / 2 + 2, high / 2 + 1])
    every = np.hstack([middle - half, middle + half])
    is_free = room.free(every)
    if not is_free.any():
        return None
    cost = np.hypot(*offsets.T) + _LONGEST_SHIFT_PX * (1 - edges.free(every))
    best = every[np.where(is_free, cost, np.inf).argmin()]
    room.boxes.append(best)
    return words, best


def _text(words: Words, box: Points) -> Markup:
    x = round((box[0] + box[2]) / 2 * _UNITS)
    top = (box[1] + box[3] - words.size[1]) / 2
    rows = (
        svg_element("tspan", row, x=x, dy=f"{_ROW_EM if i else 0:g}em")
        for i, row in enumerate(words.rows)
    )
    y = round((top + words.size_px * (_ROW_EM - 1 + _RISE_EM)) * _UNITS)
    return svg_element("text", *rows, x=x, y=y, class_=words.look)

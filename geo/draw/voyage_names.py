"""Where the names of ways and ports stand on the map of a voyage.

Simple rules: what is placed first keeps its room, a later name takes the place that costs least.
All in pixels at a map's usual size; a name that is set larger or smaller keeps its middle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from geo.draw.type_lines import STEP_PX, Points, along, evened, moved, resample, smoothed, turns

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
SIDES = ("east", "west", "north", "south", "southeast", "northeast", "southwest", "northwest")
_LETTERS_EM = {" ": 0.2, "ijlI.,'": 0.28, "frt-()": 0.37, "s": 0.45, "mwMW": 0.84}
_LETTER_EM, _CAPITAL_EM = 0.55, 0.61
_LINE_EM = 1.15
_CAP_EM = 0.66
_OFF_PX = 10.0
_OFF_WIDE_PX = 13.0
"""From a line, and from a lit one, to the letters of a name along it."""
_WIDE_PX = 14.0
_AIR_PX = 4.0
_CORNER = 0.7
"""A name at a corner of a point stands so much nearer to it each way."""
_ROOM_PX = 1.1
"""How much longer than its name the stretch of a line is, at least."""
_MARGIN_PX = 8.0
_SHIFT_PX = 4.0
_COST_OF_TURN, _COST_OF_BOX, _COST_OF_LINE, _COST_OF_OWN, _COST_OFF_NAMED = 0.9, 2.5, 1.2, 0.8, 1.5
_COST_OF_OWN_LINE = 5.0
_COST_OF_CROSSING = 99.0
"""More than all else: where a name cannot but be crossed, it is left out."""
_TRIES = 60
"""How many places of a name along a line are looked at more closely."""
_TOUCH_EM, _TOUCH_PX = 0.5, 2.0
_PER_PX_AWAY = 0.03
_SAME_PX = 2.5
"""Lines this near each other are one for the eye."""
_BEYOND = 1.3


@dataclass
class Room:
    """What is taken on a map: boxes of names, and the points of lines."""

    boxes: list[Box] = field(default_factory=list)
    lines: dict[str, Points] = field(default_factory=dict)

    def is_free(self, box: Box, *, besides: Iterable[str] = ()) -> bool:
        """Return whether a box meets no name, and no line but those of some ways."""
        own = set(besides)
        return not any(_overlap(box, other) > 0 for other in self.boxes) and not any(
            len(points) and bool(np.any(_within(points, box)))
            for way, points in self.lines.items()
            if way not in own
        )

    def cost_of(self, box: Box, *, besides: str = "") -> float:
        """Return how much a name in this box would cover."""
        cost = sum(_COST_OF_BOX * (_overlap(box, other) > 0) for other in self.boxes)
        for way, points in self.lines.items():
            if way != besides and len(points):
                cost += _COST_OF_LINE * float(np.any(_within(points, box)))
        return cost


def width_px(text: str, size_px: float) -> float:
    """Return about how wide a text is set, in half bold letters without serifs."""
    return size_px * sum(_letter_em(letter) for letter in text)


def _letter_em(letter: str) -> float:
    for letters, em in _LETTERS_EM.items():
        if letter in letters:
            return em
    return _CAPITAL_EM if letter.isupper() else _LETTER_EM


def _overlap(a: Box, b: Box) -> float:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _within(points: Points, box: Box) -> Points:
    x, y = points.T
    found: Points = (x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])
    return found


def box_beside(
    at: Sequence[float], text: str, side: str, size_px: float, off_px: float = 8.0
) -> Box:
    """Return the box of a text that stands beside a point."""
    x, y = at
    wide, high = width_px(text, size_px), size_px * _LINE_EM
    is_corner = len(side) > len("south")
    off = off_px * _CORNER if is_corner else off_px
    left, top = x - wide / 2, y - high / 2
    if side.endswith("east"):
        left = x + off
    if side.endswith("west"):
        left = x - off - wide
    if side.startswith("north"):
        top = y - off - high
    if side.startswith("south"):
        top = y + off
    return left, top, left + wide, top + high


def place_beside(
    at: Sequence[float],
    text: str,
    size_px: float,
    room: Room,
    bounds: Box,
    *,
    first: str = "east",
    must: bool = False,
) -> str:
    """Return the side of a point that a name stands on, and take its room.

    Parameters
    ----------
    must
        Whether its room must be free; the side is '' where none is.
    """
    sides = sorted(SIDES, key=lambda side: side != first)

    def cost(side: str) -> float:
        box = box_beside(at, text, side, size_px)
        outside = not (
            bounds[0] <= box[0] and bounds[1] <= box[1] and box[2] <= bounds[2]
            and box[3] <= bounds[3]
        )  # fmt: skip
        return room.cost_of(box) + 9.0 * outside + 0.1 * sides.index(side)

    best = min(sides, key=cost)
    if must and not room.is_free(box_beside(at, text, best, size_px)):
        return ""
    room.boxes.append(box_beside(at, text, best, size_px))
    return best


@dataclass(frozen=True)
class Near:
    """A level name's box, and on which side of its line: 1 right, -1 left, 0 above or below."""

    box: Box
    side: int

    @property
    def at(self) -> tuple[float, float]:
        """Its middle; of a name beside its line the end that is next to it."""
        left, top, right, bottom = self.box
        x = {1: left, 0: (left + right) / 2, -1: right}[self.side]
        return x, (top + bottom) / 2

    @property
    def anchor(self) -> str:
        """Which part of it stands there: 'start', 'middle' or 'end'."""
        return {1: "start", 0: "middle", -1: "end"}[self.side]


def place_near(
    runs: Iterable[Points],
    text: str,
    size_px: float,
    room: Room,
    bounds: Box,
    *,
    way: str,
    towards: Sequence[Sequence[float]] = (),
) -> Near | None:
    """Return where a level name stands near its line, and take its room.

    Best is where the line is far from all others, so that the name can only be its own; None where
    it would cover another name, cross another line or leave the bounds everywhere.

    Parameters
    ----------
    towards
        Places that the name is best near to: the canal or the cape that it means.
    """
    wide, high = width_px(text, size_px), size_px * _LINE_EM
    others = [points for other, points in room.lines.items() if other != way and len(points)]
    crowd = np.vstack(others) if others else np.empty((0, 2))
    own = (way, f"{way}-other")
    best: tuple[float, Box, int] | None = None
    for run in runs:
        points = resample(run, 3 * STEP_PX)
        middle = np.linspace(-1, 1, len(points)) ** 2
        for (x, y), far in zip(points.tolist(), middle.tolist(), strict=True):
            for dx, dy in ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1)):
                cx = x + dx * (wide / 2 + _AIR_PX)
                cy = y + dy * (high / 2 + _AIR_PX)
                box = (cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
                if _is_out(box, bounds) or not room.is_free(_grown(box, 1), besides=own):
                    continue
                gap = np.hypot(*(crowd - (cx, cy)).T).min() if len(crowd) else wide
                away = min((np.hypot(cx - x0, cy - y0) for x0, y0 in towards), default=0.0)
                cost = 0.3 * far + 0.1 * (dx != 0) - 0.8 * min(gap / wide, 1.2)
                cost += _COST_OF_OWN_LINE * (not room.is_free(box)) + _PER_PX_AWAY * away
                if best is None or cost < best[0]:
                    best = cost, box, dx
    if best is None:
        return None
    _, box, dx = best
    room.boxes.append(box)
    return Near(box, dx)


def place_around(
    at: Sequence[float], size: tuple[float, float], room: Room, radius_px: float, shift_px: float
) -> tuple[float, float] | None:
    """Return the nearest place to a point where a box is free, and take its room.

    None where there is none within the disc and within `shift_px`.
    """
    wide, high = size
    steps = np.arange(0, shift_px + 1, _SHIFT_PX)
    offsets = {
        (sx * dx, sy * dy) for dx in steps for dy in steps for sx in (1, -1) for sy in (1, -1)
    }
    for dx, dy in sorted(offsets, key=lambda by: (np.hypot(*by), by)):
        x, y = at[0] + float(dx), at[1] + float(dy)
        box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        corner = np.hypot(abs(x) + wide / 2, abs(y) + high / 2)
        if np.hypot(dx, dy) <= shift_px and corner < radius_px and room.is_free(_grown(box, 2)):
            room.boxes.append(box)
            return x, y
    return None


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _is_out(box: Box, bounds: Box) -> bool:
    return box[0] < bounds[0] or box[1] < bounds[1] or box[2] > bounds[2] or box[3] > bounds[3]


@dataclass(frozen=True)
class Baseline:
    """The stretch of a line that a name is set along, and on which side: 1 above it, -1 below."""

    points: Points
    side: int


def place_along(
    runs: Iterable[Points],
    text: str,
    size_px: float,
    room: Room,
    radius_px: float,
    *,
    way: str,
    named: Points | None = None,
) -> Baseline | None:
    """Return the stretch of a line that a name is set along, and take its room.

    None where it would meet another name or another way everywhere.

    Parameters
    ----------
    radius_px
        The disc's, around 0, 0: a name keeps within it.
    named
        Points of the part that the name means, if that is not all of the line.
    """
    wide = width_px(text, size_px)
    found: list[tuple[float, Points, int]] = []
    for run in runs:
        points = smoothed(resample(run, STEP_PX))
        count = int(wide * _ROOM_PX / STEP_PX) + 1
        for start in range(0, len(points) - count, 4):
            window = points[start : start + count]
            if np.hypot(*window.T).max() > radius_px - _MARGIN_PX:
                continue
            if window[-1, 0] < window[0, 0]:
                window = window[::-1]
            for side in (1, -1):
                cost = _cost_along(window, side, size_px, room, way=way, named=named)
                if cost < _COST_OF_CROSSING:
                    found.append((cost, window, side))
    for _, window, side in sorted(found, key=lambda one: one[0])[:_TRIES]:
        letters = _letters(window, side, size_px, wide)
        if not _is_crossed(letters, size_px, room, way):
            half = size_px * 0.6
            room.boxes += [
                (x - half, y - half, x + half, y + half) for x, y in letters[::2].tolist()
            ]
            return Baseline(_going_on(_set_off(window, side, size_px)), side)
    return None


def _letters(window: Points, side: int, size_px: float, wide_px: float) -> Points:
    """Return middles of the letters of a name that is centred along a line."""
    line = _going_on(_set_off(window, side, size_px))
    line = moved(line, 1, (size_px * _CAP_EM / 2) * side)
    lengths = along(line)
    at = lengths[-1] / 2 + np.linspace(-wide_px / 2, wide_px / 2, int(wide_px / STEP_PX) + 2)
    return np.column_stack([np.interp(at, lengths, line[:, i]) for i in (0, 1)])


def _is_crossed(letters: Points, size_px: float, room: Room, way: str) -> bool:
    """Return whether another way or name meets letters."""
    touch = size_px * _TOUCH_EM + _TOUCH_PX
    others = [
        points
        for other, points in room.lines.items()
        if other not in {way, f"{way}-other"} and len(points)
    ]
    return any(_gaps(letters, points).min() < touch for points in others) or any(
        bool(_within(letters, _grown(box, size_px * _TOUCH_EM)).any()) for box in room.boxes
    )


def _middles(window: Points, side: int, size_px: float) -> Points:
    """Return middles of letters of a name along a line."""
    return _set_off(window, side, size_px, size_px * _CAP_EM / 2)


def _set_off(window: Points, side: int, size_px: float, more_px: float = 0.0) -> Points:
    """Return the evened line that a name is set on, off its own line.

    It is evened twice over: off the inside of a bend, letters would meet.
    """
    off = (_OFF_WIDE_PX if size_px > _WIDE_PX else _OFF_PX) + more_px
    line = resample(moved(_evened(window), side, off), 2 * STEP_PX)
    return _evened(_evened(line))


def _evened(line: Points) -> Points:
    """Even a line out as `evened` does, by a matrix that is kept: names try hundreds of lines."""
    found: Points = _evening(len(line)) @ line
    return found


@lru_cache(maxsize=128)
def _evening(count: int) -> Points:
    return evened(np.eye(count))


def _cost_along(
    window: Points, side: int, size_px: float, room: Room, *, way: str, named: Points | None
) -> float:
    cost = _COST_OF_TURN * float(np.abs(turns(window)).sum())
    letters, middle = _middles(window, side, size_px), window[::3]
    reach = size_px * 0.62
    area = _grown((*letters.min(axis=0), *letters.max(axis=0)), size_px + _TOUCH_PX)
    for box in room.boxes:
        if _overlap(box, area) > 0:
            share = float(_within(letters, _grown(box, reach)).mean())
            cost += _COST_OF_BOX * share * 3 + _COST_OF_CROSSING * (share > 0)
    for other, points in room.lines.items():
        near = points[_within(points, area)]
        if len(near):
            gaps = _gaps(letters, near)
            share = float((gaps < reach).mean())
            cost += (_COST_OF_OWN if other == f"{way}-other" else _COST_OF_LINE) * share * 4
            if other not in {way, f"{way}-other"}:
                cost += 6 * float((_gaps(middle, near) < _SAME_PX).mean())
                cost += _COST_OF_CROSSING * bool(gaps.min() < size_px * _TOUCH_EM + _TOUCH_PX)
    if named is not None and len(named):
        cost += _COST_OFF_NAMED * float((_gaps(middle, named) > 2 * STEP_PX).mean()) * 2
    steep = np.abs(window[-1] - window[0])
    return cost + 0.35 * float(steep[1] / max(np.hypot(*steep), 1e-9))


def _gaps(points: Points, others: Points) -> Points:
    """Return the distance of each point from the nearest of others."""
    apart = np.hypot(
        points[:, None, 0] - others[None, :, 0], points[:, None, 1] - others[None, :, 1]
    )
    found: Points = apart.min(axis=1)
    return found


def _going_on(line: Points) -> Points:
    """Let a line go straight on beyond both ends, for a name that is set wider than expected."""
    quarter = len(line) // 4
    chords = line[[0, -1]] - line[[quarter, -1 - quarter]]
    beyond = _BEYOND * float(along(line)[-1]) / 2
    lengths = np.maximum(np.hypot(*chords.T), 1e-9)
    first, last = line[[0, -1]] + chords / lengths[:, None] * beyond
    return np.vstack([first, line, last])

"""Where the names of ways and ports stand on the map of a voyage.

Simple rules: what is placed first keeps its room, a later name takes the place that costs least.
All in pixels at a map's usual size; a name that is set larger or smaller keeps its middle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.draw.type_lines import STEP_PX, Points, along, evened, moved, resample, smoothed, turns

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
SIDES = ("east", "west", "north", "south")
_LETTER_EM = 0.5
_LINE_EM = 1.15
_CAP_EM = 0.66
_OFF_PX = 10.0
_OFF_WIDE_PX = 13.0
"""From a line, and from a lit one, to the letters of a name along it."""
_WIDE_PX = 14.0
_AIR_PX = 4.0
_ROOM_PX = 1.12
"""How much longer than its name the stretch of a line is, at least."""
_MARGIN_PX = 8.0
_COST_OF_TURN, _COST_OF_BOX, _COST_OF_LINE, _COST_OF_OWN, _COST_OFF_NAMED = 0.9, 2.5, 1.2, 0.5, 1.5
_SAME_PX = 2.5
"""Lines this near each other are one for the eye."""
_BEYOND = 1.3


@dataclass
class Room:
    """What is taken on a map: boxes of names, and the points of lines."""

    boxes: list[Box] = field(default_factory=list)
    lines: dict[str, Points] = field(default_factory=dict)

    def cost_of(self, box: Box, *, besides: str = "") -> float:
        """Return how much a name in this box would cover."""
        cost = sum(_COST_OF_BOX * (_overlap(box, other) > 0) for other in self.boxes)
        for way, points in self.lines.items():
            if way != besides and len(points):
                cost += _COST_OF_LINE * float(np.any(_within(points, box)))
        return cost


def width_px(text: str, size_px: float) -> float:
    """Return about how wide a text is set."""
    return len(text) * _LETTER_EM * size_px


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
    left = {"east": x + off_px, "west": x - off_px - wide}.get(side, x - wide / 2)
    top = {"north": y - off_px - high, "south": y + off_px}.get(side, y - high / 2)
    return left, top, left + wide, top + high


def place_beside(
    at: Sequence[float], text: str, size_px: float, room: Room, bounds: Box, *, first: str = "east"
) -> str:
    """Return the side of a point that a name stands on, and take its room."""
    sides = sorted(SIDES, key=lambda side: side != first)

    def cost(side: str) -> float:
        box = box_beside(at, text, side, size_px)
        outside = not (
            bounds[0] <= box[0] and bounds[1] <= box[1] and box[2] <= bounds[2]
            and box[3] <= bounds[3]
        )  # fmt: skip
        return room.cost_of(box) + 9.0 * outside + 0.2 * sides.index(side)

    best = min(sides, key=cost)
    room.boxes.append(box_beside(at, text, best, size_px))
    return best


def place_near(
    runs: Iterable[Points], text: str, size_px: float, room: Room, bounds: Box, *, way: str
) -> tuple[float, float] | None:
    """Return where the middle of a level name stands near its line, and take its room.

    Best is where the line is far from all others, so that the name can only be its own; None where
    it would cover another name or leave the bounds everywhere.
    """
    wide, high = width_px(text, size_px), size_px * _LINE_EM
    others = [points for other, points in room.lines.items() if other != way and len(points)]
    crowd = np.vstack(others) if others else np.empty((0, 2))
    best: tuple[float, float, float] | None = None
    for run in runs:
        points = resample(run, 3 * STEP_PX)
        middle = np.linspace(-1, 1, len(points)) ** 2
        for (x, y), far in zip(points.tolist(), middle.tolist(), strict=True):
            for dx, dy in ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1)):
                cx = x + dx * (wide / 2 + _AIR_PX)
                cy = y + dy * (high / 2 + _AIR_PX)
                box = (cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
                if _is_out(box, bounds) or any(_overlap(box, b) > 0 for b in room.boxes):
                    continue
                gap = np.hypot(*(crowd - (cx, cy)).T).min() if len(crowd) else wide
                cost = room.cost_of(box) + 0.3 * far + 0.1 * (dx != 0) - 0.8 * min(gap / wide, 1.2)
                if best is None or cost < best[0]:
                    best = cost, cx, cy
    if best is None:
        return None
    _, cx, cy = best
    room.boxes.append((cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2))
    return cx, cy


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

    Parameters
    ----------
    radius_px
        The disc's, around 0, 0: a name keeps within it.
    named
        Points of the part that the name means, if that is not all of the line.
    """
    length = width_px(text, size_px) * _ROOM_PX
    best: tuple[float, Points, int] | None = None
    for run in runs:
        points = smoothed(resample(run, STEP_PX))
        count = int(length / STEP_PX) + 1
        for start in range(0, len(points) - count, 4):
            window = points[start : start + count]
            if np.hypot(*window.T).max() > radius_px - _MARGIN_PX:
                continue
            if window[-1, 0] < window[0, 0]:
                window = window[::-1]
            for side in (1, -1):
                cost = _cost_along(window, side, size_px, room, way=way, named=named)
                if best is None or cost < best[0]:
                    best = cost, window, side
    if best is None:
        return None
    _, window, side = best
    for x, y in _middles(window, side, size_px)[::2].tolist():
        half = size_px * 0.6
        room.boxes.append((x - half, y - half, x + half, y + half))
    return Baseline(_going_on(_set_off(window, side, size_px)), side)


def _middles(window: Points, side: int, size_px: float) -> Points:
    """Return middles of letters of a name along a line."""
    return _set_off(window, side, size_px, size_px * _CAP_EM / 2)


def _set_off(window: Points, side: int, size_px: float, more_px: float = 0.0) -> Points:
    """Return the evened line that a name is set on, off its own line.

    It is evened twice over: off the inside of a bend, letters would meet.
    """
    off = (_OFF_WIDE_PX if size_px > _WIDE_PX else _OFF_PX) + more_px
    return evened(evened(resample(moved(evened(window), side, off), 2 * STEP_PX)))


def _cost_along(
    window: Points, side: int, size_px: float, room: Room, *, way: str, named: Points | None
) -> float:
    cost = _COST_OF_TURN * float(np.abs(turns(window)).sum())
    letters, middle = _middles(window, side, size_px), window[::3]
    reach = size_px * 0.62
    for left, top, right, bottom in room.boxes:
        grown = (left - reach, top - reach, right + reach, bottom + reach)
        cost += _COST_OF_BOX * float(_within(letters, grown).mean() * 3)
    for other, points in room.lines.items():
        if len(points):
            share = float((_gaps(letters, points) < reach).mean())
            cost += (_COST_OF_OWN if other == f"{way}-other" else _COST_OF_LINE) * share * 4
            if other not in {way, f"{way}-other"}:
                cost += 6 * float((_gaps(middle, points) < _SAME_PX).mean())
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

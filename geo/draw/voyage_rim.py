"""Notes at the rim of the disc: where a line leaves it, and for which place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.draw.type_lines import Points
from geo.draw.voyage_lines import DISC_RADIUS, DrawnLine, in_disc
from geo.draw.voyage_names import Box, Room, width_px
from geo.escape import Markup, svg_element

_SIZE_PX = 11.0
_OFF_PX = 9.0
_REACH_PX = 18.0
_NEAR_PX = 52.0
_ARROWS = "→↘↓↙←↖↑↗"


@dataclass
class _Note:
    at: tuple[float, float]
    words: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)


def rim_notes(
    lines: Sequence[DrawnLine], whole: Mapping[DrawnLine, Points], room: Room, units_per_px: float
) -> list[Markup]:
    """Return a note for each place where lines leave the disc for good: 'to Yokohama ↑'.

    Those that leave it near each other share one: 'to Suez and Panama ↘'.
    """
    notes: list[_Note] = []
    for line in lines:
        if line.role == "variant" or not any(line.rim):
            continue
        for at, word in _exits(line, whole[line]):
            px = (at[0] / units_per_px, at[1] / units_per_px)
            near = (note for note in notes if np.hypot(*np.subtract(note.at, px)) < _NEAR_PX)
            note = next(near, None)
            if note is None:
                note = _Note(px)
                notes.append(note)
            if word not in note.words:
                note.words.append(word)
            if line.id not in note.ways:
                note.ways.append(line.id)
    return [_drawn(note, room, units_per_px) for note in notes]


def _exits(line: DrawnLine, points: Points) -> Iterable[tuple[tuple[float, float], str]]:
    """Yield where a track first comes in from beyond the rim, and where it last goes out."""
    runs = in_disc(points)
    if not runs:
        return
    begin, end = line.rim
    away = np.hypot(*points[[0, -1]].T) > DISC_RADIUS
    for is_away, word, at in ((away[0], begin, runs[0][0]), (away[1], end, runs[-1][-1])):
        if is_away and word:
            x, y = at.tolist()
            yield (x, y), word


def _drawn(note: _Note, room: Room, units_per_px: float) -> Markup:
    """Return a note: outside the disc where there is room for it, else ending at its exit."""
    x, y = note.at
    radius = DISC_RADIUS / units_per_px
    out = np.array((x, y)) / max(np.hypot(x, y), 1e-9)
    arrow = _ARROWS[round(float(np.degrees(np.arctan2(out[1], out[0]))) / 45) % 8]
    first, rest = note.words[0], _others(note.words)
    text = f"to {first}{rest} {arrow}"
    px, py = (np.array((x, y)) + out * _OFF_PX).tolist()
    wide = width_px(text, _SIZE_PX)
    reach = radius + _REACH_PX

    def box(anchor: str) -> Box:
        left = {"start": px, "end": px - wide}[anchor]
        return left, py - _SIZE_PX * 0.6, left + wide, py + _SIZE_PX * 0.6

    def cost(anchor: str) -> float:
        left, _, right, _ = found = box(anchor)
        outward = (anchor == "start") == (x > 0)
        return 9.0 * (left < -reach or right > reach) + room.cost_of(found) + 0.5 * (not outward)

    anchor = min(("start", "end"), key=cost)
    room.boxes.append(box(anchor))
    return svg_element(
        "text",
        svg_element("tspan", "to ", class_="more"),
        first,
        svg_element("tspan", rest, class_="more") if rest else None,
        f" {arrow}",
        x=round(px * units_per_px),
        y=round(py * units_per_px),
        dy=".35em",
        class_=f"note {anchor} {'right' if x > 0 else 'left'}",
        data_ways=" ".join(note.ways),
    )


def _others(words: Sequence[str]) -> str:
    """Return what follows the first of some words: ', Panama and the Cape'."""
    if len(words) == 1:
        return ""
    *between, last = words[1:]
    return "".join(f", {word}" for word in between) + f" and {last}"

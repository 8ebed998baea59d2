"""Notes at the rim of the disc: where a line leaves it, and for which place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo import messages
from geo.draw.type_lines import Points
from geo.draw.voyage_lines import DISC_RADIUS, DrawnLine, in_disc
from geo.draw.voyage_names import Box, Room, width_px
from geo.draw.voyage_settings import Setting
from geo.escape import Markup, svg_element
from geo.sentences import join_words

_SIZE_PX = 11.0
_OFF_PX = 4.0
_PLAIN = 0.94
"""How wide plain letters are to half bold ones."""
_NEAR, _FAR = 0.24, 0.22
"""Exits so near each other share a note, and so far from its exit it may stand: in radii."""
_ROW_EM, _BASE = 1.15, 0.8
"""From row to row, and of that from the top of a row to its base."""
_COST_OF_ROW_PX, _COST_OF_WORD_PX = 6.0, 100.0
_ARROWS = "→↘↓↙←↖↑↗"


@dataclass
class _Note:
    at: tuple[float, float]
    words: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)


def rim_notes(whole: Mapping[DrawnLine, Points], room: Room, setting: Setting) -> list[Markup]:
    """Return a note for each place where lines leave the disc for good: 'to Yokohama ↑'.

    Those that leave it near each other share one: 'to Suez and Panama ↘'.
    """
    notes: list[_Note] = []
    near_px = _NEAR * setting.radius
    for line, points in whole.items():
        if line.role == "variant" or not any(line.rim):
            continue
        for at, word in _exits(line, points):
            px = (at[0] / setting.units_per_px, at[1] / setting.units_per_px)
            near = (note for note in notes if np.hypot(*np.subtract(note.at, px)) < near_px)
            note = next(near, None)
            if note is None:
                note = _Note(px)
                notes.append(note)
            if word not in note.words:
                note.words.append(word)
            if line.id not in note.ways:
                note.ways.append(line.id)
    drawn = (_drawn(note, room, setting) for note in notes)
    return [one for one in drawn if one is not None]


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


def _drawn(note: _Note, room: Room, setting: Setting) -> Markup | None:
    """Return a note beyond the rim, as near to its exit as there is room.

    Where there is none for all its words, the first ones stand; None where there is none at all.
    """
    out = np.array(note.at) / max(np.hypot(*note.at), 1e-9)
    arrow = _ARROWS[round(float(np.degrees(np.arctan2(out[1], out[0]))) / 45) % 8]
    found = [
        (
            gap + _COST_OF_ROW_PX * len(rows) + _COST_OF_WORD_PX * (len(note.words) - count),
            box,
            rows,
        )
        for count in range(len(note.words), 0, -1)
        for rows in _broken(note.words[:count], arrow)
        for gap, box in _places(note.at, rows, room, setting)
        if gap < _FAR * setting.radius
    ]
    if not found:
        return None
    _, box, rows = min(found, key=lambda one: one[0])
    room.boxes.append(box)
    is_right = box[0] + box[2] > 0
    x = box[0] if is_right else box[2]
    units = setting.units_per_px
    step = _SIZE_PX * _ROW_EM
    return svg_element(
        "text",
        *(
            svg_element("tspan", row, x=round(x * units), dy=f"{_ROW_EM if i else 0:g}em")
            for i, row in enumerate(rows)
        ),
        x=round(x * units),
        y=round((box[1] + step * _BASE) * units),
        class_=f"note {setting.look} {'start' if is_right else 'end'}",
        data_ways=" ".join(note.ways),
    )


def _places(
    at: tuple[float, float], rows: Sequence[str], room: Room, setting: Setting
) -> Iterable[tuple[float, Box]]:
    """Yield the boxes beyond the rim that a note may have, each after its gap from the exit."""
    wide = _PLAIN * max(width_px(row, _SIZE_PX) for row in rows)
    high = _SIZE_PX * _ROW_EM * len(rows)
    radius, edge = setting.radius, setting.radius + setting.reach
    for top in np.arange(-radius, radius + setting.under - high + 1, 3.0).tolist():
        near = min(abs(top), abs(top + high)) if top * (top + high) > 0 else 0.0
        rim = float(np.sqrt(max((radius + _OFF_PX) ** 2 - near**2, 0.0)))
        starts = {rim, edge - wide, min(max(at[0] - wide / 2, rim), edge - wide)}
        if near >= radius + 2:
            starts.add(at[0] - wide / 2)
        for start in starts:
            for left in (start, -start - wide):
                box = (left, top, left + wide, top + high)
                is_beyond = left >= rim or left + wide <= -rim or near >= radius + 2
                if is_beyond and -edge <= left <= edge - wide and room.is_free(box):
                    yield _gap(at, box), box


def _gap(at: tuple[float, float], box: Box) -> float:
    """Return how far a point is from a box."""
    dx = max(box[0] - at[0], at[0] - box[2], 0.0)
    dy = max(box[1] - at[1], at[1] - box[3], 0.0)
    return float(np.hypot(dx, dy))


def _broken(words: Sequence[str], arrow: str) -> list[list[str]]:
    """Return the ways to break a note into one row, two or three."""
    names = join_words(list(words)).split(" ")
    parts = [f"{messages.VOYAGE_FIGURE_TO.format(names=names[0])}", *names[1:]]
    parts[-1] += f"\N{NO-BREAK SPACE}{arrow}"
    whole = [[" ".join(parts)]]
    twos = [[" ".join(parts[:i]), " ".join(parts[i:])] for i in range(1, len(parts))]
    return [*whole, *twos]

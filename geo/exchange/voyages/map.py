"""The map of a voyage's figure: every way in its dashes on a polar disc, and all on a strip."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.axes import Axes

from geo import messages
from geo.draw.figure.page import POINTS_PER_INCH
from geo.draw.figure.sheet import width_in
from geo.draw.figure.typefaces import sans, serif
from geo.draw.label_types import in_two
from geo.draw.palette import LIGHT, ROUTES, WIDTHS, Dashes
from geo.draw.type_lines import Points, along, resample
from geo.draw.voyage_lines import (
    ARCTIC,
    DISC_RADIUS,
    ROUTE_OF_WAY,
    STRIP_UNITS,
    DrawnLine,
    DrawnPort,
    Role,
    Strip,
    in_disc,
    on_disc,
    on_strip,
    place_on_strip,
)
from geo.draw.voyage_names import Baseline, Box, Room, place_along, place_beside, place_near
from geo.draw.voyage_places import BERING_STRAIT, GROUND_NAMES, UNITS_PER_PX, GroundName
from geo.exchange.voyages.ink import PORT_PX, Drawing
from geo.geodesy import TURN_DEG
from geo.sentences import join_words

ORDER: tuple[Role, ...] = ("shut", "rest", "variant", "usual", "lit")
REACH, REACH_UP = 1.09, 1.035
"""Half width and half height of the disc's drawing, in radii: names of ports stand beyond it."""
_ABOVE_GROUND = 5.0
_POINT_PX = 5.0
_NEAR_PX = 60.0
_NOTE_PX, _WAY_PX, _LIT_PX, _STRIP_PX = 11.0, 12.5, 16.0, 11.5
_NOTE_OFF_PX = 10.0
_PX_PT = 0.7
_SHUT_OPACITY = 0.34
_OPACITY = 0.45
_STRIP_WIDTHS: dict[Role, float] = {"lit": 2.2, "usual": 2.0}
_STRIP_WIDTH, _STRIP_DASH = 1.3, 0.6
_LONG_NOTE, _LETTER, _AIR_PX = 24, 0.47, 4.0
_ARROWS = "→↘↓↙←↖↑↗"
_GROUND_PT = {"land": 6.6, "water": 8.2, "ocean": 9.6, "gate": 8.0}


def draw_polar(
    axes: Axes, lines: Sequence[DrawnLine], ends: Sequence[DrawnPort], wide_in: float
) -> None:
    """Draw the ways on the disc with the names of the ground, of ways and of ports."""
    points_per_unit = wide_in * POINTS_PER_INCH / (2 * REACH * DISC_RADIUS)
    drawing = Drawing(axes, UNITS_PER_PX, points_per_unit * UNITS_PER_PX)
    whole = {line: on_disc(line.positions) for line in lines}
    runs = {line: in_disc(points) for line, points in whole.items()}
    named = {
        line: [run for part in line.named if part for run in in_disc(on_disc(part))]
        for line in lines
    }
    room = _room(runs, UNITS_PER_PX)
    room.boxes += [
        (box[0] / UNITS_PER_PX, box[1] / UNITS_PER_PX, box[2] / UNITS_PER_PX, box[3] / UNITS_PER_PX)
        for box in (name.box for name in GROUND_NAMES)
    ]
    count = len(room.boxes)
    _gate(drawing, room)
    radius = DISC_RADIUS / UNITS_PER_PX
    bounds = (-radius * REACH, -radius, radius * REACH, radius)
    for port in ends:
        x, y = on_disc([(port.lon, port.lat)] * 2)[0].tolist()
        if np.hypot(x, y) <= DISC_RADIUS:
            at = (x / UNITS_PER_PX, y / UNITS_PER_PX)
            drawing.port(port, (x, y), place_beside(at, port.name, PORT_PX, room, bounds))
    lit = {line.id for line in lines if line.role == "lit"}
    for line in ordered(lines):
        _draw_way(drawing, line, runs[line], named[line], is_of_lit=line.id in lit)
    for line in reversed(ordered(mains(lines))):
        if line.id in (*ARCTIC, "direct", "track"):
            _name_along(drawing, line, runs[line], named[line], room)
    _notes(drawing, lines, runs, whole)
    for name, box in zip(GROUND_NAMES, room.boxes, strict=False):
        if not any(_meet(box, other) for other in room.boxes[count:]):
            _write_ground(drawing, name)


def draw_world(
    axes: Axes, lines: Sequence[DrawnLine], ends: Sequence[DrawnPort], strip: Strip, wide_in: float
) -> None:
    """Draw the ways on the strip, with the names of southern ones and of ports."""
    points_per_unit = wide_in * POINTS_PER_INCH / STRIP_UNITS
    units = _PX_PT / points_per_unit
    drawing = Drawing(axes, units, _PX_PT)
    runs = {line: on_strip(line.positions, strip) for line in lines}
    for line in ordered(lines):
        if line in mains(lines):
            width = _STRIP_WIDTHS.get(line.role, _STRIP_WIDTH)
            dashes = tuple(max(dash * _STRIP_DASH, 0.1) for dash in _look(line)[1])
            opacity = _SHUT_OPACITY if line.role == "shut" else 1.0
            order = _ABOVE_GROUND + ORDER.index(line.role) / 10
            drawing.stroke(runs[line], width + 1.8, LIGHT.halo, order, opacity=0.7 * opacity)
            drawing.stroke(runs[line], width, _colour(line), order, dashes=dashes, opacity=opacity)
    room = _room(runs, units)
    bounds = (3.0, 3.0, STRIP_UNITS / units - 3, strip.height / units - 3)
    for port in ends:
        for x, y in _places(port, strip, units * PORT_PX):
            at = (x / units, y / units)
            drawing.port(port, (x, y), place_beside(at, port.name, PORT_PX, room, bounds))
    for line in reversed(ordered(mains(lines))):
        if line.id in ARCTIC:
            continue
        parts = [run / units for run in runs[line]]
        found = place_near(parts, line.name, _STRIP_PX, room, bounds, way=line.id)
        if found:
            at = (found.at[0] * units, found.at[1] * units)
            bound = {"start": "left", "middle": "center", "end": "right"}[found.anchor]
            style = {"weight": "bold", "color": _colour(line), "ha": bound}
            drawing.write(at, line.name, _STRIP_PX, **style)


def mains(lines: Iterable[DrawnLine]) -> list[DrawnLine]:
    """Return the track that stands for each way: the one that has its name."""
    return [line for line in lines if line.name]


def ordered(lines: Iterable[DrawnLine]) -> list[DrawnLine]:
    """Return lines as they are drawn: the lit last, solid ones over those with dashes."""
    return sorted(lines, key=lambda line: (ORDER.index(line.role), not _look(line)[1]))


def _look(line: DrawnLine) -> tuple[float, Dashes]:
    return ROUTES.get(ROUTE_OF_WAY[line.id], (WIDTHS["route"], ()))


def _colour(line: DrawnLine) -> str:
    return LIGHT.highlight if line.role == "lit" else LIGHT.kinds["route"]


def _draw_way(
    drawing: Drawing,
    line: DrawnLine,
    runs: Sequence[Points],
    named: Sequence[Points],
    *,
    is_of_lit: bool,
) -> None:
    order = _ABOVE_GROUND + ORDER.index(line.role) / 10
    if not line.name:
        usual = 1.0 if is_of_lit else _OPACITY
        drawing.stroke(
            runs,
            1.2 if is_of_lit else 1.0,
            LIGHT.highlight if is_of_lit else LIGHT.kinds["route"],
            order + (0.25 if is_of_lit else 0.0),
            dashes=(4, 3) if is_of_lit else (3, 3),
            opacity=_SHUT_OPACITY if line.role == "shut" else usual,
        )
        return
    width, dashes = _look(line)
    opacity = _SHUT_OPACITY if line.role == "shut" else 1.0
    is_lit = line.role == "lit"
    width = max(width, 2.6) if is_lit else width
    colour = _colour(line)
    drawing.stroke(runs, width + 1.8, LIGHT.halo, order, opacity=0.7 * opacity)
    drawing.stroke(runs, width, colour, order + 0.01, dashes=dashes, opacity=opacity)
    if is_lit and named:
        drawing.stroke(named, 14, colour, order + 0.02, opacity=0.16, is_round=True)
        drawing.stroke(named, 8.4, LIGHT.halo, order + 0.03, is_round=True)
        drawing.stroke(named, 5, colour, order + 0.04, dashes=dashes, is_round=True)


def _room(runs: dict[DrawnLine, list[Points]], units: float) -> Room:
    """Return the room that the lines take, the variants of a way apart from its own track."""
    taken: dict[str, list[Points]] = {}
    for line, parts in runs.items():
        key = line.id if line.name else f"{line.id}-other"
        taken.setdefault(key, []).extend(resample(part / units, _POINT_PX) for part in parts)
    return Room(lines={key: np.vstack(parts) for key, parts in taken.items() if parts})


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _write_ground(drawing: Drawing, name: GroundName) -> None:
    is_land = name.category == "land"
    text = "\n".join(name.lines)
    drawing.write(
        name.at,
        text.upper() if is_land else text,
        _GROUND_PT[name.category] / drawing.px_pt,
        color=LIGHT.kinds["state" if is_land else "sea"],
        family=sans() if is_land else serif(),
        style="normal" if is_land else "italic",
        weight="bold" if is_land else "normal",
        halo=LIGHT.arctic_land if is_land else LIGHT.sea,
        linespacing=1.0,
    )  # fmt: skip


def _gate(drawing: Drawing, room: Room) -> None:
    """Write the name of the Bering Strait where a way leads through it."""
    x, y = BERING_STRAIT.at
    at = (x / UNITS_PER_PX, y / UNITS_PER_PX)
    gaps = [np.hypot(*(points - at).T).min() for points in room.lines.values()]
    if not gaps or min(gaps) > 2 * _POINT_PX:
        return
    (text,) = BERING_STRAIT.lines
    radius = DISC_RADIUS / UNITS_PER_PX
    bounds = (-radius, -radius, radius, radius)
    side = place_beside(at, text, PORT_PX, room, bounds, first="west")
    drawing.beside((x, y), text, side)


def _name_along(
    drawing: Drawing, line: DrawnLine, runs: Sequence[Points], named: Sequence[Points], room: Room
) -> None:
    """Write a way's name along its line, letter by letter."""
    size = _LIT_PX if line.role == "lit" else _WAY_PX
    thick = [resample(run / UNITS_PER_PX, _POINT_PX) for run in named]
    parts = [run / UNITS_PER_PX for run in runs]
    only = np.vstack(thick) if thick else None
    radius = DISC_RADIUS / UNITS_PER_PX
    found = place_along(parts, line.name, size, room, radius, way=line.id, named=only)
    if found is not None:
        _set_along(drawing, found, line, size)


def _set_along(drawing: Drawing, base: Baseline, line: DrawnLine, size: float) -> None:
    per_px = POINTS_PER_INCH / drawing.px_pt
    widths = np.array(
        [width_in(letter, size * drawing.px_pt, ("bold", False)) for letter in line.name]
    )
    widths = widths * per_px * 1.03
    lengths = along(base.points)
    first = (lengths[-1] - widths.sum()) / 2
    middles = first + np.cumsum(widths) - widths / 2
    xs, ys = (np.interp(middles, lengths, base.points[:, axis]) for axis in (0, 1))
    slopes = np.gradient(base.points, axis=0)
    turns = np.unwrap(np.arctan2(slopes[:, 1], slopes[:, 0]))
    angles = np.interp(middles, lengths, turns)
    drop = 0.0 if base.side > 0 else size * 0.66
    for letter, x, y, angle in zip(line.name, xs, ys, angles, strict=True):
        if letter.strip():
            at = (x - np.sin(angle) * drop, y + np.cos(angle) * drop)
            drawing.write(
                (at[0] * drawing.units, at[1] * drawing.units),
                letter,
                size,
                rotation=-float(np.degrees(angle)),
                rotation_mode="anchor",
                va="baseline",
                weight="bold",
                color=_colour(line),
            )


def _notes(
    drawing: Drawing,
    lines: Sequence[DrawnLine],
    runs: dict[DrawnLine, list[Points]],
    whole: dict[DrawnLine, Points],
) -> None:
    """Write at the rim for which places lines leave the disc: 'to Suez and Panama'."""
    notes: list[tuple[tuple[float, float], list[str]]] = []
    for line in mains(lines):
        for (x, y), word in _exits(line, runs[line], whole[line]):
            at = (x / UNITS_PER_PX, y / UNITS_PER_PX)
            near = (words for where, words in notes if np.hypot(*np.subtract(where, at)) < _NEAR_PX)
            words = next(near, None)
            if words is None:
                notes.append((at, [word]))
            elif word not in words:
                words.append(word)
    for at, words in notes:
        out = np.array(at) / np.hypot(*at)
        arrow = _ARROWS[round(float(np.degrees(np.arctan2(out[1], out[0]))) / 45) % 8]
        text = f"{messages.VOYAGE_FIGURE_TO.format(names=join_words(words))} {arrow}"
        text = "\n".join(in_two(text)) if len(text) > _LONG_NOTE else text
        place, anchor = _outside(np.array(at) + out * _NOTE_OFF_PX, text)
        style = {"color": LIGHT.quiet_ink, "ha": anchor, "linespacing": 1.1}
        drawing.write((place * UNITS_PER_PX).tolist(), text, _NOTE_PX, **style)


def _outside(place: Points, text: str) -> tuple[Points, str]:
    """Return where a note stands beyond the rim and within the page, and how it is bound there."""
    radius = DISC_RADIUS / UNITS_PER_PX
    rows = text.split("\n")
    wide = max(len(row) for row in rows) * _NOTE_PX * _LETTER
    half = _NOTE_PX * 0.6 * len(rows)
    x, y = place.tolist()
    side = 1 if x > 0 else -1
    x = side * min(abs(x), radius * REACH - wide)
    while np.hypot(x, max(abs(y) - half, 0)) < radius + _AIR_PX and abs(y) < radius * REACH_UP:
        y += 2 if y > 0 else -2
    return np.array((x, y)), "left" if side > 0 else "right"


def _exits(
    line: DrawnLine, runs: Sequence[Points], whole: Points
) -> Iterable[tuple[tuple[float, float], str]]:
    """Yield where a track comes in from an origin beyond the rim, and leaves for the other end."""
    if not runs or not any(line.rim):
        return
    begins_away, ends_away = (np.hypot(*whole[at]) > DISC_RADIUS for at in (0, -1))
    is_arctic = line.id in ARCTIC
    if begins_away and (is_arctic or not ends_away):
        x, y = runs[0 if is_arctic else -1][0].tolist()
        yield (x, y), line.rim[0]
    if ends_away and (is_arctic or not begins_away):
        x, y = runs[-1 if is_arctic else 0][-1].tolist()
        yield (x, y), line.rim[1]


def _places(port: DrawnPort, strip: Strip, edge: float) -> list[list[float]]:
    """Return where a port stands on the strip, if it is not too near its upper edge."""
    if not strip.south < port.lat < strip.north:
        return []
    first = port.lon + np.ceil((strip.west - port.lon) / TURN_DEG) * TURN_DEG
    lons = np.arange(first, strip.west + strip.width, TURN_DEG)
    found: list[list[float]] = place_on_strip(
        np.column_stack([lons, np.full(len(lons), port.lat)]), strip
    ).tolist()
    return [at for at in found if at[1] > edge]

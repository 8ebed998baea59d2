"""The names on the disc of a voyage: ports, ways along their lines, notes at the rim, the ground.

They are placed for each setting by itself: on a telephone the same letters take more of the disc.
What matters most takes its room first; what finds none is left out, so no way crosses a name.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.draw.type_lines import Points, resample
from geo.draw.voyage_lines import (
    ARCTIC,
    BESIDE,
    DISC_RADIUS,
    DrawnLine,
    DrawnPort,
    on_disc,
    path_of,
)
from geo.draw.voyage_names import Box, Room, place_along, place_around, place_beside
from geo.draw.voyage_places import BERING_STRAIT, GROUND_NAMES, GroundName
from geo.draw.voyage_rim import rim_notes
from geo.draw.voyage_settings import Setting
from geo.escape import Markup, join, svg_element

PORT_PX = 11.5
POINT_PX = 2.5
_SMALLEST_PX = 11.0
_AT_GATE_PX = 10.0


@dataclass
class Lettering:
    """Names of one setting: of each end and each way, the notes, the gate, and the ground."""

    ends: dict[str, Markup] = field(default_factory=dict)
    ways: dict[str, Markup] = field(default_factory=dict)
    notes: list[Markup] = field(default_factory=list)
    gate: Markup | None = None
    ground: list[Markup] = field(default_factory=list)


@dataclass(frozen=True)
class Tracks:
    """The lines on a disc, in its units.

    Attributes
    ----------
    mains
        The track that has its way's name, the weightiest first.
    whole, runs, named
        Each line: all of it, its parts within the rim, and its named parts.
    """

    mains: Sequence[DrawnLine]
    whole: Mapping[DrawnLine, Points]
    runs: Mapping[DrawnLine, list[Points]]
    named: Mapping[DrawnLine, list[Points]]


def letter_disc(
    tracks: Tracks, ends: Sequence[DrawnPort], room: Room, setting: Setting
) -> Lettering:
    """Return the names of a setting; `room` is what is taken already, in the setting's pixels."""
    room.boxes.append(setting.tools)
    found = Lettering()
    for port in ends:
        found.ends[port.id] = _end(port, room, setting)
    found.gate = _gate(room, setting)
    for line in tracks.mains:
        name = _along(line, tracks, room, setting)
        if name is not None:
            found.ways[line.id] = name
    found.notes = rim_notes(tracks.whole, room, setting)
    placed = (_of_ground(name, room, setting) for name in GROUND_NAMES)
    found.ground = [name for name in placed if name is not None]
    return found


def room_of(
    runs: Mapping[DrawnLine, list[Points]], mains: Collection[DrawnLine], units_per_px: float
) -> Room:
    """Return the room that lines take, the variants of a way apart from its own track."""
    taken: dict[str, list[Points]] = {}
    for line, parts in runs.items():
        key = line.id if line in mains else f"{line.id}-other"
        taken.setdefault(key, []).extend(resample(p / units_per_px, POINT_PX) for p in parts)
    return Room(lines={key: np.vstack(parts) for key, parts in taken.items() if parts})


def bounds_of(setting: Setting) -> Box:
    """Return the box that names keep within."""
    radius, reach = setting.radius, setting.reach
    return -radius - reach, -radius, radius + reach, radius


def _end(port: DrawnPort, room: Room, setting: Setting) -> Markup:
    x, y = on_disc([(port.lon, port.lat)] * 2)[0].tolist()
    px = (x / setting.units_per_px, y / setting.units_per_px)
    side = place_beside(px, port.name, PORT_PX, room, bounds_of(setting))
    look = f"{side} {setting.look}"
    return svg_element("text", port.name, x=round(x), y=round(y), class_=look)


def _gate(room: Room, setting: Setting) -> Markup | None:
    """Return the name of the Bering Strait where a way leads through it."""
    x, y = BERING_STRAIT.at
    at = (x / setting.units_per_px, y / setting.units_per_px)
    gaps = [np.hypot(*(points - at).T).min() for points in room.lines.values()]
    if not gaps or min(gaps) > _AT_GATE_PX:
        return None
    (text,) = BERING_STRAIT.lines
    side = place_beside(at, text, PORT_PX, room, bounds_of(setting), first="west", must=True)
    if not side:
        return None
    look = f"gate {side} {setting.look}"
    return svg_element("text", text, x=round(x), y=round(y), class_=look)


def _along(line: DrawnLine, tracks: Tracks, room: Room, setting: Setting) -> Markup | None:
    """Return a way's name along its line; southern ways only touch the disc."""
    if line.id not in (*ARCTIC, *BESIDE, "direct", "track"):
        return None
    units = setting.units_per_px
    thick = [resample(run / units, POINT_PX) for run in tracks.named[line]]
    only = np.vstack(thick) if thick else None
    usual = setting.lit if line.role == "lit" else setting.way
    for size in (usual, min(usual, _SMALLEST_PX)):
        found = place_along(
            [run / units for run in tracks.runs[line]],
            line.name,
            size,
            room,
            DISC_RADIUS / units,
            way=line.id,
            named=only,
        )
        if found is None:
            continue
        identity = f"voyage-along-{setting.look}-{line.id}"
        run = svg_element("textPath", line.name, href=f"#{identity}", startOffset="50%")
        look = f"along {setting.look}{' tight' * (size < usual)}"
        return join(
            svg_element("path", d=path_of([found.points * units]), id=identity, class_="baseline"),
            svg_element("text", run, dy=None if found.side > 0 else ".66em", class_=look),
        )
    return None


def _of_ground(name: GroundName, room: Room, setting: Setting) -> Markup | None:
    """Return a name of the ground; it gives way a little to what is there, or is left out."""
    if name.is_minor and setting.ground < 1:
        return None
    units = setting.units_per_px
    at = tuple(one / units for one in name.at)
    wide, high = (length * setting.ground for length in name.size_px)
    place = place_around(at, (wide, high), room, setting.radius, name.shift_px * setting.ground)
    if place is None:
        return None
    x, y = (round(one * units) for one in place)
    rise = (1 - len(name.lines)) * 0.55 + 0.35
    rows = (
        svg_element("tspan", row, x=x, dy=f"{1.1 if index else rise:.2f}em")
        for index, row in enumerate(name.lines)
    )
    return svg_element("text", *rows, x=x, y=y, class_=f"name {name.category} {setting.look}")

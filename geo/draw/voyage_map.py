"""The map of a voyage as inline SVG: the lines of all its ways, above a ground that stays.

Two drawings, each of two SVGs that are stacked: a polar disc for the Arctic ways, and below it a
Mercator strip for the southern ones. Lines carry classes only; the sheet of `geo.draw.voyage_css`
says how each stands, so a script lights a way by its class: `<g class="way lit" data-way="nsr">`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import numpy as np

from geo import messages
from geo.draw.palette import ROUTES
from geo.draw.type_lines import Points
from geo.draw.voyage_ground import disc_box, polar_ground, strip_box, world_ground
from geo.draw.voyage_lettering import PORT_PX, Lettering, Tracks, letter_disc, room_of
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
    path_of,
    place_on_strip,
    stretch_of,
    strip_window,
    thinned,
)
from geo.draw.voyage_marks import DrawnMark, drawn_marks
from geo.draw.voyage_names import Box, Room, place_beside, place_near
from geo.draw.voyage_settings import SETTINGS, Setting
from geo.escape import Markup, join, svg_element
from geo.geodesy import TURN_DEG, Position

__all__ = [
    "DrawnLine",
    "DrawnMark",
    "DrawnPort",
    "polar_ground",
    "polar_lines",
    "stretch_of",
    "strip_window",
    "voyage_map",
    "world_ground",
    "world_lines",
]

_ORDER: tuple[Role, ...] = ("shut", "rest", "variant", "usual", "lit")
_STRIP_PX = 11.5
_STRIP_UNITS_PER_PX = STRIP_UNITS / 360
"""Names are placed for a strip as narrow as this."""
_EDGE_PX = 3.0
_STRIP_TOOLS: Box = (0, 0, 68, 24)
"""What the buttons take of the strip, where it is as wide as beside a column of text."""
_MEANT: dict[str, Position] = {
    "suez": (48.0, 12.0),
    "cape": (19.0, -36.0),
    "panama": (-82.0, 11.0),
}
"""Where the name of a southern way stands best on the strip: by what it is named for."""


def voyage_map(
    ground: Markup,
    lines: Markup,
    *,
    frame: Literal["polar", "world"],
    raised: Iterable[str] = (),
    takes_points: bool = False,
) -> Markup:
    """Return the ground and the lines of a drawing, stacked.

    Parameters
    ----------
    raised
        States whose waters are raised: those of the lit way's main state.
    takes_points
        Whether a press anywhere on it sets a point.
    """
    return svg_element(
        "div",
        ground,
        lines,
        class_=f"voyage-map {frame}",
        data_tools=f"{messages.ZOOM_IN}|{messages.ZOOM_OUT}|{messages.ZOOM_HOME}",
        data_choose=messages.VOYAGE_CHOOSE_PORT,
        data_raised=" ".join(raised) or None,
        data_takes="points" if takes_points else None,
    )


def polar_lines(
    lines: Sequence[DrawnLine],
    ends: Sequence[DrawnPort],
    *,
    label: str,
    ports: Iterable[DrawnPort] = (),
    marks: Iterable[DrawnMark] = (),
) -> Markup:
    """Return the lines and ports on the disc as an SVG, to lie over `polar_ground`.

    Parameters
    ----------
    ends
        Origin and destination.
    label
        What the drawing shows, for screen readers.
    ports
        Other ports, which can be pressed.
    marks
        Places with a ring, and a letter in it.
    """
    whole = {line: on_disc(line.positions) for line in lines}
    runs = {line: in_disc(points) for line, points in whole.items()}
    named = {
        line: [run for part in line.named if part for run in in_disc(on_disc(part))]
        for line in lines
    }
    on_it = [port for port in ends if in_disc_points([(port.lon, port.lat)])]
    mains, tracks = _mains(lines).values(), Tracks(_by_weight(lines), whole, runs, named)
    marked, marks = None, list(marks)
    lettered: list[Lettering] = []
    for setting in SETTINGS:
        room = room_of(runs, mains, setting.units_per_px)
        rings = _rings_on_disc(marks, room, setting)
        marked = marked or rings
        lettered.append(letter_disc(tracks, on_it, room, setting))
    names = {line.id: join(*(one.ways.get(line.id) for one in lettered)) for line in lines}
    drawn_ends = [
        _ring(port, at, *(one.ends[port.id] for one in lettered))
        for port in on_it
        for at in in_disc_points([(port.lon, port.lat)])
    ]
    others = [
        _port(port, at)
        for port in ports
        if port.id not in {end.id for end in ends}
        for at in in_disc_points([(port.lon, port.lat)])
    ]
    return svg_element(
        "svg",
        svg_element("g", *(name for one in lettered for name in one.ground), class_="names"),
        svg_element("g", *others, class_="ports"),
        *_ways(lines, runs, named, names),
        *(one.gate for one in lettered),
        marked,
        svg_element("g", *(note for one in lettered for note in one.notes), class_="notes"),
        svg_element("g", *drawn_ends, class_="ends"),
        class_="lines",
        viewBox=disc_box(),
        role="img",
        aria_label=label,
    )


def _rings_on_disc(marks: Iterable[DrawnMark], room: Room, setting: Setting) -> Markup | None:
    return drawn_marks(
        marks, lambda mark: in_disc_points([(mark.lon, mark.lat)]), setting.units_per_px, room
    )


def in_disc_points(positions: Sequence[Position]) -> list[tuple[float, float]]:
    """Return those of some positions that are on the disc, in its units."""
    found = [on_disc([at, at])[0].tolist() for at in positions]
    return [(x, y) for x, y in found if np.hypot(x, y) <= DISC_RADIUS]


def world_lines(
    lines: Sequence[DrawnLine],
    ends: Sequence[DrawnPort],
    strip: Strip,
    *,
    label: str,
    ports: Iterable[DrawnPort] = (),
    marks: Iterable[DrawnMark] = (),
) -> Markup:
    """Return the lines and ports on the strip as an SVG, to lie over `world_ground`.

    A port stands there as often as the strip shows it. Parameters as of `polar_lines`.
    """
    runs = {line: on_strip(line.positions, strip) for line in lines}
    named = {
        line: [run for part in _turned(line) for run in on_strip(part, strip)] for line in lines
    }
    room = room_of(runs, _mains(lines).values(), _STRIP_UNITS_PER_PX)
    room.boxes.append(_STRIP_TOOLS)
    rings = drawn_marks(
        marks, lambda mark: _places((mark.lon, mark.lat), strip), _STRIP_UNITS_PER_PX, room
    )
    right, bottom = STRIP_UNITS / _STRIP_UNITS_PER_PX, strip.height / _STRIP_UNITS_PER_PX
    bounds = (_EDGE_PX, _EDGE_PX, right - _EDGE_PX, bottom - _EDGE_PX)
    drawn_ends = [
        end
        for port in ends
        for end in _ends(port, _places((port.lon, port.lat), strip), room, bounds)
    ]
    names = {
        line.id: _near(line, runs[line], room, bounds, strip)
        for line in _by_weight(lines)
        if line.id not in ARCTIC
    }
    others = [
        _port(port, at)
        for port in ports
        if port.id not in {end.id for end in ends}
        for at in _places((port.lon, port.lat), strip)
    ]
    return svg_element(
        "svg",
        svg_element("g", *others, class_="ports"),
        *_ways(lines, runs, named, names),
        rings,
        svg_element("g", *drawn_ends, class_="ends"),
        class_="lines",
        viewBox=strip_box(strip),
        role="img",
        aria_label=label,
    )


def _turned(line: DrawnLine) -> list[tuple[Position, ...]]:
    """Return the named parts with longitudes in the same turn as the track itself."""
    at = np.array(line.positions, dtype=float)
    found: list[tuple[Position, ...]] = []
    for part in filter(None, line.named):
        lon, lat = part[0]
        turns = np.round((at[:, 0] - lon) / TURN_DEG)
        gaps = np.hypot(at[:, 0] - lon - turns * TURN_DEG, at[:, 1] - lat)
        shift = float(turns[gaps.argmin()]) * TURN_DEG
        found.append(tuple((one + shift, other) for one, other in part))
    return found


def _places(position: Position, strip: Strip) -> list[tuple[float, float]]:
    lon, lat = position
    if not strip.south < lat < strip.north:
        return []
    first = lon + np.ceil((strip.west - lon) / TURN_DEG) * TURN_DEG
    lons = np.arange(first, strip.west + strip.width, TURN_DEG)
    positions = np.column_stack([lons, np.full(len(lons), lat)])
    return [(x, y) for x, y in place_on_strip(positions, strip).tolist()]


def _by_weight(lines: Iterable[DrawnLine]) -> list[DrawnLine]:
    """Return each way's own track, the lit way first: it chooses where its name stands."""
    own = [line for line in _mains(lines).values() if line.name]
    return sorted(own, key=lambda line: -_ORDER.index(line.role))


def _mains(lines: Iterable[DrawnLine]) -> dict[str, DrawnLine]:
    """Return the track that stands for each way: the first that is no variant."""
    mains: dict[str, DrawnLine] = {}
    for line in sorted(lines, key=lambda line: line.role in {"variant", "shut"}):
        mains.setdefault(line.id, line)
    return mains


def _ways(
    lines: Sequence[DrawnLine],
    runs: dict[DrawnLine, list[Points]],
    named: dict[DrawnLine, list[Points]],
    names: Mapping[str, Markup | None],
) -> list[Markup]:
    """Return a group for each way, the lit one last so that it lies above the others."""
    mains = _mains(lines)
    order = sorted(mains.values(), key=lambda line: (_ORDER.index(line.role), _is_solid(line)))
    groups = []
    for main in order:
        beside = [line for line in lines if line.id == main.id and line is not main]
        parts = [_path(runs[line], "variant", line) for line in beside]
        thick = named[main]
        groups.append(
            svg_element(
                "g",
                *parts,
                _path(runs[main], "casing"),
                _path(runs[main], "line", main),
                _path(thick, "glow"),
                _path(thick, "halo"),
                _path(thick, "named"),
                _path(runs[main], "grip"),
                names.get(main.id),
                class_=f"way {main.role}",
                data_way=main.id,
            )
        )
    return groups


def _is_solid(line: DrawnLine) -> bool:
    """Return whether a way has no dashes; such a line covers the others that it runs with."""
    _, dashes = ROUTES.get(ROUTE_OF_WAY[line.id], (0, ()))
    return not dashes


def _path(runs: list[Points], name: str, line: DrawnLine | None = None) -> Markup | None:
    d = path_of(thinned(run) for run in runs)
    if not d:
        return None
    shut = " shut" * (line is not None and name == "variant" and line.role == "shut")
    variant = line.variant if line else ""
    return svg_element("path", d=d, class_=name + shut, data_variant=variant or None)


def _near(
    line: DrawnLine, runs: list[Points], room: Room, bounds: Box, strip: Strip
) -> Markup | None:
    """Return a way's name near its line on the strip."""
    parts = [run / _STRIP_UNITS_PER_PX for run in runs]
    units = _STRIP_UNITS_PER_PX
    towards = [(x / units, y / units) for x, y in meant_places(line, strip)]
    near = place_near(parts, line.name, _STRIP_PX, room, bounds, way=line.id, towards=towards)
    if near is None:
        return None
    x, y = (round(value * units) for value in near.at)
    return svg_element("text", line.name, x=x, y=y, dy=".35em", class_=f"near {near.anchor}")


def meant_places(line: DrawnLine, strip: Strip) -> list[tuple[float, float]]:
    """Return where on the strip the canal or the cape lies that a way is named for."""
    return _places(_MEANT[line.id], strip) if line.id in _MEANT else []


def _ends(
    port: DrawnPort, places: Sequence[tuple[float, float]], room: Room, bounds: Box
) -> list[Markup]:
    """Return the rings of one end of the voyage on the strip: each named where there is room.

    Where there is none beside any of them, and the disc does not name it, the first has its name
    all the same.
    """
    units = _STRIP_UNITS_PER_PX
    there = [(x / units, y / units) for x, y in places]
    sides = [place_beside(at, port.name, PORT_PX, room, bounds, must=True) for at in there]
    if there and not any(sides) and not in_disc_points([(port.lon, port.lat)]):
        sides[0] = place_beside(there[0], port.name, PORT_PX, room, bounds)
    return [
        _ring(
            port,
            (x, y),
            svg_element("text", port.name, x=round(x), y=round(y), class_=side) if side else None,
        )
        for (x, y), side in zip(places, sides, strict=True)
    ]


def _ring(port: DrawnPort, at: tuple[float, float], *names: Markup | None) -> Markup:
    return svg_element(
        "g",
        svg_element("circle", cx=round(at[0]), cy=round(at[1]), class_="ring"),
        *names,
        class_="port end",
        data_port=port.id,
    )


def _port(port: DrawnPort, at: tuple[float, float]) -> Markup:
    x, y = (round(value) for value in at)
    return svg_element(
        "g",
        svg_element("title", port.name),
        svg_element("circle", cx=x, cy=y, class_="ring"),
        svg_element("circle", cx=x, cy=y, class_="grip"),
        class_="port",
        data_port=port.id,
    )

"""The map of a voyage as inline SVG: the lines of all its ways, above a ground that stays.

Two drawings, each of two SVGs that are stacked: a polar disc for the Arctic ways, and below it a
Mercator strip for the southern ones. Lines carry classes only; the sheet of `geo.draw.voyage_css`
says how each stands, so a script lights a way by its class: `<g class="way lit" data-way="nsr">`.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

from geo import messages
from geo.draw.palette import ROUTES
from geo.draw.type_lines import Points, resample
from geo.draw.voyage_ground import (
    BERING_STRAIT,
    GROUND_NAMES,
    UNITS_PER_PX,
    disc_box,
    polar_ground,
    strip_box,
    world_ground,
)
from geo.draw.voyage_lines import (
    ARCTIC,
    DISC_RADIUS,
    NORTH_DEG,
    ROUTE_OF_WAY,
    SOUTH_DEG,
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
from geo.draw.voyage_names import Box, Room, place_along, place_beside, place_near
from geo.draw.voyage_rim import rim_notes
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
_SIZES_PX: dict[str, float] = {"lit": 16.0}
_SIZE_PX, _PORT_PX, _STRIP_PX = 12.5, 11.5, 11.5
_STRIP_UNITS_PER_PX = STRIP_UNITS / 360
"""Names are placed for a strip as narrow as this."""
_POINT_PX = 5.0
_RADIUS_PX = DISC_RADIUS / UNITS_PER_PX
_REACH_PX = 22.0
"""How far beyond the disc's box the name of a port may reach."""
_EDGE_PX = 3.0


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
    room = _room(runs, UNITS_PER_PX)
    room.boxes += [_in_px(name.box) for name in GROUND_NAMES]
    rings = drawn_marks(
        marks, lambda mark: in_disc_points([(mark.lon, mark.lat)]), UNITS_PER_PX, room
    )
    gate = _gate(room)
    bounds = (-_RADIUS_PX - _REACH_PX, -_RADIUS_PX, _RADIUS_PX + _REACH_PX, _RADIUS_PX)
    drawn_ends = [
        _end(port, at, UNITS_PER_PX, room, bounds)
        for port in ends
        for at in in_disc_points([(port.lon, port.lat)])
    ]
    names = {line.id: _along(line, runs[line], named[line], room) for line in _by_weight(lines)}
    notes = rim_notes(lines, whole, room, UNITS_PER_PX)
    others = [
        _port(port, at)
        for port in ports
        if port.id not in {end.id for end in ends}
        for at in in_disc_points([(port.lon, port.lat)])
    ]
    return svg_element(
        "svg",
        svg_element("g", *others, class_="ports"),
        *_ways(lines, runs, named, names),
        gate,
        rings,
        svg_element("g", *notes, class_="notes"),
        svg_element("g", *drawn_ends, class_="ends"),
        class_="lines",
        viewBox=disc_box(),
        role="img",
        aria_label=label,
    )


def in_disc_points(positions: Sequence[Position]) -> list[tuple[float, float]]:
    """Return those of some positions that are on the disc, in its units."""
    found = [on_disc([at, at])[0].tolist() for at in positions]
    return [(x, y) for x, y in found if np.hypot(x, y) <= DISC_RADIUS]


def world_lines(
    lines: Sequence[DrawnLine],
    ends: Sequence[DrawnPort],
    west_lon: float,
    width_deg: float,
    *,
    label: str,
    ports: Iterable[DrawnPort] = (),
    marks: Iterable[DrawnMark] = (),
) -> Markup:
    """Return the lines and ports on the strip as an SVG, to lie over `world_ground`.

    A port stands there as often as the strip shows it. Parameters as of `polar_lines`, and the
    window as of `world_ground`.
    """
    strip = Strip(west_lon, width_deg)
    runs = {line: on_strip(line.positions, strip) for line in lines}
    named = {
        line: [run for part in _turned(line) for run in on_strip(part, strip)] for line in lines
    }
    room = _room(runs, _STRIP_UNITS_PER_PX)
    rings = drawn_marks(marks, lambda mark: _places(mark, strip), _STRIP_UNITS_PER_PX, room)
    right, bottom = STRIP_UNITS / _STRIP_UNITS_PER_PX, strip.height / _STRIP_UNITS_PER_PX
    bounds = (_EDGE_PX, _EDGE_PX, right - _EDGE_PX, bottom - _EDGE_PX)
    drawn_ends = [
        _end(port, at, _STRIP_UNITS_PER_PX, room, bounds)
        for port in ends
        for at in _places(port, strip)
    ]
    names = {
        line.id: _near(line, runs[line], room, bounds)
        for line in _by_weight(lines)
        if line.id not in ARCTIC
    }
    others = [
        _port(port, at)
        for port in ports
        if port.id not in {end.id for end in ends}
        for at in _places(port, strip)
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


def _places(port: DrawnPort | DrawnMark, strip: Strip) -> list[tuple[float, float]]:
    if not SOUTH_DEG < port.lat < NORTH_DEG:
        return []
    first = port.lon + np.ceil((strip.west - port.lon) / TURN_DEG) * TURN_DEG
    lons = np.arange(first, strip.west + strip.width, TURN_DEG)
    positions = np.column_stack([lons, np.full(len(lons), port.lat)])
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


def _room(runs: dict[DrawnLine, list[Points]], units_per_px: float) -> Room:
    """Return the room that the lines take, the variants of a way apart from its own track."""
    mains = _mains(runs).values()
    taken: dict[str, list[Points]] = {}
    for line, parts in runs.items():
        key = line.id if line in mains else f"{line.id}-other"
        taken.setdefault(key, []).extend(resample(p / units_per_px, _POINT_PX) for p in parts)
    return Room(lines={key: np.vstack(parts) for key, parts in taken.items() if parts})


def _in_px(box: Box) -> Box:
    left, top, right, bottom = (value / UNITS_PER_PX for value in box)
    return left, top, right, bottom


def _ways(
    lines: Sequence[DrawnLine],
    runs: dict[DrawnLine, list[Points]],
    named: dict[DrawnLine, list[Points]],
    names: dict[str, Markup | None],
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


def _along(line: DrawnLine, runs: list[Points], named: list[Points], room: Room) -> Markup | None:
    """Return a way's name along its line on the disc; southern ways only touch it."""
    if line.id not in (*ARCTIC, "direct", "track"):
        return None
    parts = [run / UNITS_PER_PX for run in runs]
    thick = [resample(run / UNITS_PER_PX, _POINT_PX) for run in named]
    size = _SIZES_PX.get(line.role, _SIZE_PX)
    only = np.vstack(thick) if thick else None
    found = place_along(parts, line.name, size, room, _RADIUS_PX, way=line.id, named=only)
    if found is None:
        return None
    identity = f"voyage-along-{line.id}"
    run = svg_element("textPath", line.name, href=f"#{identity}", startOffset="50%")
    return join(
        svg_element(
            "path", d=path_of([found.points * UNITS_PER_PX]), id=identity, class_="baseline"
        ),
        svg_element("text", run, dy=None if found.side > 0 else ".66em", class_="along"),
    )


def _near(line: DrawnLine, runs: list[Points], room: Room, bounds: Box) -> Markup | None:
    """Return a way's name near its line on the strip."""
    parts = [run / _STRIP_UNITS_PER_PX for run in runs]
    at = place_near(parts, line.name, _STRIP_PX, room, bounds, way=line.id)
    if at is None:
        return None
    x, y = (round(value * _STRIP_UNITS_PER_PX) for value in at)
    return svg_element("text", line.name, x=x, y=y, dy=".35em", class_="near")


def _gate(room: Room) -> Markup | None:
    """Return the name of the Bering Strait where a way leads through it."""
    x, y = BERING_STRAIT.at
    at = (x / UNITS_PER_PX, y / UNITS_PER_PX)
    near = [
        points for points in room.lines.values() if np.hypot(*(points - at).T).min() < 2 * _POINT_PX
    ]
    if not near:
        return None
    (text,) = BERING_STRAIT.lines
    bounds = (-_RADIUS_PX, -_RADIUS_PX, _RADIUS_PX, _RADIUS_PX)
    side = place_beside(at, text, _PORT_PX, room, bounds, first="west")
    return svg_element("text", text, x=round(x), y=round(y), class_=f"gate {side}")


def _end(
    port: DrawnPort, at: tuple[float, float], units_per_px: float, room: Room, bounds: Box
) -> Markup:
    """Return the ring and the name of one end of the voyage."""
    x, y = at
    px = (x / units_per_px, y / units_per_px)
    side = place_beside(px, port.name, _PORT_PX, room, bounds)
    return svg_element(
        "g",
        svg_element("circle", cx=round(x), cy=round(y), class_="ring"),
        svg_element("text", port.name, x=round(x), y=round(y), class_=side),
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

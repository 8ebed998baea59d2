"""What the map of a voyage draws, and where its two frames put it: a polar disc and a strip.

The disc is the app's polar frame, `DISC_RADIUS` units from the pole to the rim; the strip is a
Mercator map, `STRIP_UNITS` wide whatever longitudes it shows. In both y points down.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np
import shapely
from shapely import LineString

from geo.draw.frames import METRES_PER_UNIT, RIM_RADIUS, mercator_heights
from geo.draw.type_lines import Points
from geo.errors import ExportError
from geo.geodesy import (
    GEOD,
    HALF_TURN_DEG,
    METRES_PER_NM,
    TURN_DEG,
    Position,
    densify,
    from_polar,
    to_polar,
    unwrap,
)

Role = Literal["lit", "usual", "rest", "variant", "shut"]
BESIDE = ("beside-1", "beside-2", "beside-3")
"""Named routes that are compared with a voyage, by their place among what is compared."""
ROUTE_OF_WAY = {
    "nsr": "nsr",
    "nwp": "nwp",
    "tsr": "tsr",
    "suez": "suez",
    "cape": "cape-of-good-hope",
    "panama": "panama",
    "direct": "",
    "track": "",
    "nearest": "",
    **dict.fromkeys(BESIDE, ""),
}
"""The ways, and the route whose width and dashes each has; a way without one is a plain line."""
ARCTIC = ("nsr", "nwp", "tsr")
_ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*\Z")

DISC_RADIUS = 1000
STRIP_UNITS = 4000
NORTH_DEG, SOUTH_DEG = 70.0, -44.0
NORTHMOST_DEG = 84.0
"""As far north as a strip may reach; ways of a voyage have the disc for the Arctic."""
_AROUND_DEG, _ABOVE_DEG = 14.0, 2.0
"""How far beyond the lines a strip reaches that is made around them, southward and northward."""
_STEP_KM = 50.0
_TOLERANCE = 0.8
_FEWEST = 2
_BEYOND_DEG = 2.0
"""Lines run on this far beyond the strip's edges, so that their ends are not seen."""


@dataclass(frozen=True)
class DrawnLine:
    """A track to draw.

    Attributes
    ----------
    id
        A key of `ROUTE_OF_WAY`.
    positions
        lon, lat from origin to destination; longitudes run on over 180 degrees.
    role
        Of a way's own track how the way stands: 'lit', 'usual', 'rest', or 'shut'. 'variant' is
        another track of it; so is 'shut' beside a track that is not.
    variant
        Slug of the track, '' for none.
    name
        What stands along the line, '' for nothing.
    named
        The parts on the named route itself, drawn thick where the way is lit: positions of each.
    rim
        What the notes say where the line enters the disc from an origin beyond it, and where it
        leaves it for the destination, each without 'to': 'Yokohama', 'Suez'; '' for no note.
    """

    id: str
    positions: tuple[Position, ...]
    role: Role = "rest"
    variant: str = ""
    name: str = ""
    named: tuple[tuple[Position, ...], ...] = ()
    rim: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        """Accept only known ways and plain slugs, which become part of the markup, and a track."""
        if self.id not in ROUTE_OF_WAY:
            raise ExportError(f"{self.id[:40]!r} is not a way of a voyage.")
        _check(self.variant or "none")
        if len(self.positions) < _FEWEST:
            raise ExportError(f"The track of `{self.id}` needs two positions or more.")


@dataclass(frozen=True)
class DrawnPort:
    """A port to draw; lon, lat in degrees."""

    id: str
    name: str
    lon: float
    lat: float

    def __post_init__(self) -> None:
        """Accept only a plain id: it becomes part of the page's markup."""
        _check(self.id)


@dataclass(frozen=True)
class Strip:
    """What the strip shows: its west edge, a longitude, its width in degrees, and its latitudes."""

    west: float
    width: float
    south: float = SOUTH_DEG
    north: float = NORTH_DEG

    @property
    def scale(self) -> float:
        """Units for a degree of longitude."""
        return STRIP_UNITS / self.width

    @property
    def height(self) -> float:
        """Its height in units."""
        return float(heights([self.south], self)[0])

    def in_steps_of(self, degrees: int) -> "Strip":
        """Return a strip in whole steps of longitude around this one, so that few are made."""
        west = math.floor(self.west / degrees) * degrees
        east = math.ceil((self.west + self.width) / degrees) * degrees
        return replace(self, west=float(west), width=float(east - west))


def _check(identity: str) -> None:
    if not _ID.match(identity):
        raise ExportError(f"{identity[:40]!r} is not an id: letters, digits and hyphens.")


def stretch_of(positions: Sequence[Position], from_nm: float, to_nm: float) -> tuple[Position, ...]:
    """Return the part of a track between two distances from its beginning, in nautical miles."""
    part: list[Position] = []
    so_far = 0.0
    for (lon0, lat0), (lon1, lat1) in pairwise(positions):
        azimuth, _, metres = GEOD.inv(lon0, lat0, lon1, lat1)
        length = metres / METRES_PER_NM
        first, last = max(from_nm - so_far, 0.0), min(to_nm - so_far, length)
        if first < last:
            for at in (first, last):
                exact = (lon0, lat0) if at == 0 else (lon1, lat1) if at == length else None
                lon, lat, _ = GEOD.fwd(lon0, lat0, azimuth, at * METRES_PER_NM)
                part.append(exact or (lon, lat))
        so_far += length
    return tuple(unwrap(p for i, p in enumerate(part) if not i or p != part[i - 1]))


def in_turn_of(positions: Sequence[Position], beside: Sequence[Position]) -> tuple[Position, ...]:
    """Return a track with longitudes in the turn that brings it nearest to another one."""
    ours, theirs = (sum(lon for lon, _ in line) / len(line) for line in (positions, beside))
    shift = round((theirs - ours) / TURN_DEG) * TURN_DEG
    return tuple((lon + shift, lat) for lon, lat in positions)


def strip_window(
    lines: Iterable[DrawnLine], lats: tuple[float, float] = (SOUTH_DEG, NORTH_DEG)
) -> tuple[float, float]:
    """Return the west edge and the width of the strip, in degrees, so that it cuts no line.

    Where ways run both around the world, it is wider than the world: it begins west of the one
    destination and ends east of the other. Otherwise it is 360 wide and cut in the ocean in which
    the lines are not.
    """
    lons = [lon for line in lines for lon, _ in _in_band(line.positions, lats)]
    if not lons:
        return _SEAMS_DEG[0], TURN_DEG
    west, east = min(lons), max(lons)
    if east - west + 2 * _MARGIN_DEG > TURN_DEG:
        start = float(np.floor(west - _MARGIN_DEG))
        return start, float(np.ceil(east + _MARGIN_DEG)) - start
    seams = [seam + turn * TURN_DEG for seam in _SEAMS_DEG for turn in (-2, -1, 0, 1)]
    best = max(seams, key=lambda seam: min(west - seam, seam + TURN_DEG - east))
    if min(west - best, best + TURN_DEG - east) >= _MARGIN_DEG:
        return best, TURN_DEG
    return float(np.round((west + east) / 2)) - HALF_TURN_DEG, TURN_DEG


_MARGIN_DEG = 9.0
_SEAMS_DEG = (-170.0, -30.0)
"""Where a strip of 360 degrees may be cut: in the Bering Strait, or in the Atlantic."""


def strip_around(lines: Sequence[DrawnLine]) -> Strip:
    """Return a strip that shows lines as far north as Mercator goes, and little to their south."""
    lats = [lat for line in lines for _, lat in densify(list(line.positions), step_km=_STEP_KM)]
    south = max(SOUTH_DEG, np.floor(min(lats)) - _AROUND_DEG)
    north = min(max(NORTH_DEG, np.ceil(max(lats)) + _ABOVE_DEG), NORTHMOST_DEG)
    band = (float(min(south, NORTH_DEG - _AROUND_DEG)), float(north))
    west, width = strip_window(lines, band)
    return Strip(west, width, *band)


def _in_band(positions: Sequence[Position], lats: tuple[float, float]) -> list[Position]:
    dense = densify(list(positions), step_km=_STEP_KM)
    return [at for at in dense if lats[0] <= at[1] <= lats[1]]


def on_disc(positions: Sequence[Position]) -> Points:
    """Return a track in units of the disc, along its geodesics, inside the rim and beyond it."""
    dense = densify(list(positions), step_km=_STEP_KM)
    metres = shapely.get_coordinates(to_polar(LineString(dense)))
    found: Points = metres * (1, -1) * DISC_RADIUS / (RIM_RADIUS * METRES_PER_UNIT)
    return found


def from_disc(x: float, y: float) -> Position | None:
    """Return lon, lat of a place on the disc in its units; None beyond the rim."""
    if not np.hypot(x, y) <= DISC_RADIUS:
        return None
    metres = RIM_RADIUS * METRES_PER_UNIT / DISC_RADIUS
    return from_polar(x * metres, -y * metres)


def in_disc(points: Points) -> list[Points]:
    """Return the parts of a line within the rim, each cut at it."""
    return _cut(points, DISC_RADIUS - np.hypot(*points.T))


def on_strip(positions: Sequence[Position], strip: Strip) -> list[Points]:
    """Return a track in units of the strip, along its geodesics, in the parts that are in it."""
    dense = np.array(densify(list(positions), step_km=_STEP_KM), dtype=float)
    lats = dense[:, 1]
    inside = np.minimum(strip.north + _BEYOND_DEG - lats, lats - strip.south + _BEYOND_DEG)
    return [place_on_strip(run, strip) for run in _cut(dense, inside)]


def place_on_strip(positions: Points, strip: Strip) -> Points:
    """Return positions of lon, lat in units of the strip."""
    x = (positions[:, 0] - strip.west) * strip.scale
    return np.column_stack([x, heights(positions[:, 1], strip)])


def heights(lats: Iterable[float], strip: Strip) -> Points:
    """Return the heights of latitudes in units of the strip, from its north edge downward."""
    drawn = mercator_heights(np.array([strip.north, *lats], dtype=float))
    found: Points = (drawn[0] - drawn[1:]) * strip.scale
    return found


def _cut(points: Points, depth: Points) -> list[Points]:
    """Return the parts of a line where the depth is not below 0, with the positions where it is."""
    runs: list[list[Points]] = []
    before = -1.0
    for i, at in enumerate(points):
        if i and (depth[i] >= 0) != (before >= 0):
            share = before / (before - depth[i])
            edge = points[i - 1] + share * (at - points[i - 1])
            if depth[i] >= 0:
                runs.append([edge])
            else:
                runs[-1].append(edge)
        if depth[i] >= 0:
            if not i:
                runs.append([])
            runs[-1].append(at)
        before = float(depth[i])
    return [np.array(run) for run in runs if len(run) > 1]


def thinned(points: Points) -> Points:
    """Return a line without the points that nobody would miss at this scale."""
    return shapely.get_coordinates(shapely.simplify(LineString(points), _TOLERANCE))


def path_of(lines: Iterable[Points], *, closed: bool = False) -> str:
    """Return lines as path data in whole units: one absolute move each, then relative ones."""
    return "".join(_moves(line, "z" if closed else "") for line in lines)


def _moves(line: Points, end: str) -> str:
    steps = np.rint(line).astype(int)
    moves = np.diff(steps, axis=0)
    moves = moves[moves.any(axis=1)]
    if not len(moves):
        return ""
    numbers = "".join(f" {n}" if n >= 0 else str(n) for n in moves.ravel().tolist())
    return f"M{steps[0][0]} {steps[0][1]}l{numbers.lstrip()}{end}"

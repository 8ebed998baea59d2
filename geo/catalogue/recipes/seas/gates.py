"""The gate of a strait: its narrowest water, from one shore to the other.

A line drawn by hand in `straits.csv` says which two shores are meant. Where it meets the outline of
the strait's water, the outline is followed both ways as far as it opens to other waters: that is a
shore. The gate is the shortest line between the two shores that lies in the water; islands may lie
under it. Planes are EPSG:3413, which keeps angles; lengths are geodesic.
"""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from geo.errors import CatalogueError
from geo.geodesy import GEOD, Floats, extract_lines, extract_polygons, from_polar

_TOUCH_M = 2.0
_LEAST_INSIDE = 0.99


def narrowest_water(
    area: BaseGeometry, across: LineString, openings: BaseGeometry, *, name: str
) -> LineString:
    """Return the shortest line in the water between the two shores that a line connects.

    Parameters
    ----------
    area
        The strait's water, in the plane.
    across
        From one shore to the other, its ends inland.
    openings
        The limits towards other waters, in the plane.
    name
        Of the strait, for messages.

    Returns
    -------
    LineString
        Two points of the plane, in the order of the shores.

    Raises
    ------
    CatalogueError
        When the line does not go from shore to shore, when the water has no opening on either side
        of it, or when no straight line in the water connects the shores.
    """
    body = max(extract_polygons(area), key=lambda part: part.intersection(across).length)
    start_m, end_m = crossed(across, body, name=name)
    shores = _shores(body, across.interpolate(start_m), across.interpolate(end_m), openings, name)
    water = Polygon(body.exterior).buffer(_TOUCH_M)
    shapely.prepare(water)
    for line in _by_length(*shores):
        if water.intersection(line).length >= _LEAST_INSIDE * line.length:
            return line
    raise CatalogueError(
        f"{name}: no straight line in its water connects the shores; check its gate and its limits."
    )


def crossed(across: LineString, body: BaseGeometry, *, name: str) -> tuple[float, float]:
    """Return how far along a line the strait's water begins and ends, in metres.

    Segments behind the shore (an inlet, a lagoon) are short compared with the crossing and are
    dropped.

    Raises
    ------
    CatalogueError
        When the line begins or ends in the water, or misses it.
    """
    ordered = sorted(_along(across, part) for part in _merged(across.intersection(body)))
    widest = max((end - start for start, end in ordered), default=0.0)
    wide = [(start, end) for start, end in ordered if end - start > widest / 10]
    if not wide or wide[0][0] <= 0 or wide[-1][1] >= across.length:
        raise CatalogueError(
            f"{name}: the gate must begin and end on the shores of the strait's water; "
            "move its ends inland in straits.csv."
        )
    return wide[0][0], wide[-1][1]


def _shores(
    body: Polygon, first: Point, second: Point, openings: BaseGeometry, name: str
) -> tuple[BaseGeometry, BaseGeometry]:
    """Return the outline around each of two points on it, as far as it opens on either side."""
    ring = _ring_from(body, first)
    middle = ring.project(second)
    gaps = [_along(ring, part) for part in _merged(ring.intersection(openings.buffer(_TOUCH_M)))]
    ahead = [gap for gap in gaps if gap[1] <= middle]
    behind = [gap for gap in gaps if gap[0] >= middle]
    if not ahead or not behind:
        raise CatalogueError(f"{name}: its water must open on either side of its gate.")
    near_first = shapely.union_all(
        [
            substring(ring, 0.0, min(start for start, _ in ahead)),
            substring(ring, max(end for _, end in behind), ring.length),
        ]
    )
    near_second = substring(ring, max(end for _, end in ahead), min(start for start, _ in behind))
    return near_first, near_second


def _ring_from(body: Polygon, point: Point) -> LineString:
    """Return the outline as a line that begins and ends at a point on it."""
    ring = LineString(body.exterior.coords)
    turn = ring.project(point)
    head, tail = substring(ring, turn, ring.length), substring(ring, 0.0, turn)
    return LineString([*head.coords, *tail.coords[1:]])


def _by_length(first: BaseGeometry, second: BaseGeometry) -> Iterator[LineString]:
    """Yield lines from one shore to the other, the shortest first.

    The shortest line between two polylines has a vertex of one of them at an end.
    """
    forth = shapely.shortest_line(shapely.points(shapely.get_coordinates(first)), second)
    back = shapely.shortest_line(shapely.points(shapely.get_coordinates(second)), first)
    lines = np.concatenate([forth, shapely.reverse(back)])
    for index in np.argsort(_lengths_m(lines), kind="stable"):
        yield lines[index]


def _lengths_m(lines: np.ndarray) -> Floats:
    ends = shapely.get_coordinates(lines).reshape(-1, 4)
    lon0, lat0, lon1, lat1 = (
        np.array(values) for values in zip(*(_lonlat(row) for row in ends), strict=True)
    )
    return np.asarray(GEOD.inv(lon0, lat0, lon1, lat1)[2])


def _lonlat(ends: Floats) -> tuple[float, float, float, float]:
    return (*from_polar(ends[0], ends[1]), *from_polar(ends[2], ends[3]))


def _merged(geometry: BaseGeometry) -> list[LineString]:
    return extract_lines(shapely.line_merge(geometry))


def _along(line: LineString, part: LineString) -> tuple[float, float]:
    """Return where a part of a line begins and ends along it, in metres."""
    ends = (line.project(Point(part.coords[0])), line.project(Point(part.coords[-1])))
    return min(ends), max(ends)

"""KML: lines and tracks (`gx:Track`) in order, else the points of placemarks in order."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from geo import messages
from geo.decode import number_with
from geo.measure.own_track import limits
from geo.measure.own_track.rows import Rows, check_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PARTS = 3  # of a position
_SHAPES = frozenset({"LineString", "Track", "Point", "LinearRing"})


class Kml:
    """The sink of a KML file."""

    texts = frozenset({"coordinates", "coord", "when"})

    def __init__(self, name: str) -> None:
        self._name = name
        self._shape = ""
        self._when: list[str] = []
        self._coord: list[str] = []
        self._placemark_time = ""
        self._placemark_points: list[int] = []
        self._lines: list[tuple[Sequence[str], Sequence[str]]] = []
        self._points: list[str] = []
        self._point_times: list[str] = []
        self._count = 0
        self._others = 0

    def start(self, name: str, _attributes: Mapping[str, str], _line: int) -> None:
        """Take the beginning of a placemark or a shape."""
        if name == "Placemark":
            self._placemark_time, self._placemark_points = "", []
        elif name in _SHAPES:
            self._shape = name
            self._when, self._coord = [], []

    def end(self, name: str, text: str) -> None:
        """Take coordinates, times and the end of a shape."""
        if name == "coordinates":
            tight = text.replace(", ", ",").replace(" ,", ",")
            self._take(tight.split(None, limits.POINTS + 1))
        elif name == "coord":
            self._coord.append(",".join(text.split(None, _PARTS)[:_PARTS]))
        elif name == "when" and self._shape == "Track":
            self._when.append(text)
        elif name == "when":
            self._placemark_time = text
        elif name == "Track":
            self._add_line(self._coord, self._when)
        elif name == "Placemark":
            for at in self._placemark_points:
                self._point_times[at] = self._placemark_time
        if name == self._shape:
            self._shape = ""

    def _take(self, tuples: list[str]) -> None:
        if self._shape == "LineString":
            self._add_line(tuples, ())
        elif self._shape == "Point":
            self._add_count(1)
            self._placemark_points.append(len(self._points))
            self._points.append(tuples[0] if tuples else "")
            self._point_times.append("")
        elif self._shape == "LinearRing":
            self._others += 1

    def _add_line(self, tuples: Sequence[str], times: Sequence[str]) -> None:
        self._add_count(len(tuples))
        self._lines.append((tuples, times))

    def _add_count(self, count: int) -> None:
        self._count += count
        check_count(self._count, self._name, more=True)

    def rows(self) -> Rows:
        """Return the points of the lines; if there is no line, of the placemarks."""
        rows = Rows()
        if self._lines:
            tuples = [each for line, _ in self._lines for each in line]
            times = [
                time or ""
                for line, whens in self._lines
                for _, time in zip_longest(line, whens[: len(line)])
            ]
            rows.part = [part for part, (line, _) in enumerate(self._lines) for _ in line]
        else:
            tuples, times = self._points, self._point_times
        cells = [each.split(",", 2) for each in tuples]
        rows.lon = [each[0] for each in cells]
        rows.lat = [each[1] if len(each) > 1 else "" for each in cells]
        rows.times = times if any(times) else ()
        others = self._others + (len(self._points) if self._lines else 0)
        if others:
            shapes = number_with(others, "shape is", "shapes are")
            rows.skipped.append(messages.TRACK_OTHER_SHAPES.format(shapes=shapes))
        return rows

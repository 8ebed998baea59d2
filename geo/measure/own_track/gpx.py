"""GPX 1.0 and 1.1: track points in order, else route points, else waypoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.measure.own_track.rows import Rows, check_count

if TYPE_CHECKING:
    from collections.abc import Mapping

_POINTS = ("trkpt", "rtept", "wpt")
_LINES = frozenset({"trkseg", "rte"})


class Gpx:
    """The sink of a GPX file."""

    texts = frozenset({"time"})

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: dict[str, list[tuple[str, str, int, int]]] = {kind: [] for kind in _POINTS}
        self._times: dict[str, dict[int, str]] = {kind: {} for kind in _POINTS}
        self._part = 0
        self._within = ""
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """Take a point, or the beginning of a segment."""
        if name in self._found:
            self._within = name
            self._count += 1
            check_count(self._count, self._name, more=True)
            east, north = attributes.get("lon", ""), attributes.get("lat", "")
            self._found[name].append((east, north, line, self._part))
        elif name in _LINES:
            self._part += 1

    def end(self, name: str, text: str) -> None:
        """Take the time of a point."""
        if name == "time" and self._within:
            self._times[self._within][len(self._found[self._within]) - 1] = text
        elif name == self._within:
            self._within = ""

    def rows(self) -> Rows:
        """Return the points of the first kind that the file has."""
        kind = next((kind for kind in _POINTS if self._found[kind]), "")
        found, times = self._found.get(kind, []), self._times.get(kind, {})
        return Rows(
            lon=[point[0] for point in found],
            lat=[point[1] for point in found],
            place=[point[2] for point in found],
            part=[point[3] for point in found] if kind != "wpt" else (),
            times=[times.get(at, "") for at in range(len(found))] if times else (),
            counts="line",
        )

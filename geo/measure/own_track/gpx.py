"""GPX 1.0 and 1.1: track points in order, else route points, else waypoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.decode import number_with
from geo.measure.own_track.rows import Rows, check_count
from geo.sentences import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
        rows = Rows(
            lon=[point[0] for point in found],
            lat=[point[1] for point in found],
            place=[point[2] for point in found],
            part=[point[3] for point in found] if kind != "wpt" else (),
            times=[times.get(at, "") for at in range(len(found))] if times else (),
            counts="line",
        )
        rows.notes += self._left_alone(kind)
        return rows

    def _left_alone(self, taken: str) -> Iterator[str]:
        """Yield a sentence on the points of other kinds, which are not of the track."""
        kinds = messages.TRACK_POINT_KINDS
        others = [
            number_with(len(points), *kinds[kind])
            for kind, points in self._found.items()
            if points and kind != taken
        ]
        if others:
            said = join_words(others)
            yield messages.TRACK_OTHER_POINTS.format(kind=kinds[taken][1], others=said)

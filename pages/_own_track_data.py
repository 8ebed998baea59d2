"""The reader's own track in the session: read, measured, set by hand, and dropped.

Nothing here is written to disk or to a cache shared between sessions; the file itself is dropped
once it is read. It is read in this process and not in a worker: a worker links texts and knows no
geometry, and what a track may cost is limited by `geo.measure.own_track.limits`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from geo import messages
from geo.characters import one_line
from geo.draw.voyage_marks import DrawnMark
from geo.errors import GeoError
from geo.exchange.project_track import SavedTrack
from geo.geodesy import GEOD, METRES_PER_NM, Position, wrap_degrees
from geo.measure.own_track import limits
from geo.measure.own_track.by_hand import HandTrack
from geo.measure.own_track.line import between, cut, drawing
from geo.measure.own_track.measuring import TrackReport, measure_track
from geo.measure.own_track.reading import read_track
from geo.measure.own_track.track import OwnTrack, track_of
from geo.measure.zones import load_zones
from pages import _cache, _state

_KEY = "own_track"
_TOLERANCE_NM = 1.0
_PORT_NM = 12.0
_READING_SHARE = 0.3
NEW = -1
"""The choice of a point that is not there yet."""

Step = Callable[[float, str], None]
"""Told how much is done, and what is being done."""


@dataclass(frozen=True)
class Measured:
    """A track with what was measured along it, and what the map shows of it."""

    track: OwnTrack
    report: TrackReport
    drawn: tuple[Position, ...]
    marks: tuple[DrawnMark, ...] = ()
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class OwnTrackData:
    """What the session knows of the reader's own track.

    Attributes
    ----------
    of_file, of_hand
        Each measured, or None.
    offered
        A file of which points were left out: it waits until the reader takes the others.
    problem, failed
        Why the last file or point was not taken, and the name of the file if it was one.
    hand, point
        Points set by hand, and which of them is chosen.
    takes_points
        Whether a press on the map sets one.
    """

    of_file: Measured | None = None
    of_hand: Measured | None = None
    offered: OwnTrack | None = None
    problem: str = ""
    failed: str = ""
    hand: HandTrack = field(default_factory=HandTrack)
    point: int = NEW
    takes_points: bool = False

    @property
    def earlier(self) -> Measured | None:
        """What is kept while a later file waits or was not taken."""
        return self.of_file or self.of_hand

    @property
    def shown(self) -> Measured | None:
        """What the page shows: the points while they are set, or else the file."""
        if self.offered is not None:
            return None
        if self.takes_points or self.of_file is None:
            return self.of_hand
        return self.of_file


def current() -> OwnTrackData:
    """Return the session's own track."""
    return _state.stored(_KEY, OwnTrackData())


def change(**fields: object) -> None:
    """Change some of it; what is wrong is of a file only where one is named."""
    if "problem" in fields:
        fields = {"failed": "", **fields}
    _state.store(_KEY, replace(current(), **fields))  # type: ignore[arg-type]


def saved() -> SavedTrack | None:
    """Return what a project file keeps: the file's track, or else the one set by hand."""
    data = current()
    kept = data.of_file or data.of_hand
    if kept is None:
        return None
    lons = wrap_degrees(kept.track.lon).tolist()
    return SavedTrack(kept.track.name, tuple(zip(lons, kept.track.lat.tolist(), strict=True)))


def read(raw: bytes, name: str, step: Step) -> None:
    """Read and measure a file; what is wrong with it is said instead.

    A file with points that cannot be used waits until the reader takes the others.
    """
    step(0.0, messages.OWN_TRACK_READING.format(name=name))
    try:
        track = read_track(raw, name)
    except GeoError as error:
        shown = one_line(name, max_chars=limits.NAME_CHARS)
        change(problem=str(error), failed=shown, offered=None)
        return
    if track.skipped:
        change(problem="", offered=track, takes_points=False)
        return
    take(track, step)


def take(track: OwnTrack, step: Step) -> None:
    """Measure the track of a file, and show it."""
    try:
        change(of_file=measure(track, step), offered=None, problem="", takes_points=False)
    except GeoError as error:
        change(problem=str(error), failed=track.name, offered=None)


def restore(saved_one: SavedTrack | None) -> list[str]:
    """Take the track of a project file in place of the session's; return why it could not be."""
    if saved_one is None:
        remove_all()
        return []
    try:
        track = track_of(saved_one.positions, one_line(saved_one.name, max_chars=limits.NAME_CHARS))
        found = measure(track, lambda _share, _text: None)
    except GeoError as error:
        return [messages.OWN_TRACK_LOST.format(why=error)]
    _state.store(_KEY, OwnTrackData(of_file=found))
    return []


def measure(track: OwnTrack, step: Step) -> Measured:
    """Return a track with what is measured along it.

    Raises
    ------
    TrackError
        When it is too long to be one ship's.
    """
    text = messages.OWN_TRACK_MEASURING.format(name=track.name)
    rest = 1 - _READING_SHARE
    report = measure_track(
        track,
        catalogue=_cache.catalogue(),
        zones=load_zones(),
        progress=lambda share: step(_READING_SHARE + rest * share, text),
    )
    drawn = tuple(drawing(track, _TOLERANCE_NM))
    return Measured(track, report, drawn, tuple(_marks(track, report)), _ends(drawn))


def _marks(track: OwnTrack, report: TrackReport) -> list[DrawnMark]:
    """Return the letter of each stretch of high seas, at its middle."""
    lettered = [
        (letter, (stretch.from_nm + stretch.to_nm) / 2)
        for stretch, letter in zip(report.stretches, report.letters, strict=True)
        if letter
    ]
    if not lettered:
        return []
    steps = cut(track)
    at = np.array([nm for _, nm in lettered], float)
    lon, lat = between(steps.lon, steps.lat, steps.along, at)
    places = zip(lettered, lon.tolist(), lat.tolist(), strict=True)
    return [
        DrawnMark(x, y, letter, f"{letter}: {messages.ZONES['high_seas']}")
        for (letter, _), x, y in places
    ]


def _ends(drawn: Sequence[Position]) -> tuple[str, str]:
    """Return the names of the ports near to which a track begins and ends, '' for none."""
    return _port_near(drawn[0]), _port_near(drawn[-1])


def _port_near(at: Position) -> str:
    ports = list(_cache.ports().values())
    if not ports:
        return ""
    metres = GEOD.inv(
        [port.lon for port in ports], [port.lat for port in ports],
        [at[0]] * len(ports), [at[1]] * len(ports),
    )[2]  # fmt: skip
    nearest = int(np.argmin(metres))
    return ports[nearest].name if metres[nearest] <= _PORT_NM * METRES_PER_NM else ""


def set_point(lon: float, lat: float) -> None:
    """Add a point at the end, or move the one that is chosen."""
    data = current()
    if data.point == NEW:
        _set(lambda: data.hand.add(lon, lat), NEW)
    else:
        _set(lambda: data.hand.move(data.point, lon, lat), data.point)


def insert_point(lon: float, lat: float) -> None:
    """Add a point before the one that is chosen."""
    data = current()
    _set(lambda: data.hand.insert(data.point, lon, lat), data.point)


def remove_point() -> None:
    """Remove the point that is chosen."""
    data = current()
    _set(lambda: data.hand.remove(data.point), NEW)


def undo() -> None:
    """Go back to the points before the last change."""
    _set(current().hand.undo, NEW)


def _set(act: Callable[[], HandTrack], point: int) -> None:
    """Take the points after a change, and measure them; a change that fails is said instead."""
    try:
        hand = act()
    except GeoError as error:
        change(problem=str(error))
        return
    change(hand=hand, point=point if point < len(hand.positions) else NEW, problem="")
    places = set(hand.positions)
    try:
        found = measure(hand.to_track(), lambda _share, _text: None) if len(places) > 1 else None
    except GeoError as error:
        change(of_hand=None, problem=str(error))
    else:
        change(of_hand=found)


def remove_all() -> None:
    """Drop the file and the points."""
    _state.store(_KEY, OwnTrackData())

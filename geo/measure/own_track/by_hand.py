"""Points set by hand: each change gives a new track, and can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from geo import messages
from geo.errors import TrackError
from geo.measure.own_track import limits
from geo.measure.own_track.track import OwnTrack, track_of
from geo.measure.zones import is_off_globe

if TYPE_CHECKING:
    from geo.geodesy import Position

    Positions = tuple[Position, ...]


@dataclass(frozen=True)
class HandTrack:
    """A track in the making; nothing of it changes in place.

    Attributes
    ----------
    positions
        lon, lat of the points in order, as they were set.
    before
        What `undo` goes back to, the latest last.
    """

    positions: Positions = ()
    before: tuple[Positions, ...] = ()

    def add(self, lon: float, lat: float) -> HandTrack:
        """Return the track with one more point at its end.

        Raises
        ------
        TrackError
            When it is off the globe, or the track is full.
        """
        return self.insert(len(self.positions), lon, lat)

    def insert(self, at: int, lon: float, lat: float) -> HandTrack:
        """Return the track with one more point before that of index `at`.

        Raises
        ------
        TrackError
            When it is off the globe, there is no such place, or the track is full.
        """
        if len(self.positions) >= limits.HAND_POINTS:
            raise TrackError(messages.TRACK_HAND_FULL.format(most=limits.HAND_POINTS))
        if at != len(self.positions):
            self._check(at)
        point = _checked(lon, lat)
        return self._changed((*self.positions[:at], point, *self.positions[at:]))

    def move(self, at: int, lon: float, lat: float) -> HandTrack:
        """Return the track with the point of index `at` elsewhere.

        Raises
        ------
        TrackError
            When that is off the globe, or there is no such point.
        """
        self._check(at)
        point = _checked(lon, lat)
        return self._changed((*self.positions[:at], point, *self.positions[at + 1 :]))

    def remove(self, at: int) -> HandTrack:
        """Return the track without the point of index `at`.

        Raises
        ------
        TrackError
            When there is no such point.
        """
        self._check(at)
        return self._changed((*self.positions[:at], *self.positions[at + 1 :]))

    def undo(self) -> HandTrack:
        """Return the track before its last change; the same if there was none."""
        if not self.before:
            return self
        return HandTrack(self.before[-1], self.before[:-1])

    def to_track(self) -> OwnTrack:
        """Return the track to be measured.

        Raises
        ------
        TrackError
            When it has fewer than two places.
        """
        return track_of(self.positions, messages.TRACK_BY_HAND)

    def _changed(self, positions: Positions) -> HandTrack:
        before = (*self.before, self.positions)[-limits.HAND_STEPS_BACK :]
        return replace(self, positions=positions, before=before)

    def _check(self, at: int) -> None:
        if not 0 <= at < len(self.positions):
            raise TrackError(
                messages.TRACK_HAND_NO_POINT.format(number=at + 1, count=len(self.positions))
            )


def _checked(lon: float, lat: float) -> Position:
    if is_off_globe(np.array([lon], float), np.array([lat], float))[0]:
        rule = messages.TRACK_GLOBE_RULE
        raise TrackError(messages.TRACK_HAND_OFF.format(lon=lon, lat=lat, rule=rule))
    return float(lon), float(lat)

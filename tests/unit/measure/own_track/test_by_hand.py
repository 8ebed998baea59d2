"""Points set by hand: every change can be undone, and nothing changes in place."""

import math

import pytest

from geo.errors import TrackError
from geo.measure.own_track import limits
from geo.measure.own_track.by_hand import HandTrack

A, B, C = (33.0, 69.5), (30.0, 71.0), (10.0, 72.0)


def test_points_are_added_inserted_moved_and_removed() -> None:
    track = HandTrack().add(*A).add(*C)
    assert track.insert(1, *B).positions == (A, B, C)
    assert track.move(0, *B).positions == (B, C)
    assert track.remove(0).positions == (C,)
    assert track.positions == (A, C)


def test_each_change_is_undone_in_turn() -> None:
    track = HandTrack().add(*A).add(*B).move(1, *C).remove(0)
    assert [track.undo().positions, track.undo().undo().positions] == [(A, C), (A, B)]
    assert HandTrack().undo() == HandTrack()


@pytest.mark.parametrize("at", [-1, 1, 7])
def test_a_point_that_is_not_there_is_named(at: int) -> None:
    track = HandTrack().add(*A)
    for change in (lambda: track.move(at, *B), lambda: track.remove(at)):
        with pytest.raises(TrackError, match=f"no point {at + 1}; the track has 1"):
            change()


@pytest.mark.parametrize(("lon", "lat"), [(0.0, 91.0), (400.0, 0.0), (math.nan, 0.0)])
def test_points_off_the_globe_are_refused(lon: float, lat: float) -> None:
    with pytest.raises(TrackError, match=r"off the globe\. Longitudes must be"):
        HandTrack().add(lon, lat)


def test_points_and_steps_back_are_limited() -> None:
    track = HandTrack()
    for row in range(limits.HAND_POINTS):
        track = track.add(row / 10, 70.0)
    assert len(track.before) == limits.HAND_STEPS_BACK
    with pytest.raises(TrackError, match="At most 500 points"):
        track.add(*A)


def test_it_is_measured_as_any_track() -> None:
    assert HandTrack().add(179, 70).add(-179, 70).to_track().positions == [(179, 70), (181, 70)]
    for few in (HandTrack(), HandTrack().add(*A)):
        with pytest.raises(TrackError):
            few.to_track()

"""The strip of the world around a reader's own track, which may lie in the Arctic."""

import numpy as np
import pytest
from shapely import Point

from geo.draw.ready_ground import load_ground
from geo.draw.voyage_lines import DrawnLine, Strip, on_strip, place_on_strip, strip_around
from geo.draw.voyage_map import world_ground, world_lines
from tests.shipped import catalogue
from tests.unit.draw.voyage_svg import land_of


def test_a_strip_around_a_track_in_the_arctic_shows_all_of_it() -> None:
    track = DrawnLine("track", ((33.0, 69.0), (62.0, 76.8), (80.0, 76.0)), role="lit", name="A")
    around = strip_around([track])
    assert (around.south, around.north) == (55, 79)
    (whole,) = on_strip(track.positions, around)
    assert 0 < whole[:, 1].min() < whole[:, 1].max() < around.height
    assert 'class="line"' in world_lines([track], (), around, label="A")
    far = strip_around([DrawnLine("track", ((0.0, -60.0), (0.0, 89.0)), role="lit")])
    assert (far.south, far.north) == (-44, 84)


@pytest.mark.parametrize(
    ("lon", "lat", "is_land"),
    [(60.0, 75.6, True), (60.0, 78.5, False), (96.5, 79.5, True), (330.0, 78.0, True)],
)
def test_land_of_the_far_north_lies_where_it_is_on_such_a_strip(
    lon: float, lat: float, *, is_land: bool
) -> None:
    """Novaya Zemlya, the water north of it, Severnaya Zemlya, Greenland."""
    strip = Strip(-20.0, 360.0, 55.0, 82.0)
    drawn = world_ground(load_ground(catalogue()), strip)
    (at,) = place_on_strip(np.array([[lon, lat]]), strip)
    assert any(area.contains(Point(at)) for area in land_of(drawn)) is is_land

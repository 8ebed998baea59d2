"""What the tools on the map reckon with is what `geo.geodesy` and the frames say."""

import numpy as np
import pytest
from playwright.sync_api import Frame
from shapely import Point

from geo.draw.frames import FRAMES, METRES_PER_UNIT, POLE
from geo.draw.tools import projection
from geo.geodesy import GEOD, densify, to_polar, wrap_degrees
from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser
POINTS = [
    (-168.9, 65.8),
    (179.9, 71.0),
    (-180.0, 69.5),
    (57.6, 70.4),
    (33.1, 69.0),
    (4.3, 52.0),
    (-45.0, 89.99),
    (135.0, 88.0),
    (-94.2, 58.8),
    (121.8, 31.2),
    (18.5, -34.4),
]
PAIRS = [(a, b) for number, a in enumerate(POINTS) for b in POINTS[:number]]


@pytest.fixture
def chart(atlas: Atlas) -> Frame:
    """Return the map of a page in which nothing is selected."""
    return atlas.open().chart()


def test_distances_are_those_of_the_geodesy_here(chart: Frame) -> None:
    found = chart.evaluate("(all) => all.map(([a, b]) => globe.metresBetween(a, b))", PAIRS)
    wanted = [GEOD.inv(*a, *b)[2] for a, b in PAIRS]
    assert found == pytest.approx(wanted, abs=0.01)


def test_lines_follow_the_geodesic_with_a_point_every_25_km(chart: Frame) -> None:
    for a, b in PAIRS:
        found = np.array(chart.evaluate("([a, b]) => globe.track(a, b)", [a, b]))
        wanted = np.array(densify([a, b]))
        assert len(found) == len(wanted)
        _, _, apart = GEOD.inv(*found.T, *wanted.T)
        assert max(apart) < 1, (a, b)


def test_positions_are_those_of_the_polar_frame_and_back(chart: Frame) -> None:
    constants = projection(FRAMES["polar"])
    places = chart.evaluate(
        """([constants, all]) => {
          const polar = globe.charts.polar(constants);
          return all.map((at) => {
            const place = polar.toPlace(at);
            return [place.lng, place.lat, ...polar.toLonLat(place)];
          });
        }""",
        [constants, POINTS],
    )
    for (lon, lat), (x, y, again_lon, again_lat) in zip(POINTS, places, strict=True):
        (metres,) = to_polar(Point(lon, lat)).coords
        assert x == pytest.approx(POLE[0] + metres[0] / METRES_PER_UNIT, abs=1e-6)
        assert y == pytest.approx(POLE[1] + metres[1] / METRES_PER_UNIT, abs=1e-6)
        assert again_lat == pytest.approx(lat, abs=1e-8)
        assert wrap_degrees(again_lon - lon) == pytest.approx(0, abs=1e-6)


def test_a_line_over_the_edge_of_the_mercator_chart_comes_back_on_the_other_side(
    chart: Frame,
) -> None:
    parts = chart.evaluate(
        """(constants) => {
          const mercator = globe.charts.mercator(constants);
          return globe.drawn(mercator, globe.track([-30, 40], [10, 40]))
            .map((part) => part.map((place) => place.lng));
        }""",
        projection(FRAMES["mercator"]),
    )
    west, east = parts
    assert 330 <= min(west) < max(west) <= 349
    assert -11 <= min(east) < max(east) <= 10.001

"""Where names stand: along a line, off what is in the way, and inside their area."""

import itertools

import numpy as np
import pytest
from shapely import LineString, Point, Polygon

from geo.draw.frames import POLAR_FRAME, POLE
from geo.draw.label_types import GATES, LABEL_TYPES
from geo.draw.placement import AreaName, LineName, Placement
from geo.draw.type_lines import baseline
from tests import shipped

X, Y = POLE
EAST_WEST = LineString([(X - 300, Y), (X + 300, Y)])
NAME = LineName((150.0, 16.0), 14.0)
ARCTIC_EIGHT = ("CA", "DK", "FI", "IS", "NO", "RU", "SE", "US")


def heights(placement: Placement, spot_line: object) -> np.ndarray:  # type: ignore[type-arg]
    """Return the heights of a stretch in frame units."""
    return np.array(spot_line)[:, 1] / placement.frame.steps_per_unit


def test_a_name_stands_above_its_line_and_reads_from_left_to_right() -> None:
    placement = Placement(POLAR_FRAME)
    best, *others = placement.place_along(EAST_WEST.reverse(), NAME)
    assert best.side == 1
    assert best.line[0][0] < best.line[-1][0]
    assert np.allclose(heights(placement, best.line), Y, atol=0.1)
    middles = sorted(spot.line[len(spot.line) // 2][0] for spot in (best, *others))
    assert all(b - a > 0 for a, b in itertools.pairwise(middles))


def test_a_name_keeps_clear_of_another_line() -> None:
    placement = Placement(POLAR_FRAME)
    placement.add_lines(LineString([(X - 300, Y + 20), (X + 300, Y + 20)]), "track")
    placement.add_lines(EAST_WEST, "track")
    assert placement.place_along(EAST_WEST, NAME)[0].side == -1


def test_a_second_name_does_not_stand_on_the_first() -> None:
    placement = Placement(POLAR_FRAME)
    one = placement.place_along(EAST_WEST, NAME)[0]
    other = placement.place_along(EAST_WEST, NAME)[0]
    assert (one.line, one.side) != (other.line, other.side)


def test_a_line_too_short_for_its_name_has_none() -> None:
    assert Placement(POLAR_FRAME).place_along(LineString([(X, Y), (X + 60, Y)]), NAME) == ()


def test_a_name_stands_inside_its_area_and_off_a_sign() -> None:
    placement = Placement(POLAR_FRAME)
    area = Polygon([(X - 200, Y - 60), (X + 200, Y - 60), (X + 200, Y + 60), (X - 200, Y + 60)])
    placement.add_signs(np.array([(X, Y)]))
    (x, y), *_ = placement.place_in_area(area, AreaName((80.0, 14.0)), (X, Y))
    at = Point(x / POLAR_FRAME.steps_per_unit, y / POLAR_FRAME.steps_per_unit)
    assert area.contains(at)
    assert at.distance(Point(X, Y)) > 15


@pytest.mark.parametrize("side", [1, -1])
def test_type_stands_off_its_line_and_is_as_long_as_the_name(side: int) -> None:
    stretch = np.column_stack([np.linspace(0, 200, 40), np.zeros(40)])
    line = baseline(stretch, side, length=120, off=14)
    assert line is not None
    assert np.allclose(line[:, 1], -14 * side)  # y is downward
    assert np.hypot(*np.diff(line, axis=0).T).sum() == pytest.approx(120)
    assert baseline(stretch, side, length=201, off=14) is None


def test_on_the_chart_that_ships_what_must_be_read_at_first_sight_has_its_place() -> None:
    chart = shipped.chart("polar")
    for identity in ("nsr", "nep", "nwp", "tsr", "arctic-bridge", "psr-central"):
        assert chart.spots[identity], identity
    for identity in (*ARCTIC_EIGHT, "GL", "svalbard", *GATES):
        assert chart.places[identity], identity
        assert chart.label_zooms[identity] < -5, identity
    assert chart.label_lines["GL"] == ("Greenland", "(Denmark)")
    assert chart.label_lines["svalbard"] == ("Svalbard", "(Norway)")
    assert LABEL_TYPES["hero"].size_px == max(look.size_px for look in LABEL_TYPES.values())

"""Lengths, lines and longitudes: the pole and 180 degrees are in every table."""

import math
from itertools import pairwise

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    box,
)
from shapely.geometry.base import BaseGeometry

from geo import geodesy
from geo.errors import CrsError

POSITION = st.tuples(
    st.floats(-180, 180, allow_nan=False).map(lambda value: round(value, 4)),
    st.floats(-85, 89.9, allow_nan=False).map(lambda value: round(value, 4)),
)
TRACK = st.lists(POSITION, min_size=2, max_size=12)
BERING_TO_POLE = [(170.0, 66.0), (-170.0, 72.0), (-150.0, 80.0), (0.0, 90.0)]
ACROSS_180 = [(179.0, 70.0), (-179.0, 71.0)]


def cut_track(positions: list[tuple[float, float]]) -> BaseGeometry:
    """Return the geodesic track through positions, cut at 180 degrees."""
    return geodesy.cut_at_antimeridian(LineString(geodesy.densify(positions)))


@given(TRACK)
@example(ACROSS_180)
@example(BERING_TO_POLE)
def test_unwrapped_longitudes_never_jump_and_stay_where_they_were(
    track: list[tuple[float, float]],
) -> None:
    unwrapped = geodesy.unwrap(track)
    assert unwrapped[0] == track[0]
    assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(unwrapped))
    for (lon, lat), (was_lon, was_lat) in zip(unwrapped, track, strict=True):
        assert lat == was_lat
        assert math.isclose(math.cos(math.radians(lon - was_lon)), 1, abs_tol=1e-9)


@given(TRACK)
@example(ACROSS_180)
@example([(1.5391, 0.0), (180.0, 0.0), (0.0, 0.0)])
def test_unwrapping_twice_changes_nothing(track: list[tuple[float, float]]) -> None:
    once = geodesy.unwrap(track)
    twice = geodesy.unwrap(once)
    assert all(math.isclose(a[0], b[0], abs_tol=1e-9) for a, b in zip(once, twice, strict=True))


@settings(deadline=None)
@given(TRACK)
@example(ACROSS_180)
@example(BERING_TO_POLE)
@example([(-180.0, 70.0), (180.0, 75.0)])
@example([(-180.0, 0.0), (1.0, 0.0)])
def test_a_cut_track_stays_in_range_keeps_its_length_and_is_not_cut_again(
    track: list[tuple[float, float]],
) -> None:
    if len(set(geodesy.unwrap(track))) < 2:
        return
    dense = geodesy.densify(track, step_km=50)
    west, east = min(p[0] for p in dense), max(p[0] for p in dense)
    if west < -540 or east > 540 or dense[0] == dense[-1]:
        return
    line = geodesy.cut_at_antimeridian(LineString(dense))
    parts = geodesy.extract_lines(line)
    assert parts
    for part in parts:
        assert all(-180 <= lon <= 180 for lon, _ in part.coords)
        assert all(abs(b[0] - a[0]) < 180.0001 for a, b in pairwise(part.coords))
    assert geodesy.cut_at_antimeridian(line).equals(line)


@pytest.mark.parametrize(
    "track",
    [
        ACROSS_180,
        [(179.9, 65.0), (-179.9, 65.0), (179.9, 66.0)],
        [(100.0, 78.0), (-170.0, 66.0)],
        [(45.0, 80.0), (0.0, 90.0), (-135.0, 80.0)],
        [(-170.0, 60.0), (170.0, -20.0)],
        [(30.0, 70.0), (60.0, 77.0), (104.0, 78.0), (180.0, 70.0), (-169.0, 66.0)],
    ],
)
def test_cutting_keeps_the_length_within_a_thousandth(track: list[tuple[float, float]]) -> None:
    whole = sum(geodesy.leg_lengths_nm(track))
    cut = cut_track(track)
    assert geodesy.length_nm(cut) == pytest.approx(whole, rel=1e-3)
    assert all(abs(lon) <= 180 for part in geodesy.extract_lines(cut) for lon, _ in part.coords)


def test_a_leg_over_180_degrees_is_two_lines_that_meet_at_the_cut() -> None:
    cut = cut_track(ACROSS_180)
    assert isinstance(cut, MultiLineString)
    east, west = sorted(cut.geoms, key=lambda part: part.coords[0][0], reverse=True)
    assert east.coords[-1][0] == 180
    assert west.coords[0][0] == -180
    assert east.coords[-1][1] == pytest.approx(west.coords[0][1])


def test_a_track_that_was_cut_is_joined_again() -> None:
    dense = geodesy.densify([(170.0, 70.0), (-160.0, 71.0)])
    joined = geodesy.join_track(geodesy.cut_at_antimeridian(LineString(dense)))
    assert joined[0] == dense[0]
    assert joined[-1] == pytest.approx(dense[-1])
    assert all(abs(b[0] - a[0]) < 10 for a, b in pairwise(joined))


def test_a_polygon_over_180_degrees_becomes_two_on_both_sides() -> None:
    chukotka = Polygon([(175, 65), (190, 65), (190, 70), (175, 70)])
    cut = geodesy.cut_at_antimeridian(chukotka)
    bounds = sorted(part.bounds for part in cut.geoms)
    assert bounds == [(-180, 65, -170, 70), (175, 65, 180, 70)]
    assert cut.area == pytest.approx(chukotka.area)


def test_a_leg_to_the_pole_and_on_keeps_to_its_meridians() -> None:
    dense = geodesy.densify([(45.0, 85.0), (0.0, 90.0), (-135.0, 85.0)])
    length = sum(geodesy.leg_lengths_nm(dense))
    assert length == pytest.approx(10 * 60.31, rel=1e-4)
    before = [lon for lon, lat in dense if lat < 89.99][:5]
    assert before == pytest.approx([45.0] * 5, abs=1e-6)


def test_the_pole_is_the_centre_of_the_polar_projection() -> None:
    for lon in (-180.0, -45.0, 0.0, 90.0, 180.0):
        x, y = geodesy.to_polar(Point(lon, 90.0)).coords[0]
        assert math.hypot(x, y) < 1e-3
    assert geodesy.from_polar(0.0, 0.0)[1] == pytest.approx(90.0)


def test_both_sides_of_180_degrees_are_one_point_of_the_polar_projection() -> None:
    east = geodesy.to_polar(Point(180.0, 70.0)).coords[0]
    west = geodesy.to_polar(Point(-180.0, 70.0)).coords[0]
    assert east == pytest.approx(west, abs=1e-3)


@given(st.floats(-179.99, 179.99), st.floats(40, 89.9))
def test_a_polar_position_makes_a_round_trip(lon: float, lat: float) -> None:
    back = geodesy.from_polar(*geodesy.to_polar(Point(lon, lat)).coords[0])
    assert back == pytest.approx((lon, lat), abs=1e-6)


@pytest.mark.parametrize(
    ("lon", "bearing"), [(-45.0, 180.0), (135.0, 0.0), (45.0, 90.0), (-135.0, 270.0), (180.0, 315)]
)
def test_a_meridian_points_where_the_chart_draws_it(lon: float, bearing: float) -> None:
    x, y = geodesy.to_polar(Point(lon, 60.0)).coords[0]
    assert math.degrees(math.atan2(x, y)) % 360 == pytest.approx(bearing % 360, abs=1e-6)


def test_a_degree_along_the_equator_is_sixty_nautical_miles() -> None:
    assert geodesy.length_nm(LineString([(0, 0), (1, 0)])) == pytest.approx(60.1, abs=0.05)
    assert geodesy.length_nm(Point(0, 90)) == 0


def test_a_polygon_keeps_its_area_when_vertices_are_put_on_its_edges() -> None:
    """Rounding makes a new vertex touch another edge; GEOS would repair the polygon to nothing."""
    narrow = Polygon(
        [
            (57.21634216308594, 26.06147460937496),
            (57.210845947265625, 25.973535156249973),
            (57.207794189453125, 25.9953015405816),
            (57.21224966339411, 25.995994614305754),
        ]
    )
    for shape in (narrow, MultiPolygon([narrow])):
        dense = geodesy.densify_edges(shape, step_deg=0.02)
        assert dense.area == pytest.approx(shape.area)
        assert shapely.get_num_coordinates(dense) > shapely.get_num_coordinates(shape)


def test_only_the_pieces_with_the_most_dimensions_are_gathered() -> None:
    mixed = GeometryCollection([Point(0, 90), LineString([(179, 70), (180, 70)]), box(0, 0, 1, 1)])
    assert geodesy.gather([mixed]).equals(box(0, 0, 1, 1))
    assert geodesy.gather([Point(0, 90), Point(180, 0)]) == MultiPoint([(0, 90), (180, 0)])
    assert geodesy.gather([]).is_empty


def test_a_midpoint_lies_on_the_line_or_in_the_area() -> None:
    ring = box(170, 60, 180, 80).difference(box(171, 61, 179, 79))
    assert Point(geodesy.midpoint(ring)).within(ring)
    line = LineString([(178, 70), (180, 70)])
    assert geodesy.midpoint(line) == (179, 70)
    assert geodesy.midpoint(Point(0, 90)) == (0, 90)
    with pytest.raises(CrsError, match="empty"):
        geodesy.midpoint(GeometryCollection())

"""The two frames: the pole, both sides of 180 degrees, the seam and the way back."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, MultiPolygon, Point, box
from shapely.geometry.base import BaseGeometry

from geo.draw.frames import (
    FRAMES,
    MERCATOR_FRAME,
    MERCATOR_NORTH_DEG,
    POLE,
    RIM,
    RIM_LAT_DEG,
    RIM_RADIUS,
    SEAM_LON_DEG,
    polar_scale,
    project_mercator,
    project_polar,
    to_rim,
)
from geo.geodesy import cut_at_antimeridian, densify, from_polar

ACROSS_180 = cut_at_antimeridian(LineString(densify([(170.0, 70.0), (-170.0, 66.0)])))


def _xy(lon: float, lat: float) -> tuple[float, float]:
    x, y = project_polar(Point(lon, lat)).coords[0]
    return x, y


def test_the_pole_is_the_centre_of_the_polar_chart() -> None:
    assert list(POLE) == pytest.approx([512.0, -512.0])
    for lon in (-180.0, -90.0, 0.0, 180.0):
        assert _xy(lon, 90.0) == pytest.approx(POLE, abs=1e-6)
    assert RIM.centroid.coords[0] == pytest.approx(POLE, abs=1e-6)


@given(st.floats(RIM_LAT_DEG + 0.1, 89.9))
def test_a_point_on_both_sides_of_180_is_one_place(lat: float) -> None:
    assert _xy(180.0, lat) == pytest.approx(_xy(-180.0, lat), abs=1e-6)


@given(st.floats(-179.9, 179.9), st.floats(RIM_LAT_DEG + 0.1, 89.9))
def test_a_position_is_drawn_on_the_polar_chart_where_epsg_3413_has_it(
    lon: float, lat: float
) -> None:
    x, y = _xy(lon, lat)
    assert from_polar((x - 512) * 8192, (y + 512) * 8192) == pytest.approx((lon, lat), abs=1e-6)


@given(st.floats(-180, 180), st.floats(-59.9, MERCATOR_NORTH_DEG - 0.1))
@example(SEAM_LON_DEG, 0.0)
def test_a_position_is_drawn_on_the_mercator_chart_at_its_longitude(lon: float, lat: float) -> None:
    x, y = project_mercator(Point(lon, lat)).coords[0]
    assert SEAM_LON_DEG <= x <= SEAM_LON_DEG + 360
    assert ((x - lon) % 360, y) in {(0.0, lat), (360.0, lat)}


def test_a_shape_cut_at_180_is_one_shape_on_the_polar_chart() -> None:
    chukotka = MultiPolygon([box(175, 65, 180, 70), box(-180, 65, -170, 70)])
    drawn = project_polar(chukotka)
    assert drawn.geom_type == "Polygon"
    assert drawn.is_valid
    route = ACROSS_180
    assert isinstance(route, MultiLineString)
    assert project_polar(route).geom_type == "LineString"


@pytest.mark.parametrize(
    "shape",
    [LineString([(-20, 10), (SEAM_LON_DEG, 10)]), box(-20, 10, SEAM_LON_DEG, 20)],
    ids=["line", "area"],
)
def test_a_shape_that_ends_at_the_seam_leaves_nothing_on_the_other_side(
    shape: BaseGeometry,
) -> None:
    drawn = project_mercator(shape)
    assert drawn.geom_type == shape.geom_type
    assert drawn.bounds[0] == 340


def test_a_shape_cut_at_180_is_one_shape_on_the_mercator_chart() -> None:
    chukotka = MultiPolygon([box(175, 65, 180, 70), box(-180, 65, -170, 70)])
    assert project_mercator(chukotka).bounds == (175, 65, 190, 70)
    assert project_mercator(chukotka).geom_type == "Polygon"
    route = project_mercator(ACROSS_180)
    assert route.geom_type == "LineString"
    assert route.bounds[2] == pytest.approx(190)


def test_the_mercator_chart_is_cut_at_its_seam_and_not_elsewhere() -> None:
    crossing = project_mercator(LineString([(-20, 60), (0, 60)]))
    assert crossing.geom_type == "MultiLineString"
    west, _, east, _ = crossing.bounds
    assert (west, east) == (SEAM_LON_DEG, SEAM_LON_DEG + 360)
    assert project_mercator(LineString([(0, 60), (20, 60)])).bounds == (0, 60, 20, 60)


def test_what_mercator_cannot_show_is_clipped() -> None:
    assert project_mercator(Point(0, 90)).is_empty
    to_pole = project_mercator(LineString([(10, 80), (10, 90)]))
    assert to_pole.bounds[3] == MERCATOR_NORTH_DEG


def test_the_polar_chart_is_clipped_at_its_rim() -> None:
    assert project_polar(Point(30.0, 10.0)).is_empty
    line = project_polar(LineString([(30, 20), (30, 80)]))
    assert max(math.dist(xy, POLE) for xy in line.coords) == pytest.approx(RIM_RADIUS, rel=1e-4)
    assert project_polar(Point(-100.0, -40.0)).is_empty


@pytest.mark.parametrize("lon", [-180.0, -74.0, -45.0, 0.0, 29.0, 116.0, 135.0, 180.0])
def test_a_far_place_is_marked_on_the_rim_at_its_bearing(lon: float) -> None:
    spot = to_rim(lon, 30.0)
    assert spot is not None
    assert math.dist(spot, POLE) == pytest.approx(RIM_RADIUS)
    bearing = math.degrees(math.atan2(spot[0] - POLE[0], spot[1] - POLE[1])) % 360
    assert bearing == pytest.approx((135.0 - lon) % 360, abs=1e-6)  # 135 E points straight up
    assert to_rim(lon, RIM_LAT_DEG) is None
    assert to_rim(lon, 90.0) is None


def test_both_sides_of_180_have_one_mark_on_the_rim() -> None:
    assert to_rim(180.0, 0.0) == pytest.approx(to_rim(-180.0, 0.0))


def test_lengths_are_true_at_seventy_degrees() -> None:
    assert polar_scale(70.0) == pytest.approx(1, abs=1e-4)
    assert polar_scale(90.0) < 1 < polar_scale(RIM_LAT_DEG)


def test_frames_are_keyed_by_id() -> None:
    assert {key: frame.id for key, frame in FRAMES.items()} == {
        "polar": "polar",
        "mercator": "mercator",
    }


def test_the_mercator_chart_shows_the_northern_sea_route_whole() -> None:
    track = [(58.0, 70.5), (104.0, 78.0), (180.0, 70.5), (-169.0, 66.0)]
    drawn = project_mercator(cut_at_antimeridian(LineString(densify(track))))
    assert drawn.geom_type == "LineString"
    west, _, east, _ = MERCATOR_FRAME.home
    assert west < drawn.bounds[0] < drawn.bounds[2] < east

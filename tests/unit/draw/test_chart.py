"""The charts: every shape of the catalogue where it belongs, or a mark on the rim for it."""

import math
from pathlib import Path

import pytest
from shapely import LineString, Point, box, get_coordinates

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart, drawn_shape, make_chart, quantise
from geo.draw.frames import FRAMES, MERCATOR_FRAME, POLAR_FRAME, POLE, RIM_RADIUS
from tests import shipped
from tests.unit.draw.conftest import HOSTILE

Charts = dict[str, Chart]


@pytest.mark.parametrize("frame", FRAMES)
def test_no_shape_is_lost_between_catalogue_and_chart(
    frame: str, small: Catalogue, charts: Charts
) -> None:
    chart = charts[frame]
    for feature, variant, geometry in small.each_shape():
        if drawn_shape(geometry, feature.kind, FRAMES[frame]).is_empty:
            assert feature.id in chart.rim or frame == "mercator"
        else:
            assert not chart.shapes[feature.id][variant].is_empty
    assert set(chart.anchors) - set(chart.rim) <= set(chart.shapes)


def test_a_route_says_where_it_leaves_the_chart(charts: Charts) -> None:
    (leaving,) = charts["polar"].exits["long-way"]["main"]
    assert leaving.to == f"Yokohama {HOSTILE}"
    x, y = (value / 50 for value in leaving.at)
    assert math.dist((x, y), POLE) == pytest.approx(RIM_RADIUS, abs=0.1)
    assert charts["mercator"].exits == {}


def test_no_land_that_reaches_into_the_chart_is_marked_as_beyond_it() -> None:
    chart = shipped.chart("polar")
    for identity in ("north-america", "europe", "asia", "western-europe", "northern-europe"):
        assert identity not in chart.rim
        assert identity in chart.shapes
    assert "africa" in chart.rim


def test_features_beyond_the_rim_have_a_mark_on_it(charts: Charts) -> None:
    chart = charts["polar"]
    assert set(chart.rim) == {"far-port", "IN"}
    for x, y in chart.rim.values():
        assert math.dist((x / 50, y / 50), POLE) == pytest.approx(RIM_RADIUS, abs=0.1)
    assert charts["mercator"].rim == {}


def test_the_pole_and_both_sides_of_180_are_drawn_where_they_are(charts: Charts) -> None:
    shapes = charts["polar"].shapes
    pole = pytest.approx([POLE[0] * 50, POLE[1] * 50], abs=1)
    assert get_coordinates(shapes["pole"][""])[0] == pole
    assert shapes["long-way"]["main"].geom_type == "LineString"
    assert get_coordinates(shapes["long-way"]["polar"])[-1] == pole
    assert "pole" not in charts["mercator"].shapes


def test_land_across_180_is_one_piece(charts: Charts) -> None:
    land = charts["polar"].land
    assert land.geom_type == "MultiPolygon"
    assert len(land.geoms) == 2


def test_a_missing_land_file_is_named_and_the_rest_is_drawn(
    small: Catalogue, charts: Charts, tmp_path: Path
) -> None:
    chart = make_chart(POLAR_FRAME, small, land=tmp_path / "nowhere.geojson")
    (problem,) = chart.problems
    assert "nowhere.geojson" in problem
    assert chart.land.is_empty
    assert chart.shapes == charts["polar"].shapes
    assert charts["polar"].problems == ()


def test_shapes_too_small_for_a_step_are_kept_as_they_are() -> None:
    tiny = box(512, -512, 512.001, -511.999)
    assert quantise(tiny, POLAR_FRAME).geom_type == "Polygon"
    assert quantise(Point(180, 0), MERCATOR_FRAME) == Point(36000, 0)


def test_routes_bend_as_geodesics_and_limits_follow_their_parallel() -> None:
    flat = LineString([(20, 75), (100, 75)])
    route = drawn_shape(flat, "route", MERCATOR_FRAME)
    limit = drawn_shape(flat, "sea", MERCATOR_FRAME)
    assert route.bounds[3] > 77
    assert limit.bounds[3] == pytest.approx(75)

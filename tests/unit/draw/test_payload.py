"""The chart files: no shape lost, whole numbers, hostile names as JSON and nothing else."""

import json
import math
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shapely import LineString, Point, box

from geo.catalogue.features import Catalogue
from geo.draw.assets import Chart, drawn_shape, in_steps, make_chart
from geo.draw.frames import FRAMES, MERCATOR_FRAME, POLAR_FRAME, POLE, RIM_RADIUS
from tests.unit.draw.conftest import HOSTILE

Charts = dict[str, tuple[Chart, str]]


def payload(script: str) -> dict[str, Any]:
    """Return the data at the head of a chart's script."""
    head = script.split("\n", 1)[0]
    assert head.startswith("window.atlasData=")
    assert head.endswith(";")
    data: dict[str, Any] = json.loads(head[len("window.atlasData=") : -1])
    return data


def numbers(nested: object) -> Iterator[object]:
    """Yield the leaves of nested coordinates."""
    if isinstance(nested, list):
        for inner in nested:
            yield from numbers(inner)
    else:
        yield nested


@pytest.mark.parametrize("frame", FRAMES)
def test_no_shape_is_lost_between_catalogue_and_chart(
    frame: str, small: Catalogue, charts: Charts
) -> None:
    chart, script = charts[frame]
    shapes = payload(script)["shapes"]
    for feature, variant, geometry in small.each_shape():
        if drawn_shape(geometry, feature.kind, FRAMES[frame]).is_empty:
            assert feature.id in chart.rim or frame == "mercator"
        else:
            assert shapes[feature.id][variant]["coordinates"]
            assert variant in chart.variants[feature.id]
    assert set(chart.spots) == set(chart.variants) == set(shapes)


@pytest.mark.parametrize("frame", FRAMES)
def test_coordinates_are_whole_numbers(frame: str, charts: Charts) -> None:
    data = payload(charts[frame][1])
    shapes = [shape for those in data["shapes"].values() for shape in those.values()]
    for shape in [*shapes, data["land"], data["graticule"]]:
        assert all(type(leaf) is int for leaf in numbers(shape["coordinates"]))


def test_positions_on_the_polar_chart_lie_within_the_rim(charts: Charts) -> None:
    data = payload(charts["polar"][1])
    for shapes in data["shapes"].values():
        for shape in shapes.values():
            flat = list(numbers(shape["coordinates"]))
            for x, y in zip(flat[::2], flat[1::2], strict=True):
                assert math.dist((x / 50, y / 50), POLE) <= RIM_RADIUS + 0.05


@pytest.mark.parametrize("frame", FRAMES)
def test_a_hostile_name_is_a_json_string_and_nothing_else(frame: str, charts: Charts) -> None:
    chart, script = charts[frame]
    data = payload(script)
    assert data["names"]["pole"] == HOSTILE
    assert HOSTILE not in script.replace(json.dumps(HOSTILE)[1:-1], "")
    assert HOSTILE not in chart.file


def test_a_hostile_waypoint_travels_as_json_too(charts: Charts) -> None:
    chart, script = charts["polar"]
    exits = payload(script)["exits"]["long-way"]["main"]
    assert [exit_["to"] for exit_ in exits] == [f"Yokohama {HOSTILE}"]
    assert chart.exits["long-way"]["main"] == exits


def test_a_route_says_where_it_leaves_the_chart(charts: Charts) -> None:
    (leaving,) = charts["polar"][0].exits["long-way"]["main"]
    x, y = (value / 50 for value in leaving["at"])
    assert math.dist((x, y), POLE) == pytest.approx(RIM_RADIUS, abs=0.1)
    assert charts["mercator"][0].exits == {}


def test_what_lies_beyond_the_rim_has_a_mark_there(charts: Charts) -> None:
    chart = charts["polar"][0]
    assert set(chart.rim) == {"far-port", "IN"}
    for x, y in chart.rim.values():
        assert math.dist((x / 50, y / 50), POLE) == pytest.approx(RIM_RADIUS, abs=0.1)
    assert charts["mercator"][0].rim == {}


def test_the_pole_and_both_sides_of_180_are_drawn_where_they_are(charts: Charts) -> None:
    data = payload(charts["polar"][1])
    at_pole = data["shapes"]["pole"][""]["coordinates"]
    assert at_pole == pytest.approx([POLE[0] * 50, POLE[1] * 50], abs=1)
    assert data["shapes"]["long-way"]["main"]["type"] == "LineString"
    assert data["shapes"]["long-way"]["polar"]["coordinates"][-1] == pytest.approx(
        [POLE[0] * 50, POLE[1] * 50], abs=1
    )
    assert "pole" not in payload(charts["mercator"][1])["shapes"]


def test_land_on_both_sides_of_180_is_one_piece(charts: Charts) -> None:
    land = payload(charts["polar"][1])["land"]
    assert land["type"] == "MultiPolygon"
    assert len(land["coordinates"]) == 2


def test_a_chart_is_named_by_its_content(
    small: Catalogue, land: Path, charts: Charts, tmp_path: Path
) -> None:
    again = make_chart(POLAR_FRAME, small, land=land)
    assert again.file == charts["polar"][0].file
    other = tmp_path / "other.geojson"
    shutil.copy(land, other)
    text = other.read_text("utf-8").replace("170", "165")
    other.write_text(text, "utf-8")
    assert make_chart(POLAR_FRAME, small, land=other).file != again.file


@pytest.mark.parametrize("frame", FRAMES)
def test_pages_and_figures_are_given_what_the_browser_is(frame: str, charts: Charts) -> None:
    chart, script = charts[frame]
    assert chart.payload() == payload(script)


@pytest.mark.parametrize("raw", [None, b"\xff\xfe window"])
def test_a_script_that_cannot_be_read_is_named(
    raw: bytes | None, small: Catalogue, land: Path, tmp_path: Path
) -> None:
    path = tmp_path / "draws.js"
    if raw is not None:
        path.write_bytes(raw)
    chart = make_chart(POLAR_FRAME, small, land=land, helpers=[path])
    (problem,) = chart.problems
    assert "draws.js" in problem
    assert payload(chart.script.decode())["shapes"]


def test_a_missing_land_file_is_named_and_the_rest_is_drawn(
    small: Catalogue, charts: Charts, tmp_path: Path
) -> None:
    chart = make_chart(POLAR_FRAME, small, land=tmp_path / "nowhere.geojson")
    (problem,) = chart.problems
    assert "nowhere.geojson" in problem
    data = payload(chart.script.decode())
    assert data["land"]["coordinates"] == []
    assert data["shapes"] == payload(charts["polar"][1])["shapes"]
    assert charts["polar"][0].problems == ()


def test_shapes_too_small_for_a_step_are_kept_as_they_are() -> None:
    tiny = box(512, -512, 512.001, -511.999)
    assert in_steps(tiny, POLAR_FRAME)["coordinates"]
    assert in_steps(Point(180, 0), MERCATOR_FRAME) == {
        "type": "Point",
        "coordinates": [36000, 0],
    }


def test_routes_bend_as_geodesics_and_limits_follow_their_parallel() -> None:
    flat = LineString([(20, 75), (100, 75)])
    route = drawn_shape(flat, "route", MERCATOR_FRAME)
    limit = drawn_shape(flat, "sea", MERCATOR_FRAME)
    assert route.bounds[3] > 77
    assert limit.bounds[3] == pytest.approx(75)

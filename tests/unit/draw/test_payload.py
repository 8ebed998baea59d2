"""What the browser is sent: no shape lost, whole numbers, a hostile name as JSON alone."""

import json
import math
import re
import shutil
from pathlib import Path

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart, make_chart
from geo.draw.frames import FRAMES, POLAR_FRAME, POLE, RIM_RADIUS
from geo.draw.packed import pack, unpack
from geo.draw.payload import chart_payload, make_chart_script
from tests.unit.draw.conftest import HOSTILE

Charts = dict[str, Chart]


@pytest.mark.parametrize("frame", FRAMES)
def test_no_shape_is_lost_between_chart_and_browser(frame: str, charts: Charts) -> None:
    shapes = chart_payload(charts[frame])["shapes"]
    for identity, of_slug in charts[frame].shapes.items():
        assert set(shapes[identity]) == set(of_slug)
        assert all(coordinates for _, coordinates in shapes[identity].values())
    assert set(shapes) == set(charts[frame].shapes)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_shape_that_is_unpacked_is_the_shape_that_was_packed(frame: str, charts: Charts) -> None:
    for shapes in charts[frame].shapes.values():
        for slug, shape in shapes.items():
            assert (shape.is_valid, shape.is_empty) == (True, False)
            assert pack(shape) == shapes.packed[slug]


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Point(-512, 7),
        shapely.MultiPoint([(0, 0), (-1, 1_000_000)]),
        shapely.LineString([(15, 16), (-16, -17), (31, 32)]),
        shapely.MultiLineString([[(0, 0), (1, 1)], [(5, 5), (5, -900)]]),
        shapely.Polygon([(0, 0), (9, 0), (9, 9)], [[(4, 1), (5, 1), (5, 2)]]),
        shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(-3, -3, -2, -2)]),
        shapely.MultiPolygon(),
    ],
)
def test_every_type_of_shape_comes_back_as_it_was(shape: BaseGeometry) -> None:
    assert unpack(pack(shape)).equals_exact(shape, 0)
    assert unpack(json.loads(json.dumps(pack(shape)))).equals_exact(shape, 0)


def test_positions_on_the_polar_chart_lie_within_the_rim(charts: Charts) -> None:
    for shapes in charts["polar"].shapes.values():
        for shape in shapes.values():
            for x, y in shapely.get_coordinates(shape):
                assert math.dist((x / 50, y / 50), POLE) <= RIM_RADIUS + 0.05


@pytest.mark.parametrize("frame", FRAMES)
def test_a_hostile_name_is_a_json_string_and_nothing_else(
    frame: str, small: Catalogue, charts: Charts
) -> None:
    script = make_chart_script(charts[frame], small, {})
    text = script.content.decode()
    assert json.dumps(HOSTILE)[1:-1] in text
    assert HOSTILE not in text.replace(json.dumps(HOSTILE)[1:-1], "")
    assert HOSTILE not in script.name


def test_a_hostile_waypoint_travels_as_json_too(small: Catalogue, charts: Charts) -> None:
    exits = chart_payload(charts["polar"])["exits"]
    assert [mark["tracks"] for mark in exits] == [[["long-way", "main", f"Yokohama {HOSTILE}"]]]
    content = make_chart_script(charts["polar"], small, {}).content.decode()
    text = content.removeprefix("window.atlasData=JSON.parse('").partition("');\n")[0]
    assert re.fullmatch(r"""(?:[^'\\\n]|\\['\\])*""", text), "nothing ends the string early"
    assert json.loads(re.sub(r"\\(.)", r"\1", text))["exits"] == exits


def test_a_script_is_named_by_its_content(
    small: Catalogue, land: Path, charts: Charts, tmp_path: Path
) -> None:
    name = make_chart_script(charts["polar"], small, {}).name
    assert make_chart_script(make_chart(POLAR_FRAME, small, land=land), small, {}).name == name
    other = tmp_path / "other.geojson"
    shutil.copy(land, other)
    text = other.read_text("utf-8").replace("170", "165")
    other.write_text(text, "utf-8")
    assert make_chart_script(make_chart(POLAR_FRAME, small, land=other), small, {}).name != name


@pytest.mark.parametrize("raw", [None, b"\xff\xfe window"])
def test_a_helper_that_cannot_be_read_is_named(
    raw: bytes | None, small: Catalogue, charts: Charts, tmp_path: Path
) -> None:
    path = tmp_path / "draws.js"
    if raw is not None:
        path.write_bytes(raw)
    script = make_chart_script(charts["polar"], small, {}, helpers=[path])
    (problem,) = script.problems
    assert "draws.js" in problem
    assert make_chart_script(charts["polar"], small, {}).problems == ()

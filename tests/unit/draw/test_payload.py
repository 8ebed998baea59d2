"""What the browser is sent: no shape lost, whole numbers, a hostile name as JSON alone."""

import json
import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart, make_chart
from geo.draw.frames import FRAMES, POLAR_FRAME, POLE, RIM_RADIUS
from geo.draw.payload import chart_payload, make_chart_script
from tests.unit.draw.conftest import HOSTILE

Charts = dict[str, Chart]


def numbers(nested: object) -> Iterator[object]:
    """Yield the leaves of nested coordinates."""
    if isinstance(nested, list):
        for inner in nested:
            yield from numbers(inner)
    else:
        yield nested


@pytest.mark.parametrize("frame", FRAMES)
def test_no_shape_is_lost_between_chart_and_browser(frame: str, charts: Charts) -> None:
    shapes = chart_payload(charts[frame])["shapes"]
    for identity, of_slug in charts[frame].shapes.items():
        assert set(shapes[identity]) == set(of_slug)
        assert all(shape["coordinates"] for shape in shapes[identity].values())
    assert set(shapes) == set(charts[frame].shapes)


@pytest.mark.parametrize("frame", FRAMES)
def test_coordinates_are_whole_numbers(frame: str, charts: Charts) -> None:
    data = chart_payload(charts[frame])
    shapes = [shape for those in data["shapes"].values() for shape in those.values()]
    for shape in [*shapes, data["land"], data["graticule"]]:
        assert all(type(leaf) is int for leaf in numbers(shape["coordinates"]))


def test_positions_on_the_polar_chart_lie_within_the_rim(charts: Charts) -> None:
    data = chart_payload(charts["polar"])
    for shapes in data["shapes"].values():
        for shape in shapes.values():
            flat = list(numbers(shape["coordinates"]))
            for x, y in zip(flat[::2], flat[1::2], strict=True):
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
    sent = json.dumps(exits, separators=(",", ":")).encode()
    assert sent in make_chart_script(charts["polar"], small, {}).content


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

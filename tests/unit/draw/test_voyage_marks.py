"""Marks on the map of a voyage, and where a press on the disc is."""

import pytest

from geo.draw.voyage_lines import DrawnLine, Strip, from_disc, on_disc
from geo.draw.voyage_map import DrawnMark, polar_lines, voyage_map, world_lines
from geo.escape import Markup

TRACK = DrawnLine(
    "track", ((10.0, 60.0), (0.0, 68.0), (-40.0, 58.0)), role="lit", name="your track"
)
MARKS = (DrawnMark(0.0, 68.0, "A", "A: high seas"), DrawnMark(-20.0, 64.0, title="1: -20, 64"))


def test_letters_and_points_are_drawn_in_both_frames() -> None:
    polar = polar_lines([TRACK], (), label="map", marks=MARKS)
    world = world_lines([TRACK], (), Strip(-180.0, 360.0), label="map", marks=MARKS)
    for drawing in (polar, world):
        assert drawing.count('class="mark lettered"') == 1
        assert drawing.count('class="mark"') == 1
        assert ">A</text>" in drawing


def test_letters_that_would_lie_on_each_other_are_left_out() -> None:
    close = [DrawnMark(0.0, 68.0, "A"), DrawnMark(0.05, 68.0, "B")]
    assert polar_lines([TRACK], (), label="map", marks=close).count("lettered") == 1


def test_a_drawing_without_marks_is_as_before() -> None:
    assert "mark" not in polar_lines([TRACK], (), label="a drawing")


@pytest.mark.parametrize("at", [(0.0, 89.0), (33.0, 69.0), (-94.0, 58.8), (179.0, 66.0)])
def test_a_press_on_the_disc_gives_back_its_place(at: tuple[float, float]) -> None:
    x, y = on_disc([at, at])[0].tolist()
    assert from_disc(x, y) == pytest.approx(at, abs=1e-6)


def test_a_press_beyond_the_rim_is_nowhere() -> None:
    assert from_disc(900, 900) is None
    assert from_disc(float("nan"), 0) is None


def test_only_a_map_that_takes_points_says_so() -> None:
    lines = Markup("")
    assert "data-takes" in voyage_map(lines, lines, frame="polar", takes_points=True)
    assert "data-takes" not in voyage_map(lines, lines, frame="polar")

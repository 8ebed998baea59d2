"""The words on the day's picture: a button, its credit, and days that have none."""

import html
import re
from datetime import date

from geo.draw.gibs import day_tiles
from geo.escape import svg_element
from geo.markup.season.day import day_figure

DAY = date(2025, 2, 26)
MAP = svg_element("svg", svg_element("g", class_="ice-field"))


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def test_nothing_is_asked_for_before_the_reader_presses() -> None:
    shown = day_figure(MAP, DAY, is_on=False)
    assert "nasa.gov" not in shown
    assert "data-picture" not in shown
    assert 'data-set="picture:day"' in shown
    assert words(shown) == (
        "Show the day itself: satellite picture of 26 February 2025 (NASA, needs a network)"
    )


def test_the_picture_comes_with_its_credit_and_what_is_said_without_a_network() -> None:
    drawing = svg_element("svg", day_tiles(DAY))
    shown = day_figure(drawing, DAY, is_on=True)
    assert shown.count("<image") == 4
    assert 'data-picture="day"' in shown
    assert 'data-set="picture:"' in shown
    assert "NASA GIBS, 26 February 2025" in words(shown)
    assert (
        "The day’s picture needs a network: NASA’s server did not answer. "
        "The normal of the month stays."
    ) in words(shown)


def test_a_day_without_a_picture_is_told_and_changes_nothing() -> None:
    for is_on in (False, True):
        shown = day_figure(MAP, date(1969, 8, 26), is_on=is_on)
        assert "data-picture" not in shown
        assert "<button" not in shown
        assert words(shown) == (
            "NASA’s daily picture begins on 2 July 2012 and ends today, so there is none of "
            "26 August 1969."
        )

import re
from datetime import date

import pytest

from geo.draw.season_dodge import AIR_PX, Dodge, dodge
from geo.draw.season_marks import line_at, lowest_label, september_labels
from geo.draw.voyage_names import width_px
from geo.measure.season.extent import months_frame, read_extents, septembers_frame

UNITS_PX = (5.4, 12.0, 25.0, 53.0)
"""Of a year on a telephone and a desk, of a month there."""


def value_of(expression: str) -> float:
    """Return what Vega makes of an expression, with Python's own words for a choice."""
    plain = expression.replace("&&", "and")
    choice = re.compile(r"\(([^?]*) \? (.*) : ([^:]*)\)\Z").match(plain)
    assert choice
    condition, first, second = choice.groups()
    inner = re.compile(r"\(([^?]*) \? (.*) : ([^:]*)\)\Z").match(first)
    if inner:
        first = f"(({inner[2]}) if {inner[1]} else ({inner[3]}))"
    return float(eval(f"({first}) if {condition} else ({second})"))  # noqa: S307  our own words


@pytest.mark.parametrize("unit_px", UNITS_PX)
@pytest.mark.parametrize("side", ["", "left", "right"])
def test_words_never_lie_on_the_line_and_vega_moves_them_as_paper_does(
    unit_px: float, side: str
) -> None:
    for away in range(-12, 13):
        found = Dodge(-30.0, 40.0, away, side)
        moved = found.moved_px(unit_px)
        line = away * unit_px
        air = AIR_PX - 1e-6
        assert line <= found.left + moved - air or line >= found.right + moved + air
        assert value_of(found.expression(f"{unit_px}")) == pytest.approx(moved)


def test_without_a_line_nothing_moves() -> None:
    extents, _ = read_extents()
    assert extents is not None
    label = lowest_label(months_frame(extents, (2024, 2012)))
    assert label.text == "2012: 3.57, the lowest"
    assert dodge(label, 12, None) is None


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("month_px", [25.0, 43.0, 53.0])
def test_the_name_of_the_lowest_month_keeps_off_every_marked_month(
    month: int, month_px: float
) -> None:
    extents, _ = read_extents()
    assert extents is not None
    label = lowest_label(months_frame(extents, (2024, 2012)))
    found = dodge(label, 12, month, "right" if month < label.x else "left")
    assert found is not None
    middle = found.moved_px(month_px)
    half = width_px(label.text, 12) / 2
    assert abs((month - label.x) * month_px - middle) >= half + AIR_PX - 1e-6


@pytest.mark.parametrize("year", range(1979, 2037))
def test_no_name_of_a_september_lies_on_a_day_of_any_year(year: int) -> None:
    extents, _ = read_extents()
    assert extents is not None
    frame = septembers_frame(extents)
    for month, unit_px in ((1, 5.4), (5, 12.0), (9, 5.4), (12, 12.0)):
        at = line_at(date(year, month, 9), [*frame["year"]])
        assert at is not None
        for label in september_labels(frame, (2024, 2012)):
            found = dodge(label, 12, at)
            assert found is not None
            moved, line = found.moved_px(unit_px), (at - label.x) * unit_px
            assert not found.left + moved < line < found.right + moved


def test_a_day_long_before_or_after_the_septembers_has_no_line() -> None:
    assert line_at(date(1936, 7, 9), range(1979, 2026)) is None
    assert line_at(date(2040, 7, 9), range(1979, 2026)) is None

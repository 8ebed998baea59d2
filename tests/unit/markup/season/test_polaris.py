"""The POLARIS scale: where the wedges stand, what is said, and the table of values."""

import html
import re

import pytest

from geo import messages
from geo.markup.season.polaris import (
    caption,
    class_name,
    ice_name,
    outcome_panel,
    sum_line,
    values_table,
    wrong_panel,
)
from geo.measure.season.polaris import ICE_TYPES, assess, read_polaris

POLARIS, _ = read_polaris()
assert POLARIS is not None
OLD_ICE = {"ice_free": 2, "thick_fy": 5, "second_year": 3}


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def drawn(ice_class: str, **tenths: int) -> str:
    assert POLARIS is not None
    return outcome_panel(assess(POLARIS, ice_class, tenths))


def places(markup: str) -> dict[str, float]:
    """Return where the wedges stand, in per cent of the scale."""
    found = re.findall(r'class="at wedge (\w+)" style="width:([\d.]+)%"', markup)
    return {name: float(place) for name, place in found}


def test_the_example_is_said_and_drawn_as_in_the_picture() -> None:
    shown = drawn("PC7", **OLD_ICE)
    assert words(shown).endswith(
        "−13: subject to special consideration. Behind an icebreaker −3: elevated risk, no faster "
        "than 3 knots."
    )
    assert places(shown) == {
        "alone": pytest.approx(100 * 17 / 60, abs=0.01),
        "escorted": pytest.approx(100 * 27 / 60, abs=0.01),
    }
    assert 'aria-label="Scale from −30 to 30: −13 alone, −3 escorted."' in shown
    assert words(shown).startswith("−13 alone −3 escorted special consideration elevated normal")


@pytest.mark.parametrize(
    ("ice_class", "tenths", "wedge", "place"),
    [
        ("none", {"heavy_my": 10}, "below", 0.0),
        ("PC1", {"ice_free": 10}, "inside", 100.0),
    ],
)
def test_a_sum_beyond_the_scale_is_an_arrow_at_its_end(
    ice_class: str, tenths: dict[str, int], wedge: str, place: float
) -> None:
    shown = drawn(ice_class, **tenths)
    assert places(shown)["alone"] == place
    alone = shown.split('class="at wedge alone"')[1]
    assert f'class="{wedge}"' in alone
    assert 'class="above"' in shown if ice_class == "PC1" else 'class="above"' not in shown


@pytest.mark.parametrize(
    ("ice_class", "tenths", "end"),
    [("none", {"heavy_my": 10}, "low"), ("PC1", {"new": 10}, "high"), ("PC7", OLD_ICE, "")],
)
def test_near_an_end_both_sums_are_named_together(
    ice_class: str, tenths: dict[str, int], end: str
) -> None:
    shown = drawn(ice_class, **tenths)
    assert ('class="both' in shown) is bool(end)
    assert not end or f'class="both {end}"' in shown


def test_a_class_below_the_polar_ones_has_no_band_of_elevated_risk() -> None:
    assert 'class="band elevated"' in drawn("PC7", ice_free=10)
    shown = drawn("IA", ice_free=10)
    assert 'class="band elevated"' not in shown
    widths = re.findall(r'class="band \w+" style="width:([\d.]+)%"', shown)
    assert list(map(float, widths)) == [50.0, 50.0]


def test_types_of_ice_are_named_with_their_thickness() -> None:
    assert POLARIS is not None
    named = [ice_name(one, POLARIS.ice[one]).replace("\u00a0", " ") for one in ICE_TYPES]
    assert named[0] == "Open water"
    assert named[2] == "Grey, 0.1 to 0.15 m"
    assert named[8:] == [
        "Thick first-year, over 1.2 m",
        "Second-year",
        "Light multi-year, under 2.5 m",
        "Heavy multi-year, over 2.5 m",
    ]
    assert len(set(named)) == 12


def test_without_ten_tenths_there_is_no_sum() -> None:
    assert words(sum_line(9, None)) == "9 of 10 tenths"
    assert words(wrong_panel("These are 9 tenths; give 10.")) == "These are 9 tenths; give 10."
    assert POLARIS is not None
    assert words(sum_line(10, assess(POLARIS, "PC7", OLD_ICE))) == "10 of 10 tenths sum −13"


def test_the_caption_says_that_it_is_no_permission_and_which_mix_is_an_example() -> None:
    assert POLARIS is not None
    of_example = words(caption(POLARIS.classes["PC7"], is_example=True))
    assert messages.POLARIS_CAVEAT in of_example
    assert messages.POLARIS_IS_EXAMPLE in of_example
    assert "adds 10" in of_example
    own = words(caption(POLARIS.classes["PC7"], is_example=False))
    assert messages.POLARIS_IS_EXAMPLE not in own


def test_the_table_has_every_value_and_marks_the_chosen_class() -> None:
    assert POLARIS is not None
    shown = values_table(POLARIS, "PC7")
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", shown)
    assert len(rows) == 14
    second_year = re.findall(r"<td[^>]*>(.*?)</td>", rows[10])
    assert second_year == ["2", "1", "1", "0", "−1", "−2", "−3", "−3", "−4", "−5", "−6", "−7"]
    speeds = re.findall(r"<td[^>]*>(.*?)</td>", rows[13])
    assert speeds == ["11", "8", "5", "5", "5", "3", "3", *["–"] * 5]
    assert shown.count('class="chosen"') == 14


def test_baltic_classes_are_spelt_as_in_the_calendar_and_the_other_spelling_is_named() -> None:
    assert POLARIS is not None
    assert [class_name(one) for one in POLARIS.classes][7:] == [
        "1A Super",
        "1A",
        "1B",
        "1C",
        "none",
    ]
    table = words(values_table(POLARIS, "IA"))
    assert "1A Super 1A 1B 1C none" in table
    assert "IA" not in table
    said = words(caption(POLARIS.classes["IA"], is_example=False))
    assert "1A Super to 1C are IMO’s IA Super to IC." in said

"""Ranges, rounding, and how much less or more one way is than another."""

import pytest

from geo import messages
from geo.markup.voyages import numbers
from geo.measure.voyages.records import Published, Way
from tests.unit.markup.voyages import sample


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        ((-38.4, -34.0), "34–38 % less"),
        ((-41.4, -40.8), "41 % less"),
        ((12.0, 12.1), "12 % more"),
        ((-0.4, 0.3), "the same"),
        ((-2.2, 0.1), "up to 2 % less"),
        ((0.1, 3.4), "up to 3 % more"),
        ((-5.0, 3.0), "5 % less to 3 % more"),
    ],
)
def test_a_difference_is_said_in_whole_per_cent_with_its_direction(
    percent: numbers.Pair, said: str
) -> None:
    assert numbers.compared_words(percent) == said


@pytest.mark.parametrize(
    ("nm", "said"), [(11_299, "11,300"), (6_958, "6,960"), (104, "100"), (87.4, "87"), (4.2, "4")]
)
def test_miles_are_rounded_to_ten_unless_few(nm: float, said: str) -> None:
    assert numbers.rounded_miles(nm) == said


def test_a_range_of_one_number_is_one_number() -> None:
    assert numbers.plain_span((33.6, 34.2)) == "34"
    assert numbers.plain_span((1_926, 2_494), 10) == "1,930–2,490"


def test_what_is_less_than_half_a_step_is_not_nothing() -> None:
    assert numbers.plain_span((0.03, 0.03)) == "<1"
    assert numbers.plain_span((0.2, 0.8)) == "<1–1"
    assert numbers.plain_span((2.0, 4.0), 10) == "<10"
    assert numbers.plain_span((0.0, 0.0)) == "0"


def test_what_has_two_ends_is_compared_end_by_end() -> None:
    ours, theirs = (2_000.0, 2_400.0), (1_800.0, 2_200.0)
    assert numbers.percent_more_alike(ours, theirs) == pytest.approx((9.1, 11.1), abs=0.05)
    assert numbers.more_alike((22.4, 26.3), (19.0, 23.7)) == (2, 3)
    assert numbers.percent_more_alike(ours, (0.0, 0.0)) == (0.0, 0.0)


def test_a_difference_is_that_of_the_whole_numbers_that_stand() -> None:
    assert numbers.more((7_287.6, 7_287.6), (11_309.4, 11_309.4)) == (-4_021, -4_021)


def test_signs_stand_before_differences_only_where_there_is_one() -> None:
    assert numbers.signed(-3_906) == "−3,906"
    assert numbers.signed(0.74, 1) == "+0.7"
    assert numbers.signed(-0.04, 1) == "0.0"
    assert numbers.signed_span((-12.2, -7.3)) == "−7 to −12"
    assert numbers.signed_span((7.3, 12.2)) == "+7 to +12"
    assert numbers.signed_span((-8.1, 2.4)) == "−8 to +2"
    assert numbers.signed_span((-1.6, 8.0)) == "−2 to +8"


def test_the_difference_of_two_ways_is_over_all_open_variants() -> None:
    found = numbers.difference(sample.nsr(), sample.suez())
    assert found.nm == (6_958 - 11_299, 7_457 - 11_299)
    assert found.percent == (
        pytest.approx(100 * (6_958 / 11_299 - 1)),
        pytest.approx(100 * (7_457 / 11_299 - 1)),
    )


def test_the_largest_deviation_from_published_figures_is_rounded_as_each_of_them() -> None:
    assert numbers.largest_gap([sample.nsr(), sample.suez()]) == "1.5"
    short = Way("suez", "Suez", (sample.variant(1_001.1),), (Published(1_000, "s"),))
    assert numbers.largest_gap([short]) == "0.1"
    exact = Way("suez", "Suez", (sample.variant(1_000.1),), (Published(1_000, "s"),))
    assert numbers.largest_gap([exact]) == "0.1"
    assert numbers.largest_gap([sample.nwp()]) == ""


def test_numbers_are_words_up_to_twelve() -> None:
    assert [numbers.number_word(count) for count in (0, 7, 12, 13)] == [
        *("no", "seven", "twelve", "13")
    ]
    assert len(messages.VOYAGE_NUMBERS) == 13

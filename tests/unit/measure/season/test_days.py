from datetime import date

import pytest

from geo.measure.season.days import (
    ALL_YEAR,
    MONTH_DAYS,
    Span,
    common,
    days_left,
    days_until,
    in_words,
    is_open,
    read_day,
    spans_of,
    written,
)


def span(first: str, last: str) -> Span:
    return Span(read_day(first), read_day(last))


SUMMER, WINTER = span("08-15", "10-15"), span("07-15", "02-28")


def test_both_ends_of_a_span_count() -> None:
    assert SUMMER.days == 62
    assert span("08-15", "08-15").days == 1
    assert WINTER.days == 229
    assert ALL_YEAR.days == sum(MONTH_DAYS) == 365


def test_days_are_written_as_in_the_tables_and_as_read() -> None:
    assert written(read_day("02-28")) == "02-28"
    assert in_words(read_day("08-15")) == "15 Aug"
    with pytest.raises(ValueError, match="day"):
        read_day("02-29")


def test_what_goes_on_over_new_year_is_one_span() -> None:
    assert common([(WINTER,), (ALL_YEAR,)]) == (WINTER,)
    assert WINTER.parts() == (span("01-01", "02-28"), span("07-15", "12-31"))


def test_an_intersection_over_new_year_can_be_two_spans() -> None:
    shifted = span("02-01", "08-01")
    assert common([(WINTER,), (shifted,)]) == (span("02-01", "02-28"), span("07-15", "08-01"))


def test_spans_without_a_common_day_have_none() -> None:
    assert common([(SUMMER,), ()]) == ()
    assert common([(SUMMER,), (span("10-16", "10-20"),)]) == ()
    assert common([]) == (ALL_YEAR,)
    assert spans_of(frozenset()) == ()


@pytest.mark.parametrize(("day", "left", "until"), [
    ("2025-08-14", None, 1),
    ("2025-08-15", 61, 0),
    ("2025-09-28", 17, 0),
    ("2025-10-15", 0, 0),
    ("2025-10-16", None, 303),
    ("2024-02-26", None, 171),
])  # fmt: skip
def test_days_left_and_until_are_counted_in_the_calendar(
    day: str, left: int | None, until: int
) -> None:
    asked = date.fromisoformat(day)
    assert is_open([SUMMER], asked) is (until == 0)
    assert days_left([SUMMER], asked) == left
    assert days_until([SUMMER], asked) == until


def test_the_29th_of_february_is_open_only_between_two_open_days() -> None:
    leap = date(2024, 2, 29)
    assert not is_open([WINTER], leap)
    assert is_open([span("07-01", "03-31")], leap)
    assert is_open([ALL_YEAR], leap)
    assert days_left([WINTER], date(2024, 2, 28)) == 0
    assert days_left([span("07-01", "03-31")], date(2024, 2, 28)) == 32


def test_what_is_open_all_year_has_no_end_and_what_never_opens_no_beginning() -> None:
    assert days_left([ALL_YEAR], date(2025, 1, 1)) is None
    assert days_until([], date(2025, 1, 1)) is None

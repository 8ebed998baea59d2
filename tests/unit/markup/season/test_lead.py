"""The sentence that begins the page of the season."""

from datetime import date

import pytest

from geo.markup.season.lead import season_lead
from geo.measure.season.law import Law, load_law
from geo.measure.season.published import transit_season

TODAY = date(2026, 11, 30)


def said(day: date, whose: str = "article", law: Law | None = None) -> str:
    """Return the sentence of a day without its markup."""
    lead = season_lead(
        day, whose, load_law() if law is None else law, transit_season(day), today=TODAY
    )
    return lead.plain


@pytest.mark.parametrize(
    ("day", "whose", "sentence"),
    [
        (
            date(2025, 2, 26),
            "article",
            (
                "On 26 February 2025, the day of this article, no ship of Types A to E could take "
                "the Northwest Passage by date, and the first transit of the Northern Sea Route "
                "was 124 days away."
            ),
        ),
        (
            date(2025, 9, 3),
            "chosen",
            (
                "On 3 September 2025, the day you chose, the Northwest Passage was open by date to "
                "Types A to C on ways 4 and 6 (until 15 October at the latest), and transits of "
                "the Northern Sea Route went on until 17 November."
            ),
        ),
        (
            date(2026, 11, 30),
            "today",
            (
                "On 30 November 2026, today, no ship of Types A to E may take the Northwest "
                "Passage by date, and transits of the Northern Sea Route ran from 30 June to 17 "
                "November in 2025."
            ),
        ),
    ],
)
def test_the_lead_says_who_may_sail_on_the_day(day: date, whose: str, sentence: str) -> None:
    assert said(day, whose) == sentence


def test_of_a_day_before_the_law_as_it_is_the_sentence_says_so() -> None:
    words = said(date(1978, 10, 1), "chosen")
    assert "was open by the dates that are law now to Type A on ways 4 and 6" in words
    assert words.endswith(
        "transits of the Northern Sea Route ran from 30 June to 17 November in 2025."
    )


def test_the_day_before_the_season_is_one_day_away() -> None:
    assert "was one day away" in said(date(2025, 6, 29))


def test_without_the_dates_of_the_law_the_other_route_is_spoken_of() -> None:
    words = said(date(2025, 2, 26), law=Law((), "missing"))
    assert "Northwest" not in words
    assert words.endswith("the first transit of the Northern Sea Route was 124 days away.")


@pytest.mark.parametrize(
    ("day", "part"),
    [
        (date(2025, 10, 15), "to Type A on ways 4 and 6 (for the last day), and transits"),
        (date(2025, 10, 16), "no ship of Types A to E could take the Northwest Passage by date"),
        (date(2025, 11, 17), "the last transit of the Northern Sea Route left it on that day."),
        (date(2025, 11, 18), "transits of the Northern Sea Route had ended on 17 November."),
        (date(2025, 12, 31), "transits of the Northern Sea Route had ended on 17 November."),
        (date(2024, 2, 29), "no ship of Types A to E could take the Northwest Passage by date"),
    ],
)
def test_at_the_ends_of_a_window_and_after_a_season_nothing_is_foretold(
    day: date, part: str
) -> None:
    assert part in said(day, "chosen")


def test_of_a_day_to_come_the_sentence_says_which_law_it_goes_by() -> None:
    words = said(date(2035, 9, 2), "chosen")
    assert "is open by the dates that are law now to Types A to C on ways 4 and 6" in words

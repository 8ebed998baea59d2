"""Claims as newspapers write them: numbers, units, the way named before, what is no claim."""

from datetime import date

import pytest

from geo.linker.claims.claim import Claim
from geo.linker.claims.score import claims_of
from geo.linker.claims.units import find_measures


def said(text: str) -> list[tuple[str, str, float | None, float | None]]:
    """Return quantity, subject and ends of the claims of a text."""
    return [(one.quantity, one.subject, one.low, one.high) for one in claims_of(text)]


def only(text: str) -> Claim:
    """Return the one claim of a text."""
    (claim,) = claims_of(text)
    return claim


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("some 11,200 nautical miles", 11_200, 11_200, "nm"),
        ("12 000 km of coast", 12_000, 12_000, "km"),
        ("3,2 million tonnes", 3.2e6, 3.2e6, "t"),
        ("36.2m tonnes", 36.2e6, 36.2e6, "t"),
        ("between 2 and 3 million tonnes", 2e6, 3e6, "t"),
        ("30-40% of it", 30, 40, "%"),
        ("10 to 15 days", 10, 15, "days"),
        ("two weeks", 14, 14, "days"),
        ("more than 40 icebreakers", 40, None, "ships"),
        ("up to 20 days", None, 20, "days"),
        ("six months or more", 6, None, "months"),
        ("92 transit voyages", 92, 92, "voyages"),
        ("4.60 million square kilometers", 4.6e6, 4.6e6, "km2"),
    ],
)
def test_a_number_has_its_value_and_unit(
    text: str, low: float | None, high: float | None, unit: str
) -> None:
    (found,) = find_measures(text)
    assert (found.number.low, found.number.high, found.unit) == (low, high, unit)
    assert text.startswith(text[found.start : found.end])


@pytest.mark.parametrize(
    "text",
    [
        "$180 million",
        "Project 22220 ships",
        "190 kilometres an hour",
        "Article 234 states",
        "IMO 98",
    ],
)
def test_money_names_and_speeds_are_no_measures(text: str) -> None:
    assert not list(find_measures(text))


def test_a_sentence_speaks_of_the_one_way_named_before_it() -> None:
    text = (
        "2025-01-15\n\nCargo on the Northern Sea Route came to 37.9 million tonnes last year. "
        "Transit cargo rose to 3 million tonnes, carried on 92 transit voyages."
    )
    assert said(text) == [
        ("cargo", "nsr", 37.9e6, 37.9e6),
        ("transit cargo", "nsr", 3e6, 3e6),
        ("voyages", "nsr", 92, 92),
    ]
    assert claims_of(text)[0].year == 2024


def test_of_two_ways_named_before_none_is_guessed() -> None:
    text = (
        "Ships choose between the Northern Sea Route and the Suez Canal. "
        "Transit cargo rose to 3 million tonnes, carried on 92 transit voyages."
    )
    assert said(text) == []


def test_what_china_declared_is_dated() -> None:
    text = "China looked north, declaring itself in 2018 a “near-Arctic state”."
    assert said(text) == [("year", "CN", 2018, 2018)]


def test_states_are_counted_but_not_new_ones() -> None:
    text = "The Arctic, encircled by Russia and seven NATO members, has drawn attention."
    claim = only(text)
    assert (claim.quantity, claim.subject, claim.low) == ("count of states", "nato", 7)
    assert "arctic" in claim.ends
    assert said("NATO has two new members in the North.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Russia invaded Ukraine three years ago.",
        "The tanker waited nine days off Pevek.",
        "Low water cost us nine days at the Panama Canal.",
        "The 60,000-ton Nordic Pearl went through the Northern Sea Route in 2019.",
        "One ship passed the Northern Sea Route.",
        "Panama will offer 36 transits a day.",
        "Nome, 540 miles from Anchorage, has a harbour.",
        "Traffic through Bab-el-Mandeb is still 60 per cent below that of 2023.",
        "Cargo on the Northern Sea Route grew by 1.6 million tonnes.",
    ],
)
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_last_year_needs_a_day() -> None:
    text = "Cargo on the Northern Sea Route came to 37.9 million tonnes last year."
    assert only(text).year is None
    assert only(f"{date(2025, 1, 15)}\n\n{text}").year == 2024


@pytest.mark.parametrize(
    "text",
    [
        "The way by Kiel is shorter than the Suez Canal. It saves 4,000 miles.",
        "The polar way is shorter than the Suez Canal. It saves up to two weeks.",
    ],
)
def test_nothing_is_saved_by_the_way_that_others_are_compared_with(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Last year 37 ships sailed the whole length of the Northern Sea Route.",
            [("ships", "nsr", 37, 37)],
        ),
        (
            "Shipping on the Northern Sea Route amounted to 31.5 million tonnes in 2019.",
            [("cargo", "nsr", 31.5e6, 31.5e6)],
        ),
        (
            "In 2024, 37.9 million tons moved along the Northern Sea Route, up from 36 Mt in 2023.",
            [("cargo", "nsr", 37.9e6, 37.9e6), ("cargo", "nsr", 36e6, 36e6)],
        ),
        (
            "The Northwest Passage cuts the distance from New York to Tokyo to 14,000 km.",
            [("distance", "nwp", 14_000, 14_000)],
        ),
        (
            "The Northern Sea Route cuts the time between Asia and Europe by 10 to 15 days.",
            [("time saving", "nsr", 10, 15)],
        ),
        (
            "She sailed from Ningbo to Felixstowe in 20 days via the Northern Sea Route.",
            [("time", "nsr", 20, 20)],
        ),
        (
            "The tanker needed 18 days from Sabetta to Shanghai along the Northern Sea Route.",
            [("time", "nsr", 18, 18)],
        ),
        (
            "14 voyages were completed between China and Europe via the Northern Sea Route.",
            [("voyages", "nsr", 14, 14)],
        ),
        (
            "Stretching 5,600 km along the coast, the Northern Sea Route is the shortest way east.",
            [("length", "nsr", 5_600, 5_600)],
        ),
        (
            "China, which declared itself a “near-Arctic state” in 2018, wants a say.",
            [("year", "CN", 2018, 2018)],
        ),
    ],
)
def test_claims_are_read_as_newspapers_write_them(
    text: str, claims: list[tuple[str, str, float, float]]
) -> None:
    assert said(text) == claims

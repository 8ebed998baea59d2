"""Readings that are refused, since the number may be of another way, firm, year or water."""

import pytest

from geo.linker.claims.score import claims_of


def said(text: str) -> list[tuple[str, str, float | None]]:
    """Return quantity, subject and lower end of the claims of a text."""
    return [(one.quantity, one.subject, one.low) for one in claims_of(text)]


@pytest.mark.parametrize("text", [
    "Some 64 ships had crossed from one ocean to the other, as many as Suez sees in a day.",
    "The Northern Sea Route is in the news. The company carried 12 million TEU last year.",
    "MSC, which has 800 vessels, says it will not use the Northern Sea Route.",
    "The Northern Sea Route is in the news.\n\nBering Strait traffic reached 665 transits.",
    "Ships at Panama wait. Some go by Suez. A transit takes 10 hours.",
    "Yachts use the Northwest Passage. The ferry is 700 miles longer than the flight.",
    "Traffic through the Suez Canal has fallen, and ships take 12 days longer to reach Europe.",
    "The Suez Canal lost 60 percent of its ships.",
    "The trip lasted 26 days, of which eight were spent on the Northern Sea Route.",
    "Ships on the Northern Sea Route are slow, so that 2,500 miles take 10 days.",
    "They went by Suez and round the Cape of Good Hope. The Arctic route is some 5,600 km long.",
])  # fmt: skip
def test_what_competes_with_another_reading_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_what_another_way_is_compared_with_gets_no_saving() -> None:
    text = "The Northern Sea Route is 40% shorter than the route via Suez and saves two weeks."
    assert said(text) == [("distance saving", "nsr", 40), ("time saving", "nsr", 14)]


@pytest.mark.parametrize(("text", "low", "year"), [
    ("In 2024 ships carried 3 million tonnes of cargo on the Northern Sea Route.", 3e6, 2024),
    ("Traffic on the Northern Sea Route grew from 4 tonnes in 2014 to 34 million tonnes in 2022.",
     34e6, 2022),
    ("Sea ice covered 3.8 million square miles in the 1980s.", 3.8e6, None),
    ("Arctic sea ice was 1.94 million km2 below the 1981-2010 average.", 1.94e6, None),
])  # fmt: skip
def test_a_year_of_another_number_or_of_a_mean_is_not_the_claims(
    text: str, low: float, year: int | None
) -> None:
    assert (low, year) in [(one.low, one.year) for one in claims_of(text)]


@pytest.mark.parametrize(("text", "claims"), [
    (
        "Sabetta handled 28 Mt in 2023, Murmansk 56.4 Mt and Pevek 0.4 Mt.",
        [("cargo", "sabetta", 28e6), ("cargo", "murmansk", 56.4e6), ("cargo", "pevek", 0.4e6)],
    ),
    (
        "By way of the Suez Canal the trip takes 40 days, and round the Cape of Good Hope 50.",
        [("time", "suez", 40), ("time", "cape-of-good-hope", 50)],
    ),
    (
        "Last season 28 vessels sailed the Northwest Passage. The record is 33, in 2017.",
        [("ships", "nwp", 28), ("ships", "nwp", 33)],
    ),
    (
        "Total time on the Northern Sea Route: 13 days, against 7 in September.",
        [("time", "nsr", 13), ("time", "nsr", 7)],
    ),
    (
        "Canada has 18 icebreakers. Russia operates 41 icebreakers; the United States has two.",
        [("ships", "CA", 18), ("ships", "RU", 41), ("ships", "US", 2)],
    ),
    ("Transits of the Northwest Passage rose from 9 in 2007 to 42 in 2023.",
     [("voyages", "nwp", 42)]),
    ("Barely three hundred and fifty transits of the Northwest Passage have been made.",
     [("voyages", "nwp", 350)]),
    ("Half a million tonnes of cargo were carried along the Northern Sea Route.",
     [("cargo", "nsr", 500_000)]),
])  # fmt: skip
def test_a_number_without_its_unit_or_in_words_is_read(
    text: str, claims: list[tuple[str, str, float]]
) -> None:
    assert said(text) == claims

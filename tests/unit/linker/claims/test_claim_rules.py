"""Each rule reads a sentence of its own, and what leans on a claim is read with it."""

import csv
from pathlib import Path

import pytest

from geo.linker.claims.rules import QUANTITIES, RULES
from geo.linker.claims.score import claims_of

_TABLE = Path(__file__).parents[3] / "data" / "claims" / "rules.csv"
_ROWS = list(csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines()))
NEWS = "The Northern Sea Route is in the news. "


def said(text: str) -> list[tuple[str, str, float | None, float | None]]:
    """Return quantity, subject and ends of the claims of a text."""
    return [(one.quantity, one.subject, one.low, one.high) for one in claims_of(text)]


def test_every_rule_has_a_sentence_that_it_reads() -> None:
    assert [row["rule"] for row in _ROWS] == [rule.name for rule in RULES]
    assert {row["quantity"] for row in _ROWS} <= set(QUANTITIES)


@pytest.mark.parametrize("row", _ROWS, ids=[row["rule"] for row in _ROWS])
def test_a_rule_reads_its_sentence(row: dict[str, str]) -> None:
    ends = [float(row[end]) if row[end] else None for end in ("low", "high")]
    found = [one for one in claims_of(row["text"]) if one.rule == row["rule"]]
    assert found, row["text"]
    assert (found[0].quantity, found[0].subject) == (row["quantity"], row["subject"])
    assert [found[0].low, found[0].high] == [
        end if end is None else pytest.approx(end, rel=0.001) for end in ends
    ]


YEARS = (
    "2025-01-15\n\nLines made 14 container voyages along the Northern Sea Route this year, up from "
    "11 in 2024 and seven in 2023."
)
COUNTED = "We counted 665 transits of the Bering Strait last year. In 2010 it was 242."
TRANSIT = "Transit cargo on the Northern Sea Route fell to 41,000 tonnes in 2022."
BEST = "The port of Churchill handled 400,000 tonnes in 2024, its best since 1977, when 816,000 "


@pytest.mark.parametrize(("text", "claims"), [
    (YEARS, [("voyages", 14, 2025), ("voyages", 11, 2024), ("voyages", 7, 2023)]),
    (f"2025-05-05\n\n{COUNTED}", [("voyages", 665, 2024), ("voyages", 242, 2010)]),
    (
        f"{TRANSIT} It recovered to 2.1 million tonnes in 2023.",
        [("transit cargo", 41_000, 2022), ("transit cargo", 2.1e6, 2023)],
    ),
    (f"{BEST}tonnes were shipped.", [("cargo", 400_000, 2024), ("cargo", 816_000, 1977)]),
    (
        "103 transits were registered on the Northern Sea Route in 2025, 52 of them eastbound.",
        [("voyages", 103, 2025), ("voyages", 52, 2025)],
    ),
])  # fmt: skip
def test_a_number_beside_a_claim_takes_what_it_counts_and_has_its_own_year(
    text: str, claims: list[tuple[str, float, int]]
) -> None:
    assert [(one.quantity, one.low, one.year) for one in claims_of(text)] == claims


def test_the_same_in_brackets_and_what_is_saved_besides_are_read() -> None:
    text = "The Northern Sea Route is about 5,600 km (3,500 miles) long."
    assert [(one.unit, one.low) for one in claims_of(text)] == [("km", 5600), ("mi", 3500)]
    saved = claims_of("The Cape of Good Hope adds 3,500 nautical miles and ten days.")
    assert [(one.quantity, one.low) for one in saved] == [
        ("distance saving", 3500),
        ("time saving", 10),
    ]


def test_a_second_way_in_one_sentence_has_its_own_number() -> None:
    text = "It is 20 days in winter via Suez or 40 via the Cape of Good Hope."
    assert said(text) == [("time", "suez", 20, 20), ("time", "cape-of-good-hope", 40, 40)]
    icebreakers = "Russia has 41 icebreakers. China has five."
    assert said(icebreakers) == [("ships", "RU", 41, 41), ("ships", "CN", 5, 5)]


@pytest.mark.parametrize(("text", "low"), [
    (f"{NEWS}\n\nThe crossing took six and a half days.", 6.5),
    (f"{NEWS}Some half a dozen ships went through.", 6),
    ("The number of sailings on the Northern Sea Route rose to 92.", 92),
    ("Next comes the Malacca Strait, which carries four fifths of China's imports.", 80),
    ("She needed as little as 20 days via the Northern Sea Route.", 20),
])  # fmt: skip
def test_numbers_in_words_and_numbers_behind_their_unit_are_read(text: str, low: float) -> None:
    (claim,) = claims_of(text)
    assert claim.low == low


def test_the_route_of_the_passage_before_is_meant_where_no_other_could_be() -> None:
    assert said(f"{NEWS}\n\nThe route saw 64 transits in 2020.") == [("voyages", "nsr", 64, 64)]
    two = "The Northern Sea Route and the Northwest Passage are in the news.\n\n"
    assert said(f"{two}The route saw 64 transits in 2020.") == []
    assert said(f"{two}The passage saw 64 transits in 2020.") == [("voyages", "nwp", 64, 64)]


@pytest.mark.parametrize("text", [
    f"{NEWS}Passing the canal takes 11 hours.",
    f"{NEWS}By train the trip takes 25 days.",
    "It cuts 4,000 nautical miles off the trip from Yokohama to Rotterdam via Suez.",
    "A voyage takes 22 days by the northern way, while ships are safe by Suez.",
    "The ship waited nine days before the Northern Sea Route opened.",
    "A comparable voyage by the Suez Canal carries 8,000 tonnes of fuel.",
    "- Suez: tolls up.\n- Ore: 30,000 tonnes were shipped to Belgium.",
    "The Northern Sea Route is a dream. Every ship has a crew of 21 and 40 containers of food.",
    "Two ships made for the Suez Canal; a drone hit one after 3 days.",
    "The Northern Sea Route carried less than half of that.",
])  # fmt: skip
def test_what_may_be_of_another_water_or_of_no_route_is_left_alone(text: str) -> None:
    assert said(text) == []

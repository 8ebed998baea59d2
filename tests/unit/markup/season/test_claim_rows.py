"""The block of numbers: quotes as text, verdicts in words, and what was left alone."""

from datetime import date

import pytest

from geo import messages
from geo.escape import Markup
from geo.linker.api import default_lexicon
from geo.linker.claims.find import read_claims
from geo.linker.mentions import find_mentions
from geo.markup.season.claim_words import amount, beside_words, fact_of, span_words, verdict_words
from geo.markup.season.claims import (
    Checked,
    Read,
    Shown,
    answer,
    claims_body,
    claims_fold,
    same_claims,
)
from geo.measure.claims.facts import AGREES, DIFFERS, UNKNOWN, Beside, Check
from geo.measure.season.traffic import CHECKED, CONFIDENCES
from geo.text.articles import article_from_text

CARGO = "Cargo on the Northern Sea Route came to {value} million tonnes in 2024."
AGREED = Check(AGREES, (Beside("count", 37.9e6, 37.9e6, "t", "Rosatom", 2024),))


def _read(text: str, check: Check = AGREED, headline: str = "A season") -> Read:
    article = article_from_text(f"{headline}\n\n{text}", name="own.txt")
    passages = [(one.id, one.start, one.end) for one in article.passages if one.is_linked]
    mentions = find_mentions(article.text, default_lexicon())
    found = read_claims(article.text, passages, mentions, date(2025, 2, 26))
    return Read(article, tuple(Checked(one, article, check) for one in found.claims), found.left)


def _shown(read: Read | None, *others: Read) -> Shown:
    return Shown(read, lambda identity: {"nsr": "Northern Sea Route"}.get(identity, identity),
                 same_claims(read, others) if read else ())  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "words"), [
    (37.9e6, "t", "37.9 million tonnes"),
    (87_000.0, "t", "87,000 tonnes"),
    (2632.6, "nm", "2,633 nm"),
    (4.28e6, "km2", "4.28 million km²"),
    (33.3, "%", "33.3 %"),
    (8.0, "states", "8 states"),
    (2018.0, "year", "2018"),
])  # fmt: skip
def test_a_value_is_printed_with_its_unit(value: float, unit: str, words: str) -> None:
    assert amount(value, unit) == words


def test_a_range_has_its_unit_once() -> None:
    assert span_words(2060.2, 2697.4, "nm") == "2,060 to 2,697 nm"
    assert span_words(2e6, 3e6, "t") == "2 to 3 million tonnes"
    assert span_words(7.0, 7.0, "states") == "7 states"


def test_the_verdict_is_always_a_word_too() -> None:
    assert verdict_words(Check(AGREES), "t") == "Agrees"
    assert verdict_words(Check(AGREES, miles="mi"), "mi") == "Agrees as statute miles"
    assert verdict_words(Check(DIFFERS, gap=330.0), "nm") == "Differs by 330 nm"
    assert verdict_words(Check(UNKNOWN, reason="no year"), "t") == "Cannot be told"


def test_every_reason_and_quantity_has_its_words() -> None:
    from geo.linker.claims.rules import QUANTITIES  # noqa: PLC0415

    assert set(messages.CLAIMS_QUANTITIES) == set(QUANTITIES)


def test_the_answer_counts_what_agrees_differs_and_cannot_be_told() -> None:
    assert answer(None) == messages.CLAIMS_NO_ARTICLE
    assert answer(_read("Nothing here.")) == messages.CLAIMS_NONE
    read = _read(CARGO.format(value=37.9))
    assert answer(read) == "Of 1 number, 1 agrees."


def test_a_row_quotes_the_passage_and_leads_to_it() -> None:
    read = _read(CARGO.format(value=37.9))
    said = claims_body(_shown(read))
    (one,) = read.checked
    assert "<strong>37.9 million tonnes</strong>" in said
    assert f'data-atlas="nsr|{one.claim.passage}"' in said
    assert f"feature=nsr&amp;passage={one.claim.passage}" in said
    assert "37.9 million tonnes in 2024 (Rosatom)" in said
    assert "Agrees" in said


def test_a_quote_is_text_even_where_it_looks_like_a_tag() -> None:
    evil = CARGO.format(value=37.9).replace("Route", "Route, <img src=x onerror=alert(1)>,")
    said = claims_body(_shown(_read(evil)))
    assert isinstance(said, Markup)
    assert "<img" not in said
    assert "&lt;img" in said


def test_what_was_left_alone_is_counted_and_quoted() -> None:
    left = "Three years ago a tanker 300 km from here waited. "
    said = claims_body(_shown(_read(left + CARGO.format(value=37.9))))
    assert "1 number read, 2 left alone" in said
    assert "“Three years”" in said


def test_another_article_on_the_same_stands_with_its_quote_and_how_far_it_is() -> None:
    own, other = _read(CARGO.format(value=37.9)), _read(CARGO.format(value=36.3), headline="Other")
    said = claims_body(_shown(own, other))
    assert messages.CLAIMS_IN_OTHERS in said
    assert "36.3 million tonnes" in said
    assert "Differs by 1.6 million tonnes" in said
    same = claims_body(_shown(own, _read(CARGO.format(value=37.9), headline="Other")))
    assert messages.CLAIMS_SAME in same
    of_2023 = _read(CARGO.format(value=36.3).replace("2024", "2023"), headline="Other")
    assert messages.CLAIMS_IN_OTHERS not in claims_body(_shown(own, of_2023))


def test_the_fold_of_a_card_counts_its_numbers_and_is_not_there_without() -> None:
    read = _read(CARGO.format(value=37.9))
    fold = claims_fold(read.checked, str)
    assert fold is not None
    assert "Numbers (1)" in fold
    assert f'data-passage="{read.checked[0].claim.passage}"' in fold
    assert claims_fold((), str) is None


def test_a_claim_becomes_a_fact_without_its_text() -> None:
    (one,) = _read(CARGO.format(value=37.9)).checked
    fact = fact_of(one.claim)
    assert (fact.quantity, fact.low, fact.unit, fact.subject, fact.year) == (
        "cargo", 37.9e6, "t", "nsr", 2024
    )  # fmt: skip


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_a_count_of_any_confidence_has_words_beside_a_claim(confidence: str) -> None:
    kind = "count" if confidence == CHECKED else confidence
    words = beside_words(Beside(kind, 34e6, 34e6, "t", "Rosatom", 2022))
    assert words.startswith("34 million")
    assert "in 2022 (Rosatom" in words
    assert (confidence == CHECKED) == words.endswith("(Rosatom)")

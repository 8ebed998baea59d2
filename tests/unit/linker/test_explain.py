"""The linker explains itself: reasons in words, whose sum is the decision."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.linker.explain import (
    LOGIT,
    Explanation,
    capital_contributions,
    contributions,
    explain_article,
    explain_text,
    probability,
)
from geo.linker.lexicon import Lexicon
from geo.linker.links import find_article_mentions
from geo.linker.mentions import decide, find_mentions
from geo.linker.reasons import LISTS, describe
from geo.linker.weights import load_weights
from geo.text.articles import load_articles
from geo.text.wordlists import load_words
from tests.repository import ROOT

SENTENCES = (
    "Ships from China sail to Norway, Russia and Iceland through the Bering Strait.",
    "He bought a Turkey rug and roast turkey in Athens, Georgia.",
    "Jordan Smith met Paris Hilton in London.",
    "She speaks Norwegian well. The Norwegian minister left.",
    "The Kara and Laptev Seas (KLS) froze; Research Council of Norway, U.S.Navy, “Oslo” | Bodø",
)
_RAW = re.compile(r"[|~$:=^]")


def explained(text: str, lexicon: Lexicon) -> dict[str, Explanation]:
    return {one.surface: one for one in explain_text(text, lexicon)}


def every_signal() -> list[str]:
    weights = load_weights()
    return sorted({*weights.near, *weights.whole, *weights.capital} - {""})


def test_every_signal_is_described_without_the_signs_of_its_key() -> None:
    said = {signal: describe(signal) for signal in every_signal()}
    assert {signal: words for signal, words in said.items() if _RAW.search(words)} == {}
    assert {signal for signal, words in said.items() if not words.strip()} == set()


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("-1=in", "“in” before it"),
        ("-1=in|town", "“in” before it"),
        ("+1:company", "a word of company names after it"),
        ("+1^:company|people", "a word of company names with a capital after it"),
        ("-1:unheard-of", "a word of the list “unheard-of” before it"),
        ("+1~=who|town", "“who” after it and a mark between"),
        ("+1$ed|state", "a word that ends in “ed” after it"),
        ("-2:given", "a first name two words before it"),
        ("near=ambassador", "“ambassador” nearby"),
        ("tied<comma:state", "in a list with a state"),
        ("tied:and|town", "“and” between it and another name"),
        ("run>:company", "a word of company names among the capitalised words after it"),
        ("run<1|state", "capitalised words directly before it"),
        ("line:caps|letters", "in a line of capitals"),
        ("case:small=polish", "written with a small letter"),
        ("code:surname", "it is a surname too"),
        ("bare:single-1:owner", "a word such as “my” before it and no noun after it"),
        (">|state", "a space after it"),
        (">||state", "a bar after it"),
        ("<|", "a bar before it"),
        (">:|town", "a colon after it"),
        ("alone", "no other name in the text"),
        ("alone|town", "alone on its line"),
        ("rest|town", "how the other names of the text read"),
        ("odd|~$:=thing", "“odd”"),
    ],
)
def test_kinds_of_signals_in_words(signal: str, words: str) -> None:
    assert describe(signal) == words


def test_every_label_is_of_a_list_and_lists_without_one_are_quoted() -> None:
    assert all(LISTS.values())
    assert set(LISTS) <= set(load_words().lists)
    unnamed = set(load_words().lists_of and {"no-such-list"}) - set(LISTS)
    assert {describe(f"+1:{name}") for name in unnamed} == {
        "a word of the list “no-such-list” after it"
    }


@pytest.mark.parametrize("text", SENTENCES)
def test_what_the_signals_add_is_the_sum_of_the_decision(text: str, lexicon: Lexicon) -> None:
    for judge, decisions in decide(text, lexicon):
        assert decisions
        for decision in decisions:
            assert sum(contributions(judge, decision).values()) == decision.score


@pytest.mark.parametrize("text", SENTENCES)
def test_reasons_have_the_sign_of_their_side_and_the_strongest_come_first(
    text: str, lexicon: Lexicon
) -> None:
    for one in explain_text(text, lexicon):
        pros = [reason.value for reason in one.reasons_for]
        cons = [reason.value for reason in one.reasons_against]
        assert pros == sorted(pros, reverse=True)
        assert cons == sorted(cons)
        assert min(pros, default=1) >= 0.1
        assert max(cons, default=-1) <= -0.1
        assert len(pros) <= 3
        assert len(cons) <= 3
        assert one.is_mention == (one.probability >= 0.5)
        said = [reason.words for reason in (*one.reasons_for, *one.reasons_against)]
        assert len(said) == len(set(said))
        assert not any(_RAW.search(words) for words in said)
        assert text[one.start : one.end] == one.surface


@pytest.mark.parametrize("text", SENTENCES)
def test_what_is_kept_is_what_the_linker_finds(text: str, lexicon: Lexicon) -> None:
    kept = {(e.start, e.end, e.target) for e in explain_text(text, lexicon) if e.is_mention}
    assert kept == {(m.start, m.end, m.target) for m in find_mentions(text, lexicon)}


def test_an_article_is_explained_as_it_is_linked(lexicon: Lexicon) -> None:
    articles, _ = load_articles(ROOT / "seeds")
    found = explain_article(articles[0], lexicon)
    kept = [(one.start, one.end, one.target) for one in found if one.is_mention]
    linked = find_article_mentions(articles[0], lexicon)
    assert kept == [(mention.start, mention.end, mention.target) for mention in linked]
    assert found == sorted(found, key=lambda one: (one.start, -one.end))


def test_what_is_usual_is_no_reason(lexicon: Lexicon) -> None:
    text = "The minister of Norway met Jordan Smith in Moscow and left for Oslo."
    for one in explain_text(text, lexicon):
        for reason in (*one.reasons_for, *one.reasons_against):
            assert reason.words not in {"a space before it", "a space after it", "in running text"}


def test_names_that_are_left_out_say_why(lexicon: Lexicon) -> None:
    found = explained("He bought a Turkey rug in Athens, Georgia.", lexicon)
    assert not found["Turkey"].is_mention
    against = [reason.words for reason in found["Turkey"].reasons_against]
    assert against
    assert "Turkey" in found["Turkey"].names


def test_names_that_are_kept_say_why(lexicon: Lexicon) -> None:
    found = explained("The ships sail from China to Norway.", lexicon)["Norway"]
    assert (found.is_mention, found.target) == (True, "NO")
    assert "“to” before it" in [reason.words for reason in found.reasons_for]


def test_a_capital_says_why_it_was_read_as_the_state_or_as_the_town(lexicon: Lexicon) -> None:
    found = {
        one.start: one
        for one in explain_text("Moscow denied it. He lives in a street in Moscow.", lexicon)
    }
    state, town = (one.choice for one in found.values())
    assert state is not None
    assert state.is_state
    assert any(reason.words.startswith("“denied” after it") for reason in state.reasons_for)
    assert town is not None
    assert not town.is_state
    assert any(reason.words.startswith("“in” before it") for reason in town.reasons_for)
    assert all(reason.value < 0 for reason in (*state.reasons_against, *town.reasons_against))


@pytest.mark.parametrize("text", SENTENCES)
def test_what_speaks_for_a_capitals_state_adds_up_to_its_sum(text: str, lexicon: Lexicon) -> None:
    for judge, decisions in decide(text, lexicon):
        for decision in decisions:
            parts = capital_contributions(judge, decision)
            assert sum(parts.values()) == judge.capital_score(decision.candidate)


def test_words_nearby_are_written_as_in_the_text(lexicon: Lexicon) -> None:
    text = "He met the Ambassador of Norway; Denmark, Iceland, Norway and Sweden."
    for one in explain_text(text, lexicon):
        for reason in (*one.reasons_for, *one.reasons_against):
            nearby = re.match(r"“(.+)” nearby", reason.words)
            assert nearby is None or nearby[1] in text


def test_probabilities_follow_the_sum_and_have_bounds() -> None:
    assert probability(0) == 0.5
    assert probability(LOGIT) == pytest.approx(0.731, abs=1e-3)
    assert (probability(-(10**9)), probability(10**9)) == (0.0, 1.0)


def test_a_text_without_names_has_no_decisions(lexicon: Lexicon) -> None:
    assert explain_text("", lexicon) == []
    assert explain_text("Nothing here.", lexicon) == []


def test_the_older_name_of_the_command_still_works(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ships sail to Norway.", encoding="utf-8")
    words = [sys.executable, "-m", "geo.text", "explain", str(tmp_path / "a.txt")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  our own command
    assert done.returncode == 0
    assert json.loads(done.stdout)["decisions"][0]["target"] == "NO"

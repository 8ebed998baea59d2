"""The linker against texts annotated by hand; docs/annotation-rules.md says what counts."""

from pathlib import Path

import pytest

from geo.linker.api import default_lexicon
from geo.linker.evaluate import Score, list_errors, load_gold, score

ROOT = Path(__file__).parents[2]
GOLD = load_gold(ROOT / "tests" / "data" / "gold")
SEED = ROOT / "seeds" / "000_4307505dd1a9bba4.txt"


def scores(part: str) -> dict[str, Score]:
    texts = [gold for gold in GOLD if gold.part == part]
    return {row.kind: row for row in score(texts, default_lexicon())}


def test_the_gold_seed_is_the_seed() -> None:
    gold = next(gold for gold in GOLD if gold.name == "seed")
    assert gold.text == SEED.read_text(encoding="utf-8")


def test_the_seed_is_linked_whole_with_nothing_missing_and_nothing_extra() -> None:
    texts = [gold for gold in GOLD if gold.part == "seed"]
    assert list(list_errors(texts, default_lexicon())) == []
    assert scores("seed")["all"].right == 61


def test_there_are_texts_enough() -> None:
    parts = [gold.part for gold in GOLD]
    assert parts.count("heldout") >= 15
    assert parts.count("tuned") + parts.count("heldout") >= 30
    assert sum(gold.name.startswith("distractor") for gold in GOLD) >= 10


def test_every_target_of_the_gold_set_can_be_found() -> None:
    known = set(default_lexicon().targets())
    unknown = {
        f"{gold.part}/{gold.name}: {target}"
        for gold in GOLD
        for _, _, target in gold.spans
        if target not in known
    }
    assert unknown == set()


@pytest.mark.parametrize(("part", "least"), [("tuned", 0.95), ("heldout", 0.95), ("fresh", 0.92)])
def test_each_part_reaches_its_mark(part: str, least: float) -> None:
    """The fresh texts were annotated by people who had not seen the linker: the best estimate."""
    assert scores(part)["all"].f1 >= least


@pytest.mark.parametrize("part", ["tuned", "heldout"])
def test_no_distractor_gives_more_than_one_false_link(part: str) -> None:
    distractors = scores(part).get("distractors")
    assert distractors is None or distractors.extra <= 1


def test_texts_of_the_later_batches_keep_their_score() -> None:
    distractors = sum(
        gold.part == "batches" and gold.name.startswith("distractor") for gold in GOLD
    )
    found = scores("batches")
    assert found["all"].f1 >= 0.95
    assert found["distractors"].extra <= 2 * distractors

"""The linker against texts annotated by hand; docs/annotation-rules.md says what counts."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from geo.linker.api import default_lexicon, find
from geo.linker.evaluate import GoldText, Score, list_errors, load_gold, score

ROOT = Path(__file__).parents[2]
GOLD = load_gold(ROOT / "tests" / "data" / "gold")
SEED = ROOT / "seeds" / "000_4307505dd1a9bba4.txt"


def scores(part: str) -> dict[str, Score]:
    return _scores(gold for gold in GOLD if gold.part == part)


def fresh(kind: str) -> dict[str, Score]:
    return _scores(gold for gold in GOLD if gold.part == "fresh" and gold.name.startswith(kind))


def _scores(texts: Iterable[GoldText]) -> dict[str, Score]:
    return {row.kind: row for row in score(list(texts), default_lexicon())}


def test_the_gold_seed_is_the_seed() -> None:
    gold = next(gold for gold in GOLD if gold.name == "seed")
    assert gold.text == SEED.read_text(encoding="utf-8")


def test_the_seed_is_linked_whole_with_nothing_missing_and_nothing_extra() -> None:
    texts = [gold for gold in GOLD if gold.part == "seed"]
    assert list(list_errors(texts, default_lexicon())) == []
    assert scores("seed")["all"].right == 61


def test_there_are_texts_enough() -> None:
    parts = [gold.part for gold in GOLD]
    kinds = [gold.name.split("-")[0] for gold in GOLD if gold.part == "fresh"]
    assert len(parts) > 900
    assert kinds.count("ordinary") >= 30
    assert kinds.count("distractor") >= 20
    assert kinds.count("nocase") >= 10


def test_every_target_of_the_gold_set_can_be_found() -> None:
    known = set(default_lexicon().targets())
    unknown = {
        f"{gold.part}/{gold.name}: {target}"
        for gold in GOLD
        for _, _, target in gold.spans
        if target not in known
    }
    assert unknown == set()


@pytest.mark.parametrize(
    ("part", "least"),
    [("tuned", 0.97), ("heldout", 0.97), ("batches", 0.96), ("sentences", 0.94), ("fresh", 0.96)],
)
def test_each_part_reaches_its_mark(part: str, least: float) -> None:
    """The weights have not seen the fresh texts; the others they were trained on."""
    assert scores(part)["all"].f1 >= least


@pytest.mark.parametrize(("kind", "least"), [("ordinary", 0.985), ("nocase", 0.95)])
def test_fresh_texts_of_a_kind_reach_their_mark(kind: str, least: float) -> None:
    assert fresh(kind)["all"].f1 >= least


def test_fresh_texts_of_other_fields_have_few_false_links() -> None:
    traps = sum(gold.part == "fresh" and gold.name.startswith("distractor") for gold in GOLD)
    assert fresh("distractor")["all"].extra <= traps


def test_texts_without_capitals_are_read() -> None:
    """Names that are nothing else count; words that are common need evidence."""
    text = "russia opens second lane, tells us nothing\n\nif denmark wanted to keep greenland"
    assert [mention.surface for mention in find(text)] == ["russia", "denmark", "greenland"]


def test_lines_in_capitals_are_read() -> None:
    text = "DENMARK REJECTS US OFFER ON GREENLAND\nPORT OF KIRKENES SHUT\nNO TURKEY FOR DINNER"
    found = [mention.surface for mention in find(text)]
    assert found == ["DENMARK", "US", "GREENLAND", "KIRKENES"]

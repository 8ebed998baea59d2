from pathlib import Path

import pytest

from geo.errors import ArticleError
from geo.linker.evaluate import list_errors, load_gold, read_gold_text, score
from geo.linker.lexicon import Lexicon


def test_markup_is_removed_and_the_spans_kept() -> None:
    gold = read_gold_text("In [[Norway|NO]] and the [[Kara Sea|kara-sea]].", name="a", part="b")
    assert gold.text == "In Norway and the Kara Sea."
    assert gold.spans == {(3, 9, "NO"), (18, 26, "kara-sea")}


def test_a_broken_annotation_is_reported() -> None:
    with pytest.raises(ArticleError, match="odd: an annotation is broken"):
        read_gold_text("In [[Norway]].", name="odd", part="b")


def test_right_extra_and_missed_are_counted_per_kind(lexicon: Lexicon) -> None:
    gold = [
        read_gold_text("[[Norway|NO]] and Sweden. [[Atlantis|NO]].", name="a", part="x"),
        read_gold_text("Chad Smith sang.", name="distractor-b", part="x"),
    ]
    found = {row.kind: row for row in score(gold, lexicon)}
    assert (found["state"].right, found["state"].extra, found["state"].missed) == (1, 1, 1)
    assert found["all"].f1 == pytest.approx(0.5)
    assert "distractors" not in found
    lines = list(list_errors(gold, lexicon))
    assert lines[0].startswith("+ x/a 'Sweden' SE")
    assert lines[1].startswith("- x/a 'Atlantis' NO")


def test_folders_are_parts_and_the_top_is_the_seed(tmp_path: Path) -> None:
    (tmp_path / "tuned").mkdir()
    (tmp_path / "tuned" / "a.txt").write_text("[[Norway|NO]]", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nothing", encoding="utf-8")
    assert [(gold.part, gold.name) for gold in load_gold(tmp_path)] == [
        ("seed", "b"),
        ("tuned", "a"),
    ]
    with pytest.raises(ArticleError, match="no annotated text"):
        load_gold(tmp_path / "none")

"""The score of the rules, with its measured bounds; of the second set counts alone are read."""

import csv
import shutil
from pathlib import Path

import pytest

from geo.linker.claims.score import Result, as_lines, score

_DATA = Path(__file__).parents[3] / "data" / "claims"


def scored(folder: Path, name: str) -> Result:
    """Return the score of the texts whose names begin with `name`."""
    for path in _DATA.glob(f"{name}-*.txt"):
        shutil.copy(path, folder)
    rows = list(csv.reader((_DATA / "claims.csv").read_text(encoding="utf-8").splitlines()))
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([rows[0], *(row for row in rows if row[0].startswith(name))])
    return score(folder)


@pytest.fixture(scope="module")
def developed(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return scored(tmp_path_factory.mktemp("dev"), "dev")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return scored(tmp_path_factory.mktemp("opened"), "blind")


def test_what_is_said_of_the_developers_texts_is_right(developed: Result) -> None:
    said = [one for one in developed.judged if one.counts]
    assert [line for line in as_lines(developed) if line.startswith("wrong")] == []
    assert len(said) >= 224


def test_two_thirds_of_their_marks_are_found(developed: Result) -> None:
    found, marked = sum(developed.found.values()), sum(developed.marked.values())
    assert marked >= 320
    assert found / marked >= 0.70


def test_what_is_said_of_the_opened_texts_is_right(opened: Result) -> None:
    said = [one for one in opened.judged if one.counts]
    assert [line for line in as_lines(opened) if line.startswith("wrong")] == []
    assert len(said) >= 71


def test_a_third_of_the_marks_of_the_opened_texts_is_found(opened: Result) -> None:
    found, marked = sum(opened.found.values()), sum(opened.marked.values())
    assert marked >= 218
    assert found / marked >= 0.325


def test_of_texts_that_no_rule_was_made_with_nineteen_in_twenty_numbers_are_right(
    tmp_path: Path,
) -> None:
    unseen = scored(tmp_path, "second")
    said = [one for one in unseen.judged if one.counts]
    found, marked = sum(unseen.found.values()), sum(unseen.marked.values())
    assert marked >= 189
    assert found / len(said) >= 0.95
    assert found / marked >= 0.35

"""The score of the rules on the texts that they were developed on, with its measured bounds."""

import csv
import shutil
from pathlib import Path

import pytest

from geo.linker.claims.score import Result, as_lines, score

_DATA = Path(__file__).parents[3] / "data" / "claims"


@pytest.fixture(scope="module")
def developed(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("claims")
    for path in _DATA.glob("dev-*.txt"):
        shutil.copy(path, folder)
    rows = list(csv.reader((_DATA / "claims.csv").read_text(encoding="utf-8").splitlines()))
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows(row for row in rows if not row[0].startswith("blind-"))
    return score(folder)


def test_what_is_said_of_the_developers_texts_is_right(developed: Result) -> None:
    said = [one for one in developed.judged if one.counts]
    assert [line for line in as_lines(developed) if line.startswith("wrong")] == []
    assert len(said) >= 220


def test_two_thirds_of_their_marks_are_found(developed: Result) -> None:
    found, marked = sum(developed.found.values()), sum(developed.marked.values())
    assert marked >= 320
    assert found / marked >= 0.68

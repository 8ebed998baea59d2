"""A damaged table of the lexicon: its whole rows are used, the rest is named, nothing is raised."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from geo.errors import LexiconError
from geo.linker import lexicon
from geo.linker.lexicon import load_lexicon
from geo.linker.links import link_article
from geo.text import credits as credit_lines
from geo.text import wordlists
from geo.text.articles import article_from_text
from geo.text.tables import DATA, read_table

TABLES = sorted(path.name for path in DATA.glob("*.csv"))
TEXT = "Ships in the Arctic\n\ngCaptain\n\nRussia and the U.S. met in Oslo; Norway and China too."
FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "half": lambda raw: raw[: len(raw) // 2],
    "garbage": lambda _: bytes(range(256)) * 8,
    "other header": lambda raw: raw[:1] + b"~" + raw[2:],
    "no text": lambda raw: raw[: len(raw) // 2] + b"\xff" + raw[len(raw) // 2 :],
    "stray quote": lambda raw: raw.replace(b"\n", b'\n"', 2),
    "other encoding": lambda raw: raw.decode().encode("utf-16"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the tables that a test may spoil; everything reads from it."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    for module in (lexicon, credit_lines, wordlists):
        monkeypatch.setattr(module, "read_table", partial(read_table, folder=copy))
    credit_lines.publishers.cache_clear()
    yield copy
    credit_lines.publishers.cache_clear()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("fault", ["missing", *FAULTS])
def test_no_fault_in_a_table_affects_the_rest(table: str, fault: str, folder: Path) -> None:
    path = folder / table
    if fault == "missing":
        path.unlink()
    else:
        path.write_bytes(FAULTS[fault](path.read_bytes()))
    found = load_lexicon(strict=False)
    article = article_from_text(TEXT, name="a.txt")
    targets = {link.feature for link in link_article(article, found)}
    if table == "publishers.csv":
        assert targets >= {"RU", "US"}
        return
    assert fault == "half" or any(table in problem for problem in found.problems)
    assert {"RU", "US"} <= targets or table == "states.csv"
    if found.problems:
        with pytest.raises(LexiconError, match=table):
            load_lexicon()


def test_a_truncated_table_gives_its_complete_rows_and_names_the_line(folder: Path) -> None:
    path = folder / "states.csv"
    raw = path.read_bytes()
    end = raw.index(b"Norway,NO")
    path.write_bytes(raw[: end + 4])
    found = load_lexicon(strict=False)
    assert any("states.csv" in problem and "line" in problem for problem in found.problems)
    assert found.find(["afghanistan"])
    assert not found.find(["norw"])


def test_the_tables_that_ship_have_no_problem() -> None:
    assert load_lexicon(strict=False).problems == ()
    for table in TABLES:
        assert read_table(table)

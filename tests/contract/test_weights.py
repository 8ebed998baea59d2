"""The linker's weights are those of its gold texts, small, whole numbers, and used."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from geo.errors import LexiconError
from geo.linker.api import default_lexicon, find
from geo.linker.evaluate import load_gold
from geo.linker.lexicon import SILENT
from geo.linker.mentions import find_mentions
from geo.linker.train import fingerprint
from geo.linker.weights import PATH, TABLES, Weights, load_weights
from geo.text.tables import read_table

ROOT = Path(__file__).parents[2]


def test_the_weights_were_trained_on_the_gold_texts_and_signals_of_today() -> None:
    assert load_weights().trained_on == fingerprint(ROOT), "run `make weights`"


def test_the_weights_are_whole_numbers_and_few() -> None:
    record = json.loads(PATH.read_text(encoding="utf-8"))
    assert all(isinstance(weight, int) for name in TABLES for weight in record[name].values())
    assert PATH.stat().st_size < 80_000


def test_a_list_of_words_is_read_by_a_weight_or_by_the_code() -> None:
    weights = load_weights()
    signals = {*weights.near, *weights.whole, *weights.capital}
    read = {signal.partition("|")[0].rpartition(":")[2] for signal in signals}
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("geo/linker", "geo/text")
        for path in sorted((ROOT / folder).glob("**/*.py"))
    )
    names = {row["list"] for row in read_table("words.csv")}
    assert {name for name in names - read if f'"{name}"' not in code} == set()


def test_what_weighs_nothing_is_a_mention() -> None:
    bare = replace(default_lexicon(), weights=Weights())
    assert [each.target for each in find_mentions("Russia polished the china.", bare)] == ["RU"]


def test_missing_weights_are_named(tmp_path: Path) -> None:
    problems: list[str] = []
    assert load_weights(problems, tmp_path / "weights.json") == Weights()
    assert "weights.json" in problems[0]
    (tmp_path / "weights.json").write_text('{"near": [1]}', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"weights\.json"):
        load_weights(path=tmp_path / "weights.json")


def test_a_name_reads_by_what_stands_beside_it() -> None:
    """The same word, once as the state and once as something else."""
    text = "Turkey signed the convention in Ankara. For lunch we had roast turkey sandwiches."
    assert [each.target for each in find(text)][:1] == ["TR"]
    assert not [each for each in find(text) if each.surface == "turkey"]


def test_a_silent_name_is_longer_than_a_name() -> None:
    """Each keeps a name of the map that is in it from being read alone."""
    lexicon = default_lexicon()
    first = {name.words[0].lower() for name in lexicon.names if name.target and name.words}
    for name in lexicon.names:
        if name.rule == SILENT:
            assert any(word.lower() in first for word in name.words) or not name.text, name.text


def test_a_silent_name_occurs_in_an_annotated_text() -> None:
    texts = (gold.text for gold in load_gold(ROOT / "tests" / "data" / "gold"))
    words = " ".join(" ".join(texts).replace("\u2019", "'").lower().split())
    silent = [row["text"] for row in read_table("silent.csv")]
    assert [text for text in silent if text.lower() not in words] == []

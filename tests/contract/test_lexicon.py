"""Every row of the lexicon's tables keeps its rules, and every target is a feature."""

import pytest

from geo.catalogue.names import load_names
from geo.linker.lexicon import CASES, TABLES, load_lexicon
from geo.text.tables import read_table
from tests.pace import within

RULES = {"name", "demonym", "abbreviation", "capital", "body", "prefix", "phrase", "historic"}
KINDS = {"state", "group", "region", "route", "corridor", "sea", "strait", "place"}
LANGUAGES = {"en", "ru", "zh", "no", "fi", "is", "fo", "ja", "ko"}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_complete_and_has_a_source(table: str) -> None:
    for row in read_table(table):
        assert row["text"].strip() == row["text"] != "", row
        assert row["rule"] in RULES, row
        assert row["kind"] in KINDS, row
        assert row["case"] in CASES, row
        assert row["lang"] in LANGUAGES, row
        assert row["source"], row


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_duplicated(table: str) -> None:
    rows = [(row["text"], row["target"]) for row in read_table(table)]
    assert sorted(set(rows)) == sorted(rows)


def test_every_target_is_a_feature_of_the_catalogue() -> None:
    features = {name.feature for name in load_names()}
    targets = {row["target"] for table in TABLES for row in read_table(table)}
    assert targets - features == set()


def test_every_name_can_be_found_by_its_words() -> None:
    lexicon = load_lexicon(load_names())
    for name in lexicon.names:
        if name.lang != "zh" and name.words:
            assert name in lexicon.find(word.lower() for word in name.words), name


def test_every_silent_name_says_why() -> None:
    rows = read_table("silent.csv")
    assert {row["why"] for row in rows} == {"company", "media", "people", "place"}
    assert len({row["text"] for row in rows}) == len(rows)


def test_the_lexicon_is_loaded_in_less_than_a_second() -> None:
    with within(1):
        load_lexicon(load_names())

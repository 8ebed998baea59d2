from dataclasses import dataclass
from pathlib import Path

import pytest

from geo.errors import LexiconError
from geo.linker.lexicon import Lexicon, Name, load_lexicon
from geo.linker.mentions import find_mentions
from geo.text.tables import read_table
from geo.text.wordlists import load_words


@dataclass(frozen=True)
class Given:
    text: str
    feature: str
    kind: str = "place"
    lang: str = "en"
    exact_case: bool = False
    in_lexicon: bool = True


def targets(text: str, lexicon: Lexicon) -> list[str]:
    return [mention.target for mention in find_mentions(text, lexicon)]


def test_a_name_passed_in_is_found() -> None:
    lexicon = load_lexicon([Given("Zzyzx", "zzyzx"), Given("QQ", "qq", exact_case=True)])
    assert targets("Zzyzx and ZZYZX, zzyzx; QQ, Qq, qq.", lexicon) == ["zzyzx", "zzyzx", "qq"]


def test_a_name_that_the_catalogue_keeps_out_is_not_linked() -> None:
    lexicon = load_lexicon([Given("Zzyzx", "zzyzx", in_lexicon=False)])
    assert targets("Zzyzx", lexicon) == []


def test_a_capital_that_the_catalogue_keeps_out_is_the_town_where_it_is_one() -> None:
    lexicon = load_lexicon([Given("Oslo", "oslo", in_lexicon=False)])
    assert targets("Talks in Oslo. Oslo said no.", lexicon) == ["oslo", "NO"]


def test_a_capital_without_a_feature_is_linked_to_its_state() -> None:
    found = find_mentions("Talks in Oslo.", load_lexicon())
    assert [(m.target, m.rule) for m in found] == [("NO", "place-in-state")]


def test_the_kind_of_a_feature_is_the_catalogues() -> None:
    lexicon = load_lexicon([Given("Greenland", "GL", kind="region")])
    assert find_mentions("Greenland", lexicon)[0].kind == "region"


def test_names_are_found_by_their_words() -> None:
    lexicon = load_lexicon()
    assert {name.target for name in lexicon.find(["north", "korea"])} == {"KP"}
    assert lexicon.find(["no", "such"]) == []
    assert "RU" in lexicon.targets()


def test_a_names_words_lose_marks_and_dots() -> None:
    assert Name("U.S.S.R. Tromsø", "x", "place").words == ("USSR", "Tromso")


def test_a_table_with_a_broken_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("a,b\n1,2\n1\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"names\.csv.*line 3"):
        read_table("names.csv", tmp_path)
    with pytest.raises(LexiconError, match="missing"):
        read_table("other.csv", tmp_path)


def test_a_word_list_that_is_not_there_is_named() -> None:
    with pytest.raises(LexiconError, match="nonsense"):
        load_words()["nonsense"]

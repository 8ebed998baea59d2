"""Ports, seas, straits and routes are found under their Chinese, Russian and Norwegian names.

`tests/data/foreign_names.csv` says which: those of the facts that the catalogue was made from.
"""

import csv
from pathlib import Path

import pytest

from geo.linker.lexicon import Lexicon
from geo.linker.mentions import find_mentions
from geo.linker.russian import decline
from tests.unit.linker.marked import check, sentences

TABLE = Path(__file__).parents[2] / "data" / "foreign_names.csv"
SENTENCES = {
    "zh": "一艘货船经过{}驶往目的地。",
    "ru": "Судно с грузом: {}, затем дальше.",
    "no": "Skipet gikk til {} med last.",
}
SHARED = {"suez-canal": "suez", "panama-canal": "panama"}
"""A canal and the route through it have one name; the route is meant."""


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_name_of_the_table_is_found(lexicon: Lexicon) -> None:
    wrong = []
    for row in rows():
        text = SENTENCES[row["lang"]].format(row["text"])
        if row["text"] == "北海" and row["id"] == "north-sea":
            text += "目的地是欧洲。"
        found = [(m.surface, m.target) for m in find_mentions(text, lexicon)]
        if (row["text"], SHARED.get(row["id"], row["id"])) not in found:
            wrong.append((row["text"], row["id"], found))
    assert wrong == []


def test_each_port_has_a_chinese_and_a_russian_name() -> None:
    with_names = {
        lang: {row["id"] for row in rows() if row["lang"] == lang} for lang in ("zh", "ru")
    }
    for port in ("rotterdam", "hamburg", "busan", "tromso", "churchill", "murmansk", "new-york"):
        assert port in with_names["zh"] & with_names["ru"]
    assert len(with_names["zh"]) > 150
    assert len(with_names["ru"]) > 150


@sentences("""
船从[[上海|shanghai]]经[[白令海峡|bering-strait]]和[[北海|north-sea]]到[[鹿特丹|rotterdam]]、[[汉堡|hamburg]]。
货轮抵达[[广西北海|beihai]]，又离开[[北海|beihai]]。
貨輪經[[蘇伊士運河|suez]]駛往[[鹿特丹|rotterdam]]、[[漢堡|hamburg]]和[[摩爾曼斯克|murmansk]]。
[[挪威|NO]]海军在[[巴伦支海|barents-sea]]演习，[[挪威|NO]]海域，[[挪威海|norwegian-sea]]。
[[美国|US]]东海岸，西北海域，广东海事局，越南海警，[[日本|JP]]海上自卫队，[[日本海|sea-of-japan]]。
上海合作组织、汉堡包、北极熊、奇努克和诺姆·乔姆斯基都不是地名。
[[横浜|yokohama]]港から。
[[부산|busan]]에서. 행동해야 한다.
[[斯瓦尔巴|svalbard]]和[[斯瓦爾巴群島|svalbard]]位于[[北极|arctic]]。[[北極海航路|nsr]]と[[北西航路|nwp]]。
""")
def test_chinese_names_are_found_and_longer_words_are_not(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
В [[Баренцевом море|barents-sea]], у [[Новой Земли|novaya-zemlya]], из [[Мурманска|murmansk]].
Через [[пролив Вилькицкого|vilkitsky-strait]], [[проливом Санникова|sannikov-strait]].
По [[Северному морскому пути|nsr]] до [[Петропавловска-Камчатского|petropavlovsk-kamchatsky]].
Из [[Гамбурга|hamburg]] в [[Шанхай|shanghai]] [[Беринговым проливом|bering-strait]].
В [[Усть-Луге|ust-luga]] и [[Санкт-Петербурге|saint-petersburg]], в [[Тикси|tiksi]].
Новая земля для посева, белое море цветов.
""")
def test_russian_names_are_found_in_their_cases(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Den [[nordlige sjøruten|nsr]] går langs [[Barentshavets|barents-sea]] kyst.
Gjennom [[Karaporten|kara-gate]] og den [[engelske kanal|english-channel]].
[[Murmansks|murmansk]] havn, [[Rotterdams|rotterdam]] havn, [[Tromsøs|tromso]] havn.
Gjennom Den [[nordlige sjørute|nsr]] øker trafikken.
Langs [[Svalbards|svalbard]] kyst, [[Alaskas|alaska]] kyst og [[Novaja Semljas|novaya-zemlya]] kyst.
""")
def test_norwegian_names_are_found_in_small_letters_and_the_genitive(
    marked: str, lexicon: Lexicon
) -> None:
    check(marked, lexicon)


def test_names_in_a_norwegian_article_are_found(lexicon: Lexicon) -> None:
    prose = "Rederiene mener at ruten er farlig, og at isen er for tykk til at noe kan gjøres. "
    named = (
        "Skip fra [[Kina|CN]] seiler gjennom [[Nordøstpassasjen|nep]] fra "
        "[[Murmansk|murmansk]] til [[Beringstredet|bering-strait]]. I [[Barentshavet|barents-sea]] "
        "og ved [[Svalbard|svalbard]] øker trafikken av tankskip fra [[Sabetta|sabetta]]. "
    )
    check(prose * 8 + named + prose, lexicon)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Мурманск", "Мурманска Мурманску Мурманском Мурманске"),
        ("Арктика", "Арктики Арктике Арктику Арктикой"),
        ("Анадырь", "Анадыря Анадырю Анадырем Анадыре"),
        ("Варандей", "Варандея Варандее"),
        ("Зарубино", "Зарубина Зарубине"),
        ("Нью-Йорк", "Нью-Йорка Нью-Йорке"),
        ("Тикси", "Тикси"),
    ],
)
def test_a_russian_name_is_declined_by_its_ending(name: str, forms: str) -> None:
    assert set(forms.split()) <= decline(name)
    assert name in decline(name)

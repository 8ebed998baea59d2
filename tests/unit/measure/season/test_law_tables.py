import re
import shutil
from pathlib import Path

import pytest

from geo.catalogue.records import DATA
from geo.measure.season.days import ALL_YEAR, written
from geo.measure.season.law import TYPES
from geo.measure.season.law_tables import (
    DATES,
    FOLDER,
    PUBLISHED,
    read_law_sources,
    read_notations,
    read_published_windows,
    read_zone_dates,
)
from geo.measure.season.words import known_as, with_notation

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SAID = re.compile(r"(\w{3})\w*\.? (\d+) to (\w{3})\w*\.? (\d+)\.?")
IN_FRENCH = {"15 juil. au 20 oct.": "Jul. 15 to Oct. 20"}


def said(text: str) -> tuple[str, str]:
    found = SAID.fullmatch(IN_FRENCH.get(text, text))
    assert found, text
    first, last = (
        f"{MONTHS.index(found[at].lower()) + 1:02}-{int(found[at + 1]):02}" for at in (1, 3)
    )
    return first, last


def test_every_cell_says_what_the_text_of_the_regulations_says() -> None:
    rows, reason = read_zone_dates()
    assert reason == ""
    assert len(rows) == len({(row.category, row.zone) for row in rows}) == 14 * 16
    for row in rows:
        if row.text == "No Entry":
            assert row.span is None
        elif row.text == "All year":
            assert row.span == ALL_YEAR
        else:
            assert row.span is not None
            assert (written(row.span.first), written(row.span.last)) == said(row.text)


def test_types_are_known_by_their_notations() -> None:
    notations = read_notations()
    assert [known_as((one,), notations) for one in TYPES] == [
        "PC1 to PC7, 1A Super, Arc5", "1A, Arc4", "1B, Ice3", "1C, Ice2", "Category II, Ice1"
    ]  # fmt: skip
    assert with_notation(("Type D", "Type E"), notations) == "Types D and E (1C and below)"
    assert with_notation(TYPES, notations) == "Types A to E"
    assert with_notation(("Type B",), {}) == "Type B"


def test_published_windows_name_who_published_them_and_how_sure_that_is() -> None:
    rows, reason = read_published_windows()
    assert reason == ""
    assert [(row.span.days, row.is_lapsed) for row in rows] == [
        (141, False), (107, False), (92, False), (138, True)
    ]  # fmt: skip
    assert all(row.source and row.confidence.startswith("checked") for row in rows)


def test_the_law_is_not_an_official_version() -> None:
    sources = read_law_sources()
    assert "SOR/2017-286, schedule 1" in sources[DATES].title
    assert "not an official version" in sources[DATES].note


@pytest.mark.parametrize("broken", [
    None, b"", b"category,zone\n", b"\xff\xfe\x00",
    b"category,zone,from,to,status,text\nType A,2\n",
    b"category,zone,from,to,status,text\nType A,17,08-01,09-01,window,x\n",
    b"category,zone,from,to,status,text\nType A,2,08-41,09-01,window,x\n",
])  # fmt: skip
def test_a_missing_or_broken_table_gives_no_rows_and_a_reason(
    broken: bytes | None, tmp_path: Path
) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    if broken is not None:
        (folder / DATES).write_bytes(broken)
    rows, reason = read_zone_dates(tmp_path)
    assert rows == ()
    assert DATES in reason
    assert "Restore it" in reason


def test_a_broken_table_of_windows_gives_none(tmp_path: Path) -> None:
    folder = shutil.copytree(DATA / FOLDER, tmp_path / FOLDER)
    (folder / PUBLISHED).write_text("what\n", encoding="utf-8")
    rows, reason = read_published_windows(tmp_path)
    assert (rows, PUBLISHED in reason) == ((), True)

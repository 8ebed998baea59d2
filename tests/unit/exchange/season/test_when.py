import csv
import io
from pathlib import Path

from geo.exchange.season.when import COLUMNS, when_csv


def rows(**more: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(when_csv(**more).decode("utf-8-sig"))))


def test_every_way_and_category_is_a_row_with_zones_and_miles() -> None:
    made = rows()
    assert tuple(made[0]) == COLUMNS
    law = [row for row in made if row["kind"] == "law"]
    assert len(law) == 7 * 14
    (one,) = (row for row in law if (row["variant"], row["category"]) == ("route-4", "Type A"))
    assert (one["from"], one["to"], one["days"]) == ("08-15", "10-15", "62")
    assert one["zones"] == "10-9-13-6-7-11-12"
    assert one["deciding"] == "6"
    assert "6: 291.6" in one["nm_by_zone"]
    assert one["known_as"] == "PC1 to PC7, 1A Super, Arc5"
    assert "SOR/2017-286" in one["source"]
    assert "not an official version" in one["source"]
    shut = [row for row in law if row["variant"] == "route-3" and row["category"] == "Type D"]
    assert (shut[0]["from"], shut[0]["days"]) == ("", "0")


def test_published_windows_say_what_they_are_and_how_sure() -> None:
    made = [row for row in rows() if row["route"] == "nsr"]
    kinds = [row["kind"] for row in made]
    assert kinds == ["published, not law"] * 3 + ["lapsed rule"]
    assert all("checked" in row["confidence"] for row in made)
    assert all(row["source"] for row in made)


def test_without_tables_there_are_no_rows(tmp_path: Path) -> None:
    assert rows(folder=tmp_path) == []

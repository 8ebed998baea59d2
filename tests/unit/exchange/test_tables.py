"""CSV: no cell is a formula, numbers are numbers, offsets hold."""

import csv
import io

import pytest

from geo.errors import ExportError
from geo.exchange.tables import (
    FEATURE_COLUMNS,
    LINK_COLUMNS,
    escape_formula,
    features_csv,
    links_csv,
)
from geo.view import View
from tests.unit.exchange.views import CHECKED, hostile_article, shipped, snapshot_of


def rows(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1"])
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert escape_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Russia", "1-2", "a=b", -4.5, 0])
def test_other_cells_stay_what_they_are(cell: str | float) -> None:
    assert escape_formula(cell) == cell


@pytest.mark.parametrize("file", [features_csv, links_csv])
def test_no_text_cell_of_a_hostile_view_begins_a_formula(file: object) -> None:
    made = file(snapshot_of())  # type: ignore[operator]
    numbers = {"lon", "lat", "length_nm", "start", "end"}
    for row in rows(made):
        for column, cell in row.items():
            assert column in numbers or cell.strip()[:1] not in tuple("=+-@") or not cell.strip()


def test_features_come_with_a_row_for_each_variant_and_a_place_on_the_globe() -> None:
    found = rows(features_csv(snapshot_of()))
    assert tuple(found[0]) == FEATURE_COLUMNS
    assert [(row["id"], row["variant"]) for row in found][:2] == [("nsr", "main"), ("nsr", "polar")]
    pole = next(row for row in found if row["id"] == "pole")
    assert float(pole["lat"]) == 90
    west = rows(features_csv(snapshot_of(catalogue=shipped(), articles=[])))
    assert any(float(row["lon"]) < 0 for row in west if row["lon"])


def test_each_row_carries_sources_licence_date_and_address() -> None:
    for row in rows(features_csv(snapshot_of())):
        assert row["sources"]
        assert row["last_checked"] == CHECKED
        assert "MIT" in row["licence"]
        assert "2026-11-22. Not for navigation." in row["made"]
        assert row["address"].startswith("https://map.example/?feature=")


def test_offsets_of_links_lead_to_the_quote_in_the_article() -> None:
    text = hostile_article().text
    found = rows(links_csv(snapshot_of()))
    assert tuple(found[0]) == LINK_COLUMNS
    assert len(found) > 50
    for row in found:
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_a_filter_that_leaves_no_link_is_reported() -> None:
    with pytest.raises(ExportError, match="no passage mentions"):
        links_csv(snapshot_of(articles=[]))
    with pytest.raises(ExportError, match="nothing to export"):
        features_csv(snapshot_of(View(nations=("JP",)), articles=[]))


def test_the_address_of_each_row_keeps_the_view_of_borders() -> None:
    plain, seen = snapshot_of(), snapshot_of(View(viewpoint="CA"))
    for file in (features_csv, links_csv):
        assert not any("viewpoint" in row["address"] for row in rows(file(plain)))
        assert all(row["address"].endswith("&viewpoint=CA") for row in rows(file(seen)))

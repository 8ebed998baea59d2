"""The POLARIS sum as a table."""

import csv
import io
from datetime import date

from geo import messages
from geo.exchange.season.polaris import COLUMNS, polaris_csv
from geo.measure.season.polaris import assess, read_polaris


def test_the_table_has_a_row_for_each_type_of_ice_and_its_products_make_the_sum() -> None:
    polaris, _ = read_polaris()
    assert polaris is not None
    found = assess(polaris, "PC7", {"ice_free": 2, "thick_fy": 5, "second_year": 3})
    made = polaris_csv(polaris, found, address="https://example.org/season", day=date(2026, 1, 2))
    rows = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["ice_type"] for row in rows] == ["ice_free", "thick_fy", "second_year"]
    assert {row["sum"] for row in rows} == {"-13"}
    assert sum(int(row["product"]) for row in rows) == -13
    assert {row["level"] for row in rows} == {"special"}
    assert {(row["sum_escorted"], row["speed_kn_escorted"]) for row in rows} == {("-3", "3.0")}
    assert {row["note"] for row in rows} == {messages.POLARIS_CAVEAT}
    assert {row["address"] for row in rows} == {"https://example.org/season"}
    assert "MSC.1/Circ.1519" in rows[0]["sources"]
    assert "2026-01-02" in rows[0]["made"]
    assert "seen in two independent copies" in rows[0]["confidence"]

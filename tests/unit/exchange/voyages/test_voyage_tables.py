"""The table of a voyage: figures as measured, a row for each variant, nothing a sheet runs."""

import csv
import io
import re

import pytest

from geo.exchange.voyages.tables import columns_of, voyage_csv
from geo.measure.voyages.api import record_of
from geo.measure.voyages.records import Voyage
from geo.measure.voyages.shares import RESTS
from tests.unit.exchange.voyages.samples import ADDRESS, BAD, DAY, hostile, measured, without_ways


def rows(voyage: Voyage, **known: object) -> list[dict[str, str]]:
    text = voyage_csv(voyage, **known).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_figures_are_those_of_the_record() -> None:
    found = rows(measured())
    entries = record_of(measured())["ways"]
    assert len(found) == len(entries) == sum(len(way.variants) for way in measured().ways)
    by_key = {(row["via"], row["variant"]): row for row in found}
    for entry in entries:
        row = by_key[entry["via"], entry["variant"] or ""]
        assert float(row["nm"]) == entry["nm"]
        assert float(row["difference_nm"]) == entry["nm_more_than_usual"]
        assert float(row["difference_percent"]) == entry["percent_more_than_usual"]
        assert float(row["difference_shortest_nm"]) == entry["nm_more_than_shortest"]
        assert float(row["difference_shortest_percent"]) == entry["percent_more_than_shortest"]
        assert (row["usual"], row["shortest"]) == ("suez", "tsr")
        assert [float(row["days_low"]), float(row["days_high"])] == entry["days_range"]
        assert [float(row["fuel_t_low"]), float(row["fuel_t_high"])] == entry["fuel_t"]
        assert [float(row["co2_t_low"]), float(row["co2_t_high"])] == entry["co2_t"]
        for zone in RESTS:
            assert float(row[f"nm_{zone}"]) == entry[f"nm_{zone}"]
        assert row["straits"] == "; ".join(entry["straits"])
        assert (row["shut"] == "draught") == entry["too_shallow"]
        assert row["too_shallow"] == ("yes" if entry["too_shallow"] else "no")
        for name in ("shut_because", "season", "season_source"):
            assert row[name] == (entry[name] or "")
        for name in ("depth_checked", "depth_unknown"):
            assert row[name] == "; ".join(entry[name])
        for name, value in record_of(measured())["ship"].items():
            assert row[name] == str(value)
        by_area = entry["nm_by_waters"] | entry["nm_by_regime"]
        assert {key: float(row[f"nm_{key}"]) for key in by_area} == by_area
        least = min(entry["least_depths_m"].values(), default=None)
        assert row["least_depth_m"] == ("" if least is None else str(least))


def test_there_is_a_column_for_each_state_and_area_met_and_none_twice() -> None:
    columns = columns_of(measured())
    assert {"nm_RU", "nm_NO", "nm_CA", "nm_polar-code-waters", "nm_nsr-water-area"} <= set(columns)
    assert len(set(columns)) == len(columns)
    suez = next(row for row in rows(measured()) if row["via"] == "suez")
    assert suez["nm_RU"] == ""


def test_states_and_the_rest_add_up_to_the_length_with_greenland_counted_once() -> None:
    columns = columns_of(measured())
    states = [name for name in columns if re.fullmatch("nm_[A-Z]{2}", name)]
    added = [*states, *(f"nm_{zone}" for zone in RESTS)]
    assert {"nm_GL", "nm_NO"} <= set(states)
    for row in rows(measured()):
        whole = sum(float(row[name] or 0) for name in added)
        assert whole == pytest.approx(float(row["nm"]), abs=0.05 * len(added))
    by_variant = {(row["via"], row["variant"]): row for row in rows(measured())}
    greenland = by_variant["nwp", "route-1"]
    assert float(greenland["nm_GL"]) > 900
    assert float(greenland["nm_DK"] or 0) < 100
    assert float(by_variant["nsr", "kara-gate-sannikov"]["nm_land"]) > 0


def test_what_is_published_and_how_it_was_measured_are_in_each_row() -> None:
    nsr = next(row for row in rows(measured()) if row["via"] == "nsr")
    assert float(nsr["published_nm"]) == 7345
    assert "acentury.online" in nsr["published_source"]
    assert (
        "Six of seven variants of the Northern Sea Route, deep enough for 11 m; depth checked on "
        "the Arctic part only; geodesic lengths" in nsr["method"]
    )
    assert "searoute 1.6.0" in nsr["method"]


def test_sources_licence_address_day_and_notice_are_in_each_row() -> None:
    for row in rows(measured(), address=ADDRESS, day=DAY):
        assert row["address"] == ADDRESS
        assert "2026-11-22" in row["made"]
        assert "Not for navigation" in row["made"]
        assert "searoute" in row["sources"]
        assert "Apache-2.0" in row["sources"]
        assert "MIT licence" in row["licence"]
    assert "Not for navigation" in rows(measured())[0]["made"]


def test_no_cell_is_a_formula_and_numbers_stay_numbers() -> None:
    found = rows(hostile())
    for row in found:
        for column, cell in row.items():
            is_number = column.startswith(
                ("nm", "difference", "days", "fuel", "co2", "published_nm")
            )
            assert is_number or not cell.startswith(("=", "+", "-", "@")), column
    first = found[0]
    assert first["origin"] == first["variant_name"] == f"'{BAD}"
    assert first["destination"] == "'+End"
    assert first["season"].startswith("'@")
    assert float(first["difference_nm"]) == -1000
    assert float(first["difference_percent"]) == -50
    assert first["published_nm"] == "1010; 1020.5"


def test_a_way_shut_by_the_reader_is_marked_and_one_that_is_not_there_has_no_row() -> None:
    found = rows(hostile())
    assert [(row["via"], row["shut"]) for row in found] == [
        ("nsr", ""), ("nsr", "draught"), ("suez", ""),
    ]  # fmt: skip


def test_a_voyage_by_no_way_is_a_head_alone() -> None:
    assert rows(without_ways()) == []


@pytest.mark.parametrize("known", [{}, {"address": ADDRESS, "day": DAY}])
def test_the_same_voyage_gives_the_same_bytes(known: dict[str, object]) -> None:
    assert voyage_csv(hostile(), **known) == voyage_csv(hostile(), **known)  # type: ignore[arg-type]

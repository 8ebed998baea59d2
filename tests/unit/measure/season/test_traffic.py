from pathlib import Path

import pandas as pd
import pytest

from geo.measure.season.traffic import COLUMNS, TABLE, Traffic, read_traffic, series_frame


@pytest.fixture(scope="module")
def traffic() -> Traffic:
    found, wrong = read_traffic()
    assert found is not None, wrong
    return found


@pytest.mark.parametrize(("subject", "year", "values"), [
    ("transits", 2011, [41, 34]),
    ("transits", 2018, [27, 29]),
    ("transits", 2022, [43, 47]),
    ("transits", 2023, [75, 80]),
    ("cargo", 2018, [20.18, 19.7]),
    ("cargo", 2022, [34.03, 34.117]),
    ("transit_cargo", 2024, [3.07, 3.08, 3.09]),
    ("transit_cargo", 2021, [2.027, 2.0413]),
    ("distance", 2013, [6.1, 6.51]),
])  # fmt: skip
def test_where_counters_differ_both_stand(
    traffic: Traffic, subject: str, year: int, values: list[float]
) -> None:
    assert [count.value for count in traffic.of(subject, year)] == values


def test_every_count_says_who_counts_and_on_what_it_rests(traffic: Traffic) -> None:
    for count in traffic.counts:
        assert count.counter
        assert count.source
        assert count.confidence in {"checked", "recalled", "derived", "not seen"}


def test_a_series_holds_the_first_count_and_another_that_prints_differently(
    traffic: Traffic,
) -> None:
    transits = series_frame(traffic, "transits").set_index("year")
    assert (transits.loc[2022, "value"], transits.loc[2022, "other"]) == (43, 47)
    assert transits.loc[2022, "counter"] == "CHNL"
    assert [*transits.index[~transits["seen"]]] == [2011, 2014, 2016, 2017, 2018, 2023]
    cargo = series_frame(traffic, "cargo").set_index("year")
    assert cargo.index[0] == 2014
    assert [*cargo.index[cargo["other"].notna()]] == [2018, 2022]
    assert pd.isna(cargo.loc[2024, "other"])  # 37.89 beside 37.9


def test_a_missing_table_gives_none_and_says_so(tmp_path: Path) -> None:
    found, reason = read_traffic(tmp_path)
    assert found is None
    assert reason == (
        "The table of traffic cannot be shown: traffic_counts.csv is missing. Restore it from the "
        "repository."
    )


@pytest.mark.parametrize("row", [
    "cargo,2024,CHNL,many,t,x,checked,,", "cargo,2024,CHNL,1,t,x,hoped,,",
    "cargo,2024,CHNL,1,t,x,checked,soon,", "cargo,2024,CHNL,0,t,x,checked,,", "cargo,2024",
])  # fmt: skip
def test_a_broken_table_gives_none_and_says_so(tmp_path: Path, row: str) -> None:
    (tmp_path / TABLE).write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    found, reason = read_traffic(tmp_path)
    assert found is None
    assert reason.startswith(f"The table of traffic cannot be shown: {TABLE} is unreadable")


def test_each_counter_has_a_mark_of_its_own(traffic: Traffic) -> None:
    marks = traffic.counter_marks
    named = [mark for counter, mark in marks.items() if counter not in {"not stated", "derived"}]
    assert len(named) == len(set(named))
    assert (marks["CHNL"], marks["Rosatom"], marks["derived"]) == ("C", "R", "–")
    transits = series_frame(traffic, "transits").set_index("year")
    assert tuple(transits.loc[2022, ["mark", "other_mark"]]) == ("C", "R?")

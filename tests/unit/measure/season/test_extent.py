from pathlib import Path

import numpy as np
import pytest

from geo.measure.season.extent import (
    COLUMNS,
    SOURCES_TABLE,
    TABLE,
    Extents,
    band_frame,
    months_frame,
    read_extents,
    septembers_frame,
    years_compared,
)
from geo.measure.season.tables import FOLDER

MISSING = {(1987, 12), (1988, 1), *((2025, month) for month in (3, 4, 5, 6, 7, 8, 10, 11, 12))}


@pytest.fixture(scope="module")
def extents() -> Extents:
    found, wrong = read_extents()
    assert found is not None, wrong
    return found


def test_the_table_has_every_month_but_those_that_nobody_measured(extents: Extents) -> None:
    asked = {(year, month) for year in range(1979, 2026) for month in range(1, 13)}
    assert asked - set(extents.months) == MISSING
    assert len(extents.months) == 555
    assert extents.years[0] == 1978
    assert extents.whole_years == range(1979, 2025)


def test_septembers_are_of_version_4_and_the_latest_months_means_of_daily_values(
    extents: Extents,
) -> None:
    versions = {
        (row.month == 9, extents.sources[row.source].version)
        for row in extents.months.values()
        if row.year > 1978
    }
    assert versions == {(True, "4.0"), (False, "3.0")}
    daily = {(row.year, row.month) for row in extents.months.values() if row.source == "daily"}
    assert min(daily) == (2021, 1)
    assert max(daily) == (2025, 2)


def test_the_trend_of_september_is_that_of_least_squares(extents: Extents) -> None:
    trend = extents.trend()
    assert trend is not None
    of_month = extents.of_month(9)
    slope, start = np.polyfit([*of_month], [*of_month.values()], 1)
    assert trend.per_decade == pytest.approx(slope * 10)
    assert trend.at(1990) == pytest.approx(start + slope * 1990)
    assert (round(trend.per_decade, 2), trend.years) == (-0.76, 47)


def test_february_2025_is_the_lowest_and_february_2012_is_not(extents: Extents) -> None:
    rank = extents.rank(2025, 2)
    assert rank is not None
    assert (rank.place, rank.among, rank.first) == (1, 47, 1979)
    other = extents.rank(2012, 2)
    assert other is not None
    assert other.place > 1
    assert extents.rank(2025, 3) is None


def test_months_without_a_figure_part_a_line_and_one_alone_is_a_point(extents: Extents) -> None:
    frame = months_frame(extents, (2025,))
    assert [*frame["month"]] == [1, 2, 9]
    assert [*frame["alone"]] == [False, False, True]
    assert frame["run"].nunique() == 2
    assert months_frame(extents, (2012,))["run"].nunique() == 1
    assert [*months_frame(extents, (2012,)).query("is_lowest")["month"]] == [9]


def test_mean_and_range_are_of_their_years(extents: Extents) -> None:
    february = band_frame(extents).set_index("month").loc[2]
    assert february["mean"] == pytest.approx(15.301)
    assert february["low"] == min(extents.of(year, 2) or 99 for year in range(1979, 2025))
    assert february["low"] > (extents.of(2025, 2) or 0)
    assert len(septembers_frame(extents)) == 47


def test_the_years_compared_are_two_of_the_table(extents: Extents) -> None:
    assert years_compared(extents) == (2024, 2012)
    assert years_compared(extents, (1990,)) == (1990, 2024)
    assert years_compared(extents, (2024, 2024)) == (2024, 2012)
    assert years_compared(extents, (1850, 2007, 1996)) == (2007, 1996)


@pytest.mark.parametrize("row", [
    "2024,13,4.0,monthly", "2024,9,nan,monthly", "2024,9,-4,monthly", "2024,9,4.0,moon",
    "2024,9", "2024,9,4.0,monthly,more", "soon,9,4.0,monthly", "",
])  # fmt: skip
def test_a_broken_table_gives_none_and_says_so(tmp_path: Path, row: str) -> None:
    (tmp_path / SOURCES_TABLE).write_bytes((FOLDER / SOURCES_TABLE).read_bytes())
    (tmp_path / TABLE).write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    found, reason = read_extents(tmp_path)
    assert found is None
    assert reason.startswith(f"The table of extents cannot be shown: {TABLE} ")


def test_a_missing_table_gives_none_and_names_the_file(tmp_path: Path) -> None:
    found, reason = read_extents(tmp_path)
    assert found is None
    assert f"{SOURCES_TABLE} is missing." in reason

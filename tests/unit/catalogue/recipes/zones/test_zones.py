from pathlib import Path

import pytest

from geo.catalogue.recipes.zones.__main__ import Progress, area_table, main
from geo.catalogue.recipes.zones.labels import LAND, of_one, of_two


def test_a_missing_coast_ends_with_a_message_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--world-atlas", str(tmp_path)]) == 2
    assert "Unpack the npm package world-atlas 2.0.2" in capsys.readouterr().err


def test_areas_sum_what_a_unit_holds_and_leave_disputes_apart() -> None:
    table = area_table(
        {
            of_one("eez", "IS"): 700_000.0,
            of_one("territorial_sea", "IS"): 40_000.0,
            of_one("internal_waters", "IS"): 23_172.8,
            of_two("disputed", "beaufort", "CA", "US-alaska"): 21_000.0,
            of_two("disputed", "dixon-entrance", "CA", "US-alaska"): 2_372.6,
            LAND: 5.0,
        }
    ).set_index("unit")
    assert table.loc["IS", "area_km2"] == 763_173
    assert table.loc["IS", "difference_percent"] == 0.0
    disputed = table.loc[table.index.str.startswith("disputed")].iloc[0]
    assert disputed["area_km2"] == 23_373
    assert table.loc["RU", "area_km2"] == 0


def test_the_progress_bar_fills_and_never_overflows(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    for step in range(60):
        progress(f"step {step}")
    bars = capsys.readouterr().err.split("\r")[1:]
    assert bars[0].startswith("[          ")
    assert bars[-1].startswith("[####################]")
    assert len({bar.index("]") for bar in bars}) == 1

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geo.errors import UnknownFeatureError, ZoneError
from geo.measure.tables import join_states
from geo.measure.waters import COLUMNS, TABLE, Waters, load_waters

ROWS = [
    ("nsr", "a", 0.0, 40.0, "RU", "eez", "ru-eez", "x"),
    ("nsr", "a", 40.0, 50.0, "RU", "territorial_sea", "ru-territorial-sea", "x"),
    ("nsr", "a", 50.0, 80.0, "RU", "eez", "ru-eez", "x"),
    ("nsr", "a", 80.0, 100.0, "", "high_seas", "loophole", "x"),
    ("nsr", "b", 0.0, 60.0, "SJ", "eez", "sj-svalbard-eez", "x"),
    ("nsr", "b", 60.0, 70.0, "NO", "eez", "no-eez", "x"),
    ("nsr", "b", 70.0, 75.0, "CA+US", "disputed", "beaufort-wedge", "x"),
    ("nsr", "b", 75.0, 80.0, "RU+US", "joint", "us-ru-special-areas", "x"),
]


@pytest.fixture
def waters() -> Any:
    return Waters(pd.DataFrame(ROWS, columns=COLUMNS))


def test_segments_come_in_the_order_of_the_track(waters: Waters) -> None:
    rows = waters.segments("nsr", "a")
    assert rows["zone"].tolist() == ["eez", "territorial_sea", "eez", "high_seas"]
    assert rows["nm"].tolist() == [40.0, 10.0, 30.0, 20.0]


def test_totals_add_up_and_shares_make_one(waters: Waters) -> None:
    rows = waters.totals("nsr", "a").set_index(["state", "zone"])
    assert rows.loc[("RU", "eez"), "nm"] == 70.0
    assert rows["nm"].sum() == waters.length_nm("nsr", "a") == 100.0
    assert rows["share"].sum() == pytest.approx(1.0)


def test_coastal_miles_are_the_maximum_over_variants_and_count_for_the_sovereign(
    waters: Waters,
) -> None:
    assert waters.coastal_nm("nsr") == {"RU": 80.0, "SJ": 60.0, "NO": 70.0, "US": 5.0}


def test_disputed_waters_make_no_coastal_state(waters: Waters) -> None:
    assert "CA" not in waters.coastal_nm("nsr")


def test_a_feature_without_a_track_has_no_figures(waters: Waters) -> None:
    assert waters.segments("kara-sea").empty
    assert waters.totals("kara-sea").empty
    assert waters.length_nm("kara-sea") == 0.0
    assert waters.coastal_nm("kara-sea") == {}


def test_a_feature_without_a_track_is_refused_by_name(waters: Waters) -> None:
    with pytest.raises(UnknownFeatureError, match=r"`kara-sea`.*\(nsr\)"):
        waters.require("kara-sea")


def test_a_missing_table_gives_a_reason_and_no_error(tmp_path: Path) -> None:
    waters = load_waters(tmp_path)
    assert waters.missing.startswith("The waters along a route cannot be shown")
    assert "python -m geo.measure build" in waters.missing
    assert waters.features() == []
    assert waters.coastal_nm("nsr") == {}
    with pytest.raises(ZoneError, match="missing"):
        waters.require("nsr")


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", '"'])
def test_a_broken_table_gives_a_reason_and_no_error(tmp_path: Path, content: Any) -> None:
    (tmp_path / TABLE).write_text(content, encoding="utf-8")
    waters = load_waters(tmp_path)
    assert waters.missing
    assert waters.frame.empty


def test_loading_again_costs_nothing() -> None:
    assert load_waters() is load_waters()


def test_nations_come_in_the_order_of_the_track_in_each_process() -> None:
    states = ["SJ", "RU", "US", "CA", "IS", "FI", "SE"]
    row = ("nsr", "a", 0.0, 9.0, join_states(states), "joint", "made-up", "x")
    waters = Waters(pd.DataFrame([row], columns=COLUMNS))
    assert list(waters.nation_nm("nsr", "a")) == [*states, "NO"]

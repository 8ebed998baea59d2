import itertools
import json
from typing import Any

import pandas as pd
import pytest

from geo.draw.season_charts import months_chart, septembers_chart
from geo.draw.season_columns import columns_chart, ships_chart
from geo.draw.season_marks import MonthMark, end_labels, figure_words, september_labels
from geo.measure.season.extent import (
    Extents,
    band_frame,
    months_frame,
    read_extents,
    septembers_frame,
)
from geo.measure.season.traffic import Traffic, read_traffic, series_frame

WORDS = ("trend −0.76 each ten years", "straight line, 47 Septembers")


@pytest.fixture(scope="module")
def extents() -> Extents:
    found, wrong = read_extents()
    assert found is not None, wrong
    return found


@pytest.fixture(scope="module")
def traffic() -> Traffic:
    found, wrong = read_traffic()
    assert found is not None, wrong
    return found


def drawn(extents: Extents, years: tuple[int, int]) -> dict[str, Any]:
    mark = MonthMark(2025, 2, 13.745, 15.301)
    made = months_chart(band_frame(extents), months_frame(extents, years), years, mark)
    return made.to_dict()


def test_a_chart_is_drawn_as_svg_without_a_menu_in_the_colours_of_the_page(
    extents: Extents,
) -> None:
    made = drawn(extents, (2024, 2012))
    assert made["usermeta"]["embedOptions"] == {"renderer": "svg", "actions": False}
    text = json.dumps(made)
    assert "var(--highlight)" in text
    assert "light-dark(" in text
    assert "http" not in text.replace(made["$schema"], "")


def test_a_line_is_not_drawn_over_months_without_a_figure(extents: Extents) -> None:
    made = drawn(extents, (2025, 2012))
    lines = [one for one in made["layer"] if "detail" in one.get("encoding", {})]
    assert {one["encoding"]["detail"]["field"] for one in lines} == {"run"}
    assert len(lines) == 2


def test_the_two_years_and_the_normal_are_named_apart(extents: Extents) -> None:
    years = (2024, 2023)
    labels = end_labels(band_frame(extents), months_frame(extents, years), years)
    assert {label.text for label in labels} == {"1981–2010", "2024", "2023"}
    heights = sorted(label.y for label in labels)
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 1.5


def test_near_septembers_are_named_on_two_sides(extents: Extents) -> None:
    frame = septembers_frame(extents)
    one, two, last = september_labels(frame, (2023, 2021))
    assert one.dy * two.dy < 0
    assert last.text == "2025: 4.75"
    made = septembers_chart(frame, (2023, 2021), trend_words=WORDS).to_dict()
    assert WORDS[0] in json.dumps(made, ensure_ascii=False)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_words_on_a_month_keep_off_the_curves(month: int, extents: Extents) -> None:
    mark = MonthMark(2024, month, extents.of(2024, month), extents.normal(month))
    band = band_frame(extents).set_index("month")
    span = range(month, min(month + 3, 13)) if mark.align == "left" else range(month - 2, month + 1)
    for each in span:
        curve = band.loc[each]
        below = mark.words_at + 1 < curve["low"]
        above = mark.words_at - 1 > curve["high"]
        assert below or above


def test_what_no_source_was_seen_for_is_drawn_empty_and_both_counts_have_their_value(
    traffic: Traffic,
) -> None:
    made = columns_chart(series_frame(traffic, "transits"), decimals=0).to_dict()
    full, empty, squares, *_ = made["layer"]
    rows = {name: [row["year"] for row in data] for name, data in made["datasets"].items()}
    assert 2023 in rows[empty["data"]["name"]]
    assert 2022 in rows[full["data"]["name"]]
    assert rows[squares["data"]["name"]] == [2011, 2018, 2022, 2023]
    assert empty["mark"]["fill"] == "transparent"
    assert squares["mark"]["stroke"] == "var(--thread)"
    text = json.dumps(made)
    assert '"47 R?"' in text
    assert '"43 C"' in text


def test_who_counted_stands_under_every_column(traffic: Traffic) -> None:
    for subject in ("cargo", "transits"):
        series = series_frame(traffic, subject)
        made = columns_chart(series, decimals=0).to_dict()
        label = made["layer"][0]["encoding"]["x"]["axis"]["labelExpr"]
        assert all(f'"{year}": "{mark}"' in label for year, mark in zip(
            series["year"], series["mark"], strict=True
        ))  # fmt: skip
        assert all(series["mark"])


def test_ships_have_their_figures_and_years_between_are_said_to_have_none(
    traffic: Traffic,
) -> None:
    text = json.dumps(ships_chart(series_frame(traffic, "ships")).to_dict())
    for words in ("1,298", "1,782", "1,781", "1,812", "years between: no figure kept"):
        assert words in text


def test_a_chart_of_one_year_can_be_drawn() -> None:
    row = {"year": 2020, "value": 5.0, "seen": True, "counter": "x", "other": None}
    series = pd.DataFrame([row | {"other_counter": "", "mark": "X", "other_mark": ""}])
    assert columns_chart(series, decimals=1).to_dict()["layer"]
    assert ships_chart(series).to_dict()["layer"]


def test_a_half_is_rounded_up() -> None:
    assert figure_words(13.745) == "13.75"
    assert figure_words(15.301) == "15.30"

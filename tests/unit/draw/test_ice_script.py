"""The script of the map's layer of ice: whole, apart from the chart's, a word without a table."""

import json
import re
from pathlib import Path
from typing import Any

from geo import messages
from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart
from geo.draw.frames import POLE, RIM_RADIUS
from geo.draw.ice_script import make_ice_script
from geo.draw.palette import ICE_TONES
from geo.draw.payload import WEB, ChartScript, make_chart_script
from geo.draw.ready_ice import load_ice_months
from geo.draw.season_ice import IceMonth
from geo.draw.voyage_lines import DISC_RADIUS


def data_of(script: ChartScript) -> dict[str, Any]:
    """Return the data in a script."""
    text = script.content.decode().removeprefix("window.iceData=JSON.parse('").partition("');\n")[0]
    found: dict[str, Any] = json.loads(re.sub(r"\\(.)", r"\1", text))
    return found


def test_it_has_every_month_as_the_page_of_the_season_draws_it() -> None:
    months = load_ice_months()
    data = data_of(make_ice_script(months))
    assert [IceMonth(tuple(one["areas"]), one["edge"]) for one in data["months"]] == list(months)
    assert len(data["months"]) == len(data["names"]) == 12
    assert len(data["steps"]) == len(data["months"][0]["areas"]) + 1


def test_a_unit_of_the_disc_is_that_of_the_polar_chart() -> None:
    data = data_of(make_ice_script(load_ice_months()))
    assert data["pole"] == list(POLE)
    assert data["unit"] * DISC_RADIUS == RIM_RADIUS


def test_it_says_that_it_is_a_normal_and_not_the_ice_of_today() -> None:
    words = data_of(make_ice_script(load_ice_months()))["words"]
    assert "1981 to 2010" in words["note"]
    assert "not today’s" in words["note"]


def test_its_colours_are_those_of_the_page_of_the_season() -> None:
    css = data_of(make_ice_script(load_ice_months()))["css"]
    for light, dark in zip(ICE_TONES["light"], ICE_TONES["dark"], strict=True):
        assert f"light-dark({light},{dark})" in css
    assert "#" not in (WEB / "ice.css").read_text(encoding="utf-8")


def test_it_can_name_the_edge_of_each_kind_of_marked_month() -> None:
    data = data_of(make_ice_script(load_ice_months()))
    assert data["whose"] == messages.ICE_WHOSE_MONTH
    assert all("{whose}" in data["words"][name] for name in ("marked", "both"))


def test_without_a_table_there_is_a_sentence_in_place_of_the_ice() -> None:
    data = data_of(make_ice_script((), missing="The table is missing."))
    assert (data["months"], data["missing"]) == ([], "The table is missing.")


def test_a_helper_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    gone = (tmp_path / "ice.js", tmp_path / "ice.css")
    script = make_ice_script(load_ice_months(), helpers=gone)
    assert [name in said for name, said in zip(("ice.js", "ice.css"), script.problems, strict=True)]


def test_the_chart_that_comes_first_holds_nothing_of_the_ice(
    small: Catalogue, charts: dict[str, Chart]
) -> None:
    script = make_chart_script(charts["polar"], small, {}).content.decode()
    assert "makeIce = " not in script
    assert load_ice_months()[8].edge not in script

"""The months beside the map of the ice."""

import re
from datetime import date

from geo import messages
from geo.escape import element
from geo.markup.season.months import (
    area_table,
    ice_legend,
    map_figure,
    month_head,
    month_slider,
    on_atlas,
)

WHOSE = messages.ICE_WHOSE_MONTH["article"]


def test_the_head_names_every_month_of_which_a_sheet_shows_one() -> None:
    names = re.findall(r'<strong class="m(\d+)">(\w+)</strong>', month_head())
    assert names == [(str(n), name) for n, name in enumerate(messages.MONTH_NAMES, 1)]
    assert "normal of 1981 to 2010" in month_head()


def test_the_slider_marks_the_articles_month_and_says_so() -> None:
    slider = month_slider(2, WHOSE)
    assert re.findall(r'class="month-tick l(\d+) marked"', slider) == ["2"]
    (names,) = re.findall(r'data-names="([^"]*)"', slider)
    said = names.split("|")
    assert said[1] == "February, the article’s month"
    assert said[8] == "September"
    assert len(said) == 12


def test_the_way_to_the_atlas_has_the_route_and_the_ice_of_each_month() -> None:
    links = re.findall(
        r'<a href="([^"]*)" data-atlas="([^"]*)" class="m(\d+)">', on_atlas("nwp", "route-4")
    )
    assert [month for *_, month in links] == [str(n) for n in range(1, 13)]
    href, press, _ = links[8]
    assert href == "./?feature=nwp&amp;variant=route-4&amp;show=ice&amp;month=9"
    assert press == "nwp||route-4|9"


def test_the_legend_is_as_wide_as_the_shares() -> None:
    widths = re.findall(r'class="class (i\d)" style="width:([\d.]+)%"', ice_legend())
    assert [(name, float(width)) for name, width in widths] == [
        ("i1", 15.0),
        ("i2", 25.0),
        ("i3", 30.0),
        ("i4", 20.0),
        ("i5", 10.0),
    ]
    assert "open, under 15" in ice_legend()


def test_the_table_has_a_row_for_each_month() -> None:
    table = area_table([float(n) for n in range(1, 13)], 9)
    assert re.findall(r'<tr class="marked"><th scope="row">(\w+)</th>', table) == ["September"]
    assert re.findall(r'<td class="number">([\d.]+)</td>', table)[-1] == "12.0"


def test_the_parts_stand_in_one_part_of_the_page() -> None:
    figure = map_figure(
        element("p", "map"), 2, WHOSE, element("p", "table"), day=date(2025, 2, 26), picture=False
    )
    assert figure.startswith('<div class="season ice-map">')
    places = [
        figure.index(part)
        for part in ("map-head", ">map<", "month-slider", "ice-legend", "day-press", ">table<")
    ]
    assert places == sorted(places)

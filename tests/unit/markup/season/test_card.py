"""What a route's card says of its season."""

import re
from datetime import date
from html import unescape

import pytest

from geo.markup.season.card import season_on_card
from geo.measure.season.ice import Strip, strip_of

DAY = date(2025, 2, 26)


def seen(markup: object) -> str:
    """Return the words that a reader sees, each run of blanks as one."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", str(markup))).split())


def along(route: str, way: str = "") -> Strip:
    """Return the ice along a way."""
    strip = strip_of(route, way) if way else strip_of(route)
    assert isinstance(strip, Strip)
    return strip


def test_the_northwest_passage_has_the_days_of_its_strongest_type_and_names_the_others() -> None:
    said = seen(season_on_card("nwp", "", day=DAY, strip=None, month=2))
    assert "Type A: 15 Aug to 15 Oct 62 days" in said
    assert "On ways 4 and 6, by law; others: Type B 37 days, Type C 32 days, Types D and E" in said


def test_a_way_that_is_open_to_no_type_says_so() -> None:
    said = seen(season_on_card("nwp", "route-3", day=DAY, strip=None, month=2))
    assert "Types A to E: on no day by date" in said
    assert "On way 3, by law: only by POLARIS or AIRSS." in said


def test_the_northern_sea_route_has_its_newest_season_which_is_no_law() -> None:
    markup = str(season_on_card("nsr", "shokalsky", day=DAY, strip=None, month=2))
    assert "30 Jun to 17 Nov 2025, published 141 days" in seen(markup)
    assert "First entry to last exit, 2025, all transits; published, not law" in unescape(markup)
    assert 'class="at day"' in markup
    assert "at day" not in str(season_on_card("nsr", "", day=None, strip=None, month=2))


def test_ice_is_a_lane_of_one_month_with_its_miles_and_its_years() -> None:
    strip = along("nwp", "route-4")
    markup = unescape(str(season_on_card("nwp", "route-4", day=DAY, strip=strip, month=2)))
    nm = strip.share(2) * strip.length_nm
    assert f"Ice in February, 15 % and more {nm:,.0f} nm" in seen(markup)
    assert "ice: normal of 1981 to 2010" in seen(markup)
    assert "15 % and more on 97 % of the miles" in markup
    assert 'href="./season?route=nwp&way=route-4"' in markup


@pytest.mark.parametrize("feature", ["tsr", "transpolar"])
def test_a_route_without_a_page_of_the_season_has_no_link(feature: str) -> None:
    markup = str(season_on_card(feature, "", day=DAY, strip=along("tsr"), month=2))
    assert "ice-bar" in markup
    assert "season?" not in markup


def test_what_has_neither_days_nor_ice_has_no_season() -> None:
    assert season_on_card("suez", "", day=DAY, strip=None, month=2) is None

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely import LineString

from geo.geodesy import densify, densify_edges, leg_lengths_nm, to_polar
from geo.measure.overlay import tracks
from geo.measure.season.days import written
from geo.measure.season.law import (
    CORNER_NM,
    CORNER_ZONE,
    TYPES,
    Window,
    ZoneCrossed,
    days_until_open,
    groups,
    load_law,
    open_types,
    shut_zones,
    windows_along,
)
from geo.measure.season.published import days_until_first_transit, newest_season, transit_season
from tests import shipped

LAW = load_law()
ZONE = "shipping-safety-control-zone-"
SHUT = ("route-1", "route-2", "route-3", "route-5", "route-7")


def window(variant: str, category: str) -> Window:
    found = LAW.of(variant, category)
    assert found is not None
    return found


def dates(one: Window) -> list[tuple[str, str]]:
    return [(written(span.first), written(span.last)) for span in one.spans]


@pytest.mark.parametrize("variant", ["route-4", "route-6"])
@pytest.mark.parametrize(("category", "first", "last", "days"), [
    ("Type A", "08-15", "10-15", 62),
    ("Type B", "08-25", "09-30", 37),
    ("Type C", "08-25", "09-25", 32),
])  # fmt: skip
def test_ways_4_and_6_are_open_in_late_summer_to_the_stronger_types(
    variant: str, category: str, first: str, last: str, days: int
) -> None:
    one = window(variant, category)
    assert dates(one) == [(first, last)]
    assert one.days == days
    assert one.deciding == (6,)


def test_types_d_and_e_are_never_open_and_the_other_ways_to_no_type() -> None:
    for variant in ("route-4", "route-6"):
        for category in ("Type D", "Type E"):
            assert window(variant, category).spans == ()
            assert window(variant, category).deciding == (6,)
    for variant in SHUT:
        for category in TYPES:
            assert window(variant, category).days == 0
            assert 2 in window(variant, category).deciding


def test_three_ways_are_in_a_corner_of_zone_2_only() -> None:
    miles = {
        variant: next(one.nm for one in window(variant, "Type A").zones if one.zone == 2)
        for variant in SHUT
    }
    assert {variant: round(nm) for variant, nm in miles.items()} == {
        "route-1": 230, "route-2": 342, "route-3": 23, "route-5": 23, "route-7": 23
    }  # fmt: skip


def test_the_zones_of_a_way_are_those_of_a_finer_overlay_but_for_one_corner() -> None:
    """The shipped table leaves out stretches of under two miles; here none is left out."""
    catalogue = shipped.catalogue()
    zones = {
        int(feature.id.removeprefix(ZONE)): to_polar(densify_edges(shape, step_deg=0.25))
        for feature, _, shape in catalogue.each_shape()
        if feature.id.startswith(ZONE)
    }
    assert len(zones) == 16
    left_out = {}
    for track in tracks(catalogue):
        if track.feature != "nwp":
            continue
        dense = densify(track.positions, step_km=0.2)
        plane = shapely.get_coordinates(to_polar(LineString(dense)))
        legs = np.array(leg_lengths_nm(dense))
        known = {one.zone: one.nm for one in window(track.variant, "Type A").zones}
        for zone, area in zones.items():
            nm = legs[shapely.intersects_xy(area, plane[1:, 0], plane[1:, 1])].sum()
            if zone in known:
                assert nm == pytest.approx(known[zone], abs=1.5)
            elif nm > 0:
                left_out[track.variant, zone] = round(float(nm), 1)
    # The corner at 70.5 N, 138 W, which a ship clears by a hundred metres.
    assert left_out == {(f"route-{number}", CORNER_ZONE): CORNER_NM for number in range(2, 8)}


def test_a_window_may_run_over_new_year_and_two_zones_may_decide() -> None:
    assert dates(window("route-4", "Arctic Class 6, CAC 3")) == [("07-15", "02-28")]
    assert window("route-4", "Arctic Class 1A").deciding == (13, 6)
    all_year = window("route-4", "Arctic Class 7")
    assert (all_year.days, all_year.deciding) == (365, ())
    # The end is that of zone 6, not the earlier-looking 15 January of zones 7 and 11.
    assert dates(window("route-4", "Arctic Class 4")) == [("07-20", "12-31")]


def test_a_track_without_zones_has_no_window() -> None:
    assert windows_along("", ()) == ()
    only = windows_along("part", [ZoneCrossed(7, 1.0)])
    assert {one.category: one.days for one in only}["Type E"] == 52


def test_ways_with_equal_windows_share_rows_and_the_chosen_one_is_first() -> None:
    open_ways, shut_ways = groups(LAW, TYPES, first="route-6")
    assert open_ways.variants == ("route-6", "route-4")
    assert [categories for categories, _ in open_ways.rows] == [
        ("Type A",), ("Type B",), ("Type C",), ("Type D", "Type E")
    ]  # fmt: skip
    assert shut_ways.variants == SHUT
    assert [categories for categories, _ in shut_ways.rows] == [TYPES]
    assert shut_zones(shut_ways, LAW) == (2,)
    assert shut_zones(open_ways, LAW) == ()


def test_who_may_sail_on_a_day() -> None:
    assert open_types(date(2025, 2, 26), LAW) == ()
    late = open_types(date(2025, 9, 28), LAW)
    assert [(one.category, one.days_left) for one in late] == [("Type A", 17), ("Type B", 2)]
    assert late[0].variants == ("route-4", "route-6")
    assert open_types(date(2025, 9, 28), LAW, variant="route-3") == ()


def test_how_long_until_a_way_opens() -> None:
    day = date(2025, 2, 26)
    assert days_until_open(day, LAW, "Type A") == 170
    assert days_until_open(day, LAW, "Type A", variant="route-3") is None
    assert days_until_open(day, LAW, "Type D") is None
    assert days_until_open(date(2025, 9, 1), LAW, "Type A") == 0


def test_the_first_transit_of_the_northern_sea_route_is_counted_from_the_published_season() -> None:
    assert days_until_first_transit(date(2025, 2, 26)) == 124
    assert days_until_first_transit(date(2025, 7, 1)) == 0
    assert days_until_first_transit(date(2025, 11, 18)) == 224
    inside = transit_season(date(2024, 11, 10))
    assert inside is not None
    assert (inside.is_open, inside.days_left, inside.is_of_year) == (True, 7, False)


def test_the_season_on_the_card_of_the_route_is_the_published_one() -> None:
    season = newest_season()
    assert season is not None
    detail = shipped.catalogue().feature("nsr").details[f"season of {season.period}"]
    assert "30 June" in detail
    assert "17 November" in detail
    assert (written(season.span.first), written(season.span.last)) == ("06-30", "11-17")


def test_without_tables_there_is_no_law_and_a_reason(tmp_path: Path) -> None:
    law = load_law(tmp_path)
    assert law.windows == ()
    assert "cannot be shown" in law.missing
    assert open_types(date(2025, 9, 1), law) == ()
    assert groups(law, TYPES) == ()
    assert transit_season(date(2025, 9, 1), folder=tmp_path) is None
    assert days_until_first_transit(date(2025, 9, 1), folder=tmp_path) is None

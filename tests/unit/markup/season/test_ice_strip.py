"""The ice along a way as a strip, and as one bar on the card of a route."""

import re
from datetime import date
from itertools import pairwise

import numpy as np

from geo import messages
from geo.catalogue.features import load_catalogue
from geo.markup.season.ice_strip import HEIGHT_PX, LEAST_GAP, Shown, day_at, ice_strips
from geo.markup.season.ice_words import answer, ice_table, share_words
from geo.measure.season.along import places_along
from geo.measure.season.ice import Strip, strip_of
from geo.measure.transits import load_transits

FEATURES = load_catalogue().features
DAY = date(2025, 2, 26)


def shown(route: str, slug: str) -> Shown:
    """Return a strip with the names beside it."""
    strip = strip_of(route, slug)
    assert strip is not None
    variant = next(one for one in FEATURES[route].variants if one.slug == slug)
    places = places_along(
        load_transits(),
        route,
        variant,
        lambda identity: FEATURES[identity].name if identity in FEATURES else identity,
        length_nm=strip.length_nm,
        least_gap=LEAST_GAP,
    )
    return Shown(strip, FEATURES[route].name, variant.name, places, route == "nsr")


NSR, NWP = shown("nsr", "kara-gate-sannikov"), shown("nwp", "route-4")


def test_the_answer_has_the_months_share_of_both_routes_and_the_barest() -> None:
    pairs = [(one.route, one.strip) for one in (NSR, NWP)]
    assert answer(pairs, 2) == (
        "In ice of 15 % and more on the ways shown, 1981 to 2010: in February all of the Northern "
        "Sea Route and 97 % of the Northwest Passage; in September 22 % and 11 %."
    )
    assert answer(pairs, 9).startswith(
        "In ice of 15 % and more on the ways shown, 1981 to 2010: in September 22 % of the "
        "Northern Sea Route"
    )
    assert answer([], 2) == ""


def test_a_share_is_said_as_all_only_where_it_is_all() -> None:
    assert [share_words(one) for one in (0, 0.001, 0.974, 0.999, 1)] == [
        "none",
        "under 1 %",
        "97 %",
        "99 %",
        "all",
    ]


def test_names_beside_a_strip_stand_apart_and_in_order() -> None:
    for one in (NSR, NWP):
        miles = [place.nm for place in one.places]
        assert miles == sorted(miles)
        gaps = [(b - a) / one.strip.length_nm * HEIGHT_PX for a, b in pairwise(miles)]
        assert min(gaps) >= 15.9
        assert miles[0] == 0
        assert miles[-1] == one.strip.length_nm


def test_each_month_has_a_button_and_the_day_of_the_article_a_line() -> None:
    markup = str(ice_strips([NSR, NWP], day=DAY, month=9))
    assert [int(n) for n in re.findall(r'data-set="month:(\d+)"', markup)[:12]] == [*range(1, 13)]
    assert 'data-month="9"' in markup
    assert f"M{day_at(DAY):.3f} 0" in markup
    assert 1.9 < day_at(DAY) < 2
    assert messages.ICE_MONTH_BUTTON.format(month="September") in markup


def test_the_areas_of_a_strip_cover_the_year() -> None:
    markup = str(ice_strips([NSR], day=DAY, month=2))
    boxes = re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)L[\d.]+ ([\d.]+)H", markup)
    area = sum((float(c) - float(a)) * (float(d) - float(b)) for a, b, c, d in boxes)
    assert round(area) == 12 * 1000


def test_the_edge_runs_between_pieces_and_months_on_both_sides_of_15_per_cent() -> None:
    ice = np.full((12, 2), 95.0)
    ice[8] = 50.0, 14.9
    strip = Strip("nsr", "way", np.array([0.0, 40.0, 100.0]), ice)
    markup = ice_strips([Shown(strip, "A route", "a way", ())], day=DAY, month=9)
    (edge,) = re.findall(r'<path d="([^"]*)" class="edge"', markup)
    assert edge == "M8 400H9M8 400L8 1000M9 400L9 1000"


def test_another_month_needs_no_other_markup_than_its_number() -> None:
    one, other = (ice_strips([NSR, NWP], day=DAY, month=month) for month in (2, 9))
    assert one != other
    assert one.partition(">")[2] == other.partition(">")[2]


def test_the_table_has_the_mean_of_each_stretch_and_the_share() -> None:
    parts = [(one.name, one.nm) for one in NSR.places if one.kind != "sea"]
    markup = str(ice_table([(NSR.route, NSR.way, NSR.strip, parts)]))
    assert markup.count("<tr>") == len(parts) + 1
    assert "Kara Gate to Vilkitsky Strait" in markup
    assert re.search(r"Share of the miles.*?>2,633<.*?>100<", markup)

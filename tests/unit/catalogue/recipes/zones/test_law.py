from typing import Any

import numpy as np
import pytest
import shapely

from geo.catalogue.recipes.boundaries.lines import Treaty
from geo.catalogue.recipes.coast import to_centre, to_plane
from geo.catalogue.recipes.zones.distances import build_kd_trees
from geo.catalogue.recipes.zones.labels import HIGH_SEAS, internal, of_one, of_two
from geo.catalogue.recipes.zones.law import Law, label_points

# Two coasts on either side of the meridian 180, 8 degrees apart at 72 N (149 nm), and a third one
# at the pole.
COASTS = {"RU": (176.0, 72.0), "US-alaska": (-176.0, 72.0), "GL": (0.0, 90.0)}


def law(
    treaties: Any = (), precedence: Any = (), internal: Any = None, coasts: Any = COASTS
) -> Any:
    centre = {k: to_centre(np.array([p[0]]), np.array([p[1]])) for k, p in coasts.items()}
    return Law(build_kd_trees(centre), treaties, precedence, internal or {})


def label(rules: Any, *places: Any) -> Any:
    lonlat = np.array(places, float)
    return label_points(to_plane(lonlat[:, 0], lonlat[:, 1]), rules).tolist()


def meridian(
    beyond: Any,
    lon: Any = 178.0,
    ends: Any = ("extend", "extend"),
    south: Any = -90.0,
    end_lat: float = 68.0,
    left: Any = ("US-alaska",),
) -> Any:
    """Return a line from north to south along a meridian: Alaska on its left, Russia right."""
    lat = np.linspace(76.0, end_lat, 30)
    xy = to_plane(np.full(30, lon), lat)
    heading = (xy[-1] - xy[0]) / np.linalg.norm(xy[-1] - xy[0])
    line = shapely.LineString([xy[0] - heading * 3e7, *xy, xy[-1] + heading * 3e7])
    transferred = ("US-alaska",) if beyond == "transfer-right" else ()
    middle = shapely.LineString(xy)
    return Treaty("test", left, ("RU",), ends, beyond, transferred, south, 90.0, line, middle)


def test_distance_makes_territorial_sea_zone_and_high_seas() -> None:
    assert label(law(), (176.1, 72.1), (176.0, 70.0), (176.0, 68.0)) == [
        of_one("territorial_sea", "RU"), of_one("eez", "RU"), HIGH_SEAS,
    ]  # fmt: skip


def test_the_pole_and_the_meridian_180_are_points_like_any_other() -> None:
    assert label(law(), (77.0, 90.0), (180.0, 89.5), (-180.0, 89.5)) == [
        of_one("territorial_sea", "GL"), of_one("eez", "GL"), of_one("eez", "GL"),
    ]  # fmt: skip


def test_the_nearer_of_two_coasts_in_reach_has_the_zone() -> None:
    assert label(law(), (179.9, 72.0), (-179.9, 72.0)) == [
        of_one("eez", "RU"),
        of_one("eez", "US-alaska"),
    ]


def test_precedence_gives_one_coast_its_whole_reach() -> None:
    rules = law(precedence=[("RU", "US-alaska")])
    assert label(rules, (-176.0, 71.0), (-170.0, 72.0)) == [
        of_one("eez", "RU"),
        of_one("eez", "US-alaska"),
    ]


def test_a_treaty_line_outweighs_distance() -> None:
    rules = law([meridian("stop")])
    assert label(rules, (179.0, 72.0), (177.0, 72.0)) == [
        of_one("eez", "US-alaska"),
        of_one("eez", "RU"),
    ]


def test_beyond_its_own_reach_a_side_has_nothing_unless_the_treaty_says_so() -> None:
    # 172 W lies beyond 200 nm of the Russian islet but on its side of the line.
    place = (-172.5, 71.0)
    for beyond, expected in (
        ("stop", HIGH_SEAS),
        ("joint", of_two("joint", "test", "RU", "US-alaska")),
        ("transfer-right", of_one("eez", "RU")),
    ):
        line = meridian(beyond, lon=-171.0)
        assert label(law([line]), place) == [expected]


def test_a_transfer_leaves_the_waters_of_a_unit_that_it_does_not_name() -> None:
    """So in the Barents Sea: the transfer is of mainland Norway's waters, not of Svalbard's."""
    place = (-172.5, 71.0)
    line = meridian("transfer-right", lon=-171.0, left=("US-alaska", "SJ-svalbard"))
    assert label(law([line]), place) == [of_one("eez", "RU")]
    coasts = {"RU": COASTS["RU"], "SJ-svalbard": COASTS["US-alaska"]}
    assert label(law([line], coasts=coasts), place) == [HIGH_SEAS]


def test_a_claim_beyond_equidistance_makes_disputed_waters() -> None:
    rules = law([meridian("claim")])
    assert label(rules, (179.0, 72.0), (177.0, 72.0), (-179.0, 72.0)) == [
        of_two("disputed", "test", "RU", "US-alaska"),
        of_one("eez", "RU"), of_one("eez", "US-alaska"),
    ]  # fmt: skip


def test_a_line_decides_nothing_outside_its_parallels() -> None:
    rules = law([meridian("stop", south=73.0)])
    assert label(rules, (179.0, 72.0), (179.0, 73.5)) == [
        of_one("eez", "RU"),
        of_one("eez", "US-alaska"),
    ]


def test_a_line_that_ends_leaves_the_rest_to_distance() -> None:
    beyond_the_end = (179.0, 70.0)
    ended = meridian("stop", ends=("extend", "equidistance"), end_lat=71.0)
    assert label(law([ended]), beyond_the_end, (179.0, 72.0)) == [
        of_one("eez", "RU"), of_one("eez", "US-alaska"),
    ]  # fmt: skip
    extended = meridian("stop", end_lat=71.0)
    assert label(law([extended]), beyond_the_end) == [of_one("eez", "US-alaska")]


def test_rockall_measures_a_territorial_sea_alone() -> None:
    rules = law(coasts={"GB-rockall": (-13.69, 57.6)})
    assert label(rules, (-13.7, 57.7), (-13.7, 58.5)) == [
        of_one("territorial_sea", "GB"),
        HIGH_SEAS,
    ]


def test_the_southern_kurils_are_disputed() -> None:
    rules = law(coasts={"RU-kuril": (147.0, 44.5)})
    assert label(rules, (148.5, 44.0)) == [of_two("disputed", "kurils", "JP", "RU-kuril")]


def test_waters_behind_a_baseline_are_internal() -> None:
    corner = to_plane(np.array([176.0]), np.array([71.0]))[0]
    box = shapely.MultiPolygon([shapely.Point(corner).buffer(5e3)])
    claimed, listed = (internal("RU", is_derived=derived) for derived in (True, False))
    assert label(law(internal={claimed: box}), (176.0, 71.0)) == [claimed]
    # What a published list encloses goes before what was derived.
    assert label(law(internal={claimed: box, listed: box}), (176.0, 71.0)) == [listed]


@pytest.mark.parametrize(
    ("one", "states"),
    [
        (of_one("eez", "SJ-svalbard"), ["SJ"]),
        (of_two("joint", "russia-usa", "RU", "US-alaska"), ["RU", "US"]),
        (of_two("disputed", "kurils", "JP", "RU-kuril"), ["JP", "RU"]),
        (HIGH_SEAS, []),
    ],
)
def test_a_label_names_its_states(one: Any, states: Any) -> None:
    assert list(one.states) == states


def test_where_a_treaty_stops_the_nearest_coast_the_next_one_has_the_zone() -> None:
    coasts = COASTS | {"CA": (-178.0, 76.5)}
    rules = law([meridian("stop")], coasts=coasts)
    # Nearest is the Russian islet, but the place lies on the Alaskan side of the line.
    assert label(rules, (178.5, 73.0)) == [of_one("eez", "US-alaska")]
    far = law([meridian("stop", lon=175.0)], coasts=coasts)
    assert label(far, (176.5, 74.5)) == [of_one("eez", "CA")]

"""The names beside a strip: both ends, the straits of its own name, and none upon another."""

from itertools import pairwise

import pytest

from geo.measure.season.along import Place, places_along
from geo.measure.season.ice import load_ice_along
from geo.measure.transits import load_transits
from tests import shipped

LEAST_GAP = 16 / 372


def places(feature: str, slug: str) -> list[Place]:
    known = shipped.catalogue().features
    (variant,) = [one for one in known[feature].variants if one.slug == slug]
    strip = load_ice_along().strip(feature, slug)
    assert strip is not None
    return places_along(
        load_transits(),
        feature,
        variant,
        lambda identity: known[identity].name,
        length_nm=strip.length_nm,
        least_gap=LEAST_GAP,
    )


def test_straits_have_their_miles_and_seas_lie_between() -> None:
    named = [(one.name, round(one.nm), one.kind) for one in places("nsr", "kara-gate-sannikov")]
    assert named == [
        ("Kara Gate", 0, "end"),
        ("Kara Sea", 429, "sea"),
        ("Vilkitsky Strait", 876, "strait"),
        ("Laptev Sea", 1175, "sea"),
        ("Sannikov Strait", 1475, "strait"),
        ("East Siberian Sea", 1859, "sea"),
        ("Long Strait", 2255, "strait"),
        ("Chukchi Sea", 2445, "sea"),
        ("Bering Strait", 2633, "end"),
    ]


def test_the_straits_of_a_ways_own_name_come_first() -> None:
    names = [one.name for one in places("nwp", "route-4")]
    assert names[0] == "Labrador Sea"
    assert {"Peel Sound", "Rae Strait"} <= set(names)
    assert "Barrow Strait" not in names


@pytest.mark.parametrize("feature", ["nsr", "nwp"])
def test_no_name_stands_on_another_and_both_ends_are_named(feature: str) -> None:
    for variant in shipped.catalogue().features[feature].variants:
        found = places(feature, variant.slug)
        length = found[-1].nm
        assert found[0].nm == 0
        assert (found[0].kind, found[-1].kind) == ("end", "end")
        assert all(b.nm - a.nm >= LEAST_GAP * length - 0.1 for a, b in pairwise(found))
        assert len({one.name for one in found}) == len(found)


def test_the_name_of_a_waypoint_is_said_as_a_place() -> None:
    assert places("nsr", "zhelaniya-sannikov")[0].name == "Cape Zhelaniya"
    assert places("nsr", "north-of-severnaya-zemlya")[0].name == "Cape Zhelaniya"
    assert places("nwp", "route-7")[0].name == "Hudson Strait"

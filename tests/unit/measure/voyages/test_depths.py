from dataclasses import replace

import pytest

from geo.measure.voyages.depths import least_depth, variant_limit
from tests import shipped

CATALOGUE = shipped.catalogue()
DEPTHS = {
    "kara-gate": 21.0,
    "yugorsky-shar": 13.0,
    "matochkin-shar": 12.0,
    "vilkitsky-strait": 32.0,
    "sannikov-strait": 13.0,
    "dmitry-laptev-strait": 7.0,
    "long-strait": 20.0,
    "simpson-strait": 6.4,
}


def test_straits_have_the_least_depths_of_the_sources_and_no_others() -> None:
    found = {one.id: least_depth(one) for one in CATALOGUE.of_kind("strait")}
    assert {key: depth[0] for key, depth in found.items() if depth} == DEPTHS
    assert all(depth[1] for depth in found.values() if depth)


def test_the_source_says_where_another_figure_stands_beside_it() -> None:
    for identity, words in (("dmitry-laptev-strait", "8 m"), ("long-strait", "33 m")):
        depth = least_depth(CATALOGUE.feature(identity))
        assert depth is not None
        assert words in depth[1]


@pytest.mark.parametrize("value", ["21", None, True, 0, -3, float("nan"), float("inf")])
def test_what_is_no_depth_is_none(value: object) -> None:
    strait = replace(CATALOGUE.feature("kara-gate"), details={"least_depth_m": value})
    assert least_depth(strait) is None


def test_of_a_route_and_the_ways_into_the_baltic_the_lowest_limit_holds() -> None:
    for route, gates, lowest in (
        ("route-3", ["great-belt"], 14.0), ("route-1", ["great-belt"], 15.4),
        ("", ["kiel-canal", "oresund"], 7.7), ("", ["kiel-canal", "great-belt"], 9.5),
    ):  # fmt: skip
        limit = variant_limit("nwp", route, gates)
        assert limit
        assert (limit.draught_m, limit.is_at_most) == (lowest, lowest != 14.0)


def test_a_limit_of_a_route_is_not_one_of_a_strait() -> None:
    assert variant_limit("nsr", "kara-gate-sannikov") is None
    stated = {slug: variant_limit("nwp", slug) for slug in ("route-1", "route-3")}
    assert [limit.draught_m for limit in stated.values() if limit] == [None, 14.0]
    deep = {}
    for one in CATALOGUE.feature("nwp").variants:
        limit = variant_limit("nwp", one.slug)
        if limit:
            deep[one.slug] = limit.is_deep
            assert "Headland" in limit.source
    assert deep == {"route-1": True, "route-2": True, "route-3": False}

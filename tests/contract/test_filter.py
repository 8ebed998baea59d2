"""What the filter by nation and role leaves of the catalogue that ships."""

from functools import cache
from itertools import combinations

import pytest

from geo.catalogue.relations import highlighted_by
from geo.draw.flags import flag_address
from geo.measure.roles import Reasons, nations_with_roles, reasons_by_feature, visible_features
from geo.measure.waters import load_waters
from geo.view import ROLES
from tests import shipped

CATALOGUE = shipped.catalogue()
NATIONS = ("CA", "CN", "DK", "FI", "GB", "IS", "JP", "NO", "RU", "SE", "US")


@cache
def reasons() -> Reasons:
    """Return the nations' roles in each feature."""
    return reasons_by_feature(CATALOGUE, load_waters().coastal_nm)


def passing(*nations: str, role: str = "", match: str = "any") -> frozenset[str]:
    """Return the ids that pass the filter."""
    return visible_features(CATALOGUE, reasons(), nations, match=match, role=role)


def ways(ids: frozenset[str]) -> set[str]:
    """Return the routes and corridors among the ids."""
    return {feature.id for feature in CATALOGUE.of_kind("route", "corridor")} & ids


def test_russia_administers_its_routes_and_their_limits() -> None:
    found = passing("RU", role="administrator")
    assert ways(found) == {"nsr", "nep"}
    assert "nsr-western-limit" in found
    assert found.isdisjoint({"RU", "murmansk", "psr", "nwp", "kara-sea"})


def test_china_sponsors_the_polar_silk_road_and_its_projects_and_has_no_coast_there() -> None:
    found = passing("CN", role="sponsor")
    assert ways(found) == {"psr-central", "psr-northeast", "psr-northwest"}
    assert {"psr", "yamal-lng", "belkomur"} <= found
    assert found.isdisjoint({"CN", "shanghai", "brics"})
    assert ways(passing("CN", role="coastal")) == set()
    assert "shanghai" in passing("CN", role="port-state")


def test_the_belt_and_road_passes_where_the_polar_silk_road_does() -> None:
    for nations in NATIONS:
        for role in ("", *ROLES):
            found = passing(nations, role=role)
            assert ("belt-and-road" in found) == ("psr" in found), (nations, role)
    lit = highlighted_by(CATALOGUE.features, "belt-and-road")
    assert ways(frozenset(lit)) == {"psr-central", "psr-northeast", "psr-northwest"}


def test_a_claimant_claims_and_does_not_merely_object() -> None:
    assert "nwp-straits" in passing("CA", role="claimant")
    assert "nwp-straits" not in passing("US", role="claimant")
    assert "nwp-straits" in passing("US")
    assert {"crimea", "extended-shelf"} <= passing(role="claimant")


def test_all_nations_must_have_the_one_role() -> None:
    both = passing("CA", "US", role="claimant", match="all")
    assert "beaufort-wedge-dispute" in both
    assert "nwp-straits" not in both
    assert passing("RU", "EG", role="administrator", match="all") == frozenset()
    assert {"nsr", "suez"} <= passing("RU", "EG", role="administrator")


@pytest.mark.parametrize("match", ["any", "all"])
def test_a_role_leaves_a_part_of_what_any_role_leaves(match: str) -> None:
    for nations in [*combinations(NATIONS, 1), *combinations(NATIONS, 2)]:
        whole = passing(*nations, match=match)
        for role in ROLES:
            assert passing(*nations, role=role, match=match) <= whole, (nations, role)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_without_a_nation_holds_what_each_nation_has_in_it(role: str) -> None:
    each = {nation: passing(nation, role=role) for nation in nations_with_roles(reasons())}
    assert passing(role=role) == frozenset().union(*each.values())
    assert passing(role=role) < frozenset(CATALOGUE.features)
    assert not any(
        nation in ids for nation, ids in each.items() if nation not in {"TW", "XK", "PS"}
    )


def test_every_nation_with_a_role_has_a_drawn_flag_and_every_state_a_picture() -> None:
    states = {feature.id for feature in CATALOGUE.of_kind("state")}
    badge = len(flag_address("BT"))
    drawn = {code for code in states if len(flag_address(code)) != badge}
    assert nations_with_roles(reasons()) & states <= drawn
    assert len({flag_address(code) for code in states}) == len(states)

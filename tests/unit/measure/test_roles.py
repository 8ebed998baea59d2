"""Which nation has a role in which feature, and what the filter leaves."""

from types import MappingProxyType

import geopandas as gpd
import pytest

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Role
from geo.measure.roles import (
    Reason,
    Reasons,
    nations_with_roles,
    reasons_by_feature,
    visible_features,
)


def feature(identity: str, kind: str, *roles: Role, members: tuple[str, ...] = ()) -> Feature:
    """Return a feature with roles and members."""
    return Feature(
        identity, kind, identity, "observed", "schematic", "A note.", nations=roles, members=members
    )


FEATURES = (
    feature("nsr", "route", Role("RU", "administrator", "a law")),
    feature("psr", "corridor", Role("CN", "sponsor", "a paper")),
    feature("RU", "state"),
    feature("NO", "state"),
    feature("nuuk", "place", Role("GL", "territory")),
    feature("pole", "place"),
    feature("nordics", "group", members=("NO", "nowhere")),
    feature("ways", "group", members=("nsr", "psr")),
    feature("all", "group", members=("ways",)),
)
LENGTHS_NM = {"nsr": {"RU": 2100.0, "US": 40.0, "NO": 0.9}, "psr": {"RU": 2500.0, "NO": 300.0}}


@pytest.fixture
def catalogue() -> Catalogue:
    """Return a catalogue without shapes."""
    frame = gpd.GeoDataFrame({"id": [], "variant": [], "kind": []}, geometry=[], crs="EPSG:4326")
    return Catalogue(MappingProxyType({one.id: one for one in FEATURES}), frame)


@pytest.fixture
def reasons(catalogue: Catalogue) -> Reasons:
    """Return the nations' roles in the features."""
    return reasons_by_feature(catalogue, lambda identity: LENGTHS_NM.get(identity, {}))


def test_stated_roles_come_first_and_measured_waters_by_length(reasons: Reasons) -> None:
    assert [(r.nation, r.role) for r in reasons["nsr"]] == [
        ("RU", "administrator"),
        ("RU", "coastal"),
        ("US", "coastal"),
    ]
    assert reasons["nsr"][0].words == "administers it"
    assert reasons["nsr"][1].words == "2,100 nm in its waters"


def test_less_than_a_mile_does_not_count(reasons: Reasons) -> None:
    assert "NO" not in {reason.nation for reason in reasons["nsr"]}


def test_a_state_has_a_role_in_itself_and_a_territory_in_its_sovereign(reasons: Reasons) -> None:
    assert reasons["RU"] == (Reason("RU", "territory"),)
    assert {reason.nation for reason in reasons["nuuk"]} == {"GL", "DK"}


def test_a_group_has_the_reasons_of_its_members(reasons: Reasons) -> None:
    assert [(r.nation, r.words) for r in reasons["nordics"]] == [("NO", "a member")]
    assert {reason.nation for reason in reasons["ways"]} == {"RU", "US", "CN", "NO"}


def test_a_group_in_a_group_gives_it_its_reasons(reasons: Reasons) -> None:
    assert reasons["all"] == reasons["ways"] != ()


def test_no_nation_chosen_leaves_everything(catalogue: Catalogue, reasons: Reasons) -> None:
    assert visible_features(catalogue, reasons, ()) == set(catalogue.features)


def test_any_nation_or_each_of_them(catalogue: Catalogue, reasons: Reasons) -> None:
    any_of = visible_features(catalogue, reasons, ("NO", "CN"))
    assert any_of == {"psr", "NO", "nordics", "ways", "all"}
    all_of = visible_features(catalogue, reasons, ("NO", "CN"), match="all")
    assert all_of == {"psr", "ways", "all"}
    assert visible_features(catalogue, reasons, ("XX",)) == frozenset()
    assert "pole" not in any_of


def test_a_role_counts_alone_and_a_state_is_not_what_it_sponsors(
    catalogue: Catalogue, reasons: Reasons
) -> None:
    def passing(*nations: str, match: str = "any", role: str) -> frozenset[str]:
        return visible_features(catalogue, reasons, nations, match=match, role=role)

    assert passing("RU", role="administrator") == {"nsr", "ways", "all"}
    assert passing("RU", role="coastal") == {"nsr", "psr", "ways", "all"}
    assert passing("CN", role="sponsor") == {"psr", "ways", "all"}
    assert passing("CN", role="coastal") == frozenset()
    assert passing("RU", "NO", role="coastal", match="all") == {"psr", "ways", "all"}
    assert passing(role="sponsor") == {"psr", "ways", "all"}
    assert passing(role="claimant") == frozenset()


def test_a_nation_is_offered_for_more_than_its_own_land(reasons: Reasons) -> None:
    assert nations_with_roles(reasons) == {"RU", "US", "CN", "NO"}


def test_every_role_has_words(reasons: Reasons) -> None:
    for those in reasons.values():
        assert all(reason.words for reason in those)

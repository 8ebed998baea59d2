import pytest

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from tests import shipped

DISPUTES = {
    "beaufort-wedge-dispute": {"CA", "US"},
    "nsr-straits": {"RU", "US"},
    "nwp-straits": {"CA", "US"},
    "svalbard-waters": {"NO", "RU", "ES", "IS", "GB"},
    "us-ussr-1990-line": {"RU", "US"},
    "hans-island-settlement": {"CA", "DK", "GL"},
    "extended-shelf": {"RU", "DK", "GL", "CA", "NO", "US"},
    "northern-territories": {"RU", "JP"},
    "crimea": {"RU", "UA"},
}
SETTLED = {"hans-island-settlement"}
# Words that take a side or weigh a claim.
PARTIAL = [
    "illegal", "unlawful", "rightful", "legitimate", "so-called", "occupied", "annexed", "aggress",
    "excessive", "baseless", "obviously", "clearly", "merely", "unfounded", "refuses",
]  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped.catalogue()


def words_of(feature: Feature) -> str:
    claims = [claim.position for claim in feature.claims]
    details = [str(value) for value in feature.details.values()]
    return " ".join([feature.name, feature.note, *claims, *details]).lower()


@pytest.mark.parametrize(("identity", "nations"), DISPUTES.items())
def test_a_card_names_every_side_with_its_position_and_source(
    catalogue: Catalogue, identity: str, nations: set[str]
) -> None:
    feature = catalogue.feature(identity)
    assert feature.kind == "dispute"
    assert {claim.nation for claim in feature.claims} == nations
    for claim in feature.claims:
        assert claim.position.endswith(".")
        assert "checked" in claim.source


@pytest.mark.parametrize("identity", DISPUTES)
def test_a_card_takes_no_side(catalogue: Catalogue, identity: str) -> None:
    words = words_of(catalogue.feature(identity))
    assert [word for word in PARTIAL if word in words] == []


def test_no_side_gets_many_more_words_than_another_where_two_states_differ(
    catalogue: Catalogue,
) -> None:
    for identity, nations in DISPUTES.items():
        claims = catalogue.feature(identity).claims
        if len(nations) == 2:
            short, long = sorted(len(claim.position) for claim in claims)
            assert long < 3 * short, identity


def test_settled_disputes_say_so_and_the_others_are_disputed(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("dispute"):
        assert feature.status == ("official" if feature.id in SETTLED else "disputed")
    assert "2022" in catalogue.feature("hans-island-settlement").name


def test_every_member_and_nation_is_a_feature(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("dispute"):
        nations = {claim.nation for claim in feature.claims}
        nations |= {role.nation for role in feature.nations}
        assert set(feature.members) | nations <= set(catalogue.features), feature.id
        assert feature.members


def test_a_claimant_has_a_claim(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("dispute"):
        claimants = {role.nation for role in feature.nations if role.role == "claimant"}
        assert claimants <= {claim.nation for claim in feature.claims}


def test_every_disputed_zone_has_its_card_or_names_both_claimants(catalogue: Catalogue) -> None:
    carded = {member for card in catalogue.of_kind("dispute") for member in card.members}
    for zone in catalogue.of_kind("zone", "boundary"):
        if zone.status == "disputed":
            claimants = {role.nation for role in zone.nations if role.role == "claimant"}
            assert zone.id in carded or claimants


def test_every_card_states_its_confidence(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("dispute"):
        assert feature.details["confidence"]
        assert all(source.confidence for source in feature.sources)

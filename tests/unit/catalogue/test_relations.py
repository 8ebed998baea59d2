"""Relations: groups and wholes, members and parts, both ways."""

from dataclasses import replace

import pytest

from geo.catalogue.records import Feature
from geo.catalogue.relations import members_in_turn, related_by_feature
from tests import shipped

PLAIN = Feature("", "region", "", "observed", "schematic", "")


def feature(identity: str, kind: str = "region", part_of: str = "", *members: str) -> Feature:
    return replace(PLAIN, id=identity, kind=kind, name=identity, part_of=part_of, members=members)


def relations_of(*features: Feature) -> dict[str, dict[str, set[str]]]:
    found = related_by_feature({one.id: one for one in features})
    return {
        key: {name: set(ids) for name, ids in related.items()} for key, related in found.items()
    }


def test_a_group_in_a_group_holds_what_the_inner_one_holds() -> None:
    found = relations_of(
        feature("way", "corridor"), feature("ways", "group", "", "way"),
        feature("all", "group", "", "ways"),
    )  # fmt: skip
    assert found["way"] == {"wholes": {"ways", "all"}}
    assert found["ways"] == {"parts": {"way"}, "wholes": {"all"}}
    assert found["all"] == {"parts": {"way", "ways"}}


def test_what_is_part_of_a_state_is_in_no_group_of_states() -> None:
    found = relations_of(
        feature("GL", "region", "DK"), feature("DK", "state"), feature("eu", "group", "", "DK")
    )
    assert found["GL"] == {"wholes": {"DK"}}
    assert found["DK"] == {"parts": {"GL"}, "wholes": {"eu"}}
    assert found["eu"] == {"parts": {"DK"}}


def test_a_dispute_is_about_its_members_which_are_not_parts_of_it() -> None:
    found = relations_of(feature("UA", "state"), feature("crimea", "dispute", "", "UA", "gone"))
    assert found == {"UA": {"disputes": {"crimea"}}, "crimea": {"subjects": {"UA"}}}


def test_members_in_turn_are_those_of_inner_groups_and_of_nothing_else() -> None:
    features = {
        one.id: one
        for one in (
            feature("UA", "state"), feature("line", "dispute", "", "UA"),
            feature("ways", "group", "", "way", "all"), feature("way", "corridor"),
            feature("all", "group", "", "ways", "line", "gone"),
        )
    }  # fmt: skip
    assert members_in_turn(features, features["all"]) == ("ways", "line", "way", "all")
    assert members_in_turn(features, features["line"]) == ("UA",)


def test_circular_data_terminate() -> None:
    found = relations_of(feature("a", "region", "b"), feature("b", "region", "a"))
    assert found["a"] == {"parts": {"b"}, "wholes": {"b"}}
    assert relations_of(feature("c", "region", "c"), feature("d", "region", "gone")) == {}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("psr-central", "psr"), ("nsr", "nep"), ("NO", "nato"), ("wrangel-island", "arctic"),
        ("pechora-sea", "barents-sea"), ("longyearbyen", "svalbard"), ("SJ", "NO"),
        ("psr", "belt-and-road"), ("psr-central", "belt-and-road"),
    ],
)  # fmt: skip
def test_the_shipped_catalogue_has_relations_both_ways(part: str, whole: str) -> None:
    related = shipped.catalogue().related_features
    assert whole in related[part]["wholes"]
    assert part in related[whole]["parts"]

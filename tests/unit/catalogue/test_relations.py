"""What belongs to what: groups and wholes, members and parts, both ways."""

from dataclasses import replace

import pytest

from geo.catalogue.features import load_catalogue
from geo.catalogue.kin import kin_by_feature
from geo.catalogue.records import Feature

PLAIN = Feature("", "region", "", "observed", "schematic", "")


def feature(identity: str, kind: str = "region", part_of: str = "", *members: str) -> Feature:
    return replace(PLAIN, id=identity, kind=kind, name=identity, part_of=part_of, members=members)


def kin_of(*features: Feature) -> dict[str, dict[str, set[str]]]:
    found = kin_by_feature({one.id: one for one in features})
    return {key: {name: set(ids) for name, ids in kin.items()} for key, kin in found.items()}


def test_a_group_in_a_group_holds_what_the_inner_one_holds() -> None:
    found = kin_of(
        feature("way", "corridor"), feature("ways", "group", "", "way"),
        feature("all", "group", "", "ways"),
    )  # fmt: skip
    assert found["way"] == {"wholes": {"ways", "all"}}
    assert found["ways"] == {"parts": {"way"}, "wholes": {"all"}}
    assert found["all"] == {"parts": {"way", "ways"}}


def test_what_is_part_of_a_state_is_in_no_group_of_states() -> None:
    found = kin_of(
        feature("GL", "region", "DK"), feature("DK", "state"), feature("eu", "group", "", "DK")
    )
    assert found["GL"] == {"wholes": {"DK"}}
    assert found["DK"] == {"parts": {"GL"}, "wholes": {"eu"}}
    assert found["eu"] == {"parts": {"DK"}}


def test_a_dispute_is_about_its_members_and_they_are_no_part_of_it() -> None:
    found = kin_of(feature("UA", "state"), feature("crimea", "dispute", "", "UA", "gone"))
    assert found == {"UA": {"disputes": {"crimea"}}, "crimea": {"subjects": {"UA"}}}


def test_data_that_run_in_a_circle_come_to_an_end() -> None:
    found = kin_of(feature("a", "region", "b"), feature("b", "region", "a"))
    assert found["a"] == {"parts": {"b"}, "wholes": {"b"}}
    assert kin_of(feature("c", "region", "c"), feature("d", "region", "gone")) == {}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("psr-central", "psr"), ("nsr", "nep"), ("NO", "nato"), ("wrangel-island", "arctic"),
        ("pechora-sea", "barents-sea"), ("longyearbyen", "svalbard"), ("SJ", "NO"),
    ],
)  # fmt: skip
def test_the_shipped_catalogue_tells_it_both_ways(part: str, whole: str) -> None:
    kin = load_catalogue().kin
    assert whole in kin[part]["wholes"]
    assert part in kin[whole]["parts"]

"""A catalogue as a viewpoint has it: some names and regimes, and nothing else."""

from pathlib import Path

import pytest

from geo.catalogue.features import Catalogue
from geo.catalogue.viewpoints import (
    LEFT_OUT,
    TABLE,
    load_reasons,
    load_viewpoints,
    seen_by,
    stances_on,
    viewpoint_sentence,
)
from geo.errors import CatalogueError
from tests import shipped

WEDGE = "beaufort-wedge"


@pytest.fixture(scope="module")
def canada() -> Catalogue:
    return seen_by(shipped.catalogue(), "CA", load_viewpoints())


@pytest.mark.parametrize("viewpoint", ["", "XX"])
def test_by_default_and_for_an_unknown_viewpoint_the_catalogue_is_the_same(viewpoint: str) -> None:
    catalogue = shipped.catalogue()
    assert seen_by(catalogue, viewpoint, load_viewpoints()) is catalogue
    assert viewpoint_sentence(catalogue) == ""


def test_a_viewpoint_changes_what_it_lists_and_nothing_else(canada: Catalogue) -> None:
    usual = shipped.catalogue().features
    assert list(canada.features) == list(usual)
    changed = {i for i, feature in canada.features.items() if feature != usual[i]}
    assert WEDGE in changed
    assert changed <= set(canada.stances)
    assert canada.frame is shipped.catalogue().frame
    for identity in changed:
        before, after = usual[identity], canada.features[identity]
        assert (after.kind, after.note, after.claims) == (before.kind, before.note, before.claims)
        assert (after.sources, after.nations) == (before.sources, before.nations)


def test_the_wedge_is_an_economic_zone_and_its_details_still_name_both_claimants(
    canada: Catalogue,
) -> None:
    wedge, usual = canada.feature(WEDGE), shipped.catalogue().feature(WEDGE)
    assert (wedge.status, usual.status) == ("official", "disputed")
    assert wedge.details == {**usual.details, "zone": "eez"}
    assert wedge.details["states"] == ["CA", "US"]


def test_of_a_feature_in_a_dispute_the_view_on_the_dispute_is_told(canada: Catalogue) -> None:
    assert [one.feature for one in stances_on(canada, canada.feature(WEDGE))] == [WEDGE]
    sea = stances_on(canada, canada.feature("beaufort-sea"))
    assert [one.feature for one in sea] == ["beaufort-wedge-dispute"]
    assert stances_on(canada, canada.feature("kara-sea")) == []


def test_a_sentence_says_whose_view_it_is() -> None:
    usual, stances = shipped.catalogue(), load_viewpoints()
    said = {one: viewpoint_sentence(seen_by(usual, one, stances)) for one in stances}
    assert said["CA"] == "Borders as seen by Canada"
    assert said["US"] == "Borders as seen by the United States"
    assert said["un"] == "Borders as seen by the United Nations"
    assert said["de-facto"] == "Borders as controlled on the ground"


def test_a_viewpoint_on_what_the_catalogue_lacks_is_left_out(canada: Catalogue) -> None:
    few = {WEDGE: canada.features[WEDGE]}
    one = seen_by(Catalogue(few, canada.frame), "CA", load_viewpoints())
    assert list(one.stances) == [WEDGE]


@pytest.mark.parametrize("body", [None, b"viewpoint,feature\nCA,\xff", b'a\n"b'])
def test_a_missing_or_damaged_table_is_an_error_of_the_catalogue(
    tmp_path: Path, body: bytes | None
) -> None:
    for name in (TABLE, LEFT_OUT):
        if body is not None:
            (tmp_path / name).write_bytes(body)
    with pytest.raises(CatalogueError, match=TABLE):
        load_viewpoints(tmp_path)
    with pytest.raises(CatalogueError, match=LEFT_OUT):
        load_reasons(tmp_path)

"""The table of viewpoints: complete, sourced, and without a side of its own."""

import pytest

from geo import messages
from geo.catalogue.records import Stance
from geo.catalogue.viewpoints import load_reasons, load_viewpoints, seen_by
from geo.draw.frames import FRAMES
from geo.draw.leaflet import require_safe
from geo.draw.overlay import make_overlay
from geo.draw.payload import overlay_payload
from geo.markup.figures import figures
from geo.measure.measured import Measured
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from tests import shipped
from tests.contract.documents import ROOT
from tests.contract.test_disputes import PARTIAL

STANCES = load_viewpoints()
ALL = [stance for those in STANCES.values() for stance in those.values()]
KNOWN = shipped.catalogue().features
CLAIMANTS = ("CA", "IS", "JP", "NO", "RU", "UA", "US")


def claimants(identity: str) -> set[str]:
    """Return who claims a feature, or takes a position in the disputes over it."""
    feature = KNOWN[identity]
    disputes = shipped.catalogue().related_features.get(identity, {}).get("disputes", ())
    claims = [claim for one in (identity, *disputes) for claim in KNOWN[one].claims]
    return {claim.nation for claim in claims} | {
        role.nation for role in feature.nations if role.role == "claimant"
    }


def named(stance: Stance) -> str:
    """Return which row it is."""
    return f"{stance.viewpoint}-{stance.feature}"


@pytest.mark.parametrize("stance", ALL, ids=named)
def test_every_row_is_of_known_things_and_says_who_says_so(stance: Stance) -> None:
    assert stance.feature in KNOWN
    assert stance.viewpoint in messages.VIEWPOINTS or KNOWN[stance.viewpoint].kind == "state"
    assert set(stance.holders) <= set(KNOWN)
    assert stance.zone in {"", *messages.ZONES}
    assert stance.words.endswith(".")
    assert stance.source
    assert "checked" in stance.confidence


@pytest.mark.parametrize("stance", ALL, ids=named)
def test_every_row_names_another_side_and_weighs_none(stance: Stance) -> None:
    seers = {one.viewpoint for one in ALL if one.feature == stance.feature}
    others = (claimants(stance.feature) | seers) & set(KNOWN) - {stance.viewpoint}
    assert others
    assert any(KNOWN[one].name in stance.words for one in others)
    assert [word for word in PARTIAL if word in stance.words.lower()] == []


@pytest.mark.parametrize("stance", ALL, ids=named)
def test_who_holds_it_is_named_in_words(stance: Stance) -> None:
    for holder in stance.holders:
        said = f"{stance.name} {stance.label} {stance.words}"
        assert KNOWN[holder].name in said, holder


@pytest.mark.parametrize("viewpoint", STANCES)
def test_no_figure_of_any_card_changes(viewpoint: str) -> None:
    usual = shipped.catalogue()
    seen = seen_by(usual, viewpoint, STANCES)
    measured = Measured(load_waters(), load_transits())
    for identity in {*STANCES[viewpoint], *CLAIMANTS, "nwp", "nsr", "psr-central"}:
        before, after = (
            [
                (one.value, one.caption)
                for one in figures(which, which.feature(identity), measured=measured)
            ]
            for which in (usual, seen)
        )
        assert before == after, identity


@pytest.mark.parametrize("stance", ALL, ids=named)
def test_no_dispute_is_taken_off_the_map_and_no_area_either(stance: Stance) -> None:
    assert stance.is_drawn or KNOWN[stance.feature].kind == "boundary"


def test_every_claimant_has_a_viewpoint_or_there_is_a_reason() -> None:
    left_out = {(one, reason.dispute) for reason in load_reasons() for one in reason.nations}
    disputed = [
        feature
        for feature in KNOWN.values()
        if feature.kind == "dispute" or (feature.kind == "zone" and feature.status == "disputed")
    ]
    wanted = {(nation, one.id) for one in disputed for nation in claimants(one.id)}
    shown = {(stance.viewpoint, stance.feature) for stance in ALL}
    assert wanted - shown - left_out == set()
    assert left_out <= wanted
    assert all(reason.reason.endswith(".") for reason in load_reasons())


@pytest.mark.parametrize("identity", ["beaufort-wedge", "dixon-entrance-disputed-waters"])
def test_canada_and_the_united_states_see_the_same_waters_the_other_way_round(
    identity: str,
) -> None:
    for nation in ("CA", "US"):
        assert STANCES[nation][identity].holders == (nation,)
        assert STANCES[nation][identity].zone == "eez"
    assert not any(identity in STANCES[one] for one in messages.VIEWPOINTS)


def test_each_of_two_lines_is_undrawn_for_the_side_that_does_not_use_it() -> None:
    undrawn = {(one.viewpoint, one.feature) for one in ALL if not one.is_drawn}
    assert undrawn == {
        ("CA", "beaufort-us-equidistance"),
        ("US", "beaufort-canadian-claim"),
        ("US", "dixon-entrance-1903-line"),
    }


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("viewpoint", STANCES)
def test_what_a_viewpoint_changes_can_be_drawn_on_each_chart(viewpoint: str, frame: str) -> None:
    catalogue, chart = seen_by(shipped.catalogue(), viewpoint, STANCES), shipped.chart(frame)
    overlay = make_overlay(catalogue, chart)
    assert overlay is not None
    assert require_safe(overlay_payload(overlay))
    zones = {i for i, one in STANCES[viewpoint].items() if one.zone and i in chart.shapes}
    assert set(overlay.alike) == zones
    assert set(overlay.alike.values()) <= set(chart.shapes)
    assert set(overlay.lines) <= set(chart.label_lines)


def test_the_document_names_every_viewpoint_and_the_default() -> None:
    text = (ROOT / "docs" / "viewpoints.md").read_text(encoding="utf-8")
    missing = [one for one in STANCES if f"`{one}`" not in text]
    assert missing == []
    assert messages.BORDERS_DEFAULT_NOTE in " ".join(text.replace("**", "").split())

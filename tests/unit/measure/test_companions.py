"""What belongs to a selected feature and keeps its colour beside it."""

from geo.catalogue.relations import highlighted_by
from geo.measure.companions import belonging_to, companions
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from tests import shipped

KNOWN = companions(shipped.catalogue(), load_waters(), load_transits())
FEATURES = shipped.catalogue().features


def kept_by(identity: str, variant: str = "") -> frozenset[str]:
    """Return what belongs to a selected feature, or to a chosen variant of it."""
    return belonging_to(KNOWN, highlighted_by(FEATURES, identity), variant)


def test_a_route_keeps_its_waters_their_state_its_straits_and_its_dispute() -> None:
    kept = {"RU", "ru-eez", "ru-territorial-sea", "bering-strait", "kara-sea", "nsr-straits"}
    assert kept <= kept_by("nsr")
    assert not {"CA", "ca-eez", "suez"} & kept_by("nsr")


def test_a_route_keeps_the_disputes_about_the_waters_that_its_variant_crosses() -> None:
    waters = load_waters().frame
    crossing = set(waters.variant[(waters.feature == "nwp") & (waters.zone_id == "beaufort-wedge")])
    assert crossing
    for variant in shipped.catalogue().shapes("nwp"):
        assert ("beaufort-wedge-dispute" in kept_by("nwp", variant)) == (variant in crossing)


def test_beside_a_route_or_corridor_all_others_are_dimmed_alike() -> None:
    tracks = {one.id for one in FEATURES.values() if one.kind in {"route", "corridor"}}
    for track in tracks:
        assert not kept_by(track) & tracks, track
    assert {"nsr", "nep"} <= kept_by("RU")


def test_the_waters_kept_are_those_of_the_chosen_variant() -> None:
    assert {"no-eez", "NO", "ru-eez", "RU"} <= kept_by("nep")
    assert {"ru-eez", "RU"} <= kept_by("nep", "murmansk-bering-kara-gate")
    assert not {"no-eez", "NO", "gb-eez", "NL"} & kept_by("nep", "murmansk-bering-kara-gate")


def test_what_a_route_keeps_keeps_the_route() -> None:
    for identity, by_variant in KNOWN.items():
        for other in frozenset().union(*by_variant.values()):
            if FEATURES[other].kind in {"zone", "strait", "state"}:
                assert identity in KNOWN[other][""], (identity, other)


def test_a_dispute_keeps_its_claimants_and_what_it_is_about() -> None:
    assert {"CA", "US"} <= kept_by("nwp-straits")
    assert "nwp" in kept_by("nwp-straits")


def test_all_of_it_is_in_the_catalogue_and_nothing_belongs_to_itself() -> None:
    assert set(KNOWN) <= set(FEATURES)
    for identity, by_variant in KNOWN.items():
        assert set(by_variant) <= {"", *shipped.catalogue().shapes(identity)}
        assert all(kept <= set(FEATURES) - {identity} for kept in by_variant.values())

"""What belongs to a selected feature and keeps its colour beside it."""

from geo.measure.companions import companions
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from tests import shipped

FOUND = companions(shipped.catalogue(), load_waters(), load_transits())


def test_a_route_keeps_its_waters_their_state_its_straits_and_its_dispute() -> None:
    kept = {"RU", "ru-eez", "ru-territorial-sea", "bering-strait", "kara-sea", "nsr-straits", "nep"}
    assert kept <= FOUND["nsr"]
    assert not {"CA", "ca-eez", "nwp", "suez"} & FOUND["nsr"]


def test_what_a_route_keeps_keeps_the_route() -> None:
    for identity, kept in FOUND.items():
        for other in kept:
            if shipped.catalogue().features[other].kind in {"zone", "strait", "state"}:
                assert identity in FOUND[other], (identity, other)


def test_a_dispute_keeps_its_claimants_and_what_it_is_about() -> None:
    assert {"CA", "US"} <= FOUND["nwp-straits"]
    assert "nwp" in FOUND["nwp-straits"]


def test_all_of_it_is_in_the_catalogue_and_nothing_belongs_to_itself() -> None:
    known = set(shipped.catalogue().features)
    assert set(FOUND) <= known
    assert all(kept <= known - {identity} for identity, kept in FOUND.items())

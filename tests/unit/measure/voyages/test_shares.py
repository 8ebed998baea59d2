"""Whose waters a track crosses: every mile once, so that the parts make up the whole."""

import pytest

from geo.measure.voyages.api import measure_voyage, record_of
from geo.measure.voyages.records import Stretch
from geo.measure.voyages.shares import RESTS, Share, nm_by_waters, nm_of_rest, shares_of
from tests import shipped

PAIRS = [
    ("Rotterdam", "Yokohama"),
    ("Rotterdam", "Saint Petersburg"),
    ("Nuuk", "Vancouver"),
    ("Halifax", "Murmansk"),
    ("Tromso", "Longyearbyen"),
    ("Reykjavik", "Arkhangelsk"),
    ("Sabetta", "Busan"),
    ("New York", "Tokyo"),
]
ZONES = [
    ("NO", "eez", 10), ("GL", "eez", 40), ("DK", "eez", 5), ("GL", "eez", 1),
    ("", "high_seas", 7), ("CA+US", "disputed", 3), ("RU+US", "joint", 4),
    ("", "land", 6), ("", "not_assessed", 9),
]  # fmt: skip


def stretches() -> list[Stretch]:
    made, at = [], 0.0
    for state, zone, nm in ZONES:
        made.append(Stretch(at, at + nm, state, zone, ""))
        at += nm
    return made


def test_a_territory_counts_once_and_what_two_states_share_for_neither() -> None:
    assert nm_by_waters(stretches()) == {"GL": 41, "NO": 10, "DK": 5}
    assert list(nm_by_waters(stretches())) == ["GL", "NO", "DK"]
    assert nm_of_rest(stretches()) == {
        "joint": 4, "disputed": 3, "high_seas": 7, "land": 6, "not_assessed": 9,
    }  # fmt: skip


def test_shares_come_states_first_and_name_who_shares_or_claims() -> None:
    shares = shares_of(stretches())
    assert shares[0] == Share("GL", "", 41)
    assert Share("RU+US", "joint", 4) in shares
    assert Share("CA+US", "disputed", 3) in shares
    zones = [share.zone for share in shares if share.zone]
    assert zones == sorted(zones, key=RESTS.index)
    assert sum(share.nm for share in shares) == sum(nm for *_, nm in ZONES)


def test_a_track_of_nothing_has_no_shares() -> None:
    assert shares_of([]) == []
    assert nm_of_rest([]) == dict.fromkeys(RESTS, 0.0)


@pytest.mark.parametrize(("origin", "destination"), PAIRS)
def test_the_parts_of_every_variant_make_up_its_length(origin: str, destination: str) -> None:
    found = measure_voyage(origin, destination, catalogue=shipped.catalogue())
    for way in found.ways:
        for variant in way.variants:
            parts = [*variant.nm_by_waters.values(), *variant.nm_of_rest.values()]
            assert sum(parts) == pytest.approx(variant.nm, abs=0.01), (way.via, variant.slug)
    for entry in record_of(found)["ways"]:
        told = [*entry["nm_by_waters"].values(), *(entry[f"nm_{zone}"] for zone in RESTS)]
        assert sum(told) == pytest.approx(entry["nm"], abs=0.5), (entry["via"], entry["variant"])

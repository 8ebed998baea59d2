"""Whose waters, in words: what a reader adds up is the length of the way."""

import re
from dataclasses import replace

import pytest

from geo.markup.voyages.waters import waters_of, waters_words
from geo.measure.voyages.api import measure_voyage
from geo.measure.voyages.records import Stretch
from tests import shipped
from tests.unit.markup.voyages import sample

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


def name_of(identity: str) -> str:
    feature = shipped.catalogue().features.get(identity)
    return feature.name if feature else identity


def miles(words: str) -> int:
    found = re.search(r"([\d,]+)(?: nm)?$", words)
    assert found, words
    return int(found[1].replace(",", ""))


@pytest.mark.parametrize("most", [2, 5, 99])
@pytest.mark.parametrize(("origin", "destination"), PAIRS)
def test_the_miles_that_are_said_add_up_to_the_length(
    origin: str, destination: str, most: int
) -> None:
    for way in measure_voyage(origin, destination, catalogue=shipped.catalogue()).ways:
        for variant in way.variants:
            said = list(waters_words(variant, name_of, most))
            short = sum(map(miles, said)) - round(variant.nm)
            assert abs(short) <= 0.5 * (len(said) + 1), (way.via, variant.slug, said)


def test_harbours_and_canals_are_said_as_land_at_this_scale() -> None:
    found = measure_voyage("Rotterdam", "Saint Petersburg", catalogue=shipped.catalogue())
    kiel = next(one for one in found.ways[0].variants if one.slug == "kiel-canal")
    assert "land at this scale, river or canal 65" in " · ".join(waters_words(kiel, name_of, 2))
    assert 'class="part land"' in waters_of(kiel, name_of)


def test_what_two_states_share_or_claim_is_said_with_both_and_counts_for_neither() -> None:
    known = sample.kara_sannikov()
    more = (
        Stretch(known.nm, known.nm + 36, "CA+US", "disputed", ""),
        Stretch(known.nm + 36, known.nm + 96, "RU+US", "joint", ""),
    )
    said = list(waters_words(replace(known, stretches=(*known.stretches, *more)), name_of, 9))
    assert "Russia 4,544 nm" in said
    assert "claimed by Canada and the United States 36" in said
    assert "shared by Russia and the United States 60" in said

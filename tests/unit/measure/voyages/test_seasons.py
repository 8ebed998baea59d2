from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from geo.catalogue.features import Catalogue
from geo.measure.season.law import load_law
from geo.measure.transits import load_transits
from geo.measure.voyages.records import DIRECT, VIAS
from geo.measure.voyages.seasons import season_of, season_of_variant
from tests import shipped

CATALOGUE = shipped.catalogue()
NWP = (
    "15 Aug–15 Oct by Canadian law, on routes 4 and 6, for ships of Type A (PC1 to PC7, 1A Super, "
    "Arc5)"
)
LAW_OF_CANADA = (
    "Regulations SOR/2017-286, schedules 1 and 2: dates by zone and type of ship (not an official "
    "version), Department of Justice Canada"
)
ZONE = "shipping-safety-control-zone-"


@pytest.mark.parametrize(("via", "words", "source"), [
    ("nsr", "30 Jun–17 Nov (2025), first and last transit",
     "Northern Sea Route 2025 season concludes, High North News"),
    ("nwp", NWP, LAW_OF_CANADA),
    ("tsr", "hypothetical, no season", "Transpolar Sea Route, Wikipedia"),
    ("suez", "all year", "Customary sea route (not checked)"),
    ("cape", "all year", "Customary sea route (not checked)"),
    ("panama", "all year", "Customary sea route (not checked)"),
    (DIRECT, "", ""),
    ("nowhere", "", ""),
])  # fmt: skip
def test_a_way_has_its_season_and_source(via: str, words: str, source: str) -> None:
    assert season_of(via, CATALOGUE) == (words, source)


def test_the_dates_of_the_northern_sea_route_are_called_no_permission() -> None:
    words, source = season_of_variant("nsr", CATALOGUE)
    assert words == "30 Jun–17 Nov (2025), first and last transit of that year; not a permission"
    assert "High North News" in source


def test_dates_in_canadian_law_stand_only_on_the_variants_that_keep_out_of_zone_2() -> None:
    transits = load_transits()
    for one in CATALOGUE.feature("nwp").variants:
        regimes = transits.regime_nm("nwp", one.slug)
        words, source = season_of_variant("nwp", CATALOGUE, regimes=regimes)
        assert source == LAW_OF_CANADA
        if one.slug in {"route-4", "route-6"}:
            assert "15 Aug–15 Oct for Type A (PC1 to PC7, 1A Super, Arc5)" in words
            assert "25 Aug–30 Sep for Type B (1A, Arc4)" in words
            assert words.endswith("none for Types D and E (1C and below)")
        else:
            zones = "zones 1 and 2" if one.slug == "route-1" else "zone 2"
            assert words == (
                f"no dates for ships of Types A to E in Canadian law, as the track enters {zones}: "
                "only as POLARIS or AIRSS allows (section 8(2))"
            )


def test_a_part_of_a_variant_does_not_borrow_its_dates() -> None:
    words, _ = season_of_variant("nwp", CATALOGUE)
    assert "not worked out" in words
    assert "Aug" not in words
    shut = season_of_variant("nwp", CATALOGUE, regimes=[f"{ZONE}2"])
    assert "enters zone 2" in shut[0]
    own = season_of_variant("nwp", CATALOGUE, regimes=["polar-code-waters", f"{ZONE}7"])
    assert own[0].startswith("by Canadian law: 1 Aug–25 Oct for Type A")
    assert "10 Aug–30 Sep for Type E" in own[0]


def test_other_variants_have_the_season_of_their_way() -> None:
    for via in ("tsr", "suez", "cape", "panama", DIRECT):
        assert season_of_variant(via, CATALOGUE) == season_of(via, CATALOGUE)


def with_details(identity: str, details: dict[str, Any]) -> Catalogue:
    changed = replace(CATALOGUE.feature(identity), details=details)
    return replace(
        CATALOGUE, features=MappingProxyType(dict(CATALOGUE.features) | {identity: changed})
    )


def test_the_newest_season_counts_and_words_without_two_dates_stand_as_they_are() -> None:
    details = {"season of 2025": "30 June to 17 November", "season of 2026": "late"}
    assert season_of("nsr", with_details("nsr", details))[0] == "late"
    details |= {"season of 2026": "from 1 July to 2 November"}
    words = season_of("nsr", with_details("nsr", details))[0]
    assert words == "1 Jul–2 Nov (2026), first and last transit"


def test_without_the_detail_there_is_no_season() -> None:
    changed = with_details("nsr", {})
    assert season_of("nsr", changed) == ("", "")
    assert season_of_variant("nsr", changed) == ("", "")


def test_without_the_table_of_dates_there_is_no_season(tmp_path: Path) -> None:
    assert season_of("nwp", CATALOGUE, folder=tmp_path) == ("", "")
    zones = [f"{ZONE}7"]
    known = season_of_variant("nwp", CATALOGUE, regimes=zones, folder=tmp_path)
    assert known == ("", "")


def test_without_the_features_there_is_no_season() -> None:
    empty = replace(CATALOGUE, features=MappingProxyType({}))
    assert {season_of(via, empty) for via in VIAS} == {("", "")}


def test_only_the_routes_that_are_named_keep_out_of_zone_2() -> None:
    """Zone 2 is closed to the types that the dates are for; the tracks decide who enters it."""
    transits = load_transits()
    zones = {
        one.slug: {key.removeprefix(ZONE) for key in transits.regime_nm("nwp", one.slug)}
        for one in CATALOGUE.feature("nwp").variants
    }
    without = [slug for slug, crossed in zones.items() if "2" not in crossed]
    assert without == ["route-4", "route-6"]
    law = load_law()
    assert [slug for slug in law.variants() if law.of(slug, "Type A").days] == without
    for slug in without:
        assert {"6", "7", "9", "10", "11", "12", "13"} <= zones[slug]

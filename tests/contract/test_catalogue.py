"""Every feature of the catalogue keeps the contract; each test names the ids that do not."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue, load_catalogue
from geo.catalogue.records import DATA, read_collection
from geo.catalogue.schema import LINES, SLUG
from geo.measure.roles import SOVEREIGN

CATALOGUE: Catalogue = load_catalogue(strict=False)
FEATURES = list(CATALOGUE.features.values())
FROM_PUBLISHED_DATA = {"route", "corridor", "state", "zone", "sea", "strait"}
POLE_DEG = 90.0
STATES = {"RU", "US", "CA", "NO", "SE", "FI", "IS", "DK", "CN"}
NAMED_BY_THE_ISSUE = STATES | {
    *("nsr", "nep", "nwp", "tsr", "arctic-bridge", "psr-northeast", "psr-northwest"),
    *("psr-central", "nordics", "nato", "eu", "arctic-eight", "arctic", "kara-sea"),
    *("vilkitsky-strait", "bering-strait", "istanbul", "new-york", "east-asia"),
}
"""What the first article and the first map need."""


def parts_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single parts of a geometry."""
    return [part for one in getattr(geometry, "geoms", [geometry]) for part in _flat(one)]


def _flat(geometry: BaseGeometry) -> list[BaseGeometry]:
    return parts_of(geometry) if hasattr(geometry, "geoms") else [geometry]


def rings_of(part: BaseGeometry) -> list[list[tuple[float, ...]]]:
    """Return the runs of positions of a single part."""
    if isinstance(part, Polygon):
        return [list(part.exterior.coords), *(list(ring.coords) for ring in part.interiors)]
    return [list(part.coords)]


def test_every_file_is_read_without_a_problem() -> None:
    assert CATALOGUE.problems == ()
    assert len(FEATURES) > 100


def test_what_the_first_map_needs_is_there() -> None:
    assert set(CATALOGUE.features) >= NAMED_BY_THE_ISSUE


def test_every_feature_says_what_it_is() -> None:
    """That its words are of the known lists is checked when the files are read."""
    for feature in FEATURES:
        assert feature.name.strip() == feature.name != "", feature.id
        assert feature.note.strip().endswith((".", ")", "”")), feature.id
        assert all(source.title for source in feature.sources), feature.id
        if feature.kind == "state":
            assert re.fullmatch(r"[A-Z]{2}", feature.id), feature.id


def test_every_source_can_be_followed_or_says_how_far_it_goes() -> None:
    bare = [
        feature.id
        for feature in FEATURES
        for source in feature.sources
        if not (source.publisher or source.confidence or source.url or source.licence)
    ]
    assert bare == []


def test_shapes_from_published_data_name_licence_and_date() -> None:
    owing = [
        feature.id
        for feature in FEATURES
        if feature.kind in FROM_PUBLISHED_DATA
        and not (
            any(source.licence for source in feature.sources)
            and any(source.date or source.retrieved for source in feature.sources)
        )
    ]
    assert owing == []


def test_every_id_that_a_feature_points_at_exists() -> None:
    known = {*CATALOGUE.features, *SOVEREIGN}
    missing = {
        (feature.id, other)
        for feature in FEATURES
        for other in (
            *feature.members,
            *(role.nation for role in feature.nations),
            *(claim.nation for claim in feature.claims),
            *([feature.part_of] if feature.part_of else []),
        )
        if other not in known
    }
    assert missing == set()


def test_no_group_holds_itself_and_no_feature_is_part_of_itself() -> None:
    def holds(identity: str, seen: frozenset[str]) -> bool:
        members = CATALOGUE.features[identity].members if identity in CATALOGUE.features else ()
        return any(m in seen or holds(m, seen | {m}) for m in members)

    assert [f.id for f in FEATURES if holds(f.id, frozenset({f.id}))] == []
    assert [f.id for f in FEATURES if f.part_of == f.id] == []


def test_every_role_except_land_and_membership_names_its_source() -> None:
    unsaid = [
        (feature.id, role.nation, role.role)
        for feature in FEATURES
        for role in feature.nations
        if role.role in {"administrator", "sponsor", "claimant"} and not role.source
    ]
    assert unsaid == []


def test_every_shape_is_valid_and_within_the_range_of_positions() -> None:
    wrong = []
    for feature, variant, geometry in CATALOGUE.each_shape():
        west, south, east, north = geometry.bounds
        inside = west >= -180 and east <= 180 and south >= -90 and north <= POLE_DEG
        if geometry.is_empty or not geometry.is_valid or not inside:
            wrong.append((feature.id, variant))
    assert wrong == []


def test_every_shape_is_cut_at_180_degrees() -> None:
    jumps = {
        (feature.id, variant)
        for feature, variant, geometry in CATALOGUE.each_shape()
        for part in parts_of(geometry)
        for run in rings_of(part)
        for one, other in pairwise(run)
        if abs(one[0] - other[0]) > 180 and not one[1] == other[1] == POLE_DEG
    }
    assert jumps == set()


def test_every_variant_of_a_track_has_a_shape_and_waypoints_with_sources() -> None:
    for feature in CATALOGUE.of_kind("route", "corridor"):
        assert feature.variants
        shapes = CATALOGUE.shapes(feature.id)
        for variant in feature.variants:
            assert SLUG.match(variant.slug), feature.id
            assert variant.slug in shapes, feature.id
            assert len(variant.waypoints) >= 2, feature.id
            for point in variant.waypoints:
                assert point["name"], feature.id
                assert point["source"], feature.id
                assert -180 <= point["lon"] <= 180
                assert -90 <= point["lat"] <= POLE_DEG


def test_variants_of_a_feature_have_slugs_of_their_own() -> None:
    for feature in FEATURES:
        slugs = [variant.slug for variant in feature.variants]
        assert len(set(slugs)) == len(slugs), feature.id
        assert all(SLUG.match(slug) for slug in slugs), feature.id


def test_a_boundary_says_how_it_came_about_and_when() -> None:
    for feature in CATALOGUE.of_kind("boundary"):
        assert feature.details.get("line") in LINES, feature.id
        if feature.details["line"] == "agreed":
            assert feature.details.get("agreement"), feature.id
            assert feature.details.get("date"), feature.id


def test_what_is_disputed_names_at_least_two_sides() -> None:
    for feature in CATALOGUE.of_kind("dispute"):
        assert len({claim.nation for claim in feature.claims}) >= 2, feature.id
        assert all(claim.position and claim.source for claim in feature.claims), feature.id
    for feature in CATALOGUE.of_kind("zone"):
        if feature.status == "disputed":
            sides = {claim.nation for claim in feature.claims}
            sides |= {role.nation for role in feature.nations if role.role == "claimant"}
            assert len(sides) >= 2, feature.id


def test_a_group_has_members_and_no_shape_of_its_own() -> None:
    for feature in CATALOGUE.of_kind("group"):
        assert feature.members, feature.id
        assert len(set(feature.members)) == len(feature.members), feature.id


@pytest.mark.parametrize("path", sorted(DATA.glob("*.geojson")), ids=lambda path: path.name)
def test_every_file_holds_only_the_properties_that_are_known(path: Path) -> None:
    known = {
        *("id", "kind", "name", "names", "status", "precision", "nations", "sources", "note"),
        *("members", "part_of", "type", "details", "waypoints", "claims", "variant"),
        *("variant_name", "label", "short_label", "towards", "last_checked"),
    }
    assert {key for item in read_collection(path) for key in item["properties"]} <= known

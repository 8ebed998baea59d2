"""Reading data files: defaults, variants, names, and what is broken."""

import json
from pathlib import Path

import pytest

from geo.catalogue.records import group_by_id, load_features, read_collection, to_feature
from geo.errors import CatalogueError

SHARED = {
    "kind": "route",
    "name": "A Way",
    "status": "observed",
    "precision": "schematic",
    "note": "A note.",
    "last_checked": "2026-11-30",
    "sources": [{"title": "A source"}],
}


def write(path: Path, body: object) -> Path:
    """Write a body as JSON and return the path."""
    path.write_text(body if isinstance(body, str) else json.dumps(body), encoding="utf-8")
    return path


def collection(*properties: dict[str, object], defaults: object = None) -> dict[str, object]:
    """Return a FeatureCollection of Features without shapes."""
    items = [{"type": "Feature", "properties": one, "geometry": None} for one in properties]
    made: dict[str, object] = {"type": "FeatureCollection", "features": items}
    return made if defaults is None else {**made, "defaults": defaults}


def test_defaults_are_merged_under_the_properties(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.geojson",
        collection({"id": "a"}, {"id": "b", "name": "Other"}, defaults=SHARED),
    )
    first, second = (item["properties"] for item in read_collection(path))
    assert first["name"] == "A Way"
    assert second["name"] == "Other"
    assert second["kind"] == "route"


def test_features_of_one_id_are_variants_of_one_feature(tmp_path: Path) -> None:
    points = [{"name": "Pole", "lon": 0, "lat": 90}, {"name": "Wrangel", "lon": 180, "lat": 71}]
    path = write(
        tmp_path / "a.geojson",
        collection(
            {"id": "a", "variant": "north", "variant_name": "The north", "waypoints": points},
            {"id": "a", "variant": "south"},
            defaults=SHARED,
        ),
    )
    grouped = group_by_id(read_collection(path))
    feature = to_feature(grouped["a"])
    assert [(v.slug, v.name) for v in feature.variants] == [
        ("north", "The north"),
        ("south", "south"),
    ]
    assert [point["lat"] for point in feature.variants[0].waypoints] == [90, 71]


def test_names_keep_language_and_case_without_duplicates() -> None:
    names = ["NSR", {"text": "СМП", "lang": "ru", "case": "exact", "lexicon": False}, "A Way"]
    feature = to_feature([{"properties": {"id": "a", **SHARED, "names": names}}])
    texts = [name.text for name in feature.all_names()]
    assert sorted(texts) == ["A Way", "NSR", "СМП"]
    russian = next(name for name in feature.names if name.lang == "ru")
    assert (russian.exact_case, russian.in_lexicon) == (True, False)


def test_details_cannot_be_changed() -> None:
    feature = to_feature([{"properties": {"id": "a", **SHARED, "details": {"b": 1}}}])
    with pytest.raises(TypeError):
        feature.details["b"] = 2  # type: ignore[index]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ('{"type": "FeatureCollection", "features": [', "is not JSON"),
        ('{"type": "FeatureCollection", "features": [NaN]}', "NaN is no number"),
        ("[]", "must be a GeoJSON FeatureCollection"),
        ('{"type": "Feature"}', "must be a GeoJSON FeatureCollection"),
        ("null", "must be a GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": {"a": 1}}', "a.geojson"),
        ('{"type": "FeatureCollection", "features": ["a"]}', "a.geojson"),
        ('{"type": "FeatureCollection", "features": [{"properties": "a"}]}', "a.geojson"),
        ('{"type": "FeatureCollection", "defaults": [], "features": [{}]}', "a.geojson"),
        ('{"type": "FeatureCollection", "features": null}', "a.geojson"),
    ],
)
def test_a_broken_file_is_named_with_its_fault(body: str, says: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.geojson", body)
    with pytest.raises(CatalogueError, match=says) as caught:
        read_collection(path)
    assert "a.geojson" in str(caught.value)


def test_binary_files_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(CatalogueError, match=r"a\.geojson is not JSON"):
        read_collection(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"none\.geojson cannot be opened"):
        read_collection(tmp_path / "none.geojson")


def test_only_sound_features_are_loaded_without_shapes(tmp_path: Path) -> None:
    write(tmp_path / "a.geojson", collection({"id": "a", **SHARED}, {"id": "B_ad", **SHARED}))
    write(tmp_path / "b.geojson", "{")
    assert [feature.id for feature in load_features(tmp_path)] == ["a"]

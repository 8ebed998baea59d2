"""The catalogue: shapes at the pole and over 180 degrees, and every fault named."""

import json
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import shape

from geo.catalogue.features import load_catalogue
from geo.errors import CatalogueError, UnknownFeatureError

COMMON: dict[str, Any] = {
    "kind": "route",
    "name": "A Way",
    "status": "observed",
    "precision": "schematic",
    "note": "A note.",
    "last_checked": "2026-11-30",
    "sources": [{"title": "A source"}],
}
OVER_180 = {
    "type": "MultiLineString",
    "coordinates": [[[170, 70], [180, 71]], [[-180, 71], [-170, 66]]],
}
TO_POLE = {"type": "LineString", "coordinates": [[180, 71], [180, 90]]}


def item(identity: str, geometry: object = None, **more: object) -> dict[str, object]:
    """Return a GeoJSON Feature."""
    properties = {"id": identity, **COMMON, **more}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(folder: Path, name: str, *items: object) -> None:
    """Write a data file."""
    body = {"type": "FeatureCollection", "features": list(items)}
    (folder / name).write_text(json.dumps(body), encoding="utf-8")


def test_shapes_are_returned_unchanged_by_variant(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.geojson",
        item("a", OVER_180, variant="east"),
        item("a", TO_POLE, variant="pole"),
        item("b"),
    )
    catalogue = load_catalogue(tmp_path)
    shapes = catalogue.shapes("a")
    assert shapes["east"].equals(shape(OVER_180))
    assert shapes["pole"].bounds == (180, 71, 180, 90)
    assert catalogue.shapes("b") == {}
    assert catalogue.frame.crs.to_string() == "EPSG:4326"
    assert list(catalogue.frame.columns) == ["id", "variant", "kind", "geometry"]
    assert [(f.id, v) for f, v, _ in catalogue.each_shape()] == [("a", "east"), ("a", "pole")]


def test_a_later_variant_needs_only_what_is_its_own(tmp_path: Path) -> None:
    later = {
        "type": "Feature",
        "properties": {"id": "a", "variant": "pole"},
        "geometry": TO_POLE,
    }
    write(tmp_path, "a.geojson", item("a", OVER_180, variant="east"), later)
    catalogue = load_catalogue(tmp_path)
    assert list(catalogue.frame["kind"]) == ["route", "route"]


def test_the_order_is_that_of_the_file_names(tmp_path: Path) -> None:
    write(tmp_path, "b.geojson", item("b"))
    write(tmp_path, "a.geojson", item("z"), item("y"))
    assert list(load_catalogue(tmp_path).features) == ["z", "y", "b"]


def test_kinds_are_picked_in_order(tmp_path: Path) -> None:
    write(tmp_path, "a.geojson", item("a"), item("b", kind="sea"), item("c", kind="place"))
    assert [f.id for f in load_catalogue(tmp_path).of_kind("place", "sea")] == ["b", "c"]


def test_a_feature_that_is_not_there_is_answered_with_its_neighbours(tmp_path: Path) -> None:
    write(tmp_path, "a.geojson", item("kara-sea"), item("kara-gate"))
    catalogue = load_catalogue(tmp_path)
    assert catalogue.feature("kara-sea").id == "kara-sea"
    with pytest.raises(UnknownFeatureError, match="Did you mean kara-sea"):
        catalogue.feature("kara-see")
    with pytest.raises(UnknownFeatureError, match="no feature `zzz`"):
        catalogue.feature("zzz")


BROKEN = {
    "unknown kind": item("bad", kind="dragon"),
    "no source": item("bad", sources=[]),
    "shape of no type": item("bad", {"type": "Blob", "coordinates": []}),
    "shape without positions": item("bad", {"type": "LineString"}),
    "line of one point": item("bad", {"type": "LineString", "coordinates": [[0, 90]]}),
    "words for numbers": item("bad", {"type": "Point", "coordinates": ["a", "b"]}),
    "shape as text": item("bad", "POINT (180 0)"),
    "id with capitals": item("Bad-one"),
    "names as numbers": item("bad", names=[5]),
    "name without text": item("bad", names=[{"lang": "ru"}]),
    "half of a surrogate pair": item("bad", name="half \ud800 pair"),
    "half of a pair in a detail": item("bad", details={"a": ["\ud800"]}),
    "details as a list": item("bad", details=["a"]),
    "a list for a zone": item("bad", kind="zone", details={"zone": ["eez"]}),
    "waypoint without a name": item("bad", TO_POLE, variant="v", waypoints=[{"lon": 1}]),
    "variant that is no slug": item("bad", TO_POLE, variant="a b_{{c}}"),
    "member of itself": item("bad", kind="group", members=["bad"]),
    "nation without a role": item("bad", nations=[{"nation": "RU"}]),
    "claim without a position": item("bad", claims=[{"nation": "RU"}]),
    "boundary without its kind of line": item(
        "bad", TO_POLE, kind="boundary", details={"line": "rumoured"}
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_feature_that_breaks_the_contract_is_named_and_the_rest_stays(
    fault: str, tmp_path: Path
) -> None:
    write(tmp_path, "bad.geojson", BROKEN[fault])
    write(tmp_path, "good.geojson", item("good", OVER_180))
    with pytest.raises(CatalogueError, match=r"bad\.geojson"):
        load_catalogue(tmp_path)
    catalogue = load_catalogue(tmp_path, strict=False)
    assert list(catalogue.features) == ["good"]
    (problem,) = catalogue.problems
    assert "bad.geojson" in problem


def test_an_id_in_two_files_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.geojson", item("a"))
    write(tmp_path, "b.geojson", item("a"))
    with pytest.raises(CatalogueError, match=r"b\.geojson: `a` is in another file"):
        load_catalogue(tmp_path)


def test_an_empty_folder_is_a_sentence_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="No catalogue file"):
        load_catalogue(tmp_path)
    catalogue = load_catalogue(tmp_path, strict=False)
    assert catalogue.features == {}
    assert len(catalogue.problems) == 1
    assert catalogue.frame.empty


def test_all_problems_of_all_files_come_in_one_message(tmp_path: Path) -> None:
    write(tmp_path, "a.geojson", item("a", kind="x"), item("b", note=""))
    (tmp_path / "c.geojson").write_text("{", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    assert all(word in str(caught.value) for word in ("`a`", "`b`", "c.geojson"))

"""For any content of a shipped file, its loader raises the project's own error or reports it."""

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from geo.catalogue.features import load_catalogue
from geo.catalogue.names import load_names
from geo.catalogue.records import FINE_ZONES, LAND_STATES, ZONES, read_collection
from geo.draw.chart import make_chart
from geo.draw.frames import POLAR_FRAME
from geo.errors import CatalogueError, ZoneError
from geo.manifest import MANIFEST, find_damaged_files
from geo.measure import land, transits, waters, zones

DEEP = 100_000
_PROPERTIES = (
    '"properties": {"id": "a", "name": "A", "zone": "eez", "states": [], "sovereign": [], '
    '"note": "n", "surveyed": true, "kind": "route", "status": "observed", '
    '"last_checked": "2026-11-30", "precision": "schematic", "sources": [{"title": "T"}]}'
)


def _collection(feature: str) -> bytes:
    return f'{{"type": "FeatureCollection", "features": [{feature}]}}'.encode()


def _is_refused(load: Callable[[], object], name: str, fault: str) -> None:
    if fault in HARMLESS:
        load()
        return
    with pytest.raises(ZoneError, match=name):
        load()


def _shape(coordinates: str, kind: str = "Polygon") -> bytes:
    written = f'"geometry": {{"type": "{kind}", "coordinates": {coordinates}}}'
    return _collection(f'{{"type": "Feature", {_PROPERTIES}, {written}}}')


JSON = {
    "empty": b"",
    "lists without end": b"[" * DEEP,
    "objects without end": b'{"a":' * DEEP,
    "lists in lists": b"[" * DEEP + b"]" * DEEP,
    "a list": b"[]",
    "null": b"null",
    "no features": b"{}",
    "features of nothing": _collection("null"),
    "properties as a list": _collection('{"properties": []}'),
    "details as a list": _collection('{"properties": {"id": "a", "details": [1]}}'),
    "a number too long": b"1" * 10_000,
    "a place too far to count": _shape(f"[[[1{'0' * 400}, 1], [2, 2], [3, 1]]]"),
    "no position": _shape("[[]]"),
    "a ring of one": _shape("[[[1, 1]]]"),
    "a deep shape": _shape("[" * 500 + "]" * 500),
    "an unknown shape": _shape("[1, 1]", "Cube"),
    "half a letter": b'{"type": "FeatureCollection", "features": [], "a": "\\ud800"}',
    "every byte": bytes(range(256)) * 8,
    "UTF-16": "{}".encode("utf-16"),
}
HARMLESS = {"half a letter", "no position"}
"""What GeoJSON allows, or is in unused members."""
_WHOLE = gzip.compress(JSON["every byte"] * 40, mtime=0)
PACKED = {
    **{f"packed: {fault}": gzip.compress(raw, mtime=0) for fault, raw in JSON.items()},
    "cut": _WHOLE[:-9],
    "turned inside": _WHOLE[:20] + bytes(byte ^ 0x5A for byte in _WHOLE[20:60]) + _WHOLE[60:],
    "not packed": b"{}",
}
TABLES = {
    "empty": b"",
    "an open quote": b'"' + b"a," * DEEP,
    "a field too long": b"feature,variant\n" + b"a" * 200_000,
    "no end": b"," * 1_000,
    "zeros": bytes(500),
    "every byte": bytes(range(256)) * 8,
    "UTF-16": "feature,variant\n".encode("utf-16"),
    "a packed file": _WHOLE,
}


@pytest.mark.parametrize("fault", JSON)
def test_a_data_file_of_the_catalogue(fault: str, tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(JSON[fault])
    try:
        read_collection(path)
    except CatalogueError as error:
        assert "a.geojson" in str(error)  # noqa: PT017  some faults are only seen by the next
    problems = load_catalogue(tmp_path, strict=False).problems
    assert any("a.geojson" in problem for problem in problems) or fault == "half a letter"
    assert len(load_names(tmp_path)) <= 1


@pytest.mark.parametrize("fault", ["lists without end", "a place too far to count", "null"])
def test_the_outline_of_land_on_the_map(fault: str, tmp_path: Path) -> None:
    path = tmp_path / "land.geojson"
    path.write_bytes(JSON[fault])
    chart = make_chart(POLAR_FRAME, load_catalogue(tmp_path / "none", strict=False), land=path)
    assert any("land.geojson" in problem for problem in chart.problems)


@pytest.mark.parametrize(
    ("name", "load"), [(FINE_ZONES, zones.load_zones), (LAND_STATES, land.load_land)]
)
@pytest.mark.parametrize("fault", PACKED)
def test_a_packed_file_of_zones_or_land(
    name: str, load: Callable[[Path], object], fault: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(PACKED[fault])
    _is_refused(partial(load, tmp_path), name, fault.removeprefix("packed: "))


@pytest.mark.parametrize("fault", JSON)
def test_the_coarse_zones(fault: str, tmp_path: Path) -> None:
    (tmp_path / ZONES).write_bytes(JSON[fault])
    _is_refused(partial(zones.load_zones, tmp_path), ZONES, fault)


@pytest.mark.parametrize("fault", TABLES)
def test_the_tables(fault: str, tmp_path: Path) -> None:
    for name in (waters.TABLE, transits.TABLE):
        (tmp_path / name).write_bytes(TABLES[fault])
    assert waters.TABLE in waters.load_waters(tmp_path).missing
    assert transits.load_transits(tmp_path).missing
    (tmp_path / "geo").mkdir()
    (tmp_path / MANIFEST).write_bytes(TABLES[fault])
    assert [loss.path for loss in find_damaged_files(tmp_path)] == [MANIFEST]

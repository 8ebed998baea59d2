import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from shapely import Point

from geo.catalogue.recipes import natural_earth
from geo.errors import CatalogueError
from geo.geodesy import WGS84

# Two squares that share the arc 1, and an island over 180 degrees, as TopoJSON packs them:
# whole numbers, each arc as first point and differences.
ARCS = [
    [[100, 100], [-100, 0], [0, -100], [100, 0]],
    [[100, 0], [0, 100]],
    [[100, 100], [100, 0], [0, -100], [-100, 0]],
    [[35900, 500], [-35800, 0], [0, 100], [35800, 0], [0, -100]],
]
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.01, 0.1], "translate": [-180.0, 0.0]},
    "arcs": ARCS,
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {
                    "type": "Polygon",
                    "id": "001",
                    "arcs": [[0, 1]],
                    "properties": {"name": "West"},
                },
                {
                    "type": "MultiPolygon",
                    "id": "002",
                    "arcs": [[[2, 1]], [[3]]],
                    "properties": {"name": "East"},
                },
            ],
        },
        "land": {
            "type": "GeometryCollection",
            "geometries": [{"type": "MultiPolygon", "arcs": [[[2, 1]], [[3]]]}],
        },
    },
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    raw = json.dumps(TOPOLOGY).encode()
    for name in ("countries-50m.json", "land-50m.json"):
        (tmp_path / name).write_bytes(raw)
        monkeypatch.setitem(natural_earth.SHA256, name, hashlib.sha256(raw).hexdigest())
    return tmp_path


def test_neighbours_share_their_border_vertex_for_vertex(folder: Path) -> None:
    frame = natural_earth.read_countries(folder, scale="50m")
    west, east = frame.geometry
    assert west.intersection(east).length == pytest.approx(10.0)
    assert list(frame["name"]) == ["West", "East"]
    assert frame.crs == WGS84


def test_an_island_over_180_degrees_is_one_small_polygon(folder: Path) -> None:
    east = natural_earth.read_countries(folder, scale="50m").geometry[1]
    island = max(east.geoms, key=lambda part: part.bounds[0])
    assert island.bounds == (179.0, 50.0, 181.0, 60.0)
    assert island.contains(Point(180.0, 55.0))


def test_land_comes_polygon_by_polygon(folder: Path) -> None:
    assert len(natural_earth.read_land(folder, scale="50m")) == 2


def test_a_missing_file_says_how_to_get_the_package(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"npm pack world-atlas@2\.0\.2"):
        natural_earth.read_land(tmp_path, scale="10m")


def test_a_file_of_another_version_is_refused(folder: Path) -> None:
    (folder / "land-50m.json").write_text("{}")
    with pytest.raises(CatalogueError, match="SHA-256"):
        natural_earth.read_land(folder, scale="50m")


def ring(*positions: tuple[float, float]) -> Any:
    return np.array(positions, dtype=float)


@pytest.mark.parametrize("lat", [70.0, -70.0])
def test_a_ring_about_a_pole_is_closed_along_that_pole(lat: float) -> None:
    closed = natural_earth.unwrap_ring(
        ring((-180, lat), (-90, lat), (0, lat), (90, lat), (180, lat), (-180, lat))
    )
    pole = 90.0 if lat > 0 else -90.0
    assert [pos[1] for pos in closed[-3:-1]] == [pole, pole]
    assert closed[:, 0].max() - closed[:, 0].min() == 360.0


def test_a_ring_that_keeps_clear_of_180_stays_as_it_is() -> None:
    square = ring((10, 60), (20, 60), (20, 70), (10, 60))
    assert natural_earth.unwrap_ring(square).tolist() == square.tolist()

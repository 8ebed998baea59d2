import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from geo.catalogue.recipes.coast import densify, read_coast, state_of, to_lonlat, to_plane
from geo.errors import ZoneError


def write_topology(path: Path, arcs: Any, geometries: Any) -> None:
    """Write a TopoJSON file whose grid is a hundredth of a degree from 180 W, 90 S."""
    encoded = []
    for arc in arcs:
        grid = np.round((np.array(arc) - [-180.0, -90.0]) * 100).astype(int)
        encoded.append(np.vstack([grid[:1], np.diff(grid, axis=0)]).tolist())
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.01, 0.01], "translate": [-180.0, -90.0]},
        "arcs": encoded,
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
    }
    path.write_text(json.dumps(topology), encoding="utf-8")


def square(lon: Any, lat: Any, size: Any = 1.0) -> Any:
    return [
        (lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat + size), (lon, lat),
    ]  # fmt: skip


def polygon(code: Any, *rings: Any) -> Any:
    return {"type": "Polygon", "id": code, "properties": {"name": code}, "arcs": [list(rings)]}


def read(tmp_path: Path, arcs: Any, geometries: Any) -> Any:
    write_topology(tmp_path / "countries-10m.json", arcs, geometries)
    return read_coast(tmp_path / "countries-10m.json")


def test_parts_with_zones_of_their_own_become_units(tmp_path: Path) -> None:
    places = {
        "578": [(25.0, 70.0), (16.0, 78.0), (-8.5, 71.0)], "840": [(-150.0, 65.0), (-100.0, 40.0)],
        "826": [(-3.0, 55.0), (-13.7, 57.6)], "643": [(33.0, 45.0), (146.0, 44.0), (60.0, 70.0)],
    }  # fmt: skip
    corners = [(code, place) for code, many in places.items() for place in many]
    arcs = [square(*place, size=0.3) for _, place in corners]
    coast = read(tmp_path, arcs, [polygon(code, n) for n, (code, _) in enumerate(corners)])
    assert set(coast.points) == {
        "NO", "SJ-svalbard", "SJ-jan-mayen", "US-alaska", "US", "GB", "GB-rockall", "UA",
        "RU-kuril", "RU",
    }  # fmt: skip


def test_crimea_counts_for_ukraine() -> None:
    assert state_of("UA") == "UA"
    assert state_of("US-alaska") == "US"
    assert state_of("SJ-jan-mayen") == "SJ"


def test_a_land_border_is_not_coast(tmp_path: Path) -> None:
    border = [(11.0, 70.0), (11.0, 71.0)]
    west = [(11.0, 71.0), (10.0, 71.0), (10.0, 70.0), (11.0, 70.0)]
    east = [(11.0, 70.0), (12.0, 70.0), (12.0, 71.0), (11.0, 71.0)]
    coast = read(tmp_path, [border, west, east], [polygon("578", 0, 1), polygon("752", 2, ~0)])
    middle = to_plane(np.array([11.0]), np.array([70.5]))[0]
    assert len(coast.lines) == 2
    assert all(line.distance(shapely.Point(middle)) > 10_000 for line in coast.lines)


def test_an_island_across_180_degrees_is_one_small_shape(tmp_path: Path) -> None:
    ring = [(179.0, 71.0), (-179.0, 71.0), (-179.0, 71.5), (179.0, 71.5), (179.0, 71.0)]
    coast = read(tmp_path, [ring], [polygon("643", 0)])
    assert len(coast.land) == 1
    assert coast.land[0].area / 1e6 == pytest.approx(2 * 36.3 * 55.7, rel=0.05)


def test_coasts_far_in_the_south_take_no_part(tmp_path: Path) -> None:
    coast = read(
        tmp_path,
        [square(10.0, 70.0), square(10.0, -20.0)],
        [polygon("578", 0), polygon("643", 1)],
    )
    assert list(coast.points) == ["NO"]


def test_the_caspian_measures_nothing(tmp_path: Path) -> None:
    coast = read(
        tmp_path,
        [square(48.0, 44.0), square(40.0, 70.0)],
        [polygon("643", 0), polygon("643", 1)],
    )
    assert len(coast.land) == 2
    assert len(coast.lines) == 1


def test_an_islet_without_an_area_still_measures(tmp_path: Path) -> None:
    dot = [(20.0, 75.0), (20.0, 75.0), (20.0, 75.0)]
    coast = read(tmp_path, [dot, square(10.0, 70.0)], [polygon("578", 0), polygon("578", 1)])
    assert len(coast.land) == 1
    assert "SJ-svalbard" in coast.points


def test_points_are_at_most_a_kilometre_apart_also_at_180_and_near_the_pole() -> None:
    for line in ([(179.9, 70.0), (-179.9, 70.0)], [(0.0, 89.9), (180.0, 89.9)]):
        gaps = np.linalg.norm(np.diff(densify(np.array(line)), axis=0), axis=1)
        assert gaps.max() <= 1_000.0


def test_the_plane_leads_back_to_degrees() -> None:
    lon, lat = np.array([180.0, -180.0, 0.0, 90.0]), np.array([75.0, 75.0, 89.9, 50.0])
    back = to_lonlat(to_plane(lon, lat))
    assert back[:, 1] == pytest.approx(lat)
    assert np.abs(back[:2, 0]) == pytest.approx(180.0)


def test_a_missing_coast_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ZoneError, match=r"world-atlas 2\.0\.2"):
        read_coast(tmp_path / "countries-10m.json")


def test_a_file_without_countries_is_reported(tmp_path: Path) -> None:
    (tmp_path / "countries-10m.json").write_text('{"objects": {}}', encoding="utf-8")
    with pytest.raises(ZoneError, match="no countries"):
        read_coast(tmp_path / "countries-10m.json")

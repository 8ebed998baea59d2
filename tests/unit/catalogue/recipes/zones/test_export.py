import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from geo.catalogue.recipes.coast import to_plane
from geo.catalogue.recipes.zones.export import (
    Zone,
    name_zones,
    simplify,
    to_degrees,
    write_fine,
    write_map,
)
from geo.catalogue.recipes.zones.labels import HIGH_SEAS, LAND, ZoneLabel, of_one, of_two

NORWAYS = of_one("eez", "NO")


def disc(lon: Any, lat: Any, radius_m: Any) -> Any:
    return shapely.Point(to_plane(np.array([lon]), np.array([lat]))[0]).buffer(radius_m, 32)


def zone(zone_id: str, plane: shapely.Geometry, label: ZoneLabel = NORWAYS) -> Zone:
    return Zone(zone_id, label, 1, plane)


def test_a_shape_round_the_pole_covers_the_pole_from_every_side() -> None:
    flat = to_degrees(disc(0.0, 90.0, 300_000.0), 50_000.0, 4)
    assert flat.is_valid
    assert flat.bounds[0] == -180
    assert flat.bounds[2] == 180
    for lon in (-179.99, -90.0, 0.0, 45.0, 90.0, 179.99):
        assert flat.intersects(shapely.Point(lon, 89.999))
        assert flat.intersects(shapely.Point(lon, 88.0))
        assert not flat.intersects(shapely.Point(lon, 86.0))


def test_a_ring_round_the_pole_keeps_its_hole() -> None:
    ring = disc(0.0, 90.0, 500_000.0).difference(disc(0.0, 90.0, 200_000.0))
    flat = to_degrees(ring, 20_000.0, 4)
    assert flat.is_valid
    assert not flat.intersects(shapely.Point(10.0, 89.9))
    assert flat.intersects(shapely.Point(10.0, 87.0))


def test_a_shape_across_180_is_cut_there() -> None:
    flat = to_degrees(disc(180.0, 70.0, 100_000.0), 20_000.0, 4)
    assert flat.is_valid
    assert len(flat.geoms) == 2
    assert {round(part.bounds[0]) for part in flat.geoms} == {-180, 177}


def test_a_shape_across_greenwich_is_one_piece() -> None:
    flat = to_degrees(disc(0.0, 70.0, 100_000.0), 20_000.0, 4)
    assert flat.geom_type == "Polygon"


def test_zones_that_shared_an_edge_share_it_after_simplification() -> None:
    x = np.linspace(0.0, 400_000.0, 200)
    wave = np.column_stack([x, 2_000.0 * np.sin(x / 9_000.0) - 2_000_000.0])
    north = shapely.Polygon([*wave, (400_000.0, -1_800_000.0), (0.0, -1_800_000.0)])
    south = shapely.Polygon([*wave, (400_000.0, -2_200_000.0), (0.0, -2_200_000.0)])
    land = shapely.MultiPolygon([shapely.box(500_000.0, 0.0, 900_000.0, 400_000.0)])
    made = simplify([zone("a", north), zone("b", south)], land, 6_000.0, 0.0)
    one, two = (item.plane for item in made)
    assert shapely.get_num_coordinates(one) < 60
    assert one.intersection(two).area == pytest.approx(0.0, abs=1.0)
    assert one.union(two).area == pytest.approx(north.area + south.area, rel=1e-9)


def test_a_small_island_joins_the_zone_around_it() -> None:
    sea = shapely.box(0.0, -500_000.0, 400_000.0, -100_000.0)
    islet = shapely.box(200_000.0, -300_000.0, 204_000.0, -296_000.0)
    main = shapely.box(400_000.0, -500_000.0, 800_000.0, -100_000.0)
    made = simplify(
        [zone("a", sea.difference(islet))], shapely.MultiPolygon([islet, main]), 1.0, 50
    )
    assert made[0].plane.area == pytest.approx(sea.area)


def test_pockets_of_the_high_seas_get_their_names() -> None:
    shipped = {
        HIGH_SEAS: shapely.MultiPolygon(
            [disc(180.0, 88.0, 90_000.0), disc(36.5, 74.6, 9_000.0), disc(-30.0, 55.0, 9_000.0)]
        ),
        of_one("eez", "SJ-svalbard"): disc(10.0, 80.0, 9_000.0),
        LAND: disc(100.0, 60.0, 9_000.0),
    }
    made = name_zones(shipped, {of_one("eez", "SJ-svalbard"): 12.4})
    assert [item.zone_id for item in made] == [
        "central-arctic-ocean-high-seas", "loophole", "north-atlantic-high-seas", "sj-svalbard-eez",
    ]  # fmt: skip
    assert made[3].area_km2 == 12
    assert made[2].area_km2 is None


def test_the_map_file_follows_the_schema(tmp_path: Path) -> None:
    areas = [
        zone("fo-eez", disc(-7.0, 62.0, 90_000.0), of_one("eez", "FO")),
        zone(
            "beaufort-wedge", disc(-140.0, 71.0, 50_000.0),
            of_two("disputed", "beaufort", "CA", "US-alaska"),
        ),
    ]  # fmt: skip
    write_map(areas, tmp_path / "zones.geojson", {"kind": "zone"})
    made = json.loads((tmp_path / "zones.geojson").read_text(encoding="utf-8"))
    first, second = (item["properties"] for item in made["features"])
    assert made["defaults"] == {"kind": "zone"}
    assert first["details"] == {"zone": "eez", "states": ["FO"], "area_km2": 1}
    assert [entry["nation"] for entry in first["nations"]] == ["FO", "DK"]
    assert second["status"] == "disputed"
    assert {entry["role"] for entry in second["nations"]} == {"claimant"}
    assert all(shape(item["geometry"]).is_valid for item in made["features"])


def test_the_fine_file_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    one = [zone("no-eez", disc(10.0, 66.0, 90_000.0))]
    write_fine(one, tmp_path / "a.gz")
    write_fine(one, tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    made = json.loads(gzip.decompress((tmp_path / "a.gz").read_bytes()))
    assert made["features"][0]["properties"] == {"id": "no-eez", "zone": "eez", "states": ["NO"]}

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geo.catalogue.records import FINE_ZONES, ZONES
from geo.errors import ZoneError
from geo.measure.zones import LAND, NOT_ASSESSED, describe_points, load_zones
from tests.pace import within


def square(west: Any, south: Any, east: Any, north: Any) -> Any:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def write_zones(folder: Path, *zones: Any, name: Any = ZONES) -> Any:
    features = [
        {
            "type": "Feature",
            "properties": {"id": zone_id, "details": {"zone": kind, "states": states}},
            "geometry": {"type": "Polygon", "coordinates": rings},
        }
        for zone_id, kind, states, rings in zones
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    (folder / name).write_bytes(gzip.compress(text) if name.endswith("gz") else text)
    return folder


def at(lon: Any, lat: Any) -> Any:
    zones = load_zones()
    return describe_points([""], np.array([lon]), np.array([lat]), zones)[0]


@pytest.mark.parametrize(
    ("place", "lon", "lat", "zone", "states"),
    [
        ("the pole", 0, 90, "high_seas", []),
        ("the pole from the other side", 180, 90, "high_seas", []),
        ("180 degrees east in the Chukchi Sea", 180, 72.5, "eez", ["RU"]),
        ("180 degrees west in the Chukchi Sea", -180, 72.5, "eez", ["RU"]),
        ("Wrangel Island on the meridian 180", 180, 71.2, "land", ["RU"]),
        ("the Loophole", 36.5, 74.6, "high_seas", []),
        ("the Banana Hole", 1, 68.5, "high_seas", []),
        ("the Donut Hole", -179, 57.6, "high_seas", []),
        ("the Peanut Hole", 150, 53, "high_seas", []),
        ("the Kara Sea", 70, 75, "eez", ["RU"]),
        ("the White Sea", 38, 65.5, "internal_waters", ["RU"]),
        ("Bering Strait, west of the line", -169.4, 65.9, "territorial_sea", ["RU"]),
        ("Bering Strait, east of the line", -168.6, 65.9, "territorial_sea", ["US"]),
        ("the Beaufort wedge", -139.5, 71.5, "disputed", ["CA", "US"]),
        ("the special area of the Chukchi Sea", -167.9, 73.4, "joint", ["RU", "US"]),
        ("Lancaster Sound", -85, 74.3, "internal_waters", ["CA"]),
        ("Hudson Bay", -85, 60, "internal_waters", ["CA"]),
        ("Baffin Bay, west of the line", -65, 72, "eez", ["CA"]),
        ("Baffin Bay, east of the line", -60, 72, "eez", ["GL"]),
        ("north of Svalbard", 10, 80.9, "eez", ["SJ"]),
        ("east of Jan Mayen", -4, 71, "eez", ["SJ"]),
        ("Iceland's full zone towards Jan Mayen", -9, 68.2, "eez", ["IS"]),
        ("Norway's full zone towards Svalbard", 19, 73.2, "eez", ["NO"]),
        ("north of the Faroes", -7, 63.5, "eez", ["FO"]),
        ("the Norwegian Sea", 8, 66, "eez", ["NO"]),
        ("north-east of Shetland", -1, 61.5, "eez", ["GB"]),
        ("the Atlantic beyond Rockall", -17, 57.6, "high_seas", []),
        ("Rockall's own waters", -13.69, 57.7, "territorial_sea", ["GB"]),
        ("Moscow", 37.6, 55.75, "land", ["RU"]),
        ("Lake Baikal", 108, 53.5, "land", ["RU"]),
        ("just south of the shipped zones", 0, 49.99, "not_assessed", []),
        ("the Gulf of Suez", 32.7, 29.3, "not_assessed", []),
        ("the Caspian Sea", 51, 42, "not_assessed", []),
    ],
)  # fmt: skip
def test_known_places_lie_in_their_waters(
    place: Any, lon: Any, lat: Any, zone: Any, states: Any
) -> None:
    found = at(lon, lat)
    assert (found["zone"], found["states"]) == (zone, states), place


def test_ten_thousand_points_take_under_three_seconds() -> None:
    rng = np.random.default_rng(0)
    lon, lat = rng.uniform(-180, 180, 10_000), rng.uniform(40, 90, 10_000)
    zones = load_zones()
    with within(3):
        records = describe_points([""] * 10_000, lon, lat, zones)
    assert len(records) == 10_000


def test_a_point_on_a_shared_edge_has_one_zone(tmp_path: Path) -> None:
    zones = load_zones(
        write_zones(
            tmp_path,
            ("a", "eez", ["NO"], square(0, 60, 5, 65)),
            ("b", "eez", ["GB"], square(5, 60, 10, 65)),
        )
    )
    assert zones.at(np.array([5.0]), np.array([62.0]))[0] in (0, 1)


def test_what_no_zone_holds_is_land_and_the_south_is_not_assessed(tmp_path: Path) -> None:
    zones = load_zones(write_zones(tmp_path, ("a", "eez", ["NO"], square(0, 60, 5, 65))))
    found = zones.at(np.array([20.0, 2.0, 2.0]), np.array([62.0, 62.0, 49.0]))
    assert found.tolist() == [LAND, 0, NOT_ASSESSED]
    assert [zones.word(index) for index in found] == ["land", "eez", "not_assessed"]


def test_the_fine_file_takes_precedence_over_the_map_file(tmp_path: Path) -> None:
    write_zones(tmp_path, ("coarse", "eez", ["NO"], square(0, 60, 5, 65)))
    write_zones(tmp_path, ("fine", "eez", ["NO"], square(0, 60, 5, 65)), name=FINE_ZONES)
    assert load_zones(tmp_path).ids == ("fine",)


def test_missing_zones_are_reported(tmp_path: Path) -> None:
    with pytest.raises(ZoneError, match=r"No zones: .* nobody can tell"):
        load_zones(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"features": [{"properties": {}}]}'])
def test_a_broken_zone_file_is_reported(tmp_path: Path, content: Any) -> None:
    (tmp_path / ZONES).write_bytes(content)
    with pytest.raises(ZoneError, match=r"zones\.geojson is not a readable zone file"):
        load_zones(tmp_path)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(361, 60), (-360.1, 60), (540, 60), (0, 91), (float("nan"), 60), (float("inf"), 60), (0, -91)],
)
def test_points_off_the_globe_are_named(lon: Any, lat: Any) -> None:
    with pytest.raises(ZoneError, match=r"Vardø .* Longitude must be between -180 and 180"):
        describe_points(["Vardø"], np.array([lon]), np.array([lat]), load_zones())


@pytest.mark.parametrize(
    ("given", "same"),
    [
        (190, -170), (360, 0), (-360, 0), (359.9, -0.1), (-359.9, 0.1), (181, -179), (-181, 179),
        (200.5, -159.5), (-190, 170), (270, -90), (180, 180), (-180, -180), (0, 0), (-170, -170),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lat", [-90.0, 30.0, 66.0, 71.2, 90.0])
def test_a_longitude_may_count_on_round_the_globe(given: float, same: float, lat: float) -> None:
    assert at(given, lat) == at(same, lat)
    assert at(given, lat)["lon"] == same


def test_water_has_no_land_fields() -> None:
    assert set(at(70, 75)) == {"name", "lon", "lat", "zone", "states"}

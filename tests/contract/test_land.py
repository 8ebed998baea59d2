"""The base map's land is where it should be, at the pole and at 180 degrees too."""

from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Point, box

from geo.catalogue.records import DATA, read_collection
from geo.geodesy import EQUAL_AREA, POLAR, WGS84

LAND_POINTS = {
    "Taimyr": (100.0, 74.5),
    "Wrangel Island west of 180": (179.6, 71.1),
    "Wrangel Island east of 180": (-179.4, 71.2),
    "Chukotka west of 180": (178.0, 67.5),
    "Chukotka on 180": (180.0, 68.0),
    "Chukotka east of 180": (-175.0, 67.0),
    "Alaska": (-153.0, 66.0),
    "Greenland": (-40.0, 75.0),
    "Svalbard": (16.5, 79.2),
    "Crimea": (34.3, 45.2),
    "Rotterdam's hinterland": (5.0, 52.0),
}
SEA_POINTS = {
    "the North Pole": (0.0, 90.0),
    "near the pole": (180.0, 89.0),
    "the Kara Sea": (75.0, 76.0),
    "Long Strait": (178.5, 70.1),
    "the Chukchi Sea on 180": (180.0, 70.0),
    "the Chukchi Sea east of 180": (-172.0, 70.0),
    "Bering Strait": (-168.7, 66.3),
    "Fram Strait": (0.0, 79.5),
    "the Caspian Sea": (51.0, 41.0),
}


@pytest.fixture(scope="module")
def land() -> gpd.GeoDataFrame:
    items = read_collection(DATA / "base" / "land.geojson")
    return gpd.GeoDataFrame.from_features(items, crs=WGS84)


@pytest.mark.parametrize("place", LAND_POINTS)
def test_land_is_where_land_is(land: gpd.GeoDataFrame, place: str) -> None:
    assert land.intersects(Point(LAND_POINTS[place])).any()


@pytest.mark.parametrize("place", SEA_POINTS)
def test_sea_is_where_sea_is(land: gpd.GeoDataFrame, place: str) -> None:
    assert not land.intersects(Point(SEA_POINTS[place])).any()


def test_land_is_valid_and_within_the_range_of_longitudes(land: gpd.GeoDataFrame) -> None:
    assert land.is_valid.all()
    west, _, east, north = land.total_bounds
    assert (west, east) == (-180.0, 180.0)
    assert north < 84.0


def test_land_north_of_60_has_its_known_area(land: gpd.GeoDataFrame) -> None:
    # The edge at 60 N must bend in the projection, so it gets vertices first.
    north = land.clip(box(-180, 60, 180, 90), keep_geom_type=True).segmentize(0.5)
    area_million_km2 = north.to_crs(EQUAL_AREA).union_all().area / 1e12
    assert area_million_km2 == pytest.approx(17.3, abs=0.1)


def test_the_parts_of_the_land_do_not_overlap(land: gpd.GeoDataFrame) -> None:
    flat = land.to_crs(EQUAL_AREA).geometry
    north = land["id"] != "rest"
    overlap_km2 = (flat[north].area.sum() - flat[north].union_all().area) / 1e6
    assert overlap_km2 < 1.0


@pytest.mark.parametrize(("name", "lat"), [("Wrangel Island", 71.1), ("Chukotka", 68.0)])
def test_no_seam_is_left_at_180_when_the_land_is_joined(
    land: gpd.GeoDataFrame, name: str, lat: float
) -> None:
    near = land.clip(box(-180, 60, 180, 80), keep_geom_type=True)
    joined = near.segmentize(0.5).to_crs(POLAR).make_valid().union_all()
    on_180 = gpd.GeoSeries([Point(180.0, lat)], crs=WGS84).to_crs(POLAR)
    assert joined.contains(on_180.iloc[0]), name


def test_states_follow_the_general_assembly_on_crimea() -> None:
    items = read_collection(DATA / "states.geojson")
    states = gpd.GeoDataFrame.from_features(items, crs=WGS84).set_index("id")
    assert not states.geometry["RU"].intersects(Point(LAND_POINTS["Crimea"]))
    assert states.geometry["RU"].intersects(Point(37.9, 45.2)), "the Taman side stays Russian"
    assert "68/262" in states["note"]["RU"]


STATE_AREAS = {"RU": 16.95, "CA": 9.8, "GL": 2.17, "alaska": 1.5, "NO": 0.324, "svalbard": 0.062}


@pytest.mark.parametrize("unit", STATE_AREAS)
def test_states_have_their_known_areas(unit: str) -> None:
    items = read_collection(DATA / "states.geojson")
    states = gpd.GeoDataFrame.from_features(items, crs=WGS84).set_index("id")
    area_million_km2 = states.segmentize(0.5).to_crs(EQUAL_AREA).area[unit] / 1e12
    assert area_million_km2 == pytest.approx(STATE_AREAS[unit], rel=0.02)


def test_states_stay_small_enough_to_ship() -> None:
    assert Path(DATA / "states.geojson").stat().st_size <= 300_000

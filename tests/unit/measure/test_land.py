"""Whose land a point lies on."""

import gzip
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geo.catalogue.records import LAND_STATES
from geo.errors import ZoneError
from geo.measure.land import circle, describe_land, load_land
from geo.measure.zones import describe_points, load_zones


def at(lon: float, lat: float) -> dict[str, Any]:
    return describe_points([""], np.array([lon]), np.array([lat]), load_zones())[0]


@pytest.mark.parametrize(
    ("place", "lon", "lat", "states", "sovereign"),
    [
        ("Murmansk's hinterland", 35.0, 68.0, ["RU"], ["RU"]),
        ("Novaya Zemlya", 56.5, 73.5, ["RU"], ["RU"]),
        ("Wrangel Island beyond 180", 181.5, 71.2, ["RU"], ["RU"]),
        ("Chukotka, counted westwards", -186.0, 67.0, ["RU"], ["RU"]),
        ("Kaliningrad", 21.0, 54.7, ["RU"], ["RU"]),
        ("inland of Vadsø", 28.0, 70.3, ["NO"], ["NO"]),
        ("Spitsbergen", 16.0, 78.5, ["SJ"], ["NO"]),
        ("Bear Island", 19.0, 74.45, ["SJ"], ["NO"]),
        ("Jan Mayen", -8.5, 71.0, ["SJ"], ["NO"]),
        ("Summit, Greenland", -38.5, 72.6, ["GL"], ["DK"]),
        ("Faroe Islands", -6.8, 62.0, ["FO"], ["DK"]),
        ("Jutland", 9.3, 56.2, ["DK"], ["DK"]),
        ("Iceland", -18.5, 65.0, ["IS"], ["IS"]),
        ("Ellesmere Island", -75.0, 80.0, ["CA"], ["CA"]),
        ("Alaska", 210.0, 65.0, ["US"], ["US"]),
        ("Lapland", 26.0, 67.5, ["FI"], ["FI"]),
        ("Åland", 20.0, 60.2, ["AX"], ["FI"]),
        ("Kiruna", 20.2, 67.85, ["SE"], ["SE"]),
        ("Scotland", -4.5, 57.0, ["GB"], ["GB"]),
        ("Paris", 2.35, 48.85, ["FR"], ["FR"]),
        ("Beijing", 116.4, 39.9, ["CN"], ["CN"]),
        ("Hokkaido", 142.8, 43.5, ["JP"], ["JP"]),
        ("the Sahara on the meridian", 359.9, 27.0, ["DZ"], ["DZ"]),
        ("Australia", 134.0, -24.0, ["AU"], ["AU"]),
        ("French Guiana", -53.0, 4.0, ["FR"], ["FR"]),
    ],
)  # fmt: skip
def test_land_says_whose_it_is(
    place: str, lon: float, lat: float, states: list[str], sovereign: list[str]
) -> None:
    found = at(lon, lat)
    assert (found["zone"], found["states"], found["sovereign"]) == ("land", states, sovereign), (
        place
    )
    assert found["land"]


@pytest.mark.parametrize(
    ("place", "lon", "lat", "states", "said"),
    [
        ("Crimea", 34.3, 45.2, ["RU", "UA"], "68/262"),
        ("Iturup", 147.9, 45.1, ["JP", "RU"], "claimed by Japan"),
        ("Hans Island", -66.4586, 80.8276, ["CA", "GL"], "2022"),
        ("Donetsk", 37.8, 48.0, ["RU", "UA"], "ES-11/4"),
        ("Western Sahara", -13.0, 25.0, ["EH", "MA"], "claimed by Morocco"),
        ("Taiwan", 121.0, 23.8, ["CN", "TW"], "claimed by"),
        ("Kosovo", 21.0, 42.6, ["RS", "XK"], "claimed by Serbia"),
        ("Falkland Islands", -59.0, -51.75, ["AR", "GB"], "claimed by Argentina"),
        ("Kashmir", 75.5, 34.5, ["IN", "PK"], "claimed"),
        ("Golan", 35.8, 33.0, ["IL", "SY"], "497"),
        ("South Pole", 0.0, -90.0, [], "Antarctic Treaty"),
        ("Vostok", 106.8, -78.46, [], "no state's territory"),
    ],
)  # fmt: skip
def test_disputed_land_names_every_claimant(
    place: str, lon: float, lat: float, states: list[str], said: str
) -> None:
    found = at(lon, lat)
    assert (found["zone"], found["states"]) == ("land", states), place
    assert said in found["land"]


def test_sovereigns_have_no_sovereign_themselves() -> None:
    """A territory stands for its state wherever it stands: alone or beside other states."""
    land = load_land()
    territories = {a.states[0] for a in land.areas if len(a.states) == 1 and a.sovereign}
    assert {"GL", "FO", "SJ", "AX"} <= territories
    for area in land.areas:
        found = area.sovereign or land.sovereign_of(area.states)
        assert territories.isdisjoint(found), area.id
        assert len(found) >= min(len(area.states), 1), area.id
    assert at(-66.4586, 80.8276)["sovereign"] == ["CA", "DK"], "Hans Island"
    assert at(21.0, 42.6)["sovereign"] == ["RS", "XK"], "Kosovo"


def test_land_of_the_zones_always_belongs_to_a_state() -> None:
    """Every hundred kilometres of the zones' land, islets and straits too, has an answer."""
    lon, lat = np.meshgrid(np.arange(-180, 180, 4.7), np.arange(50.05, 84, 1.3))
    lon, lat = lon.ravel(), lat.ravel()
    zones = load_zones()
    records = describe_points([""] * len(lon), lon, lat, zones)
    on_land = [record for record in records if record["zone"] == "land"]
    assert len(on_land) > 250
    assert [record for record in on_land if not record["states"]] == []


def test_an_islet_by_the_waters_around_has_the_sovereign_of_its_territory(tmp_path: Path) -> None:
    far = (
        '{"features": [{"properties": {"id": "sj", "name": "Svalbard", "states": ["SJ"], '
        '"sovereign": ["NO"], "note": "", "surveyed": false}, "geometry": '
        '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}'
    )
    (tmp_path / LAND_STATES).write_bytes(gzip.compress(far.encode()))
    zones, lon, lat = load_zones(), np.array([16.0]), np.array([78.5])
    (islet,) = describe_land(lon, lat, zones.at(lon, lat), zones, folder=tmp_path)
    assert (islet["states"], islet["sovereign"]) == (["SJ"], ["NO"])


def test_a_border_nearby_is_reported() -> None:
    found = at(30.19, 69.66)  # the crossing at Storskog, between Norway and Russia
    assert {"Norway", "Russia"} <= set(found["land"].replace(";", "").split())


def test_a_point_near_the_southern_coast_is_undecided() -> None:
    found = at(29.9, 31.22)  # Alexandria
    assert (found["zone"], found["states"]) == ("not_assessed", [])
    assert "coast of Egypt is within 5 km" in found["land"]


def test_an_islet_that_no_outline_has_is_the_state_of_the_waters_around(tmp_path: Path) -> None:
    (tmp_path / LAND_STATES).write_bytes(gzip.compress(b'{"features": []}'))
    zones = load_zones()
    lon, lat = np.array([16.0, 37.6]), np.array([78.5, 55.75])
    islet, inland = describe_land(lon, lat, zones.at(lon, lat), zones, folder=tmp_path)
    assert islet["states"] == ["SJ"]
    assert (inland["states"], inland["land"][:15]) == ([], "owner unknown (")


@pytest.mark.parametrize("content", [None, b"", b"no gzip", gzip.compress(b"{}", mtime=0)])
def test_without_the_land_file_the_zone_is_still_given(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / LAND_STATES).write_bytes(content)
    with pytest.raises(ZoneError, match=LAND_STATES):
        load_land(tmp_path)
    zones = load_zones()
    lon, lat = np.array([37.6, 70.0]), np.array([55.75, 75.0])
    moscow, kara = describe_land(lon, lat, zones.at(lon, lat), zones, folder=tmp_path)
    assert LAND_STATES in moscow["land"]
    assert kara == {}


def test_a_circle_is_round_at_the_pole_and_over_180() -> None:
    lon, lat = circle(np.array([0.0, 180.0]), np.array([90.0, 71.0]), 5.0)
    assert np.allclose(lat[0], 89.955, atol=0.001)
    assert (lon[1] < 0).any()
    assert (lon[1] > 179).any()

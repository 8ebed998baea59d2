"""Ports, projects, cities, groups and regions are complete, and refer to what exists."""

from typing import Any

import geopandas as gpd
import pytest

from geo.catalogue.records import DATA, read_collection
from geo.geodesy import WGS84
from tests import shipped

CATALOGUE = shipped.catalogue()
EQUIDISTANT = "+proj=aeqd +lat_0=90 +lon_0=0 +datum=WGS84"
COAST_M = 30_000
OURS = ("ports", "projects", "cities", "groups", "regions", "states", "world-states")


def properties(name: str) -> list[dict[str, Any]]:
    return [item["properties"] for item in read_collection(DATA / f"{name}.geojson")]


def test_there_are_the_ports_of_the_table() -> None:
    ports = properties("ports")
    assert len(ports) == 98
    assert {port["type"] for port in ports} == {"port"}
    without_code = {port["id"] for port in ports if "UN/LOCODE" not in port["details"]}
    assert without_code == {
        "sabetta",
        "utrenniy",
        "varandey",
        "provideniya",
        "narsaq",
        "finnafjord",
        "bukhta-sever",
        "arctic-gate",
        "prirazlomnoye",
        "belokamenka",
        "milne-inlet",
        "steensby-inlet",
        "grays-bay",
    }


def test_every_port_has_a_port_state() -> None:
    for port in properties("ports"):
        assert "port-state" in {role["role"] for role in port["nations"]}, port["id"]


def test_ports_are_on_the_coast_except_on_rivers_and_a_platform_at_sea() -> None:
    land = gpd.GeoDataFrame.from_features(
        read_collection(DATA / "base" / "land.geojson"), crs=WGS84
    ).to_crs(EQUIDISTANT)
    ids = [port["id"] for port in properties("ports")]
    ports = CATALOGUE.frame[CATALOGUE.frame["id"].isin(ids)].to_crs(EQUIDISTANT)
    distance = ports.set_index("id").distance(land.boundary.union_all())
    away = set(distance[distance > COAST_M].index)
    assert away == {"naryan-mar", "dudinka", "igarka", "khatanga", "prirazlomnoye"}


@pytest.mark.parametrize("project", properties("projects"), ids=lambda entry: entry["id"])
def test_every_project_has_status_corridor_and_says_whether_it_is_checked(
    project: dict[str, Any],
) -> None:
    details = project["details"]
    assert details["project status"]
    assert details["corridor"] in {"psr", "psr-northeast", "psr-northwest", "psr-central"}
    assert isinstance(details["checked"], bool)
    assert details["checked"] is ("We have not checked this." not in project["note"])


def test_what_no_source_was_checked_for_is_not_called_checked() -> None:
    for project in properties("projects"):
        checked = [s for s in project["sources"] if s["confidence"].startswith("checked")]
        assert bool(checked) == project["details"]["checked"], project["id"]


@pytest.mark.parametrize("name", OURS)
def test_everything_that_is_pointed_at_exists(name: str) -> None:
    for entry in properties(name):
        nations = [role["nation"] for role in entry["nations"]]
        whole = [entry["part_of"]] if "part_of" in entry else []
        for target in [*entry.get("members", []), *whole, *nations]:
            assert target in CATALOGUE.features, f"{entry['id']} points at {target}"


def test_no_name_in_the_lexicon_means_two_places() -> None:
    owner: dict[str, str] = {}
    for name in OURS:
        for entry in properties(name):
            for text in CATALOGUE.features[entry["id"]].all_names():
                if text.in_lexicon:
                    assert owner.setdefault(text.text, entry["id"]) == entry["id"], text.text


def test_groups_have_as_many_members_as_they_should() -> None:
    sizes = {entry["id"]: len(entry["members"]) for entry in properties("groups")}
    assert sizes["nato"] == 32
    assert sizes["eu"] == 27
    assert sizes["arctic-eight"] == sizes["arctic-council"] == 8
    assert sizes["arctic-five"] == sizes["nordics"] == 5
    assert CATALOGUE.features["belt-and-road"].members == ("psr",)
    assert CATALOGUE.features["psr"].members == ("psr-northeast", "psr-northwest", "psr-central")


def test_the_arctic_begins_at_the_arctic_circle_and_holds_the_pole() -> None:
    shape = CATALOGUE.shapes("arctic")[""]
    assert shape.bounds == (-180.0, 66.5636, 180.0, 90.0)
    assert shape.is_valid
    assert tuple(CATALOGUE.shapes("north-pole")[""].coords[0]) == (0.0, 90.0)

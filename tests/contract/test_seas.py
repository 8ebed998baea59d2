import json
from collections.abc import Mapping
from itertools import pairwise

import pytest
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA
from geo.geodesy import densify_edges, to_polar
from tests import shipped
from tests.areas import area_km2

NAMED_BY_SHIPPING_ARTICLES = [
    "barents-sea", "white-sea", "pechora-sea", "kara-sea", "laptev-sea",
    "east-siberian-sea", "chukchi-sea", "bering-sea", "beaufort-sea", "greenland-sea",
    "norwegian-sea", "iceland-sea", "labrador-sea", "baffin-bay", "hudson-bay",
    "foxe-basin", "lincoln-sea", "arctic-ocean", "north-sea", "baltic-sea",
    "gulf-of-bothnia", "gulf-of-finland", "sea-of-okhotsk", "sea-of-japan", "yellow-sea",
    "east-china-sea", "south-china-sea", "north-atlantic", "north-pacific", "gulf-of-ob",
    "yenisei-gulf", "khatanga-gulf", "amundsen-gulf", "coronation-gulf", "gulf-of-boothia",
    "viscount-melville-sound", "gulf-of-alaska", "cook-inlet", "varangerfjord", "kola-bay",
    "ungava-bay", "james-bay", "disko-bay", "scoresby-sound",
]  # fmt: skip

# A position and the water it lies in; two are on both sides of 180 degrees, one by the pole.
IN_THE_WATER = {
    (0.0, 89.99): "arctic-ocean",
    (180.0, 89.5): "arctic-ocean",
    (-90.0, 89.9): "arctic-ocean",
    (179.9, 75.0): "arctic-ocean",
    (-179.9, 75.0): "arctic-ocean",
    (179.9, 58.0): "bering-sea",
    (-179.9, 58.0): "bering-sea",
    (70.0, 74.5): "kara-sea",
    (40.0, 74.0): "barents-sea",
    (30.0, 71.5): "barents-sea",
    (125.0, 76.0): "laptev-sea",
    (160.0, 72.0): "east-siberian-sea",
    (-170.0, 69.5): "chukchi-sea",
    (-140.0, 71.0): "beaufort-sea",
    (0.0, 76.0): "greenland-sea",
    (5.0, 68.0): "norwegian-sea",
    (-67.0, 73.0): "baffin-bay",
    (-55.0, 57.0): "labrador-sea",
    (-85.0, 59.0): "hudson-bay",
    (73.2, 70.8): "gulf-of-ob",
    (149.0, 55.0): "sea-of-okhotsk",
    (20.0, 57.0): "baltic-sea",
    (-61.0, 70.5): "baffin-bay",
    (-61.0, 69.5): "davis-strait",
}
NEIGHBOURS = [
    ("barents-sea", "kara-sea"),
    ("barents-sea", "norwegian-sea"),
    ("kara-sea", "vilkitsky-strait"),
    ("vilkitsky-strait", "laptev-sea"),
    ("east-siberian-sea", "long-strait"),
    ("long-strait", "chukchi-sea"),
    ("chukchi-sea", "bering-strait"),
    ("bering-strait", "bering-sea"),
    ("bering-sea", "north-pacific"),
    ("beaufort-sea", "arctic-ocean"),
    ("baffin-bay", "davis-strait"),
    ("norwegian-sea", "north-sea"),
    ("gulf-of-finland", "baltic-sea"),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped.catalogue()


@pytest.fixture(scope="module")
def areas(catalogue: Catalogue) -> Mapping[str, BaseGeometry]:
    waters = catalogue.of_kind("sea", "strait")
    shapes = {w.id: catalogue.shapes(w.id)[""] for w in waters if catalogue.shapes(w.id)}
    return {i: shape for i, shape in shapes.items() if shapely.get_dimensions(shape) == 2}


@pytest.mark.parametrize("identity", NAMED_BY_SHIPPING_ARTICLES)
def test_every_sea_that_articles_name_is_on_the_map(catalogue: Catalogue, identity: str) -> None:
    assert catalogue.feature(identity).kind == "sea"
    assert catalogue.shapes(identity)


@pytest.mark.parametrize(("position", "water"), IN_THE_WATER.items(), ids=str)
def test_a_position_lies_in_the_water_that_a_chart_names(
    areas: Mapping[str, BaseGeometry], position: tuple[float, float], water: str
) -> None:
    assert [i for i, area in areas.items() if area.intersects(Point(position))] == [water]


def test_every_area_is_valid_and_cut_at_180(areas: Mapping[str, BaseGeometry]) -> None:
    assert [i for i, area in areas.items() if not area.is_valid] == []
    assert min(area.bounds[0] for area in areas.values()) >= -180
    assert max(area.bounds[2] for area in areas.values()) <= 180
    for area in areas.values():
        for part in shapely.get_parts(area):
            longest = max(abs(b[0] - a[0]) for a, b in pairwise(part.exterior.coords))
            at_the_pole = part.bounds[3] == 90
            assert longest < 60 or at_the_pole


def test_waters_do_not_overlap_except_a_whole_and_its_parts(
    catalogue: Catalogue, areas: Mapping[str, BaseGeometry]
) -> None:
    ids = list(areas)
    tree = shapely.STRtree([areas[i] for i in ids])
    for a, b in zip(*tree.query(list(areas.values()), predicate="overlaps"), strict=True):
        shared = area_km2(areas[ids[a]].intersection(areas[ids[b]]))
        assert shared < 15, f"{ids[a]} and {ids[b]} share {shared:.0f} km2"
    for a, b in zip(*tree.query(list(areas.values()), predicate="contains"), strict=True):
        assert a == b or catalogue.feature(ids[b]).part_of == ids[a]


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS, ids="-".join)
def test_neighbours_share_their_edge(
    areas: Mapping[str, BaseGeometry], one: str, other: str
) -> None:
    edges = (to_polar(densify_edges(areas[i])).boundary for i in (one, other))
    first, second = (shapely.buffer(edge, 500) for edge in edges)
    assert shapely.intersection(first, second).area / 1000 > 15_000


@pytest.mark.parametrize(
    ("identity", "published_km2", "tolerance"),
    [
        # Round figures as encyclopaedias give them (not checked), for the order only.
        ("barents-sea", 1_400_000, 0.1),
        ("kara-sea", 926_000, 0.15),
        ("white-sea", 90_000, 0.1),
        ("sea-of-okhotsk", 1_583_000, 0.1),
    ],
)
def test_a_sea_has_about_its_published_area(
    areas: Mapping[str, BaseGeometry], identity: str, published_km2: float, tolerance: float
) -> None:
    assert area_km2(areas[identity]) == pytest.approx(published_km2, rel=tolerance)


def test_every_area_states_its_limits_in_words_and_their_confidence(
    catalogue: Catalogue, areas: Mapping[str, BaseGeometry]
) -> None:
    for identity in areas:
        feature = catalogue.feature(identity)
        assert feature.precision in {"digitised", "schematic"}
        assert feature.sources
        if feature.kind == "sea":
            assert " to " in feature.details["limits"] or "parallel" in feature.details["limits"]


def test_the_files_stay_small() -> None:
    size = sum((DATA / f"{name}.geojson").stat().st_size for name in ("seas", "straits"))
    assert size < 360_000
    text = (DATA / "seas.geojson").read_text(encoding="utf-8")
    assert json.loads(text)["features"]


def test_every_part_names_an_existing_whole(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("sea", "strait"):
        assert not feature.part_of or feature.part_of in catalogue.features

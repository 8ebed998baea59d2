import pytest
import shapely
from shapely import Point, Polygon, box

from geo.catalogue.recipes.seas.cover import (
    Limit,
    divide,
    read_limits,
    read_positions,
    read_rows,
    simplify_waters,
    to_lonlat,
)
from geo.errors import CatalogueError
from geo.geodesy import densify_edges, to_polar
from tests.areas import area_km2


def plane(west: float, south: float, east: float, north: float) -> Polygon:
    area = to_polar(densify_edges(box(west, south, east, north), step_deg=0.1))
    assert isinstance(area, Polygon)
    return area


WATER = plane(170, 70, 190, 80)
ALONG_180 = Limit("middle", "project", "South shore to north shore", ((180, 69), (180, 81)))
SEEDS = {"west": [(175.0, 75.0)], "east": [(-175.0, 75.0)]}


def test_a_limit_along_180_divides_the_water() -> None:
    parts = divide(WATER, [ALONG_180], SEEDS)
    assert set(parts) == {"west", "east"}
    assert sum(part.area for part in parts.values()) == pytest.approx(WATER.area, rel=1e-6)
    assert shapely.intersection(parts["west"], parts["east"]).area == 0


def test_a_limit_that_misses_its_shore_names_both_seas() -> None:
    short = Limit("short", "project", "", ((180, 69), (180, 79)))
    with pytest.raises(CatalogueError, match="east and west share one face"):
        divide(WATER, [short], SEEDS)


def test_a_seed_on_land_is_named_with_its_place() -> None:
    with pytest.raises(CatalogueError, match=r"lost: the seed \(0.0, 50.0\) is not in the water"):
        divide(WATER, [ALONG_180], SEEDS | {"lost": [(0.0, 50.0)]})


def test_a_cut_off_cove_is_merged_into_its_neighbour() -> None:
    cove = Limit("cove", "project", "", ((189.5, 69), (189.5, 70.3), (191, 70.3)))
    parts = divide(WATER, [ALONG_180, cove], SEEDS)
    assert sum(part.area for part in parts.values()) == pytest.approx(WATER.area, rel=1e-6)


def test_simplified_neighbours_keep_their_edge_and_limits() -> None:
    full = divide(WATER, [ALONG_180], SEEDS)
    drawn = simplify_waters(full, [ALONG_180])
    assert drawn["west"].limits == (ALONG_180,)
    shared = shapely.intersection(drawn["west"].drawn.boundary, drawn["east"].drawn.boundary)
    assert shared.length > 1_000_000
    assert shapely.intersection(drawn["west"].drawn, drawn["east"].drawn).area < 1.0


def test_an_area_with_the_pole_makes_a_round_trip_in_lon_lat() -> None:
    cap = Point(0, 0).buffer(1_000_000, quad_segs=90)
    area = to_lonlat(cap)
    assert area.is_valid
    assert area.bounds[0] == -180
    assert area.bounds[2] == 180
    assert area.bounds[3] == 90
    for position in ((0, 89.9), (180, 85), (-180, 85), (-0.1, 88), (90, 90)):
        assert area.intersects(Point(position))
    back = shapely.union_all([to_polar(densify_edges(part)) for part in shapely.get_parts(area)])
    assert back.area == pytest.approx(cap.area, rel=0.001)


def test_an_area_over_180_is_cut_there() -> None:
    area = to_lonlat(WATER)
    assert len(shapely.get_parts(area)) == 2
    assert area.bounds[0] == -180
    assert area.bounds[2] == 180
    assert area_km2(area) == pytest.approx(
        area_km2(densify_edges(box(170, 70, 190, 80), step_deg=0.1)), rel=0.001
    )


def test_positions_are_read_as_they_are_written() -> None:
    assert read_positions("16.2 79.9, -18.0 80.1") == ((16.2, 79.9), (-18.0, 80.1))


def test_every_limit_has_words_and_every_row_a_known_basis() -> None:
    limits = read_limits()
    assert len({limit.id for limit in limits}) == len(limits)
    assert all(limit.words and limit.basis in {"S-23", "project"} for limit in limits)
    for name in ("seas.csv", "straits.csv"):
        for row in read_rows(name):
            assert row["basis"] in {"S-23", "project", "point", "union", "ring", "lane"}
            assert row["note"].endswith(".")

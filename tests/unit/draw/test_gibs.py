"""The tiles of NASA's daily picture: the grid, which are asked for, and where they are drawn."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import product

import numpy as np
import pytest
import shapely
from shapely import Point

from geo.draw.frames import METRES_PER_UNIT, POLE, RIM, RIM_RADIUS, project_polar
from geo.draw.gibs import (
    BASE,
    FIRST_DAY,
    Tile,
    address_of,
    box_of,
    day_tiles,
    has_picture,
    level_for,
    place_of,
    tiles_a_side,
    tiles_of,
)
from geo.draw.voyage_lines import DISC_RADIUS, on_disc
from geo.geodesy import from_polar

DAY = date(2025, 2, 26)
MATRIX_SET = [
    # level, scale denominator, tile side in pixels, tiles a side
    (0, 29257142.857142857, 512, 2),
    (1, 14628571.428571429, 512, 4),
    (2, 7314285.714285714, 512, 8),
    (3, 3657142.857142857, 512, 16),
]
"""The service's matrix set `1km` of EPSG:3413; its corner is at (-4194304, 4194304) metres."""
OGC_PIXEL_M = 0.00028
"""The size of a pixel that scale denominators are given for."""
HALF_M = 4_194_304


def corner_m(tile: Tile) -> tuple[float, float]:
    """Return the upper left corner of a tile in EPSG:3413, by the matrix set alone."""
    _, scale, side_px, _ = MATRIX_SET[tile.level]
    side_m = scale * OGC_PIXEL_M * side_px
    return -HALF_M + tile.column * side_m, HALF_M - tile.row * side_m


@pytest.mark.parametrize(("level", "scale", "side_px", "count"), MATRIX_SET)
def test_tiles_lie_where_the_matrix_set_has_them(
    level: int, scale: float, side_px: int, count: int
) -> None:
    assert tiles_a_side(level) == count
    side = scale * OGC_PIXEL_M * side_px / METRES_PER_UNIT
    for row, column in product(range(count), repeat=2):
        tile = Tile(level, row, column)
        x_m, y_m = corner_m(tile)
        west, south, east, north = box_of(tile)
        assert (west, north) == pytest.approx(
            ((x_m + HALF_M) / METRES_PER_UNIT, (y_m - HALF_M) / METRES_PER_UNIT)
        )
        assert (east - west, north - south) == pytest.approx((side, side))


@pytest.mark.parametrize("level", range(4))
def test_a_corner_of_a_tile_is_drawn_where_the_map_draws_that_place(level: int) -> None:
    middle = tiles_a_side(level) // 2
    for row, column in ((middle, middle), (middle - 1, middle), (middle, middle - 1)):
        tile = Tile(level, row, column)
        x_m, y_m = corner_m(tile)
        inside = (x_m + 1000.0, y_m - 1000.0)
        position = from_polar(*inside)
        left, top, _ = place_of(tile)
        ((x, y), *_) = on_disc([position, (position[0], position[1] - 0.01)])
        assert (left, top) == pytest.approx((x, y), abs=0.5)
        drawn = project_polar(Point(position))
        west, _, _, north = box_of(tile)
        assert (drawn.x - west, north - drawn.y) == pytest.approx((1000 / METRES_PER_UNIT,) * 2)


@pytest.mark.parametrize("level", range(4))
def test_every_tile_that_meets_the_disc_is_asked_for_and_none_outside(level: int) -> None:
    asked = tiles_of(RIM, level)
    assert len(set(asked)) == len(asked)
    side = range(tiles_a_side(level))
    for tile in (Tile(level, row, column) for row in side for column in side):
        west, south, east, north = box_of(tile)
        nearest = (np.clip(POLE[0], west, east), np.clip(POLE[1], south, north))
        reach = np.hypot(nearest[0] - POLE[0], nearest[1] - POLE[1])
        assert (tile in asked) == (reach < RIM_RADIUS), tile


def test_of_a_part_of_the_disc_only_its_tiles_are_asked_for() -> None:
    north_east = shapely.box(POLE[0], POLE[1], POLE[0] + 100, POLE[1] + 100)
    assert tiles_of(north_east, 0) == [Tile(0, 0, 1)]
    assert tiles_of(north_east, 3) == [Tile(3, row, column) for row in (6, 7) for column in (8, 9)]


def test_the_tiles_of_the_disc_make_one_picture_without_gaps() -> None:
    boxes = [shapely.box(*box_of(tile)) for tile in tiles_of(RIM, 2)]
    assert shapely.union_all(boxes).area == pytest.approx(sum(box.area for box in boxes))
    beyond = shapely.difference(RIM, shapely.union_all(boxes))
    assert all(abs(x - POLE[0]) >= 511 or abs(y - POLE[1]) >= 511
               for x, y in shapely.get_coordinates(beyond.representative_point()))  # fmt: skip


def test_the_address_is_that_of_the_service() -> None:
    assert address_of(Tile(1, 2, 3), DAY) == (
        "https://gibs.earthdata.nasa.gov/wmts/epsg3413/best/AMSRU2_Sea_Ice_Concentration_12km/"
        "default/2025-02-26/1km/1/2/3.png"
    )
    assert address_of(Tile(0, 0, 0), DAY, base="http://localhost:1").startswith(
        "http://localhost:1/"
    )


def test_the_picture_is_an_image_for_each_tile_in_units_of_the_disc() -> None:
    drawn = day_tiles(DAY)
    images = re.findall(r'<image href="([^"]*)" x="(\S+)" y="(\S+)" width="(\S+)"', drawn)
    assert [address.removeprefix(BASE)[-9:] for address, *_ in images] == [
        f"/0/{row}/{column}.png"[-9:] for row, column in product(range(2), repeat=2)
    ]
    side = DISC_RADIUS * HALF_M / (RIM_RADIUS * METRES_PER_UNIT)
    places = [tuple(map(float, place)) for _, *place in images]
    assert places == [
        pytest.approx((x, y, side), abs=0.001) for y in (-side, 0) for x in (-side, 0)
    ]


def test_of_a_day_without_a_picture_nothing_is_asked_for() -> None:
    assert has_picture(DAY)
    assert has_picture(FIRST_DAY)
    assert has_picture(date(2025, 9, 2)), "the layer goes on after the days that were looked at"
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    for day in (date(2012, 7, 1), tomorrow + timedelta(days=1), date(1969, 8, 26)):
        assert not has_picture(day)
        assert "<image" not in day_tiles(day)


def test_the_level_is_as_fine_as_the_screen() -> None:
    assert [level_for(metres) for metres in (20_000, 8192, 8191, 3000, 1024, 10)] == [
        *(0, 0, 1, 2, 3, 3)
    ]

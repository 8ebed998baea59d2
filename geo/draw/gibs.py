"""NASA's daily picture of the sea ice as tiles on the polar chart.

The Global Imagery Browse Services (GIBS) serve tiles in EPSG:3413, the projection of the polar
frame. Matrix set `1km`: the upper left corner lies at (-4194304, 4194304) metres, a tile has 512
pixels a side, level 0 has 2 by 2 tiles of 8192 m a pixel, and each level halves that, to 1024 m at
level 3. Only the reader's browser asks for a tile, and only once the reader has pressed for it.

The layer `AMSRU2_Sea_Ice_Concentration_12km` is daily mean concentration seen by AMSR2. Matrix set,
levels, first and last day were read in public code that quotes the service's own list of layers;
the service itself was not asked. The rim of the chart lies 317 km beyond the tiles on four sides:
nothing is asked for there.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

import shapely

from geo.draw.frames import METRES_PER_UNIT, POLE, RIM, RIM_RADIUS
from geo.draw.voyage_lines import DISC_RADIUS
from geo.escape import Markup, svg_element

if TYPE_CHECKING:
    from shapely import Polygon

BASE = "https://gibs.earthdata.nasa.gov"
LAYER = "AMSRU2_Sea_Ice_Concentration_12km"
MATRIX_SET = "1km"
CORNER_M = (-4_194_304.0, 4_194_304.0)
"""Upper left corner of the matrix set, in metres of EPSG:3413."""
TILE_PX = 512
METRES_PER_PX = (8192.0, 4096.0, 2048.0, 1024.0)
"""Metres a pixel by level."""
FIRST_DAY = date(2012, 7, 2)
"""The first day of the layer, which goes on: it was known to hold days to 1 September 2025."""
_ADDRESS = "{base}/wmts/epsg3413/best/{layer}/default/{day}/{set}/{level}/{row}/{column}.png"
_UNITS_OF_DISC = DISC_RADIUS / RIM_RADIUS


class Tile(NamedTuple):
    """A tile; rows count from the top."""

    level: int
    row: int
    column: int


def has_picture(day: date) -> bool:
    """Return whether a day is one of those that the layer may have a picture of: none to come."""
    return FIRST_DAY <= day <= datetime.now(UTC).date()


def tiles_a_side(level: int) -> int:
    """Return how many tiles a level has from left to right, and from top to bottom."""
    return round(-2 * CORNER_M[0] / (TILE_PX * METRES_PER_PX[level]))


def level_for(metres_per_px: float) -> int:
    """Return the coarsest level that is as fine as a map on the screen, or the finest there is."""
    fine = (level for level, metres in enumerate(METRES_PER_PX) if metres <= metres_per_px)
    return next(fine, len(METRES_PER_PX) - 1)


def box_of(tile: Tile) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a tile in units of the polar frame."""
    side_m = TILE_PX * METRES_PER_PX[tile.level]
    west_m = CORNER_M[0] + tile.column * side_m
    north_m = CORNER_M[1] - tile.row * side_m
    west, north = _to_frame(west_m, north_m)
    east, south = _to_frame(west_m + side_m, north_m - side_m)
    return west, south, east, north


def _to_frame(x_m: float, y_m: float) -> tuple[float, float]:
    """Return a place in EPSG:3413 in units of the polar frame, as `geo.draw.frames` has them."""
    return (x_m - CORNER_M[0]) / METRES_PER_UNIT, (y_m - CORNER_M[1]) / METRES_PER_UNIT


def tiles_of(area: Polygon, level: int) -> list[Tile]:
    """Return the tiles of a level that share some area with a part of the polar frame.

    Parameters
    ----------
    area
        In units of the polar frame; one that only touches a tile does not need it.
    """
    side = range(tiles_a_side(level))
    shapely.prepare(area)
    every = (Tile(level, row, column) for row in side for column in side)
    return [tile for tile in every if _meets(area, tile)]


def _meets(area: Polygon, tile: Tile) -> bool:
    box = shapely.box(*box_of(tile))
    return bool(area.intersects(box)) and not area.touches(box)


def address_of(tile: Tile, day: date, *, base: str = BASE) -> str:
    """Return where a tile of a day is."""
    return _ADDRESS.format(
        base=base, layer=LAYER, day=day.isoformat(), set=MATRIX_SET,
        level=tile.level, row=tile.row, column=tile.column,
    )  # fmt: skip


def day_tiles(day: date, *, level: int = 0, area: Polygon = RIM, base: str = BASE) -> Markup:
    """Return the picture of a day as a group of an SVG in units of the disc.

    A browser asks for every tile as soon as this is in the page. The group is still without
    pictures where the layer has none of the day.

    Parameters
    ----------
    level
        Level 0 suffices for a disc of up to 1100 pixels across.
    area
        The part of the polar frame that is seen.
    """
    tiles = tiles_of(area, level) if has_picture(day) else []
    images = (_image(tile, address_of(tile, day, base=base)) for tile in tiles)
    return svg_element("g", *images, class_="day-tiles", data_day=day.isoformat())


def _image(tile: Tile, address: str) -> Markup:
    x, y, side = place_of(tile)
    return svg_element(
        "image", href=address, x=f"{x:.3f}", y=f"{y:.3f}", width=f"{side:.3f}", height=f"{side:.3f}"
    )


def place_of(tile: Tile) -> tuple[float, float, float]:
    """Return left, top and side of a tile in units of the disc, y downward."""
    west, _, east, north = box_of(tile)
    left, top = (west - POLE[0]) * _UNITS_OF_DISC, (POLE[1] - north) * _UNITS_OF_DISC
    return left, top, (east - west) * _UNITS_OF_DISC

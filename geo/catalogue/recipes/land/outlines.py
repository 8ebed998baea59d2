"""Outlines of land and states, simplified together as one coverage.

Neighbours keep one common border because all countries are simplified together. The work is done in
Mercator units on unwrapped longitudes: the projection is conformal, has no seam at 180 degrees
there, and gives the finest outline in the highest latitudes. One unit is one degree of longitude,
so a tolerance of 0.06 is 6.7 km at the equator, 2.3 km at 70 N and 1.2 km at 80 N. (It is the
tolerance of `shapely.coverage_simplify`: the square root of the smallest triangle kept.)

Antarctica is left out; everything else is kept. Two things differ from Natural Earth:

- Crimea is taken out of Russia and goes with Ukraine, as in resolution 68/262 of the United Nations
  General Assembly (27 March 2014);
- Åland goes with Finland, Hong Kong and Macao with China.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely
from shapely import MultiPolygon, box

from geo.catalogue.recipes.natural_earth import read_countries
from geo.geodesy import WGS84, Floats, extract_polygons

if TYPE_CHECKING:
    import pandas as pd


REST = "rest"
UNITS = {
    "643": "RU", "124": "CA", "840": "US", "578": "NO", "208": "DK", "304": "GL", "234": "FO",
    "246": "FI", "248": "FI", "752": "SE", "352": "IS", "156": "CN", "344": "CN", "446": "CN",
}  # fmt: skip
"""Natural Earth's code to our id; all else is the rest of the world."""

CRIMEA = box(32.3, 44.2, 36.62, 46.3)
"""Holds the peninsula up to the Strait of Kerch and the isthmus of Perekop; lon, lat."""
PARTS = {
    "alaska": ("US", [box(-180.0, 51.0, -129.9, 72.0), box(170.0, 51.0, 180.0, 72.0)]),
    "svalbard": ("NO", [box(8.0, 74.0, 36.0, 81.5)]),
    "jan-mayen": ("NO", [box(-10.0, 70.0, -7.0, 72.0)]),
    "bouvet": ("NO", [box(2.0, -56.0, 5.0, -53.0)]),
}
"""Parts of a state that are units of their own: the state, and boxes that hold their polygons."""

_ANTARCTICA = "010"
_EDGE_DEG = 1.0
_DECIMALS = 3


def read_units(folder: Path) -> gpd.GeoDataFrame:
    """Return the land of each unit at 1:50m, one row each; longitudes are unwrapped.

    Columns: `unit` (the ids of `UNITS`, the parts of `PARTS`, `rest`) and `geometry`.
    """
    frame = read_countries(folder, scale="50m")
    frame = frame.loc[frame["code"] != _ANTARCTICA].explode(ignore_index=True)
    pieces = frame.assign(unit=_unit_of_pieces(frame)).loc[:, ["unit", "geometry"]]
    return pieces.dissolve("unit", method="coverage").reset_index()


def _unit_of_pieces(pieces: gpd.GeoDataFrame) -> "pd.Series[str]":
    """Return the unit of each polygon."""
    units = pieces["code"].map(UNITS).fillna(REST)
    inside = pieces.representative_point()
    units = units.mask((units == "RU") & inside.within(CRIMEA), REST)
    for part, (state, boxes) in PARTS.items():
        units = units.mask((units == state) & inside.within(shapely.union_all(boxes)), part)
    return units


def simplify_units(units: gpd.GeoDataFrame, *, tolerance: float) -> gpd.GeoDataFrame:
    """Return the units simplified as one coverage, coordinates to three decimals.

    Borders that run along a parallel or a meridian get a vertex at every degree at least, so that
    they curve correctly when projected.

    Parameters
    ----------
    units
        As from `read_units`.
    tolerance
        In Mercator units, see the head of this module.
    """
    flat = shapely.transform(units.geometry.to_numpy(), _to_mercator)
    simple = shapely.coverage_simplify(flat, tolerance)
    dense = shapely.segmentize(shapely.transform(simple, _from_mercator), _EDGE_DEG)
    back = shapely.transform(dense, lambda xy: np.round(xy, _DECIMALS))
    # Rounding may make a ring touch itself.
    areas = [MultiPolygon(extract_polygons(shape)) for shape in shapely.make_valid(back)]
    return gpd.GeoDataFrame({"unit": units["unit"]}, geometry=areas, crs=WGS84)


def _to_mercator(xy: Floats) -> Floats:
    """Project lon, lat to spherical Mercator with degrees of longitude as its unit."""
    lat = np.radians(xy[:, 1])
    return np.column_stack([xy[:, 0], np.degrees(np.arcsinh(np.tan(lat)))])


def _from_mercator(xy: Floats) -> Floats:
    """Invert `_to_mercator`."""
    return np.column_stack([xy[:, 0], np.degrees(np.arctan(np.sinh(np.radians(xy[:, 1]))))])

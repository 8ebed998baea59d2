"""Areas on the ellipsoid, to compare with published ones."""

from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD, explode


def area_km2(geometry: BaseGeometry) -> float:
    """Return the geodesic area of a polygon in square kilometres, whatever its winding."""
    rings = (
        (sign, ring)
        for piece in explode(geometry)
        if isinstance(piece, Polygon)
        for sign, ring in [(1, piece.exterior), *((-1, hole) for hole in piece.interiors)]
    )
    return sum(
        sign * abs(GEOD.geometry_area_perimeter(Polygon(ring))[0]) / 1e6 for sign, ring in rings
    )

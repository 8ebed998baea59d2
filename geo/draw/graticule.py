"""Meridians, parallels, the Arctic Circle and the rim's scale, as lon/lat lines."""

from shapely import LineString, MultiLineString

from geo.draw.frames import RIM_LAT_DEG

ARCTIC_CIRCLE_DEG = 66.5636
"""About 66 deg 33' 49" N for the mean obliquity of our time; it moves some 14 m a year."""
_STEP_DEG = 2


def _parallel(lat: float) -> LineString:
    return LineString([(lon, lat) for lon in range(-180, 181, _STEP_DEG)])


def graticule() -> MultiLineString:
    """Return meridians every 30 degrees (to 85 N) and parallels every 10 degrees, EPSG:4326."""
    south_deg = int(RIM_LAT_DEG)
    meridians = [
        LineString([(lon, lat) for lat in range(south_deg, 86, 5)]) for lon in range(-180, 180, 30)
    ]
    parallels = [_parallel(lat) for lat in range(south_deg + 10, 90, 10)]
    return MultiLineString([*meridians, *parallels])


def arctic_circle() -> LineString:
    """Return the Arctic Circle from 180 W to 180 E, EPSG:4326."""
    return _parallel(ARCTIC_CIRCLE_DEG)


def meridian_labels() -> list[tuple[float, str]]:
    """Return longitude and text of the labels around the polar chart."""
    labels = []
    for lon in range(-150, 181, 30):
        side = "" if lon in {0, 180} else ("E" if lon > 0 else "W")
        labels.append((float(lon), f"{abs(lon)}°{side}"))
    return labels

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.catalogue.recipes.boundaries.lines import Baseline
from geo.catalogue.recipes.coast import Coast, densify, to_centre, to_plane
from geo.catalogue.recipes.zones.faces import build_faces, internal_waters, parallel, zones_of
from geo.catalogue.recipes.zones.labels import LAND, internal, of_one

GEOD = Geod(ellps="WGS84")


def lonlat(*points: tuple[float, float]) -> np.ndarray:
    return np.array(points, float)


def island(*points: tuple[float, float]) -> np.ndarray:
    """Return a closed line of degrees with a vertex every few kilometres."""
    ring = shapely.segmentize(shapely.LinearRing(points), 0.05)
    return shapely.get_coordinates(ring)


def coast_of(**units: np.ndarray) -> Coast:
    plane = {unit: to_plane(line[:, 0], line[:, 1]) for unit, line in units.items()}
    return Coast(
        {unit: densify(line) for unit, line in units.items()},
        [shapely.LineString(xy) for xy in plane.values()],
        [shapely.Polygon(xy) for xy in plane.values()],
    )


@pytest.fixture(scope="module")
def around_180() -> tuple[dict[str, shapely.MultiPolygon], dict[str, float]]:
    coast = coast_of(JP=island((179.0, 70.0), (181.0, 70.0), (181.0, 71.0), (179.0, 71.0)))
    faces, labels = build_faces(coast, 8_000.0, lambda _: None)
    zones = zones_of(faces, labels)
    return zones, {label: zone.area / 1e6 for label, zone in zones.items()}


def test_an_island_gets_its_belts(around_180: tuple[dict[str, shapely.MultiPolygon], dict]) -> None:
    zones, areas = around_180
    assert areas[of_one("territorial_sea", "JP")] == pytest.approx(9_300, rel=0.06)
    assert areas[LAND] == pytest.approx(76.5 / 2 * 2 * 111.6, rel=0.05)
    assert zones[of_one("eez", "JP")].is_valid


def test_zones_do_not_overlap_and_leave_no_gap(
    around_180: tuple[dict[str, shapely.MultiPolygon], dict],
) -> None:
    zones, areas = around_180
    own = [zone for label, zone in zones.items() if label.units == ("JP",) or label == LAND]
    together = shapely.union_all(own)
    assert together.area / 1e6 == pytest.approx(
        sum(area for label, area in areas.items() if label.units == ("JP",) or label == LAND),
        rel=1e-9,
    )
    assert not shapely.get_parts(together)[0].interiors


def test_faces_south_of_the_limit_stay_behind(
    around_180: tuple[dict[str, shapely.MultiPolygon], dict],
) -> None:
    zones, _ = around_180
    south = parallel(50.0)
    assert zones[of_one("eez", "JP")].distance(shapely.Point(0, 0)) < south.distance(
        shapely.Point(0, 0)
    )


def bay() -> Coast:
    """Return a land of some 5,000 km² with a bay open to the south."""
    return coast_of(
        CA=island(
            (-100.0, 75.0), (-97.0, 75.0), (-97.0, 76.0), (-94.0, 76.0), (-94.0, 75.0),
            (-91.0, 75.0), (-91.0, 77.0), (-100.0, 77.0),
        )
    )  # fmt: skip


def enclosed(line: shapely.LineString, *, is_derived: bool = False) -> shapely.MultiPolygon:
    """Return the waters that one baseline of the bay encloses."""
    found = internal_waters(bay(), [Baseline("CA", line, is_derived)])
    return found.get(internal("CA", is_derived=is_derived), shapely.MultiPolygon())


def test_a_baseline_across_a_bay_encloses_internal_waters() -> None:
    line = shapely.LineString(to_plane(*lonlat((-97.0, 75.02), (-94.0, 75.02)).T))
    waters = enclosed(line)
    inside = to_plane(*lonlat((-95.5, 75.5)).T)[0]
    outside = to_plane(*lonlat((-95.5, 74.5)).T)[0]
    assert waters.contains(shapely.Point(inside))
    assert not waters.contains(shapely.Point(outside))


def test_a_baseline_that_ends_near_the_coast_is_extended_to_it() -> None:
    line = shapely.LineString(to_plane(*lonlat((-96.8, 75.2), (-94.2, 75.2)).T))
    waters = enclosed(line)
    assert waters.contains(shapely.Point(to_plane(*lonlat((-95.5, 75.5)).T)[0]))


def test_a_derived_baseline_must_reach_the_coast_itself() -> None:
    short = shapely.LineString(to_plane(*lonlat((-96.8, 75.2), (-94.2, 75.2)).T))
    assert enclosed(short, is_derived=True).is_empty
    whole = shapely.LineString(to_plane(*lonlat((-97.2, 75.2), (-93.8, 75.2)).T))
    inside = shapely.Point(to_plane(*lonlat((-95.5, 75.5)).T)[0])
    assert enclosed(whole, is_derived=True).contains(inside)


def test_a_baseline_in_the_open_sea_encloses_nothing() -> None:
    line = shapely.LineString(to_plane(*lonlat((-80.0, 72.0), (-78.0, 72.0)).T))
    assert internal_waters(bay(), [Baseline("CA", line, is_derived=False)]) == {}


def test_the_parallel_is_where_it_says() -> None:
    ring = shapely.get_coordinates(parallel(50.0))
    centre = to_centre(np.array([0.0]), np.array([50.0]))[0]
    assert np.hypot(*ring.T).std() < 1.0
    assert np.hypot(*centre[:2]) < np.hypot(*ring[0])

import geopandas as gpd
import pytest
import shapely
from shapely import MultiPolygon, Point, box

from geo.catalogue.recipes.land import outlines
from geo.catalogue.recipes.states import draw_states
from geo.geodesy import WGS84

JAN_MAYEN = box(-9, 70.8, -8, 71.2)
ROWS = [
    ("643", "Russia", MultiPolygon([box(60, 60, 190, 72), box(33, 44.5, 36, 46)])),
    ("804", "Ukraine", MultiPolygon([box(25, 46, 36, 50)])),
    ("840", "United States", MultiPolygon([box(-120, 30, -80, 49), box(-165, 60, -141, 70)])),
    ("124", "Canada", MultiPolygon([box(-141, 49, -60, 75)])),
    ("578", "Norway", MultiPolygon([box(5, 58, 25, 70), box(11, 77, 25, 80), JAN_MAYEN])),
    ("010", "Antarctica", MultiPolygon([box(-180, -90, 180, -70)])),
]  # fmt: skip


@pytest.fixture
def units(monkeypatch: pytest.MonkeyPatch) -> gpd.GeoDataFrame:
    codes, names, shapes = zip(*ROWS, strict=True)
    frame = gpd.GeoDataFrame({"code": codes, "name": names}, geometry=list(shapes), crs=WGS84)
    monkeypatch.setattr(outlines, "read_countries", lambda *_, **__: frame)
    return outlines.read_units(outlines.Path())


def shape_of(units: gpd.GeoDataFrame, unit: str) -> shapely.geometry.base.BaseGeometry:
    return units.set_index("unit").geometry[unit]


def test_crimea_is_part_of_the_rest_of_the_world(units: gpd.GeoDataFrame) -> None:
    crimea = Point(34.5, 45.2)
    assert not shape_of(units, "RU").intersects(crimea)
    assert shape_of(units, "rest").intersects(crimea)


def test_alaska_svalbard_and_jan_mayen_are_units_of_their_own(units: gpd.GeoDataFrame) -> None:
    assert shape_of(units, "alaska").contains(Point(-150, 65))
    assert shape_of(units, "svalbard").contains(Point(16, 78.5))
    assert shape_of(units, "jan-mayen").contains(Point(-8.5, 71))
    assert not shape_of(units, "NO").intersects(Point(16, 78.5))


def test_antarctica_is_left_out(units: gpd.GeoDataFrame) -> None:
    assert units.total_bounds[1] > -60


def test_a_border_along_a_parallel_gets_a_vertex_at_each_degree(units: gpd.GeoDataFrame) -> None:
    simple = shape_of(outlines.simplify_units(units, tolerance=0.1), "US")
    on_49 = [lon for lon, lat in shapely.get_coordinates(simple) if lat == 49]
    assert len(set(on_49)) >= 41


def test_simplifying_keeps_common_borders_common(units: gpd.GeoDataFrame) -> None:
    simple = outlines.simplify_units(units, tolerance=0.5)
    alaska, canada = shape_of(simple, "alaska"), shape_of(simple, "CA")
    assert alaska.intersection(canada).length == pytest.approx(10.0)
    assert alaska.intersection(canada).area == 0
    assert simple.is_valid.all()


def test_simplifying_leaves_its_argument_alone(units: gpd.GeoDataFrame) -> None:
    before = units.copy(deep=True)
    outlines.simplify_units(units, tolerance=0.5)
    assert units.equals(before)


def test_drawn_states_are_cut_at_180_and_hold_their_parts(units: gpd.GeoDataFrame) -> None:
    drawn = draw_states(outlines.simplify_units(units, tolerance=0.1))
    assert "rest" not in drawn
    assert drawn["RU"].bounds[0] == -180.0
    assert drawn["RU"].bounds[2] == 180.0
    assert drawn["US"].contains(Point(-150, 65)), "Alaska is part of the United States"
    both = shape_of(units, "US").area + shape_of(units, "alaska").area
    assert drawn["US"].area == pytest.approx(both)

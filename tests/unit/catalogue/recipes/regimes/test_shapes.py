from typing import Any

import numpy as np
import pandas as pd
import pytest
import shapely

from geo.catalogue.recipes.coast import to_lonlat, to_plane
from geo.catalogue.recipes.regimes.shapes import outline, whole_shapes
from geo.catalogue.recipes.regimes.tables import Tables
from geo.errors import ZoneError


def points(*rows: tuple[float, float, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["lat", "lon", "path"])


BLOCK = points((70, 0, "parallel"), (70, 20, "meridian"), (75, 20, "parallel"), (75, 0, "meridian"))
COLUMNS = ("areas", "waters", "zones", "parts")


def row(identity: str, **cells: str) -> dict[str, str]:
    return {"id": identity} | dict.fromkeys(COLUMNS, "") | cells


def plane(west: float, south: float, east: float, north: float) -> Any:
    lonlat = shapely.get_coordinates(shapely.segmentize(shapely.box(west, south, east, north), 0.1))
    return shapely.Polygon(to_plane(lonlat[:, 0], lonlat[:, 1]))


def holds(shape: Any, lon: float, lat: float) -> bool:
    return bool(shape.covers(shapely.Point(to_plane(np.array([lon]), np.array([lat]))[0])))


ZONES = {
    "aa-eez": plane(0, 68, 8, 80),
    "aa-territorial-sea": plane(8, 68, 9, 80),
    "bb-eez": plane(11, 68, 25, 80),
}
"""Between 9 and 11 degrees east lies land."""


def test_an_outline_follows_its_parallels() -> None:
    lonlat = to_lonlat(shapely.get_coordinates(outline(BLOCK, "block")))
    assert lonlat[:, 1].min() == pytest.approx(70)
    assert lonlat[:, 1].max() == pytest.approx(75)
    assert holds(outline(BLOCK, "block"), 10, 70.05)


def test_an_outline_that_crosses_itself_fails_with_its_place() -> None:
    with pytest.raises(ZoneError, match=r"areas.csv: `bow`, row 4: the outline must not cross"):
        outline(BLOCK.iloc[[0, 2, 1, 3]].set_axis([2, 3, 4, 5]), "bow")


def test_an_area_ends_where_other_waters_begin_and_keeps_its_land() -> None:
    tables = Tables((row("a", areas="block", waters="AA"),), {"block": BLOCK}, {})
    shape = whole_shapes(tables, ZONES)["a"]
    assert holds(shape, 4, 72)
    assert holds(shape, 10, 72)
    assert not holds(shape, 12, 72)
    assert not holds(shape, 4, 76)


def test_a_zone_is_filled_and_parts_are_joined() -> None:
    ring = ZONES["aa-eez"].difference(plane(3, 72, 4, 73))
    tables = Tables(
        (row("a", zones="aa-eez"), row("b", areas="block", waters="BB"), row("c", parts="a|b")),
        {"block": BLOCK},
        {},
    )
    shapes = whole_shapes(tables, ZONES | {"aa-eez": ring})
    assert holds(shapes["a"], 3.5, 72.5)
    assert holds(shapes["c"], 3.5, 72.5)
    assert holds(shapes["c"], 15, 72)


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (row("a", areas="block", waters="ZZ"), "there is no zone ZZ"),
        (row("a", zones="mars"), "there is no zone mars"),
        (row("a", parts="b"), "its part b must stand in a row above it"),
    ],
)
def test_a_row_that_leads_nowhere_fails_with_its_place(broken: dict[str, str], rule: str) -> None:
    with pytest.raises(ZoneError, match=rf"regimes.csv: `a`, row 2: {rule}"):
        whole_shapes(Tables((broken,), {"block": BLOCK}, {}), ZONES)


def test_an_area_beside_the_waters_that_it_names_is_an_error() -> None:
    far = BLOCK.assign(lat=BLOCK["lat"] - 20)
    tables = Tables((row("a", areas="block", waters="AA"),), {"block": far}, {})
    with pytest.raises(ZoneError, match="nothing is left of its shape"):
        whole_shapes(tables, ZONES)

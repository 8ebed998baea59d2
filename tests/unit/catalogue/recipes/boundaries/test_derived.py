from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.catalogue.recipes.boundaries.derived import Limit, build, landward, main
from geo.catalogue.recipes.coast import densify, to_lonlat, to_plane
from geo.errors import ZoneError
from geo.geodesy import METRES_PER_NM

GEOD = Geod(ellps="WGS84")


def limit_of(*corners: tuple[float, float]) -> Limit:
    """Return the limit along a ring of degrees, all of it towards the open sea."""
    ring = shapely.get_coordinates(shapely.segmentize(shapely.LinearRing(corners), 0.05))
    waters = shapely.Polygon(to_plane(*ring.T))
    return Limit(waters, densify(ring), np.empty((0, 3)))


def test_the_baseline_lies_twelve_miles_inside_a_straight_limit() -> None:
    limit = limit_of((40.0, 70.0), (46.0, 70.0), (46.0, 72.0), (40.0, 72.0))
    inside = to_lonlat(shapely.get_coordinates(landward(limit).exterior))
    south = inside[(inside[:, 0] > 42.0) & (inside[:, 0] < 44.0) & (inside[:, 1] < 70.5)]
    # The limit's southern edge is a parallel, drawn with a point every 0.05 degrees.
    _, _, metres = GEOD.inv(
        south[:, 0], south[:, 1], south[:, 0], np.full(len(south), 70.0)
    )  # fmt: skip
    assert len(south) > 20
    assert np.abs(metres / METRES_PER_NM - 12.0).max() < 0.05


def test_nothing_is_derived_beside_another_state_as_if_its_limit_were_the_sea() -> None:
    alone = limit_of((40.0, 70.0), (46.0, 70.0), (46.0, 72.0), (40.0, 72.0))
    west = alone.open_sea[:, 1] / alone.open_sea[:, 0] < np.tan(np.radians(40.1))
    beside = Limit(alone.waters, alone.open_sea[~west], alone.open_sea[west])
    assert landward(beside).area == pytest.approx(landward(alone).area, rel=1e-6)


def test_a_narrow_belt_has_no_waters_behind_a_baseline() -> None:
    assert landward(limit_of((40.0, 70.0), (46.0, 70.0), (46.0, 70.2), (40.0, 70.2))).is_empty


def test_another_file_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(ZoneError, match=r"borders\.geo\.json.*maritime_10m"):
        build(tmp_path, tmp_path)
    (tmp_path / "borders.geo.json").write_text("{}")
    arguments = ["--maritime", str(tmp_path), "--world-atlas", str(tmp_path)]
    assert main(arguments) == 2
    assert "is not that of @osm_borders/maritime_10m 1.1.0" in capsys.readouterr().err

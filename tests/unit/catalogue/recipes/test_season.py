"""The recipe of the normal of sea ice: its monthly means, its table, and a wrong file."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from geo.catalogue.recipes.season import __main__ as recipe
from geo.catalogue.sea_ice import COLUMNS
from geo.errors import CatalogueError


def test_a_month_is_the_mean_of_the_lines_to_its_neighbours() -> None:
    values = np.zeros((12, 1))
    values[11] = 0.8
    means = recipe.monthly_means(values)
    assert means[11, 0] == pytest.approx(0.6)
    assert means[[10, 0], 0] == pytest.approx([0.1, 0.1])
    assert means[1:10].sum() == 0


def test_values_outside_are_clipped_before_the_mean() -> None:
    values = np.full((12, 1), 1.4)
    values[6] = -2.0
    means = recipe.monthly_means(values)
    assert means[0, 0] == pytest.approx(1.0)
    assert means[6, 0] == pytest.approx(0.25)


def test_the_table_has_the_northern_cells_with_sea(monkeypatch: pytest.MonkeyPatch) -> None:
    lon, lat = np.array([0.0, 180.0, 358.125]), np.array([30.0, 60.0, 80.0])
    sea = np.array([[1.0, 1.0, 1.0], [0.0, 0.25, 1.0], [1.0, 1.0, 0.0]])
    ice = np.full((12, 3, 3), 0.5)
    monkeypatch.setattr(recipe, "read_forcing", lambda _: (lon, lat, sea, ice))
    rows = list(csv.reader(io.StringIO(recipe.build(Path("unused")))))
    assert tuple(rows[0]) == COLUMNS
    assert [row[:3] for row in rows[1:]] == [
        ["-180", "60.0000", "25.0"],
        ["-1.875", "60.0000", "100.0"],
        ["-180", "80.0000", "100.0"],
        ["0", "80.0000", "100.0"],
    ]
    assert set(rows[1][3:]) == {"50.0"}


def test_a_missing_or_another_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        recipe.read_forcing(tmp_path)
    path = tmp_path / recipe.FORCING
    path.parent.mkdir(parents=True)
    path.write_bytes(b"another")
    assert recipe.main(["--jcm", str(tmp_path), "--out", str(tmp_path / "out.gz")]) == 2
    assert "is not the file of jcm 3.0.0" in capsys.readouterr().err
    assert not (tmp_path / "out.gz").exists()

import re
from pathlib import Path

import pytest

from geo.catalogue.recipes.boundaries import lines
from geo.catalogue.recipes.boundaries.lines import read_baselines, read_points
from geo.errors import ZoneError

TABLES = Path(lines.__file__).parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with copies of the tables, from which they are read."""
    for path in TABLES.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(lines, "_HERE", tmp_path)
    return tmp_path


def spoil(path: Path, row: int, old: str, new: str) -> None:
    """Replace a text in one row of a table; the first row below the heads is 2."""
    rows = path.read_text(encoding="utf-8").splitlines()
    assert old in rows[row - 1]
    rows[row - 1] = rows[row - 1].replace(old, new, 1)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("russia-usa-1990", "no-such-line", "row 3 is of the line `no-such-line`"),
        ("geodesic", "wiggly", "`russia-usa-1990`, row 3: path is 'wiggly'"),
        (",2,", ",abc,", "`russia-usa-1990`, row 3: seq is 'abc'"),
        ("65.332778", "abc", "`russia-usa-1990`, row 3: lat is 'abc'"),
        ("65.332778", "165.33", "row 3: lat is '165.33'; it must be degrees, -90 to 90"),
        ("65.332778", "46.99", "`russia-usa-1990`, row 3: the point 46.9900, -169.3606 lies 1,1"),
    ],
)
def test_a_wrong_row_of_the_treaty_points_is_named(
    folder: Path, old: str, new: str, said: str
) -> None:
    spoil(folder / "treaty_points.csv", 3, old, new)
    with pytest.raises(ZoneError, match=r"treaty_points\.csv: .*" + re.escape(said)):
        read_points()


def test_a_row_that_is_cut_off_is_named(folder: Path) -> None:
    path = folder / "treaty_points.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    rows[4] = "broken"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(ZoneError, match=r"treaty_points\.csv: `broken`, row 5"):
        read_points()


@pytest.mark.parametrize("name", ["baselines.csv", "baselines_derived.csv"])
def test_a_wrong_baseline_is_named(folder: Path, name: str) -> None:
    path = folder / name
    second = path.read_text(encoding="utf-8").splitlines()[1]
    spoil(path, 2, second.split(",")[4], "12.5.7")
    with pytest.raises(ZoneError, match=rf"{re.escape(name)}: `.*`, row 2: lat is '12\.5\.7'"):
        read_baselines()


def test_a_table_without_a_column_or_that_is_not_there_is_named(folder: Path) -> None:
    path = folder / "treaty_points.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("path", "way", 1), encoding="utf-8")
    with pytest.raises(ZoneError, match=r"treaty_points\.csv lacks path"):
        read_points()
    path.unlink()
    with pytest.raises(ZoneError, match=r"treaty_points\.csv cannot be read"):
        read_points()

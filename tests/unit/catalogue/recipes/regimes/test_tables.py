import shutil
from pathlib import Path

import pytest

from geo.catalogue.recipes.regimes.__main__ import build, main
from geo.catalogue.recipes.regimes.tables import HERE, read_tables
from geo.errors import ZoneError


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    for name in ("regimes.csv", "areas.csv", "sources.csv"):
        shutil.copy(HERE / name, tmp_path)
    return tmp_path


def change(file: Path, old: str, new: str) -> int:
    """Replace a text in the first row that has it; return the number of that row in the file."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if old in line)
    lines[at] = lines[at].replace(old, new, 1)
    file.write_text("".join(lines), encoding="utf-8")
    return at + 1


def test_the_tables_describe_sixteen_control_zones_among_others() -> None:
    read = read_tables()
    zones = [row["id"] for row in read.regimes if row["type"] == "control-zone"]
    assert zones == [f"shipping-safety-control-zone-{n}" for n in range(1, 17)]
    assert all(len(points) >= 4 for points in read.areas.values())


@pytest.mark.parametrize(
    ("file", "old", "new", "wanted"),
    [
        ("areas.csv", "polar-code,1,58.0", "polar-code,1,98.0", "`polar-code`, row 2: lat is"),
        ("areas.csv", "polar-code,1,58.0,-42.0", "polar-code,1,58.0,west", "lon is 'west'"),
        ("areas.csv", "-42.0,rhumb", "-42.0,curve", "path is 'curve'"),
        ("regimes.csv", "polar-code-waters,2026", "Polar Code,2026", "`Polar Code`, row 3: the id"),
        ("regimes.csv", "polar-code-waters,2026-11-30", "polar-code-waters,2026", "last_checked"),
        ("regimes.csv", "nsr-code|zones", "nsr-code|islands", "sources has islands"),
        ("regimes.csv", "RU administrator", "RU owner", "nations has 'RU owner'"),
        ("regimes.csv", "Water area of the Northern Sea Route,", ",", "name must not be empty"),
    ],
)  # fmt: skip
def test_a_broken_row_fails_with_its_file_id_row_and_rule(
    tables: Path, file: str, old: str, new: str, wanted: str
) -> None:
    row = change(tables / file, old, new)
    with pytest.raises(ZoneError) as caught:
        read_tables(tables)
    message = str(caught.value)
    assert message.startswith(f"{file}: `")
    assert f", row {row}: " in message
    assert wanted in message


def test_two_points_are_no_outline(tables: Path) -> None:
    file = tables / "areas.csv"
    with file.open("a", encoding="utf-8") as end:
        end.write("spit,1,70,10,rhumb,,source\nspit,2,71,10,rhumb,,source\n")
    with pytest.raises(ZoneError, match=r"`spit`, row \d+: an outline needs three points"):
        read_tables(tables)


def test_a_table_that_is_missing_is_named(tables: Path) -> None:
    (tables / "sources.csv").unlink()
    with pytest.raises(ZoneError, match=r"sources\.csv: cannot be read"):
        read_tables(tables)


def test_the_command_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "zones-fine.geojson.gz is missing" in capsys.readouterr().err
    with pytest.raises(ZoneError, match="build the zones first"):
        build(tmp_path)

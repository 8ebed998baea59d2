import csv
from pathlib import Path

import geopandas as gpd
import pycountry
import pytest
from shapely import box

from geo.catalogue.recipes.land.by_state import TABLE, list_areas
from geo.errors import CatalogueError
from geo.geodesy import WGS84

HEAD = "key,name,states,sovereign,base,ring,note\n"


def frame() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {"code": ["643", "804", ""], "name": ["Russia", "Ukraine", "Kosovo"]},
        geometry=[box(30, 44, 200, 70), box(22, 46, 30, 52), box(20, 42, 21, 43)],
        crs=WGS84,
    )


def write(folder: Path, *rows: str) -> Path:
    path = folder / "table.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_rings_come_first_and_are_cut_from_their_base(tmp_path: Path) -> None:
    table = write(
        tmp_path,
        "Kosovo,Kosovo,RS|XK,,,,declared",
        'crimea,Crimea,RU|UA,,RU,"20 44, 36 44, 36 46, 20 46",held',
    )
    crimea, russia, ukraine, kosovo = list_areas(frame(), table)
    assert crimea["properties"]["states"] == ["RU", "UA"]
    assert not crimea["properties"]["surveyed"]
    assert gpd.GeoDataFrame.from_features([crimea]).total_bounds.tolist() == [30, 44, 36, 46]
    assert russia["properties"]["states"] == ["RU"]
    assert gpd.GeoDataFrame.from_features([russia]).total_bounds.tolist()[::2] == [-180, 180]
    assert (ukraine["properties"]["name"], kosovo["properties"]["id"]) == ("Ukraine", "Kosovo")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Atlantis,Atlantis,XX,,,,", "no outline is called Atlantis"),
        ('x,X,RU,,RU,"0 0, 1 0, 1 1",', "the ring of x holds no land"),
        ("Russia,Russia,RU,,,,", "Kosovo has no code"),
    ],
)
def test_a_row_that_fits_nothing_is_named(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        list(list_areas(frame(), write(tmp_path, row)))


def test_the_table_names_states_that_there_are() -> None:
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        codes = {*row["states"].split("|"), *row["sovereign"].split("|")} - {""}
        assert codes <= known, row["key"]
        assert row["note"], row["key"]
        assert row["states"] == "|".join(sorted(row["states"].split("|"))), row["key"]

from pathlib import Path

import geopandas as gpd
import pycountry
import pytest
from shapely import MultiPolygon, Point, box

from geo.catalogue.recipes.other_states import NOT_MEMBERS, list_states, locate, locate_parts
from geo.geodesy import WGS84

DRAWN = frozenset({"CA", "CN", "DK", "FI", "FO", "GL", "IS", "NO", "RU", "SE", "US"})


def test_the_united_nations_have_193_members() -> None:
    codes = {country.alpha_2 for country in pycountry.countries}
    assert codes >= NOT_MEMBERS
    assert len(codes - NOT_MEMBERS) == 193


def test_every_member_is_listed_once_and_the_drawn_ones_are_not() -> None:
    ids = [state["id"] for state in list_states(drawn=DRAWN)]
    assert len(ids) == len(set(ids))
    assert {"GB", "JP", "TR", "SA", "UA", "TW", "XK", "PS", "VA", "HK"} <= set(ids)
    assert not DRAWN & set(ids)


def test_every_territory_with_a_code_is_listed_except_those_without_inhabitants() -> None:
    ids = {state["id"] for state in list_states(drawn=DRAWN)}
    assert NOT_MEMBERS - ids - DRAWN == {"AQ", "BV", "HM", "SJ", "TF", "UM"}


@pytest.mark.parametrize(
    ("code", "claimants"), [("TW", {"CN", "TW"}), ("XK", {"RS", "XK"}), ("PS", {"PS", "IL"})]
)
def test_a_disputed_state_names_every_claimant(code: str, claimants: set[str]) -> None:
    state = next(state for state in list_states(drawn=DRAWN) if state["id"] == code)
    assert state["status"] == "disputed"
    assert {role["nation"] for role in state["nations"]} == claimants


def test_names_are_in_the_common_order_of_words() -> None:
    names = {state["id"]: state["name"] for state in list_states(drawn=DRAWN)}
    assert names["KR"] == "South Korea"
    assert names["TR"] == "Türkiye"
    assert [name for name in names.values() if "," in name] == []


def test_a_table_row_overrules_pycountry(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    columns = "id,kind,status,part_of,claimants,name,names,linked,note"
    table.write_text(f"{columns}\nFJ,,,,,Viti,Fiji|Fidji,no,Islands.\n", encoding="utf-8")
    fiji = next(state for state in list_states(table, drawn=DRAWN) if state["id"] == "FJ")
    assert fiji["name"] == "Viti"
    assert fiji["names"] == [{"text": "Viti", "lexicon": False}, "Fiji", "Fidji"]
    assert fiji["note"] == "Islands."


def test_apostrophes_of_names_are_curly() -> None:
    names = {state["id"]: state["name"] for state in list_states(drawn=DRAWN)}
    assert names["CI"] == "Côte d’Ivoire"


def test_a_country_is_placed_in_its_largest_part() -> None:
    france = MultiPolygon([box(-5, 43, 8, 50), box(-54, 3, -52, 5)])
    frame = gpd.GeoDataFrame(
        {"code": ["250", ""], "name": ["France", "Kosovo"]},
        geometry=[france, box(20, 42, 21, 43)],
        crs=WGS84,
    )
    points = locate(frame)
    assert france.geoms[0].contains(points["FR"])
    assert points["XK"].within(box(20, 42, 21, 43))


def test_a_territory_within_a_state_is_placed_in_the_part_at_its_position() -> None:
    france = MultiPolygon([box(-5, 43, 8, 50), box(-54, 3, -52, 5)])
    frame = gpd.GeoDataFrame({"code": ["250"], "name": ["France"]}, geometry=[france], crs=WGS84)
    points = locate_parts(frame, {"GF": Point(-53.9, 3.1), "TK": Point(-171, -9)})
    assert points == {"GF": Point(-53, 4)}

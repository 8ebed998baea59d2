"""Build the states outside the Arctic as points, so that every mention has a feature.

Run `python -m geo.catalogue.recipes.other_states --world-atlas FOLDER` (`natural_earth` says where
the folder comes from; pycountry, of `tests/requirements.txt`, gives codes and names). It writes
`geo/catalogue/data/world-states.geojson`: the members of the United Nations that `states.geojson`
does not draw, and what `world_states.csv` adds: other states, and every territory with an ISO code
except those without inhabitants (BV, HM, TF, UM), Svalbard with Jan Mayen and Antarctica, which the
catalogue has elsewhere. That table is maintained by hand; its columns:

- `last_checked`: when what the row says was last checked; `LAST_CHECKED` is that of all the others;
- `kind`, `status`, `part_of`, `claimants`: only where the entry is not a plain member state;
- `at`: lon and lat of a territory that Natural Earth draws as part of a state, or not at all;
- `name`, `names` (separated by `|`): instead of pycountry's;
- `linked`: `no` keeps the short name out of the lexicon, because it names other things as well;
- `note`: instead of the plain one.

A point lies inside the largest part of the country, at 1:10m where that has one; that of a row with
`at` inside the part that is there or, where there is none (Tokelau), at that very position.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import pycountry
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.natural_earth import read_countries
from geo.catalogue.recipes.write import (
    NATURAL_EARTH,
    round_geometry,
    source,
    to_feature,
    write_collection,
)
from geo.catalogue.records import DATA, read_features
from geo.errors import CatalogueError

NOT_MEMBERS = frozenset(
    re.findall(
        r"\w\w",
        "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF "
        "MO MP MQ MS NC NF NU PF PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI WF YT",
    )
)
"""ISO 3166-1 codes that are not of members of the United Nations; 193 others are."""

LAST_CHECKED = "2026-11-22"
"""When membership of the United Nations, codes and names were last checked."""

_TABLE = Path(__file__).parent / "world_states.csv"
_PLAIN_NOTE = "Member state of the United Nations. Shown as a point."
_CLAIM = "status disputed; see the note (not checked)"
_DECIMALS = 2
_ISO = source(
    "ISO 3166-1 codes and names via the Python package pycountry",
    publisher="pycountry, from Debian’s iso-codes",
    licence="LGPL-2.1 (package)",
    confidence="checked",
)
_BY_HAND = source(
    "Position set by hand: world-atlas has no outline there",
    publisher="Arctic Passages",
    date="2026-11-30",
    licence="MIT (this project)",
    confidence="not checked",
)


def list_states(table: Path = _TABLE, *, drawn: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Yield the properties of each state, in the order of the ids.

    Parameters
    ----------
    table
        The hand-maintained additions.
    drawn
        Ids that are in `states.geojson`; they are left out.
    """
    with table.open(encoding="utf-8", newline="") as rows:
        by_id = {row["id"]: row for row in csv.DictReader(rows)}
    members = {country.alpha_2 for country in pycountry.countries} - NOT_MEMBERS
    for code in sorted((members | set(by_id)) - drawn):
        yield _properties(code, by_id.get(code, {}))


def _properties(code: str, row: dict[str, str]) -> dict[str, Any]:
    """Return the properties of one state from its row and from pycountry."""
    country = pycountry.countries.get(alpha_2=code)
    name = row.get("name") or _curly(getattr(country, "name", ""))
    official = _curly(getattr(country, "official_name", "").removeprefix("the "))
    listed = row["names"].split("|") if row.get("names") else [official]
    names: list[object] = [other for other in listed if other and other != name]
    if row.get("linked") == "no":
        names.insert(0, {"text": name, "lexicon": False})
    checked = {"last_checked": row["last_checked"]} if row.get("last_checked") else {}
    place = {"part_of": row["part_of"]} if row.get("part_of") else {}
    return {
        "id": code,
        **checked,
        "kind": row.get("kind") or "state",
        "name": name,
        "names": names,
        "status": row.get("status") or "official",
        **place,
        "nations": _roles(code, row),
        "note": row.get("note") or _PLAIN_NOTE,
        "details": {"ISO code": country.alpha_3 if country else "XKX (not in ISO 3166)"},
    }


def _curly(text: str) -> str:
    return text.replace("'", "’")


def _roles(code: str, row: dict[str, str]) -> list[dict[str, str]]:
    """Return the roles: its own, those of the state it is part of, or one claim per claimant."""
    if row.get("claimants"):
        return [
            {"nation": nation, "role": "claimant", "source": _CLAIM}
            for nation in row["claimants"].split("|")
        ]
    return [{"nation": row.get("part_of") or code, "role": "territory", "source": "ISO 3166-1"}]


def locate(countries: gpd.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Return a point inside the largest part of each country, by ISO alpha-2 code."""
    parts = countries.explode(ignore_index=True)
    parts["size"] = parts.geometry.bounds.eval("(maxx - minx) * (maxy - miny)")
    largest = parts.sort_values("size").drop_duplicates(["code", "name"], keep="last")
    points: dict[str, BaseGeometry] = {}
    for code, name, point in zip(
        largest["code"], largest["name"], largest.representative_point(), strict=True
    ):
        country = pycountry.countries.get(numeric=code) if code else None
        if country or name == "Kosovo":
            points[country.alpha_2 if country else "XK"] = point
    return points


def locate_parts(
    countries: gpd.GeoDataFrame, positions: Mapping[str, Point]
) -> dict[str, BaseGeometry]:
    """Return a point inside the part at each position, by code; the others are left out."""
    parts = countries.explode(ignore_index=True).geometry
    found: dict[str, BaseGeometry] = {}
    for code, position in positions.items():
        for part in parts[parts.contains(position)]:
            found[code] = part.representative_point()
    return found


def _stated_positions(table: Path) -> dict[str, Point]:
    """Return the positions of the table by code."""
    with table.open(encoding="utf-8", newline="") as rows:
        return {
            row["id"]: Point(*map(float, row["at"].split()))
            for row in csv.DictReader(rows)
            if row["at"]
        }


def build(world_atlas: Path, path: Path, *, drawn: frozenset[str]) -> int:
    """Write the file and return how many states it holds.

    Raises
    ------
    CatalogueError
        When world-atlas has no outline for one of them.
    """
    # At 1:10m quantising has left nothing of the Vatican, at 1:50m some islands are missing.
    fine = read_countries(world_atlas, scale="10m")
    points = locate(read_countries(world_atlas, scale="50m")) | locate(fine)
    stated = _stated_positions(_TABLE)
    points |= stated | (inside := locate_parts(fine, stated))
    states = list(list_states(drawn=drawn))
    if missing := [state["id"] for state in states if state["id"] not in points]:
        raise CatalogueError(f"world-atlas has no outline for {', '.join(missing)}.")
    for state in states:
        if state["id"] in stated.keys() - inside.keys():
            state["sources"] = [_BY_HAND, _ISO]
    features = [
        to_feature(state, round_geometry(points[state["id"]], decimals=_DECIMALS))
        for state in states
    ]
    defaults = {
        "last_checked": LAST_CHECKED,
        "precision": "schematic",
        "sources": [NATURAL_EARTH, _ISO],
    }
    write_collection(path, features, defaults=defaults)
    return len(features)


def main() -> None:
    """Build the file and print how many states it holds."""
    parser = argparse.ArgumentParser(description="Build the states outside the Arctic.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package")
    options = parser.parse_args()
    drawn = read_features(DATA / "states.geojson")
    ids = frozenset(feature["properties"]["id"] for feature in drawn)
    count = build(options.world_atlas, DATA / "world-states.geojson", drawn=ids)
    print(f"world-states.geojson: {count} states and territories")


if __name__ == "__main__":
    main()

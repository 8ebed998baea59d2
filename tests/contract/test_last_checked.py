"""Every feature says when its facts were last checked, and tables and data files agree on it."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from geo.catalogue.recipes import other_states
from geo.catalogue.recipes.seas.cover import read_rows
from geo.catalogue.recipes.zones.names import LAST_CHECKED
from geo.catalogue.records import DATA, features_by_file

BY_FILE = features_by_file()
RECIPES = Path(other_states.__file__).parent
BY_HAND = ("cities", "disputes", "groups", "ports", "projects", "regions", "states")
"""Files with an entry for each feature, maintained by hand."""


def days_in(file: str) -> dict[str, str]:
    """Return the day of each feature of a data file, by id."""
    return {feature.id: feature.last_checked for feature in BY_FILE[file]}


def days_of(rows: list[dict[str, str]]) -> dict[str, str]:
    """Return the day of each row of a table, by id."""
    return {row["id"]: row["last_checked"] for row in rows}


def read_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_fact_was_checked_in_the_future() -> None:
    """A day is left over for clocks, and for those who are ahead of UTC."""
    latest = datetime.now(UTC).date() + timedelta(days=1)
    days = {feature.id: feature.last_checked for those in BY_FILE.values() for feature in those}
    assert len(days) > 100
    assert {one: day for one, day in days.items() if date.fromisoformat(day) > latest} == {}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_new_entry_must_state_its_own_day(name: str) -> None:
    written = json.loads((DATA / f"{name}.geojson").read_text(encoding="utf-8"))
    assert "last_checked" not in written.get("defaults", {})


@pytest.mark.parametrize("name", ["seas", "straits"])
def test_seas_and_straits_have_the_day_of_their_row(name: str) -> None:
    assert days_in(f"{name}.geojson") == days_of(read_rows(f"{name}.csv"))


def test_boundaries_have_the_day_of_their_row() -> None:
    table = read_table(RECIPES / "boundaries" / "boundary_features.csv")
    assert days_in("boundaries.geojson") == days_of(table)


def test_zones_have_the_day_of_their_texts() -> None:
    assert set(days_in("zones.geojson").values()) == {LAST_CHECKED}


def test_states_outside_the_arctic_have_the_day_of_their_row_or_of_the_others() -> None:
    found = days_in("world-states.geojson")
    rows = days_of(read_table(RECIPES / "world_states.csv"))
    assert rows.keys() <= found.keys()
    assert found == dict.fromkeys(found, other_states.LAST_CHECKED) | rows

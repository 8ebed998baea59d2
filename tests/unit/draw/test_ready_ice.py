"""The ice that ships as drawn is the one that would be made now."""

import gzip
import re
from pathlib import Path

import pytest

from geo.catalogue.sea_ice import MONTHS, TABLE, load_ice_grid
from geo.draw import ready_ice
from geo.draw.ready_ice import FILE, load_ice_months, read_ice_months
from geo.draw.season_ice import IceMonth, months_of
from tests.unit.draw.test_ready import imported

FEW = 0.02
"""What share of the points two machines may place otherwise."""
NO_PART = {
    *("geo/characters", "geo/errors", "geo/escape", "geo/manifest", "geo/messages", "geo/view"),
    *("geo/catalogue/records", "geo/catalogue/schema", "geo/draw/ready"),
    "geo/draw/type_lines",
}
"""What is imported, and decides nothing of the ice."""


def test_the_checksum_covers_all_code_that_draws_the_ice() -> None:
    drawn = set(imported("geo/draw/season_ice", set())) | {"geo/draw/season_ice"}
    assert drawn - NO_PART <= set(ready_ice.CODE)


def test_the_shipped_ice_is_current_and_equal_to_what_is_made_now() -> None:
    kept = read_ice_months()
    assert kept, "Run `make charts`: the table of the ice or the code that draws it was changed."
    for mine, made in zip(kept, months_of(load_ice_grid()), strict=True):
        for one, other in zip((*mine.areas, mine.edge), (*made.areas, made.edge), strict=True):
            counts = [len(re.findall(r"-?\d+", d)) for d in (one, other)]
            assert counts[0] == pytest.approx(counts[1], rel=FEW)


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    made = tuple(IceMonth(("M0 0l1 1z",) * 4, f"M{n} 0l5 5") for n in range(len(MONTHS)))
    body = ready_ice.to_bytes(made, ready_ice.checksum())
    (tmp_path / FILE).write_bytes(body)
    assert read_ice_months(folder=tmp_path) == made


@pytest.mark.parametrize("fault", ["missing", "empty", "a list", "of another table", "cut"])
def test_ice_that_does_not_fit_is_made_anew(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = read_ice_months()
    bodies = {
        "empty": b"",
        "a list": gzip.compress(b"[]"),
        "of another table": ready_ice.to_bytes(known, "another"),
        "cut": ready_ice.to_bytes(known[:5], ready_ice.checksum()),
    }
    if fault in bodies:
        (tmp_path / FILE).write_bytes(bodies[fault])
    monkeypatch.setattr(ready_ice, "months_of", lambda _: known[:1])
    assert load_ice_months(folder=tmp_path) == known[:1]


def test_without_the_table_there_is_no_ice(tmp_path: Path) -> None:
    assert load_ice_months(tables=tmp_path) == ()
    (tmp_path / TABLE).parent.mkdir()
    (tmp_path / TABLE).write_bytes(b"no table")
    assert load_ice_months(tables=tmp_path) == ()

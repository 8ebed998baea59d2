"""The ground of the maps of voyages that ships is the one that would be made now."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo.draw import ready, ready_ground
from geo.draw.ready_ground import CODE, FILE, load_ground, read_ground
from geo.draw.voyage_ground import make_ground
from tests import shipped
from tests.unit.draw.test_ready import NO_PART, imported

FEW = 0.02
"""What share of the points two machines may place otherwise."""


def numbers(d: str) -> int:
    """Return how many numbers a path has."""
    return len(re.findall(r"-?\d+", d))


def test_the_checksum_covers_all_code_that_makes_the_ground() -> None:
    needed = set(imported("geo/draw/ready_ground", set())) | {"geo/draw/ready_ground"}
    assert needed - {*ready.CODE, *NO_PART, "geo/escape"} == set(CODE)


def test_the_shipped_ground_is_current_and_equal_to_the_one_made_now() -> None:
    kept = read_ground(shipped.catalogue())
    assert kept is not None, "Run `make charts`: the catalogue or the code that draws was changed."
    made = make_ground(shipped.chart("polar"), shipped.chart("mercator"), shipped.catalogue())
    for mine, other in ((kept.disc, made.disc), (kept.zones, made.zones)):
        assert list(mine) == list(other)
        for name, d in other.items():
            assert numbers(mine[name]) == pytest.approx(numbers(d), rel=FEW), name
    assert len(kept.land) == pytest.approx(len(made.land), rel=FEW)
    ends = [np.array([one[:2] for one in ground.land]).sum() for ground in (kept, made)]
    assert ends[0] == pytest.approx(ends[1], rel=FEW)


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    catalogue = shipped.catalogue()
    made = load_ground(catalogue)
    body = ready_ground.to_bytes(made, ready_ground.checksum(catalogue))
    assert len(body) < 300_000
    (tmp_path / FILE).write_bytes(body)
    assert read_ground(catalogue, folder=tmp_path) == made


@pytest.mark.parametrize("fault", ["missing", "empty", "a list", "of another catalogue"])
def test_a_ground_that_does_not_fit_is_made_anew(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = shipped.catalogue()
    known = load_ground(catalogue)
    if fault != "missing":
        body = ready_ground.to_bytes(known, "another") if fault.startswith("of") else b""
        (tmp_path / FILE).write_bytes(gzip.compress(b"[]") if fault == "a list" else body)
    made = replace(known, zones={})
    monkeypatch.setattr(ready_ground, "make_ground", lambda *_, **__: made)
    assert load_ground(catalogue, folder=tmp_path) is made

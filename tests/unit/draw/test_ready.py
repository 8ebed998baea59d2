"""The charts that ship are those that would be made now, and another catalogue gets its own."""

import ast
import gzip
import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
import shapely

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA as CATALOGUE
from geo.draw import ready
from geo.draw.chart import LAND
from geo.draw.frames import FRAMES, POLAR_FRAME
from geo.draw.ready import CODE, DATA, load_chart, read_chart
from tests import shipped
from tests.repository import ROOT

NO_PART = {
    *("geo/characters", "geo/errors", "geo/manifest", "geo/view", "geo/catalogue/relations"),
    *("geo/draw/palette", "geo/draw/symbols"),
}
"""What a chart's code imports and a chart does not depend on: errors, checks, colours, signs."""
STEPS = 2
"""How far two machines may differ."""


def imported(module: str, seen: set[str]) -> Iterator[str]:
    """Yield the modules of ours that one imports, with those that they import."""
    tree = ast.parse((ROOT / f"{module}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("geo."):
            name = (node.module or "").replace(".", "/")
            if name not in seen and (ROOT / f"{name}.py").exists():
                seen.add(name)
                yield name
                yield from imported(name, seen)


def test_the_checksum_covers_all_code_that_makes_a_chart() -> None:
    assert set(imported("geo/draw/ready", set())) | {"geo/draw/ready"} == {*CODE, *NO_PART}


@pytest.mark.parametrize("frame", FRAMES)
def test_the_shipped_chart_is_current_and_equal_to_the_one_made_now(frame: str) -> None:
    made = shipped.chart(frame)
    kept = read_chart(FRAMES[frame], shipped.catalogue())
    assert kept is not None, "Run `make charts`: the catalogue or the code that draws was changed."
    for part in ("names", "lines", "exits", "ticks", "problems", "label_lines"):
        assert getattr(kept, part) == getattr(made, part), part
    for part in ("label_zooms", "extents"):
        assert getattr(kept, part) == pytest.approx(getattr(made, part), rel=0.01), part
    for part in ("anchors", "rim", "boxes"):
        mine, other = getattr(kept, part), getattr(made, part)
        assert list(mine) == list(other), part
        assert all(mine[i] == pytest.approx(other[i], abs=STEPS) for i in mine), part
    for part in ("places", "spots"):
        same = [getattr(kept, part)[i] == found for i, found in getattr(made, part).items()]
        assert sum(same) > 0.9 * len(same), part
    pairs = [(kept.ground, made.ground), *((kept.shapes[i], made.shapes[i]) for i in made.shapes)]
    for mine, other in pairs:
        assert list(mine) == list(other)
        assert all(shapely.hausdorff_distance(mine[s], other[s]) <= STEPS for s in other)


def test_what_is_read_is_in_every_part_what_was_written(tmp_path: Path) -> None:
    made, catalogue = shipped.chart("polar"), shipped.catalogue()
    path = tmp_path / "polar.json.gz"
    path.write_bytes(ready.to_bytes(made, ready.checksum(catalogue)))
    kept = read_chart(POLAR_FRAME, catalogue, folder=tmp_path)
    assert kept == made
    for part in fields(made):
        assert type(getattr(kept, part.name)) is type(getattr(made, part.name)), part.name


def test_another_catalogue_or_another_land_gets_a_chart_of_its_own(tmp_path: Path) -> None:
    shutil.copytree(CATALOGUE, tmp_path, dirs_exist_ok=True)
    assert read_chart(POLAR_FRAME, load_catalogue(tmp_path)) is not None
    path = tmp_path / "ports.geojson"
    path.write_text(path.read_text("utf-8").replace('"name": "Murmansk"', '"name": "Romanov"', 1))
    renamed = load_catalogue(tmp_path)
    assert read_chart(POLAR_FRAME, renamed) is None
    assert read_chart(POLAR_FRAME, replace(shipped.catalogue(), checksum="")) is None
    path.write_text("{", encoding="utf-8")
    assert read_chart(POLAR_FRAME, load_catalogue(tmp_path, strict=False)) is None
    land = tmp_path / "land.geojson"
    land.write_bytes(LAND.read_bytes() + b"\n")
    assert read_chart(POLAR_FRAME, shipped.catalogue(), land=land) is None
    assert read_chart(POLAR_FRAME, shipped.catalogue(), land=tmp_path / "none") is None


FAULTS = {
    "missing": None,
    "empty": b"",
    "not packed": b"{}",
    "cut in half": (DATA / "polar.json.gz").read_bytes()[:100_000],
    "a list": gzip.compress(b"[]"),
    "without shapes": gzip.compress(b'{"made_from": "%s"}'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_chart_is_made_anew(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue, body = shipped.catalogue(), FAULTS[fault]
    if fault == "without shapes":
        body = gzip.compress(b'{"made_from": "%s"}' % ready.checksum(catalogue).encode())
    if body is not None:
        (tmp_path / "polar.json.gz").write_bytes(body)
    monkeypatch.setattr(ready, "make_chart", lambda *_, **__: shipped.chart("polar"))
    assert load_chart(POLAR_FRAME, catalogue, folder=tmp_path) is shipped.chart("polar")

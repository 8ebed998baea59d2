import gzip
import json
import shutil
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape

from geo.catalogue.recipes.boundaries.export import build, main
from geo.catalogue.records import DATA, FINE_ZONES
from geo.geodesy import length_nm


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("data")
    shutil.copy(DATA / FINE_ZONES, folder)
    build(folder)
    made = (folder / "boundaries.geojson").read_text(encoding="utf-8")
    assert made == (DATA / "boundaries.geojson").read_text(encoding="utf-8")
    return {item["properties"]["id"]: item for item in json.loads(made)["features"]}


def test_the_line_of_1990_is_cut_at_180_and_ends_where_the_zones_end(
    lines: dict[str, dict],
) -> None:
    line = shape(lines["russia-usa-maritime-boundary"]["geometry"])
    assert len(line.geoms) == 2
    assert 72.0 < line.bounds[3] < 76.0


@pytest.mark.parametrize(
    ("line", "published_nm"),
    [
        ("norway-russia-varangerfjord-line", 39),
        ("norway-russia-barents-line", 907),
        ("greenland-jan-mayen-line", 346),
        ("beaufort-canadian-claim", 200),
    ],
)
def test_lines_keep_their_published_length(
    lines: dict[str, dict], line: str, published_nm: float
) -> None:
    assert length_nm(shape(lines[line]["geometry"])) == pytest.approx(published_nm, abs=1.0)


def test_computed_lines_continue_from_the_agreed_points(lines: dict[str, dict]) -> None:
    line = shape(lines["greenland-iceland-line"]["geometry"])
    assert line.bounds[1] < 64.0
    assert length_nm(line) > 500


def test_the_northern_limit_of_the_sea_route_crosses_180(lines: dict[str, dict]) -> None:
    line = shape(lines["nsr-northern-limit"]["geometry"])
    assert line.bounds[0] == -180
    assert line.bounds[2] == 180
    assert line.distance(shapely.Point(68.57, 85.0)) < 0.1
    assert not line.intersects(shapely.box(0.0, 80.0, 60.0, 90.0))


def test_lines_say_whether_they_are_agreed_computed_or_claimed(lines: dict[str, dict]) -> None:
    words = {key: item["properties"]["details"]["line"] for key, item in lines.items()}
    assert words["canada-greenland-line"] == "agreed"
    assert words["beaufort-us-equidistance"] == "computed"
    assert words["beaufort-canadian-claim"] == "claimed"


def test_missing_zones_end_with_a_message_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "build the zones first" in capsys.readouterr().err


def test_a_zone_that_is_not_shipped_is_named_with_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zones = json.loads(gzip.decompress((DATA / FINE_ZONES).read_bytes()))
    kept = [item for item in zones["features"] if item["properties"]["id"] != "beaufort-wedge"]
    raw = json.dumps({**zones, "features": kept}).encode()
    (tmp_path / FINE_ZONES).write_bytes(gzip.compress(raw, 1))
    assert main(["--data", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "`beaufort-us-equidistance`" in said
    assert "edge_with" in said
    assert "beaufort-wedge" in said

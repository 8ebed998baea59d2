import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from geo.catalogue.recipes.zones.check import check_zone_file
from geo.errors import ZoneError


def square(west: Any, south: Any, size: Any = 5.0) -> Any:
    east, north = west + size, south + size
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def write(path: Path, *zones: Any) -> Any:
    features = [
        {
            "type": "Feature",
            "properties": {"id": zone_id},
            "geometry": {"type": "Polygon", "coordinates": rings},
        }
        for zone_id, rings in zones
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def test_adjacent_zones_pass_the_check(tmp_path: Path) -> None:
    check_zone_file(write(tmp_path / "z.geojson", ("a", square(0, 60)), ("b", square(5, 60))))
    check_zone_file(write(tmp_path / "z.gz", ("a", square(175, 85)), ("b", square(-180, 85))))


def test_an_overlap_is_reported_with_both_ids_and_the_place(tmp_path: Path) -> None:
    path = write(tmp_path / "z.geojson", ("a", square(0, 60)), ("b", square(4, 62)))
    with pytest.raises(ZoneError, match=r"`a` and `b` overlap by .* km² near 4\.50, 63\.50"):
        check_zone_file(path)


def test_a_broken_ring_is_reported_with_its_id_and_place(tmp_path: Path) -> None:
    bow = [[[0, 60], [5, 65], [5, 60], [0, 65], [0, 60]]]
    with pytest.raises(ZoneError, match=r"`a` is broken: Self-intersection\[2\.5 62\.5\]"):
        check_zone_file(write(tmp_path / "z.geojson", ("a", bow)))


def test_a_zone_beyond_180_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ZoneError, match="`a` leaves"):
        check_zone_file(write(tmp_path / "z.geojson", ("a", square(178, 60))))


def test_a_duplicate_id_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "z.geojson", ("a", square(0, 60)), ("a", square(20, 60)))
    with pytest.raises(ZoneError, match="`a` comes twice"):
        check_zone_file(path)


def test_all_problems_come_in_one_message(tmp_path: Path) -> None:
    path = write(tmp_path / "z.geojson", ("a", square(0, 60)), ("a", square(4, 62)))
    with pytest.raises(ZoneError, match=r"comes twice.*overlap"):
        check_zone_file(path)


@pytest.mark.parametrize("content", [b"", b"{", b'{"features": [{}]}', b"[]"])
def test_a_file_without_zones_is_reported(tmp_path: Path, content: Any) -> None:
    (tmp_path / "z.geojson").write_bytes(content)
    with pytest.raises(ZoneError, match="not a readable zone file"):
        check_zone_file(tmp_path / "z.geojson")


def test_a_truncated_gzip_file_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "z.gz", ("a", square(0, 60)))
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(ZoneError, match="not a readable zone file"):
        check_zone_file(path)

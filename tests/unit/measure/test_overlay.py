import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from geo.geodesy import leg_lengths_nm, to_equal_area
from geo.measure.overlay import Track, overlay, variant_hash, walk
from geo.measure.zones import LAND, NOT_ASSESSED, ZoneMap


def zone_map(*zones: Any) -> Any:
    shapes = []
    for _, _, _, (west, south, east, north) in zones:
        box = shapely.segmentize(shapely.box(west, south, east, north), 0.05)
        flat = shapely.transform(box, lambda ll: np.column_stack(to_equal_area(ll[:, 0], ll[:, 1])))
        shapely.prepare(flat)
        shapes.append(flat)
    ids, kinds, states = zip(*((z[0], z[1], z[2]) for z in zones), strict=True)
    return ZoneMap(ids, kinds, states, tuple(shapes), "test")


SEA = zone_map(
    ("west", "eez", ("NO",), (0.0, 60.0, 10.0, 70.0)),
    ("east", "territorial_sea", ("SE",), (10.0, 60.0, 20.0, 70.0)),
)


def track(*positions: Any) -> Any:
    return Track("t", "", positions)


def test_a_track_along_a_meridian_meets_a_zone_edge_where_it_lies() -> None:
    segments = walk(track((5.0, 58.0), (5.0, 62.0)), SEA)
    assert [kind for _, _, kind in segments] == [LAND, 0]
    assert segments[0][1] == pytest.approx(leg_lengths_nm([(5.0, 58.0), (5.0, 60.0)])[0], abs=0.05)


def test_the_segments_add_up_to_the_geodesic_length() -> None:
    positions = ((2.0, 61.0), (15.0, 66.0), (8.0, 69.0))
    segments = walk(track(*positions), SEA)
    assert segments[0][0] == 0.0
    assert segments[-1][1] == pytest.approx(sum(leg_lengths_nm(positions)))
    for before, after in itertools.pairwise(segments):
        assert before[1] == after[0]
        assert before[2] != after[2]


def test_the_order_is_that_of_the_track() -> None:
    kinds = [kind for _, _, kind in walk(track((15.0, 65.0), (5.0, 65.0)), SEA)]
    assert kinds == [1, 0]


def test_a_short_stretch_over_land_belongs_to_the_zone_before_it() -> None:
    narrow = zone_map(
        ("a", "eez", ("NO",), (0.0, 60.0, 9.97, 70.0)),
        ("b", "eez", ("SE",), (10.03, 60.0, 20.0, 70.0)),
    )
    segments = walk(track((5.0, 65.0), (15.0, 65.0)), narrow)
    assert [kind for _, _, kind in segments] == [0, 1]


def test_a_track_that_begins_on_a_narrow_strip_of_land_begins_in_the_zone() -> None:
    segments = walk(track((-0.05, 65.0), (5.0, 65.0)), SEA)
    assert [kind for _, _, kind in segments] == [0]


def test_long_land_is_reported_as_land_and_the_south_as_not_assessed() -> None:
    segments = walk(track((5.0, 45.0), (5.0, 55.0), (5.0, 65.0)), SEA)
    assert [kind for _, _, kind in segments] == [NOT_ASSESSED, LAND, 0]


def test_the_pole_and_180_degrees_are_crossed_without_a_break() -> None:
    cap = zone_map(("cap", "high_seas", (), (-180.0, 60.0, 180.0, 70.0)))
    segments = walk(track((179.0, 65.0), (-179.0, 65.0)), cap)
    assert [kind for _, _, kind in segments] == [0]
    over = walk(track((10.0, 88.0), (10.0, 90.0), (-170.0, 88.0)), SEA)
    assert over[-1][1] == pytest.approx(2 * leg_lengths_nm([(10.0, 88.0), (10.0, 90.0)])[0])


def test_a_track_within_one_place_has_no_length() -> None:
    assert walk(track((5.0, 65.0), (5.0, 65.0)), SEA) == [(0.0, 0.0, 0)]


def test_the_table_names_states_and_zones(tmp_path: Path) -> None:
    table = overlay([track((5.0, 65.0), (15.0, 65.0))], SEA, tmp_path)
    assert table["state"].tolist() == ["NO", "SE"]
    assert table["zone"].tolist() == ["eez", "territorial_sea"]
    assert table["zone_id"].tolist() == ["west", "east"]
    assert set(table["inputs"]) == {variant_hash(track((5.0, 65.0), (15.0, 65.0)), tmp_path)}


def test_the_hash_changes_with_the_track_and_with_the_zones(tmp_path: Path) -> None:
    one = variant_hash(track((5.0, 65.0), (15.0, 65.0)), tmp_path)
    assert one != variant_hash(track((5.0, 65.0), (15.0, 65.1)), tmp_path)
    (tmp_path / "zones.geojson").write_text("{}", encoding="utf-8")
    assert one != variant_hash(track((5.0, 65.0), (15.0, 65.0)), tmp_path)

"""A gate lies over the narrowest water between its two shores, whatever else is near."""

import pytest
import shapely
from shapely import LineString, MultiLineString, Polygon, box

from geo.catalogue.recipes.seas.gates import narrowest_water
from geo.errors import CatalogueError

# A channel of the plane along x near the pole, 100 km wide, with a cape on either side: from 40 to
# 60 km across at x = 300. At its west and its east end it opens to other waters.
K = 1_000.0
NORTH = [(600, 100), (310, 100), (300, 60), (290, 100), (0, 100)]
SOUTH = [(0, 0), (290, 0), (300, 40), (310, 0), (600, 0)]
CHANNEL = Polygon([(x * K, y * K) for x, y in (*SOUTH, *NORTH)])
WEST, EAST = LineString([(0, 0), (0, 100 * K)]), LineString([(600 * K, 0), (600 * K, 100 * K)])
ENDS = shapely.union_all([WEST, EAST])
ACROSS = LineString([(100 * K, -20 * K), (100 * K, 120 * K)])


def gate(
    area: Polygon = CHANNEL, across: LineString = ACROSS, openings: MultiLineString = ENDS
) -> list[tuple[float, ...]]:
    line = narrowest_water(area, across, openings, name="test")
    return [tuple(round(value / K, 3) for value in position) for position in line.coords]


def test_it_lies_between_the_capes_in_the_order_of_the_shores() -> None:
    assert gate() == [(300.0, 40.0), (300.0, 60.0)]
    assert gate(across=shapely.reverse(ACROSS)) == [(300.0, 60.0), (300.0, 40.0)]


def test_an_island_may_lie_under_it() -> None:
    island = box(295 * K, 48 * K, 305 * K, 52 * K)
    assert gate(area=CHANNEL.difference(island)) == [(300.0, 40.0), (300.0, 60.0)]


def test_an_inlet_of_one_shore_is_no_strait() -> None:
    fjord = box(400 * K, -200 * K, 404 * K, 1 * K)
    assert gate(area=shapely.union_all([CHANNEL, fjord])) == [(300.0, 40.0), (300.0, 60.0)]


def test_the_shore_beyond_another_opening_does_not_count() -> None:
    """Beyond a side channel the water is another: who has passed the gate may have turned off."""
    cape = Polygon([(540 * K, 0), (550 * K, 95 * K), (560 * K, 0)])
    side = LineString([(500 * K, 0), (530 * K, 0)])
    narrower = CHANNEL.difference(cape)
    assert gate(area=narrower)[0] == (550.0, 95.0)
    assert gate(area=narrower, openings=shapely.union_all([ENDS, side])) == [
        (300.0, 40.0), (300.0, 60.0),
    ]  # fmt: skip


def test_it_never_leaves_the_water() -> None:
    """Where a limit curves in, the shortest line between its ends lies in the water beyond it."""
    curved = [(600, 45), (450, 50), (600, 55)]
    ring = [*SOUTH[:-1], (560, 0), *curved, (560, 100), *NORTH[1:]]
    area = Polygon([(x * K, y * K) for x, y in ring])
    limit = LineString([(x * K, y * K) for x, y in curved])
    found = gate(area=area, openings=shapely.union_all([WEST, limit]))
    assert found == [(300.0, 40.0), (300.0, 60.0)]


@pytest.mark.parametrize(("across", "openings", "words"), [
    (LineString([(100 * K, 20 * K), (100 * K, 120 * K)]), ENDS, "on the shores"),
    (LineString([(900 * K, -20 * K), (900 * K, 120 * K)]), ENDS, "on the shores"),
    (ACROSS, WEST, "open on either side"),
])  # fmt: skip
def test_a_table_that_gives_no_gate_is_told_which_strait(
    across: LineString, openings: MultiLineString, words: str
) -> None:
    with pytest.raises(CatalogueError, match=f"test: .*{words}"):
        gate(across=across, openings=openings)

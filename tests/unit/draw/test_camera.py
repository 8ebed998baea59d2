"""Where the map goes: every feature of the catalogue, on both charts, in a view one can read."""

import numpy as np
import pytest
import shapely
from shapely import box

from geo.catalogue.features import Catalogue
from geo.catalogue.relations import highlighted_by
from geo.draw.camera import Box, fit_bounds, main_box
from geo.draw.chart import Chart
from geo.draw.frames import FRAMES, MERCATOR_FRAME, POLAR_FRAME, POLE, RIM, RIM_RADIUS
from tests import shipped

LEAST_SHARE = 0.24
CATALOGUE = shipped.catalogue()


def _boxes(catalogue: Catalogue, chart: Chart) -> dict[str, Box | None]:
    return {identity: chart.views.get(identity) for identity in catalogue.features}


@pytest.mark.parametrize("frame", FRAMES)
def test_each_view_holds_its_feature_a_route_and_enough_around_them(frame: str) -> None:
    chart = shipped.chart(frame)
    home = chart.frame.home
    for identity, found in _boxes(CATALOGUE, chart).items():
        if found is None:
            continue
        view = box(*found)
        highlighted = [
            i
            for i in highlighted_by(CATALOGUE.features, identity)
            if i in chart.boxes and i not in chart.rim
        ]
        assert all(view.buffer(0.02).covers(box(*chart.boxes[i])) for i in highlighted), identity
        west, south, east, north = found
        longest = max(shapely.clip_by_rect(track, *found).length for track in chart.tracks.values())
        assert longest >= 0.2 * min(east - west, north - south), identity
        least = LEAST_SHARE * (home[3] - home[1])
        assert east - west >= least - 0.1, identity
        if frame == "polar":
            assert north - south >= least, identity
            assert RIM.intersection(view).area >= 0.6 * view.area, identity


def test_no_view_is_of_a_feature_beyond_the_rim() -> None:
    chart = shipped.chart("polar")
    boxes = _boxes(CATALOGUE, chart)
    for identity in ("CN", "beijing", "suez", "panama", "cape-of-good-hope", "istanbul", "SA"):
        assert boxes[identity] is None, identity
        assert identity in chart.rim
    for identity in ("US", "CA", "RU", "IS", "nsr", "nep", "psr-northwest", "north-pacific"):
        assert boxes[identity] is not None, identity
        assert identity not in chart.rim
    radii = [np.hypot(x / 50 - POLE[0], y / 50 - POLE[1]) for x, y in chart.rim.values()]
    assert radii == pytest.approx([RIM_RADIUS] * len(radii), abs=0.1)


def test_a_group_is_shown_with_the_marks_of_those_beyond_the_rim() -> None:
    chart = shipped.chart("polar")
    mixed = 0
    for identity, found in _boxes(CATALOGUE, chart).items():
        highlighted = highlighted_by(CATALOGUE.features, identity)
        marks = [chart.rim[i] for i in highlighted if i in chart.rim]
        if found is None or not marks:
            continue
        mixed += 1
        west, south, east, north = found
        for x, y in marks:
            assert west - 0.02 <= x / 50 <= east + 0.02
            assert south - 0.02 <= y / 50 <= north + 0.02
    assert mixed


def test_a_view_near_the_edge_of_the_chart_is_moved_onto_it() -> None:
    spot = (POLE[0] + RIM_RADIUS - 1, POLE[1])
    view = fit_bounds(POLAR_FRAME, [(*spot, *spot)], [])
    assert box(*view).contains(shapely.Point(spot))
    assert RIM.intersection(box(*view)).area > 0.75 * box(*view).area
    west, _, _, north = fit_bounds(MERCATOR_FRAME, [(-10.9, 84.4, -10.9, 84.4)], [])
    assert west >= -11.001
    assert north <= 84.501


def test_a_view_grows_until_it_contains_a_piece_of_a_route() -> None:
    spot = (POLE[0], POLE[1], POLE[0], POLE[1])
    far = shapely.LineString([(POLE[0] - 400, POLE[1] + 250), (POLE[0] + 400, POLE[1] + 250)])
    alone = fit_bounds(POLAR_FRAME, [spot], [])
    grown = fit_bounds(POLAR_FRAME, [spot], [far])
    assert not box(*alone).intersects(far)
    assert box(*grown).intersection(far).length > 150


def test_what_the_edge_of_the_mercator_chart_cuts_has_the_box_of_its_larger_side() -> None:
    shapes = [shapely.union_all([box(-11, 60, -9, 66), box(330, 60, 349, 67)])]
    assert main_box(shapes, MERCATOR_FRAME) == (330, 60, 349, 67)
    assert main_box(shapes, POLAR_FRAME) == (-11, 60, 349, 67)
    assert main_box([box(-11, 66, 349, 84)], MERCATOR_FRAME) == (-11, 66, 349, 84)

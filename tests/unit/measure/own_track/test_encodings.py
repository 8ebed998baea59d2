"""One track within 180, beyond it or cut there is one track."""

import itertools
import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.measure.own_track.line import drawing
from geo.measure.own_track.measuring import measure_track
from geo.measure.own_track.reading import read_track
from geo.measure.own_track.track import OwnTrack
from geo.measure.zones import load_zones
from tests import shipped

TRACK = [(170.0, 70.0), (176.5, 71.123456), (183.25, 70.5), (191.0, 66.0), (188.0, 63.0)]
OVER_AND_BACK = [(178.0, 70.0), (181.0, 70.5), (179.0, 71.0), (180.0, 72.0), (182.0, 73.0)]


def read(*lines: Any) -> OwnTrack:
    data = {"type": "MultiLineString", "coordinates": lines}
    return read_track(json.dumps(data).encode(), "a.geojson")


def within(track: Any) -> Any:
    return [((lon + 180) % 360 - 180, lat) for lon, lat in track]


def cut_with_ends(short: Any) -> Any:
    """Cut at 180 as RFC 7946 has it: straight in degrees, the point there ends both lines."""
    lines = [[short[0]]]
    for (lon0, lat0), (lon1, lat1) in itertools.pairwise(short):
        if abs(lon1 - lon0) > 180:
            edge = 180.0 if lon0 > 0 else -180.0
            share = (edge - lon0) / (lon1 + 2 * edge - lon0)
            lat = round(lat0 + share * (lat1 - lat0), 7)
            lines[-1].append((edge, lat))
            lines.append([(-edge, lat)])
        lines[-1].append((lon1, lat1))
    return lines


def encodings(track: Any) -> dict[str, OwnTrack]:
    """Return one track in each encoding."""
    short = within(track)
    at = [0, *(np.flatnonzero(np.abs(np.diff([p[0] for p in short])) > 180) + 1), len(short)]
    bare = [short[a:b] for a, b in itertools.pairwise(at)]
    return {
        "within": read(short),
        "beyond": read(track),
        "beyond in the west": read([(lon - 360, lat) for lon, lat in track]),
        "cut without ends": read(*bare),
        "cut with doubled ends": read(*cut_with_ends(short)),
    }


@pytest.mark.parametrize("track", [TRACK, OVER_AND_BACK], ids=["Bering Strait", "over and back"])
def test_every_encoding_gives_the_same_drawing_miles_and_table(track: Any) -> None:
    found = encodings(track)
    first = found.pop("within")
    assert -180 <= first.lon[0] < 180
    measure: Any = {"catalogue": shipped.catalogue(), "zones": load_zones()}
    report, drawn = measure_track(first, **measure), drawing(first, 0.5)
    assert report.nm > 100
    assert max(abs(b[0] - a[0]) for a, b in itertools.pairwise(drawn)) < 180
    for name, other in found.items():
        assert other.positions == first.positions, name
        assert drawing(other, 0.5) == drawn, name
        assert measure_track(other, **measure) == report, name


@given(
    st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-2500, 2500)), min_size=2, max_size=12)
)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_any_track_about_180_is_the_same_in_every_encoding(offsets: Any) -> None:
    track = [(180.0 + east / 100 + 0.003, 60.0 + north / 100) for east, north in offsets]
    if len(set(track)) < 2:
        return
    found = encodings(track)
    first = found.pop("within").positions
    for name, other in found.items():
        assert other.positions == first, name


@pytest.mark.parametrize("by", [0.0, 1e-6])
def test_the_point_of_a_cut_may_be_rounded(by: float) -> None:
    cut = read([(178.0, 70.0), (180.0, 70.5 + by)], [(-180.0, 70.5 + by), (-178.0, 71.0)])
    assert cut.positions == [(178.0, 70.0), (182.0, 71.0)]


def test_a_real_corner_on_180_stays() -> None:
    assert read([(178.0, 70.0), (180.0, 72.0)], [(-180.0, 72.0), (-178.0, 70.0)]).n_points == 3
    along = read([(180.0, 66.0), (180.0, 68.0), (-180.0, 70.0)])
    assert along.positions == [(-180.0, 66.0), (-180.0, 68.0), (-180.0, 70.0)]


def test_a_cut_is_no_second_line() -> None:
    assert all("joined" not in " ".join(each.notes) for each in encodings(TRACK).values())


def test_the_pole_has_one_longitude() -> None:
    one = read([(10.0, 89.0), (0.0, 90.0), (77.0, 90.0), (-170.0, 89.0)])
    assert one.positions == [(10.0, 89.0), (10.0, 90.0), (-170.0, 89.0)]
    assert read([(5.0, 90.0), (10.0, 89.0)]).positions == [(10.0, 90.0), (10.0, 89.0)]

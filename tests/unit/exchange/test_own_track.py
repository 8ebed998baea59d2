"""A reader's own track as CSV and GeoJSON, and in the project file."""

import csv
import io
import json

import pytest
import shapely
from shapely.geometry import shape

from geo.errors import ExportError
from geo.exchange.own_track import COLUMNS, track_csv, track_geojson
from geo.exchange.project import read_project, to_project
from geo.exchange.project_track import SavedTrack, read_saved_track, saved_track
from geo.measure.own_track.measuring import TrackReport
from geo.measure.own_track.track import track_of
from geo.measure.voyages.records import RuleStretch, Stretch
from geo.view import View

LINE = ((170.0, 70.0), (180.0, 71.0), (-170.0, 70.0))
TRACK = track_of(LINE, "=cmd()")
NM = 415.0
REPORT = TrackReport(
    TRACK.name, 3, NM,
    stretches=(Stretch(0, 120, "RU", "eez", "ru-eez"), Stretch(120, NM, "", "high_seas", "")),
    letters=("", "A"),
    rules=(RuleStretch("polar-code-waters", 0, 60),),
    straits=(), seas=(),
)  # fmt: skip


def name_of(identity: str) -> str:
    return {"RU": "=Russia"}.get(identity, identity)


def rows() -> list[dict[str, str]]:
    text = track_csv(REPORT, name_of).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_has_a_row_for_each_stretch_and_no_formula() -> None:
    assert list(rows()[0]) == list(COLUMNS)
    assert [row["letter"] for row in rows()] == ["", "A"]
    assert rows()[0]["whose"] == "'=Russia"
    assert rows()[0]["rules"] == "Polar Code (60.0 nm)"


def test_the_lines_hold_the_zones_and_are_cut_at_180() -> None:
    found = json.loads(track_geojson(TRACK, REPORT, name_of))
    assert [one["properties"]["zone"] for one in found["features"]] == [
        "economic zone",
        "high seas",
    ]
    whole = shapely.unary_union([shape(one["geometry"]) for one in found["features"]])
    west, _, east, _ = whole.bounds
    assert (west, east) == (-180, 180)
    assert shape(found["features"][1]["geometry"]).geom_type == "MultiLineString"


def test_a_project_file_keeps_the_track() -> None:
    saved = SavedTrack("grain.gpx", ((33.05, 68.97), (-94.16812, 58.78)))
    read = read_project(to_project((), (), View(), track=saved).encode(), name="p.json")
    assert read.track == saved


def test_project_files_of_before_have_no_track() -> None:
    assert read_project(to_project((), (), View()).encode(), name="p.json").track is None


@pytest.mark.parametrize(
    "entry",
    [
        [],
        {"name": "a"},
        {"name": "a", "points": "1,2"},
        {"name": "a", "points": "1,2 3,4", "more": 1},
        {"name": "a" * 81, "points": "1,2 3,4"},
        {"name": 5, "points": "1,2 3,4"},
        {"name": "a", "points": "1,2 3,91"},
        {"name": "a", "points": "1,2 nan,4"},
        {"name": "a", "points": "1,2  3,4"},
        {"name": "a", "points": "1,2 1e9,4"},
    ],
)
def test_a_damaged_track_is_refused_with_a_reason(entry: object) -> None:
    with pytest.raises(ExportError, match=r"\w"):
        read_saved_track(entry)


def test_a_track_that_is_too_large_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.exchange.project_track.MOST_POINTS", 2)
    assert saved_track(SavedTrack("a", LINE)) is None

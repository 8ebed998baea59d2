"""A small catalogue: shapes at the pole, over 180 degrees, beyond the rim; one hostile name."""

import json
from pathlib import Path

import pytest

from geo.catalogue.features import Catalogue, load_catalogue
from geo.draw.chart import Chart, make_chart
from geo.draw.frames import FRAMES

HOSTILE = "</script>{{7*7}}${1}`\\"
COMMON = {
    "status": "observed",
    "precision": "schematic",
    "note": "A note.",
    "last_checked": "2026-11-30",
    "sources": [{"title": "A source"}],
}


def feature(identity: str, kind: str, geometry: object, **more: object) -> dict[str, object]:
    """Return a GeoJSON Feature that keeps the contract."""
    own = {"id": identity, "kind": kind, "name": identity.title(), **more}
    return {"type": "Feature", "properties": {**COMMON, **own}, "geometry": geometry}


def _line(*parts: list[list[float]]) -> dict[str, object]:
    return {"type": "MultiLineString", "coordinates": list(parts)}


def _point(lon: float, lat: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [lon, lat]}


def _square(west: float, south: float, east: float, north: float) -> dict[str, object]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


_OVER_180 = _line([[150, 40], [170, 68], [180, 69]], [[-180, 69], [-170, 66]])
_ENDS = [
    {"name": f"Yokohama {HOSTILE}", "lon": 150, "lat": 40},
    {"name": "Strait", "lon": -170, "lat": 66},
]
FEATURES = [
    feature("long-way", "route", _OVER_180, variant="main", variant_name="Main", waypoints=_ENDS),
    feature("long-way", "route", _line([[30, 70], [90, 80], [90, 90]]), variant="polar"),
    feature("plan", "corridor", _line([[30, 70], [60, 76]]), status="proposed"),
    feature("RU", "state", _square(40, 60, 179, 75), precision="digitised"),
    feature("NO", "state", _square(5, 58, 30, 71), precision="digitised"),
    feature("IN", "state", _point(77, 28)),
    feature("pole", "place", _point(0, 90), type="port", name=HOSTILE),
    feature("far-port", "place", _point(116, 39), type="port"),
    feature("calm-sea", "sea", _square(40, 70, 60, 78)),
    feature("gate", "strait", _point(-169, 66)),
    feature("circle", "region", _line([[-180, 66.5], [0, 66.5], [180, 66.5]])),
    feature("pair", "group", None, members=["NO", "far-port"]),
    feature("all-of-them", "group", None, members=["pair", "RU"]),
    feature("line-agreed", "boundary", _line([[30, 70], [35, 75]]), details={"line": "agreed"}),
    feature("line-claimed", "boundary", _line([[40, 70], [45, 75]]), details={"line": "claimed"}),
    feature("rich-waters", "zone", _square(100, 75, 120, 80), status="disputed"),
    feature("quarrel", "dispute", None, members=["rich-waters"]),
]


def write(folder: Path, features: list[dict[str, object]], name: str = "data.geojson") -> Path:
    """Write a data file into a folder and return the folder."""
    body = {"type": "FeatureCollection", "features": features}
    (folder / name).write_text(json.dumps(body), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the small catalogue."""
    return load_catalogue(write(tmp_path_factory.mktemp("catalogue"), FEATURES))


@pytest.fixture(scope="session")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a land file with land on both sides of 180 degrees and at the pole."""
    lands = [_square(170, 60, 180, 70), _square(-180, 60, -170, 70), _square(-20, 85, 20, 90)]
    items = [{"type": "Feature", "properties": {}, "geometry": one} for one in lands]
    return write(tmp_path_factory.mktemp("land"), items, "land.geojson") / "land.geojson"


@pytest.fixture(scope="session")
def charts(small: Catalogue, land: Path) -> dict[str, Chart]:
    """Return the chart by frame."""
    return {key: make_chart(frame, small, land=land) for key, frame in FRAMES.items()}

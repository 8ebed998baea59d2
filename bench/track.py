"""A reader's own track: read, measured and drawn, by the number of its points.

A ratio divides by the time that `json.loads` takes for the same track as GeoJSON, so that it holds
on any machine.
"""

import json
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from geo.catalogue.features import Catalogue, load_catalogue
from geo.measure.overlay import tracks
from geo.measure.own_track.line import cut, drawing
from geo.measure.own_track.measuring import measure_track
from geo.measure.own_track.reading import read_track
from geo.measure.own_track.track import OwnTrack, track_of
from geo.measure.zones import ZoneMap, load_zones

SIZES = (1_000, 10_000, 100_000)
RUNS = 3
TOLERANCE_NM = 0.5
BUDGET_S = 5.0  # for 100,000 points, on one core
_ROUTE = "arctic-bridge"
_SHAKEN_DEG = 2e-4


def main() -> Iterator[dict[str, Any]]:
    """Yield the figures; times are processor seconds of one core."""
    catalogue, zones = load_catalogue(), load_zones()
    for size in SIZES:
        files = track_files(catalogue, size)
        unit = _median(lambda data=files["geojson"]: json.loads(data))  # type: ignore[misc]
        for form, data in files.items():
            name = f"track.{form}"
            spent = _median(lambda data=data, name=name: _all(data, name, catalogue, zones))  # type: ignore[misc]
            note = f"{form} of {len(data) / 1e6:.1f} MB; budget {BUDGET_S:.0f} s for 100,000"
            yield _figure(f"{form}_{size}_s", round(spent, 3), "s", RUNS, note)
            yield _figure(f"{form}_{size}_ratio", round(spent / unit, 1), "x json.loads", RUNS, "")
        yield from _parts(files["csv"], size, catalogue, zones)
        yield _memory(files["gpx"], size, catalogue, zones)


def track_files(catalogue: Catalogue, size: int) -> dict[str, bytes]:
    """Return one track as files of each format: a route of the catalogue, shaken, with times."""
    route = next(one for one in tracks(catalogue) if one.feature == _ROUTE)
    steps = cut(track_of(route.positions, _ROUTE))
    at = np.linspace(0.0, steps.nm, size)
    random = np.random.default_rng(0)
    lon = np.interp(at, steps.along, steps.lon) + random.normal(0, _SHAKEN_DEG, size)
    lat = np.interp(at, steps.along, steps.lat) + random.normal(0, _SHAKEN_DEG, size)
    moments = np.datetime64("2026-07-01T00:00:00") + np.arange(size).astype("timedelta64[s]")
    rows = [
        (f"{east:.5f}", f"{north:.5f}", f"{moment}Z")
        for east, north, moment in zip(lon, lat, moments, strict=True)
    ]
    table = "\n".join(["time,lon,lat", *(f"{when},{east},{north}" for east, north, when in rows)])
    points = "\n".join(
        f'<trkpt lat="{north}" lon="{east}"><time>{when}</time></trkpt>'
        for east, north, when in rows
    )
    gpx = f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>"
    places = " ".join(f"{east},{north}" for east, north, _ in rows)
    kml = f"<kml><LineString><coordinates>{places}</coordinates></LineString></kml>"
    line = {"type": "LineString", "coordinates": [[float(e), float(n)] for e, n, _ in rows]}
    texts = {"geojson": json.dumps(line), "csv": table, "gpx": gpx, "kml": kml}
    return {form: text.encode() for form, text in texts.items()}


def _all(data: bytes, name: str, catalogue: Catalogue, zones: ZoneMap) -> None:
    track = read_track(data, name)
    measure_track(track, catalogue=catalogue, zones=zones)
    drawing(track, TOLERANCE_NM)


def _parts(
    data: bytes, size: int, catalogue: Catalogue, zones: ZoneMap
) -> Iterator[dict[str, Any]]:
    track: OwnTrack = read_track(data, "track.csv")
    works: dict[str, Callable[[], object]] = {
        "read": lambda: read_track(data, "track.csv"),
        "measured": lambda: measure_track(track, catalogue=catalogue, zones=zones),
        "drawn": lambda: drawing(track, TOLERANCE_NM),
    }
    for what, work in works.items():
        yield _figure(f"{what}_{size}_s", round(_median(work), 3), "s", RUNS, "csv")


def _memory(data: bytes, size: int, catalogue: Catalogue, zones: ZoneMap) -> dict[str, Any]:
    tracemalloc.start()
    _all(data, "track.gpx", catalogue, zones)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return _figure(f"memory_{size}_mb", round(most / 1e6, 1), "MB", 1, "most at once, gpx")


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def _figure(name: str, value: float, unit: str, runs: int, note: str) -> dict[str, Any]:
    return {"figure": f"track_{name}", "value": value, "unit": unit, "n": runs, "note": note}

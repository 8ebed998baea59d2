"""A reader's own track as files: its table zone by zone, and its line cut into zones."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from geo import messages
from geo.exchange.geojson import to_geometry
from geo.exchange.tables import Cell, sheet_csv
from geo.geodesy import cut_at_antimeridian, unwrap
from geo.markup.voyages.track_words import owner_of, rule_name, zone_word
from geo.measure.own_track.line import Steps, between, cut
from geo.measure.own_track.measuring import TrackReport
from geo.measure.own_track.track import OwnTrack
from geo.measure.voyages.records import Stretch

NameOf = Callable[[str], str]
COLUMNS = (
    "from_nm", "to_nm", "length_nm", "letter", "state", "whose", "zone", "zone_id", "area",
    "rules", "straits",
)  # fmt: skip
_TOLERANCE_DEG = 0.0005
_LEAST_NM = 0.5


def track_csv(report: TrackReport, name_of: NameOf) -> bytes:
    """Return the track zone by zone as a table."""
    return sheet_csv(COLUMNS, _rows(report, name_of))


def track_geojson(track: OwnTrack, report: TrackReport, name_of: NameOf) -> bytes:
    """Return the track as a line for each zone that it crosses, with whose waters they are.

    Lines are simplified to some fifty metres; the lengths are those of the whole track.
    """
    steps = cut(track)
    items = [
        {"type": "Feature", "properties": row, "geometry": to_geometry(_line(steps, stretch))}
        for stretch, row in zip(report.stretches, _rows(report, name_of), strict=True)
    ]
    collection = {
        "type": "FeatureCollection",
        "name": track.name,
        "length_nm": round(report.nm, 2),
        "points": track.n_points,
        "notice": messages.NOT_FOR_NAVIGATION,
        "features": items,
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


def _rows(report: TrackReport, name_of: NameOf) -> Iterator[dict[str, Cell]]:
    for stretch, letter in zip(report.stretches, report.letters, strict=True):
        owner = owner_of(stretch, name_of)
        row: dict[str, Any] = {
            "from_nm": round(float(stretch.from_nm), 2),
            "to_nm": round(float(stretch.to_nm), 2),
            "length_nm": round(float(stretch.nm), 2),
            "letter": letter,
            "state": stretch.state,
            "whose": f"{owner.name} {owner.after}".strip(),
            "zone": zone_word(stretch),
            "zone_id": stretch.zone_id,
            "area": name_of(stretch.zone_id) if stretch.zone_id else "",
            "rules": "; ".join(_meeting(report, stretch, name_of)),
            "straits": "; ".join(
                name_of(one.water)
                for one in report.straits
                if _shared(one.from_nm, one.to_nm, stretch) >= _LEAST_NM
            ),
        }
        yield row


def _meeting(report: TrackReport, stretch: Stretch, name_of: NameOf) -> Iterator[str]:
    """Yield the rules that meet a stretch, with the miles of it on which they hold."""
    for rule in report.rules:
        nm = _shared(rule.from_nm, rule.to_nm, stretch)
        if nm >= _LEAST_NM:
            yield f"{rule_name(rule.regime, name_of)} ({nm:,.1f} nm)"


def _shared(start: float, end: float, stretch: Stretch) -> float:
    return min(end, stretch.to_nm) - max(start, stretch.from_nm)


def _line(steps: Steps, stretch: Stretch) -> BaseGeometry:
    inside = (steps.along > stretch.from_nm) & (steps.along < stretch.to_nm)
    ends = np.array([stretch.from_nm, stretch.to_nm], float)
    lon, lat = between(steps.lon, steps.lat, steps.along, ends)
    places = [
        (float(lon[0]), float(lat[0])),
        *zip(steps.lon[inside].tolist(), steps.lat[inside].tolist(), strict=True),
        (float(lon[1]), float(lat[1])),
    ]
    line = shapely.simplify(LineString(unwrap(places)), _TOLERANCE_DEG)
    return cut_at_antimeridian(line)

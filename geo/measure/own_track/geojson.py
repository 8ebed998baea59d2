"""GeoJSON: lines in order, else points in order; any nesting of features and collections."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from geo import messages
from geo.characters import refuse_constant
from geo.decode import number_with
from geo.errors import TrackError
from geo.measure.columns import find_degrees, find_times
from geo.measure.own_track import limits
from geo.measure.own_track.rows import Rows, check_count

_POINT_TIMES = ("time", "timestamp", "datetime")
_LINE_TIMES = ("coordTimes", "times", "timestamps", "time", "timestamp")
_PLANE = 2
_RECORD = "\x1e"
"""What may stand before each line of a sequence of GeoJSON texts (RFC 8142)."""


@dataclass(slots=True)
class _Found:
    """What a file holds: lines with their times, points with theirs, and how much else."""

    name: str
    lines: list[tuple[list[Any], Any]] = field(default_factory=list)
    points: list[tuple[Any, Any]] = field(default_factory=list)
    others: int = 0


def read_geojson(text: str, name: str) -> Rows:
    """Return the points of a GeoJSON file.

    Raises
    ------
    TrackError
        When it is not GeoJSON, too deep, or has too many points.
    """
    # Before it is parsed: each position has a bracket, and each object takes memory.
    check_count(text.count("[") * 10 // 11, name, more=True)
    check_count(text.count("{") * limits.POINTS // limits.JSON_OBJECTS, name, more=True)
    try:
        data = _parsed(text)
    except RecursionError as error:
        raise TrackError(messages.TRACK_DEEP.format(name=name, most=limits.DEPTH)) from error
    except ValueError as error:
        raise TrackError(
            messages.TRACK_DAMAGED.format(name=name, form="GeoJSON", why=error)
        ) from error
    found = _Found(name)
    _collect(_as_features(data), {}, found, 0)
    return _rows(found)


def _parsed(text: str) -> Any:  # noqa: ANN401  JSON nests
    """Return what a text holds; of several lines with an object each, a collection of them."""
    try:
        return json.loads(text, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        lines = [line for line in text.replace(_RECORD, "").splitlines() if line.strip()]
        if not error.msg.startswith("Extra data") or not all(map(_is_object, lines)):
            raise
    features = json.loads(f"[{','.join(lines)}]", parse_constant=refuse_constant)
    return {"type": "FeatureCollection", "features": features}


def _is_object(line: str) -> bool:
    return line.lstrip().startswith("{") and line.rstrip().endswith("}")


def _as_features(data: Any) -> Any:  # noqa: ANN401
    """Return a list of objects that name their lon and lat as points; anything else as it is."""
    if not isinstance(data, list) or not data or not all(isinstance(one, dict) for one in data):
        return data
    names = list(data[0])
    lon, lat = find_degrees(names)
    if lon < 0 or lat < 0:
        return data
    points = [
        {
            "type": "Feature",
            "properties": one,
            "geometry": {
                "type": "Point",
                "coordinates": [one.get(names[lon]), one.get(names[lat])],
            },
        }
        for one in data
    ]
    return {"type": "FeatureCollection", "features": points}


def _collect(item: Any, properties: dict[str, Any], found: _Found, depth: int) -> None:  # noqa: ANN401  JSON nests
    """Sort a feature, a collection or a geometry with all that it contains."""
    if depth > limits.DEPTH:
        raise TrackError(messages.TRACK_DEEP.format(name=found.name, most=limits.DEPTH))
    kind = item.get("type") if isinstance(item, dict) else None
    if kind == "FeatureCollection":
        for each in _list(item.get("features")):
            _collect(each, {}, found, depth + 1)
    elif kind == "GeometryCollection":
        for each in _list(item.get("geometries")):
            _collect(each, properties, found, depth + 1)
    elif kind == "Feature":
        own = item.get("properties")
        if item.get("geometry") is None:
            found.points.append((None, None))
        else:
            own = own if isinstance(own, dict) else {}
            _collect(item["geometry"], own, found, depth + 1)
    elif isinstance(kind, str) and "coordinates" in item:
        _collect_geometry(kind, item["coordinates"], properties, found)
    elif depth == 0:
        raise TrackError(
            messages.TRACK_UNKNOWN.format(name=found.name, what="its JSON is not GeoJSON")
        )
    else:
        found.others += 1


def _collect_geometry(
    kind: str,
    coordinates: Any,  # noqa: ANN401
    properties: dict[str, Any],
    found: _Found,
) -> None:
    if kind == "Point":
        time = _point_time(properties)
        found.points.append((coordinates, time))
    elif kind == "MultiPoint":
        times = _line_times(properties)
        found.points += _paired(_list(coordinates), times)
    elif kind == "LineString":
        found.lines.append((_list(coordinates), _line_times(properties)))
    elif kind == "MultiLineString":
        times = _line_times(properties)
        nested = isinstance(times, list) and bool(times) and isinstance(times[0], list)
        for at, line in enumerate(_list(coordinates)):
            own = times[at] if nested and at < len(times) else None
            found.lines.append((_list(line), own))
    else:
        found.others += 1


def _point_time(properties: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return what stands under the name of a time, whatever language it is in."""
    if (exact := next((key for key in _POINT_TIMES if key in properties), None)) is not None:
        return properties[exact]
    names = list(properties)
    parts = [properties[names[at]] for at in find_times(names)]
    return parts[0] if len(parts) == 1 else " ".join(map(str, parts)) or None


def _line_times(properties: dict[str, Any]) -> Any:  # noqa: ANN401
    nested = properties.get("coordinateProperties")
    for within in (properties, nested if isinstance(nested, dict) else {}):
        for key in _LINE_TIMES:
            if isinstance(within.get(key), list):
                return within[key]
    return None


def _paired(coordinates: list[Any], times: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401
    """Return positions with their times; without times if there are not as many."""
    if isinstance(times, list) and len(times) == len(coordinates):
        return list(zip(coordinates, times, strict=True))
    return [(each, None) for each in coordinates]


def _list(value: Any) -> list[Any]:  # noqa: ANN401  what stands in a file
    return value if isinstance(value, list) else []


def _rows(found: _Found) -> Rows:
    rows = Rows()
    points = [pair for line, times in found.lines for pair in _paired(line, times)]
    others = found.others
    if points:
        rows.part = [part for part, (line, _) in enumerate(found.lines) for _ in line]
        others += sum(position is not None for position, _ in found.points)
    else:
        points = found.points
    check_count(len(points), found.name)
    rows.lon, rows.lat = _columns([position for position, _ in points])
    if any(time is not None for _, time in points):
        rows.times = [time if isinstance(time, str | int | float) else "" for _, time in points]
    if others:
        shapes = number_with(others, "shape is", "shapes are")
        rows.skipped.append(messages.TRACK_OTHER_SHAPES.format(shapes=shapes))
    return rows


def _columns(positions: list[Any]) -> tuple[Any, Any]:
    """Return longitudes and latitudes; at once if all positions are alike."""
    try:
        table = np.array(positions, dtype=float)
    except (ValueError, TypeError, ArithmeticError):
        table = np.empty(0)
    if table.ndim == _PLANE and table.shape[1] >= _PLANE:
        return table[:, 0], table[:, 1]
    pairs = [
        (each[0], each[1]) if isinstance(each, list) and len(each) >= _PLANE else (None, None)
        for each in positions
    ]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]

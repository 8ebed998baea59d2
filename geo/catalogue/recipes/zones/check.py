"""Check a zone file: every shape is valid, no two zones overlap."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import shape

from geo.catalogue.records import read_features
from geo.errors import ZoneError

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

OVERLAP_KM2 = 5.0
"""Two zones may share this much: their edge is rounded to three decimals of a degree."""

_DEGREE_KM = 111.2


def check_zone_file(path: Path, *, overlap_km2: float = OVERLAP_KM2) -> None:
    """Check a file of zones (GeoJSON, plain or gzip).

    Each shape is valid and not empty, lies within 180 degrees and 90 N, no id comes twice, and no
    two zones overlap by more than `overlap_km2`.

    Raises
    ------
    ZoneError
        With every problem found: the file, the ids and the place.
    """
    features = _read(path)
    problems = [*_unsound(features), *_overlaps(features, overlap_km2)]
    if problems:
        raise ZoneError(f"{path.name}: " + " ".join(problems) + " Build the zones again.")


def _read(path: Path) -> list[tuple[str, BaseGeometry]]:
    try:
        features = read_features(path)
        return [(item["properties"]["id"], shape(item["geometry"])) for item in features]
    except (OSError, EOFError, KeyError, TypeError, ValueError) as error:
        raise ZoneError(
            f"{path.name} is not a readable zone file ({error}). Build the zones again."
        ) from error


def _unsound(features: list[tuple[str, BaseGeometry]]) -> list[str]:
    problems = []
    for zone_id, geometry in features:
        if geometry.is_empty:
            problems.append(f"`{zone_id}` is empty.")
        elif not geometry.is_valid:
            problems.append(f"`{zone_id}` is broken: {shapely.is_valid_reason(geometry)}.")
        elif shapely.box(-180, -90, 180, 90).covers(shapely.box(*geometry.bounds)) is False:
            problems.append(f"`{zone_id}` leaves -180..180 or 90 degrees.")
    ids = sorted(zone_id for zone_id, _ in features)
    problems += [f"`{one}` comes twice." for one, two in pairwise(ids) if one == two]
    return problems


def _overlaps(features: list[tuple[str, BaseGeometry]], overlap_km2: float) -> list[str]:
    sound = [(zone_id, geometry) for zone_id, geometry in features if geometry.is_valid]
    shapes = np.array([geometry for _, geometry in sound], dtype=object)
    tree = shapely.STRtree(shapes)
    problems = []
    for first, second in tree.query(shapes, predicate="intersects").T:
        if first >= second:
            continue
        common = shapely.intersection(shapes[first], shapes[second])
        size = _km2(common)
        if size > overlap_km2:
            place = max(shapely.get_parts(common), key=shapely.area).representative_point()
            problems.append(
                f"`{sound[first][0]}` and `{sound[second][0]}` overlap by {size:.0f} km² "
                f"near {place.x:.2f}, {place.y:.2f}."
            )
    return problems


def _km2(geometry: BaseGeometry) -> float:
    return sum(
        float(part.area) * _DEGREE_KM**2 * float(np.cos(np.radians(part.centroid.y)))
        for part in shapely.get_parts(geometry)
        if part.area > 0
    )

"""Write the catalogue's GeoJSON files: stable, small, and readable in a diff.

Every property is on its own line, every waypoint or source on one, every geometry on one; so a
change of one fact is a change of one line.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.catalogue import records
from geo.errors import CatalogueError

Properties = Mapping[str, Any]


def source(title: str, **facts: str) -> dict[str, str]:
    """Return a source with all its fields; those not given are empty strings (unknown)."""
    fields = ("publisher", "date", "licence", "url", "retrieved", "confidence")
    return {"title": title} | {field: facts.get(field, "") for field in fields}


NATURAL_EARTH = source(
    f"Natural Earth {records.NATURAL_EARTH} via the npm package world-atlas 2.0.2",
    publisher="Natural Earth; package by Mike Bostock",
    date="2018",
    licence="public domain (data), ISC (package)",
    url="https://www.naturalearthdata.com/",
    retrieved="2026-11-22",
    confidence="calculated",
)


def to_feature(properties: Properties, geometry: BaseGeometry | None) -> dict[str, Any]:
    """Return a GeoJSON Feature."""
    shape = None if geometry is None else shapely.geometry.mapping(geometry)
    return {"type": "Feature", "properties": dict(properties), "geometry": shape}


def round_geometry(geometry: BaseGeometry, *, decimals: int = 4) -> BaseGeometry:
    """Return the geometry with coordinates rounded vertex by vertex; degrees, 11 m by default."""
    return shapely.transform(geometry, lambda xy: np.round(xy, decimals))


def write_collection(
    path: Path, features: Iterable[Mapping[str, Any]], *, defaults: Properties | None = None
) -> None:
    """Write Features as a FeatureCollection, with a top-level `defaults` member if given."""
    head = ['"type": "FeatureCollection"']
    if defaults:
        head.append(f'"defaults": {_block(defaults, indent=1)}')
    body = ",\n".join(_feature_text(feature) for feature in features)
    members = ",\n ".join([*head, f'"features": [\n{body}\n ]'])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{{\n {members}\n}}\n", encoding="utf-8", newline="\n")


def _feature_text(feature: Mapping[str, Any]) -> str:
    """Format one Feature: properties line by line, the geometry on one line."""
    properties = _block(feature["properties"], indent=3)
    geometry = json.dumps(feature["geometry"], separators=(",", ":"))
    return (
        f'  {{\n   "type": "Feature",\n   "properties": {properties},\n'
        f'   "geometry": {geometry}\n  }}'
    )


def _block(properties: Properties, *, indent: int) -> str:
    """Format a mapping with one member per line, and one item per line in lists of mappings."""
    if not properties:
        return "{}"
    pad = " " * (indent + 1)
    lines = [f"{pad}{_text(key)}: {_value(value, indent + 1)}" for key, value in properties.items()]
    return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"


def _value(value: object, indent: int) -> str:
    """Format a property's value."""
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        pad = " " * (indent + 1)
        items = ",\n".join(pad + _text(item) for item in value)
        return f"[\n{items}\n{' ' * indent}]"
    return _text(value)


def _text(value: object) -> str:
    """Format a value on one line, non-ASCII characters unescaped."""
    return json.dumps(value, ensure_ascii=False)


def replace_geometry(path: Path, shapes: Mapping[str, BaseGeometry]) -> None:
    """Replace the geometries of a file's Features by id; all other members stay.

    Raises
    ------
    CatalogueError
        When the file and the shapes do not hold the same ids.
    """
    collection = json.loads(path.read_text(encoding="utf-8"))
    ids = {feature["properties"]["id"] for feature in collection["features"]}
    if odd := ids ^ set(shapes):
        raise CatalogueError(
            f"{path.name} and the outlines differ in {', '.join(sorted(odd))}; add the Feature by "
            "hand or teach the build its outline."
        )
    features = [
        to_feature(feature["properties"], shapes[feature["properties"]["id"]])
        for feature in collection["features"]
    ]
    write_collection(path, features, defaults=collection.get("defaults"))

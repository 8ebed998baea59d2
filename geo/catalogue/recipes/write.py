"""Write the catalogue's GeoJSON files: stable, small, and readable in a diff.

Every property stands on its own line, every waypoint or source on one, every geometry on one; so a
change of one fact is a change of one line.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import CatalogueError

DATA = Path(__file__).parents[1] / "data"
"""The folder of the catalogue's files."""

Properties = Mapping[str, Any]


def source(title: str, **facts: str) -> dict[str, str]:
    """Return a source with all its fields; those not given are empty strings, that is, unknown."""
    fields = ("publisher", "date", "licence", "url", "retrieved", "confidence")
    return {"title": title} | {field: facts.get(field, "") for field in fields}


NATURAL_EARTH = source(
    "Natural Earth 4.1.0, by way of the npm package world-atlas 2.0.2",
    publisher="Natural Earth; package by Mike Bostock",
    date="2018",
    licence="public domain (data), ISC (package)",
    url="https://www.naturalearthdata.com/",
    retrieved="2026-11-22",
    confidence="computed",
)


def to_feature(properties: Properties, geometry: BaseGeometry | None) -> dict[str, Any]:
    """Return a GeoJSON Feature."""
    shape = None if geometry is None else shapely.geometry.mapping(geometry)
    return {"type": "Feature", "properties": dict(properties), "geometry": shape}


def round_geometry(geometry: BaseGeometry, *, decimals: int = 4) -> BaseGeometry:
    """Return the geometry with rounded coordinates, vertex by vertex."""
    return shapely.transform(geometry, lambda xy: np.round(xy, decimals))


def write_collection(
    path: Path, features: Iterable[Mapping[str, Any]], *, defaults: Properties | None = None
) -> None:
    """Write Features as a FeatureCollection, with `defaults` as its top member where given."""
    head = ['"type": "FeatureCollection"']
    if defaults:
        head.append(f'"defaults": {_block(defaults, indent=1)}')
    body = ",\n".join(_feature_text(feature) for feature in features)
    members = ",\n ".join([*head, f'"features": [\n{body}\n ]'])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{{\n {members}\n}}\n", encoding="utf-8", newline="\n")


def _feature_text(feature: Mapping[str, Any]) -> str:
    """Lay out one Feature: properties line by line, the geometry on one line."""
    properties = _block(feature["properties"], indent=3)
    geometry = json.dumps(feature["geometry"], separators=(",", ":"))
    return (
        f'  {{\n   "type": "Feature",\n   "properties": {properties},\n'
        f'   "geometry": {geometry}\n  }}'
    )


def _block(properties: Properties, *, indent: int) -> str:
    """Lay out a mapping with one member on a line, and one item on a line in lists of mappings."""
    if not properties:
        return "{}"
    pad = " " * (indent + 1)
    lines = [f"{pad}{_text(key)}: {_value(value, indent + 1)}" for key, value in properties.items()]
    return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"


def _value(value: object, indent: int) -> str:
    """Lay out a property's value."""
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        pad = " " * (indent + 1)
        items = ",\n".join(pad + _text(item) for item in value)
        return f"[\n{items}\n{' ' * indent}]"
    return _text(value)


def _text(value: object) -> str:
    """Write a value on one line, in its own script."""
    return json.dumps(value, ensure_ascii=False)


def replace_geometry(path: Path, shapes: Mapping[str, BaseGeometry]) -> None:
    """Give the Features of a file new geometries by id; all that is kept by hand stays.

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

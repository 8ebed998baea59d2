"""The catalogue: every feature that can be drawn or named, with its shapes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.catalogue.records import (
    DATA,
    Details,
    Feature,
    Stance,
    group_by_id,
    read_collection,
    to_feature,
)
from geo.catalogue.relations import Related, related_by_feature
from geo.catalogue.schema import check_properties, check_variant
from geo.errors import DAMAGE, CatalogueError, UnknownFeatureError
from geo.geodesy import WGS84
from geo.manifest import checksum_of


@dataclass(frozen=True)
class Catalogue:
    """All features by id, and one frame of their shapes.

    Attributes
    ----------
    features
        Feature by id, in the order of the files.
    frame
        EPSG:4326; columns id, variant, kind, geometry; a row per variant that has a shape.
    problems
        One message for each file that could not be read; its features are missing.
    checksum
        Of the files that it was read from; '' where it was made in another way.
    viewpoint, stances
        Whose view of borders its features are in, '' for the default, and what that view says, by
        feature: see `geo.catalogue.viewpoints`.
    """

    features: Mapping[str, Feature]
    frame: gpd.GeoDataFrame
    problems: tuple[str, ...] = ()
    checksum: str = ""
    viewpoint: str = ""
    stances: Mapping[str, Stance] = field(default_factory=dict)

    def feature(self, feature_id: str) -> Feature:
        """Return the feature with this id.

        Raises
        ------
        UnknownFeatureError
            When there is none; the message names the nearest ids.
        """
        try:
            return self.features[feature_id]
        except KeyError:
            near = get_close_matches(feature_id, self.features, n=3)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            raise UnknownFeatureError(
                f"The catalogue has no feature `{feature_id}`.{hint}"
            ) from None

    @cached_property
    def related_features(self) -> Mapping[str, Related]:
        """Groups, wholes, parts and disputes of each feature that has any."""
        return related_by_feature(self.features)

    def of_kind(self, *kinds: str) -> list[Feature]:
        """Return the features of these kinds, in the catalogue's order."""
        return [feature for feature in self.features.values() if feature.kind in kinds]

    def each_shape(self) -> Iterator[tuple[Feature, str, BaseGeometry]]:
        """Yield feature, variant slug and shape (EPSG:4326) of every row of the frame."""
        frame = self.frame
        for identity, variant, geometry in zip(
            frame["id"], frame["variant"], frame.geometry, strict=True
        ):
            yield self.features[identity], variant, geometry

    def shapes(self, feature_id: str) -> dict[str, BaseGeometry]:
        """Return the shapes (EPSG:4326) by variant slug, '' where there is one shape only."""
        return dict(self._shapes.get(feature_id, {}))

    @cached_property
    def _shapes(self) -> Mapping[str, Mapping[str, BaseGeometry]]:
        found: dict[str, dict[str, BaseGeometry]] = {}
        for identity, variant, geometry in zip(
            self.frame["id"], self.frame["variant"], self.frame.geometry, strict=True
        ):
            found.setdefault(identity, {})[variant] = geometry
        return found


def load_catalogue(folder: Path = DATA, *, strict: bool = True) -> Catalogue:
    """Read every data file of the catalogue.

    Files come in the order of their names, so the catalogue's order is the same everywhere.

    Parameters
    ----------
    folder
        Where the `*.geojson` files are; deeper folders are not read.
    strict
        Raise on the first broken file's problems, all of them in one message; otherwise the file
        is left out and its problems are kept in `Catalogue.problems`.

    Raises
    ------
    CatalogueError
        A file is missing, is not a FeatureCollection, or a feature breaks the contract of
        `geo.catalogue.schema`.
    """
    features: dict[str, Feature] = {}
    rows: list[dict[str, Any]] = []
    problems: list[str] = []
    paths = sorted(folder.glob("*.geojson"))
    if not paths:
        problems.append(f"No catalogue file in {folder.name}/: restore it from the repository.")
    for path in paths:
        try:
            found, shapes = _read_file(path, taken=features)
        except CatalogueError as error:
            problems.append(str(error))
        else:
            features |= found
            rows += shapes
    if strict and problems:
        raise CatalogueError("\n".join(problems))
    frame = gpd.GeoDataFrame(
        rows, columns=["id", "variant", "kind", "geometry"], geometry="geometry", crs=WGS84
    )
    checksum = "" if problems else checksum_of(paths)
    return Catalogue(MappingProxyType(features), frame, tuple(problems), checksum)


def _read_file(
    path: Path, *, taken: Mapping[str, Feature]
) -> tuple[dict[str, Feature], list[dict[str, Any]]]:
    """Return features by id and rows of shapes from one file, or raise all its problems."""
    grouped = group_by_id(read_collection(path))
    problems: list[str] = []
    for identity, items in grouped.items():
        problems += check_properties(items[0]["properties"], file=path.name)
        for item in items[1:]:
            problems += check_variant(item["properties"], file=path.name)
        if identity in taken:
            problems.append(f"{path.name}: `{identity}` is in another file too.")
    rows: list[dict[str, Any]] = []
    for identity, items in grouped.items():
        for item in items:
            try:
                geometry = _shape(item["geometry"]) if item.get("geometry") else None
            except (*DAMAGE, ShapelyError) as error:
                problems.append(f"{path.name}: the shape of `{identity}` is broken ({error}).")
                continue
            if geometry is not None:
                rows.append(_row(items[0]["properties"], item["properties"], geometry))
    if problems:
        raise CatalogueError("\n".join(problems))
    return {identity: to_feature(items) for identity, items in grouped.items()}, rows


def _shape(written: dict[str, Any]) -> BaseGeometry:
    made: BaseGeometry = shape(written)
    if made.is_empty or not np.isfinite(shapely.get_coordinates(made)).all():
        raise ValueError("positions are missing")
    west, south, east, north = made.bounds
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):  # noqa: PLR2004
        raise ValueError("it is off the globe")
    return made


def _row(shared: Details, own: Details, geometry: BaseGeometry) -> dict[str, Any]:
    return {
        "id": shared.get("id", ""),
        "variant": own.get("variant", ""),
        "kind": shared.get("kind", ""),
        "geometry": geometry,
    }

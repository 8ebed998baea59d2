"""The features of a view as GeoJSON (RFC 7946) with the names of Linked Places.

Positions are lon, lat on WGS 84, shapes are cut at 180 degrees, outer rings run counter-clockwise,
and there is no `crs` member. Sources, licence and date are in the member `provenance`, which RFC
7946, 6.1 allows as a foreign member.

Source: Linked Places format 1.3, https://github.com/LinkedPasts/linked-places ; its `fclasses` are
GeoNames feature classes.
"""

import json
from collections.abc import Iterable
from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo import messages
from geo.catalogue.records import Feature, Variant
from geo.exchange.cite import VERSION, cite_plain
from geo.exchange.snapshot import ViewSnapshot, line_nm
from geo.measure.roles import Reason
from geo.view import View

_DECIMALS = 6
CLASSES = {
    "state": "A",
    "group": "A",
    "region": "L",
    "sea": "H",
    "strait": "H",
    "zone": "H",
    "boundary": "L",
    "route": "R",
    "corridor": "R",
    "place": "P",
    "dispute": "L",
    "regime": "L",
}
"""GeoNames feature class by kind; R holds roads and routes, H waters, L regions."""


def make_geojson(snapshot: ViewSnapshot) -> bytes:
    """Return the features of a view as a GeoJSON FeatureCollection in UTF-8.

    A variant is a Feature of its own (`id` is then `feature.variant`); what has no shape (a group)
    has a null geometry.

    Raises
    ------
    ExportError
        Nothing is shown.
    """
    snapshot.require_features()
    collection = {
        "type": "FeatureCollection",
        "title": f"{messages.APP}: {snapshot.sentence}",
        "provenance": provenance(snapshot),
        "features": [item for feature in snapshot.features for item in _items(snapshot, feature)],
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


def provenance(snapshot: ViewSnapshot) -> dict[str, Any]:
    """Return the provenance of every file: version, date, address, citation, licence, sources."""
    return {
        "software": f"{messages.APP} {VERSION}",
        "date": snapshot.day.isoformat(),
        "address": snapshot.address,
        "citation": cite_plain(snapshot),
        "licence": messages.LICENCE_NOTE,
        "notice": messages.NOT_FOR_NAVIGATION,
        "sources": [_filled(vars(source)) for source in snapshot.sources],
    }


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value}


def _items(snapshot: ViewSnapshot, feature: Feature) -> Iterable[dict[str, Any]]:
    shapes = snapshot.catalogue.shapes(feature.id)
    if not shapes:
        yield _item(snapshot, feature, None, None)
    variants = {variant.slug: variant for variant in feature.variants}
    for slug, geometry in shapes.items():
        yield _item(snapshot, feature, variants.get(slug), geometry)


def _item(
    snapshot: ViewSnapshot, feature: Feature, variant: Variant | None, geometry: BaseGeometry | None
) -> dict[str, Any]:
    slug = variant.slug if variant else ""
    return {
        "type": "Feature",
        "@id": snapshot.address_of(View(feature=feature.id, variant=slug)),
        "id": f"{feature.id}.{slug}" if slug else feature.id,
        "properties": _properties(snapshot, feature, slug, geometry),
        "geometry": None if geometry is None else to_geometry(geometry),
        "names": [{"toponym": name.text, "lang": name.lang} for name in feature.all_names()],
        "types": [{"label": feature.type or messages.KINDS[feature.kind]}],
        "links": [
            {"type": "primaryTopicOf", "identifier": source.url}
            for source in feature.sources
            if source.url
        ],
        "descriptions": [{"value": feature.note, "lang": "en"}] if feature.note else [],
    }


def _properties(
    snapshot: ViewSnapshot, feature: Feature, slug: str, geometry: BaseGeometry | None
) -> dict[str, Any]:
    variant = next((v for v in feature.variants if v.slug == slug), None)
    return {
        "id": feature.id,
        "title": feature.name,
        "fclasses": [CLASSES[feature.kind]],
        "kind": feature.kind,
        "status": feature.status,
        "precision": feature.precision,
        "on_map": snapshot.place_phrase(feature.id),
        "last_checked": feature.last_checked,
        **({"variant": variant.slug, "variant_name": variant.name} if variant else {}),
        **_filled(
            {
                "note": feature.note,
                "part_of": feature.part_of,
                "members": list(feature.members),
                "length_nm": None if geometry is None else line_nm(feature, geometry),
                "nations": [_nation(reason) for reason in snapshot.reasons_for(feature, slug)],
                "rules": [
                    {"id": one, "length_nm": round(nm, 1)}
                    for one, nm in snapshot.rules(feature, slug).items()
                ],
                "claims": [_filled(vars(claim)) for claim in feature.claims],
            }
        ),
        "sources": [_filled(vars(source)) for source in feature.sources],
    }


def _nation(reason: Reason) -> dict[str, Any]:
    """Return a nation's role in a feature, with the variant's nautical miles if any."""
    known = {"nation": reason.nation, "role": reason.role, "said": reason.words}
    return _filled({**known, "length_nm": round(reason.length_nm, 2), "source": reason.source})


def to_geometry(geometry: BaseGeometry) -> dict[str, Any]:
    """Return a lon/lat geometry as RFC 7946 writes it: right-hand rule, six decimals at most."""
    encoded: dict[str, Any] = mapping(shapely.orient_polygons(geometry, exterior_cw=False))
    return {"type": encoded["type"], "coordinates": _rounded(encoded["coordinates"])}


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401  nested as deep as GeoJSON nests
    if isinstance(coordinates[0], int | float):
        return [round(float(value), _DECIMALS) for value in coordinates[:2]]
    return [_rounded(inner) for inner in coordinates]

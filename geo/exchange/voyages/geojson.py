"""The lines of a voyage as GeoJSON (RFC 7946): a Feature for each variant, and its two ports.

Lines run along geodesics from the origin to the destination, cut at 180 degrees. Sources, licence
and notice are in the member `provenance`, as in `geo.exchange.geojson`.
"""

import json
from datetime import date
from typing import Any

from shapely import LineString, Point

from geo import messages
from geo.errors import ExportError
from geo.exchange.cite import VERSION
from geo.exchange.geojson import to_geometry
from geo.exchange.voyages.cite import cite_voyage_plain
from geo.exchange.voyages.tables import columns_of, variant_row, variants_of
from geo.exchange.voyages.words import sources_of
from geo.geodesy import cut_at_antimeridian, densify
from geo.markup.voyages.sentence import headline_text
from geo.measure.voyages.records import FEATURE_OF_VIA, Port, Variant, Voyage, Way
from geo.view import View, to_address

_FEWEST = 2


def voyage_geojson(
    voyage: Voyage, *, base: str, address: str = "", day: date | None = None, lit: str = ""
) -> bytes:
    """Return every variant as a line and both ports as points, in UTF-8.

    Properties are those of the table's columns; null is what is not known.

    Parameters
    ----------
    base
        The app's own address, without a query.
    address, day, lit
        Of the page that shows the voyage, the date, and the way that the sentence speaks of; the
        citation needs address and day.

    Raises
    ------
    ExportError
        There is no way between the ports.
    """
    variants = variants_of(voyage)
    if not variants:
        raise ExportError(headline_text(voyage, lit))
    ends = (("origin", voyage.origin), ("destination", voyage.destination))
    collection = {
        "type": "FeatureCollection",
        "title": f"{messages.APP}: {headline_text(voyage, lit)}",
        "provenance": _provenance(voyage, address or base, day, lit),
        "features": [
            *(_line(voyage, way, variant, base) for way, variant in variants),
            *(_port(role, port, base) for role, port in ends),
        ],
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


def _provenance(voyage: Voyage, address: str, day: date | None, lit: str) -> dict[str, Any]:
    entries = {
        "software": f"{messages.APP} {VERSION}",
        "date": day.isoformat() if day else "",
        "address": address,
        "citation": cite_voyage_plain(voyage, address, day, lit=lit) if day else "",
        "licence": messages.LICENCE_NOTE,
        "notice": messages.NOT_FOR_NAVIGATION,
        "sources": [_filled(vars(source)) for source in sources_of(voyage)],
    }
    return _filled(entries)


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value}


def _line(voyage: Voyage, way: Way, variant: Variant, base: str) -> dict[str, Any]:
    row = variant_row(voyage, way, variant)
    feature = FEATURE_OF_VIA.get(way.via, "")
    view = View(feature=feature, variant=variant.slug)
    known = {column: row.get(column) for column in columns_of(voyage)}
    return {
        "type": "Feature",
        "id": f"{way.via}.{variant.slug}" if variant.slug else way.via,
        "properties": {
            "title": ": ".join(filter(None, (way.name, variant.name))),
            **known,
            "shut": row["shut"] or None,
            "too_shallow": variant.shut == "draught",
            "shut_because": row["shut_because"] or None,
            "is_usual": way.via == voyage.usual,
            "is_shortest": way.via == voyage.shortest,
            "route_address": to_address(view, base=base) if feature else None,
            "notice": messages.NOT_FOR_NAVIGATION,
        },
        "geometry": _geometry(variant),
    }


def _geometry(variant: Variant) -> dict[str, Any] | None:
    if len(variant.positions) < _FEWEST:
        return None
    return to_geometry(cut_at_antimeridian(LineString(densify(variant.positions))))


def _port(role: str, port: Port, base: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": port.id,
        "properties": {
            "title": port.name,
            "role": role,
            "nation": port.nation or None,
            "address": to_address(View(feature=port.id), base=base),
        },
        "geometry": to_geometry(Point(port.lon, port.lat)),
    }

"""The features of a view as KML 2.2, a folder for each layer.

Description and sources are plain text: no HTML reaches the globe.

Source: OGC KML 2.2, https://www.ogc.org/standards/kml/ .
"""

import re
from itertools import groupby
from xml.etree import ElementTree as ET

from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from geo import messages
from geo.catalogue.records import Feature
from geo.draw.layers import LAYERS, layer_of
from geo.draw.palette import LIGHT, WIDTHS
from geo.exchange.cite import cite_plain
from geo.exchange.snapshot import ViewSnapshot, line_nm, source_text
from geo.markup.details import kind_words, last_checked_words, precision_words

_SPACE = "http://www.opengis.net/kml/2.2"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AREA_OPACITY = "33"


def make_kml(snapshot: ViewSnapshot) -> bytes:
    """Return the features of a view as KML in UTF-8.

    Raises
    ------
    ExportError
        Nothing is shown.
    """
    snapshot.require_features()
    root = ET.Element("kml", xmlns=_SPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", f"{messages.APP}: {snapshot.sentence}")
    sources = "\n".join(source_text(source) for source in snapshot.sources)
    about = (
        cite_plain(snapshot),
        f"{messages.NOT_FOR_NAVIGATION}.",
        messages.LICENCE_NOTE,
        sources,
    )
    _text(document, "description", "\n\n".join(about))
    for kind in dict.fromkeys(feature.kind for feature in snapshot.features):
        _style(document, kind)
    order = [layer.id for layer in LAYERS]
    features = sorted(snapshot.features, key=lambda f: order.index(layer_of(f).id))
    for layer, those in groupby(features, key=layer_of):
        folder = ET.SubElement(document, "Folder", id=f"layer-{layer.id}")
        _text(folder, "name", layer.title)
        _text(folder, "description", layer.about)
        for feature in those:
            _placemarks(folder, snapshot, feature)
    ET.indent(root, space=" ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = _NOT_IN_XML.sub("", text)
    return child


def _style(document: ET.Element, kind: str) -> None:
    colour = LIGHT.kinds[kind]
    turned = f"{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()
    style = ET.SubElement(document, "Style", id=f"kind-{kind}")
    line = ET.SubElement(style, "LineStyle")
    _text(line, "color", f"ff{turned}")
    _text(line, "width", str(WIDTHS[kind]))
    _text(ET.SubElement(style, "PolyStyle"), "color", f"{_AREA_OPACITY}{turned}")


def _placemarks(folder: ET.Element, snapshot: ViewSnapshot, feature: Feature) -> None:
    names = {variant.slug: variant.name for variant in feature.variants}
    shapes = snapshot.catalogue.shapes(feature.id)
    for slug in shapes or ("",):
        placemark = ET.SubElement(folder, "Placemark")
        name = f"{feature.name}: {names[slug]}" if names.get(slug) else feature.name
        _text(placemark, "name", name)
        _text(placemark, "description", _description(snapshot, feature, slug))
        _text(placemark, "styleUrl", f"#kind-{feature.kind}")
        data = ET.SubElement(placemark, "ExtendedData")
        facts = ("id", "kind", "status", "precision", "last_checked")
        for key, value in ((key, getattr(feature, key)) for key in facts):
            _text(ET.SubElement(data, "Data", name=key), "value", value)
        if slug in shapes:
            _geometry(placemark, shapes[slug])


def _description(snapshot: ViewSnapshot, feature: Feature, slug: str) -> str:
    lines = [
        f"{kind_words(feature)}, {messages.STATUSES[feature.status].lower()}",
        precision_words(feature),
        snapshot.place_phrase(feature.id),
        *_figures(snapshot, feature, slug),
        feature.note,
        *(f"{claim.nation}: {claim.position}" for claim in feature.claims),
        snapshot.address_of_feature(feature.id, variant=slug),
        *(source_text(source) for source in feature.sources),
        last_checked_words(feature),
    ]
    return "\n".join(line for line in lines if line)


def _figures(snapshot: ViewSnapshot, feature: Feature, slug: str) -> list[str]:
    """Return length, nations and rules of a variant, a line each."""
    shape = snapshot.catalogue.shapes(feature.id).get(slug)
    length_nm = None if shape is None else line_nm(feature, shape)
    length = [] if length_nm is None else [messages.LENGTH.format(nm=length_nm)]
    nations = snapshot.nations(feature, slug)
    rules = snapshot.rules_phrase(feature, slug)
    said = {messages.WHY_SHOWN: nations, messages.RULES_TABLE: rules}
    return [*length, *(f"{title}: {text}" for title, text in said.items() if text)]


def _geometry(parent: ET.Element, geometry: BaseGeometry) -> None:
    if isinstance(geometry, BaseMultipartGeometry):
        several = ET.SubElement(parent, "MultiGeometry")
        for part in geometry.geoms:
            _geometry(several, part)
        return
    shape = ET.SubElement(parent, geometry.geom_type)
    if not isinstance(geometry, Point):
        _text(shape, "tessellate", "1")
    if not isinstance(geometry, Polygon):
        _positions(shape, geometry)
        return
    for tag, rings in (
        ("outerBoundaryIs", [geometry.exterior]),
        ("innerBoundaryIs", geometry.interiors),
    ):
        for ring in rings:
            _positions(ET.SubElement(ET.SubElement(shape, tag), "LinearRing"), ring)


def _positions(shape: ET.Element, line: BaseGeometry) -> None:
    pairs = (f"{lon:.6f},{lat:.6f}" for lon, lat, *_ in line.coords)
    _text(shape, "coordinates", " ".join(pairs))

"""KML: well-formed for any text, at 180 degrees and at the pole."""

from xml.etree import ElementTree as ET

import pytest

from geo.errors import ExportError
from geo.exchange.kml import make_kml
from geo.view import View
from tests.unit.exchange.views import BAD, CHECKED, shipped, snapshot_of

SPACE = {"k": "http://www.opengis.net/kml/2.2"}


def parsed(file: bytes) -> ET.Element:
    return ET.fromstring(file)  # noqa: S314  our own file


def test_hostile_words_stay_text() -> None:
    root = parsed(make_kml(snapshot_of()))
    names = [one.text for one in root.iterfind(".//k:Placemark/k:name", SPACE)]
    assert BAD in names
    assert {element.tag.split("}")[1] for element in root.iter()}.isdisjoint({"img", "script"})


def test_characters_that_xml_forbids_are_left_out() -> None:
    snapshot = snapshot_of(View(nations=("RU",)))
    object.__setattr__(snapshot, "sentence", "a\x00b\x1bc\ufffe")
    root = parsed(make_kml(snapshot))
    assert "abc" in (root.findtext("k:Document/k:name", namespaces=SPACE) or "")


def test_every_position_lies_on_the_globe_and_the_pole_is_there() -> None:
    root = parsed(make_kml(snapshot_of()))
    texts = [one.text or "" for one in root.iterfind(".//k:coordinates", SPACE)]
    pairs = [tuple(map(float, p.split(","))) for text in texts for p in text.split()]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in pairs)
    assert (0.0, 90.0) in pairs


def test_folders_are_the_layers_and_styles_are_the_kinds() -> None:
    root = parsed(make_kml(snapshot_of(catalogue=shipped(), articles=[])))
    folders = [one.get("id") for one in root.iterfind(".//k:Folder", SPACE)]
    assert folders[:3] == ["layer-routes", "layer-corridors", "layer-states"]
    styles = {one.get("id") for one in root.iterfind(".//k:Style", SPACE)}
    used = {(one.text or "")[1:] for one in root.iterfind(".//k:styleUrl", SPACE)}
    assert used == styles


def test_a_hole_stays_a_hole() -> None:
    root = parsed(make_kml(snapshot_of()))
    assert root.find(".//k:Polygon/k:innerBoundaryIs/k:LinearRing", SPACE) is not None


def test_sources_licence_and_notice_are_in_the_description() -> None:
    root = parsed(make_kml(snapshot_of()))
    about = root.findtext("k:Document/k:description", namespaces=SPACE) or ""
    for words in ("Not for navigation", "MIT", "Natural Earth", "CC0", "22 November 2026"):
        assert words in about


def test_each_placemark_says_when_its_facts_were_last_checked() -> None:
    root = parsed(make_kml(snapshot_of()))
    for placemark in root.iterfind(".//k:Placemark", SPACE):
        said = placemark.findtext("k:description", namespaces=SPACE) or ""
        assert said.endswith("Facts last checked on 21 November 2026")
        day = placemark.findtext(".//k:Data[@name='last_checked']/k:value", namespaces=SPACE)
        assert day == CHECKED


def test_nothing_left_is_refused() -> None:
    with pytest.raises(ExportError):
        make_kml(snapshot_of(View(nations=("JP",)), articles=[]))

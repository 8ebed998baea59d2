"""A feature's card: what it is, who says so, and every word of it escaped."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import pytest
from shapely import LineString

from geo.catalogue.features import Catalogue
from geo.catalogue.records import Claim, Feature, Name, Role, Source, Variant
from geo.errors import ExportError
from geo.escape import Markup
from geo.markup.cards import card, source_line, to_feature
from geo.markup.passages import ReadingPane
from geo.measure.roles import Reason
from geo.view import View

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile.json").read_text("utf-8"))
_TAG = re.compile(r"<[^>]*>")
ROUTE = Feature(
    id="nsr",
    kind="route",
    name="Northern Sea Route",
    status="official",
    precision="schematic",
    note="A note of one sentence.",
    names=(Name("NSR", exact_case=True), Name("Севморпуть", lang="ru")),
    nations=(Role("RU", "administrator", "A law"),),
    sources=(Source("A book", "A press", "2020", "CC BY 4.0", "https://example.org/a"),),
    claims=(Claim("RU", "It is ours.", "A speech"), Claim("US", "It is open.")),
    members=("RU", "nowhere"),
    part_of="RU",
    details={"length_km": 5600.0, "open": True, "seasons": ["July", "August"], "gate": "hidden"},
    variants=(Variant("coastal", "Along the coast"), Variant("far", "Not drawn")),
)
RUSSIA = Feature("RU", "state", "Russia", "official", "digitised", "A state.")
READING = ReadingPane(
    (), (), View(feature="nsr", variant="coastal"), (), (), lambda identity: identity
)


def catalogue_of(*features: Feature) -> Catalogue:
    """Return a catalogue with one line, from 170 E over 180 degrees."""
    frame = gpd.GeoDataFrame(
        {"id": ["nsr"], "variant": ["coastal"], "kind": ["route"]},
        geometry=[LineString([(170, 70), (180, 70)])],
        crs="EPSG:4326",
    )
    return Catalogue(MappingProxyType({one.id: one for one in features}), frame)


def words_of(markup: str) -> str:
    """Return what a reader sees of markup."""
    return html.unescape(_TAG.sub(" ", markup))


@pytest.fixture
def made() -> str:
    """Return the card of the route."""
    reasons = [Reason("RU", "administrator", "A law"), Reason("RU", "coastal", "", 2100.4)]
    return card(
        catalogue_of(ROUTE, RUSSIA), ROUTE, READING, reasons=reasons, placed="It lies outside."
    )


def test_a_card_says_what_the_feature_is(made: str) -> None:
    seen = words_of(made)
    for words in (
        "Northern Sea Route",
        "Route",
        "Official",
        "Schematic: not for measuring",
        "A note of one sentence.",
    ):
        assert words in seen
    assert "It lies outside." in seen
    assert "Севморпуть" in seen
    assert 'lang="ru"' in made
    assert 'class="card route"' in made


def test_routes_have_a_status_and_seas_do_not() -> None:
    for kind, is_said in (("route", True), ("sea", False), ("strait", False)):
        feature = replace(ROUTE, kind=kind, status="observed", variants=())
        seen = words_of(card(catalogue_of(feature, RUSSIA), feature, READING, reasons=[]))
        assert ("In use" in seen) is is_said


def test_a_card_gives_each_variant_that_is_drawn_its_length(made: str) -> None:
    assert "Along the coast" in made
    assert "206 nm" in words_of(made)
    assert "Not drawn" not in words_of(made)
    assert 'data-variant="coastal" aria-current="true"' in made


def test_a_card_names_every_claimant_and_the_source(made: str) -> None:
    seen = words_of(made)
    for words in ("It is ours.", "A speech", "It is open.", "US"):
        assert words in seen


def test_a_card_gives_a_nations_roles_together(made: str) -> None:
    assert "administers it; 2,100 nm in its waters" in words_of(made)
    assert "A law" in made


def test_a_card_names_its_sources_with_licence_and_address(made: str) -> None:
    assert re.search(r"A book\s*↗\s*. A press. 2020. CC BY 4.0", words_of(made))
    assert 'href="https://example.org/a" target="_blank" rel="noopener noreferrer"' in made


def test_a_card_shows_details_in_plain_words(made: str) -> None:
    seen = words_of(made)
    assert re.search(r"length km\s+5,600", seen)
    assert re.search(r"open\s+yes", seen)
    assert re.search(r"seasons\s+July; August", seen)
    assert "hidden" not in seen


def test_members_that_are_not_there_are_passed_over(made: str) -> None:
    assert "nowhere" not in made
    assert re.search(r"Members:\s+Russia", words_of(made))


def test_a_link_selects_its_feature_and_keeps_the_rest_of_the_view() -> None:
    view = View(nations=("NO",), frame="mercator", feature="nsr", passage="a.1")
    link = to_feature("RU", catalogue_of(RUSSIA), view)
    assert 'href="?nation=NO&amp;feature=RU&amp;frame=mercator"' in link
    assert 'data-feature="RU"' in link
    assert to_feature("a<b", catalogue_of(RUSSIA), view) == "a&lt;b"


def test_a_source_that_is_not_a_url_is_refused() -> None:
    with pytest.raises(ExportError):
        source_line(Source("A", url="javascript:x"))
    assert source_line(Source("A book.", "A press")) == "A book. A press."


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_feature_is_shown_as_plain_text(text: str) -> None:
    hostile = replace(
        ROUTE,
        name=text,
        note=text,
        type=text,
        names=(Name(text + "x", lang=text),),
        sources=(Source(text, text, text, text, "https://example.org/" + text, text, text),),
        claims=(Claim(text, text, text),),
        details={text: text, "list": [text, {text: text}]},
        variants=(Variant("coastal", text),),
        part_of=text,
    )
    reasons = [Reason("RU", "administrator", text)]
    made = card(catalogue_of(hostile, RUSSIA), hostile, READING, reasons=reasons, placed=text)
    assert isinstance(made, Markup)
    bare = re.sub(r"&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot);", "", re.sub(r'="[^"]*"', "", made))
    assert not set(_TAG.sub("", bare)) & set("<>{}`$\\%\"'&")
    assert not re.search(r"<(?:script|style|img|iframe|svg|form|meta|base|object|link)\b", made)
    assert not set(re.sub(r"[<>\"]|&[#\w]+;", "", made)) & set("{}`$\\'")

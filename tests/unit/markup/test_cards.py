"""A feature's card: what it is, who says so, and every word of it escaped."""

import html
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import pytest
from shapely import LineString

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Claim, Feature, Name, Role, Source, Variant
from geo.errors import ExportError
from geo.escape import Markup
from geo.linker.api import default_lexicon
from geo.linker.links import link_article
from geo.markup.cards import card, source_line, to_feature
from geo.markup.figures import figures
from geo.markup.passages import ReadingPane, sections
from geo.markup.quotes import first_quote, quote_span
from geo.measure.roles import Reason
from geo.text.articles import article_from_text
from geo.view import View
from tests import shipped

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


def catalogue_of(*features: Feature, variants: Sequence[str] = ("coastal",)) -> Catalogue:
    """Return a catalogue with lines of one route, from 170 E over 180 degrees."""
    many = len(variants)
    frame = gpd.GeoDataFrame(
        {"id": ["nsr"] * many, "variant": variants, "kind": ["route"] * many},
        geometry=[LineString([(170, 70), (180, 70)])] * many,
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
        "Route, defined in law · schematic: not for measuring",
        "A note of one sentence.",
    ):
        assert words in seen
    assert "It lies outside." in seen
    assert "Севморпуть" in seen
    assert 'lang="ru"' in made
    assert 'class="card route"' in made


def test_a_card_says_below_the_sources_when_its_facts_were_last_checked(made: str) -> None:
    known = replace(ROUTE, last_checked="2026-11-30")
    sources = str(card(catalogue_of(known, RUSSIA), known, READING, reasons=[])).split(
        'data-fold="sources"'
    )[1]
    words = words_of(sources.split("</details>")[0])
    assert "A book" in words
    assert words.rstrip().endswith("Facts last checked on 30 November 2026.")
    assert "last checked" not in words_of(made), "where no day is stated"


def test_a_state_has_no_precision_and_a_programme_is_not_called_a_group() -> None:
    known = shipped.catalogue()

    def head_of(identity: str) -> str:
        feature = known.features[identity]
        return (
            str(card(known, feature, READING, reasons=[])).split('class="kind">')[1].split("<")[0]
        )

    assert [head_of(one) for one in ("RU", "SA")] == ["State", "State"]
    assert head_of("psr") == "Programme, proposed"
    assert head_of("nato") == "Group"
    assert "position" not in str(figures(known, known.features["SA"]))


def test_a_title_has_the_article_of_its_name() -> None:
    article = article_from_text("Ships use the Northern Sea Route.", name="own.txt")
    links = link_article(article, default_lexicon())
    pane = replace(READING, articles=(article,), links=links, view=View(feature="nsr"))
    named = replace(pane, name_of=lambda _: "Northern Sea Route")
    assert [title for title, _ in sections(named)] == [
        "Passages that mention the Northern Sea Route"
    ]


def test_routes_have_a_status_and_seas_do_not() -> None:
    for kind, is_said in (("route", True), ("sea", False), ("strait", False)):
        feature = replace(ROUTE, kind=kind, status="observed", variants=())
        seen = words_of(card(catalogue_of(feature, RUSSIA), feature, READING, reasons=[]))
        assert (", in use" in seen) is is_said


def test_a_card_gives_the_length_of_the_variant_that_is_drawn(made: str) -> None:
    assert re.search(r"206 nm\s+Along the coast", words_of(made))
    assert "Not drawn" not in words_of(made)
    assert 'class="ways"' not in made, "one variant leaves no choice"


def test_variants_are_a_choice_and_the_chosen_one_is_marked() -> None:
    catalogue = catalogue_of(ROUTE, RUSSIA, variants=("coastal", "far"))
    for variant, chosen in (("", "coastal"), ("coastal", "coastal"), ("far", "far")):
        pane = replace(READING, view=View(feature="nsr", variant=variant))
        made = card(catalogue, ROUTE, pane, reasons=[])
        assert re.findall(r'data-variant="([^"]*)"', made) == ["coastal", "far"]
        assert re.findall(r'data-variant="([^"]*)" aria-current="true"', made) == [chosen]


def test_the_close_mark_is_a_link_to_the_view_without_the_selection(made: str) -> None:
    (close,) = re.findall(r"<a [^>]*data-feature=\"\"[^>]*>", made)
    assert 'href="?"' in close
    assert 'class="close"' in close
    assert 'aria-label="Close"' in close
    title = made[: made.index("</div>")]
    assert "Northern Sea Route" in title
    assert close in title


def test_whatever_is_not_at_a_glance_is_folded(made: str) -> None:
    glance, _, folded = made.partition('<details class="more">')
    for words in ("It is ours.", "administers it", "A book", "Севморпуть", "length km"):
        assert words not in glance
        assert words in folded
    assert "Not mentioned in these articles." in glance
    assert "A note of one sentence." in glance


def test_the_quotation_is_cut_around_the_name_and_leads_to_its_passage() -> None:
    text = (
        "A headline of its own\n\n"
        "Dr. Smith of St. Petersburg spoke first. The Northern Sea Route is open to ships! "
        "Nobody answered him.\n\n"
        "Again the Northern Sea Route.\n"
    )
    article = replace(
        article_from_text(text, name="own.txt"), agency="Agency", url="https://example.org/a"
    )
    links = link_article(article, default_lexicon())
    pane = replace(READING, articles=(article,), links=links)
    made = card(catalogue_of(ROUTE, RUSSIA), ROUTE, pane, reasons=[])
    quote = made[made.index("<blockquote>") : made.index("</blockquote>")]
    assert words_of(quote).split() == [
        "The",
        "Northern",
        "Sea",
        "Route",
        "is",
        "open",
        "to",
        "ships!",
    ]
    assert "<mark>Northern Sea Route</mark>" in quote
    (first, second) = pane.naming()
    assert f'data-feature="nsr" data-passage="{first}"' in quote
    caption = made[made.index("<figcaption>") : made.index("</figcaption>")]
    assert 'href="https://example.org/a#:~:text=' in caption
    assert "Mentioned in 2 passages" in words_of(caption)
    assert re.search(rf'Other passages \(1\).*data-passage="{second}"', made)
    assert "A note of one sentence." in made.partition('<details class="more">')[2]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Short and whole, with NAME in it.", "Short and whole, with NAME in it."),
        ("One. Two with NAME. Three.", "Two with NAME."),
        ("It met Gen. Smith and NAME there.", "It met Gen. Smith and NAME there."),
    ],
)
def test_a_quotation_is_the_sentence_around_the_name(text: str, wanted: str) -> None:
    start, end = quote_span(text, 0, len(text), text.index("NAME"))
    assert text[start:end] == wanted


def test_a_long_sentence_is_cut_between_words_and_holds_the_name() -> None:
    text = "many words " * 40 + "NAME " + "and more " * 40
    start, end = quote_span(text, 0, len(text), text.index("NAME"))
    assert "NAME" in text[start:end]
    assert end - start <= 201
    assert text[start - 1] == " "
    assert text[end] == " "


def test_a_card_names_every_claimant_and_the_source(made: str) -> None:
    seen = words_of(made)
    for words in ("It is ours.", "A speech", "It is open.", "US"):
        assert words in seen


def test_a_card_gives_a_nations_roles_together(made: str) -> None:
    assert "administers it; 2,100 nm in its waters" in words_of(made)
    assert "A law" in made


def test_a_card_names_its_sources_with_licence_and_address(made: str) -> None:
    assert re.search(r"A book\s*↗\s*. A press. 2020. .*Licence: CC BY 4.0", words_of(made))
    assert 'href="https://example.org/a" target="_blank" rel="noopener noreferrer"' in made


def test_a_source_gives_its_date_in_words() -> None:
    told = source_line(Source("A law", "A state", "2012-07-28", "MIT", confidence="not checked"))
    assert told == "A law. A state. 28 July 2012. Not checked. Licence: MIT."


def test_a_name_that_differs_by_capitals_alone_is_given_once() -> None:
    names = (Name("Nordlige sjørute"), Name("nordlige sjørute"), Name("NORTHERN SEA ROUTE"))
    route = replace(ROUTE, names=names)
    said = words_of(card(catalogue_of(route, RUSSIA), route, READING, reasons=()))
    assert said.casefold().count("nordlige sjørute") == 1
    assert "NORTHERN SEA ROUTE" not in said
    assert messages.COUNTED.format(title=messages.NAMES, count=1) in said


def test_a_quoted_headline_is_not_its_own_source() -> None:
    text = "Northern Sea Route opens\n\nShips are on their way to the north of the country."
    article = article_from_text(text, name="a.txt")
    links = link_article(article, default_lexicon())
    pane = replace(READING, articles=[article], links=links, shown={"nsr"})
    quote = first_quote(pane)
    assert quote
    source = quote[quote.index("<figcaption>") :]
    assert article.headline not in source
    assert messages.HEADLINE_PASSAGE in source


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

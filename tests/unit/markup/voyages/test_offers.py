"""Links to voyages: which passage and which card offers which, and how they are written."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest

from geo.catalogue.names import names_of
from geo.linker.lexicon import Lexicon, load_lexicon
from geo.linker.links import Link, link_article
from geo.markup.cards import card
from geo.markup.passages import ReadingPane, column
from geo.markup.voyages.offers import (
    BEGIN_WITH,
    WAY_OF_FEATURE,
    Offer,
    card_offers,
    ends_of,
    offered,
    passage_offers,
    usual_pairs,
    voyage_address,
)
from geo.measure.voyages.published import Distance, read_published
from geo.measure.voyages.records import FEATURE_OF_VIA, VIAS, Port
from geo.text.articles import Article, article_from_text
from geo.view import View
from geo.voyage_view import KnownVoyages, VoyageView, from_voyage_query
from tests import shipped

CATALOGUE = shipped.catalogue()
HEAD = "A headline\n\n"


@cache
def ends() -> Mapping[str, Port]:
    return ends_of(CATALOGUE)


@cache
def rows() -> tuple[Distance, ...]:
    found, problem = read_published()
    assert not problem
    return found


@cache
def lexicon() -> Lexicon:
    """Return the lexicon with the names of the ports, as the app has it."""
    return load_lexicon(names_of(CATALOGUE.features.values()))


def linked(text: str) -> tuple[Article, list[Link]]:
    article = article_from_text(HEAD + text, name="000_a.txt")
    return article, link_article(article, lexicon())


def offer_of(text: str) -> str:
    """Return what the one offer of an article says and where it leads, '' without any."""
    article, links = linked(text)
    lines = list(passage_offers([article], links, ends()).values())
    assert len(lines) <= 1
    return html.unescape(lines[0]) if lines else ""


def hrefs(made: str) -> Iterator[str]:
    return (html.unescape(one) for one in re.findall(r'href="([^"]*)"', made))


def read(address: str) -> VoyageView:
    known = KnownVoyages(ports=ends(), ways=(*VIAS, "direct"))
    view, notices = from_voyage_query(parse_qs(urlsplit(address).query), known)
    assert notices == []
    return view


def test_an_address_is_read_back_as_the_voyage_that_it_was_made_of() -> None:
    address = voyage_address("rotterdam", "yokohama", "nsr")
    assert address == "./voyages?from=rotterdam&to=yokohama&way=nsr"
    assert read(address) == VoyageView("rotterdam", "yokohama", way="nsr")
    assert voyage_address("a", "b", base="https://x.org/") == "https://x.org/voyages?from=a&to=b"


def test_every_route_that_stands_for_a_way_is_in_the_catalogue() -> None:
    assert set(WAY_OF_FEATURE) <= CATALOGUE.features.keys()
    assert set(WAY_OF_FEATURE.values()) == {*VIAS, "direct"}
    assert {port for pair in BEGIN_WITH for port in pair} <= ends().keys()


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        (["nsr", "rotterdam", "yokohama"], ("rotterdam", "yokohama", "nsr")),
        (["yokohama", "RU", "nwp", "rotterdam"], ("yokohama", "rotterdam", "nwp")),
        (["rotterdam", "tokyo", "rotterdam", "suez", "nsr"], ("rotterdam", "tokyo", "suez")),
        (["nep", "rotterdam", "yokohama"], ("rotterdam", "yokohama", "nsr")),
        (["psr-central", "rotterdam", "yokohama"], ("rotterdam", "yokohama", "tsr")),
        (["cape-of-good-hope", "rotterdam", "SG"], ("rotterdam", "port-of-singapore", "cape")),
        (["psr", "rotterdam", "yokohama"], None),
        (["nsr", "rotterdam", "rotterdam"], None),
        (["nsr", "rotterdam", "RU"], None),
        (["rotterdam", "yokohama"], None),
        (["nsr", "SG", "port-of-singapore"], None),
        (["nsr", "rotterdam", "yokohama", "tokyo"], None),
        ([], None),
    ],
)
def test_a_route_and_two_ports_are_a_voyage(
    named: list[str], wanted: tuple[str, str, str] | None
) -> None:
    assert offered(named, ends()) == wanted


def test_from_and_to_say_which_way_and_which_of_several_ports() -> None:
    turned = offered(["yokohama", "rotterdam", "nsr"], ends(), ["to", "from", "the"])
    assert turned == Offer("rotterdam", "yokohama", "nsr")
    many = ["nsr", "tokyo", "rotterdam", "yokohama"]
    assert offered(many, ends(), ["the", "at", "from", "to"]) == ("rotterdam", "yokohama", "nsr")
    assert offered(many, ends(), ["the", "from", "to", "and"]) == ("tokyo", "rotterdam", "nsr")
    assert offered(many, ends(), ["the", "from", "and", "to"]) is None


def test_a_passage_offers_what_it_names() -> None:
    said = offer_of("Ships sail from Rotterdam to Yokohama along the Northern Sea Route in autumn.")
    assert "Measure this voyage: Rotterdam to Yokohama" in said
    assert 'href="./voyages?from=rotterdam&to=yokohama&way=nsr"' in said
    assert 'data-voyage="rotterdam|yokohama|nsr"' in said
    back = offer_of("To reach Yokohama from Rotterdam by the Suez Canal takes a month at sea.")
    assert "Yokohama to Rotterdam" in back
    three = "It left Tokyo; from Murmansk to Shanghai it took the Northern Sea Route in summer."
    assert "Murmansk to Shanghai" in offer_of(three)
    assert not offer_of("Rotterdam, Yokohama and Hamburg wait for the Northern Sea Route to open.")
    assert not offer_of("Ships sail from Rotterdam to Yokohama in every month of the year, always.")


def test_a_headline_offers_nothing() -> None:
    text = "Rotterdam to Yokohama by the Northern Sea Route\n\nIt is a long way, as all agree."
    article = article_from_text(text, name="000_a.txt")
    links = link_article(article, lexicon())
    assert {link.feature for link in links} >= {"rotterdam", "yokohama", "nsr"}
    assert passage_offers([article], links, ends()) == {}


def test_what_a_reader_linked_without_words_counts_last() -> None:
    article, links = linked("From Rotterdam the Northern Sea Route is short, as the owners say.")
    at = next(link.passage for link in links if link.feature == "nsr")
    added = replace(links[0], feature="yokohama", passage=at, mentions=())
    (line,) = passage_offers([article], [*links, added], ends()).values()
    assert "Rotterdam to Yokohama" in line


def test_the_line_stands_in_its_passage_only_where_the_pane_brings_it() -> None:
    article, links = linked("From Rotterdam to Yokohama by the Northern Sea Route, in 19 days.")
    pane = ReadingPane([article], links, View(), CATALOGUE.features, (), lambda one: one)
    assert "data-voyage" not in column(pane)
    there = replace(pane, below=passage_offers([article], links, ends()))
    assert re.search(r'<span class="offer">.*?</span></blockquote>', column(there))


@pytest.mark.parametrize("via", VIAS)
def test_the_pairs_of_a_route_are_those_with_published_distances(via: str) -> None:
    feature = FEATURE_OF_VIA[via]
    pairs = usual_pairs(feature, ends(), rows())
    printed = {(row.origin, row.destination) for row in rows() if row.via == via}
    assert 1 <= len(pairs) <= 3
    assert set(pairs) <= (printed or set(BEGIN_WITH))
    assert len(set(pairs)) == len(pairs)
    made = card_offers(feature, ends(), rows())
    views = [read(address) for address in hrefs(made or "")]
    assert [(view.origin, view.destination) for view in views] == pairs
    assert {view.way for view in views} == {via}


def test_the_arctic_bridge_offers_murmansk_to_churchill_alone() -> None:
    assert usual_pairs("arctic-bridge", ends(), rows()) == [("murmansk", "churchill")]
    assert usual_pairs("arctic-bridge", ends(), ()) == []
    assert usual_pairs("nep", ends(), rows()) == usual_pairs("nsr", ends(), rows())
    assert usual_pairs("nsr", ends(), ()) == list(BEGIN_WITH)


@pytest.mark.parametrize("feature", ["RU", "psr", "psr-central", "rotterdam", "nowhere"])
def test_what_is_no_route_offers_no_pairs(feature: str) -> None:
    assert card_offers(feature, ends(), rows()) is None


def test_without_its_ports_a_card_offers_nothing() -> None:
    assert card_offers("nsr", {}, rows()) is None
    few = {key: port for key, port in ends().items() if key in {"rotterdam", "tokyo"}}
    assert usual_pairs("nsr", few, rows()) == [("rotterdam", "tokyo")]


def test_a_card_shows_the_row_that_it_is_given() -> None:
    feature = CATALOGUE.features["nsr"]
    pane = ReadingPane((), (), View(feature="nsr"), (), (), lambda one: one)
    row = card_offers("nsr", ends(), rows())
    assert "data-voyage" not in card(CATALOGUE, feature, pane, reasons=())
    made = card(CATALOGUE, feature, pane, reasons=(), offers=row)
    assert made.count("data-voyage") == 3
    assert "Measure a voyage: <a" in made

"""Links from the Atlas to the page of voyages: under passages, on cards and in the tour.

Nothing is measured here: a link says which voyage to measure, and the page of voyages does it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from geo import messages
from geo.escape import Markup, element
from geo.markup.passages import mentions_of
from geo.measure.voyages.ports import fold, ports
from geo.measure.voyages.records import DIRECT, FEATURE_OF_VIA
from geo.voyage_view import VoyageView, to_voyage_query

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.catalogue.features import Catalogue
    from geo.linker.links import Link
    from geo.measure.voyages.published import Distance
    from geo.measure.voyages.records import Port
    from geo.text.articles import Article, Passage

PAGE = "voyages"
HERE = "./"
"""Where the page lies from any page of the app, whatever folder a host serves it from."""
WAY_OF_FEATURE = {
    **{feature: via for via, feature in FEATURE_OF_VIA.items()},
    "nep": "nsr",
    "psr-northeast": "nsr",
    "psr-northwest": "nwp",
    "psr-central": "tsr",
    "arctic-bridge": DIRECT,
}
"""The way that a route or a corridor of the catalogue stands for.

The Polar Silk Road as a whole stands for no single way and is not here.
"""
BEGIN_WITH = (("rotterdam", "yokohama"), ("murmansk", "shanghai"), ("shanghai", "new-york"))
"""Pairs of ports to begin with."""
_WITH_PAIRS = frozenset({*FEATURE_OF_VIA.values(), "nep", "arctic-bridge"})
_FAR_FROM = {"panama": "murmansk"}
"""A port from which nobody would sail through a passage."""
_MOST_PAIRS = 3
_TWO = 2
_CITY_KINDS = frozenset({"place", "region", "state"})
_PORT_OF = "Port of "
_LONGEST_WORD = 12


class Offer(NamedTuple):
    """A voyage to measure: the ids of its ports, and the way to open ('' for none)."""

    origin: str
    destination: str
    way: str = ""


def voyage_address(origin: str, destination: str, way: str = "", *, base: str = HERE) -> str:
    """Return the address of a voyage on its page.

    Parameters
    ----------
    base
        What comes before the page's name: where the app lies from here, or its whole address.
    """
    view = VoyageView(origin=origin, destination=destination, way=way)
    return f"{base}{PAGE}?{urlencode(to_voyage_query(view))}"


def ends_of(catalogue: Catalogue) -> dict[str, Port]:
    """Return the port that each feature means which can be an end of a voyage, by its id.

    That is a port itself, and a city, region or state of the same name: Singapore.
    """
    found = {port.id: port for port in ports(catalogue)}
    named = {fold(port.name.removeprefix(_PORT_OF)): port for port in found.values()}
    for feature in catalogue.features.values():
        if feature.kind in _CITY_KINDS and (port := named.get(fold(feature.name))):
            found.setdefault(feature.id, port)
    return found


def offered(
    named: Sequence[str], ends: Mapping[str, Port], before: Sequence[str] = ()
) -> Offer | None:
    """Return the voyage that a passage is about, or None.

    A passage is about a voyage when it names a route and two ports. The voyage goes from the port
    that it names first to the other, or as "to" and "from" before them say; it opens the way of the
    route that is named first. Of more than two ports the first that "from" stands before and the
    next, if "to" stands before that; else nothing is offered, for nobody could say which.

    Parameters
    ----------
    named
        The features that the passage names, in its order and as often as it names them.
    ends
        What `ends_of` returns.
    before
        The word before each of them, in lower case.
    """
    way = next((WAY_OF_FEATURE[one] for one in named if one in WAY_OF_FEATURE), "")
    words = [*before, *[""] * (len(named) - len(before))]
    stops = [(ends[one].id, word) for one, word in zip(named, words, strict=True) if one in ends]
    pair = _pair(stops)
    return Offer(*pair, way) if way and pair else None


def _pair(stops: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    distinct = list(dict.fromkeys(port for port, _ in stops))
    if len(distinct) < _TWO:
        return None
    if len(distinct) == _TWO:
        first, second = distinct
        is_turned = {(first, "to"), (second, "from")} <= set(stops)
        return (second, first) if is_turned else (first, second)
    for (origin, word), (destination, next_word) in pairwise(stops):
        if word == "from" and next_word == "to" and origin != destination:
            return origin, destination
    return None


def passage_offers(
    articles: Iterable[Article], links: Iterable[Link], ends: Mapping[str, Port]
) -> dict[str, Markup]:
    """Return the line under each passage that offers a voyage, by the passage's id.

    A headline has none: it is a heading of the page, and a line in it would become part of that.
    """
    by_passage: dict[str, list[Link]] = {}
    for link in links:
        if link.feature in WAY_OF_FEATURE or link.feature in ends:
            by_passage.setdefault(link.passage, []).append(link)
    return {
        passage.id: element("span", _link(offer, ends, messages.OFFER), class_="offer")
        for article in articles
        for passage in article.passages
        if passage.id in by_passage and passage.role != "headline"
        if (offer := _offer_of(article, passage, by_passage[passage.id], ends))
    }


def _offer_of(
    article: Article, passage: Passage, links: Iterable[Link], ends: Mapping[str, Port]
) -> Offer | None:
    """Return what a passage offers; what a reader linked without words comes last in it."""
    places = sorted(
        (mention.start if link.mentions else passage.end, link.feature)
        for link in links
        for mention in mentions_of(link, article, passage)
    )
    before = [_word_before(article.text, passage.start, at) for at, _ in places]
    return offered([feature for _, feature in places], ends, before)


def _word_before(text: str, start: int, at: int) -> str:
    words = text[max(start, at - _LONGEST_WORD) : at].split()
    return words[-1].lower() if words else ""


def usual_pairs(
    feature: str, ends: Mapping[str, Port], rows: Sequence[Distance]
) -> list[tuple[str, str]]:
    """Return up to three pairs of ports whose ways through a route are usually compared.

    Those with published distances come from the table; a way without any has the pairs that the
    page of voyages begins with.

    Parameters
    ----------
    feature
        Id of the route.
    rows
        The table of `geo.measure.voyages.published`.
    """
    if feature not in _WITH_PAIRS:
        return []
    way = WAY_OF_FEATURE[feature]
    printed = [(row.origin, row.destination) for row in rows if row.via == way]
    others = () if way == DIRECT else BEGIN_WITH
    usual = printed or [pair for pair in others if _FAR_FROM.get(way) not in pair]
    there = [pair for pair in dict.fromkeys(usual) if set(pair) <= ends.keys()]
    return there[:_MOST_PAIRS]


def card_offers(feature: str, ends: Mapping[str, Port], rows: Sequence[Distance]) -> Markup | None:
    """Return the row of a route's card that offers its usual pairs; None for what has none."""
    links = [
        _link(Offer(*pair, WAY_OF_FEATURE[feature]), ends, messages.VOYAGE_PAIR)
        for pair in usual_pairs(feature, ends, rows)
    ]
    if not links:
        return None
    spaced = [piece for link in links for piece in (" · ", link)][1:]
    return element("p", f"{messages.OFFERS}: ", *spaced, class_="small offers")


def tour_offer(offer: Offer, ends: Mapping[str, Port]) -> Markup | None:
    """Return the line of a step of the tour; None where a port is missing."""
    if not {offer.origin, offer.destination} <= ends.keys():
        return None
    return element("p", _link(offer, ends, messages.OFFER), class_="offer")


def _link(offer: Offer, ends: Mapping[str, Port], words: str) -> Markup:
    said = words.format(origin=ends[offer.origin].name, destination=ends[offer.destination].name)
    return element(
        "a",
        said,
        href=voyage_address(*offer),
        class_="to-voyage",
        data_voyage="|".join(offer),
    )

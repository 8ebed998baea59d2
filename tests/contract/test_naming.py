"""How many passages name a feature, its group or its parts: the same wherever it is told."""

import csv
import html
import io
import re
from dataclasses import replace
from functools import cache

import pytest

from geo import words
from geo.exchange.annotations import make_annotations
from geo.exchange.cards import card
from geo.exchange.evidence import evidence_rows, evidence_sentence, related_rows
from geo.exchange.portion import portion
from geo.exchange.quotes import Reading, column, naming_words, spread
from geo.exchange.shown import Shown
from geo.exchange.tables import links_csv
from geo.exchange.takeaway import make_takeaway
from geo.text.articles import article_from_text
from geo.text.links import Link
from geo.view import View
from tests.unit.exchange.views import payload_of, seeds, shipped, shown_view

TEXT = """Ways over the top

China speaks of the Polar Silk Road.

The central corridor of the Polar Silk Road crosses the Central Arctic Ocean.

NATO looks north, and so does Norway.

NATO looks on.

Longyearbyen lies on Svalbard.

Crimea is far away.
"""
_TAG = re.compile(r"<[^>]*>")


def seen(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


@cache
def shown(feature: str = "") -> Shown:
    """Return a view of an article of our own, and of those that ship."""
    own = article_from_text(TEXT, name="own.txt")
    made = shown_view(View(feature=feature), catalogue=shipped(), articles=[own, *seeds()])
    return replace(made, reading=replace(made.reading, kin=shipped().kin))


def own_only(feature: str) -> Reading:
    """Return the reading of our own article with a feature selected."""
    reading = shown(feature).reading
    return replace(reading, articles=reading.articles[:1])


@pytest.mark.parametrize(
    ("feature", "told"),
    [
        ("psr-northwest", ["No passage shown here names it",
                           "1 passage names Polar Silk Road, which it is part of"]),
        ("NO", ["1 passage names it",
                "1 passage names parts or members of it: Longyearbyen (1), Svalbard (1)",
                "1 passage names NATO, which it is part of"]),
        ("longyearbyen", ["1 passage names it", "1 passage names Norway, which it is part of"]),
        ("nato", ["2 passages name it"]),
        ("UA", ["No passage shown here names it", "1 passage names Crimea, a dispute about it"]),
    ],
)  # fmt: skip
def test_a_card_counts_passages_that_name_its_kin_as_such(feature: str, told: list[str]) -> None:
    reading = own_only(feature)
    known = [one.replace("North Atlantic Treaty Organization (NATO)", "NATO")
             for one in naming_words(reading)]  # fmt: skip
    assert set(told) <= set(known)
    made = card(shipped(), shipped().features[feature], reading, reasons=[])
    for clause in naming_words(reading):
        assert clause in seen(made)
    listed = re.findall(r'class="to-passage"', made)
    related = [spread(those) for those in reading.related().values()]
    assert len(listed) == len(reading.naming()) + sum(map(len, related))


def test_no_passage_is_counted_twice() -> None:
    for feature in ("NO", "psr", "psr-central", "arctic", "RU", "nato", "svalbard"):
        reading = shown(feature).reading
        told = [*reading.naming(), *(p for k in reading.related().values() for p in spread(k))]
        assert len(told) == len(set(told)), feature


def test_every_feature_is_told_alike_on_card_page_table_and_column() -> None:
    view = shown()
    page = make_takeaway(view, payload_of(view)).decode()
    said = {k: html.unescape(v) for k, v in re.findall(
        r'<details id="f-([^"]+)"[^>]* data-said="([^"]*)"', page)}  # fmt: skip
    assert len(said) > 200
    rows = evidence_rows(view.reading.articles, view.links, view.reading.shown.__contains__)
    for feature, sentence in said.items():
        reading = replace(view.reading, view=View(feature=feature))
        clauses = naming_words(reading)
        name = shipped().features[feature].name
        assert sentence == words.SAID.format(name=name, clauses="; ".join(clauses))
        own = [row for row in rows if row.link.feature == feature]
        assert len(own) == len(reading.naming())
        told = evidence_sentence(own, related_rows(rows, reading), reading)
        assert all(clause in told for clause in clauses[1:]), feature


def test_passages_that_name_the_whole_come_first_in_the_column_after_the_features_own() -> None:
    made = seen(column(own_only("psr-central")))
    named = own_only("psr-central").naming()
    title = words.NAMING_KIN["wholes"].format(name=shipped().features["psr-central"].name)
    assert title in made
    assert made.index(title) < made.index(words.OTHERS)
    if named:
        assert made.index("The central corridor") < made.index(title)


def test_of_many_articles_those_that_name_the_whole_come_first() -> None:
    reading = shown("psr-northwest").reading
    about = reading.articles[0]
    others = [replace(about, id=f"x{n}", passages=()) for n in range(9)]
    many = replace(reading, articles=[*others, about])
    assert about.id in {one.id for one in portion(many, most=2).reading.articles}


def test_every_table_of_links_has_a_row_for_each_mention_and_none_is_lost() -> None:
    view = shown("psr-northwest")
    passage = view.links[-1].passage
    bare = Link("kara-sea", passage, ())
    view = replace(view, reading=replace(view.reading, links=[*view.reading.links, bare]))
    sheet = list(csv.DictReader(io.StringIO(links_csv(view).decode("utf-8-sig"), newline="")))
    assert len(sheet) == len(view.mentions) == sum(len(li.mentions) for li in view.links) + 1
    assert len({(row["feature"], row["passage"]) for row in sheet}) == len(view.links)
    assert f'"total": {len(view.mentions)}' in make_annotations(view).decode()
    rows = evidence_rows(view.reading.articles, view.links, view.reading.shown.__contains__)
    assert sum(row.mentions for row in rows) == len(sheet)
    told = {row["passage"] for row in sheet if row["selection"] == words.RELATES["wholes"]}
    assert told == set(spread(view.reading.related()["wholes"]))

"""How many passages name a feature, its group or its parts: the same everywhere."""

import csv
import html
import io
import re
from dataclasses import replace
from functools import cache

import pytest

from geo import messages
from geo.exchange.annotations import make_annotations
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import links_csv
from geo.exchange.takeaway import make_takeaway
from geo.linker.links import Link
from geo.markup.cards import card
from geo.markup.evidence import evidence_rows, evidence_sentence, related_rows
from geo.markup.excerpt import excerpt
from geo.markup.passages import ReadingPane, naming_words, sections, unique_passages
from geo.sentences import with_article
from geo.text.articles import article_from_text
from geo.view import View
from tests.unit.exchange.views import seeds, shipped, snapshot_of

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
def snapshot(feature: str = "") -> ViewSnapshot:
    """Return a view of an article of our own, and of those that ship."""
    own = article_from_text(TEXT, name="own.txt")
    made = snapshot_of(View(feature=feature), catalogue=shipped(), articles=[own, *seeds()])
    return replace(made, pane=replace(made.pane, related_features=shipped().related_features))


def own_only(feature: str) -> ReadingPane:
    """Return the reading of our own article with a feature selected."""
    pane = snapshot(feature).pane
    return replace(pane, articles=pane.articles[:1])


@pytest.mark.parametrize(
    ("feature", "told"),
    [
        ("psr-northwest", ["Not mentioned in these articles",
                           "1 passage mentions the Polar Silk Road, which includes it"]),
        ("NO", ["Mentioned in 1 passage",
                "1 passage mentions its parts or members: Longyearbyen (1), Svalbard (1)",
                "1 passage mentions NATO, which includes it"]),
        ("longyearbyen", ["Mentioned in 1 passage",
                          "1 passage mentions Norway, which includes it"]),
        ("nato", ["Mentioned in 2 passages"]),
        ("UA", ["Not mentioned in these articles",
                "1 passage mentions Crimea, a dispute over it"]),
    ],
)  # fmt: skip
def test_a_card_counts_passages_that_name_related_features_separately(
    feature: str, told: list[str]
) -> None:
    pane = own_only(feature)
    known = [one.replace("North Atlantic Treaty Organization (NATO)", "NATO")
             for one in naming_words(pane)]  # fmt: skip
    assert set(told) <= set(known)
    made = card(shipped(), shipped().features[feature], pane, reasons=[])
    for clause in naming_words(pane):
        assert clause in seen(made)
    listed = re.findall(r'class="to-passage"', made)
    related = [unique_passages(those) for those in pane.related().values()]
    assert len(listed) == len(pane.naming()) + sum(map(len, related))


def test_no_passage_is_counted_twice() -> None:
    for feature in ("NO", "psr", "psr-central", "arctic", "RU", "nato", "svalbard"):
        pane = snapshot(feature).pane
        told = [*pane.naming(), *(p for k in pane.related().values() for p in unique_passages(k))]
        assert len(told) == len(set(told)), feature


def test_every_feature_has_the_same_counts_on_card_page_table_and_column() -> None:
    view = snapshot()
    page = make_takeaway(view).decode()
    said = {k: html.unescape(v) for k, v in re.findall(
        r'<details id="f-([^"]+)"[^>]* data-said="([^"]*)"', page)}  # fmt: skip
    assert len(said) > 200
    rows = evidence_rows(view.pane.articles, view.links, view.pane.shown.__contains__)
    for feature, sentence in said.items():
        pane = replace(view.pane, view=View(feature=feature))
        clauses = naming_words(pane)
        name = shipped().features[feature].name
        assert sentence == messages.SELECTION_SUMMARY.format(name=name, clauses="; ".join(clauses))
        own = [row for row in rows if row.link.feature == feature]
        assert len(own) == len(pane.naming())
        told = evidence_sentence(own, related_rows(rows, pane), pane)
        assert all(clause in told for clause in clauses[1:]), feature


def test_passages_that_name_the_whole_follow_the_features_own_in_the_column() -> None:
    for feature in ("psr-central", "NO"):
        titles = [title for title, _ in sections(own_only(feature))]
        name = with_article(shipped().features[feature].name)
        related = [text.format(name=name) for text in messages.NAMING_RELATED.values()]
        assert set(titles) & set(related)
        own = messages.NAMING.format(name=name)
        assert titles.index(own) == 0 if own_only(feature).naming() else own not in titles


def test_of_many_articles_those_that_name_the_whole_come_first() -> None:
    pane = snapshot("psr-northwest").pane
    about = pane.articles[0]
    others = [replace(about, id=f"x{n}", passages=()) for n in range(9)]
    many = replace(pane, articles=[*others, about])
    assert about.id in {one.id for one in excerpt(many, max_articles=2).pane.articles}


def test_every_table_of_links_has_a_row_for_each_mention_and_none_is_lost() -> None:
    view = snapshot("psr-northwest")
    passage = view.links[-1].passage
    bare = Link("kara-sea", passage, ())
    view = replace(view, pane=replace(view.pane, links=[*view.pane.links, bare]))
    sheet = list(csv.DictReader(io.StringIO(links_csv(view).decode("utf-8-sig"), newline="")))
    assert len(sheet) == len(view.mentions) == sum(len(li.mentions) for li in view.links) + 1
    assert len({(row["feature"], row["passage"]) for row in sheet}) == len(view.links)
    assert f'"total": {len(view.mentions)}' in make_annotations(view).decode()
    rows = evidence_rows(view.pane.articles, view.links, view.pane.shown.__contains__)
    assert sum(row.mentions for row in rows) == len(sheet)
    told = {
        row["passage"]
        for row in sheet
        if row["selection"] == messages.RELATION_TO_SELECTION["wholes"]
    }
    assert told == set(unique_passages(view.pane.related()["wholes"]))

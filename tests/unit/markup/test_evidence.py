"""The evidence: rows, search, counts, pairs, timeline."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from geo import messages
from geo.escape import Markup
from geo.linker.links import Link, link_article
from geo.markup import evidence
from geo.markup.evidence import Row, evidence_rows, marked_quote
from geo.markup.passages import ReadingPane
from geo.text.articles import Article, article_from_text
from geo.view import View
from tests import shipped

LEXICON = shipped.lexicon()
TEXTS = (
    "Talks\n\nRussia and Norway met. Russia spoke first.\n\nCanada stayed away.",
    "Ice\n\nThe ship of Norway met that of Russia <b>{{ 7*7 }}</b>.",
)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    first, second = (article_from_text(text, name=f"a{n}.txt") for n, text in enumerate(TEXTS, 1))
    return [replace(first, date=dt.date(2024, 3, 3)), second]


@pytest.fixture(scope="module")
def rows(articles: list[Article]) -> list[Row]:
    links = [link for article in articles for link in link_article(article, LEXICON)]
    return evidence_rows(articles, links[::-1], lambda _: True)


def test_every_link_is_a_row_in_the_order_of_the_articles(rows: list[Row]) -> None:
    assert [(row.passage.id, row.link.feature) for row in rows] == [
        ("a1.2", "NO"),
        ("a1.2", "RU"),
        ("a1.3", "CA"),
        ("a2.2", "RU"),
        ("a2.2", "NO"),
    ]


def test_only_links_of_features_that_are_shown_are_rows(articles: list[Article]) -> None:
    links = [link for article in articles for link in link_article(article, LEXICON)]
    found = evidence_rows(articles, links, {"CA"}.__contains__)
    assert [row.link.feature for row in found] == ["CA"]


def test_a_row_says_where_what_and_by_which_rule(rows: list[Row]) -> None:
    cells = rows[1].cells(lambda identity: f"name of {identity}", lambda _: "State")
    quote = "«Russia» and Norway met. «Russia» spoke first."
    assert list(cells) == list(messages.EVIDENCE_COLUMNS)
    assert list(cells.values()) == [
        *("name of RU", quote, "Talks", "2024-03-03", "2", "State", "name")
    ]


def test_a_link_added_without_words_says_so(articles: list[Article]) -> None:
    (row,) = evidence_rows(articles, [Link("kara-sea", "a1.3", ())], lambda _: True)
    assert row.rule == "reader"
    assert row.quote == "Canada stayed away."


def test_a_long_quote_is_cut_at_words_on_both_sides() -> None:
    text = "One line\n\n" + "before " * 60 + "Russia" + " after" * 60 + "."
    article = article_from_text(text, name="a.txt")
    (link,) = link_article(article, LEXICON)
    quote = marked_quote(article.text, article.passage(link.passage), link.mentions)
    assert quote.startswith("… before before")
    assert "«Russia»" in quote
    assert quote.endswith("…")
    assert len(quote) < 300
    assert re.fullmatch(r"… (before )+«Russia»( after)+\u00a0…", quote)


def test_a_quote_says_which_of_its_pieces_are_mentions(rows: list[Row]) -> None:
    row = rows[1]
    pieces = evidence.quote_pieces(row.article.text, row.passage, row.link.mentions)
    assert [text for text, is_mention in pieces if is_mention] == ["Russia", "Russia"]
    assert "".join(text for text, _ in pieces) == "Russia and Norway met. Russia spoke first."


def test_search_wants_every_word_in_either_case(rows: list[Row]) -> None:
    def found(wanted: str) -> list[str]:
        return [r.passage.id for r in evidence.search_rows(rows, wanted, str.title)]

    assert found("canada AWAY") == ["a1.3"]
    assert found("talks ship") == []
    assert found("a1") == []
    assert len(found("  ")) == len(rows)


def test_features_are_counted_by_passage_and_article(rows: list[Row]) -> None:
    assert evidence.counts(rows) == [("NO", 2, 2), ("RU", 2, 2), ("CA", 1, 1)]


def test_pairs_are_features_of_one_passage(rows: list[Row]) -> None:
    assert evidence.pairs(rows) == [("NO", "RU", 2)]
    assert evidence.pairs(rows, feature="RU") == [("RU", "NO", 2)]
    assert evidence.pairs(rows, feature="CA") == []


def test_a_passage_that_is_one_long_list_makes_no_pairs(articles: list[Article]) -> None:
    links = [Link(f"f{n}", "a1.2", ()) for n in range(evidence.MAX_FEATURES_FOR_PAIRS + 1)]
    assert evidence.pairs(evidence_rows(articles, links, lambda _: True)) == []


def test_tables_escape_what_strangers_wrote() -> None:
    hostile = "<img src=x onerror=alert(1)>{{ 7*7 }}"
    made = evidence.bar_table(("a", "b"), [((hostile,), 4), (("x",), 1)], caption=hostile)
    assert "<img" not in made
    assert "{{" not in made
    assert "width:100.000%" in made
    assert "width:25.000%" in made


def test_features_that_nothing_names_are_links_under_their_kind(articles: list[Article]) -> None:
    pane = ReadingPane(articles, [], View(), (), (), lambda identity: f"<{identity}>")
    made = evidence.unnamed({"sea": ["kara-sea", "laptev-sea"]}, pane)
    assert isinstance(made, Markup)
    assert "Sea (2)" in made
    assert 'data-feature="kara-sea"' in made
    assert "<kara-sea>" not in made

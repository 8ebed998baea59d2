"""What of many articles the column shows."""

from dataclasses import replace

from geo.linker.links import link_article
from geo.markup.excerpt import FIRST, MAX_ARTICLES, excerpt
from geo.markup.passages import ReadingPane, column
from geo.text.articles import Article, article_from_text
from geo.view import View
from tests import shipped

LEXICON = shipped.lexicon()


def pane(articles: list[Article], view: View | None = None) -> ReadingPane:
    links = [link for article in articles for link in link_article(article, LEXICON)]
    return ReadingPane(articles, links, view or View(), {"RU", "NO", "CA"}, (), str)


def many(number: int) -> list[Article]:
    states = ["nobody", "Canada", "Norway", "Russia"]
    return [
        article_from_text(f"Report {n}\n\nIt said that {states[n % 4]} came.", name=f"a{n}.txt")
        for n in range(number)
    ]


def test_a_few_articles_are_shown_in_full_and_in_order() -> None:
    given = pane(many(FIRST))
    shown = excerpt(given)
    assert shown.pane is given
    assert (shown.articles_left, shown.passages_left) == (0, 0)


def test_of_many_those_that_name_something_come_first_and_the_rest_is_counted() -> None:
    shown = excerpt(pane(many(40)))
    assert [article.id for article in shown.pane.articles] == ["a1", "a2", "a3", "a5", "a6"]
    assert shown.articles_left == 35


def test_articles_that_name_the_selection_come_first() -> None:
    shown = excerpt(pane(many(40), View(feature="RU")))
    assert [article.id for article in shown.pane.articles] == ["a3", "a7", "a11", "a15", "a19"]


def test_the_article_of_the_selected_passage_is_always_among_them() -> None:
    shown = excerpt(pane(many(40), View(feature="RU", passage="a39.2")))
    assert "a39" in [article.id for article in shown.pane.articles]


def test_the_column_stops_growing() -> None:
    assert len(excerpt(pane(many(80)), max_articles=10_000).pane.articles) == MAX_ARTICLES


def test_a_very_long_article_is_cut_to_the_passages_that_count_and_says_so() -> None:
    plain = "\n\n".join(
        f"Paragraph {n} speaks of nothing at all, again and again." * 4 for n in range(2_000)
    )
    text = f"A long report\n\n{plain}\n\nAt last Norway came.\n\n{plain}"
    article = article_from_text(text, name="long.txt")
    shown = excerpt(pane([article]))
    (cut,) = shown.pane.articles
    kept = [cut.quote(passage) for passage in cut.passages]
    assert "At last Norway came." in kept
    assert kept[0] == "A long report"
    assert shown.passages_left == len(article.passages) - len(cut.passages) > 0
    assert len(column(shown.pane)) < 400_000


def test_cut_passages_are_the_article_s_own() -> None:
    given = pane(many(12))
    shown = excerpt(given)
    by_id = {article.id: article for article in given.articles}
    assert all(
        article == replace(by_id[article.id], passages=article.passages)
        for article in shown.pane.articles
    )


def test_the_selected_passage_is_shown_however_long_it_is() -> None:
    giant = "Norway said so. " * 12_000
    article = article_from_text(f"A report\n\nShort.\n\n{giant}\n\nCanada.", name="a.txt")
    view = View(feature="CA", passage="a.3")
    (cut,) = excerpt(pane([article], view)).pane.articles
    assert "a.3" in [passage.id for passage in cut.passages]
    (cut,) = excerpt(pane([article], View(feature="CA"))).pane.articles
    assert [passage.id for passage in cut.passages] == ["a.1", "a.2", "a.4"]

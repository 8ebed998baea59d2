"""What of many articles the column shows."""

from dataclasses import replace

from geo.exchange.portion import FIRST, MOST, portion
from geo.exchange.quotes import Reading, column
from geo.text.articles import Article, article_from_text
from geo.text.lexicon import load_lexicon
from geo.text.links import link_article
from geo.view import View

LEXICON = load_lexicon()


def reading(articles: list[Article], view: View | None = None) -> Reading:
    links = [link for article in articles for link in link_article(article, LEXICON)]
    return Reading(articles, links, view or View(), {"RU", "NO", "CA"}, (), str)


def many(number: int) -> list[Article]:
    states = ["nobody", "Canada", "Norway", "Russia"]
    return [
        article_from_text(f"Report {n}\n\nIt said that {states[n % 4]} came.", name=f"a{n}.txt")
        for n in range(number)
    ]


def test_a_few_articles_are_shown_whole_and_in_their_order() -> None:
    given = reading(many(FIRST))
    shown = portion(given)
    assert shown.reading is given
    assert (shown.articles_left, shown.passages_left) == (0, 0)


def test_of_many_those_that_name_something_come_first_and_the_rest_is_counted() -> None:
    shown = portion(reading(many(40)))
    assert [article.id for article in shown.reading.articles] == ["a1", "a2", "a3", "a5", "a6"]
    assert shown.articles_left == 35


def test_those_that_name_the_selection_come_before_all_others() -> None:
    shown = portion(reading(many(40), View(feature="RU")))
    assert [article.id for article in shown.reading.articles] == ["a3", "a7", "a11", "a15", "a19"]


def test_the_article_of_the_selected_passage_is_always_among_them() -> None:
    shown = portion(reading(many(40), View(feature="RU", passage="a39.2")))
    assert "a39" in [article.id for article in shown.reading.articles]


def test_the_column_stops_growing() -> None:
    assert len(portion(reading(many(80)), most=10_000).reading.articles) == MOST


def test_a_very_long_article_is_cut_to_the_passages_that_count_and_says_so() -> None:
    plain = "\n\n".join(
        f"Paragraph {n} speaks of nothing at all, again and again." * 4 for n in range(2_000)
    )
    text = f"A long report\n\n{plain}\n\nAt last Norway came.\n\n{plain}"
    article = article_from_text(text, name="long.txt")
    shown = portion(reading([article]))
    (cut,) = shown.reading.articles
    kept = [cut.quote(passage) for passage in cut.passages]
    assert "At last Norway came." in kept
    assert kept[0] == "A long report"
    assert shown.passages_left == len(article.passages) - len(cut.passages) > 0
    assert len(column(shown.reading)) < 400_000


def test_cut_passages_are_the_article_s_own() -> None:
    given = reading(many(12))
    shown = portion(given)
    by_id = {article.id: article for article in given.articles}
    assert all(
        article == replace(by_id[article.id], passages=article.passages)
        for article in shown.reading.articles
    )


def test_the_selected_passage_is_shown_however_long_it_is() -> None:
    giant = "Norway said so. " * 12_000
    article = article_from_text(f"A report\n\nShort.\n\n{giant}\n\nCanada.", name="a.txt")
    view = View(feature="CA", passage="a.3")
    (cut,) = portion(reading([article], view)).reading.articles
    assert "a.3" in [passage.id for passage in cut.passages]
    (cut,) = portion(reading([article], View(feature="CA"))).reading.articles
    assert [passage.id for passage in cut.passages] == ["a.1", "a.2", "a.4"]

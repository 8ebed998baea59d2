"""The articles in seeds/ are the files as they came, and are read as what they are."""

import hashlib
from datetime import date

import pytest

from geo.text.articles import Article, load_articles
from tests.contract.documents import ROOT

SEEDS = ROOT / "seeds"
FIRST = "000_4307505dd1a9bba4.txt"
ARTICLES, PROBLEMS = load_articles(SEEDS)


def test_every_file_in_seeds_is_read() -> None:
    assert PROBLEMS == []
    files = [path for path in SEEDS.iterdir() if path.is_file() and path.name[0] != "."]
    assert len(ARTICLES) == len(files) >= 1


def test_the_first_article_is_the_file_as_it_came() -> None:
    raw = (SEEDS / FIRST).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == (
        "af588fcfca334592c17487d27a10a7e1de41ea3a9d3c28c8b0ba44d33e2d1835"
    )


def test_the_first_article_is_read_with_all_its_fields() -> None:
    article = ARTICLES[0]
    assert article.id == "000-4307505dd1a9bba4"
    assert article.headline == "US, Russia Mull Cooperation on Arctic Shipping and Exploration"
    assert article.agency == "Bloomberg"
    assert article.publisher == "gCaptain"
    assert article.authors == ("Natalia Drozdiak", "Alberto Nardelli")
    assert article.date == date(2025, 2, 26)
    assert article.caption.startswith("A Russian nuclear-powered icebreaker escorts ships")
    assert "Bloomberg L.P." in article.copyright
    assert "arctic shipping" in article.tags
    assert len(article.tags) == 5


def test_the_caption_is_a_passage_and_furniture_is_not_linked() -> None:
    article = ARTICLES[0]
    roles = {passage.role: article.quote(passage) for passage in article.passages}
    assert "Northern Sea Route" in roles["caption"]
    linked = [article.quote(passage) for passage in article.passages if passage.is_linked]
    for furniture in ("gCaptain-logo", "© 2025", "Tags:", "trump administration"):
        assert not any(furniture in text for text in linked)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_passages_are_spans_of_the_text_in_order(article: Article) -> None:
    end = 0
    for number, passage in enumerate(article.passages, start=1):
        assert passage.id == f"{article.id}.{number}"
        assert end <= passage.start < passage.end <= len(article.text)
        assert article.quote(passage).strip()
        end = passage.end
    assert article.headline


def test_git_keeps_the_articles_byte_for_byte() -> None:
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
    assert "seeds/" in attributes

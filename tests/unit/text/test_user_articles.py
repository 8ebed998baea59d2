"""A reader's own articles: ids, facts to correct, limits."""

import datetime as dt
from dataclasses import replace

import pytest

from geo.errors import ArticleError
from geo.text import user_articles
from geo.text.readers import Document, limits, read_document, read_pasted
from geo.text.user_articles import (
    ArticleFacts,
    check_room,
    facts_of,
    restored_user_article,
    user_article,
    with_facts,
)

PAGE = (
    b"<html><head><title>Ice report</title></head><body><article><h1>Ice report</h1>"
    b"<p>The Kara Sea was open in August, and ships of many flags passed through it without an "
    b"escort, the operator of the icebreakers said in its yearly report on the season.</p>"
    b"</article></body></html>"
)


def test_own_ids_are_stable_and_never_those_of_seeds() -> None:
    one = user_article(read_pasted("Ice in the Kara Sea\n\nIt froze."), label="000_4307.txt")
    same = user_article(read_pasted("Ice in the Kara Sea\n\nIt froze."), label="000_4307.txt")
    assert one.id == same.id
    assert one.id.startswith("own-000-4307-")
    assert all(passage.id.startswith(f"{one.id}.") for passage in one.passages)


def test_two_texts_of_one_name_have_two_ids() -> None:
    one = user_article(read_pasted("The Kara Sea froze."), label="a.txt")
    other = user_article(read_pasted("The Laptev Sea froze."), label="a.txt")
    assert one.id != other.id


def test_a_paste_takes_its_id_from_the_headline_whatever_its_script() -> None:
    assert user_article(read_pasted("U.S./Russia talks\n\nThey met.")).id.startswith(
        "own-u-s-russia"
    )
    assert user_articles.OWN_ID.match(user_article(read_pasted("Лёд в море\n\nЗамёрзло.")).id)


def test_the_title_that_a_page_states_is_a_passage_of_the_article() -> None:
    article = user_article(read_document(PAGE, name="ice.html"), label="ice.html")
    assert article.headline == "Ice report"
    assert article.quote(article.passages[0]) == "Ice report"
    assert article.text.count("Ice report") == 1


def test_stated_metadata_take_precedence_over_the_layout() -> None:
    document = Document(
        text="A headline\n\nReuters\nMarch 3, 2024\n\nThe Kara Sea froze early this year.",
        date="2020-01-02",
        publisher="The Paper",
        authors=("A. Writer",),
        url="https://example.org/a",
        name="a.txt",
    )
    facts = facts_of(user_article(document, label="a.txt"))
    assert facts == ArticleFacts(
        "A headline", "The Paper", dt.date(2020, 1, 2), ("A. Writer",), "https://example.org/a"
    )


def test_correcting_facts_moves_no_offset_and_cleans_what_is_given() -> None:
    article = user_article(read_pasted("Ice in the Kara Sea\n\nIt froze."))
    told = ArticleFacts(
        "New\x00 title\n", "P\u202eub", dt.date(2021, 5, 6), ("A", ""), "javascript:x"
    )
    corrected = with_facts(article, told)
    assert corrected.text == article.text
    assert corrected.passages == article.passages
    assert (corrected.headline, corrected.publisher) == ("New title", "Pub")
    assert corrected.url == ""
    assert corrected.authors == ("A",)
    assert with_facts(article, ArticleFacts("")).headline == article.headline


def test_an_article_is_restored_from_its_text_and_metadata() -> None:
    article = user_article(read_document(PAGE, name="ice.html"), label="ice.html")
    back = restored_user_article(
        article.text, facts_of(article), article_id=article.id, name=article.name
    )
    assert back == article


@pytest.mark.parametrize(
    ("text", "article_id"),
    [
        ("The Kara Sea froze.", "own-a-00000000"),
        ("The Kara Sea froze.", "seed-article"),
        ("", "own-a-00000000"),
        ("\ud800", "own-a-00000000"),
    ],
)
def test_a_text_under_an_id_that_is_not_its_own_is_refused(text: str, article_id: str) -> None:
    with pytest.raises(ArticleError):
        restored_user_article(text, ArticleFacts("x"), article_id=article_id, name="a")


def test_the_limits_name_the_article_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    article = user_article(replace(read_pasted("The Kara Sea froze."), name="a.txt"))
    other = user_article(read_pasted("Another text."))
    check_room(article, own=[other], others=[])
    with pytest.raises(ArticleError, match=r"a\.txt: this text has already been added"):
        check_room(article, own=[], others=[article])
    monkeypatch.setattr(limits, "SESSION_ARTICLES", 1)
    with pytest.raises(ArticleError, match=r"a\.txt: .* at most 1 articles; remove"):
        check_room(article, own=[other], others=[])
    monkeypatch.setattr(limits, "SESSION_ARTICLES", 9)
    monkeypatch.setattr(limits, "SESSION_BYTES", 30)
    with pytest.raises(ArticleError, match="would exceed"):
        check_room(article, own=[other], others=[])
    monkeypatch.setattr(limits, "SESSION_BYTES", 9_000)
    monkeypatch.setattr(limits, "SESSION_MENTIONS", 3)
    check_room(article, own=[other], mentions=3)
    with pytest.raises(ArticleError, match="more than 3 times; remove some"):
        check_room(article, own=[other], mentions=4)

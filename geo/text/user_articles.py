"""A reader's own articles: own ids, a fixed text, and editable metadata.

The text is normalised once and never edited; headline, publisher, date, authors and address can be
corrected without changing offsets.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geo.errors import ArticleError
from geo.text.articles import Article, article_from_text, make_article_id, make_passage_id
from geo.text.dates import last_day
from geo.text.normalise import Normalised
from geo.text.readers import Document, clean_name, limits
from geo.text.readers.tidy import author_names, field, tidy, web_address

OWN_ID = re.compile(r"own-([a-z0-9]+(?:-[a-z0-9]+)*)-([0-9a-f]{8})\Z")
_SLUG = 40
_NO_SOURCE = Normalised("", "", (0,), (0,))


@dataclass(frozen=True)
class ArticleFacts:
    """An article's metadata, as stated or as corrected by a reader."""

    headline: str
    publisher: str = ""
    date: dt.date | None = None
    authors: tuple[str, ...] = ()
    url: str = ""


def user_article(document: Document, *, label: str = "", today: dt.date | None = None) -> Article:
    """Return the article in an uploaded document.

    The stated title is put first in the text, so that names in it are found. Stated metadata take
    precedence over the text's layout.

    Parameters
    ----------
    label
        What the id is made from; the headline where it is empty (a paste has no file name).
    today
        The day in UTC, after which no article is dated; None for the clock's.

    Raises
    ------
    ArticleError
        When there is no visible character in it, or it has too many lines.
    """
    title = document.title or ""
    text = f"{title}\n\n{document.text}" if title else document.text
    try:
        limits.check_lines(text)
    except ArticleError as error:
        raise ArticleError(f"{document.name}: {error}.") from error
    article = _article(text, label=label, name=document.name, today=today)
    day = dt.date.fromisoformat(document.date) if document.date else None
    stated = ArticleFacts(
        headline=title or article.headline,
        publisher=document.publisher or article.publisher,
        date=day if day and day <= last_day(today) else article.date,
        authors=document.authors or article.authors,
        url=document.url or article.url,
    )
    return with_facts(article, stated)


def restored_user_article(text: str, facts: ArticleFacts, *, article_id: str, name: str) -> Article:
    """Restore an article from a project file.

    Raises
    ------
    ArticleError
        When the id is not one of ours, or is not that of this text, or the text has too many lines.
    """
    match = OWN_ID.match(article_id)
    clean = tidy(text)[0]
    if match is None or not clean.strip():
        raise ArticleError("an article needs a text and an id made by this app")
    limits.check_lines(clean)
    article = _article(clean, label=match[1], name=clean_name(name))
    if article.id != article_id or article.text != text:
        raise ArticleError(
            f"the text of `{article_id}` does not match its id; add the text again as a file"
        )
    return with_facts(article, facts)


def _article(text: str, *, label: str, name: str, today: dt.date | None = None) -> Article:
    """Return the article with an id from a label and the hash of its text."""
    plain = article_from_text(text, name=name, today=today)
    # A headline is not a file name: an apparent extension or folder is part of it.
    slug = make_article_id(label or re.sub(r"[./\\]", " ", plain.headline))[:_SLUG].strip("-")
    article_id = f"own-{slug}-{plain.sha256[:8]}"
    passages = tuple(
        replace(passage, id=make_passage_id(article_id, number))
        for number, passage in enumerate(plain.passages, 1)
    )
    return replace(plain, id=article_id, passages=passages, source=_NO_SOURCE)


def with_facts(article: Article, facts: ArticleFacts) -> Article:
    """Return the article with other metadata; its text and its passages stay.

    Values are cleaned: one line each, addresses http or https only. Without a headline the old one
    stays.
    """
    url = web_address(facts.url) or ""
    return replace(
        article,
        headline=field(facts.headline) or article.headline,
        publisher=field(facts.publisher) or "",
        date=facts.date,
        authors=author_names(facts.authors[: limits.AUTHORS]),
        url=url,
        url_is_derived=article.url_is_derived and url == article.url,
    )


def facts_of(article: Article) -> ArticleFacts:
    """Return the facts that a reader may correct."""
    return ArticleFacts(
        article.headline, article.publisher, article.date, article.authors, article.url
    )


def size_bytes(articles: Iterable[Article]) -> int:
    """Return the size of all texts in UTF-8."""
    return sum(len(article.text.encode()) for article in articles)


def check_room(
    article: Article,
    *,
    own: Sequence[Article],
    others: Iterable[Article] = (),
    mentions: int = 0,
) -> None:
    """Check that an article fits beside those that a session holds.

    Parameters
    ----------
    own
        The reader's own articles, which the limits count.
    others
        Other articles, among which the text may be already.
    mentions
        The number of mentions in all of them, the article included.

    Raises
    ------
    ArticleError
        When the text is there already, or a limit is exceeded; names the article and the remedy.
    """
    shown = clean_name(article.name or article.headline)
    if any(article.sha256 == other.sha256 for other in (*own, *others)):
        raise ArticleError(f"{shown}: this text has already been added.")
    if len(own) >= limits.SESSION_ARTICLES:
        raise ArticleError(
            f"{shown}: a session can hold at most {limits.SESSION_ARTICLES} articles; remove some "
            "first."
        )
    if size_bytes([*own, article]) > limits.SESSION_BYTES:
        raise ArticleError(
            f"{shown}: with it, the articles would exceed {limits.SESSION_BYTES // 1_000_000} MB "
            "of text; remove some first, or add only the part you need."
        )
    if mentions > limits.SESSION_MENTIONS:
        raise ArticleError(
            f"{shown}: with it, the articles would mention features more than "
            f"{limits.SESSION_MENTIONS:,} times; remove some first."
        )

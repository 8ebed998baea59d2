"""Articles that a reader brought: an id of their own, a fixed text, and facts to correct.

The text is normalised once and never edited; headline, publisher, date, authors and address are
labels on it, which a reader may correct without moving an offset.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geo.errors import ArticleError
from geo.text.articles import Article, article_from_text, make_article_id
from geo.text.days import last_day
from geo.text.links import Link
from geo.text.normalise import Normalised
from geo.text.readers import Brought, clean_name
from geo.text.readers.limits import AUTHORS
from geo.text.readers.tidy import check_lines, field, people, tidy, web_address

MOST_ARTICLES = 250
MOST_BYTES = 4_000_000
"""Of all texts of a session together, in UTF-8: escaped in JSON they still pass as an upload."""
MOST_MENTIONS_IN_ALL = 100_000
"""Of a session: its 200 articles of 1,000 words have some 8,000; each takes about 250 bytes."""

OWN_ID = re.compile(r"own-([a-z0-9]+(?:-[a-z0-9]+)*)-([0-9a-f]{8})\Z")
_SLUG = 40
_NO_SOURCE = Normalised("", "", (0,), (0,))


@dataclass(frozen=True)
class About:
    """What an article says of itself, or what a reader says of it."""

    headline: str
    publisher: str = ""
    date: dt.date | None = None
    authors: tuple[str, ...] = ()
    url: str = ""


def own_article(brought: Brought, *, label: str = "", today: dt.date | None = None) -> Article:
    """Return the article in a text that a reader brought.

    The title that a file states stands first in the text, so that names in it are found. What the
    file states goes before what the text looks like.

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
    title = brought.title or ""
    text = f"{title}\n\n{brought.text}" if title else brought.text
    try:
        check_lines(text)
    except ArticleError as error:
        raise ArticleError(f"{brought.name}: {error}.") from error
    article = _article(text, label=label, name=brought.name, today=today)
    day = dt.date.fromisoformat(brought.date) if brought.date else None
    stated = About(
        headline=title or article.headline,
        publisher=brought.publisher or article.publisher,
        date=day if day and day <= last_day(today) else article.date,
        authors=brought.authors or article.authors,
        url=brought.url or article.url,
    )
    return restate(article, stated)


def restored_article(text: str, about: About, *, article_id: str, name: str) -> Article:
    """Return an article as a project file keeps it.

    Raises
    ------
    ArticleError
        When the id is not one of ours, or is not that of this text, or the text has too many lines.
    """
    match = OWN_ID.match(article_id)
    clean = tidy(text)[0]
    if match is None or not clean.strip():
        raise ArticleError("an article needs a text, and an id as this app makes them")
    check_lines(clean)
    article = _article(clean, label=match[1], name=clean_name(name))
    if article.id != article_id or article.text != text:
        raise ArticleError(
            f"the text of `{article_id}` is not the one that the id was made for; bring the text "
            "again as a file"
        )
    return restate(article, about)


def _article(text: str, *, label: str, name: str, today: dt.date | None = None) -> Article:
    """Return the article under an id made from a label and the hash of its text."""
    plain = article_from_text(text, name=name, today=today)
    # A headline is no file name: what looks like its ending or its folder is part of it.
    slug = make_article_id(label or re.sub(r"[./\\]", " ", plain.headline))[:_SLUG].strip("-")
    article_id = f"own-{slug}-{plain.sha256[:8]}"
    passages = tuple(
        replace(passage, id=f"{article_id}.{number}")
        for number, passage in enumerate(plain.passages, 1)
    )
    return replace(plain, id=article_id, passages=passages, source=_NO_SOURCE)


def restate(article: Article, about: About) -> Article:
    """Return the article with other facts about it; its text and its passages stay.

    Facts are cleaned: one line each, addresses http or https only. Without a headline the one
    before stays.
    """
    url = web_address(about.url) or ""
    return replace(
        article,
        headline=field(about.headline) or article.headline,
        publisher=field(about.publisher) or "",
        date=about.date,
        authors=people(about.authors[:AUTHORS]),
        url=url,
        url_is_derived=article.url_is_derived and url == article.url,
    )


def about(article: Article) -> About:
    """Return the facts that a reader may correct."""
    return About(article.headline, article.publisher, article.date, article.authors, article.url)


def size_bytes(articles: Iterable[Article]) -> int:
    """Return the size of all texts in UTF-8."""
    return sum(len(article.text.encode()) for article in articles)


def check_room(
    article: Article,
    links: Sequence[Link],
    *,
    own: Sequence[Article],
    found: Iterable[Link] = (),
    others: Iterable[Article] = (),
) -> None:
    """See that an article fits beside those that a session holds.

    Parameters
    ----------
    own
        The reader's own articles, which the limits count.
    found
        The links in those.
    others
        Other articles here, among which the text may stand already.

    Raises
    ------
    ArticleError
        When the text is there already, or a limit is passed; names the article and the way out.
    """
    shown = clean_name(article.name or article.headline)
    mentions = sum(len(link.mentions) for link in links)
    if any(article.sha256 == other.sha256 for other in (*own, *others)):
        raise ArticleError(f"{shown}: this text is here already; it is kept once.")
    if len(own) >= MOST_ARTICLES:
        raise ArticleError(
            f"{shown}: a session holds {MOST_ARTICLES} articles at most; remove some first."
        )
    if size_bytes([*own, article]) > MOST_BYTES:
        raise ArticleError(
            f"{shown}: with it the articles would pass {MOST_BYTES // 1_000_000} MB of text; "
            "remove some first, or bring the part that matters."
        )
    held = sum(len(link.mentions) for link in found)
    if held + mentions > MOST_MENTIONS_IN_ALL:
        raise ArticleError(
            f"{shown}: with it the articles would name features more than "
            f"{MOST_MENTIONS_IN_ALL:,} times; remove some first."
        )

"""Serialise an article and its links as JSON: what a worker returns to the server.

Only strings, numbers and lists are used; the input is validated field by field, since the worker
has processed an untrusted file.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from geo.errors import ArticleError
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.text.articles import Article, Passage, make_passage_id

_TEXTS = (
    *("id", "headline", "publisher", "agency", "caption", "url", "copyright", "text", "name"),
    "sha256",
)
_LISTS = ("authors", "tags")


def pack(article: Article, links: Sequence[Link]) -> dict[str, Any]:
    """Return an article and its links as values of JSON."""
    index = {passage.id: number for number, passage in enumerate(article.passages)}
    return {
        **{name: getattr(article, name) for name in (*_TEXTS, *_LISTS)},
        "date": article.date.isoformat() if article.date else "",
        "url_is_derived": article.url_is_derived,
        "passages": [(one.role, one.start, one.end) for one in article.passages],
        "links": [
            (link.feature, index[link.passage], [_packed(one) for one in link.mentions])
            for link in links
        ],
    }


def _packed(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.kind, mention.rule


def unpack(record: Mapping[str, Any]) -> tuple[Article, tuple[Link, ...]]:
    """Parse and validate what `pack` returned.

    Raises
    ------
    ArticleError
        When a value is missing, of another type or out of the text.
    """
    try:
        texts = {name: _text(record[name]) for name in _TEXTS}
        lists = {name: tuple(map(_text, record[name])) for name in _LISTS}
        length, article_id = len(texts["text"]), texts["id"]
        passages = tuple(
            Passage(make_passage_id(article_id, number), _text(role), *_span(start, end, length))
            for number, (role, start, end) in enumerate(record["passages"], 1)
        )
        facts: dict[str, Any] = {
            **texts,
            **lists,
            "date": dt.date.fromisoformat(record["date"]) if record["date"] else None,
            "url_is_derived": record["url_is_derived"] is True,
        }
        article = Article(**facts, passages=passages)
        links = tuple(_link(article, *row) for row in record["links"])
    except (LookupError, TypeError, ValueError) as error:
        raise ArticleError("the process that read it failed") from error
    return article, links


def _link(article: Article, feature: str, passage: int, rows: Sequence[Sequence[Any]]) -> Link:
    text, mentions = article.text, []
    for first, last, kind, rule in rows:
        start, end = _span(first, last, len(text))
        named = Mention(start, end, text[start:end], _text(feature), _text(kind), _text(rule))
        mentions.append(named)
    return Link(_text(feature), article.passages[passage].id, tuple(mentions))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is not text")
    return value


def _span(start: object, end: object, length: int) -> tuple[int, int]:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length):
        raise ValueError("offsets outside the text")
    return start, end

"""Articles and their passages: parse a text file into headline, facts and passages with offsets."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from geo.decode import number_with
from geo.errors import ArticleError
from geo.text.layout import Block, read_layout
from geo.text.normalise import Normalised, normalise
from geo.text.readers import clean_name
from geo.text.readers.plain import decode_file, read_bytes

LINKED_ROLES = frozenset({"alt", "caption", "headline", "heading", "body"})
_MAX_ID = 64


@dataclass(frozen=True)
class Passage:
    """One paragraph, headline or caption: `article.text[start:end]`, and its role.

    Roles that are linked: headline, heading, caption, alt (a photo's alternative text) and body.
    Roles that never are: boilerplate, publisher, date, byline, meta, copyright, tags.
    """

    id: str
    role: str
    start: int
    end: int

    @property
    def is_linked(self) -> bool:
        """Whether the linker processes it."""
        return self.role in LINKED_ROLES


@dataclass(frozen=True)
class Article:
    """A source text, normalised once and never edited; offsets are code points of `text`.

    `url` is what the text itself says, or is built from the headline where the publisher's
    addresses follow a known pattern (data/publishers.csv); see `url_is_derived`. `sha256` is the
    hash of `text` in UTF-8. `source` maps offsets back to the given text.
    """

    id: str
    headline: str
    publisher: str
    agency: str
    authors: tuple[str, ...]
    date: dt.date | None
    caption: str
    url: str
    copyright: str
    tags: tuple[str, ...]
    text: str
    passages: tuple[Passage, ...]
    name: str = ""
    url_is_derived: bool = False
    sha256: str = ""
    source: Normalised = field(repr=False, compare=False, default=Normalised("", "", (0,), (0,)))

    @property
    def boilerplate(self) -> list[tuple[int, int]]:
        """The spans of the text that the linker skips, in order."""
        return [(each.start, each.end) for each in self.passages if not each.is_linked]

    def quote(self, passage: Passage) -> str:
        """Return the words of a passage."""
        return self.text[passage.start : passage.end]

    def passage(self, passage_id: str) -> Passage:
        """Return the passage with this id.

        Raises
        ------
        ArticleError
            When the article has none.
        """
        for passage in self.passages:
            if passage.id == passage_id:
                return passage
        count = len(self.passages)
        raise ArticleError(
            f"{self.id}: no passage `{passage_id}`; it has {count}, "
            f"{make_passage_id(self.id, 1)} to {make_passage_id(self.id, count)}."
        )


@dataclass(frozen=True)
class ArticleProblem:
    """A file that could not be read as an article, with a message that names it."""

    name: str
    message: str


def read_article(raw: bytes, *, name: str) -> Article:
    """Return the article in the bytes of a text file.

    Parameters
    ----------
    raw
        The file as it came: UTF-8, UTF-16 or UTF-32 with a mark, or Windows-1252. It is decoded
        strictly: unlike an upload, a damaged file is not repaired.
    name
        The file's name; the article's id is made from it, it is never used as a path.

    Raises
    ------
    ArticleError
        When the file is empty, too large, binary, damaged, or in an unknown encoding.
    """
    found = decode_file(raw, name=name)
    if found.damaged:
        places = number_with(found.damaged, "damaged place", "damaged places")
        raise ArticleError(
            f"{clean_name(name)}: {found.encoding.upper()} with {places}; restore the file, or "
            "save it again in UTF-8."
        )
    return article_from_text(found.text, name=name)


def article_from_text(given: str, *, name: str, today: dt.date | None = None) -> Article:
    """Return the article in a text that is already decoded (a paste, the text of a page or PDF).

    Parameters
    ----------
    today
        The day in UTC, after which no article is dated; None for the clock's.

    Raises
    ------
    ArticleError
        When there is no visible character in it.
    """
    source = normalise(given)
    facts, blocks = read_layout(source.text, today=today)
    if not blocks:
        raise ArticleError(
            f"{clean_name(name)}: the text is empty. An article needs at least one line of text."
        )
    article_id = make_article_id(name)
    return Article(
        id=article_id,
        headline=facts.headline,
        publisher=facts.publisher,
        agency=facts.agency,
        authors=facts.authors,
        date=facts.date,
        caption=facts.caption,
        url=facts.url,
        copyright=facts.copyright,
        tags=facts.tags,
        text=source.text,
        passages=_number(blocks, article_id),
        name=name,
        url_is_derived=facts.url_is_derived,
        sha256=hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
        source=source,
    )


def _number(blocks: list[Block], article_id: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(make_passage_id(article_id, number), block.role, block.start, block.end)
        for number, block in enumerate(blocks, start=1)
    )


def make_article_id(name: str) -> str:
    """Return the id of the article in a file of this name: its stem as a slug of 64 at most."""
    stem = re.split(r"[/\\]", name)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem[1:] else stem
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:_MAX_ID].strip("-")
    if slug:
        return slug
    return "article-" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def make_passage_id(article_id: str, number: int) -> str:
    """Return the id of an article's passage; passages are numbered from 1."""
    return f"{article_id}.{number}"


def article_of(passage_id: str) -> str:
    """Return the id of the article that a passage belongs to; '' for no passage."""
    return passage_id.rpartition(".")[0]


def load_articles(folder: Path) -> tuple[list[Article], list[ArticleProblem]]:
    """Return the articles in a folder, by file name, and the files that could not be read.

    Every file but hidden ones is taken for an article; folders are skipped.
    """
    articles: list[Article] = []
    problems: list[ArticleProblem] = []
    if not folder.is_dir():
        return [], [ArticleProblem(folder.name, f"{folder.name}: there is no such folder.")]
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_dir():
            continue
        try:
            article = read_article(read_bytes(path), name=path.name)
        except ArticleError as error:
            problems.append(ArticleProblem(path.name, str(error)))
            continue
        if any(article.id == other.id for other in articles):
            problems.append(ArticleProblem(path.name, _same_id(path.name, article.id)))
        else:
            articles.append(article)
    return articles, problems


def _same_id(name: str, article_id: str) -> str:
    return (
        f"{clean_name(name)}: another file has the id `{article_id}` already. Rename one of them."
    )

"""The project file: write and read a reader's articles, edits and view as JSON.

A project file is untrusted. It is read as data with limits on size and depth; surrogates in strings
are replaced, every field is checked for type, length and form, ids must match the texts, and an
invalid file is refused with all its problems in one message. Nothing in it is run, fetched or used
as a path.

Beside them it holds which links the linker found, so that a later version can say what it reads
differently. Files from before have no such field, and older versions skip it: unknown fields of the
document itself are ignored, those of an article or an edit are refused.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlencode

from geo.characters import refuse_constant, replace_surrogates_in_json
from geo.errors import ArticleError, ExportError
from geo.exchange.project_track import SavedTrack, read_saved_track, saved_track
from geo.linker.compare import Found, Pair
from geo.linker.edits import ACTIONS, Edit
from geo.linker.links import Link
from geo.text.articles import Article, article_of, make_passage_id
from geo.text.readers import clean_name
from geo.text.readers.limits import (
    AUTHORS,
    FIELD_CHARS,
    PROJECT_BYTES,
    PROJECT_QUERY_CHARS,
    SESSION_ARTICLES,
    SESSION_BYTES,
    SESSION_EDITS,
    SESSION_MENTIONS,
    URL_CHARS,
)
from geo.text.user_articles import ArticleFacts, facts_of, restored_user_article, size_bytes
from geo.view import View, to_query

T = TypeVar("T")
TYPE = "arctic-passages-project"
VERSION = 1
_ID_CHARS = 80
_FINGERPRINT = re.compile(r"[0-9a-f]{0,64}", re.ASCII)
_NUMBERS = re.compile(r"[1-9][0-9]{0,5}(?: [1-9][0-9]{0,5})*", re.ASCII)
_SHOWN_PROBLEMS = 10
_TOO_LARGE = f"the texts together exceed {SESSION_BYTES // 1_000_000} MB"
_ARTICLE_KEYS = {"id", "name", "text", "headline", "publisher", "date", "authors", "url"}
_EDIT_KEYS = {"action", "passage", "feature", "to", "start", "end"}


@dataclass(frozen=True)
class Project:
    """The contents of a project file.

    Attributes
    ----------
    articles, edits
        The reader's.
    query
        The view's address by key.
    found
        The links found in the articles when it was saved; empty in files of earlier versions.
    linker
        The fingerprint of the linker that found them, '' in files of earlier versions.
    track
        The reader's own track, None without one and in files of earlier versions.
    """

    articles: tuple[Article, ...] = ()
    edits: tuple[Edit, ...] = ()
    query: Mapping[str, Sequence[str]] = field(default_factory=dict)
    found: Found = field(default_factory=dict)
    linker: str = ""
    track: SavedTrack | None = None


def to_project(
    articles: Sequence[Article],
    edits: Sequence[Edit],
    view: View,
    *,
    links: Iterable[Link] | None = None,
    linker: str = "",
    track: SavedTrack | None = None,
) -> str:
    """Return the project file's text: JSON with the reader's own articles, edits and view.

    Parameters
    ----------
    links
        As the linker found them, without edits, of any articles: those of the reader's own and of
        articles with an edit are noted. None notes none.
    linker
        The fingerprint of the linker that found them.
    track
        The reader's own; one that is too large for a project file is left out.
    """
    document: dict[str, Any] = {
        "type": TYPE,
        "version": VERSION,
        "view": urlencode(to_query(view)),
        "articles": [_article_entry(article) for article in articles],
        "edits": [asdict(edit) for edit in edits],
    }
    if links is not None:
        document |= {"linker": linker, "links": _link_entries(links, ids_about(articles, edits))}
    if track is not None and (entry := saved_track(track)):
        document["track"] = entry
    return json.dumps(document, ensure_ascii=False, indent=1)


def ids_about(articles: Iterable[Article], edits: Iterable[Edit]) -> list[str]:
    """Return the ids of the articles that a project is about: its own, and those with an edit."""
    ids = (*(article.id for article in articles), *(article_of(edit.passage) for edit in edits))
    return list(dict.fromkeys(ids))


def _link_entries(links: Iterable[Link], about: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return by article and feature the numbers of the passages, as one string to stay small."""
    entries: dict[str, dict[str, list[str]]] = {article: {} for article in about}
    for link in links:
        article, _, number = link.passage.rpartition(".")
        if article in entries:
            entries[article].setdefault(link.feature, []).append(number)
    return {
        article: {feature: " ".join(numbers) for feature, numbers in by_feature.items()}
        for article, by_feature in entries.items()
    }


def _article_entry(article: Article) -> dict[str, Any]:
    facts = asdict(facts_of(article))
    facts["date"] = article.date.isoformat() if article.date else ""
    return {"id": article.id, "name": article.name, **facts, "text": article.text}


def read_project(
    raw: bytes, *, name: str, restore: Callable[..., Article] = restored_user_article
) -> Project:
    """Return what a project file holds.

    Parameters
    ----------
    raw
        The whole file.
    name
        Its name; a label, never opened.
    restore
        Builds an article from its text and facts; a server does this in a worker.

    Raises
    ------
    ExportError
        When it is too large, no JSON, of another type or version, or a field breaks its rule; the
        message names the file and up to ten problems.
    """
    problems: list[str] = []
    try:
        found = _read(_parsed(raw), problems, restore)
    except ExportError as error:
        raise ExportError(f"{clean_name(name)}: {error}") from error
    if problems:
        more = len(problems) - _SHOWN_PROBLEMS
        tail = [f"and {more} more"] if more > 0 else []
        raise ExportError(
            f"{clean_name(name)}: this project file was changed or damaged; export it again.\n"
            + "\n".join([*problems[:_SHOWN_PROBLEMS], *tail])
        )
    return found


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > PROJECT_BYTES:
        raise ExportError(
            f"{len(raw) / 1e6:.1f} MB; a project file has at most {PROJECT_BYTES / 1e6:.0f} MB."
        )
    try:
        document = replace_surrogates_in_json(
            json.loads(
                raw.decode("utf-8-sig"),
                parse_constant=refuse_constant,
                object_pairs_hook=_unique_keys,
            )
        )
    except ExportError:
        raise
    except (ValueError, RecursionError) as error:
        raise ExportError(
            "not a project file: it is not JSON in UTF-8. Choose a file that this app exported."
        ) from error
    if not isinstance(document, dict) or document.get("type") != TYPE:
        raise ExportError(f"not a project file: its type is not `{TYPE}`.")
    if document.get("version") != VERSION or isinstance(document.get("version"), bool):
        raise ExportError(f"a project file of another version; this app reads version {VERSION}.")
    return document


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; refuse duplicate keys, which are ambiguous."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ExportError("one of its objects has the same key twice; export the project again.")
    return made


def _read(
    document: dict[str, Any], problems: list[str], restore: Callable[..., Article]
) -> Project:
    texts = _entries(document, "articles", SESSION_ARTICLES, problems)
    changes = _entries(document, "edits", SESSION_EDITS, problems)
    if sum(len(str(entry.get("text", ""))) for entry in texts) > SESSION_BYTES:
        texts = []
        problems.append(_TOO_LARGE)
    articles: list[Article] = []
    for number, entry in enumerate(texts, 1):
        try:
            articles.append(_article(entry, restore))
        except (ArticleError, ExportError) as error:
            problems.append(f"article {number}: {error}")
    if len({article.sha256 for article in articles}) < len(articles):
        problems.append("the file contains a text twice")
    edits: list[Edit] = []
    for number, entry in enumerate(changes, 1):
        try:
            edits.append(_edit(entry))
        except ExportError as error:
            problems.append(f"edit {number}: {error}")
    if size_bytes(articles) > SESSION_BYTES:
        problems.append(_TOO_LARGE)
    query = _tried("view", _query, document, problems) or {}
    linker = _tried("links", _linker, document, problems) or ""
    found = _tried("links", _found, document, problems) or {}
    track = _tried("track", lambda whole: read_saved_track(whole.get("track")), document, problems)
    return Project(tuple(articles), tuple(edits), query, found, linker, track)


def _tried(
    what: str,
    read: Callable[[Mapping[str, Any]], T],
    document: Mapping[str, Any],
    problems: list[str],
) -> T | None:
    """Return a part of the document; None with one more problem where it breaks a rule."""
    try:
        return read(document)
    except ExportError as error:
        problems.append(f"{what}: {error}")
        return None


def _linker(document: Mapping[str, Any]) -> str:
    written = _string(document, "linker")
    if not _FINGERPRINT.fullmatch(written):
        raise ExportError("`linker` must be a hash in hexadecimal digits")
    return written


def _found(document: Mapping[str, Any]) -> Found:
    """Return the links that a file notes, by article."""
    entries = document.get("links", {})
    if not isinstance(entries, dict) or len(entries) > SESSION_ARTICLES + SESSION_EDITS:
        raise ExportError("`links` must be an object with an entry for each article")
    found: dict[str, frozenset[Pair]] = {}
    count = 0
    for article, by_feature in entries.items():
        if not isinstance(by_feature, dict):
            raise ExportError("each of its articles must be an object with an entry by feature")
        pairs: set[Pair] = set()
        for feature, numbers in by_feature.items():
            if not isinstance(numbers, str) or not _NUMBERS.fullmatch(numbers):
                raise ExportError("the passages of a feature must be numbers with spaces between")
            written = numbers.split(" ")
            count += len(written)
            if count > SESSION_MENTIONS:
                raise ExportError(f"it has more than {SESSION_MENTIONS:,} links")
            pairs.update((feature, make_passage_id(article, int(number))) for number in written)
        found[article] = frozenset(pairs)
    return found


def _entries(
    document: Mapping[str, Any], key: str, max_entries: int, problems: list[str]
) -> list[dict[str, Any]]:
    entries = document.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        problems.append(f"`{key}` must be a list of objects")
        return []
    if len(entries) > max_entries:
        problems.append(f"`{key}` has {len(entries):,} entries (at most {max_entries:,})")
        return []
    return entries


def _article(entry: Mapping[str, Any], restore: Callable[..., Article]) -> Article:
    _check_keys(entry, _ARTICLE_KEYS)
    authors = entry.get("authors", [])
    if not isinstance(authors, list) or len(authors) > AUTHORS:
        raise ExportError(f"`authors` must be a list of at most {AUTHORS} names")
    facts = ArticleFacts(
        headline=_string(entry, "headline"),
        publisher=_string(entry, "publisher"),
        date=_day(_string(entry, "date")),
        authors=tuple(_string({"authors": author}, "authors") for author in authors),
        url=_string(entry, "url", max_chars=URL_CHARS),
    )
    return restore(
        _string(entry, "text", max_chars=SESSION_BYTES),
        facts,
        article_id=_string(entry, "id", max_chars=_ID_CHARS),
        name=_string(entry, "name"),
    )


def _edit(entry: Mapping[str, Any]) -> Edit:
    _check_keys(entry, _EDIT_KEYS)
    edit = Edit(
        action=_string(entry, "action"),
        passage=_string(entry, "passage", max_chars=2 * _ID_CHARS),
        feature=_string(entry, "feature", max_chars=_ID_CHARS),
        to=_string(entry, "to", max_chars=_ID_CHARS),
        start=_offset(entry, "start"),
        end=_offset(entry, "end"),
    )
    if edit.action not in ACTIONS:
        raise ExportError(f"`action` must be one of {', '.join(ACTIONS)}")
    if not edit.passage or not edit.feature or (edit.action == "change") != bool(edit.to):
        raise ExportError("it needs `passage` and `feature`, and `to` if it is a change")
    return edit


def _query(document: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    written = _string(document, "view", max_chars=PROJECT_QUERY_CHARS)
    try:
        return parse_qs(written, max_num_fields=200) if written else {}
    except ValueError as error:
        raise ExportError("it lists too many things at once") from error


def _check_keys(entry: Mapping[str, Any], allowed: set[str]) -> None:
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise ExportError(f"`{clean_name(unknown[0])}` is not one of its fields")


def _string(entry: Mapping[str, Any], key: str, *, max_chars: int = FIELD_CHARS) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str) or len(value) > max_chars:
        raise ExportError(f"`{key}` must be text of at most {max_chars:,} characters")
    return value


def _offset(entry: Mapping[str, Any], key: str) -> int:
    value = entry.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= SESSION_BYTES:
        raise ExportError(f"`{key}` must be a whole number from 0 to {SESSION_BYTES:,}")
    return value


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ExportError("`date` must look like 2025-02-26") from error

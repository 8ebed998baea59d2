"""Dispatch bytes, by file extension and content, to the reader of that kind of file."""

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from geo.errors import ArticleError, EncodingError
from geo.text.readers import limits
from geo.text.readers.document import Document, Extraction
from geo.text.readers.file_names import clean_name, suffix_of
from geo.text.readers.kinds import SUFFIXES, TEXT, Reader, reader_of
from geo.text.readers.signatures import GZIP, HTML, MHTML, OFFICE, PDF, WEBARCHIVE, ZIP, sniff
from geo.text.readers.tidy import (
    author_names,
    field,
    separate_paragraphs,
    tidy,
    web_address,
    without_title,
)

_REMEDIES: Final[Mapping[str | None, str]] = MappingProxyType(
    {
        GZIP: "unpack it and add the file inside, or paste the text",
        WEBARCHIVE: "save the page in Safari as page source (.html), or paste the text",
    }
)
PASTED: Final = "pasted text"
"""Name of a document that was pasted."""
_AS_UTF8: Final = "save it as plain text in UTF-8, or paste the text"
_WORD = re.compile(r"\w")


def read_document(raw: bytes, *, name: str) -> Document:
    """Return the text in a file, and what the file says about it.

    The extension chooses the reader, and the content must agree with it: a PDF named .txt is
    refused, an HTML page named .txt is read as plain text.

    Parameters
    ----------
    raw
        The whole file.
    name
        Its name as the browser gives it; a label, never opened.

    Raises
    ------
    ArticleError
        For everything that is not read: names the file, the rule and the remedy.
    """
    try:
        return _read(raw, name)
    finally:
        _clear_caches()


def _read(raw: bytes, name: str) -> Document:
    """Read one file, and prefix errors with its name."""
    shown = clean_name(name)
    try:
        reader = _reader(raw, name)
        return _document(reader.read(raw), reader, name=shown)
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}.") from error
    except EncodingError as error:
        raise ArticleError(f"{shown}: {error}; {_AS_UTF8}.") from error
    except MemoryError:
        raise
    except Exception as error:
        # The parsers are others' work and the input is hostile: what they did not foresee must
        # not show as a traceback. It stays as the cause, for the log.
        raise ArticleError(
            f"{shown}: the file could not be read ({type(error).__name__}); paste the text instead."
        ) from error


def read_pasted(text: str) -> Document:
    """Return a pasted text as a document.

    Raises
    ------
    ArticleError
        When it holds no words or is too long.
    """
    try:
        return _document(Extraction(text), TEXT, name=PASTED)
    except ArticleError as error:
        raise ArticleError(f"{PASTED}: {error}.") from error


def _reader(raw: bytes, name: str) -> Reader:
    """Return the reader that ending and content agree on, or say why there is none."""
    if not raw:
        raise ArticleError("the file is empty; add one that contains text")
    reader = reader_of(name)
    if reader is None:
        raise ArticleError(_unknown(sniff(raw), suffix_of(name)))
    limits.check_size(
        len(raw), reader.max_bytes, reader.called, "add only the part you need, or paste it"
    )
    _check_content(reader, reader.sniff(raw))
    return reader


def _unknown(content: str | None, suffix: str) -> str:
    """Return why a file with an ending of no known kind is not read."""
    ending = f"ends in {suffix}" if suffix else "has no ending"
    what = f"is {content}" if content else ending
    if content in _REMEDIES:
        return f"the file {what}; {_REMEDIES[content]}"
    return (
        f"the file {what}; files ending in {', '.join(SUFFIXES)} can be read, and you "
        "can paste any text"
    )


def _check_content(reader: Reader, content: str | None) -> None:
    """Refuse a file whose content is not what its ending says."""
    if content in reader.contents:
        return
    if content == OFFICE:
        raise ArticleError(
            f"it is {OFFICE}; save a copy as .docx without a password, or paste the text"
        )
    is_what = f"it is {content}" if content else "it contains something else"
    raise ArticleError(f"it is named as {reader.called} but {is_what}; {_remedy(content)}")


def _remedy(content: str | None) -> str:
    """Return the remedy for a file that is not what its name says."""
    ending = {PDF: ".pdf", HTML: ".html", MHTML: ".mhtml"}.get(content or "")
    if ending:
        return f"give it the ending {ending} and add it again"
    if content in _REMEDIES:
        return _REMEDIES[content]
    if content == ZIP:
        return "a Word document needs the ending .docx, any other zip must be unpacked first"
    return "add a text file, or paste the text"


def _clear_caches() -> None:
    """Clear the caches of the parsers that are loaded."""
    if "trafilatura" in sys.modules:
        clear_caches: Callable[[], None] = import_module("geo.text.readers.html").clear_caches
        clear_caches()


def _document(found: Extraction, reader: Reader, *, name: str) -> Document:
    """Clean and check what a reader of one kind extracted."""
    text, note = tidy(found.text)
    title = field(found.title)
    if not reader.is_literal:
        text = without_title(separate_paragraphs(text), title)
    if not _WORD.search(text):
        raise ArticleError("the file contains no words; add one that contains text")
    if len(text) > limits.TEXT_CHARS:
        raise ArticleError(
            f"the text has {len(text):,} characters (at most {limits.TEXT_CHARS:,}); add only "
            "the part you need"
        )
    return Document(
        text=text,
        title=title,
        date=found.date,
        publisher=field(found.publisher),
        authors=author_names(found.authors),
        url=web_address(found.url),
        name=name,
        notes=tuple(one for one in (*found.notes, note) if one),
    )

"""The one way in: bytes and a name, by ending and content, to the reader of that kind."""

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from geo.errors import ArticleError
from geo.text.readers import limits
from geo.text.readers.brought import Brought, Found, Kind
from geo.text.readers.magic import GZIP, HTML, MHTML, OFFICE, PDF, WEBARCHIVE, ZIP, sniff, sniff_pdf
from geo.text.readers.names import clean_name, suffix_of
from geo.text.readers.tidy import field, part, people, tidy, web_address, without_title

_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".mhtml": "html",
        ".mht": "html",
        ".pdf": "pdf",
        ".docx": "docx",
        ".docm": "docx",
        ".dotx": "docx",
        ".dotm": "docx",
    }
)
SUFFIXES: Final = tuple(_KINDS)
_READERS: Final[Mapping[Kind, tuple[str, str]]] = MappingProxyType(
    {
        "text": ("plain", "read_plain"),
        "markdown": ("markdown", "read_markdown"),
        "html": ("webpage", "read_webpage"),
        "pdf": ("pdf", "read_pdf"),
        "docx": ("word", "read_word"),
    }
)
_CALLED: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "text": "a plain text",
        "markdown": "a Markdown text",
        "html": "an HTML page",
        "pdf": "a PDF",
        "docx": "a Word document",
    }
)
_WAYS_OUT: Final[Mapping[str | None, str]] = MappingProxyType(
    {
        GZIP: "unpack it and bring the file inside, or paste the text",
        WEBARCHIVE: "save the page in Safari as page source (.html), or paste the text",
    }
)
_PARSERS: Final[Mapping[Kind | None, tuple[str, ...]]] = MappingProxyType(
    {"html": ("trafilatura", "htmldate")}
)
_PASTED: Final = "pasted text"
_WORD = re.compile(r"\w")


def read_brought(raw: bytes, *, name: str) -> Brought:
    """Return the text in a file that a reader brings.

    The name's ending chooses the reader, and the content must agree with it: a PDF named .txt is
    refused with words, an HTML page named .txt is read as the text that it is.

    Parameters
    ----------
    raw
        The whole file.
    name
        Its name as the browser gives it; a label, never opened.

    Raises
    ------
    ArticleError
        For everything that is not read: names the file, the rule and the way out.
    """
    try:
        return _read(raw, name)
    finally:
        _forget()


def _read(raw: bytes, name: str) -> Brought:
    """Read one file, and put its name before whatever is wrong with it."""
    shown = clean_name(name)
    try:
        kind = _kind(raw, suffix_of(name))
        found = _reader(kind)(raw)
        return _brought(found, kind=kind, name=shown)
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}.") from error
    except MemoryError:
        raise
    except Exception as error:
        # The parsers are others' work and the input is hostile: what they did not foresee must
        # not show as a traceback. It stays as the cause, for the log.
        raise ArticleError(
            f"{shown}: the file could not be read ({type(error).__name__}); paste the text instead."
        ) from error


def kind_of(name: str) -> Kind | None:
    """Return the kind that a file's name says it is, or nothing where it says none that is read."""
    return _KINDS.get(suffix_of(name))


def prepare(name: str) -> None:
    """Load what reads files of this name; else it is loaded with the first of them."""
    kind = kind_of(name)
    if kind:
        _reader(kind)
    for module in _PARSERS.get(kind, ()):
        import_module(module)


def read_pasted(text: str, *, name: str = _PASTED) -> Brought:
    """Return a pasted text as if it were brought as a file.

    Raises
    ------
    ArticleError
        When it holds no words or is too long.
    """
    shown = clean_name(name)
    try:
        return _brought(Found(text), kind="text", name=shown)
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}.") from error


def _kind(raw: bytes, suffix: str) -> Kind:
    """Return the kind that ending and content agree on, or say why there is none."""
    if not raw:
        raise ArticleError("the file is empty; bring one with text in it")
    content = sniff(raw)
    kind = _KINDS.get(suffix)
    if kind is None:
        ending = f"ends in {suffix}" if suffix else "has no ending"
        what = f"is {content}" if content else ending
        if content in _WAYS_OUT:
            raise ArticleError(f"the file {what}; {_WAYS_OUT[content]}")
        raise ArticleError(
            f"the file {what}; files ending in {', '.join(SUFFIXES)} are read, and any text "
            "can be pasted"
        )
    most = limits.FILE_BYTES[kind]
    if len(raw) > most:
        raise ArticleError(
            f"{_CALLED[kind]} of {len(raw) / limits.MB:,.1f} MB is too large (at most "
            f"{most // limits.MB} MB); bring the part that matters, or paste it"
        )
    _check_content(kind, sniff_pdf(raw) or content if kind == "pdf" else content)
    return kind


def _check_content(kind: Kind, content: str | None) -> None:
    """Refuse a file whose content is not what its ending says."""
    if content == OFFICE:
        raise ArticleError(
            f"it is {OFFICE}; save a copy as .docx without a password, or paste the text"
        )
    wanted = {"pdf": PDF, "docx": ZIP}.get(kind)
    pages = {HTML, MHTML} if kind == "html" else {HTML}
    if content == wanted or (wanted is None and content in pages):
        return
    is_what = f"it is {content}" if content else "its content is something else"
    raise ArticleError(f"it is named as {_CALLED[kind]} but {is_what}; {_way_out(content)}")


def _way_out(content: str | None) -> str:
    """Return what to do with a file that is something else than its name says."""
    ending = {PDF: ".pdf", HTML: ".html", MHTML: ".mhtml"}.get(content or "")
    if ending:
        return f"give it the ending {ending} and bring it again"
    if content in _WAYS_OUT:
        return _WAYS_OUT[content]
    if content == ZIP:
        return "a Word document needs the ending .docx, any other zip must be unpacked first"
    return "bring a text, or paste it"


def _reader(kind: Kind) -> Callable[[bytes], Found]:
    """Load a kind's reader when it is first needed: the parsers are heavy."""
    module, function = _READERS[kind]
    reader: Callable[[bytes], Found] = getattr(
        import_module(f"geo.text.readers.{module}"), function
    )
    return reader


def _forget() -> None:
    """Have the parsers forget what they read; one that was never loaded read nothing."""
    if "trafilatura" in sys.modules:
        forget: Callable[[], None] = import_module("geo.text.readers.webpage").forget
        forget()


def _brought(found: Found, *, kind: Kind, name: str) -> Brought:
    """Clean and check what a reader found."""
    text, note = tidy(found.text)
    title = field(found.title)
    if kind != "text":
        text = without_title(part(text), title)
    if not _WORD.search(text):
        raise ArticleError("the file holds no words; bring one with text in it")
    if len(text) > limits.TEXT_CHARS:
        raise ArticleError(
            f"the text has {len(text):,} characters (at most {limits.TEXT_CHARS:,}); bring the "
            "part that matters"
        )
    return Brought(
        text=text,
        title=title,
        date=found.date,
        publisher=field(found.publisher),
        authors=people(found.authors),
        url=web_address(found.url),
        kind=kind,
        name=name,
        notes=tuple(one for one in (*found.notes, note) if one),
    )

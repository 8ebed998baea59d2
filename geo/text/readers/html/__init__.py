"""HTML pages: extract the article as plain text, with metadata.

The page is extracted from MHTML if needed, decoded, reduced to a small one
(`geo.text.readers.html.reduce`), and given to trafilatura, which separates the article from menus
and adverts. If it finds none, or the page is too large for it, all text of the page is taken, with
a note. Nothing is fetched: addresses are text.
"""

import re
import sys
from dataclasses import replace
from importlib import import_module

from geo.decode import decode
from geo.errors import ArticleError
from geo.text.credits import parse_authors
from geo.text.dates import last_day
from geo.text.readers import limits
from geo.text.readers.document import Extraction
from geo.text.readers.html.embedded import strip_embedded
from geo.text.readers.html.mhtml import SavedPage, read_mhtml
from geo.text.readers.html.reduce import LITTLE_CHARS, Reduced, reduce_page
from geo.text.readers.limits import AUTHORS
from geo.text.readers.signatures import is_mhtml
from geo.text.readers.tidy import author_names, web_address

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{2,30})""",
    re.IGNORECASE,
)
_CHARSET_WITHIN = 262_144  # behind the styles and scripts that a head may begin with
_NOTED_WITHIN = 16_384
_STUMBLES = (
    *(ValueError, TypeError, LookupError, AttributeError, RuntimeError, ArithmeticError),
    *(AssertionError, Warning),  # a warning where the caller has made it an error
)
_DATES = {"extensive_search": False, "original_date": True}
_KEEPERS = frozenset({"trafilatura", "htmldate", "courlan", "justext"})
_XML_DECLARATION = re.compile(r"<\?xml[^>]{0,200}>")
_SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,9}url:\s)"
    r"\s{0,9}(\S{1,2000})"
)
_MISSING_CHARS = 600
_MISSING_SHARE = 0.75  # of what was found: hardly more than half of what is shown
_SHORT = (
    "The page shows about {shown:,} characters of text, but only {found:,} were recognised as the "
    "article; check whether something is missing, and paste it if so."
)
_SCRIPTED = (
    "The page itself contains only {found:,} characters of text; its scripts may show more. If "
    "something is missing, save it in the browser as a complete page or as one file, or paste it."
)
_ALL_TEXT = "No article was found in the page; all its text was read, including menus."
_TOO_MANY = (
    f"The page has more than {limits.HTML_TAGS:,} tags; all its text was read, including menus."
)


def read_webpage(raw: bytes) -> Extraction:
    """Return the article of a page with title, date, site, authors and address if stated.

    The title is the page's own heading or ``title``; the date is the day of publication that the
    page states (`geo.text.readers.html.dates`); the address is the page's own, or the one that the
    browser noted when it saved the page.

    Raises
    ------
    ArticleError
        For a page that is too large even without embedded data, and for one without text.
    """
    saved = read_mhtml(raw) if is_mhtml(raw) else SavedPage(raw)
    page = _strip_large(saved.html)
    declared = _CHARSET.search(page[:_CHARSET_WITHIN])
    charset = saved.charset or (declared[1].decode("ascii") if declared else None)
    decoded = decode(page, declared=charset)
    source = decoded.text
    found = _found(_reduced(_without_declaration(source)))
    return replace(
        found,
        title=found.title or saved.title,
        url=found.url or web_address(saved.url or _saved_from(source)),
        notes=(*filter(None, [decoded.note]), *found.notes),
    )


def _found(reduced: Reduced) -> Extraction:
    """Return the article of a reduced page, or all its text with a note."""
    date = reduced.statements.published(title=reduced.title, today=last_day())
    if reduced.tags > limits.HTML_TAGS:
        return Extraction(reduced.text(), title=reduced.title, date=date, notes=(_TOO_MANY,))
    found = _article(reduced)
    return replace(
        found,
        text=found.text.replace("\n", "\n\n") or reduced.text(),
        title=found.title or reduced.title,
        date=date,
        notes=_notes(len(found.text), reduced),
    )


def _notes(found_chars: int, reduced: Reduced) -> tuple[str, ...]:
    """Yield notes on where the article may differ from what the page shows."""
    taken = found_chars or len(reduced.text())
    notes = () if found_chars else (_ALL_TEXT,)
    if reduced.has_scripts and taken < LITTLE_CHARS:
        return (*notes, _SCRIPTED.format(found=taken))
    missing = reduced.reading_chars - found_chars
    if found_chars and missing > max(_MISSING_CHARS, found_chars * _MISSING_SHARE):
        return (_SHORT.format(found=found_chars, shown=reduced.reading_chars),)
    return notes


def _strip_large(raw: bytes) -> bytes:
    """Return the page; if it is large, without embedded pictures, styles and scripts."""
    if len(raw) <= limits.HTML_BYTES:
        return raw
    light = strip_embedded(raw)
    if len(light) > limits.HTML_BYTES:
        raise ArticleError(
            f"the page has {len(light) / limits.MB:,.1f} MB without its pictures, styles and "
            f"scripts (at most {limits.HTML_BYTES // limits.MB} MB); add only the part you need, "
            "or paste it"
        )
    return light


def _saved_from(source: str) -> str:
    """Return the address that a browser wrote into a saved page, or None."""
    noted = _SAVED_FROM.search(source[:_NOTED_WITHIN])
    return noted[1] if noted else ""


def clear_caches() -> None:
    """Clear trafilatura's caches, which hold lines of what it read.

    trafilatura's own function for that also runs the garbage collector and logs.
    """
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] in _KEEPERS:
            for function in tuple(vars(module).values()):
                clear = getattr(function, "cache_clear", None)
                if callable(clear):
                    clear()


def _without_declaration(source: str) -> str:
    """Return the page without an XML declaration, with which lxml takes no decoded text."""
    page = source.lstrip()
    declaration = _XML_DECLARATION.match(page)
    return page[declaration.end() :] if declaration else page


def _reduced(source: str) -> Reduced:
    """Reduce the page, or raise if there is none."""
    etree = import_module("lxml.etree")
    try:
        return reduce_page(source)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError("no HTML could be read in it; paste the text instead") from error


def _article(reduced: Reduced) -> Extraction:
    """Run trafilatura; its exceptions count as not found."""
    trafilatura = import_module("trafilatura")  # a quarter of a second: only for the first page
    page = reduced.page()
    try:
        document = trafilatura.bare_extraction(
            page, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        ) or trafilatura.extract_metadata(page, date_config=_DATES)
    except _STUMBLES:
        document = None
    if document is None:
        return Extraction("")
    return Extraction(
        text=document.text or "",
        title=document.title,
        publisher=document.sitename,
        authors=author_names(_bylines(document.author)),
        url=web_address(document.url),
    )


def _bylines(author: object) -> tuple[str, ...]:
    """Return the names in trafilatura's author field, separated by semicolons."""
    given = author.split(";") if isinstance(author, str) else []
    return parse_authors(given[:AUTHORS])

"""HTML pages: the article in them as plain text, and what the page says about it.

The page is decoded here, reduced to a small one (`geo.text.readers.reduce`), and given to
trafilatura, which tells the article from menus and adverts. Where it finds none, or the page is too
large for it, all text of the page is taken and a note says so. Nothing is fetched: addresses are
text.
"""

import re
import sys
from dataclasses import replace
from importlib import import_module

from geo.errors import ArticleError
from geo.text.readers import limits
from geo.text.readers.brought import Found
from geo.text.readers.plain import decode
from geo.text.readers.reduce import Reduced, reduce_page
from geo.text.readers.tidy import day, people, web_address

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{2,30})""",
    re.IGNORECASE,
)
_CHARSET_WITHIN = 4096
_STUMBLES = (
    *(ValueError, TypeError, LookupError, AttributeError, RuntimeError, ArithmeticError),
    *(AssertionError, Warning),  # a warning where the caller has made it an error
)
_DATES = {"extensive_search": False, "original_date": True}
_KEEPERS = frozenset({"trafilatura", "htmldate", "courlan", "justext"})
_XML_DECLARATION = re.compile(r"<\?xml[^>]{0,200}>")
_ALL_TEXT = "No article was found in the page; all its text was taken, menus too."
_TOO_MANY = f"The page has more than {limits.HTML_TAGS:,} tags; all its text was taken, menus too."


def read_webpage(raw: bytes) -> Found:
    """Return the article of a page with title, date, site, authors and address where it says so.

    The title is the page's own heading or ``title``; the date is one that stands in the page
    outside its prose.
    """
    declared = _CHARSET.search(raw[:_CHARSET_WITHIN])
    source, note = decode(raw, declared=declared[1].decode("ascii") if declared else None)
    reduced = _reduced(_without_declaration(source))
    notes = [note] if note else []
    if reduced.tags > limits.HTML_TAGS:
        return Found(reduced.text(), title=reduced.title, notes=(*notes, _TOO_MANY))
    found = _article(reduced)
    return replace(
        found,
        text=found.text.replace("\n", "\n\n") or reduced.text(),
        title=found.title or reduced.title,
        notes=tuple(notes) if found.text else (*notes, _ALL_TEXT),
    )


def forget() -> None:
    """Empty the caches in which the article finder keeps lines of what it read.

    Its own function for that collects all garbage of the process and writes to the log.
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
    """Reduce the page, or say in words that there is none."""
    etree = import_module("lxml.etree")
    try:
        return reduce_page(source)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError("no HTML could be read in it; paste the text instead") from error


def _article(reduced: Reduced) -> Found:
    """Ask trafilatura; what it stumbles over counts as not found."""
    trafilatura = import_module("trafilatura")  # a quarter of a second: only for the first page
    page = reduced.page()
    try:
        document = trafilatura.bare_extraction(
            page, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        ) or trafilatura.extract_metadata(page, date_config=_DATES)
        # Asked again without the prose, from which a date would only be guessed.
        date = import_module("htmldate").find_date(reduced.facts(), **_DATES)
    except _STUMBLES:
        document = None
    if document is None:
        return Found("")
    return Found(
        text=document.text or "",
        title=document.title,
        date=day(date),
        publisher=document.sitename,
        authors=people([document.author]),
        url=web_address(document.url),
    )

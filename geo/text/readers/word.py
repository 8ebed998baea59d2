"""Word's .docx: a zip of XML parts, looked over before python-docx opens it.

Sizes are checked on the zip's directory, which also bounds what unpacking yields; a part with a
document type declaration is refused, since the format forbids it and entities need it. Text is
gathered from the paragraphs as they stand: those in tables, text boxes and content controls too,
with tracked insertions and without deletions. Spans of table cells are not followed (a span of a
billion columns is one number to write).
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from typing import Any

from geo.errors import ArticleError
from geo.text.readers import limits
from geo.text.readers.brought import Found
from geo.text.readers.tidy import people

_AGAIN = "open it in a word processor and save it again as .docx, or paste the text"
_SHORTEN = "bring the part that matters as a document of its own, or paste the text"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _ROW, _TEXT = _W + "p", _W + "tr", _W + "t"
_CHARS = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}
_CORE = "docProps/core.xml"
_NEEDED = "word/document.xml"
# What Word and python-docx write where nobody wrote a title or an author.
_NO_TITLE = frozenset({"word document", "document", "untitled"})
_NO_AUTHOR = frozenset({"python-docx", "microsoft office user", "unknown"})


def read_word(raw: bytes) -> Found:
    """Return the text of a .docx; title and author from its core properties.

    The day on which the file was made is no date of the article: it is the template's, or today's.

    Raises
    ------
    ArticleError
        For a zip that is no Word document, a damaged one, and one past the limits.
    """
    names = _looked_over(raw)
    docx = import_module("docx")  # loaded with the first document
    try:
        document = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(_paragraphs(document.element.body))
        about = document.core_properties if _CORE in names else None
        title = (about.title or "") if about else ""
        author = (about.author or "") if about else ""
    except Exception as error:  # of lxml, zlib, opc and docx, which share no class
        raise ArticleError(f"the Word document is damaged or of another kind; {_AGAIN}") from error
    return Found(
        text=text,
        title=None if title.strip().lower() in _NO_TITLE else title,
        authors=tuple(name for name in people([author]) if name.lower() not in _NO_AUTHOR),
    )


def _looked_over(raw: bytes) -> frozenset[str]:
    """Return the names of the zip's entries after checking them against the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            _check_xml(archive, entries)
    except ArticleError:
        raise
    except Exception as error:  # zlib and lzma raise classes of their own on bad streams
        raise ArticleError(f"the Word document is damaged; {_AGAIN}") from error
    return frozenset(entry.filename for entry in entries)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse by what the zip's directory says, before anything is unpacked."""
    if len(entries) > limits.DOCX_ENTRIES:
        raise ArticleError(
            f"it holds {len(entries):,} parts (at most {limits.DOCX_ENTRIES:,}); {_SHORTEN}"
        )
    if _NEEDED not in {entry.filename for entry in entries}:
        raise ArticleError(
            "it is a zip archive but no Word document (word/document.xml is missing); unpack it "
            "and bring the files inside"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise ArticleError("it is encrypted; save a copy without a password, or paste the text")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.DOCX_UNPACKED_BYTES:
        raise ArticleError(
            f"it unpacks to {unpacked / limits.MB:,.0f} MB "
            f"(at most {limits.DOCX_UNPACKED_BYTES // limits.MB} MB); {_SHORTEN}"
        )
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > limits.DOCX_RATIO_FROM_BYTES and ratio > limits.DOCX_RATIO:
            raise ArticleError(
                f"a part unpacks to {ratio:,.0f} times its size (at most {limits.DOCX_RATIO}), "
                f"as only zip bombs do; {_AGAIN}"
            )


def _check_xml(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse XML with a document type, and more of it than an article has."""
    parts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
    size = sum(entry.file_size for entry in parts)
    if size > limits.DOCX_XML_BYTES:
        raise ArticleError(
            f"it holds {size / limits.MB:,.0f} MB of text and formatting "
            f"(at most {limits.DOCX_XML_BYTES // limits.MB} MB); {_SHORTEN}"
        )
    tags = 0
    for entry in parts:
        xml = archive.read(entry)
        tags += xml.count(b"<")
        if tags > limits.DOCX_XML_TAGS:
            raise ArticleError(
                f"it holds more than {limits.DOCX_XML_TAGS:,} tags of formatting; {_SHORTEN}"
            )
        # In UTF-16 too: NULs between the letters are taken out for the search.
        if b"<!DOCTYPE" in xml or b"<!DOCTYPE" in xml.replace(b"\x00", b""):
            raise ArticleError(
                f"it declares a document type (DOCTYPE), which Word documents never do; {_AGAIN}"
            )


def _paragraphs(body: Any) -> Iterator[str]:  # noqa: ANN401  (lxml has no types)
    """Yield the paragraphs in reading order; what stands in one table row is one line.

    One walk over the tree with a stack, so that no nesting makes it slow. A text box is there
    twice, for today's programs and for old ones (Fallback): the second is left out.
    """
    walk = import_module("lxml.etree").iterwalk(
        body, events=("start", "end"), tag=(_P, _ROW, _TEXT, _FALLBACK, *_CHARS)
    )
    lines = [_Line(row=0)]
    open_lines = [0]
    rows, row, fallbacks = 0, 0, 0
    for event, element in walk:
        tag, step = element.tag, 1 if event == "start" else -1
        if tag == _FALLBACK:
            fallbacks += step
        elif fallbacks:
            continue
        elif tag == _ROW:
            rows, row = (rows + 1, rows + 1) if step > 0 else (rows, 0)
        elif tag == _P and step > 0:
            open_lines.append(len(lines))
            lines.append(_Line(row))
        elif tag == _P:
            open_lines.pop()
        elif step > 0:
            lines[open_lines[-1]].parts.append(_CHARS.get(tag) or element.text or "")
    for row, group in groupby(filter(_Line.text, lines), key=attrgetter("row")):
        texts = [line.text() for line in group]
        yield from [" | ".join(texts)] if row else texts


@dataclass(slots=True)
class _Line:
    """A paragraph being gathered, and the table row that it stands in (0: none)."""

    row: int
    parts: list[str] = dataclass_field(default_factory=list)

    def text(self) -> str:
        """Return what was gathered."""
        return "".join(self.parts).strip()

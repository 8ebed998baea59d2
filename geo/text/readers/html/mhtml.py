"""A page saved as one file (MHTML) by Chrome, Edge or Word: its HTML part and address.

The file is a MIME message with nested parts. Only the headers are parsed as such; the parts are
split at their boundary, and only the page is decoded.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser

from geo.decode import skip_utf8_mark
from geo.errors import ArticleError
from geo.text.readers.limits import MHTML_HEADER_BYTES, MHTML_NESTED, MHTML_PARTS

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page: its bytes, and the metadata in the MHTML headers."""

    html: bytes
    charset: str = ""
    url: str = ""
    title: str = ""


def read_mhtml(raw: bytes) -> SavedPage:
    """Return the page in an MHTML file, without its frames, styles and pictures.

    Raises
    ------
    ArticleError
        When there is no page in it.
    """
    top, body = _parted(raw)
    address = str(top.get("Snapshot-Content-Location") or top.get("Content-Location") or "").strip()
    pages = [part for part in _parts(top, body) if part[0].get_content_type() in _PAGES]
    if not pages:
        raise ArticleError("no HTML page was found in it; paste the text instead")
    start = str(top.get_param("start") or "")
    named = (
        part
        for part in pages
        if (start and part[0].get("Content-ID") == start)
        or (address and part[0].get("Content-Location") == address)
    )
    about, page = next(named, pages[0])
    return SavedPage(
        html=_decoded(page, str(about.get("Content-Transfer-Encoding") or "")),
        charset=str(about.get_param("charset") or ""),
        url=address or str(about.get("Content-Location") or "").strip(),
        title=_title(top),
    )


def _parted(raw: bytes) -> tuple[Message, bytes]:
    """Split headers from what follows them."""
    raw = skip_utf8_mark(raw).lstrip()
    gap = _BLANK_LINE.search(raw, 0, MHTML_HEADER_BYTES)
    head, body = (raw[: gap.start()], raw[gap.end() :]) if gap else (raw[:MHTML_HEADER_BYTES], b"")
    return BytesHeaderParser().parsebytes(head), body


def _parts(top: Message, body: bytes, depth: int = 0) -> Iterator[tuple[Message, bytes]]:
    """Yield headers and content of each part; the file itself where it has none."""
    boundary = top.get_boundary()
    if not boundary or depth == MHTML_NESTED:
        yield top, body
        return
    mark = re.escape(b"--" + boundary.encode("utf-8", "surrogateescape"))
    line = re.compile(rb"(?:^|\n)" + mark + rb"(--)?[ \t]*\r?(?=\n|$)")
    parts = line.split(body, MHTML_PARTS)
    for ends, part in zip(parts[1::2], parts[2::2], strict=True):
        if ends is None:
            yield from _parts(*_parted(part), depth + 1)


def _decoded(page: bytes, encoding: str) -> bytes:
    """Undo the transfer encoding."""
    kind = encoding.strip().lower()
    try:
        if kind == "quoted-printable":
            return quopri.decodestring(page)
        return binascii.a2b_base64(page) if kind == "base64" else page
    except ValueError as error:
        raise ArticleError("the saved page is damaged; save it again, or paste the text") from error


def _title(top: Message) -> str:
    """Return the subject, which is the title of the page."""
    try:
        return str(make_header(decode_header(str(top.get("Subject") or ""))))
    except (ValueError, LookupError):
        return ""

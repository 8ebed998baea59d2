"""A saved page without the pictures, fonts, styles, scripts and frames that were put inside it.

SingleFile and the like keep a whole page in one file, nine tenths of which are such data. They are
taken out in one pass over the bytes, before the limit on a page's size is looked at.
"""

import codecs
import re

_DATA = re.compile(rb"data:[\w.+/;=-]{0,160},[^\"'()\s<>]*", re.IGNORECASE)
_BULK = re.compile(rb"<(?:(script|style|svg)\b([^<>]{0,2000})|!--)", re.IGNORECASE)
_FRAME = re.compile(rb"(\ssrcdoc\s{0,9}=\s{0,9})(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_LONG_VALUE = re.compile(rb"=\"[^\"<>]{2000,}\"|='[^'<>]{2000,}'")
_COMMENT_BYTES = 2_000  # longer ones tell nothing of the page's address
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lighten(raw: bytes) -> bytes:
    """Return the page without scripts (but JSON-LD), styles, drawings and data addresses.

    Long comments, documents of frames and values of attributes that no reader sees go too.

    A page in UTF-16 or UTF-32 comes back in UTF-8 with its mark. An element that is not closed
    stays with all that follows it.
    """
    for mark, encoding in _WIDE:
        if raw.startswith(mark):
            raw = codecs.BOM_UTF8 + raw.decode(encoding, errors="replace").encode()
    low = raw.lower()
    kept, at = [], 0
    while bulk := _BULK.search(raw, at):
        close = b"</" + bulk[1].lower() if bulk[1] else b"-->"
        end = low.find(close, bulk.end())
        if end < 0:
            break
        stays = b"ld+json" in bulk[2].lower() if bulk[1] else end - bulk.end() < _COMMENT_BYTES
        kept.append(raw[at : end if stays else bulk.end()])
        if not stays and bulk[1]:
            kept.append(b">")
        at = end
    kept.append(raw[at:])
    light = _FRAME.sub(rb'\1""', _DATA.sub(b"data:,", b"".join(kept)))
    return _LONG_VALUE.sub(b'=""', light)

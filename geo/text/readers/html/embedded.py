"""Strip embedded pictures, fonts, styles, scripts and frames from a saved page.

SingleFile and similar tools save a page as one file, of which such data are nine tenths. They are
removed in one pass over the bytes, before the limit on a page's size is checked.
"""

import re

from geo.decode import marked_to_utf8

_DATA = re.compile(rb"data:[\w.+/;=-]{0,160},[^\"'()\s<>]*", re.IGNORECASE)
_BULK = re.compile(rb"<(?:(script|style|svg)\b([^<>]{0,2000})|!--)", re.IGNORECASE)
_FRAME = re.compile(rb"(\ssrcdoc\s{0,9}=\s{0,9})(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_LONG_VALUE = re.compile(rb"=\"[^\"<>]{2000,}\"|='[^'<>]{2000,}'")
_COMMENT_BYTES = 2_000  # longer ones do not contain the page's address


def strip_embedded(raw: bytes) -> bytes:
    """Return the page without scripts (but JSON-LD), styles, drawings and data addresses.

    Long comments, documents of frames and values of attributes that no reader sees go too.

    A page in UTF-16 or UTF-32 comes back in UTF-8 with its mark. An unclosed element is kept with
    all that follows it.
    """
    raw = marked_to_utf8(raw)
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

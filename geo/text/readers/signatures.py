"""File signatures: what a file is by its first bytes, whatever its name."""

import re

from geo.decode import skip_utf8_mark

PDF, ZIP, HTML = "a PDF", "a zip archive", "an HTML page"
MHTML = "a web page saved as one file (MHTML)"
GZIP = "a gzip archive"
WEBARCHIVE = "a Safari web archive"
OFFICE = "an old Office file, or a new one with a password"
_MEDIA = "a picture, sound or film"
_STARTS = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"bplist00", WEBARCHIVE),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", GZIP),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"%!PS", "a PostScript file"),
    (b"wOFF", "a font"),
    (b"OggS", _MEDIA),
    (b"ID3", _MEDIA),
)
_MAIL_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]")
_MULTIPART = re.compile(
    rb"^content-type:\s{1,9}(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE
)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
_MAIL_WITHIN = 4096


def sniff(raw: bytes) -> str | None:
    """Return what a file is in plain words ("a PNG image"), or None if unknown.

    HTML is recognised too, as it often has another extension.
    """
    for start, kind in _STARTS:
        if raw.startswith(start):
            return kind
    if raw[:4] == b"RIFF" and raw[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return _MEDIA
    if raw[4:8] == b"ftyp":
        return _MEDIA
    head = skip_utf8_mark(raw[:512]).lstrip()
    if head.startswith(b"%PDF-"):
        return PDF
    if _MAIL_HEADER.match(head) and is_mhtml(raw):
        return MHTML
    return HTML if head[:20].lower().startswith(_HTML_STARTS) else None


def sniff_pdf(raw: bytes) -> str | None:
    """Return `PDF` if its signature is in the first kilobyte: viewers allow junk before it."""
    return PDF if b"%PDF-" in raw[:1024] else sniff(raw)


def is_mhtml(raw: bytes) -> bool:
    """Return whether a file begins with the headers of a saved page: MIME, and HTML in it."""
    head = skip_utf8_mark(raw[:_MAIL_WITHIN]).replace(b"\r\n", b"\n")
    head = head.lstrip().partition(b"\n\n")[0]
    return b"mime-version:" in head.lower() and _MULTIPART.search(head) is not None

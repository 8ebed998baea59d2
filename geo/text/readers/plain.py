"""Plain text: from bytes of an encoding that is stated, or found by rules that are stated."""

import codecs
import contextlib
import re

from geo.errors import ArticleError
from geo.text.readers.brought import Found
from geo.text.readers.charsets import decode_declared, is_seven_bit
from geo.text.readers.tidy import counted

_BOMS = (  # UTF-32 before UTF-16: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WAY_OUT = "save it as plain text in UTF-8, or paste the text"
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Western European prose holds a few accented letters in a hundred; other scripts read as
# Windows-1252 come out as nothing but such letters.
_FOREIGN_SHARE = 0.25
_CONTROL_SHARE = 0.01
_NUL_SHARE = 0.01  # of a text in UTF-16 without a mark nearly half are; a stray one is damage


def read_plain(raw: bytes) -> Found:
    """Return the text of a plain text file; it states no title, date or author."""
    text, note = decode(raw)
    return Found(text=text, notes=(note,) if note else ())


def decode(raw: bytes, *, declared: str | None = None) -> tuple[str, str | None]:
    """Turn bytes into text and say how, where it was not plain UTF-8.

    In this order: a byte-order mark (UTF-8, UTF-16, UTF-32) decides; many NUL bytes mean no text, a
    few are left out; UTF-8 (which no text in another encoding is by chance); the declared encoding
    of a page, where it is known and fits; UTF-8 with a few damaged bytes; Windows-1252, where the
    outcome looks like Western European text.

    Parameters
    ----------
    raw
        The file.
    declared
        Name of an encoding that the file itself states, or None.

    Returns
    -------
    tuple
        The text, and a sentence for the reader (None for sound UTF-8 and UTF-16/32 with a mark).

    Raises
    ------
    ArticleError
        For binary bytes and for encodings that cannot be told; the message has no file name yet.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict(raw.removeprefix(mark), encoding)
    nuls = raw.count(b"\x00")
    if nuls > len(raw) * _NUL_SHARE:
        raise ArticleError(
            "the file holds NUL bytes, so it is no text (UTF-16 and UTF-32 are read only with a "
            f"byte-order mark); {_WAY_OUT}"
        )
    text, note = _unmarked(raw.replace(b"\x00", b""), declared)
    stray = f"{counted(nuls, 'NUL byte was', 'NUL bytes were')} left out." if nuls else None
    return _without_binary(text), " ".join(filter(None, (note, stray))) or None


def _unmarked(raw: bytes, declared: str | None) -> tuple[str, str | None]:
    """Decode without a mark, and say how where it was not plain."""
    if not is_seven_bit(raw, declared or ""):
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode("utf-8"), None
    found = decode_declared(raw, declared or "")
    if found and not found[1]:
        return found[0], None
    if damaged := _damaged_utf8(raw):
        return damaged
    if found:
        bytes_are = counted(found[1], "byte is", "bytes are")
        return found[0], f"{bytes_are} not {declared} and shown as \ufffd."
    return _western(raw)


def _strict(raw: bytes, encoding: str) -> tuple[str, str | None]:
    """Decode after a byte-order mark; damaged units become U+FFFD and are counted in the note."""
    text = raw.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    if damaged > len(text) * _FOREIGN_SHARE:
        raise ArticleError(
            f"the file begins with the mark of {encoding.upper()} but is not; {_WAY_OUT}"
        )
    # A character that was U+FFFD in the file is counted too: it is damage just the same.
    characters_are = counted(damaged, "damaged character is", "damaged characters are")
    note = f"{characters_are} shown as \ufffd." if damaged else None
    return _without_binary(text), note


def _damaged_utf8(raw: bytes) -> tuple[str, str] | None:
    """Decode UTF-8 that has more sound multi-byte characters than damaged bytes, or return None."""
    text = raw.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(1 for _ in _NON_ASCII.finditer(text)) - damaged
    if sound <= damaged:
        return None
    return text, f"{counted(damaged, 'byte is', 'bytes are')} not UTF-8 and shown as \ufffd."


def _western(raw: bytes) -> tuple[str, str]:
    """Decode Windows-1252, only where the outcome looks like Western European text."""
    refused = ArticleError(
        "the file is neither UTF-8 (or UTF-16 with a byte-order mark) nor Western European "
        f"Windows-1252; {_WAY_OUT}"
    )
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        raise refused from None
    letters = sum(1 for char in text if ord(char) > 0x7F and char.isalpha())  # noqa: PLR2004
    visible = len(text) - sum(map(text.count, " \n\r\t"))
    if letters > max(2, visible * _FOREIGN_SHARE):
        raise refused
    note = "Not UTF-8; read as Windows-1252 (Western European). Check accented letters and quotes."
    return text, note


def _without_binary(text: str) -> str:
    """Return the text unless control characters show that it is none."""
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > 2 + len(text) * _CONTROL_SHARE:
        raise ArticleError(f"the file holds binary data ({controls} control codes); {_WAY_OUT}")
    return text

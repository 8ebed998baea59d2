"""The decoder: from bytes to text, by fixed rules.

Letter statistics are not used. In names and headlines they are wrong more often than right:
charset-normalizer takes "Ísland" in Windows-1252 for Chinese and "Ålesund" for Persian.

The label that a web page declares is decoded as browsers decode it: gb2312 as GB 18030, shift_jis
as Windows-31J, euc-kr as Windows-949, iso-8859-1 as Windows-1252. Source of the labels: WHATWG,
Encoding Standard, section 4.2. Codecs that are not text encodings (zip, rot13, idna) and those that
browsers refuse (utf-7) stay out.
"""

import codecs
import contextlib
import re
from dataclasses import dataclass, replace
from functools import cache

from geo.characters import REPLACEMENT
from geo.errors import EncodingError

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Western European prose holds a few accented letters in a hundred; other scripts read as
# Windows-1252 come out as nothing but such letters.
_FOREIGN_SHARE = 0.25
_FEW = 2
_CONTROL_SHARE = 0.01
_NUL_SHARE = 0.01  # of a text in UTF-16 without a mark nearly half are; a stray one is damage
_LABEL_DAMAGE_SHARE = 0.05  # of the characters beyond ASCII; more shows that the label is wrong
_LABELS = {  # the labels that Python does not know, by a label that it knows
    **dict.fromkeys(("x-gbk", "csiso58gb231280", "gb_2312", "gb_2312-80"), "gbk"),
    **dict.fromkeys(("cn-big5", "x-x-big5"), "big5"),
    **dict.fromkeys(("x-sjis", "windows-31j"), "shift_jis"),
    "x-euc-jp": "euc-jp",
    **dict.fromkeys(("ks_c_5601-1989", "ksc5601", "windows-949", "iso-ir-149"), "euc-kr"),
    **{f"x-cp{number}": f"cp{number}" for number in range(1250, 1259)},
    **dict.fromkeys(("dos-874", "windows-874", "iso-8859-11", "iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("koi", "koi8", "koi8_r"), "koi8-r"),
    "koi8-ru": "koi8-u",
    **dict.fromkeys(("visual", "logical", "iso-8859-8-i", "iso-8859-8-e"), "iso-8859-8"),
    **dict.fromkeys(("sun_eu_greek", "ecma-118", "elot_928"), "iso-8859-7"),
    **dict.fromkeys(("x-mac-roman", "macintosh", "mac"), "mac-roman"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac-cyrillic"),
}
_ONE_BYTE = (
    *(f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp{number}" for number in range(1250, 1259)),
    *("cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
)
# What decodes a label; where Python has no single codec like the browsers' the best of two.
_LIKE_BROWSERS = {
    "iso-8859-1": ("cp1252",),
    "ascii": ("cp1252",),
    "iso-8859-9": ("cp1254",),
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "gb18030": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
    "big5hkscs": ("big5hkscs", "cp950"),
    "shift_jis": ("cp932",),
    "cp932": ("cp932",),
    "euc-jp": ("euc_jp", "euc_jis_2004"),
    "iso-2022-jp": ("iso2022_jp", "iso2022_jp_2004"),
    "euc-kr": ("cp949",),
    "cp949": ("cp949",),
}
_ESCAPES = re.compile(rb"\x1b[$(]")
# Windows-31J has no bytes A0 and FD to FF; Python turns them into these.
_NO_CHARACTERS = dict.fromkeys(range(0xF8F0, 0xF8F4), "\ufffd")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, and how it was decoded.

    Attributes
    ----------
    text
        Without a byte-order mark and without NUL.
    encoding
        Python's name for it; "cp1252 (guessed)" where nothing states it.
    note
        A sentence for the reader on what was guessed or repaired; None where nothing was.
    damaged
        How many bytes or characters are shown as U+FFFD or left out.
    """

    text: str
    encoding: str
    note: str | None = None
    damaged: int = 0


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """Decode bytes, with a note on how if it was not plain UTF-8.

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

    Raises
    ------
    EncodingError
        For binary data and unknown encodings; without file name or remedy.
    """
    bom, encoding = byte_order_mark(raw)
    if bom:
        return _decode_with_bom(raw.removeprefix(bom), encoding)
    nuls = raw.count(b"\x00")
    if nuls > len(raw) * _NUL_SHARE:
        raise EncodingError(
            "the file contains NUL bytes, so it is not text (UTF-16 and UTF-32 need a "
            "byte-order mark)"
        )
    found = _decode_without_bom(raw.replace(b"\x00", b""), declared or "")
    _check_is_text(found.text)
    if not nuls:
        return found
    stray = f"{number_with(nuls, 'NUL byte was', 'NUL bytes were')} left out."
    note = f"{found.note} {stray}" if found.note else stray
    return replace(found, note=note, damaged=found.damaged + nuls)


def byte_order_mark(raw: bytes) -> tuple[bytes, str]:
    """Return the byte order mark and its encoding; both empty if there is none."""
    return next((each for each in _MARKS if raw.startswith(each[0])), (b"", ""))


def skip_utf8_mark(raw: bytes) -> bytes:
    """Return what follows the byte order mark of UTF-8; all of it if there is none."""
    return raw.removeprefix(codecs.BOM_UTF8)


def marked_to_utf8(raw: bytes) -> bytes:
    """Return a text that has a byte order mark in UTF-8, with its mark; any other as it is.

    What cannot be decoded becomes U+FFFD, which `decode` counts as damage.
    """
    mark, encoding = byte_order_mark(raw)
    if not mark:
        return raw
    return codecs.BOM_UTF8 + raw.removeprefix(mark).decode(encoding, errors="replace").encode()


def number_with(number: int, one: str, more: str) -> str:
    """Return a number with its singular or plural words: "1 byte is", "2 bytes are"."""
    return f"{number:,} {one if number == 1 else more}"


def _decode_with_bom(raw: bytes, encoding: str) -> Decoded:
    """Decode after a byte-order mark."""
    text = raw.decode(encoding, errors="replace")
    # A character that was U+FFFD in the file is counted too: it is damage just the same.
    damaged = text.count(REPLACEMENT)
    if damaged > len(text) * _FOREIGN_SHARE:
        raise EncodingError(f"the file begins with the mark of {encoding.upper()} but is not")
    _check_is_text(text)
    characters_are = number_with(damaged, "damaged character is", "damaged characters are")
    note = f"{characters_are} shown as {REPLACEMENT}." if damaged else None
    return Decoded(text, encoding, note, damaged)


def _decode_without_bom(raw: bytes, declared: str) -> Decoded:
    """Decode without a mark."""
    if not _is_seven_bit(raw, declared):
        with contextlib.suppress(UnicodeDecodeError):
            return Decoded(raw.decode("utf-8"), "utf-8")
    stated = _decode_declared(raw, declared)
    if stated and not stated.damaged:
        return stated
    return _decode_damaged_utf8(raw) or stated or _decode_western(raw)


def _decode_declared(raw: bytes, label: str) -> Decoded | None:
    """Decode by a declared label, or return None if it is unknown or must be wrong."""
    outcomes = []
    for decoder in _decoders().get(_codec(label), ()):
        # GB 18030 has no single byte 0x80, which Windows and browsers read as a euro sign.
        errors = "euro_or_replace" if decoder == "gb18030" else "replace"
        text = raw.decode(decoder, errors=errors)
        text = text.translate(_NO_CHARACTERS) if decoder == "cp932" else text
        outcomes.append(_count_damage(text, decoder, label))
    if not outcomes:
        return None
    best = min(outcomes, key=lambda outcome: outcome.damaged)
    beyond_ascii = sum(not char.isascii() for char in best.text)
    return None if best.damaged > max(_FEW, beyond_ascii * _LABEL_DAMAGE_SHARE) else best


def _decode_damaged_utf8(raw: bytes) -> Decoded | None:
    """Decode UTF-8 with more valid multi-byte characters than damaged bytes, or return None."""
    found = _count_damage(raw.decode("utf-8", errors="replace"), "utf-8", "UTF-8")
    sound = sum(1 for _ in _NON_ASCII.finditer(found.text)) - found.damaged
    return found if sound > found.damaged else None


def _count_damage(text: str, encoding: str, called: str) -> Decoded:
    """Count what could not be decoded."""
    damaged = text.count(REPLACEMENT)
    bytes_are = number_with(damaged, "byte is", "bytes are")
    note = f"{bytes_are} not {called} and shown as {REPLACEMENT}." if damaged else None
    return Decoded(text, encoding, note, damaged)


def _decode_western(raw: bytes) -> Decoded:
    """Decode Windows-1252 if the result looks like Western European text."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = sum(found[0].isalpha() for found in _NON_ASCII.finditer(text))
    visible = len(text) - sum(map(text.count, " \n\r\t"))
    if not text or letters > max(_FEW, visible * _FOREIGN_SHARE):
        raise EncodingError(
            "the file is neither UTF-8 (or UTF-16 with a byte-order mark) nor Western European "
            "Windows-1252"
        )
    note = "Not UTF-8; read as Windows-1252 (Western European). Check accented letters and quotes."
    return Decoded(text, "cp1252 (guessed)", note)


def _check_is_text(text: str) -> None:
    """Raise if control characters show that it is binary."""
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > _FEW + len(text) * _CONTROL_SHARE:
        raise EncodingError(f"the file contains binary data ({controls} control codes)")


@cache
def _decoders() -> dict[str, tuple[str, ...]]:
    """Return the decoders by Python's codec name; loading is lazy."""
    known = {name: (name,) for name in _ONE_BYTE} | _LIKE_BROWSERS
    return {codecs.lookup(name).name: decoders for name, decoders in known.items()}


def _is_seven_bit(raw: bytes, label: str) -> bool:
    """Return whether bytes are ASCII in which escape codes turn to another script."""
    return _codec(label) == "iso2022_jp" and raw.isascii() and _ESCAPES.search(raw) is not None


def _codec(label: str) -> str:
    """Return Python's name for the encoding of a label, or nothing."""
    known = _LABELS.get(label.strip().lower(), label.strip())
    try:
        return codecs.lookup(known).name
    except (LookupError, ValueError):
        return ""


def _euro_or_replace(error: UnicodeError) -> tuple[str | bytes, int]:
    """Handle what GB 18030 does not know."""
    if isinstance(error, UnicodeDecodeError) and error.object[error.start] == 0x80:  # noqa: PLR2004
        return "€", error.start + 1
    return codecs.replace_errors(error)


codecs.register_error("euro_or_replace", _euro_or_replace)

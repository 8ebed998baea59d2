"""The encodings that a page of the web may declare, decoded as browsers decode them.

Authors write the label of an old standard and mean what browsers make of it: gb2312 is decoded as
GB 18030, shift_jis as Windows-31J, euc-kr as Windows-949, iso-8859-1 as Windows-1252. Source of the
labels: WHATWG, Encoding Standard, section 4.2. Codecs that are no encoding of text (zip, rot13,
idna) and those that browsers refuse (utf-7) stay out.
"""

import codecs
import re

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
_DECODERS = {codecs.lookup(name).name: (name,) for name in _ONE_BYTE} | {
    codecs.lookup(label).name: decoders
    for label, decoders in {
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
    }.items()
}
_SEVEN_BIT = {"iso2022_jp": re.compile(rb"\x1b[$(]")}
# Windows-31J has no bytes A0 and FD to FF; Python turns them into these.
_NO_CHARACTERS = dict.fromkeys(range(0xF8F0, 0xF8F4), "\ufffd")
_FEW = 2
_DAMAGE_SHARE = 0.05  # of the characters beyond ASCII; more shows that another encoding is meant


def decode_declared(raw: bytes, label: str) -> tuple[str, int] | None:
    """Decode bytes by the label of an encoding.

    Returns
    -------
    tuple or None
        The text, and how many damaged bytes stand in it as U+FFFD; None for a label that is
        unknown and for bytes that are damaged so often that the label must be wrong.
    """
    outcomes = []
    for decoder in _DECODERS.get(_codec(label), ()):
        # GB 18030 has no single byte 0x80, which Windows and browsers read as a euro sign.
        errors = "euro_or_replace" if decoder == "gb18030" else "replace"
        text = raw.decode(decoder, errors=errors)
        text = text.translate(_NO_CHARACTERS) if decoder == "cp932" else text
        outcomes.append((text.count("\ufffd"), text))
    if not outcomes:
        return None
    damaged, text = min(outcomes, key=lambda outcome: outcome[0])
    beyond_ascii = sum(not char.isascii() for char in text)
    return None if damaged > max(_FEW, beyond_ascii * _DAMAGE_SHARE) else (text, damaged)


def is_seven_bit(raw: bytes, label: str) -> bool:
    """Return whether bytes are ASCII in which escape codes turn to another script."""
    escapes = _SEVEN_BIT.get(_codec(label))
    return escapes is not None and raw.isascii() and escapes.search(raw) is not None


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

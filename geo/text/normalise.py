"""From bytes to text, once: decoding, line ends, composed letters, the way back to offsets."""

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from geo.errors import ArticleError

MAX_ARTICLE_BYTES = 2_000_000
MAX_CLUSTER = 32
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (a .docx is one too)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
)
_PIECE = re.compile(r"\r\n?|[\x00-\x7f]?[^\x00-\x7f]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SHOWN_NAME = 80


@dataclass(frozen=True)
class Normalised:
    """A text with LF line ends and composed letters, and where each part stood in the given text.

    `given` offsets are code points of the text as it came; `breaks` holds, in order, the pairs
    (offset here, offset there) at which the distance between the two changes.
    """

    text: str
    given: str
    starts_here: tuple[int, ...]
    starts_there: tuple[int, ...]

    def to_given(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the given text of `text[start:end]`."""
        first = self._there(start)
        return first, max(first, self._there(end))

    def _there(self, offset: int) -> int:
        index = bisect_right(self.starts_here, offset) - 1
        there = self.starts_there[index] + offset - self.starts_here[index]
        if index + 1 < len(self.starts_there):
            return min(there, self.starts_there[index + 1])
        return min(there, len(self.given))


def decode(raw: bytes, *, name: str, max_bytes: int = MAX_ARTICLE_BYTES) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    A byte order mark decides; else UTF-8; else Windows-1252 where every byte has a letter there
    (the name then says "guessed"). The mark itself is not part of the text.

    Raises
    ------
    ArticleError
        When the file is empty, too large, binary, or in no encoding that can be told.
    """
    shown = show_name(name)
    if len(raw) > max_bytes:
        raise ArticleError(
            f"{shown}: {len(raw) / 1e6:.1f} MB; a text may have {max_bytes / 1e6:.0f} MB at most. "
            "Split it, or keep only the article."
        )
    if not raw.strip():
        raise ArticleError(
            f"{shown}: the file is empty. An article needs at least one line of text."
        )
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise ArticleError(f"{shown}: this is {what}, not plain text. Save the text as .txt.")
    text, encoding = _decode_text(raw, shown)
    _check_is_text(text, shown)
    return text, encoding


def _decode_text(raw: bytes, shown: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError:
                raise ArticleError(
                    f"{shown}: begins as {encoding.upper()} but breaks off in it. Save it as UTF-8."
                ) from None
    if b"\x00" in raw:
        raise ArticleError(
            f"{shown}: holds zero bytes: it is binary, or UTF-16 without a mark. Save it as UTF-8."
        )
    for encoding, called in (("utf-8", "utf-8"), ("cp1252", "cp1252 (guessed)")):
        try:
            return raw.decode(encoding), called
        except UnicodeDecodeError:
            continue
    raise ArticleError(f"{shown}: neither UTF-8 nor Windows-1252 text. Save it as UTF-8.")


def _check_is_text(text: str, shown: str) -> None:
    if not text.strip():
        raise ArticleError(
            f"{shown}: the file is empty. An article needs at least one line of text."
        )
    if "\x00" in text or len(_CONTROLS.findall(text)) > len(text) // 100:
        raise ArticleError(
            f"{shown}: holds control bytes, so it is not plain text. Save it as .txt."
        )


def show_name(name: str) -> str:
    """Return a file name fit for a message: no control or direction characters, 80 at most."""
    kept = "".join(char if char.isprintable() else "?" for char in name[: 2 * _SHOWN_NAME])
    return kept[:_SHOWN_NAME] or "unnamed file"


def normalise(given: str) -> Normalised:
    """Return the text with LF line ends and letters composed (NFC), and the map between the two.

    A letter with more than 32 marks on it is no letter of any language and stays as it came.
    """
    parts: list[str] = []
    here, there = [0], [0]
    copied = length = 0
    for match in _PIECE.finditer(given):
        for start, end, new in _changes(given, match.start(), match.end()):
            parts += (given[copied:start], new)
            length += start - copied + len(new)
            copied = end
            _note(here, there, length - len(new), start)
            _note(here, there, length, end)
    parts.append(given[copied:])
    return Normalised("".join(parts), given, tuple(here), tuple(there))


def _note(here: list[int], there: list[int], at_here: int, at_there: int) -> None:
    if (here[-1], there[-1]) != (at_here, at_there):
        here.append(at_here)
        there.append(at_there)


def _changes(given: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if given[start] == "\r":
        yield start, end, "\n"
        return
    if end - start <= MAX_CLUSTER and unicodedata.is_normalized("NFC", given[start:end]):
        return
    for first, last in _clusters(given, start, end):
        cluster = given[first:last]
        if last - first <= MAX_CLUSTER:
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield first, last, composed


def _clusters(given: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield runs that compose among themselves: a letter with its marks, a syllable of Hangul."""
    first = start
    for index in range(start + 1, end):
        if not _joins(given[index]):
            yield first, index
            first = index
    yield first, end


def _joins(char: str) -> bool:
    return (
        unicodedata.combining(char) > 0
        or unicodedata.category(char) == "Mc"
        or ("\u1160" <= char <= "\u11ff")
    )

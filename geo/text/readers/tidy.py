"""Small pure helpers that the readers share: line ends, control characters, fields."""

import datetime as dt
import re
from collections.abc import Iterable

from geo.characters import CONTROLS, INSTEAD, TURNERS, whole
from geo.errors import ArticleError
from geo.text.readers.limits import (
    AUTHORS,
    FIELD_CHARS,
    LINE_CHARS,
    SHORT_TEXT_LINES,
    TEXT_LINES,
    URL_CHARS,
)

_LINE_END = re.compile(r"\r\n?|[\f\v]")
# C0 controls other than tab and line feed, and DEL; C1 is left alone (U+0085 is a line break).
_CONTROLS = dict.fromkeys(set(CONTROLS) - set(b"\t\n"))
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
_BIDI = dict.fromkeys(TURNERS)


def tidy(text: str) -> tuple[str, str | None]:
    r"""Return the text with ``\n`` line ends and no character that breaks what comes after.

    Control characters go, lone surrogates become U+FFFD; everything else (right-to-left and
    zero-width characters too) stays. The second value is a note for the reader, or None.
    """
    lines = _LINE_END.sub("\n", text)
    clean = lines.translate(_CONTROLS)
    dropped = len(lines) - len(clean)
    broken, clean = clean, whole(clean)
    damaged = clean.count(INSTEAD) - broken.count(INSTEAD)
    notes = []
    if dropped:
        notes.append(
            f"{counted(dropped, 'control character was', 'control characters were')} left out."
        )
    if damaged:
        characters_are = counted(damaged, "broken character is", "broken characters are")
        notes.append(f"{characters_are} shown as \ufffd.")
    return clean, " ".join(notes) or None


def counted(number: int, one: str, more: str) -> str:
    """Return a number with the words that fit it: "1 byte is", "2 bytes are"."""
    return f"{number:,} {one if number == 1 else more}"


def check_lines(text: str, *, most: int | None = None) -> None:
    """See that a text does not have more lines than an article of its length may have.

    Raises
    ------
    ArticleError
        When it has; the message has no file name yet.
    """
    if most is None:
        most = min(TEXT_LINES, max(SHORT_TEXT_LINES, len(text) // LINE_CHARS))
    if sum(map(bool, map(str.strip, text.split("\n")))) > most:
        raise ArticleError(
            f"it has more than {most:,} lines; bring it in parts, or paste the part that matters"
        )


def part(text: str) -> str:
    """Return the text with exactly one blank line between its paragraphs, none at the ends."""
    return _BLANK_LINES.sub("\n\n", text).strip()


def without_title(text: str, title: str | None) -> str:
    """Return the text without its first paragraph where that is the title once more."""
    if not title:
        return text
    first, _, rest = text.partition("\n\n")
    same = " ".join(first.split()).casefold() == " ".join(title.split()).casefold()
    return rest if same and rest.strip() else text


def field(value: object) -> str | None:
    """Return one metadata value as one clean line of at most 300 characters, or None."""
    if not isinstance(value, str):
        return None
    line = tidy(value[: 10 * FIELD_CHARS])[0].translate(_BIDI)
    return " ".join(line.split())[:FIELD_CHARS] or None


def day(value: object) -> str | None:
    """Return the ISO day that a value begins with, or None where it begins with none."""
    match = _DATE.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        return dt.date.fromisoformat(match[1]).isoformat()
    except ValueError:
        return None


def people(values: Iterable[object]) -> tuple[str, ...]:
    """Return the authors that the values name; several in one value are parted by semicolons."""
    names = (
        field(name)
        for value in values
        if isinstance(value, str)
        for name in value[: AUTHORS * FIELD_CHARS].split(";")
    )
    return tuple(dict.fromkeys(name for name in names if name))[:AUTHORS]


def web_address(value: object) -> str | None:
    """Return an http or https address of at most 2 000 printable ASCII characters, or None."""
    if not isinstance(value, str) or len(value) > URL_CHARS:
        return None
    address = value.strip()
    plain = address.isascii() and address.isprintable() and " " not in address
    return address if plain and address.startswith(("https://", "http://")) else None

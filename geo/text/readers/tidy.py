"""Helpers shared by the readers: line ends, control characters, fields."""

import re
from collections.abc import Iterable

from geo.characters import BIDI_CONTROLS, CONTROLS, REPLACEMENT, replace_surrogates
from geo.decode import number_with
from geo.text.readers.limits import AUTHORS, FIELD_CHARS, URL_CHARS

_LINE_END = re.compile(r"\r\n?|[\f\v]")
# C0 controls other than tab and line feed, and DEL; C1 is left alone (U+0085 is a line break).
_CONTROLS = dict.fromkeys(set(CONTROLS) - set(b"\t\n"))
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_BIDI = dict.fromkeys(BIDI_CONTROLS)


def tidy(text: str) -> tuple[str, str | None]:
    r"""Return the text with ``\n`` line ends and without unsafe characters.

    Control characters are removed, lone surrogates become U+FFFD; everything else (right-to-left
    and zero-width characters too) stays. The second value is a note for the reader, or None.
    """
    lines = line_feeds(text)
    clean = lines.translate(_CONTROLS)
    dropped = len(lines) - len(clean)
    broken, clean = clean, replace_surrogates(clean)
    damaged = clean.count(REPLACEMENT) - broken.count(REPLACEMENT)
    notes = []
    if dropped:
        notes.append(
            f"{number_with(dropped, 'control character was', 'control characters were')} left out."
        )
    if damaged:
        characters_are = number_with(damaged, "broken character is", "broken characters are")
        notes.append(f"{characters_are} shown as \ufffd.")
    return clean, " ".join(notes) or None


def line_feeds(text: str) -> str:
    r"""Return the text with ``\n`` for every line end, form feeds among them."""
    return _LINE_END.sub("\n", text)


def separate_paragraphs(text: str) -> str:
    """Return the text with exactly one blank line between its paragraphs, none at the ends."""
    return _BLANK_LINES.sub("\n\n", text).strip()


def without_title(text: str, title: str | None) -> str:
    """Return the text without its first paragraph if that repeats the title."""
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


def author_names(values: Iterable[object]) -> tuple[str, ...]:
    """Return the authors in the values; several in one value are separated by semicolons."""
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

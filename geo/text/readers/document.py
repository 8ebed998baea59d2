"""What a reader's file becomes: a text with what is known about it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "markdown", "html", "pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Brought:
    r"""The text of one file, and what the file says about itself.

    All metadata are the file's own claims, unchecked, for a reader to correct.

    Attributes
    ----------
    text
        Plain text; line ends are ``\n``; no NUL, no lone surrogate. For every kind but ``text``
        paragraphs are parted by one blank line, and a title that opened the text is not repeated.
    title, publisher, url
        As the file states them, or None. `url` is http or https only.
    date
        ISO 8601 day, or None.
    authors
        Names in the file's order; may be empty.
    kind
        Which reader took it.
    name
        The file's name, cleaned for showing; never a path to open.
    notes
        Sentences on what a reader should know: a guessed encoding, a page left out.
    """

    text: str
    title: str | None
    date: str | None
    publisher: str | None
    authors: tuple[str, ...]
    url: str | None
    kind: Kind
    name: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What one reader found, before the door cleans and checks it; same meaning as `Brought`."""

    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    notes: tuple[str, ...] = ()

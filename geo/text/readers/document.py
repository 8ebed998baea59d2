"""The result of reading a file: a text with metadata."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extraction:
    """The raw result of one kind's reader.

    Attributes
    ----------
    text
        Plain text.
    title, publisher, url
        As the file states them, or None.
    date
        ISO 8601 day, or None.
    authors
        Names in the file's order; may be empty.
    notes
        Notes for the reader: a guessed encoding, a page left out.
    """

    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document(Extraction):
    r"""An extraction that `dispatch` has cleaned and checked, under the name of its file.

    All metadata are as the file states them, unverified, for a reader to correct. In the text line
    ends are ``\n``, and there is no NUL and no lone surrogate; except in plain text paragraphs are
    separated by one blank line, and a title that opened the text is not repeated. `url` is http or
    https only. `name` is cleaned for showing, never a path to open.
    """

    name: str = ""

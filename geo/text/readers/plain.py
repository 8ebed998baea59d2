"""Plain text: uploads, shipped articles, and files given to a command."""

from pathlib import Path

from geo.decode import Decoded, decode
from geo.errors import ArticleError, EncodingError
from geo.text.readers.document import Extraction
from geo.text.readers.file_names import clean_name
from geo.text.readers.kinds import TEXT
from geo.text.readers.limits import check_size
from geo.text.readers.signatures import HTML, sniff


def read_plain(raw: bytes) -> Extraction:
    """Return the text of an upload, which has no metadata."""
    found = decode(raw)
    return Extraction(text=found.text, notes=(found.note,) if found.note else ())


def read_bytes(path: Path, *, max_bytes: int = TEXT.max_bytes) -> bytes:
    """Return a file's bytes, no more than are needed to see that it is too large.

    Raises
    ------
    ArticleError
        When it cannot be opened; names the file.
    """
    try:
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        shown = clean_name(path.name or str(path))
        raise ArticleError(f"{shown}: cannot be read ({reason}).") from error


def decode_file(raw: bytes, *, name: str, max_bytes: int = TEXT.max_bytes) -> Decoded:
    """Decode a shipped file or one given to a command, strictly.

    Raises
    ------
    ArticleError
        When the file is empty, too large, not plain text, or in an unknown encoding; names the
        file.
    """
    shown = clean_name(name)
    try:
        return _plain_text(raw, max_bytes)
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}.") from error
    except EncodingError as error:
        raise ArticleError(f"{shown}: {error}; save it as plain text in UTF-8.") from error


def _plain_text(raw: bytes, max_bytes: int) -> Decoded:
    check_size(len(raw), max_bytes, TEXT.called, "split it")
    if (content := sniff(raw)) not in {None, HTML}:
        raise ArticleError(f"it is {content}, not plain text; save the text as .txt")
    found = decode(raw)
    if not found.text.strip():
        raise ArticleError("the file is empty; an article needs at least one line of text")
    return found

"""Read XML element by element: no document type, no entity, no other file, nothing deep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn, Protocol
from xml.parsers import expat  # declarations of a document type end it: see `_refuse_doctype`

from geo import messages
from geo.decode import Decoded, byte_order_mark, decode, marked_to_utf8
from geo.errors import EncodingError, TrackError
from geo.measure.own_track import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.measure.own_track.rows import Rows

_NAME_CHARS = 40
_LATE = re.compile(rb"\A(\xef\xbb\xbf)?(\s+)(<\?xml[^>]*\?>)")
"""A declaration after blank lines, where none may stand; moved, so that lines keep their number."""
_DECLARED = re.compile(r"<\?xml[^>]*\?>")
_INVALID_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


class Sink(Protocol):
    """What takes the elements of one format; names come without their prefix."""

    texts: frozenset[str]
    """The elements whose text is asked for."""

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """Take the beginning of an element, and its line in the file."""

    def end(self, name: str, text: str) -> None:
        """Take the end of an element, with its text if it is one of `texts`."""

    def rows(self) -> Rows:
        """Return the points."""


class _Handlers:
    """The parser's handlers; the first element chooses the sink."""

    def __init__(
        self, name: str, sinks: Mapping[str, Callable[[str], Sink]], parser: expat.XMLParserType
    ) -> None:
        self.name = name
        self.sinks = sinks
        self.parser = parser
        self.sink: Sink | None = None
        self.depth = 0
        self.text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.depth += 1
        if self.depth > limits.DEPTH:
            raise TrackError(messages.TRACK_DEEP.format(name=self.name, most=limits.DEPTH))
        if self.sink is None:
            self.sink = self._choose(name)
        self.sink.start(name, attributes, self.parser.CurrentLineNumber)
        if name in self.sink.texts:
            self.text.clear()
            self.parser.CharacterDataHandler = self.text.append

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        self.depth -= 1
        assert self.sink is not None  # noqa: S101  no element ends before one begins
        if name in self.sink.texts:
            self.parser.CharacterDataHandler = None
            self.sink.end(name, "".join(self.text))
            self.text.clear()
        else:
            self.sink.end(name, "")

    def _choose(self, root: str) -> Sink:
        sink = self.sinks.get(root.lower())
        if sink is None:
            what = f"its XML begins with “{root[:_NAME_CHARS]}”"
            raise TrackError(messages.TRACK_UNKNOWN.format(name=self.name, what=what))
        return sink(self.name)

    def refuse_doctype(self, *_declared: object) -> NoReturn:
        raise TrackError(messages.TRACK_DOCTYPE.format(name=self.name))


def read_xml(raw: bytes, name: str, sinks: Mapping[str, Callable[[str], Sink]]) -> Rows:
    """Return the points of a file, by the sink of its first element.

    Prefixes are cut off rather than resolved: names of namespaces can be made to fill the memory.

    Raises
    ------
    TrackError
        When it declares a document type, is damaged, too deep, or of another kind.
    """
    marked = bool(byte_order_mark(raw)[0])
    text = _LATE.sub(rb"\1\3\2", marked_to_utf8(raw))
    try:
        return _parsed(text, "utf-8" if marked else None, name, sinks)
    except _NotUtf8Error as error:
        found = _decoded(text, error)
        rows = _parsed(_DECLARED.sub("", found.text).encode(), "utf-8", name, sinks)
        rows.notes.append(found.note or "")
        return rows


class _NotUtf8Error(TrackError):
    """A byte is none of the encoding that the file declares."""


def _decoded(raw: bytes, problem: TrackError) -> Decoded:
    """Return a text whose declared encoding is wrong, as it is decoded without one."""
    try:
        found = decode(raw)
    except EncodingError:
        found = None
    if found is None or found.note is None:
        raise TrackError(str(problem)) from problem
    return found


def _parsed(
    raw: bytes, encoding: str | None, name: str, sinks: Mapping[str, Callable[[str], Sink]]
) -> Rows:
    parser = expat.ParserCreate(encoding)
    handlers = _Handlers(name, sinks, parser)
    parser.buffer_text = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.StartDoctypeDeclHandler = handlers.refuse_doctype
    parser.EntityDeclHandler = handlers.refuse_doctype
    try:
        parser.Parse(raw, True)  # noqa: FBT003  its own signature
    except expat.ExpatError as error:
        why = f"line {error.lineno:,}: {expat.errors.messages.get(error.code, str(error))}"
        problem = _damaged(name, handlers, why)
        if error.code == _INVALID_TOKEN:
            raise _NotUtf8Error(str(problem)) from error
        raise problem from error
    except (LookupError, ValueError) as error:
        if isinstance(error, TrackError):
            raise
        raise _damaged(name, handlers, "its encoding is not known") from error
    assert handlers.sink is not None  # noqa: S101  a file without an element is an ExpatError
    return handlers.sink.rows()


def _damaged(name: str, handlers: _Handlers, why: str) -> TrackError:
    form = type(handlers.sink).__name__.upper() if handlers.sink else "XML"
    return TrackError(messages.TRACK_DAMAGED.format(name=name, form=form, why=why))

"""Read XML element by element: no document type, no entity, no other file, nothing deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol
from xml.parsers import expat  # declarations of a document type end it: see `_refuse_doctype`

from geo import messages
from geo.decode import byte_order_mark, marked_to_utf8
from geo.errors import TrackError
from geo.measure.own_track import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.measure.own_track.rows import Rows

_NAME_CHARS = 40


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
    parser = expat.ParserCreate("utf-8" if marked else None)
    handlers = _Handlers(name, sinks, parser)
    parser.buffer_text = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.StartDoctypeDeclHandler = handlers.refuse_doctype
    parser.EntityDeclHandler = handlers.refuse_doctype
    try:
        parser.Parse(marked_to_utf8(raw), True)  # noqa: FBT003  its own signature
    except expat.ExpatError as error:
        why = f"line {error.lineno:,}: {expat.errors.messages.get(error.code, str(error))}"
        raise _damaged(name, handlers, why) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, TrackError):
            raise
        raise _damaged(name, handlers, "its encoding is not known") from error
    assert handlers.sink is not None  # noqa: S101  a file without an element is an ExpatError
    return handlers.sink.rows()


def _damaged(name: str, handlers: _Handlers, why: str) -> TrackError:
    form = type(handlers.sink).__name__.upper() if handlers.sink else "XML"
    return TrackError(messages.TRACK_DAMAGED.format(name=name, form=form, why=why))

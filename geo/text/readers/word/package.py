"""The package of a Word file: zipped parts, found by relationships and content types (OPC).

A part is what the package says it is, whatever its name: relationships point to it, the content
type gives its kind (ECMA-376 part 2, "Open Packaging Conventions"). Only parts that are asked for
are unpacked, as a stream that ends at the limits on size, tags and attributes; the sizes stated in
the zip are not trusted. A document type declaration is refused, since the format forbids it and
entities need it.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import unquote
from xml.parsers import expat  # declarations of a document type end it: see `_refuse_doctype`

from geo.errors import ArticleError
from geo.text.readers import limits

AGAIN: Final = "open it in a word processor and save it again as .docx, or paste the text"
_SHORTEN: Final = "add the part you need as a separate document, or paste the text"
CONTENT_TYPES: Final = "[Content_Types].xml"
_ENTRY_MARK: Final = b"PK\x01\x02"  # precedes each entry of a zip's directory
# Expat before 2.6 reads an unfinished tag from its beginning with each chunk: few and large ones.
_CHUNK_BYTES: Final = limits.MB
_NAMESPACE_CHARS: Final = 300  # it is written out with each tag
_ENCRYPTED_FLAG: Final = 1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that the format allows
_TYPE_BASES: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",  # Strict Open XML
    "http://schemas.openxmlformats.org/package/2006/relationships/",
)


class DamagedPartError(Exception):
    """A part of a package that is missing, cannot be unpacked or is not well-formed XML."""


class Sink(Protocol):
    """Receives the XML events of a part; names are ``namespace local``."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take text inside the element that is open."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its kind (``footnotes``), its id, and the key of its target part."""

    kind: str
    id: str
    part: str


class Package:
    """An Office file, opened: which parts it has, and their XML within the limits.

    Raises
    ------
    DamagedPartError
        When the bytes are not a zip archive.
    ArticleError
        When it holds more parts than any document.
    """

    def __init__(self, raw: bytes) -> None:
        # Counted before the zip's directory is read: it makes an object of each entry.
        if (count := raw.count(_ENTRY_MARK)) > limits.DOCX_ENTRIES:
            raise ArticleError(
                f"it has {count:,} parts (at most {limits.DOCX_ENTRIES:,}); {_SHORTEN}"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except Exception as error:  # struct, zipfile and codecs share no class
            raise DamagedPartError("the zip archive") from error
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in self._zip.infolist():
            self._entries.setdefault(_key(entry.filename), []).append(entry)
        self._spent = _Usage()

    def has(self, part: str) -> bool:
        """Return whether there is a part of this name."""
        return _key(part) in self._entries

    def parse(self, part: str, sink: Sink) -> None:
        """Parse a part's XML into the sink.

        Raises
        ------
        DamagedPartError
            For a part that is missing or broken; events before the break have been delivered.
        ArticleError
            For an encrypted part, a document type declaration, and an exceeded limit.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = sink.start
        parser.EndElementHandler = sink.end
        parser.CharacterDataHandler = sink.text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartNamespaceDeclHandler = _check_namespace
        for chunk in self._unpacked(part):
            self._spent.add(chunk)
            _feed(parser, chunk, part)
        _feed(parser, b"", part, last=True)

    def head(self, part: str) -> bytes:
        """Return the first bytes of a part, or b'' if there is no such part."""
        try:
            return next(self._unpacked(part), b"")[:100]
        except DamagedPartError:
            return b""

    def relations(self, source: str = "") -> list[Relation]:
        """Return the relationships of a part, or of the package, whose targets are inside it."""
        folder, name = posixpath.split(_key(source))
        found = _Attributes("Relationship")
        stated_in = f"{folder}/_rels/{name}.rels"
        if self.has(stated_in):
            self.parse(stated_in, found)
        return [
            Relation(_kind(one.get("Type", "")), one.get("Id", ""), _resolved(folder, target))
            for one in found.rows
            if (target := one.get("Target")) and one.get("TargetMode") != "External"
        ]

    def content_type(self, part: str) -> str:
        """Return the content type that the package states for a part, or an empty string."""
        found = _Attributes("Override", "Default")
        self.parse(CONTENT_TYPES, found)
        wanted, ending = _key(part), _key(part).rpartition(".")[2]
        default = ""
        for one in found.rows:
            stated = one.get("ContentType", "").partition(";")[0].strip().lower()
            if _key(one.get("PartName", "")) == wanted:
                return stated
            if one.get("Extension", "").lower() == ending:
                default = stated
        return default

    def _unpacked(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of a part, chunk by chunk."""
        entries = self._entries.get(_key(part), [])
        if len(entries) != 1:  # programs would not agree on which of two is meant
            raise DamagedPartError(part)
        if entries[0].flag_bits & _ENCRYPTED_FLAG:
            raise ArticleError("it is encrypted; save a copy without a password, or paste the text")
        if entries[0].compress_type not in _METHODS:
            raise DamagedPartError(part)
        try:
            with self._zip.open(entries[0]) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    yield chunk
        except Exception as error:  # zlib, struct, zipfile and OSError share no class
            raise DamagedPartError(part) from error


@dataclass(slots=True)
class _Usage:
    """How much of a package's limits is used up, by all parts together."""

    xml_bytes: int = 0
    tags: int = 0
    attributes: int = 0

    def add(self, chunk: bytes) -> None:
        """Count a chunk of XML before it is parsed, in any encoding.

        Raises
        ------
        ArticleError
            A limit is passed; the message has no file name yet.
        """
        self.xml_bytes += len(chunk)
        self.tags += chunk.count(b"<")
        self.attributes += chunk.count(b"=")
        if self.xml_bytes > limits.DOCX_XML_BYTES:
            raise ArticleError(
                f"it has more than {limits.DOCX_XML_BYTES // limits.MB} MB of text and "
                f"formatting; {_SHORTEN}"
            )
        if self.tags > limits.DOCX_XML_TAGS:
            raise ArticleError(
                f"it has more than {limits.DOCX_XML_TAGS:,} formatting tags; {_SHORTEN}"
            )
        if self.attributes > limits.DOCX_XML_ATTRIBUTES:
            raise ArticleError(
                f"it has more than {limits.DOCX_XML_ATTRIBUTES:,} formatting attributes; {_SHORTEN}"
            )


class _Attributes:
    """A sink that keeps the attributes of the elements with one of these local names."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.rows: list[Mapping[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep the attributes of an element that is asked for."""
        if name.rpartition(" ")[2] in self._names:
            self.rows.append(attributes)

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, data: str) -> None:
        """No text is asked for."""


def _feed(parser: expat.XMLParserType, chunk: bytes, part: str, *, last: bool = False) -> None:
    """Parse a chunk."""
    try:
        parser.Parse(chunk, last)
    except ArticleError:  # raised by what the parser calls
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # an unknown encoding
        raise DamagedPartError(part) from error


def _refuse_doctype(*_declared: object) -> None:
    raise ArticleError(
        f"it declares a document type (DOCTYPE), which Word documents never do; {AGAIN}"
    )


def _check_namespace(_prefix: str | None, namespace: str | None) -> None:
    if len(namespace or "") > _NAMESPACE_CHARS:
        raise ArticleError(
            f"it names a namespace with more than {_NAMESPACE_CHARS} characters; {AGAIN}"
        )


def _key(name: str) -> str:
    """Return the form in which names of parts are compared: case and escapes do not count."""
    path = unquote(name).replace("\\", "/")
    return posixpath.normpath(f"/{path}").strip("/").casefold()


def _resolved(folder: str, target: str) -> str:
    """Return the key of the part that a relation's target names, seen from its source's folder."""
    path = target.partition("#")[0]
    return _key(path if path.startswith("/") else f"{folder}/{path}")


def _kind(relation_type: str) -> str:
    """Return a relation's type without the beginning that all of Office's share."""
    for base in _TYPE_BASES:
        if relation_type.lower().startswith(base.lower()):
            return relation_type[len(base) :]
    return relation_type

"""The kinds of files that are read, one entry each: how to recognise and read them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Final

from geo.text.readers.document import Extraction
from geo.text.readers.file_names import suffix_of
from geo.text.readers.limits import MB, PDF_FILE_CPU_S
from geo.text.readers.signatures import HTML, MHTML, PDF, ZIP, sniff, sniff_pdf


@dataclass(frozen=True)
class Reader:
    """What reads one kind of file.

    Attributes
    ----------
    called
        What such a file is, in words with an article.
    suffixes
        The endings of its files' names.
    module, function
        What extracts the text: a module of this package, loaded with the first file, and a function
        that takes the bytes and returns an `Extraction`.
    parsers
        What that module loads with its first file, to be loaded before by `prepare`.
    max_bytes
        The size of a file that is read.
    contents
        What `sniff` may say of its bytes, None where it says nothing.
    sniff
        Returns what the bytes are, None where it cannot say.
    is_literal
        Whether the text is taken as it stands, its paragraphs not separated.
    is_packed
        Whether a small file may hold the longest text that is taken.
    own_cpu_s
        Seconds of computing that a process of its own may take.
    """

    called: str
    suffixes: tuple[str, ...]
    module: str
    function: str
    max_bytes: int
    contents: frozenset[str | None]
    parsers: tuple[str, ...] = ()
    sniff: Callable[[bytes], str | None] = sniff
    is_literal: bool = False
    is_packed: bool = False
    own_cpu_s: float = 0.0

    def read(self, raw: bytes) -> Extraction:
        """Return what the file holds."""
        return self._load()(raw)

    def prepare(self) -> None:
        """Load what reads such files; else it is loaded with the first of them."""
        self._load()
        for parser in self.parsers:
            import_module(parser)

    def _load(self) -> Callable[[bytes], Extraction]:
        """Load the reader when it is first needed: the parsers are heavy."""
        reader: Callable[[bytes], Extraction] = getattr(
            import_module(f"geo.text.readers.{self.module}"), self.function
        )
        return reader


TEXT: Final = Reader(
    called="a plain text",
    suffixes=(".txt", ".text"),
    module="plain",
    function="read_plain",
    max_bytes=2 * MB,
    contents=frozenset({None, HTML}),
    is_literal=True,
)
READERS: Final = (
    TEXT,
    Reader(
        called="a Markdown text",
        suffixes=(".md", ".markdown"),
        module="markdown",
        function="read_markdown",
        max_bytes=2 * MB,
        contents=frozenset({None, HTML}),
    ),
    Reader(
        called="an HTML page",
        suffixes=(".html", ".htm", ".xhtml", ".mhtml", ".mht"),
        module="html",
        function="read_webpage",
        max_bytes=10 * MB,
        contents=frozenset({None, HTML, MHTML}),
        parsers=("trafilatura", "htmldate"),
    ),
    Reader(
        called="a PDF",
        suffixes=(".pdf",),
        module="pdf",
        function="read_pdf",
        max_bytes=5 * MB,
        contents=frozenset({PDF}),
        sniff=sniff_pdf,
        is_packed=True,
        own_cpu_s=PDF_FILE_CPU_S,
    ),
    Reader(
        called="a Word document",
        suffixes=(".docx", ".docm", ".dotx", ".dotm"),
        module="word",
        function="read_word",
        max_bytes=10 * MB,
        contents=frozenset({ZIP}),
        is_packed=True,
    ),
)
_BY_SUFFIX: Final[Mapping[str, Reader]] = MappingProxyType(
    {suffix: reader for reader in READERS for suffix in reader.suffixes}
)
SUFFIXES: Final = tuple(_BY_SUFFIX)


def reader_of(name: str) -> Reader | None:
    """Return what reads files of this name, or None where its ending says nothing that is read."""
    return _BY_SUFFIX.get(suffix_of(name))

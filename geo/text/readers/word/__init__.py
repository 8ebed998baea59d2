"""Word documents: the body of the main part, its notes, and the core properties.

`package` finds these parts; `story` decides what in them is text. Headers, footers, comments and
pictures are not read.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from geo.errors import ArticleError
from geo.text.readers.document import Extraction
from geo.text.readers.tidy import author_names
from geo.text.readers.word.names import ELEMENTS
from geo.text.readers.word.package import AGAIN, CONTENT_TYPES, DamagedPartError, Package, Sink
from geo.text.readers.word.story import Notes, Reference, Story
from geo.text.readers.word.styles import Styles

_MAIN_TYPES: Final = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
# What other files of zipped parts are, by the content type of the main part and by `mimetype`.
_OTHERS: Final = (
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "an Excel workbook"),
    ("application/vnd.ms-excel", "an Excel workbook"),
    ("application/vnd.openxmlformats-officedocument.presentationml", "a PowerPoint presentation"),
    ("application/vnd.ms-powerpoint", "a PowerPoint presentation"),
    ("application/vnd.ms-visio", "a Visio drawing"),
    ("application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    ("application/vnd.oasis.opendocument", "an OpenDocument file"),
    ("application/epub+zip", "an e-book (.epub)"),
)
_PAGES_PARTS: Final = ("Index/Document.iwa", "Index.zip")
_DAMAGED: Final = f"the Word document is damaged, or the file is something else; {AGAIN}"
_DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/ "
# What Word and python-docx write where nobody wrote a title or an author.
_NO_TITLE: Final = frozenset({"word document", "document", "untitled"})
_NO_AUTHOR: Final = frozenset({"python-docx", "microsoft office user", "unknown"})


def read_word(raw: bytes) -> Extraction:
    """Return the text of a Word document, with its tracked changes accepted.

    Footnotes and endnotes follow the body in the order of their references, which are written
    ``[1]`` in the text. Title and authors come from the core properties; their dates are the
    file's, not the article's. A damaged part other than the main one is skipped with a note.

    Raises
    ------
    ArticleError
        For a zip that is not a Word document, is damaged, or exceeds the limits.
    """
    try:
        package = Package(raw)
        roots = _main_and_core(package)
    except DamagedPartError as error:
        raise ArticleError(f"the Word document is damaged; {AGAIN}") from error
    document = _Document(package, roots["officeDocument"])
    text = document.text()
    core = _Core()
    if "metadata/core-properties" in roots:
        document.take("title and author", roots["metadata/core-properties"], core)
    title = core.values.get("title", "")
    author = core.values.get("creator", "")
    return Extraction(
        text=text,
        title=None if title.strip().lower() in _NO_TITLE else title,
        authors=tuple(name for name in author_names([author]) if name.lower() not in _NO_AUTHOR),
        notes=document.notes(),
    )


def _main_and_core(package: Package) -> Mapping[str, str]:
    """Return the parts of the package by kind; check that the main one is a Word document's."""
    if not package.has(CONTENT_TYPES):
        raise ArticleError(_other_kind(package))
    roots = {one.kind: one.part for one in reversed(package.relations())}
    main = roots.get("officeDocument")
    if main is None:
        raise DamagedPartError("_rels/.rels")
    stated = package.content_type(main)
    if stated not in _MAIN_TYPES:
        what = _named(stated)
        raise ArticleError(
            f"it is {what}, not a Word document; copy the text from there and paste it"
            if what
            else _DAMAGED
        )
    return roots


def _other_kind(package: Package) -> str:
    """Return what a zip is that is not an Office package."""
    what = _named(package.head("mimetype").decode("ascii", "replace").strip().lower())
    if any(map(package.has, _PAGES_PARTS)):
        what = "a document of Apple’s Pages"
    if what:
        return f"it is {what}, not a Word document; save it as .docx, or paste the text"
    return (
        f"it is a zip archive but not a Word document ({CONTENT_TYPES} is missing); unpack it "
        "and add the files inside"
    )


def _named(content_type: str) -> str:
    """Return a kind of file in plain words, or an empty string."""
    return next((name for start, name in _OTHERS if content_type.startswith(start)), "")


class _Document:
    """The main part of a package, with its related parts."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._lost: list[str] = []
        self._embedded = 0

    def text(self) -> str:
        """Return the body's paragraphs and those of the notes, separated by blank lines.

        Raises
        ------
        ArticleError
            The main part is damaged or no document; the message has no file name yet.
        """
        parts = self._related()
        styles = Styles()
        if "styles" in parts:
            self.take("the styles, which may hide text", parts["styles"], styles)
        story = Story(styles)
        try:
            self._package.parse(self._main, story)
        except DamagedPartError as error:
            raise ArticleError(_DAMAGED) from error
        if ELEMENTS.get(story.root) != "document":
            raise ArticleError(_DAMAGED)
        self._embedded = story.embedded
        texts = {
            kind: self._note_texts(kind, story, styles, parts) for kind in ("footnote", "endnote")
        }
        return "\n\n".join([*story.paragraphs(), *_numbered(story.references, texts)])

    def take(self, what: str, part: str, sink: Sink) -> None:
        """Parse a part into a sink; if it is damaged, remember what is lost."""
        try:
            self._package.parse(part, sink)
        except DamagedPartError:
            self._lost.append(what)

    def notes(self) -> tuple[str, ...]:
        """Return notes on what was not read."""
        notes = [f"Damaged, so not or not fully read: {what}." for what in self._lost]
        if self._embedded:
            notes.append(f"Not read: other documents embedded in this one ({self._embedded}).")
        return tuple(notes)

    def _related(self) -> Mapping[str, str]:
        """Return the parts related to the main part, by kind."""
        try:
            related = self._package.relations(self._main)
        except DamagedPartError:
            self._lost.append("the list of styles and notes")
            related = []
        return {one.kind: one.part for one in reversed(related)}

    def _note_texts(
        self, kind: str, story: Story, styles: Styles, parts: Mapping[str, str]
    ) -> Mapping[str, list[str]]:
        """Return the paragraphs of the notes of one kind that the text refers to, by id."""
        wanted = frozenset(note for of_kind, note in story.references if of_kind == kind)
        notes = Notes(styles, wanted)
        if wanted:
            self.take(f"the {kind}s", parts.get(f"{kind}s", ""), notes)
        return notes.texts


def _numbered(
    references: Mapping[Reference, int], texts: Mapping[str, Mapping[str, list[str]]]
) -> Iterator[str]:
    """Yield the notes' paragraphs in the order of their references, each note after its number."""
    for (kind, note), number in references.items():
        first, *others = texts[kind].get(note) or ("",)
        if first:
            yield f"[{number}] {first}"
            yield from others


class _Core:
    """The sink of the core properties: the values of Dublin Core elements, by name."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """Take the beginning of a property."""
        self._name = name.removeprefix(_DUBLIN_CORE) if name.startswith(_DUBLIN_CORE) else ""

    def end(self, _name: str) -> None:
        """Take the end of a property."""
        self._name = ""

    def text(self, data: str) -> None:
        """Take a property's value, or a part of it."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + data

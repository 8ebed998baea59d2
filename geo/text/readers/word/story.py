"""The text of a Word document's body and notes, with all tracked changes accepted.

Word calls a body, a footnote or a text box a story. One pass over the elements: what is deleted,
moved away, hidden, a field's code or a placeholder is skipped with its contents; all other text
counts, including tables, text boxes and content controls. Spans of table cells are ignored (a span
of a billion columns costs nothing to write).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geo.text.readers.word.lines import Line, Place, paragraphs, symbol
from geo.text.readers.word.names import ELEMENTS, is_on, relation_id, value
from geo.text.readers.word.styles import NOTHING, Hiding, Styles

_CHARS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tab": "\t",
        "ptab": "\t",
        "br": "\n",
        "cr": "\n",
        "noBreakHyphen": "\u2011",
        "softHyphen": "\u00ad",
    }
)
# The reading of a word in small letters above it, and how things were before a tracked change.
_NOT_READ: Final = ("rt", "rPrChange", "pPrChange", "trPrChange", "tcPrChange")

Reference = tuple[str, str]  # "footnote" or "endnote", and its id


@dataclass(slots=True)
class _Paragraph:
    """An open paragraph: its line, its style, and whether its end was deleted."""

    line: Line
    style: str = ""
    end_is_gone: bool = False


class Story:
    """The sink of the main part: collects lines and references to notes.

    Parameters
    ----------
    styles
        The document's styles, already parsed.

    Attributes
    ----------
    references
        The referenced notes, each with its number, in order.
    embedded
        How many embedded documents there are, which are not read.
    """

    def __init__(self, styles: Styles) -> None:
        self.references: dict[Reference, int] = {}
        self.embedded = 0
        self.root = ""
        self._styles = styles
        self._path: list[str] = []
        self._passed_over = 0  # depth of the element that is skipped with all it holds
        self._in_text = False
        self._marks = 0  # characters and symbols seen, hidden ones too
        self._alternatives: list[int] = []  # what `_marks` was before the branches
        self._runs: list[bool] = []  # of the open runs: whether they are hidden
        self._hidden = 0
        self._properties = NOTHING
        self._run_style = ""
        self._rows = [0]
        self._cells = [0]
        self._place = Place()
        self._counted = 0
        self._starts, self._ends = self._actions()
        self._begin()

    def _begin(self) -> None:
        """Begin with no lines."""
        self._lines = [Line(Place())]
        self._open = [_Paragraph(self._lines[0])]
        self._going_on: Line | None = None
        self._fields: list[bool] = []  # of the open fields: whether this is the code
        self._codes = 0

    def _actions(
        self,
    ) -> tuple[Mapping[str, Callable[[Mapping[str, str]], None]], Mapping[str, Callable[[], None]]]:
        """Return what is done where an element begins, and where it ends."""
        starts = {
            "p": self._start_paragraph,
            "pStyle": self._take_paragraph_style,
            "tr": self._start_row,
            "tc": self._start_cell,
            "r": self._start_run,
            "rPr": self._start_properties,
            "rStyle": self._take_run_style,
            "vanish": self._take_vanish,
            "webHidden": self._take_web_hidden,
            "hidden": self._take_hidden_row,
            "docPr": self._take_drawing,
            "vmlShape": self._take_shape,
            "del": self._take_removal,
            "moveFrom": self._take_removal,
            "cellDel": self._take_removed_cell,
            "showingPlcHdr": self._take_placeholder,
            "AlternateContent": self._start_alternatives,
            "Choice": self._start_branch,
            "Fallback": self._start_branch,
            "t": self._start_text,
            "sym": self._take_symbol,
            "fldChar": self._take_field_mark,
            "footnoteReference": self._take_footnote_mark,
            "endnoteReference": self._take_endnote_mark,
            "altChunk": self._take_embedded,
            "subDoc": self._take_embedded,
            "footnote": self._start_note,
            "endnote": self._start_note,
        } | dict.fromkeys(_NOT_READ, self._take_other)
        ends = {
            "p": self._end_paragraph,
            "tr": self._end_row,
            "tc": self._end_cell,
            "txbxContent": self._end_box,
            "r": self._end_run,
            "rPr": self._end_properties,
            "AlternateContent": self._end_alternatives,
            "t": self._end_text,
            "footnote": self._end_note,
            "endnote": self._end_note,
        }
        return starts, ends

    def paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs in reading order."""
        return paragraphs(self._lines)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self.root = self.root or name
        tag = ELEMENTS.get(name, "")
        self._path.append(tag)
        if self._passed_over:
            return
        if action := self._starts.get(tag):
            action(attributes)
        elif tag in _CHARS and self._parent() == "r":  # a tab in a paragraph's properties is none
            self._add(_CHARS[tag])

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        depth = len(self._path)
        tag = self._path.pop()
        if self._passed_over:
            if depth > self._passed_over:
                return
            self._passed_over = 0
        if action := self._ends.get(tag):
            action()

    def text(self, data: str) -> None:
        """Take text inside the element that is open."""
        if self._in_text and not self._passed_over:
            self._add(data)

    def _parent(self, levels: int = 1) -> str:
        """Return the name of an ancestor of the open element."""
        return self._path[-1 - levels] if len(self._path) > levels else ""

    def _pass_over(self, levels: int = 0) -> None:
        """Skip the rest of the open element, or of one of its ancestors."""
        self._passed_over = max(len(self._path) - levels, 1)

    def _add(self, text: str) -> None:
        """Append text to the line, unless it is hidden or part of another field's code."""
        self._marks += 1
        if self._is_shown():
            self._open[-1].line.parts.append(text)

    def _is_shown(self) -> bool:
        """Return whether text here is visible.

        A field's result inside another field's code is not. Field codes are not written as text
        elements; if one is, the field was never closed, and the text counts.
        """
        return not self._hidden and self._codes == (self._fields[-1] if self._fields else 0)

    # Paragraphs and tables.

    def _start_paragraph(self, _attributes: Mapping[str, str]) -> None:
        line = self._going_on
        if line is None or line.place != self._place:
            line = Line(self._place)
            self._lines.append(line)
        self._going_on = None
        self._open.append(_Paragraph(line))

    def _end_paragraph(self) -> None:
        closed = self._open.pop()
        self._going_on = closed.line if closed.end_is_gone else None
        if not closed.line.parts and self._lines[-1] is closed.line and not closed.end_is_gone:
            self._lines.pop()
        while self._fields and self._fields[-1]:  # a code ends with its paragraph
            self._mark_field("separate")

    def _start_row(self, _attributes: Mapping[str, str]) -> None:
        self._counted += 1
        self._rows.append(self._counted)
        self._place = Place(self._rows[-1], self._cells[-1])

    def _start_cell(self, _attributes: Mapping[str, str]) -> None:
        self._counted += 1
        self._cells.append(self._counted)
        self._place = Place(self._rows[-1], self._cells[-1])

    def _end_row(self) -> None:
        self._rows.pop()
        self._place = Place(self._rows[-1], self._cells[-1])

    def _end_cell(self) -> None:
        self._cells.pop()
        self._place = Place(self._rows[-1], self._cells[-1])

    def _end_box(self) -> None:
        self._going_on = None

    # Runs, and what hides them.

    def _start_run(self, _attributes: Mapping[str, str]) -> None:
        hidden = self._styles.hide(self._open[-1].style, "")
        self._runs.append(hidden)
        self._hidden += hidden

    def _end_run(self) -> None:
        self._hidden -= self._runs.pop()

    def _start_properties(self, _attributes: Mapping[str, str]) -> None:
        if self._parent() not in {"r", "pPr"}:
            self._pass_over()
        self._properties, self._run_style = NOTHING, ""

    def _end_properties(self) -> None:
        holder = self._path[-1] if self._path else ""
        hidden = self._styles.hide(self._open[-1].style, self._run_style, self._properties)
        if holder == "r":
            self._hidden += hidden - self._runs[-1]
            self._runs[-1] = hidden
        elif holder == "pPr":
            self._open[-1].end_is_gone |= hidden

    def _take_paragraph_style(self, attributes: Mapping[str, str]) -> None:
        if self._parent() == "pPr":
            self._open[-1].style = value(attributes)

    def _take_run_style(self, attributes: Mapping[str, str]) -> None:
        if self._parent() == "rPr":
            self._run_style = value(attributes)

    def _take_vanish(self, attributes: Mapping[str, str]) -> None:
        self._state(self._properties.stating("vanish", attributes))

    def _take_web_hidden(self, attributes: Mapping[str, str]) -> None:
        self._state(self._properties.stating("webHidden", attributes))

    def _state(self, properties: Hiding) -> None:
        if self._parent() == "rPr":
            self._properties = properties

    def _take_hidden_row(self, attributes: Mapping[str, str]) -> None:
        if self._parent() == "trPr" and is_on(attributes):
            self._pass_over(2)

    def _take_drawing(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden", "0") not in {"0", "false"}:
            self._marks += 1  # counted here, so that the fallback is not read instead
            self._pass_over(1)

    def _take_shape(self, attributes: Mapping[str, str]) -> None:
        if "visibility:hidden" in attributes.get("style", "").replace(" ", ""):
            self._pass_over()

    # What is not, or not here, part of the text.

    def _take_removal(self, _attributes: Mapping[str, str]) -> None:
        """Skip what was deleted or moved away: text, a paragraph's end, or a row."""
        parent = self._parent()
        if parent == "trPr":
            self._pass_over(2)
        elif parent == "rPr":
            self._open[-1].end_is_gone |= self._parent(2) == "pPr"
        else:
            self._pass_over()

    def _take_removed_cell(self, _attributes: Mapping[str, str]) -> None:
        if self._parent() == "tcPr":
            self._pass_over(2)

    def _take_placeholder(self, attributes: Mapping[str, str]) -> None:
        if self._parent() == "sdtPr" and is_on(attributes):
            self._pass_over(2)

    def _take_other(self, _attributes: Mapping[str, str]) -> None:
        self._pass_over()

    def _start_alternatives(self, _attributes: Mapping[str, str]) -> None:
        self._alternatives.append(self._marks)

    def _end_alternatives(self) -> None:
        self._alternatives.pop()

    def _start_branch(self, _attributes: Mapping[str, str]) -> None:
        """Read the first branch that holds text: all of them show the same."""
        if self._parent() == "AlternateContent" and self._marks != self._alternatives[-1]:
            self._pass_over()

    # Text and its substitutes.

    def _start_text(self, _attributes: Mapping[str, str]) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _take_symbol(self, attributes: Mapping[str, str]) -> None:
        self._add(symbol(value(attributes, "font"), value(attributes, "char")))

    def _take_field_mark(self, attributes: Mapping[str, str]) -> None:
        self._mark_field(value(attributes, "fldCharType"))

    def _mark_field(self, kind: str) -> None:
        """Note that a field begins, that its result begins after its code, or that it ends."""
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif self._fields:
            self._codes -= self._fields.pop()
            if kind == "separate":
                self._fields.append(False)

    def _take_footnote_mark(self, attributes: Mapping[str, str]) -> None:
        self._refer("footnote", attributes)

    def _take_endnote_mark(self, attributes: Mapping[str, str]) -> None:
        self._refer("endnote", attributes)

    def _refer(self, kind: str, attributes: Mapping[str, str]) -> None:
        if self._is_shown():
            number = len(self.references) + 1
            number = self.references.setdefault((kind, value(attributes, "id")), number)
            self._add(f"[{number}]")

    def _take_embedded(self, attributes: Mapping[str, str]) -> None:
        self.embedded += bool(relation_id(attributes))

    def _start_note(self, attributes: Mapping[str, str]) -> None:
        """Do nothing: notes are in separate parts, see `Notes`."""

    def _end_note(self) -> None:
        """Do nothing, as above."""


class Notes(Story):
    """The sink of a part of footnotes or endnotes: keeps those that the text refers to.

    Separators between text and notes are stored as unreferenced notes.

    Attributes
    ----------
    texts
        The paragraphs of each note, by its id.
    """

    def __init__(self, styles: Styles, wanted: frozenset[str]) -> None:
        self.texts: dict[str, list[str]] = {}
        self._wanted = wanted
        self._id = ""
        super().__init__(styles)

    def _start_note(self, attributes: Mapping[str, str]) -> None:
        self._id = value(attributes, "id")
        if self._id not in self._wanted or self._id in self.texts:
            self._pass_over()

    def _end_note(self) -> None:
        if paragraphs := list(self.paragraphs()):  # of one that is skipped there are none
            self.texts[self._id] = paragraphs
        self._begin()

    def _refer(self, kind: str, attributes: Mapping[str, str]) -> None:
        """Count nothing: there are no notes to notes."""

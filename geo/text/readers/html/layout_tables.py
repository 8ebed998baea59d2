"""Convert layout tables (those that contain another table) to blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from geo.text.readers.html.elements import TABLE_PARTS


class Element(Protocol):
    """An open element: its name, and its name in the small page ("" where it has none)."""

    tag: str
    shown: str


@dataclass(slots=True)
class _Table:
    """An open table: where its own tags are in the page, and whether they became blocks."""

    places: list[int] = field(default_factory=list)
    is_layout: bool = False


class Tables:
    """The open tables of a page that is written piece by piece.

    trafilatura puts the text of an inner table before that of the outer one, so a table in which
    another begins is converted to blocks, including what has been written of it.
    """

    def __init__(self, page: list[str]) -> None:
        self._page = page
        self._open: list[_Table] = []

    def start(self, tag: str, around: Sequence[Element]) -> str:
        """Return the name for a tag that is written next, inside the open elements `around`."""
        if tag == "table":
            if self._open and not self._open[-1].is_layout:
                self._lay_out(self._open[-1], around)
            self._open.append(_Table())
        if tag not in TABLE_PARTS or not self._open:
            return tag
        self._open[-1].places.append(len(self._page))
        return "div" if self._open[-1].is_layout else tag

    def end(self, tag: str) -> None:
        """Note that a tag's end was written last."""
        if tag in TABLE_PARTS and self._open:
            self._open[-1].places.append(len(self._page) - 1)
            if tag == "table":
                self._open.pop()

    def _lay_out(self, table: _Table, around: Sequence[Element]) -> None:
        table.is_layout = True
        for place in table.places:
            self._page[place] = "</div>" if self._page[place].startswith("</") else "<div>"
        for element in reversed(around):
            if element.shown and element.tag in TABLE_PARTS:
                element.shown = "div"
            if element.tag == "table":
                return

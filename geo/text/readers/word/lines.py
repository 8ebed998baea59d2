"""Lines of a Word document, collected from its paragraphs and table rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from geo.characters import SURROGATES

# Of the font Symbol, what degrees and figures are written with; other signs are ornaments.
_SYMBOLS: Final[Mapping[int, str]] = MappingProxyType(
    {0xB0: "\u00b0", 0xA2: "\u2032", 0xB2: "\u2033", 0xB1: "\u00b1", 0xB4: "\u00d7", 0xB7: "\u2022"}
)
_PRIVATE: Final = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Place:
    """The table row and cell of a paragraph; 0 outside of tables."""

    row: int = 0
    cell: int = 0


@dataclass(slots=True)
class Line:
    """A paragraph of the extracted text: one of the document's, or several joined."""

    place: Place
    parts: list[str] = dataclass_field(default_factory=list)

    def text(self) -> str:
        """Return the collected text."""
        return "".join(self.parts).strip()


def paragraphs(gathered: Iterable[Line]) -> Iterator[str]:
    """Yield the paragraphs in reading order.

    A table row whose cells have one paragraph each is one line; otherwise each paragraph is one.
    """
    for row, group in groupby(filter(Line.text, gathered), key=attrgetter("place.row")):
        lines = list(group)
        texts = [line.text() for line in lines]
        in_line = row and len({line.place.cell for line in lines}) == len(lines)
        yield from [" | ".join(texts)] if in_line else texts


def symbol(font: str, char: str) -> str:
    """Return the character of a symbol (`char` is hexadecimal), or ''."""
    try:
        code = int(char, 16)
    except ValueError:
        return ""
    if font == "Symbol":
        return _SYMBOLS.get(code & 0xFF, "")
    known = code in range(0x20, 0x110000) and code not in _PRIVATE and code not in SURROGATES
    return chr(code) if known else ""

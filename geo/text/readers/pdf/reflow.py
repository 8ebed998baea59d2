r"""Join lines of PDF pages into paragraphs.

A PDF has no paragraphs, only lines. The rules, in this order, for each line and the next:

1. a line at a page's top or bottom that is only a page number is dropped;
2. an empty line ends the paragraph;
3. a line that begins with a bullet begins a paragraph;
4. a line that ends a sentence and stops short of the page's usual width ends the paragraph, and so
   does a line of less than half the width that no lower-case letter follows (a heading);
5. every other line is joined to the next, across pages too, with one space between; with none
between Chinese, Japanese or Korean characters, and none after a hyphen.

A hyphen that broke a word at the line's end (a letter before, a lower-case letter after) becomes a
soft hyphen, U+00AD, which is what it is: ``North-`` ``ern`` gives ``North\u00adern``. Where the
same document writes the word with its hyphen inside a line (``ice-class``), the hyphen stays.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\W{0,4}", re.IGNORECASE
)
_BULLET = re.compile(r"[•▪◦‣●■○–—*-]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s")
_SENTENCE_ENDS = tuple(".!?:;…”\"'’)»。！？")
_COMPOUND = re.compile(r"(?<!\w)[^\W\d_]{1,40}-[^\W\d_]{1,40}(?!\w)")
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_HYPHENS = ("-", "\u2010", "\u00ad")
_SHORT, _HALF = 0.85, 0.5
_USUAL = 0.9  # the line that nine in ten do not exceed has the usual width
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    width: int


def reflow(pages: list[str]) -> str:
    """Return the pages' text as paragraphs separated by a blank line, by the rules above."""
    compounds = {match[0].lower() for page in pages for match in _COMPOUND.finditer(page)}
    paragraphs: list[list[str]] = [[]]
    before: _Line | None = None
    for line in _lines(pages):
        if before is None or not line.text or _breaks(before, line):
            paragraphs.append([])
        if line.text:
            _add(paragraphs[-1], line.text, compounds)
        before = line if line.text else None
    return "\n\n".join("".join(parts) for parts in paragraphs if parts)


def _lines(pages: list[str]) -> Iterator[_Line]:
    """Yield the lines without page numbers; pages end as lines do."""
    for page in pages:
        lines = [line.strip() for line in page.splitlines()]
        while lines and (not lines[-1] or _PAGE_NUMBER.fullmatch(lines[-1])):
            lines.pop()
        start = 0
        while start < len(lines) and (not lines[start] or _PAGE_NUMBER.fullmatch(lines[start])):
            start += 1
        widths = sorted(len(line) for line in lines if line)
        usual = widths[math.ceil(_USUAL * (len(widths) - 1))] if widths else 0
        yield from (_Line(line, usual) for line in lines[start:])


def _breaks(before: _Line, line: _Line) -> bool:
    """Return whether a new paragraph begins with this line."""
    if _BULLET.match(line.text):
        return True
    length = len(before.text)
    if before.text.endswith(_SENTENCE_ENDS) and length < _SHORT * before.width:
        return True
    return length < _HALF * before.width and not line.text[0].islower()


def _add(parts: list[str], line: str, compounds: set[str]) -> None:
    """Append a line to the current paragraph, with the right separator."""
    if not parts:
        parts.append(line)
        return
    last = parts[-1]
    if last.endswith(_HYPHENS) and (word := _LAST_WORD.search(last[-41:-1])):
        first = _FIRST_WORD.match(line)
        whole = f"{word[0]}-{first[0]}".lower() if first else ""
        if line[0].islower() and whole not in compounds:
            parts[-1] = last[:-1] + _SOFT_HYPHEN
    elif not (_is_cjk(last[-1]) and _is_cjk(line[0])):
        parts.append(" ")
    parts.append(line)


def _is_cjk(char: str) -> bool:
    """Return whether a character belongs to a script that is written without spaces."""
    return "\u3000" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or char >= "\uff00"

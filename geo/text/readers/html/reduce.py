"""Reduce untrusted HTML to a small, shallow page and to its bare text, in one linear pass.

libxml2 reads the page as a stream (no tree, so nesting costs nothing). What trafilatura gets has no
script, style, frame or picture, few and short attributes, and bounded depth: its cost then depends
on the text only.

A tag that browsers do not know (``app-root``, ``o:p``) is rendered as its parent's content: inline
in a line, a block among blocks.
"""

import html
import re
from dataclasses import dataclass, field
from importlib import import_module

from geo.text.readers import limits
from geo.text.readers.html.dates import Statements
from geo.text.readers.html.elements import (
    BLOCKS,
    DROPPED_INLINE,
    EMPTY,
    FLOW,
    HEADINGS,
    KNOWN,
    MAY_BE_LEFT_OUT,
    PROSE,
    REST_HEADING,
    UNFIT,
    VOID,
    is_concealed,
    is_margin,
    is_unseen,
    kept_attributes,
    plain_name,
)
from geo.text.readers.html.layout_tables import Tables

_SPACES = re.compile(r"[ \t\n\r\f]+")
_SPACES_IN_LINE = re.compile(r"[ \t]+")
_LD_JSON = "application/ld+json"
_PARAGRAPH_CHARS = 80  # a longer block is prose, not a button
LITTLE_CHARS = 300  # a page with less visible text is checked for hidden text
_MAX_LINKED = 0.5  # of the text of a paragraph; above, it is a list of links


@dataclass(slots=True)
class _Frame:
    """The inside of an unknown tag among blocks, or the page itself.

    `flows` is whether there was text since the last block, `holds_blocks` whether there was one;
    `waiting` are the unknown tags that ended with nothing after them yet, each with the places of
    its marks in the page and in the text.
    """

    flows: bool = False
    holds_blocks: bool = False
    marks: list[tuple[list[str], int, str]] = field(default_factory=list)
    waiting: list[list[tuple[list[str], int, str]]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An open tag: its name in the small page ("" where it has none), and what it counts for."""

    tag: str
    is_flow: bool
    shown: str = ""
    frame: _Frame | None = None
    heading: str = ""
    is_margin: bool = False
    marked_from: int = -1


# Of tags beyond the limit only the name counts.
_UNKNOWN = {is_flow: _Open("", is_flow=is_flow) for is_flow in (False, True)}
_BEYOND = {tag: _Open(tag, is_flow=tag in FLOW) for tag in KNOWN}


class Reduced:
    """Target of the stream parser: collects the small page, the bare text and what is stated.

    Parameters
    ----------
    all_parts
        Also read what is hidden or shown only without scripts.

    Attributes
    ----------
    tags
        How many tags were opened, those of scripts and pictures left out.
    title
        Text of the first ``title``.
    statements
        The page's metadata.
    concealed_chars
        Text that was left out as hidden.
    reading_chars
        Text of the paragraphs that a reader sees outside menus, comments and the like.
    has_scripts
        Whether there are scripts, which may show more in a browser.
    """

    def __init__(self, *, all_parts: bool = False) -> None:
        self.tags = 0
        self.title = ""
        self.statements = Statements()
        self.concealed_chars = 0
        self.reading_chars = 0
        self.has_scripts = False
        self._all_parts = all_parts
        self._page: list[str] = []
        self._text: list[str] = []
        self._open: list[_Open] = []
        self._frames = [_Frame()]
        self._tables = Tables(self._page)
        self._depth = self._prose = self._links = 0
        self._margins = self._mains = 0
        self._skipping = self._unseen = 0
        self._is_concealed = False
        self._in_title = self._is_full = self._is_below = False
        self._ld_json: list[str] | None = None
        self._block: list[str] = []
        self._heading = ""
        self._block_chars = self._linked_chars = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a tag."""
        if ":" in tag:
            tag = plain_name(tag)
        if self._skipping:
            self._skipping += 1
            self._unseen += self._unseen > 0 or is_unseen(tag, attributes)
            return
        if tag in EMPTY:
            self._open.append(_UNKNOWN[self._is_flow()])
            self._count(self._open[-1], 1)
            return
        if (attributes or tag in MAY_BE_LEFT_OUT) and self._skips(tag, attributes):
            return
        self.tags += 1
        if self.tags > limits.HTML_TAGS:
            self._start_beyond(tag)
            return
        is_known = tag in KNOWN
        opened = _Open(tag, is_flow=tag in FLOW if is_known else self._is_flow())
        in_line = self._prose or self._frames[-1].flows
        is_plain = is_known and not (in_line and tag in DROPPED_INLINE)
        if is_plain:
            self._break(tag)
        self._count(opened, 1)
        if is_plain:
            opened.shown = self._show(tag, attributes)
        elif opened.is_flow and not self._frames[-1].flows:
            opened.frame = self._start_unknown(attributes)
        self._state(opened, attributes)
        self._in_title = tag == "title" and not self.title
        self._open.append(opened)

    def end(self, _tag: str) -> None:
        """Close a tag."""
        if self._skipping:
            self._skipping -= 1
            self._unseen -= self._unseen > 0
            if not self._skipping and self._ld_json is not None:
                self._close_ld_json(self._ld_json)
            return
        opened = self._open.pop()
        self._in_title = False
        if opened.marked_from >= 0:
            last = opened.marked_from + limits.HTML_LINE_PARTS
            self.statements.mark(self._text[opened.marked_from : last])
        if opened.tag in KNOWN and opened.tag != "br":  # it has broken the line already
            self._break(opened.tag)
        if opened.shown and opened.tag not in VOID:
            self._page.append(f"</{opened.shown}>")
            self._tables.end(opened.tag)
        if opened.frame:
            self._end_unknown(opened.frame)
        self._count(opened, -1)

    def data(self, data: str) -> None:
        """Take text."""
        if self._skipping:
            if self._ld_json is not None:
                self._ld_json.append(data)
            elif self._is_concealed and not self._unseen:
                self.concealed_chars += len(data.strip())
            return
        if not data.isprintable():
            data = UNFIT.sub("", data)
        if self._in_title:
            self.title += data[: limits.FIELD_CHARS]
        elif data.strip():
            self._take(data)
        elif self._text and not self._text[-1].isspace():
            self._text.append(" ")
        if not self._is_full:
            self._page.append(html.escape(data, quote=False))

    def close(self) -> "Reduced":
        """Return itself: lxml returns the result of the target's close."""
        return self

    def page(self) -> str:
        """Return the small page."""
        return "".join(self._page)

    def text(self) -> str:
        """Return all text of the page, a blank line between blocks, runs of white space as one."""
        paragraphs = (
            "\n".join(line.strip(" ") for line in _SPACES_IN_LINE.sub(" ", block).split("\n"))
            for block in "".join(self._text).split("\0")
        )
        return "\n\n".join(block.strip("\n") for block in paragraphs if block.strip())

    def _skips(self, tag: str, attributes: dict[str, str]) -> bool:
        """Start skipping an element and its contents if it is not text of the page."""
        unseen = is_unseen(tag, attributes)
        self._is_concealed = not unseen and is_concealed(tag, attributes)
        if not unseen and (self._all_parts or not self._is_concealed):
            return False
        self._skipping = 1
        self._unseen = int(unseen)
        if tag == "script" and attributes.get("type", "").strip().lower() == _LD_JSON:
            self._ld_json = []
        elif tag == "script":
            self.has_scripts = True
        return True

    def _take(self, data: str) -> None:
        """Process text: unknown tags before it in the same line are part of that line."""
        frame = self._frames[-1]
        frame.flows = True
        if frame.waiting:
            frame.waiting.clear()
        self._text.append(_SPACES.sub(" ", data))
        if self._margins or self._is_full:
            return
        self._block_chars += len(data)
        self._linked_chars += len(data) if self._links else 0
        if len(self._block) < limits.HTML_LINE_PARTS:
            self._block.append(data[: limits.FIELD_CHARS].strip())
            self._heading = self._open[-1].heading if self._open else ""

    def _start_beyond(self, tag: str) -> None:
        """Open a tag beyond the limit: only text is kept; unknown tags among blocks separate it."""
        self._is_full, self._in_title = True, False
        if tag in KNOWN:
            self._break(tag)
        elif self._is_flow():
            self._text.append("\n")
        self._open.append(_BEYOND.get(tag) or _UNKNOWN[self._is_flow()])

    def _is_flow(self) -> bool:
        """Return whether an unknown tag here is among blocks, like its parent."""
        return self._open[-1].is_flow if self._open else True

    def _start_unknown(self, attributes: dict[str, str]) -> _Frame:
        """Open an unknown tag that may be a block; what follows decides."""
        frame = _Frame()
        if self._fits():
            frame.marks.append((self._page, len(self._page), kept_attributes(attributes)))
            self._page.append("")
        frame.marks.append((self._text, len(self._text), "\0"))
        self._text.append("")
        self._frames.append(frame)
        return frame

    def _end_unknown(self, frame: _Frame) -> None:
        """Close it, and wait for what follows."""
        frame.holds_blocks = frame.holds_blocks or bool(frame.waiting)
        self._settle(self._frames.pop())
        if len(frame.marks) > 1:
            tag = "div" if frame.holds_blocks else "p"
            page, place, attributes = frame.marks[0]
            frame.marks[0] = (page, place, f"<{tag}{attributes}>")
            frame.marks.append((page, len(page), f"</{tag}>"))
            page.append("")
        frame.marks.append((self._text, len(self._text), "\0"))
        self._text.append("")
        self._frames[-1].waiting.append(frame.marks)

    @staticmethod
    def _settle(frame: _Frame) -> None:
        """Make the unknown tags just before a block, or before its end, blocks too."""
        for marks in frame.waiting:
            for parts, place, mark in marks:
                parts[place] = mark
        frame.waiting.clear()

    def _break(self, tag: str) -> None:
        """Mark a break in the text; the parser never emits NUL, so it separates blocks."""
        if tag in BLOCKS:
            frame = self._frames[-1]
            frame.flows, frame.holds_blocks = False, True
            if frame.waiting:
                self._settle(frame)
            if not self._is_full:
                self._end_block()
                if not self._fits():
                    self._page.append("<br>")
            self._text.append("\0")
        elif tag == "br":
            self._text.append("\n")
            if not self._is_full:
                self._end_line()
        elif tag in {"td", "th"}:
            self._text.append(" ")

    def _end_block(self) -> None:
        """Count a visible block, and pass its text on to the statements."""
        if self._heading in {"h2", "h3"} and REST_HEADING.match(self._block[0]):
            self._is_below = True
        is_read = self._block_chars >= _PARAGRAPH_CHARS and not self._is_below
        if is_read and self._linked_chars < _MAX_LINKED * self._block_chars:
            self.reading_chars += self._block_chars
        self._block_chars = self._linked_chars = 0
        self._end_line()

    def _end_line(self) -> None:
        if self._block or self.statements.held:
            self.statements.block(self._block, heading=self._heading, is_main=self._mains > 0)
            self._block = []
        self._heading = ""

    def _show(self, tag: str, attributes: dict[str, str]) -> str:
        """Write a tag to the small page if there is room, and return its name there."""
        if not self._fits():
            return ""
        shown = self._tables.start(tag, self._open)
        self._page.append(f"<{shown}{kept_attributes(attributes)}>")
        return shown

    def _fits(self) -> bool:
        return self._depth <= limits.HTML_DEPTH and not self._is_full

    def _count(self, opened: _Open, step: int) -> None:
        """Count an open tag in or out; unused once the page is full."""
        if self._is_full:
            return
        self._depth += step
        self._prose += step * (opened.tag in PROSE)
        self._links += step * (opened.tag == "a")
        self._margins += step * opened.is_margin
        self._mains += step * (opened.tag in {"article", "main"})

    def _state(self, opened: _Open, attributes: dict[str, str]) -> None:
        """Pass a tag's attributes on to the statements."""
        parent = self._open[-1].heading if self._open else ""
        opened.heading = opened.tag if opened.tag in HEADINGS else parent
        if opened.tag == "meta":
            self.statements.meta(attributes)
        elif is_margin(opened.tag, attributes):
            opened.is_margin = True
            self._margins += 1
        elif attributes and not self._margins:
            before = self._block[-1] if self._block else ""
            is_main = self._mains > 0
            self.statements.element(opened.tag, attributes, is_main=is_main, before=before)
            if self.statements.is_marked(attributes):
                opened.marked_from = len(self._text)

    def _close_ld_json(self, parts: list[str]) -> None:
        """Keep a page's own JSON-LD (it holds date and author) if it is valid and short."""
        self._ld_json = None
        if written := self.statements.take_json("".join(parts)):
            self._page.append(f'<script type="{_LD_JSON}">{written}</script>')


def reduce_page(source: str) -> Reduced:
    """Parse a page and return its reduced forms; if most of it is hidden, including that.

    Raises
    ------
    lxml.etree.LxmlError
        Where libxml2 finds nothing to read.
    """
    reduced = _parse(source, Reduced())
    is_bare = reduced.reading_chars < LITTLE_CHARS < reduced.concealed_chars
    if is_bare and reduced.concealed_chars > len(reduced.text()):
        return _parse(source, Reduced(all_parts=True))
    return reduced


def _parse(source: str, target: Reduced) -> Reduced:
    """Stream the page through libxml2 into the target."""
    etree = import_module("lxml.etree")  # loaded with the first page
    # huge_tree lifts libxml2's depth of 256, below which it silently drops text; without a tree
    # there is nothing that could grow. NULs are gone, as they part the blocks above.
    parser = etree.HTMLParser(target=target, huge_tree=True, no_network=True)
    parser.feed(source)
    reduced: Reduced = parser.close()
    return reduced

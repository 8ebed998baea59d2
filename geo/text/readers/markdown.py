r"""Markdown to plain text: strip the markup, render nothing.

A deliberate subset, line by line: headings, emphasis, links (their text), images (dropped), lists,
quotes, tables, code, raw HTML tags, comments, scripts, and a front matter of ``key: value`` lines.
Every pattern is linear in the length of a line: no repetition follows another that can match the
same characters.
"""

import re
from dataclasses import dataclass
from typing import Literal

from geo.decode import decode
from geo.text.dates import as_date
from geo.text.readers.document import Extraction
from geo.text.readers.limits import check_lines
from geo.text.readers.tidy import author_names, line_feeds, separate_paragraphs, web_address

_FENCE = re.compile(r"[ \t]{0,3}(?:`{3,}|~{3,})")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_ITEM = re.compile(r"[ \t]{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_TABLE_RULE = frozenset(" \t:|-")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\[\]\n^]{1,200}\]:[ \t]")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]]*\])?")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]]*\])")
_AUTO_LINK = re.compile(r"<(https?://[^<>\s]*)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKED = re.compile(r"(\*{1,3}|~~|(?<!\w)_{1,3})(?=[^\s*_~])([^*_~\n]*[^\s*_~])\1(?!\w)")
_STAR_MARKED = re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1")
_CODE = re.compile(r"(`{1,3})([^`\n]+)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_KEY = re.compile(r"([A-Za-z_][\w-]{0,39}):[ \t]*(.*)")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")
# An escaped mark is hidden from the patterns as a private-use character until they have run.
_ESCAPED = 0x10FE00
_UNESCAPE = {_ESCAPED + code: chr(code) for code in range(0x21, 0x7F)}
_FRONT_LINES = 200
_NESTED_EMPHASIS = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without markup, and whether the next one continues it."""

    text: str
    mark: Literal["flow", "item", "heading", "alone"]


def read_markdown(raw: bytes) -> Extraction:
    """Return the text of a Markdown file; title and date from its front matter or first heading.

    Front matter keys that are understood: title, date, author(s), publisher, source or site, url,
    link or canonical. Its other keys are dropped with it.
    """
    decoded = decode(raw)
    text = line_feeds(decoded.text)
    check_lines(text)
    front, body = _front_matter(text)
    lines = _lines(_without_hidden(body))
    headings = (line.text for line in lines if line.mark == "heading" and line.text)
    title = _words(_first(front, "title") or "") or next(headings, None)
    return Extraction(
        text=separate_paragraphs(_joined(lines)),
        title=title,
        date=_day(_first(front, "date")),
        publisher=_first(front, "publisher", "source", "site"),
        authors=author_names([*front.get("author", ()), *front.get("authors", ())]),
        url=web_address(_first(front, "url", "link", "canonical")),
        notes=(decoded.note,) if decoded.note else (),
    )


def _day(value: str | None) -> str | None:
    """Return the ISO day that a value begins with, or None where it begins with none."""
    match = _DATE.match(value or "")
    date = as_date(*match.groups()) if match else None
    return date.isoformat() if date else None


def _first(front: dict[str, list[str]], *keys: str) -> str | None:
    """Return the first value of any of the keys."""
    return next((value for key in keys for value in front.get(key, ()) if value), None)


def _front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """Split off ``---`` front matter, which must close within 200 lines."""
    lines = text.split("\n", _FRONT_LINES)
    if lines[0].strip() != "---":
        return {}, text
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() in {"---", "..."}), None)
    if end is None:
        return {}, text
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:end]:
        if match := _KEY.fullmatch(line):
            key = match[1].lower()
            values.setdefault(key, []).extend(_values(match[2]))
        elif key and line.lstrip().startswith("- "):
            values[key].extend(_values(line.lstrip()[2:]))
    return values, "\n".join(lines[end + 1 :])


def _values(value: str) -> list[str]:
    """Return a front matter value's parts without quotes; ``[a, b]`` has several."""
    value = value.strip()
    inside = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
    return [bare for item in inside if (bare := item.strip().strip("\"'"))]


def _without_hidden(text: str) -> str:
    """Return the text without HTML comments, scripts and styles; an unclosed one stays as text."""
    for start, end in _HIDDEN:
        low = text.lower() if text.isascii() else _ascii_lower(text)
        kept, at = [], 0
        while (begin := low.find(start, at)) >= 0 and (stop := low.find(end, begin)) >= 0:
            kept.append(text[at:begin])
            at = stop + len(end)
        text = "".join(kept) + text[at:]
    return text


def _ascii_lower(text: str) -> str:
    """Lower A to Z only: other letters may grow, and offsets would move."""
    return text.translate({code: code + 32 for code in range(65, 91)})


def _lines(body: str) -> list[_Line]:
    """Return the plain lines, without block markup."""
    lines: list[_Line] = []
    fenced = False
    for line in body.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            lines.append(_Line("", "alone"))
        elif fenced:
            lines.append(_Line(line, "alone"))
        elif lines and lines[-1].text.strip() and _is_drawn(line, "=-", min_chars=1):
            lines[-1] = _Line(lines[-1].text, "heading")
        elif _is_drawn(line, "*-_", min_chars=3) or _DEFINITION.match(line):
            lines.append(_Line("", "alone"))
        elif "-" in line and "|" in line and _TABLE_RULE.issuperset(line):
            continue
        else:
            lines.append(_line(line))
    return lines


def _joined(lines: list[_Line]) -> str:
    """Join wrapped lines into paragraphs."""
    groups: list[list[str]] = []
    open_to_more = False
    for line in lines:
        text = line.text.strip() if line.mark != "alone" else line.text
        if line.mark == "heading":
            groups.append([f"\n{text}\n"])
        elif line.mark == "flow" and text and open_to_more:
            groups[-1].append(text)
        else:
            groups.append([text])
        open_to_more = bool(text) and line.mark in {"flow", "item"}
    return "\n".join(" ".join(group) for group in groups)


def _is_drawn(line: str, marks: str, *, min_chars: int) -> bool:
    """Return whether a line is one repeated character: an underline or a rule."""
    drawn = "".join(line.split())
    return len(drawn) >= min_chars and drawn[0] in marks and drawn.count(drawn[0]) == len(drawn)


def _line(line: str) -> _Line:
    """Return one line without markup."""
    line = line[quote.end() :] if (quote := _QUOTE.match(line)) else line
    if heading := _HEADING.match(line):
        return _Line(_words(_CLOSING_HASHES.sub("", line[heading.end() :])).strip(), "heading")
    if line.lstrip().startswith("|"):
        cells = line.strip().strip("|").split("|")
        return _Line(_words(" | ".join(cell.strip() for cell in cells)), "alone")
    if item := _ITEM.match(line):
        return _Line(_words(line[item.end() :]), "item")
    return _Line(_words(line), "flow")


def _words(line: str) -> str:
    """Return a line's text without inline markup."""
    line = _ESCAPE.sub(lambda match: chr(_ESCAPED + ord(match[1])), line)
    line = _NOTE_MARK.sub("", _IMAGE.sub("", line))
    line = _LINK.sub(r"\1", line)
    line = _AUTO_LINK.sub(r"\1", line)
    line = _TAG.sub("", line)
    line = _CODE.sub(r"\2", line)
    for _ in range(_NESTED_EMPHASIS):
        line = _STAR_MARKED.sub(r"\2", _MARKED.sub(r"\2", line))
    return line.translate(_UNESCAPE)

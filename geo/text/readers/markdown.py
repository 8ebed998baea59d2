r"""Markdown to plain text: the words stay, the marks go, nothing is rendered.

A deliberate subset, line by line: headings, emphasis, links (their text), images (dropped), lists,
quotes, tables, code, raw HTML tags, comments, scripts, and a front matter of ``key: value`` lines.
Every pattern is linear in the length of the text: no repeated group follows another that can match
the same characters.
"""

import re

from geo.text.readers.brought import Found
from geo.text.readers.plain import decode
from geo.text.readers.tidy import day, part, people, web_address

_FENCE = re.compile(r"[ \t]{0,3}(?:`{3,}|~{3,})")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*$")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]")
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
_FRONT_LINES = 200
_NESTED_EMPHASIS = 3


def read_markdown(raw: bytes) -> Found:
    """Return the words of a Markdown file; title and date from its front matter or first heading.

    Front matter keys that are understood: title, date, author(s), publisher, source or site, url,
    link or canonical. Its other keys are dropped with it.
    """
    text, note = decode(raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, body = _front_matter(text)
    lines = _lines(_without_hidden(body))
    title = _first(front, "title") or next((line for line, head in lines if head and line), None)
    return Found(
        text=part("\n".join(f"\n{line}\n" if head else line for line, head in lines)),
        title=title,
        date=day(_first(front, "date")),
        publisher=_first(front, "publisher", "source", "site"),
        authors=people([*front.get("author", ()), *front.get("authors", ())]),
        url=web_address(_first(front, "url", "link", "canonical")),
        notes=(note,) if note else (),
    )


def _first(front: dict[str, list[str]], *keys: str) -> str | None:
    """Return the first value that one of the keys has."""
    return next((value for key in keys for value in front.get(key, ()) if value), None)


def _front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """Split ``---`` front matter off; without its closing line within 200 lines there is none."""
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


def _lines(body: str) -> list[tuple[str, bool]]:
    """Return the plain lines, each with whether it is a heading; marks of blocks are gone."""
    lines: list[tuple[str, bool]] = []
    fenced = False
    for line in body.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            lines.append(("", False))
        elif fenced:
            lines.append((line, False))
        elif _UNDERLINE.match(line) and lines and lines[-1][0].strip():
            lines[-1] = (lines[-1][0], True)
        elif _RULE.match(line) or _DEFINITION.match(line):
            lines.append(("", False))
        elif "-" in line and "|" in line and _TABLE_RULE.match(line):
            continue
        else:
            lines.append(_line(line))
    return lines


def _line(line: str) -> tuple[str, bool]:
    """Return one line without its marks, and whether it is a heading."""
    line = line[quote.end() :] if (quote := _QUOTE.match(line)) else line
    if heading := _HEADING.match(line):
        return _words(_CLOSING_HASHES.sub("", line[heading.end() :])).strip(), True
    line = line[item.end() :] if (item := _ITEM.match(line)) else line
    if line.lstrip().startswith("|"):
        line = " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return _words(line), False


def _words(line: str) -> str:
    """Return a line's words without the marks inside it."""
    line = _IMAGE.sub("", line)
    line = _LINK.sub(r"\1", line)
    line = _AUTO_LINK.sub(r"\1", line)
    line = _TAG.sub("", line)
    line = _CODE.sub(r"\2", line)
    for _ in range(_NESTED_EMPHASIS):
        line = _STAR_MARKED.sub(r"\2", _MARKED.sub(r"\2", line))
    return _ESCAPE.sub(r"\1", line)

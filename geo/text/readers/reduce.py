"""A stranger's HTML reduced to a small, shallow page, and to its bare text, in one linear pass.

libxml2 reads the page as a stream (no tree, so nesting costs nothing). What passes on to the
article finder has no script, style, frame or picture, few and short attributes, bounded depth: the
finder's cost then follows the text and not what an attacker writes around it.
"""

import html
import json
import re
from importlib import import_module

from geo.text.readers import limits

# Elements whose inside is never text of the page.
_SKIPPED = frozenset(
    (
        *("script", "style", "svg", "math", "iframe", "object", "embed", "template"),
        *("canvas", "video", "audio", "map", "noframes", "applet", "picture", "img", "source"),
        *("select", "datalist", "textarea", "input", "button"),
    )
)
_VOID = frozenset((*("area", "base", "br", "col", "hr", "link", "meta", "param", "track", "wbr"),))
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *(
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "nav",
        ),
        *(
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "title",
            "tr",
            "ul",
        ),
    )
)
_PROSE = frozenset({"p", "li", "blockquote", "td", "pre"})
_KEPT_ATTRIBUTES = frozenset(
    (
        *("class", "id", "role", "itemprop", "itemtype", "itemscope", "property"),
        *("name", "content", "href", "rel", "datetime", "type", "lang", "title", "style"),
        *("aria-hidden", "hidden", "http-equiv", "pubdate"),
    )
)
_TAG_NAME = re.compile(r"[a-z][a-z0-9]{0,19}")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LD_JSON = "application/ld+json"


class Reduced:
    """Target of the stream parser: collects the small page and the bare text.

    Attributes
    ----------
    tags
        How many tags were opened.
    title
        Text of the first ``title``.
    """

    def __init__(self) -> None:
        self.tags = 0
        self.title = ""
        self._page: list[str] = []
        self._facts: list[str] = []
        self._prose = 0
        self._text: list[str] = []
        self._depth = 0
        self._skipping = 0
        self._in_title = False
        self._ld_json: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a tag."""
        self.tags += 1
        if self._skipping:
            self._skipping += 1
            return
        if tag in _SKIPPED or not _TAG_NAME.fullmatch(tag):
            self._skipping = 1
            if tag == "script" and attributes.get("type", "").strip().lower() == _LD_JSON:
                self._ld_json = []
            return
        self._in_title = tag == "title" and not self.title
        self._break(tag)
        self._depth += 1
        if self._depth <= limits.HTML_DEPTH and self.tags <= limits.HTML_TAGS:
            self._emit(f"<{tag}{_attributes(attributes)}>")
        self._prose += tag in _PROSE

    def end(self, tag: str) -> None:
        """Close a tag."""
        if self._skipping:
            self._skipping -= 1
            if not self._skipping and self._ld_json is not None:
                self._close_ld_json(self._ld_json)
            return
        self._in_title = False
        if tag != "br":  # it has broken the line already
            self._break(tag)
        if self._depth <= limits.HTML_DEPTH and self.tags <= limits.HTML_TAGS and tag not in _VOID:
            self._emit(f"</{tag}>")
        self._prose -= tag in _PROSE
        self._depth -= 1

    def data(self, data: str) -> None:
        """Take text."""
        if self._skipping:
            if self._ld_json is not None:
                self._ld_json.append(data)
            return
        if self._in_title:
            self.title += data[: limits.FIELD_CHARS]
        else:
            self._text.append(_SPACES.sub(" ", data))
        escaped = html.escape(data, quote=False)
        self._page.append(escaped)
        if not self._prose:
            self._facts.append(escaped)

    def close(self) -> "Reduced":
        """Return itself: lxml hands on what the target's close returns."""
        return self

    def page(self) -> str:
        """Return the small page."""
        return "".join(self._page)

    def facts(self) -> str:
        """Return the small page without its prose: what is left states dates and names them."""
        return "".join(self._facts)

    def text(self) -> str:
        """Return all text of the page, a blank line between blocks, runs of white space as one."""
        paragraphs = (
            "\n".join(line.strip(" ") for line in _SPACES_IN_LINE.sub(" ", block).split("\n"))
            for block in "".join(self._text).split("\0")
        )
        return "\n\n".join(block.strip("\n") for block in paragraphs if block.strip())

    def _break(self, tag: str) -> None:
        """Mark where the text breaks; NUL cannot come from the parser, so it parts the blocks."""
        if tag in _BLOCKS:
            self._text.append("\0")
        elif tag == "br":
            self._text.append("\n")
        elif tag in {"td", "th"}:
            self._text.append(" ")

    def _close_ld_json(self, parts: list[str]) -> None:
        """Pass a page's own JSON-LD on (it holds date and author), where it is sound and short.

        On broken JSON the article finder would fall back to patterns of quadratic cost.
        """
        self._ld_json = None
        source = "".join(parts)
        if len(source) > limits.HTML_LD_JSON_CHARS:
            return
        try:
            data = json.dumps(json.loads(source)).replace("<", "\\u003c")
        except (ValueError, RecursionError):
            return
        self._emit(f'<script type="{_LD_JSON}">{data}</script>')

    def _emit(self, markup: str) -> None:
        """Put markup into the small page and into the page of facts."""
        self._page.append(markup)
        self._facts.append(markup)


_SPACES_IN_LINE = re.compile(r"[ \t]+")


def _attributes(attributes: dict[str, str]) -> str:
    """Return the few attributes that the article finder looks at, cut and quoted anew."""
    return "".join(
        f' {name}="{html.escape((attributes[name] or "")[: _most(name)])}"'
        for name in _KEPT_ATTRIBUTES.intersection(attributes)
    )


def _most(attribute: str) -> int:
    """Return how many characters of an attribute's value are kept."""
    long = attribute in {"href", "content"}
    return limits.HTML_ADDRESS_CHARS if long else limits.HTML_ATTRIBUTE_CHARS


def reduce_page(source: str) -> Reduced:
    """Read a page once and return its reduced forms.

    Raises
    ------
    lxml.etree.LxmlError
        Where libxml2 finds nothing to read.
    """
    etree = import_module("lxml.etree")  # loaded with the first page
    # huge_tree lifts libxml2's depth of 256, below which it silently drops text; without a tree
    # there is nothing that could grow. NULs are replaced as they part the blocks above.
    parser = etree.HTMLParser(target=Reduced(), huge_tree=True, no_network=True)
    parser.feed(source.replace("\0", "\ufffd"))
    reduced: Reduced = parser.close()
    return reduced

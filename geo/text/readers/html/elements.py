"""Classification of HTML elements: text or not, block or inline, main part or margin."""

import html
import re
from collections.abc import Mapping
from typing import Final

from geo.text.readers import limits

# Elements whose inside is never text of the page.
UNSEEN: Final = frozenset(
    (
        *("script", "style", "svg", "iframe", "object", "embed", "template", "xml"),
        *("canvas", "video", "audio", "noframes", "applet"),
        *("select", "datalist", "textarea", "button", "annotation", "annotation-xml"),
    )
)
MAY_BE_LEFT_OUT: Final = UNSEEN | {"noscript", "dialog"}
"""Without attributes no other element is left out."""

VOID: Final = frozenset({"base", "br", "col", "hr", "link", "meta"})
EMPTY: Final = frozenset(
    ("area", "embed", "img", "input", "map", "param", "picture", "source", "track", "wbr")
)
"""Pictures and the like: no text themselves, and what the parser takes to be inside is shown."""
BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "dir"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend"),
        *("li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("tfoot", "thead", "title", "tr", "ul"),
    )
)
_INLINE: Final = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "colgroup", "del"),
        *("dfn", "em", "font", "head", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt"),
        *("rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "td"),
        *("th", "time", "tt", "u", "var"),
    )
)
KNOWN: Final = BLOCKS | _INLINE | VOID
"""Every other name is unknown to browsers: such a tag shows its inside as its parent would."""

PROSE: Final = frozenset({"p", "li", "blockquote", "td", "pre"})
TABLE_PARTS: Final = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
HEADINGS: Final = frozenset({"h1", "h2", "h3"})
# The article finder drops these with their words, in the middle of a sentence too.
DROPPED_INLINE: Final = frozenset({"time", "label"})
# In these an unknown element is part of the line; in other blocks it may be a block itself.
_LINES: Final = frozenset({"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "th"})
FLOW: Final = (BLOCKS | {"td"}) - _LINES

_HTML_PREFIXES = frozenset({"html", "xhtml", "h"})
_PICTURE_PREFIXES = frozenset({"svg"})
_MARGIN_TAGS = frozenset({"nav", "footer", "aside", "menu", "dialog", "figcaption"})
_MARGIN = re.compile(
    r"(?:^|\s)(?:(?:site|global|main|page|post|article|entry)[_-]{1,2})?(?:comments?|disqus|related|recommend\w*|sidebar|teasers?|newsletter|promo\w*"
    r"|cookies?|consent|gdpr|footer|nav\w*|menu|breadcrumbs?|share|sharing|social|subscri\w*"
    r"|popular|trending|most-?read|latest|more-?(?:stories|news|from)|read-?(?:more|next)|ad|ads"
    r"|advert\w*|sponsor\w*|outbrain|taboola|complementary|navigation|contentinfo|banner)"
    r"(?:[\s_-]|$)",
    re.IGNORECASE,
)
REST_HEADING: Final = re.compile(
    r"(?:\d+ )?comments?\b|related\b|more (?:stories|news|from|on|in)\b|most (?:read|popular)\b"
    r"|read (?:more|next|also)\b|recommended\b|latest\b|you may (?:also )?like"
    r"|popular\b|trending\b",
    re.IGNORECASE,
)
"""A heading after which the page continues with other things than its article."""

_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.IGNORECASE)
_NAMING = ("class", "id", "role")
_NAMING_CHARS = 200

_KEPT_ATTRIBUTES = frozenset(
    (
        *("class", "id", "role", "itemprop", "itemtype", "itemscope", "property"),
        *("name", "content", "href", "rel", "datetime", "type", "lang", "title", "style"),
        *("aria-hidden", "http-equiv", "pubdate"),
    )
)
UNFIT: Final = re.compile("[^\t\n\f\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML, and so the article finder, cannot hold."""


def plain_name(tag: str) -> str:
    """Return an element's name without an HTML namespace prefix; for invisible ones, any prefix."""
    prefix, colon, local = tag.rpartition(":")
    if not colon:
        return tag
    if prefix in _PICTURE_PREFIXES:
        return "svg"
    return local if prefix in _HTML_PREFIXES or local in {"script", "style"} else tag


def is_unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is never text; a template with a shadow root is shown."""
    if tag == "template":
        return not {"shadowrootmode", "shadowroot"} & attributes.keys()
    return tag in UNSEEN


def is_concealed(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is hidden, or shown only without scripts."""
    if tag in {"html", "head", "body"} or tag in VOID:
        return False
    if tag == "noscript" or (tag == "dialog" and "open" not in attributes):
        return True
    is_hidden = "hidden" in attributes and attributes["hidden"] != "until-found"
    style = attributes.get("style")
    return is_hidden or bool(style and _HIDDEN_STYLE.search(style[:1_000]))


def is_margin(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is outside the article: menus, comments, teasers."""
    if tag in _MARGIN_TAGS:
        return True
    if tag in {"html", "body", "main", "article", "h1"} or not attributes:
        return False
    naming = " ".join((attributes.get(name) or "")[:_NAMING_CHARS] for name in _NAMING)
    return _MARGIN.search(naming) is not None


def kept_attributes(attributes: Mapping[str, str]) -> str:
    """Return the few attributes that trafilatura uses, truncated and requoted."""
    return "".join(
        f' {name}="{html.escape(UNFIT.sub("", (attributes[name] or "")[: _most(name)]))}"'
        for name in sorted(_KEPT_ATTRIBUTES.intersection(attributes))
    )


def _most(attribute: str) -> int:
    """Return how many characters of an attribute's value are kept."""
    long = attribute in {"href", "content"}
    return limits.HTML_ADDRESS_CHARS if long else limits.HTML_ATTRIBUTE_CHARS

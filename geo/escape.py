"""The one function through which text meets HTML and folium.

Text of an article, a file or an address is hostile until it has been here. Beside HTML's own signs
it takes those that mean something to a template or to a script, so that one function serves every
sink: folium in `geo/draw/maps.py`, the article column in `pages/_parts.py`, the take-away page in
`geo/exchange/`. Nothing else makes HTML.
"""

import html
import re
from collections.abc import Iterable, Mapping

from geo.characters import HALVES, TURNERS
from geo.errors import ExportError

_DROPPED = (0, *TURNERS, *HALVES)
"""NUL, the controls that turn the direction of writing, and halves of surrogate pairs."""
_WRITTEN: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED),
    **{ord(sign): " " for sign in "\r\n\u2028\u2029"},
    **{ord(sign): f"&#{ord(sign)};" for sign in "{}`$\\%"},
    **{ord(sign): html.escape(sign, quote=True) for sign in "&<>\"'"},
}
"""What stands for each sign that HTML, a template or a script could read; one pass does it."""


def esc(value: object, *, limit: int = 20_000) -> str:
    """Return text that shows as itself in HTML, wherever it stands between tags or in quotes.

    Line ends become spaces; the length is cut at `limit` characters before escaping. It is not for
    plain-text widgets (they would show entities) nor for the value of a `style` or a handler.
    """
    return str(value)[:limit].replace("\r\n", "\n").translate(_WRITTEN)


class Markup(str):
    """HTML that `element` has made; as a child it is not escaped again."""

    __slots__ = ()


_TAG_WORDS = """
a abbr article aside blockquote button cite code dd details div dl dt em figcaption figure footer
h2 h3 h4 header hr i li mark nav ol p section small span strong summary table tbody td th thead
time tr ul
"""
_TAGS = frozenset(_TAG_WORDS.split())
_ATTRIBUTES = re.compile(
    r"(?:class|id|title|href|lang|role|type|rel|target|dir|open|scope|colspan|tabindex|datetime"
    r"|data-[a-z-]+|aria-[a-z]+)\Z"
)
_DRAWN_WORDS = "svg g path circle text tspan title body main section div h1"
_DRAWN_TAGS = frozenset(_DRAWN_WORDS.split())
_DRAWN_ATTRIBUTES = re.compile(rf"(?:{_ATTRIBUTES.pattern[:-2]}|hidden|viewBox|d|x|y|r|cx|cy)\Z")
_MOVES = re.compile(r"[Mlz0-9 -]*\Z")
_HREF = re.compile(r"(?:https?://|[?#/]|mailto:)")


def element(tag: str, *children: object, **attributes: object) -> Markup:
    """Return one HTML element; text among its children is escaped, `Markup` is kept.

    Parameters
    ----------
    tag
        A tag of the small set that reading matter needs; scripts and styles are not among them.
    children
        `Markup`, or anything else as text. None and '' are left out.
    attributes
        `class_` for `class`, underscores for hyphens. A value of None or False leaves the
        attribute out, True writes it bare. Links lead to http(s), mailto or within the page;
        `width_percent` takes a number and becomes a width.

    Raises
    ------
    ExportError
        The tag, an attribute or the form of a link is not on the list.
    """
    if tag not in _TAGS:
        raise ExportError(f"The element <{esc(tag)}> is not on the list of `geo.escape`.")
    return _element(tag, children, attributes, _ATTRIBUTES)


def drawn(tag: str, *children: object, **attributes: object) -> Markup:
    """Return one element of a drawing in SVG, or of a page that stands alone.

    As `element`, with the tags and attributes that those two need. The moves of a path are digits
    and their signs alone, of any length.

    Raises
    ------
    ExportError
        The tag or an attribute is not on the list, or a path holds something else than moves.
    """
    if tag not in _DRAWN_TAGS:
        raise ExportError(f"The element <{esc(tag)}> is not on the list of `geo.escape`.")
    return _element(tag, children, attributes, _DRAWN_ATTRIBUTES)


def _element(
    tag: str, children: Iterable[object], attributes: Mapping[str, object], allowed: re.Pattern[str]
) -> Markup:
    written = "".join(_attribute(name, value, allowed) for name, value in attributes.items())
    return Markup(f"<{tag}{written}>{join(*children)}</{tag}>")


def join(*children: object) -> Markup:
    """Return the children one after the other, text escaped."""
    return Markup(
        "".join(
            child if isinstance(child, Markup) else esc(child)
            for child in children
            if child is not None and child != ""
        )
    )


def _attribute(name: str, value: object, allowed: re.Pattern[str]) -> str:
    if value is None or value is False:
        return ""
    if name == "width_percent":
        return f' style="width:{float(str(value)):.3f}%"'
    written = name.rstrip("_").replace("_", "-")
    if not allowed.match(written):
        raise ExportError(f"The attribute `{esc(written)}` is not on the list of `geo.escape`.")
    if value is True:
        return f" {written}"
    if written == "href" and not _HREF.match(str(value)):
        raise ExportError(
            f"The link {str(value)[:60]!r} must lead to http, https or within the page."
        )
    if written == "d":
        if not _MOVES.match(str(value)):
            raise ExportError("The moves of a path are digits and their signs alone.")
        return f' d="{value}"'
    return f' {written}="{esc(value)}"'

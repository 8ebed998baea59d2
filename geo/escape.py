"""The single function through which untrusted text reaches HTML and folium.

Text of an article, a file or an address is untrusted until escaped here. Besides HTML's special
characters it escapes those with a meaning in a template or script, so that one function serves
every sink: folium in `geo/draw/leaflet.py`, the article column in `pages/_components.py`, the
offline page in `geo/exchange/`. Nothing else makes HTML.
"""

import html
import re
from collections.abc import Iterable, Mapping

from geo.characters import BIDI_CONTROLS, SURROGATES
from geo.errors import ExportError

_MAX_CHARS = 20_000
_DROPPED = (0, *BIDI_CONTROLS, *SURROGATES)
"""NUL, bidi controls and lone surrogates."""
_REPLACEMENTS: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED),
    **{ord(sign): " " for sign in "\r\n\u2028\u2029"},
    **{ord(sign): f"&#{ord(sign)};" for sign in "{}`$\\%"},
    **{ord(sign): html.escape(sign, quote=True) for sign in "&<>\"'"},
}
"""The replacement of each character with a meaning in HTML, a template or a script."""


def escape_text(value: object) -> str:
    """Return text that is safe in HTML, between tags and in quoted attributes.

    Line ends become spaces; the length is cut at 20,000 characters before escaping. It is not for
    plain-text widgets (they would show entities) nor for the value of a `style` or a handler.
    """
    return str(value)[:_MAX_CHARS].replace("\r\n", "\n").translate(_REPLACEMENTS)


def escape_attribute(value: str) -> str:
    """Return the value of an attribute in HTML that is shown as text, to be copied elsewhere.

    Only what HTML itself needs is escaped, so that an address can still be read.
    """
    return html.escape(value, quote=True)


class Markup(str):
    """HTML made by `element`; as a child it is not escaped again."""

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
_SVG_TAG_WORDS = """
svg defs pattern g path circle rect image text tspan textPath title body main section div h1
"""
_SVG_TAGS = frozenset(_SVG_TAG_WORDS.split())
_SVG_ATTRIBUTE_WORDS = """
hidden viewBox d x y r cx cy dy width height transform startOffset patternUnits patternTransform
fill fill-rule fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap
preserveAspectRatio
"""
_SVG_ATTRIBUTES = re.compile(
    rf"(?:{_ATTRIBUTES.pattern[:-2]}|{'|'.join(_SVG_ATTRIBUTE_WORDS.split())})\Z"
)
_PATH_DATA = re.compile(r"[MLHZlz0-9. -]*\Z")
_HREF = re.compile(r"(?:https?://|[?#/]|\./|mailto:)")


def element(tag: str, *children: object, **attributes: object) -> Markup:
    """Return one HTML element; text among its children is escaped, `Markup` is kept.

    Parameters
    ----------
    tag
        A tag on the allow-list; scripts and styles are not on it.
    children
        `Markup`, or anything else as text. None and '' are left out.
    attributes
        `class_` for `class`, underscores for hyphens. A value of None or False leaves the
        attribute out, True writes it bare. Links lead to http(s), mailto or within the app;
        `width_percent` takes a number and becomes a width.

    Raises
    ------
    ExportError
        The tag, an attribute or the form of a link is not on the allow-list.
    """
    if tag not in _TAGS:
        raise ExportError(f"The element <{escape_text(tag)}> is not on the list of `geo.escape`.")
    return _element(tag, children, attributes, _ATTRIBUTES)


def svg_element(tag: str, *children: object, **attributes: object) -> Markup:
    """Return one element of an SVG drawing or of the standalone page.

    As `element`, with the tags and attributes that those need. Path data may be of any length, but
    hold only digits, signs and the commands in use.

    Raises
    ------
    ExportError
        The tag or an attribute is not on the allow-list, or path data are invalid.
    """
    if tag not in _SVG_TAGS:
        raise ExportError(f"The element <{escape_text(tag)}> is not on the list of `geo.escape`.")
    return _element(tag, children, attributes, _SVG_ATTRIBUTES)


def _element(
    tag: str, children: Iterable[object], attributes: Mapping[str, object], allowed: re.Pattern[str]
) -> Markup:
    written = "".join(_attribute(name, value, allowed) for name, value in attributes.items())
    return Markup(f"<{tag}{written}>{join(*children)}</{tag}>")


def join(*children: object) -> Markup:
    """Return the children concatenated, text escaped."""
    return Markup(
        "".join(
            child if isinstance(child, Markup) else escape_text(child)
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
        raise ExportError(
            f"The attribute `{escape_text(written)}` is not on the list of `geo.escape`."
        )
    if value is True:
        return f" {written}"
    if written == "href" and not _HREF.match(str(value)):
        raise ExportError(
            f"The link {str(value)[:60]!r} must lead to http, https or within the page."
        )
    if written == "d":
        if not _PATH_DATA.match(str(value)):
            raise ExportError("The commands of a path may contain only numbers and signs.")
        return f' d="{value}"'
    return f' {written}="{escape_text(value)}"'

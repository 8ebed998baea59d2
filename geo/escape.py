"""The one function through which text meets HTML and folium.

Text of an article, a file or an address is hostile until it has been here. Beside HTML's own signs
it takes those that mean something to a template or to a script, so that one function serves every
sink: folium in `geo/draw/maps.py`, the article column in `pages/_parts.py`, the take-away page in
`geo/exchange/`. Nothing else makes HTML.
"""

import html

_SIGNS = {sign: f"&#{ord(sign)};" for sign in "{}`$\\%"}
_DROPPED = dict.fromkeys(
    [0, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]
)
"""NUL, the controls that turn the direction of writing, and halves of surrogate pairs."""
_SPACES = str.maketrans(dict.fromkeys("\r\n\u2028\u2029", " "))


def esc(value: object, *, limit: int = 20_000) -> str:
    """Return text that shows as itself in HTML, wherever it stands between tags or in quotes.

    Line ends become spaces; the length is cut at `limit` characters before escaping. It is not for
    plain-text widgets (they would show entities) nor for the value of a `style` or a handler.
    """
    text = str(value)[:limit].translate(_DROPPED).replace("\r\n", " ").translate(_SPACES)
    return "".join(_SIGNS.get(sign, sign) for sign in html.escape(text, quote=True))

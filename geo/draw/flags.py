"""Small SVG flags, since not every system's fonts have flag emoji.

A flag is its bands, cross or signs, simplified for the height of a line of text (shapes and
colours: not checked); a state without one is shown by its two letters.
"""

import base64
import math
from collections.abc import Iterable
from functools import cache
from typing import Final

_WIDTH, _HEIGHT = 24, 16
_EDGE = f'<path d="M.5.5h{_WIDTH - 1}v{_HEIGHT - 1}H.5z" fill="none" stroke="#0005"/>'

_LYING: Final = {
    "RU": ("#fff", "#0039a6", "#d52b1e"),
    "UA": ("#0057b7", "#ffd700"),
    "DE": ("#000", "#d00", "#ffce00"),
    "NL": ("#ae1c28", "#fff", "#21468b"),
    "PL": ("#fff", "#dc143c"),
    "EE": ("#0072ce", "#000", "#fff"),
    "LT": ("#fdb913", "#006a44", "#c1272d"),
    "LV": ("#9e3039", "#9e3039", "#fff", "#9e3039", "#9e3039"),
}
_STANDING: Final = {
    "FR": ("#0055a4", "#fff", "#ef4135"),
    "IT": ("#009246", "#fff", "#ce2b37"),
    "BE": ("#000", "#fae042", "#ed2939"),
    "IE": ("#169b62", "#fff", "#ff883e"),
}
_CROSSED: Final = {
    "DK": ("#c8102e", "#fff"),
    "SE": ("#006aa7", "#fecc02"),
    "FI": ("#fff", "#003580"),
    "NO": ("#ba0c2f", "#fff", "#00205b"),
    "IS": ("#02529c", "#fff", "#dc1e35"),
}
_LEAF = (
    "M12 2.6l1 2 1.3-.6-.4 2.6 1.3-1 .4.8 1.4-.3-.5 1.5.8.5-2.7 2.1.3.8-2.6-.3V13h-.6v-2.3"
    "l-2.6.3.3-.8L6.7 8.1l.8-.5L7 6.1l1.4.3.4-.8 1.3 1L9.7 4l1.3.6z"
)


@cache
def flag_address(code: str) -> str:
    """Return a state's flag as a data URL, or an empty string if there is none.

    Parameters
    ----------
    code
        The state's id, ISO 3166-1 alpha-2.
    """
    drawn = _drawn(code)
    if not drawn:
        return ""
    size = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}{_EDGE}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode()


def _drawn(code: str) -> str:
    if code in _LYING:
        return _bands(_LYING[code], lying=True)
    if code in _STANDING:
        return _bands(_STANDING[code], lying=False)
    if code in _CROSSED:
        return _cross(*_CROSSED[code])
    return {"CA": _canada, "CN": _china, "JP": _japan, "US": _united_states}.get(code, str)()


def _block(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<path d="M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z" fill="{colour}"/>'


def _bands(colours: Iterable[str], *, lying: bool) -> str:
    tones = tuple(colours)
    step = (_HEIGHT if lying else _WIDTH) / len(tones)
    return "".join(
        _block(0, number * step, _WIDTH, step, tone)
        if lying
        else _block(number * step, 0, step, _HEIGHT, tone)
        for number, tone in enumerate(tones)
    )


def _cross(field: str, *arms: str) -> str:
    """Return a Nordic cross, the inner arms drawn over the outer ones."""
    parts = [_block(0, 0, _WIDTH, _HEIGHT, field)]
    for arm, width in zip(arms, (4, 2) if len(arms) > 1 else (3,), strict=True):
        path = f"M0 8h{_WIDTH}M8.5 0v{_HEIGHT}"
        parts.append(f'<path d="{path}" stroke="{arm}" stroke-width="{width}"/>')
    return "".join(parts)


def _star(x: float, y: float, radius: float, colour: str) -> str:
    turns = [math.pi * (number / 2.5 - 0.5) for number in (0, 2, 4, 1, 3)]
    points = (f"{x + radius * math.cos(t):.1f} {y + radius * math.sin(t):.1f}" for t in turns)
    return f'<path d="M{"L".join(points)}z" fill="{colour}"/>'


def _canada() -> str:
    sides = _block(0, 0, 6, _HEIGHT, "#d80621") + _block(18, 0, 6, _HEIGHT, "#d80621")
    middle = _block(6, 0, 12, _HEIGHT, "#fff")
    return f'{middle}{sides}<path d="{_LEAF}" fill="#d80621"/>'


def _china() -> str:
    small = ((8, 2), (9.8, 3.8), (9.8, 6.4), (8, 8.2))
    stars = "".join(_star(x, y, 1, "#ffde00") for x, y in small)
    return _block(0, 0, _WIDTH, _HEIGHT, "#de2910") + _star(4.2, 5, 3, "#ffde00") + stars


def _japan() -> str:
    disc = f'<circle cx="{_WIDTH / 2:g}" cy="{_HEIGHT / 2:g}" r="4.8" fill="#bc002d"/>'
    return _block(0, 0, _WIDTH, _HEIGHT, "#fff") + disc


def _united_states() -> str:
    stripes = _bands(("#b22234", "#fff") * 6 + ("#b22234",), lying=True)
    canton = _block(0, 0, 10, _HEIGHT * 7 / 13, "#3c3b6e")
    stars = "".join(
        f'<circle cx="{1.6 + 2.2 * column:g}" cy="{1.5 + 1.9 * row:g}" r=".55" fill="#fff"/>'
        for row in range(4)
        for column in range(4)
    )
    return stripes + canton + stars

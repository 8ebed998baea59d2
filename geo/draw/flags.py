"""Small SVG flags, since not every system's fonts have flag emoji.

A flag is its bands, cross or signs, simplified for the height of a line of text (shapes and
colours: general knowledge); a state whose flag is not drawn here has a badge with its two letters.
"""

import base64
import math
import re
from collections.abc import Iterable
from functools import cache
from typing import Final

_CODE = re.compile(r"[A-Z]{2}")
_WIDTH, _HEIGHT = 24, 16
_EDGE = f'<path d="M.5.5h{_WIDTH - 1}v{_HEIGHT - 1}H.5z" fill="none" stroke="#0005"/>'

_LYING: Final = {
    "AT": ("#c8102e", "#fff", "#c8102e"),
    "BG": ("#fff", "#00966e", "#d62612"),
    "DE": ("#000", "#d00", "#ffce00"),
    "EE": ("#0072ce", "#000", "#fff"),
    "ES": ("#aa151b", "#f1bf00", "#f1bf00", "#aa151b"),
    "HU": ("#cd2a3e", "#fff", "#436f4d"),
    "ID": ("#ce1126", "#fff"),
    "LT": ("#fdb913", "#006a44", "#c1272d"),
    "LU": ("#ef3340", "#fff", "#00a3e0"),
    "LV": ("#9e3039", "#9e3039", "#fff", "#9e3039", "#9e3039"),
    "NL": ("#ae1c28", "#fff", "#21468b"),
    "PL": ("#fff", "#dc143c"),
    "RS": ("#c6363c", "#0c4076", "#fff"),
    "RU": ("#fff", "#0039a6", "#d52b1e"),
    "TH": ("#a51931", "#f4f5f8", "#2d2a4a", "#2d2a4a", "#f4f5f8", "#a51931"),
    "UA": ("#0057b7", "#ffd700"),
}
_STANDING: Final = {
    "BE": ("#000", "#fae042", "#ed2939"),
    "FR": ("#0055a4", "#fff", "#ef4135"),
    "IE": ("#169b62", "#fff", "#ff883e"),
    "IT": ("#009246", "#fff", "#ce2b37"),
    "RO": ("#002b7f", "#fcd116", "#ce1126"),
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
    """Return a state's flag or badge as a data URL; an empty string if it is no state's code.

    Parameters
    ----------
    code
        The state's id, ISO 3166-1 alpha-2.
    """
    if not _CODE.fullmatch(code):
        return ""
    drawn = _drawn(code)
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
    return _SIGNED[code]() if code in _SIGNED else _badge(code)


def _badge(code: str) -> str:
    font = 'font-family="sans-serif" font-size="10" font-weight="600" text-anchor="middle"'
    return f'{_field("#e3e8ea")}<text x="12" y="11.6" {font} fill="#37474f">{code}</text>'


def _field(colour: str) -> str:
    return _block(0, 0, _WIDTH, _HEIGHT, colour)


def _block(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<path d="M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z" fill="{colour}"/>'


def _disc(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'


def _fill(path: str, colour: str) -> str:
    return f'<path d="{path}" fill="{colour}"/>'


def _line(path: str, colour: str, width: float, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashes}/>'


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


def _lying(*colours: str) -> str:
    return _bands(colours, lying=True)


def _canada() -> str:
    return _field("#fff") + _fill("M0 0h6v16H0zM18 0h6v16h-6z", "#d80621") + _fill(_LEAF, "#d80621")


def _china() -> str:
    small = ((8, 2), (9.8, 3.8), (9.8, 6.4), (8, 8.2))
    stars = "".join(_star(x, y, 1, "#ffde00") for x, y in small)
    return _field("#de2910") + _star(4.2, 5, 3, "#ffde00") + stars


def _united_kingdom() -> str:
    diagonals, cross = "M0 0L24 16M24 0L0 16", "M12 0V16M0 8H24"
    arms = _line(diagonals, "#fff", 3.4) + _line(diagonals, "#c8102e", 1.2)
    return _field("#012169") + arms + _line(cross, "#fff", 5.4) + _line(cross, "#c8102e", 3)


def _south_africa() -> str:
    arms = "M0 0L10 8H24M0 16L10 8"
    halves = _lying("#e03c31", "#001489")
    point = _fill("M0 3L6.5 8 0 13z", "#ffb81c") + _fill("M0 4.6L4.4 8 0 11.4z", "#000")
    return halves + _line(arms, "#fff", 5.4) + _line(arms, "#007749", 3.2) + point


def _south_korea() -> str:
    disc = _disc(12, 8, 4, "#0047a0") + _fill(
        "M8 8a4 4 0 0 1 8 0a2 2 0 0 1-4 0a2 2 0 0 0-4 0", "#cd2e3a"
    )
    return _field("#fff") + disc + _line("M4 5.5L7 2M17 2l3 3.5M4 10.5L7 14M17 14l3-3.5", "#000", 2)


def _panama() -> str:
    quarters = _fill("M12 0h12v8H12z", "#da121a") + _fill("M0 8h12v8H0z", "#072357")
    return _field("#fff") + quarters + _star(6, 4, 2.4, "#072357") + _star(18, 12, 2.4, "#da121a")


_SIGNED: Final = {
    "AE": lambda: _lying("#00843d", "#fff", "#000") + _block(0, 0, 6, 16, "#c8102e"),
    "BR": lambda: (
        _field("#009739") + _fill("M12 2L22 8 12 14 2 8z", "#fedd00") + _disc(12, 8, 3.2, "#012169")
    ),
    "CA": _canada,
    "CH": lambda: _field("#da291c") + _line("M12 3V13M7 8H17", "#fff", 3.2),
    "CN": _china,
    "CZ": lambda: _lying("#fff", "#d7141a") + _fill("M0 0L12 8 0 16z", "#11457e"),
    "EG": lambda: _lying("#ce1126", "#fff", "#000") + _disc(12, 8, 1.9, "#c09300"),
    "GB": _united_kingdom,
    "GR": lambda: (
        _lying(*("#0d5eaf", "#fff") * 4, "#0d5eaf")
        + _block(0, 0, 8.9, 8.9, "#0d5eaf")
        + _line("M4.45 0V8.9M0 4.45H8.9", "#fff", 1.8)
    ),
    "IL": lambda: (
        _field("#fff")
        + _line("M0 3H24M0 13H24", "#0038b8", 2)
        + _line("M12 4.8l2.6 4.6H9.4zM12 11.2l2.6-4.6H9.4z", "#0038b8", 0.7)
    ),
    "IN": lambda: (
        _lying("#f93", "#fff", "#138808")
        + _line("M10 8a2 2 0 1 1 0 .1zM12 6v4M10 8h4", "#000080", 0.5)
    ),
    "JP": lambda: _field("#fff") + _disc(12, 8, 4.8, "#bc002d"),
    "KR": _south_korea,
    "MA": lambda: _field("#c1272d") + _star(12, 8.3, 4, "#006233"),
    "PA": _panama,
    "PS": lambda: _lying("#000", "#fff", "#009736") + _fill("M0 0L8 8 0 16z", "#ee2a35"),
    "PT": lambda: (
        _field("#da291c") + _block(0, 0, 9.6, 16, "#046a38") + _disc(9.6, 8, 3, "#ffe900")
    ),
    "SA": lambda: (
        _field("#006c35") + _line("M5 5.8H19", "#fff", 3, "1.6 .5") + _line("M6 11H17.5", "#fff", 1)
    ),
    "SG": lambda: (
        _lying("#ee2536", "#fff")
        + _disc(5, 4, 2.8, "#fff")
        + _disc(6.2, 4, 2.5, "#ee2536")
        + _line("M6.7 2.6h2.6M6 4.1h3.6M7 5.5h2", "#fff", 0.8, ".8 .6")
    ),
    "TR": lambda: (
        _field("#e30a17")
        + _disc(9, 8, 4, "#fff")
        + _disc(10, 8, 3.2, "#e30a17")
        + _star(14.2, 8, 2, "#fff")
    ),
    "TW": lambda: (
        _field("#fe0000")
        + _block(0, 0, 12, 8, "#000095")
        + _star(6, 4, 3, "#fff")
        + _disc(6, 4, 1.9, "#fff")
    ),
    "US": lambda: (
        _lying(*("#b22234", "#fff") * 6, "#b22234")
        + _block(0, 0, 10, 16 * 7 / 13, "#3c3b6e")
        + _line("M1 1.6h8.4M1 3.4h8.4M1 5.2h8.4M1 7h8.4", "#fff", 1, "1 1.1")
    ),
    "VN": lambda: _field("#da251d") + _star(12, 8.3, 4.4, "#ff0"),
    "XK": lambda: (
        _field("#244aa5")
        + _fill("M9.6 7.4L11.8 6l2.2 1.6.8 2.2-2.6 3-1.4-1.6-1.6-1.2z", "#d0a650")
        + _line("M7.6 4.6q4.4-2.6 8.8 0", "#fff", 1, "1 .85")
    ),
    "ZA": _south_africa,
}
"""The flags with more than bands or a cross, made when they are first asked for."""

"""Degrees as readers write them: decimal, or with minutes, seconds and a letter for the side."""

from __future__ import annotations

import math
import re

from geo.measure.points import read_degrees

_WEST, _SOUTH = "WЗ西", "SЮ南"
_SIDES = {"lon": f"EВØÖ東东{_WEST}", "lat": f"NС北{_SOUTH}"}
_NUMBER = r"\d+(?:[.,]\d+)?"
_SIDE = rf"[{''.join(_SIDES.values())}]"
_PARTS = re.compile(
    rf"(?P<before>{_SIDE})? ?(?P<sign>[-+])?(?P<deg>{_NUMBER}) ?(?P<mark>°|deg)?"
    rf"(?:(?:(?<=[° ]) ?|(?<=deg) ?|[ :-])(?P<min>{_NUMBER}) ?(?:'|min)?"
    rf"(?:(?:(?<=[' ]) ?|(?<=min) ?|[ :-])(?P<sec>{_NUMBER}) ?(?:\"|sec)?)?)? ?(?P<after>{_SIDE})?",
    re.IGNORECASE,
)
_SAME = str.maketrans(
    {
        "º": "°", "˚": "°", "′": "'", "’": "'", "´": "'", "‘": "'", "ʹ": "'", "″": '"', "”": '"',
        "“": '"', "ʺ": '"', "\N{MINUS SIGN}": "-", "\N{NO-BREAK SPACE}": " ",
    }
)  # fmt: skip
_LONGEST = 40
_SIXTY = 60.0


def read_axis(text: str, axis: str) -> float:
    """Parse degrees of one axis; NaN for anything else.

    Decimal, or with minutes and seconds; a letter for the side must be one of this axis. Minutes
    without a letter need the sign for degrees: “69 30” may be two numbers.

    Parameters
    ----------
    axis
        'lon' or 'lat'.
    """
    plain = read_degrees(text)
    if not math.isnan(plain) or len(text) > _LONGEST:
        return plain
    one = " ".join(text.translate(_SAME).replace("''", '"').split())
    found = _PARTS.fullmatch(one)
    return _degrees(found, axis) if found else math.nan


def _degrees(found: re.Match[str], axis: str) -> float:
    before, sign, deg, mark, minutes, seconds, after = found.group(
        "before", "sign", "deg", "mark", "min", "sec", "after"
    )
    side = (before or after or "").upper()
    is_sure = bool(side or mark) and not (before and after) and not (side and sign)
    whole = _number(deg)
    parts = [_number(part) for part in (minutes, seconds) if part]
    is_split = not parts or (whole.is_integer() and (len(parts) == 1 or parts[0].is_integer()))
    if not is_sure or not is_split or any(part >= _SIXTY for part in parts):
        return math.nan
    if side and side not in _SIDES[axis]:
        return math.nan
    value = whole + sum(part / _SIXTY ** (at + 1) for at, part in enumerate(parts))
    return -value if sign == "-" or (side and side in _WEST + _SOUTH) else value


def _number(written: str) -> float:
    return float(written.replace(",", "."))

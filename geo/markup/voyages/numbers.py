"""Figures of voyages in words: ranges, rounding, and how much less or more one is than another."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from geo import messages
from geo.measure.voyages.records import Variant, Way

Pair = tuple[float, float]
_MINUS, _DASH = "−", "–"
_ALL = 100.0
_WHOLE_MILES = 100
"""Shorter distances are not rounded to ten."""
_NO_TENTHS = 10


class Difference(NamedTuple):
    """How much longer a way is than another, lowest and highest; less than zero is shorter.

    Attributes
    ----------
    percent
        Of the other way's length.
    nm
        Nautical miles.
    """

    percent: Pair
    nm: Pair


def difference(way: Way, usual: Way) -> Difference:
    """Return how much longer a way is than another, over the open variants of both."""
    return Difference(percent_more(way.nm, usual.nm), more(way.nm, usual.nm))


def percent_more(ours: Pair, theirs: Pair) -> Pair:
    """Return by how many per cent one range is more than another; (0, 0) if that is nothing."""
    if min(theirs) <= 0:
        return (0.0, 0.0)
    return (_ALL * (ours[0] / theirs[1] - 1), _ALL * (ours[1] / theirs[0] - 1))


def more(ours: Pair, theirs: Pair) -> Pair:
    """Return by how much one range is more than another."""
    return (ours[0] - theirs[1], ours[1] - theirs[0])


def whole(value: float, step: int = 1) -> str:
    """Return a number rounded to a step, with a comma every three digits."""
    return f"{round(value / step) * step:,}"


def rounded_miles(nm: float) -> str:
    """Return nautical miles to ten, as fine as their method; below a hundred to one."""
    return whole(nm, 10 if nm >= _WHOLE_MILES else 1)


def span(low: str, high: str, between: str = _DASH) -> str:
    """Return two numbers as a range, or one where they are the same."""
    return low if low == high else f"{low}{between}{high}"


def plain_span(values: Pair, step: int = 1, between: str = _DASH) -> str:
    """Return a range of numbers that are rounded to a step."""
    return span(whole(values[0], step), whole(values[1], step), between)


def compared(
    values: Pair, words: tuple[str, str, str], between: str = _DASH, unit: str = "%"
) -> tuple[str, str]:
    """Return per cent and word of a difference: ('34–38 %', 'less'), ('', 'the same').

    Parameters
    ----------
    words
        For less, for more, and for what is the same when rounded.
    """
    low, high = (round(value) for value in values)
    less, many, same = words
    if low == high == 0:
        return "", same
    if low < 0 < high:
        return f"{whole(-low)} {unit} {less} to {whole(high)} {unit}", many
    nearest, farthest = map(whole, sorted((abs(low), abs(high))))
    if nearest == "0":
        return f"{messages.VOYAGE_UP_TO}{farthest} {unit}", many if high else less
    return f"{span(nearest, farthest, between)} {unit}", many if high > 0 else less


def compared_words(percent: Pair, between: str = _DASH) -> str:
    """Return a difference in words: '34–38 % less', '12 % more', 'the same'."""
    return " ".join(filter(None, compared(percent, messages.VOYAGE_AMOUNTS, between)))


def compared_miles(nm: Pair, between: str = _DASH) -> str:
    """Return a difference in nautical miles in words: '3,842–4,341 nm less', 'the same'."""
    return " ".join(filter(None, compared(nm, messages.VOYAGE_AMOUNTS, between, "nm")))


def signed(value: float, decimals: int = 0) -> str:
    """Return a number with its sign, a real minus; nothing before a zero."""
    made = f"{abs(value):,.{decimals}f}"
    if not any(digit in made for digit in "123456789"):
        return made
    return f"{_MINUS if value < 0 else '+'}{made}"


def signed_span(values: Pair, step: int = 1) -> str:
    """Return a range of differences with their signs, the smaller one first: '−7 to −12'.

    One that reaches from less to more begins with what is less: '−8 to +2'.
    """
    is_crossing = min(values) < 0 < max(values)
    order = sorted(values, key=None if is_crossing else abs)
    near, far = (signed(round(value / step) * step) for value in order)
    return span(near, far, " to ")


def published_gaps(way: Way, variant: Variant | None = None) -> list[float]:
    """Return by how many per cent we differ from each published distance.

    Parameters
    ----------
    variant
        What is compared; None takes the variant that counts whose length is nearest to a figure.
    """
    gaps = []
    for one in way.published:
        counted = way.open_variants or way.variants
        lengths = [variant.nm] if variant else [each.nm for each in counted]
        if lengths and one.nm > 0:
            nearest = min(lengths, key=lambda nm, given=one.nm: abs(nm - given))  # type: ignore[misc]
            gaps.append(_ALL * (nearest / one.nm - 1))
    return gaps


def largest_gap(ways: Iterable[Way]) -> str:
    """Return the largest deviation from published distances in per cent, rounded up; '' if none."""
    gaps = [abs(gap) for way in ways for gap in published_gaps(way)]
    if not gaps:
        return ""
    tenths = math.ceil(max(gaps) * 10 - 1e-6)
    return f"{tenths / 10:.1f}" if tenths < _NO_TENTHS * 10 else f"{math.ceil(tenths / 10)}"


def number_word(count: int) -> str:
    """Return a number as a word up to twelve, then in digits."""
    words = messages.VOYAGE_NUMBERS
    return words[count] if count < len(words) else str(count)


def metres(value: float) -> str:
    """Return metres without needless decimals."""
    return f"{value:.1f}".removesuffix(".0")

"""Figures of voyages in words: ranges, rounding, and how much less or more one is than another."""

from collections.abc import Iterable
from typing import NamedTuple

from geo import messages
from geo.measure.voyages.accuracy import Row
from geo.measure.voyages.records import Variant, Way

Pair = tuple[float, float]
_MINUS, _DASH = "−", "–"
_ALL = 100.0
_LEAST_GAP = 0.1
_WHOLE_MILES = 100
"""Shorter distances are not rounded to ten."""


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


def percent_more_alike(ours: Pair, theirs: Pair) -> Pair:
    """Return by how many per cent a range is more than another, end by end.

    For what has a fast and a slow end, as days and fuel: like is compared with like.
    """
    if min(theirs) <= 0:
        return (0.0, 0.0)
    low, high = (_ALL * (our / their - 1) for our, their in zip(ours, theirs, strict=True))
    return (min(low, high), max(low, high))


def more(ours: Pair, theirs: Pair) -> Pair:
    """Return by how much one range is more than another, both in the whole numbers that stand."""
    return (round(ours[0]) - round(theirs[1]), round(ours[1]) - round(theirs[0]))


def more_alike(ours: Pair, theirs: Pair) -> Pair:
    """Return by how much a range is more than another, end by end, in whole numbers."""
    low, high = (round(our) - round(their) for our, their in zip(ours, theirs, strict=True))
    return (min(low, high), max(low, high))


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
    """Return a range of numbers that are rounded to a step; below half of one they are '<1'."""
    low, high = (_stated(value, step) for value in values)
    return span(low, high, between)


def _stated(value: float, step: int) -> str:
    said = whole(value, step)
    return f"<{step}" if said == "0" and value > 0 else said


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
    """Return the largest deviation from published distances in per cent; '' where there is none.

    It is rounded as each of them is where it stands, but never to nothing.
    """
    gaps = [abs(gap) for way in ways for gap in published_gaps(way)]
    return f"{max(*gaps, _LEAST_GAP):.1f}" if gaps else ""


def number_word(count: int) -> str:
    """Return a number as a word up to twelve, then in digits."""
    words = messages.VOYAGE_NUMBERS
    return words[count] if count < len(words) else str(count)


def metres(value: float) -> str:
    """Return metres without needless decimals."""
    return f"{value:.1f}".removesuffix(".0")


def accuracy_cells(row: Row) -> tuple[str, ...]:
    """Return a published distance beside ours, as cells under `messages.VOYAGE_ACCURACY`."""
    return (
        f"{row.origin}, {row.destination}",
        messages.WAYS[row.via],
        f"{row.published_nm:,.0f}",
        f"{row.nearest_nm:,.0f}",
        row.variant,
        f"{row.percent:+.1f} %",
        row.source,
        row.note,
    )

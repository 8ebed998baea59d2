"""Marks on the map of a voyage: small rings, with a letter in those that have one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from geo.draw.voyage_names import Room
from geo.escape import Markup, svg_element

_LETTER_PX = 9.0
_MOST_CHARS = 3
_SHARE_PX = 1.5
"""Marks nearer than so many times their radius would lie on each other: the first one stands."""


@dataclass(frozen=True)
class DrawnMark:
    """A place to mark; lon, lat in degrees.

    Attributes
    ----------
    letter
        What stands in the ring; '' makes it a small dot.
    title
        What it is, for a pointer that rests on it.
    """

    lon: float
    lat: float
    letter: str = ""
    title: str = ""


def drawn_marks(
    marks: Iterable[DrawnMark],
    places: Callable[[DrawnMark], Iterable[tuple[float, float]]],
    units_per_px: float,
    room: Room,
) -> Markup | None:
    """Return the marks as a group, and take the room of those with a letter; None without any.

    Parameters
    ----------
    places
        Where a mark stands in units of the drawing; the strip may show it twice.
    """
    there: list[tuple[float, float]] = []
    made: list[Markup] = []
    for mark in marks:
        for x, y in places(mark):
            px, py = x / units_per_px, y / units_per_px
            if mark.letter:
                least = _LETTER_PX * _SHARE_PX
                if any((px - a) ** 2 + (py - b) ** 2 < least**2 for a, b in there):
                    continue
                there.append((px, py))
                reach = _LETTER_PX + 1
                room.boxes.append((px - reach, py - reach, px + reach, py + reach))
            made.append(_mark(mark, round(x), round(y)))
    return svg_element("g", *made, class_="marks") if made else None


def _mark(mark: DrawnMark, x: int, y: int) -> Markup:
    letter = mark.letter[:_MOST_CHARS]
    return svg_element(
        "g",
        svg_element("title", mark.title) if mark.title else None,
        svg_element("circle", cx=x, cy=y),
        svg_element("text", letter, x=x, y=y, dy=".35em") if letter else None,
        class_="mark lettered" if letter else "mark",
    )

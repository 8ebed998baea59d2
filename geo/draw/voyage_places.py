"""Names of the ground under a voyage: where each stands unless a way crosses it."""

from dataclasses import dataclass
from typing import Literal

from geo.draw.label_types import height_px_of, width_px_of
from geo.draw.voyage_lines import DISC_RADIUS, on_disc

UNITS_PER_PX = 2 * DISC_RADIUS / 460
"""Units of the disc in a pixel of a disc of usual size."""


@dataclass(frozen=True)
class GroundName:
    """A name of the ground.

    Attributes
    ----------
    lon, lat
        Where its middle stands unless a way leads there.
    lines, category
        What is written, and as which type of label.
    is_minor
        Whether it is left out on a small disc.
    shift_px
        How far it may give way.
    """

    lon: float
    lat: float
    lines: tuple[str, ...]
    category: Literal["land", "water", "ocean", "gate"]
    is_minor: bool = True
    shift_px: float = 20.0

    @property
    def at(self) -> tuple[float, float]:
        """Its middle, in units of the disc."""
        (x, y), *_ = on_disc([(self.lon, self.lat), (self.lon, self.lat)]).tolist()
        return x, y

    @property
    def size_px(self) -> tuple[float, float]:
        """Its width and height, in pixels."""
        return width_px_of(self.lines, self.category), height_px_of(self.lines, self.category)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom at the disc's usual size, in its units."""
        x, y = self.at
        half, rise = (length * UNITS_PER_PX / 2 for length in self.size_px)
        return x - half, y - rise, x + half, y + rise


GROUND_NAMES = (
    GroundName(112, 62.5, ("Russia",), "land", is_minor=False, shift_px=70),
    GroundName(-152, 65.3, ("U.S.",), "land"),
    GroundName(-110, 58.5, ("Canada",), "land", is_minor=False, shift_px=50),
    GroundName(-38, 72.5, ("Greenland",), "land", is_minor=False, shift_px=26),
    GroundName(-18.7, 64.9, ("Iceland",), "land"),
    GroundName(14.5, 62.0, ("Norway",), "land"),
    GroundName(-174, 57.6, ("Bering", "Sea"), "water"),
    GroundName(36, 76.3, ("Barents", "Sea"), "water", shift_px=30),
    GroundName(-128, 82.0, ("Arctic", "Ocean"), "ocean", shift_px=28),
)
BERING_STRAIT = GroundName(-169, 65.8, ("Bering Strait",), "gate")

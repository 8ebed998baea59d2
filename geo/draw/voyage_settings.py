"""How large a disc is when its names are placed: they are placed once for a desk, once for a phone.

All in pixels of the screen from the pole. `web/voyage.css` sets names in the sizes that stand here,
and shows those of one setting.
"""

from dataclasses import dataclass

from geo.draw.voyage_lines import DISC_RADIUS
from geo.draw.voyage_names import Box


@dataclass(frozen=True)
class Setting:
    """A size of the disc, and the sizes of its names.

    Attributes
    ----------
    look
        The class of what is placed for it.
    radius
        The disc's.
    reach, under
        How far beyond the disc's box names may go at its sides, and below it.
    tools
        The box that the buttons take.
    lit, way, ground
        Sizes of the lit way's name and of those of other ways; of the ground's, a share.
    """

    look: str
    radius: float
    reach: float
    under: float
    tools: Box
    lit: float
    way: float
    ground: float = 1.0

    @property
    def units_per_px(self) -> float:
        """Units of the disc in a pixel."""
        return DISC_RADIUS / self.radius


WIDE = Setting("wide", 200, 20, 14, (-225, -200, -190, -112), lit=16, way=12.5)
"""On a low laptop, where the disc is smallest; on a larger screen there is more room, not less."""
SMALL = Setting("small", 136, 54, 6, (-184, -136, -139.5, -2), lit=13, way=10.5, ground=0.9)
SETTINGS = (WIDE, SMALL)

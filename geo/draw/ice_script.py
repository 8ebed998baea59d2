"""The script of the map's layer of sea ice, which the browser fetches when it is switched on.

It holds the ice of all months, as the page of the season draws it, and what draws it on the polar
map; so another month needs nothing from the server, and a map without ice is no heavier for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import messages
from geo.draw.css import ice_css
from geo.draw.frames import POLE, RIM_RADIUS
from geo.draw.layers import ICE
from geo.draw.payload import WEB, ChartScript, helper_text, parsed
from geo.draw.season_ice import LIMITS_PERCENT
from geo.draw.voyage_lines import DISC_RADIUS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from geo.draw.season_ice import IceMonth

HELPERS = (WEB / "ice.js", WEB / "ice.css")
"""What draws it, and its sheet."""


def make_ice_script(
    months: Sequence[IceMonth], *, missing: str = "", helpers: tuple[Path, Path] = HELPERS
) -> ChartScript:
    """Return the script of the ice.

    Parameters
    ----------
    months
        The twelve months; none where the table of the ice cannot be read.
    missing
        The sentence that the reader has in place of the ice then.
    """
    helper, problems = helper_text(helpers[:1])
    sheet, without = helper_text(helpers[1:])
    payload = {
        "months": [{"areas": list(one.areas), "edge": one.edge} for one in months],
        "steps": [*(f"{limit:.0f}" for limit in LIMITS_PERCENT), "100"],
        "pole": list(POLE),
        "unit": RIM_RADIUS / DISC_RADIUS,
        "names": list(messages.MONTH_NAMES),
        "words": messages.ICE_LAYER,
        "whose": messages.ICE_WHOSE_MONTH,
        "missing": missing,
        "css": ice_css(":root") + sheet,
    }
    content = f"window.iceData={parsed(payload)};\n{helper}".encode()
    return ChartScript(ICE, content, (*problems, *without))

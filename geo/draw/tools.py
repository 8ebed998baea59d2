"""What the tools on the map need (see `web/tools.js`): words, layers, frames, projection."""

from collections.abc import Mapping
from typing import Any

from geo import messages
from geo.draw.frames import (
    FRAMES,
    MERCATOR_NORTH_DEG,
    MERCATOR_SOUTH_DEG,
    METRES_PER_UNIT,
    POLAR_FRAME,
    POLE,
    RIM_LAT_DEG,
    SEAM_LON_DEG,
    Frame,
)
from geo.draw.layers import LAYERS


def tools_payload(frame: Frame) -> dict[str, Any]:
    """Return what `tools.add` is given that is the same in every view of a frame."""
    return {
        "frame": frame.id,
        "frames": [{"id": one.id, "title": one.title} for one in FRAMES.values()],
        "layers": [
            {"id": one.id, "title": one.title, "about": one.about, "on": one.on} for one in LAYERS
        ],
        "projection": projection(frame),
        "words": dict(messages.MAP_TOOLS),
    }


def projection(frame: Frame) -> Mapping[str, Any]:
    """Return the constants that `web/globe.js` converts positions of a frame with."""
    if frame is POLAR_FRAME:
        return {"pole": list(POLE), "metres_per_unit": METRES_PER_UNIT, "rim": RIM_LAT_DEG}
    return {"seam": SEAM_LON_DEG, "south": MERCATOR_SOUTH_DEG, "north": MERCATOR_NORTH_DEG}

"""What a scene puts on the map: the one answer for lists, counts, files and citation."""

from typing import Literal

from geo.draw.scene import Scene

Place = Literal["drawn", "rim"]
_RIM_LOOK = "rim"


def on_map(scene: Scene) -> dict[str, Place]:
    """Return where each feature stands that a scene shows, by id.

    `drawn`: its shape or label is on the chart; `rim`: a mark at the chart's edge shows where it
    lies beyond.
    """
    places: dict[str, Place] = dict.fromkeys((identity for identity, _, _ in scene.items), "drawn")
    for label in scene.labels:
        is_rim = label["look"].split()[0] == _RIM_LOOK
        places.setdefault(str(label["id"]), "rim" if is_rim else "drawn")
    return places

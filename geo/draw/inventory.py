"""Which features a scene shows and where: shared by lists, counts, files and citation."""

from typing import Literal

from geo.draw.scene import Scene

Place = Literal["drawn", "rim"]


def on_map(scene: Scene) -> dict[str, Place]:
    """Return where each feature of a scene is shown, by id.

    `drawn`: its shape or label is on the chart; `rim`: a mark at the chart's edge shows where it
    lies beyond.
    """
    places: dict[str, Place] = dict.fromkeys((item.feature.id for item in scene.items), "drawn")
    for identity in scene.rim:
        places.setdefault(identity, "rim")
    return places

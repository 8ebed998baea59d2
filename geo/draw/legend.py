"""The legend: exactly what a scene draws."""

from dataclasses import dataclass

from geo import messages
from geo.draw.palette import LIGHT
from geo.draw.scene import Scene
from geo.draw.styles import AREAS, EMPHASES, StyleKey, style_of


@dataclass(frozen=True)
class Key:
    """One entry: the kind, its pattern (status, or how a boundary came about), and the text.

    Attributes
    ----------
    drawn_as
        The plainest style that the scene draws it in.
    """

    kind: str
    pattern: str
    text: str
    is_area: bool
    drawn_as: StyleKey


def legend(scene: Scene) -> list[Key]:
    """Return the entries of a scene, each kind and pattern once, in drawing order from the top."""
    found: dict[tuple[str, str], list[StyleKey]] = {}
    for item in reversed(scene.items):
        key = item.style
        if style_of(key, LIGHT).is_visible:
            found.setdefault((key.kind, key.pattern), []).append(key)
    return [_key(kind, pattern, keys) for (kind, pattern), keys in found.items()]


def _key(kind: str, pattern: str, drawn: list[StyleKey]) -> Key:
    text = messages.KEYS.get((kind, pattern)) or messages.KEYS.get((kind, ""), messages.KINDS[kind])
    plainest = min(drawn, key=lambda key: EMPHASES.index(key.emphasis))
    return Key(kind, pattern, text, kind in AREAS, plainest)

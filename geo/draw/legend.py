"""What the legend names: exactly what a scene draws."""

from dataclasses import dataclass

from geo import words
from geo.draw.palette import DASHES
from geo.draw.scene import Scene
from geo.draw.styles import Style

_AREAS = {"zone", "state", "sea", "strait", "region"}


@dataclass(frozen=True)
class Key:
    """One entry: the kind, its pattern (status, or how a boundary came about), and the words."""

    kind: str
    pattern: str
    text: str
    is_area: bool


def legend(scene: Scene) -> list[Key]:
    """Return the entries of a scene, each kind and pattern once, in drawing order from the top."""
    seen: dict[tuple[str, str], Key] = {}
    for _, _, style in reversed(scene.items):
        if not _is_seen(scene.styles[style]):
            continue
        kind, status, sort, _ = style.split("-")
        pattern = sort or status
        if (kind, pattern) not in seen:
            text = words.KEYS.get(f"{kind}-{pattern}") or words.KEYS.get(kind, words.KINDS[kind])
            seen[kind, pattern] = Key(kind, pattern, text, kind in _AREAS)
    return list(seen.values())


def _is_seen(style: Style) -> bool:
    """Return whether a style leaves ink; areas that only wait for a press do not."""
    return bool(style["opacity"] or style.get("fillOpacity"))


def dash_css() -> str:
    """Return the legend's patterns as CSS, from the same table that the map draws with."""
    rules = []
    for pattern, dashes in DASHES.items():
        lengths = [float(part) for part in dashes.split()] or [1.0]
        stops, at = [], 0.0
        for index, length in enumerate(lengths):
            tone = "var(--tone)" if index % 2 == 0 else "transparent"
            stops.append(f"{tone} {at}px {at + length}px")
            at += length
        gradient = f"repeating-linear-gradient(90deg, {', '.join(stops)})"
        rules.append(f".panel .key.{pattern} {{ background-image: {gradient}; }}")
    return "\n".join(rules)

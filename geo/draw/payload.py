"""What the browser is sent for Leaflet, as plain values: a chart's script once, a scene each run.

The map's own script is sent again on every run; shapes are not, so a click costs a few kilobytes. A
chart's script holds integers in steps of the frame's unit. Names are JSON strings in it and reach
the page as text nodes only (see `web/atlas.js`, which reads the keys that are written here).
Nothing is written to disk: a full disk, or a cleaner of temporary folders, cannot break the map.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.draw.chart import Chart
from geo.draw.css import colour_properties, label_css
from geo.draw.frames import POLE, SCREEN_TICK_RADIUS
from geo.draw.labels import Label, exit_text
from geo.draw.palette import Palette
from geo.draw.scene import Scene
from geo.draw.styles import GROUND, PANE_ORDER, Style, ground_style, style_of
from geo.draw.tools import tools_payload

WEB = Path(__file__).parent / "web"
_SCRIPTS = ("pointer", "labels", "globe", "signs", "camera", "ruler", "tools", "atlas")
HELPERS = tuple(WEB / f"{name}.js" for name in _SCRIPTS)
SHEET = WEB / "map.css"


@dataclass(frozen=True)
class ChartScript:
    """The script that draws a chart in a browser, which fetches it once.

    Attributes
    ----------
    frame_id
        The frame.
    content
        The data, then what draws it, in UTF-8.
    problems
        A sentence on each helper that cannot be read; there is no map then.
    """

    frame_id: str
    content: bytes = field(repr=False)
    problems: tuple[str, ...] = ()

    @cached_property
    def name(self) -> str:
        """A file name with a hash of the content, so that a browser may cache it indefinitely."""
        return f"{self.frame_id}-{hashlib.sha256(self.content).hexdigest()[:12]}.js"


def make_chart_script(chart: Chart, *, helpers: Sequence[Path] = HELPERS) -> ChartScript:
    """Return a chart's script; where a helper is missing or broken, it says so in its problems."""
    helper, problems = _helper_text(helpers)
    sheet, without = _helper_text([SHEET])
    payload = chart_payload(chart)
    payload["tools"]["css"] = sheet
    data = json.dumps(payload, separators=(",", ":"), allow_nan=False)
    content = f"window.atlasData={data};\n{helper}".encode()
    return ChartScript(chart.frame.id, content, (*problems, *without))


def chart_payload(chart: Chart) -> dict[str, Any]:
    """Return a chart's shapes, names and marks, as JSON takes them."""
    return {
        "frame": chart.frame.id,
        "scale": chart.frame.steps_per_unit,
        "disc": _geojson(chart.disc) if chart.disc else None,
        "land": _geojson(chart.land),
        "graticule": _geojson(chart.graticule),
        "shapes": {
            identity: {slug: _geojson(shape) for slug, shape in shapes.items()}
            for identity, shapes in chart.shapes.items()
        },
        "names": dict(chart.names),
        "anchors": {identity: list(at) for identity, at in chart.anchors.items()},
        "exits": {
            identity: {
                slug: [{"at": list(one.at), "text": exit_text(one)} for one in exits]
                for slug, exits in of_slug.items()
            }
            for identity, of_slug in chart.exits.items()
        },
        "label_css": label_css(),
        "ticks": [{"at": list(tick.at), "text": tick.text} for tick in chart.ticks],
        "tools": tools_payload(chart.frame),
    }


def _geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """Return a geometry in steps as GeoJSON with whole numbers."""
    encoded = mapping(geometry)
    return {"type": encoded["type"], "coordinates": _to_integers(encoded["coordinates"])}


def _to_integers(coordinates: Any) -> Any:  # noqa: ANN401  nested as deep as GeoJSON nests
    if not len(coordinates) or isinstance(coordinates[0], float):
        return [int(value) for value in coordinates]
    return [_to_integers(inner) for inner in coordinates]


def _helper_text(paths: Sequence[Path]) -> tuple[str, tuple[str, ...]]:
    """Return the drawing scripts, and a message for each file that cannot be read."""
    texts, problems = [], []
    for path in paths:
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            problems.append(
                f"{path.name} cannot be read: there is no map without it; restore the file."
            )
    return "" if problems else "".join(texts), tuple(problems)


def ground_payload(chart: Chart, palette: Palette) -> dict[str, Any]:
    """Return what `atlas.chart` draws a chart's ground with: colours, styles and positions."""
    return {
        "colours": colour_properties(palette),
        "panes": list(PANE_ORDER),
        "styles": {part: path_options(ground_style(part, palette)) for part in GROUND},
        "home": list(chart.frame.home),
        "pole": list(POLE),
        "tick_radius": SCREEN_TICK_RADIUS,
    }


def scene_payload(scene: Scene, palette: Palette) -> dict[str, Any]:
    """Return the compact scene for `atlas.draw`, with a stamp that changes with the scene.

    Styles of shapes and labels are listed once; items and labels refer to them by index.
    """
    styles = list(dict.fromkeys(item.style for item in scene.items))
    types = list(dict.fromkeys(_label_classes(label) for label in scene.labels))
    camera = scene.camera
    body = {
        "styles": [path_options(style_of(key, palette)) for key in styles],
        "items": [[i.feature.id, i.variant, styles.index(i.style)] for i in scene.items],
        "types": [list(one) for one in types],
        "labels": [
            [
                label.feature_id,
                types.index(_label_classes(label)),
                label.min_zoom,
                int(label.is_required),
                *([label.exit.variant, label.exit.index] if label.exit else ()),
            ]
            for label in scene.labels
        ],
        "camera": {"ids": camera.ids, "box": camera.box, "request": camera.request},
    }
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    return body | {"stamp": digest[:12]}


def _label_classes(label: Label) -> tuple[str, str]:
    """Return a label's classes in the style sheet: its type, and the side of its place."""
    return f"{label.category} lit" if label.is_highlighted else label.category, label.side


def path_options(style: Style) -> dict[str, Any]:
    """Return a style as Leaflet's path options; `casing` is ours, for lines."""
    options: dict[str, Any] = {
        "pane": style.pane,
        "color": style.stroke,
        "weight": style.stroke_px,
        "dashArray": " ".join(map(str, style.dashes)),
        "opacity": style.stroke_opacity,
        "fill": style.fill is not None,
    }
    if style.fill is not None:
        options |= {"fillColor": style.fill, "fillOpacity": style.fill_opacity}
    if style.radius_px is not None:
        options["radius"] = style.radius_px
    if casing := style.casing:
        options["casing"] = {
            "color": casing.stroke,
            "weight": casing.stroke_px,
            "opacity": casing.stroke_opacity,
        }
    return options

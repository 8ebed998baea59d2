"""The polar chart as inline SVG, drawn from the same shapes, order and styles as the app's map.

Coordinates are the chart's whole steps, with y downward; paths are written as moves from point to
point. Names and ids pass `geo.escape`. Colours are custom properties, so that one drawing serves
both themes. The disc and the graticule are one group at the bottom; on the app's map and in print
the waters lie between them.
"""

import math
from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.draw.chart import Chart, Steps
from geo.draw.css import CUSTOM
from geo.draw.frames import POLE, REACH, RIM_RADIUS, TICK_RADIUS
from geo.draw.labels import RIM_DOT, Label, exit_text
from geo.draw.layers import layer_of
from geo.draw.palette import LIGHT
from geo.draw.scene import DrawnItem, Scene
from geo.draw.styles import (
    GROUND,
    PANE_ORDER,
    PANES,
    Style,
    StyleKey,
    ground_style,
    style_key,
    style_of,
)
from geo.escape import Markup, join, svg_element

_SCREEN_PX = 760
"""Width that labels are set for until the script has measured the real one."""


def chart_css(scene: Scene, chart: Chart) -> str:
    """Return the style of every class that `chart_svg` uses, plain and highlighted."""
    rules = {"#map": f"--k:{_steps_per_pixel(chart):.1f}"}
    for part in GROUND:
        rules[f"path.{part}"] = _declarations(ground_style(part, CUSTOM))
    for item in _unselected(scene, chart):
        name, style = _class(item.style), style_of(item.style, CUSTOM)
        highlighted = style_of(style_key(item.feature, "highlighted"), CUSTOM)
        rules[f".{name}"] = _declarations(style)
        rules[f".on .{name}"] = _declarations(highlighted)
        if under := style.under():
            rules[f".{name}-under"] = _declarations(under)
    return "\n".join(f"{selector}{{{body}}}" for selector, body in rules.items())


def _steps_per_pixel(chart: Chart) -> float:
    """Return how many steps a pixel holds when the whole chart is shown at a usual width."""
    return 2 * RIM_RADIUS * REACH * chart.frame.steps_per_unit / _SCREEN_PX


def _declarations(style: Style) -> str:
    rules = {
        "stroke": style.stroke,
        "stroke-width": f"{style.stroke_px}px",
        "stroke-opacity": style.stroke_opacity,
        "stroke-dasharray": ",".join(map(str, style.dashes)) or "none",
        "fill": style.fill or "none",
        "fill-opacity": style.fill_opacity,
    }
    if style.radius_px is not None:
        rules["r"] = f"calc({style.radius_px}px * var(--k))"
    return ";".join(f"{name}:{value}" for name, value in rules.items())


def _unselected(scene: Scene, chart: Chart) -> Iterable[DrawnItem]:
    """Yield what the scene draws without the selection, which the script highlights."""
    for item in scene.items:
        first = next(iter(chart.shapes[item.feature.id]))
        yield DrawnItem(item.feature, item.variant, "plain" if item.variant == first else "quiet")


def _class(key: StyleKey) -> str:
    words = (key.kind, key.status, key.subtype, key.emphasis)
    return "s-" + "-".join(word.replace("_", "-") for word in words if word)


def chart_svg(scene: Scene, chart: Chart, *, name: str) -> Markup:
    """Return the chart of a scene as an SVG element.

    Parameters
    ----------
    chart
        The polar chart.
    name
        The drawing's name for screen readers.
    """
    steps = chart.frame.steps_per_unit
    radius = RIM_RADIUS * REACH * steps
    box = [POLE[0] * steps - radius, -POLE[1] * steps - radius, 2 * radius, 2 * radius]
    items = list(_unselected(scene, chart))
    pieces = [(PANES[item.feature.kind], _shape(item, chart)) for item in items]
    land = PANE_ORDER.index("land")
    below, above = (
        [piece for pane in panes for own, piece in pieces if own == pane]
        for panes in (PANE_ORDER[:land], PANE_ORDER[land:])
    )
    return svg_element(
        "svg",
        svg_element("g", _disc(chart), _path(chart.graticule, "grid")),
        svg_element("g", *below),
        _path(chart.land, "land"),
        svg_element("g", *above),
        svg_element("g", *_ticks(chart), *_labels(scene, chart), class_="labels"),
        id="map",
        viewBox=" ".join(f"{value:.0f}" for value in box),
        data_steps=steps,
        role="img",
        aria_label=name,
    )


def _disc(chart: Chart) -> Markup | None:
    return _path(chart.disc, "disc") if chart.disc else None


def _shape(item: DrawnItem, chart: Chart) -> Markup:
    """Return a shape: a casing below, the visible line, an invisible wide touch target on top."""
    feature, name = item.feature, _class(item.style)
    geometry = chart.shapes[feature.id][item.variant]
    style = style_of(item.style, LIGHT)
    is_line = style.fill is None
    return svg_element(
        "g",
        svg_element("title", feature.name),
        _path(geometry, f"{name}-under") if style.casing else None,
        _path(geometry, f"{name} {_part(style, geometry)}".strip()),
        _path(geometry, "grip") if is_line else None,
        class_=f"f {'way' if is_line else 'area'}",
        data_feature=feature.id,
        data_variant=item.variant or None,
        data_layer=layer_of(feature).id,
    )


def _part(style: Style, geometry: BaseGeometry) -> str:
    """Return how hit testing treats a shape: a visible mark, an invisible one, or an area."""
    if style.fill and not geometry.geom_type.endswith("Point"):
        return ""
    return "mark" if style.is_visible else "unseen"


def _path(geometry: BaseGeometry, name: str) -> Markup:
    if geometry.geom_type.endswith("Point"):
        positions = shapely.get_coordinates(geometry).astype(int).tolist()
        return join(*(svg_element("circle", cx=x, cy=-y, r=150, class_=name) for x, y in positions))
    is_area = geometry.geom_type.endswith("Polygon")
    parts = shapely.get_parts(geometry)
    lines = shapely.get_rings(parts) if is_area else parts
    end = "z" if is_area else ""
    return svg_element("path", d="".join(_path_data(line) + end for line in lines), class_=name)


def _path_data(line: BaseGeometry) -> str:
    """Return a line as one absolute move and then relative ones; a minus sign separates numbers."""
    points = shapely.get_coordinates(line).astype(int) * (1, -1)
    x, y = points[0]
    numbers = np.diff(points, axis=0).ravel().tolist()
    moves = "".join(f" {n}" if n >= 0 else str(n) for n in numbers)
    return f"M{x} {y}l{moves.lstrip()}" if numbers else ""


def _ticks(chart: Chart) -> Iterable[Markup]:
    steps = chart.frame.steps_per_unit
    for tick in chart.ticks:
        x, y = ((POLE[i] + tick.at[i] * TICK_RADIUS) * steps for i in (0, 1))
        yield svg_element("text", tick.text, x=round(x), y=round(-y), class_="tick")


def _labels(scene: Scene, chart: Chart) -> Iterable[Markup]:
    """Return the labels in order of weight, then where each track leaves the chart."""
    zoom = math.log2(chart.frame.steps_per_unit / _steps_per_pixel(chart))
    for label in scene.labels:
        if label.exit is None:
            later = " later" * (label.min_zoom > zoom)
            yield _text(
                label.at,
                _name(label),
                data_feature=label.feature_id,
                class_=f"label {label.category}{later} {label.side}",
                data_from=label.min_zoom,
            )
    for identity in dict.fromkeys(item.feature.id for item in scene.items):
        for slug, exits in chart.exits.get(identity, {}).items():
            for leaving in exits:
                marks = {"class_": "label way exit below", "data_variant": slug}
                yield _text(leaving.at, exit_text(leaving), data_feature=identity, **marks)


def _name(label: Label) -> Markup | str:
    if label.category != "rim":
        return label.text
    dot = svg_element("tspan", f" {RIM_DOT} ", class_="dot")
    return join(label.text, dot) if label.side == "west" else join(dot, label.text)


def _text(at: Steps, text: Markup | str, **marks: object) -> Markup:
    return svg_element("text", text, x=at[0], y=-at[1], **marks)

"""The polar chart as inline SVG, drawn from the same shapes, order and styles as the app's map.

Coordinates are the chart's whole steps, with y downward; paths are written as moves from point to
point. Names and ids pass `geo.escape`. Colours are custom properties, so that one drawing serves
both themes. Everything is drawn as it is at rest; classes on a feature's groups, which the page's
script sets, show how it stands to a selection: `on` and `kept`, under `selecting` on the whole; a
dimmed band goes into the pane that is nested in its own.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.catalogue.records import Feature
from geo.draw.chart import Chart
from geo.draw.css import CUSTOM, pane_css
from geo.draw.frames import POLE, REACH, RIM_RADIUS, TICK_RADIUS
from geo.draw.label_types import LABEL_TYPES, MAJOR
from geo.draw.labels import RIM_DOT, Label, exit_lines, exit_marks, place_zooms
from geo.draw.layers import layer_of
from geo.draw.palette import LIGHT
from geo.draw.placement import Spot, Steps
from geo.draw.scene import Scene
from geo.draw.styles import (
    GROUND,
    HATCHES,
    NESTED,
    PANE_OPACITY,
    PANE_ORDER,
    Emphasis,
    Ground,
    Style,
    ground_style,
    style_key,
    style_of,
)
from geo.draw.symbols import path_data
from geo.draw.type_lines import Points, evened, moved
from geo.escape import Markup, join, svg_element

_SCREEN_PX = 760
"""Width that labels are set for until the script has measured the real one."""
_BEYOND = 1.2
"""How far the line under a name goes on beyond either end, as a share of its length."""
_NOTHING = "stroke:none;fill:none"
_SELECTORS: tuple[tuple[str, Emphasis], ...] = (
    ("", "plain"),
    (".selecting ", "kept"),
    (".selecting .f:not(.kept) ", "dimmed"),
    (".selecting .f.on ", "highlighted"),
    (".selecting .f.on.other ", "variant"),
)
"""How each emphasis is selected; later rules are as specific or more."""


def chart_css(scene: Scene, chart: Chart) -> str:
    """Return the style of every class that `chart_svg` uses, in each emphasis."""
    rules = {"#map": f"--k:{_steps_per_pixel(chart):.1f}"}
    for part in GROUND:
        rules[f"path.{part}"] = _declarations(ground_style(part, CUSTOM))
    for feature in _features(scene):
        name, count = _class(feature), _casings(feature)
        for selector, emphasis in _SELECTORS:
            style = style_of(style_key(feature, emphasis), CUSTOM)
            rules[f"{selector}.{name}"] = _declarations(style)
            under = style.under()
            for index in range(count):
                body = (
                    _declarations(under[index]) if index < len(under) else "stroke:none;fill:none"
                )
                rules[f"{selector}.{name}-under{index}"] = body
    written = "\n".join(f"{selector}{{{body}}}" for selector, body in rules.items())
    return pane_css("#map .pane-{}") + written


def _steps_per_pixel(chart: Chart) -> float:
    """Return how many steps a pixel holds when the whole chart is shown at a usual width."""
    return 2 * RIM_RADIUS * REACH * chart.frame.steps_per_unit / _SCREEN_PX


def _declarations(style: Style) -> str:
    rules = {
        "stroke": style.stroke,
        "stroke-width": f"{style.stroke_px}px",
        "stroke-opacity": style.stroke_opacity,
        "stroke-dasharray": ",".join(map(str, style.dashes)) or "none",
        "stroke-linecap": "round" if style.is_round else "butt",
        "fill": f"url(#hatch-{style.hatch})" if style.hatch else style.fill or "none",
        "fill-opacity": style.fill_opacity,
    }
    if style.radius_px is not None:
        rules["r"] = f"calc({style.radius_px}px * var(--k))"
    if style.symbol:
        rules["--scale"] = style.scale
    return ";".join(f"{name}:{value}" for name, value in rules.items())


def _features(scene: Scene) -> list[Feature]:
    """Return what the scene draws, in drawing order."""
    return list({item.feature.id: item.feature for item in scene.items}.values())


def _casings(feature: Feature) -> int:
    """Return the most casings that a feature has in any emphasis."""
    styles = (style_of(style_key(feature, emphasis), LIGHT) for _, emphasis in _SELECTORS)
    return max(len(style.casings) for style in styles)


def _class(feature: Feature) -> str:
    key = style_key(feature, "plain")
    words = (key.kind, key.status, key.subtype)
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
    pieces = [piece for feature in _features(scene) for piece in _pieces(feature, chart)]
    panes = [_pane(pane, _ground(pane, chart), pieces) for pane in PANE_ORDER]
    return svg_element(
        "svg",
        svg_element("defs", *_hatches(chart), *_lines(scene, chart)),
        *panes,
        svg_element("g", *_ticks(chart), *_labels(scene, chart), class_="labels"),
        id="map",
        viewBox=" ".join(f"{value:.0f}" for value in box),
        data_steps=steps,
        data_rim=round(RIM_RADIUS * steps),
        data_sizes=" ".join(map(str, place_zooms(chart.frame))),
        data_major=" ".join(MAJOR),
        role="img",
        aria_label=name,
    )


def _pane(pane: str, ground: Markup | None, pieces: Iterable[tuple[str, Markup]]) -> Markup:
    """Return a pane as a group; one that is seen through as a whole has a class of its own."""
    nested = (svg_element("g", class_=f"pane-{n}") for n, outer in NESTED.items() if outer == pane)
    inside = [*nested, *(piece for own, piece in pieces if own == pane)]
    return svg_element(
        "g", ground, *inside, class_=f"pane-{pane}" if pane in PANE_OPACITY else None
    )


def _ground(pane: str, chart: Chart) -> Markup | None:
    shapes: dict[Ground, BaseGeometry | None] = {
        "disc": chart.ground.get("disc"),
        "grid": chart.ground["graticule"],
        "land": chart.land,
        "coast": chart.land,
        "circle": chart.ground["circle"],
    }
    geometry = next((shape for part, shape in shapes.items() if part == pane), None)
    if geometry is None:
        return None
    return _path(shapely.boundary(geometry) if pane == "coast" else geometry, pane)


def _hatches(chart: Chart) -> Iterable[Markup]:
    """Return the hatching of joint and claimed waters, as wide on the screen at first."""
    pixel = _steps_per_pixel(chart)
    for name, hatch in HATCHES.items():
        side, width = round(hatch.gap_px * pixel), round(hatch.width_px * pixel)
        tone = getattr(CUSTOM, hatch.tone)
        yield svg_element(
            "pattern",
            svg_element("rect", width=width, height=side, fill=tone),
            id=f"hatch-{name}",
            width=side,
            height=side,
            patternUnits="userSpaceOnUse",
            patternTransform=f"rotate({hatch.angle_deg:.0f})",
        )


def _pieces(feature: Feature, chart: Chart) -> Iterator[tuple[str, Markup]]:
    """Yield a feature's parts with the pane of each: casings, then the line, area or sign.

    All variants are there; those beside the first are shown when the feature is selected.
    """
    plain = style_of(style_key(feature, "plain"), LIGHT)
    name, count = _class(feature), _casings(feature)
    panes = [casing.pane or plain.pane for casing in plain.casings]
    for index, (slug, geometry) in enumerate(chart.shapes.get(feature.id, {}).items()):
        other = " other" * (index > 0)
        marks = {
            "class_": f"f {'area' if plain.fill else 'way'}{other}",
            "data_feature": feature.id,
            "data_variant": slug or None,
            "data_layer": layer_of(feature).id,
        }
        for number in range(count):
            pane = panes[number] if number < len(panes) else plain.pane
            casing = _path(geometry, f"{name}-under{number}")
            yield pane, svg_element("g", casing, **marks | {"class_": f"f under{other}"})
        yield (
            plain.pane,
            svg_element(
                "g",
                svg_element("title", feature.name),
                _path(geometry, f"{name} {_part(plain, geometry)}".strip(), plain),
                None if plain.fill else _path(geometry, "grip"),
                **marks,
            ),
        )


def _part(style: Style, geometry: BaseGeometry) -> str:
    """Return how hit testing treats a shape: a visible mark, an invisible one, or an area."""
    if geometry.geom_type.endswith("Point"):
        return "mark sign" if style.is_visible else "unseen"
    return "" if style.fill else "mark"


def _path(geometry: BaseGeometry, name: str, style: Style | None = None) -> Markup:
    if geometry.geom_type.endswith("Point"):
        positions = shapely.get_coordinates(geometry).astype(int).tolist()
        return join(*(_sign((x, -y), name, style) for x, y in positions))
    is_area = geometry.geom_type.endswith("Polygon")
    parts = shapely.get_parts(geometry)
    lines = shapely.get_rings(parts) if is_area else parts
    end = "z" if is_area else ""
    return svg_element("path", d="".join(_path_data(line) + end for line in lines), class_=name)


def _sign(at: Steps, name: str, style: Style | None) -> Markup:
    """Return a point: its sign, as wide on the screen at any scale, or a disc."""
    x, y = at
    if style is None or not style.symbol:
        return svg_element("circle", cx=x, cy=y, r=150, class_=name)
    sign = svg_element("path", d=path_data(style.symbol), class_=name)
    return svg_element("g", sign, transform=f"translate({x} {y})")


def _path_data(line: BaseGeometry) -> str:
    """Return a line as one absolute move and then relative ones; a minus sign separates numbers."""
    return _moves(shapely.get_coordinates(line) * (1, -1))


def _moves(points: Points) -> str:
    steps = points.astype(int)
    x, y = steps[0]
    numbers = np.diff(steps, axis=0).ravel().tolist()
    moves = "".join(f" {n}" if n >= 0 else str(n) for n in numbers)
    return f"M{x} {y}l{moves.lstrip()}" if numbers else ""


def _ticks(chart: Chart) -> Iterable[Markup]:
    steps = chart.frame.steps_per_unit
    for tick in chart.ticks:
        x, y = ((POLE[i] + tick.at[i] * TICK_RADIUS) * steps for i in (0, 1))
        yield svg_element("text", tick.text, x=round(x), y=round(-y), class_="tick")


def _lines(scene: Scene, chart: Chart) -> Iterable[Markup]:
    """Return the lines that names along a line stand on."""
    pixel = _steps_per_pixel(chart)
    for label in scene.labels:
        for spot in label.spots[:1]:
            stretch = np.array(spot.line, dtype=float) * (1, -1)
            off = LABEL_TYPES[label.category].off_px * pixel
            line = _going_on(evened(moved(stretch, spot.side, off)))
            yield svg_element("path", d=_moves(line), id=f"along-{label.feature_id}")


def _going_on(line: Points) -> Points:
    """Let a line go straight on beyond both ends, by more than its length.

    A name may be longer than the stretch that was found for it, in a small window or in another
    typeface than the app's; browsers leave out the letters beyond the ends.
    """
    chords = line[[0, -1]] - line[[len(line) // 4, -1 - len(line) // 4]]
    beyond = _BEYOND * np.hypot(*np.diff(line, axis=0).T).sum()
    first, last = line[[0, -1]] + chords / np.hypot(*chords.T)[:, None] * beyond
    return np.vstack([first, line, last])


def _labels(scene: Scene, chart: Chart) -> Iterable[Markup]:
    """Return the labels in order of weight, then where the tracks leave the chart.

    Each has all places where it may stand, for the page's script: see `web/names.js`.
    """
    zoom = math.log2(chart.frame.steps_per_unit / _steps_per_pixel(chart))
    for label in scene.labels:
        if label.category == "exit":
            continue
        later = " later" * (label.min_zoom > zoom) + " quiet" * label.is_quiet
        marks = {
            "data_feature": label.feature_id,
            "class_": f"label {label.category}{later}",
            "data_from": label.min_zoom,
            "data_starts": _row(label.starts) or None,
            "data_short": label.short or None,
        }
        if label.spots:
            yield _along(label, chart, marks)
        else:
            yield _standing(label, marks)
    drawn = {item.feature.id for item in scene.items}
    for mark in exit_marks(chart):
        tracks = [track for track in mark.tracks if track[0] in drawn]
        first = [to for one, slug, to in tracks if slug == next(iter(chart.shapes[one]))]
        at, side = (mark.at[0], -mark.at[1]), mark.side
        if first:
            yield _text(at, exit_lines(first), class_="label exit rest", data_sides=side)
        for one, slug, to in tracks:
            marks = {"data_feature": one, "data_variant": slug or None, "data_sides": side}
            yield _text(at, exit_lines([to]), class_="label exit", **marks)


def _standing(label: Label, marks: dict[str, object]) -> Markup:
    marks |= {"data_sides": " ".join(label.sides)}
    if len(label.places) > 1:
        marks["data_places"] = _row(n for x, y in label.places for n in (x, -y))
    at = label.at[0], -label.at[1]
    return _text(at, [_name(label)] if label.category == "rim" else label.lines, **marks)


def _along(label: Label, chart: Chart, marks: dict[str, object]) -> Markup:
    """Return a name along a line, which the script keeps as far off it at any scale."""
    look = LABEL_TYPES[label.category]
    run = svg_element("textPath", label.text, href=f"#along-{label.feature_id}", startOffset="50%")
    spots = ";".join(_spot(one) for one in label.spots)
    dy = round(0.34 * look.size_px * _steps_per_pixel(chart))
    return svg_element("text", run, dy=dy, data_off=look.off_px, data_spots=spots, **marks)


def _spot(spot: Spot) -> str:
    """Return a stretch: its side, its first position, and the steps to each of the others."""
    line = np.array(spot.line, dtype=int) * np.array((1, -1))
    steps: list[int] = np.diff(line, axis=0, prepend=0).ravel().tolist()
    return _row([spot.side, *steps])


def _row(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _name(label: Label) -> Markup | str:
    if label.category != "rim":
        return label.text
    dot = svg_element("tspan", f" {RIM_DOT} ", class_="dot")
    return join(label.text, dot) if label.side == "west" else join(dot, label.text)


def _text(at: Steps, lines: Sequence[Markup | str], **marks: object) -> Markup:
    x, y = at
    if len(lines) == 1:
        return svg_element("text", lines[0], x=x, y=y, **marks)
    rise = (1 - len(lines)) * 0.55
    parts = [
        svg_element(
            "tspan",
            line,
            x=x,
            dy=f"{1.1 if index else rise:.2f}em",
            class_="under" if index and str(line).startswith("(") else None,
        )
        for index, line in enumerate(lines)
    ]
    return svg_element("text", *parts, x=x, y=y, **marks)

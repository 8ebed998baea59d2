"""The polar chart as inline SVG, drawn from the same shapes, order and styles as the app's map.

Coordinates are the chart's whole steps, with y downward; paths are written as moves from point to
point. Names and ids pass `geo.escape`. Colours are custom properties, so that one drawing serves
both themes.
"""

import math
from collections.abc import Iterable, Sequence
from importlib.resources import files
from itertools import chain

from geo.catalogue.records import Feature
from geo.draw.assets import Payload
from geo.draw.frames import POLE, RIM_RADIUS
from geo.draw.layers import layer_of
from geo.draw.legend import dash_css
from geo.draw.palette import LIGHT, PALETTES, Palette
from geo.draw.styles import PANES, Style, sort_of, style_of
from geo.errors import ExportError
from geo.escape import Markup, drawn, join
from geo.exchange.shown import Shown

_UNDER_LAND = {"water"}
_PANE_ORDER = ("circle", "states", "areas", "lines", "points")
_MARGIN = 1.085
"""The drawing's half width over the rim's radius: room for the meridians' labels."""
_SCREEN_PX = 760
"""Width that labels are set for until the script has measured the real one."""
_TICK_STEPS = 17


def _custom() -> Palette:
    """Return a palette whose colours are custom properties."""
    inks = {name: f"var(--{name})" for name in _inks(LIGHT)}
    kinds = {kind: f"var(--kind-{kind})" for kind in LIGHT.kinds}
    return Palette(**inks, kinds=kinds)


def _inks(palette: Palette) -> dict[str, str]:
    return {name: ink for name, ink in vars(palette).items() if name != "kinds"}


def steps_per_pixel(payload: Payload) -> float:
    """Return how many steps a pixel holds when the whole chart is shown at a usual width."""
    return float(2 * RIM_RADIUS * _MARGIN * payload["scale"] / _SCREEN_PX)


def theme_css(theme: str) -> str:
    """Return a theme's colours as declarations of custom properties."""
    palette = PALETTES[theme]
    kinds = {f"kind-{kind}": ink for kind, ink in palette.kinds.items()}
    return "".join(f"--{name}:{ink};" for name, ink in (_inks(palette) | kinds).items())


def constant(name: str, package: str = "geo.exchange") -> str:
    """Return one of the page's own files, or one that it shares with the app's map.

    Raises
    ------
    ExportError
        It is missing or cannot be read.
    """
    try:
        return (files(package) / "web" / name).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ExportError(
            f"The page to take away cannot be made: {name} is missing or damaged. Restore it from "
            "the repository."
        ) from error


def page_script() -> str:
    """Return the page's one script: what a press means is the same rule as on the app's map."""
    return constant("nearest.js", "geo.draw") + constant("takeaway.js")


def page_css(shown: Shown, payload: Payload) -> str:
    """Return the page's sheet: the palette's colours, the map's classes and our own rules."""
    tones = "".join(f".{kind}{{--tone:var(--kind-{kind})}}" for kind in LIGHT.kinds)
    return "\n".join(
        [
            f":root{{{theme_css('light')}}}",
            f"@media (prefers-color-scheme:dark){{:root{{{theme_css('dark')}}}}}",
            f"@media print{{:root{{{theme_css('light')}}}}}",
            tones,
            f"#map{{--k:{steps_per_pixel(payload):.1f}}}",
            dash_css(),
            constant("takeaway.css"),
            chart_css(shown),
        ]
    )


def chart_css(shown: Shown) -> str:
    """Return the style of every class that `chart_svg` uses, plain and lit."""
    rules: dict[str, str] = {}
    for feature, _, emphasis in _items(shown):
        name = _class(feature, emphasis)
        style = style_of(feature, _custom(), emphasis)
        rules[f".{name}"] = _declarations(style)
        rules[f".on .{name}"] = _declarations(style_of(feature, _custom(), "lit"))
        if casing := style.get("casing"):
            rules[f".{name}-under"] = _declarations({**style, **casing, "dashArray": ""})
    return "\n".join(f"{selector}{{{body}}}" for selector, body in rules.items())


def _declarations(style: Style) -> str:
    rules = {
        "stroke": style["color"],
        "stroke-width": f"{style['weight']}px",
        "stroke-opacity": style["opacity"],
        "stroke-dasharray": style["dashArray"].replace(" ", ",") or "none",
        "fill": style["fillColor"] if style["fill"] else "none",
        "fill-opacity": style.get("fillOpacity", 0),
    }
    if "radius" in style:
        rules["r"] = f"calc({style['radius']}px * var(--k))"
    return ";".join(f"{name}:{value}" for name, value in rules.items())


def _items(shown: Shown) -> Iterable[tuple[Feature, str, str]]:
    """Yield what the scene draws as if nothing were selected: the script lights it."""
    for identity, slug, _ in shown.scene.items:
        first = shown.chart.variants[identity][0] == slug
        yield shown.catalogue.features[identity], slug, "plain" if first else "quiet"


def _class(feature: Feature, emphasis: str) -> str:
    words = (feature.kind, feature.status, sort_of(feature), emphasis)
    return "s-" + "-".join(word.replace("_", "-") for word in words if word)


def chart_svg(shown: Shown, payload: Payload, *, name: str) -> Markup:
    """Return the chart of a view as an SVG element.

    Parameters
    ----------
    payload
        What `Chart.payload` returns for the polar chart.
    name
        The drawing's name for screen readers.
    """
    steps = payload["scale"]
    radius = RIM_RADIUS * _MARGIN * steps
    box = [POLE[0] * steps - radius, -POLE[1] * steps - radius, 2 * radius, 2 * radius]
    pieces = [(PANES[f.kind], _drawn(f, slug, look, payload)) for f, slug, look in _items(shown)]
    above = [piece for pane in _PANE_ORDER for p, piece in pieces if p == pane]
    return drawn(
        "svg",
        drawn("g", _path(payload["disc"], "disc"), _path(payload["graticule"], "grid")),
        drawn("g", *(piece for pane, piece in pieces if pane in _UNDER_LAND)),
        _path(payload["land"], "land"),
        drawn("g", *above),
        drawn("g", *_ticks(payload), *_labels(shown, payload), class_="labels"),
        id="map",
        viewBox=" ".join(f"{value:.0f}" for value in box),
        data_steps=steps,
        role="img",
        aria_label=name,
    )


def _drawn(feature: Feature, slug: str, emphasis: str, payload: Payload) -> Markup:
    """Return a shape: what is seen, under it a casing, over it an unseen grip for the finger."""
    geometry = payload["shapes"][feature.id][slug]
    style, name = style_of(feature, LIGHT, emphasis), _class(feature, emphasis)
    return drawn(
        "g",
        drawn("title", feature.name),
        _path(geometry, f"{name}-under") if "casing" in style else None,
        _path(geometry, f"{name} {_part(style, geometry)}".strip()),
        _path(geometry, "grip") if "grip" in style else None,
        class_=f"f {'area' if style['fill'] else 'way'}",
        data_feature=feature.id,
        data_variant=slug or None,
        data_layer=layer_of(feature).id,
    )


def _part(style: Style, geometry: Payload) -> str:
    """Return what a press takes a shape for: a mark that is seen, one that is not, or an area."""
    if style["fill"] and not geometry["type"].endswith("Point"):
        return ""
    return "mark" if style["opacity"] or style.get("fillOpacity") else "unseen"


def _path(geometry: Payload, name: str) -> Markup:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind in {"Point", "MultiPoint"}:
        spots = [coordinates] if kind == "Point" else coordinates
        return join(*(drawn("circle", cx=x, cy=-y, r=150, class_=name) for x, y in spots))
    if kind == "MultiPolygon":
        coordinates = list(chain.from_iterable(coordinates))
    lines = [coordinates] if kind == "LineString" else coordinates
    end = "z" if kind.endswith("Polygon") else ""
    return drawn("path", d="".join(_moves(line) + end for line in lines), class_=name)


def _moves(line: Sequence[Sequence[int]]) -> str:
    """Return a line as one absolute and then relative moves; a minus sign parts two numbers."""
    x, y = line[0]
    numbers: list[int] = []
    for east, north in line[1:]:
        numbers += [east - x, y - north]
        x, y = east, north
    moves = "".join(f" {n}" if n >= 0 else str(n) for n in numbers)
    return f"M{line[0][0]} {-line[0][1]}l{moves.lstrip()}" if numbers else ""


def _ticks(payload: Payload) -> Iterable[Markup]:
    steps = payload["scale"]
    radius = RIM_RADIUS + _TICK_STEPS
    for tick in payload["ticks"]:
        x, y = ((POLE[i] + tick["at"][i] * radius) * steps for i in (0, 1))
        yield drawn("text", tick["text"], x=round(x), y=round(-y), class_="tick")


def _labels(shown: Shown, payload: Payload) -> Iterable[Markup]:
    """Return the labels in order of weight, then where each track leaves the chart."""
    zoom = math.log2(payload["scale"] / steps_per_pixel(payload))
    for label in shown.scene.labels:
        if "exit" not in label:
            identity, least = label["id"], label["from"]
            look = label["look"].removesuffix(" lit") + " later" * (least > zoom)
            marks = {"class_": f"label {look} {label['side']}", "data_from": least}
            text = [shown.catalogue.features[identity].name]
            if look.startswith("rim"):
                text.insert(label["side"] == "west", drawn("tspan", " ● ", class_="dot"))
            yield _label(payload["spots"][identity], join(*text), data_feature=identity, **marks)
    for identity in dict.fromkeys(identity for identity, _, _ in shown.scene.items):
        for slug, exits in payload["exits"].get(identity, {}).items():
            marks = {"class_": "label way exit below", "data_variant": slug}
            for leaving in exits:
                onward = f"→ {leaving['to']}"
                yield _label(leaving["at"], onward, data_feature=identity, **marks)


def _label(at: Sequence[int], text: str, **marks: object) -> Markup:
    return drawn("text", text, x=at[0], y=-at[1], **marks)

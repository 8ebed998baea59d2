"""What the browser is sent for Leaflet, as plain values: a chart's script once, a scene each run.

A chart's script holds all that a selection changes: the shapes, as integers in steps of the frame's
unit, each feature's style by emphasis, labels and companions. So the browser draws a selection by
itself, and a scene is a list of ids. Names are JSON strings in the script and reach the page as
text nodes only (see `web/atlas.js`, which reads the keys that are written here). Colours are custom
properties, so that one script serves both themes.
Nothing is written to disk: a full disk, or a cleaner of temporary folders, cannot break the map.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.catalogue.relations import highlighted_by
from geo.draw.chart import Chart
from geo.draw.css import CUSTOM, both_themes_css, label_css, pane_css
from geo.draw.frames import POLAR_FRAME, POLE, RIM_RADIUS, SCREEN_TICK_RADIUS
from geo.draw.label_types import LABEL_TYPES, MAJOR
from geo.draw.labels import ORIENTING, exit_marks, name_label, place_zooms
from geo.draw.layers import layer_of
from geo.draw.legend import Key, entry_of, legend_of
from geo.draw.overlay import Overlay
from geo.draw.scene import Scene, draw_order
from geo.draw.styles import (
    EMPHASES,
    GROUND,
    HATCHES,
    NESTED,
    PANE_ORDER,
    Hatch,
    Style,
    ground_style,
    style_key,
    style_of,
)
from geo.draw.symbols import SYMBOLS, path_data
from geo.draw.tools import tools_payload

WEB = Path(__file__).parent / "web"
_SCRIPTS = (
    *("shapes", "overlay", "pointer", "labels", "type", "names", "features"),
    *("globe", "signs", "ground", "camera", "ruler", "tools", "field", "atlas"),
)
HELPERS = tuple(WEB / f"{name}.js" for name in _SCRIPTS)
SHEET = WEB / "map.css"


@dataclass(frozen=True)
class ChartScript:
    """The script that draws a chart, or a field on it, in a browser, which fetches it once.

    Attributes
    ----------
    frame_id
        The frame, or the layer of the field.
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


def make_chart_script(
    chart: Chart,
    catalogue: Catalogue,
    companions: Mapping[str, Mapping[str, Collection[str]]],
    *,
    helpers: Sequence[Path] = HELPERS,
) -> ChartScript:
    """Return a chart's script; where a helper is missing or broken, it says so in its problems.

    Parameters
    ----------
    companions
        Ids that keep their colour beside a selected feature, by feature and variant; under '' those
        of any variant.
    """
    helper, problems = helper_text(helpers)
    sheet, without = helper_text([SHEET])
    payload = chart_payload(chart) | features_payload(chart, catalogue, companions)
    tables = [sheet, pane_css(".leaflet-{}-pane"), label_css()]
    payload["css"] = f":root{{{both_themes_css()}}}\n{''.join(tables)}"
    content = f"window.atlasData={parsed(payload)};\n{helper}".encode()
    return ChartScript(chart.frame.id, content, (*problems, *without))


def parsed(payload: Mapping[str, Any]) -> str:
    """Return data as script: a browser reads JSON in half the time that it takes for the same."""
    data = json.dumps(payload, separators=(",", ":"), allow_nan=False)
    text = data.replace("\\", "\\\\").replace("'", "\\'")
    return f"JSON.parse('{text}')"


def chart_payload(chart: Chart) -> dict[str, Any]:
    """Return a chart's ground, shapes and names, as JSON takes them."""
    return {
        "frame": chart.frame.id,
        "scale": chart.frame.steps_per_unit,
        "radius": RIM_RADIUS if chart.frame is POLAR_FRAME else 0,
        **chart.ground.packed,
        "shapes": {identity: shapes.packed for identity, shapes in chart.shapes.items()},
        "names": dict(chart.names),
        "anchors": {identity: list(at) for identity, at in chart.anchors.items()},
        "rim": {identity: list(at) for identity, at in chart.rim.items()},
        "exits": [
            {"at": list(mark.at), "side": mark.side, "tracks": [list(one) for one in mark.tracks]}
            for mark in exit_marks(chart)
        ],
        "sizes": list(place_zooms(chart.frame)),
        "major": MAJOR,
        "orienting": ORIENTING,
        "types": {name: {"off": look.off_px} for name, look in LABEL_TYPES.items()},
        "ticks": [{"at": list(tick.at), "text": tick.text} for tick in chart.ticks],
        "tools": tools_payload(chart.frame),
        "symbols": SYMBOLS,
        "hatches": {
            name: _pattern(hatch) | {"color": getattr(CUSTOM, hatch.tone)}
            for name, hatch in HATCHES.items()
        },
    }


def features_payload(
    chart: Chart, catalogue: Catalogue, companions: Mapping[str, Mapping[str, Collection[str]]]
) -> dict[str, Any]:
    """Return what the browser must know of each feature to draw any selection.

    `looks` has the index of a style in `styles` for each emphasis, in the order of `EMPHASES`.
    """
    features = sorted(catalogue.features.values(), key=draw_order)
    drawn = [feature for feature in features if feature.id in chart.shapes]
    styles: dict[Style, int] = {}
    looks: dict[str, list[int]] = {}
    for feature in drawn:
        kinds = [style_of(style_key(feature, emphasis), CUSTOM) for emphasis in EMPHASES]
        looks[feature.id] = [styles.setdefault(style, len(styles)) for style in kinds]
    known = {feature.id for feature in drawn} | set(chart.rim)
    return {
        "emphases": list(EMPHASES),
        "styles": [path_options(style) for style in styles],
        "looks": looks,
        "layers": {feature.id: layer_of(feature).id for feature in drawn},
        "legend": _legend(drawn),
        "entries": {feature.id: entry for feature in drawn if (entry := entry_of(feature))},
        "labels": {
            feature.id: found for feature in drawn if (found := _label(feature, chart)) is not None
        },
        "boxes": {identity: list(box) for identity, box in chart.views.items()},
        "members": {
            feature.id: [i for i in lit if i in known]
            for feature in features
            if len(lit := highlighted_by(catalogue.features, feature.id)) > 1
        },
        "kept": {
            identity: {slug: sorted(known.intersection(ids)) for slug, ids in by_variant.items()}
            for identity, by_variant in companions.items()
        },
    }


def _legend(drawn: Sequence[Feature]) -> list[dict[str, Any]]:
    """Return the entries, each with its sample at rest and, where that differs, with a selection.

    The selection's own entry the browser makes of the style that it is drawn in.
    """
    beside = {key.id: key for key in legend_of(drawn, is_beside=True)}
    return [
        {
            "id": key.id,
            "group": messages.LEGEND_GROUPS[key.group],
            "text": key.text,
            "swatch": _swatch(key),
        }
        | ({} if beside[key.id] == key else {"beside": _swatch(beside[key.id])})
        for key in legend_of(drawn)
    ]


def _swatch(key: Key) -> dict[str, Any]:
    """Return a legend's sample as `web/signs.js` draws it."""
    style = style_of(key.drawn_as, CUSTOM)
    strokes = [
        {
            "color": part.stroke,
            "width": max(part.stroke_px, 0.7),
            "dash": " ".join(map(str, part.dashes)),
            "cap": "round" if part.is_round else "butt",
            "opacity": part.seen_opacity,
        }
        for part in (*style.under(), style)
    ]
    if style.symbol:
        fill = {"color": style.fill, "opacity": style.fill_opacity}
        path = path_data(style.symbol)
        return {"kind": "symbol", "path": path, "strokes": strokes, "fill": fill}
    if not style.fill:
        return {"kind": "line", "strokes": strokes}
    strokes[-1]["opacity"] = max(0.5, style.stroke_opacity)
    fills: list[dict[str, Any]] = [{"color": CUSTOM.sea, "opacity": 1}]
    if style.hatch:
        hatch = HATCHES[style.hatch]
        pattern = {"pattern": _pattern(hatch)}
        fills.append({"color": style.fill, "opacity": hatch.opacity} | pattern)
    else:
        fills.append({"color": style.fill, "opacity": style.fill_opacity})
    return {"kind": "area", "strokes": strokes, "fill": fills}


def _pattern(hatch: Hatch) -> dict[str, float]:
    return {"angle": hatch.angle_deg, "width": hatch.width_px, "gap": hatch.gap_px}


def _label(feature: Feature, chart: Chart) -> dict[str, Any] | None:
    label = name_label(feature, chart)
    if label is None:
        return None
    return {
        "lines": list(label.lines),
        "short": label.short,
        "type": label.category,
        "at": [list(place) for place in label.places],
        "sides": list(label.sides),
        "spots": [[spot.side, *(n for at in spot.line for n in at)] for spot in label.spots],
        "starts": list(label.starts),
        "zoom": label.min_zoom,
        "weight": [chart.ranks[feature.id], -round(chart.extents[feature.id], 1)],
    }


def helper_text(paths: Iterable[Path]) -> tuple[str, tuple[str, ...]]:
    """Return the drawing scripts, and a message for each file that cannot be read."""
    texts, problems = [], []
    for path in paths:
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            problems.append(f"{path.name} cannot be read, and the map needs it; restore the file.")
    return "" if problems else "".join(texts), tuple(problems)


def ground_payload(chart: Chart) -> dict[str, Any]:
    """Return what `atlas.chart` draws a chart's ground with: styles and positions."""
    return {
        "panes": list(PANE_ORDER),
        "nested": NESTED,
        "styles": {part: path_options(ground_style(part, CUSTOM)) for part in GROUND},
        "home": list(chart.frame.home),
        "pole": list(POLE),
        "tick_radius": SCREEN_TICK_RADIUS,
    }


def scene_payload(scene: Scene, *, press: int = 0, since: float = 0) -> dict[str, Any]:
    """Return the compact scene for `atlas.draw`, with a stamp that changes with the scene.

    Parameters
    ----------
    press, since
        The number of the last press that the server has answered, and when the selection was made:
        the browser may be further on.
    """
    body: dict[str, Any] = {
        "passing": None if scene.passing is None else list(scene.passing),
        "named": list(scene.named),
        "selected": scene.highlighted[0] if scene.highlighted else "",
        "variant": scene.variant,
        "layers": list(scene.layers),
        "ice": asdict(scene.ice),
        "hidden": list(scene.hidden),
        "at": scene.at,
        "request": scene.request,
    }
    if scene.overlay:
        body["overlay"] = overlay_payload(scene.overlay)
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    return body | {"stamp": digest[:12], "press": press, "since": since}


def overlay_payload(overlay: Overlay) -> dict[str, Any]:
    """Return what a viewpoint changes on the map, which is sent with the scene."""
    return {
        "viewpoint": overlay.viewpoint,
        "sentence": overlay.sentence,
        "names": dict(overlay.names),
        "lines": {identity: list(lines) for identity, lines in overlay.lines.items()},
        "alike": dict(overlay.alike),
        "undrawn": list(overlay.undrawn),
    }


def path_options(style: Style) -> dict[str, Any]:
    """Return a style as Leaflet's path options; `casings`, `symbol` and `scale` are ours."""
    options: dict[str, Any] = {
        "pane": style.pane,
        "color": style.stroke,
        "weight": style.stroke_px,
        "dashArray": " ".join(map(str, style.dashes)),
        "opacity": style.stroke_opacity,
        "lineCap": "round" if style.is_round else "butt",
        "fill": style.fill is not None,
    }
    if style.fill is not None:
        fill = f"url(#hatch-{style.hatch})" if style.hatch else style.fill
        options |= {"fillColor": fill, "fillOpacity": style.fill_opacity}
    if style.radius_px is not None:
        options["radius"] = style.radius_px
    if style.symbol:
        options |= {"symbol": style.symbol, "scale": style.scale}
    if style.casings:
        options["casings"] = [path_options(casing) for casing in style.under()]
    return options

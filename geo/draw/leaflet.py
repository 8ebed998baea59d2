"""The Leaflet renderer: the only module that imports folium.

What reaches folium is evaluated as a template and as script, so nothing but numbers, ids, styles
and the map's name goes in, and each string must match an allow-list; so must the few names that a
viewpoint has of its own (`geo/draw/overlay.py`). Other names and words travel
with the shapes and are set as text nodes in the browser (`web/atlas.js`, `web/tools.js`).
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import folium
from folium.template import Template

from geo.draw.chart import Chart
from geo.draw.frames import MERCATOR_FRAME
from geo.draw.payload import ground_payload, scene_payload
from geo.draw.scene import Scene
from geo.errors import ExportError

_PLAIN = re.compile(r"[\w #.,:;()°/+-]*\Z")


def require_safe(value: Any) -> Any:  # noqa: ANN401  JSON nests
    """Return a value for a map's script unchanged, or raise if a string in it is unsafe.

    Raises
    ------
    ExportError
        A string contains a character with a meaning in a template or script.
    """
    if isinstance(value, Mapping):
        for key, inner in value.items():
            require_safe(key)
            require_safe(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            require_safe(inner)
    elif isinstance(value, str) and not _PLAIN.match(value):
        raise ExportError(
            f"The map's script may not contain the text {value[:60]!r}: only letters, digits and "
            "plain signs; names are sent with the shapes."
        )
    return value


class _Script(folium.MacroElement):
    """One call of `atlas` in the map's script."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "atlas.{{ this.call }}({{ this.target() }}, {{ this.argument }});"
        "{% endmacro %}"
    )

    def __init__(self, call: str, argument: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca ships no types
        self._name = "script"
        self.call = call
        self.argument = json.dumps(require_safe(argument), separators=(",", ":"), ensure_ascii=True)

    def target(self) -> str:
        """Return the JavaScript names that the call is given: the map, or the map and the group."""
        parent: Any = self._parent
        if isinstance(parent, folium.Map):
            return str(parent.get_name())
        return f"{parent._parent.get_name()}, {parent.get_name()}"  # noqa: SLF001  branca's tree


def base_map(chart: Chart, name: str, *, leaflet: str, script: str, ice: str = "") -> folium.Map:
    """Return the map without any feature, the same for every selection, filter and theme.

    Parameters
    ----------
    chart
        The frame's chart.
    name
        The map's name for screen readers.
    leaflet, script
        Addresses of the folder that serves Leaflet and of the chart's script, relative to the
        component.
    ice
        Address of the script of the ice, which is fetched when its layer is switched on.
    """
    # folium keeps the links on the class, so each chart has a class of its own.
    kind = type(
        "AtlasMap",
        (folium.Map,),
        {
            "default_js": [
                ("leaflet", f"{leaflet}/leaflet.js"),
                ("chart", script),
            ],
            "default_css": [("leaflet", f"{leaflet}/leaflet.css")],
        },
    )
    frame = chart.frame
    west, south, east, north = frame.home
    made: folium.Map = kind(
        location=[(south + north) / 2, (west + east) / 2],
        zoom_start=1 if frame is MERCATOR_FRAME else -1,
        crs=frame.crs,
        tiles=None,
        zoom_control=False,
        zoom_snap=0,
        zoom_delta=1,
        max_bounds=False,
        prefer_canvas=False,
        world_copy_jump=False,
    )
    made.options["maxZoom"] = frame.max_zoom
    made.options["minZoom"] = -3 if frame is not MERCATOR_FRAME else 0
    made.options["attributionControl"] = False
    _Script("chart", {"name": name, "ice": ice, **ground_payload(chart)}).add_to(made)
    return made


def scene_group(scene: Scene, *, press: int = 0, since: float = 0) -> folium.FeatureGroup:
    """Return what depends on filter, selection, layers or articles, for `feature_group_to_add`."""
    group = folium.FeatureGroup(name="scene", control=False)
    _Script("draw", scene_payload(scene, press=press, since=since)).add_to(group)
    return group

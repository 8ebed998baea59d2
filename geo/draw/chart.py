"""The shapes of the map as one script per frame, served beside the app and fetched once.

The map's own script is sent again on every run; shapes are not, so a press costs a few kilobytes.
A frame's script holds integers in steps of the frame's unit. Names stand in it as JSON strings and
reach the page as text nodes only (see `web/atlas.js`). Nothing is written to disk: a full disk, or
a cleaner of temporary folders, cannot take the map away.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString, MultiLineString
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, Feature, read_collection
from geo.draw.destination import Box, main_box
from geo.draw.frames import (
    POLAR_FRAME,
    RIM,
    RIM_LAT_DEG,
    Frame,
    is_beyond_rim,
    out_to_rim,
    to_rim,
)
from geo.draw.graticule import graticule, meridian_labels
from geo.errors import DAMAGE, CatalogueError
from geo.geodesy import (
    Position,
    densify,
    densify_edges,
    gather,
    join_track,
    lines_of,
    midpoint,
    to_polar,
)

WEB = Path(__file__).parent / "web"
HELPERS = (WEB / "nearest.js", WEB / "atlas.js")
LAND = DATA / "base" / "land.geojson"
Payload = dict[str, Any]
_GEODESIC_KINDS = ("route", "corridor", "boundary")
_FINE = 0.25
"""Share of the frame's tolerance that small shapes (straits) are simplified by."""


@dataclass(frozen=True)
class Chart:
    """A frame with the catalogue on it: its script, and what the server must know of it.

    Attributes
    ----------
    frame
        The frame.
    data
        The payload in JSON: shapes in steps, names, labels, exits. Both the browser's script and
        `payload` are made from it.
    helper
        The script that draws the data; '' where its file cannot be read.
    variants
        Slugs of the shapes that are drawn, by feature.
    spots
        Where a feature's label stands, in steps, by feature.
    extents
        Square root of a feature's drawn area, in frame units (0 for points and lines): how much
        room its label has.
    rim
        Where on the rim a feature is marked that lies beyond it, wholly or but for a sliver, in
        steps, by feature.
    boxes
        West, south, east and north of what is drawn of a feature, in frame units, by feature.
    ways
        What is drawn of the first variant of each route and corridor, in frame units.
    exits
        By feature and variant: where a track leaves the frame, and the waypoint it goes on to.
    problems
        What could not be drawn, a sentence each.
    """

    frame: Frame
    data: str = field(repr=False)
    helper: str = field(repr=False)
    variants: Mapping[str, tuple[str, ...]]
    spots: Mapping[str, list[int]]
    extents: Mapping[str, float]
    rim: Mapping[str, list[int]]
    boxes: Mapping[str, Box]
    ways: Mapping[str, BaseGeometry]
    exits: Mapping[str, Payload]
    problems: tuple[str, ...] = ()

    @cached_property
    def script(self) -> bytes:
        """The script that the browser runs: the data, then what draws it."""
        return f"window.atlasData={self.data};\n{self.helper}".encode()

    @cached_property
    def file(self) -> str:
        """The script's name; it holds a hash of the content, so a browser may keep it for ever."""
        return f"{self.frame.id}-{hashlib.sha256(self.script).hexdigest()[:12]}.js"

    def payload(self) -> Payload:
        """Return the shapes in steps, names, exits and labels, for pages and figures.

        Made anew at each call: as Python objects it takes many times the room of its text.
        """
        made: Payload = json.loads(self.data)
        return made


def make_chart(
    frame: Frame, catalogue: Catalogue, *, land: Path = LAND, helpers: Sequence[Path] = HELPERS
) -> Chart:
    """Return a frame's chart.

    Where the land file or the script is missing or broken, the chart says so in its problems.
    """
    coast, problems = _land_in_steps(frame, land)
    drawing, more = _helper_text(helpers)
    drawn, broken = _drawn_shapes(frame, catalogue)
    exits = _all_exits(frame, catalogue) if frame is POLAR_FRAME else {}
    spots = {
        identity: _steps(midpoint(next(iter(shapes.values()))), frame)
        for identity, shapes in drawn.items()
    }
    rim = _rim(frame, catalogue, drawn)
    payload = {
        "frame": frame.id,
        "scale": frame.steps_per_unit,
        "disc": in_steps(RIM, frame) if frame is POLAR_FRAME else None,
        "land": coast,
        "graticule": in_steps(drawn_shape(graticule(), "", frame), frame),
        "shapes": {
            identity: {slug: in_steps(shape, frame) for slug, shape in shapes.items()}
            for identity, shapes in drawn.items()
        },
        "names": {feature.id: feature.name for feature in catalogue.features.values()},
        "spots": spots | rim,
        "exits": exits,
        "ticks": _ticks(frame),
    }
    return Chart(
        frame=frame,
        data=json.dumps(payload, separators=(",", ":"), allow_nan=False, ensure_ascii=True),
        helper=drawing,
        variants={identity: tuple(shapes) for identity, shapes in drawn.items()},
        spots=spots,
        extents={
            identity: sum(shape.area for shape in shapes.values()) ** 0.5
            for identity, shapes in drawn.items()
        },
        rim=rim,
        boxes={
            identity: main_box(list(shapes.values()), frame) for identity, shapes in drawn.items()
        },
        ways={
            feature.id: next(iter(drawn[feature.id].values()))
            for feature in catalogue.of_kind("route", "corridor")
            if feature.id in drawn
        },
        exits=exits,
        problems=(*problems, *more, *broken),
    )


def _drawn_shapes(
    frame: Frame, catalogue: Catalogue
) -> tuple[dict[str, dict[str, BaseGeometry]], list[str]]:
    """Return the shapes by feature and variant, and a sentence on each that cannot be drawn."""
    drawn: dict[str, dict[str, BaseGeometry]] = {}
    broken: list[str] = []
    for feature, variant, geometry in catalogue.each_shape():
        try:
            projected = drawn_shape(geometry, feature.kind, frame)
        except (ShapelyError, ValueError) as error:
            broken.append(f"The shape of `{feature.id}` cannot be drawn ({error}); it is left out.")
            continue
        if not projected.is_empty:
            drawn.setdefault(feature.id, {})[variant] = projected
    return drawn, broken


def _rim(
    frame: Frame, catalogue: Catalogue, drawn: Mapping[str, Mapping[str, BaseGeometry]]
) -> dict[str, list[int]]:
    """Return the mark of each feature that lies beyond the polar chart's rim.

    One that shows a sliver has its mark beside that; of one not drawn at all the bearing decides.
    """
    if frame is not POLAR_FRAME:
        return {}
    whole: dict[str, list[BaseGeometry]] = {}
    for feature, _, geometry in catalogue.each_shape():
        whole.setdefault(feature.id, []).append(geometry)
    marks: dict[str, list[int]] = {}
    for identity, geometries in whole.items():
        shapes = list(drawn.get(identity, {}).values())
        if not shapes:
            spot = to_rim(*midpoint(geometries[0]))
        else:
            beyond = is_beyond_rim(geometries, shapes)
            spot = out_to_rim(*midpoint(shapes[0])) if beyond else None
        if spot:
            marks[identity] = _steps(spot, frame)
    return marks


def _steps(position: Position, frame: Frame) -> list[int]:
    return [round(value * frame.steps_per_unit) for value in position]


def drawn_shape(geometry: BaseGeometry, kind: str, frame: Frame) -> BaseGeometry:
    """Return a catalogue shape as the frame draws it: bent rightly, projected, cut, simplified.

    Tracks and boundaries bend as geodesics; other outlines run straight in lon/lat.
    """
    geodesic = kind in _GEODESIC_KINDS and lines_of(geometry)
    bent = _bent(geometry) if geodesic else densify_edges(geometry)
    share = _FINE if kind == "strait" else 1.0
    return shapely.simplify(frame.project(bent), frame.tolerance * share)


def in_steps(geometry: BaseGeometry, frame: Frame) -> Payload:
    """Return a geometry in frame units as GeoJSON with whole numbers of steps.

    Positions that fall on the one before them are dropped, and rings that shrink to nothing too.
    """
    snapped = shapely.set_precision(geometry, 1 / frame.steps_per_unit)
    whole = gather([geometry if snapped.is_empty else snapped])
    encoded: Payload = mapping(whole)
    return {
        "type": encoded["type"],
        "coordinates": _rounded(encoded["coordinates"], frame.steps_per_unit),
    }


def _rounded(coordinates: Any, steps: int) -> Any:  # noqa: ANN401  nested as deep as GeoJSON nests
    if isinstance(coordinates[0], int | float):
        return [round(value * steps) for value in coordinates]
    return [_rounded(inner, steps) for inner in coordinates]


def _land_in_steps(frame: Frame, path: Path) -> tuple[Payload, tuple[str, ...]]:
    """Return the land in steps; where its file cannot be read, none, and a sentence on that."""
    try:
        return in_steps(_land(frame, path), frame), ()
    except (*DAMAGE, ShapelyError) as error:
        reason = error if isinstance(error, CatalogueError) else f"{path.name}: {error}."
        sentence = f"{reason} The map is drawn without land; restore the file."
        return {"type": "MultiPolygon", "coordinates": []}, (sentence,)


def _land(frame: Frame, path: Path) -> BaseGeometry:
    """Return all land as one shape in frame units, so that no border is drawn by the coast."""
    lands = [shape(item["geometry"]) for item in read_collection(path)]
    projected = [frame.project(densify_edges(land)) for land in lands]
    whole = shapely.union_all([land for land in projected if not land.is_empty])
    return shapely.simplify(whole, frame.tolerance)


def _all_exits(frame: Frame, catalogue: Catalogue) -> Payload:
    exits: Payload = {}
    for feature in catalogue.of_kind("route", "corridor"):
        for slug, geometry in catalogue.shapes(feature.id).items():
            if found := _exits(feature, slug, geometry, frame):
                exits.setdefault(feature.id, {})[slug] = found
    return exits


def _exits(feature: Feature, slug: str, geometry: BaseGeometry, frame: Frame) -> list[Payload]:
    """Return where a variant's track leaves the chart, and the name of its end beyond the rim."""
    track = join_track(geometry)
    variant = next((v for v in feature.variants if v.slug == slug), None)
    if variant is None or not variant.waypoints:
        return []
    inside = lines_of(frame.project(_bent(LineString(track))))
    if not inside:
        return []
    found: list[Payload] = []
    ends = ((track[0], variant.waypoints[0], 0, 0), (track[-1], variant.waypoints[-1], -1, -1))
    for position, waypoint, line_index, point_index in ends:
        if position[1] < RIM_LAT_DEG:
            x, y = inside[line_index].coords[point_index]
            found.append({"at": _steps((x, y), frame), "to": waypoint["name"]})
    return found


def _bent(geometry: BaseGeometry) -> BaseGeometry:
    """Return lines with positions along their geodesics."""
    lines = [LineString(densify(list(line.coords))) for line in lines_of(geometry)]
    return lines[0] if len(lines) == 1 else MultiLineString(lines)


def _ticks(frame: Frame) -> list[Payload]:
    if frame is not POLAR_FRAME:
        return []
    return [{"at": _direction(lon), "text": text} for lon, text in meridian_labels()]


def _direction(lon: float) -> list[float]:
    """Return the unit vector of a meridian on the polar chart, from the pole outward."""
    x, y = to_polar(shapely.Point(lon, RIM_LAT_DEG)).coords[0]
    length = (x * x + y * y) ** 0.5
    return [round(x / length, 5), round(y / length, 5)]


def _helper_text(paths: Sequence[Path]) -> tuple[str, tuple[str, ...]]:
    """Return the scripts that draw; of files that cannot be read, none, and a sentence on each."""
    texts, problems = [], []
    for path in paths:
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            problems.append(
                f"{path.name} cannot be read: there is no map without it; restore the file."
            )
    return "" if problems else "".join(texts), tuple(problems)
